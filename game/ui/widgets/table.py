"""Rows and columns of the ledgers: numbers to the right, a rule below the head, rows to select."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, SMALL, Theme, mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press, pressed_key
from game.ui.widgets.panel import rules
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


class Table(Widget):
    """A table that scrolls; the head stays.

    Args:
        name: What the table tells.
        columns: From left to right.
        rows: Cells as they read.
        on_select: Called with the number of a row when it is pressed; None for a table to look at.
        selected: The row that is marked.
        sums: Whether the last row is a sum, in bold below a rule.
        key: What the screen calls it.
    """

    role = "table"
    focusable = True
    ROW = 24
    HEAD_ROW = 26

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        on_select: Callable[[int], None] | None = None,
        *,
        selected: int | None = None,
        sums: bool = False,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.columns, self.rows, self.on_select = tuple(columns), list(rows), on_select
        self.selected, self.sums = selected, sums
        self.first = 0

    @property
    def value_text(self) -> str:
        """The selected row with the heads of its columns, else how many there are."""
        if self.selected is None:
            return _("{count} rows").format(count=len(self.rows))
        cells = zip(self.columns, self.rows[self.selected], strict=False)
        told = [_("{name} {amount}").format(name=c.name, amount=cell) for c, cell in cells]
        return ", ".join(told)

    def show(self, rows: Sequence[Sequence[str]], selected: int | None = None) -> None:
        """Take new rows."""
        self.rows, self.selected = list(rows), selected
        self.first = min(self.first, max(0, len(rows) - 1))
        self.touch()

    def row_height(self, theme: Theme) -> int:
        """One row; at least what a finger or a shaky hand can hit if rows can be selected."""
        return theme.px(32 if self.on_select is not None else self.ROW)

    def height(self, width: int, theme: Theme) -> int:
        """The head and all rows."""
        del width
        return theme.px(self.HEAD_ROW) + self.row_height(theme) * len(self.rows) + theme.px(4)

    @property
    def shown(self) -> int:
        """How many rows fit."""
        room = self.rect.height - self.theme.px(self.HEAD_ROW)
        return max(1, room // max(1, self.row_height(self.theme)))

    def pick(self, row: int) -> None:
        """Mark a row, bring it into view and read it."""
        if not self.rows:
            return
        row = min(max(0, row), len(self.rows) - 1)
        self.first = min(max(self.first, row - self.shown + 1), row)
        self.selected = row
        self.touch()
        announce(self.value_text)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Click, wheel, arrows, Enter."""
        if is_click(event):
            return self._click(event)
        if event.type == pygame.MOUSEWHEEL:
            least = max(0, len(self.rows) - self.shown)
            first = min(max(0, self.first - int(event.y)), least)
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
        below = event.pos[1] - self.rect.top - self.theme.px(self.HEAD_ROW)
        row = self.first + below // self.row_height(self.theme)
        if below >= 0 and row < len(self.rows):
            self.pick(row)
            if self.on_select is not None:
                self.on_select(row)
        return True

    def spans(self, box: pygame.Rect) -> list[tuple[int, int]]:
        """Left and right of each column."""
        whole, gap = sum(column.share for column in self.columns), self.theme.px(10)
        spans: list[tuple[int, int]] = []
        so_far, room = 0, box.width - self.theme.px(8)
        for column in self.columns:
            left = box.left + room * so_far // whole
            so_far += column.share
            spans.append((left, box.left + room * so_far // whole - gap))
        return [*spans[:-1], (spans[-1][0], box.left + room)]

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Head, double rule, rows in view, a bar if there are more."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        spans, high = self.spans(box), self.row_height(theme)
        for column, (left, right) in zip(self.columns, spans, strict=True):
            start = (right if column.right else left, box.top + px(14))
            align = "right" if column.right else "left"
            fonts.put(on, column.name, start, SMALL, theme, colours.ink2, align)
        rules(on, box.left, box.top + px(20), box.width, theme)
        for at, cells in enumerate(self.rows[self.first : self.first + self.shown]):
            top = box.top + px(self.HEAD_ROW) + at * high
            area = pygame.Rect(box.left, top, box.width, high)
            self._paint_row(on, area, cells, self.first + at)
        if len(self.rows) > self.shown:
            share = (box.height - px(self.HEAD_ROW)) / len(self.rows)
            slid = box.top + px(self.HEAD_ROW) + round(self.first * share)
            bar = (box.right - px(4), slid, px(4), round(self.shown * share))
            pygame.draw.rect(on, colours.ink2, bar)

    def _paint_row(
        self, on: pygame.Surface, area: pygame.Rect, cells: Sequence[str], row: int
    ) -> None:
        theme, colours = self.theme, self.theme.colours
        last = self.sums and row == len(self.rows) - 1
        if row == self.selected:
            pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), area)
            pygame.draw.rect(on, colours.indigo, (*area.topleft, theme.px(3), area.height))
        if row:
            pale = colours.ink if last else mix(colours.rule, colours.paper, 0.45)
            pygame.draw.rect(on, pale, (*area.topleft, area.width, theme.line(1)))
        style = SECOND_BOLD if last else SECOND
        base = area.centery + fonts.size_of(style, theme) * 0.36
        for column, span, cell in zip(self.columns, self.spans(area), cells, strict=False):
            left = span[0] + (theme.px(8) if row == self.selected and span[0] == area.left else 0)
            at, align = ((span[1], base), "right") if column.right else ((left, base), "left")
            fonts.put(on, cell, at, style, theme, getattr(colours, column.colour), align)
