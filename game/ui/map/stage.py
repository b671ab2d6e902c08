"""What moves: its place and step now, and drawing it among the things that stand."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.map.bake import Blit, Chunks
from game.ui.map.grid import Spot, project
from game.ui.map.paper import grained
from game.ui.map.pictures import Pictures
from game.ui.map.pieces import Piece

if TYPE_CHECKING:
    from game.ui.map.cast import Shot

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
SQUARE, MARGIN = 32, 20  # pixels at zoom 1: of the look-up, and half of the largest small figure
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
        self.covers = Covers(self.pieces, tight, chunks.pictures.zoom)
        self._solids: list[pygame.Surface | None] = [None] * len(self.pieces)
        self._warmed: tuple[object, Iterator[int]] | None = None

    def _tight(self, piece: Piece) -> pygame.Rect:
        """Where a piece hides something: less than its whole rectangle."""
        pictures = self.chunks.pictures
        found = pictures.tight(piece.name, piece.mirrored, piece.left, piece.width)
        return found.move(piece.x, piece.y)

    def _solid(self, at: int) -> pygame.Surface:
        """What hides of a piece, with the grain that is baked where it stands."""
        held = self._solids[at]
        if held is None:
            piece, rect = self.pieces[at], self.covers.rects[at]
            whole = self.chunks.pictures.solid(piece.name, piece.mirrored)
            held = grained(whole.subsurface(rect.move(-piece.x, -piece.y)), rect.topleft)
            self._solids[at] = held
        return held

    def draw(self, on: pygame.Surface, shot: "Shot", which: Whole, off: tuple[int, int]) -> None:
        """Draw some figures, back to front, each with what stands before it.

        What hides a figure is drawn right after it: a later one that it hides too brings it again.
        """
        boxes, table = shot.boxes[which], shot.table
        spots = zip((boxes[:, 0] + off[0]).tolist(), (boxes[:, 1] + off[1]).tolist(), strict=True)
        blits = list(zip([table[at] for at in shot.pictures[which].tolist()], spots, strict=True))
        hidden = np.flatnonzero(shot.behind[which])
        if len(hidden):
            drawn, done, own = [], 0, which[hidden]
            each = zip(
                hidden.tolist(), own.tolist(), shot.keys[own].tolist(), boxes[hidden].tolist(),
                strict=True,
            )  # fmt: skip
            for at, figure, key, box in each:
                before = self._before(shot.hidden[figure], key, box, off)
                if before:
                    drawn += blits[done : at + 1]
                    drawn += before
                    done = at + 1
            blits = drawn + blits[done:]
        on.fblits(blits, pygame.BLEND_PREMULTIPLIED)

    def _before(
        self, pieces: Sequence[int], key: float, box: list[int], off: tuple[int, int]
    ) -> list[Blit]:
        """The parts of some standing pieces that hide a figure."""
        left, top, right, bottom = box
        rect = pygame.Rect(left, top, right - left, bottom - top)
        rects, keys, found = self.covers.rects, self.covers.keys, []
        for at in pieces:
            if keys[at] > key and (part := rect.clip(rects[at])):
                whole = rects[at]
                solid = self._solids[at] or self._solid(at)
                spot = (part.x + off[0], part.y + off[1])
                found.append((solid.subsurface(part.move(-whole.x, -whole.y)), spot))
        return found

    def warm(self, of: object, shot: "Shot", seconds: float) -> bool:
        """Make ready, for so long, what will hide figures; False if all of it is.

        Args:
            of: Whose shot it is: another set of figures is begun with anew.
            shot: All figures near the window.
            seconds: After how long to leave off.
        """
        if self._warmed is None or self._warmed[0] is not of:
            wanted = {piece for pieces in shot.hidden.values() for piece in pieces}
            self._warmed = of, iter(sorted(wanted))
        until = perf_counter() + seconds
        for piece in self._warmed[1]:
            if self._solids[piece] is None:
                self._solid(piece)
                if perf_counter() >= until:
                    return True
        return False


class Covers:
    """Standing pieces by squares with a margin: one look finds what may hide a figure.

    Args:
        pieces: What stands, P of it.
        rects: Where each hides something; empty where it hides nothing.
        zoom: Of both.
    """

    def __init__(self, pieces: Sequence[Piece], rects: Sequence[pygame.Rect], zoom: float) -> None:
        self.rects = rects
        self.square, self.margin = round(SQUARE * zoom), round(MARGIN * zoom)
        found = [(*rect.topleft, *rect.bottomright) for rect in rects]
        self._boxes: Whole = np.array(found, dtype=np.int64).reshape(-1, 4)
        hides = [rect.width > 0 for rect in rects]
        self.keys = [piece.key if hid else -inf for piece, hid in zip(pieces, hides, strict=True)]
        self._key: Real = np.array(self.keys)
        squares: dict[tuple[int, int], list[int]] = {}
        for at, rect in enumerate(rects):
            if not rect.width:
                continue
            wide = rect.inflate(2 * self.margin, 2 * self.margin)
            for column in range(wide.left // self.square, (wide.right - 1) // self.square + 1):
                for row in range(wide.top // self.square, (wide.bottom - 1) // self.square + 1):
                    squares.setdefault((column, row), []).append(at)
        self._lists(squares)

    def _lists(self, squares: dict[tuple[int, int], list[int]]) -> None:
        """Which pieces each square holds, and the foremost key of them, as arrays."""
        columns, rows = zip(*squares, strict=True) if squares else ((0,), (0,))
        self._corner = (min(columns), min(rows))
        self._size = (max(columns) - self._corner[0] + 1, max(rows) - self._corner[1] + 1)
        self._front = np.full(self._size, -np.inf)
        self._begin = np.zeros(self._size, dtype=np.int64)
        self._count = np.zeros(self._size, dtype=np.int64)
        held: list[int] = []
        for (column, row), own in squares.items():
            at = (column - self._corner[0], row - self._corner[1])
            self._front[at] = self._key[own].max()
            self._begin[at], self._count[at] = len(held), len(own)
            held += own
        self._held: Whole = np.array(held, dtype=np.int64)

    def _square_of(self, boxes: Whole) -> tuple[tuple[Whole, Whole], Flags, Flags]:
        """The square of each box; whether it is one of those held, and whether the box is large."""
        left, top, right, bottom = np.moveaxis(boxes, -1, 0)
        column = (left + right) // 2 // self.square - self._corner[0]
        row = (top + bottom) // 2 // self.square - self._corner[1]
        wide, high = self._size
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
        large = np.maximum(right - left, bottom - top) > 2 * self.margin
        return (column.clip(0, wide - 1), row.clip(0, high - 1)), inside, large

    def hiding(self, keys: Real, boxes: Whole) -> dict[int, list[int]]:
        """The pieces that hide something of each of F figures, for those that anything hides."""
        square, inside, large = self._square_of(boxes)
        count = np.where(inside & ~large & (self._front[square] > keys), self._count[square], 0)
        figures = np.repeat(np.arange(len(keys)), count)
        first = self._begin[square] - (np.cumsum(count) - count)
        own = self._held[np.arange(len(figures)) + first[figures]]
        for at in np.flatnonzero(large).tolist():  # few: a cart, smoke
            figures = np.concatenate([figures, np.full(len(self.keys), at)])
            own = np.concatenate([own, np.arange(len(self.keys))])
        one, other = self._boxes[own], boxes[figures]
        hit = (one[:, :2] < other[:, 2:]).all(axis=1) & (one[:, 2:] > other[:, :2]).all(axis=1)
        hit &= self._key[own] > keys[figures]
        found: dict[int, list[int]] = {}
        for figure, piece in zip(figures[hit].tolist(), own[hit].tolist(), strict=True):
            found.setdefault(figure, []).append(piece)
        return found
