"""Smoke: furnace plumes and thin kitchen smoke, eight frames that loop."""

from __future__ import annotations

import math

import skia

from .canvas import (
    Brush,
    Point,
    arc,
    blob,
    chance,
    oval_path,
    skia_colour,
    union,
)  # fmt: skip
from .pigments import (
    ASH,
    INK,
    PAPER,
    mix,
)  # fmt: skip


def smoke(
    brush: Brush, x: float, y: float, frame: int, *, puffs: int, height: float, drift: float,
    colour: str, alpha: float, key: object,
) -> None:  # fmt: skip
    """One frame of a plume: rising puffs joined into one shape that fades as it climbs."""
    phase, sway = (frame % 8) / 8, chance("smoke", key) * 6
    rising: list[tuple[float, float, float, float]] = []
    shapes = []
    for puff in range(-1, puffs):
        share = (puff + phase) / puffs
        if share < 0:
            continue
        swell = 0.86 + 0.28 * _looped(key, puff, phase)
        radius = 3.6 + 0.17 * height * share**0.8 * swell
        u = x + drift * share**1.35 + (2 + 5 * share) * math.sin(5.2 * share + sway)
        rising.append((share, u, y - height * share, radius))
        shapes.append(blob(u, y - height * share, radius * 1.05, radius * 0.9, key, 9, 0.09))
    root = skia.Path()
    half = min(3.6, height / 28)
    root.addRect(skia.Rect.MakeLTRB(x - half, y - height / puffs * 1.2, x + half + 0.8, y + 1))
    plume = union([*shapes, root])
    ends = ((x, y), (x + drift * 0.4, y - height * 1.02))
    brush.canvas.drawPath(plume, _fading(brush, ends, colour, mix(colour, PAPER, 0.75), alpha))
    edge = brush.pen(INK, 1, 1, 0)
    edge.setShader(_gradient(ends, mix(colour, INK, 0.5), colour, alpha * 0.85))
    brush.canvas.drawPath(plume, edge)
    for share, u, v, radius in rising:
        if 0.06 < share < 0.9:
            curl = arc(u, v, radius * 0.62, radius * 0.5, 150, 190)
            strength = alpha * 0.7 * (1 - share)
            brush.line(curl, 0.8, mix(colour, INK, 0.45), strength, wobble=0)
            brush.fill(oval_path(u - radius * 0.35, v - radius * 0.3, radius * 0.35, radius * 0.3),
                       PAPER, 0.16 * (1 - share))  # fmt: skip


def _looped(key: object, puff: int, phase: float) -> float:
    """A puff takes over its successor's size as the loop ends, so that nothing jumps."""
    now, following = chance(key, "size", puff % 4), chance(key, "size", (puff + 1) % 4)
    return now + (following - now) * phase


def _gradient(ends: tuple[Point, Point], first: str, last: str, alpha: float) -> skia.Shader:
    return skia.GradientShader.MakeLinear(
        [skia.Point(*end) for end in ends],
        [skia_colour(first, alpha), skia_colour(mix(first, last, 0.55), alpha * 0.8),
         skia_colour(last, 0)],
        [0, 0.5, 1],
    )  # fmt: skip


def _fading(
    brush: Brush, ends: tuple[Point, Point], first: str, last: str, alpha: float
) -> skia.Paint:
    paint = brush.paint(first)
    paint.setShader(_gradient(ends, first, last, alpha))
    return paint


FURNACE_SMOKE = mix(ASH, INK, 0.38)


def kitchen_smoke(brush: Brush, frame: int) -> None:
    """Thin smoke over a chimney whose top is at (0, 0)."""
    smoke(brush, 0, 0, frame, puffs=5, height=48, drift=20, colour=mix(PAPER, ASH, 0.6), alpha=0.78,
          key="kitchen")  # fmt: skip
