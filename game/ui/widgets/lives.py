"""The tree of lives: a row a life, a box a season, and where each was taken from another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import BODY_MEDIUM, SMALL, Theme, mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget, is_click, is_press, pressed_key
from game.ui.widgets.ink import Fine
from game.ui.widgets.seasons import PIGMENTS
from game.words import _

NAMES, ROW, HEAD, YEAR_GAP = 232, 40, 24, 10  # logical px


@dataclass(frozen=True)
class Row:
    """One life.

    Attributes:
        name: What it is called.
        more: A second line: where it stands.
        first: Its first own season.
        come: How many seasons are closed.
        parent: The row that it was taken from; None for the first, or one that is not kept.
        removed: The season in which its secretary was removed; -1 never.
        present: Whether it is the game that is played.
    """

    name: str
    more: str
    first: int
    come: int
    parent: int | None = None
    removed: int = -1
    present: bool = False


class Lives(Widget):
    """Arrows go from season to season and from life to life; Enter opens the one that is marked.

    Args:
        name: What it shows.
        rows: The lives.
        seasons: The name of each season of the level, for the ear.
        on_select: Called with row and season when another is marked.
        on_open: Called when the marked one is pressed.
        years: The calendar year of each season.
    """

    role = "timeline"
    focusable = True

    def __init__(
        self,
        name: str,
        rows: Sequence[Row],
        seasons: Sequence[str],
        years: Sequence[int],
        on_select: Callable[[int, int], None],
        on_open: Callable[[], None],
        *,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.rows, self.seasons, self.years = list(rows), list(seasons), list(years)
        self.on_select, self.on_open = on_select, on_open
        self.row = self.turn = self.top = 0

    @property
    def value_text(self) -> str:
        """Season and life that are marked."""
        return _("{season}, {life}").format(
            season=self.seasons[self.turn], life=self.rows[self.row].name
        )

    @property
    def tip(self) -> str:
        """The same for the eyes."""
        return self.value_text

    def show(self, rows: Sequence[Row], row: int, turn: int) -> None:
        """Take new rows and mark a season without calling back."""
        self.rows = list(rows)
        self.row, self.turn = row, turn
        self.touch()

    def select(self, row: int, turn: int) -> None:
        """Mark a season; before a life's own first season it is its parent's."""
        row = min(max(0, row), len(self.rows) - 1)
        turn = min(max(0, turn), len(self.seasons) - 1)
        turn = min(turn, self.rows[row].come)
        while turn < self.rows[row].first and (above := self.rows[row].parent) is not None:
            row = above
        turn = max(turn, self.rows[row].first if self.rows[row].parent is None else turn)
        if (row, turn) == (self.row, self.turn):
            return
        self.row, self.turn = row, turn
        self.top = min(max(self.top, row - self.shown + 1), row)
        self.touch()
        announce(self.value_text)
        self.on_select(row, turn)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Arrows, Home and End, Enter, a click, the wheel."""
        if event.type == pygame.MOUSEWHEEL:
            top = min(max(0, self.top - event.y), max(0, len(self.rows) - self.shown))
            moved, self.top = top != self.top, top
            self.stale = self.stale or moved
            return bool(moved)
        if is_click(event):
            return self._clicked(event.pos)
        key = pressed_key(event)
        if key in {pygame.K_UP, pygame.K_DOWN}:
            row = self.row + (1 if key == pygame.K_DOWN else -1)
            if 0 <= row < len(self.rows):
                self.select(row, min(max(self.turn, self.rows[row].first), self.rows[row].come))
            return True
        steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_HOME: -99, pygame.K_END: 99}
        if key in steps:
            self.select(self.row, self.turn + steps[key])
            return True
        if is_press(event):
            self.on_open()
            return True
        return False

    def _clicked(self, spot: tuple[int, int]) -> bool:
        row = self.top + (spot[1] - self.rect.top - self.theme.px(HEAD)) // self.theme.px(ROW)
        if not 0 <= row < len(self.rows):
            return True
        if spot[0] < self.rect.left + self._names(self.rect):
            self.select(row, self.rows[row].come)
            return True
        lefts = [self._left(turn, self.rect) for turn in range(len(self.seasons))]
        turn = max((at for at, left in enumerate(lefts) if left <= spot[0]), default=0)
        if (row, turn) == (self.row, self.turn):
            self.on_open()
        else:
            self.select(row, turn)
        return True

    # ---- places

    @property
    def shown(self) -> int:
        """How many rows fit."""
        return max(1, (self.rect.height - self.theme.px(HEAD)) // self.theme.px(ROW))

    def height(self, width: int, theme: Theme) -> int:
        """Years and all rows."""
        del width
        return theme.px(HEAD) + len(self.rows) * theme.px(ROW)

    def _names(self, box: pygame.Rect) -> int:
        """The width of the names; in a narrow window the seasons need it more."""
        return min(self.theme.px(NAMES), box.width * 2 // 5)

    def _pitch(self, box: pygame.Rect) -> float:
        px, count = self.theme.px, len(self.seasons)
        gaps = (count - 1) // 4 * px(YEAR_GAP)
        return min(px(60), (box.width - self._names(box) - gaps - px(8)) / max(1, count))

    def _left(self, turn: int, box: pygame.Rect) -> int:
        gap = self._gaps(turn) * self.theme.px(YEAR_GAP)
        return round(box.left + self._names(box) + turn * self._pitch(box) + gap)

    def _gaps(self, turn: int) -> int:
        """How many new years have begun."""
        return len({*self.years[: turn + 1]}) - 1

    def _box(self, at: int, turn: int, box: pygame.Rect) -> pygame.Rect:
        px = self.theme.px
        top = box.top + px(HEAD) + (at - self.top) * px(ROW) + px(6)
        return pygame.Rect(self._left(turn, box), top, round(self._pitch(box)) - px(4), px(22))

    # ---- picture

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Years, then forks, then the rows over them."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        for turn, year in enumerate(self.years):
            if turn == 0 or year != self.years[turn - 1]:
                spot = (self._left(turn, box), box.top + px(15))
                fonts.put(on, str(year), spot, SMALL, theme, colours.ink2)
        visible = range(self.top, min(len(self.rows), self.top + self.shown))
        for at in visible:
            self._fork(on, at, box)
        for at in visible:
            self._life(on, at, box)

    def _fork(self, on: pygame.Surface, at: int, box: pygame.Rect) -> None:
        """From the end of the parent's last shared season down to the first of its own."""
        row = self.rows[at]
        if row.parent is None:
            return
        theme, px = self.theme, self.theme.px
        own = self._box(at, min(row.first, len(self.seasons) - 1), box)
        left = own.left - px(3)
        top = max(box.top + px(HEAD), self._box(row.parent, 0, box).bottom)
        line = theme.line(1.6)
        pygame.draw.rect(on, theme.colours.ink2, (left, top, line, own.centery - top))
        pygame.draw.rect(on, theme.colours.ink2, (left, own.centery, px(4), line))

    def _life(self, on: pygame.Surface, at: int, box: pygame.Rect) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        row, top = self.rows[at], box.top + px(HEAD) + (at - self.top) * px(ROW)
        if at == self.row:
            mark = pygame.Rect(box.left, top, box.width, px(ROW) - px(2))
            pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), mark)
            pygame.draw.rect(on, colours.indigo, (*mark.topleft, px(3), mark.height))
            self._fork(on, at, box)
        room = self._names(box) - px(22)
        name = fonts.lines_of(row.name, BODY_MEDIUM, theme, room)[0]
        fonts.put(on, name, (box.left + px(10), top + px(16)), BODY_MEDIUM, theme)
        more = fonts.lines_of(row.more, SMALL, theme, room)[0]
        fonts.put(on, more, (box.left + px(10), top + px(31)), SMALL, theme, colours.ink2)
        for turn in range(row.first, len(self.seasons)):
            self._season(on, at, turn, self._box(at, turn, box))

    def _season(self, on: pygame.Surface, at: int, turn: int, area: pygame.Rect) -> None:
        """Filled where it is over, empty and dark where it is played, pale where it is to come."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        row = self.rows[at]
        if turn < row.come:
            pygame.draw.rect(on, getattr(colours, PIGMENTS[turn % 4]), area)
            if 0 <= row.removed < turn:  # another secretary's
                fine = Fine(area.size)
                wide, high = area.size
                fine.hatch([(0, 0), (wide, 0), (wide, high), (0, high)], colours.panel,
                           1.6 * theme.scale, 5 * theme.scale, 0.9)  # fmt: skip
                fine.stamp(on, area.topleft)
        edge = colours.ink if turn <= row.come else colours.rule
        pygame.draw.rect(on, edge, area, theme.line(1.1))
        if row.present and turn == row.come:
            dot = (area.centerx, area.centery)
            pygame.draw.circle(on, colours.cinnabar, dot, px(4))
        if (at, turn) == (self.row, self.turn):
            frame = area.inflate(2 * px(3), 2 * px(3))
            pygame.draw.rect(on, colours.cinnabar, frame, theme.line(2.2))
