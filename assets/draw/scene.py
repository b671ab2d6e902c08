"""The two pictures of the title: one village as it was reported, and as it was.

Both pages show the same ground from the same place: a full summer in 1958, the winter of 1959.
Everything in them is drawn with the sprites of the atlas, at a smaller size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from .atlas import FINE, SCALES, Pixels, averaged, paint_fine, save_png
from .canvas import Brush, chance, project
from .pigments import SEASONS
from .sprites import SPRITES
from .textures import printed

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 544, 470
ZOOM = 0.84
ORIGIN = (282.0, 84.0)  # where tile (0, 0) lies in the picture, before zooming
FADE_START, FADE_END = 4, 72  # rows over which the top runs out into bare paper
PLOTS = (
    (7, 11, 9, 13), (9, 11, 12, 13), (13, 11, 15, 13), (15, 11, 18, 13), (18, 11, 21, 13),
    (5, 13, 8, 16), (8, 13, 12, 16), (13, 13, 16, 16), (16, 13, 19, 16), (5, 16, 9, 19),
    (9, 16, 12, 19), (13, 16, 16, 19), (16, 16, 19, 20), (-2, 7, 1, 9), (-1, 11, 2, 14),
    (2, 16, 4, 20), (5, 19, 8, 23), (8, 19, 12, 22),
)  # fmt: skip
Place = tuple[str, float, float]


@dataclass(frozen=True)
class Village:
    """What stands and who is about; ground, river, roads and houses are the same in both."""

    season: str
    crops: tuple[str, ...]
    buildings: tuple[Place, ...]
    standing: tuple[Place, ...]
    hill: str
    forest: str
    smoke: bool


HOUSES: tuple[Place, ...] = (
    ("house_court", 8, 0), ("house_tile", 11, -2), ("house_tile", 6, 6), ("office", 12, 0),
    ("house_thatch", 1, 6),
)  # fmt: skip
HILLS = (("hill", -7, 1), ("hill_b", -3, -4), ("hill_b", -11, 5), ("hill", 8, -9))
FOREST = tuple(
    (a, depth - a) for depth in (5, 6) for a in range(-2, 3) if (a, depth) not in ((2, 5), (-2, 5))
)
TREES: tuple[Place, ...] = (
    ("tree.0", 5.6, 5.5), ("tree.2", 11.2, 3.2), ("tree.1", 10.6, 8.1), ("tree.3", 2.6, 8.9),
    ("tree.0", 2.2, 12.6), ("tree.2", 2.7, 5.2), ("tree.1", 17.3, 3.4), ("tree.3", 18.6, 7.6),
    ("pine.0", 1.6, 13.8), ("tree.2", 16.2, 6.4), ("tree.0", 17.6, 5.2), ("tree.3", 15.6, 7.6),
)  # fmt: skip
ROADSIDE = (7.4, 9.2, 10.8, 13.2, 14.8, 16.6, 18.4)

SUMMER = Village(
    "summer",
    ("rice_planted", "wheat_ripe", "field_plough", "wheat_ripe", "maize_green", "wheat_ripe",
     "wheat_green", "rice_planted", "wheat_green", "rice_planted", "wheat_ripe", "wheat_ripe",
     "rice_planted", "field_plough", "wheat_green", "millet_green", "rice_planted", "wheat_ripe"),
    (*HOUSES, ("hall", 8, 4), ("house_thatch", 9, 7), ("house_thatch", 6, 3), ("slogan.0", 6, 8),
     ("granary", 13, 4), ("threshing_full", 13, 6)),
    (*TREES, *((f"poplar.{index % 2}", a, 10.35) for index, a in enumerate(ROADSIDE)),
     ("duck", 4.3, 6.4), ("duck", 4.7, 6.9), ("duck", 4.0, 14.2), ("hen", 11.0, 8.6),
     ("hen", 8.4, 8.5), ("ox", 14.2, 12.1), ("cart", 14.5, 9.3), ("sacks", 16, 8.2),
     ("straw", 12.7, 8.6), ("speaker", 12.6, 9.2), ("reeds.0", 3.5, 14), ("reeds.1", 5.6, 9),
     ("reeds.1", 3.5, 4.2), ("reeds.0", 5.6, 11.6),
     ("p_hoe_0.0", 10, 11.7), ("p_bend_1.0", 11.2, 12.4), ("p_bend_2.1", 10.3, 12.6),
     ("p_bend_0.0", 7.7, 11.8), ("p_bend_3.1", 8.2, 12.4), ("p_carry_0.0", 12.4, 11.2),
     ("p_carry_1.2", 12.5, 13.4), ("p_walk_3.0", 12.4, 15.2), ("p_bend_2.0", 9.2, 14.1),
     ("p_hoe_1.1", 10.6, 14.8), ("p_bend_3.0", 11.1, 15.3), ("p_stand_0", 9.8, 16.6),
     ("p_hoe_3.0", 16.4, 12.1), ("p_bend_0.1", 14.3, 14.4), ("p_bend_1.0", 15.1, 15.1),
     ("p_carry_2.0", 8.6, 9.5), ("p_carry_0.2", 10.2, 9.6), ("p_walk_1.2", 6.9, 9.4),
     ("p_carry_3.0", 3.6, 9.5), ("p_walk_0.0", -1, 9.7), ("p_carry_1.0", 16.4, 9.5),
     ("p_idle_0", 9.6, 6.5), ("p_idle_3", 10.2, 6.7), ("p_walk_2.0", 10.9, 6.4),
     ("p_walk_1.0", 12.4, 5.1), ("p_sit_2", 8.8, 6.6), ("p_hoe_2.0", 14.2, 7.3),
     ("p_shovel_0.0", 15.1, 7.9), ("p_carry_1.0", 13.4, 8.3), ("p_stand_1", 12.4, 2.9),
     ("p_bend_2.1", 6.4, 17.3), ("p_bend_1.0", 7.2, 18.1), ("p_hoe_0.1", -3.8, 14.6)),
    hill="dense", forest="dense", smoke=True,
)  # fmt: skip

WINTER = Village(
    "winter",
    ("field_fallow", "wheat_rot", "field_fallow", "field_plough", "field_fallow", "field_fallow",
     "field_fallow", "rice_rot", "field_fallow", "wheat_rot", "field_fallow", "field_fallow",
     "field_stubble", "field_fallow", "field_fallow", "field_fallow", "field_fallow", "wheat_rot"),
    (*HOUSES, ("hall", 8, 4), ("house_thatch_shut", 9, 7), ("house_thatch_shut", 6, 3),
     ("slogan.2", 6, 8), ("granary_slack", 13, 4), ("threshing_empty", 13, 6),
     ("furnace_cold", 16, 5), ("furnace_cold", 17, 6), ("furnace_cold", 16, 7),
     ("furnace_cold", 17.6, 8)),
    (*((name if index % 3 else "stump.0", a, b) for index, (name, a, b) in enumerate(TREES[:9])),
     *((f"poplar.{index % 2}" if index % 2 else "stump.1", a, 10.35)
       for index, a in enumerate(ROADSIDE)),
     ("speaker", 12.6, 9.2), ("reeds.0", 3.5, 14), ("reeds.1", 5.6, 9),
     ("p_queue_2", 9.8, 6.4), ("p_queue_0", 10.2, 6.55), ("p_queue_1", 10.6, 6.7),
     ("p_queue_2", 11.1, 6.8), ("p_sit_0", 8.7, 6.6), ("p_walk_2.0", 12.3, 13.2),
     ("p_stand_0", 7.6, 9.5)),
    hill="stumps", forest="stumps", smoke=False,
)  # fmt: skip
PAGES = {"title_summer": SUMMER, "title_winter": WINTER}


# ---- ground


def _in_river(a: int, b: int) -> bool:
    """Two corners wide, with a bend below the bridge."""
    bed = 5 if b < 3 else 4 if b < 13 else 3
    return a in (bed, bed + 1)


def _on_road(a: int, b: int) -> bool:
    return not _in_river(a, b) and (b == 10 or (a == 12 and b >= 0))


def _in_yard(a: int, b: int) -> bool:
    return ((a - 12) / 6.4) ** 2 + ((b - 6) / 3.4) ** 2 < 1


def _mask(covered: Callable[[int, int], bool], a: int, b: int) -> int:
    corners = ((a, b), (a + 1, b), (a + 1, b + 1), (a, b + 1))
    return sum(1 << bit for bit, corner in enumerate(corners) if covered(*corner))


def visible_tiles() -> list[tuple[int, int]]:
    """Tiles inside the frame, back to front."""
    seen = []
    for depth in range(-14, 42):
        for a in range(-30, 44):
            x, y = project(a, depth - a)
            x, y = (x + ORIGIN[0]) * ZOOM, (y + ORIGIN[1]) * ZOOM
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
        a0, b0, a1, b1 = plot
        for side, edge in (("nw", a == a0), ("ne", b == b0)):
            if edge:
                place(brush, f"bund_{side}", a, b)
        place(brush, _pick(crop, 2, a, b), a, b)
        for side, edge in (("se", a == a1 - 1), ("sw", b == b1 - 1)):
            if edge:
                place(brush, f"bund_{side}", a, b)

    for plot, crop in zip(PLOTS, village.crops, strict=True):
        for a in range(plot[0], plot[2]):
            drawings += [
                (a + b + 0.2, partial(tile, crop, plot, a, b)) for b in range(plot[1], plot[3])
            ]
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
    add(14.5, "bridge_a", 3, 9.5)
    return drawings


def paint(brush: Brush, village: Village) -> None:
    brush.canvas.scale(ZOOM, ZOOM)
    brush.canvas.translate(*ORIGIN)
    brush.fill([(-900, -900), (1500, -900), (1500, 1500), (-900, 1500)], brush.season.grass)
    _ground(brush, visible_tiles())
    drawings = _fields(brush, village) + _standing(brush, village)
    for _, draw in sorted(drawings, key=lambda drawing: drawing[0]):
        draw()
    if village.smoke:
        x, y = SPRITES["hall"].chimney or (0, 0)
        corner = project(8, 4)
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
