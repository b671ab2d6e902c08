"""What moves: its place and step now, and drawing it among the things that stand."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.ui.map.bake import Chunks, Piece
from game.ui.map.grid import Spot, project
from game.ui.map.items import Item
from game.ui.map.pictures import Pictures

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


def to_and_fro(way: tuple[Spot, ...], gone: float) -> tuple[Spot, Spot]:
    """The same for one who turns back at both ends."""
    whole = sum(lengths(way)) or 1.0
    gone %= 2 * whole
    if gone <= whole:
        return along(way, gone)
    spot, toward = along(way, 2 * whole - gone)
    return spot, (-toward[0], -toward[1])


class Cast:
    """The moving things of a scene at one zoom. Only what is near the window is worked out."""

    def __init__(self, items: Iterable[Item], pictures: Pictures) -> None:
        self.pictures = pictures
        self._fixed: list[tuple[Item, list[Pose]]] = []
        self._walking: list[Item] = []
        for item in items:
            if len(item.way) > 1:
                self._walking.append(item)
            else:
                frames = range(item.frames)
                self._fixed.append((item, [self._fix(item, frame) for frame in frames]))
        self._areas = [poses[0].rect.unionall([each.rect for each in poses])
                       for _item, poses in self._fixed]  # fmt: skip
        self._paths = [self._reach(item) for item in self._walking]

    def _fix(self, item: Item, frame: int) -> Pose:
        name = f"{item.name}.{frame}" if item.frames > 1 else item.name
        return posed(
            self.pictures, name, (item.a, item.b), item.key,
            off=(item.dx, item.dy), mirrored=item.mirrored,
        )  # fmt: skip

    def _reach(self, item: Item) -> pygame.Rect:
        """Wherever a walker may be seen."""
        points = [project(*spot, self.pictures.zoom) for spot in item.way]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        size = (max(x for x, _ in points) - left, max(y for _, y in points) - top)
        margin = round(90 * self.pictures.zoom)
        return pygame.Rect(left, top, *size).inflate(margin, margin)

    def poses(self, clock: float, window: pygame.Rect, *, still: bool) -> list[Pose]:
        """What a window shows at a time, in seconds; back to front."""
        found: list[Pose] = []
        for at in window.collidelistall(self._areas):
            item, poses = self._fixed[at]
            step = STILL_FRAME if still else int(item.phase + clock * item.fps)
            found.append(poses[min(step, item.frames - 1) if still else step % item.frames])
        walking = window.collidelistall(self._paths)
        found += [self._walk(self._walking[at], clock, still) for at in walking]
        found.sort(key=lambda pose: pose.key)
        return found

    def _walk(self, item: Item, clock: float, still: bool) -> Pose:
        if still:
            spot = item.way[-1]
            return posed(self.pictures, f"p_idle_{item.name[-1]}", spot, sum(spot),
                         mirrored=item.mirrored)  # fmt: skip
        spot, toward = to_and_fro(item.way, item.phase + clock * WALK_SPEED)
        name = f"{item.name}.{int(item.phase + clock * item.fps) % item.frames}"
        return posed(self.pictures, name, spot, sum(spot), mirrored=toward[0] < toward[1])


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
    picture = pictures.get(name, mirrored)
    x, y = project(*spot, pictures.zoom)
    left = round(x + off[0] * pictures.zoom) - picture.ax
    top = round(y + off[1] * pictures.zoom) - picture.ay
    return Pose(key, picture.surface, picture.surface.get_rect(topleft=(left, top)))


class Stage:
    """Draws poses in front of and behind what is baked."""

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self._near: dict[tuple[float, int, int, int, int], list[Piece]] = {}

    def covering(self, pose: Pose) -> list[Piece]:
        """The standing pieces that hide a part of a pose."""
        rect = pose.rect
        at = (pose.key, *rect)
        held = self._near.get(at)
        if held is None:
            if len(self._near) > 4000:
                self._near.clear()
            held = [piece for piece in self.chunks.index.within(rect) if piece.key > pose.key]
            self._near[at] = held
        return held

    def draw(
        self, on: pygame.Surface, poses: Sequence[Pose], part: pygame.Rect, at: tuple[int, int]
    ) -> None:
        """Draw what touches a part of the flat picture whose corner lies at a point."""
        off_x, off_y = at[0] - part.x, at[1] - part.y
        pictures = self.chunks.pictures
        drawn: list[tuple[float, int, pygame.Surface, tuple[int, int], pygame.Rect]] = []
        for at_pose in part.collidelistall([pose.rect for pose in poses]):
            pose = poses[at_pose]
            rect = pose.rect
            seen = rect.clip(part)
            spot = (seen.x + off_x, seen.y + off_y)
            drawn.append((pose.key, 0, pose.surface, spot, seen.move(-rect.x, -rect.y)))
            for piece in self.covering(pose):
                hidden = piece.rect.clip(seen)
                if hidden.width and hidden.height:
                    solid = pictures.solid(piece.name, piece.mirrored)
                    spot = (hidden.x + off_x, hidden.y + off_y)
                    area = hidden.move(-piece.x, -piece.y)
                    drawn.append((piece.key, 1 + piece.order, solid, spot, area))
        drawn.sort(key=lambda each: each[:2])
        on.blits([each[2:] for each in drawn], doreturn=False)


def merged(rects: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """The same area in fewer rectangles: those that overlap are joined.

    >>> merged([pygame.Rect(0, 0, 9, 9), pygame.Rect(5, 5, 9, 9), pygame.Rect(50, 0, 5, 5)])
    [Rect(0, 0, 14, 14), Rect(50, 0, 5, 5)]
    """
    found: list[pygame.Rect] = []
    for each in rects:
        rect = pygame.Rect(each)
        while (at := rect.collidelist(found)) >= 0:
            rect.union_ip(found.pop(at))
        found.append(rect)
    return found
