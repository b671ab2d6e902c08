"""Brings a picture of the map up to date: all of it, what came into view, or where somebody moved.

While the view moves `Panes` show it; where it rests only what changed is drawn again.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.ui.map.cast import Shot
from game.ui.map.covers import Whole, boxes_of
from game.ui.map.mending import Mending, mendings
from game.ui.map.panes import Panes
from game.ui.map.stage import Stage


class Known(NamedTuple):
    """What has to be drawn again where one shot follows another."""

    last: Shot
    shot: Shot
    window: pygame.Rect
    above: Whole
    mending: Mending | None  # None: it is quicker to draw all

    def tells(self, last: Shot, shot: Shot, window: pygame.Rect, above: Whole) -> bool:
        """Whether it is of just this."""
        same = self.shot is shot and self.last is last and self.above is above
        return same and self.window == window


class Painter:
    """Draws shots of one stage into a part of a surface, and remembers the last."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._last: Shot | None = None
        self._known: list[Known] = []
        self._view: tuple[pygame.Rect, Whole] | None = None  # window and what lies over it
        self._panes = Panes()
        self._by_panes = False  # whether they showed all that is seen now

    @property
    def settled(self) -> bool:
        """Whether all of the picture is of the last shot."""
        return self._panes.settled

    def forget(self) -> None:
        """Draw all of it the next time."""
        self._shown = ()

    def ready(self, stage: Stage, shot: Shot, window: pygame.Rect, until: float) -> None:
        """Work out, up to an instant, what will draw a shot while the view moves."""
        self._panes.ready(stage, shot, window, until)

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, window: pygame.Rect, stage: Stage,
        shot: Shot, above: "Above", state: tuple[object, ...], *, flowing: bool = False,
    ) -> list[pygame.Rect]:  # fmt: skip
        """Bring `rect` of a surface up to date; returns where it changed.

        Args:
            surface: Holds what was drawn the last time.
            rect: Where on it the window lies.
            window: The part of the flat picture that is seen.
            stage: What is baked, and what hides the figures.
            shot: The figures.
            above: What lies over all of it.
            state: All else that the picture depends on.
            flowing: Whether the next frame follows soon: not all has to be of this shot then, as
                long as it is not `settled`.
        """
        shown = (id(stage), id(surface), window.topleft, tuple(rect), *state)
        last, same = self._last, shown == self._shown
        self._shown, self._last = shown, shot
        if same and shot is last and self.settled:
            return []
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        parts = None
        if same and last is not None and self.settled:
            off = (rect.x - window.x, rect.y - window.y)
            mending = self._mending(last, shot, window, above.boxes(off))
            if mending is not None:
                parts = self._mend(surface, off, stage, shot, above, mending)
        if parts is None:
            flowing = flowing and self._by_panes
            self._panes.show(surface, rect, stage, shot, window, flowing=flowing)
            self._by_panes = True
            above.draw(surface)
            parts = [pygame.Rect(rect)]
        surface.set_clip(before)
        return parts

    def foresee(self, shots: Sequence[Shot]) -> None:
        """Work out what will have to be drawn again at the next ticks, if nothing else changes.

        Args:
            shots: What is shown now, and what follows; of one cast.
        """
        if self._view is not None and shots[0] is self._last:
            self._work_out(shots, *self._view)

    def _mending(self, last: Shot, shot: Shot, window: pygame.Rect, above: Whole) -> Mending | None:
        """What has to be drawn again from one shot to the next; None if all has to be."""
        self._view = (window.copy(), above)
        if len(shot.keys) != len(last.keys):
            return None
        for known in self._known:
            if known.tells(last, shot, window, above):
                return known.mending
        return self._work_out([last, shot], window, above)[0].mending

    def _work_out(self, shots: Sequence[Shot], window: pygame.Rect, above: Whole) -> list[Known]:
        found = mendings(shots, window, above)
        self._known = [
            Known(one, other, window, above, each)
            for (one, other), each in zip(pairwise(shots), found, strict=True)
        ]
        return self._known

    def _mend(
        self, surface: pygame.Surface, off: tuple[int, int], stage: Stage, shot: Shot,
        above: "Above", mending: Mending,
    ) -> list[pygame.Rect]:  # fmt: skip
        """Draw what changed."""
        if not mending.parts:
            return []
        self._by_panes = False
        stage.chunks.mend(surface, mending.parts, off)
        stage.draw(surface, shot, mending.figures, off)
        above.draw(surface, mending.above)
        return [each.move(off) for each in mending.parts]


class Above:
    """What lies over the map: slips, the small map, a note. Where each reaches, and drawing it.

    Args:
        drawing: What draws it, with the rectangle that it reaches.
    """

    def __init__(
        self, drawing: Sequence[tuple[pygame.Rect, Callable[[pygame.Surface], None]]]
    ) -> None:
        self.drawing = drawing
        self.rects = [rect for rect, _draw in drawing]
        self._boxes: tuple[tuple[int, int], Whole] | None = None

    def boxes(self, off: tuple[int, int]) -> Whole:
        """Where each reaches on the flat picture, which lies moved by `off`."""
        if self._boxes is None or self._boxes[0] != off:
            found = boxes_of([rect.move(-off[0], -off[1]) for rect in self.rects])
            self._boxes = (off, found)
        return self._boxes[1]

    def draw(self, surface: pygame.Surface, chosen: Sequence[bool] | None = None) -> None:
        """All of it, or what was chosen, in order."""
        for at, (_rect, draw) in enumerate(self.drawing):
            if chosen is None or chosen[at]:
                draw(surface)
