"""A table of effects: beside the figures of each row what it changed, drawn on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SMALL, Type
from game.ui.widgets.ink import Fine
from game.ui.widgets.table import Column, Table

AXIS = 1
"""The column that is drawn."""
THICK, DOT, INSET = 9, 4.5, 12  # logical px
WANTED = 320  # logical px of the column
LEAST = 20  # persons that the axis spans at least: chance moves a few


@dataclass(frozen=True)
class Span:
    """One row's effect, and what it was under other lucks."""

    low: int
    at: int
    high: int


class Effects(Table):
    """A table whose second column is an axis: a band from low to high, a dot for the row itself.

    Args:
        name: What it tells.
        columns: Those with words; the axis is put in after the first.
        rows: Cells of these columns.
        spans: The effect of each row.
        sides: What stands above the axis at the left of nothing, and at its right.
        share: Of the width for the axis.
    """

    def __init__(
        self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[str]],
        spans: Sequence[Span], sides: tuple[str, str], *, share: int, key: str = "",
    ) -> None:  # fmt: skip
        axis = Column("", share, right=True, least=WANTED)
        super().__init__(
            name, [columns[0], axis, *columns[1:]], [[row[0], "", *row[1:]] for row in rows],
            key=key,
        )  # fmt: skip
        self.spans, self.sides = tuple(spans), sides

    def _place(self, value: int) -> float:
        """Where a value stands on the axis, in pixels from the left of the table."""
        left, right = self._shape.spans[AXIS]
        inset = self.theme.px(INSET)
        low = min([0, *(one.low for one in self.spans)])
        high = max([0, *(one.high for one in self.spans)])
        room = right - left - 2 * inset
        return left + inset + room * (value - low) / max(LEAST, high - low)

    @property
    def _drawn(self) -> bool:
        """Whether there is an axis: not where each row is a card."""
        return not self._shape.cards

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The table, and above its axis what lies to either side of nothing."""
        super().paint(on, box)
        if not self._drawn:
            return
        theme, px = self.theme, self.theme.px
        left, right = self._shape.spans[AXIS]
        zero, base, colour = self._place(0), box.top + px(14), theme.colours.ink2
        rooms = (zero - left - px(5), right - zero - px(5))
        puts = ((-px(5), "right"), (px(5), "left"))
        for text, room, (off, align) in zip(self.sides, rooms, puts, strict=True):
            if fonts.width_of(text, SMALL, theme) <= room:
                at = (round(box.left + zero + off), base)
                fonts.put(on, text, at, SMALL, theme, colour, align)

    def _paint_cells(self, on: pygame.Surface, area: pygame.Rect, row: int, style: Type) -> None:
        super()._paint_cells(on, area, row, style)
        if not self._drawn:
            return
        theme, colours, one = self.theme, self.theme.colours, self.spans[row]
        left, right = self._shape.spans[AXIS]
        fine, middle = Fine((right - left, area.height)), area.height / 2
        half = theme.px(THICK) / 2
        low, at, high = (self._place(value) - left for value in (one.low, one.at, one.high))
        band = [(low, middle - half), (high, middle - half), (high, middle + half),
                (low, middle + half)]  # fmt: skip
        fine.shape(band, colours.ash)
        zero = self._place(0) - left
        fine.line([(zero, 0), (zero, area.height)], colours.ink, 1.2 * theme.scale)
        fine.disc((at, middle), DOT * theme.scale, colours.ink)
        fine.stamp(on, (area.left + left, area.top))
