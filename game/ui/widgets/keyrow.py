"""A row that shows which key does something, and takes another one."""

from collections.abc import Callable

import pygame

from game.ui import fonts, keys
from game.ui.theme import BODY, BODY_BOLD, HIT, SMALL, Theme
from game.ui.widgets import ink
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press, is_release, pressed_key
from game.words import _

CAP = 118  # logical px of the key


class KeyRow(Widget):
    """What is done, the key that does it, and what else that key would do.

    Args:
        name: What is done.
        told: The chord, as "ctrl+z".
        on_change: Called with a new chord; gives back why it can't be taken, or None.
        on_reset: Called when the first key is wanted back.
        key: What the screen calls it.
    """

    role = "key"
    focusable = True
    hovers = True

    def __init__(
        self,
        name: str,
        told: str,
        on_change: Callable[[str], str | None],
        on_reset: Callable[[], None],
        *,
        key: str = "",
    ) -> None:
        super().__init__(name, key=key)
        self.told, self.on_change, self.on_reset = told, on_change, on_reset
        self.hint = _("Enter, then the new key. Backspace gives the first key back.")
        self.trouble = self.collides = ""

    @property
    def value_text(self) -> str:
        """The key, and what else it does."""
        if self.takes_keys:
            return _("press a key")
        told = keys.readable(self.told)
        if not self.trouble:
            return told
        return _("{key}. {trouble}").format(key=told, trouble=self.trouble)

    def show(self, told: str, trouble: str = "") -> None:
        """Take another key, and what collides with it."""
        self.told, self.trouble, self.collides = told, trouble, trouble
        self.touch()

    def on_event(self, event: pygame.event.Event) -> bool:
        """Enter or a click waits for a key; the next key is taken."""
        if self.takes_keys and event.type == pygame.KEYDOWN:
            self._take(getattr(event, "raw", event))
            return True
        if is_press(event) or is_release(event):
            self.takes_keys, self.trouble = True, ""
            announce(self.spoken())
            self.touch()
            return True
        if pressed_key(event) in {pygame.K_BACKSPACE, pygame.K_DELETE}:
            self.on_reset()
            announce(self.spoken())
            return True
        return is_click(event)

    def _take(self, event: pygame.event.Event) -> None:
        if event.key in _MODIFIERS:
            return
        self.takes_keys = False
        if event.key == pygame.K_ESCAPE:
            self.trouble = self.collides
        elif (refused := self.on_change(keys.chord(event))) is not None:
            self.trouble = refused
        announce(self.spoken())
        self.touch()

    def _lines(self, width: int, theme: Theme) -> tuple[list[str], list[str]]:
        room = max(theme.px(HIT), width - theme.px(CAP + 16))
        trouble = fonts.lines_of(self.trouble, SMALL, theme, room) if self.trouble else []
        return fonts.lines_of(self.name, BODY, theme, room), trouble

    def height(self, width: int, theme: Theme) -> int:
        """The name, and below it what collides."""
        names, trouble = self._lines(width, theme)
        lines = len(names) * theme.leading(BODY) + len(trouble) * theme.leading(SMALL)
        return max(theme.px(HIT), lines + theme.px(8))

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Name at the left, the key in a frame at the right."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        names, trouble = self._lines(box.width, theme)
        base = box.top + px(4 + 15)
        fonts.put_lines(on, names, (box.left, base), BODY, theme)
        base += len(names) * theme.leading(BODY) - px(2)
        fonts.put_lines(on, trouble, (box.left, base), SMALL, theme, colours.cinnabar_deep)
        cap = pygame.Rect(box.right - px(CAP), box.top + px(1), px(CAP), px(30))
        edge = colours.cinnabar_deep if self.trouble else colours.ink
        ink.box(on, cap, colours.paper2 if self.hovered else colours.field, edge, 1.2 * theme.scale)
        text = "…" if self.takes_keys else keys.readable(self.told)
        at = (cap.centerx, cap.centery + fonts.size_of(BODY_BOLD, theme) * 0.36)
        fonts.put(on, text, at, BODY_BOLD, theme, align="center")


_MODIFIERS = {
    pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LALT, pygame.K_RALT,
    pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_MODE,
}  # fmt: skip
