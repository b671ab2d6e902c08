"""A number between two buttons: less and more."""

from collections.abc import Callable

import pygame

from game.ui import fonts
from game.ui.theme import HEAD, Theme
from game.ui.widgets import ink
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press, is_release, pressed_key
from game.ui.widgets.cue import cue
from game.words import number

REPEAT_AFTER, REPEAT_EVERY = 0.4, 0.08  # seconds while a button is held down


class Stepper(Widget):
    """− value +, with a small step, and a large one with the page keys or Shift.

    Args:
        name: What the number is.
        value: Where it stands.
        on_change: Called with the new value.
        low: The least value.
        high: The greatest value.
        step: One press.
        large: One press of a page key, or with Shift.
        text: How a value reads ("176 tonnes").
        colour: The pigment of the number; cinnabar for what is written for the county.
        hint: The tooltip.
        reason: Why it cannot be changed; None if it can.
        key: What the screen calls it.
    """

    role = "stepper"
    as_wide_as_words = True
    focusable = True
    HIGH = 34

    def __init__(
        self,
        name: str,
        value: int,
        on_change: Callable[[int], None] | None = None,
        *,
        low: int = 0,
        high: int = 10**9,
        step: int = 1,
        large: int = 10,
        text: Callable[[int], str] = number,
        colour: str = "ink",
        hint: str = "",
        reason: str | None = None,
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key, reason=reason)
        self.value, self.on_change, self.text, self.colour = value, on_change, text, colour
        self.low, self.high, self.step, self.large = low, high, step, large
        self._direction = 0
        self._wait = 0.0

    @property
    def value_text(self) -> str:
        """The number as it reads."""
        return self.text(self.value)

    def show(self, value: int, low: int | None = None, high: int | None = None) -> None:
        """Take new numbers without calling back."""
        self.low = self.low if low is None else low
        self.high = self.high if high is None else high
        self.value = min(max(self.low, value), self.high)
        self.touch()

    def change(self, value: int) -> None:
        """Move as far as the bounds allow and tell the screen."""
        value = min(max(self.low, value), self.high)
        if value != self.value:
            self.value = value
            self.touch()
            cue("tick")
            if self.on_change is not None:
                self.on_change(value)

    def height(self, width: int, theme: Theme) -> int:
        """A row; more if the number must wrap."""
        room = max(1, width - 2 * theme.px(self.HIGH + 6 + 4))
        told = [self.text(value) for value in {self.value, self.low, self.high}]
        most = max(len(fonts.lines_of(each, HEAD, theme, room)) for each in told)
        return theme.px(self.HIGH) + (most - 1) * theme.leading(HEAD)

    def width(self, theme: Theme) -> int:
        """Both buttons and the longest number it may show."""
        widest = max(fonts.width_of(self.text(v), HEAD, theme) for v in (self.value, self.high))
        return widest + theme.px(2 * self.HIGH + 36)

    def parts(self, box: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """Less, the number, more."""
        side, gap = min(box.height, self.theme.px(self.HIGH)), self.theme.px(6)
        less = pygame.Rect(box.left, box.top, side, box.height)
        more = pygame.Rect(box.right - side, box.top, side, box.height)
        middle = box.inflate(-2 * (side + gap), 0)
        return less, middle, more

    def hits(self) -> list[pygame.Rect]:
        """Less and more."""
        less, _middle, more = self.parts(self.rect)
        return [less, more]

    def on_event(self, event: pygame.event.Event) -> bool:
        """Buttons, wheel, arrows, page keys."""
        if is_click(event):
            less, _middle, more = self.parts(self.rect)
            self._direction = more.collidepoint(event.pos) - less.collidepoint(event.pos)
            self._wait = REPEAT_AFTER
            self.change(self.value + self._direction * self._stride())
            return True
        if is_release(event):
            self._direction = 0
            return True
        if event.type == pygame.MOUSEWHEEL and self.focused:
            self.change(self.value + self.step * event.y)
            return True
        return self._typed(pressed_key(event)) or is_press(event)

    def _typed(self, key: int | None) -> bool:
        small = {pygame.K_RIGHT: 1, pygame.K_UP: 1, pygame.K_LEFT: -1, pygame.K_DOWN: -1}
        signs = {pygame.K_PLUS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1, pygame.K_KP_MINUS: -1}
        small |= signs
        if key in small:
            self.change(self.value + small[key] * self._stride())
        elif key in {pygame.K_PAGEUP, pygame.K_PAGEDOWN}:
            self.change(self.value + self.large * (1 if key == pygame.K_PAGEUP else -1))
        elif key in {pygame.K_HOME, pygame.K_END}:
            self.change(self.low if key == pygame.K_HOME else self.high)
        else:
            return False
        announce(self.value_text)
        return True

    def _stride(self) -> int:
        shifted = pygame.display.get_init() and pygame.key.get_mods() & pygame.KMOD_SHIFT
        return self.large if shifted else self.step

    def update(self, seconds: float) -> bool:
        """Repeat while a button is held down."""
        if not self.pressed or not self._direction:
            return False
        self._wait -= seconds
        if self._wait <= 0:
            self._wait = REPEAT_EVERY
            self.change(self.value + self._direction * self._stride())
        return True

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Two buttons with signs and the framed number."""
        theme, colours = self.theme, self.theme.colours
        less, middle, more = self.parts(box)
        usable = {
            -1: self.enabled and self.value > self.low,
            1: self.enabled and self.value < self.high,
        }
        for side, sign in ((less, -1), (more, 1)):
            edge = colours.ink if usable[sign] else colours.ash
            held = self.pressed and self._direction == sign
            fill = colours.paper2 if held else colours.field
            ink.box(on, side, fill, edge, 1.2 * theme.scale)
            bar = pygame.Rect(0, 0, theme.px(14), theme.line(2.2))
            bar.center = side.center
            pygame.draw.rect(on, edge, bar)
            if sign == 1:
                post = pygame.Rect(0, 0, bar.height, bar.width)
                post.center = bar.center
                pygame.draw.rect(on, edge, post)
        written = self.colour.startswith("cinnabar")
        edge = colours.cinnabar if written and self.enabled else colours.ink2
        ink.box(on, middle, colours.field, edge, 1.5 * theme.scale)
        lines = fonts.lines_of(self.value_text, HEAD, theme, max(1, middle.width - 2 * theme.px(4)))
        rise = (len(lines) - 1) * theme.leading(HEAD) / 2
        at = (middle.centerx, middle.centery - rise + fonts.size_of(HEAD, theme) * 0.36)
        tone = getattr(colours, self.colour) if self.enabled else colours.ink2
        fonts.put_lines(on, lines, at, HEAD, theme, tone, "center")
