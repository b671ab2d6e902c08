"""The red seal with Chinese characters, and numbered entries beside a chart."""

import pygame

from game.ui import fonts
from game.ui.theme import BODY, VALUE, Theme, Type
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import Fine


class Seal(Widget):
    """Chinese characters below each other on cinnabar: an ornament that has a name in words.

    Args:
        name: What it says, for those who don't read Chinese.
        characters: One to four.
    """

    role = "ornament"

    def __init__(self, name: str, characters: str, *, key: str = "") -> None:
        super().__init__(name, hint=name, key=key)
        self.characters = characters

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """A red field and the characters from the top, as large as they fit."""
        theme, colours = self.theme, self.theme.colours
        pygame.draw.rect(on, colours.cinnabar, box)
        pitch = box.height / max(1, len(self.characters))
        style = Type("serif-black", min(pitch * 0.94, box.width * 0.7) / theme.scale)
        size = fonts.size_of(style, theme)
        for at, character in enumerate(self.characters):
            base = box.top + pitch * (at + 0.5) + size * 0.37
            fonts.put(on, character, (box.centerx, base), style, theme, colours.paper, "center")


class Numbered(Widget):
    """An entry with its number on a disc: the text to an event on the strip of a chart."""

    role = "entry"
    DISC = 22
    INDENT = 32

    def __init__(self, mark: str, title: str, text: str, *, key: str = "") -> None:
        super().__init__(title, key=key)
        self.mark, self.text = mark, text

    @property
    def value_text(self) -> str:
        """The text."""
        return self.text

    def height(self, width: int, theme: Theme) -> int:
        """The title and the wrapped text."""
        room = width - theme.px(self.INDENT)
        titles = fonts.lines_of(self.name, VALUE, theme, room)
        lines = fonts.lines_of(self.text, BODY, theme, room)
        return len(titles) * theme.leading(VALUE) + len(lines) * theme.leading(BODY) + theme.px(2)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Disc, title, text."""
        theme, px = self.theme, self.theme.px
        side = px(self.DISC)
        fine = Fine((side, side))
        fine.disc((side / 2, side / 2), side / 2, theme.colours.ink)
        fine.stamp(on, box.topleft)
        size = fonts.size_of(VALUE, theme)
        number = (box.left + side / 2, box.top + side / 2 + size * 0.35)
        fonts.put(on, self.mark, number, VALUE, theme, theme.colours.paper, "center")
        left = box.left + px(self.INDENT)
        y = box.top + side / 2 + size * 0.36
        for line in fonts.lines_of(self.name, VALUE, theme, box.right - left):
            fonts.put(on, line, (left, y), VALUE, theme)
            y += theme.leading(VALUE)
        lines = fonts.lines_of(self.text, BODY, theme, box.right - left)
        fonts.put_lines(on, lines, (left, y), BODY, theme)
