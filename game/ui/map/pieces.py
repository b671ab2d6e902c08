"""Standing and lying things as pieces of the flat picture, and which of them touch a part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map.grid import project
from game.ui.map.items import Cell, Item
from game.ui.map.pictures import Pictures

CELL = 256  # pixels of the index


@dataclass(frozen=True, slots=True)
class Piece:
    """A standing picture, or a strip of one, at its place in the flat picture."""

    key: float
    order: int
    name: str
    mirrored: bool
    x: int
    y: int
    left: int
    width: int
    height: int

    @property
    def rect(self) -> pygame.Rect:
        """The part of the flat picture that it takes."""
        return pygame.Rect(self.x + self.left, self.y, self.width, self.height)


def pieces_of(items: Iterable[Item], pictures: Pictures) -> list[Piece]:
    """Standing things in the order in which they are drawn."""
    found = []
    for order, item in enumerate(items):
        left, top = _corner(item, pictures)
        high = pictures.get(item.name, item.mirrored).size[1]
        found += [
            Piece(
                strip.key, order, item.name, item.mirrored, left, top, strip.left, strip.width, high
            )
            for strip in pictures.strips(item)
        ]
    found.sort(key=lambda piece: (piece.key, piece.order, piece.left))
    return found


class Index:
    """Pieces by where they are."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._cells: dict[Cell, list[int]] = {}
        self._rects = [piece.rect for piece in pieces]
        for at in range(len(pieces)):
            for cell in _cells_of(self._rects[at]):
                self._cells.setdefault(cell, []).append(at)

    def within(self, rect: pygame.Rect) -> list[Piece]:
        """The pieces that touch a part of the flat picture, back to front."""
        found: set[int] = set()
        for cell in _cells_of(rect):
            found.update(self._cells.get(cell, ()))
        return [self.pieces[at] for at in sorted(found) if rect.colliderect(self._rects[at])]


def _cells_of(rect: pygame.Rect) -> Iterable[tuple[int, int]]:
    across = range(rect.left // CELL, (rect.right - 1) // CELL + 1)
    down = range(rect.top // CELL, (rect.bottom - 1) // CELL + 1)
    return [(x, y) for x in across for y in down]


def whole(items: Iterable[Item], pictures: Pictures) -> list[Piece]:
    """Flat things, in the order given."""
    return [
        Piece(at, at, item.name, item.mirrored, *_corner(item, pictures), 0,
              *pictures.get(item.name).size)
        for at, item in enumerate(items)
    ]  # fmt: skip


def _corner(item: Item, pictures: Pictures) -> Cell:
    """The upper left pixel of a picture on the flat picture."""
    picture = pictures.get(item.name, item.mirrored)
    x, y = project(item.a, item.b, pictures.zoom)
    return (
        round(x + item.dx * pictures.zoom) - picture.ax,
        round(y + item.dy * pictures.zoom) - picture.ay,
    )
