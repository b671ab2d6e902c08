"""What moves: its place and step now, and drawing it among the things that stand."""

import math
from functools import lru_cache
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pygame

from game.ui.map.bake import Blit, Chunks
from game.ui.map.covers import Covers, Whole
from game.ui.map.grid import Spot, project
from game.ui.map.paper import grained
from game.ui.map.pictures import Pictures
from game.ui.map.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.map.cast import Shot

WALK_SPEED = 20.0  # pixels a second at zoom 1
STILL_FRAME = 3  # where loops stop under reduced motion
ON_THE_GROUND = -1e9  # key of marks that everything standing covers


class Pose(NamedTuple):
    """A moving thing at an instant, on the flat picture."""

    key: float
    surface: pygame.Surface
    rect: pygame.Rect


@lru_cache(maxsize=4096)
def lengths(way: tuple[Spot, ...]) -> list[float]:
    """Pixels at zoom 1 of each leg of a way."""
    points = [project(*spot) for spot in way]
    return [math.dist(one, other) for one, other in pairwise(points)]


def along(way: tuple[Spot, ...], gone: float) -> tuple[Spot, Spot]:
    """The point a number of pixels along a way, and the direction there, in tiles."""
    for (start, end), leg in zip(pairwise(way), lengths(way), strict=True):
        toward = (end[0] - start[0], end[1] - start[1])
        if gone <= leg and leg:
            share = gone / leg
            return (start[0] + toward[0] * share, start[1] + toward[1] * share), toward
        gone -= leg
    return way[-1], (way[-1][0] - way[-2][0], way[-1][1] - way[-2][1])


def posed(
    pictures: Pictures,
    name: str,
    spot: Spot,
    key: float,
    *,
    off: Spot = (0, 0),
    mirrored: bool = False,
) -> Pose:
    """A sprite with its anchor at a point of the land."""
    picture = pictures.moving(name, mirrored)
    x, y = project(*spot, pictures.zoom)
    left = round(x + off[0] * pictures.zoom) - picture.ax
    top = round(y + off[1] * pictures.zoom) - picture.ay
    return Pose(key, picture.surface, picture.surface.get_rect(topleft=(left, top)))


class Stage:
    """Draws figures in front of and behind what is baked."""

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self.pieces = chunks.index.pieces
        tight = [self._tight(piece) for piece in self.pieces]
        self.covers = Covers(self.pieces, tight, chunks.pictures.zoom)
        self._corners = [rect.topleft for rect in tight]
        self._solids: list[pygame.Surface | None] = [None] * len(self.pieces)
        self._warmed: tuple[object, Iterator[int]] | None = None

    def _tight(self, piece: Piece) -> pygame.Rect:
        """Where a piece hides something: less than its whole rectangle."""
        pictures = self.chunks.pictures
        found = pictures.tight(piece.name, piece.mirrored, piece.left, piece.width)
        return found.move(piece.x, piece.y)

    def _solid(self, at: int) -> pygame.Surface:
        """What hides of a piece, with the grain that is baked where it stands."""
        held = self._solids[at]
        if held is None:
            piece, rect = self.pieces[at], self.covers.rects[at]
            whole = self.chunks.pictures.solid(piece.name, piece.mirrored)
            held = grained(whole.subsurface(rect.move(-piece.x, -piece.y)), rect.topleft)
            self._solids[at] = held
        return held

    def draw(self, on: pygame.Surface, shot: "Shot", which: Whole, off: tuple[int, int]) -> None:
        """Draw some figures, back to front, each with what stands before it."""
        on.fblits(self.blits(shot, which, off), pygame.BLEND_PREMULTIPLIED)

    def blits(self, shot: "Shot", which: Whole, off: tuple[int, int]) -> list[Blit]:
        """What draws some figures, back to front, all of it premultiplied and moved by `off`.

        What hides a figure comes right after it: a later one that it hides too brings it again.
        """
        corners, table = shot.boxes[which, :2] + np.array(off), shot.table
        pictures = [table[at] for at in shot.pictures[which].tolist()]
        figures: list[Blit] = list(zip(pictures, corners.tolist(), strict=True))
        places, covers = self._before(shot, which, off)
        if not covers:
            return figures
        turns = np.concatenate([np.arange(len(figures)), places])
        both = figures + covers
        return [both[at] for at in np.argsort(turns, kind="stable").tolist()]

    def _before(self, shot: "Shot", which: Whole, off: tuple[int, int]) -> tuple[Whole, list[Blit]]:
        """The parts of standing pieces that hide some figures, and the place of each one's figure.

        Returns:
            N places among `which`, from the first on; N parts.
        """
        if not len(shot.hidden):
            return shot.hidden, []
        place = np.full(len(shot.keys), -1)
        place[which] = np.arange(len(which))
        places = place[shot.hidden]
        found = np.flatnonzero(places >= 0)
        places = places[found]
        order = np.argsort(places, kind="stable")
        places, found = places[order], found[order]
        dx, dy = off
        blits: list[Blit] = []
        for piece, (left, top, wide, high) in zip(
            shot.hiding[found].tolist(), shot.parts[found].tolist(), strict=True
        ):
            x, y = self._corners[piece]
            solid = self._solids[piece] or self._solid(piece)
            part = solid.subsurface((left - x, top - y, wide, high))
            blits.append((part, (left + dx, top + dy)))
        return places, blits

    def warm(self, of: object, shot: "Shot", until: float) -> bool:
        """Make ready, up to an instant, what will hide figures; False if all of it is.

        Args:
            of: Whose shot it is: another set of figures is begun with anew.
            shot: All figures near the window.
            until: When to leave off, on the clock of `perf_counter`.
        """
        if self._warmed is None or self._warmed[0] is not of:
            self._warmed = of, iter(np.unique(shot.soon).tolist())
        for piece in self._warmed[1]:
            if self._solids[piece] is None:
                self._solid(piece)
            if perf_counter() >= until:
                return True
        return False
