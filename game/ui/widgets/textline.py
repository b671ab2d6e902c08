"""A line of text that can be typed, with the input method of the system for other scripts."""

from collections.abc import Callable

import pygame

from game.ui import fonts
from game.ui.theme import BODY, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press
from game.words import _

_PASSED_ON = {pygame.K_TAB, pygame.K_ESCAPE}
_KEEPS = {pygame.K_END, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_HOME}


class TextLine(Widget):
    """One line to type in.

    Args:
        name: What is asked for.
        text: What stands there at first.
        on_enter: Called when Enter is pressed.
        most: The longest text, in signs.
        suggested: Whether the text is only a suggestion: the first sign that is typed takes its
            place, Backspace takes it away, and any other key keeps it.
    """

    role = "text field"
    focusable = True

    def __init__(
        self, name: str, text: str, on_enter: Callable[[], None], *, most: int, key: str = "",
        suggested: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(name, key=key)
        self.text, self.on_enter, self.most = text[:most], on_enter, most
        self.suggested = suggested

    @property
    def value_text(self) -> str:
        """What stands there."""
        return self.text or _("empty")

    def on_event(self, event: pygame.event.Event) -> bool:
        """Text is taken in, Backspace takes a sign off, Enter is done; other keys do nothing."""
        if event.type == pygame.TEXTINPUT:
            self._take(event.text if self.suggested else self.text + event.text)
            return True
        if event.type != pygame.KEYDOWN:
            return is_click(event)
        if event.key == pygame.K_BACKSPACE:
            whole = self.suggested or event.mod & pygame.KMOD_CTRL
            self._take("" if whole else self.text[:-1])
        elif event.key in _KEEPS:
            self._take(self.text)
        elif is_press(event) and event.key != pygame.K_SPACE:
            self.on_enter()
        return event.key not in _PASSED_ON

    def _take(self, text: str) -> None:
        self.suggested = False
        self.text = "".join(sign for sign in text if sign.isprintable())[: self.most]
        announce(self.value_text)
        self.touch()

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """A field with the text and, with the focus, a cursor; a long text shows its end."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        pygame.draw.rect(on, colours.field, box)
        pygame.draw.rect(on, colours.ink, box, theme.line(1.2))
        shown, room = self.text, box.width - px(20)
        while shown and fonts.width_of(shown, BODY, theme) > room:
            shown = shown[1:]
        base = box.centery + px(5)
        if self.suggested and self.focused and shown:
            high, wide = px(22), fonts.width_of(shown, BODY, theme) + px(2)
            marked = pygame.Rect(box.left + px(7), box.centery - high // 2, wide, high)
            pygame.draw.rect(on, colours.straw, marked)
        wide = fonts.put(on, shown, (box.left + px(8), base), BODY, theme) if shown else 0
        if self.focused:
            left = box.left + px(9) + wide
            pygame.draw.rect(on, colours.cinnabar, (left, base - px(14), theme.line(1.5), px(18)))

    def height(self, width: int, theme: Theme) -> int:
        """One line."""
        del width
        return theme.px(36)
