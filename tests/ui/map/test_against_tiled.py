"""Golden pictures: a level's ground as we bake it, beside what Tiled itself draws of the file.

Tiled multiplies each tile by its alpha, rounds, blends and rounds again; where soft edges of
several tiles meet, that is up to two parts of 255 from the blend worked out exactly. So three
things are held: the same tiles in the same order by Tiled's rule are Tiled's picture to the byte;
ours is within one part of the exact blend everywhere; and hence within two of Tiled's.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
import pytest
import pytmx

from game.levelfiles.shipped import Listed, available
from game.ui.map import bake
from game.ui.map.bake import Chunks, Still
from game.ui.map.grid import project
from game.ui.map.ground import Ground, read
from game.ui.map.pictures import Picture, Pictures

TILED = shutil.which("tmxrasterizer")
BASE = (120, 130, 140)
FEW = 1e-4  # share of the pixels that may be off by two
LOST = 4  # pixels in which Tiled's sum may be rounded otherwise than ours of its rule
pytestmark = pytest.mark.skipif(
    TILED is None, reason="tmxrasterizer is not installed (Debian: apt-get install tiled)"
)
Whole = npt.NDArray[np.int32]


class NoMist:
    def lay(self, *_: object) -> None:
        """The land ends at its bounds, as in Tiled."""


def size_of(ground: Ground) -> tuple[int, int]:
    """Pixels of the whole map."""
    return (ground.width + ground.depth) * 32, (ground.width + ground.depth) * 16


def by_tiled(path: Path, size: tuple[int, int], folder: Path) -> Whole:
    """(width, height, 3) the tile layers of a map, over a sheet of BASE that we lay below them."""
    sheet = pygame.Surface(size)
    sheet.fill(BASE)
    pygame.image.save(sheet, str(folder / "base.png"))
    below = '<imagelayer id="9999" name="base"><image source="base.png"/></imagelayer>'
    text = path.read_text(encoding="utf-8")
    text = re.sub(
        r'source="([^"]+)"', lambda found: f'source="{(path.parent / found[1]).resolve()}"', text
    )
    text = re.sub(r"<layer ", f"{below}<layer ", text, count=1)
    (folder / "map.tmx").write_text(text, encoding="utf-8")
    subprocess.run(
        [str(TILED), "--hide-layer", "places", str(folder / "map.tmx"), str(folder / "to.bmp")],
        check=True, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )  # fmt: skip
    return pygame.surfarray.array3d(pygame.image.load(str(folder / "to.bmp"))).astype(np.int32)


def tile_pictures(path: Path, pictures: Pictures) -> None:
    """The tiles of the map's own tilesets, by the names that the game gives them."""
    tmx = pytmx.load_pygame(str(path))
    for gid, image in enumerate(tmx.images):
        told = tmx.get_tile_properties_by_gid(gid) or {}
        name = told.get("type") or told.get("class")
        if image is None or not name:
            continue
        dx, dy = (int(each) for each in tmx.get_tileset_from_gid(gid).offset)
        held = Picture(image.convert_alpha(), 32 - dx, image.get_height() - 32 - dy)
        pictures.add(str(name), lambda _zoom, held=held: held)


def by_us(ground: Ground, pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> Whole:
    """The same, baked in squares and laid edge to edge."""
    monkeypatch.setattr(bake, "grain", lambda *_: None)
    tiles: dict[tuple[int, int], tuple[str, ...]] = {}
    for layer in ground.layers:
        for cell, name in layer.items():
            tiles[cell] = (*tiles.get(cell, ()), name)
    mist: Any = NoMist()
    chunks = Chunks(Still(tiles, (), (), (ground.width, ground.depth), BASE), pictures, mist)
    whole = pygame.Surface(size_of(ground)).convert()
    chunks.lay(whole, pygame.Rect((-ground.depth * 32, 0), size_of(ground)), (0, 0))
    return pygame.surfarray.array3d(whole).astype(np.int32)


def rounded(product: Whole) -> Whole:
    """A product of two parts of 255 as one, to the nearest, as Qt has it."""
    return (product + (product >> 8) + 0x80) >> 8


def by_rule(ground: Ground, pictures: Pictures) -> tuple[Whole, npt.NDArray[np.float32]]:
    """The same tiles laid by Tiled's rule, and blended exactly."""
    wide, high = size_of(ground)
    tiled = np.tile(np.array(BASE, dtype=np.int32), (wide, high, 1))
    exact = tiled.astype(np.float32)
    parts: dict[str, tuple[Whole, Whole]] = {}
    for layer in ground.layers:
        for cell in sorted(layer, key=lambda at: (at[0] + at[1], at[0])):
            name = layer[cell]
            picture = pictures.get(name)
            if name not in parts:
                colour = pygame.surfarray.array3d(picture.surface).astype(np.int32)
                alpha = pygame.surfarray.array_alpha(picture.surface).astype(np.int32)[..., None]
                parts[name] = (colour * alpha, 255 - alpha)
            x, y = project(*cell)
            left, top = round(x) - picture.ax + ground.depth * 32, round(y) - picture.ay
            x0, y0 = max(0, left), max(0, top)
            x1 = min(wide, left + picture.size[0])
            y1 = min(high, top + picture.size[1])
            inside = np.s_[x0 - left : x1 - left, y0 - top : y1 - top]
            weighed, through = (part[inside] for part in parts[name])
            there = tiled[x0:x1, y0:y1]
            there[:] = rounded(weighed) + rounded(there * through)
            sharp = exact[x0:x1, y0:y1]
            sharp[:] = (weighed + sharp * through) / 255
    return tiled, exact


@pytest.mark.parametrize("listed", available(), ids=lambda listed: listed.id)
def test_the_ground_is_what_tiled_draws(
    listed: Listed, screen: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = listed.path / "map.tmx"
    ground, pictures = read(path), Pictures("summer", 1.0)
    tile_pictures(path, pictures)
    theirs = by_tiled(path, size_of(ground), tmp_path)
    tiled, exact = by_rule(ground, pictures)
    assert (theirs != tiled).any(axis=2).sum() <= LOST
    ours = by_us(ground, pictures, monkeypatch)
    beside = np.abs(ours - np.rint(exact).astype(np.int32)).max(axis=2)
    where = [tuple(each) for each in np.argwhere(beside > 1)[:5].tolist()]
    assert beside.max() <= 1, f"{(beside > 1).sum()} pixels, first at {where}"
    off = np.abs(ours - theirs).max(axis=2)
    assert (off > 1).mean() < FEW
    assert off.max() <= 2
