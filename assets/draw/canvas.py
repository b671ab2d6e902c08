"""The drawing kit: projection, hashed chance, shapes, and a Brush that lays ink and pigment.

Units are pixels at 1x (a tile is 64 x 32); the skia canvas is scaled before drawing.
Light comes from the left of the screen, so cast shadows fall to the right and a little up the map.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path as FilePath

import skia

from .pigments import INK, Colour, Season, channels

TILE_W, TILE_H = 64, 32
SHADOW_PER_PIXEL = 0.016  # tiles of shadow for each pixel of height
SHADOW_RISE = 0.45  # how far the shadow turns up the map

Point = tuple[float, float]
Shape = skia.Path | Sequence[Point]
# Outlines of the painted characters, from Noto Serif CJK SC Black (OFL), 1000 units to the em.
_LETTERING = FilePath(__file__).with_name("lettering.json")
_EM = 1000


# ---- chance: a function of its key, the same on every machine


def chance(*key: object) -> float:
    """A number in [0, 1) that depends on nothing but the key."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big") / (1 << 56)


class Dice:
    """A row of chances under one key."""

    def __init__(self, *key: object) -> None:
        self.key = key
        self.thrown = 0

    def unit(self) -> float:
        self.thrown += 1
        return chance(self.key, self.thrown)

    def span(self, low: float, high: float) -> float:
        return low + (high - low) * self.unit()

    def on_disc(self) -> tuple[float, float]:
        """Angle and radius of a point spread evenly over the unit disc."""
        return self.unit() * math.tau, math.sqrt(self.unit())


# ---- geometry


def project(a: float, b: float, z: float = 0.0) -> Point:
    """Tile coordinates and height to the screen: a runs to the lower right, b to the lower left."""
    return (a - b) * TILE_W / 2, (a + b) * TILE_H / 2 - z


def rectangle(a0: float, b0: float, a1: float, b1: float, z: float = 0.0) -> list[Point]:
    """A rectangle lying flat, by its tile corners: back, right, front, left."""
    return [project(a0, b0, z), project(a1, b0, z), project(a1, b1, z), project(a0, b1, z)]


def polygon(points: Sequence[Point], closed: bool = True) -> skia.Path:
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def spline(points: Sequence[Point], closed: bool = False) -> skia.Path:
    """A smooth line through all points (Catmull-Rom)."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    path = skia.Path()
    path.moveTo(*points[0])
    for index in range(count if closed else count - 1):
        before, start, end, after = (at(index + step) for step in (-1, 0, 1, 2))
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6,
            *end,
        )  # fmt: skip
    if closed:
        path.close()
    return path


def blob(
    x: float, y: float, rx: float, ry: float, key: object, points: int = 12, rough: float = 0.12
) -> skia.Path:
    """An oval with a hand-cut edge."""
    ring = []
    for index in range(points):
        turn = math.tau * index / points
        reach = 1 + rough * (chance(key, index) * 2 - 1)
        ring.append((x + math.cos(turn) * rx * reach, y + math.sin(turn) * ry * reach))
    return spline(ring, closed=True)


def curve(start: Point, bend: Point, end: Point) -> skia.Path:
    """One quadratic curve."""
    path = skia.Path()
    path.moveTo(*start)
    path.quadTo(*bend, *end)
    return path


def oval_path(x: float, y: float, rx: float, ry: float) -> skia.Path:
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return path


def arc(x: float, y: float, rx: float, ry: float, start: float, sweep: float) -> skia.Path:
    path = skia.Path()
    path.addArc(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry), start, sweep)
    return path


def union(shapes: Sequence[skia.Path]) -> skia.Path:
    builder = skia.OpBuilder()
    for shape in shapes:
        builder.add(shape, skia.PathOp.kUnion_PathOp)
    return builder.resolve()


def shifted(path: skia.Path, dx: float, dy: float) -> skia.Path:
    copy = skia.Path(path)
    copy.offset(dx, dy)
    return copy


def between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def skia_colour(colour: Colour, alpha: float = 1.0) -> int:
    return skia.Color(*channels(colour), round(255 * alpha))


@functools.cache
def lettering() -> dict[str, skia.Path]:
    """The characters painted on boards and walls, as paths with y running down, 1 to the em."""
    glyphs = {}
    for character, commands in json.loads(_LETTERING.read_text(encoding="utf-8")).items():
        path = skia.Path()
        for verb, *numbers in commands:
            places = [n / _EM * (-1 if k % 2 else 1) for k, n in enumerate(numbers)]
            {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.close}[verb](*places)
        glyphs[character] = path
    return glyphs


# ---- the brush


class Brush:
    """Lays pigment and ink on a skia canvas.

    Widths of line: silhouette 1.2-1.5, inner edge 0.9-1.1, texture 0.55-0.8.
    """

    def __init__(self, canvas: skia.Canvas, season: Season, *, wobbling: bool = True) -> None:
        self.canvas = canvas
        self.season = season
        self.wobbling = wobbling
        self.strokes = 0

    @property
    def snow(self) -> bool:
        return self.season.snow

    def paint(self, colour: Colour, alpha: float = 1.0) -> skia.Paint:
        return skia.Paint(AntiAlias=True, Color=skia_colour(colour, alpha))

    def pen(
        self, colour: Colour, width: float, alpha: float, wobble: float, *, curved: bool = False
    ) -> skia.Paint:
        """A round pen with the wobble of a knife; eased on curves, so that they stay curves."""
        paint = self.paint(colour, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        if wobble and self.wobbling:
            self.strokes += 1
            effect = skia.DiscretePathEffect.Make(5.0, wobble, self.strokes)
            if curved:
                effect = skia.PathEffect.MakeCompose(skia.CornerPathEffect.Make(4), effect)
            paint.setPathEffect(effect)
        return paint

    def fill(self, shape: Shape, colour: Colour, alpha: float = 1.0) -> None:
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        self.canvas.drawPath(path, self.paint(colour, alpha))

    def line(
        self, shape: Shape, width: float = 1.0, colour: Colour = INK, alpha: float = 1.0, *,
        closed: bool = False, wobble: float = 0.35,
    ) -> None:  # fmt: skip
        curved = isinstance(shape, skia.Path)
        path = shape if curved else polygon(shape, closed)
        self.canvas.drawPath(path, self.pen(colour, width, alpha, wobble, curved=curved))

    def cut(
        self, shape: Shape, colour: Colour, width: float = 1.0, *,
        line: Colour = INK, wobble: float = 0.35,
    ) -> None:  # fmt: skip
        """A filled shape with its key line, like a cut block."""
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        self.fill(path, colour)
        self.line(shape, width, line, closed=True, wobble=wobble)

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: Colour | None = None,
        width: float | None = None, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        path = oval_path(x, y, rx, ry)
        if colour:
            self.fill(path, colour, alpha)
        if width:
            self.line(path, width, wobble=0.25 if rx > 10 else 0)  # keep small rings round

    def shade(self, shape: Shape, alpha: float | None = None) -> None:
        """A flat, hard-edged cast shadow."""
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        paint = self.paint(INK, self.season.shadow if alpha is None else alpha)
        paint.setBlendMode(skia.BlendMode.kMultiply)
        self.canvas.drawPath(path, paint)

    def box_shadow(self, a0: float, b0: float, a1: float, b1: float, height: float) -> None:
        """The cast shadow of a box standing on a rectangle of the map."""
        reach = height * SHADOW_PER_PIXEL
        rise = reach * SHADOW_RISE
        self.shade([
            project(a0, b0), project(a0 + reach, b0 - rise), project(a1 + reach, b0 - rise),
            project(a1 + reach, b1 - rise), project(a1, b1), project(a0, b1),
        ])  # fmt: skip

    @contextmanager
    def inside(self, shape: Shape) -> Iterator[None]:
        """Draw only within a shape."""
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        self.canvas.save()
        self.canvas.clipPath(path, True)
        yield
        self.canvas.restore()

    @contextmanager
    def moved(
        self, x: float, y: float, scale: float = 1.0, *, mirrored: bool = False
    ) -> Iterator[None]:
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.scale(-scale if mirrored else scale, scale)
        yield
        self.canvas.restore()

    def characters(
        self, text: str, a: float, b: float, z: float, size: float, step: float, colour: Colour,
        alpha: float = 0.95,
    ) -> None:  # fmt: skip
        """Characters on a left-facing wall, each sheared into the wall's plane."""
        for index, character in enumerate(text):
            self.canvas.save()
            self.canvas.translate(*project(a + index * step, b, z))
            self.canvas.concat(skia.Matrix.MakeAll(1, 0, 0, 0.5, 1, 0, 0, 0, 1))
            self.canvas.scale(size, size)
            self.canvas.drawPath(lettering()[character], self.paint(colour, alpha))
            self.canvas.restore()
