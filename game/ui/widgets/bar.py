"""Where the grain goes: one bar in parts, and a legend."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, Theme
from game.ui.widgets.ink import Fine
from game.ui.widgets.picking import Picking
from game.words import _


@dataclass(frozen=True)
class Part:
    """One part of the whole."""

    name: str
    amount: float
    text: str  # the amount as it reads
    colour: str  # a pigment: "cinnabar_deep" for the state's share, "ochre", "indigo"
    hatched: bool = False


class SplitBar(Picking):
    """A bar in parts with a legend row for each.

    Args:
        name: What is split.
        parts: From left to right.
        hint: The tooltip.
        key: What the screen calls it.
    """

    role = "chart"
    focusable = True
    BAR = 20
    ROW = 18

    def __init__(self, name: str, parts: Sequence[Part], *, hint: str = "", key: str = "") -> None:
        super().__init__(name, hint=hint, key=key)
        self.parts = tuple(parts)

    @property
    def value_text(self) -> str:
        """All parts in words."""
        told = [_("{name} {amount}").format(name=p.name, amount=p.text) for p in self.parts]
        return ", ".join(told)

    def show(self, parts: Sequence[Part]) -> None:
        """Take new parts."""
        if tuple(parts) != self.parts:
            self.parts = tuple(parts)
            self.touch()

    def height(self, width: int, theme: Theme) -> int:
        """Bar and legend; long names wrap."""
        rows = sum(len(self._name_lines(part, width, theme)) for part in self.parts)
        return theme.px(self.BAR + 8) + rows * theme.px(self.ROW)

    def _name_lines(self, part: Part, width: int, theme: Theme) -> list[str]:
        amount = fonts.width_of(part.text, SECOND_BOLD, theme)
        return fonts.lines_of(part.name, SECOND, theme, width - amount - theme.px(26))

    def marks(self, box: pygame.Rect) -> list[tuple[str, list[pygame.Rect]]]:
        """Each part of the bar, with its row of the legend."""
        edges, row, found = self.edges(box), self.theme.px(self.ROW), []
        top = box.top + self.theme.px(self.BAR + 5)
        for part, left, right in zip(self.parts, edges, edges[1:], strict=False):
            high = row * len(self._name_lines(part, box.width, self.theme))
            told = _("{name} {amount}").format(name=part.name, amount=part.text)
            bar = pygame.Rect(left, box.top, right - left, self.theme.px(self.BAR))
            found.append((told, [bar, pygame.Rect(box.left, top, box.width, high)]))
            top += high
        return found

    def edges(self, box: pygame.Rect) -> list[int]:
        """Where the parts begin and end: whole pixels that add up to the width."""
        whole = sum(max(0, part.amount) for part in self.parts) or 1
        edges, so_far = [box.left], 0.0
        for part in self.parts:
            so_far += max(0, part.amount)
            edges.append(box.left + round(box.width * so_far / whole))
        return edges

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The bar, then the rows."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        edges, thin = self.edges(box), self.theme.line(1.2)
        bar = pygame.Rect(box.left, box.top, box.width, px(self.BAR))
        pygame.draw.rect(on, colours.field, bar)
        for part, left, right in zip(self.parts, edges, edges[1:], strict=False):
            if right > left:
                area = pygame.Rect(left, bar.top, right - left, bar.height)
                self._fill(on, area, part, 7)
                pygame.draw.rect(on, colours.ink, area.inflate(thin - 1, 0).clip(bar), thin)
        pygame.draw.rect(on, colours.ink, bar, thin)
        self.mark(on, box)
        y = box.top + px(self.BAR + 19)
        for part in self.parts:
            box_ = pygame.Rect(box.left, y - px(10), px(11), px(11))
            self._fill(on, box_, part, 5)
            pygame.draw.rect(on, colours.ink, box_, theme.line(1))
            lines = self._name_lines(part, box.width, theme)
            for line in lines:
                fonts.put(on, line, (box.left + px(18), y), SECOND, theme)
                if line is lines[0]:
                    fonts.put(on, part.text, (box.right, y), SECOND_BOLD, theme, align="right")
                y += px(self.ROW)

    def _fill(self, on: pygame.Surface, area: pygame.Rect, part: Part, gap: float) -> None:
        pygame.draw.rect(on, getattr(self.theme.colours, part.colour), area)
        if part.hatched:
            scale, fine = self.theme.scale, Fine(area.size)
            width, height = area.size
            corners = [(0, 0), (width, 0), (width, height), (0, height)]
            fine.hatch(corners, self.theme.colours.paper, 1.1 * scale, gap * scale, 0.75)
            fine.stamp(on, area.topleft)
