"""How the chart of the two ledgers is drawn."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_MEDIUM, VALUE, Colour, Type, mix
from game.ui.widgets import ink
from game.ui.widgets.chart_layout import Places, Point, known_runs, ticks
from game.ui.widgets.chart_places import ChartPlaces
from game.ui.widgets.ink import Fine
from game.words import _, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.widgets.chart import Chart

NAME = Type("sans-bold", 13.5)
NAME_BIG = Type("sans-bold", 15)


class ChartPicture(ChartPlaces):
    """One drawing of a chart; it takes the numbers from the widget and keeps nothing."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.grown, self.picked, self.part = chart.grown, chart.picked, chart.part
        self.colours = self.theme.colours
        self.labels: dict[str, pygame.Rect] = {}

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Field, axes, gap, lines, words."""
        plot = self.plot(box)
        pygame.draw.rect(on, self.colours.field, plot)
        self._axes(on, plot)
        fine = Fine(on.get_size())
        reported = self.way(plot, self.lines.reported)
        actual = self.way(plot, self.lines.actual)
        self._band(fine, plot)
        self._gap(fine, reported, actual)
        self._events_below(fine, plot)
        self._line(fine, self._grow(actual, 2 * self.grown - 1), None)
        self._line(fine, self._grow(reported, 2 * self.grown), (7, 3.5))
        self._marks(fine, reported, actual)
        self._picked(fine, plot)
        fine.stamp(on)
        self._events(on, plot)
        self._words(on, plot, reported, actual)

    def _axes(self, on: pygame.Surface, plot: pygame.Rect) -> None:
        theme, colours = self.theme, self.colours
        size = fonts.size_of(self.small, theme)
        pale = mix(colours.rule, colours.paper, 0.35)
        for value in ticks(self.top):
            y, thick = round(self.y(plot, value)), theme.line(1 if value else 1.5)
            colour = pale if value else colours.ink
            pygame.draw.rect(on, colour, (plot.left, y - thick // 2, plot.width, thick))
            at = (plot.left - theme.px(6), y + size * 0.35)
            fonts.put(on, number(value), at, self.small, theme, colours.ink2, "right")
        for count, year in enumerate(self.lines.years):
            wide = plot.width / len(self.lines.years)
            x = round(plot.left + wide * count)
            pygame.draw.rect(on, colours.ink2, (x, plot.bottom, theme.line(1), theme.px(7)))
            below = (x + wide / 2, plot.bottom + size + theme.px(6))
            fonts.put(on, year, below, self.small, theme, colours.ink2, "center")
        unit = (plot.left, plot.top - theme.px(6))  # beside the highest tick, never over it
        fonts.put(on, self.lines.unit, unit, self.small, theme, colours.ink2)
        if self.picked is not None:
            x = round(self.x(plot, self.picked))
            pygame.draw.rect(on, colours.rule, (x, plot.top, theme.line(1), plot.height))

    def _grow(self, points: dict[int, Point], part: float) -> dict[int, Point]:
        """The line with its newest piece drawn only in part."""
        if part >= 1 or len(points) < 2:
            return points
        *_before, last, newest = points
        (ax, ay), (bx, by) = points[last], points[newest]
        part = max(0.0, part)
        return {**points, newest: (ax + (bx - ax) * part, ay + (by - ay) * part)}

    def _gap(self, fine: Fine, reported: dict[int, Point], actual: dict[int, Point]) -> None:
        scale, colours = self.theme.scale, self.colours
        known = max(len(self.lines.reported), len(self.lines.actual))
        shared = [at if at in reported and at in actual else None for at in range(known)]
        if self.grown < 1 and shared:
            shared.pop()
        for run in known_runs(shared):
            area = [reported[at] for at in run] + [actual[at] for at in reversed(run)]
            fine.shape(area, mix(colours.cinnabar, colours.blossom, 0.3), 0.16)
            gap, width = (9, 1.2) if self.big else (6, 1)
            fine.hatch(area, colours.cinnabar, width * scale, gap * scale, 0.38)

    def _band(self, fine: Fine, plot: pygame.Rect) -> None:
        """What may be in the barn where nothing was weighed."""
        ends: list[tuple[float, float] | None] = []
        for at in range(max(len(self.lines.actual), len(self.lines.estimate))):
            actual = self.lines.actual[at] if at < len(self.lines.actual) else None
            band = self.lines.estimate[at] if at < len(self.lines.estimate) else None
            ends.append((actual, actual) if actual is not None else band)
        for one, other in pairwise(range(len(ends))):
            first, second = ends[one], ends[other]
            if first is None or second is None or (first[0] == first[1] and second[0] == second[1]):
                continue
            (la, ha), (lb, hb) = first, second
            ax, bx = self.x(plot, one), self.x(plot, other)
            corners = [(ax, self.y(plot, ha)), (bx, self.y(plot, hb))]
            corners += [(bx, self.y(plot, lb)), (ax, self.y(plot, la))]
            fine.shape(corners, self.colours.indigo_light, 0.28)
            for edge in (corners[:2], corners[2:]):
                fine.line(edge, self.colours.indigo_light, self.theme.scale, alpha=0.8)

    def _line(self, fine: Fine, points: dict[int, Point], dash: tuple[float, float] | None) -> None:
        """One of the two lines with a pale edge, broken where a value is missing."""
        scale, colours = self.theme.scale, self.colours
        times = 1.4 if self.big else 1.0
        highest = max(points, default=-1)
        for run in known_runs([at if at in points else None for at in range(highest + 1)]):
            way = [points[at] for at in run]
            fine.line(way, colours.field, (6 if self.big else 5) * scale)
            if dash is None:
                fine.line(way, colours.indigo, (3.4 if self.big else 2.8) * scale)
            else:
                length, pause = (part * scale * times for part in dash)
                width = (3 if self.big else 2.4) * scale
                fine.line(way, colours.cinnabar, width, dash=(length, pause))

    def _marks(self, fine: Fine, reported: dict[int, Point], actual: dict[int, Point]) -> None:
        scale, colours = self.theme.scale, self.colours
        newest = self.lines.count - 1
        size = (5.6 if self.big else 4) * scale
        for at, point in actual.items():
            if self.grown >= 1 or at < newest:
                fine.disc(point, size * 0.9, colours.indigo)
        for at, (x, y) in reported.items():
            if self.grown < 0.5 and at == newest:
                continue
            reach, width = size * 1.15, (2 if self.big else 1.7) * scale
            corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
            below = actual.get(at)
            if below is None or abs(below[1] - y) > 2 * scale:
                fine.shape(corners, colours.field)
            fine.line(corners, colours.cinnabar, width, closed=True)

    def _picked(self, fine: Fine, plot: pygame.Rect) -> None:
        """A ring round the picked point of one line, a stroke across the gap between them."""
        if self.picked is None or self.part is None:
            return
        place, colour = float(self.picked), self.colours.ink
        reported = self.between(plot, self.lines.reported, place)
        low, high = self.there(plot, place)
        x, scale = self.x(plot, place), self.theme.scale
        if self.part == "gap" and reported is not None and high is not None:
            fine.line([(x, reported), (x, high)], colour, 3 * scale)
        for part, ends in (("reported", (reported,)), ("actual", (low, high))):
            for y in ends if part == self.part else ():
                if y is not None:
                    reach = 9 * scale
                    ring = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
                    fine.line(ring, colour, 1.6 * scale, closed=True)

    def _events_below(self, fine: Fine, plot: pygame.Rect) -> None:
        scale = self.theme.scale
        for place, _number in self.lines.events:
            x = self.x(plot, place)
            way = [(x, plot.top - 18 * scale), (x, plot.bottom - 11 * scale)]
            fine.line(way, self.colours.ink2, scale, dash=(2 * scale, 4 * scale))

    def _events(self, on: pygame.Surface, plot: pygame.Rect) -> None:
        """The strip of numbered events above the field."""
        if not self.lines.events:
            return
        theme, colours = self.theme, self.colours
        y, radius = plot.top - theme.px(30), theme.px(12)
        pygame.draw.rect(on, colours.ink, (plot.left, y, plot.width, theme.line(1.2)))
        name = (plot.left, y - theme.px(10))
        fonts.put(on, self.lines.events_name, name, SECOND_MEDIUM, theme, colours.ink2)
        for place, mark in self.lines.events:
            x = round(self.x(plot, place))
            number_disc(on, mark, (x, y), radius, self)

    def _words(
        self,
        on: pygame.Surface,
        plot: pygame.Rect,
        reported: dict[int, Point],
        actual: dict[int, Point],
    ) -> None:
        """The names of both lines, then the notes, none on another."""
        theme, colours = self.theme, self.colours
        lines = [*pairwise(reported.values()), *pairwise(actual.values())]
        marks = [self._around(point) for point in (*reported.values(), *actual.values())]
        places = Places(plot.inflate(-theme.px(4), -theme.px(4)), lines, marks)
        for note in self.lines.notes:
            points, up = (reported, True) if note.line == "reported" else (actual, False)
            colour = colours.cinnabar_deep if up else colours.indigo
            if note.at in points:
                self._note(on, places, note.title, note.more, [points[note.at]], up, colour)
        if actual:
            places.wished.append(self._beside(list(actual.values())[-1]))
        named = (
            ("reported", _("Reported"), reported, actual, colours.cinnabar_deep),
            ("actual", _("Actual"), actual, reported, colours.indigo),
        )
        for key, name, points, others, colour in named:
            places.wished = places.wished if key == "reported" else []
            if points:
                later, other = [*reversed(points.values())], [*reversed(others.values())]
                up = key == "reported"
                area = self._note(on, places, name, "", later, up, colour, other)
                self.labels[key] = area

    def _beside(self, point: Point) -> pygame.Rect:
        """Where the name of a line would stand best: right of its end."""
        area = pygame.Rect(0, 0, self.theme.px(60), self.theme.px(20))
        area.midleft = round(point[0]) + self.theme.px(9), round(point[1])
        return area

    def _around(self, point: Point) -> pygame.Rect:
        area = pygame.Rect(0, 0, self.theme.px(9), self.theme.px(9))
        area.center = round(point[0]), round(point[1])
        return area

    def _leader(self, on: pygame.Surface, area: pygame.Rect, point: Point, colour: Colour) -> None:
        """A line from a note to its point, unless it stands right beside it."""
        x = min(max(point[0], area.left), area.right)
        y = min(max(point[1], area.top), area.bottom)
        far, radius = math.hypot(point[0] - x, point[1] - y), self.theme.px(7)
        if far > 2 * radius:
            end = (
                point[0] + (x - point[0]) * radius / far,
                point[1] + (y - point[1]) * radius / far,
            )
            pygame.draw.aaline(on, colour, (x, y), end, self.theme.line(1.2))

    def _note(
        self,
        on: pygame.Surface,
        places: Places,
        title: str,
        more: str,
        anchors: list[Point],
        up: bool,
        colour: Colour,
        other: Sequence[Point] = (),
    ) -> pygame.Rect:
        theme, style = self.theme, NAME_BIG if self.big else NAME
        wide = max(fonts.width_of(title, style, theme), fonts.width_of(more, SECOND, theme))
        high = theme.px(20 if not more else 38)
        area = places.put((wide + theme.px(4), high), anchors, theme.px(9), up, other)
        if more:
            self._leader(on, area, anchors[0], colour)
        ink.shade(on, area, self.colours.field, 0.88)
        at = (area.left + theme.px(2), area.top + theme.px(15))
        fonts.put(on, title, at, style, theme, colour)
        below = (at[0], at[1] + theme.px(17))
        fonts.put(on, more, below, SECOND, theme, self.colours.ink2)
        return area


def number_disc(
    on: pygame.Surface, mark: str, centre: tuple[int, int], radius: int, of: ChartPicture
) -> None:
    """A number on a disc of ink, as it stands on the strip and beside the text it points to."""
    fine = Fine((2 * radius + 2, 2 * radius + 2))
    fine.disc((radius + 1, radius + 1), radius, of.colours.ink)
    fine.stamp(on, (centre[0] - radius - 1, centre[1] - radius - 1))
    size = fonts.size_of(VALUE, of.theme)
    at = (centre[0], centre[1] + size * 0.37)
    fonts.put(on, mark, at, VALUE, of.theme, of.colours.paper, "center")
