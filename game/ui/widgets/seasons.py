"""The strip of seasons in the top bar: a box a season, four to a year."""

import pygame

from game.ui import fonts
from game.ui.theme import SMALL, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.ink import Fine
from game.words import _, season_name

BOX, PITCH, YEAR_GAP = 12, 14, 10  # logical px
YEAR = 28  # the width of a year's name
PIGMENTS = ("leaf", "jade", "gold", "frost")


class Seasons(Widget):
    """Where the game stands in its years.

    Args:
        turn: The season that is played, counted from 0.
        total: How many there are.
        first_year: The year of the first.
        key: What the screen calls it.
    """

    role = "progress"

    def __init__(
        self, turn: int, total: int = 16, first_year: int = 1958, *, key: str = ""
    ) -> None:
        super().__init__(_("Seasons"), key=key)
        self.turn, self.total, self.first_year = turn, total, first_year

    @property
    def value_text(self) -> str:
        """Season and place in the game."""
        return _("{season}, {number} of {total}").format(
            season=season_name(self.turn, self.first_year), number=self.turn + 1, total=self.total
        )

    @property
    def tip(self) -> str:
        """The same for the eyes."""
        return self.value_text

    def show(self, turn: int) -> None:
        """Go to another season."""
        if turn != self.turn:
            self.turn = turn
            self.touch()

    def turn_at(self, x: int) -> int:
        """The season at a place of the strip, in pixels of the screen; at most the present one."""
        px = self.theme.px
        lefts = [px(turn * PITCH + turn // 4 * YEAR_GAP) for turn in range(self.turn + 1)]
        inside = x - self.rect.left
        return max((turn for turn, left in enumerate(lefts) if left <= inside), default=0)

    def width(self, theme: Theme) -> int:
        """All boxes and the gaps between years; a last year of one season has room for its name."""
        boxes, gaps = self.total * PITCH, (self.total - 1) // 4 * YEAR_GAP
        in_the_last = 1 + (self.total - 1) % 4
        return theme.px(boxes + gaps + max(0, YEAR - in_the_last * PITCH))

    def height(self, width: int, theme: Theme) -> int:
        """Pointer, boxes, years."""
        del width
        return theme.px(32)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Boxes that have come are filled; a pointer stands over the present one."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        for turn in range(self.total):
            left = box.left + px(turn * PITCH + turn // 4 * YEAR_GAP)
            area = pygame.Rect(left, box.top + px(5), px(BOX), px(BOX))
            come = turn <= self.turn
            if come:
                pygame.draw.rect(on, getattr(colours, PIGMENTS[turn % 4]), area)
            pygame.draw.rect(on, colours.ink if come else colours.rule, area, theme.line(1.1))
            if turn == self.turn:
                self._pointer(on, area)
            if turn % 4 == 0:
                year = str(self.first_year + turn // 4)
                fonts.put(on, year, (left, box.top + px(30)), SMALL, theme, colours.ink2)

    def _pointer(self, on: pygame.Surface, area: pygame.Rect) -> None:
        scale, px = self.theme.scale, self.theme.px
        fine = Fine((px(12), px(6)))
        fine.shape(
            [(scale, scale), (11 * scale, scale), (6 * scale, 5 * scale)],
            self.theme.colours.cinnabar,
        )
        fine.stamp(on, (area.left, area.top - px(5)))
