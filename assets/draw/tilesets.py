"""Tilesets for Tiled (TSX 1.10): ground, fields, forest, and objects, drawn at 1x in summer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .atlas import Cell, Pixels, drawn, packed, save_png
from .pigments import SEASONS
from .sprites import FIELD_ORDER, FOREST_ORDER, GROUND_ORDER, OBJECT_ORDER, SPRITES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS = 10
TILE = (64, 32)
FOOT_ROOM = 14  # pixels below an object's front corner
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_GRID = f' <grid orientation="isometric" width="{TILE[0]}" height="{TILE[1]}"/>\n'


def _cell(name: str) -> Cell:
    return drawn(SPRITES[name], SEASONS["summer"])["1x"]


def _framed(cell: Cell, left: int, top: int, wide: int, tall: int) -> Pixels:
    """A cell's pixels inside a box whose corner is at (left, top) from the drawing's origin."""
    frame = np.zeros((tall, wide, 4), np.uint8)
    dx, dy = cell.left - left, cell.top - top
    height, width = cell.pixels.shape[:2]
    x0, y0 = max(0, dx), max(0, dy)
    x1, y1 = min(wide, dx + width), min(tall, dy + height)
    frame[y0:y1, x0:x1] = cell.pixels[y0 - dy : y1 - dy, x0 - dx : x1 - dx]
    return frame


def write_grid(folder: Path, title: str, names: Sequence[str], wide: int, tall: int) -> None:
    """A tileset of equal cells whose bottom is the bottom of the tile's diamond."""
    rows = -(-len(names) // COLUMNS)
    sheet = np.zeros((rows * tall, COLUMNS * wide, 4), np.uint8)
    for index, name in enumerate(names):
        y, x = index // COLUMNS * tall, index % COLUMNS * wide
        sheet[y : y + tall, x : x + wide] = _framed(
            _cell(name), -wide // 2, TILE[1] - tall, wide, tall
        )
    save_png(sheet, folder / f"{title}.png")
    shift = f' <tileoffset x="{(TILE[0] - wide) // 2}" y="0"/>\n' if wide != TILE[0] else ""
    tiles = "".join(f' <tile id="{index}" type="{name}"/>\n' for index, name in enumerate(names))
    text = (
        f'{_HEAD}<tileset version="1.10" name="{title}" tilewidth="{wide}" tileheight="{tall}" '
        f'tilecount="{rows * COLUMNS}" columns="{COLUMNS}">\n{shift}{_GRID}'
        f' <image source="{title}.png" width="{COLUMNS * wide}" height="{rows * tall}"/>\n'
        f"{tiles}</tileset>\n"
    )
    (folder / f"{title}.tsx").write_text(text, encoding="utf-8")


def _object_frame(name: str) -> Pixels:
    """A cell in a box symmetrical about its anchor, the anchor FOOT_ROOM above the bottom."""
    cell = _cell(name)
    ax, ay = (int(part) for part in cell.sprite.anchor)
    _height, width = cell.pixels.shape[:2]
    half = max(ax - cell.left, cell.left + width - ax)
    tall = ay - cell.top + FOOT_ROOM
    return _framed(cell, ax - half, cell.top, 2 * half, tall)


def write_objects(folder: Path, names: Sequence[str], width: int = 1024) -> None:
    """Buildings and props as sub-rectangles of one image."""
    frames = {name: _object_frame(name) for name in names}
    places, height = packed({n: (f.shape[1], f.shape[0]) for n, f in frames.items()}, width)
    sheet = np.zeros((height, width, 4), np.uint8)
    tiles = []
    for index, (name, frame) in enumerate(frames.items()):
        (x, y), (tall, wide) = places[name], frame.shape[:2]
        sheet[y : y + tall, x : x + wide] = frame
        tiles.append(
            f' <tile id="{index}" type="{name}" x="{x}" y="{y}" width="{wide}" height="{tall}">\n'
            f'  <image source="objects.png" width="{width}" height="{height}"/>\n </tile>\n'
        )
    save_png(sheet, folder / "objects.png")
    widest = max(frame.shape[1] for frame in frames.values())
    tallest = max(frame.shape[0] for frame in frames.values())
    text = (
        f'{_HEAD}<tileset version="1.10" name="objects" tilewidth="{widest}" '
        f'tileheight="{tallest}" tilecount="{len(tiles)}" columns="0" objectalignment="bottom">\n'
        f' <tileoffset x="0" y="{FOOT_ROOM}"/>\n{_GRID}{"".join(tiles)}</tileset>\n'
    )
    (folder / "objects.tsx").write_text(text, encoding="utf-8")


def write_tilesets(folder: Path) -> None:
    write_grid(folder, "ground", GROUND_ORDER, *TILE)
    write_grid(folder, "fields", FIELD_ORDER, TILE[0], 56)
    write_grid(folder, "forest", FOREST_ORDER, 112, 96)
    write_objects(folder, OBJECT_ORDER)
