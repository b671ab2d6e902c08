"""What moves, worked out for all at once: where each figure is now, and which picture it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH
from game.ui.map.items import Item
from game.ui.map.pictures import Pictures
from game.ui.map.stage import STILL_FRAME, WALK_SPEED, Pose, lengths

STAND_WITHIN = 0.7  # of a way, before its end, on which walkers stand when nothing moves
Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Shot:
    """All figures at an instant, F of them, and which of them a window shows."""

    keys: Real  # (F) from the back to the front
    boxes: Whole  # (F, 4) left, top, right, bottom on the flat picture
    pictures: Whole  # (F) which picture of the table
    table: Sequence[pygame.Surface]
    seen: Whole  # indices of those in the window, back to front


def _standing(name: str) -> str:
    """The picture of a walker that stands: a load is still seen to be one."""
    return f"{name}.0" if name.startswith("p_carry") else f"p_idle_{name[-1]}"


class Cast:
    """The moving things of a scene at one zoom, as arrays."""

    def __init__(self, items: Iterable[Item], pictures: Pictures) -> None:
        self.pictures = pictures
        self.items = list(items)
        self._table: list[pygame.Surface] = []
        self._sizes: list[tuple[int, int, int, int]] = []  # anchor, width and height
        self._rows: dict[tuple[str, bool], int] = {}
        self._faces()
        self._paths()
        self.sizes: Whole = np.array(self._sizes, dtype=np.int64).reshape(-1, 4)

    def _row(self, name: str, mirrored: bool) -> int:
        """The place of a picture in the table."""
        at = self._rows.get((name, mirrored))
        if at is None:
            picture = self.pictures.moving(name, mirrored)
            at = self._rows[name, mirrored] = len(self._table)
            self._table.append(picture.surface)
            self._sizes.append((picture.ax, picture.ay, *picture.size))
        return at

    def _film(self, item: Item, mirrored: bool) -> int:
        """The first of a figure's frames, which follow each other in the table."""
        if item.frames == 1:
            return self._row(item.name, mirrored)
        rows = [self._row(f"{item.name}.{at}", mirrored) for at in range(item.frames)]
        return rows[0]

    def _faces(self) -> None:
        """Pictures to both sides, frames and their speed, for each item."""
        walking = [len(item.way) > 1 for item in self.items]
        pairs = [
            (self._film(item, False), self._film(item, True)) if walks
            else (self._film(item, item.mirrored),) * 2
            for item, walks in zip(self.items, walking, strict=True)
        ]  # fmt: skip
        idle = [
            self._row(_standing(item.name), item.mirrored) if walks else pair[0]
            for item, walks, pair in zip(self.items, walking, pairs, strict=True)
        ]
        self.walks = np.array(walking, dtype=bool)
        self._first: Whole = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        self._idle: Whole = np.array(idle, dtype=np.int64)
        self._frames: Whole = np.array([item.frames for item in self.items], dtype=np.int64)
        self._fps: Real = np.array([item.fps for item in self.items])
        self._phase: Real = np.array([item.phase for item in self.items])
        self._key: Real = np.array([item.key for item in self.items])
        zoom = self.pictures.zoom
        self._off: Real = np.array(
            [(item.dx * zoom, item.dy * zoom) for item in self.items]
        ).reshape(-1, 2)

    def _paths(self) -> None:
        """All ways one after the other, so that one look-up finds everybody."""
        along, spots, toward = [0.0], [(0.0, 0.0)], [(0.0, 0.0)]
        begins, wholes = [], []
        at = 1.0
        for item in self.items:
            way = item.way if len(item.way) > 1 else ((item.a, item.b),)
            legs = lengths(way) if len(way) > 1 else []
            begins.append(at)
            wholes.append(sum(legs))
            turns = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(way)]
            for spot, turn, leg in zip(way, [*turns, (0.0, 0.0)], [*legs, 1.0], strict=True):
                along.append(at)
                spots.append(spot)
                toward.append(turn)
                at += leg
        self._along: Real = np.array(along)
        self._a, self._b = np.array(spots).T.copy()
        self._toward: Real = np.array(toward)
        self._begin: Real = np.array(begins)
        self._whole: Real = np.array(wholes)

    def _where(self, clock: float, still: bool) -> tuple[Real, Real, Whole]:
        """Tile coordinates and pictures of all."""
        steps = np.floor(self._phase + clock * self._fps).astype(np.int64)
        if still:
            frame = np.minimum(STILL_FRAME, self._frames - 1)
            picture = np.where(self.walks, self._idle, self._first[:, 0] + frame)
            last = np.maximum(STAND_WITHIN * self._whole, 1.0)
            gone = self._whole - np.where(self.walks, self._phase % last, 0.0)
        else:
            whole = np.where(self.walks, self._whole, 1.0)
            gone = np.where(self.walks, (self._phase + clock * WALK_SPEED) % (2 * whole), 0.0)
            back = (gone > whole).astype(np.int64)
            gone = np.where(back == 1, 2 * whole - gone, gone)
            leg = np.searchsorted(self._along, self._begin + gone, side="right") - 1
            turn = self._toward[leg] * (1 - 2 * back)[:, None]
            left = (turn[:, 0] < turn[:, 1]).astype(np.int64)
            picture = self._first[np.arange(len(left)), left] + steps % self._frames
        at = self._begin + gone
        return (
            np.interp(at, self._along, self._a), np.interp(at, self._along, self._b), picture
        )  # fmt: skip

    def shot(
        self, clock: float, window: pygame.Rect, extras: Sequence[Pose] = (), *, still: bool = False
    ) -> Shot:
        """Everybody at a time in seconds; `extras` are a few more things, such as carts."""
        zoom = self.pictures.zoom
        a, b, picture = self._where(clock, still)
        keys = np.where(self.walks, a + b, self._key)
        sizes = self.sizes[picture]
        left = np.rint((a - b) * (HALF_WIDTH * zoom) + self._off[:, 0]).astype(np.int64)
        top = np.rint((a + b) * (HALF_HEIGHT * zoom) + self._off[:, 1]).astype(np.int64)
        left, top = left - sizes[:, 0], top - sizes[:, 1]
        boxes = np.stack([left, top, left + sizes[:, 2], top + sizes[:, 3]], axis=1)
        table: Sequence[pygame.Surface] = self._table
        if extras:
            table = [*self._table, *(pose.surface for pose in extras)]
            more = [(*each.rect.topleft, *each.rect.bottomright) for each in extras]
            boxes = np.concatenate([boxes, np.array(more, dtype=np.int64)])
            keys = np.concatenate([keys, [pose.key for pose in extras]])
            picture = np.concatenate([picture, np.arange(len(self._table), len(table))])
        seen = np.flatnonzero(
            (boxes[:, 0] < window.right) & (boxes[:, 2] > window.left)
            & (boxes[:, 1] < window.bottom) & (boxes[:, 3] > window.top)
        )  # fmt: skip
        seen = seen[np.argsort(keys[seen], kind="stable")]
        return Shot(keys, boxes, picture, table, seen)
