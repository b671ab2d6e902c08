"""Small things of the village: carts, stacks, animals, poles, slogans. Feet at (0, 0)."""

from __future__ import annotations

import math

import skia

from .canvas import (
    Brush,
    Dice,
    arc,
    blob,
    curve,
    oval_path,
    project,
    rectangle,
)  # fmt: skip
from .pigments import (
    ASH,
    BRICK,
    CINNABAR,
    EARTH,
    EARTH_DEEP,
    EMBER,
    GOLD,
    INK,
    LOAM,
    OCHRE,
    PAPER,
    SNOW,
    STRAW,
    TILE,
    TILE_DEEP,
    WALL,
    mix,
)  # fmt: skip
from .roofs import Block, walls


def speaker(brush: Brush) -> None:
    """The loudspeaker pole."""
    brush.shade([(0, 0), (26, -10), (27, -9), (0, 1.4)])
    brush.line([(0, 0), (0, -58)], 2.4, EARTH_DEEP, wobble=0.2)
    brush.line([(-0.9, 0), (-0.9, -58)], 0.6)
    for side, drop in ((-1, 0), (1, -7)):
        y = -50 + drop
        horn = [(side * 2, y - 2), (side * 10, y - 6.5), (side * 11, y + 5), (side * 2, y + 2)]
        brush.cut(horn, TILE if side < 0 else mix(TILE, INK, 0.25), 1)
        brush.oval(side * 10.6, y - 0.7, 2, 5.8, mix(TILE_DEEP, INK, 0.4), 0.9)


SLOGAN = "鼓足干劲"


def slogan_wall(brush: Brush, flaked: float) -> None:
    """A whitewashed wall with a slogan; the paint flakes with the years."""
    wall = mix(mix(WALL, PAPER, 0.3), ASH, flaked * 0.3)
    block = Block(0.0, 0.6, 2.0, 0.72, 21, wall)
    brush.shade([project(0, 0.74), project(2, 0.74), project(2.5, 0.52), project(0.5, 0.52)])
    walls(brush, block)
    coping = rectangle(-0.04, 0.52, 2.04, 0.78, 21)
    brush.cut(coping, TILE_DEEP, 1)
    if brush.snow:
        brush.fill(rectangle(-0.02, 0.52, 2.02, 0.7, 22), SNOW)
    paint = mix(CINNABAR, wall, 0.12 + flaked * 0.42)
    brush.characters(SLOGAN, 0.12, 0.72, 4.4, 13, 0.47, paint)
    dice = Dice("flakes")
    for flake in range(int(3 + 17 * flaked)):
        x, y = project(dice.span(0.03, 1.97), 0.72, dice.span(3, 18))
        size = 2 + dice.unit() * 3.4 * (0.3 + flaked)
        bare = mix(EARTH, wall, 0.3 if flake % 3 else 0.75)
        brush.fill(blob(x, y, size, size * 0.6, ("flake", flake), 7, 0.3), bare, 0.9)


def straw_stack(brush: Brush) -> None:
    straw = mix(STRAW, ASH, 0.25) if brush.snow else STRAW
    brush.shade(blob(12, -1, 15, 5, "stack", 9))
    stack = skia.Path()
    stack.moveTo(-13, 0)
    stack.cubicTo(-15, -15, -6, -24, 0, -28)
    stack.cubicTo(6, -24, 15, -15, 13, 0)
    stack.quadTo(0, 7, -13, 0)
    stack.close()
    brush.fill(stack, straw)
    with brush.inside(stack):
        brush.fill([(2, -30), (16, -20), (16, 8), (4, 8)], mix(straw, INK, 0.2))
        dice = Dice("stack")
        for _ in range(26):
            lean, up = dice.span(-1, 1), dice.unit()
            x, y = lean * 12, -up * 22
            brush.line([(x, y), (x + lean * 2, y + 4)], 0.6, mix(straw, LOAM, 0.5), 0.8)
        if brush.snow:
            brush.fill(blob(-2, -22, 9, 6, 7, 9), SNOW, 0.95)
    brush.line(stack, 1.2, closed=True)


def threshing_floor(brush: Brush, *, grain: bool) -> None:
    """A rolled round of earth; in a good autumn, grain on it."""
    x, y = project(1.5, 1.5)
    season = brush.season
    floor = blob(x, y, 76, 37, "floor", 16, 0.05)
    brush.fill(floor, mix(season.path, PAPER, 0.42))
    brush.line(floor, 1, season.path_shade)
    for share in (0.75, 0.5):
        ring = blob(x, y, 76 * share, 37 * share, ("floor", share), 16, 0.04)
        brush.line(ring, 0.8, season.path_shade, 0.6)
    if not grain:
        roller(brush, x + 20, y - 2)
        return
    heap = blob(x, y, 37, 17, "grain", 12, 0.16)
    brush.cut(heap, GOLD, 0.8, line=EARTH_DEEP)
    dice = Dice("grain")
    for _ in range(64):
        turn, out = dice.on_disc()
        u, v = x + math.cos(turn) * 33 * out, y + math.sin(turn) * 14 * out
        dark = mix(GOLD, EARTH_DEEP, 0.5) if dice.unit() < 0.5 else mix(GOLD, PAPER, 0.25)
        brush.line([(u, v), (u + 2, v - 0.8)], 0.7, dark, 0.8)
    roller(brush, x + 38, y - 6)


def roller(brush: Brush, x: float, y: float) -> None:
    brush.shade(blob(x + 6, y, 9, 3, "roller", 8))
    brush.cut([(x - 8, y - 3), (x + 4, y - 9), (x + 8, y - 4), (x - 4, y + 3)], ASH, 1.1)
    brush.cut(oval_path(x - 6, y, 3, 4), mix(ASH, PAPER, 0.3), 1, wobble=0)
    for share in (0.3, 0.6):
        start = (x - 8 + 12 * share, y - 3 - 6 * share)
        brush.line([start, (x - 4 + 12 * share, y + 3 - 7 * share)], 0.6)


def sacks(brush: Brush) -> None:
    brush.shade(blob(6, 0, 19, 5, "sacks", 9))
    for index, (x, y) in enumerate(((-4, -6), (5, -3), (-9, 0), (0, 3), (9, 6))):
        sack = blob(x, y - 4, 6, 4.6, ("sack", index), 9, 0.08)
        brush.cut(sack, mix(WALL, EARTH, 0.3), 1, wobble=0)
        brush.line([(x - 1, y - 8), (x + 2, y - 8.6)], 1.4, EARTH_DEEP)


def cart(brush: Brush, *, loaded: bool = True, mirrored: bool = False) -> None:
    """A two-wheeled barrow; mirrored, the shade on its side is drawn for that side."""
    brush.shade(blob(8, 1, 18, 5, "cart", 9))
    with brush.moved(0, 0, mirrored=mirrored):
        bed = mix(EARTH, INK, 0.16) if mirrored else EARTH
        brush.cut([(-14, -8), (8, -15), (14, -9), (-7, -2)], bed, 1.1)
        if loaded:
            load = blob(0, -14, 11, 6, "load", 9)
            brush.cut(load, STRAW, 1)
            with brush.inside(load):
                edge = -12 if mirrored else 4
                brush.fill([(edge, -22), (edge + 9, -22), (edge + 9, -6), (edge - 1, -6)],
                           mix(STRAW, INK, 0.2))  # fmt: skip
                for step in range(7):
                    x = -9 + 3 * step
                    brush.line([(x, -16 + step % 3), (x + 2, -13)], 0.6, mix(STRAW, LOAM, 0.5))
        else:
            brush.line([(-7, -9), (9, -12.6)], 0.7, mix(EARTH, INK, 0.4))
            brush.line([(-10, -6), (11, -10.6)], 0.7, mix(EARTH, INK, 0.4))
        brush.line([(-14, -8), (-28, -4)], 1.6, EARTH_DEEP)
        brush.line([(-8, -3), (-24, 1)], 1.6, EARTH_DEEP)
        brush.line(oval_path(1, -3, 6, 6.6), 2.1, closed=True, wobble=0)
        brush.oval(1, -3, 1.3, 1.3, INK)
        for spoke in range(6):
            turn = spoke * math.pi / 3
            brush.line([(1, -3), (1 + 5.6 * math.cos(turn), -3 + 6.2 * math.sin(turn))], 0.7)


def ox(brush: Brush) -> None:
    brush.shade(blob(4, 0, 13, 3.4, "ox", 9))
    hide = mix(LOAM, ASH, 0.55)
    for x in (-8, -4.6, 5, 8):
        brush.line([(x, -6), (x, 0)], 2.2, mix(hide, INK, 0.25), wobble=0)
    body = skia.Path()
    body.moveTo(-11, -6)
    body.cubicTo(-12, -13, -4, -14, 2, -13.6)
    body.cubicTo(8, -14, 12, -11, 10, -6)
    body.quadTo(0, -3, -11, -6)
    body.close()
    brush.cut(body, hide, 1)
    brush.line(curve((-11, -10), (-14, -8), (-13, -4)), 0.9, wobble=0)
    brush.cut([(9, -12), (15, -13), (18, -8), (15, -6), (10, -8)], mix(hide, INK, 0.15), 1)
    brush.line(curve((12, -13), (12, -18), (18, -18)), 1.4, WALL)


def hen(brush: Brush) -> None:
    brush.shade(blob(2, 0, 4.5, 1.4, "hen", 7))
    brush.cut([(-4, -5), (-2, -2), (2, -2), (3.6, -6.4), (1.6, -4.6)], BRICK, 0.7, wobble=0)
    brush.oval(3.4, -6.4, 1.2, 1.2, BRICK, 0.6)
    brush.oval(3.6, -7.8, 0.8, 0.7, CINNABAR)
    brush.line([(0, -2), (0, 0)], 0.7, wobble=0)


def duck(brush: Brush) -> None:
    brush.cut(blob(0, 0, 4.4, 2.3, "duck", 8), SNOW, 0.8, wobble=0)
    brush.oval(3.8, -2.8, 1.7, 1.6, SNOW, 0.7)
    brush.line([(5.4, -2.6), (7, -2.2)], 1.2, EMBER, wobble=0)
    brush.line([(-7, 2.2), (7, 2.2)], 0.7, brush.season.water_light)


def firewood(brush: Brush) -> None:
    brush.shade(blob(6, 0, 17, 4, "wood", 9))
    for index in range(12):
        row, place = divmod(index, 4)
        x, y = -8 + place * 5 + (row % 2) * 2.5, -2 - row * 4 + place * 1.2
        brush.oval(x, y, 2.7, 2.5, EARTH, 0.9)
        brush.oval(x, y, 1.1, 1, STRAW)


def pots(brush: Brush) -> None:
    """Woks, lids and hinges, brought to be smelted."""
    brush.shade(blob(5, 1, 15, 4.4, "pots", 9))
    for x, y in ((-5, -4), (4, -3), (-2, 1), (8, 2)):
        wok = arc(x, y - 0.5, 6, 5.5, 0, 180)
        wok.close()
        brush.cut(wok, mix(INK, TILE_DEEP, 0.35), 1, wobble=0)
        brush.oval(x, y - 0.5, 6, 2, mix(INK, TILE, 0.15), 0.9)
    brush.line([(-9, 3), (-3, 5)], 1.3, TILE_DEEP)
    brush.line(arc(3, 5.5, 2.4, 1.6, 0, 300), 1.0, TILE_DEEP)


def basket(brush: Brush) -> None:
    brush.shade(blob(4, 0, 6, 1.8, "basket", 8))
    brush.line(arc(0, -6, 4.2, 6, 180, 180), 0.9, EARTH_DEEP)
    brush.cut([(-4.8, -6), (4.8, -6), (3.6, 0), (-3.6, 0)], OCHRE, 0.9)
    brush.line([(-4.4, -3.6), (4.4, -3.6)], 0.6, mix(OCHRE, INK, 0.4))
    brush.line([(-4, -1.6), (4, -1.6)], 0.6, mix(OCHRE, INK, 0.4))
    brush.oval(0, -6, 4.8, 1.6, mix(OCHRE, LOAM, 0.5), 0.8)


def fence(brush: Brush) -> None:
    """One tile of stake fence along a."""
    for post in range(5):
        x, y = project(post / 4, 0)
        brush.line([(x, y), (x, y - 8)], 1.2, EARTH_DEEP)
    for z in (3.0, 6.5):
        brush.line([project(0, 0, z), project(1, 0, z)], 1, EARTH_DEEP)


def notice(brush: Brush) -> None:
    brush.shade([(0, 0), (9, -4), (10, -3), (0, 1)])
    brush.line([(0, 0), (0, -16)], 1.8, EARTH_DEEP)
    brush.cut([(-9, -22), (9, -19), (9, -11), (-9, -14)], WALL, 1)
    for index in range(3):
        y = -19.4 + 2.4 * index
        brush.line([(-6, y), (5 - 2 * index, y + 1.8)], 0.6)
