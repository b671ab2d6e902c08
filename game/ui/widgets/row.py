"""Things beside each other: each as wide as it needs; where they don't fit, in more rows."""

import pygame

from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.group import Group

GAP = 8  # logical px


class Row(Group):
    """A line of figures or words, shared out over its width."""

    def _lines(self, width: int, theme: Theme) -> list[list[Widget]]:
        """Which stand beside each other."""
        lines: list[list[Widget]] = [[]]
        used = 0
        for each in self.children:
            if not each.visible:
                continue
            wide = min(width, each.width(theme))
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append(each)
            used += wide + theme.px(GAP)
        return lines

    def height(self, width: int, theme: Theme) -> int:
        """All lines."""
        return sum(
            max((each.height(width, theme) for each in line), default=0)
            for line in self._lines(width, theme)
        )

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """In even parts if all fit in them, else by need; what is spare goes between.

        The last lines of all stand on one baseline.
        """
        super().place(rect, theme)
        top = rect.top
        for line in self._lines(rect.width, theme):
            wides = [min(rect.width, each.width(theme)) for each in line]
            high = max((each.height(rect.width, theme) for each in line), default=0)
            even = rect.width // max(1, len(line))
            spread = len(line) > 2 and max(wides) + theme.px(GAP) <= even
            spare = (rect.width - sum(wides)) // max(1, len(line) - 1)
            left, deep = rect.left, max((each.under for each in line), default=0)
            for each, need in zip(line, wides, strict=True):
                wide = even if spread else need
                tall = each.height(wide, theme)
                rise = theme.px(deep - each.under)
                each.place(pygame.Rect(left, top + high - tall - rise, wide, tall), theme)
                left += wide if spread else need + spare
            top += high
