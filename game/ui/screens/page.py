"""A whole page of paper: head, a body that scrolls, buttons at the foot. Most screens are one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pygame

from game.ui.screen import FormScreen
from game.ui.theme import BODY, HIT, PAGE, Theme
from game.ui.widgets.base import READ, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import INNER, Head, Panel, Rule, lay_paper
from game.ui.widgets.scroll import ScrollView

EDGE, SIDE, FOOT, HEAD_GAP = 14, 48, 36, 8  # logical px
NARROW_SIDE, TIGHT_SIDE, TIGHT_EDGE = 34, 24, 5
MEDIUM, TIGHT, LOW = 1000, 560, 430  # logical px of a window: less wide, narrow, low
BEYOND = 6  # logical px that a page shows beside its text, for rings and marks
BAR = 14  # logical px for the bar of a page that scrolls
WIDEST_BUTTON = 400  # logical px
DESIGN = (1280, 720)
LEAST = 0.5


def fitted(size: tuple[int, int], theme: Theme) -> Theme:
    """The theme at the largest scale, up to its own, at which the whole design is in the window.

    >>> fitted((1280, 720), Theme(2.0)).scale, fitted((1920, 1080), Theme(1.0)).scale
    (1.0, 1.0)
    """
    most = min(size[0] / DESIGN[0], size[1] / DESIGN[1])
    return replace(theme, scale=min(theme.scale, max(LEAST, int(most * 20 + 0.01) / 20)))


def stack(
    widgets: Sequence[Widget],
    area: pygame.Rect,
    theme: Theme,
    gap: float = 8,
    tall: int | None = None,
) -> int:
    """Place widgets one below the other at the full width; returns where they end.

    A button is as wide as its words, as far as there is room; a chart is no higher than `tall`.
    """
    top = area.top
    for widget in widgets:
        if not widget.visible:
            continue
        if isinstance(widget, Head) and top > area.top:
            top += theme.px(HEAD_GAP)
        wide = area.width
        if widget.as_wide_as_words:
            wide = min(wide, max(min(widget.width(theme), wide), theme.px(WIDEST_BUTTON)))
        pressed = widget.focusable and widget.role not in READ
        high = max(widget.height(wide, theme), theme.px(HIT) if pressed else 0)
        if tall is not None and widget.gives_way:
            high = min(high, tall)
        widget.place(pygame.Rect(area.left, top, wide, high), theme)
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


def row_width(buttons: Sequence[Widget], theme: Theme, gap: int = 10) -> int:
    """What a row of buttons takes."""
    wides = [max(button.width(theme), theme.px(104)) for button in buttons if button.visible]
    return sum(wides) + theme.px(gap) * max(0, len(wides) - 1)


def flow(buttons: Sequence[Widget], area: pygame.Rect, theme: Theme, gap: int = 8) -> int:
    """Place buttons in rows from the upper left, each as wide as its words; returns their end."""
    left, top, high = area.left, area.top, 0
    for button in buttons:
        if not button.visible:
            continue
        least = theme.px(104 if len(button.name) > 1 else HIT)
        wide = min(area.width, max(button.width(theme), least))
        if left > area.left and left + wide > area.right:
            left, top, high = area.left, top + high + theme.px(gap), 0
        tall = max(theme.px(FOOT), button.height(wide, theme))
        button.place(pygame.Rect(left, top, wide, tall), theme)
        left, high = left + wide + theme.px(gap), max(high, tall)
    return top + high


def is_tight(area: pygame.Rect, theme: Theme) -> bool:
    """Whether a window is so small for its scale that everything scrolls together."""
    return area.width < theme.px(TIGHT) or area.height < theme.px(LOW)


class Page(FormScreen):
    """Subclasses fill `body` with widgets and `feet` with buttons.

    The body's widgets stand one below the other. A page that spreads them over its width sets
    `WIDE` and writes `spread`; in a narrower window they stand one below the other there, too. In a
    small window head and feet scroll with the body.

    Args:
        title: The head of the page.
        subtitle: A line below it.
    """

    NARROW = 0  # logical px of a column of text in the middle; 0 takes the whole width
    WIDE = 0  # logical px from which `spread` places the body; 0 never

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

    def add_feet(self, *buttons: Button) -> None:
        """Buttons at the foot; the last stands outermost and has the focus."""
        self.feet += buttons
        self.form.add(*buttons)
        self.form.focus_on(buttons[-1], ring=False)

    def backdrop(self, surface: pygame.Surface) -> None:
        """Paper to the edges."""
        lay_paper(surface, surface.get_rect(), self.theme)

    def show_focus(self) -> None:
        """A button at the foot may wait there: in a small window one reads down to it."""
        if self.form.focus not in self.feet:
            super().show_focus()

    # ---- places

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Frame, head, foot, and the body between them; or all of it in the body."""
        inner = self._inner(area, theme)
        tight = is_tight(area, theme) or row_width(self.feet, theme) > inner.width
        edge = theme.px(TIGHT_EDGE if is_tight(area, theme) else EDGE)
        self.sheet.place(area.inflate(-2 * edge, -2 * edge), theme)
        self.title.visible, self.subtitle.visible = bool(self.title.name), bool(self.subtitle.name)
        self.note.visible, self.foot_rule.visible = bool(self.note.name), not tight
        self._gather(tight=tight)
        if tight:
            page = inner.inflate(0, -2 * (edge + theme.px(INNER + 2)))
            self.fill(page, theme)
        else:
            self._place_around(area, inner, theme)

    def _place_around(self, area: pygame.Rect, inner: pygame.Rect, theme: Theme) -> None:
        px, top = theme.px, inner.top + theme.px(36 - EDGE)
        for label in (self.title, self.subtitle):
            if label.visible:
                high = label.height(inner.width, theme)
                label.place(pygame.Rect(inner.left, top, inner.width, high), theme)
                top += high + px(2)
        foot = area.bottom - px(26 + FOOT)
        left = row_right(self.feet, inner.right, foot, theme)
        if self.note.visible:
            foot = self._place_note(inner, left, foot, theme)
        rule = pygame.Rect(inner.left, foot - px(12), inner.width, theme.line(1))
        self.foot_rule.place(rule, theme)
        self.fill(pygame.Rect(inner.left, top + px(8), inner.width, foot - px(30) - top), theme)

    def _place_note(self, inner: pygame.Rect, left: int, foot: int, theme: Theme) -> int:
        """Beside the buttons if it is short, else above them; returns where the foot begins."""
        px, wide = theme.px, max(theme.px(120), left - inner.left - theme.px(8))
        high = self.note.height(wide, theme)
        if high <= px(FOOT + 8):
            box = pygame.Rect(inner.left, foot + (px(FOOT) - high) // 2, wide, high)
            self.note.place(box, theme)
            return foot
        high = self.note.height(inner.width, theme)
        top = foot - px(8) - high
        self.note.place(pygame.Rect(inner.left, top, inner.width, high), theme)
        return top

    def _gather(self, *, tight: bool) -> None:
        """Head, note and feet belong to the body in a small window, else to the form."""
        head: list[Widget] = [self.title, self.subtitle]
        feet: list[Widget] = [self.note, *self.feet]
        moved = {id(each) for each in (*head, *feet)}
        inside = [each for each in self.body.children if id(each) not in moved]
        outside = [each for each in self.form.children if id(each) not in moved]
        if tight:
            self.body.children, self.form.children = [*head, *inside, *feet], outside
            return
        self.body.children = inside
        at = outside.index(self.body)
        after = outside.index(self.foot_rule) + 1
        self.form.children = [
            *outside[:at], *head, *outside[at:after], *feet, *outside[after:],
        ]  # fmt: skip

    def _inner(self, area: pygame.Rect, theme: Theme) -> pygame.Rect:
        side = SIDE
        if is_tight(area, theme):
            side = TIGHT_SIDE
        elif area.width < theme.px(MEDIUM):
            side = NARROW_SIDE
        wide = area.width - 2 * theme.px(side)
        if self.NARROW:
            wide = min(wide, theme.px(self.NARROW))
        edge = theme.px(TIGHT_EDGE if side == TIGHT_SIDE else EDGE)
        inner = pygame.Rect(0, area.top + edge, wide, area.height - 2 * edge)
        inner.centerx = area.centerx
        return inner

    def fill(self, area: pygame.Rect, theme: Theme) -> None:
        """Place the body: spread over the width where there is room, else one below the other."""
        px = theme.px
        view = area.inflate(2 * px(BEYOND), 2 * px(BEYOND))
        view.width += px(BAR - BEYOND)
        self.body.place(view, theme)
        if self.WIDE and area.width >= px(self.WIDE) and self.title not in self.body.children:
            end = self.spread(pygame.Rect(area), theme)
        else:
            end = self.column(pygame.Rect(area), theme)
        beyond = px(BEYOND) if end > area.bottom else 0  # no bar for an edge that is empty
        self.body.settle(end + beyond - view.top)

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Place the body in a wide window, from the top of the area; returns where it ends."""
        return self.column(area, theme)

    def column(self, area: pygame.Rect, theme: Theme) -> int:
        """Place the body one below the other, buttons in rows; returns where it ends."""
        top = area.top
        for buttons, run in groupby(self.body.children, lambda each: isinstance(each, Button)):
            widgets = [each for each in run if each.visible]
            if not widgets:
                continue
            rest = pygame.Rect(area.left, top, area.width, area.height)
            if buttons:
                top = flow(widgets, rest, theme) + theme.px(8)
            else:
                top = stack(widgets, rest, theme)
        return top
