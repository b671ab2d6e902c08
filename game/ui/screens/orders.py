"""The orders drawer: all orders of this season besides labour, over the map."""

from collections.abc import Callable

import pygame

from game.ui.screens.offers import BRIGADE, COMMUNE, Offer
from game.ui.screens.order_rows import OrderRow
from game.ui.screens.page import BEYOND, flow, row_width, stack
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, SECOND, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Tabs
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head, Panel
from game.ui.widgets.scroll import ScrollView
from game.words import _

LOW = 330  # logical px of a drawer below which everything in it scrolls together


class OrdersDrawer(Group):
    """Two tabs: the whole commune, and the chosen brigade.

    Args:
        sitting: The game.
        ordered: Called after an order, with the refusal if there is one.
        close: Closes the drawer.
        undo: Takes an order back.
        redo: Gives it again.
    """

    def __init__(
        self,
        sitting: Sitting,
        ordered: Callable[[str | None], None],
        close: Callable[[], None],
        undo: Callable[[], None],
        redo: Callable[[], None],
    ) -> None:
        self.sitting, self.ordered = sitting, ordered
        self.panel = Panel(_("Orders"))
        self.head = Head(_("Orders of this season"), "命令")
        self.tabs = Tabs(_("For whom"), [_("The commune"), _("All brigades")], 0, self._turned)
        self.page = ScrollView(name=_("Orders"), key="orders_page")
        self.refused = Notice("", "warning", key="refused")
        self.refused.visible = False
        self.undo = Button(_("Undo"), undo, icon="undo", key="undo", action="undo")
        self.redo = Button(_("Redo"), redo, icon="redo", key="redo", action="redo")
        self.close = Button(_("Close"), close, key="close_orders", hint=_("Escape"))
        self.rows: list[OrderRow] = []
        self.box = pygame.Rect(0, 0, 0, 0)
        super().__init__(
            self.panel, self.head, self.tabs, self.page, self.refused, self.undo, self.redo,
            self.close,
        )  # fmt: skip

    @property
    def units(self) -> list[str]:
        """The brigades that the second tab is for."""
        chosen = self.sitting.selected
        return [u.name for u in self.sitting.view.units if chosen in {None, u.name}]

    def offers(self) -> list[Offer]:
        """The orders of the tab that are open in this season."""
        found = COMMUNE if self.tabs.chosen == 0 else BRIGADE
        return [offer for offer in found if self.sitting.is_open(offer.kind)]

    def rebuild(self) -> None:
        """Make the rows anew: another season, tab or brigade."""
        if not self.visible:
            return
        second = self.sitting.selected or _("All brigades")
        self.tabs.options = (_("The commune"), second)
        self.tabs.touch()
        units = self.units if self.tabs.chosen else None
        self.rows = [OrderRow(self.sitting, offer, units, self.ordered) for offer in self.offers()]
        self.page.children = [*self._news(), *self._about(), *self.rows]
        if not self.rows:
            self.page.children.append(Label(_("There is nothing to order here yet."), BODY, "ink2"))
        self.page.offset = 0
        self.refused.set("")
        if self.box.width:
            self.arrange(self.box, self.theme)
        self.refresh()

    def _news(self) -> list[Notice]:
        """What this season brought to the tab."""
        names = [_(offer.title) for offer in self.offers() if self.sitting.is_new(offer.kind)]
        if not names:
            return []
        return [Notice(_("New in this season: {orders}").format(orders=", ".join(names)), "page")]

    def _about(self) -> list[Label]:
        if not self.tabs.chosen or self.sitting.selected is None:
            return []
        note = self.sitting.session.level.words.get(f"{self.sitting.selected}.note", "")
        return [Label(note, SECOND, "ink2")] if note else []

    def _turned(self, _at: int) -> None:
        self.rebuild()

    def refresh(self) -> None:
        """Show values and refusals of now."""
        if not self.visible:
            return
        for row in self.rows:
            row.show()
        session = self.sitting.session
        now = not self.sitting.past
        self.undo.allow(None if now and session.can_undo else _("There is no order to take back."))
        self.redo.allow(None if now and session.can_redo else _("There is no order to give again."))
        if self.box.width:
            self.arrange(self.box, self.theme)

    def tell(self, refusal: str) -> None:
        """Say why an order can't stand."""
        self.refused.set(refusal)
        if self.box.width:
            self.arrange(self.box, self.theme)

    def arrange(self, box: pygame.Rect, theme: Theme) -> None:
        """Head, tabs, page, foot; all of them on the page where the box is low."""
        self.box, self.theme = pygame.Rect(box), theme
        px = theme.px
        self.panel.place(box, theme)
        left, wide = box.left + px(14), box.width - px(28)
        feet = [self.undo, self.redo, self.close]
        together = box.height < px(LOW) or row_width(feet, theme) > wide
        rows = [each for each in self.page.children if each not in (self.head, self.tabs, *feet)]
        if together:
            self.page.children = [self.head, self.tabs, *rows, *feet]
            self.children = [self.panel, self.refused, self.page]
            top, bottom = box.top + px(10), box.bottom - px(10)
        else:
            self.page.children = rows
            self.children = [self.panel, self.head, self.tabs, self.page, self.refused, *feet]
            top, bottom = self._place_around(left, wide, theme), box.bottom - px(54)
        if self.refused.visible:
            high = self.refused.height(wide, theme)
            self.refused.place(pygame.Rect(left, bottom - high, wide, high), theme)
            bottom -= high + px(8)
        view = pygame.Rect(left - px(BEYOND), top, wide + 2 * px(BEYOND), bottom - top)
        self.page.place(view, theme)
        column = pygame.Rect(left, top + px(BEYOND), wide - px(14), 0)
        above = [each for each in self.page.children if each not in feet]
        end = stack(above, column, theme, 6)
        if together:
            end = flow(feet, pygame.Rect(left, end + px(4), column.width, 0), theme) + px(BEYOND)
        self.page.settle(end - top)

    def _place_around(self, left: int, wide: int, theme: Theme) -> int:
        """Head and tabs above, the buttons at the foot; returns where the page begins."""
        px, box = theme.px, self.box
        high = self.head.height(wide, theme)
        self.head.place(pygame.Rect(left, box.top + px(9), wide, high), theme)
        top = box.top + px(16) + high
        tabs = pygame.Rect(left, top, wide, self.tabs.height(wide, theme))
        self.tabs.place(tabs, theme)
        right, foot = left + wide, box.bottom - px(46)
        for button in (self.close, self.redo, self.undo):
            each = max(button.width(theme), px(96))
            button.place(pygame.Rect(right - each, foot, each, px(34)), theme)
            right -= each + px(8)
        return tabs.bottom + px(6)
