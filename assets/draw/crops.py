"""Field tiles: bare soil, paddies, and the bunds between plots."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .canvas import Brush, Dice, chance, curve, project, spline
from .ground import GROW, diamond
from .pigments import (
    ASH,
    DUN,
    EARTH,
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
    Colour,
    mix,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 5


def lay_soil(brush: Brush, colour: Colour) -> None:
    brush.fill(diamond(), mix(colour, FROST, 0.3) if brush.snow else colour)


def drift(brush: Brush, variant: int, key: object, rows: int = ROWS) -> None:
    """In winter snow lies in the furrows, and here and there over some of them."""
    if not brush.snow:
        return
    dice = Dice("drift", variant, key)
    for row in range(rows):
        b = row_at(row, rows) - 0.05
        brush.line([project(-GROW, b), project(1 + GROW, b)], 0.9, SNOW, 0.62, wobble=0.2)
        at = dice.span(-0.1, 0.5)
        while at < 0.9:
            end = min(1 + GROW, at + dice.span(0.14, 0.42))
            strip = [(at, b + 0.01), (at + 0.05, b - 0.05), (end - 0.06, b - 0.06), (end, b + 0.01),
                     ((at + end) / 2, b + 0.07)]  # fmt: skip
            if dice.unit() < 0.6:
                brush.fill([project(*spot) for spot in strip], SNOW, 0.82)
            at = end + dice.span(0.12, 0.4)
    if variant:
        a0, b0 = dice.span(0.3, 0.7), dice.span(0.3, 0.7)
        ring = []
        for step in range(11):
            turn = math.tau * step / 11
            out = dice.span(0.8, 1.2)
            ring.append(project(a0 + 0.3 * out * math.cos(turn), b0 + 0.1 * out * math.sin(turn)))
        brush.fill(spline(ring, closed=True), SNOW, 0.75)


def row_at(row: int, rows: int = ROWS) -> float:
    return (row + 0.5) / rows


# ---- bare ground


def furrows(brush: Brush, variant: int, soil: Colour, light: float) -> None:
    dice = Dice("furrow", variant, soil)
    lay_soil(brush, soil)
    tone = mix(soil, FROST, 0.3) if brush.snow else soil
    for row in range(ROWS):
        b = row_at(row)
        bend = b + 0.012 * (dice.unit() - 0.5)
        ridge = [project(-GROW, b), project(0.5, bend), project(1 + GROW, b)]
        brush.line(ridge, 2.0, mix(tone, INK, 0.38), 0.85, wobble=0.25)
        back = mix(tone, PAPER, light)
        brush.line([project(-GROW, b - 0.055), project(1 + GROW, b - 0.055)], 0.9, back, 0.9)
        for _ in range(3):  # clods on the ridge
            x, y = project(dice.span(0.05, 0.95), b - dice.span(0.07, 0.12))
            brush.oval(x, y, dice.span(0.9, 1.7), 0.8, mix(tone, INK, 0.22), alpha=0.8)
    drift(brush, variant, soil)


def drills(brush: Brush, soil: Colour, rows: int = ROWS, strength: float = 0.5) -> None:
    """The shallow lines in which grain was sown, or stood."""
    tone = mix(soil, FROST, 0.3) if brush.snow else soil
    for row in range(rows):
        b = row_at(row, rows) + 0.03
        line = [project(-GROW, b), project(1 + GROW, b)]
        brush.line(line, 1.5, mix(tone, INK, 0.3), strength, wobble=0.2)


def plough(brush: Brush, variant: int) -> None:
    furrows(brush, variant, LOAM, 0.28)


def fallow(brush: Brush, variant: int) -> None:
    furrows(brush, variant, mix(EARTH, DUN, 0.6), 0.2)
    dice = Dice("weeds", variant)
    weed = mix(brush.season.grass_dark, INK, 0.15)
    for _ in range(5):
        x, y = project(dice.span(0.1, 0.9), dice.span(0.1, 0.9))
        brush.line([(x - 1.6, y - 2), (x, y), (x + 0.3, y - 2.8)], 0.7, weed, 0.9)


def _dotted(variant: int, mark: Callable[[float, float, Dice], None]) -> None:
    dice = Dice("dots", variant)
    for row in range(ROWS):
        for step in range(7):
            a = (step + 0.25 + 0.5 * (row % 2)) / 7
            x, y = project(a, row_at(row))
            mark(x + dice.span(-0.6, 0.6), y + dice.span(-0.3, 0.3), dice)


def sprout(brush: Brush, variant: int) -> None:
    """Young grain in its drills; winter wheat lies dun and low between lines of snow."""
    soil = mix(EARTH_DEEP, ASH, 0.4) if brush.snow else mix(EARTH_DEEP, EARTH, 0.4)
    lay_soil(brush, soil)
    drills(brush, soil, strength=0.75 if brush.snow else 0.45)
    drift(brush, variant, "sprout")
    colour = mix(LEAF, DUN, 0.45) if brush.snow else mix(LEAF, PINE, 0.25)

    def mark(x: float, y: float, dice: Dice) -> None:
        tall = dice.span(1.4, 2.2) if brush.snow else dice.span(2.0, 2.8)
        brush.line([(x - 1.4, y - tall), (x, y), (x + 1.5, y - tall)], 0.85, colour)

    _dotted(variant, mark)


def stubble(brush: Brush, variant: int) -> None:
    soil = mix(STRAW, EARTH, 0.45)
    lay_soil(brush, soil)
    drills(brush, soil, strength=0.6 if brush.snow else 0.3)
    drift(brush, variant, "stubble")

    def mark(x: float, y: float, dice: Dice) -> None:
        brush.line([(x, y), (x + 0.3, y - dice.span(1.6, 2.8))], 0.8, mix(OCHRE, EARTH_DEEP, 0.5))

    _dotted(variant, mark)


# ---- paddies


def _flood(brush: Brush, variant: int) -> Dice:
    season, dice = brush.season, Dice("paddy", variant)
    brush.fill(diamond(), season.water)
    for _ in range(3):
        x, y = project(dice.span(0.2, 0.8), dice.span(0.2, 0.8))
        brush.fill([(x - 9, y), (x, y - 0.9), (x + 10, y), (x, y + 0.7)], season.water_light, 0.8)
    if brush.snow and variant:  # ice, with snow on it
        turns = [math.tau * step / 9 for step in range(9)]
        ice = [project(0.5 + 0.36 * math.cos(at), 0.5 + 0.2 * dice.span(0.8, 1.2) * math.sin(at))
               for at in turns]  # fmt: skip
        brush.fill(spline(ice, closed=True), SNOW, 0.6)
    return dice


def rice_flooded(brush: Brush, variant: int) -> None:
    dice = _flood(brush, variant)
    for _ in range(2):
        x, y = project(dice.span(0.25, 0.75), dice.span(0.25, 0.75))
        wave = curve((x - 7, y + 2), (x, y - 2), (x + 7, y - 2))
        brush.line(wave, 0.8, mix(brush.season.water, INK, 0.25), 0.6, wobble=0)


def rice_planted(brush: Brush, variant: int) -> None:
    _flood(brush, variant)
    colour = mix(LEAF, PINE, 0.35)

    def mark(x: float, y: float, dice: Dice) -> None:
        tall = dice.span(3.8, 5)
        brush.line([(x, y + 1.5), (x, y - 0.3)], 0.8, mix(brush.season.water, INK, 0.3), 0.35)
        for lean in (-1.5, 0, 1.5):
            brush.line([(x, y), (x + lean, y - tall * (0.8 if lean else 1))], 0.95, colour)

    _dotted(variant, mark)


# ---- bunds

_BACK, _FRONT = (-0.105, 0.02), (0.905, 1.02)
BUNDS = {"nw": ("a", _BACK), "ne": ("b", _BACK), "se": ("a", _FRONT), "sw": ("b", _FRONT)}


def bund(brush: Brush, side: str) -> None:
    """The earth bank along one edge of a plot, run on a little to meet its neighbour."""
    axis, (near, far) = BUNDS[side]
    steps = 12

    def at(across: float, along: float) -> tuple[float, float]:
        return project(across, along) if axis == "a" else project(along, across)

    def edge(across: float, key: object) -> list[tuple[float, float]]:
        points = []
        for step in range(steps + 1):
            along = between_ends(step / steps)
            wander = 0.012 * (chance(side, key, step) - 0.5) if 0 < step < steps else 0
            points.append(at(across + wander, along))
        return points

    def between_ends(share: float) -> float:
        return -0.1 + 1.12 * share

    outer, inner = edge(near, 0), edge(far, 1)
    tone = mix(brush.season.path, brush.season.grass, 0.35)
    brush.fill([*outer, *reversed(inner)], tone)
    if brush.snow:
        lee = 0.095 if side in ("nw", "ne") else 0.06
        brush.fill([*outer, *reversed(edge(near + lee, 2))], SNOW, 0.9)
    brush.line(outer if side in ("nw", "ne") else inner, 0.8, EARTH_DEEP, 0.8, wobble=0)
    brush.line(inner if side in ("nw", "ne") else outer, 0.7, mix(tone, INK, 0.3), 0.7, wobble=0)


PLAIN: dict[str, Callable[[Brush, int], None]] = {
    "field_plough": plough, "field_sprout": sprout, "field_stubble": stubble,
    "field_fallow": fallow, "rice_flooded": rice_flooded, "rice_planted": rice_planted,
}  # fmt: skip
