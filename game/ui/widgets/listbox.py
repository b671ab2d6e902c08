"""A list of rows with a picture, two lines, five pips and an icon, as the teams."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.ui import atlas, fonts
from game.ui.theme import BODY_MEDIUM, SMALL, Theme, mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, is_press, pressed_key
from game.words import _

PIPS = 5


@dataclass(frozen=True)
class Row:
    """One row. `pips` is 0 to 5, or None for none."""

    name: str
    more: str = ""
    pips: int | None = None
    pips_name: str = ""  # what the pips count, for the ear
    icon: str = ""  # at the right
    portrait: str = ""  # the name of an icon at the left
    picture: Path | None = None  # a picture in its place, for lists that draw one
    faded: bool = False  # cannot be used; its second line says why

    def spoken(self) -> str:
        """The row in words."""
        if self.pips is None:
            return _("{name}, {more}").format(name=self.name, more=self.more)
        return _("{name}, {more}, {what} {count} of {all}").format(
            name=self.name, more=self.more, what=self.pips_name, count=self.pips, all=PIPS
        )


class ListBox(Widget):
    """Rows of which one may be selected; it scrolls if they don't fit.

    Args:
        name: What the list holds.
        rows: Its rows.
        on_select: Called with the number of a row when it is selected.
        selected: The row that is marked; None for none.
        hint: The tooltip.
        key: What the screen calls it.

    `on_open` is called when Return or Space is pressed on the marked row, where a screen sets it.
    """

    role = "list"
    focusable = True
    HIGH = 54  # logical px of a row with two lines
    PORTRAIT = (38, 42)  # logical px

    def __init__(
        self,
        name: str,
        rows: Sequence[Row],
        on_select: Callable[[int], None] | None = None,
        *,
        selected: int | None = None,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.rows, self.on_select, self.selected = list(rows), on_select, selected
        self.row_asks: list[tuple[Ask, ...]] = []
        self.first = 0  # the row at the top
        self.on_open: Callable[[], None] | None = None

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
        """The selected row."""
        return self.rows[self.selected].spoken() if self.selected is not None else ""

    def read(self) -> list[str]:
        """Its name and every row."""
        return [self.name, *(row.spoken() for row in self.rows)]

    def show(self, rows: Sequence[Row], selected: int | None = None) -> None:
        """Take new rows without calling back."""
        self.rows, self.selected = list(rows), selected
        self.touch()

    def row_height(self, width: int, theme: Theme) -> int:
        """One row: as high as the row that needs most, since words wrap."""
        most = 0
        for row in self.rows:
            names, more = self._lines(row, width, theme)
            extra = (len(names) - 1) * theme.leading(BODY_MEDIUM)
            most = max(most, extra + (len(more) - 1) * theme.leading(SMALL))
        return theme.px(self.HIGH) + most

    def _lines(self, row: Row, width: int, theme: Theme) -> tuple[list[str], list[str]]:
        room = width - (theme.px(self.PORTRAIT[0] + 8) if row.portrait else 0)
        narrow = room - theme.px(24 if row.icon else 0)
        names = fonts.lines_of(row.name, BODY_MEDIUM, theme, max(1, narrow))
        return names, fonts.lines_of(row.more, SMALL, theme, max(1, room))

    def height(self, width: int, theme: Theme) -> int:
        """All rows."""
        return self.row_height(width, theme) * len(self.rows)

    @property
    def _high(self) -> int:
        return self.row_height(self.rect.width, self.theme)

    @property
    def shown(self) -> int:
        """How many rows fit."""
        return max(1, self.rect.height // self._high)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Put it somewhere, with the marked row in view where its room is another one."""
        other = rect.size != self.rect.size
        super().place(rect, theme)
        if other and self.selected is not None:
            self._bring(self.selected)

    def _bring(self, row: int) -> None:
        """Scroll a row into view."""
        self.first = min(max(self.first, row - self.shown + 1), row)

    def hits(self) -> list[pygame.Rect]:
        """Each row in view."""
        left, top, wide, _high = self.rect
        rows = range(min(self.shown, len(self.rows)))
        return [pygame.Rect(left, top + at * self._high, wide, self._high) for at in rows]

    def select(self, row: int) -> None:
        """Mark a row, bring it into view and tell the screen."""
        if not self.rows:
            return
        row = min(max(0, row), len(self.rows) - 1)
        self._bring(row)
        if row != self.selected:
            self.selected = row
            self.touch()
            announce(self.value_text)
            if self.on_select is not None:
                self.on_select(row)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Click, wheel, arrows."""
        if is_click(event):
            self.select(self.first + (event.pos[1] - self.rect.top) // self._high)
            return True
        if event.type == pygame.MOUSEWHEEL:
            return self._scroll(-event.y)
        moves = {pygame.K_DOWN: 1, pygame.K_UP: -1, pygame.K_HOME: -999, pygame.K_END: 999}
        key = pressed_key(event)
        if key in moves:
            start = self.selected if self.selected is not None else -max(0, moves[key])
            self.select(start + moves[key])
            return True
        if is_press(event) and self.selected is not None and self.on_open is not None:
            self.on_open()
            return True
        if is_press(event) and self.selected is not None and self.on_select is not None:
            self.on_select(self.selected)
            return True
        return False

    def _scroll(self, rows: int) -> bool:
        first = min(max(0, self.first + rows), max(0, len(self.rows) - self.shown))
        moved, self.first = first != self.first, first
        self.stale = self.stale or moved
        return moved

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The rows in view."""
        high, theme, colours = self._high, self.theme, self.theme.colours
        for at, row in enumerate(self.rows[self.first : self.first + self.shown]):
            area = pygame.Rect(box.left, box.top + at * high, box.width, high)
            if self.first + at == self.selected:
                mark = area.inflate(theme.px(8), -theme.px(4)).move(0, -theme.px(2))
                pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), mark)
                pygame.draw.rect(on, colours.indigo, (*mark.topleft, theme.px(3), mark.height))
            if at:
                pale = mix(colours.rule, colours.paper, 0.3)
                y = area.top - theme.px(3)
                pygame.draw.rect(on, pale, (area.left, y, area.width, theme.line(1)))
            self._paint_row(on, area, row)
        if len(self.rows) > self.shown:
            share = box.height / len(self.rows)
            bar = (box.right - theme.px(3), box.top + self.first * share)
            pygame.draw.rect(on, colours.ink2, (*bar, theme.px(3), self.shown * share))

    def _paint_row(self, on: pygame.Surface, area: pygame.Rect, row: Row) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        left, y = area.left, area.top + px(15)
        names, more = self._lines(row, area.width, theme)
        if row.portrait:
            self._paint_portrait(on, area, row)
            left += px(self.PORTRAIT[0] + 8)
        tone = colours.ash if row.faded else colours.ink
        fonts.put_lines(on, names, (left, y), BODY_MEDIUM, theme, tone)
        y += px(16) + (len(names) - 1) * theme.leading(BODY_MEDIUM)
        fonts.put_lines(on, more, (left, y), SMALL, theme, colours.ink2)
        y += px(5.5) + (len(more) - 1) * theme.leading(SMALL)
        if row.icon:
            on.blit(atlas.icon(row.icon, px(20)), (area.right - px(22), area.top + px(1)))
        for pip in range(PIPS if row.pips is not None else 0):
            box = pygame.Rect(left + px(pip * 13), y, px(10), px(6))
            if pip < (row.pips or 0):
                pygame.draw.rect(on, colours.indigo, box)
            else:
                pygame.draw.rect(on, colours.ink2, box, theme.line(1))

    def _paint_portrait(self, on: pygame.Surface, area: pygame.Rect, row: Row) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        frame = pygame.Rect(area.left, area.top + px(2), *map(px, self.PORTRAIT))
        framed = atlas.icon(row.portrait, px(20))
        if framed.get_width() > px(30):
            on.blit(framed, frame.topleft)  # a portrait that has its own frame
            return
        pygame.draw.rect(on, mix(colours.paper2, colours.paper, 0.3), frame)
        picture = atlas.icon(row.portrait, px(32))
        at = picture.get_rect(midbottom=(frame.centerx, frame.bottom - px(5)))
        before = on.get_clip()
        on.set_clip(frame.clip(before))
        on.blit(picture, at)
        on.set_clip(before)
        pygame.draw.rect(on, colours.ink2, frame, theme.line(1))
