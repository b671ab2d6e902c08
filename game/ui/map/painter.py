"""Brings a picture of the map up to date: all of it, what came into view, or where somebody moved.

Figures take a new place a few times a second, the view may move in every frame. Between two such
ticks a `Canvas` keeps floor and figures together, and moves along with the view.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pygame

from game.ui.map.bake import opaque
from game.ui.map.cast import Shot
from game.ui.map.stage import Flags, Stage, Whole

MOST_SHARE = 0.6  # of the window: beyond this it is quicker to draw all of it
MOST = 250  # boxes that are held against each other


def boxes_of(rects: Sequence[pygame.Rect]) -> Whole:
    """Rectangles as left, top, right, bottom."""
    found = [(*rect.topleft, *rect.bottomright) for rect in rects]
    return np.array(found, dtype=np.int64).reshape(-1, 4)


def grown(now: Shot, then: Shot, seen: Whole, before: Whole) -> tuple[Whole, Flags]:
    """Where figures are and were, and which of them look different, between two shots of a cast.

    Args:
        now: A shot, ...
        then: ... and the one that was drawn before it.
        seen: Who is in the window now, S of them.
        before: Who was then.

    Returns:
        The box of each of `seen` in that order, then of those who left: (S + L, 4), (S + L).
    """
    here = np.zeros(len(now.keys), dtype=bool)
    here[seen] = True
    at = np.concatenate([seen, before[~here[before]]])
    one, other = now.boxes[at], then.boxes[at]
    differs = (one != other).any(axis=1) | (now.pictures[at] != then.pictures[at])
    both = np.concatenate(
        [np.minimum(one[:, :2], other[:, :2]), np.maximum(one[:, 2:], other[:, 2:])], axis=1
    )
    return both, differs


def touched(boxes: Whole, changed: Flags) -> Flags:
    """Which of some boxes have to be drawn again if some are.

    A box is drawn whole, so all that lies on it or under it is drawn again too, and so on.
    """
    left, top, right, bottom = boxes.T
    chosen, fresh = changed.copy(), np.flatnonzero(changed)
    while len(fresh):
        one = boxes[fresh]
        meets = (left < one[:, 2:3]) & (right > one[:, 0:1])
        meets &= (top < one[:, 3:4]) & (bottom > one[:, 1:2])
        fresh = np.flatnonzero(meets.any(axis=0) & ~chosen)
        chosen[fresh] = True
    return chosen


class Canvas:
    """Floor and figures of a window as they were drawn last."""

    def __init__(self) -> None:
        self._surface = pygame.Surface((0, 0))
        self._holds: tuple[Stage, Shot, pygame.Rect] | None = None

    def show(self, stage: Stage, shot: Shot, window: pygame.Rect) -> pygame.Surface:
        """A window of a stage: what was drawn before is moved, what is new is drawn."""
        if self._surface.get_size() != window.size:
            self._surface, self._holds = opaque(window.size), None
        held, self._holds = self._holds, (stage, shot, window.copy())
        bare = [window]
        if held is not None and held[0] is stage and held[1] is shot:
            bare = self._move(held[2], window)
        for part in bare:
            corner = (part.x - window.x, part.y - window.y)
            self._surface.set_clip(pygame.Rect(corner, part.size))
            stage.chunks.lay(self._surface, part, corner)
            stage.draw(self._surface, shot, shot.within(part), (-window.x, -window.y))
        self._surface.set_clip(None)
        return self._surface

    def _move(self, old: pygame.Rect, new: pygame.Rect) -> list[pygame.Rect]:
        """Move what is drawn; the parts of the new window that are bare then."""
        dx, dy = old.x - new.x, old.y - new.y
        if abs(dx) >= new.width or abs(dy) >= new.height:
            return [new]
        if dx or dy:
            self._surface.scroll(dx, dy)
        beside = pygame.Rect(new.left if dx > 0 else old.right, new.top, abs(dx), new.height)
        above = pygame.Rect(new.left, new.top if dy > 0 else old.bottom, new.width, abs(dy))
        return [bare for bare in (beside, above) if bare.width and bare.height]


class Painter:
    """Draws shots of one stage into a part of a surface, and remembers the last."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._last: Shot | None = None
        self._seen: Whole | None = None  # who of the last shot is in the window; None: not known
        self._canvas = Canvas()

    def forget(self) -> None:
        """Draw all of it the next time."""
        self._shown = ()

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
            self._seen = None
            surface.blit(self._canvas.show(stage, shot, window), rect)
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
        seen, before = shot.within(window), self._seen
        boxes, changed = grown(shot, last, seen, last.within(window) if before is None else before)
        self._seen = seen
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
        stage.draw(surface, shot, seen[chosen[: len(seen)]], off)
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
