"""The right panel: the two ledgers, what the county asks, where the grain goes."""

from collections.abc import Callable

import pygame

from game.sim.views import View
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import chart_lines, gap_text, harvest_name, known, tonnes_of
from game.ui.screens.why import WhyFigure
from game.ui.theme import FIGURE, SECOND_BOLD, SECOND_MEDIUM, SMALL, TURN, Theme
from game.ui.widgets.bar import Part, SplitBar
from game.ui.widgets.chart import Chart
from game.ui.widgets.gauge import Figure
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel, Rule
from game.words import _, kilograms, tonnes


def split_parts(view: View) -> list[Part]:
    """The parts of the bar: what the last carts took, seed and feed, and what is left to eat."""
    forecast = view.forecast
    taken = view.harvests[-1].taken_kg if view.harvests else 0
    kept = forecast.seed_kg + forecast.feed_kg
    return [
        Part(_("Taken at the last harvest"), taken, tonnes(taken), "cinnabar_deep", hatched=True),
        Part(_("Seed and fodder"), kept, tonnes(kept), "ochre"),
        Part(_("In store, to eat"), view.store.kg, known(view.store), "indigo"),
    ]


class GrainPanel(Group):
    """The chart is always there."""

    def __init__(self, sitting: Sitting, on_why: Callable[[str, str], None]) -> None:
        self.sitting = sitting
        lines = chart_lines((), sitting.view.turns, sitting.session.level.start_year)
        self.panel = Panel(_("Grain"))
        self.head = Head(_("Grain, by harvest"), "粮食")
        self.chart = Chart(_("Grain, by harvest"), lines, text=tonnes_of, key="chart")
        self.line = Rule()
        self.which = Label("", SMALL, "ink2", key="which_harvest")
        self.trio = [
            WhyFigure(_("Reported"), "0 t", on_why, "reported", "cinnabar_deep",
                      hint=_("What you wrote for the county at the last harvest."), key="reported"),
            WhyFigure(_("Brought in"), "0 t", on_why, "harvest", "indigo",
                      hint=_("What was brought in at the last harvest."), key="actual"),
            WhyFigure(_("Gap"), "0 t", on_why, "",
                      hint=_("What was written and was not there."), key="gap"),
        ]  # fmt: skip
        self.asks = Head(_("The county asks"), "任务")
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
        self.food = Figure("", "", "ink", FIGURE, key="per_day")
        super().__init__(
            self.panel, self.head, self.chart, self.line, self.which, *self.trio, self.asks,
            self.facts, self.goes, self.split, self.last_line, self.per_head, self.food,
        )  # fmt: skip

    def arrange(self, box: pygame.Rect, theme: Theme) -> None:
        """The places of the design; the chart takes what is left over."""
        px = theme.px
        self.panel.place(box, theme)
        left, wide = box.left + px(14), box.width - px(28)

        def put(widget: object, top: int, high: int) -> int:
            widget.place(pygame.Rect(left, top, wide, high), theme)  # type: ignore[attr-defined]
            return top + high

        split = self.split.height(wide, theme)
        facts = max(px(18), self.facts.height(wide, theme))
        below = px(12 + 62 + 32 + 32 + 40 + 10) + split + facts
        top = put(self.head, box.top + px(9), px(28))
        chart = pygame.Rect(box.left + px(12), top + px(2), box.width - px(26), 0)
        chart.height = max(px(150), box.bottom - below - top)
        self.chart.place(chart, theme)
        top = put(self.line, chart.bottom + px(4), theme.line(1))
        top = put(self.which, top + px(3), px(17))
        self._place_trio(pygame.Rect(left, top, wide, px(42)), theme)
        top = put(self.asks, top + px(44), px(28))
        top = put(self.facts, top + px(4), facts)
        top = put(self.goes, top + px(4), px(28))
        top = put(self.split, top + px(6), split)
        put(self.last_line, box.bottom - px(40), theme.line(1))
        half = pygame.Rect(left, box.bottom - px(31), wide // 2 + px(20), px(20))
        self.per_head.place(half, theme)
        value = self.food.width(theme)
        self.food.place(pygame.Rect(left + wide - value, box.bottom - px(47), value, px(42)), theme)

    def _place_trio(self, box: pygame.Rect, theme: Theme) -> None:
        """Thirds; where ranges need more room, by need and in a smaller face."""
        wides = [figure.width(theme) for figure in self.trio]
        spare = max(0, box.width - sum(wides)) // len(wides)
        left = box.left
        even = max(wides) + theme.px(8) <= box.width // len(wides)
        for figure, need in zip(self.trio, wides, strict=True):
            wide = box.width // len(wides) if even else need + spare
            figure.place(pygame.Rect(left, box.top, wide, box.height), theme)
            left += wide

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
            for figure in self.trio[1:]:
                figure.style = SECOND_BOLD if ranged else TURN
            told = _("Last harvest: {harvest}").format(harvest=harvest_name(last).lower())
            self.which.set(told)
        self.facts.show(self._facts(view))
        self.split.show(split_parts(view))
        eat = view.forecast.eat_g_day
        self.food.show(kilograms(eat), "cinnabar_deep" if eat < view.ration_g else "ink")
        self.food.hint = _(
            "If the store is shared out evenly until the next harvest. The ration you ordered is"
            " {ration} for a working person."
        ).format(ration=kilograms(view.ration_g))

    def _facts(self, view: View) -> list[Fact]:
        return [
            Fact(_("Quota, next harvest"), tonnes(view.quota_kg)),
            Fact(_("Hoped for"), tonnes(view.hoped_kg)),
        ]
