"""Brings a picture of the map up to date: all of it, or only where somebody moved."""

from collections.abc import Callable, Sequence

import numpy as np
import pygame

from game.ui.map.cast import Shot, Whole
from game.ui.map.stage import Stage

MOST_SHARE = 0.6  # of the window: beyond this it is quicker to draw all of it
MOST_PAIRS = 60_000  # of boxes held against each other


def boxes_of(rects: Sequence[pygame.Rect]) -> Whole:
    """Rectangles as left, top, right, bottom."""
    found = [(*rect.topleft, *rect.bottomright) for rect in rects]
    return np.array(found, dtype=np.int64).reshape(-1, 4)


def moved(now: Shot, then: Shot) -> Whole | None:
    """Boxes of all that looks different in one of two shots; None if they can't be compared."""
    if now.boxes.shape != then.boxes.shape:
        return None
    differs = (now.pictures != then.pictures) | (now.boxes != then.boxes).any(axis=1)
    shown = np.zeros(len(differs), dtype=bool)
    shown[now.seen] = shown[then.seen] = True
    at = differs & shown
    one, other = now.boxes[at], then.boxes[at]
    return np.concatenate(
        [np.minimum(one[:, :2], other[:, :2]), np.maximum(one[:, 2:], other[:, 2:])], axis=1
    )


def touched(boxes: Whole, dirty: Whole) -> tuple[Whole, Whole] | None:
    """Which boxes have to be drawn again if some parts are, and all those parts.

    What lies half in a part is drawn whole, so all that it lies on is drawn again too, and so on.
    None where that would be too much to find out.
    """
    chosen = np.zeros(len(boxes), dtype=bool)
    parts: Whole = dirty
    fresh: Whole = dirty
    while len(fresh):
        if len(boxes) * len(fresh) > MOST_PAIRS:
            return None
        near = (
            (boxes[:, None, 0] < fresh[None, :, 2]) & (boxes[:, None, 2] > fresh[None, :, 0])
            & (boxes[:, None, 1] < fresh[None, :, 3]) & (boxes[:, None, 3] > fresh[None, :, 1])
        ).any(axis=1) & ~chosen  # fmt: skip
        chosen |= near
        fresh = boxes[near]
        within = (
            (fresh[:, None, 0] >= parts[None, :, 0]) & (fresh[:, None, 2] <= parts[None, :, 2])
            & (fresh[:, None, 1] >= parts[None, :, 1]) & (fresh[:, None, 3] <= parts[None, :, 3])
        )  # fmt: skip
        inside = within.any(axis=1)
        fresh = fresh[~inside]
        parts = np.concatenate([parts, fresh])
    return chosen, parts


class Painter:
    """Draws shots of one stage into a part of a surface, and remembers the last."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._last: Shot | None = None
        self._floor: pygame.Surface | None = None  # what is baked, of the window shown
        self._lies = (0, pygame.Rect(0, 0, 0, 0))  # of which stage, and which window

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
        if same and last is not None:
            parts = self._part(surface, rect, window, stage, shot, last, above)
            if parts is not None:
                return parts
        off = (rect.x - window.x, rect.y - window.y)
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        surface.blit(self._laid(stage, window), rect)
        stage.draw(surface, shot, shot.seen, off)
        above.draw(surface)
        surface.set_clip(before)
        return [pygame.Rect(rect)]

    def _laid(self, stage: Stage, window: pygame.Rect) -> pygame.Surface:
        """A sheet with what is baked. Where the view moved a little, most of it is still there."""
        if self._floor is None or self._floor.get_size() != window.size:
            self._floor = pygame.Surface(window.size)
            if pygame.display.get_surface():
                self._floor = self._floor.convert()
            self._lies = (0, window)
        floor, (of, old) = self._floor, self._lies
        self._lies = (id(stage), window)
        dx, dy = old.x - window.x, old.y - window.y
        if of != id(stage) or abs(dx) >= window.width or abs(dy) >= window.height:
            stage.chunks.lay(floor, window, (0, 0))
            return floor
        if not dx and not dy:
            return floor
        floor.scroll(dx, dy)
        beside = pygame.Rect(0 if dx > 0 else window.width + dx, 0, abs(dx), window.height)
        above = pygame.Rect(0, 0 if dy > 0 else window.height + dy, window.width, abs(dy))
        for bare in (beside, above):
            if bare.width and bare.height:
                stage.chunks.lay(floor, bare.move(window.topleft), bare.topleft)
        return floor

    def _part(
        self, surface: pygame.Surface, rect: pygame.Rect, window: pygame.Rect, stage: Stage,
        shot: Shot, last: Shot, above: "Above",
    ) -> list[pygame.Rect] | None:  # fmt: skip
        """Draw what changed; None if all has to be drawn."""
        dirty = moved(shot, last)
        if dirty is None:
            return None
        if not len(dirty):
            return []
        tops = boxes_of([each.move(window.x - rect.x, window.y - rect.y) for each in above.rects])
        figures = shot.boxes[shot.seen]
        found = touched(np.concatenate([figures, tops]), dirty)
        if found is None:
            return None
        chosen, parts = found
        area = int(((parts[:, 2] - parts[:, 0]) * (parts[:, 3] - parts[:, 1])).sum())
        if area > MOST_SHARE * window.width * window.height:
            return None
        floor, off = self._laid(stage, window), (rect.x - window.x, rect.y - window.y)
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        places = [
            pygame.Rect(left + off[0], top + off[1], right - left, bottom - top).clip(rect)
            for left, top, right, bottom in parts.tolist()
        ]
        places = [place for place in places if place.width and place.height]
        surface.blits(
            [(floor, place, place.move(-rect.x, -rect.y)) for place in places], doreturn=False
        )
        stage.draw(surface, shot, shot.seen[chosen[: len(figures)]], off)
        above.draw(surface, chosen[len(figures) :].tolist())
        surface.set_clip(before)
        return places


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

    def draw(self, surface: pygame.Surface, chosen: Sequence[bool] | None = None) -> None:
        """All of it, or what was chosen, in order."""
        for at, (_rect, draw) in enumerate(self.drawing):
            if chosen is None or chosen[at]:
                draw(surface)
