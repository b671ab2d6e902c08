"""Cave dwellings of the loess: arched fronts in the face of a bank, which a row of them makes long.

The land behind a bank is drawn level, as everywhere; its face hides what lies at its foot, so that
the land behind it seems to lie as high as its rim. Pieces of a row meet without a seam; where a
row ends, the bank runs out (`bank_left`, `bank_right`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from .canvas import Brush, Dice, Point, blob, project
from .ground import tuft
from .pigments import (
    ASH,
    CINNABAR,
    EARTH,
    EARTH_DEEP,
    GOLD,
    INK,
    LOAM,
    PAPER,
    SNOW,
    TILE_DEEP,
    WALL,
    Colour,
    mix,
)  # fmt: skip
from .roofs import OLD_WOOD
from .slopes import loess_tone

HIGH = 39.0  # pixels of the bank
LONG = 3.0  # tiles of one dwelling along the bank
FRONT = 2.0  # tiles from the footprint's back edge to the face
RUN_OUT = 2.3  # tiles in which a bank comes down to the ground
_ARCH, _SPRING, _RISE = 0.31, 11.0, 10.5  # half a mouth's width in tiles; pixels
_MOUTHS = (0.58, 1.5, 2.42)


@dataclass(frozen=True)
class Face:
    """The upright face of a bank: towards the light along a, or away from it along b."""

    brush: Brush
    lit: bool

    def at(self, along: float, z: float = 0.0, out: float = 0.0) -> Point:
        """A point of the face, `out` tiles before it."""
        if self.lit:
            return project(along, FRONT + out, z)
        return project(FRONT + out, along, z)

    @property
    def tone(self) -> Colour:
        earth = mix(loess_tone(self.brush.season), EARTH, 0.3)
        return mix(earth, PAPER, 0.08) if self.lit else mix(earth, INK, 0.22)

    def shape(self, *points: tuple[float, float]) -> list[Point]:
        return [self.at(*point) for point in points]


def yaodong(brush: Brush, *, shut: bool = False, lit: bool = True) -> None:
    """Three cave rooms side by side in a bank, with a swept yard before them."""
    face = Face(brush, lit)
    if not shut:  # nobody sweeps before a closed door
        yard = mix(loess_tone(brush.season), brush.season.path, 0.62)
        middle = face.at(1.5, 0, 0.42)
        tilt = 1 if lit else -1
        with brush.moved(*middle):
            brush.canvas.concat(skia.Matrix.MakeAll(1, 0, 0, 0.5 * tilt, 1, 0, 0, 0, 1))
            brush.fill(blob(0, 0, 54, 11, ("yard", lit), 15, 0.12), yard, 0.92)
    _shadow(face, [(0.0, HIGH), (LONG, HIGH)])
    rim = _rim(face, 0.0, LONG, lambda _along: HIGH, "mid")
    body = [*rim, face.at(LONG), face.at(0)]
    brush.fill(body, face.tone)
    _bedding(face, body, 0.0, LONG, "mid")
    _plaster(face, shut=shut)
    for number, along in enumerate(_MOUTHS):
        _mouth(face, along, shut=shut, door=number != 2 * lit, number=number)
    _eaves(face)
    _brow(face, rim, 0.0, LONG, "mid")
    _chimney(face, 2.0)
    if not shut:
        _maize_on_strings(face, 1.04)
        _jar(brush, *face.at(2.02, 0, 0.2))


def bank_end(brush: Brush, *, lit: bool) -> None:
    """Where a bank runs out: to the left its lit face comes down, to the right its shaded one.

    The origin stands where the row ends.
    """
    face = Face(brush, lit)
    with brush.moved(*(-part for part in face.at(0))):

        def height(along: float) -> float:
            share = max(0.0, 1 + along / RUN_OUT)
            return HIGH * (share * share * (3 - 2 * share)) ** 0.8

        _shadow(face, [(-RUN_OUT, 0.0), (-RUN_OUT / 2, height(-RUN_OUT / 2)), (0.0, HIGH)])
        rim = _rim(face, -RUN_OUT, 0.0, height, "end")
        body = [*rim, face.at(0), face.at(-RUN_OUT)]
        brush.fill(body, face.tone)
        _bedding(face, body, -RUN_OUT, 0.0, "end")
        _brow(face, rim, -RUN_OUT, 0.0, "end")
        dice = Dice("talus", lit)
        for _ in range(7):  # earth that slid down, and grass on it
            x, y = face.at(dice.span(-RUN_OUT, -0.2), 0, dice.span(0.02, 0.2))
            brush.fill(blob(x, y, dice.span(3, 7), dice.span(1.2, 2.2), ("clod", x), 8, 0.25),
                       mix(face.tone, brush.season.path, 0.3))  # fmt: skip
            tuft(brush, x + 3, y, dice)


def _shadow(face: Face, tops: list[tuple[float, float]]) -> None:
    """Before the face that is turned from the light."""
    if face.lit:
        return
    near = [face.at(along) for along, _ in tops]
    far = [face.at(along, 0, 0.62 * z / HIGH) for along, z in reversed(tops)]
    face.brush.shade([*near, *far])


def _rim(face: Face, start: float, end: float, height: object, key: str) -> list[Point]:
    """The weathered edge, from one end to the other; even at both, so that pieces meet."""
    dice = Dice("rim", key, face.lit)
    steps = round(6 * (end - start))
    points = []
    for step in range(steps + 1):
        along = start + (end - start) * step / steps
        off = 4.4 * (dice.unit() - 0.55) if 0 < step < steps else 0.0
        points.append(face.at(along, height(along) + off))  # type: ignore[operator]
    return points


def _bedding(face: Face, body: list[Point], start: float, end: float, key: str) -> None:
    """What rain and time draw on a face: layers across it, channels down it."""
    brush, tone, dice = face.brush, face.tone, Dice("bedding", key, face.lit)
    with brush.inside(body):
        for z in (8.0, 20.0, 31.0):
            for _ in range(3):
                along = dice.span(start, end)
                long = dice.span(0.3, 0.9)
                layer = [face.at(along + long * k / 3, z + dice.span(-1.4, 1.4)) for k in range(4)]
                brush.line(layer, 0.8, mix(tone, EARTH_DEEP, 0.45), 0.6)
        for _ in range(int(17 * (end - start))):
            along, z = dice.span(start, end), dice.span(4, HIGH)
            drop = dice.span(3, 8)
            stroke = [face.at(along, z), face.at(along + 0.012, z - drop)]
            brush.line(stroke, 0.7, mix(tone, INK, 0.3), 0.7)
        for _ in range(int(2 * (end - start))):  # a channel where the rain comes over the rim
            along = dice.span(start + 0.1, end - 0.1)
            gouge = [face.at(along + dice.span(-0.05, 0.05), HIGH * share) for share in
                     (1.05, 0.86, 0.7, 0.56)]  # fmt: skip
            brush.line(gouge, 1.7, mix(tone, INK, 0.34), 0.8)
    foot = [face.at(start), face.at(end)]
    brush.line(foot, 1.0, mix(tone, INK, 0.5))


def _plaster(face: Face, *, shut: bool) -> None:
    """The part about the mouths, smoothed with clay."""
    brush = face.brush
    clay = mix(face.tone, WALL, 0.1 if shut else 0.3)
    dice = Dice("plaster", face.lit)
    top = [face.at(0.12 + 2.76 * k / 9, 28.5 + dice.span(-0.8, 0.8)) for k in range(10)]
    patch = [face.at(0.08), *top, face.at(2.92)]
    brush.fill(patch, clay)
    brush.line(patch, 0.7, mix(face.tone, INK, 0.3), 0.7)


def _arch(face: Face, along: float, half: float, spring: float, rise: float) -> list[Point]:
    points = [face.at(along - half)]
    for step in range(13):
        turn = math.pi * (1 - step / 12)
        points.append(face.at(along + half * math.cos(turn), spring + rise * math.sin(turn)))
    points.append(face.at(along + half))
    return points


def _mouth(face: Face, along: float, *, shut: bool, door: bool, number: int) -> None:
    """A plastered arch; within it a door or a low wall, and a lattice pasted with paper."""
    brush = face.brush
    plaster = mix(WALL, EARTH, 0.35 if shut else 0.08)
    plaster = plaster if face.lit else mix(plaster, INK, 0.18)
    brush.cut(_arch(face, along, _ARCH + 0.06, _SPRING, _RISE + 2.8), plaster, 1.0, wobble=0.1)
    mouth = _arch(face, along, _ARCH, _SPRING, _RISE)
    brush.cut(mouth, mix(OLD_WOOD, INK, 0.2), 0.9, wobble=0)
    with brush.inside(mouth):
        if shut:
            _boarded(face, along)
        else:
            _lattice(face, along, door=door)
    if door and not number and not brush.snow and not shut:
        for post in (along - 0.21, along + 0.17):
            brush.fill(face.shape((post, 1), (post + 0.045, 1), (post + 0.045, 8), (post, 8)),
                       CINNABAR)  # fmt: skip
    brush.line(mouth, 0.9, closed=True, wobble=0)


def _lattice(face: Face, along: float, *, door: bool) -> None:
    brush = face.brush
    left, right = along - _ARCH, along + _ARCH
    paper = PAPER if face.lit else mix(PAPER, INK, 0.16)
    brush.fill(face.shape((left, 8.5), (right, 8.5), (right, 26), (left, 26)), paper)
    for share in (-0.6, -0.2, 0.2, 0.6):
        at = along + _ARCH * share
        brush.line(face.shape((at, 8.5), (at, 23)), 0.6, OLD_WOOD)
    for z in (12.5, 16.5):
        brush.line(face.shape((left, z), (right, z)), 0.6, OLD_WOOD)
    if not door:
        sill = mix(face.tone, WALL, 0.35)
        brush.fill(face.shape((left, 0), (right, 0), (right, 8.5), (left, 8.5)), sill)
    brush.line(face.shape((left, 8.5), (right, 8.5)), 1.0)
    if door:
        leaf = mix(EARTH_DEEP, LOAM, 0.4)
        brush.cut(face.shape((along - 0.13, 0), (along + 0.13, 0), (along + 0.13, 14.5),
                             (along - 0.13, 14.5)), leaf, 0.8, wobble=0)  # fmt: skip
        brush.line(face.shape((along, 0), (along, 14.5)), 0.6)


def _boarded(face: Face, along: float) -> None:
    """The whole mouth nailed up with weathered planks."""
    brush = face.brush
    left, right = along - _ARCH, along + _ARCH
    for plank in range(6):
        low, high = plank * 4.0, plank * 4.0 + 3.4
        tone = mix(OLD_WOOD, ASH, (0.62, 0.48, 0.7, 0.55, 0.66, 0.5)[plank])
        tone = tone if face.lit else mix(tone, INK, 0.16)
        brush.cut(face.shape((left, low), (right, low + 0.5), (right, high + 0.5), (left, high)),
                  tone, 0.7, wobble=0)  # fmt: skip
    brush.line(face.shape((along - 0.17, 1), (along + 0.19, 20)), 2.6, mix(EARTH_DEEP, INK, 0.25),
               wobble=0)  # fmt: skip


def _eaves(face: Face) -> None:
    """A row of tiles over the clay, to throw off the rain."""
    brush, z = face.brush, 31.0
    brush.shade(face.shape((0.1, z), (2.9, z), (2.9, z - 4.5), (0.1, z - 4.5)), 0.16)
    brush.line(face.shape((0.08, z), (2.92, z)), 2.6, mix(TILE_DEEP, face.tone, 0.25), wobble=0.2)
    for tile in range(19):
        along = 0.14 + 2.72 * tile / 18
        brush.line(face.shape((along, z + 0.6), (along, z - 1.6)), 0.6, mix(TILE_DEEP, INK, 0.5))


def _brow(face: Face, rim: list[Point], start: float, end: float, key: str) -> None:
    """The rim: a dark edge, grass that hangs over it, snow that lies on it."""
    brush, dice = face.brush, Dice("brow", key, face.lit)
    low, high = (2.5, 8.0) if brush.snow else (1.5, 3.4)
    back = [(x, y - dice.span(low, high)) for x, y in rim[1:-1]]
    lip = [rim[0], *back, rim[-1], *reversed(rim[1:-1])]
    brush.fill(lip, SNOW if brush.snow else mix(face.tone, PAPER, 0.3), 0.95)
    brush.line(rim, 1.2)
    for _ in range(int(4 * (end - start))):
        x, y = rim[int(dice.unit() * len(rim)) % len(rim)]
        tuft(brush, x + dice.span(-3, 3), y + 1.4, dice)


def _chimney(face: Face, along: float) -> None:
    """The flue of a bed, a stub of bricks on the land above."""
    brush = face.brush
    x, y = face.at(along, HIGH, -0.14)
    brick = mix(face.tone, EARTH_DEEP, 0.35)
    brush.cut([(x - 2.6, y), (x - 2.6, y - 7), (x + 2.6, y - 7), (x + 2.6, y)], brick, 0.8)
    brush.fill([(x + 0.4, y), (x + 0.4, y - 7), (x + 2.6, y - 7), (x + 2.6, y)], INK, 0.2)
    brush.oval(x, y - 7, 2.6, 1.1, SNOW if brush.snow else mix(INK, EARTH_DEEP, 0.3), 0.7)


def _maize_on_strings(face: Face, along: float) -> None:
    """Cobs hung up between the doors; only in autumn."""
    if face.brush.season.name != "autumn":
        return
    for string in range(2):
        x, y = face.at(along + 0.1 * string - 0.05, 20)
        for cob in range(4):
            face.brush.oval(x + 0.8 * (cob % 2), y + 2.6 * cob, 1.2, 1.7, GOLD, 0.5)


def _jar(brush: Brush, x: float, y: float) -> None:
    """A water jar by the door."""
    brush.shade(blob(x + 4, y, 7, 2, "jar", 8))
    jar = skia.Path()
    jar.moveTo(x - 3, y)
    jar.cubicTo(x - 7, y - 3, x - 5, y - 9, x - 3, y - 9.6)
    jar.lineTo(x + 3, y - 9.6)
    jar.cubicTo(x + 5, y - 9, x + 7, y - 3, x + 3, y)
    jar.close()
    brush.cut(jar, mix(LOAM, TILE_DEEP, 0.35), 0.9, wobble=0)
    brush.oval(x, y - 9.6, 3.2, 1.2, mix(INK, TILE_DEEP, 0.4), 0.8)
