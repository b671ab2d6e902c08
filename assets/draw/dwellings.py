"""Houses of the south: whitewashed walls, black tiles."""

from __future__ import annotations

from .buildings import raised, stepped_gable, yard_wall
from .canvas import Brush, Dice, blob, project, rectangle
from .nature import round_tree
from .pigments import (
    ASH,
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
