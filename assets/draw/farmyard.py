"""Small things of a loess village: mud walls, the roller mill, other earth, trodden ways."""

from __future__ import annotations

import math

from .canvas import Brush, Dice, arc, blob, oval_path, project
from .ground import tuft
from .pigments import ASH, EARTH, EARTH_DEEP, INK, LOAM, OCHRE, PAPER, SNOW, mix
from .slopes import loess_tone

WALL_LONG, WALL_HIGH = 2.0, 15.0


def mud_wall(brush: Brush, *, lit: bool) -> None:
    """Two tiles of a rammed wall, worn down unevenly; lit along a, in shade along b."""
    thick = 0.1

    def at(along: float, out: float, z: float) -> tuple[float, float]:
        return project(along, out, z) if lit else project(out, along, z)

    dice = Dice("mud wall", lit)
    steps = 10
    tops = [WALL_HIGH * (0.86 + 0.14 * dice.unit()) for _ in range(steps + 1)]
    tops[6], tops[7] = WALL_HIGH * 0.5, WALL_HIGH * 0.58  # here it has fallen in
    earth = mix(loess_tone(brush.season), EARTH, 0.34)
    tone = earth if lit else mix(earth, INK, 0.2)
    alongs = [WALL_LONG * k / steps for k in range(steps + 1)]
    front = [at(along, 0, z) for along, z in zip(alongs, tops, strict=True)]
    back = [at(along, -thick, z) for along, z in zip(alongs, tops, strict=True)]
    if lit:
        brush.shade([at(0, -thick, 0), at(0.14, -0.3, 0), at(2.14, -0.3, 0), at(2, 0, 0)])
    else:
        brush.shade([at(0, 0, 0), at(-0.1, 0.2, 0), at(1.9, 0.2, 0), at(2, 0, 0)])
    end = 0.0 if not lit else WALL_LONG
    end_tops = tops[0] if not lit else tops[-1]
    if lit:  # the end that is turned to the viewer
        brush.cut([at(end, 0, 0), at(end, 0, end_tops), at(end, -thick, end_tops),
                   at(end, -thick, 0)], mix(earth, INK, 0.2), 0.9)  # fmt: skip
    else:
        last = tops[-1]
        brush.cut([at(2, 0, 0), at(2, 0, last), at(2, -thick, last), at(2, -thick, 0)], earth, 0.9)
    face = [*front, at(WALL_LONG, 0, 0), at(0, 0, 0)]
    brush.fill(face, tone)
    with brush.inside(face):
        for z in (4.0, 7.6, 11.2):
            layer = [at(along, 0, z + dice.span(-0.5, 0.5)) for along in alongs]
            brush.line(layer, 0.6, mix(tone, EARTH_DEEP, 0.5), 0.7)
    brush.line(face, 0.9, closed=True)
    cap = [*front, *reversed(back)]
    brush.cut(cap, SNOW if brush.snow else mix(earth, PAPER, 0.1), 0.8)
    for _ in range(4):
        tuft(brush, *at(dice.span(0, WALL_LONG), dice.span(0.02, 0.1), 0), dice)


def millstone(brush: Brush) -> None:
    """The roller mill of the village: a stone bed, a stone roller, the beam to push."""
    brush.shade(blob(10, 0, 19, 5.6, "mill", 9))
    brush.oval(0, 2, 25, 11, mix(loess_tone(brush.season), brush.season.path, 0.6))
    stone = mix(ASH, PAPER, 0.25)
    brush.cut(
        [(-13, -2), (-13, -6), (13, -6), (13, -2), (7, 2), (-7, 2)], mix(stone, INK, 0.22), 0.9
    )
    brush.oval(0, -6, 13, 5.6, stone, 1.0)
    brush.oval(0, -6, 10, 4.1, mix(stone, OCHRE, 0.25), 0.6)
    brush.line([(0, -6), (0, -19)], 1.8, EARTH_DEEP, wobble=0)
    brush.line([(-17, -10), (15, -14)], 2.0, mix(EARTH_DEEP, LOAM, 0.5), wobble=0)
    roller = oval_path(6.4, -9.4, 5.2, 5.6)
    brush.cut(roller, mix(stone, INK, 0.1), 1.0, wobble=0)
    brush.cut(oval_path(3.4, -8.8, 4.6, 5.2), mix(stone, PAPER, 0.25), 0.9, wobble=0)
    for turn in range(3):
        brush.line(arc(3.4, -8.8, 1.4 + 1.2 * turn, 1.8 + 1.2 * turn, 150, 140), 0.6,
                   mix(stone, INK, 0.4), 0.8)  # fmt: skip
    if brush.snow:
        brush.fill(blob(-5, -8, 6, 2, "mill snow", 8), SNOW, 0.9)


def soil(brush: Brush, variant: int) -> None:
    """A broad stain on loess: pale dust, damp earth, dry grass, a rill; in winter snow."""
    season, dice = brush.season, Dice("soil", variant)
    ground = loess_tone(season)
    rx, ry = dice.span(48, 66), dice.span(13, 19)
    key = ("soil", variant)
    if season.snow and variant != 1:
        brush.fill(blob(0, 0, rx, ry, key, 17, 0.16), SNOW, 0.55)
        brush.fill(blob(6, -1, rx * 0.68, ry * 0.58, (key, 1), 15, 0.16), SNOW, 0.55)
        return
    tone = (mix(ground, PAPER, 0.34), mix(ground, EARTH_DEEP, 0.34), mix(ground, season.grass, 0.7),
            mix(ground, season.path, 0.6))[variant]  # fmt: skip
    brush.fill(blob(0, 0, rx, ry, key, 15, 0.2), tone, 0.5)
    brush.fill(blob(-rx * 0.12, 1, rx * 0.66, ry * 0.62, (key, 1), 13, 0.2), tone, 0.45)
    for _ in range((5, 4, 26, 7)[variant]):
        turn, out = dice.on_disc()
        x, y = math.cos(turn) * out * rx * 0.85, math.sin(turn) * out * ry * 0.85
        tuft(brush, x, y, dice)
    if variant == 3:
        rill = [(-rx * 0.7 + rx * 1.4 * k / 8, -ry * 0.4 + ry * k / 8 + dice.span(-2.5, 2.5))
                for k in range(9)]  # fmt: skip
        brush.line(rill, 2.6, mix(ground, EARTH_DEEP, 0.5), 0.8)
        brush.line([(x + 0.6, y + 1.5) for x, y in rill], 0.9, mix(ground, PAPER, 0.45), 0.9)


def trodden(brush: Brush, variant: int) -> None:
    """A step of a way that feet have made; laid close together they are a path."""
    tone = mix(loess_tone(brush.season), brush.season.path, 0.72)
    brush.fill(blob(0, 0, (13, 11)[variant], (6, 5.2)[variant], ("trod", variant), 11, 0.16), tone)
    if variant:
        brush.oval(-3, 1, 1.1, 0.6, mix(brush.season.path_shade, INK, 0.1), alpha=0.75)
