"""Golden pictures: a level's ground as we bake it, beside what Tiled itself draws of the file."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pygame
import pytest
import pytmx

from game.levelfiles.shipped import Listed, available
from game.ui.map import bake
from game.ui.map.bake import Chunks, Still
from game.ui.map.ground import read
from game.ui.map.pictures import Picture, Pictures

TILED = shutil.which("tmxrasterizer")
BASE = (120, 130, 140)
FEW = 1e-4  # share of the pixels that may be off by two
pytestmark = pytest.mark.skipif(
    TILED is None, reason="tmxrasterizer is not installed (Debian: apt-get install tiled)"
)


class NoMist:
    def lay(self, *_: object) -> None:
        """The land ends at its bounds, as in Tiled."""


def by_tiled(path: Path, to: Path) -> np.ndarray:
    """(width, height, 3) the tile layers of a map over BASE."""
    subprocess.run(
        [str(TILED), "--hide-layer", "places", str(path), str(to)],
        check=True, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )  # fmt: skip
    whole = pygame.image.load(str(to)).convert_alpha()
    colours = pygame.surfarray.array3d(whole).astype(np.int32)
    alpha = pygame.surfarray.array_alpha(whole).astype(np.int32)[..., None]
    return (colours * alpha + np.array(BASE, dtype=np.int32) * (255 - alpha) + 127) // 255


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


def by_us(path: Path, monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    """The same, baked in squares and laid edge to edge."""
    monkeypatch.setattr(bake, "grain", lambda *_: None)
    ground = read(path)
    tiles: dict[tuple[int, int], tuple[str, ...]] = {}
    for layer in ground.layers:
        for cell, name in layer.items():
            tiles[cell] = (*tiles.get(cell, ()), name)
    pictures = Pictures("summer", 1.0)
    tile_pictures(path, pictures)
    mist: Any = NoMist()
    size = (ground.width, ground.depth)
    chunks = Chunks(Still(tiles, (), (), size, BASE), pictures, mist)
    wide, high = (ground.width + ground.depth) * 32, (ground.width + ground.depth) * 16
    whole = pygame.Surface((wide, high)).convert()
    chunks.lay(whole, pygame.Rect(-ground.depth * 32, 0, wide, high), (0, 0))
    return pygame.surfarray.array3d(whole).astype(np.int32)


@pytest.mark.parametrize("listed", available(), ids=lambda listed: listed.id)
def test_the_ground_is_what_tiled_draws(
    listed: Listed, screen: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = listed.path / "map.tmx"
    theirs, ours = by_tiled(path, tmp_path / "tiled.png"), by_us(path, monkeypatch)
    assert ours.shape == theirs.shape
    off = np.abs(ours - theirs).max(axis=2)
    # one part in 255; where soft edges of several tiles meet, each blend rounds once more
    where = [tuple(each) for each in np.argwhere(off > 1)[:5].tolist()]
    told = f"{(off > 1).sum()} pixels differ by up to {off.max()}, first at {where}"
    assert (off > 1).mean() < FEW, told
    assert off.max() <= 2, told
