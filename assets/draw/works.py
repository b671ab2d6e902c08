"""The campaign's works: furnaces, the dam in four stages, the bridges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from .canvas import Brush, Dice, Point, blob, curve, project, rectangle
from .pigments import (
    ASH,
    BRICK,
    CINNABAR,
    EARTH,
    EARTH_DEEP,
    EMBER,
    FLAME,
    FROST,
    INDIGO,
    INK,
    LOAM,
    PAPER,
    RIVER_DEEP,
    SNOW,
    TILE_DEEP,
    Colour,
    mix,
)  # fmt: skip
from .smoke import FURNACE_SMOKE, smoke

if TYPE_CHECKING:
    from collections.abc import Callable

FURNACE_AT = (0.5, 0.5)
FURNACE_FOOT = _FOOT = 16.2
_TALL, _MOUTH = 43.2, 8.64


def furnace(brush: Brush, *, lit: bool, frame: int = 0) -> None:
    """A backyard furnace of earth and brick on one tile; lit, its plume belongs to it."""
    x, y = project(*FURNACE_AT)
    brush.shade([(x, y + _FOOT * 0.5), (x + _FOOT * 2.3, y - _FOOT * 0.2),
                 (x + _FOOT * 2.6, y - _FOOT * 0.8), (x + 4, y - _FOOT * 0.5)])  # fmt: skip
    brush.oval(x, y + 1, _FOOT * 1.5, _FOOT * 0.72, mix(LOAM, ASH, 0.3), 0.9)
    clay = mix(EARTH, BRICK, 0.45) if lit else mix(EARTH, ASH, 0.45)
    _furnace_body(brush, x, y, clay, lit=lit)
    brush.oval(x, y - _TALL, _MOUTH, _MOUTH * 0.42, mix(INK, EMBER, 0.35 if lit else 0), 1.1)
    for level in (0.38, 0.72):
        half = _FOOT + (_MOUTH - _FOOT) * level * 0.95
        hoop = curve((x - half, y - _TALL * level), (x, y - _TALL * level + half * 0.6),
                     (x + half, y - _TALL * level))  # fmt: skip
        brush.line(hoop, 1.5, TILE_DEEP)
    _fire_hole(brush, x - _FOOT * 0.3, y + _FOOT * 0.18, frame, lit=lit)
    if lit:
        smoke(brush, x, y - _TALL - 2, frame, puffs=12, height=114, drift=28, colour=FURNACE_SMOKE,
              alpha=0.92, key="furnace")  # fmt: skip


def _furnace_body(brush: Brush, x: float, y: float, clay: Colour, *, lit: bool) -> None:
    body = skia.Path()
    body.moveTo(x - _FOOT, y)
    body.arcTo(skia.Rect.MakeLTRB(x - _FOOT, y - _FOOT / 2, x + _FOOT, y + _FOOT / 2), 180, -180,
               False)  # fmt: skip
    body.quadTo(x + _MOUTH * 1.1, y - _TALL * 0.6, x + _MOUTH, y - _TALL)
    body.lineTo(x - _MOUTH, y - _TALL)
    body.quadTo(x - _MOUTH * 1.1, y - _TALL * 0.6, x - _FOOT, y)
    body.close()
    brush.fill(body, clay)
    with brush.inside(body):
        brush.fill([(x + _FOOT * 0.2, y + _FOOT), (x + _FOOT * 1.3, y + _FOOT),
                    (x + _FOOT * 1.3, y - _TALL), (x + _MOUTH * 0.3, y - _TALL)],
                   mix(clay, INK, 0.28))  # fmt: skip
        dice, joint = Dice("bricks"), mix(clay, INK, 0.4)
        for course in range(8):
            level = y - course * _TALL / 8 + 3
            sag = curve(
                (x - _FOOT, level - 3), (x, level + _FOOT * 0.5 - 1), (x + _FOOT, level - 3)
            )
            brush.line(sag, 0.55, joint, 0.7)
            for _ in range(3):
                u = x + dice.span(-_FOOT, _FOOT)
                brush.line([(u, level), (u, level + 4)], 0.5, joint, 0.6)
        if not lit:
            crack = [(x - 3, y - _TALL), (x - 1, y - _TALL * 0.7), (x - 4, y - _TALL * 0.5),
                     (x - 1, y - _TALL * 0.28)]  # fmt: skip
            brush.line(crack, 1, mix(clay, INK, 0.65))
        if brush.snow and not lit:
            top = y - _TALL
            brush.fill([(x - _FOOT, top - 3), (x + _MOUTH, top - 3), (x + _MOUTH, top + 3),
                        (x, top + 2), (x - _MOUTH, top + 7)], SNOW, 0.9)  # fmt: skip
    brush.line(body, 1.3, closed=True)


def _fire_hole(brush: Brush, x: float, y: float, frame: int, *, lit: bool) -> None:
    hole = skia.Path()
    hole.moveTo(x - 5.4, y + 3)
    hole.lineTo(x - 5.4, y - 5.4)
    hole.quadTo(x, y - 11.9, x + 5.4, y - 4.3)
    hole.lineTo(x + 5.4, y + 4.5)
    hole.close()
    if not lit:
        brush.cut(hole, INK, 1.2)
        return
    brush.cut(hole, mix(CINNABAR, EMBER, 0.35), 1.2)
    lick = (0, 1, 0.4, 1.4, 0.2, 0.9, 0.5, 1.2)[frame % 8]
    brush.fill([(x - 3, y + 2.5), (x - 2, y - 3), (x, y - 6.5 - lick), (x + 2, y - 2),
                (x + 3, y + 3)], EMBER)  # fmt: skip
    brush.fill([(x - 1.5, y + 2.8), (x, y - 3), (x + 1.6, y + 3)], FLAME)


# ---- the dam: rammed earth along a, on 6 x 3 tiles, in four stages

_DAM_LENGTH, _DAM_HEIGHT, _CREST, _SLOPE = 5.2, 24.0, (0.55, 1.2), 1.2
_DAM_START = 0.4
DAM_STAGES = ((0.3, 0.45), (0.55, 0.75), (0.8, 1.0), (1.0, 1.0))  # share of length, of height


def dam(brush: Brush, stage: int) -> None:
    length, height = DAM_STAGES[stage]
    finished = stage == len(DAM_STAGES) - 1
    rise = _DAM_HEIGHT * height
    start, end = _DAM_START, _DAM_START + _DAM_LENGTH * length
    back, front = _CREST
    earth = mix(EARTH, ASH, 0.2)
    if brush.snow:
        earth = mix(earth, FROST, 0.22)

    def slope(a: float, up: float) -> Point:
        """The front slope: up 0 at the toe, 1 at the crest."""
        return project(a, front + _SLOPE * height * (1 - up), rise * up)

    spread = 0.5 if finished else 0.4
    toe_start, toe_end = start - 0.35, end + spread
    brush.shade([project(end, front + 0.4), project(end + spread + 0.9, front - 0.3),
                 project(end + spread + 0.5, back - 0.4), project(end, back)], 0.16)  # fmt: skip
    face = [slope(toe_start, 0), slope(toe_end, 0), slope(end, 1), slope(start, 1)]
    brush.fill(face, mix(earth, INK, 0.05))
    _rammed_face(brush, face, slope, (toe_start, toe_end), earth)
    brush.line(face, 1.2, closed=True)
    crest = rectangle(start, back, end, front, rise)
    brush.cut(crest, mix(earth, PAPER, 0.7 if brush.snow else 0.4), 1.1)
    brush.cut([project(end, back, rise), project(end, front, rise), slope(toe_end, 0),
               project(toe_end, back)], mix(earth, INK, 0.27), 1.1)  # fmt: skip
    if stage:
        _sluice(brush, slope, (start + end) / 2)
    if not finished:
        _building_site(brush, start, end, rise)


def _rammed_face(
    brush: Brush, face: list[Point], slope: Callable[[float, float], Point],
    span: tuple[float, float], earth: Colour,
) -> None:  # fmt: skip
    """Tamped layers, chisel marks, and a toe of rough stones."""
    dice, (start, end) = Dice("dam"), span
    with brush.inside(face):
        for layer in range(1, 9):
            up = layer / 9
            line = [slope(start + (end - start) * k / 9, up + dice.span(-0.006, 0.006))
                    for k in range(10)]  # fmt: skip
            brush.line(line, 0.8, mix(earth, INK, 0.33), 0.75)
        for _ in range(int(11 * (end - start))):
            x, y = slope(dice.span(start, end), dice.span(0.35, 0.95))
            tone = mix(earth, PAPER, 0.4) if dice.unit() < 0.5 else mix(earth, INK, 0.3)
            brush.line([(x, y), (x + 2, y + 1)], 0.8, tone, 0.7)
        for stone in range(int(14 * (end - start))):
            x, y = slope(dice.span(start, end), dice.unit() * 0.28)
            grey = mix(ASH, PAPER, dice.span(0.15, 0.45))
            brush.cut(blob(x, y, 4.2, 2.7, ("stone", stone), 7, 0.2), grey, 0.7)


def _sluice(brush: Brush, slope: Callable[[float, float], Point], a: float) -> None:
    frame = [slope(a - 0.4, 0), slope(a + 0.4, 0), slope(a + 0.4, 0.52), slope(a - 0.4, 0.52)]
    mouth = [slope(a - 0.26, 0.02), slope(a + 0.26, 0.02), slope(a + 0.26, 0.4),
             slope(a - 0.26, 0.4)]  # fmt: skip
    brush.cut(frame, mix(ASH, PAPER, 0.3), 1.1)
    brush.cut(mouth, mix(INK, INDIGO, 0.3), 1)


def _building_site(brush: Brush, start: float, end: float, rise: float) -> None:
    """Stakes for what is still to be built, and the work teams' flags."""
    b = sum(_CREST) / 2
    stakes = 1 + int((_DAM_START + _DAM_LENGTH - end - 0.7) / 0.42)
    for stake in range(max(0, stakes)):
        x, y = project(end + 0.9 + stake * 0.42, b + 0.3)
        brush.line([(x, y + 4), (x, y - 12)], 1.5, EARTH_DEEP)
    if stakes > 1:
        ends = (end + 0.9, end + 0.9 + (stakes - 1) * 0.42)
        brush.line([project(a, b + 0.3, 9) for a in ends], 1.1, EARTH_DEEP)
    for share in (0.2, 0.75):
        x, y = project(start + (end - start) * share, _CREST[0] + 0.1, rise)
        brush.line([(x, y), (x, y - 19)], 1.1, EARTH_DEEP)
        cloth = mix(CINNABAR, ASH, 0.4) if brush.snow else CINNABAR
        brush.cut([(x, y - 19), (x + 9, y - 16.5), (x, y - 13)], cloth, 0.8)


# ---- bridges: three tiles long, one wide

_SPANS, _DECK = 3, 7


def bridge(brush: Brush, axis: str) -> None:
    """A stone bridge of three low arches, along a or along b."""

    def at(along: float, across: float, z: float = 0) -> Point:
        return project(along, across, z) if axis == "a" else project(across, along, z)

    near, far = 0.8, 0.2
    stone = mix(ASH, INK, 0.1) if axis == "a" else mix(ASH, INK, 0.26)
    brush.cut(
        [at(0, near), at(_SPANS, near), at(_SPANS, near, _DECK), at(0, near, _DECK)], stone, 1.2
    )
    for span in range(_SPANS):
        left, right = at(span + 0.18, near, -5), at(span + 0.82, near, -5)
        top = at(span + 0.5, near, 11)
        arch = curve(left, top, right)
        arch.close()
        brush.cut(arch, mix(RIVER_DEEP, INK, 0.5), 1)
    deck = [at(-0.1, far, _DECK), at(_SPANS + 0.1, far, _DECK), at(_SPANS + 0.1, near, _DECK),
            at(-0.1, near, _DECK)]  # fmt: skip
    brush.cut(deck, mix(ASH, PAPER, 0.6 if brush.snow else 0.45), 1.2)
    for slab in range(_SPANS * 4):
        ends = [at(slab / 4, far + 0.02, _DECK), at(slab / 4, near - 0.02, _DECK)]
        brush.line(ends, 0.6, ASH)
    for side in (far, near):
        brush.line([at(0, side, _DECK + 6), at(_SPANS, side, _DECK + 6)], 1.8, ASH)
        for post in range(_SPANS * 2 + 1):
            foot = at(post / 2, side, _DECK)
            brush.line([foot, (foot[0], foot[1] - 7)], 1.6, mix(ASH, INK, 0.3))
