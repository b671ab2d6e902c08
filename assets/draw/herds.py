"""Draught animals of other provinces: the water buffalo and the donkey. Facing right."""

from __future__ import annotations

import skia

from .canvas import Brush, blob, curve
from .pigments import ASH, DUN, EARTH_DEEP, INK, LOAM, PAPER, TILE_DEEP, WALL, mix


def buffalo(brush: Brush) -> None:
    """Low, grey and broad, with horns swept back."""
    brush.shade(blob(4, 0, 15, 3.6, "buffalo", 9))
    hide = mix(TILE_DEEP, LOAM, 0.3)
    for x in (-9, -5.4, 5, 8.6):
        brush.line([(x, -6), (x, 0)], 2.6, mix(hide, INK, 0.3), wobble=0)
    body = skia.Path()
    body.moveTo(-13, -6)
    body.cubicTo(-14, -15, -5, -15.4, 1, -14.4)
    body.cubicTo(8, -15.4, 13, -12, 11, -6)
    body.quadTo(0, -2, -13, -6)
    body.close()
    brush.cut(body, hide, 1)
    brush.line(curve((-5, -13.6), (0, -12.4), (6, -13.4)), 0.8, mix(hide, PAPER, 0.3), 0.8)
    brush.line(curve((-13, -10), (-15.6, -8), (-14.6, -3)), 0.9, wobble=0)
    brush.cut([(10, -13), (16, -13.6), (20, -7.4), (17, -5.4), (11, -8)], mix(hide, INK, 0.14), 1)
    brush.line(curve((13, -13.4), (8, -19.6), (3, -17.4)), 1.7, mix(WALL, ASH, 0.3), wobble=0)
    brush.line(curve((14.4, -13.6), (14, -20), (8, -20.6)), 1.7, mix(WALL, ASH, 0.15), wobble=0)


def donkey(brush: Brush) -> None:
    """Small and patient, with pale nose and belly."""
    brush.shade(blob(3, 0, 11, 3, "donkey", 9))
    coat = mix(ASH, EARTH_DEEP, 0.35)
    for x in (-7, -4.4, 4, 6.6):
        brush.line([(x, -7), (x, 0)], 1.8, mix(coat, INK, 0.25), wobble=0)
    body = skia.Path()
    body.moveTo(-9, -7)
    body.cubicTo(-10, -13.4, -3, -13.6, 1, -12.8)
    body.cubicTo(7, -13.6, 9, -11, 8, -7)
    body.quadTo(0, -5, -9, -7)
    body.close()
    brush.cut(body, coat, 1)
    brush.line(curve((-7, -7), (0, -5.6), (6.6, -7)), 1.3, mix(DUN, PAPER, 0.4), wobble=0)
    brush.line(curve((-9, -11), (-11.6, -8), (-11, -4)), 0.9, wobble=0)
    brush.cut([(6.4, -12.4), (9, -18), (12.6, -17.4), (15.6, -11.8), (13.6, -10.4), (10.6, -13)],
              coat, 1)  # fmt: skip
    brush.oval(14.4, -11.4, 1.6, 1.3, mix(DUN, PAPER, 0.4), 0.5)
    for tip in (8.4, 11):
        brush.line([(tip, -17.4), (tip - 1, -22)], 1.6, mix(coat, INK, 0.2), wobble=0)
