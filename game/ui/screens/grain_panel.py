"""The right panel: the two ledgers, what the county asks, where the grain goes."""

import pygame

from game.sim.views import View
from game.ui.screens.chart_why import points
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import (
    chart_hint,
    chart_lines,
    chart_name,
    food,
    gap_text,
    harvest_name,
    known,
    tonnes_of,
)
from game.ui.theme import FIGURE, SECOND_BOLD, SECOND_MEDIUM, SMALL, TURN, Theme
from game.ui.widgets.bar import Part, SplitBar
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.chart import Chart
from game.ui.widgets.gauge import Figure
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel, Rule
from game.ui.widgets.row import Row
from game.words import _, kilograms, tonnes

CHART_LEAST = 150  # logical px


def split_parts(view: View) -> list[Part]:
    """The parts of the bar: what the last carts took, seed and feed, and what is left to eat."""
    forecast, last = view.forecast, view.harvests[-1] if view.harvests else None
    taken = last.taken_kg if last else 0
    # What was taken before the level began stands in no book here: not known, rather than nothing.
    told = "–" if last is None or last.before else tonnes(taken)
    kept = forecast.seed_kg + forecast.feed_kg
    return [
        Part(_("Taken at the last harvest"), taken, told, "cinnabar_deep", hatched=True),
        Part(_("Seed and fodder"), kept, tonnes(kept), "ochre"),
        Part(_("In store, to eat"), view.store.kg, known(view.store), "indigo"),
    ]


class GrainPanel(Group):
    """The chart is always there."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        lines = chart_lines((), sitting.view.turns, sitting.session.level.start_year)
        self.panel = Panel(_("Grain"))
        self.head = Head(chart_name(), "粮食")
        self.chart = Chart(chart_name(), lines, text=tonnes_of, hint=chart_hint(), key="chart")
        self.line = Rule()
        self.which = Label("", SMALL, "ink2", key="which_harvest")
        self.trio = [
            Figure(_("Reported"), "0 t", "cinnabar_deep",
                      hint=_("What you wrote for the county at the last harvest."), key="reported"),
            Figure(_("Brought in"), "0 t", "indigo",
                      hint=_("What was brought in at the last harvest."), key="actual"),
            Figure(_("Gap"), "0 t",
                      hint=_("What was written and was not there."), key="gap"),
        ]  # fmt: skip
        self.county = Head(_("The county asks"), "任务")
        self.facts = Facts(
            _("The county asks"), key="asks",
            hint=_("Every office writes two targets: one that must be met, and one it hopes for."),
        )  # fmt: skip
        self.goes = Head(_("Where the grain goes"), "分配")
        self.split = SplitBar(
            _("Where the grain goes"), [], key="split",
            hint=_("What the carts took at the last harvest; what is kept for sowing and for the"
                   " animals; what is in the common granaries now."),
        )  # fmt: skip
        self.last_line = Rule()
        self.per_head = Label(_("Per person, per day"), SECOND_MEDIUM)
        self.food = Figure(
            _("Per person, per day"), "", "ink", FIGURE, captioned=False, key="per_day"
        )
        self.row, self.foot = Row(*self.trio), Row(self.per_head, self.food)
        super().__init__(
            self.panel, self.head, self.chart, self.line, self.which, self.row, self.county,
            self.facts, self.goes, self.split, self.last_line, self.foot,
        )  # fmt: skip

    def column(self) -> list[Widget]:
        """All of it, for one column of text."""
        return [each for each in self.children if each is not self.panel]

    def _below(self, wide: int, theme: Theme) -> list[tuple[Widget, int, int]]:
        """What stands below the chart: the gap above each, and its height."""
        gaps = (
            (self.line, 4), (self.which, 3), (self.row, 0), (self.county, 2), (self.facts, 4),
            (self.goes, 4), (self.split, 6),
        )  # fmt: skip
        return [(each, theme.px(gap), each.height(wide, theme)) for each, gap in gaps]

    def least(self, wide: int, theme: Theme) -> int:
        """The height that it needs at a width, with a chart that can be read."""
        inner = wide - theme.px(28)
        below = sum(gap + high for _each, gap, high in self._below(inner, theme))
        around = self.head.height(inner, theme) + self.foot.height(inner, theme)
        return below + around + theme.px(CHART_LEAST + 30)

    def arrange(self, box: pygame.Rect, theme: Theme) -> None:
        """The places of the design; the chart takes what is left over."""
        px = theme.px
        self.panel.place(box, theme)
        left, wide = box.left + px(14), box.width - px(28)
        high = self.head.height(wide, theme)
        self.head.place(pygame.Rect(left, box.top + px(9), wide, high), theme)
        foot = self.foot.height(wide, theme)
        self.foot.place(pygame.Rect(left, box.bottom - foot - px(6), wide, foot), theme)
        line = pygame.Rect(left, self.foot.rect.top - px(4), wide, theme.line(1))
        self.last_line.place(line, theme)
        top = box.top + high + px(11)
        below = self._below(wide, theme)
        room = line.top - px(4) - top - sum(gap + tall for _each, gap, tall in below)
        chart = pygame.Rect(left, top, wide, max(px(CHART_LEAST), room))
        self.chart.place(chart, theme)
        top = chart.bottom
        for widget, gap, tall in below:
            widget.place(pygame.Rect(left, top + gap, wide, tall), theme)
            top += gap + tall

    def show(self) -> None:
        """Take the figures of the view."""
        view = self.sitting.view
        self.chart.show(
            chart_lines(view.harvests, view.turns, self.sitting.session.level.start_year)
        )
        if view.harvests:
            last = view.harvests[-1]
            self.trio[0].show(tonnes(last.reported_kg))
            self.trio[1].show(known(last.actual))
            self.trio[2].show(gap_text(last))
            ranged = last.actual.low_kg != last.actual.high_kg
            for figure in self.trio:
                figure.style = SECOND_BOLD if ranged else TURN
            told = _("Last harvest: {harvest}").format(harvest=harvest_name(last).lower())
            self.which.set(told)
            for figure, asked in zip(self.trio, ("reported", "actual", "gap"), strict=True):
                figure.can_tell(Ask(asked, figure.value))
            self.chart.points_tell(points(view.harvests))
        facts = self._facts(view)
        self.facts.show(facts)
        self.facts.can_tell(Ask("quota", facts[0].value), Ask("hoped", facts[1].value))
        parts = split_parts(view)
        self.split.show(parts)
        asked_parts = zip(("taken", "seed_and_feed", "store"), parts, strict=True)
        self.split.rows_tell(
            [(Ask(asked, part.text),) if part.text != "–" else () for asked, part in asked_parts]
        )
        eat = view.forecast.eat_g_day
        self.food.show(food(view.forecast), "cinnabar_deep" if eat < view.ration_g else "ink")
        self.food.can_tell(Ask("eat_g_day", self.food.value))
        self.food.hint = _(
            "If the store is shared out evenly until the next harvest. The ration you ordered is"
            " {ration} for a working person."
        ).format(ration=kilograms(view.ration_g))

    def _facts(self, view: View) -> list[Fact]:
        return [
            Fact(_("Quota, next harvest"), tonnes(view.quota_kg)),
            Fact(_("Hoped for"), tonnes(view.hoped_kg)),
        ]
