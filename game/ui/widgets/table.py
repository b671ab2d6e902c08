"""Rows and columns of the ledgers: numbers to the right, a rule below the head, rows to select.

How it is set at a width, `table_shape` says; where it is too narrow, each row is a card.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, SMALL, Theme, Type, mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, is_press, pressed_key
from game.ui.widgets.panel import rules
from game.ui.widgets.table_shape import END, PRESSED_ROW, ROW, Cells, Shape, card_lines, shape
from game.words import _


@dataclass(frozen=True)
class Column:
    """A column: its head, its share of the width, and whether it holds numbers."""

    name: str
    share: int = 1
    right: bool = False  # numbers stand at the right
    colour: str = (
        "ink"  # a pigment: "cinnabar_deep" for what is written, "indigo" for what is there
    )
    least: int = 0  # logical px that it wants where columns stand side by side


class Table(Widget):
    """A table that scrolls; the head stays.

    Args:
        name: What the table tells.
        columns: From left to right.
        rows: Cells as they read.
        on_select: Called with the number of a row when it is pressed; None for a table to look at.
        selected: The row that is marked.
        sums: Whether the last row is a sum, in bold below a rule.
        row: Least height of a row in logical pixels; 0 takes what its use wants.
        key: What the screen calls it.
    """

    role = "table"
    focusable = True

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        on_select: Callable[[int], None] | None = None,
        *,
        selected: int | None = None,
        sums: bool = False,
        row: float = 0,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.least = row or (PRESSED_ROW if on_select is not None else ROW)
        self.columns, self.rows, self.on_select = tuple(columns), list(rows), on_select
        self.selected, self.sums = selected, sums
        self.heads: set[int] = set()  # rows in bold
        self.row_asks: list[tuple[Ask, ...]] = []
        self.first = 0
        self._shaped: tuple[Cells, int, Theme, Shape] | None = None

    def asked(self) -> tuple[Ask, ...]:
        """The figures of the marked row, else all of the first."""
        if not self.row_asks:
            return self.asks
        return self.row_asks[min(self.selected or 0, len(self.row_asks) - 1)]

    def rows_tell(self, rows: Sequence[Sequence[Ask]]) -> None:
        """Say which figures each row shows."""
        self.row_asks = [tuple(row) for row in rows]
        self.asks = tuple(ask for row in self.row_asks for ask in row)

    @property
    def value_text(self) -> str:
        """The selected row with the heads of its columns, else how many there are."""
        if self.selected is None or self.selected >= len(self.rows):
            return _("{count} rows").format(count=len(self.rows))
        return self._row_text(self.rows[self.selected])

    def _row_text(self, row: Sequence[str]) -> str:
        """A row, each figure with the head of its column."""
        told = [
            _("{name} {amount}").format(name=column.name, amount=cell) if column.name else cell
            for column, cell in zip(self.columns, row, strict=False)
            if cell
        ]
        return ", ".join(told)

    def read(self) -> list[str]:
        """Its name and every row."""
        return [self.name, *(self._row_text(row) for row in self.rows)]

    def show(self, rows: Sequence[Sequence[str]], selected: int | None = None) -> None:
        """Take new rows."""
        self.rows, self.selected = list(rows), selected
        self.first = min(self.first, max(0, len(rows) - 1))
        self.touch()

    @property
    def cells(self) -> Cells:
        """What it holds."""
        rows = tuple(tuple(row) for row in self.rows)
        return Cells(self.columns, rows, self.least)

    def shape(self, width: int, theme: Theme) -> Shape:
        """How it is set at a width; worked out once."""
        cells = self.cells
        if self._shaped is None or self._shaped[:3] != (cells, width, theme):
            self._shaped = (cells, width, theme, shape(cells, width, theme))
        return self._shaped[3]

    @property
    def _shape(self) -> Shape:
        return self.shape(self.rect.width, self.theme)

    def height(self, width: int, theme: Theme) -> int:
        """The head and all rows."""
        return self.shape(width, theme).height + theme.px(4)

    @property
    def shown(self) -> int:
        """How many rows fit, from the first that is shown."""
        made = self._shape
        room, count = self.rect.height - made.head, 0
        for high in made.rows[self.first :]:
            room -= high
            count += room >= 0
        return max(1, count)

    @property
    def _furthest(self) -> int:
        """The first row when the last one stands at the foot."""
        made, room, first = self._shape, self.rect.height - self._shape.head, len(self.rows)
        while first and room >= made.rows[first - 1]:
            first -= 1
            room -= made.rows[first]
        return min(first, max(0, len(self.rows) - 1))

    def areas(self, box: pygame.Rect) -> list[pygame.Rect]:
        """The area of each row in view."""
        made, top, areas = self._shape, box.top + self._shape.head, []
        for high in made.rows[self.first : self.first + self.shown]:
            areas.append(pygame.Rect(box.left, top, box.width, high))
            top += high
        return areas

    def hits(self) -> list[pygame.Rect]:
        """Each row in view, where rows can be pressed."""
        return self.areas(self.rect) if self.on_select is not None else [self.rect]

    def pick(self, row: int) -> None:
        """Mark a row, bring it into view and read it."""
        if not self.rows:
            return
        row = min(max(0, row), len(self.rows) - 1)
        self.first = min(self.first, row)
        while row >= self.first + self.shown:
            self.first += 1
        self.selected = row
        self.touch()
        announce(self.value_text)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Click, wheel, arrows, Enter."""
        if is_click(event):
            return self._click(event)
        if event.type == pygame.MOUSEWHEEL:
            first = min(max(0, self.first - int(event.y)), self._furthest)
            moved, self.first = first != self.first, first
            self.stale = self.stale or moved
            return moved
        moves = {
            pygame.K_DOWN: 1,
            pygame.K_UP: -1,
            pygame.K_PAGEDOWN: self.shown,
            pygame.K_PAGEUP: -self.shown,
            pygame.K_HOME: -len(self.rows),
            pygame.K_END: len(self.rows),
        }
        key = pressed_key(event)
        if key in moves:
            self.pick(moves[key] + (self.selected if self.selected is not None else -1))
            return True
        if is_press(event) and self.on_select is not None and self.selected is not None:
            self.on_select(self.selected)
            return True
        return False

    def _click(self, event: pygame.event.Event) -> bool:
        for at, area in enumerate(self.areas(self.rect)):
            if area.collidepoint(event.pos):
                self.pick(self.first + at)
                if self.on_select is not None:
                    self.on_select(self.first + at)
                break
        return True

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Head, double rule, rows in view, a bar if there are more."""
        theme, px, made = self.theme, self.theme.px, self._shape
        base = box.top + px(14)
        for column, (left, right) in zip(self.columns, made.spans, strict=False):
            lines = fonts.lines_of(column.name, SMALL, theme, right - left)
            x, align = (right, "right") if column.right else (left, "left")
            colour = theme.colours.ink2
            put = (box.left + x, base)
            fonts.put_lines(on, lines, put, SMALL, theme, colour, align)
        if made.head:
            rules(on, box.left, box.top + made.head - px(6), box.width, theme)
        areas = self.areas(box)
        for at, area in enumerate(areas):
            self._paint_row(on, area, self.first + at)
        if len(self.rows) > len(areas):
            share = (box.height - made.head) / max(1, sum(made.rows))
            slid = box.top + made.head + round(sum(made.rows[: self.first]) * share)
            high = round(sum(area.height for area in areas) * share)
            pygame.draw.rect(on, theme.colours.ink2, (box.right - px(4), slid, px(4), high))

    def _paint_row(self, on: pygame.Surface, area: pygame.Rect, row: int) -> None:
        theme, colours = self.theme, self.theme.colours
        last = self.sums and row == len(self.rows) - 1
        if row == self.selected:
            pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), area)
            pygame.draw.rect(on, colours.indigo, (*area.topleft, theme.px(3), area.height))
        if row:
            pale = colours.ink if last else mix(colours.rule, colours.paper, 0.45)
            pygame.draw.rect(on, pale, (*area.topleft, area.width, theme.line(1)))
        if self._shape.cards:
            self._paint_card(on, area, row)
        else:
            self._paint_cells(on, area, row, SECOND_BOLD if last or row in self.heads else SECOND)

    def _paint_cells(self, on: pygame.Surface, area: pygame.Rect, row: int, style: Type) -> None:
        theme, spans = self.theme, self._shape.spans
        base = area.centery + fonts.size_of(style, theme) * 0.36
        for column, (left, right), cell in zip(self.columns, spans, self.rows[row], strict=False):
            tone = getattr(theme.colours, column.colour)
            if column.right:
                at = (area.left + right, base)
                fonts.put(on, cell, at, style, theme, tone, "right")
                continue
            lines = fonts.lines_of(cell, style, theme, right - left)
            inset = theme.px(8) if row == self.selected and not left else 0
            first = base - (len(lines) - 1) * theme.leading(style) / 2
            fonts.put_lines(on, lines, (area.left + left + inset, first), style, theme, tone)

    def _paint_card(self, on: pygame.Surface, area: pygame.Rect, row: int) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        head, told = card_lines(self.cells, self.rows[row], area.width, theme)
        inset = px(8) if row == self.selected else 0
        base, leading = area.top + px(18), theme.leading(SECOND)
        fonts.put_lines(on, head, (area.left + inset, base), SECOND_BOLD, theme)
        base += len(head) * leading
        for column, names, cell in told:
            tone, right = getattr(colours, column.colour), area.right - px(END)
            fonts.put(on, cell, (right, base), SECOND_BOLD, theme, tone, "right")
            fonts.put_lines(on, names, (area.left + px(8), base), SECOND, theme, colours.ink2)
            base += len(names) * leading
