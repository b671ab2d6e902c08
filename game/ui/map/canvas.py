"""Floor and figures as they were drawn last, with some land round the window.

Figures take a new place a few times a second, the view may move in every frame. At such a tick
all is drawn, as far as the view will come before the next; between two ticks it is only copied to
the screen. What draws the figures of the next tick is worked out before its turn.
"""

from typing import NamedTuple

import pygame

from game.ui.map.bake import Blit, opaque
from game.ui.map.cast import Shot
from game.ui.map.stage import Stage

ROOM, MORE_ROOM = 144, 272  # pixels more than the window: rows begin at odd multiples of 64 bytes
FORESEEN = 12  # frames for which a view is thought to go on as it does
EVEN = 4  # pixels, 16 bytes: the copy to the screen is quicker between such addresses


class Drawing(NamedTuple):
    """What draws the figures of a part of the flat picture."""

    stage: Stage
    shot: Shot
    area: pygame.Rect
    origin: tuple[int, int]  # the point of the flat picture at the canvas's corner
    blits: list[Blit]  # from the canvas's own corner

    def of(self, stage: Stage, shot: Shot) -> bool:
        """Whether it draws a shot before a stage."""
        return self.stage is stage and self.shot is shot


class Canvas:
    """A picture that is larger than the window; the window wanders about on it."""

    def __init__(self) -> None:
        self._surface = pygame.Surface((0, 0))
        self._window = (0, 0)  # the size of the window
        self._room = ROOM
        self._holds: Drawing | None = None
        self._drawn = pygame.Rect(0, 0, 0, 0)  # the part of the flat picture that it shows
        self._began: tuple[int, int] | None = None  # where the window was at the last tick
        self._frames = 0  # since then
        self._way = (0, 0)  # how far it went between the last two
        self._seen = (0, 0)  # where it was in the last frame
        self._next: Drawing | None = None

    @property
    def shot(self) -> Shot | None:
        """The figures that it shows; None before the first."""
        return self._holds.shot if self._holds is not None else None

    def keeps(self, stage: Stage, window: pygame.Rect) -> bool:
        """Whether it can show a window without drawing its figures anew."""
        held = self._holds
        if held is None or held.stage is not stage or self._window != window.size:
            return False
        return self._has_room(held, window)

    def _has_room(self, held: Drawing, window: pygame.Rect) -> bool:
        """Whether a window lies on it, with all that was drawn."""
        whole = self._surface.get_rect(topleft=held.origin)
        return bool(whole.contains(self._drawn.union(window)))

    def ready(self, stage: Stage, shot: Shot, window: pygame.Rect) -> None:
        """Work out what will draw a shot, if that is not done."""
        if not self.is_ready(stage, shot, window):
            area = window.union(window.move(self._foreseen(window)))
            self._next = self._worked_out(stage, shot, area, window)

    def is_ready(self, stage: Stage, shot: Shot, window: pygame.Rect) -> bool:
        """Whether what will draw a shot is worked out."""
        held = self._next
        return held is not None and held.of(stage, shot) and held.area.contains(window)

    def _foreseen(self, window: pygame.Rect) -> tuple[int, int]:
        """How far the view will come: on as it goes now, or as since the last tick if that is more.

        What it does now alone counts along an axis on which it has turned.
        """
        most = self._room // 2
        found = []
        for gone, now in zip(self._way, _from(self._seen, window), strict=True):
            soon = FORESEEN * now
            far = 2 * gone if gone * now >= 0 and abs(2 * gone) > abs(soon) else soon
            found.append(max(-most, min(most, far)))
        return found[0], found[1]

    def show(
        self, on: pygame.Surface, at: pygame.Rect, stage: Stage, shot: Shot, window: pygame.Rect
    ) -> None:
        """Put a window of the flat picture on a surface."""
        held = self._holds
        self._frames += 1
        if (
            held is None or not held.of(stage, shot) or self._window != window.size
            or not (self._drawn.contains(window) or self._widened(held, window))
        ):  # fmt: skip
            held = self._fresh(stage, shot, window)
            self._lay(held, self._drawn, held.blits)
        x, y = held.origin
        on.blit(self._surface, at, window.move(-x, -y))
        self._seen = window.topleft

    def _fresh(self, stage: Stage, shot: Shot, window: pygame.Rect) -> Drawing:
        """What draws all that will be seen up to the next tick."""
        if self._window != window.size:
            self._take(window.size, ROOM)
        self._way = self._gone(window)
        if max(abs(way) for way in self._way) > self._room // 2 - EVEN:
            self._take(window.size, MORE_ROOM)
        self._began, self._frames = window.topleft, 0
        area = window.union(window.move(self._way))
        if area != window and not stage.chunks.holds(area):
            area = window  # nothing is baked before it has to be
        found = self._next if self.is_ready(stage, shot, window) else None
        found = found or self._worked_out(stage, shot, area, window)
        self._holds, self._drawn, self._next = found, area.clip(found.area), None
        return found

    def _take(self, size: tuple[int, int], room: int) -> None:
        """Begin with a picture of another size."""
        if size != self._window:
            self._began, self._way = None, (0, 0)
        self._surface = opaque((size[0] + room, size[1] + room))
        self._window, self._room, self._next = size, room, None

    def _gone(self, window: pygame.Rect) -> tuple[int, int]:
        """How far the view went since the last tick: as far as it is thought to go to the next."""
        if self._began is None:
            return (0, 0)
        most = MORE_ROOM // 2 - EVEN
        across, down = _from(self._began, window)
        if max(abs(across), abs(down)) > most * max(1, self._frames):
            return (0, 0)  # a leap
        return max(-most, min(most, across)), max(-most, min(most, down))

    def _widened(self, held: Drawing, window: pygame.Rect) -> bool:
        """Draw what a window wants beyond what is there; False if there is no room for it."""
        if not self._has_room(held, window):
            return False
        old, new = self._drawn, self._drawn.union(window)
        above = pygame.Rect(new.x, new.y, new.width, old.y - new.y)
        below = pygame.Rect(new.x, old.bottom, new.width, new.bottom - old.bottom)
        left = pygame.Rect(new.x, old.y, old.x - new.x, old.height)
        right = pygame.Rect(old.right, old.y, new.right - old.right, old.height)
        for bare in (above, below, left, right):
            if bare.width and bare.height:
                off = (-held.origin[0], -held.origin[1])
                self._lay(held, bare, held.stage.blits(held.shot, held.shot.within(bare), off))
        self._drawn = new
        return True

    def _worked_out(
        self, stage: Stage, shot: Shot, area: pygame.Rect, window: pygame.Rect
    ) -> Drawing:
        """What draws the figures of a part that lies in the middle of the canvas."""
        wide, high = self._surface.get_size()
        x, y = area.centerx - wide // 2, area.centery - high // 2
        x -= (x - window.x) % EVEN
        area = area.clip((x, y, wide, high))
        blits = stage.blits(shot, shot.within(area), (-x, -y))
        return Drawing(stage, shot, area, (x, y), blits)

    def _lay(self, drawing: Drawing, area: pygame.Rect, blits: list[Blit]) -> None:
        """Draw floor and figures of a part."""
        x, y = drawing.origin
        corner = (area.x - x, area.y - y)
        self._surface.set_clip(pygame.Rect(corner, area.size))
        drawing.stage.chunks.lay(self._surface, area, corner)
        self._surface.fblits(blits, pygame.BLEND_PREMULTIPLIED)
        self._surface.set_clip(None)


def _from(before: tuple[int, int], window: pygame.Rect) -> tuple[int, int]:
    """How far a window has come from where it was."""
    return window.x - before[0], window.y - before[1]
