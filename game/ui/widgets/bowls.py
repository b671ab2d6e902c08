"""The dining hall in bowls: each stands for some people; the missing are dashed outlines."""

import pygame

from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import Fine, Point
from game.words import _, number

PITCH, ROW, WIDE = 19.15, 27.0, 15.0  # logical px


def curve(a: Point, b: Point, c: Point, d: Point, steps: int = 6) -> list[Point]:
    """Points along a cubic curve, without its start."""
    points = []
    for step in range(1, steps + 1):
        t = step / steps
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(part * point[0] for part, point in zip(parts, (a, b, c, d), strict=True))
        y = sum(part * point[1] for part, point in zip(parts, (a, b, c, d), strict=True))
        points.append((x, y))
    return points


def outline() -> list[Point]:
    """A bowl 15 wide with its rim at y 0."""
    right = curve((15, 0), (14.6, 6), (12, 9), (10, 9.4))
    left = curve((5, 9.4), (3, 9), (0.4, 6), (0, 0))
    return [(0, 0), (15, 0), *right, (10, 11), (5, 11), (5, 9.4), *left]


class Bowls(Widget):
    """One bowl is `each` people; those of `before` that are not among `now` are dashed.

    Args:
        name: What is counted.
        before: People at the start.
        now: People at the end.
        each: People to a bowl.
        key: What the screen calls it.
    """

    role = "chart"

    def __init__(self, name: str, before: int, now: int, each: int = 10, *, key: str = "") -> None:
        super().__init__(name, key=key)
        self.before, self.now, self.each = before, now, each

    @property
    def value_text(self) -> str:
        """Both numbers."""
        return _("{now} of {before} people").format(
            now=number(self.now), before=number(self.before)
        )

    @property
    def bowls(self) -> tuple[int, int]:
        """Full bowls and all bowls, to the nearest bowl.

        >>> Bowls("hall", 1240, 1012).bowls
        (101, 124)
        """
        every = max(1, round(self.before / self.each))
        return min(every, round(self.now / self.each)), every

    def hits(self) -> list[pygame.Rect]:
        """One row of bowls is low: it answers to a whole hit area, as words do."""
        return [self._grown()]

    def across(self, width: int, theme: Theme) -> int:
        """How many bowls stand in a row."""
        return max(1, int((width + (PITCH - WIDE) * theme.scale) // (PITCH * theme.scale)))

    def height(self, width: int, theme: Theme) -> int:
        """All rows."""
        rows = -(-self.bowls[1] // self.across(width, theme))
        return theme.px(rows * ROW - 8)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The full ones, then the outlines."""
        scale, across = self.theme.scale, self.across(box.width, self.theme)
        size = (self.theme.px(WIDE + 4), self.theme.px(17))
        full, gone = self._bowl(size, there=True), self._bowl(size, there=False)
        there, every = self.bowls
        for at in range(every):
            x = box.left + (at % across * PITCH - 2) * scale
            y = box.top + at // across * ROW * scale
            (full if at < there else gone).stamp(on, (round(x), round(y)))

    def _bowl(self, size: tuple[int, int], *, there: bool) -> Fine:
        scale, colours, fine = self.theme.scale, self.theme.colours, Fine(size)
        points = [((x + 2) * scale, (y + 3) * scale) for x, y in outline()]
        if there:
            fine.shape(points, colours.indigo)
            rim = (2.0 * scale, 1.2 * scale, 15 * scale, 4.2 * scale)
            fine.oval(rim, colours.ink)
            thick = scale
            x, y, width, high = rim
            inner = (x + thick, y + thick, width - 2 * thick, high - 2 * thick)
            fine.oval(inner, colours.wall)
        else:
            dash = (2.2 * scale, 2 * scale)
            fine.line(points, colours.ink2, 1.1 * scale, dash=dash, closed=True)
        return fine
