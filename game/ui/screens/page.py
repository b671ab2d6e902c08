"""A whole page of paper: head, a body that scrolls, buttons at the foot. Most screens are one."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.ui.screen import FormScreen
from game.ui.theme import BODY, PAGE, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel, Rule, lay_paper
from game.ui.widgets.scroll import ScrollView

EDGE, SIDE, FOOT, HEAD_GAP = 14, 48, 36, 8  # logical px
DESIGN = (1280, 720)
LEAST = 0.5


def fitted(size: tuple[int, int], theme: Theme) -> Theme:
    """The theme at the largest scale, up to its own, at which the whole design is in the window.

    >>> fitted((1280, 720), Theme(2.0)).scale, fitted((1920, 1080), Theme(1.0)).scale
    (1.0, 1.0)
    """
    most = min(size[0] / DESIGN[0], size[1] / DESIGN[1])
    return replace(theme, scale=min(theme.scale, max(LEAST, int(most * 20 + 0.01) / 20)))


def stack(widgets: Sequence[Widget], area: pygame.Rect, theme: Theme, gap: float = 8) -> int:
    """Place widgets one below the other at the full width; returns where they end."""
    top = area.top
    for widget in widgets:
        if not widget.visible:
            continue
        if isinstance(widget, Head) and top > area.top:
            top += theme.px(HEAD_GAP)
        high = widget.height(area.width, theme)
        widget.place(pygame.Rect(area.left, top, area.width, high), theme)
        top += high + theme.px(gap)
    return top


def row_right(buttons: Sequence[Widget], right: int, top: int, theme: Theme, gap: int = 10) -> int:
    """Place buttons from the right edge leftwards, the last one outermost; returns their left."""
    for button in reversed(buttons):
        if not button.visible:
            continue
        wide = max(button.width(theme), theme.px(104))
        button.place(pygame.Rect(right - wide, top, wide, theme.px(FOOT)), theme)
        right -= wide + theme.px(gap)
    return right


class Page(FormScreen):
    """Subclasses fill `body` with widgets and `feet` with buttons, and may write `fill`.

    Args:
        title: The head of the page.
        subtitle: A line below it.
    """

    NARROW = 0  # logical px of a column of text in the middle; 0 takes the whole width

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.announce_on_enter = title
        self.sheet = Panel(title, plain=True)
        self.title, self.subtitle = Label(title, PAGE), Label(subtitle, BODY, "ink2")
        self.body = ScrollView(name=title, key="body")
        self.foot_rule = Rule("strong")
        self.feet: list[Button] = []
        self.note = Label("", BODY, "ink2")  # left of the buttons
        self.form.add(self.sheet, self.title, self.subtitle, self.body, self.foot_rule, self.note)

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """A page of tables keeps to what the window can show."""
        super().layout(size, theme if self.NARROW else fitted(size, theme))

    def add_feet(self, *buttons: Button) -> None:
        """Buttons at the foot; the last stands outermost and has the focus."""
        self.feet += buttons
        self.form.add(*buttons)
        self.form.focus_on(buttons[-1], ring=False)

    def backdrop(self, surface: pygame.Surface) -> None:
        """Paper to the edges."""
        lay_paper(surface, surface.get_rect(), self.theme)

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Frame, head, foot, and the body between them."""
        px = theme.px
        self.sheet.place(area.inflate(-2 * px(EDGE), -2 * px(EDGE)), theme)
        inner = self._inner(area, theme)
        top = inner.top + px(36 - EDGE)
        for label in (self.title, self.subtitle):
            label.visible = bool(label.name)
            if label.visible:
                high = label.height(inner.width, theme)
                label.place(pygame.Rect(inner.left, top, inner.width, high), theme)
                top += high + px(2)
        foot = area.bottom - px(26 + FOOT)
        left = row_right(self.feet, inner.right, foot, theme)
        self.note.visible = bool(self.note.name)
        if self.note.visible:
            wide = left - inner.left - px(8)
            high = self.note.height(wide, theme)
            box = pygame.Rect(inner.left, foot + (px(FOOT) - high) // 2, wide, high)
            self.note.place(box, theme)
        self.foot_rule.place(
            pygame.Rect(inner.left, foot - px(12), inner.width, theme.line(1)), theme
        )
        self.fill(pygame.Rect(inner.left, top + px(8), inner.width, foot - px(22) - top), theme)

    def _inner(self, area: pygame.Rect, theme: Theme) -> pygame.Rect:
        wide = area.width - 2 * theme.px(SIDE)
        if self.NARROW:
            wide = min(wide, theme.px(self.NARROW))
        inner = pygame.Rect(0, area.top + theme.px(EDGE), wide, area.height - 2 * theme.px(EDGE))
        inner.centerx = area.centerx
        return inner

    def fill(self, area: pygame.Rect, theme: Theme) -> None:
        """Place the body; by itself, its widgets one below the other."""
        self.body.place(area, theme)
        column = pygame.Rect(area.left, area.top, area.width - theme.px(14), area.height)
        self.body.settle(stack(self.body.children, column, theme) - area.top)
