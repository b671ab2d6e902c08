"""Widgets that are shown, moved and hidden together."""

from collections.abc import Iterator
from itertools import chain

import pygame

from game.ui.widgets.base import Widget


class Group(Widget):
    """Several widgets that are shown and hidden together."""

    role = "group"

    def __init__(self, *children: Widget, name: str = "", key: str = "") -> None:
        super().__init__(name, key=key)
        self.children: list[Widget] = list(children)

    def add(self, *children: Widget) -> None:
        """Take in more widgets; later ones lie above and come later with Tab."""
        self.children += children

    def walk(self) -> Iterator[Widget]:
        """All that is visible in it, in the order of Tab."""
        if self.visible:
            yield from chain.from_iterable(child.walk() for child in self.children)

    def shift(self, down: int) -> None:
        """Move all that is in it, too."""
        super().shift(down)
        for child in self.children:
            child.shift(down)

    def views(self) -> Iterator["Group"]:
        """The windows on taller content inside it, that the wheel turns."""
        for child in self.children:
            if isinstance(child, Group) and child.visible:
                yield from child.views()

    def reveal(self, widget: Widget) -> None:
        """Scroll whatever must be scrolled to show a widget."""
        for child in self.children:
            if isinstance(child, Group):
                child.reveal(widget)

    def at(self, position: tuple[int, int]) -> Widget | None:
        """The uppermost widget under a point; nearest exact hit before a grown one."""
        if not self.visible:
            return None
        found = [child.at(position) for child in reversed(self.children)]
        hits = [widget for widget in found if widget is not None]
        exact = (widget for widget in hits if widget.rect.collidepoint(position))
        usable = (widget for widget in hits if widget.focusable)
        return next(usable, None) or next(exact, None)

    def update(self, seconds: float) -> bool:
        """Let time pass for all; True if something moves that does not call itself stale."""
        moved = [child.update(seconds) for child in self.children if child.visible]
        return any(moved)

    def draw(self, on: pygame.Surface) -> None:
        """Draw all, in order."""
        if self.visible:
            for child in self.children:
                child.draw(on)
