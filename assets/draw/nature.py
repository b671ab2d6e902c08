"""Trees, stumps, reeds, and tiles of forest."""

from __future__ import annotations

import math

import skia

from .canvas import Brush, Dice, arc, blob, chance, oval_path, project, union
from .pigments import (
    ASH,
    BLOSSOM,
    CINNABAR_DEEP,
    DUN,
    EARTH_DEEP,
    FROST,
    INK,
    LEAF,
    LOAM,
    OCHRE,
    PAPER,
    PINE,
    SNOW,
    STRAW,
    mix,
)  # fmt: skip

_LOBES = ((-9, -20, 10), (9, -19, 10), (0, -30, 12), (-5, -25, 10), (6, -27, 10))


def round_tree(
    brush: Brush, x: float, y: float, size: float, key: object, *, blossom: bool = False
) -> None:
    """A broad crown of a few cut lobes; bare in winter."""
    if brush.snow:
        bare_tree(brush, x, y, size, key)
        return
    season, dice = brush.season, Dice("tree", key)
    brush.shade(blob(x + 13 * size, y - 1.5 * size, 17 * size, 6 * size, key, 10, 0.1))
    trunk = [(x - 2.2 * size, y), (x - 1.5 * size, y - 15 * size),
             (x + 1.5 * size, y - 15 * size), (x + 2.2 * size, y)]  # fmt: skip
    brush.cut(trunk, EARTH_DEEP, 0.9)
    leaf, dark, light = season.leaf, season.leaf_shade, season.leaf_light
    if blossom:
        leaf, dark, light = BLOSSOM, mix(BLOSSOM, CINNABAR_DEEP, 0.3), mix(BLOSSOM, PAPER, 0.5)
    leaf = mix(leaf, dark, dice.unit() * 0.35)
    lobes = []
    for dx, dy, radius in _LOBES:
        reach = radius * dice.span(0.93, 1.07)
        lobes.append(oval_path(x + dx * size, y + dy * size, reach * size, reach * 0.86 * size))
    crown = union(lobes)
    brush.fill(crown, leaf)
    with brush.inside(crown):
        brush.fill(blob(x + 9 * size, y - 17 * size, 14 * size, 11 * size, (key, 1), 9), dark, 0.85)
        brush.fill(blob(x - size, y - 10 * size, 15 * size, 5 * size, (key, 2), 9), dark, 0.85)
        brush.fill(blob(x - 6 * size, y - 33 * size, 8 * size, 6 * size, (key, 3), 8), light, 0.8)
        for _ in range(int(12 * size) + 4):
            u, v = x + dice.span(-15, 15) * size, y - dice.span(14, 38) * size
            brush.line(arc(u, v, 2.4, 2, 190, 160), 0.6, mix(dark, INK, 0.35), 0.7)
    brush.line(crown, 1.1, closed=True)


def bare_tree(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    dice = Dice("bare", key)
    brush.shade([(x, y), (x + 22 * size, y - 8 * size), (x + 23 * size, y - 7 * size),
                 (x + 1, y + 1)], 0.14)  # fmt: skip
    bark = mix(mix(LOAM, ASH, 0.35), INK, 0.45)

    def branch(x: float, y: float, angle: float, length: float, width: float, forks: int) -> None:
        end = (x + math.cos(angle) * length, y - math.sin(angle) * length)
        brush.line([(x, y), end], width, bark, wobble=0.5)
        if forks:
            for side in (-1, 1):
                turn = angle + side * dice.span(0.32, 0.62)
                branch(*end, turn, length * dice.span(0.6, 0.75), max(0.6, width * 0.62), forks - 1)

    branch(x, y, math.pi / 2 + dice.span(-0.06, 0.06), 14 * size, 3 * size, 3)


def pine(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    needles = mix(PINE, LEAF, 0.12 + 0.18 * chance("pine", key))
    if brush.snow:
        needles = mix(needles, FROST, 0.18)
    brush.shade(blob(x + 9 * size, y - size, 12 * size, 4.5 * size, key, 9))
    trunk = [(x - 1.6 * size, y), (x - 1.2 * size, y - 9 * size),
             (x + 1.2 * size, y - 9 * size), (x + 1.6 * size, y)]  # fmt: skip
    brush.cut(trunk, LOAM, 0.8)
    for level, half in ((7, 12), (16, 9.5), (25, 6.5)):
        _pine_tier(brush, x, y - level * size, half * size, size, needles)


def _pine_tier(brush: Brush, x: float, y: float, half: float, size: float, needles: str) -> None:
    tier = skia.Path()
    tier.moveTo(x - half, y + 1)
    tier.quadTo(x - half * 0.4, y - 6 * size, x, y - 15 * size)
    tier.quadTo(x + half * 0.4, y - 6 * size, x + half, y + 1)
    tier.quadTo(x, y + 5 * size, x - half, y + 1)
    tier.close()
    brush.fill(tier, needles)
    with brush.inside(tier):
        brush.fill([(x + size, y - 16 * size), (x + half * 1.2, y), (x + half, y + 6),
                    (x + half * 0.1, y + 6)], mix(needles, INK, 0.28))  # fmt: skip
        for stroke in range(3):
            foot = (x - half * 0.7 + stroke * half * 0.6, y + 1)
            tip = (x - half * 0.5 + stroke * half * 0.5, y - 4 * size)
            brush.line([foot, tip], 0.55, mix(needles, INK, 0.4), 0.8)
        if brush.snow:
            brush.fill([(x - half * 0.75, y - size), (x - half * 0.25, y - 8 * size),
                        (x, y - 15 * size), (x + 0.5 * size, y - 9 * size),
                        (x - half * 0.1, y - 4 * size)], SNOW, 0.92)  # fmt: skip
    brush.line(tier, 1, closed=True)


def poplar(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    if brush.snow:
        bare_tree(brush, x, y, size * 1.25, key)
        return
    season, dice = brush.season, Dice("poplar", key)
    brush.shade([(x, y + 1), (x + 24 * size, y - 9 * size), (x + 30 * size, y - 9 * size),
                 (x + 8 * size, y)])  # fmt: skip
    trunk = [(x - 1.4 * size, y), (x - size, y - 12 * size), (x + size, y - 12 * size),
             (x + 1.4 * size, y)]  # fmt: skip
    brush.cut(trunk, DUN, 0.8)
    crown = skia.Path()
    crown.moveTo(x, y - 52 * size)
    crown.cubicTo(
        x + 9 * size, y - 40 * size, x + 9 * size, y - 16 * size, x + 3 * size, y - 8 * size
    )
    crown.quadTo(x, y - 5 * size, x - 3 * size, y - 8 * size)
    crown.cubicTo(x - 9 * size, y - 16 * size, x - 8 * size, y - 40 * size, x, y - 52 * size)
    crown.close()
    brush.fill(crown, mix(season.leaf, season.leaf_light, dice.unit() * 0.6))
    with brush.inside(crown):
        brush.fill([(x + 1, y - 54 * size), (x + 12 * size, y - 50 * size), (x + 12 * size, y),
                    (x, y)], season.leaf_shade, 0.75)  # fmt: skip
        for _ in range(10):
            u, v = x + dice.span(-6, 6) * size, y - dice.span(10, 46) * size
            brush.line([(u, v), (u + 1.6, v - 3)], 0.6, mix(season.leaf_shade, INK, 0.3), 0.8)
    brush.line(crown, 1, closed=True)


def stump(brush: Brush, x: float, y: float, size: float = 1.0) -> None:
    k = size * 1.15
    brush.shade(blob(x + 5 * k, y, 6 * k, 1.9 * k, "stump", 8), 0.16)
    brush.cut([(x - 4.6 * k, y + 0.6), (x - 3.2 * k, y - 1.2 * k), (x - 2.9 * k, y - 5 * k),
               (x + 2.9 * k, y - 5 * k), (x + 3.2 * k, y - 1.2 * k), (x + 4.8 * k, y + 0.6)],
              mix(EARTH_DEEP, ASH, 0.2), 0.8)  # fmt: skip
    brush.oval(x, y - 5 * k, 2.9 * k, 1.5 * k, STRAW, 0.8)
    brush.oval(x, y - 5 * k, 1.1 * k, 0.6 * k, OCHRE)


def reeds(brush: Brush, variant: int) -> None:
    colour = DUN if brush.snow else mix(LEAF, PINE, 0.4)
    for blade in range(7):
        key = ("reed", variant, blade)
        x = (blade - 3) * 3.1 + 2 * (chance(key) - 0.5)
        y = 2.4 * (chance(key, 1) - 0.5)
        tall = 7 + 6 * chance(key, 2)
        brush.line([(x, y + 1), (x + 1.5, y - tall)], 0.9, colour)
        brush.line([(x, y + 1), (x - 2, y - tall * 0.7)], 0.8, mix(colour, INK, 0.2))
        if blade % 3 == 1:
            brush.line([(x + 1.4, y - tall), (x + 1.6, y - tall - 2.6)], 1.5, EARTH_DEEP, wobble=0)


# ---- forest, tile by tile

_DENSE = (
    ((0.28, 0.3, "p", 0.98), (0.72, 0.26, "r", 0.76), (0.32, 0.74, "p", 0.86),
     (0.78, 0.7, "p", 1.02)),
    ((0.3, 0.26, "p", 0.9), (0.76, 0.3, "p", 1.04), (0.24, 0.72, "r", 0.8), (0.66, 0.6, "p", 0.84),
     (0.84, 0.84, "p", 0.92)),
    ((0.3, 0.34, "r", 0.86), (0.8, 0.3, "p", 0.92), (0.5, 0.62, "p", 1.06), (0.8, 0.82, "r", 0.72)),
)  # fmt: skip
_THIN = (
    ((0.3, 0.3, "s", 0.9), (0.7, 0.34, "p", 0.86), (0.36, 0.74, "s", 0.86), (0.78, 0.76, "s", 0.9)),
    ((0.28, 0.36, "r", 0.74), (0.74, 0.28, "s", 0.9), (0.6, 0.7, "s", 0.86), (0.24, 0.8, "p", 0.7)),
)
_STUMPS = (
    ((0.28, 0.3, "s", 0.9), (0.72, 0.34, "s", 0.82), (0.4, 0.74, "s", 0.9), (0.82, 0.78, "s", 0.8)),
    (
        (0.4, 0.26, "s", 0.84),
        (0.76, 0.52, "s", 0.92),
        (0.3, 0.7, "s", 0.8),
        (0.62, 0.84, "s", 0.86),
    ),
)
FORESTS = {"dense": _DENSE, "thin": _THIN, "stumps": _STUMPS}


def forest(brush: Brush, state: str, variant: int) -> None:
    """One tile's worth of forest."""
    plants = sorted(FORESTS[state][variant], key=lambda plant: plant[0] + plant[1])
    for a, b, kind, size in plants:
        x, y = project(a, b)
        key = (state, variant, a, b)
        if kind == "p":
            pine(brush, x, y, size, key)
        elif kind == "r":
            round_tree(brush, x, y, size, key)
        else:
            stump(brush, x, y, size)
