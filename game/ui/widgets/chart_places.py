"""Where everything stands on the chart of the two ledgers, and what lies under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import fonts
from game.ui.theme import BODY, SMALL
from game.ui.widgets.chart_layout import Point, ticks
from game.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.widgets.chart import Chart

NEAR = 7  # logical px from a line within which the pointer means the line


class ChartPlaces:
    """The places of one chart; it takes the numbers from the widget and keeps nothing."""

    def __init__(self, chart: Chart) -> None:
        self.lines, self.big, self.theme = chart.lines, chart.big, chart.theme
        self.small = BODY if self.big else SMALL
        self.top = self.lines.highest

    def plot(self, box: pygame.Rect) -> pygame.Rect:
        """The field between the axes."""
        px = self.theme.px
        widest = max(fonts.width_of(number(v), self.small, self.theme) for v in ticks(self.top))
        above = 52 if self.lines.events else 25 if self.lines.unit else 6
        left = box.left + widest + px(7)
        below = px(28 if self.big else 24)
        return pygame.Rect(
            left, box.top + px(above), box.right - left, box.height - px(above) - below
        )

    def x(self, plot: pygame.Rect, at: float) -> float:
        """Where a harvest stands."""
        return plot.left + plot.width * (at + 0.5) / self.lines.slots

    def y(self, plot: pygame.Rect, value: float) -> float:
        """Where a value stands."""
        return plot.bottom - plot.height * value / self.top

    def way(self, plot: pygame.Rect, values: Sequence[float | None]) -> dict[int, Point]:
        """The points of a line, by harvest."""
        return {
            at: (self.x(plot, at), self.y(plot, value))
            for at, value in enumerate(values)
            if value is not None
        }

    def under(self, box: pygame.Rect, spot: tuple[int, int]) -> tuple[int | None, str | None]:
        """The harvest under a point, and which line or what between them lies there."""
        plot, lines = self.plot(box), self.lines
        if not plot.collidepoint(spot):
            return None, None
        place = (spot[0] - plot.left) * lines.slots / max(1, plot.width) - 0.5
        at = min(max(0, round(place)), lines.count - 1)
        reported = self.between(plot, lines.reported, place)
        low, high = self.there(plot, place)
        near = self.theme.px(NEAR)
        if reported is not None and abs(spot[1] - reported) <= near:
            return at, "reported"
        if low is None or high is None:
            return at, None
        if high - near <= spot[1] <= low + near:
            return at, "actual"
        if reported is not None and min(reported, low) < spot[1] < max(reported, high):
            return at, "gap"
        return at, None

    def between(
        self, plot: pygame.Rect, values: Sequence[float | None], place: float
    ) -> float | None:
        """Where a line runs at a place between two harvests; None where it does not."""
        left = min(max(0, int(place)), max(0, len(values) - 1))
        right = min(left + 1, len(values) - 1)
        ends = [values[at] if 0 <= at < len(values) else None for at in (left, right)]
        if ends[0] is None or ends[1] is None:
            one = ends[0] if place - left < 0.5 else ends[1]  # beside the end of a line
            return None if one is None else self.y(plot, one)
        share = min(max(0.0, place - left), 1.0)
        return self.y(plot, ends[0] + (ends[1] - ends[0]) * share)

    def there(self, plot: pygame.Rect, place: float) -> tuple[float | None, float | None]:
        """The lower and the upper edge of what was there: one line, or the band of an estimate."""
        lows: list[float | None] = []
        highs: list[float | None] = []
        for at in range(max(len(self.lines.actual), len(self.lines.estimate))):
            actual = self.lines.actual[at] if at < len(self.lines.actual) else None
            band = self.lines.estimate[at] if at < len(self.lines.estimate) else None
            lows.append(actual if actual is not None or band is None else band[0])
            highs.append(actual if actual is not None or band is None else band[1])
        return self.between(plot, lows, place), self.between(plot, highs, place)
