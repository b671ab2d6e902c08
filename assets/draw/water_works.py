"""Small works of water: the well, the water wheel, the treadle pump."""

from __future__ import annotations

import math

from .canvas import Brush, blob, oval_path, project
from .pigments import (
    ASH,
    EARTH,
    EARTH_DEEP,
    INDIGO,
    INK,
    LOAM,
    PAPER,
    SNOW,
    STRAW,
    mix,
)  # fmt: skip


def well(brush: Brush) -> None:
    """A stone well-head with a windlass and a bucket."""
    brush.shade(blob(9, 0, 15, 4.4, "well", 9))
    brush.oval(0, 1.5, 14, 6.4, mix(brush.season.path, PAPER, 0.3), 0.6)
    stone = mix(ASH, PAPER, 0.3)
    brush.cut([(-9, -1), (-9, -7), (9, -7), (9, -1), (0, 3.6)], stone, 1.0)
    brush.fill([(2, 3), (9, -1), (9, -7), (2, -7)], INK, 0.16)
    brush.oval(0, -7, 9, 3.9, mix(stone, PAPER, 0.35), 1.0)
    brush.oval(0, -7, 6, 2.5, mix(INK, INDIGO, 0.35), 0.8)
    for x in (-8, 8):
        brush.line([(x, -6), (x * 0.8, -22)], 1.6, EARTH_DEEP, wobble=0)
    brush.line([(-9, -19), (9.6, -19)], 2.4, mix(EARTH, LOAM, 0.4), wobble=0)
    brush.line([(9.6, -19), (12, -17), (12, -14.6)], 1.1, EARTH_DEEP, wobble=0)
    brush.line([(0, -19), (0, -9)], 0.6, wobble=0)
    brush.cut([(-2.2, -11.5), (2.2, -11.5), (1.7, -8), (-1.7, -8)], mix(EARTH_DEEP, INK, 0.2), 0.7,
              wobble=0)  # fmt: skip


def water_wheel(brush: Brush) -> None:
    """A bamboo wheel that lifts water from a river to a trough, beside the bank."""
    turn_x, turn_y, radius = 0.0, -27.0, 24.0
    flat = 0.62  # the wheel stands across the screen's diagonal
    brush.shade([(-6, 2), (26, -10), (40, -12), (8, 4)])
    wood, dark = mix(EARTH, STRAW, 0.3), mix(EARTH_DEEP, INK, 0.3)
    brush.line([(-12, 3), (turn_x - 2, turn_y)], 2.2, EARTH_DEEP, wobble=0)
    brush.line([(10, 5), (turn_x + 2, turn_y)], 2.2, mix(EARTH_DEEP, INK, 0.2), wobble=0)
    rim = oval_path(turn_x, turn_y, radius * flat, radius)
    brush.line(rim, 2.4, dark, closed=True, wobble=0)
    brush.line(rim, 1.2, wood, closed=True, wobble=0)
    inner = oval_path(turn_x, turn_y, radius * flat * 0.78, radius * 0.78)
    brush.line(inner, 1.0, dark, closed=True, wobble=0)
    for spoke in range(14):
        turn = spoke * math.tau / 14
        c, s = math.cos(turn), math.sin(turn)
        brush.line([(turn_x, turn_y), (turn_x + c * radius * flat, turn_y + s * radius)], 0.8, dark,
                   wobble=0)  # fmt: skip
        out = (turn_x + c * radius * flat * 1.05, turn_y + s * radius * 1.05)
        brush.line(
            [(out[0] - 2.4, out[1] + 0.6), (out[0] + 2.4, out[1] - 0.8)], 2.2, wood, wobble=0
        )
    brush.oval(turn_x, turn_y, 2.4, 2.8, EARTH_DEEP, 0.9)
    trough = [(-2, -46), (-34, -30), (-34, -27), (-2, -43)]
    brush.cut(trough, wood, 0.9, wobble=0)
    brush.line([(-3, -45.4), (-33, -30.4)], 1.2, brush.season.water, wobble=0)
    brush.line([(-30, -28), (-30, -12)], 1.5, EARTH_DEEP, wobble=0)
    if brush.snow:
        brush.line([(-4, -46.4), (-32, -32)], 1.2, SNOW, wobble=0)


def treadle_pump(brush: Brush) -> None:
    """The dragon-bone pump: a long trough with a chain of boards, trodden from a beam."""
    brush.shade([(-10, 2), (26, -6), (30, -5), (-4, 5)])
    wood, dark = mix(EARTH, STRAW, 0.2), mix(EARTH_DEEP, INK, 0.2)
    start, end = project(0.55, 0.0, 0), project(-0.35, 0.0, 12)
    brush.cut([start, end, (end[0], end[1] + 5), (start[0], start[1] + 5)], wood, 1.0, wobble=0)
    for board in range(9):
        share = (board + 0.5) / 9
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        brush.line([(x, y - 2.4), (x + 1, y + 3)], 1.2, dark, wobble=0)
    for x in (-20, -4):
        brush.line([(x, -2), (x, -30)], 1.6, EARTH_DEEP, wobble=0)
    brush.line([(-22, -25), (-2, -25)], 1.5, EARTH_DEEP, wobble=0)
    brush.line([(-22, -14), (-2, -14)], 2.2, dark, wobble=0)
    for step in range(4):
        x = -19 + 5 * step
        brush.line([(x, -17), (x, -11)], 2.0, wood, wobble=0)
