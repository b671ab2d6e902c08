"""Fine drawing: lines, dashes, discs and hatching, drawn large and averaged down.

pygame.draw has no thick antialiased line. A `Fine` layer is drawn at three or four times the size
and averaged; its colours come out right over anything, as they are kept apart from the coverage.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui.theme import Colour

Point = tuple[float, float]
_LARGE = 100_000  # pixels above which a layer is drawn three times as large, not four


def dashes(points: Sequence[Point], on: float, off: float) -> list[tuple[Point, Point]]:
    """The pieces of a dashed line, counted along the whole way.

    >>> dashes([(0, 0), (10, 0)], 4, 2)
    [((0.0, 0.0), (4.0, 0.0)), ((6.0, 0.0), (10.0, 0.0))]
    """
    pieces: list[tuple[Point, Point]] = []
    period, walked = on + off, 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        if not length:
            continue
        ux, uy = (bx - ax) / length, (by - ay) / length
        start = -(walked % period)
        while start < length:
            first, last = max(0.0, start), min(length, start + on)
            if last > first:
                pieces.append(
                    ((ax + ux * first, ay + uy * first), (ax + ux * last, ay + uy * last))
                )
            start += period
        walked += length
    return pieces


class Fine:
    """A layer for fine drawing; give sizes in pixels of the screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = (max(1, size[0]), max(1, size[1]))
        self.times = 3 if self.size[0] * self.size[1] > _LARGE else 4
        self.layer = self._sheet()

    def _sheet(self) -> pygame.Surface:
        width, height = self.size
        return pygame.Surface((width * self.times, height * self.times), pygame.SRCALPHA)

    def _large(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.times, y * self.times) for x, y in points]

    @staticmethod
    def _shade(colour: Colour, alpha: float) -> tuple[int, int, int, int]:
        red, green, blue = (round(part * alpha) for part in colour)
        return red, green, blue, round(255 * alpha)

    def shape(self, points: Sequence[Point], colour: Colour, alpha: float = 1) -> None:
        """Fill a polygon."""
        if len(points) > 2:
            pygame.draw.polygon(self.layer, self._shade(colour, alpha), self._large(points))

    def disc(self, centre: Point, radius: float, colour: Colour, alpha: float = 1) -> None:
        """Fill a circle."""
        ((x, y),) = self._large([centre])
        pygame.draw.circle(self.layer, self._shade(colour, alpha), (x, y), radius * self.times)

    def oval(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """Fill an ellipse in a box of x, y, width, height."""
        large = pygame.Rect([round(part * self.times) for part in box])
        pygame.draw.ellipse(self.layer, self._shade(colour, 1), large)

    def stroke(self, one: Point, other: Point, colour: Colour, width: float, alpha: float) -> None:
        """One straight piece with blunt ends."""
        (ax, ay), (bx, by) = self._large([one, other])
        length = math.hypot(bx - ax, by - ay)
        if not length:
            return
        half = width * self.times / 2 / length
        nx, ny = -(by - ay) * half, (bx - ax) * half
        quad = [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
        pygame.draw.polygon(self.layer, self._shade(colour, alpha), quad)

    def line(
        self,
        points: Sequence[Point],
        colour: Colour,
        width: float,
        *,
        alpha: float = 1,
        dash: tuple[float, float] | None = None,
        closed: bool = False,
    ) -> None:
        """A line through points: round joins, or dashes of a length and a pause."""
        way = [*points, points[0]] if closed and points else list(points)
        if dash is not None:
            for one, other in dashes(way, *dash):
                self.stroke(one, other, colour, width, alpha)
            return
        for one, other in pairwise(way):
            self.stroke(one, other, colour, width, alpha)
        for point in way if closed else way[1:-1]:
            self.disc(point, width / 2, colour, alpha)

    def hatch(
        self, points: Sequence[Point], colour: Colour, width: float, gap: float, alpha: float
    ) -> None:
        """Slanting lines inside a polygon."""
        if len(points) < 3:
            return
        sheet, kept = Fine(self.size), self._sheet()
        pygame.draw.polygon(kept, (255, 255, 255, 255), self._large(points))
        high = self.size[1]
        for step in range(-math.ceil(high / gap), math.ceil(self.size[0] / gap) + 1):
            x = step * gap
            sheet.stroke((x - 1, high + 1), (x + high + 1, -1), colour, width, alpha)
        sheet.layer.blit(kept, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.layer.blit(sheet.layer, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)

    def stamp(self, on: pygame.Surface, at: tuple[int, int] = (0, 0)) -> None:
        """Average the layer down and lay it on a surface."""
        import numpy as np  # here: the first frame of the game does without it

        small = pygame.transform.smoothscale(self.layer, self.size)
        colours, cover = pygame.surfarray.pixels3d(small), pygame.surfarray.pixels_alpha(small)
        whole = np.maximum(cover, 1).astype(np.uint16)[:, :, None]
        colours[:] = np.minimum(colours.astype(np.uint16) * 255 // whole, 255)
        del colours, cover
        on.blit(small, at)


def edge(on: pygame.Surface, colour: Colour, area: pygame.Rect, width: int) -> None:
    """An edge of whole pixels inside an area, right under any clip.

    `pygame.draw.rect` with a width draws beside the edge where the clip leaves less of it than
    twice the width, as a part of the window that is drawn again often does.
    """
    left, top, wide, high = area
    width = min(width, (wide + 1) // 2, (high + 1) // 2)
    on.fill(colour, (left, top, wide, width))
    on.fill(colour, (left, top + high - width, wide, width))
    on.fill(colour, (left, top, width, high))
    on.fill(colour, (left + wide - width, top, width, high))


def frame(on: pygame.Surface, area: pygame.Rect, colour: Colour, width: float) -> None:
    """An edge inside an area; what is left over of a whole pixel is drawn paler inside it."""
    whole = max(1, int(width))
    edge(on, colour, area, whole)
    rest = width - whole
    if rest < 0.2:
        return
    inner = area.inflate(-2 * whole, -2 * whole)
    for side in (
        (inner.left, inner.top, inner.width, 1),
        (inner.left, inner.bottom - 1, inner.width, 1),
        (inner.left, inner.top + 1, 1, inner.height - 2),
        (inner.right - 1, inner.top + 1, 1, inner.height - 2),
    ):
        shade(on, pygame.Rect(side), colour, rest)


def box(
    on: pygame.Surface, area: pygame.Rect, fill: Colour | None, edge: Colour, width: float
) -> None:
    """A filled rectangle with an edge inside it."""
    if fill is not None:
        pygame.draw.rect(on, fill, area)
    frame(on, area, edge, width)


def shade(on: pygame.Surface, area: pygame.Rect, colour: Colour, alpha: float) -> None:
    """Lay a flat tint over an area."""
    if area.width > 0 and area.height > 0:
        tint = pygame.Surface(area.size, pygame.SRCALPHA)
        tint.fill((*colour, round(255 * alpha)))
        on.blit(tint, area)
