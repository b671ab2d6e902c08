"""The drawn pictures: season sheets, icons and paper, loaded when first asked for.

A sheet is a PNG with a JSON beside it: `{"scale": 1.5, "sprites": {name: {"x", "y", "w", "h", "ax",
"ay", ...}}}`. What is missing is drawn as a plain square, so that a screen can always be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pygame

from game.places import assets

WARM, WINTER = "warm", "winter"
"""What spring, summer and autumn share lies in sheets of its own; winter shares nothing."""
_FALLBACK = (155, 148, 138)
_FALLBACK_LINE = (43, 37, 33)


@dataclass(frozen=True)
class Sprite:
    """One picture of a sheet."""

    picture: pygame.Surface
    anchor: tuple[int, int]  # the pixel that stands on the ground point
    facts: Mapping[str, Any] = field(default_factory=dict)  # tiles, frames, variants, chimney


@dataclass(frozen=True)
class Sheet:
    """All sprites of one file."""

    scale: float
    sprites: Mapping[str, Sprite]

    def sprite(self, name: str) -> Sprite:
        """A sprite by name; a plain square if the sheet has none."""
        held = self.sprites.get(name)
        return held if held is not None else Sprite(_square(round(32 * self.scale)), (0, 0))


@cache
def _square(size: int) -> pygame.Surface:
    drawn = pygame.Surface((size, size), pygame.SRCALPHA)
    box = drawn.get_rect().inflate(-max(2, size // 5), -max(2, size // 5))
    pygame.draw.rect(drawn, _FALLBACK, box)
    pygame.draw.rect(drawn, _FALLBACK_LINE, box, max(1, size // 16))
    return drawn


def _ready(picture: pygame.Surface) -> pygame.Surface:
    """In the format of the screen, if there is a screen."""
    return picture.convert_alpha() if pygame.display.get_surface() else picture


def _folder() -> Path:
    return assets() / "atlas"


@cache
def load(stem: str) -> Sheet | None:
    """The sheet of a file name without its ending; None if it is not there or cannot be read."""
    import json  # here: the first frame has no sprites

    png, about = _folder() / f"{stem}.png", _folder() / f"{stem}.json"
    try:
        whole = _ready(pygame.image.load(str(png)))
        told = json.loads(about.read_text(encoding="utf-8"))
        sprites = {
            name: Sprite(
                whole.subsurface((at["x"], at["y"], at["w"], at["h"])),
                (at.get("ax", 0), at.get("ay", 0)),
                at,
            )
            for name, at in told["sprites"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, pygame.error):
        return None
    return Sheet(float(told.get("scale", 1)), sprites)


def _numbered(prefix: str) -> dict[float, str]:
    """The files `<prefix>@<number>.json`, by number."""
    found: dict[float, str] = {}
    for path in _folder().glob(f"{prefix}@*.json"):
        try:
            found[float(path.stem.partition("@")[2].rstrip("x"))] = path.stem
        except ValueError:
            continue
    return found


def nearest(offered: list[float], wanted: float) -> float:
    """The least that is large enough, else the largest.

    >>> nearest([16, 20, 30, 40], 24), nearest([16, 20], 64)
    (30, 20)
    """
    return min((size for size in offered if size >= wanted), default=max(offered))


@cache
def season(name: str, scale: float) -> Sheet | None:
    """The sheets of a season nearest above a scale; the caller scales what is left."""
    found, shared = _numbered(name), {} if name == WINTER else _numbered(WARM)
    if not found:
        return None
    own = load(found[nearest(sorted(found), scale)])
    other = load(shared[nearest(sorted(shared), scale)]) if shared else None
    if own is None or other is None or own.scale != other.scale:
        return own
    return Sheet(own.scale, {**other.sprites, **own.sprites})


@cache
def icon(name: str, size: int) -> pygame.Surface:
    """An icon with its grid at a size in pixels; portraits reach beyond. Do not draw on it."""
    found = _numbered("icons")
    if found:
        drawn_at = nearest(sorted(found), size)
        sheet = load(found[drawn_at])
        if sheet is not None and name in sheet.sprites:
            picture = sheet.sprites[name].picture
            if drawn_at == size:
                return picture
            wanted = [max(1, round(side * size / drawn_at)) for side in picture.get_size()]
            return pygame.transform.smoothscale(picture, wanted)
    return _square(size)


@cache
def paper() -> pygame.Surface | None:
    """The texture of the panels, to be laid edge to edge."""
    try:
        return pygame.image.load(str(_folder() / "paper.bmp")).convert(24)
    except (OSError, pygame.error):
        return None


def forget() -> None:
    """Drop what was loaded, as after a change of the display."""
    for held in (load, season, icon, paper, _square):
        held.cache_clear()
