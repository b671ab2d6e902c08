"""Houses of other provinces: the cave dwelling of the loess, and the whitewashed southern house."""

from __future__ import annotations

import math

import skia

from .buildings import raised, stepped_gable, yard_wall
from .canvas import Brush, Dice, Point, blob, project, rectangle
from .nature import round_tree
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
    TILE,
    TILE_DEEP,
    WALL,
    Colour,
    mix,
)  # fmt: skip
from .roofs import (
    OLD_WOOD,
    Block,
    Roof,
    boarded,
    door,
    gable_roof,
    left_window,
    right_window,
    shut_door,
    walls,
)  # fmt: skip
from .slopes import loess_tone

_CAVE = (0.12, 0.1, 2.88, 1.2, 33.0)  # a0, b0, a1, b1, height of the bluff
_ARCH = 0.3  # half the width of a cave's mouth, in tiles


def yaodong(brush: Brush, *, shut: bool = False) -> None:
    """Two cave rooms cut into a bluff of loess, with a swept yard before them."""
    a0, b0, a1, b1, height = _CAVE
    tone = mix(loess_tone(brush.season), EARTH, 0.3)
    yard = mix(loess_tone(brush.season), brush.season.path, 0.5)
    if not shut:  # nobody sweeps before a closed door
        brush.fill(blob(*project(1.55, 1.5), 62, 25, "yard", 13, 0.08), yard, 0.9)
    brush.box_shadow(a0, b0, a1, b1, height * 0.9)
    _bluff(brush, tone)
    for at, key in ((0.72, "l"), (1.62, "r")):
        _cave_mouth(brush, a0 + at, b1, shut=shut, key=key)
    _eaves(brush, tone)
    if not shut:
        _maize_on_strings(brush, a0 + 1.2, b1)
        x, y = project(2.55, 1.72)
        _jar(brush, x, y)


def _edge(start: Point, end: Point, rough: float, key: object, steps: int = 9) -> list[Point]:
    """A line with the wander of weathered earth."""
    dice = Dice("bluff", key)
    points = []
    for step in range(steps + 1):
        share = step / steps
        off = rough * (dice.unit() - 0.5) if 0 < step < steps else 0
        points.append(
            (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + off)
        )
    return points


def _bluff(brush: Brush, tone: Colour) -> None:
    """The block of earth: a face to the left, one to the right, grass on the top."""
    a0, b0, a1, b1, height = _CAVE
    rim = _edge(project(a0, b1, height), project(a1, b1, height), 3, "rim")
    side = _edge(project(a1, b1, height), project(a1 + 0.1, b0, height - 2), 3, "side", 5)
    back = _edge(
        project(a1 + 0.1, b0, height - 2), project(a0 + 0.1, b0 - 0.05, height + 3), 4, "b"
    )
    front = [*rim, project(a1, b1), project(a0 - 0.06, b1)]
    right = [*side, project(a1 + 0.08, b0), project(a1, b1)]
    brush.fill(right, mix(tone, INK, 0.22))
    brush.fill(front, tone)
    dice = Dice("cuts")
    with brush.inside(front):
        for _ in range(34):
            x, y = project(dice.span(a0, a1), b1, dice.span(6, height))
            brush.line([(x, y), (x + 0.5, y + dice.span(2.5, 6))], 0.7, mix(tone, INK, 0.28), 0.7)
    with brush.inside(right):
        for _ in range(14):
            x, y = project(a1 + 0.04, dice.span(b0, b1), dice.span(4, height))
            brush.line([(x, y), (x + 0.4, y + dice.span(3, 7))], 0.7, mix(tone, INK, 0.48), 0.7)
    top = [*rim, *side[1:], *back[1:]]
    grass = mix(loess_tone(brush.season), brush.season.grass, 0.45)
    brush.fill(top, SNOW if brush.snow else grass, 1)
    with brush.inside(top):
        for _ in range(16):
            x, y = project(dice.span(a0, a1), dice.span(b0, b1), height)
            blades = [(x - 1.2, y - 2), (x, y), (x + 1, y - 2.4)]
            brush.line(blades, 0.6, mix(brush.season.grass_dark, INK, 0.3), 0.7)
    for outline in (front, right, top):
        brush.line(outline, 1.2, closed=True)


def _on_wall(a: float, b: float, z: float) -> Point:
    return project(a, b, z)


def _arch(a: float, b: float, half: float, spring: float, rise: float) -> list[Point]:
    """A round-headed opening in the left wall."""
    points = [_on_wall(a - half, b, 0)]
    for step in range(13):
        turn = math.pi * (1 - step / 12)
        points.append(_on_wall(a + half * math.cos(turn), b, spring + rise * math.sin(turn)))
    points.append(_on_wall(a + half, b, 0))
    return points


def _cave_mouth(brush: Brush, a: float, b: float, *, shut: bool, key: str) -> None:
    """A plastered arch; within it a door, and a lattice window pasted with paper."""
    plaster = mix(WALL, EARTH, 0.35 if shut else 0.12)
    brush.cut(_arch(a, b, _ARCH + 0.06, 10.5, 12.5), plaster, 1.0, wobble=0.1)
    mouth = _arch(a, b, _ARCH, 10.5, 9.6)
    brush.cut(mouth, mix(OLD_WOOD, INK, 0.2), 0.9, wobble=0)
    with brush.inside(mouth):
        if shut:
            _boarded(brush, a, b)
        else:
            _lattice_and_door(brush, a, b)
    if key == "l" and not brush.snow and not shut:
        for post in (a - 0.2, a + 0.16):
            brush.fill([_on_wall(post, b, 1), _on_wall(post + 0.04, b, 1),
                        _on_wall(post + 0.04, b, 8), _on_wall(post, b, 8)], CINNABAR)  # fmt: skip
    brush.line(mouth, 0.9, closed=True, wobble=0)


def _lattice_and_door(brush: Brush, a: float, b: float) -> None:
    left, right = a - _ARCH, a + _ARCH
    brush.fill([_on_wall(left, b, 9), _on_wall(right, b, 9), _on_wall(right, b, 24),
                _on_wall(left, b, 24)], PAPER)  # fmt: skip
    for share in (-0.6, -0.2, 0.2, 0.6):
        x = a + _ARCH * share
        brush.line([_on_wall(x, b, 9), _on_wall(x, b, 22)], 0.6, OLD_WOOD)
    for z in (12.5, 16):
        brush.line([_on_wall(left, b, z), _on_wall(right, b, z)], 0.6, OLD_WOOD)
    brush.line([_on_wall(left, b, 9), _on_wall(right, b, 9)], 1.0)
    leaf = mix(EARTH_DEEP, LOAM, 0.4)
    brush.cut([_on_wall(a - 0.13, b, 0), _on_wall(a + 0.13, b, 0), _on_wall(a + 0.13, b, 14),
               _on_wall(a - 0.13, b, 14)], leaf, 0.8, wobble=0)  # fmt: skip
    brush.line([_on_wall(a, b, 0), _on_wall(a, b, 14)], 0.6)


def _boarded(brush: Brush, a: float, b: float) -> None:
    """The whole mouth nailed up with weathered planks."""
    for plank in range(6):
        low, high = plank * 4.0, plank * 4.0 + 3.4
        tone = mix(OLD_WOOD, ASH, (0.62, 0.48, 0.7, 0.55, 0.66, 0.5)[plank])
        brush.cut([_on_wall(a - _ARCH, b, low), _on_wall(a + _ARCH, b, low + 0.5),
                   _on_wall(a + _ARCH, b, high + 0.5), _on_wall(a - _ARCH, b, high)],
                  tone, 0.7, wobble=0)  # fmt: skip
    brush.line([_on_wall(a - 0.17, b, 1), _on_wall(a + 0.19, b, 19)], 2.6,
               mix(EARTH_DEEP, INK, 0.25), wobble=0)  # fmt: skip


def _eaves(brush: Brush, tone: Colour) -> None:
    """A row of tiles under the rim, to throw off the rain."""
    a0, _b0, a1, b1, height = _CAVE
    z = height - 5
    brush.shade([project(a0 + 0.1, b1, z), project(a1 - 0.1, b1, z), project(a1 - 0.1, b1, z - 4),
                 project(a0 + 0.1, b1, z - 4)], 0.16)  # fmt: skip
    brush.line([project(a0 + 0.1, b1, z), project(a1 - 0.1, b1, z)], 2.4, mix(TILE_DEEP, tone, 0.3),
               wobble=0.2)  # fmt: skip


def _maize_on_strings(brush: Brush, a: float, b: float) -> None:
    """Cobs hung up between the doors; only in autumn."""
    if brush.season.name != "autumn":
        return
    for string in range(2):
        x, y = project(a + 0.1 * string - 0.05, b, 20)
        for cob in range(4):
            brush.oval(x + 0.8 * (cob % 2), y + 2.6 * cob, 1.2, 1.7, GOLD, 0.5)


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


# ---- the south


def _white(*, shut: bool) -> Colour:
    return mix(mix(PAPER, WALL, 0.25), ASH, 0.32 if shut else 0.0)


def _damp(brush: Brush, block: Block, key: str) -> None:
    """Grey that climbs the foot of a whitewashed wall."""
    dice = Dice("damp", key)
    grey = mix(block.wall, TILE, 0.34)
    for _ in range(9):
        a, z = dice.span(block.a0, block.a1), dice.span(4, 8)
        brush.fill(
            blob(*project(a, block.b1, z), dice.span(2, 5), 1.6, (key, a), 8, 0.3), grey, 0.5
        )


def house_south(brush: Brush, *, shut: bool = False) -> None:
    """White walls, black tiles, a stepped gable against fire."""
    block = raised(brush, -0.02, 0.22, 2.0, 1.66, 25, 17, _white(shut=shut), ASH)
    _damp(brush, block, "south")
    if shut:
        shut_door(brush, block, 0.68, 0.3, 17)
        boarded(brush, block, 0.2, 12, 0.24, 7)
        boarded(brush, block, 1.2, 12, 0.24, 7)
    else:
        door(brush, block, 0.68, 0.3, 17, mix(LOAM, INK, 0.25), strips=not brush.snow)
        left_window(brush, block, 0.2, 12, 0.24, 7)
        left_window(brush, block, 1.2, 12, 0.24, 7)
        brush.line([project(block.a0 + 0.6, block.b1, 19), project(block.a0 + 1.06, block.b1, 19)],
                   2.6, TILE_DEEP)  # fmt: skip
    gable_roof(brush, block, Roof(16, mix(TILE, TILE_DEEP, 0.35), overhang=0.03, curl=1))
    stepped_gable(brush, block, 31, 7)


def house_south_court(brush: Brush, *, shut: bool = False) -> None:
    """A house round a light-well: white outer walls, the roofs slope inwards, a tree above them."""
    a, b = 0.22, 0.22
    wall, roof = _white(shut=shut), mix(TILE, TILE_DEEP, 0.35)
    brush.fill(rectangle(a + 0.1, b + 0.1, a + 2.45, b + 2.4), mix(ASH, PAPER, 0.4))
    brush.box_shadow(a + 0.1, b + 0.1, a + 2.45, b + 2.4, 20)
    hall = raised(brush, a, b, 2.55, 1.2, 27, 15, wall, ASH, 0.1)
    door(brush, hall, 1.2, 0.3, 16, mix(LOAM, INK, 0.25))
    gable_roof(brush, hall, Roof(16, roof, overhang=0.03, curl=1))
    stepped_gable(brush, hall, 33, 6)
    wing = Block(a + 0.1, b + 1.12, a + 0.85, b + 2.4, 20, wall)
    walls(brush, wing, ASH)
    right_window(brush, wing, 0.4, 8, 0.3, 7)
    gable_roof(brush, wing, Roof(11, roof, ridge="b", overhang=0.04, curl=1))
    round_tree(brush, *project(a + 1.75, b + 1.72), 0.55, "well")
    front = Block(a + 0.85, b + 2.2, a + 2.42, b + 2.4, 19, wall)
    walls(brush, front, ASH)
    _damp(brush, front, "front")
    if shut:
        shut_door(brush, front, 0.5, 0.34, 15)
    else:
        door(brush, front, 0.5, 0.34, 15, mix(LOAM, INK, 0.25), strips=not brush.snow)
    coping = rectangle(front.a0 - 0.03, front.b0 - 0.04, front.a1 + 0.03, front.b1 + 0.04, 19)
    brush.cut(coping, SNOW if brush.snow else TILE_DEEP, 1.0)
    yard_wall(brush, a + 2.32, b + 1.1, a + 2.42, b + 2.3, wall)
