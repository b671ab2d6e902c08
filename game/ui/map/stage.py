"""What moves: its place and step now, and drawing it among the things that stand."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.map.bake import Chunks, Piece
from game.ui.map.grid import Spot, project
from game.ui.map.paper import grained
from game.ui.map.pictures import Pictures

if TYPE_CHECKING:
    from game.ui.map.cast import Shot

Whole = npt.NDArray[np.int64]
SQUARE, MARGIN = 32, 18  # pixels at zoom 1: of the look-up, and half of the largest small figure
_NONE: tuple[list[pygame.Rect], list[float], list[int]] = ([], [], [])
WALK_SPEED = 20.0  # pixels a second at zoom 1
STILL_FRAME = 3  # where loops stop under reduced motion
ON_THE_GROUND = -1e9  # key of marks that everything standing covers


class Pose(NamedTuple):
    """A moving thing at an instant, on the flat picture."""

    key: float
    surface: pygame.Surface
    rect: pygame.Rect


@lru_cache(maxsize=4096)
def lengths(way: tuple[Spot, ...]) -> list[float]:
    """Pixels at zoom 1 of each leg of a way."""
    points = [project(*spot) for spot in way]
    return [math.dist(one, other) for one, other in pairwise(points)]


def along(way: tuple[Spot, ...], gone: float) -> tuple[Spot, Spot]:
    """The point a number of pixels along a way, and the direction there, in tiles."""
    for (start, end), leg in zip(pairwise(way), lengths(way), strict=True):
        toward = (end[0] - start[0], end[1] - start[1])
        if gone <= leg and leg:
            share = gone / leg
            return (start[0] + toward[0] * share, start[1] + toward[1] * share), toward
        gone -= leg
    return way[-1], (way[-1][0] - way[-2][0], way[-1][1] - way[-2][1])


def posed(
    pictures: Pictures,
    name: str,
    spot: Spot,
    key: float,
    *,
    off: Spot = (0, 0),
    mirrored: bool = False,
) -> Pose:
    """A sprite with its anchor at a point of the land."""
    picture = pictures.moving(name, mirrored)
    x, y = project(*spot, pictures.zoom)
    left = round(x + off[0] * pictures.zoom) - picture.ax
    top = round(y + off[1] * pictures.zoom) - picture.ay
    return Pose(key, picture.surface, picture.surface.get_rect(topleft=(left, top)))


class Stage:
    """Draws figures in front of and behind what is baked."""

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self.pieces = chunks.index.pieces
        tight = [self._tight(piece) for piece in self.pieces]
        self._covers = Covers(self.pieces, tight, chunks.pictures.zoom)
        self._solids: list[pygame.Surface | None] = [None] * len(self.pieces)

    def _tight(self, piece: Piece) -> pygame.Rect:
        """Where a piece hides something: less than its whole rectangle."""
        pictures = self.chunks.pictures
        found = pictures.tight(piece.name, piece.mirrored, piece.left, piece.width)
        return found.move(piece.x, piece.y)

    def _solid(self, at: int) -> pygame.Surface:
        """What hides of a piece, with the grain that is baked where it stands."""
        held = self._solids[at]
        if held is None:
            piece, rect = self.pieces[at], self._covers.rects[at]
            whole = self.chunks.pictures.solid(piece.name, piece.mirrored)
            held = grained(whole.subsurface(rect.move(-piece.x, -piece.y)), rect.topleft)
            self._solids[at] = held
        return held

    def draw(self, on: pygame.Surface, shot: "Shot", which: Whole, off: tuple[int, int]) -> None:
        """Draw some figures, back to front, each with what stands before it.

        What hides a figure is drawn right after it: a later one that it hides too brings it again.
        """
        boxes = shot.boxes[which]
        spots = zip((boxes[:, 0] + off[0]).tolist(), (boxes[:, 1] + off[1]).tolist(), strict=True)
        table = shot.table
        blits = list(zip([table[at] for at in shot.pictures[which].tolist()], spots, strict=True))
        keys = shot.keys[which]
        hidden = self._covers.perhaps(keys, boxes)
        if len(hidden):
            drawn, done = [], 0
            each = zip(hidden.tolist(), keys[hidden].tolist(), boxes[hidden].tolist(), strict=True)
            for at, key, box in each:
                before = self._before(key, box, off)
                if before:
                    drawn += blits[done : at + 1]
                    drawn += before
                    done = at + 1
            blits = drawn + blits[done:]
        on.fblits(blits, pygame.BLEND_PREMULTIPLIED)

    def _before(
        self, key: float, box: list[int], off: tuple[int, int]
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The parts of standing pieces that hide a figure."""
        left, top, right, bottom = box
        rect = pygame.Rect(left, top, right - left, bottom - top)
        rects, keys, own = self._covers.near(rect)
        found = []
        for at in rect.collidelistall(rects):
            if keys[at] > key:
                whole = rects[at]
                part = whole.clip(rect)
                solid = self._solids[own[at]] or self._solid(own[at])
                spot = (part.x + off[0], part.y + off[1])
                found.append((solid.subsurface(part.move(-whole.x, -whole.y)), spot))
        return found


Near = tuple[list[pygame.Rect], list[float], list[int]]
"""Where pieces hide something, their keys, and which they are."""


class Covers:
    """Standing pieces by squares with a margin: one look finds what hides a figure."""

    def __init__(self, pieces: Sequence[Piece], rects: Sequence[pygame.Rect], zoom: float) -> None:
        self.rects = rects
        self.square, self.margin = round(SQUARE * zoom), round(MARGIN * zoom)
        self._all: Near = (list(rects), [piece.key for piece in pieces], list(range(len(pieces))))
        self._squares: dict[tuple[int, int], Near] = {}
        for at, (piece, rect) in enumerate(zip(pieces, rects, strict=True)):
            if not rect.width:
                continue
            wide = rect.inflate(2 * self.margin, 2 * self.margin)
            for column in range(wide.left // self.square, (wide.right - 1) // self.square + 1):
                for row in range(wide.top // self.square, (wide.bottom - 1) // self.square + 1):
                    near = self._squares.setdefault((column, row), ([], [], []))
                    near[0].append(rect)
                    near[1].append(piece.key)
                    near[2].append(at)
        self._front(list(self._squares))

    def _front(self, squares: list[tuple[int, int]]) -> None:
        """The foremost key of each square, as an array."""
        columns, rows = zip(*squares, strict=True) if squares else ((0,), (0,))
        self._corner = (min(columns), min(rows))
        size = (max(columns) - self._corner[0] + 1, max(rows) - self._corner[1] + 1)
        self._keys = np.full(size, -np.inf)
        for (column, row), (_rects, keys, _own) in self._squares.items():
            self._keys[column - self._corner[0], row - self._corner[1]] = max(keys)

    def perhaps(self, keys: npt.NDArray[np.float64], boxes: Whole) -> Whole:
        """Which figures something may hide, by their place in the arrays."""
        column = (boxes[:, 0] + boxes[:, 2]) // 2 // self.square - self._corner[0]
        row = (boxes[:, 1] + boxes[:, 3]) // 2 // self.square - self._corner[1]
        wide, high = self._keys.shape
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
        front = self._keys[column.clip(0, wide - 1), row.clip(0, high - 1)]
        large = (boxes[:, 2:] - boxes[:, :2] > 2 * self.margin).any(axis=1)
        return np.flatnonzero((inside & (front > keys)) | large)

    def near(self, rect: pygame.Rect) -> Near:
        """The pieces that may hide a part of a figure."""
        if max(rect.size) > 2 * self.margin:
            return self._all
        square = self.square
        return self._squares.get((rect.centerx // square, rect.centery // square), _NONE)
