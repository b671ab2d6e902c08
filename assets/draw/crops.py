"""Field tiles: bare soil, paddies, and the bunds between plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .canvas import Brush, Dice, blob, chance, curve, project
from .ground import GROW, diamond
from .pigments import (
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


def _drift(brush: Brush, variant: int, dice: Dice) -> None:
    """In winter a little snow lies in the lee of some furrows."""
    if brush.snow and variant:
        x, y = project(dice.span(0.3, 0.7), dice.span(0.3, 0.7))
        brush.fill(blob(x, y, dice.span(10, 17), dice.span(2, 4), dice.key, 10, 0.25), SNOW, 0.7)


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
        back = SNOW if brush.snow else mix(tone, PAPER, light)
        brush.line([project(-GROW, b - 0.055), project(1 + GROW, b - 0.055)], 0.9, back, 0.9)
    _drift(brush, variant, dice)


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
    lay_soil(brush, mix(EARTH_DEEP, EARTH, 0.4))
    colour = mix(LEAF, PINE, 0.25)

    def mark(x: float, y: float, dice: Dice) -> None:
        tall = dice.span(2.0, 2.8)
        brush.line([(x - 1.4, y - tall), (x, y), (x + 1.5, y - tall)], 0.85, colour)

    _dotted(variant, mark)


def stubble(brush: Brush, variant: int) -> None:
    lay_soil(brush, mix(STRAW, EARTH, 0.45))

    def mark(x: float, y: float, dice: Dice) -> None:
        brush.line([(x, y), (x + 0.3, y - dice.span(1.6, 2.8))], 0.8, mix(OCHRE, EARTH_DEEP, 0.5))

    _dotted(variant, mark)
    _drift(brush, variant, Dice("stubble", variant))


# ---- paddies


def _flood(brush: Brush, variant: int) -> Dice:
    season, dice = brush.season, Dice("paddy", variant)
    brush.fill(diamond(), season.water)
    for _ in range(3):
        x, y = project(dice.span(0.2, 0.8), dice.span(0.2, 0.8))
        brush.fill([(x - 9, y), (x, y - 0.9), (x + 10, y), (x, y + 0.7)], season.water_light, 0.8)
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
    if brush.snow and side in ("nw", "ne"):
        brush.fill([*outer, *reversed(edge(near + 0.07, 2))], SNOW, 0.85)
    brush.line(outer if side in ("nw", "ne") else inner, 0.8, EARTH_DEEP, 0.8, wobble=0)
    brush.line(inner if side in ("nw", "ne") else outer, 0.7, mix(tone, INK, 0.3), 0.7, wobble=0)


PLAIN: dict[str, Callable[[Brush, int], None]] = {
    "field_plough": plough, "field_sprout": sprout, "field_stubble": stubble,
    "field_fallow": fallow, "rice_flooded": rice_flooded, "rice_planted": rice_planted,
}  # fmt: skip
