"""Amounts of one kind below one another, as bars of one measure."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import Fine
from game.words import _

NAMES, ROW, THICK = 170, 23, 13  # logical px


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
    """

    name: str
    low: float
    high: float
    text: str
    colour: str
    hatched: bool = False


class Compare(Widget):
    """Bars with a name at the left and the amount at their end."""

    role = "chart"

    def __init__(self, name: str, *, hint: str = "", key: str = "") -> None:
        super().__init__(name, hint=hint, key=key)
        self.amounts: tuple[Amount, ...] = ()

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
        """A row for each."""
        del width
        return len(self.amounts) * theme.px(ROW)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Name, bar, amount."""
        px = self.theme.px
        texts = [fonts.width_of(one.text, SECOND_BOLD, self.theme) for one in self.amounts]
        room = box.width - px(NAMES) - max(texts, default=0) - px(12)
        most = max((one.high for one in self.amounts), default=0) or 1
        for at, one in enumerate(self.amounts):
            top = box.top + at * px(ROW)
            base = top + px(16)
            fonts.put(on, one.name, (box.left, base), SECOND, self.theme)
            left = box.left + px(NAMES)
            sure, end = round(room * one.low / most), round(room * one.high / most)
            bar = pygame.Rect(left, top + px(5), max(sure, 1), px(THICK))
            self._bar(on, bar, one, hatched=one.hatched)
            if end > sure:
                self._bar(on, pygame.Rect(bar.right, bar.top, end - sure, bar.height), one,
                          hatched=True)  # fmt: skip
            tone = getattr(self.theme.colours, one.colour)
            tone = self.theme.colours.ink if one.colour == "ash" else tone
            spot = (left + max(end, 1) + px(8), base)
            fonts.put(on, one.text, spot, SECOND_BOLD, self.theme, tone)

    def _bar(self, on: pygame.Surface, area: pygame.Rect, one: Amount, *, hatched: bool) -> None:
        colours, scale = self.theme.colours, self.theme.scale
        tone = getattr(colours, one.colour)
        pygame.draw.rect(on, colours.field if hatched else tone, area)
        if hatched and area.width > 1:
            fine, (wide, high) = Fine(area.size), area.size
            corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
            fine.hatch(corners, tone, 1.4 * scale, 6 * scale, 0.9)
            fine.stamp(on, area.topleft)
        pygame.draw.rect(on, tone, area, self.theme.line(1))
