"""A warning: an icon and a sentence on pale ember."""

import pygame

from game.ui import atlas, fonts
from game.ui.theme import SECOND_MEDIUM, Theme, mix
from game.ui.widgets.base import Widget


class Notice(Widget):
    """Something that must not be missed, in a plain sentence."""

    role = "notice"

    def __init__(self, text: str, icon: str = "warning", *, hint: str = "", key: str = "") -> None:
        super().__init__(text, hint=hint, key=key)
        self.icon = icon

    def set(self, text: str) -> None:
        """Say something else; nothing hides it."""
        self.visible = bool(text)
        if text != self.name:
            self.name = text
            self.touch()

    def _lines(self, width: int, theme: Theme) -> list[str]:
        return fonts.lines_of(self.name, SECOND_MEDIUM, theme, width - theme.px(42))

    def height(self, width: int, theme: Theme) -> int:
        """Its lines and a margin."""
        return len(self._lines(width, theme)) * theme.leading(SECOND_MEDIUM) + theme.px(16)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Frame, icon, sentence."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        pygame.draw.rect(on, mix(colours.ember, colours.paper, 0.7), box)
        pygame.draw.rect(on, colours.ink2, box, theme.line(1))
        size = px(20)
        on.blit(atlas.icon(self.icon, size), (box.left + px(7), box.centery - size // 2))
        lines = self._lines(box.width, theme)
        fonts.put_lines(on, lines, (box.left + px(36), box.top + px(21)), SECOND_MEDIUM, theme)
