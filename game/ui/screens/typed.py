"""A stepper in which a number can also be typed."""

import pygame

from game.ui.widgets.announce import announce
from game.ui.widgets.base import pressed_key
from game.ui.widgets.stepper import Stepper

LONGEST = 9


class NumberEntry(Stepper):
    """Digits type a new number, Backspace takes one off, Enter or leaving it settles it.

    The typed number is multiplied by `typed_unit`: 1000 where grain is typed in tonnes.
    """

    typed_unit = 1
    _digits = ""

    @property
    def value_text(self) -> str:
        """What is being typed, else the number as it reads."""
        return f"{self._digits}_" if self._digits and self.focused else super().value_text

    def on_event(self, event: pygame.event.Event) -> bool:
        """Digits first, then all that a stepper knows."""
        key = pressed_key(event)
        if key is None:
            return super().on_event(event)
        digit = getattr(event, "unicode", "")
        if digit.isascii() and digit.isdecimal() and len(self._digits) < LONGEST:
            self._take(self._digits + digit)
            return True
        if key == pygame.K_BACKSPACE:
            self._take(self._digits[:-1])
            return True
        if key in {pygame.K_RETURN, pygame.K_KP_ENTER} and self._digits:
            self._digits = ""
            self.touch()
            return True
        if self._digits:
            self._digits = ""
            self.touch()
        return super().on_event(event)

    def _take(self, digits: str) -> None:
        self._digits = digits
        self.touch()
        if digits:
            self.change(int(digits) * self.typed_unit)
            announce(self.text(self.value))
