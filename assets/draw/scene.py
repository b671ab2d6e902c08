"""The two pictures of the title: one country as it was reported, and as it was.

The book lies open over it: what the left page begins, in the full summer of 1958, the right page
goes on with in the winter of 1959. All is drawn with the sprites of the atlas, at a smaller size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from .atlas import FINE, SCALES, Pixels, averaged, paint_fine, save_png
from .canvas import Brush, chance, project
from .pigments import SEASONS
from .sprites import SPRITES
from .textures import printed
from .title_village import FOREST, HILLS, PLOTS, SUMMER, WINTER, Origin, Village

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 544, 470
ZOOM = 0.84
FADE_START, FADE_END = 4, 72  # rows over which the top runs out into bare paper
PAGES = {"title_summer": SUMMER, "title_winter": WINTER}


# ---- ground


def _in_river(a: int, b: int) -> bool:
    """The reservoir behind the dam; below it two corners wide, with a bend after the bridge."""
    if b < -1:
        return 2 <= a <= (6 if b > -9 else 5)
    bed = 5 if 5 <= b < 8 else 4 if b < 13 else 3 if b < 19 else 2
    return a in (bed, bed + 1)


def _on_road(a: int, b: int) -> bool:
    if _in_river(a, b):
        return False
    return b == 10 or (a == 12 and b >= -3) or (a == 17 and 3 <= b <= 10)


def _in_yard(a: int, b: int) -> bool:
    return any(
        ((a - middle) / 4.4) ** 2 + ((b - row) / 4.2) ** 2 < 1
        for middle, row in ((8.6, 6.0), (16.2, 6.0), (12.0, 3.6))
    )


def _mask(covered: Callable[[int, int], bool], a: int, b: int) -> int:
    corners = ((a, b), (a + 1, b), (a + 1, b + 1), (a, b + 1))
    return sum(1 << bit for bit, corner in enumerate(corners) if covered(*corner))


def visible_tiles(origin: Origin) -> list[tuple[int, int]]:
    """Tiles inside the frame, back to front."""
    seen = []
    for depth in range(-14, 42):
        for a in range(-30, 44):
            x, y = project(a, depth - a)
            x, y = (x + origin[0]) * ZOOM, (y + origin[1]) * ZOOM
            if -70 < x < WIDTH + 70 and -60 < y < HEIGHT + 40:
                seen.append((a, depth - a))
    return seen


def place(brush: Brush, name: str, a: float, b: float) -> None:
    """Draw a sprite with its back corner (or its feet) at tile (a, b)."""
    with brush.moved(*project(a, b)):
        SPRITES[name].draw(brush)


def _pick(name: str, count: int, *key: object) -> str:
    return f"{name}.{int(chance(name, *key) * count)}"


def _ground(brush: Brush, tiles: Iterable[tuple[int, int]]) -> None:
    tiles = list(tiles)
    for a, b in tiles:
        yard = _mask(_in_yard, a, b)
        if yard == 15:
            place(brush, _pick("earth", 2, a, b), a, b)
        else:
            place(brush, f"earth_{yard:02}" if yard else _pick("grass", 3, a, b), a, b)
    for a, b in tiles:
        if chance("patch", a, b) < 0.07:
            place(brush, _pick("patch", 4, a, b), a + 0.5, b + 0.5)
    for a, b in tiles:
        if road := _mask(_on_road, a, b):
            place(brush, f"road_{road:02}", a, b)
    for a, b in tiles:
        river = _mask(_in_river, a, b)
        if river == 15:
            place(brush, "water_15" + ("", "b", "c", "d")[int(chance("w", a, b) * 4)], a, b)
        elif river:
            place(brush, f"water_{river:02}", a, b)


# ---- what stands on it

Drawing = tuple[float, Callable[[], None]]


def _fields(brush: Brush, village: Village) -> list[Drawing]:
    drawings: list[Drawing] = []

    def tile(crop: str, plot: tuple[int, ...], a: int, b: int) -> None:
        a0, b0 = plot[:2]
        for side, edge in (("nw", a == a0), ("ne", b == b0)):
            if edge:
                place(brush, f"bund_{side}", a, b)
        place(brush, _pick(crop, 2, a, b), a, b)

    def front(plot: tuple[int, ...], a: int, b: int) -> None:
        """The bunds before a tile, once the crop beyond them lies there."""
        for side, edge in (("se", a == plot[2] - 1), ("sw", b == plot[3] - 1)):
            if edge:
                place(brush, f"bund_{side}", a, b)

    for plot, crop in zip(PLOTS, village.crops, strict=True):
        for a in range(plot[0], plot[2]):
            for b in range(plot[1], plot[3]):
                drawings.append((a + b + 0.2, partial(tile, crop, plot, a, b)))
                drawings.append((a + b + 1.25, partial(front, plot, a, b)))
    return drawings


def _standing(brush: Brush, village: Village) -> list[Drawing]:
    drawings: list[Drawing] = []

    def add(depth: float, name: str, a: float, b: float) -> None:
        drawings.append((depth, partial(place, brush, name, a, b)))

    for name, a, b in village.buildings:
        wide, deep = SPRITES[name].tiles or (0, 0)
        flat = name.startswith("threshing")
        add(a + b if flat else a + b + wide + deep - 1, name, a, b)
    for hill, a, b in HILLS:
        add(a + b + 4, f"{hill}_{village.hill}", a, b)
    forest = f"forest_{village.forest}"
    for a, b in FOREST:
        add(a + b + 0.6, _pick(forest, 3 if village.forest == "dense" else 2, a, b), a, b)
    for name, a, b in village.standing:
        add(a + b, name, a, b)
    add(13.0, "bridge_a", 3, 9.5)
    return drawings


def paint(brush: Brush, village: Village) -> None:
    brush.canvas.scale(ZOOM, ZOOM)
    brush.canvas.translate(*village.origin)
    brush.fill([(-900, -900), (1900, -900), (1900, 1900), (-900, 1900)], brush.season.grass)
    _ground(brush, visible_tiles(village.origin))
    drawings = _fields(brush, village) + _standing(brush, village)
    for _, draw in sorted(drawings, key=lambda drawing: drawing[0]):
        draw()
    if village.smoke:
        x, y = SPRITES["hall"].chimney or (0, 0)
        corner = project(7.3, 4.0)
        with brush.moved(corner[0] + x, corner[1] + y):
            SPRITES["smoke.2"].draw(brush)


def _faded(pixels: Pixels, scale: float, tint: tuple[int, int, int] | None) -> Pixels:
    """Print texture, the season's tint, and the fade into bare paper at the top."""
    page = printed(pixels).astype(np.float64)
    if tint:
        page[..., :3] *= np.array(tint) / 255
    rows = (np.arange(page.shape[0]) / scale - FADE_START) / (FADE_END - FADE_START)
    page[..., 3] = 255 * np.clip(rows, 0, 1)[:, None]
    return np.rint(page).astype(np.uint8)


def write_picture(name: str, folder: Path) -> None:
    village = PAGES[name]
    season = SEASONS[village.season]
    fine = paint_fine(lambda brush: paint(brush, village), (0, 0, WIDTH, HEIGHT), season)
    for scale, factor in SCALES.items():
        page = _faded(averaged(fine, factor), FINE / factor, season.tint)
        save_png(page, folder / f"{name}@{scale}.png")
