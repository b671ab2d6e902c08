"""Golden pictures: the ground as we bake it, beside what Tiled itself draws of it.

Held to one part of 255 in every channel of every pixel: the file of each level with the tilesets
that it names, and the floor that the game lays of it (with what grows under roads and yards) in
the tiles of each season. Both round otherwise, so this stands on how the tiles are drawn
(docs/decisions/011): two soft edges above each other could be two parts off.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.levelfiles.load import load_all
from game.levelfiles.shipped import Listed, available
from game.ui.map import bake
from game.ui.map.bake import Chunks, Still
from game.ui.map.ground import read
from game.ui.map.items import Cell
from game.ui.map.pictures import Pictures
from game.ui.map.scene import Composer

TILED = shutil.which("tmxrasterizer")
BASE = (120, 130, 140)
SEASONS = ("spring", "summer", "autumn", "winter")
LARGE = (("spring", 1.5), ("winter", 2.0))
PART = 24  # tiles each way that are enough for the larger tiles
needs_tiled = pytest.mark.skipif(
    TILED is None, reason="tmxrasterizer is not installed (Debian: apt-get install tiled)"
)
levels = pytest.mark.parametrize("listed", available(), ids=lambda listed: listed.id)
Whole = npt.NDArray[np.int16]
Floor = Mapping[Cell, tuple[str, ...]]


class NoMist:
    def laid(self, *_: object) -> tuple[()]:
        """The land ends at its bounds, as in Tiled."""
        return ()


def by_tiled(text: str, size: tuple[int, int], folder: Path) -> Whole:
    """(width, height, 3) the tile layers of a map, over a sheet of BASE that we lay below them."""
    sheet = pygame.Surface(size)
    sheet.fill(BASE)
    pygame.image.save(sheet, str(folder / "base.png"))
    below = '<imagelayer id="9999" name="base"><image source="base.png"/></imagelayer>'
    text = re.sub(r"<layer ", f"{below}<layer ", text, count=1)
    (folder / "map.tmx").write_text(text, encoding="utf-8")
    subprocess.run(
        [str(TILED), "--hide-layer", "places", str(folder / "map.tmx"), str(folder / "to.bmp")],
        check=True, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )  # fmt: skip
    return pygame.surfarray.array3d(pygame.image.load(str(folder / "to.bmp"))).astype(np.int16)


def sheet_of(names: Sequence[str], pictures: Pictures, file: Path) -> None:
    """The season's own pictures side by side, each in the box of a tile's diamond."""
    wide, high = round(64 * pictures.zoom), round(32 * pictures.zoom)
    whole = pygame.Surface((wide * len(names), high), pygame.SRCALPHA)
    for at, name in enumerate(names):
        box = whole.subsurface((at * wide, 0, wide, high))
        picture = pictures.get(name)
        plain = picture.surface.copy()
        pixels, alpha = pygame.surfarray.pixels3d(plain), pygame.surfarray.array_alpha(plain)
        pixels[alpha == 0] = 0
        del pixels
        corner = (wide // 2 - picture.ax, -picture.ay)
        box.blit(plain, corner, special_flags=pygame.BLEND_RGBA_ADD)
    pygame.image.save(whole, str(file))


def written(floor: Floor, size: Cell, pictures: Pictures, folder: Path) -> str:
    """A floor as a map for Tiled."""
    wide, high = round(64 * pictures.zoom), round(32 * pictures.zoom)
    names = sorted({name for told in floor.values() for name in told})
    sheet_of(names, pictures, folder / "tiles.png")
    number = {name: at for at, name in enumerate(names, start=1)}
    layers = []
    for level in range(max(len(told) for told in floor.values())):
        rows = (
            ",".join(
                str(number[told[level]]) if level < len(told) else "0"
                for told in (floor[a, b] for a in range(size[0]))
            )
            for b in range(size[1])
        )
        layers.append(
            f'<layer id="{level + 1}" name="{level}" width="{size[0]}" height="{size[1]}">'
            f'<data encoding="csv">{",".join(rows)}</data></layer>'
        )
    return (
        f'<map version="1.10" orientation="isometric" renderorder="right-down" width="{size[0]}" '
        f'height="{size[1]}" tilewidth="{wide}" tileheight="{high}" infinite="0">'
        f'<tileset firstgid="1" name="all" tilewidth="{wide}" tileheight="{high}" '
        f'tilecount="{len(names)}" columns="{len(names)}"><image source="tiles.png" '
        f'width="{wide * len(names)}" height="{high}"/></tileset>{"".join(layers)}</map>'
    )


def by_us(
    floor: Floor, size: Cell, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> tuple[Whole, tuple[int, int]]:
    """The same, baked in squares and laid edge to edge."""
    monkeypatch.setattr(bake, "grain", lambda *_: None)
    mist: Any = NoMist()
    chunks = Chunks(Still(floor, (), (), size, BASE), pictures, mist)
    half = round(32 * pictures.zoom)
    pixels = (sum(size) * half, sum(size) * half // 2)
    whole = pygame.Surface(pixels).convert()
    chunks.lay(whole, pygame.Rect((-size[1] * half, 0), pixels), (0, 0))
    return pygame.surfarray.array3d(whole).astype(np.int16), pixels


def hold(ours: Whole, theirs: Whole) -> None:
    """Within one part of 255."""
    off = np.abs(ours - theirs).max(axis=2)
    where = [tuple(each) for each in np.argwhere(off > 1)[:5].tolist()]
    assert off.max() <= 1, f"{(off > 1).sum()} pixels, up to {off.max()} off, first at {where}"


def stacked(layers: Iterable[Mapping[Cell, str]]) -> Floor:
    """What lies on each tile, lowest first."""
    floor: dict[Cell, tuple[str, ...]] = {}
    for layer in layers:
        for cell, name in layer.items():
            floor[cell] = (*floor.get(cell, ()), name)
    return floor


def laid(listed: Listed, most: int, pictures: Pictures) -> tuple[Floor, Cell]:
    """The floor that the game makes of a map, up to so many tiles each way."""
    facts = load_all(listed.path).map
    tiles = Composer(facts, read(listed.path / "map.tmx"), pictures.names).tiles
    size = (min(most, facts.width), min(most, facts.depth))
    return {(a, b): tiles[a, b] for a in range(size[0]) for b in range(size[1])}, size


@needs_tiled
@levels
def test_a_levels_file_is_baked_as_tiled_draws_it(
    listed: Listed, screen: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = listed.path / "map.tmx"
    ground = read(path)
    size = (ground.width, ground.depth)
    ours, pixels = by_us(stacked(ground.layers), size, Pictures("summer", 1.0), monkeypatch)
    text = re.sub(
        r'source="([^"]+)"',
        lambda found: f'source="{(path.parent / found[1]).resolve()}"',
        path.read_text(encoding="utf-8"),
    )
    hold(ours, by_tiled(text, pixels, tmp_path))


@needs_tiled
@levels
@pytest.mark.parametrize(("season", "zoom"), [*((season, 1.0) for season in SEASONS), *LARGE])
def test_the_floor_is_baked_as_tiled_draws_it(
    listed: Listed, season: str, zoom: float,
    screen: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pictures = Pictures(season, zoom)
    floor, size = laid(listed, PART if zoom > 1 else 999, pictures)
    ours, pixels = by_us(floor, size, pictures, monkeypatch)
    hold(ours, by_tiled(written(floor, size, pictures, tmp_path), pixels, tmp_path))
