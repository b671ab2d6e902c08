"""The six standing crops: green, ripe, left to rot. They differ in outline, not in hue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from .canvas import Brush, blob, chance, curve, project, rectangle
from .ground import GROW
from .pigments import (
    ASH,
    CINNABAR_DEEP,
    DUN,
    EARTH,
    EARTH_DEEP,
    GOLD,
    INK,
    LEAF,
    LOAM,
    OCHRE,
    PAPER,
    PINE,
    STRAW,
    Colour,
    mix,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable
from .crops import ROWS, drift, lay_soil, row_at

GREEN, RIPE, ROT = "green", "ripe", "rot"
STAGES = (GREEN, RIPE, ROT)
CROPS = ("wheat", "maize", "millet", "sorghum", "sweet_potato", "rice", "potato")
TUBERS = ("sweet_potato", "potato")
_LODGED = 0.42  # share of rotting stalks that lie flat
_WITHERED = mix(ASH, OCHRE, 0.33)


def _serrated(brush: Brush, b: float, height: float, colour: Colour, key: object) -> None:
    """The body of one row: a strip with a ragged top."""
    marks = 11
    points = [project(-GROW, b + 0.1)]
    for step in range(marks + 1):
        tall = height * (0.78 + 0.34 * chance("top", key, step)) * (1 if step % 2 else 0.8)
        points.append(project(step / marks, b + 0.02, tall))
    points.append(project(1 + GROW, b + 0.1))
    brush.fill(points, colour)


def _lodged_stalks(brush: Brush, b: float, height: float, key: object) -> None:
    """A row that was never cut: part lies flat, part leans and greys."""
    dark = mix(_WITHERED, INK, 0.38)
    points = [project(-GROW, b + 0.1)]
    for step in range(12):
        down = chance("down", key, step // 2) < _LODGED
        tall = height * (0.2 if down else 0.7 + 0.3 * chance("rot", key, step))
        points.append(project(step / 11, b + 0.02, tall))
    points.append(project(1 + GROW, b + 0.1))
    brush.fill(points, mix(_WITHERED, EARTH_DEEP, 0.1 * chance(key)))
    for step in range(11):
        x, y = project((step + 0.5) / 11, b + 0.05)
        if chance("down", key, step // 2) < _LODGED:
            brush.line([(x - 3, y - 0.5), (x + 3, y - 2.2)], 0.6, dark, 0.8)
            continue
        lean = x + 2.5 * (chance("lean", key, step) - 0.3)
        brush.line(
            [(x, y), (lean, y - height * 0.7), (lean + 2, y - height * 0.55)], 0.6, dark, 0.8
        )


def _ears(
    brush: Brush, variant: int, base: Colour, height: float, ear: Callable[..., None]
) -> None:
    """Wheat, millet and rice: five thick rows, each stalk with its ear."""
    for row in range(ROWS):
        key = (variant, row, base)
        _serrated(brush, row_at(row), height, mix(base, EARTH_DEEP, 0.12 * (row % 2)), key)
        for step in range(11):
            x, y = project((step + 0.5) / 11, row_at(row) + 0.05)
            tall = height * (0.72 + 0.34 * chance("stalk", key, step))
            brush.line([(x, y), (x + 0.6, y - tall * 0.7)], 0.55, mix(base, INK, 0.38), 0.55)
            ear(x, y, tall, step, key)


def wheat(brush: Brush, variant: int, stage: str) -> None:
    base = GOLD if stage == RIPE else mix(LEAF, PINE, 0.22)
    light = mix(base, PAPER, 0.4)
    lay_soil(brush, mix(base, EARTH_DEEP, 0.4))

    def ear(x: float, y: float, tall: float, step: int, _key: object) -> None:
        if stage == RIPE:
            brush.line([(x + 0.5, y - tall * 0.62), (x + 1.5, y - tall - 0.2)], 1.25,
                       light if step % 3 else OCHRE, 0.95)  # fmt: skip
        else:
            brush.line([(x + 0.4, y - tall * 0.6), (x + 1.2, y - tall)], 0.8,
                       light if step % 3 == 0 else mix(base, PINE, 0.35), 0.9)  # fmt: skip

    _ears(brush, variant, base, 8.5 if stage == RIPE else 7, ear)


def rice(brush: Brush, variant: int, stage: str) -> None:
    """Ripe rice is lower and greener than wheat, and its ears bow."""
    base = mix(GOLD, LEAF, 0.42) if stage == RIPE else mix(LEAF, PINE, 0.12)
    ripe_ear = mix(GOLD, PAPER, 0.3)
    lay_soil(
        brush, mix(base, EARTH_DEEP, 0.3) if stage == RIPE else mix(brush.season.water, PINE, 0.3)
    )

    def ear(x: float, y: float, tall: float, step: int, _key: object) -> None:
        if stage == RIPE:
            bow = curve((x, y - tall * 0.6), (x + 0.8, y - tall - 1), (x + 3.2, y - tall * 0.62))
            brush.line(bow, 1.0, ripe_ear if step % 3 else mix(base, PINE, 0.3), 0.95, wobble=0)
        else:
            tone = mix(base, PAPER, 0.3) if step % 3 == 0 else mix(base, PINE, 0.4)
            brush.line([(x - 1.6, y - tall * 0.8), (x, y), (x + 1.6, y - tall * 0.9)], 0.75, tone)

    _ears(brush, variant, base, 6.8 if stage == RIPE else 6.2, ear)


def millet(brush: Brush, variant: int, stage: str) -> None:
    """Long heads that hang over like foxtails."""
    ripe = stage == RIPE
    base = mix(OCHRE, LEAF, 0.35) if ripe else mix(LEAF, PINE, 0.3)
    head = mix(GOLD, OCHRE, 0.5) if ripe else mix(LEAF, STRAW, 0.4)
    lay_soil(brush, mix(base, EARTH_DEEP, 0.4))

    def ear(x: float, y: float, tall: float, step: int, key: object) -> None:
        if step % 2 or chance("bare", key, step) < 0.15:
            return
        hang = curve((x, y - tall), (x + 3.2, y - tall - 4), (x + 4.8, y - tall + 2.2))
        brush.line(hang, 2.3, mix(head, INK, 0.45), wobble=0)
        brush.line(hang, 1.5, head, wobble=0)

    _ears(brush, variant, base, 10 if ripe else 8.5, ear)


def _stalks(
    brush: Brush, variant: int, soil: Colour, stalk: Callable[[float, float, int, object], None]
) -> None:
    """Maize and sorghum: four rows of single tall plants over open soil."""
    rows, plants = 4, 6
    lay_soil(brush, soil)
    for row in range(rows):
        b = row_at(row, rows)
        brush.line([project(0, b), project(1, b)], 1.6, mix(soil, INK, 0.25), 0.5)
        for step in range(plants):
            key = (variant, row, step)
            a = (step + 0.3 + 0.4 * (row % 2) + 0.2 * (chance("at", key) - 0.5)) / plants
            x, y = project(min(a, 0.99), b)
            stalk(x, y, step, key)


def _broad_leaves(
    brush: Brush, x: float, y: float, tall: float, colour: Colour, key: object
) -> None:
    """Arching leaves on both sides of a stem."""
    dark = mix(colour, INK, 0.4)
    brush.line([(x, y), (x, y - tall)], 1.5, mix(colour, INK, 0.2), wobble=0)
    for index, level in enumerate((0.3, 0.55, 0.78)):
        side = 1 if (index + (chance("side", key) < 0.5)) % 2 else -1
        root = (x, y - tall * level)
        tip = (x + side * 4.6, y - tall * level - 0.6 + 1.4 * chance("tip", key, index))
        leaf = skia.Path()
        leaf.moveTo(*root)
        leaf.quadTo(x + side * 2.4, root[1] - 5, *tip)
        leaf.quadTo(x + side * 2.2, root[1] - 2.2, *root)
        leaf.close()
        brush.fill(leaf, colour if index % 2 else mix(colour, PAPER, 0.14))
        brush.line(leaf, 0.45, dark, 0.8, closed=True, wobble=0)


def maize(brush: Brush, variant: int, stage: str) -> None:
    ripe = stage == RIPE
    leaf = mix(STRAW, LEAF, 0.3) if ripe else mix(LEAF, PINE, 0.42)

    def plant(x: float, y: float, step: int, key: object) -> None:
        tall = 14.5 + 2.5 * chance("tall", key)
        _broad_leaves(brush, x, y, tall, leaf, key)
        brush.line([(x - 1, y - tall - 2.2), (x, y - tall), (x + 1.2, y - tall - 2.4)], 0.8,
                   OCHRE if ripe else mix(leaf, STRAW, 0.6), wobble=0)  # fmt: skip
        if ripe or step % 3 == 0:
            side = 1 if chance("cob", key) < 0.5 else -1
            cob = (x + side * 1.5, y - tall * 0.52)
            brush.oval(*cob, 1.4, 2.4, GOLD if ripe else mix(leaf, PAPER, 0.3), 0.5)

    _stalks(brush, variant, mix(leaf, EARTH_DEEP, 0.62), plant)


def sorghum(brush: Brush, variant: int, stage: str) -> None:
    ripe = stage == RIPE
    leaf = mix(LEAF, OCHRE, 0.4) if ripe else mix(LEAF, PINE, 0.34)
    head = mix(CINNABAR_DEEP, EARTH_DEEP, 0.25) if ripe else mix(LEAF, EARTH_DEEP, 0.35)

    def plant(x: float, y: float, _step: int, key: object) -> None:
        tall = 14 + 3 * chance("tall", key)
        _broad_leaves(brush, x, y, tall * 0.86, leaf, key)
        brush.line([(x, y - tall * 0.8), (x, y - tall)], 1.0, mix(leaf, INK, 0.3), wobble=0)
        brush.oval(
            x, y - tall - 1.6, *((1.9, 3.0) if ripe else (1.4, 2.5)), head, 0.6 if ripe else None
        )
        brush.line([(x - 0.8, y - tall - 3), (x - 0.6, y - tall - 0.6)], 0.6, mix(head, PAPER, 0.3),
                   wobble=0)  # fmt: skip

    _stalks(brush, variant, mix(leaf, EARTH_DEEP, 0.62), plant)


def ridges(brush: Brush, soil: Colour) -> list[float]:
    """Four raised ridges with dark furrows between."""
    lay_soil(brush, soil)
    rows = [row_at(row, 4) for row in range(4)]
    for b in rows:
        brush.fill(rectangle(-GROW, b - 0.09, 1 + GROW, b + 0.03), mix(soil, PAPER, 0.16))
        brush.line([project(-GROW, b + 0.11), project(1 + GROW, b + 0.11)], 2, mix(soil, INK, 0.36))
    return rows


def vines(
    brush: Brush, rows: list[float], variant: int, leaves: list[Colour], per_row: int
) -> None:
    for row, b in enumerate(rows):
        for step in range(per_row):
            key = ("vine", variant, row, step)
            x, y = project((step + 0.5) / per_row, b + 0.06 * (chance(key) - 0.5))
            colour = leaves[int(chance("c", key) * len(leaves))]
            brush.fill(blob(x, y - 1.2, 3.3, 1.9, key, 7, 0.3), mix(colour, INK, 0.3))
            brush.fill(blob(x - 0.3, y - 1.8, 2.7, 1.5, (key, 1), 7, 0.3), colour)


def sweet_potato(brush: Brush, variant: int, stage: str) -> None:
    """Low vines on ridges; when ripe the leaves yellow and tubers show."""
    rows = ridges(brush, mix(EARTH, LOAM, 0.45))
    green, deep = mix(LEAF, PINE, 0.25), mix(LEAF, PINE, 0.6)
    if stage == GREEN:
        vines(brush, rows, variant, [green, deep, mix(LEAF, PAPER, 0.15)], 8)
        return
    vines(brush, rows, variant, [mix(LEAF, OCHRE, 0.5), mix(STRAW, LEAF, 0.3), green], 6)
    for row, b in enumerate(rows):
        for step in range(3):
            a = 0.18 + 0.3 * step + 0.1 * chance("tuber", variant, row, step)
            x, y = project(a, b + 0.07)
            brush.oval(x, y, 1.9, 1.1, mix(CINNABAR_DEEP, DUN, 0.42))


def rot(brush: Brush, variant: int, crop: str) -> None:
    """Ripe grain nobody was spared to cut."""
    if crop in TUBERS:
        rows = ridges(brush, mix(ASH, EARTH_DEEP, 0.5))
        vines(brush, rows, variant, [_WITHERED, mix(_WITHERED, INK, 0.2), mix(ASH, DUN, 0.5)], 5)
        return
    lay_soil(brush, mix(ASH, EARTH_DEEP, 0.4))
    drift(brush, variant, "rot")
    if crop in ("maize", "sorghum"):
        _broken_stalks(brush, variant, crop)
        return
    height = {"wheat": 6.0, "millet": 7.2, "rice": 4.8}[crop]
    for row in range(ROWS):
        _lodged_stalks(brush, row_at(row), height, (crop, variant, row))


def _broken_stalks(brush: Brush, variant: int, crop: str) -> None:
    dark = mix(_WITHERED, INK, 0.4)
    head = mix(CINNABAR_DEEP, ASH, 0.6) if crop == "sorghum" else mix(OCHRE, ASH, 0.55)

    def plant(x: float, y: float, _step: int, key: object) -> None:
        tall = 10 + 4 * chance("tall", key)
        if chance("down", key) < _LODGED:
            brush.line([(x - 4, y - 0.6), (x + 5, y - 3)], 1.2, dark, 0.9)
            brush.oval(x + 5, y - 3, 1.8, 1.1, head)
            return
        snap = (x + 1.5, y - tall * 0.7)
        brush.line([(x, y), snap, (snap[0] + 4, y - tall * 0.4)], 1.2, dark)
        brush.line([(x, y - tall * 0.4), (x - 3, y - tall * 0.2)], 0.9, _WITHERED)
        brush.oval(snap[0] + 4, y - tall * 0.36, 1.3, 2, mix(head, INK, 0.2))

    _stalks(brush, variant, mix(ASH, EARTH_DEEP, 0.42), plant)


STANDING: dict[str, Callable[[Brush, int, str], None]] = {
    "wheat": wheat, "maize": maize, "millet": millet, "sorghum": sorghum,
    "sweet_potato": sweet_potato, "rice": rice,
}  # fmt: skip
