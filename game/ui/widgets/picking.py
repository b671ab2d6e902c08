"""Rows of a drawn widget of which one can be marked: by arrows or a click, and asked alone."""

from collections.abc import Sequence

import pygame

from game.ui.theme import mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, pressed_key
from game.words import _

STEPS = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_HOME: -99, pygame.K_END: 99}


class Picking(Widget):
    """Subclasses say what can be marked (`marks`), and draw `mark` below the marked row."""

    picked: int | None = None
    row_asks: Sequence[tuple[Ask, ...]] = ()

    def marks(self, box: pygame.Rect) -> list[tuple[str, list[pygame.Rect]]]:
        """Each row in words, and the areas that belong to it, in a box."""
        del box
        return []

    def rows_tell(self, rows: Sequence[Sequence[Ask]]) -> None:
        """Say which figures each row shows; arrows go from one to the next then."""
        self.row_asks = [tuple(row) for row in rows]
        self.can_tell(*(ask for row in self.row_asks for ask in row))
        if self.picked is not None and self.picked >= len(self.row_asks):
            self.picked = None

    @property
    def use(self) -> str:
        """How the keyboard asks one row alone."""
        return _("Up and down go from one to the next, ? opens one.") if self.row_asks else ""

    def asked(self) -> tuple[Ask, ...]:
        """The figures of the marked row, else all of them."""
        if self.picked is None:
            return self.asks
        return self.row_asks[self.picked] or self.asks

    def pick(self, at: int | None) -> None:
        """Mark a row; None: none."""
        if at != self.picked:
            self.picked = at
            self.touch()

    def on_event(self, event: pygame.event.Event) -> bool:
        """Arrows and a click mark a row, where they can be asked."""
        if not self.row_asks:
            return False
        if is_click(event):
            found = self.marks(self.rect)
            spots = (at for at, (_told, areas) in enumerate(found)
                     if any(area.collidepoint(event.pos) for area in areas))  # fmt: skip
            self.pick(next(spots, None))
            return False
        key = pressed_key(event)
        if key not in STEPS:
            return False
        last = len(self.row_asks) - 1
        at = -1 if self.picked is None else self.picked
        self.pick(min(max(0, at + STEPS[key]), last))
        announce(self.marks(self.rect)[self.picked or 0][0])
        return True

    def mark(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Shade the last area of the marked row."""
        if self.picked is None:
            return
        colours = self.theme.colours
        area = self.marks(box)[self.picked][1][-1]
        pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), area)
