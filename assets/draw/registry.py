"""The list of all cells of the atlas, and how one is put on it.

Drawing functions put (0, 0) at the back corner of a tile or footprint, or at the feet of a
small thing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from .canvas import Brush, Point, project

Draw = Callable[[Brush], None]
Box = tuple[int, int, int, int]  # left, top, right, bottom around (0, 0), a generous guess

TILE_BOX: Box = (-40, -24, 40, 48)
FOREST_BOX: Box = (-64, -64, 84, 48)
SMALL_BOX: Box = (-48, -80, 56, 16)
PERSON_BOX: Box = (-20, -30, 20, 8)


@dataclass(frozen=True)
class Sprite:
    """One cell. `frames` and `variants` stand on the first cell of a row and tell its length."""

    name: str
    draw: Draw
    box: Box
    tiles: tuple[int, int] | None = None
    frames: int | None = None
    variants: int | None = None
    chimney: Point | None = None

    @property
    def anchor(self) -> Point:
        """In drawing coordinates: the front corner for what has a footprint, else the origin."""
        return project(*self.tiles) if self.tiles else (0.0, 0.0)


SPRITES: dict[str, Sprite] = {}


def add(name: str, draw: Draw, box: Box, **more: object) -> None:
    """Put one cell on the list."""
    SPRITES[name] = Sprite(name, draw, box, **more)  # type: ignore[arg-type]


def row(name: str, draw: Callable[[Brush, int], object], box: Box, variants: int) -> None:
    """Variants of one thing: name.0, name.1, ..."""
    for index in range(variants):
        add(f"{name}.{index}", partial(indexed, draw, index), box,
            variants=None if index else variants)  # fmt: skip


def film(name: str, draw: Callable[[Brush, int], object], box: Box, frames: int) -> None:
    """Frames of an animation: name.0, name.1, ..."""
    for index in range(frames):
        add(f"{name}.{index}", partial(indexed, draw, index), box,
            frames=None if index else frames)  # fmt: skip


def indexed(draw: Callable[[Brush, int], object], index: int, brush: Brush) -> None:
    draw(brush, index)


def house(name: str, draw: Callable[..., None], wide: int, deep: int, **how: object) -> None:
    """Something on a footprint of whole tiles."""
    box = (-deep * 32 - 24, -80, wide * 32 + 72, (wide + deep) * 16 + 20)
    add(name, partial(draw, **how), box, tiles=(wide, deep))
