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
BAND = 128  # rows that are drawn at a time where all is too much for the cache
LARGE = 8_000_000  # bytes of a picture: what is too much
TURNED = 12  # frames for which a view that has turned is foreseen
EVEN = 4  # pixels, 16 bytes: the copy to the screen is quicker between such addresses


class Drawing(NamedTuple):
    """What draws the figures of a part of the flat picture."""

    stage: Stage
    shot: Shot
    area: pygame.Rect
    origin: tuple[int, int]  # the point of the flat picture at the canvas's corner
    bands: list[list[Blit]]  # for each band of the canvas, from its own upper edge

    def of(self, stage: Stage, shot: Shot) -> bool:
        """Whether it draws a shot before a stage."""
        return self.stage is stage and self.shot is shot


class Canvas:
    """A picture that is larger than the window; the window wanders about on it."""

    def __init__(self) -> None:
        self._surface = self._band = pygame.Surface((0, 0))
        self._window = (0, 0)  # the size of the window
        self._room = ROOM
        self._holds: Drawing | None = None
        self._drawn = pygame.Rect(0, 0, 0, 0)  # the part of the flat picture that it shows
        self._began: tuple[int, int] | None = None  # where the window was at the last tick
        self._way = (0, 0)  # how far it went between the last two
        self._seen = (0, 0)  # where it was in the last frame
        self._next: Drawing | None = None

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
        """How far the view will come: on as before, unless it has turned since the last tick."""
        (dx, dy), (x, y) = self._way, self._seen
        now = (window.x - x, window.y - y)
        if dx * now[0] + dy * now[1] >= 0:
            return 2 * dx, 2 * dy
        most = self._room // 2
        across, down = (max(-most, min(most, TURNED * step)) for step in now)
        return across, down

    def show(
        self, on: pygame.Surface, at: pygame.Rect, stage: Stage, shot: Shot, window: pygame.Rect
    ) -> None:
        """Put a window of the flat picture on a surface."""
        held, self._seen = self._holds, window.topleft
        if (
            held is None or not held.of(stage, shot) or self._window != window.size
            or not (self._drawn.contains(window) or self._widened(held, window))
        ):  # fmt: skip
            self._draw(on, at, self._fresh(stage, shot, window), window)
        else:
            x, y = held.origin
            on.blit(self._surface, at, window.move(-x, -y))

    def _fresh(self, stage: Stage, shot: Shot, window: pygame.Rect) -> Drawing:
        """What draws all that will be seen up to the next tick."""
        if self._window != window.size:
            self._take(window.size, ROOM)
        self._way = self._gone(window)
        if max(abs(way) for way in self._way) > self._room // 2 - EVEN:
            self._take(window.size, MORE_ROOM)
        self._began = window.topleft
        area = window.union(window.move(self._way))
        if area != window and not stage.chunks.holds(area):
            area = window  # nothing is baked before it has to be
        found = self._next if self.is_ready(stage, shot, window) else None
        found = found or self._worked_out(stage, shot, area, window)
        self._holds, self._drawn, self._next = found, area.clip(found.area), None
        return found

    def _draw(
        self, on: pygame.Surface, at: pygame.Rect, drawing: Drawing, window: pygame.Rect
    ) -> None:
        """Draw it, and copy it to the screen: a large one band by band, each on a small sheet.

        The sheet stays in the processor's own cache; the whole would go to memory and back twice.
        """
        x, y = drawing.origin
        seen, drawn = window.move(-x, -y), self._drawn.move(-x, -y)
        for number, blits in enumerate(drawing.bands):
            top = number * self._band.get_height()
            strip = drawn.clip((0, top, drawn.right, self._band.get_height()))
            if not strip.height:
                continue
            drawing.stage.chunks.lay(self._band, strip.move(x, y), (strip.x, strip.y - top))
            self._band.fblits(blits, pygame.BLEND_PREMULTIPLIED)
            if self._band is not self._surface:
                self._surface.blit(self._band, strip, strip.move(0, -top))
            shown = strip.clip(seen)
            spot = (at.x + shown.x - seen.x, at.y + shown.y - seen.y)
            on.blit(self._band, spot, shown.move(0, -top))

    def _take(self, size: tuple[int, int], room: int) -> None:
        """Begin with a picture of another size."""
        if size != self._window:
            self._began, self._way = None, (0, 0)
        self._surface = opaque((size[0] + room, size[1] + room))
        large = self._surface.get_pitch() * self._surface.get_height() > LARGE
        self._band = opaque((size[0] + room, BAND)) if large else self._surface
        self._window, self._room, self._next = size, room, None

    def _gone(self, window: pygame.Rect) -> tuple[int, int]:
        """How far the view went since the last tick: as far as it is thought to go to the next."""
        if self._began is None:
            return (0, 0)
        gone = (window.x - self._began[0], window.y - self._began[1])
        leap = max(abs(way) for way in gone) > MORE_ROOM // 2 - EVEN
        return (0, 0) if leap else gone

    def _widened(self, held: Drawing, window: pygame.Rect) -> bool:
        """Draw what a window wants beyond what is there; False if there is no room for it."""
        old, new = self._drawn, self._drawn.union(window)
        if not self._surface.get_rect(topleft=held.origin).contains(new):
            return False
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
        return Drawing(stage, shot, area, (x, y), in_bands(blits, high, self._band.get_height()))

    def _lay(self, drawing: Drawing, area: pygame.Rect, blits: list[Blit]) -> None:
        """Draw floor and figures of a small part."""
        x, y = drawing.origin
        corner = (area.x - x, area.y - y)
        self._surface.set_clip(pygame.Rect(corner, area.size))
        drawing.stage.chunks.lay(self._surface, area, corner)
        self._surface.fblits(blits, pygame.BLEND_PREMULTIPLIED)
        self._surface.set_clip(None)


def in_bands(blits: list[Blit], high: int, rows: int) -> list[list[Blit]]:
    """Pictures by the bands of a surface that they touch, in the same order in each.

    Args:
        blits: Pictures, each with its corner.
        high: Of the surface.
        rows: Of a band.
    """
    if rows >= high:
        return [blits]
    found: list[list[Blit]] = [[] for _ in range(-(-high // rows))]
    last = len(found) - 1
    for picture, (x, y) in blits:
        for band in range(max(0, y // rows), min(last, (y + picture.get_height() - 1) // rows) + 1):
            found[band].append((picture, (x, y - band * rows)))
    return found
