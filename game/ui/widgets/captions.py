"""Captions: what is heard, as a line of small words at the edge of the screen."""

from collections.abc import Callable

import pygame

from game.ui import fonts
from game.ui.theme import SMALL, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import shade

LEFT, ABOVE = 266, 72  # logical px from the corner: beside the left panel, above bar and buttons
PAD = 9


class Captions(Widget):
    """The newest sounds, in brackets, low at the left; nothing while nothing is heard.

    Args:
        written: Gives the captions that stand now.
        form: The screen's form: its place and theme.
    """

    role = "caption"

    def __init__(self, written: Callable[[], tuple[str, ...]], form: Widget) -> None:
        super().__init__(key="captions")
        self.written, self.form = written, form

    def at(self, position: tuple[int, int]) -> None:
        """Nothing is caught by it."""
        del position

    def update(self, seconds: float) -> bool:
        """Take what is heard now."""
        del seconds
        told = "   ".join(f"[{words}]" for words in self.written())
        if told != self.name or self.theme != self.form.theme:
            self.name = told
            self._settle(self.form.theme)
            return True
        return False

    def _settle(self, theme: Theme) -> None:
        wide = fonts.width_of(self.name, SMALL, theme) + 2 * theme.px(PAD) if self.name else 0
        box = pygame.Rect(0, 0, wide, theme.px(22) if wide else 0)
        box.bottomleft = (theme.px(LEFT), self.form.rect.bottom - theme.px(ABOVE))
        box.clamp_ip(self.form.rect)
        self.touch()
        self.place(box, theme)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Pale words on a dark strip, legible over map and paper alike."""
        theme = self.theme
        shade(on, box, theme.colours.ink, 1.0 if theme.high_contrast else 0.82)
        spot = (box.centerx, box.bottom - theme.px(7))
        fonts.put(on, self.name, spot, SMALL, theme, theme.colours.field, "center")
