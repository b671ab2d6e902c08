"""Numbered paragraphs: a disc with a number, a head, words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import BODY, BODY_BOLD, SMALL, Theme, Type
from game.ui.widgets.ink import Fine
from game.ui.widgets.picking import Picking

DISC, INDENT = 11, 32
NUMBER = Type("sans-bold", 14)


@dataclass(frozen=True)
class Step:
    """One paragraph."""

    number: str
    head: str
    words: str
    foot: str = ""  # where it is from


class Steps(Picking):
    """Paragraphs one below the other; `joined` draws a line from disc to disc."""

    def __init__(
        self, name: str, steps: Sequence[Step], *, joined: bool = False, style: Type = BODY
    ) -> None:
        super().__init__(name)
        self.steps, self.joined, self.style = tuple(steps), joined, style

    def marks(self, box: pygame.Rect) -> list[tuple[str, list[pygame.Rect]]]:
        """Each paragraph, and all its width."""
        found, top, px = [], box.top, self.theme.px
        for step in self.steps:
            high = self._high(step, box.width, self.theme)
            area = pygame.Rect(box.left - px(3), top - px(2), box.width + px(6), high - px(2))
            found.append((self._text(step), [area]))
            top += high
        return found

    @property
    def value_text(self) -> str:
        """All of them in words."""
        return " ".join(self._text(step) for step in self.steps)

    @staticmethod
    def _text(step: Step) -> str:
        return " ".join(
            each for each in (f"{step.number}.", step.head, step.words, step.foot) if each
        )

    def _lines(self, step: Step, width: int, theme: Theme) -> Iterator[tuple[Type, list[str]]]:
        """The lines of head, words and foot, each in its face."""
        room = width - theme.px(INDENT + 2)
        for text, style in ((step.head, BODY_BOLD), (step.words, self.style), (step.foot, SMALL)):
            yield style, fonts.lines_of(text, style, theme, room) if text else []

    def _high(self, step: Step, width: int, theme: Theme) -> int:
        told = self._lines(step, width, theme)
        lines = sum(len(lines) * theme.leading(style) for style, lines in told)
        return max(theme.px(2 * DISC), lines) + theme.px(7)

    def height(self, width: int, theme: Theme) -> int:
        """All paragraphs."""
        return sum(self._high(step, width, theme) for step in self.steps)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Discs and words."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        top = box.top
        self.mark(on, box)
        for at, step in enumerate(self.steps):
            high = self._high(step, box.width, theme)
            if self.joined and at + 1 < len(self.steps):
                line = (box.left + px(DISC) - 1, top + px(DISC), theme.line(1.2), high)
                pygame.draw.rect(on, colours.rule, line)
            disc = Fine((px(2 * DISC), px(2 * DISC)))
            disc.disc((px(DISC), px(DISC)), px(DISC), colours.ink)
            disc.stamp(on, (box.left, top))
            spot = (box.left + px(DISC), top + px(DISC + 5))
            fonts.put(on, step.number, spot, NUMBER, theme, colours.paper, "center")
            left, base = box.left + px(INDENT), top + px(15.5)
            for style, lines in self._lines(step, box.width, theme):
                tone = colours.ink2 if style is SMALL else colours.ink
                fonts.put_lines(on, lines, (left, base), style, theme, tone)
                base += len(lines) * theme.leading(style)
            top += high
