"""The two-wheeled grain cart, by the way it goes; the light stays where it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .canvas import Brush, Point, blob, project
from .pigments import EARTH, EARTH_DEEP, INK, STRAW, WALL, mix

if TYPE_CHECKING:
    from collections.abc import Callable

WAYS = {"se": ("a", 1), "nw": ("a", -1), "sw": ("b", 1), "ne": ("b", -1)}
_LONG, _WIDE, _LOW, _HIGH = 0.36, 0.17, 6.0, 11.0  # half length and width in tiles; bed in pixels
_WHEEL = 6.2


def grain_cart(brush: Brush, way: str) -> None:
    """A loaded cart on its way along a or b; whoever pulls it stands between the shafts."""
    axis, ahead = WAYS[way]

    def at(along: float, across: float, z: float = 0.0) -> Point:
        return project(along, across, z) if axis == "a" else project(across, along, z)

    side = [at(-_LONG, _WIDE, _LOW), at(_LONG, _WIDE, _LOW), at(_LONG, _WIDE, _HIGH),
            at(-_LONG, _WIDE, _HIGH)]  # fmt: skip
    end = [at(_LONG, -_WIDE, _LOW), at(_LONG, _WIDE, _LOW), at(_LONG, _WIDE, _HIGH),
           at(_LONG, -_WIDE, _HIGH)]  # fmt: skip
    wood, shaded = EARTH, mix(EARTH, INK, 0.24)
    brush.shade(blob(7, 0, 19, 6, "grain cart", 9))
    if ahead < 0:
        _shafts(brush, at, ahead)
    brush.cut(side, wood if axis == "a" else shaded, 1.0, wobble=0)
    brush.cut(end, shaded if axis == "a" else wood, 1.0, wobble=0)
    x, y = at(0, 0, _HIGH)
    for index, (along, rise) in enumerate(((-0.2, 0.0), (0.2, 0.0), (0.0, 4.6))):
        u, v = at(along, 0.0, _HIGH + 2 + rise)
        sack = blob(u, v, 9.4, 5.4, ("grain sack", index), 9, 0.07)
        brush.cut(sack, mix(WALL, STRAW, 0.45), 1.0, wobble=0)
        with brush.inside(sack):
            brush.fill(
                [(u + 3, v - 8), (u + 12, v - 8), (u + 12, v + 8), (u + 1, v + 8)], INK, 0.16
            )
        brush.line(sack, 1.0, closed=True, wobble=0)
    brush.line([(x - 11, y - 2), (x, y - 9), (x + 11, y - 2)], 0.8, EARTH_DEEP)
    _wheel(brush, at)
    if ahead > 0:
        _shafts(brush, at, ahead)


def _shafts(brush: Brush, at: Callable[..., Point], ahead: int) -> None:
    for across in (-_WIDE * 0.8, _WIDE * 0.8):
        ends = [at(ahead * _LONG, across, _LOW + 2), at(ahead * (_LONG + 0.5), across, 9)]
        brush.line(ends, 1.6, EARTH_DEEP, wobble=0)


def _wheel(brush: Brush, at: Callable[..., Point]) -> None:
    """The wheel on the near side, in the plane of the way."""
    reach = _WHEEL / 35.8  # a tile is 35.8 pixels long on the screen
    near = _WIDE + 0.05

    def rim(turn: float, share: float = 1.0) -> Point:
        return at(math.cos(turn) * reach * share, near, _WHEEL * (1 + math.sin(turn) * share))

    ring = [rim(step * math.tau / 24) for step in range(24)]
    brush.line(ring, 2.1, closed=True, wobble=0)
    for spoke in range(6):
        brush.line([at(0, near, _WHEEL), rim(spoke * math.tau / 6)], 0.7, wobble=0)
    brush.oval(*at(0, near, _WHEEL), 1.4, 1.4, INK)
