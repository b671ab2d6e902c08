"""What must hold for a screen at any size, scale and language. `problems` lists what does not."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pygame

from game.ui.screen import FormScreen
from game.ui.screens.page import Page
from game.ui.theme import HIT
from game.ui.widgets.base import Widget
from game.ui.widgets.group import Group
from game.ui.widgets.panel import INNER
from game.ui.widgets.scroll import ScrollView
from tests.ui.layout.words_set import Set, without_ink, words_of

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

SLACK = 3  # logical px that letters may stand out of their widget
ROUNDED = 1.5  # pixels that rounding may take from a hit area
LEAST_VIEW = 44  # logical px of a window on taller content: a line and a half, or nothing is read


class Placed:
    """A widget with the view it scrolls in, and the part of the window in which it is seen."""

    def __init__(self, widget: Widget, view: ScrollView | None, window: pygame.Rect) -> None:
        self.widget, self.view = widget, view
        self.seen = window if view is None else view.rect.clip(window)
        self.words: list[Set] = []

    @property
    def name(self) -> str:
        return f"{type(self.widget).__name__} {self.widget.name[:40]!r}"


def placed(group: Group, window: pygame.Rect, view: ScrollView | None = None) -> Iterator[Placed]:
    """Every visible widget that is no group, and every view."""
    for child in group.children:
        if not child.visible:
            continue
        if isinstance(child, ScrollView):
            yield Placed(child, view, window)
            yield from placed(child, window, child)
        elif isinstance(child, Group):
            yield from placed(child, window, view)
        else:
            yield Placed(child, view, window)


def problems(screen: FormScreen, size: tuple[int, int]) -> list[str]:
    """Everything that a player would stumble over."""
    window = pygame.Rect((0, 0), size)
    form: Form = screen.form
    while form.modal is not None:
        form = form.modal
    every = list(placed(form, window))
    tiny = pygame.Surface((1, 1))
    with without_ink() as recorder:
        for each in every:
            if each.widget.rect.width and each.widget.rect.height:
                each.words = words_of(each.widget, recorder, tiny)
    found = [trouble for each in every for trouble in alone(each, window)]
    found += [trouble for each in every for trouble in _in_the_frame(each, screen)]
    return [*found, *together(every)]


def _in_the_frame(each: Placed, screen: FormScreen) -> Iterator[str]:
    """On a page of paper nothing lies on the frame, nor on the rule above the buttons."""
    if not isinstance(screen, Page) or all(each.widget is not one for one in screen.form.walk()):
        return
    px, widget = each.widget.theme.px, each.widget
    paper = screen.sheet.rect.inflate(-2 * px(INNER), -2 * px(INNER))
    seen = [area.clip(each.seen) for _text, area in each.words]
    seen += [widget.rect.clip(each.seen)] if widget.focusable and widget is not screen.sheet else []
    for area in seen:
        if area.width and not paper.inflate(ROUNDED * 2, ROUNDED * 2).contains(area):
            yield f"{each.name} {tuple(area)} lies on the frame {tuple(paper)}"
    rule = screen.foot_rule
    if rule.visible and each.view is None:
        for text, area in each.words:
            if _meet(area, rule.rect.inflate(0, 2)):
                yield f"{each.name}: {text[:30]!r} lies on the rule of the foot"


def alone(each: Placed, window: pygame.Rect) -> Iterator[str]:
    widget, rect, px = each.widget, each.widget.rect, each.widget.theme.px
    if not (rect.width and rect.height):
        if widget.focusable:
            yield f"{each.name} has no place"
        return
    if widget.role != "panel":
        yield from _in_its_window(each, window)
    yield from _its_words(each)
    for hit in widget.hits() if widget.focusable and widget.enabled else []:
        if min(hit.size) + ROUNDED < px(HIT):
            yield f"{each.name}: a hit area of {hit.size}, wants {px(HIT)}"
    if isinstance(widget, ScrollView) and widget.furthest and rect.height < px(LEAST_VIEW):
        yield f"{each.name}: a window of {rect.height} px on {widget.content}"


def _its_words(each: Placed) -> Iterator[str]:
    rect, px = each.widget.rect, each.widget.theme.px
    letters = rect.inflate(2 * px(SLACK), 2 * px(SLACK))
    for text, area in each.words:
        if not letters.contains(area):
            yield f"{each.name} {tuple(rect)}: {text[:40]!r} stands out at {tuple(area)}"
    for one, other in combinations(each.words, 2):
        if _meet(one.area, other.area):
            yield f"{each.name}: {one.text[:30]!r} lies on {other.text[:30]!r}"


def _in_its_window(each: Placed, window: pygame.Rect) -> Iterator[str]:
    rect, view = each.widget.rect, each.view
    if view is None:
        if not window.contains(rect):
            yield f"{each.name} {tuple(rect)} leaves the window {window.size}"
        return
    edge = each.widget.theme.px(SLACK)
    if rect.left < view.rect.left - edge or rect.right > view.rect.right + edge:
        yield f"{each.name} {tuple(rect)} leaves its page {tuple(view.rect)} sideways"
    top = view.rect.top - view.offset
    if rect.top < top - edge or rect.bottom > max(top + view.content, view.rect.bottom) + edge:
        yield f"{each.name} {tuple(rect)} can't be scrolled to: {view.content} from {top}"


def together(every: list[Placed]) -> Iterator[str]:
    """Words on words, and hit areas on each other, as far as both are seen."""
    words = [(each, text, area.clip(each.seen)) for each in every for text, area in each.words]
    areas = [area for _each, _text, area in words]
    for at, (each, text, area) in enumerate(words):
        if not area.width:
            continue
        for met in area.collidelistall(areas[at + 1 :]):
            other, told, second = words[at + 1 + met]
            if other is not each and _meet(area, second):
                yield f"{each.name} {text[:30]!r} lies on {other.name} {told[:30]!r}"
    usable = [e for e in every if e.widget.focusable and not isinstance(e.widget, ScrollView)]
    for one, two in combinations(usable, 2):
        both = one.widget.rect.clip(one.seen).clip(two.widget.rect.clip(two.seen))
        if both.width > ROUNDED and both.height > ROUNDED:
            yield f"{one.name} lies on {two.name}"


def _meet(one: pygame.Rect, other: pygame.Rect) -> bool:
    """Whether letters touch letters; a pixel of their edges may."""
    both = one.clip(other)
    return both.width > ROUNDED and both.height > ROUNDED
