"""The chain as it is drawn: a sentence a link, and beside it the grain that it tells, as a bar."""

from collections.abc import Iterator, Sequence

import pygame

from game.ui import fonts
from game.ui.screens.numbered import INDENT, Step, Steps
from game.ui.theme import SECOND, SECOND_BOLD, Theme, Type
from game.ui.widgets.compare import THICK, Amount, draw_bar, tone_of

WIDE = 900  # logical px from which bars stand beside the sentences, else below
WORDS = 46  # per cent of the width for the sentences
NAMES, ROW, APART = 170, 22, 14  # logical px


class Linked(Steps):
    """Paragraphs joined by a line; `amounts` of all of them are of one measure.

    Args:
        name: What it tells.
        steps: The paragraphs.
        amounts: The bars of each.
        style: Of the words.
    """

    def __init__(
        self, name: str, steps: Sequence[Step], amounts: Sequence[Sequence[Amount]], style: Type
    ) -> None:
        super().__init__(name, steps, joined=True, style=style)
        self.amounts = [tuple(each) for each in amounts]

    def _words_wide(self, width: int, theme: Theme) -> int:
        return width * WORDS // 100 if width >= theme.px(WIDE) else width

    def _lines(self, step: Step, width: int, theme: Theme) -> Iterator[tuple[Type, list[str]]]:
        return super()._lines(step, self._words_wide(width, theme), theme)

    def _high(self, step: Step, width: int, theme: Theme) -> int:
        words = super()._high(step, width, theme)
        bars = len(self.amounts[self.steps.index(step)]) * theme.px(ROW)
        if width < theme.px(WIDE):
            return words + bars
        return max(words, bars) + theme.px(APART)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Discs and words, then the bars."""
        super().paint(on, box)
        theme, top = self.theme, box.top
        for at, step in enumerate(self.steps):
            first = top
            if box.width < theme.px(WIDE):
                first += super()._high(step, box.width, theme) - theme.px(4)
            for place, one in enumerate(self.amounts[at]):
                self._bar(on, box, first + place * theme.px(ROW), one)
            top += self._high(step, box.width, theme)

    def _bar(self, on: pygame.Surface, box: pygame.Rect, top: int, one: Amount) -> None:
        theme, px = self.theme, self.theme.px
        beside = box.width >= px(WIDE)
        left, base = box.left + px(INDENT), top + px(15.5)
        if beside:
            names = box.left + box.width * WORDS // 100 + px(INDENT)
            fonts.put(on, one.name, (names, base), SECOND, theme, theme.colours.ink2)
            left = names + self._names(theme)
        every = [each for amounts in self.amounts for each in amounts]
        most = max(each.high for each in every) or 1
        text = max(fonts.width_of(each.text, SECOND_BOLD, theme) for each in every)
        room = max(1, box.right - left - text - px(8))
        bar = pygame.Rect(left, base - px(11), max(1, round(room * one.high / most)), px(THICK))
        draw_bar(on, bar, one, theme)
        spot = (bar.right + px(8), base)
        fonts.put(on, one.text, spot, SECOND_BOLD, theme, tone_of(one, theme))

    def _names(self, theme: Theme) -> int:
        """The width of the column of names."""
        every = (one.name for amounts in self.amounts for one in amounts)
        wide = max((fonts.width_of(name, SECOND, theme) for name in every), default=0)
        return max(theme.px(NAMES), wide + theme.px(12))
