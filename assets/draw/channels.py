"""Canals of one tile's width: dug and dry, or carrying water, for each way they can lead on.

The mask tells to which sides the canal goes on: nw 1 (a - 1), ne 2 (b - 1), se 4 (a + 1), sw 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .canvas import Brush, Dice, Point, polygon, project, union
from .pigments import EARTH, EARTH_DEEP, INDIGO, INK, PAPER, RIVER_DEEP, SNOW, mix

if TYPE_CHECKING:
    import skia

NW, NE, SE, SW = 1, 2, 4, 8
HALF, BANK, DROP = 0.2, 0.11, 6  # half the width, the spoil beside it, pixels down to the bed


def _channel(mask: int, half: float, lower: float = 0.0, on: float = 0.02) -> skia.Path:
    """The union of a middle square and an arm to each side that leads on, `on` past the tile."""
    low, high = 0.5 - half, 0.5 + half
    arms = [(low, low, high, high)]
    arms += [(-on, low, 0.5, high)] * bool(mask & NW) + [(low, -on, high, 0.5)] * bool(mask & NE)
    arms += [(0.5, low, 1 + on, high)] * bool(mask & SE)
    arms += [(low, 0.5, high, 1 + on)] * bool(mask & SW)

    def piece(a0: float, b0: float, a1: float, b1: float) -> skia.Path:
        corners = [project(a0, b0, -lower), project(a1, b0, -lower), project(a1, b1, -lower),
                   project(a0, b1, -lower)]  # fmt: skip
        return polygon(corners)

    return union([piece(*arm) for arm in arms])


def canal(brush: Brush, mask: int, *, wet: bool) -> None:
    """A cut ditch with its spoil thrown up on both sides."""
    season, dice = brush.season, Dice("canal", mask)
    spoil = mix(mix(EARTH, EARTH_DEEP, 0.3), season.path, 0.35)
    banks, cut = _channel(mask, HALF + BANK), _channel(mask, HALF)
    brush.fill(banks, spoil)
    brush.line(banks, 0.8, mix(spoil, INK, 0.35), 0.8, closed=True, wobble=0)
    with brush.inside(banks):
        for _ in range(14):
            x, y = project(dice.unit(), dice.unit())
            brush.line([(x - 1.2, y), (x + 1.2, y - 0.4)], 0.8, mix(spoil, INK, 0.28), 0.7)
        if brush.snow:
            brush.fill(_channel(mask, HALF + BANK, -2.5), SNOW, 0.5)
    face = mix(season.bank, EARTH_DEEP, 0.3)
    brush.fill(cut, face)
    depth = DROP * (0.75 if wet else 1.0)
    with brush.inside(cut):
        for step in range(13):
            for spot in ((step / 12, 0.5 - HALF), (0.5 - HALF, step / 12)):
                x, y = project(*spot)
                brush.line([(x, y + 0.5), (x + 0.3, y + depth - 1)], 0.7, mix(face, INK, 0.3), 0.7)
        bed = _channel(mask, HALF, depth, 0.5)
        brush.fill(bed, season.water if wet else mix(spoil, EARTH_DEEP, 0.45))
        with brush.inside(bed):
            _bed(brush, dice, wet=wet)
            if wet:
                brush.line(bed, 3, mix(season.water, RIVER_DEEP, 0.42), closed=True, wobble=0)
    _rims(brush, mask, mix(season.bank, INK, 0.5))


def _bed(brush: Brush, dice: Dice, *, wet: bool) -> None:
    season = brush.season
    for _ in range(5 if wet else 6):
        x, y = project(dice.span(0.15, 0.9), dice.span(0.15, 0.9))
        if wet:
            tone = season.water_light if dice.unit() < 0.65 else mix(season.water, INDIGO, 0.45)
            brush.line([(x - 4, y + 2), (x, y + 0.6), (x + 5, y - 2)], 0.8, tone, 0.85)
        else:
            dry = mix(EARTH_DEEP, PAPER if dice.unit() < 0.4 else INK, 0.3)
            brush.line([(x - 2, y), (x + 2, y - 0.6)], 0.8, dry, 0.7)


def _rims(brush: Brush, mask: int, ink: str) -> None:
    """The cut edges, left open where the canal leads on."""
    low, high = 0.5 - HALF, 0.5 + HALF
    ends: list[tuple[Point, Point]] = []
    for bit, along_a, near in ((NW, True, True), (SE, True, False), (NE, False, True),
                               (SW, False, False)):  # fmt: skip
        out = -0.02 if near else 1.02
        square = low if near else high
        if mask & bit:
            pairs = [((out, side), (square, side)) for side in (low, high)]
        else:
            pairs = [((square, low), (square, high))]
        ends += pairs if along_a else [((v0, u0), (v1, u1)) for (u0, v0), (u1, v1) in pairs]
    for start, end in ends:
        brush.line([project(*start), project(*end)], 1.1, ink, wobble=0)


def staked(brush: Brush, mask: int) -> None:
    """A line of stakes and cord where a canal is to be dug."""
    sides = {NW: (0.0, 0.5), NE: (0.5, 0.0), SE: (1.0, 0.5), SW: (0.5, 1.0)}
    for bit, spot in sides.items():
        if mask & bit:
            brush.line([project(0.5, 0.5, 6), project(*spot, 6)], 0.7, EARTH_DEEP)
    x, y = project(0.5, 0.5)
    brush.shade([(x, y), (x + 6, y - 2.4), (x + 6.6, y - 1.6), (x, y + 1)])
    brush.line([(x, y), (x, y - 9)], 1.4, EARTH_DEEP)
