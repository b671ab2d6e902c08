"""The frame that shows what has the focus: round it, and off what its neighbours say."""

from collections.abc import Iterable

import pygame

from game.ui.widgets.base import RING, Widget
from game.ui.widgets.ink import edge

SHEETS = {"panel", "rule", "scroll", "picture", "group", "caption", "tooltip", "dialog"}
"""Roles of what lies below others or above them, and is no neighbour."""


def widest(widget: Widget) -> pygame.Rect:
    """Where the frame of a widget may be drawn at most, its pale edge too."""
    thick = widget.theme.line(RING)
    return widget.rect.inflate(4 * thick + 2, 4 * thick + 2)


def ring_of(widget: Widget, among: Iterable[Widget]) -> pygame.Rect:
    """The outer edge of a widget's frame; nearer on a side where a neighbour leaves less room.

    Args:
        widget: What has the focus.
        among: All that is shown beside it.
    """
    thick, most, own = widget.theme.line(RING), widest(widget), widget.ink()
    left, top, right, bottom = most.left + 1, most.top + 1, most.right - 1, most.bottom - 1
    for other in among:
        if other is widget or other.role in SHEETS or not other.outline().colliderect(most):
            continue
        ink = other.ink()
        if not ink.colliderect(most):
            continue
        if ink.top >= own.bottom:
            bottom = min(bottom, max(ink.top - 1, own.bottom + thick))
        elif ink.bottom <= own.top:
            top = max(top, min(ink.bottom + 1, own.top - thick))
        elif ink.left >= own.right:
            right = min(right, max(ink.left - 1, own.right + thick))
        elif ink.right <= own.left:
            left = max(left, min(ink.right + 1, own.left - thick))
    return pygame.Rect(left, top, right - left, bottom - top)


def draw_ring(widget: Widget, among: Iterable[Widget], on: pygame.Surface) -> None:
    """Draw the frame, if it reaches into what is being drawn."""
    if not widest(widget).colliderect(on.get_clip()):
        return
    thick, colours = widget.theme.line(RING), widget.theme.colours
    outside = ring_of(widget, among)
    edge(on, colours.field, outside.inflate(2, 2), thick + 2)
    edge(on, colours.indigo, outside, thick)
