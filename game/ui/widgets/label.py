"""Text on paper: one line or many, in a style."""

import pygame

from game.ui import atlas, fonts
from game.ui.theme import BODY, Theme, Type
from game.ui.widgets.base import Widget


class Label(Widget):
    """Text that wraps at its width.

    Args:
        text: What it says; line breaks in it are kept.
        style: Face and size.
        colour: The name of a pigment of `theme.Colours`.
        align: "left", "center" or "right".
        hint: More about it.
        key: What the screen calls it.
        quotes: Whether its numbers are dates, and figures with their source beside them.
    """

    role = "text"
    under = 5

    def __init__(
        self,
        text: str,
        style: Type = BODY,
        colour: str = "ink",
        align: str = "left",
        *,
        hint: str = "",
        key: str = "",
        quotes: bool = False,
    ) -> None:
        super().__init__(text, hint=hint, key=key)
        self.style, self.colour, self.align = style, colour, align
        self.quotes = quotes

    def set(self, text: str, colour: str | None = None) -> None:
        """Say something else."""
        if text != self.name or (colour or self.colour) != self.colour:
            self.name, self.colour = text, colour or self.colour
            self.touch()

    def height(self, width: int, theme: Theme) -> int:
        """All lines at this width."""
        return len(fonts.lines_of(self.name, self.style, theme, width)) * theme.leading(self.style)

    def width(self, theme: Theme) -> int:
        """The text in one line."""
        return max(fonts.width_of(line, self.style, theme) for line in self.name.split("\n"))

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The lines from the top."""
        theme = self.theme
        lines = fonts.lines_of(self.name, self.style, theme, box.width)
        x = {"left": box.left, "center": box.centerx, "right": box.right}[self.align]
        leading, size = theme.leading(self.style), fonts.size_of(self.style, theme)
        first = box.top + (leading - size) / 2 + size * 0.86
        colour = getattr(self.theme.colours, self.colour)
        fonts.put_lines(on, lines, (x, first), self.style, theme, colour, self.align)


class Icon(Widget):
    """A small picture beside words that say the same.

    Args:
        icon: Its name in the atlas.
        size: Of its grid, in logical pixels.
        name: What it means, for speech; empty beside words that say it.
    """

    role = "picture"

    def __init__(self, icon: str, size: int = 20, name: str = "", *, key: str = "") -> None:
        super().__init__(name, hint=name, key=key)
        self.icon, self.size = icon, size

    def set(self, icon: str) -> None:
        """Show another."""
        if icon != self.icon:
            self.icon = icon
            self.touch()

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """In the middle of its place."""
        drawn = atlas.icon(self.icon, self.theme.px(self.size))
        on.blit(drawn, drawn.get_rect(center=box.center))
