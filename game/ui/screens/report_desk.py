"""The report desk: what the brigades say, what is known, and the figure for the county."""

from collections.abc import Callable

import pygame

from game.reports.accounts import scales, season_part, turn_of
from game.sim.orders import Order
from game.sim.views import View
from game.ui import keys
from game.ui.screen import Action, Push, Replace
from game.ui.screens import flow
from game.ui.screens.desk_table import asks, columns, compared, rows
from game.ui.screens.order_rows import TonnesEntry
from game.ui.screens.page import Page, stack
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import food, reckoned, season_of
from game.ui.screens.why import answering
from game.ui.theme import HIT, SECOND, SMALL, Theme
from game.ui.widgets.bar import Part, SplitBar
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.compare import Compare
from game.ui.widgets.label import Label
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head
from game.ui.widgets.slider import Slider
from game.ui.widgets.table import Table
from game.ui.widgets.toggle import Toggle
from game.words import _, _n, number, tonnes

RIGHT = 384  # logical px of the column in which one writes
SCALE_ROW = 34  # logical px of a row with scales beside it
SCALES = 92
COUNTY = 232  # of the column of what is asked


class ReportDesk(Page):
    """A ledger page at the left; at the right the figure, and what would follow from it."""

    where = keys.DESK
    WIDE = 1080

    def on_leave(self) -> None:
        """The window closes: what was decided at the desk is kept."""
        self.sitting.keep()

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        view = sitting.view
        super().__init__(_("The report desk"))
        self.title.set(_("The report desk, {season}").format(season=season_of(view).lower()))
        names = [unit.name for unit in view.units]
        self.table = Table(
            _("What the brigades hand in"), columns(view), [], self._why, sums=True, key="brigades",
            hint=_("Enter on a row opens the parts of its harvest."),
            row=32 if view.open_books else SCALE_ROW,
        )  # fmt: skip
        self.scales = [
            Button(
                _("Weigh"),
                self._weigher(name),
                icon="scale",
                key=f"weigh_{name}",
                hint=_("Send the scales there: the truth, with the date on it."),
            )
            for name in names
        ]
        for name, button in zip(names, self.scales, strict=True):
            button.aloud = _("Weigh {brigade}").format(brigade=name)
        self.scales_note = Label("", SECOND, "ink2", key="scales")
        self.county_head, self.county = Head(_("The county asks"), "任务"), Facts(_("The county"))
        self.heard_head = Head(_("Beside what the neighbours are said to have"), "邻社")
        self.heard = Compare(
            _("This harvest and the neighbours’"), key="heard",
            hint=_("The neighbours’ figures as if it had grown on land like ours."),
        )  # fmt: skip
        self.right = self._writing()
        self.body.add(
            self.table, self.scales_note, *self.scales, self.county_head, self.county,
            self.heard_head, self.heard, *self.right,
        )  # fmt: skip
        self.add_feet(
            Button(_("Ledger"), self._ledger, key="ledger", hint=_("Both books as tables")),
            Button(_("Undo"), self._undo, icon="undo", key="undo", action="undo"),
            Button(_("Redo"), self._redo, icon="redo", key="redo", action="redo"),
            Button(
                _("Send the report"),
                self._send,
                "seal",
                key="send",
                action="send",
                hint=_("The carts leave against this figure"),
            ),
        )
        answering(self.form, lambda: sitting.session, sitting.word)
        self.form.focus_on(self.figure, ring=False)
        self.refresh()

    def _writing(self) -> list[Widget]:
        """The column in which one writes."""
        view = self.sitting.view
        self.figure = TonnesEntry(
            _("The figure for the county"), view.said_kg, lambda kg: self._give("report", kg),
            high=1_000_000_000, step=1000, large=50_000, text=tonnes, colour="cinnabar_deep",
            key="figure",
        )  # fmt: skip
        self.snaps = [
            Button("", self._snapper(kg), key=key, hint=_("Write this figure"))
            for key, _name, kg in self._snap_list(view)
        ]
        for button, (key, name, kg) in zip(self.snaps, self._snap_list(view), strict=True):
            button.name = _("{name}: {amount}").format(name=name, amount=tonnes(kg))
            button.asks = (self._snap_ask(view, key, kg),)
        self.split = SplitBar(
            _("What would follow"), [], key="split",
            hint=_("What the carts would take against this figure, and what would be left."),
        )  # fmt: skip
        self.follows = Facts(_("What would follow"), key="follows")
        self.deliver = Slider(
            _("Deliver of what is demanded"), view.deliver_pm,
            lambda pm: self._give("deliver", pm), step=50, key="deliver",
            hint=_("Delivering less keeps grain here and costs standing."),
        )  # fmt: skip
        self.plead = Toggle(
            _("Plead for a lower quota, and admit the true figure"), view.plead,
            lambda on: self._give("plead", int(on)), key="plead",
            hint=_("It admits the figure. In a hard climate it costs standing fast."),
        )  # fmt: skip
        self.ask = Toggle(
            _("Ask for grain to be sold back"), view.ask_back,
            lambda on: self._give("ask_back", int(on)), key="ask_back",
            hint=_("Grain that the state sells to villages that have too little left."),
        )  # fmt: skip
        self.refused = Notice("", "warning", key="refused")
        self.refused.visible = False
        for kind, widget in (
            ("deliver", self.deliver), ("plead", self.plead), ("ask_back", self.ask),
        ):  # fmt: skip
            widget.visible = self.sitting.is_open(kind)
        return [
            Head(_("The figure for the county"), "上报"), self.figure,
            Label(_("Type tonnes, or use the arrows; page keys for large steps."), SMALL, "ink2"),
            *self.snaps, Head(_("What would follow"), "后果"), self.split, self.follows,
            self.deliver, self.plead, self.ask, self.refused,
        ]  # fmt: skip

    def _snap_list(self, view: View) -> list[tuple[str, str, int]]:
        found = [("snap_said", _("What the brigades said"), view.said_kg)]
        past = [one for one in view.harvests if one.season == view.season and one.year < view.year]
        if past:
            found.append(("snap_last", _("Last year’s figure"), past[-1].reported_kg))
        if view.open_books:
            there = sum(unit.harvest.kg for unit in view.units)
            found.append(("snap_there", _("What is there"), there))
        return found

    def _snap_ask(self, view: View, key: str, kg: int) -> Ask:
        """Where such a figure comes from."""
        if key != "snap_last":
            return Ask({"snap_said": "said", "snap_there": "harvest"}[key], tonnes(kg))
        season = [one.season == view.season and one.year < view.year for one in view.harvests]
        at = max(place for place, same in enumerate(season) if same)
        one = view.harvests[at]
        turn = turn_of(self.sitting.session.level, season_part(one.year, one.season))
        if one.before or turn is None:
            return Ask(f"past.{at}.reported", tonnes(kg))
        return Ask("reported", tonnes(kg), turn=turn)

    # ---- places

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The table with its scales; below it what is asked and heard; the writing at the right."""
        px = theme.px
        right = pygame.Rect(area.right - px(RIGHT), area.top, px(RIGHT), area.height)
        end = stack(self.right, right, theme, 6)
        left = pygame.Rect(area.left, area.top, area.width - px(RIGHT + 32), area.height)
        self._place_table(left, theme)
        note = self.scales_note.height(left.width, theme)
        box = pygame.Rect(left.left, self.table.rect.bottom + px(2), left.width, note)
        self.scales_note.place(box, theme)
        top, narrow = box.bottom + px(4), px(COUNTY)
        column = pygame.Rect(left.left, top, narrow, 0)
        county = stack([self.county_head, self.county], column, theme, 4)
        begin = narrow + px(32)
        column = pygame.Rect(left.left + begin, top, left.width - begin, 0)
        return max(end, county, stack([self.heard_head, self.heard], column, theme, 4))

    def _place_table(self, left: pygame.Rect, theme: Theme) -> None:
        """The table, and in closed books a pair of scales beside each row."""
        px, closed = theme.px, not self.sitting.view.open_books
        wide = left.width - (px(SCALES + 8) if closed else 0)
        self.table.place(
            pygame.Rect(left.left, left.top, wide, self.table.height(wide, theme)), theme
        )
        for button, row in zip(self.scales, self.table.areas(self.table.rect), strict=False):
            button.name = _("Weigh")
            spot = pygame.Rect(row.right + px(8), row.top + (row.height - px(HIT)) // 2, 0, 0)
            button.place(pygame.Rect(*spot.topleft, px(SCALES), px(HIT)), theme)

    def column(self, area: pygame.Rect, theme: Theme) -> int:
        """Below each other the scales need the names of the brigades."""
        for unit, button in zip(self.sitting.view.units, self.scales, strict=True):
            button.name = _("Weigh {brigade}").format(brigade=unit.name)
        return super().column(area, theme)

    # ---- what it shows

    def refresh(self) -> None:
        """Take the figures of the view."""
        view = self.sitting.view
        for button in self.scales:
            button.visible = not view.open_books
        cells = rows(view)
        self.table.show(cells, self.table.selected)
        self.table.rows_tell(asks(cells, len(view.units)))
        self.figure.show(view.said_kg if view.report_kg < 0 else view.report_kg)
        self.deliver.show(view.deliver_pm, "")
        self.plead.show(view.plead)
        self.ask.show(view.ask_back)
        self._show_scales(view)
        self.county.show(
            [
                Fact(_("Its quota for this harvest"), tonnes(view.quota_kg)),
                Fact(_("What it hopes for"), tonnes(view.hoped_kg)),
            ]
        )
        self.county.can_tell(
            Ask("quota", tonnes(view.quota_kg)), Ask("hoped", tonnes(view.hoped_kg))
        )
        heard = compared(view, self.sitting.word)
        self.heard.show(heard)
        claims = zip(view.claims, heard[2:], strict=True)
        self.heard.rows_tell([
            (Ask("harvest", heard[0].text),), (Ask("said", heard[1].text),),
            *((Ask(f"claim.{one.id}", bar.text),) for one, bar in claims),
        ])  # fmt: skip
        self._show_forecast(view)
        session = self.sitting.session
        undo, redo = self.feet[1], self.feet[2]
        undo.allow(None if session.can_undo else _("There is no order to take back."))
        redo.allow(None if session.can_redo else _("There is no order to give again."))

    def _show_scales(self, view: View) -> None:
        if view.open_books:
            self.scales_note.set(
                _("The books are open: what was brought in is known without the scales.")
            )
            return
        left = _n("{count} weighing is left.", "{count} weighings are left.", view.weighings_left)
        self.scales_note.set(left.format(count=number(view.weighings_left)))
        parts = scales(self.sitting.session.level.weighings, view.weighings_left)
        self.scales_note.can_tell(Ask("scales", number(view.weighings_left), given=(parts,)))
        for unit, button in zip(view.units, self.scales, strict=True):
            weighed = _("It has been weighed: the figures are true.") if unit.weigh else None
            button.allow(weighed or self.sitting.refusal(Order("weigh", unit.name, (1,))))

    def _show_forecast(self, view: View) -> None:
        told = view.forecast
        kept = told.seed_kg + told.feed_kg
        taken, left, eat = reckoned(told, "taken_kg"), reckoned(told, "left_kg"), food(told)
        self.split.show(
            [
                Part(_("Taken by the state"), told.taken_kg, taken, "cinnabar_deep", hatched=True),
                Part(_("Seed and fodder"), kept, tonnes(kept), "ochre"),
                Part(_("Left to eat"), told.left_kg, left, "indigo"),
            ]
        )
        hungry = told.eat_g_day < view.ration_g
        self.follows.show(
            [
                Fact(_("Demanded against this figure"), tonnes(told.demanded_kg)),
                Fact(
                    _("Per person and day until the next harvest"), eat,
                    "cinnabar_deep" if hungry else "ink",
                ),
            ]
        )  # fmt: skip
        self.split.rows_tell([
            (Ask("would_be_taken", taken),), (Ask("seed_and_feed", tonnes(kept)),),
            (Ask("left_to_eat", left),),
        ])  # fmt: skip
        self.follows.can_tell(Ask("demanded", tonnes(told.demanded_kg)), Ask("eat_g_day", eat))

    # ---- what it does

    def _give(self, kind: str, value: int, unit: str | None = None) -> None:
        why = self.sitting.give([Order(kind, unit, (int(value),))])
        self.refused.set(why or "")
        self.refresh()
        self.layout(self.size, self.theme)

    def _snapper(self, kg: int) -> Callable[[], None]:
        return lambda: self._give("report", kg)

    def _weigher(self, name: str) -> Callable[[], None]:
        return lambda: self._give("weigh", 1, name)

    def _why(self, row: int) -> None:
        if self.form.on_ask is not None:
            self.form.on_ask(self.table.rows[row][0], self.table.row_asks[row])

    def _undo(self) -> None:
        self.sitting.undo()
        self.refresh()

    def _redo(self) -> None:
        self.sitting.redo()
        self.refresh()

    def _ledger(self) -> None:
        from game.ui.screens.ledger import Ledger

        self.go(Push(Ledger(self.sitting)))

    def _send(self) -> None:
        self.sitting.close()
        self.go(Replace(flow.carts(self.sitting)))

    def on_event(self, event: pygame.event.Event) -> Action | None:
        """Undo and redo from the keyboard; all else as usual."""
        ctrl = event.type == pygame.KEYDOWN and event.mod & pygame.KMOD_CTRL
        if ctrl and event.key in {pygame.K_z, pygame.K_y}:
            (self._undo if event.key == pygame.K_z else self._redo)()
            return None
        return super().on_event(event)
