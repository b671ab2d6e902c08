"""What moves, worked out for all at once: where each figure is now, and which picture it shows."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pygame

from game.ui.map.covers import Covers, Flags, Real, Whole, boxes_of
from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, project
from game.ui.map.items import Item
from game.ui.map.pictures import Pictures
from game.ui.map.stage import STILL_FRAME, WALK_SPEED, Pose, lengths

TALLEST = 64  # pixels at zoom 1 that a figure may reach beyond the point where it stands
STAND_WITHIN = 0.7  # of a way, before its end, on which walkers stand when nothing moves


@dataclass(frozen=True)
class Shot:
    """All figures at an instant, F of them."""

    keys: Real  # (F) from the back to the front
    boxes: Whole  # (F, 4) left, top, right, bottom on the flat picture
    pictures: Whole  # (F) which picture of the table
    table: Sequence[pygame.Surface]
    hidden: Whole  # (N) figures of which a standing piece hides something, from the first on
    hiding: Whole  # (N) that piece
    parts: Whole  # (N, 4) what of it does: left, top, width, height on the flat picture
    soon: Whole  # pieces that hide somebody within a few ticks

    def within(self, window: pygame.Rect) -> Whole:
        """Those that a part of the flat picture shows, back to front."""
        left, top, right, bottom = self.boxes.T
        shown = (left < window.right) & (right > window.left)
        shown &= (top < window.bottom) & (bottom > window.top)
        found = np.flatnonzero(shown)
        return found[np.argsort(self.keys[found], kind="stable")]


def _standing(name: str) -> str:
    """The picture of a walker that stands: a load is still seen to be one."""
    return f"{name}.0" if name.startswith("p_carry") else f"p_idle_{name[-1]}"


_EACH = (
    "walks", "_first", "_idle", "_frames", "_fps", "_phase", "_key", "_off", "_begin", "_whole",
    "_bounds",
)  # fmt: skip
"""What a cast holds for each figure, in the order of the figures."""


class Cast:
    """The moving things of a scene at one zoom, as arrays.

    Args:
        items: What moves.
        pictures: What it is drawn with.
        covers: What may stand before it; None where nothing stands.
    """

    def __init__(
        self, items: Iterable[Item], pictures: Pictures, covers: Covers | None = None
    ) -> None:
        self.pictures, self.covers = pictures, covers
        items = list(items)
        self._table: list[pygame.Surface] = []
        self._sizes: list[tuple[int, int, int, int]] = []  # anchor, width and height
        self._rows: dict[tuple[str, bool], int] = {}
        self._faces(items)
        self._paths(items)
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

    def _faces(self, items: Sequence[Item]) -> None:
        """Pictures to both sides, frames and their speed, for each item."""
        walking = [len(item.way) > 1 for item in items]
        pairs = [
            (self._film(item, False), self._film(item, True)) if walks
            else (self._film(item, item.mirrored),) * 2
            for item, walks in zip(items, walking, strict=True)
        ]  # fmt: skip
        idle = [
            self._row(_standing(item.name), item.mirrored) if walks else pair[0]
            for item, walks, pair in zip(items, walking, pairs, strict=True)
        ]
        self.walks = np.array(walking, dtype=bool)
        self._first: Whole = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        self._idle: Whole = np.array(idle, dtype=np.int64)
        self._frames: Whole = np.array([item.frames for item in items], dtype=np.int64)
        self._fps: Real = np.array([item.fps for item in items])
        self._phase: Real = np.array([item.phase for item in items])
        self._key: Real = np.array([item.key for item in items])
        zoom = self.pictures.zoom
        self._off: Real = np.array([(item.dx * zoom, item.dy * zoom) for item in items]).reshape(
            -1, 2
        )

    def _paths(self, items: Sequence[Item]) -> None:
        """All ways one after the other, so that one look-up finds everybody."""
        along, spots, slopes = [0.0], [(0.0, 0.0)], [(0.0, 0.0)]
        begins, wholes, bounds = [], [], []
        at, zoom = 1.0, self.pictures.zoom
        for item in items:
            way = item.way if len(item.way) > 1 else ((item.a, item.b),)
            legs = lengths(way) if len(way) > 1 else []
            begins.append(at)
            wholes.append(sum(legs))
            xs, ys = zip(*(project(*spot, zoom) for spot in way), strict=True)
            bounds.append((min(xs), min(ys), max(xs), max(ys)))
            turns = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(way)]
            for spot, turn, leg in zip(way, [*turns, (0.0, 0.0)], [*legs, 1.0], strict=True):
                along.append(at)
                spots.append(spot)
                slopes.append((turn[0] / (leg or 1.0), turn[1] / (leg or 1.0)))
                at += leg
        self._along: Real = np.array(along)
        self._a, self._b = np.array(spots).T.copy()
        self._da, self._db = np.array(slopes).T.copy()
        self._leftward: Flags = self._da < self._db
        self._begin: Real = np.array(begins)
        self._whole: Real = np.array(wholes)
        room = TALLEST * zoom + np.abs(self._off)
        self._bounds: Real = np.array(bounds).reshape(-1, 4)
        self._bounds += np.concatenate([-room, room], axis=1)

    def within(self, area: pygame.Rect) -> "Cast":
        """Those alone who may ever be seen in a part of the flat picture."""
        left, top, right, bottom = self._bounds.T
        near = (left < area.right) & (right > area.left)
        near &= (top < area.bottom) & (bottom > area.top)
        found, some = copy(self), np.flatnonzero(near)
        for name in _EACH:
            setattr(found, name, getattr(self, name)[some])
        return found

    def _where(self, clock: Real, still: bool) -> tuple[Real, Real, Whole]:
        """Tile coordinates and pictures of all, (K, F), at K times."""
        first, other = self._first.T
        if still:
            frame = np.minimum(STILL_FRAME, self._frames - 1)
            picture = np.where(self.walks, self._idle, first + frame)
            last = np.maximum(STAND_WITHIN * self._whole, 1.0)
            at = self._begin + self._whole - np.where(self.walks, self._phase % last, 0.0)
            at, picture = np.broadcast_arrays(at + 0 * clock, picture)
        else:
            steps = np.floor(self._phase + clock * self._fps).astype(np.int64) % self._frames
            whole = np.where(self.walks, self._whole, 1.0)
            gone = np.where(self.walks, (self._phase + clock * WALK_SPEED) % (2 * whole), 0.0)
            back = gone > whole
            at = self._begin + np.where(back, 2 * whole - gone, gone)
        leg = np.searchsorted(self._along, at, side="right") - 1
        if not still:
            picture = np.where(self._leftward[leg] != back, other, first) + steps
        gone = at - self._along[leg]
        return self._a[leg] + gone * self._da[leg], self._b[leg] + gone * self._db[leg], picture

    def shots(self, clocks: Sequence[float], *, still: bool = False) -> list[Shot]:
        """Everybody at each of some times in seconds.

        All times are worked out together: what it takes is a price by the call, not by the figure.
        """
        zoom = self.pictures.zoom
        a, b, picture = self._where(np.array(clocks)[:, None], still)
        keys = np.where(self.walks, a + b, self._key)
        ax, ay, wide, high = (self.sizes[picture, at] for at in range(4))
        left = np.rint((a - b) * (HALF_WIDTH * zoom) + self._off[:, 0]).astype(np.int64) - ax
        top = np.rint((a + b) * (HALF_HEIGHT * zoom) + self._off[:, 1]).astype(np.int64) - ay
        # One side after the other: what asks for all lefts then reads what lies together.
        boxes = np.moveaxis(np.stack([left, top, left + wide, top + high]), 0, -1)
        around = np.concatenate([boxes[..., :2].min(axis=0), boxes[..., 2:].max(axis=0)], axis=-1)
        behind = self._behind(keys, boxes, keys.min(axis=0), around)
        return [
            Shot(keys[at], boxes[at], picture[at], self._table, *behind[at])
            for at in range(len(clocks))
        ]

    def _behind(
        self, keys: Real, boxes: Whole, hindmost: Real, around: Whole
    ) -> list[tuple[Whole, Whole, Whole, Whole]]:
        """What hides something of F figures at each of K times, and what may do so.

        Args:
            keys: (K, F).
            boxes: (K, F, 4).
            hindmost: (F) the least key of each at any time.
            around: (F, 4) where each is at any time.
        """
        none = np.zeros(0, dtype=np.int64)
        if self.covers is None:
            return [(none, none, none.reshape(0, 4), none)] * len(keys)
        hidden, hiding = self.covers.hiding(hindmost, around)
        parts, hit = self.covers.parts(keys[:, hidden], boxes[:, hidden], hiding)
        found = [np.flatnonzero(each) for each in hit]
        return [
            (hidden[some], hiding[some], parts[at, some], hiding) for at, some in enumerate(found)
        ]

    def with_more(self, shot: Shot, extras: Sequence[Pose]) -> Shot:
        """A shot with a few things more, such as carts."""
        if not extras:
            return shot
        more = boxes_of(each.rect for each in extras)
        fore = np.array([pose.key for pose in extras])
        keys = np.concatenate([shot.keys, fore])
        table = [*shot.table, *(pose.surface for pose in extras)]
        ((hidden, hiding, parts, soon),) = self._behind(fore[None], more[None], fore, more)
        count = len(shot.keys)
        return Shot(
            keys, np.concatenate([shot.boxes.T, more.T], axis=1).T,
            np.concatenate([shot.pictures, np.arange(len(shot.table), len(table))]), table,
            np.concatenate([shot.hidden, hidden + count]), np.concatenate([shot.hiding, hiding]),
            np.concatenate([shot.parts, parts]), np.concatenate([shot.soon, soon]),
        )  # fmt: skip
