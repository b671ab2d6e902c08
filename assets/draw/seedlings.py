"""Young crops and cut ones, where they differ from drilled grain: tall crops, tubers, paddies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .canvas import Brush, Dice, blob, chance, project
from .crops import drift, drills, lay_soil, row_at
from .pigments import (
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
    mix,
)  # fmt: skip
from .standing import GREEN, RIPE, ridges, vines

if TYPE_CHECKING:
    from collections.abc import Callable

_SOIL = mix(EARTH_DEEP, EARTH, 0.4)


def tall_sprout(brush: Brush, variant: int) -> None:
    """Maize and sorghum in hills, four rows of single plants."""
    lay_soil(brush, _SOIL)
    drills(brush, _SOIL, 4, 0.4)
    drift(brush, variant, "tall sprout", 4)
    for row in range(4):
        for step in range(6):
            key = ("tall sprout", variant, row, step)
            x, y = project((step + 0.3 + 0.4 * (row % 2)) / 6, row_at(row, 4))
            tall = 3.4 + chance(key)
            for lean in (-2.4, 2.5):
                brush.line([(x, y), (x + lean * 0.5, y - tall), (x + lean, y - tall * 0.6)], 0.9,
                           mix(LEAF, PINE, 0.3 if lean < 0 else 0.1))  # fmt: skip


def tall_stubble(brush: Brush, variant: int) -> None:
    """Thick stubs, and a few leaves that were left lying."""
    soil = mix(EARTH_DEEP, STRAW, 0.34)
    lay_soil(brush, soil)
    drills(brush, soil, 4, 0.7 if brush.snow else 0.4)
    drift(brush, variant, "tall", 4)
    for row in range(4):
        for step in range(6):
            key = ("tall stubble", variant, row, step)
            x, y = project((step + 0.3 + 0.4 * (row % 2)) / 6, row_at(row, 4))
            tall = 2.6 + 1.6 * chance(key)
            brush.line([(x, y), (x + 0.5, y - tall)], 1.5, mix(OCHRE, EARTH_DEEP, 0.5), wobble=0)
            brush.oval(x + 0.5, y - tall, 0.8, 0.5, mix(STRAW, PAPER, 0.3))
            if chance(key, 1) < 0.3:
                brush.line([(x + 1, y + 1), (x + 6, y - 0.6)], 0.9, mix(STRAW, EARTH, 0.4))


def tuber_sprout(brush: Brush, variant: int) -> None:
    """Slips set out along the ridges."""
    rows = ridges(brush, mix(EARTH, LOAM, 0.35))
    vines(brush, rows, variant, [mix(LEAF, PINE, 0.2), mix(LEAF, PAPER, 0.15)], 3)


def tuber_stubble(brush: Brush, variant: int) -> None:
    """Ridges that were dug over, with withered vines."""
    soil = mix(LOAM, EARTH, 0.45)
    lay_soil(brush, soil)
    dice = Dice("dug", variant)
    tone = mix(soil, FROST, 0.3) if brush.snow else soil
    for row in range(4):
        for step in range(7):
            x, y = project((step + dice.unit()) / 7.4, row_at(row, 4) + dice.span(-0.05, 0.05))
            clod = blob(
                x, y, dice.span(2.6, 4.4), dice.span(1.2, 2), ("clod", variant, row, step), 7
            )
            brush.fill(clod, mix(tone, PAPER if step % 2 else INK, 0.14))
            if step % 3 == row % 3:
                brush.line([(x - 3, y + 1), (x, y - 0.6), (x + 3.6, y + 0.4)], 0.8,
                           mix(LEAF, EARTH_DEEP, 0.6))  # fmt: skip
    drift(brush, variant, "dug", 4)


def rice_stubble(brush: Brush, variant: int) -> None:
    """Tufts in rows in drained mud."""
    mud = mix(mix(EARTH_DEEP, STRAW, 0.35), LEAF, 0.12)
    lay_soil(brush, mud)
    drills(brush, mud, strength=0.5)
    drift(brush, variant, "paddy")
    dice = Dice("rice stubble", variant)
    for row in range(5):
        for step in range(7):
            x, y = project((step + 0.25 + 0.5 * (row % 2)) / 7, row_at(row))
            tall = dice.span(1.6, 2.6)
            for lean in (-1.1, 0, 1.1):
                brush.line([(x, y), (x + lean, y - tall)], 0.7, mix(STRAW, EARTH_DEEP, 0.3))
    if variant:
        x, y = project(dice.span(0.3, 0.7), dice.span(0.3, 0.7))
        brush.fill(blob(x, y, 9, 2.6, "puddle", 9, 0.25), brush.season.water, 0.55)


def potato(brush: Brush, variant: int, stage: str) -> None:
    """Bushy rows on ridges, with pale flowers; ripe, the tops lie yellow and tubers show."""
    rows = ridges(brush, mix(EARTH, LOAM, 0.3))
    leaf = mix(LEAF, PINE, 0.5) if stage == GREEN else mix(STRAW, LEAF, 0.4)
    for row, b in enumerate(rows):
        for step in range(6):
            key = ("potato", variant, row, step)
            x, y = project((step + 0.5) / 6, b + 0.05 * (chance(key) - 0.5))
            high = 3.4 if stage == GREEN else 1.9
            brush.fill(blob(x, y - high * 0.5, 4.6, high, key, 8, 0.25), mix(leaf, INK, 0.32))
            brush.fill(blob(x - 0.5, y - high * 0.8, 3.7, high * 0.75, (key, 1), 8, 0.25), leaf)
            if stage == GREEN and chance(key, 2) < 0.4:
                brush.oval(x + 1.4, y - high * 1.3, 1.0, 0.8, mix(PAPER, SNOW, 0.5))
            if stage == RIPE and chance(key, 3) < 0.45:
                brush.oval(x + 1, y + 1.6, 1.7, 1.1, mix(STRAW, EARTH, 0.35), 0.4)


CELLS: dict[str, Callable[[Brush, int], None]] = {
    **{f"{crop}_sprout": tall_sprout for crop in ("maize", "sorghum")},
    **{f"{crop}_stubble": tall_stubble for crop in ("maize", "sorghum")},
    **{f"{crop}_sprout": tuber_sprout for crop in ("sweet_potato", "potato")},
    **{f"{crop}_stubble": tuber_stubble for crop in ("sweet_potato", "potato")},
    "rice_stubble": rice_stubble,
}
