"""Where everything stands on the main screen: panels beside the map, or as pages of a shelf."""

import pygame

from game.ui.screen import FormScreen
from game.ui.screens.bottom_bar import BAR, BottomBar
from game.ui.screens.brigades import BrigadePanel
from game.ui.screens.grain_panel import GrainPanel
from game.ui.screens.layer_words import layer_told
from game.ui.screens.map_sheet import MapSheet
from game.ui.screens.orders import OrdersDrawer
from game.ui.screens.shelf import Shelf
from game.ui.screens.sitting import Sitting
from game.ui.screens.top_bar import TopBar
from game.ui.theme import Theme
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

TOP, LEFT_WIDE, RIGHT_WIDE = 54, 240, 292  # logical px
MAP_LEAST, MESSAGE, LOW = 500, 190, 430  # logical px: of a map, a message, a window with a bar


class VillagePlaces(FormScreen):
    """The blocks of the main screen, which `Village` makes, and their places."""

    sitting: Sitting
    sheet: MapSheet
    top: TopBar
    left: BrigadePanel
    right: GrainPanel
    bottom: BottomBar
    drawer: OrdersDrawer
    layer_sheet: Panel
    layer: Label
    shelf: Shelf

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """The blocks of the design; in a larger window the map grows.

        Where the panels don't fit beside the map they become pages of the shelf.
        """
        px = theme.px
        barred = self._barred(area, theme)
        low = area.bottom - (px(BAR + 14) if barred else px(6))
        blocks = pygame.Rect(0, px(TOP), area.width, low - px(TOP))
        wide = barred and not theme.projector and self._fits(blocks, theme)
        self.top.arrange(area.width, theme)
        self.left.visible = self.right.visible = wide
        self.bottom.visible, self.shelf.barred = barred, barred
        self.shelf.visible = not wide and not self.drawer.visible
        if barred:
            self.bottom.arrange(area, theme)
        free = self._beside(blocks, theme) if wide else self._on_shelf(blocks, theme)
        self.sheet.arrange(area, free, theme)
        self._place_layer(free)

    def _barred(self, area: pygame.Rect, theme: Theme) -> bool:
        """Whether there is room for the bar at the foot."""
        room = self.bottom.room(area.width, theme)
        return room >= theme.px(MESSAGE) and area.height >= theme.px(LOW)

    def _fits(self, blocks: pygame.Rect, theme: Theme) -> bool:
        """Whether both panels fit beside a map that is worth the name."""
        left, right = theme.px(LEFT_WIDE), theme.px(RIGHT_WIDE)
        return (
            blocks.width - left - right >= theme.px(MAP_LEAST)
            and self.left.least(left, theme) <= blocks.height
            and self.right.least(right, theme) <= blocks.height
        )

    def _beside(self, blocks: pygame.Rect, theme: Theme) -> pygame.Rect:
        """Panels at both sides; returns what is left for the map."""
        px = theme.px
        left = pygame.Rect(px(12), blocks.top, px(LEFT_WIDE), blocks.height)
        self.left.arrange(left, theme)
        right = pygame.Rect(0, blocks.top, px(RIGHT_WIDE), blocks.height)
        right.right = blocks.right - px(12)
        self.right.arrange(right, theme)
        free = pygame.Rect(left.right, px(46), right.left - left.right, blocks.bottom - px(38))
        drawer = pygame.Rect(0, blocks.top, min(free.width - px(24), px(720)), blocks.height)
        drawer.centerx = free.centerx
        self.drawer.arrange(drawer, theme)
        return free

    def _on_shelf(self, blocks: pygame.Rect, theme: Theme) -> pygame.Rect:
        """One panel at a time at the left, the orders over all of it."""
        px = theme.px
        edge = px(12 if blocks.width > px(720) else 4)
        area = blocks.inflate(-2 * edge, 0)
        drawer = area.copy()
        self.drawer.arrange(drawer, theme)
        free = self.shelf.arrange(area, theme)
        return free if self.shelf.visible else area

    def _place_layer(self, free: pygame.Rect) -> None:
        theme, px = self.theme, self.theme.px
        shown = self.sitting.layer is not None and not self.drawer.visible
        shown = shown and free.width > px(120)
        self.layer.visible = self.layer_sheet.visible = shown
        if shown:
            self.layer.set(layer_told(self.sitting))
            wide = min(self.layer.width(theme), free.width - px(52))
            high = self.layer.height(wide, theme)
            top = max(free.top + px(8), px(TOP))
            if self.shelf.visible and free.left < self.shelf.panel.rect.right:
                top = self.shelf.panel.rect.bottom + px(8)
            box = pygame.Rect(free.left + px(12), top, wide + px(28), high + px(14))
            self.layer_sheet.place(box, theme)
            self.layer.place(pygame.Rect(box.left + px(14), box.top + px(7), wide, high), theme)
