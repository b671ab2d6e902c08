"""The report desk: what the brigades say, what is known, and the figure for the county."""

from collections.abc import Callable, Sequence

import pygame

from game.reports.accounts import scales
from game.sim.orders import Order
from game.sim.views import View
from game.ui import keys
from game.ui.screen import Action, Push, Replace
from game.ui.screens import flow, menu
from game.ui.screens.desk_table import asks, columns, compared, rows
from game.ui.screens.page import Page, stack
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import known, season_of
from game.ui.screens.why import answering
from game.ui.screens.writing_column import WritingColumn
from game.ui.theme import HIT, SECOND, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.compare import Compare
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Table
from game.words import _, _n, number, tonnes

RIGHT = 384  # logical px of the column in which one writes
SCALE_ROW = 34  # logical px of a row with scales beside it
SCALES = 92
COUNTY, BELOW = 232, 16  # of the column of what is asked, and above it


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
        self.writing = WritingColumn(sitting, self._give)
        self.body.add(
            self.table, self.scales_note, *self.scales, self.county_head, self.county,
            self.heard_head, self.heard, *self.writing.widgets,
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
        self.form.on_escape = lambda: menu.open_menu(self, sitting)
        self.form.focus_on(self.writing.figure, ring=False)
        self._opened = False
        self.refresh()

    # ---- places

    def show_focus(self) -> None:
        """One begins at the figure; where it stands out of sight, at the top of the page."""
        opened, self._opened = self._opened, True
        if opened or self.form.sees(self.writing.figure):
            super().show_focus()
            return
        self.form.focus_on(self.table, ring=False, said=False)
        self.body.scroll_to(0)

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The table with its scales; below it what is asked and heard; the writing at the right."""
        px = theme.px
        right = pygame.Rect(area.right - px(RIGHT), area.top, px(RIGHT), area.height)
        end = stack(self.writing.widgets, right, theme, 6)
        left = pygame.Rect(area.left, area.top, area.width - px(RIGHT + 32), area.height)
        self._place_table(left, theme)
        top, narrow = self.table.rect.bottom, px(COUNTY)
        note: list[Widget] = [self.scales_note]
        if not self.sitting.view.open_books:  # below the scales, of which it tells
            below = self.scales[-1].rect.bottom + px(4)
            box = pygame.Rect(left.right - px(SCALES), below, px(SCALES), area.height)
            top, note = max(top, stack(note, box, theme, 0)), []
        top += px(BELOW)
        column = pygame.Rect(left.left, top, narrow, 0)
        county = stack([self.county_head, self.county, *note], column, theme, 8)
        begin = narrow + px(32)
        column = pygame.Rect(left.left + begin, top, left.width - begin, 0)
        return max(end, county, stack([self.heard_head, self.heard], column, theme, 8))

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
        self.writing.show(view)
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

    # ---- what it does

    def _give(self, kind: str, value: int, unit: str | None = None) -> None:
        why = self.sitting.give([Order(kind, unit, (int(value),))])
        self.writing.refuse(why)
        self.refresh()
        self.layout(self.size, self.theme)

    def _weigher(self, name: str) -> Callable[[], None]:
        return lambda: self._weigh(name)

    def _weigh(self, name: str) -> None:
        """Send the scales; say what they showed, and how many are left."""
        self._give("weigh", 1, name)
        unit = next(one for one in self.sitting.view.units if one.name == name)
        if unit.weigh:
            told = _("{brigade} was weighed: {amount}").format(
                brigade=name, amount=known(unit.harvest)
            )
            announce(f"{told}. {self.scales_note.name}")

    def _why(self, row: int) -> None:
        if self.form.on_ask is not None:
            self.form.on_ask(self.table.rows[row][0], self.table.row_asks[row])

    def _undo(self) -> None:
        back = self.sitting.undo()
        told = _("Order taken back") if back else _("There is no order to take back.")
        self._changed(told, back)

    def _redo(self) -> None:
        again = self.sitting.redo()
        told = _("Order given again") if again else _("There is no order to give again.")
        self._changed(told, again)

    def _changed(self, told: str, orders: Sequence[Order]) -> None:
        """Say what an order stands at now, and keep it in sight."""
        self.refresh()
        self.layout(self.size, self.theme)
        shown = [self.writing.of[one.kind] for one in orders if one.kind in self.writing.of]
        announce(". ".join([told.rstrip("."), *(widget.spoken() for widget in shown[:1])]))
        for widget in shown[:1]:
            self.form.reveal(widget)

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
