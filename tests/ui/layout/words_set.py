"""Where every word of a screen would be set, found by painting without ink.

Each widget paints on a sheet of one pixel; what it hands to `fonts.put` is written down instead of
drawn. So the test knows what a player would read, for widgets that did not exist when it was made.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple
from unittest.mock import patch

import pygame

from game.ui import atlas, fonts
from game.ui.theme import Colour, Theme, Type
from game.ui.widgets import ink, panel
from game.ui.widgets.base import Widget

RISE, FALL = 0.70, 0.18  # of the size of a face: from the baseline up, and down


class Set(NamedTuple):
    """One line of text and the area of its letters."""

    text: str
    area: pygame.Rect


class _Recorder:
    def __init__(self) -> None:
        self.found: list[Set] = []

    def put(
        self, _on: pygame.Surface, text: str, at: tuple[float, float], style: Type, theme: Theme,
        _colour: Colour | None = None, align: str = "left",
    ) -> int:  # fmt: skip
        if not text:
            return 0
        size = fonts.size_of(style, theme)
        width = fonts.measure(text, style.face, size)
        left = at[0] - {"left": 0, "center": width / 2, "right": width}[align]
        top = at[1] - size * RISE
        area = pygame.Rect(round(left), round(top), width, round(size * (RISE + FALL)))
        self.found.append(Set(text, area))
        return width


@cache
def _blank(size: int) -> pygame.Surface:
    return pygame.Surface((size, size))


def _nothing(*_given: object, **_named: object) -> None:
    return None


@contextmanager
def without_ink() -> Iterator[_Recorder]:
    """Paint costs next to nothing, and words are written down."""
    recorder = _Recorder()
    tiny = pygame.Surface((1, 1))
    fine = dict.fromkeys(("shape", "disc", "oval", "stroke", "line", "hatch", "stamp"), _nothing)
    with (
        patch.object(fonts, "put", recorder.put),
        patch.multiple(ink.Fine, _sheet=lambda _self: tiny, **fine),
        patch.multiple(ink, shade=_nothing, frame=_nothing, box=_nothing),
        patch.object(atlas, "icon", lambda _name, size: _blank(size)),
        patch.object(panel, "lay_paper", _nothing),
        patch("game.ui.screens.level_picture.drawn", _nothing),
    ):
        yield recorder


def words_of(widget: Widget, recorder: _Recorder, tiny: pygame.Surface) -> list[Set]:
    """What a widget sets at its place."""
    recorder.found.clear()
    widget.paint(tiny, widget.rect)
    return list(recorder.found)
