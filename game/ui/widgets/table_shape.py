"""How a table is set at a width: columns by their shares, by what they need, or each row as a card.

A column of words may wrap; a column of numbers never does. Where even that is too wide, a row is a
card: its first cell above, and below it a line for each other cell with the name of its column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, SMALL, Theme

if TYPE_CHECKING:
    from game.ui.widgets.table import Column

GAP, END, LEAST = 10, 8, 76  # logical px between columns, after the last, of a column of words
ROW, PRESSED_ROW, RULES, CARD = 24, 32, 12, 12


@dataclass(frozen=True)
class Shape:
    """Where columns and rows of a table stand, in pixels from its upper left corner."""

    spans: tuple[tuple[int, int], ...]  # left and right of each column; none where rows are cards
    head: int  # the height of the head; 0 where no column has a name
    rows: tuple[int, ...]  # the height of each row

    @property
    def cards(self) -> bool:
        """Whether each row is a card."""
        return not self.spans

    @property
    def height(self) -> int:
        """Of head and rows."""
        return self.head + sum(self.rows)


@dataclass(frozen=True)
class Cells:
    """What a table holds, for the one question of its shape."""

    columns: "tuple[Column, ...]"
    rows: tuple[tuple[str, ...], ...]
    least: float  # logical px of a row; as high as a hit area where rows can be pressed


def shape(cells: Cells, width: int, theme: Theme) -> Shape:
    """The widest way to set it that fits."""
    needs = [_need(cells, at, theme) for at in range(len(cells.columns))]
    spans = _by_share(cells, needs, width, theme) or _by_need(cells, needs, width, theme)
    if spans is None:
        high = tuple(card_height(cells, row, width, theme) for row in cells.rows)
        return Shape((), theme.px(4), high)
    wides = [right - left for left, right in spans]
    heads = [
        len(fonts.lines_of(column.name, SMALL, theme, wide))
        for column, wide in zip(cells.columns, wides, strict=True)
    ]
    named = any(column.name for column in cells.columns)
    head = theme.px(RULES) + max(heads) * theme.leading(SMALL) if named else 0
    least = theme.px(cells.least)
    rows = []
    for row in cells.rows:
        lines = [
            len(fonts.lines_of(cell, SECOND_BOLD, theme, wide))
            for column, cell, wide in zip(cells.columns, row, wides, strict=False)
            if not column.right
        ]
        rows.append(least + (max(lines, default=1) - 1) * theme.leading(SECOND))
    return Shape(tuple(spans), head, tuple(rows))


def _need(cells: Cells, at: int, theme: Theme) -> int:
    """The width of a column whose cells stand on one line each; its head may wrap at words."""
    words = cells.columns[at].name.split() or [""]
    head = max(fonts.width_of(word, SMALL, theme) for word in words)
    told = (row[at] for row in cells.rows if at < len(row))
    least = theme.px(cells.columns[at].least)
    return max([least, head, *(fonts.width_of(cell, SECOND_BOLD, theme) for cell in told)])


def _by_share(
    cells: Cells, needs: Sequence[int], width: int, theme: Theme
) -> list[tuple[int, int]] | None:
    """Columns as wide as they were given shares, if all that stands in them fits."""
    whole, gap = sum(column.share for column in cells.columns), theme.px(GAP)
    spans: list[tuple[int, int]] = []
    so_far, room = 0, width - theme.px(END)
    for column in cells.columns:
        left = room * so_far // whole
        so_far += column.share
        spans.append((left, room * so_far // whole - gap))
    spans[-1] = (spans[-1][0], room)
    fits = all(right - left >= need for (left, right), need in zip(spans, needs, strict=True))
    return spans if fits else None


def _by_need(
    cells: Cells, needs: Sequence[int], width: int, theme: Theme
) -> list[tuple[int, int]] | None:
    """Numbers get what they need, words what is left over, if that is enough to read them."""
    gap = theme.px(GAP)
    room = width - theme.px(END) - gap * (len(needs) - 1)
    words = [at for at, column in enumerate(cells.columns) if not column.right]
    left = room - sum(need for at, need in enumerate(needs) if at not in words)
    wides = list(needs)
    if left < sum(needs[at] for at in words):
        each = left // max(1, len(words))
        if (
            not words
            or each < theme.px(LEAST)
            or any(each < _word(cells, at, theme) for at in words)
        ):
            return None
        for at in words:
            wides[at] = each
    elif words:
        wides[words[0]] += left - sum(needs[at] for at in words)
    spans, start = [], 0
    for wide in wides:
        spans.append((start, start + wide))
        start += wide + gap
    return spans


def _word(cells: Cells, at: int, theme: Theme) -> int:
    """The longest word of a column."""
    told = [row[at] for row in cells.rows if at < len(row)]
    words = [word for cell in told for word in cell.split()] or [""]
    return max(fonts.width_of(word, SECOND_BOLD, theme) for word in words)


def card_lines(
    cells: Cells, row: Sequence[str], width: int, theme: Theme
) -> tuple[list[str], list[tuple["Column", list[str], str]]]:
    """The head of a card, and column, lines of its name, and value of each other cell."""
    head = fonts.lines_of(row[0], SECOND_BOLD, theme, width - theme.px(END)) if row[0] else []
    told = []
    for column, cell in zip(cells.columns[1:], row[1:], strict=False):
        if cell:
            room = width - fonts.width_of(cell, SECOND_BOLD, theme) - theme.px(END + 16)
            told.append((column, fonts.lines_of(column.name, SECOND, theme, max(1, room)), cell))
    return head, told


def card_height(cells: Cells, row: Sequence[str], width: int, theme: Theme) -> int:
    """All lines of a card and its margins."""
    head, told = card_lines(cells, row, width, theme)
    lines = len(head) + sum(len(names) for _column, names, _cell in told)
    return max(theme.px(PRESSED_ROW), lines * theme.leading(SECOND) + theme.px(CARD))
