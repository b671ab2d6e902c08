"""Walls, openings and gabled roofs: what every building is put together from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .canvas import Brush, Dice, Point, between, chance, project
from .pigments import ASH, CINNABAR, EARTH_DEEP, INDIGO, INK, PAPER, PAPER_DARK, SNOW, Colour, mix

RIGHT_WALL_SHADE = 0.2
EAVE_BAND = 5
THATCH, TILED = "thatch", "tile"


@dataclass(frozen=True)
class Block:
    """A box of walls on the map: tile corners, and the height of the eave."""

    a0: float
    b0: float
    a1: float
    b1: float
    height: float
    wall: Colour


@dataclass(frozen=True)
class Roof:
    """A gable roof. Ridge 'a' turns its front slope to the light, ridge 'b' away from it."""

    rise: float
    colour: Colour
    ridge: str = "a"
    kind: str = TILED
    overhang: float = 0.1
    curl: float = 3.0  # pixels by which the ends turn up


def left_face(block: Block, low: float, high: float) -> list[Point]:
    ends = (block.a0, block.a1)
    return [project(a, block.b1, low) for a in ends] + [
        project(a, block.b1, high) for a in reversed(ends)
    ]


def right_face(block: Block, low: float, high: float) -> list[Point]:
    ends = (block.b0, block.b1)
    return [project(block.a1, b, low) for b in ends] + [
        project(block.a1, b, high) for b in reversed(ends)
    ]


def walls(brush: Brush, block: Block, base: Colour | None = None) -> None:
    """Left wall in the light, right wall in shade, a plinth, and shade under the eave."""
    top = block.height
    brush.fill(left_face(block, 0, top), block.wall)
    brush.fill(right_face(block, 0, top), mix(block.wall, INK, RIGHT_WALL_SHADE))
    if base:
        brush.fill(left_face(block, 0, 5), base)
        brush.fill(right_face(block, 0, 5), mix(base, INK, RIGHT_WALL_SHADE))
    brush.shade(left_face(block, top - EAVE_BAND, top), 0.18)
    brush.line(left_face(block, 0, top), 1.1, closed=True)
    brush.line(right_face(block, 0, top), 1.1, closed=True)


def weathering(brush: Brush, block: Block, marks: int = 8) -> None:
    """Short strokes of worn plaster."""
    dice = Dice("wall", block.a0, block.b0, block.a1)
    for _ in range(marks):
        z = dice.span(3, block.height - 5)
        x, y = project(dice.span(block.a0, block.a1), block.b1, z)
        worn = mix(block.wall, EARTH_DEEP, 0.45)
        brush.line([(x - 3, y - 1.5), (x + 2, y + 1)], 0.7, worn, 0.7)
        z = dice.span(3, block.height - 5)
        x, y = project(block.a1, dice.span(block.b0, block.b1), z)
        brush.line([(x - 2, y + 1), (x + 3, y - 1.5)], 0.7, mix(block.wall, INK, 0.4), 0.6)


def left_panel(
    brush: Brush, block: Block, at: float, wide: float, low: float, high: float, colour: Colour,
    width: float = 0.9,
) -> None:  # fmt: skip
    """A rectangle on the left wall, `at` tiles from its back end."""
    a, b = block.a0 + at, block.b1
    brush.cut([project(a, b, low), project(a + wide, b, low), project(a + wide, b, high),
               project(a, b, high)], colour, width, wobble=0)  # fmt: skip


def right_panel(
    brush: Brush, block: Block, at: float, wide: float, low: float, high: float, colour: Colour
) -> None:
    a, b = block.a1, block.b0 + at
    brush.cut([project(a, b, low), project(a, b + wide, low), project(a, b + wide, high),
               project(a, b, high)], colour, 0.9, wobble=0)  # fmt: skip


GLASS = mix(INK, INDIGO, 0.35)


def left_window(
    brush: Brush, block: Block, at: float, z: float, wide: float = 0.22, tall: float = 8
) -> None:
    left_panel(brush, block, at, wide, z, z + tall, GLASS)
    a, b = block.a0 + at, block.b1
    for bar in (0.25, 0.5, 0.75):
        x = a + wide * bar
        brush.line([project(x, b, z), project(x, b, z + tall)], 0.6, PAPER_DARK)
    brush.line([project(a, b, z + tall / 2), project(a + wide, b, z + tall / 2)], 0.6, PAPER_DARK)


def right_window(
    brush: Brush, block: Block, at: float, z: float, wide: float = 0.22, tall: float = 8
) -> None:
    right_panel(brush, block, at, wide, z, z + tall, GLASS)
    a, b = block.a1, block.b0 + at
    for bar in (0.25, 0.5, 0.75):
        y = b + wide * bar
        brush.line([project(a, y, z), project(a, y, z + tall)], 0.6, mix(PAPER_DARK, INK, 0.25))


def boarded(brush: Brush, block: Block, at: float, z: float, wide: float, tall: float) -> None:
    """A window closed with two boards."""
    left_panel(brush, block, at, wide, z, z + tall, mix(EARTH_DEEP, ASH, 0.35))
    a, b = block.a0 + at, block.b1
    for share in (0.34, 0.68):
        level = z + tall * share
        brush.line([project(a, b, level), project(a + wide, b, level)], 0.7)


OLD_WOOD = mix(EARTH_DEEP, INK, 0.35)


def door(
    brush: Brush, block: Block, at: float, wide: float, tall: float, colour: Colour = OLD_WOOD,
    *, strips: bool = False,
) -> None:  # fmt: skip
    """A two-leaved door; `strips` are the red couplets of a New Year that was kept."""
    left_panel(brush, block, at, wide, 0, tall, colour)
    a, b = block.a0 + at, block.b1
    brush.line([project(a + wide / 2, b, 0), project(a + wide / 2, b, tall)], 0.7)
    if not strips:
        return
    for post in (a - 0.045, a + wide + 0.005):
        brush.fill([project(post, b, 3), project(post + 0.04, b, 3),
                    project(post + 0.04, b, tall - 1), project(post, b, tall - 1)],
                   CINNABAR)  # fmt: skip
    brush.fill([project(a, b, tall + 1), project(a + wide, b, tall + 1),
                project(a + wide, b, tall + 3.4), project(a, b, tall + 3.4)], CINNABAR)  # fmt: skip


def shut_door(brush: Brush, block: Block, at: float, wide: float, tall: float) -> None:
    """A door closed for good: grey boards, a bar across, nothing at the posts."""
    grey = mix(EARTH_DEEP, ASH, 0.55)
    door(brush, block, at, wide, tall, grey)
    a, b = block.a0 + at, block.b1
    for share in (0.25, 0.75):
        x = a + wide * share
        brush.line([project(x, b, 1), project(x, b, tall - 1)], 0.5, mix(grey, INK, 0.5))
    bar = [project(a - 0.05, b, tall * 0.5), project(a + wide + 0.05, b, tall * 0.62)]
    brush.line(bar, 2.2, mix(EARTH_DEEP, INK, 0.2), wobble=0)
    brush.line(bar, 0.6, INK, wobble=0)


class _Slope:
    """Points on the front slope (and the far edge) of a gable roof."""

    def __init__(self, block: Block, roof: Roof) -> None:
        over = roof.overhang
        self.a0, self.a1 = block.a0 - over, block.a1 + over
        self.b0, self.b1 = block.b0 - over, block.b1 + over
        self.eave, self.rise, self.curl = block.height, roof.rise, roof.curl
        self.along_a = roof.ridge == "a"
        self.middle = (self.b0 + self.b1) / 2 if self.along_a else (self.a0 + self.a1) / 2

    def _height(self, along: float, down: float) -> float:
        sag = self.rise - (self.rise + 3) * down**0.82
        return self.eave + sag + self.curl * (2 * along - 1) ** 4 * (0.5 + 0.5 * down)

    def front(self, along: float, down: float) -> Point:
        """`along` the ridge 0..1, `down` the slope 0..1."""
        z = self._height(along, down)
        if self.along_a:
            a, b = between(self.a0, self.a1, along), between(self.middle, self.b1, down)
        else:
            a, b = between(self.middle, self.a1, down), between(self.b0, self.b1, along)
        return project(a, b, z)

    def far_edge(self) -> list[Point]:
        """The rim of the hidden slope, seen past the gable."""
        rim = []
        for step in range(6):
            down = step / 5
            z = self._height(1, down)
            if self.along_a:
                rim.append(project(self.a1, between(self.middle, self.b0, down), z))
            else:
                rim.append(project(between(self.middle, self.a0, down), self.b1, z))
        return rim

    def outline(self) -> list[Point]:
        tenths, fifths = [k / 10 for k in range(11)], [k / 5 for k in range(6)]
        return [
            *(self.front(t, 0) for t in tenths),
            *(self.front(1, s) for s in fifths[1:]),
            *(self.front(t, 1) for t in reversed(tenths)),
            *(self.front(0, s) for s in reversed(fifths[:-1])),
        ]


def _gable(brush: Brush, block: Block, roof: Roof) -> None:
    peak = block.height + roof.rise - 3
    if roof.ridge == "a":
        middle = (block.b0 + block.b1) / 2
        ends = [project(block.a1, block.b0, block.height), project(block.a1, middle, peak),
                project(block.a1, block.b1, block.height)]  # fmt: skip
        tone = mix(block.wall, INK, RIGHT_WALL_SHADE)
    else:
        middle = (block.a0 + block.a1) / 2
        ends = [project(block.a0, block.b1, block.height), project(middle, block.b1, peak),
                project(block.a1, block.b1, block.height)]  # fmt: skip
        tone = block.wall
    brush.fill(ends, tone)
    brush.line(ends, 1)


def _tiles(brush: Brush, slope: _Slope, base: Colour, length: float) -> None:
    courses = int(length * 8)
    dark, light = mix(base, INK, 0.42), mix(base, PAPER, 0.3)
    for course in range(courses + 1):
        along = course / courses
        rib = [slope.front(along, s) for s in (0.04, 0.3, 0.6, 1)]
        brush.line(rib, 0.75, dark, 0.8, wobble=0.15)
        if course < courses:
            glint = [slope.front(along + 0.35 / courses, s) for s in (0.06, 0.5, 0.97)]
            brush.line(glint, 0.6, light, 0.55, wobble=0.15)


def _straw(brush: Brush, slope: _Slope, base: Colour, key: object, length: float) -> None:
    dice = Dice("thatch", key)
    dark, light = mix(base, INK, 0.42), mix(base, PAPER, 0.3)
    for _ in range(int(36 * length)):
        along, down = dice.unit(), dice.unit() * 0.8
        end = (min(1, along + 0.01), min(1, down + dice.span(0.16, 0.28)))
        tone = dark if dice.unit() < 0.6 else light
        brush.line([slope.front(along, down), slope.front(*end)], 0.7, tone, 0.75)
    for course in (0.42, 0.74):
        brush.line([slope.front(k / 10, course) for k in range(11)], 0.7, dark, 0.6)


def _snow_cap(brush: Brush, slope: _Slope, key: object, depth: float) -> None:
    """Snow on the upper part of the slope, melted to a wavy edge."""
    phase = chance("snow", key) * 6
    edge = [
        slope.front(k / 40, depth + 0.13 * math.sin(k * 0.42 + phase)
                    + 0.07 * math.sin(k * 1.1 + 2 * phase))
        for k in range(40, -1, -1)
    ]  # fmt: skip
    brush.fill([*(slope.front(k / 10, 0) for k in range(11)), *edge], SNOW, 0.94)
    brush.line(edge, 0.8, ASH, 0.8)


def gable_roof(brush: Brush, block: Block, roof: Roof) -> None:
    slope = _Slope(block, roof)
    key = (block.a0, block.b0, roof.ridge)
    base = roof.colour if roof.ridge == "a" else mix(roof.colour, INK, 0.24)
    length = (slope.a1 - slope.a0) if roof.ridge == "a" else (slope.b1 - slope.b0)
    _gable(brush, block, roof)
    brush.line(slope.far_edge(), 2.6, mix(roof.colour, INK, 0.5))
    outline = slope.outline()
    brush.fill(outline, base)
    if roof.kind == TILED:
        _tiles(brush, slope, base, length)
    else:
        _straw(brush, slope, base, key, length)
    if brush.snow:
        _snow_cap(brush, slope, key, 0.64 if roof.kind == TILED else 0.54)
    brush.line(outline, 1.3, closed=True)
    ridge = [slope.front(k / 10, 0) for k in range(11)]
    brush.line(ridge, 3, mix(roof.colour, INK, 0.45), wobble=0.2)
    crest = SNOW if brush.snow else mix(roof.colour, PAPER, 0.25)
    brush.line([(x, y - 1.3) for x, y in ridge], 1, crest, wobble=0.2)
    brush.line([slope.front(k / 10, 1) for k in range(11)], 1.9, mix(base, INK, 0.5), wobble=0.2)
