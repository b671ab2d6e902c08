"""The window in strips one below the other, each on a canvas of its own.

While the view moves, the figures of a tick are drawn strip by strip: a frame draws one of them, so
that none bears all of it. The others show the last tick for a frame or two longer.
"""

from collections.abc import Sequence
from itertools import pairwise
from time import perf_counter

import pygame

from game.ui.map.canvas import Canvas
from game.ui.map.cast import Shot
from game.ui.map.stage import Stage

STRIPS = 3


class Panes:
    """Shows windows of the flat picture."""

    def __init__(self) -> None:
        self._canvases = [Canvas() for _ in range(STRIPS)]
        self.settled = True  # whether the last frame showed the same figures in all strips

    @staticmethod
    def strips(window: pygame.Rect) -> list[pygame.Rect]:
        """The parts of a window, from the upper edge down."""
        edges = [window.y + window.height * at // STRIPS for at in range(STRIPS + 1)]
        return [
            pygame.Rect(window.x, top, window.width, bottom - top)
            for top, bottom in pairwise(edges)
        ]

    def ready(self, stage: Stage, shot: Shot, window: pygame.Rect, until: float) -> None:
        """Work out what will draw a shot, strip by strip, as long as there is time.

        `until` is an instant on the clock of `perf_counter`.
        """
        for canvas, strip in zip(self._canvases, self.strips(window), strict=True):
            canvas.ready(stage, shot, strip)
            if perf_counter() >= until:
                return

    def show(
        self, on: pygame.Surface, at: pygame.Rect, stage: Stage, shot: Shot, window: pygame.Rect,
        *, flowing: bool,
    ) -> None:  # fmt: skip
        """Put a window of the flat picture on a surface.

        Args:
            on: The surface.
            at: Where on it the window lies.
            stage: What is baked, and what hides the figures.
            shot: The figures.
            window: The part of the flat picture.
            flowing: Whether the surface shows what was put there last, and the next frame follows
                soon: strips may wait for their turn then.
        """
        strips = self.strips(window)
        waiting = self._waiting(stage, shot, strips) if flowing else set()
        for number, (canvas, strip) in enumerate(zip(self._canvases, strips, strict=True)):
            spot = strip.move(at.x - window.x, at.y - window.y)
            shown = canvas.shot if number in waiting else None
            canvas.show(on, spot, stage, shown or shot, strip)
        self.settled = not waiting

    def _waiting(self, stage: Stage, shot: Shot, strips: Sequence[pygame.Rect]) -> set[int]:
        """Strips that show what they did: all that can, but for one, if that is worked out."""
        late = [at for at, canvas in enumerate(self._canvases) if canvas.shot is not shot]
        waiting = {at for at in late if self._canvases[at].keeps(stage, strips[at])}
        first = late[0] if late else None
        if first in waiting:
            if self._canvases[first].is_ready(stage, shot, strips[first]):
                waiting.remove(first)
            else:
                self._canvases[first].ready(stage, shot, strips[first])
        return waiting
