"""Ground that is not level: loess and its gullies, terraced slopes, and the walls between steps.

The map itself stays flat. A step is drawn as a wall on the side that is turned to the viewer, so
slopes always fall towards the bottom of the screen.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import skia

from .canvas import Brush, Dice, Point, chance, polygon, project
from .ground import (
    FULL,
    GROW,
    Contour,
    area,
    contours,
    diamond,
    inward,
    stretched,
    tuft,
)  # fmt: skip
from .pigments import (
    ASH,
    DUN,
    EARTH,
    EARTH_DEEP,
    FROST,
    INK,
    OCHRE,
    PAPER,
    SNOW,
    Colour,
    Season,
    mix,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TERRACE, CLIFF, GULCH, LEDGE = 9, 12, 11, 8  # pixels of height
ROUGH = 0.03  # tiles by which an edge wanders
_ON_LOESS = {"spring": 0.14, "summer": 0.2, "autumn": 0.12, "winter": 0.0}  # share of grass


def loess_tone(season: Season) -> Colour:
    """Yellow earth, with what little the season lets grow on it."""
    bare = mix(DUN, OCHRE, 0.3)
    if season.snow:
        return mix(mix(bare, ASH, 0.28), FROST, 0.22)
    return mix(bare, season.grass, _ON_LOESS[season.name])


def loess(brush: Brush, variant: int) -> None:
    """The bare yellow ground of the plateau."""
    season, dice = brush.season, Dice("loess", variant)
    tone = loess_tone(season)
    brush.fill(diamond(), tone)
    for _ in range(4 + variant):
        x, y = project(dice.span(0.1, 0.9), dice.span(0.12, 0.92))
        brush.oval(x, y, dice.span(0.8, 1.3), 0.6, mix(tone, EARTH_DEEP, 0.42), alpha=0.75)
    if variant == 1:  # a crack, as dry ground has
        a, b = dice.span(0.25, 0.4), dice.span(0.3, 0.6)
        crack = [project(a, b), project(a + 0.14, b + 0.05), project(a + 0.2, b - 0.04),
                 project(a + 0.38, b + 0.06)]  # fmt: skip
        brush.line(crack, 0.7, mix(tone, EARTH_DEEP, 0.6), 0.8)
    for _ in range((1, 0, 3)[variant]):
        tuft(brush, *project(dice.span(0.1, 0.9), dice.span(0.15, 0.9)), dice)


def terrace(brush: Brush, variant: int) -> None:
    """Grass of a slope that was cut into steps: thin ledges that follow the hill."""
    season, dice = brush.season, Dice("terrace", variant)
    ground = season.grass
    brush.fill(diamond(), ground)
    dark = mix(season.grass_dark, EARTH_DEEP, 0.45)
    for level in ((0.3, 0.8), (0.8,), (0.3,))[variant]:  # so that they run on from tile to tile
        wave = 0.05 * (dice.unit() - 0.5)
        spots = [(-GROW + (1 + 2 * GROW) * k / 8, k / 8) for k in range(9)]
        line = [project(a, level + wave * math.sin(math.pi * share)) for a, share in spots]
        brush.line(line, 1.5, dark, 0.5, wobble=0)
        brush.line([(x, y - 1.3) for x, y in line], 0.8, mix(ground, PAPER, 0.3), 0.7, wobble=0)
    for _ in range(4):
        tuft(brush, *project(dice.span(0.1, 0.9), dice.span(0.15, 0.92)), dice)


# ---- walls: a corner mask says which corners are high (or, for a gully, low)


def _falls(lines: list[Contour], mask: int, height: float, *, sunk: bool) -> list[Contour]:
    """The other edge of the wall: the rim above a raised part, or the foot below the ground."""
    found = []
    for line, smooth in zip(lines, contours(mask, rough=0), strict=True):
        moved = []
        for (u, v), (nu, nv) in zip(line, inward(smooth, mask), strict=True):
            facing = (nu + nv) if sunk else -(nu + nv)
            drop = max(0.0, facing) * height / 32
            moved.append((u + nu * drop, v + nv * drop))
        found.append(moved)
    return found


def _shaded_runs(line: Contour, other: Contour, turned: Iterable[float]) -> list[list[Point]]:
    """The parts of a wall that are turned away from the light, as polygons."""
    runs: list[list[int]] = [[]]
    for at, right in enumerate(turned):
        if right > 0.5:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [
        [*(project(*line[at]) for at in run), *(project(*other[at]) for at in reversed(run))]
        for run in runs
        if len(run) > 1
    ]


def _wall(brush: Brush, mask: int, height: float, tone: Colour, *, sunk: bool) -> skia.Path:
    """The visible face of a step; returns the floor (or the top) that it leaves."""
    outer = contours(mask, rough=ROUGH)
    inner = _falls(outer, mask, height, sunk=sunk)
    covered, rest = area(mask, outer), area(mask, inner)
    face = skia.Op(covered, rest, skia.PathOp.kDifference_PathOp)
    brush.fill(face, tone)
    with brush.inside(face):
        smooth = contours(mask, rough=0)
        for line, other, level in zip(outer, inner, smooth, strict=True):
            sign = 1 if sunk else -1
            turned = [sign * (nu - nv) for nu, nv in inward(level, mask)]
            for run in _shaded_runs(line, other, turned):
                brush.fill(run, INK, 0.2)
            high, low = (line, other) if sunk else (other, line)
            _chisel(brush, mask, high, low, tone)
    brush.line(_path(outer), 0.9, mix(tone, INK, 0.5), wobble=0)
    brush.line(_path(inner), 0.9, mix(tone, INK, 0.55), wobble=0)
    return rest


def _path(lines: list[Contour]) -> skia.Path:
    path = skia.Path()
    for line in lines:
        points = [project(*spot) for spot in stretched(line, GROW)]
        path.addPath(polygon(points, closed=False))
    return path


def _chisel(brush: Brush, mask: int, high: Contour, low: Contour, tone: Colour) -> None:
    """Upright strokes, as rain and spades leave them."""
    dice = Dice("chisel", mask, round(100 * high[0][0]), tone)
    for at in range(1, len(high) - 1, 2):
        (x0, y0), (x1, y1) = project(*high[at]), project(*low[at])
        if abs(y1 - y0) < 2:
            continue
        start, end = dice.span(0.05, 0.4), dice.span(0.5, 1)
        stroke = [(x0 + (x1 - x0) * s, y0 + (y1 - y0) * s) for s in (start, end)]
        brush.line(stroke, 0.75, mix(tone, INK, 0.34), 0.75)


def _foot_shadow(brush: Brush, mask: int, height: float) -> None:
    """The shadow of a step on the ground to its right."""
    outer = contours(mask, rough=ROUGH)
    for line, smooth in zip(outer, contours(mask, rough=0), strict=True):
        beyond = []
        for (u, v), (nu, nv) in zip(line, inward(smooth, mask), strict=True):
            reach = max(0.0, -nu + 0.3 * nv) * height * 0.02
            beyond.append((u - nu * reach, v - nv * reach))
        brush.shade([*(project(*s) for s in line), *(project(*s) for s in reversed(beyond))], 0.16)


def _rim_tufts(brush: Brush, mask: int, height: float, count: int) -> None:
    """Grass that hangs over the edge."""
    dice = Dice("rim", mask, height)
    rims = _falls(contours(mask, rough=ROUGH), mask, height, sunk=False)
    for line in rims:
        for _ in range(count):
            u, v = line[1 + int(dice.unit() * (len(line) - 2))]
            x, y = project(u, v)
            tuft(brush, x, y + 1.2, dice)


def terrace_wall(brush: Brush, mask: int) -> None:
    """The earth wall of a terrace that follows the hill; clear but for the wall."""
    if mask == FULL:
        return
    _foot_shadow(brush, mask, TERRACE)
    season = brush.season
    _wall(brush, mask, TERRACE, mix(season.bank, season.grass_dark, 0.3), sunk=False)
    _rim_tufts(brush, mask, TERRACE, 3)


def cliff(brush: Brush, mask: int) -> None:
    """The edge of a loess tableland: pale, upright, split from top to bottom."""
    if mask == FULL:
        return
    _foot_shadow(brush, mask, CLIFF)
    tone = mix(loess_tone(brush.season), EARTH, 0.38)
    _wall(brush, mask, CLIFF, tone, sunk=False)
    _rim_tufts(brush, mask, CLIFF, 1)


def gulch(brush: Brush, mask: int) -> None:
    """A gully cut into the loess; its floor lies low, its far walls are seen."""
    ground = loess_tone(brush.season)
    floor = mix(mix(ground, EARTH_DEEP, 0.3), brush.season.path, 0.25)
    dice = Dice("gulch", mask)
    if mask == FULL:
        rest = polygon(diamond())
    else:
        rest = _wall(brush, mask, GULCH, mix(ground, EARTH_DEEP, 0.34), sunk=True)
    brush.fill(rest, floor)
    with brush.inside(rest):
        for _ in range(3):
            x, y = project(dice.span(0.2, 0.9), dice.span(0.2, 0.9))
            trail = [(x - 7, y + 3.2), (x - 1, y + 0.4), (x + 6, y - 2)]
            brush.line(trail, 0.9, mix(floor, INK, 0.26), 0.7)
        for _ in range(2):
            x, y = project(dice.span(0.2, 0.9), dice.span(0.2, 0.9))
            brush.oval(x, y, 1.6, 0.9, mix(ASH, PAPER, 0.2), 0.5)
        if brush.snow:
            x, y = project(0.55, 0.6)
            brush.oval(x, y, 13, 3, SNOW, alpha=0.5)


# ---- the steps between plots on a slope, drawn in place of the front bunds


def ledge(brush: Brush, side: str) -> None:
    """The front edge of a plot on a slope: a bund, and below it the wall down to the next plot.

    Side 'sw' or 'se'. The wall hangs over the tile in front, since the plot there lies lower.
    """
    steps = 12

    def at(across: float, along: float, drop: float = 0.0) -> Point:
        x, y = project(along, across) if side == "sw" else project(across, along)
        return x, y + drop

    def edge(across: float, key: object, drop: float = 0.0) -> list[Point]:
        found = []
        for step in range(steps + 1):
            wander = 0.016 * (chance("ledge", side, key, step) - 0.5) if 0 < step < steps else 0
            found.append(at(across + wander, -0.02 + 1.04 * step / steps, drop))
        return found

    season = brush.season
    tone = mix(season.bank, season.grass_dark, 0.3)
    face = mix(tone, INK, 0.0 if side == "sw" else 0.22)
    rim, foot = edge(1.0, 0), edge(1.0, 0, LEDGE)
    brush.fill([*rim, *reversed(foot)], face)
    dice = Dice("ledge", side)
    for _ in range(13):
        x, y = at(1.0, dice.unit(), dice.span(1, LEDGE - 3))
        brush.line([(x, y), (x + 0.4, y + dice.span(1.5, 3.6))], 0.7, mix(face, INK, 0.34), 0.75)
    brush.line(foot, 0.9, mix(face, INK, 0.5), wobble=0)
    top = edge(0.9, 1)
    brush.fill([*top, *reversed(rim)], mix(season.path, season.grass, 0.45))
    if brush.snow:
        brush.fill([*edge(0.93, 2), *reversed(rim)], SNOW, 0.85)
    brush.line(top, 0.7, mix(tone, INK, 0.3), 0.7, wobble=0)
    brush.line(rim, 1.0, mix(tone, INK, 0.55), wobble=0)
    for _ in range(3):
        tuft(brush, *at(0.99, dice.unit()), dice)


LEDGES = ("sw", "se")
WALLS: dict[str, Callable[[Brush, int], None]] = {"step": terrace_wall, "cliff": cliff,
                                                  "gulch": gulch}  # fmt: skip
