"""Bands of a page: columns that stand side by side where it is wide, one below the other else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.screens.page import stack
from game.ui.theme import Theme
from game.ui.widgets.base import Widget

GAP, BETWEEN = 40, 8  # logical px between columns, and between bands


@dataclass(frozen=True)
class Band:
    """Widgets that stand side by side, in the order in which they are read.

    Attributes:
        columns: From left to right.
        shares: Of the width, one for each column; none: all as wide.
        tall: Logical px that a chart in it may be high; 0: as high as it is.
        level: Whether the first widgets of all columns are as high as the highest, and so on.
    """

    columns: tuple[tuple[Widget, ...], ...]
    shares: tuple[int, ...] = ()
    tall: int = 0
    level: bool = False


Made = tuple[str, str, list[Band]]
"""A page: its title, the line below it, and what stands there."""


def whole(*widgets: Widget) -> Band:
    """A band of one column, over the whole width."""
    return Band((widgets,))


def in_turn(widgets: Sequence[Widget], count: int, by: int = 1) -> Band:
    """Widgets of one kind, shared out over columns from left to right; `by`: so many together."""
    each = -(-len(widgets) // (count * by)) * by
    return Band(tuple(tuple(widgets[at * each : (at + 1) * each]) for at in range(count)))


def widgets_of(bands: Sequence[Band]) -> Iterator[Widget]:
    """All of them, in the order in which they are read."""
    for band in bands:
        for column in band.columns:
            yield from column


def spread(bands: Sequence[Band], area: pygame.Rect, theme: Theme) -> int:
    """Place bands one below the other at the full width; returns where they end."""
    top, gap = area.top, theme.px(GAP)
    for band in bands:
        top += theme.px(BETWEEN) if top > area.top else 0
        tall = theme.px(band.tall) if band.tall else None
        boxes = _boxes(band, pygame.Rect(area.left, top, area.width, area.height), gap)
        for row in _rows(band):
            ends = [top]
            for box, widgets in zip(boxes, row, strict=True):
                box.top = top
                ends.append(stack(widgets, box, theme, tall=tall))
            top = max(ends)
    return top


def _boxes(band: Band, area: pygame.Rect, gap: int) -> list[pygame.Rect]:
    """The place of each column, by the shares."""
    shares = band.shares or (1,) * len(band.columns)
    room, so_far, boxes = area.width - gap * (len(shares) - 1), 0, []
    for place, share in enumerate(shares):
        left = area.left + room * so_far // sum(shares) + gap * place
        so_far += share
        right = area.left + room * so_far // sum(shares) + gap * place
        boxes.append(pygame.Rect(left, area.top, right - left, area.height))
    return boxes


def _rows(band: Band) -> list[list[Sequence[Widget]]]:
    """What begins on one line in all columns: all of them, or one widget of each in turn."""
    if not band.level:
        return [list(band.columns)]
    count = max(len(column) for column in band.columns)
    return [[column[at : at + 1] for column in band.columns] for at in range(count)]
