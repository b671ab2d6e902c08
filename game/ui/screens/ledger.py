"""The ledger: both books as tables, by harvest and by brigade, the accounts, and the parts."""

from typing import TYPE_CHECKING

import pygame

from game.play.explained import parts
from game.reports.tables import NAMES
from game.sim.level import AUTUMN, SUMMER
from game.sim.parts_of import FIGURES
from game.ui.screen import Pop
from game.ui.screens.chart_why import points
from game.ui.screens.page import Page, stack
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import (
    chart_hint,
    chart_lines,
    chart_name,
    gap_text,
    harvest_name,
    known,
    seen_last,
    tonnes_of,
)
from game.ui.screens.why import answering
from game.ui.screens.why_words import exact, title_of
from game.ui.theme import SECOND, Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.choice import Tabs
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.table import Column, Table
from game.words import _, number, season_name, tonnes

if TYPE_CHECKING:
    from game.sim.views import View

BY_HARVEST, BY_BRIGADE, ACCOUNTS, PARTS = range(4)
FEW, READABLE = 3, 720  # columns of a table that is not spread, and its width in logical px
CHART = 170  # logical px: its least height


class Ledger(Page):
    """What was written beside what was there."""

    WIDE = 900

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(_("The two ledgers"))
        self.sitting, self.view = sitting, sitting.view
        self.turns = self._harvest_turns()
        self.asks: list[list[Ask]] = []  # the figures of each row
        self.tabs = Tabs(
            _("Pages"),
            [_("By harvest"), _("By brigade"), _("The granaries"), _("Parts of figures")],
            0, self._turned, key="tabs",
        )  # fmt: skip
        last = max(0, len(self.turns) - 1)
        self.which = Stepper(
            _("Harvest"), last, lambda _at: self._turned(BY_BRIGADE), high=last,
            text=self._harvest_text, key="which",
        )  # fmt: skip
        self.table = Table("", [Column("")], [], self._why, key="table")
        self.about = Label("", SECOND, "ink2")
        level = sitting.session.level
        lines = chart_lines(self.view.harvests, self.view.turns, level.start_year)
        self.chart = Chart(chart_name(), lines, text=tonnes_of, hint=chart_hint(), key="chart")
        self.chart_head = Head(chart_name(), "粮食")
        self.chart.points_tell(points(self.view.harvests))
        self.body.add(
            self.tabs, self.which, self.about, self.table, self.chart_head, self.chart,
        )  # fmt: skip
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())
        answering(self.form, lambda: sitting.session, sitting.word)
        self._fill_table()

    def _harvest_turns(self) -> list[int]:
        level = self.sitting.session.level
        closed = len(self.sitting.session.history)
        return [t for t in range(closed) if level.season(t) in {SUMMER, AUTUMN}]

    def _harvest_text(self, at: int) -> str:
        if not self.turns:
            return _("none yet")
        level, turn = self.sitting.session.level, self.turns[at]
        return season_name(level.season(turn), level.year(turn))

    def _turned(self, _at: int) -> None:
        self._fill_table()
        self.layout(self.size, self.theme)

    # ---- pages

    def _fill_table(self) -> None:
        page = self.tabs.chosen
        self.which.visible = page == BY_BRIGADE
        self.chart.visible = self.chart_head.visible = page == BY_HARVEST
        self.asks = []
        made = (self._by_harvest, self._by_brigade, self._accounts, self._parts)[page]()
        columns, rows, about, sums = made
        self.table.columns, self.table.sums, self.table.first = tuple(columns), sums, 0
        self.table.name = self.tabs.options[page]
        self.table.show(rows, None)
        self.table.rows_tell(self.asks)
        self.about.set(about)

    @property
    def _wide(self) -> int:
        """The share of a column that holds ranges in closed books."""
        return 2 if self.view.open_books else 3

    def _by_harvest(self) -> tuple[list[Column], list[list[str]], str, bool]:
        columns = [
            Column(_("Harvest"), 3), Column(_("Brigades said"), 2, right=True),
            Column(_("Reported"), 2, right=True, colour="cinnabar_deep"),
            Column(_("Actual") if self.view.open_books else _("Actual, as known"), self._wide,
                   right=True, colour="indigo"),
            Column(_("Gap"), self._wide, right=True), Column(_("Taken"), 2, right=True),
        ]  # fmt: skip
        rows = [
            [
                harvest_name(one), tonnes(one.said_kg), tonnes(one.reported_kg), known(one.actual),
                gap_text(one), "–" if one.before else tonnes(one.taken_kg),
            ]
            for one in self.view.harvests
        ]  # fmt: skip
        self.asks = [self._asks_of(at, row) for at, row in enumerate(rows)]
        about = _("In tonnes of raw grain. The harvests of {year} were taken over with the desk.")
        return columns, rows, about.format(year=self.sitting.session.level.start_year - 1), False

    def _asks_of(self, at: int, row: list[str]) -> list[Ask]:
        """The figures of one harvest; those taken over with the desk have no season of ours."""
        taken_over = sum(one.before for one in self.view.harvests)
        names = ("said", "reported", "actual", "gap", "taken")
        told = zip(names, row[1:], strict=True)
        if at < taken_over:
            return [Ask(f"past.{at}.{name}", text) for name, text in told if name != "taken"]
        turn = self.turns[at - taken_over] if at - taken_over < len(self.turns) else None
        return [Ask(name, text, turn=turn) for name, text in told]

    def _by_brigade(self) -> tuple[list[Column], list[list[str]], str, bool]:
        columns = [
            Column(_("Brigade"), 3), Column(_("Said"), 2, right=True),
            Column(_("Reported"), 2, right=True, colour="cinnabar_deep"),
            Column(_("Actual") if self.view.open_books else _("Actual, as known"), self._wide,
                   right=True, colour="indigo"),
            Column(_("Left in the field"), 2, right=True), Column(_("Taken"), 2, right=True),
            Column(_("Sold back"), 2, right=True),
        ]  # fmt: skip
        if not self.turns:
            return columns, [], _("No harvest has been brought in yet at this desk."), False
        then: View = self.sitting.session.history[self.turns[self.which.value]]
        rows = [
            [
                u.name, tonnes(u.said_kg), tonnes(u.reported_kg), known(u.harvest),
                tonnes(u.unharvested_kg), tonnes(u.taken_kg), tonnes(u.sold_back_kg),
            ]
            for u in then.units
        ]  # fmt: skip
        rows.append(self._together(then))
        names = ("said", "reported", "harvest", "unharvested", "taken", "sold_back")
        turn = self.turns[self.which.value]
        self.asks = [
            [
                Ask(name, text, at if at < len(then.units) else None, turn)
                for name, text in zip(names, row[1:], strict=True)
            ]
            for at, row in enumerate(rows)
        ]
        return (
            columns,
            rows,
            _("What each brigade said and had. Use the arrows for other harvests."),
            True,
        )

    def _together(self, then: "View") -> list[str]:
        """The commune's harvest, as it stood when it was closed."""
        last = then.harvests[-1]
        return [
            _("Together"), tonnes(last.said_kg), tonnes(last.reported_kg), known(last.actual),
            tonnes(sum(u.unharvested_kg for u in then.units)), tonnes(last.taken_kg),
            tonnes(sum(u.sold_back_kg for u in then.units)),
        ]  # fmt: skip

    def _as_known(self) -> tuple[list[Column], list[list[str]], str, bool]:
        """In closed books: each granary as it is reckoned, and when it was last seen."""
        columns = [
            Column(_("Brigade"), 3), Column(_("In the granary, as known"), 3, right=True,
                                            colour="indigo"),
            Column(_("Last seen"), 4, right=True),
        ]  # fmt: skip
        level = self.sitting.session.level
        rows = [
            [unit.name, known(unit.store), seen_last(unit.store, level)] for unit in self.view.units
        ]
        rows.append([_("Together"), known(self.view.store), ""])
        count = len(self.view.units)
        self.asks = [
            [Ask("store", row[1], at if at < count else None)] for at, row in enumerate(rows)
        ]
        about = _(
            "Reckoned from what was seen last, the fields, the kitchens and the carts. In closed"
            " books the true accounts are shut; the debrief opens them."
        )
        return columns, rows, about, False

    def _accounts(self) -> tuple[list[Column], list[list[str]], str, bool]:
        if not self.view.open_books:
            return self._as_known()
        columns = [Column(_("Where the grain is"), 3), Column(_("Now"), 1, right=True)]
        words = {account.name.lower(): text for account, text in NAMES.items()}
        shown = {n: kg for n, kg in self.view.accounts_kg.items() if kg > 0 and n in words}
        rows = [
            [_(words[name])[:1].upper() + _(words[name])[1:], tonnes(kg)]
            for name, kg in shown.items()
        ]
        self.asks = [[Ask(f"account.{name}", tonnes(kg))] for name, kg in shown.items()]
        return (
            columns,
            rows,
            _("All grain, to the kilogram, since this desk was taken over."),
            False,
        )

    def _parts(self) -> tuple[list[Column], list[list[str]], str, bool]:
        columns = [Column(_("Figure"), 3), Column(_("Parts"), 1, right=True),
                   Column(_("Amount"), 2, right=True)]  # fmt: skip
        word = self.sitting.word
        self.asks, rows = [], []
        told: set[tuple[str, str]] = set()  # several accounts of one figure open together
        for figure in FIGURES:
            for account in parts(self.sitting.session, figure):
                title, amount = title_of(account, word), exact(account.value, account.unit)
                if (title, amount) not in told:
                    rows.append([title, number(len(account.steps)), amount])
                    self.asks.append([Ask(figure)])
                told.add((title, amount))
        return columns, rows, _("Enter, a click or ? opens the parts of a figure."), False

    def _why(self, row: int) -> None:
        if self.form.on_ask is not None and row < len(self.asks) and self.asks[row]:
            self.form.on_ask(self.table.rows[row][0], tuple(self.asks[row]))

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Tabs, what the page is about, the table."""
        px = theme.px
        high = self.tabs.height(area.width, theme)
        self.tabs.place(pygame.Rect(area.left, area.top, area.width, high), theme)
        top = area.top + high + px(12)
        right = area.right
        if self.which.visible:
            wide = max(px(280), self.which.width(theme))
            high = self.which.height(wide, theme)
            self.which.place(pygame.Rect(right - wide, top, wide, high), theme)
            right -= wide + px(16)
        words = self.about.height(right - area.left, theme)
        self.about.place(pygame.Rect(area.left, top + px(6), right - area.left, words), theme)
        top += max(self.which.rect.height if self.which.visible else 0, words + px(6)) + px(10)
        few = len(self.table.columns) <= FEW
        wide = min(area.width, px(READABLE)) if few else area.width
        table = self.table.height(wide, theme)
        self.table.place(pygame.Rect(area.left, top, wide, table), theme)
        end = top + table
        if not self.chart.visible:
            return end
        below = pygame.Rect(area.left, end + px(14), area.width, 0)
        room = max(px(CHART), area.bottom - below.top - px(48))
        return stack([self.chart_head, self.chart], below, theme, tall=room)
