"""The buildings of the village, each with the back corner of its footprint at tile (0, 0)."""

from __future__ import annotations

import skia

from .canvas import Brush, Point, project, rectangle
from .nature import round_tree
from .pigments import (
    ASH,
    BRICK,
    CINNABAR,
    CINNABAR_DEEP,
    EARTH,
    EARTH_DEEP,
    FROST,
    INK,
    LOAM,
    OCHRE,
    PAPER,
    SNOW,
    STRAW,
    TILE,
    TILE_DEEP,
    WALL,
    Colour,
    mix,
)  # fmt: skip
from .roofs import (
    THATCH,
    Block,
    Roof,
    boarded,
    door,
    gable_roof,
    left_panel,
    left_window,
    right_window,
    shut_door,
    walls,
    weathering,
)  # fmt: skip

INSET = 0.16
PLINTH = mix(BRICK, ASH, 0.35)


def raised(
    brush: Brush, a: float, b: float, wide: float, deep: float, height: float, rise: float,
    wall: Colour, base: Colour | None = None, inset: float = INSET,
) -> Block:  # fmt: skip
    """Shadow, walls and weathering of one block; the roof comes after doors and windows."""
    block = Block(a + inset, b + inset, a + wide - inset, b + deep - inset, height, wall)
    brush.box_shadow(block.a0, block.b0, block.a1, block.b1, height + rise * 0.8)
    walls(brush, block, base)
    weathering(brush, block)
    return block


def _thatch_colour(brush: Brush) -> Colour:
    return mix(mix(STRAW, EARTH_DEEP, 0.3), ASH, 0.45 if brush.snow else 0)


def house_thatch(brush: Brush, *, shut: bool = False) -> None:
    mud = mix(EARTH, FROST, 0.2) if brush.snow else EARTH
    block = raised(brush, 0.15, 0.3, 1.7, 1.4, 19, 20, mix(mud, PAPER, 0.25))
    if shut:
        shut_door(brush, block, 0.52, 0.22, 14)
        boarded(brush, block, 1.0, 7, 0.2, 7)
        boarded(brush, block, 0.15, 7, 0.18, 6)
    else:
        door(brush, block, 0.52, 0.22, 14)
        left_window(brush, block, 1.0, 7, 0.2, 7)
        left_window(brush, block, 0.15, 7, 0.18, 6)
    straw = mix(_thatch_colour(brush), ASH, 0.25) if shut else _thatch_colour(brush)
    gable_roof(brush, block, Roof(21, straw, kind=THATCH, overhang=0.14, curl=0))


def house_tile(brush: Brush, *, shut: bool = False) -> None:
    block = raised(brush, 0, 0.2, 2, 1.6, 22, 20, mix(WALL, EARTH, 0.22), PLINTH)
    if shut:
        shut_door(brush, block, 0.66, 0.3, 16)
        boarded(brush, block, 0.2, 8, 0.24, 8)
        boarded(brush, block, 1.16, 8, 0.24, 8)
    else:
        door(brush, block, 0.66, 0.3, 16, strips=not brush.snow)
        left_window(brush, block, 0.2, 8, 0.24)
        left_window(brush, block, 1.16, 8, 0.24)
    right_window(brush, block, 0.5, 9, 0.22, 7)
    gable_roof(brush, block, Roof(20, TILE))


def yard_wall(brush: Brush, a0: float, b0: float, a1: float, b1: float, wall: Colour) -> None:
    block = Block(a0, b0, a1, b1, 12, wall)
    walls(brush, block, PLINTH)
    coping = rectangle(a0 - 0.02, b0 - 0.02, a1 + 0.02, b1 + 0.02, 12)
    brush.cut(coping, SNOW if brush.snow else TILE_DEEP, 0.9)


def house_court(brush: Brush, *, shut: bool = False) -> None:
    """A courtyard house: back hall, left wing, a front wall with its gate, a tree inside."""
    a = b = 0.25
    wall = mix(mix(WALL, EARTH, 0.1), ASH, 0.25 if shut else 0)
    brush.fill(rectangle(a + 0.1, b + 0.1, a + 2.4, b + 2.4), mix(brush.season.path, PAPER, 0.3))
    brush.box_shadow(a + 0.1, b + 0.1, a + 2.4, b + 2.4, 14)
    hall = raised(brush, a, b, 2.5, 1.25, 22, 17, wall, PLINTH, 0.12)
    door(brush, hall, 1.2, 0.26, 15, strips=not (brush.snow or shut))
    left_window(brush, hall, 1.7, 8, 0.24)
    gable_roof(brush, hall, Roof(18, TILE))
    wing = Block(a + 0.12, b + 1.2, a + 0.95, b + 2.38, 17, wall)
    walls(brush, wing, PLINTH)
    right_window(brush, wing, 0.35, 6, 0.3, 7)
    gable_roof(brush, wing, Roof(14, TILE, ridge="b", overhang=0.08, curl=2))
    round_tree(brush, *project(a + 1.62, b + 1.75), 0.62, "court")
    yard_wall(brush, a + 2.28, b + 1.1, a + 2.38, b + 2.38, wall)
    yard_wall(brush, a + 0.95, b + 2.28, a + 1.45, b + 2.38, wall)
    yard_wall(brush, a + 1.95, b + 2.28, a + 2.38, b + 2.38, wall)
    gate = Block(a + 1.42, b + 2.2, a + 1.98, b + 2.42, 19, wall)
    walls(brush, gate)
    leaves = mix(CINNABAR_DEEP, ASH, 0.4) if brush.snow else CINNABAR_DEEP
    if shut:
        shut_door(brush, gate, 0.14, 0.28, 15)
    else:
        door(brush, gate, 0.14, 0.28, 15, leaves)
    gable_roof(brush, gate, Roof(7, TILE, overhang=0.09, curl=2.5))


HALL_ORIGIN = (0.3, 0.0)


def hall_chimney() -> Point:
    """Where the dining hall's kitchen smoke rises, from the back corner of its 4 x 2 footprint."""
    a, b = HALL_ORIGIN
    return project(a + INSET + 2.45, b + INSET + 0.72, 78)


def dining_hall(brush: Brush, *, closed: bool = False) -> None:
    a, b = HALL_ORIGIN
    block = raised(brush, a, b, 3.4, 2, 34, 24, mix(WALL, ASH, 0.12) if closed else WALL, BRICK)
    for at in (0.25, 2.5):
        if closed:
            boarded(brush, block, at, 9, 0.3, 10)
        else:
            left_window(brush, block, at, 9, 0.3, 10)
    if closed:
        shut_door(brush, block, 1.42, 0.42, 18)
    else:
        door(brush, block, 1.42, 0.42, 18, CINNABAR_DEEP)
    board = mix(CINNABAR_DEEP, ASH, 0.55) if closed else CINNABAR_DEEP
    left_panel(brush, block, 1.0, 1.26, 19.5, 28.5, board, 0.8)
    paint = mix(PAPER, ASH, 0.5) if closed else PAPER
    brush.characters("公共食堂", block.a0 + 1.09, block.b1, 21.3, 7.17, 0.29, paint)
    right_window(brush, block, 0.35, 10, 0.3, 9)
    right_window(brush, block, 1.0, 10, 0.3, 9)
    gable_roof(brush, block, Roof(24, mix(TILE, TILE_DEEP, 0.15)))
    _chimney(brush, block.a0 + 2.35, block.b0 + 0.62)


def _chimney(brush: Brush, a: float, b: float) -> None:
    size = 0.2
    with brush.moved(0, -8):
        brush.cut([project(a, b + size, 42), project(a + size, b + size, 42),
                   project(a + size, b + size, 68), project(a, b + size, 68)],
                  BRICK, 1.1)  # fmt: skip
        brush.cut([project(a + size, b, 46), project(a + size, b + size, 42),
                   project(a + size, b + size, 68), project(a + size, b, 68)],
                  mix(BRICK, INK, 0.28), 1.1)  # fmt: skip
        for z in (48, 54, 60):
            brush.line([project(a, b + size, z), project(a + size, b + size, z)], 0.5,
                       mix(BRICK, INK, 0.4), 0.8)  # fmt: skip
        top = rectangle(a - 0.03, b - 0.03, a + size + 0.03, b + size + 0.03, 68)
        brush.cut(top, SNOW if brush.snow else mix(BRICK, INK, 0.5), 1)


def office(brush: Brush) -> None:
    """The brigade office in a former lineage hall: white walls, stepped gables, a flag."""
    wall = mix(PAPER, WALL, 0.4)
    a, b = 0.05, 0.35
    block = Block(a + INSET, b + INSET, a + 2.8 - INSET, b + 1.8 - INSET, 28, wall)
    brush.box_shadow(block.a0, block.b0, block.a1, block.b1, 43)
    walls(brush, block, ASH)
    door(brush, block, 1.0, 0.42, 19, LOAM)
    left_window(brush, block, 0.3, 10, 0.34, 10)
    left_window(brush, block, 1.8, 10, 0.34, 10)
    gable_roof(brush, block, Roof(19, TILE, overhang=0.02, curl=1))
    stepped_gable(brush, block)
    flag(brush, *project(block.a0 + 0.1, block.b1 + 0.45))


def stepped_gable(brush: Brush, block: Block, low: float = 34, rise: float = 9) -> None:
    """The horse-head gable: a wall that climbs over the roof in steps."""
    a = block.a1 + 0.04
    back, front = block.b0 - 0.06, block.b1 + 0.06
    middle, top = low + rise, low + 2 * rise
    steps = [
        (front, block.b1 - 0.32, low), (block.b1 - 0.32, block.b1 - 0.62, middle),
        (block.b1 - 0.62, block.b0 + 0.5, top), (block.b0 + 0.5, block.b0 + 0.22, middle),
        (block.b0 + 0.22, back, low),
    ]  # fmt: skip
    outline = [project(a, front, 0)]
    for start, end, z in steps:
        outline += [project(a, start, z), project(a, end, z)]
    outline.append(project(a, back, 0))
    brush.cut(outline, mix(block.wall, INK, 0.17), 1.2)
    brush.fill([project(a, back, 0), project(a, front, 0), project(a, front, 6),
                project(a, back, 6)], mix(ASH, INK, 0.22))  # fmt: skip
    crest = SNOW if brush.snow else mix(TILE, PAPER, 0.3)
    for start, end, z in steps:
        ends = (start + 0.05, end - 0.05)
        brush.line([project(a, b, z + 1.2) for b in ends], 3.2, TILE_DEEP, wobble=0.1)
        brush.line([project(a, b, z + 2.8) for b in ends], 1, crest, wobble=0.1)
    low, high, start, wide = 14, 23, block.b0 + 0.6, 0.26
    brush.cut([project(a, start, low), project(a, start + wide, low),
               project(a, start + wide, high), project(a, start, high)],
              mix(INK, TILE_DEEP, 0.35), 0.9, wobble=0)  # fmt: skip


def flag(brush: Brush, x: float, y: float) -> None:
    brush.shade([(x, y), (x + 20, y - 8), (x + 21, y - 7), (x, y + 1.4)])
    brush.line([(x, y), (x, y - 62)], 1.6, EARTH_DEEP)
    brush.line([(x - 0.6, y), (x - 0.6, y - 62)], 0.5)
    cloth = skia.Path()
    cloth.moveTo(x, y - 62)
    cloth.quadTo(x + 7, y - 65, x + 12, y - 61)
    cloth.quadTo(x + 17, y - 58, x + 22, y - 61)
    cloth.lineTo(x + 22, y - 48)
    cloth.quadTo(x + 17, y - 45, x + 12, y - 48)
    cloth.quadTo(x + 7, y - 52, x, y - 49)
    cloth.close()
    brush.cut(cloth, mix(CINNABAR, ASH, 0.45) if brush.snow else CINNABAR, 1)


def workshop(brush: Brush) -> None:
    """An open shed on posts, with a bench."""
    a0, b0, a1, b1 = 0.15, 0.4, 1.9, 1.6
    brush.fill(rectangle(a0, b0, a1, b1), mix(brush.season.path, LOAM, 0.25))
    brush.box_shadow(a0, b0, a1, b1, 26)
    back = mix(EARTH, LOAM, 0.4)
    brush.cut([project(a0, b0), project(a1, b0), project(a1, b0, 20), project(a0, b0, 20)], back)
    brush.fill([project(a0, b0), project(a0, b1), project(a0, b1, 20), project(a0, b0, 20)],
               mix(EARTH, LOAM, 0.2))  # fmt: skip
    x, y = project(a0 + 0.8, b0 + 0.6)
    brush.cut([(x - 9, y - 5), (x + 4, y + 1), (x + 4, y + 6), (x - 9, y)], EARTH_DEEP, 0.9)
    brush.cut([(x - 9, y - 5), (x - 3, y - 8), (x + 10, y - 2), (x + 4, y + 1)], EARTH, 0.9)
    for a, b in ((a0, b1), (a1, b1), (a1, b0), ((a0 + a1) / 2, b1)):
        u, v = project(a, b)
        brush.line([(u, v), (u, v - 21)], 2.2, LOAM, wobble=0.1)
    block = Block(a0, b0, a1, b1, 20, mix(EARTH, LOAM, 0.3))
    straw = mix(mix(STRAW, EARTH_DEEP, 0.42), ASH, 0.3 if brush.snow else 0)
    gable_roof(brush, block, Roof(15, straw, kind=THATCH, overhang=0.12, curl=0))


def school(brush: Brush) -> None:
    """A long low house of many windows, and a bell under the eave."""
    wall = mix(WALL, PAPER, 0.3)
    block = raised(brush, 0.05, 0.2, 2.9, 1.6, 23, 17, wall, PLINTH)
    for at in (0.2, 0.66, 1.62, 2.1):
        left_window(brush, block, at, 8, 0.3, 9)
    door(brush, block, 1.14, 0.3, 16, mix(EARTH_DEEP, TILE, 0.3))
    left_panel(brush, block, 1.06, 0.46, 17.6, 21.4, mix(TILE_DEEP, INK, 0.2), 0.8)
    right_window(brush, block, 0.5, 9, 0.3, 8)
    gable_roof(brush, block, Roof(18, mix(TILE, BRICK, 0.12), curl=2))
    x, y = project(block.a0 + 1.28, block.b1 + 0.42)
    brush.shade([(x, y), (x + 12, y - 5), (x + 13, y - 4), (x, y + 1.2)])
    brush.line([(x, y), (x, y - 17)], 1.6, EARTH_DEEP)
    brush.line([(x, y - 17), (x + 6, y - 17)], 1.4, EARTH_DEEP)
    brush.cut([(x + 3, y - 11), (x + 4.4, y - 15.6), (x + 6.2, y - 15.6), (x + 7.6, y - 11)],
              mix(OCHRE, LOAM, 0.4), 0.8)  # fmt: skip
