"""A slip of paper beside what it explains."""

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, Theme
from game.ui.widgets import ink
from game.ui.widgets.base import Widget

WIDEST = 280  # logical px of text
PAD = 8
TALL = 100  # logical px of a widget above which the slip lies beside it
NARROW = 230  # logical px of a slider below which others stand under it, in a column


class Tooltip(Widget):
    """The text of a hint or a refusal; the form shows and hides it."""

    role = "tooltip"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []

    def show(
        self, text: str, beside: pygame.Rect, screen: pygame.Rect, theme: Theme, role: str = ""
    ) -> None:
        """Appear below a widget, above it if there is no room, always on the screen."""
        self.name, self.visible = text, True
        self._lines = fonts.lines_of(text, SECOND, theme, theme.px(WIDEST))
        wide = max(fonts.width_of(line, SECOND, theme) for line in self._lines)
        high = len(self._lines) * theme.leading(SECOND)
        area = pygame.Rect(0, 0, wide + 2 * theme.px(PAD), high + 2 * theme.px(PAD) - theme.px(4))
        area.topleft = (beside.left, beside.bottom + theme.px(8))
        column = role == "slider" and beside.width < theme.px(NARROW)
        if column or beside.height > theme.px(TALL):  # not over what follows
            area.topleft = (beside.right + theme.px(16), beside.top)
            if area.right > screen.right - theme.px(4):
                area.right = beside.left - theme.px(16)
        if area.bottom > screen.bottom - theme.px(4):
            area.bottom = beside.top - theme.px(8)
        self.place(area.clamp(screen.inflate(-theme.px(8), -theme.px(8))), theme)
        self.touch()

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Paper, frame, shadow, text."""
        theme, colours = self.theme, self.theme.colours
        ink.shade(on, box.move(theme.px(2), theme.px(2)), colours.ink, 0.26)
        ink.box(on, box, colours.field, colours.ink, 1.2 * theme.scale)
        first = box.top + theme.px(PAD + SECOND.size)
        fonts.put_lines(on, self._lines, (box.left + theme.px(PAD), first), SECOND, theme)
