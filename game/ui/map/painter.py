"""Brings a picture of the map up to date: all of it, what came into view, or where somebody moved.

While the view moves a `Canvas` shows it; where it rests only what changed is drawn again.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pygame

from game.ui.map.canvas import Canvas
from game.ui.map.cast import Shot
from game.ui.map.covers import Flags, Whole
from game.ui.map.stage import Stage

MOST_SHARE = 0.6  # of the window: beyond this it is quicker to draw all of it
MOST = 250  # boxes that are held against each other


def boxes_of(rects: Sequence[pygame.Rect]) -> Whole:
    """Rectangles as left, top, right, bottom."""
    found = [(*rect.topleft, *rect.bottomright) for rect in rects]
    return np.array(found, dtype=np.int64).reshape(-1, 4)


def grown(now: Shot, then: Shot, window: pygame.Rect) -> tuple[Whole, Whole, Flags]:
    """Who is in a window or was, where, and who looks different, between two shots of a cast.

    Args:
        now: A shot, ...
        then: ... and the one that was drawn before it.
        window: What is seen.

    Returns:
        S figures, back to front; the box that holds each now and then, (S, 4); (S).
    """
    one, other = now.boxes.T, then.boxes.T
    (left, top), (right, bottom) = np.minimum(one[:2], other[:2]), np.maximum(one[2:], other[2:])
    seen = (left < window.right) & (right > window.left)
    seen &= (top < window.bottom) & (bottom > window.top)
    which = np.flatnonzero(seen)
    which = which[np.argsort(now.keys[which], kind="stable")]
    differs = ((one != other).any(axis=0) | (now.pictures != then.pictures))[which]
    both = np.array([left[which], top[which], right[which], bottom[which]]).T
    return which, both, differs


def touched(boxes: Whole, changed: Flags) -> Flags:
    """Which of some boxes have to be drawn again if some are.

    A box is drawn whole, so all that lies on it or under it is drawn again too, and so on.
    """
    chosen, fresh = changed.copy(), boxes[changed]
    while len(fresh):
        rest = np.flatnonzero(~chosen)
        left, top, right, bottom = boxes[rest].T
        meets = (left < fresh[:, 2:3]) & (right > fresh[:, 0:1])
        meets &= (top < fresh[:, 3:4]) & (bottom > fresh[:, 1:2])
        more = rest[meets.any(axis=0)]
        chosen[more], fresh = True, boxes[more]
    return chosen


class Painter:
    """Draws shots of one stage into a part of a surface, and remembers the last."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._last: Shot | None = None
        self._canvas = Canvas()

    def forget(self) -> None:
        """Draw all of it the next time."""
        self._shown = ()

    def ready(self, stage: Stage, shot: Shot, window: pygame.Rect) -> bool:
        """Take a step towards drawing a shot while the view moves; False if there is none."""
        return self._canvas.ready(stage, shot, window)

    def is_ready(self, shot: Shot, window: pygame.Rect) -> bool:
        """Whether what will draw a shot is worked out."""
        return self._canvas.is_ready(shot, window)

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, window: pygame.Rect, stage: Stage,
        shot: Shot, above: "Above", state: tuple[object, ...],
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
        """
        shown = (id(stage), id(surface), window.topleft, tuple(rect), *state)
        last, same = self._last, shown == self._shown
        self._shown, self._last = shown, shot
        if same and shot is last:
            return []
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        parts = None
        if same and last is not None:
            parts = self._part(surface, rect, window, stage, shot, last, above)
        if parts is None:
            self._canvas.show(surface, rect, stage, shot, window)
            above.draw(surface)
            parts = [pygame.Rect(rect)]
        surface.set_clip(before)
        return parts

    def _part(
        self, surface: pygame.Surface, rect: pygame.Rect, window: pygame.Rect, stage: Stage,
        shot: Shot, last: Shot, above: "Above",
    ) -> list[pygame.Rect] | None:  # fmt: skip
        """Draw what changed; None if all has to be drawn."""
        if len(shot.keys) != len(last.keys):
            return None
        which, boxes, changed = grown(shot, last, window)
        if not changed.any():
            return []
        off = (rect.x - window.x, rect.y - window.y)
        tops = above.boxes(off)
        figures, boxes = len(boxes), np.concatenate([boxes, tops])
        if len(boxes) > MOST:
            return None
        chosen = touched(boxes, np.concatenate([changed, np.zeros(len(tops), dtype=bool)]))
        parts = boxes[chosen]
        area = int(((parts[:, 2] - parts[:, 0]) * (parts[:, 3] - parts[:, 1])).sum())
        if area > MOST_SHARE * window.width * window.height:
            return None
        bare = [
            pygame.Rect(left, top, right - left, bottom - top).clip(window)
            for left, top, right, bottom in parts.tolist()
        ]
        bare = [each for each in bare if each.width and each.height]
        stage.chunks.mend(surface, bare, off)
        stage.draw(surface, shot, which[chosen[:figures]], off)
        above.draw(surface, chosen[figures:].tolist())
        return [each.move(off) for each in bare]


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
