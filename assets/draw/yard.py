"""The furnace yard beside its furnaces: one half built, and heaps of what is fed to them."""

from __future__ import annotations

import skia

from .canvas import Brush, Dice, blob, curve, project
from .pigments import ASH, BRICK, EARTH, EARTH_DEEP, INK, LOAM, PAPER, SNOW, TILE_DEEP, mix
from .works import FURNACE_AT, FURNACE_FOOT

_RISEN, _TOP = 17.0, 12.6  # height of the ring that stands, and half its width there


def furnace_rising(brush: Brush) -> None:
    """The lower third of a furnace, with the poles and the bricks for the rest."""
    x, y = project(*FURNACE_AT)
    foot = FURNACE_FOOT
    brush.shade([(x, y + foot * 0.5), (x + foot * 1.7, y - foot * 0.05),
                 (x + foot * 1.6, y - foot * 0.4), (x + 4, y - foot * 0.5)])  # fmt: skip
    brush.oval(x, y + 1, foot * 1.5, foot * 0.72, mix(LOAM, ASH, 0.3), 0.9)
    for side in (-1, 1):
        brush.line([(x + side * 15, y - 4), (x + side * 9, y - 38)], 1.5, EARTH_DEEP)
    clay = mix(EARTH, BRICK, 0.3)
    body = skia.Path()
    body.moveTo(x - foot, y)
    body.arcTo(skia.Rect.MakeLTRB(x - foot, y - foot / 2, x + foot, y + foot / 2), 180, -180,
               False)  # fmt: skip
    body.lineTo(x + _TOP, y - _RISEN)
    body.lineTo(x - _TOP, y - _RISEN)
    body.close()
    brush.fill(body, clay)
    with brush.inside(body):
        brush.fill([(x + foot * 0.2, y + foot), (x + foot * 1.3, y + foot),
                    (x + foot * 1.3, y - _RISEN), (x + _TOP * 0.4, y - _RISEN)],
                   mix(clay, INK, 0.28))  # fmt: skip
        dice, joint = Dice("rising"), mix(clay, INK, 0.4)
        for course in range(4):
            level = y - course * _RISEN / 4 + 2
            sag = curve((x - foot, level - 3), (x, level + foot * 0.5 - 1), (x + foot, level - 3))
            brush.line(sag, 0.55, joint, 0.7)
            for _ in range(4):
                u = x + dice.span(-foot, foot)
                brush.line([(u, level), (u, level + 4)], 0.5, joint, 0.6)
    brush.line(body, 1.3, closed=True)
    brush.oval(x, y - _RISEN, _TOP, _TOP * 0.42, mix(LOAM, INK, 0.45), 1.1)
    brush.oval(x + 1, y - _RISEN + 1.6, _TOP - 3.4, (_TOP - 3.4) * 0.34, mix(LOAM, INK, 0.7), 0.7)
    brush.line([(x - 10.4, y - 30), (x + 10.4, y - 30)], 1.2, EARTH_DEEP)
    brush.line([(x - 12.6, y - 21.5), (x - 1, y - 16.4)], 1.2, EARTH_DEEP)


def bricks(brush: Brush) -> None:
    """A stack of unburnt bricks."""
    brush.shade(blob(8, 0, 15, 4, "bricks", 9))
    for row in range(3):
        for place in range(3 - (row == 2)):
            left, base = -12 + place * 8 + row * 1.4, -1 - row * 4.4 + place * 3.2
            tone = mix(mix(EARTH, BRICK, 0.5), PAPER, 0.08 * ((row + place) % 3))
            side = [(left, base), (left + 7.4, base + 3), (left + 7.4, base - 1.2),
                    (left, base - 4.2)]  # fmt: skip
            brush.cut(side, tone, 0.8, wobble=0)
            lid = [(left, base - 4.2), (left + 7.4, base - 1.2), (left + 11.6, base - 3.4),
                   (left + 4.2, base - 6.4)]  # fmt: skip
            brush.cut(lid, mix(tone, SNOW if brush.snow else PAPER, 0.45), 0.8, wobble=0)
            end = [(left + 7.4, base + 3), (left + 11.6, base + 0.8), (left + 11.6, base - 3.4),
                   (left + 7.4, base - 1.2)]  # fmt: skip
            brush.cut(end, mix(tone, INK, 0.26), 0.8, wobble=0)


def ore(brush: Brush) -> None:
    """A heap of broken ore and coal, tipped from baskets."""
    brush.shade(blob(10, 0, 16, 4.6, "ore", 9))
    stone = mix(TILE_DEEP, LOAM, 0.45)
    heap = skia.Path()
    heap.moveTo(-15, -1)
    for x, y in ((-12, -6), (-7, -8), (-4, -12), (1, -13), (5, -9), (10, -7), (15, 0), (6, 4)):
        heap.lineTo(x, y)
    heap.quadTo(-4, 5, -15, -1)
    heap.close()
    brush.fill(heap, stone)
    with brush.inside(heap):
        brush.fill([(2, -18), (20, -14), (20, 6), (7, 6)], mix(stone, INK, 0.3))
        dice = Dice("ore")
        for at in range(26):
            u, v = dice.span(-14, 14), dice.span(-12, 4)
            size = dice.span(1.6, 2.6)
            tone = mix(stone, (INK, ASH, BRICK)[at % 3], (0.4, 0.4, 0.35)[at % 3])
            brush.cut(blob(u, v, size, size * 0.8, ("lump", at), 6, 0.2), tone, 0.6, wobble=0)
        if brush.snow:
            brush.fill(blob(-3, -11, 8, 3.4, "ore snow", 8), SNOW, 0.85)
    brush.line(heap, 1.2, closed=True)
