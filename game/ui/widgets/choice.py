"""One of a few: segments side by side, or tabs above a panel."""

from collections.abc import Callable, Sequence

import pygame

from game.ui import fonts
from game.ui.theme import BODY_MEDIUM, BUTTON, HIT, Theme, Type
from game.ui.widgets import ink
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, pressed_key
from game.ui.widgets.cue import cue
from game.words import _


class Choice(Widget):
    """A segmented choice of two to four options.

    Args:
        name: What is chosen.
        options: What each says.
        chosen: The number of the chosen one.
        on_change: Called with the number of the new one.
        reasons: Why an option cannot be chosen, by its number.
        hint: The tooltip.
        reason: Why nothing can be chosen; None if it can.
        key: What the screen calls it.
    """

    role = "choice"
    focusable = True
    style: Type = BUTTON

    def __init__(
        self,
        name: str,
        options: Sequence[str],
        chosen: int = 0,
        on_change: Callable[[int], None] | None = None,
        *,
        reasons: dict[int, str] | None = None,
        hint: str = "",
        reason: str | None = None,
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key, reason=reason)
        self.options, self.chosen, self.on_change = tuple(options), chosen, on_change
        self.reasons = reasons or {}
        self._pointed: int | None = None

    @property
    def value_text(self) -> str:
        """The chosen option."""
        return self.options[self.chosen]

    def described(self) -> str:
        """All of it, and what there is to choose from."""
        options = _("One of: {options}").format(options=", ".join(self.options))
        return f"{super().described()}. {options}" if not self.hint else super().described()

    @property
    def tip(self) -> str:
        """Why the option under the pointer is refused, else the hint."""
        return self.reasons.get(-1 if self._pointed is None else self._pointed, super().tip)

    def show(self, chosen: int) -> None:
        """Take another without calling back."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.touch()

    def choose(self, option: int) -> None:
        """Choose an option if it can be chosen, and tell the screen."""
        if option in self.reasons:
            announce(self.reasons[option])
        elif 0 <= option < len(self.options) and option != self.chosen:
            self.chosen = option
            self.touch()
            announce(self.value_text)
            cue("tick")
            if self.on_change is not None:
                self.on_change(option)

    def width(self, theme: Theme) -> int:
        """All options at the width of the longest."""
        widest = max(fonts.width_of(option, self.style, theme) for option in self.options)
        return (widest + theme.px(24)) * len(self.options)

    def height(self, width: int, theme: Theme) -> int:
        """A row; more if an option must wrap."""
        across = self.across(width, theme)
        each = width // across - theme.px(8)
        most = max(len(fonts.lines_of(o, self.style, theme, each)) for o in self.options)
        rows = -(-len(self.options) // across)
        return rows * (theme.px(HIT) + (most - 1) * theme.leading(self.style))

    def across(self, width: int, theme: Theme) -> int:
        """How many options stand beside each other: as many as leave their words whole."""
        words = {word for option in self.options for word in option.split()}
        longest = max((fonts.width_of(word, self.style, theme) for word in words), default=0)
        most = max(1, width // max(longest + theme.px(8), theme.px(HIT)))
        if most >= len(self.options):
            return len(self.options)
        rows = -(-len(self.options) // most)
        return -(-len(self.options) // rows)

    def segments(self, box: pygame.Rect) -> list[pygame.Rect]:
        """The area of each option, edge to edge, in as many rows as they need."""
        count, across = len(self.options), self.across(box.width, self.theme)
        rows = -(-count // across)
        made = []
        for at in range(count):
            row, place = divmod(at, across)
            there = min(across, count - row * across)
            left, right = (box.width * edge // there for edge in (place, place + 1))
            top, foot = (box.height * edge // rows for edge in (row, row + 1))
            made.append(pygame.Rect(box.left + left, box.top + top, right - left, foot - top))
        return made

    def hits(self) -> list[pygame.Rect]:
        """Each option."""
        return self.segments(self.rect)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Click, arrows."""
        if is_click(event) or event.type == pygame.MOUSEMOTION:
            return self._pointer(event)
        moves = {
            pygame.K_LEFT: self.chosen - 1,
            pygame.K_UP: self.chosen - 1,
            pygame.K_RIGHT: self.chosen + 1,
            pygame.K_DOWN: self.chosen + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.options) - 1,
        }
        key = pressed_key(event)
        if key in moves:
            self.choose(moves[key])
        return key in moves

    def _pointer(self, event: pygame.event.Event) -> bool:
        hits = [at for at, s in enumerate(self.segments(self.rect)) if s.collidepoint(event.pos)]
        before, self._pointed = self._pointed, hits[0] if hits else None
        if is_click(event) and hits:
            self.choose(hits[0])
            return True
        return before != self._pointed

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The chosen segment is of ink."""
        theme, colours = self.theme, self.theme.colours
        pygame.draw.rect(on, colours.field, box)
        for at, area in enumerate(self.segments(box)):
            chosen = at == self.chosen
            if chosen:
                pygame.draw.rect(on, colours.ink if self.enabled else colours.ash, area)
            else:
                thin = theme.line(1)
                pygame.draw.rect(on, colours.rule, (*area.topleft, thin, area.height))
                pygame.draw.rect(on, colours.rule, (*area.topleft, area.width, thin))
            colour = colours.paper if chosen else colours.ink
            if not chosen and (at in self.reasons or not self.enabled):
                colour = colours.ash
            self._words(on, area, self.options[at], colour)
        edge = colours.ink if self.enabled else colours.ash
        ink.frame(on, box, edge, 1.2 * theme.scale)

    def _words(
        self, on: pygame.Surface, area: pygame.Rect, text: str, colour: tuple[int, int, int]
    ) -> None:
        lines = fonts.lines_of(text, self.style, self.theme, area.width - self.theme.px(8))
        rise = (len(lines) - 1) * self.theme.leading(self.style) / 2
        base = area.centery - rise + fonts.size_of(self.style, self.theme) * 0.36
        at = (area.centerx, base)
        fonts.put_lines(on, lines, at, self.style, self.theme, colour, "center")


class Tabs(Choice):
    """Sections of which one is shown; the chosen one opens into what lies below."""

    role = "tabs"
    style = BODY_MEDIUM

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """A line below all but the chosen one."""
        theme, colours = self.theme, self.theme.colours
        thick = theme.line(1.2)
        pygame.draw.rect(on, colours.ink, (box.left, box.bottom - thick, box.width, thick))
        for at, area in enumerate(self.segments(box)):
            if at == self.chosen:
                pygame.draw.rect(on, colours.field, area)
                pygame.draw.rect(on, colours.ink, area, thick)
                opening = area.inflate(-2 * thick, 0)
                pygame.draw.rect(
                    on, colours.field, (opening.left, area.bottom - thick, opening.width, thick)
                )
                mark = (area.left, area.top, area.width, theme.px(3))
                pygame.draw.rect(on, colours.ink, mark)
            colour = colours.ink if at == self.chosen else colours.ink2
            self._words(on, area, self.options[at], colour)
