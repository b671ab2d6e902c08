"""Plants of the south and of the dry hills: bamboo, camphor, tea; jujube and thorn scrub."""

from __future__ import annotations

import math

import skia

from .canvas import Brush, Dice, arc, blob, chance, curve, oval_path, project, union
from .nature import bare_tree, pine, round_tree, stump
from .pigments import (
    BRICK,
    DUN,
    EARTH_DEEP,
    FROST,
    INK,
    LEAF,
    LOAM,
    PAPER,
    PINE,
    SNOW,
    STRAW,
    Colour,
    mix,
)  # fmt: skip


def _frosted(brush: Brush, colour: Colour) -> Colour:
    return mix(colour, FROST, 0.22) if brush.snow else colour


def bamboo(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    """A clump of canes that bow at the tips; green all year."""
    dice = Dice("bamboo", key)
    green = _frosted(brush, mix(LEAF, PINE, 0.3))
    brush.shade(blob(x + 11 * size, y - size, 15 * size, 4.5 * size, key, 9))
    canes = []
    for cane in range(9):
        foot = x + (cane - 4) * 1.7 * size + dice.span(-0.6, 0.6)
        tall, lean = dice.span(30, 46) * size, (cane - 4) * 2.1 * size + dice.span(-2, 2)
        tip = (foot + lean, y - tall)
        canes.append((foot, tip[0], tall))
        line = curve((foot, y + dice.span(-1, 1.4)), (foot + lean * 0.2, y - tall * 0.7), tip)
        brush.line(line, 1.5 * size, mix(green, INK, 0.45), wobble=0)
        brush.line(line, 0.8 * size, mix(green, STRAW, 0.35), wobble=0)
    sprays = []
    for foot, tx, tall in canes:
        for spray in range(7):
            share = 0.34 + 0.66 * spray / 6
            u = foot + (tx - foot) * share**1.6 + dice.span(-3.5, 3.5) * size
            v = y - tall * share + dice.span(-1.5, 1.5)
            sprays.append((v, u))
    for v, u in sorted(sprays):
        _spray(brush, u, v, size, green, dice)


def _spray(brush: Brush, x: float, y: float, size: float, green: Colour, dice: Dice) -> None:
    """A handful of narrow leaves that hang."""
    tone = mix(green, PINE if dice.unit() < 0.5 else PAPER, dice.span(0.05, 0.3))
    for lean in (-1, -0.3, 0.4, 1):
        tip = (x + lean * 4.2 * size, y + (3.6 - abs(lean) * 1.6) * size)
        leaf = skia.Path()
        leaf.moveTo(x, y)
        leaf.quadTo(x + lean * 3.4 * size, y - 0.6, *tip)
        leaf.quadTo(x + lean * 1.2 * size, y + 1.8 * size, x, y)
        leaf.close()
        brush.fill(leaf, tone)
        brush.line(leaf, 0.4, mix(tone, INK, 0.45), 0.6, closed=True, wobble=0)


_WIDE = ((-15, -20, 11), (15, -19, 11), (-8, -31, 12), (8, -32, 12), (0, -25, 13), (0, -38, 9))


def camphor(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    """The broad dark tree by a southern village; it keeps its leaves."""
    dice = Dice("camphor", key)
    leaf = _frosted(brush, mix(PINE, LEAF, 0.32))
    if brush.season.name == "spring":
        leaf = mix(leaf, LEAF, 0.3)
    dark, light = mix(leaf, INK, 0.3), mix(leaf, PAPER, 0.22)
    brush.shade(blob(x + 17 * size, y - 2 * size, 23 * size, 7 * size, key, 11, 0.1))
    trunk = [(x - 3.4 * size, y + 0.6), (x - 2 * size, y - 15 * size),
             (x + 2 * size, y - 15 * size), (x + 3.6 * size, y + 0.6)]  # fmt: skip
    brush.cut(trunk, mix(EARTH_DEEP, LOAM, 0.5), 1.0)
    lobes = [
        oval_path(x + dx * size, y + dy * size, radius * size * dice.span(0.93, 1.07),
                  radius * 0.8 * size)
        for dx, dy, radius in _WIDE
    ]  # fmt: skip
    crown = union(lobes)
    brush.fill(crown, leaf)
    with brush.inside(crown):
        brush.fill(blob(x + 13 * size, y - 18 * size, 17 * size, 12 * size, (key, 1), 9), dark, 0.8)
        brush.fill(blob(x, y - 10 * size, 20 * size, 5 * size, (key, 2), 9), dark, 0.8)
        brush.fill(blob(x - 9 * size, y - 37 * size, 9 * size, 6 * size, (key, 3), 8), light, 0.8)
        for _ in range(int(20 * size)):
            u, v = x + dice.span(-22, 22) * size, y - dice.span(12, 46) * size
            brush.line(arc(u, v, 2.6, 2, 190, 160), 0.6, mix(dark, INK, 0.35), 0.7)
        if brush.snow:
            brush.fill(
                blob(x - 6 * size, y - 42 * size, 12 * size, 4 * size, (key, 4), 9), SNOW, 0.8
            )
    brush.line(crown, 1.1, closed=True)


def tea(brush: Brush, variant: int) -> None:
    """Three clipped hedges of tea along a, on one tile."""
    green = _frosted(brush, mix(PINE, LEAF, 0.42))
    for row in range(3):
        b = 0.2 + 0.3 * row
        for bush in range(6):
            key = ("tea", variant, row, bush)
            x, y = project(0.09 + bush / 6 + 0.02 * chance(key), b)
            tone = mix(green, LEAF if chance(key, 1) < 0.5 else PINE, 0.25)
            brush.shade(blob(x + 3, y + 0.6, 5, 1.6, key, 7), 0.14)
            mound = blob(x, y - 2.2, 5.6, 4.0, key, 9, 0.1)
            brush.cut(mound, tone, 0.8, line=mix(PINE, INK, 0.5), wobble=0)
            for spot in range(3):
                u = x - 3 + 2.6 * spot
                brush.line(arc(u, y - 3.4, 1.3, 1, 190, 160), 0.55, mix(tone, PAPER, 0.4), 0.9)
            if brush.snow and variant:
                brush.fill(blob(x, y - 4.6, 3.4, 1.1, key, 7), SNOW, 0.8)


def jujube(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    """A small crooked tree of dry hills; red fruit in autumn."""
    if brush.snow:
        bare_tree(brush, x, y, size * 0.8, key)
        return
    season, dice = brush.season, Dice("jujube", key)
    brush.shade(blob(x + 8 * size, y - size, 12 * size, 4 * size, key, 9))
    bark = mix(LOAM, INK, 0.25)
    fork = (x + dice.span(-1.5, 1.5) * size, y - 9 * size)
    brush.line([(x, y), fork], 2.6 * size, bark, wobble=0.5)
    tufts = []
    for limb in range(4):
        turn = math.pi * (0.2 + 0.2 * limb) + dice.span(-0.12, 0.12)
        tip = (fork[0] + math.cos(turn) * 11 * size, fork[1] - math.sin(turn) * 11 * size)
        brush.line([fork, tip], 1.5 * size, bark, wobble=0.5)
        tufts.append(blob(*tip, 6.6 * size, 5 * size, (key, limb), 9, 0.18))
    leaf = mix(season.leaf, DUN, 0.25)
    for tuft_at, crown in enumerate(tufts):
        brush.fill(crown, leaf if tuft_at % 2 else mix(leaf, season.leaf_shade, 0.4))
        brush.line(crown, 0.9, closed=True)
        box = crown.getBounds()
        for _ in range(3):
            u, v = (
                dice.span(box.left() + 2, box.right() - 2),
                dice.span(box.top() + 2, box.bottom() - 2),
            )
            brush.line(arc(u, v, 1.8, 1.5, 190, 160), 0.55, mix(season.leaf_shade, INK, 0.35), 0.8)
            if season.name == "autumn":
                brush.oval(u, v, 0.8, 0.9, BRICK)


def scrub(brush: Brush, x: float, y: float, size: float, key: object) -> None:
    """Thorn bushes that cling to dry ground."""
    dice, season = Dice("scrub", key), brush.season
    tone = DUN if brush.snow else mix(season.leaf_shade, DUN, 0.35)
    brush.shade(blob(x + 4, y, 8 * size, 2.2 * size, key, 8), 0.14)
    for twig in range(9):
        turn = math.pi * (0.12 + 0.76 * twig / 8)
        reach = dice.span(5, 9) * size
        tip = (x + math.cos(turn) * reach, y - math.sin(turn) * reach * 0.9)
        brush.line([(x, y), tip], 0.8, mix(LOAM, INK, 0.3), 0.9)
        if not brush.snow:
            brush.fill(
                blob(*tip, 2.3 * size, 1.7 * size, (key, twig), 7, 0.25), mix(tone, INK, 0.12)
            )
            brush.fill(blob(tip[0] - 0.5, tip[1] - 0.6, 1.7 * size, 1.1 * size, (key, twig, 1), 7),
                       mix(tone, PAPER, 0.15))  # fmt: skip


def cane_stump(brush: Brush, x: float, y: float, key: object) -> None:
    """What is left of a clump of bamboo."""
    dice = Dice("canes", key)
    for _ in range(7):
        u, v = x + dice.span(-7, 7), y + dice.span(-2.4, 2.4)
        tall = dice.span(2, 4.5)
        brush.line([(u, v), (u, v - tall)], 1.7, mix(LEAF, EARTH_DEEP, 0.6), wobble=0)
        brush.oval(u, v - tall, 0.9, 0.5, STRAW, 0.4)


# ---- woods of these provinces, tile by tile: like nature.FORESTS

_SOUTH = {
    "dense": (((0.3, 0.3, "b", 0.9), (0.76, 0.34, "p", 0.86), (0.4, 0.74, "b", 0.82),
               (0.82, 0.8, "b", 0.84)),
              ((0.34, 0.3, "c", 0.62), (0.8, 0.4, "b", 0.86), (0.3, 0.78, "p", 0.9),
               (0.74, 0.8, "b", 0.8)),
              ((0.28, 0.34, "p", 0.94), (0.72, 0.28, "p", 0.84), (0.5, 0.68, "c", 0.6),
               (0.86, 0.82, "b", 0.76))),
    "thin": (((0.3, 0.34, "k", 0), (0.72, 0.3, "b", 0.74), (0.4, 0.76, "s", 0.86),
              (0.82, 0.8, "k", 1)),
             ((0.34, 0.3, "s", 0.9), (0.78, 0.44, "k", 2), (0.34, 0.76, "p", 0.72))),
    "stumps": (((0.3, 0.32, "k", 3), (0.72, 0.34, "s", 0.86), (0.44, 0.76, "k", 4)),
               ((0.36, 0.28, "s", 0.84), (0.78, 0.5, "k", 5), (0.34, 0.74, "s", 0.82))),
}  # fmt: skip
_DRY = {
    "dense": (((0.3, 0.3, "j", 1.0), (0.76, 0.32, "t", 1.1), (0.4, 0.76, "r", 0.6),
               (0.82, 0.78, "j", 0.86)),
              ((0.3, 0.36, "p", 0.8), (0.74, 0.28, "j", 0.9), (0.34, 0.8, "t", 1.0),
               (0.76, 0.74, "j", 1.0)),
              ((0.36, 0.3, "t", 1.1), (0.78, 0.4, "r", 0.62), (0.34, 0.74, "j", 0.9),
               (0.8, 0.84, "t", 0.9))),
    "thin": (((0.32, 0.32, "s", 0.76), (0.74, 0.36, "t", 1.0), (0.42, 0.76, "s", 0.7),
              (0.8, 0.8, "j", 0.76)),
             ((0.36, 0.34, "t", 0.9), (0.76, 0.44, "s", 0.76), (0.34, 0.78, "s", 0.7))),
    "stumps": (((0.34, 0.32, "s", 0.74), (0.72, 0.4, "s", 0.7), (0.46, 0.78, "t", 0.6)),
               ((0.4, 0.28, "s", 0.7), (0.78, 0.54, "t", 0.6), (0.34, 0.76, "s", 0.74))),
}  # fmt: skip
FORESTS = {"south": _SOUTH, "dry": _DRY}


def forest(brush: Brush, where: str, state: str, variant: int) -> None:
    """One tile's worth of wood of a landscape."""
    plants = sorted(FORESTS[where][state][variant], key=lambda plant: plant[0] + plant[1])
    for a, b, kind, size in plants:
        x, y = project(a, b)
        key = (where, state, variant, a, b)
        if kind == "k":
            cane_stump(brush, x, y, size)
        elif kind == "s":
            stump(brush, x, y, size)
        else:
            draw = {"b": bamboo, "c": camphor, "p": pine, "j": jujube, "t": scrub, "r": round_tree}
            draw[kind](brush, x, y, size, key)


PLANTS = {
    "bamboo": (bamboo, (1.0, 0.86)), "camphor": (camphor, (1.15, 1.0)),
    "jujube": (jujube, (1.2, 1.05)), "scrub": (scrub, (1.1, 0.9)),
}  # fmt: skip
