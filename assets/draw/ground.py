"""Ground tiles: grass, packed earth, and the corner-mask autotiles of earth, road and water.

A mask says which corners of a tile are covered: top 1, right 2, bottom 4, left 8. The contour
crosses each tile edge at its midpoint and at a right angle, so that any two tiles that share an
edge fit exactly. Tiles are drawn a little larger than the diamond, so that no seam shows between
neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import skia

from .canvas import Brush, Dice, blob, chance, polygon, project, rectangle, shifted, spline
from .pigments import EARTH_DEEP, INDIGO, INK, PAPER, RIVER_DEEP, SNOW, Colour, mix

GROW = 0.03  # tiles by which a ground tile overlaps its neighbours
BANK_DROP = 5 / 32  # how far, in tiles along both axes, the water lies below the bank
FULL = 15
_CORNERS: dict[int, tuple[int, int]] = {1: (0, 0), 2: (1, 0), 4: (1, 1), 8: (0, 1)}
_STEPS = 28

Spot = tuple[float, float]
Contour = list[Spot]


def diamond(grow: float = GROW) -> list[Spot]:
    return rectangle(-grow, -grow, 1 + grow, 1 + grow)


def _ripple(share: float, key: object) -> float:
    """A small sideways wander that is nought, and level, at both ends."""
    first, second = chance(key, 1) * math.tau, chance(key, 2) * math.tau
    wander = math.sin(share * 7 + first) + 0.7 * math.sin(share * 15 + second)
    return wander * math.sin(math.pi * share) ** 2


def _round_corner(corner: int, radius: float, rough: float, key: object) -> Contour:
    """A quarter turn about a corner of the tile, from one edge to the other."""
    u0, v0 = _CORNERS[corner]
    du, dv = (1 if u0 == 0 else -1), (1 if v0 == 0 else -1)
    points = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        reach = radius + rough * _ripple(share, key)
        turn = share * math.pi / 2
        points.append((u0 + du * math.cos(turn) * reach, v0 + dv * math.sin(turn) * reach))
    return points


def _straight(mask: int, depth: float, rough: float, key: object) -> Contour:
    """A line across the tile, `depth` away from the covered side."""
    points = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        off = depth + rough * _ripple(share, key)
        points.append({
            3: (share, off), 6: (1 - off, share), 12: (share, 1 - off), 9: (off, share),
        }[mask])  # fmt: skip
    return points


def contours(mask: int, depth: float = 0.5, rough: float = 0.035) -> list[Contour]:
    """The edge lines of a mask, `depth` tiles from the covered corners."""
    corners = [corner for corner in _CORNERS if mask & corner]
    if len(corners) == 1:
        return [_round_corner(corners[0], depth, rough, (mask, depth))]
    if mask in (3, 6, 12, 9):
        return [_straight(mask, depth, rough, (mask, depth))]
    bare = [corner for corner in _CORNERS if not mask & corner]
    return [_round_corner(corner, 1 - depth, rough, (mask, corner, depth)) for corner in bare]


def inward(line: Contour, mask: int) -> list[Spot]:
    """Unit normals of a contour, pointing at the covered side."""
    corners = [_CORNERS[corner] for corner in _CORNERS if mask & corner]
    normals = []
    for index in range(len(line)):
        (u0, v0), (u1, v1) = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        length = math.hypot(u1 - u0, v1 - v0)
        normal = ((v1 - v0) / length, -(u1 - u0) / length)
        if index in (0, len(line) - 1):  # exact at the tile's edge
            normal = (float(round(normal[0])), float(round(normal[1])))
        normals.append(normal)
    middle = line[len(line) // 2]
    near = min(corners, key=lambda spot: math.dist(spot, middle))
    facing = normals[len(line) // 2]
    if facing[0] * (near[0] - middle[0]) + facing[1] * (near[1] - middle[1]) < 0:
        return [(-u, -v) for u, v in normals]
    return normals


def stretched(line: Contour, grow: float) -> Contour:
    """The contour led straight on past both edges of the tile."""

    def beyond(spot: Spot) -> Spot:
        u, v = spot
        sides = {abs(u): (-grow, v), abs(1 - u): (1 + grow, v), abs(v): (u, -grow)}
        sides[abs(1 - v)] = (u, 1 + grow)
        return sides[min(sides)]

    return [beyond(line[0]), *line, beyond(line[-1])]


def _on_screen(line: Contour) -> list[Spot]:
    return [project(u, v) for u, v in line]


def _cap(line: Contour, corner: int, grow: float) -> skia.Path:
    """The piece of the tile between a rounded contour and its corner."""
    u, v = _CORNERS[corner]
    outer = (-grow if u == 0 else 1 + grow, -grow if v == 0 else 1 + grow)
    return polygon(_on_screen([*stretched(line, grow), outer]))


def area(mask: int, lines: Sequence[Contour], grow: float = GROW) -> skia.Path:
    """The covered part of a tile."""
    whole = polygon(diamond(grow))
    if mask == FULL:
        return whole
    if mask in (3, 6, 12, 9):
        line = stretched(lines[0], grow)
        low, high = -grow, 1 + grow
        ends = {
            3: [(high, low), (low, low)], 12: [(high, high), (low, high)],
            6: [(high, high), (high, low)], 9: [(low, high), (low, low)],
        }[mask]  # fmt: skip
        return polygon(_on_screen([*line, *ends]))
    corners = [corner for corner in _CORNERS if mask & corner]
    if len(corners) == 1:
        return _cap(lines[0], corners[0], grow)
    bare = [corner for corner in _CORNERS if not mask & corner]
    for corner, line in zip(bare, lines, strict=True):
        whole = skia.Op(whole, _cap(line, corner, grow), skia.PathOp.kDifference_PathOp)
    return whole


def _contour_ink(brush: Brush, lines: Sequence[Contour], width: float, colour: Colour) -> None:
    for line in lines:
        brush.line(polygon(_on_screen(stretched(line, GROW)), closed=False), width, colour,
                   wobble=0)  # fmt: skip


def tuft(brush: Brush, x: float, y: float, dice: Dice) -> None:
    height = dice.span(2, 4.2)
    colour = mix(brush.season.grass_dark, INK, 0.28)
    brush.line([(x - 1.4, y - height * 0.8), (x, y), (x + 0.2, y - height)], 0.6, colour, 0.7)
    if dice.unit() < 0.5:
        brush.line([(x, y), (x + 1.7, y - height * 0.7)], 0.6, colour, 0.7)


def grass(brush: Brush, variant: int) -> None:
    season, dice = brush.season, Dice("grass", variant)
    brush.fill(diamond(), season.grass)
    for _ in range(6 - variant):
        tuft(brush, *project(dice.span(0.08, 0.95), dice.span(0.12, 0.95)), dice)


def patch(brush: Brush, variant: int) -> None:
    """A broad stain over several tiles: dry or darker grass; in winter a thin drift of snow."""
    season = brush.season
    dice = Dice("stain", variant)
    rx, ry = dice.span(36, 70), dice.span(11, 19)
    if season.snow and variant != 2:
        brush.fill(blob(0, 0, rx, ry, ("s", variant), 17, 0.16), SNOW, 0.55)
        brush.fill(blob(4, -1, rx * 0.7, ry * 0.62, ("t", variant), 15, 0.18), SNOW, 0.55)
        return
    tone = season.dry if variant % 2 else season.grass_dark
    brush.fill(blob(0, 0, rx, ry, ("s", variant), 13, 0.16), tone, 0.4)


def _earth_tone(brush: Brush) -> Colour:
    return mix(brush.season.grass, brush.season.path, 0.62)


def _specks(brush: Brush, dice: Dice, count: int, colour: Colour) -> None:
    for _ in range(count):
        x, y = project(dice.span(0.08, 0.92), dice.span(0.08, 0.92))
        brush.oval(x, y, 1.1, 0.6, colour, alpha=0.75)


def packed_earth(brush: Brush, variant: int) -> None:
    dice = Dice("earth", variant)
    brush.fill(diamond(), _earth_tone(brush))
    _specks(brush, dice, 3 + variant, mix(brush.season.path_shade, INK, 0.1))
    if variant:
        a, b = dice.span(0.3, 0.5), dice.span(0.3, 0.6)
        brush.line([project(a, b), project(a + 0.2, b + 0.03)], 0.8, brush.season.path_shade, 0.7)


def earth_mask(brush: Brush, mask: int) -> None:
    """Packed earth running out; clear outside the contour."""
    season, dice = brush.season, Dice("earth mask", mask)
    if mask:
        lines = contours(mask, rough=0.06)
        covered = area(mask, lines)
        brush.fill(covered, _earth_tone(brush))
        with brush.inside(covered):
            _specks(brush, dice, 3, mix(season.path_shade, INK, 0.1))
    for _ in range(5 if mask != FULL else 1):
        tuft(brush, *project(dice.span(0.1, 0.9), dice.span(0.15, 0.95)), dice)


def road_mask(brush: Brush, mask: int) -> None:
    """A dirt road with wheel ruts; clear outside the contour."""
    if not mask:
        return
    season = brush.season
    lines = contours(mask)
    covered = area(mask, lines)
    brush.fill(covered, season.path)
    with brush.inside(covered):
        _specks(brush, Dice("road", mask), 4, mix(season.path_shade, INK, 0.12))
        if mask not in (FULL, 5, 10):
            for rut in contours(mask, 0.14, 0.018):
                for start, end in ((0, 11), (13, 24), (25, _STEPS)):
                    brush.line(polygon(_on_screen(rut[start : end + 1]), closed=False), 1.0,
                               season.path_shade, 0.75, wobble=0)  # fmt: skip
    _contour_ink(brush, lines, 1.0, season.path_shade)


def _wave(brush: Brush, dice: Dice) -> None:
    season = brush.season
    x, y = project(dice.span(0.14, 0.86), dice.span(0.14, 0.86))
    length = dice.span(5, 13)
    if season.snow:
        brush.line([(x - length, y + length * 0.4), (x, y), (x + length * 0.5, y - length * 0.5)],
                   0.7, season.water_light, 0.9)  # fmt: skip
        return
    path = skia.Path()
    path.moveTo(x - length, y + length * 0.35)
    path.quadTo(x - length * 0.4, y - 1.6, x, y)
    path.quadTo(x + length * 0.4, y + 1.4, x + length, y - length * 0.35)
    dark = mix(season.water, INDIGO, 0.45)
    brush.line(path, 0.9, season.water_light if dice.unit() < 0.65 else dark, 0.85, wobble=0)


def water_mask(brush: Brush, mask: int, variant: int = 0) -> None:
    """Low water between cut banks; the bank shows on the far sides. Clear outside the contour."""
    if not mask:
        return
    season, dice = brush.season, Dice("water", mask, variant)
    outer = contours(mask)
    inner = []
    for line in outer:
        drops = [
            (u + nu * max(0.0, nu + nv) * BANK_DROP, v + nv * max(0.0, nu + nv) * BANK_DROP)
            for (u, v), (nu, nv) in zip(line, inward(line, mask), strict=True)
        ]
        inner.append(drops)
    covered, wet = area(mask, outer), area(mask, inner)
    brush.fill(covered, season.bank)
    with brush.inside(covered):
        for line in outer:
            for u, v in line[2:-2:3]:
                x, y = project(u, v)
                brush.line([(x, y + 0.6), (x + 0.4, y + dice.span(2.2, 4.4))], 0.7,
                           mix(season.bank, INK, 0.32), 0.8)  # fmt: skip
        brush.fill(wet, season.water)
        with brush.inside(wet):
            for line in inner:
                deep = polygon(_on_screen(stretched(line, 0.1)), closed=False)
                brush.line(deep, 5, mix(season.water, RIVER_DEEP, 0.42), wobble=0)
            for _ in range((3, 2, 1, 3)[variant]):
                _wave(brush, dice)
            if season.snow and mask == FULL and variant == 2:
                x, y = project(0.5, 0.5)
                brush.fill(blob(x, y, 21, 6.5, "ice", 13, 0.3), SNOW, 0.55)
    _contour_ink(brush, outer, 1.2, mix(season.bank, INK, 0.45))


def gully(brush: Brush, variant: int) -> None:
    """Bare ground where the trees stood, with gouges the rain has cut into it."""
    season, dice = brush.season, Dice("gully", variant)
    soil = mix(mix(season.hill_side, EARTH_DEEP, 0.45), season.path, 0.5)
    brush.fill(
        blob(0, 16, 25, 10.5, ("bare", variant), 13, 0.16), mix(soil, season.grass, 0.3), 0.85
    )
    brush.fill(blob(-1, 17, 18, 7, ("raw", variant), 11, 0.2), soil, 0.9)
    for step in range(4):
        x, top = -13 + 8.5 * step + dice.span(-1.5, 1.5), 10 + dice.span(-1, 2)
        drop, bend = dice.span(6, 11), dice.span(-2, 2)
        wide = dice.span(1.2, 2.2)
        gouge = spline([(x, top), (x + bend, top + drop * 0.5), (x + 0.5 * bend, top + drop)])
        brush.line(gouge, wide, mix(soil, INK, 0.42))
        brush.line(shifted(gouge, wide * 0.6, 0.3), 0.7, mix(soil, PAPER, 0.4), 0.9)
    for _ in range(3):
        tuft(brush, dice.span(-20, 20), dice.span(9, 23), dice)


DrawMask = Callable[[Brush, int], None]
MASKED: dict[str, DrawMask] = {"earth": earth_mask, "road": road_mask, "water": water_mask}
