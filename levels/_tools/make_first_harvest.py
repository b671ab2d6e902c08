"""Draws levels/first_harvest/map.tmx: `python levels/_tools/make_first_harvest.py`. Not shipped logic.

One village, Apricot Pool, in the crook of a river that comes out of the hills in the north and leaves
the map in the east; two hamlets across it. The lie of the land is written here by hand, the patchwork of
fields is cut by the rule of country.py. Running it again overwrites the map.
"""

import json
import math
import sys

from country import (
    EARTH,
    ROAD,
    ROOT,
    WATER,
    Places,
    dice,
    ground_names,
    hamlet,
    plots,
    tmx,
)
import numpy as np

N = 64
OUT = ROOT / "levels" / "first_harvest" / "map.tmx"
ARES, FOREST_ARES = 40, 40

# name: centre a, b; yard half-axes; wanted field tiles; soil; shares of wheat, maize, millet, sweet potato
HAMLETS = {
    "Apricot Pool": (33, 26, 7.4, 6.6, 620, 1030, (51, 38, 0, 11)),
    "Pear Hill": (11, 29, 4.4, 4.2, 330, 930, (42, 42, 0, 16)),
    "Lower River": (45, 52, 4.8, 4.4, 440, 1000, (50, 38, 0, 12)),
}
CROPS = ("wheat", "maize", "millet", "sweet_potato")
RIVER = [
    (21, -4), (21, 2), (20.4, 8), (19.6, 14), (20, 20), (21.5, 26), (24.5, 31), (29, 34.8),
    (34.5, 37.4), (40, 38.6), (46, 39.4), (52, 41.4), (58, 43.4), (64, 44.6), (70, 45.4),
]  # fmt: skip
ROADS = {
    # vertices; each leg runs along a or along b
    "county": [(36, 30), (36, 27), (41, 27), (41, 24), (52, 24), (52, 22), (64, 22)],
    "square": [(35, 30), (36, 30), (36, 33)],
    "south": [(36, 30), (36, 34), (37, 34), (37, 50), (44, 50)],
    "far south": [(37, 50), (37, 64)],
    "north": [(34, 24), (34, 14), (36, 14), (36, 7), (37, 7), (37, 0)],
    "west": [(34, 18), (12, 18), (12, 27)],
    "pear lane": [(11, 30), (11, 44), (13, 44), (13, 56), (15, 56), (15, 64)],
    "mill lane": [(52, 24), (52, 33)],
    "river lane": [(46, 52), (56, 52), (56, 54), (64, 54)],
    "hill lane": [(6, 18), (12, 18)],
}
# hills with forest: a, b, w, d, brigade
FORESTS = [
    (0, 0, 9, 5, "Pear Hill"), (9, 0, 8, 5, "Pear Hill"), (0, 5, 6, 6, "Pear Hill"), (6, 5, 6, 4, "Pear Hill"),
    (0, 11, 5, 5, "Pear Hill"), (0, 20, 4, 6, "Pear Hill"), (0, 27, 3, 6, "Pear Hill"), (12, 5, 4, 3, "Pear Hill"),
    (26, 0, 8, 5, "Apricot Pool"), (24, 5, 4, 3, "Apricot Pool"), (29, 5, 5, 3, "Apricot Pool"), (40, 0, 8, 4, "Apricot Pool"),
    (48, 0, 6, 3, "Apricot Pool"), (0, 54, 5, 6, "Lower River"), (58, 59, 6, 5, "Lower River"),
]  # fmt: skip


def river_points():
    """Points close together along the river, smooth through the written ones, in its direction."""
    found = []
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in zip(RIVER, RIVER[1:], RIVER[2:], RIVER[3:]):
        for k in range(24):
            t = k / 24
            found.append(
                tuple(
                    0.5
                    * (
                        2 * q
                        + (r - p) * t
                        + (2 * p - 5 * q + 4 * r - s) * t * t
                        + (3 * q - p - 3 * r + s) * t**3
                    )
                    for p, q, r, s in ((x0, x1, x2, x3), (y0, y1, y2, y3))
                )
            )
    return found


COURSE = river_points()


def from_river(a, b):
    """How far a point lies from the middle of the river, in tiles."""
    return min(math.hypot(a - x, b - y) for x, y in COURSE)


def across(a, b):
    """Whether a point lies west or south of the river."""
    x, y = min(COURSE, key=lambda p: math.hypot(a - p[0], b - p[1]))
    at = COURSE.index((x, y))
    (x0, y0), (x1, y1) = COURSE[max(0, at - 1)], COURSE[min(len(COURSE) - 1, at + 1)]
    return (x1 - x0) * (b - y0) - (y1 - y0) * (a - x0) > 0


def vertices():
    """What each corner of the tiles is: water, road, earth or grass; (N + 1, N + 1), row = b."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for a0, b0, ra, rb in (h[:4] for h in HAMLETS.values()):
        for b in range(N + 1):
            for a in range(N + 1):
                edge = 1 + 0.24 * (dice("yard", a0, a, b) - 0.5)
                if ((a - a0) / ra) ** 2 + ((b - b0) / rb) ** 2 < 0.6 * edge:
                    kind[b, a] = EARTH
    for a in range(38, 44):  # the furnace yard, at the southern edge of the village
        for b in range(31, 35):
            kind[b, a] = EARTH
    for path in ROADS.values():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            for a in range(min(a0, a1), max(a0, a1) + 1):
                for b in range(min(b0, b1), max(b0, b1) + 1):
                    if kind[b, a] != EARTH:
                        kind[b, a] = ROAD
    for b in range(N + 1):
        for a in range(N + 1):
            half = 1.15
            if b <= 8:  # the shallow water that a dam would hold
                half = 2.6 - 0.28 * abs(b - 5)
            elif a > 44:
                half = 1.4
            pool = ((a - 27.3) / 2.0) ** 2 + ((b - 24.2) / 1.6) ** 2 < 1  # the apricot pool
            if from_river(a, b) <= half or pool:
                kind[b, a] = WATER
    return kind


def centre(places):
    """The village: office, hall, school, store and threshing floor about one square."""
    unit = "Apricot Pool"
    put = places.put
    put("office", "Village office", 35, 21, 3, 3, kind="office")
    put("hall", "Dining hall", 29, 26, 4, 2, kind="hall", brigade=unit)
    put("school", "Primary school", 30, 22, 3, 2, kind="school")
    put("granary", "Village granary", 37, 27, 3, 3, kind="granary", brigade=unit)
    put("threshing", "Threshing floor", 32, 31, 3, 3, kind="threshing_full", brigade=unit)
    put("workshop", "Smithy", 41, 25, 2, 2, kind="workshop")
    put("furnaces", "Furnace yard", 38, 31, 5, 3)
    for a, b, kind in (
        (30, 19, "house_tile"), (27, 20, "house_thatch"), (31, 16, "house_thatch"), (36, 17, "house_tile"),
        (38, 19, "house_thatch"), (39, 22, "house_tile"), (24, 22, "house_thatch"), (25, 27, "house_tile"),
        (26, 30, "house_thatch"), (29, 31, "house_tile"), (41, 28, "house_thatch"), (43, 22, "house_thatch"),
        (44, 30, "house_tile"), (28, 28, "house_thatch"), (33, 27, "house_court"), (44, 26, "house_thatch"),
    ):  # fmt: skip
        side = 3 if kind == "house_court" else 2
        if places.free(a, b, side, side, places.road, places.water):
            put("house", "", a, b, side, side, kind=kind, brigade=unit)
    put("prop", "", 33.4, 24.6, kind="slogan.0")
    put("prop", "", 36.4, 25.0, kind="speaker")
    put("prop", "", 34.4, 25.4, kind="notice")
    put("prop", "", 35.7, 31.0, kind="straw")
    put("prop", "", 31.4, 33.8, kind="straw")
    put("prop", "", 36.9, 30.4, kind="sacks")
    put("prop", "", 35.6, 32.6, kind="cart")
    put("prop", "", 38.4, 34.4, kind="firewood")
    put("prop", "", 43.2, 33.4, kind="pots")
    for k, (a, b) in enumerate(((26.2, 23.4), (27.6, 25.0), (28.0, 23.6))):
        put("prop", "", a, b, kind="duck" if k < 2 else "reeds.0")
    for a, b in ((31.2, 24.8), (31.8, 25.3), (39.5, 24.6), (27.4, 29.8)):
        put("prop", "", a, b, kind="hen")
    put("prop", "", 42.4, 27.8, kind="ox", brigade=unit)
    put("prop", "", 30.2, 29.6, kind="basket")


def works(places):
    """The dam that is planned at the mouth of the hills, and the bridges."""
    places.put("dam", "Gorge dam", 18, 9, 6, 3, project="gorge_dam")
    places.put("bridge", "Stone bridge", 36, 37, 2, 3, kind="bridge_b")
    places.put("bridge", "Pear Hill bridge", 18, 17, 4, 2, kind="bridge_a")


def forests(places):
    """Woods on the hills."""
    for a, b, w, d, name in FORESTS:
        spot = (slice(b, b + d), slice(a, a + w))
        if not any(grid[spot].any() for grid in (places.taken, places.water, places.road)):
            places.put("forest", "", a, b, w, d, brigade=name)
        else:
            print("no room for forest", a, b, file=sys.stderr)


def fields(places):
    """Share plots out over brigades, nearest first and on their side of the river; crops over plots."""
    todo = []
    for a, b, w, d in plots(places):
        far_side = across(a + w / 2, b + d / 2)
        for name, h in HAMLETS.items():
            if far_side == (name != "Apricot Pool"):
                near = 5 if name == "Apricot Pool" else 0
                reach = math.hypot(a + w / 2 - h[0], b + d / 2 - h[1]) - near
                todo.append((reach, name, (a, b, w, d)))
    owner, tiles = {}, dict.fromkeys(HAMLETS, 0)
    for reach, name, plot in sorted(todo):
        size = plot[2] * plot[3]
        if plot not in owner and tiles[name] + size <= HAMLETS[name][4] + 4 and reach < 24:
            owner[plot] = name
            tiles[name] += size
    for name, h in HAMLETS.items():
        mine = [plot for plot in owner if owner[plot] == name]
        total = sum(w * d for _, _, w, d in mine)
        left = {crop: share * total / 100 for crop, share in zip(CROPS, h[6], strict=True)}
        for plot in sorted(mine, key=lambda p: dice("order", *p)):
            a, b, w, d = plot
            far = math.hypot(a - h[0], b - h[1])
            crop = max(
                left,
                key=lambda c: (
                    left[c]
                    + 6 * dice(c, a // 5, b // 5)
                    + (3 if c == "sweet_potato" and far > 9 else 0) * (left[c] > 0)
                ),
            )
            left[crop] -= w * d
            quality = round(h[5] + 90 * (dice("soil", *plot) - 0.5) - (25 if far > 11 else 0), -1)
            places.put("field", "", a, b, w, d, brigade=name, crop=crop, quality_pm=int(quality))
    return tiles


def trees(places):
    """Poplars along the roads, willows by the water, fruit trees in the hamlets, waste-land trees."""

    def clear(a, b):
        return (
            0 <= a < N
            and 0 <= b < N
            and not places.taken[int(b), int(a)]
            and not places.water[int(b), int(a)]
        )

    def put(a, b, kind):
        places.put("prop", "", round(a, 2), round(b, 2), kind=kind)

    for name in ("county", "south", "north", "west", "pear lane", "far south", "mill lane"):
        path = ROADS[name]
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            long = abs(a1 - a0) + abs(b1 - b0)
            for k in range(1, long):
                if dice("poplar", name, a0, b0, k) < 0.4:
                    side = 0.8 if dice("side", name, a0, b0, k) < 0.5 else -0.8
                    a, b = a0 + (a1 - a0) * k / long, b0 + (b1 - b0) * k / long
                    a, b = (a + 0.5, b + side) if b0 == b1 else (a + side, b + 0.5)
                    if clear(a, b) and not places.earth[int(b), int(a)]:
                        put(a, b, f"poplar.{int(dice('p', a, b) * 2)}")
    for k, (x, y) in enumerate(COURSE[::6]):
        for side in (-1, 1):
            a, b = x + side * 2.4, y - side * 2.2
            if (
                dice("willow", k, side) < 0.42
                and clear(a, b)
                and from_river(a, b) > 1.9
                and not places.road[int(b), int(a)]
            ):
                put(a, b, "tree.3")
    for name, h in HAMLETS.items():
        for k in range(14 if name == "Apricot Pool" else 8):
            turn, reach = dice("t", name, k) * math.tau, 0.7 + 0.45 * dice("r", name, k)
            a, b = h[0] + h[2] * reach * math.cos(turn), h[1] + h[3] * reach * math.sin(turn)
            if clear(a, b) and not places.road[int(b), int(a)]:
                put(a, b, f"tree.{int(dice('k', name, k) * 3)}")
    for k in range(14):  # reeds below the gorge and where the river slows
        x, y = COURSE[(90 + 17 * k) % len(COURSE)]
        a, b = x + 1.5, y - 1.0
        if clear(a, b):
            put(a, b, f"reeds.{k % 2}")
    for k in range(150):  # single trees between the fields and at the edge of the woods
        a, b = dice("wa", k) * N, dice("wb", k) * N
        if clear(a, b) and not places.road[int(b), int(a)] and not places.earth[int(b), int(a)]:
            put(a, b, "pine.0" if b < 9 or a < 6 else f"tree.{int(dice('wk', k) * 3)}")


def main():
    kind = vertices()
    places = Places(kind)
    centre(places)
    places.put("brigade", "Apricot Pool", 33, 26)
    for name in ("Pear Hill", "Lower River"):
        hamlet(places, name, *HAMLETS[name][:2])
    works(places)
    forests(places)
    tiles = fields(places)
    trees(places)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(tmx(ground_names(kind), places, ARES, FOREST_ARES), "utf-8")
    print(json.dumps(tiles), sum(tiles.values()), "field tiles,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
