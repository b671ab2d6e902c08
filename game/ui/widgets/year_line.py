"""A line of years with numbered discs: when each of several things was, and how long it lasted."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SMALL, Theme, Type
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import Fine

LEAST = 900  # logical px of width below which nothing is drawn: the words beside it say it all
DISC, LANE, AXIS, THICK, END = 10, 24, 26, 4, 26  # logical px
NUMBER = Type("sans-bold", 13)
TICKS = 10  # years from one named year to the next


@dataclass(frozen=True)
class Lasted:
    """One thing."""

    number: str
    first: float  # years
    last: float


class YearLine(Widget):
    """Discs in lanes above an axis of years; words beside it say the same.

    Args:
        name: What it shows.
        things: In the order of their numbers.
    """

    role = "picture"

    def __init__(self, name: str, things: Sequence[Lasted], *, key: str = "") -> None:
        super().__init__(name, key=key)
        self.things = tuple(things)

    def _x(self, year: float, width: int, theme: Theme) -> int:
        """Where a year stands, in pixels from the left."""
        first = min(int(one.first) for one in self.things)
        last = max(one.last for one in self.things)
        room = width - theme.px(DISC + END)
        return theme.px(DISC) + round(room * (year - first) / max(1, last - first))

    def _lanes(self, width: int, theme: Theme) -> list[int]:
        """The lane of each thing from below: the lowest that is free from its beginning on."""
        ends: list[int] = []
        lanes = [0] * len(self.things)
        for at in sorted(range(len(self.things)), key=lambda each: self.things[each].first):
            one = self.things[at]
            left = self._x(one.first, width, theme) - theme.px(DISC)
            right = max(self._x(one.last, width, theme), left + theme.px(2 * DISC)) + theme.px(4)
            free = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
            ends[free : free + 1] = [right]
            lanes[at] = free
        return lanes

    def height(self, width: int, theme: Theme) -> int:
        """All lanes and the axis; nothing in a narrow window."""
        if width < theme.px(LEAST) or not self.things:
            return 0
        return (max(self._lanes(width, theme)) + 1) * theme.px(LANE) + theme.px(AXIS)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Axis and years, then what lasted, then the discs."""
        theme, colours, px, wide = self.theme, self.theme.colours, self.theme.px, box.width
        axis, lanes = box.height - px(AXIS - 4), self._lanes(wide, theme)
        fine = Fine(box.size)
        fine.line([(0, axis), (wide, axis)], colours.ink, 1.2 * theme.scale)
        spots = [
            (self._x(one.first, wide, theme), axis - px(LANE * (lane + 0.5) + 2))
            for one, lane in zip(self.things, lanes, strict=True)
        ]
        for one, (x, y) in zip(self.things, spots, strict=True):
            fine.line([(x, y), (x, axis)], colours.rule, theme.scale)
            end = self._x(one.last, wide, theme)
            fine.line([(x, y), (max(x, end), y)], colours.ash, THICK * theme.scale)
        for spot in spots:
            fine.disc(spot, px(DISC), colours.ink)
        self._years(on, box, fine, axis)
        for one, (x, y) in zip(self.things, spots, strict=True):
            spot = (box.left + x, box.top + y + px(4.5))
            fonts.put(on, one.number, spot, NUMBER, theme, colours.paper, "center")

    def _years(self, on: pygame.Surface, box: pygame.Rect, fine: Fine, axis: int) -> None:
        """Ticks and named years."""
        theme, first = self.theme, min(int(one.first) for one in self.things)
        last = int(max(one.last for one in self.things))
        named = [year for year in range(first, last + 1) if year % TICKS == 0]
        for year in named:
            x = self._x(year, box.width, theme)
            fine.line([(x, axis), (x, axis + theme.px(5))], theme.colours.ink, theme.scale)
        fine.stamp(on, box.topleft)
        for year in named:
            spot = (box.left + self._x(year, box.width, theme), box.top + axis + theme.px(18))
            fonts.put(on, str(year), spot, SMALL, theme, theme.colours.ink2, "center")
