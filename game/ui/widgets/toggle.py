"""Yes or no: a box with a tick."""

from collections.abc import Callable

import pygame

from game.ui import fonts
from game.ui.theme import BODY, HIT, Theme
from game.ui.widgets import ink
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press
from game.ui.widgets.cue import cue
from game.ui.widgets.ink import Fine
from game.words import _

BOX = 18


class Toggle(Widget):
    """A box with a tick and words beside it.

    Args:
        name: What is so or not.
        on: Whether it is.
        on_change: Called with the new answer.
        hint: The tooltip.
        reason: Why it cannot be changed; None if it can.
        key: What the screen calls it.
    """

    role = "toggle"
    focusable = True
    hovers = True

    def __init__(
        self,
        name: str,
        on: bool = False,
        on_change: Callable[[bool], None] | None = None,
        *,
        hint: str = "",
        reason: str | None = None,
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key, reason=reason)
        self.on, self.on_change = on, on_change

    @property
    def value_text(self) -> str:
        """The answer."""
        return _("on") if self.on else _("off")

    def show(self, on: bool) -> None:
        """Take another answer without calling back."""
        if on != self.on:
            self.on = on
            self.touch()

    def width(self, theme: Theme) -> int:
        """Box and words."""
        return theme.px(BOX + 12) + fonts.width_of(self.name, BODY, theme)

    def height(self, width: int, theme: Theme) -> int:
        """A row; more if the words wrap."""
        lines = fonts.lines_of(self.name, BODY, theme, width - theme.px(BOX + 10))
        return theme.px(HIT) + (len(lines) - 1) * theme.leading(BODY)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Click, Enter or Space."""
        if not (is_click(event) or is_press(event)):
            return False
        self.on = not self.on
        self.touch()
        announce(self.spoken())
        cue("tick")
        if self.on_change is not None:
            self.on_change(self.on)
        return True

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Box, tick, words."""
        theme, colours, scale = self.theme, self.theme.colours, self.theme.scale
        square = pygame.Rect(box.left, box.top + theme.px(7), theme.px(BOX), theme.px(BOX))
        edge = colours.ink if self.enabled else colours.ash
        pygame.draw.rect(on, colours.paper2 if self.hovered else colours.field, square)
        ink.frame(on, square, edge, 1.5 * theme.scale)
        if self.on:
            fine = Fine(square.size)
            way = [(4.5, 9.5), (8, 13), (14, 5)]
            fine.line([(x * scale, y * scale) for x, y in way], edge, 2.4 * scale)
            fine.stamp(on, square.topleft)
        left, colour = box.left + theme.px(BOX + 10), colours.ink if self.enabled else colours.ink2
        lines = fonts.lines_of(self.name, BODY, theme, box.right - left)
        fonts.put_lines(on, lines, (left, box.top + theme.px(21)), BODY, theme, colour)
