"""The terraced hill: stacked paper-cut layers, wooded, thinned, or bare with gullies."""

from __future__ import annotations

import math

import skia

from .canvas import Brush, Dice, blob, chance, project, spline, union
from .nature import bare_tree, pine, round_tree, stump
from .pigments import (
    EARTH_DEEP,
    INK,
    PAPER,
    SNOW,
    mix,
)  # fmt: skip
from .plants import scrub

HILL_CENTRE, HILL_RADIUS, HILL_TERRACES, TERRACE = 2.5, 2.4, 3, 15
_RING = 26  # points of a terrace's outline


class _Terrace:
    """One paper-cut layer of the hill."""

    def __init__(self, level: int, key: object) -> None:
        self.level = level
        self.z = level * TERRACE
        self.radius = HILL_RADIUS * (1 - level / (HILL_TERRACES + 0.35))
        self.centre = HILL_CENTRE - 0.2 * level * HILL_RADIUS / 3
        self.bulge = [
            1 + 0.16 * (chance(key, step // 3) * 2 - 1) + 0.06 * (chance(key, level, step) * 2 - 1)
            for step in range(_RING)
        ]
        ring = [self.spot(math.tau * step / _RING, self.radius) for step in range(_RING)]
        self.top = _closed(ring, self.z + TERRACE)
        self.foot = _closed(ring, self.z)
        drops = [skia.Path(self.foot) for _ in range(0, TERRACE + 1, 2)]
        for index, drop in enumerate(drops):
            drop.offset(0, -2 * index)
        self.side = union(drops)

    def spot(self, turn: float, out: float) -> tuple[float, float]:
        """A point of the terrace by its bearing and its distance, which the bulges stretch."""
        bulge = self.bulge[round(turn / math.tau * _RING) % _RING]
        return (self.centre + math.cos(turn) * out * bulge,
                self.centre + math.sin(turn) * out * bulge)  # fmt: skip


def _closed(ring: list[tuple[float, float]], z: float) -> skia.Path:
    return spline([project(a, b, z) for a, b in ring], closed=True)


def _terrace_side(brush: Brush, terrace: _Terrace, state: str) -> None:
    earth = mix(brush.season.hill_side, EARTH_DEEP, 0.25)
    dice = Dice("side", terrace.level)
    brush.fill(terrace.side, earth)
    with brush.inside(terrace.side):
        middle = project(terrace.centre, terrace.centre)[0]
        box = terrace.side.getBounds()
        brush.fill([(middle + 6, box.bottom()), (box.right(), box.bottom()),
                    (box.right(), box.top()), (middle + box.width() * 0.18, box.top())],
                   INK, 0.14)  # fmt: skip
        for _ in range(int(terrace.radius * 26)):
            x, y = project(*terrace.spot(dice.unit() * math.tau, terrace.radius), terrace.z)
            brush.line([(x, y - 1), (x + 0.5, y - TERRACE * dice.span(0.35, 0.85))], 0.7,
                       mix(earth, INK, 0.4), 0.6)  # fmt: skip
        if state in {"stumps", "bare"}:
            for _ in range(int(terrace.radius * 7)):
                spot = terrace.spot(dice.unit() * math.tau, terrace.radius)
                x, y = project(*spot, terrace.z + TERRACE)
                scar = [(x - 1, y), (x + 1.4, y + 5), (x - 0.8, y + 10), (x + 1.5, y + TERRACE + 2)]
                brush.line(scar, 1.6, mix(earth, INK, 0.5), 0.8)
                brush.line([(x + 1.4, y + 5), (x + 4.5, y + 10)], 1, mix(earth, INK, 0.5), 0.7)
    brush.line(terrace.side, 0.9, mix(earth, INK, 0.55), closed=True)


def _terrace_top(brush: Brush, terrace: _Terrace) -> None:
    season, dice = brush.season, Dice("top", terrace.level)
    brush.fill(terrace.top, mix(season.hill, PAPER, 0.07 * terrace.level))
    with brush.inside(terrace.top):
        for index in range(3 if brush.snow else 0):
            out = dice.unit() * terrace.radius * 0.8
            x, y = project(*terrace.spot(dice.unit() * 6.28, out), terrace.z + TERRACE)
            drift = blob(
                x, y, dice.span(28, 62), dice.span(8, 17), (terrace.level, index), 11, 0.22
            )
            brush.fill(drift, SNOW, 0.6)
        for _ in range(int(terrace.radius * 22)):
            turn, out = dice.on_disc()
            x, y = project(*terrace.spot(turn, out * terrace.radius), terrace.z + TERRACE)
            blades = [(x - 1.3, y - 2), (x, y), (x + 1.3, y - 2.3)]
            brush.line(blades, 0.6, mix(season.hill_side, INK, 0.2), 0.7)
    earth = mix(season.hill_side, EARTH_DEEP, 0.25)
    brush.line(terrace.top, 0.8, mix(earth, INK, 0.4), closed=True)


def _hill_plant(brush: Brush, x: float, y: float, state: str, key: object) -> None:
    kind, size = chance(key, "kind"), 0.86 + 0.4 * chance(key, "size")
    if state == "dense":
        if kind < 0.62:
            pine(brush, x, y, size * 0.98, key)
        else:
            round_tree(brush, x, y, size * 0.78, key)
    elif state == "thin" and kind >= 0.4:
        if kind < 0.75:
            pine(brush, x, y, size * 0.8, key)
        else:
            bare_tree(brush, x, y, size * 0.8, key)
    elif state == "bare":
        if kind >= 0.72:
            scrub(brush, x, y, size, key)
    elif state == "stumps" and kind >= 0.9:
        bare_tree(brush, x, y, size * 0.8, key)
    else:
        stump(brush, x, y, 0.7 + 0.25 * size)


def hill(brush: Brush, state: str, shape: str = "h1") -> None:
    """A hill of stacked terraces on 5 x 5 tiles: dense, thin, or stumps with gullies."""
    waiting: list[tuple[float, float, float, object]] = []
    for level in range(HILL_TERRACES):
        terrace = _Terrace(level, shape)
        if not level:
            shadow = skia.Path(terrace.foot)
            shadow.offset(12, -2)
            brush.shade(shadow)
        _terrace_side(brush, terrace, state)
        _terrace_top(brush, terrace)
        inner = HILL_RADIUS * (1 - (level + 1) / (HILL_TERRACES + 0.35)) * 0.92
        inner = inner if level < HILL_TERRACES - 1 else 0
        room = terrace.radius**2 * 0.94 - inner**2
        count = int((terrace.radius**2 - inner**2) * (13 if state == "dense" else 6.5)) + 3
        plants = []
        for index in range(count):
            key = (shape, level, index)
            out = math.sqrt(inner**2 + room * chance(key, "out"))
            a, b = terrace.spot(math.tau * chance(key, "turn"), out)
            plants.append((a + b, *project(a, b, terrace.z + TERRACE), key))
        for plant in sorted(plants, key=lambda plant: plant[0]):
            if plant[0] < terrace.centre * 2 - inner * 0.2:
                _hill_plant(brush, plant[1], plant[2], state, plant[3])
            else:
                waiting.append(plant)
    for _, x, y, key in sorted(waiting, key=lambda plant: plant[0]):
        _hill_plant(brush, x, y, state, key)
