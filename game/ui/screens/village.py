"""The main screen: the village between the hands and the grain."""

from typing import TYPE_CHECKING

import pygame

from game.ui import keys, settings
from game.ui.screen import Action, Pop, Push, Replace
from game.ui.screens import flow, menu
from game.ui.screens.bottom_bar import BottomBar
from game.ui.screens.brigades import BrigadePanel
from game.ui.screens.grain_panel import GrainPanel
from game.ui.screens.layer_words import layer_told
from game.ui.screens.map_sheet import MapSheet
from game.ui.screens.orders import OrdersDrawer
from game.ui.screens.shelf import Shelf
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import LAYERS, season_of
from game.ui.screens.top_bar import TopBar
from game.ui.screens.village_places import VillagePlaces
from game.ui.screens.why import answering
from game.ui.theme import Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.words import _

if TYPE_CHECKING:
    from collections.abc import Callable


class Village(VillagePlaces):
    """Brigades at the left, the two ledgers at the right, the map between them."""

    where = keys.VILLAGE

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.sheet = MapSheet(sitting, settings.load().edge_pan)
        self.top = TopBar(sitting, self._menu, self.timeline)
        self.left = BrigadePanel(sitting, self.select, self.ordered)
        self.right = GrainPanel(sitting)
        presses = {
            "orders": self._orders, "layers": self._layers, "ledger": self._ledger,
            "end": self._end,
        }  # fmt: skip
        self.bottom = BottomBar(sitting, self.form, presses)
        self.bottom.open_entry = lambda key: self.go(Push(flow.chronicle(key)))
        self.bottom.ordered, self.bottom.turned = self.ordered, self._said
        self.drawer = OrdersDrawer(sitting, self.ordered, self._orders, self._undo, self._redo)
        self.drawer.visible = False
        self.layer_sheet = Panel(_("Map layer"))
        self.layer = Label("", key="layer")
        self.shelf = Shelf(self.top, self.left, self.right, self.bottom, self._turned)
        self.form.add(
            self.shelf, self.left, self.drawer, self.layer_sheet, self.layer, self.top, self.right,
            self.bottom,
        )  # fmt: skip
        self.form.also = list(self.bottom.widgets())
        self.form.on_escape = self._escape
        answering(self.form, lambda: sitting.session, sitting.word)
        self.refresh()
        self._say_where()

    def _say_where(self) -> None:
        """Season and place, and the message that stands at the foot just now."""
        where = _("{season}, {place}").format(
            season=season_of(self.sitting.view), place=self.sitting.place
        )
        self.announce_on_enter = _("{where}. {message}").format(
            where=where, message=self.bottom.message.heard
        )

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Place everything; one may have read on since the screen was made."""
        super().layout(size, theme)
        self._say_where()

    def with_orders(self) -> "Village":
        """The same with the orders open, for a picture or a test."""
        self.drawer.visible = True
        self.drawer.rebuild()
        return self

    # ---- drawing

    def kept_free(self) -> list[pygame.Rect]:
        """The note on the map."""
        note = self.sheet.map.note_box()
        return [note] if note is not None else []

    def backdrop(self, surface: pygame.Surface) -> None:
        """The map."""
        self.sheet.draw(surface)

    def redraw(self, surface: pygame.Surface) -> list[pygame.Rect] | None:
        """Where people walked, and what the panels tell anew."""
        return self.sheet.redraw(surface, self.form)

    def update(self, seconds: float) -> bool:
        """The map lives."""
        moved = self.form.update(seconds)
        return self.sheet.update(seconds) or moved

    def due(self) -> float | None:
        """When the map will move."""
        return self.sheet.due()

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
        back = bool(event.mod & pygame.KMOD_SHIFT)
        plain: dict[int, Callable[[], None]] = {
            pygame.K_t: self.timeline,
            pygame.K_F5: self._reload,
            pygame.K_n: lambda: self._next_unit(back=back),
        }
        if self.shelf.visible:
            plain[pygame.K_p] = self.shelf.next
        if self.form.focus is None:
            plain[pygame.K_RETURN] = lambda: self._focus(self.bottom.end)
        act = plain.get(event.key)
        if act is not None:
            act()
        return act is not None

    def _next_unit(self, *, back: bool) -> None:
        self.select(self.sheet.map.next_unit(back=back))
        announce(self.left.list.value_text)

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
            self._focus(self.bottom.orders)

    def _focus(self, button: Button) -> None:
        """Go to a button, on the page where it stands."""
        self.bring(button.key)
        self.form.focus_on(button)

    def bring(self, key: str) -> None:
        """Open the page of the shelf on which a widget stands."""
        if self.shelf.visible and self.shelf.open_for(key):
            self.layout(self.size, self.theme)

    def _said(self) -> None:
        """Another message: on a page of the shelf it is as high as its words."""
        if self.shelf.visible:
            self.layout(self.size, self.theme)

    def _turned(self) -> None:
        """Another page of the shelf."""
        self.shelf.page.offset = 0
        self.layout(self.size, self.theme)

    def _layers(self) -> None:
        kinds = list(LAYERS)
        self.sitting.layer = kinds[(kinds.index(self.sitting.layer) + 1) % len(kinds)]
        self.sheet.refresh()
        announce(layer_told(self.sitting))
        self.layout(self.size, self.theme)

    def _reload(self) -> None:
        """Take the level as it stands in its folder now, in the same season."""
        from game.ui.screens.reloading import reload

        if not self.sitting.past:
            reload(self)

    def _ledger(self) -> None:
        from game.ui.screens.ledger import Ledger

        self.go(Push(Ledger(self.sitting)))

    def timeline(self, turn: int | None = None) -> None:
        """Go back in time; from there, back to it."""
        if self.sitting.past:
            self.go(Pop())
            return
        from game.ui.screens.timeline import Timeline

        self.go(Push(Timeline(self.sitting, turn)))

    def on_leave(self) -> None:
        """The window closes: what was ordered is kept."""
        self.sitting.keep()

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
        menu.open_menu(self, self.sitting)
