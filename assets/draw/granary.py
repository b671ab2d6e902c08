"""The brigade granary: a store house and three woven silos, full or slack."""

from __future__ import annotations

import skia

from .buildings import raised
from .canvas import Brush, polygon, project
from .pigments import (
    ASH,
    DUN,
    EARTH,
    EARTH_DEEP,
    INK,
    OCHRE,
    SNOW,
    STRAW,
    TILE,
    WALL,
    mix,
)  # fmt: skip
from .roofs import (
    Roof,
    door,
    gable_roof,
)  # fmt: skip


def granary(brush: Brush, *, slack: bool = False) -> None:
    """The store house and three woven silos on stone feet; slack ones have sunk and greyed."""
    a, b = 0.25, 0.25
    block = raised(brush, a, b, 2.4, 1.2, 20, 16, mix(WALL, EARTH, 0.3), ASH)
    door(brush, block, 0.9, 0.4, 15)
    gable_roof(brush, block, Roof(17, TILE))
    for da, db in ((0.45, 1.62), (1.2, 1.72), (1.95, 1.82)):
        silo(brush, a + da, b + db, full=not slack)


def silo(brush: Brush, a: float, b: float, *, full: bool) -> None:
    x, y = project(a, b)
    rx, ry = 15.0, 7.6
    height = 24 if full else 15
    weave = mix(OCHRE, WALL, 0.35) if full else mix(DUN, ASH, 0.35)
    brush.shade(polygon([(x, y + ry), (x + rx * 1.9, y - ry * 0.2), (x + rx * 2, y - ry),
                         (x, y - ry)]))  # fmt: skip
    for dx in (-0.7, 0, 0.7):
        brush.oval(x + dx * rx, y + ry * (0.55 if dx else 0.95), 3, 2, ASH, 0.8)
    body = skia.Path()
    body.moveTo(x - rx, y - 2)
    body.arcTo(skia.Rect.MakeLTRB(x - rx, y - 2 - ry, x + rx, y - 2 + ry), 180, -180, False)
    bulge = 1.04 if full else 1.1
    body.lineTo(x + rx * bulge, y - height)
    body.lineTo(x - rx * bulge, y - height)
    body.close()
    brush.fill(body, weave)
    with brush.inside(body):
        brush.fill([(x + rx * 0.25, y + ry), (x + rx * 1.2, y + ry), (x + rx * 1.2, y - height - 4),
                    (x + rx * 0.25, y - height - 4)], mix(weave, INK, 0.24))  # fmt: skip
        for hoop in range(1, 8):
            level = y - 1 - hoop * height / 8
            sag = ry * 1.9 if full else ry * (1.3 + 0.5 * (hoop % 3))
            line = skia.Path()
            line.moveTo(x - rx, level)
            line.quadTo(x, level + sag, x + rx, level)
            brush.line(line, 0.6, mix(weave, INK, 0.42), 0.8)
        for rib in (-0.6, -0.2, 0.2, 0.6):
            brush.line([(x + rib * rx, y + ry), (x + rib * rx, y - height)], 0.5,
                       mix(weave, INK, 0.3), 0.5)  # fmt: skip
    brush.line(body, 1.2, closed=True)
    _silo_hat(brush, x, y - height, rx * 1.32, ry, 20 if full else 13)


def _silo_hat(brush: Brush, x: float, y: float, reach: float, ry: float, rise: float) -> None:
    straw = mix(STRAW, EARTH_DEEP, 0.28)
    hat = skia.Path()
    hat.moveTo(x - reach, y + 2)
    hat.quadTo(x - reach * 0.35, y - rise * 0.4, x, y - rise)
    hat.quadTo(x + reach * 0.35, y - rise * 0.4, x + reach, y + 2)
    hat.quadTo(x, y + ry * 1.7, x - reach, y + 2)
    hat.close()
    brush.fill(hat, straw)
    with brush.inside(hat):
        brush.fill([(x + 1, y - rise - 2), (x + reach + 3, y + 2), (x + reach, y + 12),
                    (x + reach * 0.2, y + 10)], mix(straw, INK, 0.22))  # fmt: skip
        for reed in range(-6, 7):
            brush.line([(x + reed * 0.5, y - rise + 2), (x + reed * reach / 6, y + 9 - abs(reed))],
                       0.6, mix(straw, INK, 0.38), 0.7)  # fmt: skip
        if brush.snow:
            brush.fill(polygon([(x - reach * 0.8, y - 2), (x - reach * 0.4, y - rise * 0.45),
                                (x, y - rise), (x + reach * 0.3, y - rise * 0.5),
                                (x + reach * 0.1, y - rise * 0.3), (x - reach * 0.3, y + 1)]),
                       SNOW, 0.95)  # fmt: skip
    brush.line(hat, 1.2, closed=True)
    brush.oval(x, y - rise, 1.8, 2, straw, 0.9)
