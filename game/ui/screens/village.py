"""The main screen: the village between the hands and the grain."""

import pygame

from game.ui import keys, settings
from game.ui.screen import Action, FormScreen, Pop, Push, Replace
from game.ui.screens import flow
from game.ui.screens.bottom_bar import BAR, BottomBar
from game.ui.screens.brigades import BrigadePanel
from game.ui.screens.grain_panel import GrainPanel
from game.ui.screens.map_sheet import MapSheet
from game.ui.screens.orders import OrdersDrawer
from game.ui.screens.page import fitted
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import LAYERS, season_of
from game.ui.screens.top_bar import TopBar
from game.ui.screens.why import open_why
from game.ui.theme import Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.words import _

TOP, LEFT_WIDE, RIGHT_WIDE = 54, 240, 292


class Village(FormScreen):
    """Brigades at the left, the two ledgers at the right, the map between them."""

    where = keys.VILLAGE

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.announce_on_enter = _("{season}, {place}").format(
            season=season_of(sitting.view), place=sitting.place
        )
        self.sheet = MapSheet(sitting, settings.load().edge_pan)
        self.top = TopBar(sitting, self._menu, self._why, self._timeline)
        self.left = BrigadePanel(sitting, self.select, self.ordered)
        self.right = GrainPanel(sitting, self._why)
        presses = {
            "orders": self._orders, "layers": self._layers, "ledger": self._ledger,
            "end": self._end,
        }  # fmt: skip
        self.bottom = BottomBar(sitting, self.form, presses)
        self.drawer = OrdersDrawer(sitting, self.ordered, self._orders, self._undo, self._redo)
        self.drawer.visible = False
        self.layer_sheet = Panel(_("Map layer"))
        self.layer = Label("", key="layer")
        self.form.add(
            self.left, self.drawer, self.layer_sheet, self.layer, self.top, self.right, self.bottom
        )
        self.form.on_escape = self._escape
        self.refresh()

    def with_orders(self) -> "Village":
        """The same with the orders open, for a picture or a test."""
        self.drawer.visible = True
        self.drawer.rebuild()
        return self

    # ---- drawing

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Never larger than the window can show."""
        super().layout(size, fitted(size, theme))

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """The blocks of the design; in a larger window the map grows."""
        px = theme.px
        high = area.height - px(TOP) - px(BAR + 14)
        self.top.arrange(area.width, theme)
        self.left.arrange(pygame.Rect(px(12), px(TOP), px(LEFT_WIDE), high), theme)
        right = pygame.Rect(area.right - px(RIGHT_WIDE + 12), px(TOP), px(RIGHT_WIDE), high)
        self.right.arrange(right, theme)
        self.bottom.arrange(area, theme)
        free = pygame.Rect(px(252), px(46), right.left - px(252), area.height - px(BAR + 54))
        wide = min(free.width - px(24), px(720))
        drawer = pygame.Rect(0, px(TOP), wide, high)
        drawer.centerx = free.centerx
        self.drawer.arrange(drawer, theme)
        self.sheet.arrange(area, free, theme)
        self._place_layer()

    def _place_layer(self) -> None:
        theme, px = self.theme, self.theme.px
        shown = self.sitting.layer is not None and not self.drawer.visible
        self.layer.visible = self.layer_sheet.visible = shown
        if shown:
            self.layer.set(_(LAYERS[self.sitting.layer]))
            wide = self.layer.width(theme) + px(28)
            box = pygame.Rect(px(264), px(TOP), wide, px(34))
            self.layer_sheet.place(box, theme)
            self.layer.place(pygame.Rect(box.left + px(14), box.top + px(7), wide, px(20)), theme)

    def backdrop(self, surface: pygame.Surface) -> None:
        """The map."""
        self.sheet.draw(surface)

    def update(self, seconds: float) -> bool:
        """The map lives."""
        moved = self.form.update(seconds)
        return self.sheet.update(seconds) or moved

    # ---- events

    def on_event(self, event: pygame.event.Event) -> Action | None:
        """Panels first, then keys of the screen, then the map."""
        if not self._key(event):
            used = self.form.on_event(event)
            covered = used or self.form.modal is not None
            unit = self.sheet.on_event(event, covered=covered)
            if unit is not None:
                self.select(unit)
        wanted, self._next = self._next, None
        return wanted

    def _key(self, event: pygame.event.Event) -> bool:
        if event.type != pygame.KEYDOWN or self.form.modal is not None:
            return False
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            again = event.key == pygame.K_y or (
                event.key == pygame.K_z and event.mod & pygame.KMOD_SHIFT
            )
            if again:
                self._redo()
            elif event.key == pygame.K_z:
                self._undo()
            return bool(again or event.key == pygame.K_z)
        if event.key == pygame.K_t and not event.mod:
            self._timeline()
            return True
        if event.key == pygame.K_n:
            unit = self.sheet.map.next_unit(back=bool(event.mod & pygame.KMOD_SHIFT))
            self.select(unit)
            return True
        if event.key == pygame.K_RETURN and self.form.focus is None:
            self.form.focus_on(self.bottom.end)
            return True
        return False

    def select(self, unit: str | None) -> None:
        """Look at a brigade, or at all."""
        self.sitting.selected = unit
        self.refresh()
        self.drawer.rebuild()
        if self.size != (0, 0):
            self.layout(self.size, self.theme)
            self.sheet.show_chosen()

    def ordered(self, refusal: str | None) -> None:
        """After an order: show it, or say why it can't stand."""
        if refusal is not None:
            announce(refusal)
            self.drawer.tell(refusal)
        self.refresh(later=True)

    def refresh(self, *, later: bool = False) -> None:
        """Everything shows the view as it is now; the map perhaps a moment later."""
        for part in (self.top, self.left, self.right, self.bottom):
            part.show()
        self.drawer.refresh()
        self.sheet.refresh(later=later)
        if self.size != (0, 0):
            self.arrange(pygame.Rect((0, 0), self.size), self.theme)

    # ---- what the buttons do

    def _orders(self) -> None:
        self.drawer.visible = not self.drawer.visible
        self.drawer.rebuild()
        self.layout(self.size, self.theme)
        if self.drawer.visible:
            self.form.focus_on(self.drawer.tabs)
        else:
            self.form.focus_on(self.bottom.orders)

    def _layers(self) -> None:
        kinds = list(LAYERS)
        self.sitting.layer = kinds[(kinds.index(self.sitting.layer) + 1) % len(kinds)]
        self.sheet.refresh()
        announce(_(LAYERS[self.sitting.layer]))
        self._place_layer()

    def _ledger(self) -> None:
        from game.ui.screens.ledger import Ledger

        self.go(Push(Ledger(self.sitting)))

    def _timeline(self, turn: int | None = None) -> None:
        if self.sitting.past:
            self.go(Pop())
            return
        from game.ui.screens.timeline import Timeline

        self.go(Push(Timeline(self.sitting, turn)))

    def on_leave(self) -> None:
        """The window closes: what was ordered is kept."""
        self.sitting.keep()

    def _why(self, figure: str, title: str) -> None:
        open_why(self.form, self.sitting.view, figure, title, self.sitting.word)

    def _undo(self) -> None:
        if self.sitting.undo():
            announce(_("Order taken back"))
        self.refresh()

    def _redo(self) -> None:
        if self.sitting.redo():
            announce(_("Order given again"))
        self.refresh()

    def _end(self) -> None:
        if self.sitting.past:
            self.go(Pop())
            return
        views = self.sitting.end_season()
        if self.theme.reduced_motion:
            self.go(Replace(flow.after_months(self.sitting)))
        else:
            self.go(Replace(flow.months(self.sitting, views)))

    def _escape(self) -> None:
        if self.drawer.visible:
            self._orders()
        elif self.sitting.past:
            self.go(Pop())
        else:
            self._menu()

    def _menu(self) -> None:
        close = self.form.close

        def leaving(screen: str) -> None:
            close()
            if screen == "settings":
                from game.ui.screens.settings import SettingsPage

                self.go(Push(SettingsPage()))
            elif screen == "debrief":
                self.go(Replace(flow.debrief(self.sitting)))
            elif screen == "guide":
                self.sitting.guide.toggle(self)
            elif screen == "timeline":
                self._timeline()
            elif screen == "title":
                self.sitting.keep()
                self.go(Replace(flow.title()))

        buttons = [
            Button(_("To the title"), lambda: leaving("title"), key="to_title"),
            Button(_("Leave for the debrief"), lambda: leaving("debrief"), key="to_debrief"),
            Button(_("Timeline"), lambda: leaving("timeline"), key="to_timeline"),
            Button(_("Settings"), lambda: leaving("settings"), key="to_settings"),
            Button(_("Go on"), close, "seal", key="go_on"),
        ]
        guide = self.sitting.guide
        if guide.step is not None:
            told = _("Show the guide") if guide.left else _("Put the guide away")
            buttons.insert(-1, Button(told, lambda: leaving("guide"), key="guide_again"))
        text = _(
            "The game is saved after each season. The debrief can be opened at any time; it shows"
            " what has been written so far, and what was there."
        )
        self.form.open(MenuDialog(_("Menu"), text, buttons, on_escape=close))


class MenuDialog(Dialog):
    """A dialog whose buttons stand one below the other."""

    stacked = True
