"""A share between nothing and all: how many hands go where."""

from collections.abc import Callable

import pygame

from game.ui import atlas, fonts
from game.ui.theme import BODY_BOLD, BODY_MEDIUM, SECOND, Theme, mix
from game.ui.widgets import ink
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, pressed_key
from game.ui.widgets.cue import cue
from game.ui.widgets.ink import Fine
from game.words import _, percent

WHOLE = 1000


class Slider(Widget):
    """A slider from 0 to 1000 per mille.

    Args:
        name: What is shared out.
        value: Per mille.
        on_change: Called with the new value while it is moved.
        icon: The name of its icon.
        count: What the share comes to, in words ("269").
        mark: Per mille that the season needs, shown by a pointer above the track.
        step: Per mille of one arrow key; the value always lies on a step.
        most: The highest value that is allowed now.
        hint: The tooltip.
        reason: Why it cannot be moved; None if it can.
        key: What the screen calls it.
    """

    role = "slider"
    focusable = True
    hovers = True
    HIGH = 38  # logical px; rows stand 50 apart

    def __init__(
        self,
        name: str,
        value: int,
        on_change: Callable[[int], None] | None = None,
        *,
        icon: str = "",
        count: str = "",
        mark: int | None = None,
        step: int = 10,
        most: int = WHOLE,
        hint: str = "",
        reason: str | None = None,
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key, reason=reason)
        self.value, self.on_change, self.icon, self.count = value, on_change, icon, count
        self.mark, self.step, self.most = mark, step, most

    @property
    def value_text(self) -> str:
        """The share, and what it comes to."""
        told = percent(self.value)
        if self.count:
            told = _("{share}, {count}").format(share=told, count=self.count)
        if self.mark is not None:
            told = _("{share}; wanted: {mark}").format(share=told, mark=percent(self.mark))
        return told

    def show(self, value: int, count: str, mark: int | None = None) -> None:
        """Take new numbers without calling back."""
        if (value, count, mark) != (self.value, self.count, self.mark):
            self.value, self.count, self.mark = value, count, mark
            self.touch()

    def change(self, value: int) -> None:
        """Move to the nearest step that is allowed and tell the screen."""
        value = min(max(0, self.step * round(value / self.step)), self.most)
        if value != self.value:
            self.value = value
            self.touch()
            cue("tick")
            if self.on_change is not None:
                self.on_change(value)

    def height(self, width: int, theme: Theme) -> int:
        """A row; more if the name must wrap, or stand above its numbers."""
        lines = len(self._name_lines(width, theme)) + self._above(width, theme)
        return theme.px(self.HIGH) + (lines - 1) * theme.leading(BODY_MEDIUM)

    def _numbers(self, theme: Theme) -> tuple[int, int]:
        """The widths of the share and of the count."""
        count = fonts.width_of(self.count, SECOND, theme)
        share = fonts.width_of(percent(WHOLE), BODY_BOLD, theme)
        return share, max(theme.px(34), count) + theme.px(6) if self.count else 0

    def _room(self, width: int, theme: Theme) -> int:
        """What is left for the name beside the numbers."""
        icon = theme.px(28) if self.icon else 0
        return width - icon - sum(self._numbers(theme)) - theme.px(8)

    def _above(self, width: int, theme: Theme) -> bool:
        """Whether the name stands above its numbers: its longest word has no room beside them."""
        room = self._room(width, theme)
        return any(fonts.width_of(word, BODY_MEDIUM, theme) > room for word in self.name.split())

    def _name_lines(self, width: int, theme: Theme) -> list[str]:
        room = self._room(width, theme)
        if self._above(width, theme):
            room = width - (theme.px(28) if self.icon else 0)
        return fonts.lines_of(self.name, BODY_MEDIUM, theme, max(1, room))

    def on_event(self, event: pygame.event.Event) -> bool:
        """Drag, arrows, page keys, home and end."""
        if is_click(event) or (event.type == pygame.MOUSEMOTION and self.pressed):
            self.change(WHOLE * (event.pos[0] - self.rect.left) // max(1, self.rect.width))
            return True
        if event.type == pygame.MOUSEWHEEL and self.focused:
            self.change(self.value + self.step * event.y)
            return True
        moves = {
            pygame.K_LEFT: -self.step,
            pygame.K_RIGHT: self.step,
            pygame.K_PAGEDOWN: -100,
            pygame.K_PAGEUP: 100,
            pygame.K_HOME: -WHOLE,
            pygame.K_END: WHOLE,
        }
        key = pressed_key(event)
        if key in moves:
            self.change(self.value + moves[key])
            announce(self.value_text)
        return key in moves

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Icon, name, share, count; below them the track."""
        theme, colours = self.theme, self.theme.colours
        if self.icon:
            on.blit(atlas.icon(self.icon, theme.px(20)), box.topleft)
        base, ink_ = box.top + theme.px(15), colours.ink if self.enabled else colours.ink2
        left = box.left + theme.px(28 if self.icon else 0)
        lines = self._name_lines(box.width, theme)
        fonts.put_lines(on, lines, (left, base), BODY_MEDIUM, theme, ink_)
        if self._above(box.width, theme):
            base += len(lines) * theme.leading(BODY_MEDIUM)
        at = (box.right - self._numbers(theme)[1], base)
        fonts.put(on, percent(self.value), at, BODY_BOLD, theme, ink_, "right")
        fonts.put(on, self.count, (box.right, base), SECOND, theme, colours.ink2, "right")
        self._paint_track(on, box)

    def _paint_track(self, on: pygame.Surface, box: pygame.Rect) -> None:
        theme, colours = self.theme, self.theme.colours
        middle, thick = box.bottom - theme.px(11), theme.px(5)
        track = pygame.Rect(box.left, middle - thick // 2, box.width, thick)
        pygame.draw.rect(on, mix(colours.paper2, colours.earth, 0.25), track)
        filled = track.copy()
        filled.width = box.width * self.value // WHOLE
        pygame.draw.rect(on, colours.ink if self.enabled else colours.ash, filled)
        for tick in range(11):
            x = box.left + (box.width - theme.line(1)) * tick // 10
            pale = mix(colours.ink2, colours.panel, 0.4)
            pygame.draw.rect(
                on, pale, (x, track.bottom + theme.px(1.5), theme.line(1), theme.px(3))
            )
        if self.mark is not None:
            self._paint_mark(on, box.left + box.width * self.mark / WHOLE, track.top - theme.px(1))
        self._paint_knob(on, box, middle)

    def _paint_mark(self, on: pygame.Surface, x: float, y: int) -> None:
        size, fine = self.theme.scale, Fine((self.theme.px(12), self.theme.px(8)))
        fine.shape(
            [(2 * size, size), (10 * size, size), (6 * size, 7 * size)], self.theme.colours.cinnabar
        )
        fine.stamp(on, (round(x - 6 * size), round(y - 8 * size)))

    def _paint_knob(self, on: pygame.Surface, box: pygame.Rect, middle: int) -> None:
        theme, colours = self.theme, self.theme.colours
        knob = pygame.Rect(0, 0, theme.px(10), theme.px(16))
        knob.center = (box.left + box.width * self.value // WHOLE, middle)
        knob.left = min(max(knob.left, box.left), box.right - knob.width)
        fill = colours.paper2 if self.hovered or self.pressed else colours.field
        edge = colours.ink if self.enabled else colours.ash
        pygame.draw.rect(on, fill, knob)
        ink.frame(on, knob, edge, 1.5 * theme.scale)
        grip = pygame.Rect(0, 0, theme.line(1), theme.px(8))
        grip.center = knob.center
        pygame.draw.rect(on, edge, grip)
