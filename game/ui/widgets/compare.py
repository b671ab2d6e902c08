"""Amounts of one kind below one another, as bars of one measure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, Colour, Theme
from game.ui.widgets.ink import Fine
from game.ui.widgets.picking import Picking
from game.words import _

NAMES, ROW, THICK = 170, 23, 13  # logical px
NARROW, GAP, LEAST = 430, 12, 90  # least widths: beside names, between things, of the bars
WHOLE = 560  # logical px of width above which the column of names grows with it


@dataclass(frozen=True)
class Amount:
    """One bar.

    Attributes:
        name: What it is.
        low: Its length; what is sure of it where only a range is known.
        high: The end of the range.
        text: How it reads.
        colour: A pigment.
        hatched: Whether it is written and not there.
        hollow: Whether it is of another life: an outline.
    """

    name: str
    low: float
    high: float
    text: str
    colour: str
    hatched: bool = False
    hollow: bool = False


class Compare(Picking):
    """Bars with a name at the left and the amount at their end.

    Args:
        name: What is compared.
        most: What a bar of the full width stands for; 0 takes the largest amount.
        names: Least width of the column of names, logical px.
        row: Height of a row, logical px.
    """

    role = "chart"

    def __init__(
        self, name: str, *, most: float = 0, names: int = NAMES, row: float = ROW, hint: str = "",
        key: str = "",
    ) -> None:  # fmt: skip
        super().__init__(name, hint=hint, key=key)
        self.amounts: tuple[Amount, ...] = ()
        self.most, self.names, self.row = most, names, row

    @property
    def value_text(self) -> str:
        """All of it in words."""
        told = [_("{name} {amount}").format(name=one.name, amount=one.text) for one in self.amounts]
        return ", ".join(told)

    def show(self, amounts: Sequence[Amount]) -> None:
        """Take new bars."""
        if tuple(amounts) != self.amounts:
            self.amounts = tuple(amounts)
            self.touch()

    def height(self, width: int, theme: Theme) -> int:
        """A row for each, more where names wrap or stand above."""
        return sum(self._high(one, width, theme) for one in self.amounts)

    def marks(self, box: pygame.Rect) -> list[tuple[str, list[pygame.Rect]]]:
        """Each bar with its name and amount."""
        found, top = [], box.top
        for one in self.amounts:
            high = self._high(one, box.width, self.theme)
            told = _("{name} {amount}").format(name=one.name, amount=one.text)
            found.append((told, [pygame.Rect(box.left, top, box.width, high)]))
            top += high
        return found

    def _texts(self, theme: Theme) -> int:
        return max(
            (fonts.width_of(one.text, SECOND_BOLD, theme) for one in self.amounts), default=0
        )

    def _names(self, width: int, theme: Theme) -> int:
        """The width of the column of names; none where they stand above their bars."""
        names = max(theme.px(self.names), width * self.names // WHOLE)
        left = width - names - self._texts(theme) - theme.px(GAP)
        wide = width >= theme.px(NARROW - NAMES + self.names)
        return names if wide and left >= theme.px(LEAST) else 0

    def _below(self, width: int, theme: Theme) -> bool:
        """Whether the amounts stand below their bars, too: they leave too little of the width."""
        left = width - self._texts(theme) - theme.px(GAP)
        return not self._names(width, theme) and left < theme.px(LEAST)

    def _lines(self, one: Amount, width: int, theme: Theme) -> list[str]:
        if not one.name:
            return []
        room = self._names(width, theme) - theme.px(GAP)
        return fonts.lines_of(one.name, SECOND, theme, room if room > 0 else width)

    def _told(self, one: Amount, width: int, theme: Theme) -> list[str]:
        """The lines of the amount below its bar, if it stands there."""
        below = self._below(width, theme)
        return fonts.lines_of(one.text, SECOND_BOLD, theme, width) if below else []

    def _high(self, one: Amount, width: int, theme: Theme) -> int:
        lines = len(self._lines(one, width, theme)) + len(self._told(one, width, theme))
        if self._names(width, theme):
            lines = max(0, lines - 1)
        return theme.px(self.row) + lines * theme.leading(SECOND)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Name, bar, amount."""
        theme, px, wide = self.theme, self.theme.px, box.width
        names, below = self._names(wide, theme), self._below(wide, theme)
        room = wide - names - (0 if below else self._texts(theme) + px(GAP))
        most = self.most or max((one.high for one in self.amounts), default=0) or 1
        top = box.top
        self.mark(on, box)
        for one in self.amounts:
            lines, base = self._lines(one, wide, theme), top + px(16)
            fonts.put_lines(on, lines, (box.left, base), SECOND, theme)
            if not names:
                base += len(lines) * theme.leading(SECOND)
            end = self._bars(on, one, (box.left + names, base), room, most)
            tone = tone_of(one, theme)
            if below:
                spot = (box.left, base + theme.leading(SECOND))
                told = self._told(one, wide, theme)
                fonts.put_lines(on, told, spot, SECOND_BOLD, theme, tone)
            else:
                fonts.put(on, one.text, (end + px(8), base), SECOND_BOLD, theme, tone)
            top += self._high(one, wide, theme)

    def _bars(
        self, on: pygame.Surface, one: Amount, at: tuple[int, int], room: int, most: float
    ) -> int:
        """What is sure, and what may be; returns where they end."""
        px, (left, base) = self.theme.px, at
        sure, end = round(room * one.low / most), round(room * one.high / most)
        bar = pygame.Rect(left, base - px(11), max(sure, 1), px(THICK))
        draw_bar(on, bar, one, self.theme)
        if end > sure:
            beyond = pygame.Rect(bar.right, bar.top, end - sure, bar.height)
            draw_bar(on, beyond, replace(one, hatched=True), self.theme)
        return left + max(end, 1)


def draw_bar(on: pygame.Surface, area: pygame.Rect, one: Amount, theme: Theme) -> None:
    """One bar: full, hatched, or an outline."""
    colours, scale = theme.colours, theme.scale
    tone = getattr(colours, one.colour)
    pygame.draw.rect(on, colours.field if one.hatched or one.hollow else tone, area)
    if one.hatched and area.width > 1:
        fine, (wide, high) = Fine(area.size), area.size
        corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
        fine.hatch(corners, tone, 1.4 * scale, 6 * scale, 0.9)
        fine.stamp(on, area.topleft)
    pygame.draw.rect(on, tone, area, theme.line(1.6 if one.hollow else 1))


def tone_of(one: Amount, theme: Theme) -> Colour:
    """The colour of an amount's figure: its bar's, where that can be read as text."""
    colours = theme.colours
    return colours.ink if one.colour in {"ash", "ink2"} else getattr(colours, one.colour)
