"""Small things that only the screens need: the seal, rows of facts, a compact list, a message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import atlas, fonts
from game.ui.theme import (
    BODY_MEDIUM,
    PROSE,
    SECOND,
    SECOND_BOLD,
    SMALL,
    SMALL_BOLD,
    Theme,
    Type,
)  # fmt: skip
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.listbox import PIPS, ListBox, Row
from game.words import _

STAMP = Type("serif-black", 15)


class Seal(Widget):
    """Two characters of a place's name on cinnabar: ornament."""

    role = "picture"

    def __init__(self, signs: str) -> None:
        super().__init__()
        self.signs = signs[:2]

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The square and its characters."""
        pygame.draw.rect(on, self.theme.colours.cinnabar, box)
        for at, sign in enumerate(self.signs):
            spot = (box.centerx, box.top + self.theme.px(14.5 + at * 14.5))
            fonts.put(on, sign, spot, STAMP, self.theme, self.theme.colours.paper, "center")


@dataclass(frozen=True)
class Fact:
    """A name at the left and a value at the right."""

    name: str
    value: str
    colour: str = "ink"


class Facts(Widget):
    """Rows of facts."""

    role = "figures"
    ROW = 18

    def __init__(
        self, name: str, facts: Sequence[Fact] = (), *, hint: str = "", key: str = ""
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.facts = tuple(facts)

    @property
    def value_text(self) -> str:
        """All rows in words."""
        return ", ".join(f"{fact.name} {fact.value}" for fact in self.facts)

    def show(self, facts: Sequence[Fact]) -> None:
        """Take new rows."""
        if tuple(facts) != self.facts:
            self.facts = tuple(facts)
            self.touch()

    def _lines(self, fact: Fact, width: int, theme: Theme) -> list[str]:
        room = width - fonts.width_of(fact.value, SECOND_BOLD, theme) - theme.px(8)
        return fonts.lines_of(fact.name, SECOND, theme, room)

    def height(self, width: int, theme: Theme) -> int:
        """A line for each, more where a name wraps."""
        return theme.px(self.ROW) * sum(len(self._lines(f, width, theme)) for f in self.facts)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Name, value."""
        theme, y = self.theme, box.top + self.theme.px(13)
        for fact in self.facts:
            tone = getattr(theme.colours, fact.colour)
            fonts.put(on, fact.value, (box.right, y), SECOND_BOLD, theme, tone, "right")
            for line in self._lines(fact, box.width, theme):
                fonts.put(on, line, (box.left, y), SECOND, theme)
                y += theme.px(self.ROW)


class CompactList(ListBox):
    """A list with low rows: name and a second line, pips and an icon at the right."""

    HIGH = 32

    def _lines(self, row: Row, width: int, theme: Theme) -> tuple[list[str], list[str]]:
        icon = theme.px(26) if row.icon else 0
        pips = theme.px(PIPS * 9 + 6) if row.pips is not None else 0
        room = width - theme.px(10)
        names = fonts.lines_of(row.name, BODY_MEDIUM, theme, max(1, room - icon - pips))
        return names, fonts.lines_of(row.more, SMALL, theme, max(1, room - icon))

    def _paint_row(self, on: pygame.Surface, area: pygame.Rect, row: Row) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        left = area.left + px(4)
        right = area.right - px(4 if len(self.rows) <= self.shown else 10)
        if row.icon:
            on.blit(atlas.icon(row.icon, px(20)), (right - px(20), area.top + px(4)))
        if row.pips is not None:
            for pip in range(PIPS):
                at = right - px(30) - px((PIPS - pip) * 9) + px(2)
                box = pygame.Rect(at, area.top + px(6), px(7), px(6))
                if pip < row.pips:
                    pygame.draw.rect(on, colours.indigo, box)
                else:
                    pygame.draw.rect(on, colours.ink2, box, theme.line(1))
        names, more = self._lines(row, area.width, theme)
        fonts.put_lines(on, names, (left, area.top + px(12.5)), BODY_MEDIUM, theme)
        base = area.top + px(25.5) + (len(names) - 1) * theme.leading(BODY_MEDIUM)
        fonts.put_lines(on, more, (left, base), SMALL, theme, colours.ink2)


class IconButton(Button):
    """A square button with an icon alone; its name is told and shown as the tooltip."""

    @property
    def tip(self) -> str:
        """Its name, too."""
        return self.reason or self.with_key(self.hint or self.name)

    def width(self, theme: Theme) -> int:
        """A square."""
        return theme.px(32)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Frame and icon."""
        down = self.theme.line(1) if self.pressed and self.hovered else 0
        box = box.move(down, down)
        self._paint_plain(on, box)
        drawn = atlas.icon(self.icon, self.theme.px(20))
        on.blit(drawn, drawn.get_rect(center=box.center))


CLOSE = Type("serif", 13)
"""Two lines of a message, in the height of one with its speaker."""


class Message(Button):
    """Who speaks, and what is said: two lines of it, or all of it where there is room.

    Pressing it opens the whole.
    """

    role = "button"
    LEFT = 32  # logical px of the letter before the words

    def __init__(self, on_press: Callable[[], None], *, key: str = "") -> None:
        super().__init__("", on_press, key=key, action="open_message")
        self.voice = self.text = self.count = ""

    def say(self, voice: str, text: str, count: str) -> None:
        """Take another message."""
        self.voice, self.text, self.count = voice, text, count
        self.name = f"{voice}: {text}"
        self.touch()

    @property
    def heard(self) -> str:
        """The message, and which of how many it is."""
        if not self.count:
            return self.name
        return _("{message} ({count})").format(message=self.name, count=self.count)

    def _voice(self, width: int, theme: Theme) -> list[str]:
        room = width - theme.px(self.LEFT) - fonts.width_of(self.count, SMALL, theme) - theme.px(12)
        return fonts.lines_of(self.voice, SMALL_BOLD, theme, max(1, room))

    def height(self, width: int, theme: Theme) -> int:
        """All of it."""
        lines = fonts.lines_of(self.text, PROSE, theme, width - theme.px(self.LEFT))
        voices = len(self._voice(width, theme)) * theme.leading(SMALL_BOLD)
        return voices + len(lines) * theme.leading(PROSE) + theme.px(8)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """An icon, the voice, one line or two close ones, or all."""
        theme, px = self.theme, self.theme.px
        icon = atlas.icon("letter", px(22))
        left, room = box.left + px(self.LEFT), box.width - px(self.LEFT)
        lines = fonts.lines_of(self.text, PROSE, theme, room)
        whole = box.height >= self.height(box.width, theme)
        top = box.top + px(4) if whole and len(lines) > 1 else box.centery - icon.get_height() // 2
        on.blit(icon, (box.left, top))
        if len(lines) < 2 and not whole:
            self._head(on, (left, box.top + px(18)), room)
            self._line(on, self.text, PROSE, (left, box.top + px(36)))
        elif whole:
            base = box.top + px(15)
            base += self._head(on, (left, base), room, every=True) * theme.leading(SMALL_BOLD)
            for at, line in enumerate(lines):
                self._line(on, line, PROSE, (left, base + at * theme.leading(PROSE)))
        else:
            self._head(on, (left, box.top + px(13)), room)
            lines = fonts.lines_of(self.text, CLOSE, theme, room)
            self._line(on, lines[0], CLOSE, (left, box.top + px(29)))
            if len(lines) > 1:
                self._line(on, self._second(lines[1:], room), CLOSE, (left, box.top + px(45)))

    def _head(
        self, on: pygame.Surface, at: tuple[int, int], room: int, *, every: bool = False
    ) -> int:
        """Who speaks, and which message it is; returns how many lines that took."""
        theme, colours = self.theme, self.theme.colours
        lines = self._voice(room + theme.px(self.LEFT), theme)
        shown = lines if every or len(lines) < 2 else [self._cut(lines[0] + " " + lines[1], room)]
        fonts.put_lines(on, shown, at, SMALL_BOLD, theme, colours.ink2)
        wide = fonts.width_of(shown[0], SMALL_BOLD, theme)
        spot = (at[0] + wide + theme.px(10), at[1])
        fonts.put(on, self.count, spot, SMALL, theme, colours.ink2)
        return len(shown)

    def _cut(self, told: str, room: int) -> str:
        """A name that is too long for its line; the whole stands in the opened message."""
        room -= fonts.width_of(self.count, SMALL, self.theme) + self.theme.px(12)
        while told and fonts.width_of(told + " …", SMALL_BOLD, self.theme) > room:
            told = told.rpartition(" ")[0]
        return told + " …"

    def _second(self, rest: list[str], room: int) -> str:
        """The second line; what does not fit on it is said to be there."""
        if len(rest) == 1:
            return rest[0]
        for more in (" … " + _("(press to read on)"), " …"):
            line = rest[0]
            while line and fonts.width_of(line + more, CLOSE, self.theme) > room:
                line = line.rpartition(" ")[0]
            if line:
                return line + more
        return "…"

    def _line(self, on: pygame.Surface, line: str, style: Type, at: tuple[int, int]) -> None:
        theme = self.theme
        fonts.put(on, line, at, style, theme)
        if self.hovered:
            wide = fonts.width_of(line, style, theme)
            under = (at[0], at[1] + theme.px(3), wide, theme.line(1))
            pygame.draw.rect(on, theme.colours.rule, under)
