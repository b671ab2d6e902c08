"""What hides figures: standing pieces, found by where they are."""

from collections.abc import Iterable, Sequence
from math import inf

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.map.pieces import Piece

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
SQUARE, MARGIN = 32, 20  # pixels at zoom 1: of the look-up, and half of the largest small figure


def boxes_of(rects: Iterable[pygame.Rect]) -> Whole:
    """Rectangles as left, top, right, bottom: (N, 4)."""
    found = [(*rect.topleft, *rect.bottomright) for rect in rects]
    return np.array(found, dtype=np.int64).reshape(-1, 4)


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
        self.boxes = boxes_of(rects)
        hides = [rect.width > 0 for rect in rects]
        keys = [piece.key if hid else -inf for piece, hid in zip(pieces, hides, strict=True)]
        self._key: Real = np.array(keys)
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

    def hiding(self, keys: Real, boxes: Whole) -> tuple[Whole, Whole]:
        """Which pieces may hide something of F figures: N figures, from the first on, N pieces."""
        square, inside, large = self._square_of(boxes)
        count = np.where(inside & ~large & (self._front[square] > keys), self._count[square], 0)
        figures = np.repeat(np.arange(len(keys)), count)
        first = self._begin[square] - (np.cumsum(count) - count)
        own = self._held[np.arange(len(figures)) + first[figures]]
        for at in np.flatnonzero(large).tolist():  # few: a cart, smoke
            figures = np.concatenate([figures, np.full(len(self._key), at)])
            own = np.concatenate([own, np.arange(len(self._key))])
        box = boxes[figures]
        meets = (self.boxes[own, :2] < box[:, 2:]) & (self.boxes[own, 2:] > box[:, :2])
        hit = meets[:, 0] & meets[:, 1] & (self._key[own] > keys[figures])
        return figures[hit], own[hit]

    def parts(self, keys: Real, boxes: Whole, pieces: Whole) -> tuple[Whole, Flags]:
        """The part of each of N pieces that hides something of one of N figures, at K times.

        Args:
            keys: (K, N) of the figures.
            boxes: (K, N, 4) of the figures.
            pieces: (N) which pieces.

        Returns:
            (K, N, 4) left, top, width, height; (K, N) whether there is any.
        """
        one = self.boxes[pieces]
        corner = np.maximum(one[:, :2], boxes[..., :2])
        size = np.minimum(one[:, 2:], boxes[..., 2:]) - corner
        hit = (size[..., 0] > 0) & (size[..., 1] > 0) & (self._key[pieces] > keys)
        return np.concatenate([corner, size], axis=-1), hit
