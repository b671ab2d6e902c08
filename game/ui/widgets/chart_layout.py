"""Where things stand on a chart: ticks, and labels that never lie on each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import dist

import pygame

Point = tuple[float, float]
_MOST_TICKS = 5


def tick_step(top: float) -> int:
    """The distance between ticks: 1, 2 or 5 times a power of ten, at most five ticks.

    >>> tick_step(300), tick_step(450), tick_step(90), tick_step(3)
    (100, 100, 20, 1)
    """
    step, factors = 1, (1, 2, 5)
    while True:
        for factor in factors:
            if top / (step * factor) <= _MOST_TICKS:
                return step * factor
        step *= 10


def ceiling(largest: float) -> int:
    """The top of the axis: on a half tick, with room above the largest value for its label.

    >>> ceiling(410), ceiling(142), ceiling(0)
    (450, 175, 2)
    """
    half = max(1, tick_step(max(1.0, largest)) // 2)
    return max(2, (int(largest * 1.08) // half + 1) * half)


def ticks(top: float) -> list[int]:
    """The values that carry a line and a number.

    >>> ticks(450)
    [0, 100, 200, 300, 400]
    """
    return list(range(0, int(top) + 1, tick_step(top)))


def known_runs(values: Sequence[float | None]) -> list[list[int]]:
    """The indices that have a value, in unbroken runs.

    >>> known_runs([1, 2, None, 4])
    [[0, 1], [3]]
    """
    runs: list[list[int]] = []
    for at, value in enumerate(values):
        if value is None:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


@dataclass
class Places:
    """The labels set so far, and what they must keep off."""

    bounds: pygame.Rect
    lines: list[tuple[Point, Point]]
    taken: list[pygame.Rect]
    wished: list[pygame.Rect] = field(default_factory=list)  # better left free for a later label

    def cost(self, area: pygame.Rect) -> float:
        """How bad a place is: on another label worst, then out of bounds, then on a line."""
        covered = sum(
            shared.width * shared.height for shared in (area.clip(rect) for rect in self.taken)
        )
        inside = area.clip(self.bounds)
        outside = area.width * area.height - inside.width * inside.height
        crossed = sum(bool(area.clipline(*line)) for line in self.lines)
        wished = sum(area.colliderect(rect) for rect in self.wished)
        return 1000 * covered + 1000 * outside + 60 * crossed + 50 * wished

    def put(
        self, size: tuple[int, int], anchors: Sequence[Point], gap: int, up: bool,
        other: Sequence[Point] = (),
    ) -> pygame.Rect:  # fmt: skip
        """The best free place for a label near the first of its points, or a later one.

        Args:
            size: Of the label.
            anchors: Points it may belong to, the likeliest first.
            gap: Distance from the point.
            up: Whether it would rather stand above.
            other: Of a line that it must not seem to name: it stands nearer to its own.
        """
        best = pygame.Rect((0, 0), size)
        least = float("inf")
        for turn, anchor in enumerate(anchors):
            for rank, area in enumerate(around(size, anchor, gap, up)):
                cost = self.cost(area) + 3 * rank + 90 * turn
                if other and _off(area.center, other) <= _off(area.center, anchors):
                    cost += 500
                if cost < least:
                    best, least = area, cost
            if least < 60:
                break
        self.taken.append(best)
        return best


def _off(point: Point, way: Sequence[Point]) -> float:
    """How far a point lies from a line through several, or from a single one."""
    if len(way) < 2:
        return dist(point, way[0])
    return min(_from(point, one, other) for one, other in pairwise(way))


def _from(point: Point, one: Point, other: Point) -> float:
    """How far a point lies from the line between two."""
    x, y = other[0] - one[0], other[1] - one[1]
    along = (point[0] - one[0]) * x + (point[1] - one[1]) * y
    share = min(1.0, max(0.0, along / ((x * x + y * y) or 1.0)))
    return dist(point, (one[0] + share * x, one[1] + share * y))


def around(size: tuple[int, int], anchor: Point, gap: int, up: bool) -> Iterator[pygame.Rect]:
    """Places round a point: right of it, above or below, left of it, then farther off."""
    width, height = size
    x, y = anchor
    sign = -1 if up else 1
    rises = [way * far * height * 0.3 for far in range(9) for way in (sign, -sign)]
    nearest = [rise for rise in rises if rise * sign >= 0 and abs(rise) <= 1.2 * height]
    away = height / 2 + gap
    for rise in nearest:
        yield pygame.Rect(x + gap, y - height / 2 + rise, width, height)
    for way in (sign, -sign):
        for shift in (-0.5, 0, -1):
            yield pygame.Rect(x + width * shift, y - height / 2 + way * away, width, height)
    for rise in nearest:
        yield pygame.Rect(x - width - gap, y - height / 2 + rise, width, height)
    for rise in rises:
        for shift in (0, -0.5, -1):
            left = x + width * shift + gap * (2 * shift + 1)
            yield pygame.Rect(left, y - height / 2 + rise, width, height)
