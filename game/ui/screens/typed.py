"""A stepper in which a number can also be typed."""

import pygame

from game.ui.widgets.announce import announce
from game.ui.widgets.base import pressed_key
from game.ui.widgets.stepper import Stepper
from game.words import _

LONGEST = 9
POINTS = ".,"  # either begins the decimals, whatever the language


class NumberEntry(Stepper):
    """Digits type a new number, Backspace takes one off, Enter or leaving it settles it.

    The typed number is multiplied by `typed_unit`: 1000 where grain is typed in tonnes, as it is
    shown. Where that is more than 1, decimals can be typed.
    """

    typed_unit = 1
    _digits = ""

    @property
    def use(self) -> str:
        """How it is used."""
        return _("Type it, or change it by arrows, and by more with the page keys.")

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
        if digit and digit in POINTS and self.typed_unit > 1:
            if not any(point in self._digits for point in POINTS):
                self._take((self._digits or "0") + digit)
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
            whole, _point, part = digits.replace(",", ".").partition(".")
            thousandths = int(whole) * 1000 + int(part.ljust(3, "0")[:3])
            self.change(thousandths * self.typed_unit // 1000)
            announce(self.text(self.value))
