"""What a form showed last, so that only what changed is drawn and sent to the screen again."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pygame

from game.ui.parts import gathered
from game.ui.widgets.base import Widget
from game.ui.widgets.ring import widest

if TYPE_CHECKING:
    from game.ui.widgets.form import Form


class Shown:
    """The last picture of a form."""

    def __init__(self) -> None:
        self.whole = True  # whether the next one has to be drawn from end to end
        self.layout: list[tuple[int, ...]] = []  # which widgets, and where

    def now(self, widgets: Iterable[Widget]) -> None:
        """These are drawn, all of them."""
        self.whole, self.layout = False, _layout(widgets)


def _layout(widgets: Iterable[Widget]) -> list[tuple[int, ...]]:
    return [(id(widget), *widget.rect) for widget in widgets]


def stale_parts(form: "Form") -> list[pygame.Rect] | None:
    """What changed since the last picture, if only some widgets look different; else None.

    None too while a dialog is open, and where a widget has come, gone or moved.
    """
    shown = form.shown
    if shown.whole or form.modal is not None or _layout(form.walk()) != shown.layout:
        return None
    parts = [widget.outline() for widget in form.walk() if widget.stale]
    ringed = form.framed()
    if ringed is not None and widest(ringed).collidelist(parts) >= 0:
        parts.append(widest(ringed))  # it keeps off what its neighbours say
    return gathered(parts)


def draw_parts(
    form: "Form",
    on: pygame.Surface,
    parts: Iterable[pygame.Rect],
    below: Callable[[pygame.Surface], None] | None = None,
) -> None:
    """Draw parts of the picture: what lies below, then the widgets that reach there."""
    before = on.get_clip()
    for part in parts:
        on.set_clip(part.clip(before))
        if below is not None:
            below(on)
        form.draw(on)
    on.set_clip(before)


def redraw(
    form: "Form", on: pygame.Surface, below: Callable[[pygame.Surface], None] | None = None
) -> list[pygame.Rect] | None:
    """Draw what changed since the last time and return where; None: all of it."""
    parts = stale_parts(form)
    if parts is None:
        if below is not None:
            below(on)
        form.draw(on)
        return None
    draw_parts(form, on, parts, below)
    return parts
