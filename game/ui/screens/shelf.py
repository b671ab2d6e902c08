"""The panels of the village as pages, where the window is too small to show them beside the map.

One page is open at a time, the map is seen beside it, and the first tab shows the map alone.
"""

from collections.abc import Callable

import pygame

from game.ui.screens.bottom_bar import BottomBar
from game.ui.screens.brigades import BrigadePanel
from game.ui.screens.grain_panel import CHART_LEAST, GrainPanel
from game.ui.screens.page import BAR, BEYOND, flow, stack
from game.ui.screens.top_bar import TopBar
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Tabs
from game.ui.widgets.group import Group
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import ScrollView
from game.words import _

MAP, OFFICE, BRIGADES, LABOUR, GRAIN = range(5)
WIDE, LOW = 372, 80  # logical px: of an open page; a page below which its tabs scroll with it


class Shelf(Group):
    """Tabs, and the page that is open.

    Args:
        top: The top bar, whose figures have no room above the map.
        left: Brigades and labour.
        right: The two ledgers.
        bottom: Message and buttons.
        on_turn: Called when another page was opened.
    """

    def __init__(
        self,
        top: TopBar,
        left: BrigadePanel,
        right: GrainPanel,
        bottom: BottomBar,
        on_turn: Callable[[], None],
    ) -> None:
        self.top, self.left, self.right, self.bottom = top, left, right, bottom
        self.panel = Panel(_("Panels"))
        names = [_("Map"), _("Office"), _("Brigades"), _("Labour"), _("Grain")]
        self.tabs = Tabs(_("Panels"), names, OFFICE, self._turned, key="panels")
        self.page = ScrollView(name=_("Panel"), key="panel")
        self.barred = True  # whether the bottom bar is shown, and need not be repeated here
        self.chosen = False  # whether the player opened a page; else the size of the window does
        self.on_turn = on_turn
        super().__init__(self.panel, self.tabs, self.page)

    def _turned(self, _at: int) -> None:
        self.chosen = True
        self.on_turn()

    def next(self) -> None:
        """Open the next page."""
        self.tabs.choose((self.tabs.chosen + 1) % len(self.tabs.options))

    def contents(self, at: int) -> list[Widget]:
        """What stands on a page."""
        desk = [] if self.barred else self.bottom.widgets()
        return {
            MAP: [],
            OFFICE: [*desk, *self.top.more()],
            BRIGADES: [self.left.head, self.left.list],
            LABOUR: [self.left.labour, *self.left.sliders, self.left.notice],
            GRAIN: self.right.column(),
        }[at]

    def open_for(self, key: str) -> bool:
        """Open the page on which a widget stands; whether that was another one."""
        for at in (OFFICE, BRIGADES, LABOUR, GRAIN):
            if any(key in {w.key for w in each.walk()} for each in self.contents(at)):
                turned = at != self.tabs.chosen
                self.chosen = True
                self.tabs.show(at)
                return turned
        return False

    def arrange(self, area: pygame.Rect, theme: Theme) -> pygame.Rect:
        """Tabs and page at the left of an area; returns what is left for the map."""
        px = theme.px
        wide = min(px(WIDE), area.width)
        inner = wide - 2 * px(12)
        tabs = self.tabs.height(inner, theme)
        if not self.chosen:
            self.tabs.show(GRAIN if self.barred else OFFICE)
        chosen = self.tabs.chosen
        together = chosen != MAP and area.height - tabs - px(34) < px(LOW)
        self.page.children = [*([self.tabs] if together else []), *self.contents(chosen)]
        self.children = [self.panel, *([] if together else [self.tabs]), self.page]
        self.page.visible = chosen != MAP
        high = tabs + px(20) if chosen == MAP else area.height
        sheet = pygame.Rect(area.left, area.top, wide, high)
        self.panel.place(sheet, theme)
        left, top = sheet.left + px(12), sheet.top + px(10)
        if not together:
            self.tabs.place(pygame.Rect(left, top, inner, tabs), theme)
            top += tabs + px(4)
        if chosen != MAP:
            self._fill(pygame.Rect(left, top, inner, 0), sheet.bottom - px(8), theme)
        free = area.copy()
        if chosen != MAP and area.width > wide + px(40):
            free.left, free.width = sheet.right, area.right - sheet.right
        return free

    def _fill(self, column: pygame.Rect, bottom: int, theme: Theme) -> None:
        px = theme.px
        view = pygame.Rect(column.left - px(BEYOND), column.top, 0, bottom - column.top)
        view.width = column.width + 2 * px(BEYOND)
        self.page.place(view, theme)
        area = pygame.Rect(column.left, column.top + px(8), column.width - px(BAR - BEYOND), 0)
        top, buttons = area.top, [w for w in self.page.children if isinstance(w, Button)]
        plain = [w for w in buttons if w is not self.bottom.message]
        first = [w for w in self.page.children if w in (self.tabs, self.bottom.message)]
        top = stack(first, area, theme)
        if plain:
            top = flow(plain, pygame.Rect(area.left, top, area.width, 0), theme) + px(10)
        rest = [w for w in self.page.children if w not in first and w not in plain]
        tall = max(px(CHART_LEAST), view.bottom - top - px(52))
        top = stack(rest, pygame.Rect(area.left, top, area.width, 0), theme, tall=tall)
        self.page.settle(top - view.top)
