"""The season in figures: what moved in both ledgers, the people, the standing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.reports import season as figures
from game.reports.season import Row
from game.ui.screen import Push, Replace
from game.ui.screens import flow, menu
from game.ui.screens.chart_why import points
from game.ui.screens.page import Page, stack
from game.ui.screens.people_lines import register_lines
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import chart_hint, chart_lines, chart_name, known, standing, tonnes_of
from game.ui.screens.why import answering
from game.ui.screens.why_words import part_name
from game.ui.theme import HEAD, SECOND, Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.ui.widgets.table_shape import PRESSED_ROW
from game.words import _, number, percent, season_name, tonnes

if TYPE_CHECKING:
    from game.ui.widgets.base import Widget

PEOPLE = ("people", "births", "deaths", "left", "hands", "reserve")
SPOKEN = ("reported", "actual", "taken", "store", "people", "deaths")
"""Rows that are said when the screen is shown."""
CHART, CHART_MOST = 150, 330  # logical px: the least and the greatest height of the chart
WRITTEN, THERE = ("reported", "said"), ("actual", "store")


def value_text(row: Row, value: int | None) -> str:
    """A value in the unit of its row."""
    if value is None:
        return ""
    if row.unit == "kg":
        return tonnes(value)
    return percent(value) if row.unit == "pm" else number(value)


def cells(row: Row) -> list[str]:
    """What, before, after."""
    after = value_text(row, row.after)
    if row.estimate is not None and row.estimate.kind == "estimate":
        after = known(row.estimate)
    before = value_text(row, row.before)
    if row.estimate_before is not None and row.estimate_before.kind == "estimate":
        before = known(row.estimate_before)
    return [_(row.text), before, after]


FIGURES = {"people": "people_all", "in_field": "unharvested"}
"""Rows whose figure is called otherwise."""


def asks(row: Row, turn: int) -> list[Ask]:
    """The figures of a row: before the season, and after it."""
    figure = FIGURES.get(row.key, row.key)
    _name, before, after = cells(row)
    found = [Ask(figure, before, turn=turn - 1)] if before else []
    return [*found, Ask(figure, after, turn=turn)]


class SeasonFigures(Page):
    """Three columns: grain, people, the county."""

    WIDE = 1000

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        level, history = sitting.session.level, sitting.session.history
        turn = len(history) - 1
        name = season_name(level.season(turn), level.year(turn))
        super().__init__(_("{season}, in figures").format(season=name))
        self.after = history[-1]
        self.before = history[-2] if turn else sitting.session.at_start()
        self._removed = self.after.removed_turn == turn
        rows = [
            row
            for row in figures.rows(self.before, self.after)
            if not (self._removed and row.key == "standing")
        ]
        grain = [row for row in rows if row.key not in PEOPLE]
        people = [row for row in rows if row.key in PEOPLE]
        self.moved, self.grain = self._pair(_("Grain and works"), grain, "grain", turn)
        self.came, self.people = self._pair(_("People"), people, "people", turn)
        answering(self.form, lambda: sitting.session, sitting.word)
        self.lines = register_lines(sitting, turn)
        word = _("Removed") if self._removed else standing(self.after)
        counted = _("In this season")
        self.columns: tuple[list[Widget], ...] = (
            [Head(_("Grain and works"), "粮食", right=counted), self.moved, self.grain],
            [Head(_("People"), "人口", right=counted), self.came, self.people],
            [Head(_("Standing with the county"), "上级", right=word), *self._standing()],
        )
        self.register = Head(_("From the register"), "名册", style=HEAD)
        self.over_chart = Head(chart_name(), "粮食", style=HEAD)
        lines = chart_lines(self.after.harvests, self.after.turns, level.start_year)
        self.chart = Chart(chart_name(), lines, text=tonnes_of, hint=chart_hint(), key="chart")
        self.chart.points_tell(points(self.after.harvests))
        first, second, third = self.columns
        self.body.add(
            *first, *second, self.register, *self.lines, *third, self.over_chart, self.chart
        )
        if sitting.trouble:
            self.note.set(_("The game was not saved: {reason}").format(reason=sitting.trouble))
        self.add_feet(
            Button(_("Ledger"), self._ledger, key="ledger", hint=_("Both books as tables")),
            Button(_("Continue"), self._on, "seal", key="continue"),
        )
        self.announce_on_enter = self._opening(rows)
        self.form.on_escape = lambda: menu.open_menu(self, sitting)

    def _opening(self, rows: list[Row]) -> str:
        """The head and the key figures of the season, for the ear."""
        told = {row.key: f"{_(row.text)}: {cells(row)[-1]}" for row in rows}
        found = [self.announce_on_enter, *(told[key] for key in SPOKEN if key in told)]
        stands = _("Removed") if self._removed else standing(self.after)
        found.append(_("{name}: {value}").format(name=_("Standing with the county"), value=stands))
        return ". ".join([*found, *([self.note.name] if self.note.name else [])])

    def _pair(self, name: str, rows: list[Row], key: str, turn: int) -> tuple[Table, Table]:
        """What the season counted, and what stood before it and stands now."""
        counted = [row for row in rows if row.before is None]
        stood = [row for row in rows if row.before is not None]
        once = [Column("", 22), Column("", 9, right=True)]
        twice = [Column("", 17), Column(_("Before"), 8, right=True),
                 Column(_("Now"), 8, right=True)]  # fmt: skip
        made = []
        for of, heads, end in ((counted, once, "_moved"), (stood, twice, "")):
            shown = [[cell for cell in cells(row) if cell or row.before is not None] for row in of]
            table = Table(
                name, heads, shown, key=key + end, hint=_("Enter on a row opens its parts."),
            )  # fmt: skip
            table.on_select = self._opener(table)
            table.least = PRESSED_ROW
            table.rows_tell([asks(row, turn) for row in of])
            table.visible = bool(of)
            made.append(table)
        return made[0], made[1]

    def _opener(self, table: Table) -> Callable[[int], None]:
        return lambda at: self._why(table, at)

    def _standing(self) -> list[Label | Facts]:
        """The parts of the county's opinion."""
        facts, at = [], len(self.sitting.session.history) - 1
        for why in self.after.why:
            if why.figure != "standing":
                continue
            for factor in why.factors:
                amount = int(factor.amount[0].sum())
                if amount:
                    sign = "+" if amount > 0 else "−"
                    name = part_name(factor.name, self.sitting.word)
                    facts.append(Fact(name[:1].upper() + name[1:], f"{sign}{number(abs(amount))}"))
        told = _("It stands at {now} of 1,000; it stood at {before}.").format(
            now=number(self.after.standing_pm), before=number(self.before.standing_pm)
        )
        if self._removed:
            told = _(
                "It stood at {before} of 1,000. The county has removed you from office; your"
                " successor begins anew."
            ).format(before=number(self.before.standing_pm))
        made: list[Label | Facts] = [Label(told, SECOND, "ink2", key="stands")]
        now = [] if self._removed else [Ask("standing", number(self.after.standing_pm), turn=at)]
        before = Ask("standing", number(self.before.standing_pm), turn=at - 1)
        made[0].can_tell(*now, before)
        if facts:
            shown = Facts(_("Parts of the standing"), facts, key="standing")
            shown.can_tell(Ask("standing", number(self.after.standing_pm), turn=at))
            made.append(shown)
        else:
            made.append(Label(_("Nothing moved it in this season."), SECOND, "ink2"))
        return made

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Grain and people, the register below the shorter; at the right county and chart."""
        px = theme.px
        gap = px(36)
        wide = (area.width - 2 * gap) // 3
        first, second, third = (
            pygame.Rect(area.left + at * (wide + gap), area.top, wide, area.height)
            for at in range(3)
        )
        ends = [
            stack(self.columns[at], column, theme, 4 + 2 * at)
            for at, column in enumerate((first, second))
        ]
        shorter = first if ends[0] < ends[1] else second
        shorter.top = min(ends) + px(8)
        ends.append(stack([self.register, *self.lines], shorter, theme, 6))
        below = stack([*self.columns[2], self.over_chart], third, theme, 6)
        high = max(px(CHART), max(area.bottom, *ends) - below)
        high = min(high, px(CHART_MOST))
        self.chart.place(pygame.Rect(third.left, below, wide, high), theme)
        return max(*ends, self.chart.rect.bottom)

    def _why(self, table: Table, at: int) -> None:
        if self.form.on_ask is not None:
            self.form.on_ask(table.rows[at][0], table.row_asks[at])

    def _ledger(self) -> None:
        from game.ui.screens.ledger import Ledger

        self.go(Push(Ledger(self.sitting)))

    def _on(self) -> None:
        self.go(Replace(flow.next_season(self.sitting)))
