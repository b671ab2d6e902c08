"""Draws levels/_template/map.tmx: `python levels/_tools/make_template.py`. Not shipped logic.

A small map for `new-level`: two hamlets on a road, a brook with one bridge, a wood. Running it again
overwrites the map.
"""

import json
import math

import country as base
import numpy as np
from country import EARTH, ROAD, WATER, Places, dice

N = 40
OUT = base.ROOT / "levels" / "_template" / "map.tmx"
ARES, FOREST_ARES = 50, 40
HAMLETS = {
    "Reed Bank": (20, 15, 6.2, 5.6, 330, 1020, (50, 38, 0, 12)),
    "Stone Mill": (13, 32, 4.4, 4.0, 220, 960, (44, 42, 0, 14)),
}
CROPS = ("wheat", "maize", "millet", "sweet_potato")
ROADS = {
    "county": [(40, 19), (24, 19), (24, 18), (15, 18), (15, 24), (13, 24), (13, 34)],
    "north": [(22, 18), (22, 8), (24, 8), (24, 0)],
}


def brook(b):
    """Where the brook runs: its middle along a, for a row."""
    return 6.4 + 2.2 * math.sin(b / 7) + b * 0.02


def vertices():
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for a0, b0, ra, rb in (h[:4] for h in HAMLETS.values()):
        for b in range(N + 1):
            for a in range(N + 1):
                edge = 1 + 0.24 * (dice("yard", a0, a, b) - 0.5)
                if ((a - a0) / ra) ** 2 + ((b - b0) / rb) ** 2 < 0.6 * edge:
                    kind[b, a] = EARTH
    for path in ROADS.values():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            for a in range(min(a0, a1), max(a0, a1) + 1):
                for b in range(min(b0, b1), max(b0, b1) + 1):
                    if kind[b, a] != EARTH:
                        kind[b, a] = ROAD
    for b in range(N + 1):
        for a in range(N + 1):
            pond = ((a - 26) / 2.2) ** 2 + ((b - 13) / 1.8) ** 2 < 1
            if abs(a - brook(b)) <= 1.1 or pond:
                kind[b, a] = WATER
    return kind


def seat(places):
    unit, put = "Reed Bank", places.put
    put("brigade", unit, 20, 15)
    put("office", "Village office", 17, 10, 3, 3, kind="office")
    put("hall", "Dining hall", 17, 15, 4, 2, kind="hall", brigade=unit)
    put("granary", "Granary", 23, 15, 3, 3, kind="granary", brigade=unit)
    put("threshing", "Threshing floor", 18, 19, 3, 3, kind="threshing_full", brigade=unit)
    put("furnaces", "Furnace yard", 27, 21, 5, 3)
    put("workshop", "Smithy", 24, 11, 2, 2, kind="workshop")
    for a, b, kind in (
        (15, 13, "house_tile"), (14, 16, "house_thatch"), (20, 11, "house_tile"), (20, 18, "house_thatch"),
        (27, 15, "house_thatch"), (26, 17, "house_tile"), (24, 21, "house_thatch"), (20, 8, "house_thatch"),
        (25, 8, "house_thatch"), (12, 19, "house_tile"),
    ):  # fmt: skip
        if places.free(a, b, 2, 2, places.road, places.water):
            put("house", "", a, b, 2, 2, kind=kind, brigade=unit)
    for a, b, kind in (
        (21.4, 14.4, "slogan.1"), (22.6, 13.2, "speaker"), (21.0, 17.4, "straw"), (22.7, 17.6, "cart"),
        (17.6, 18.6, "straw"), (26.4, 14.9, "sacks"), (20.6, 13.5, "notice"), (29.4, 20.4, "firewood"),
    ):  # fmt: skip
        put("prop", "", a, b, kind=kind)


def works(places):
    places.put("bridge", "Mill bridge", 5, 27, 4, 2, kind="bridge_a")
    places.put("canal", "Long ditch", 10, 37, 12, 1, project="long_ditch")
    for a, b, w, d in ((30, 0, 10, 6), (34, 6, 6, 5), (0, 0, 4, 8), (0, 30, 4, 6)):
        owner = "Reed Bank" if a else "Stone Mill"
        places.put("forest", "", a, b, w, d, brigade=owner)


def fields(places):
    todo = []
    for plot in base.plots(places):
        a, b, w, d = plot
        for name, h in HAMLETS.items():
            todo.append((math.hypot(a + w / 2 - h[0], b + d / 2 - h[1]), name, plot))
    owner, tiles = {}, dict.fromkeys(HAMLETS, 0)
    for reach, name, plot in sorted(todo):
        size = plot[2] * plot[3]
        if plot not in owner and tiles[name] + size <= HAMLETS[name][4] + 4 and reach < 20:
            owner[plot] = name
            tiles[name] += size
    for name, h in HAMLETS.items():
        mine = [plot for plot in owner if owner[plot] == name]
        total = sum(w * d for _, _, w, d in mine)
        left = {crop: share * total / 100 for crop, share in zip(CROPS, h[6], strict=True)}
        for plot in sorted(mine, key=lambda p: dice("order", *p)):
            a, b, w, d = plot
            crop = max(left, key=lambda c: left[c] + 6 * dice(c, a // 5, b // 5))
            left[crop] -= w * d
            places.put("field", "", a, b, w, d, brigade=name, crop=crop, quality_pm=h[5])
    return tiles


def trees(places):
    def clear(a, b):
        spot = int(b), int(a)
        return 0 <= a < N and 0 <= b < N and not places.taken[spot] and not places.water[spot]

    for name, path in ROADS.items():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            long = abs(a1 - a0) + abs(b1 - b0)
            for k in range(1, long):
                if dice("poplar", name, a0, b0, k) < 0.5:
                    a, b = a0 + (a1 - a0) * k / long, b0 + (b1 - b0) * k / long
                    a, b = (a + 0.5, b + 0.8) if b0 == b1 else (a + 0.8, b + 0.5)
                    if clear(a, b) and not places.earth[int(b), int(a)]:
                        places.put("prop", "", round(a, 2), round(b, 2), kind=f"poplar.{k % 2}")
    for k in range(70):
        a, b = dice("wa", k) * N, dice("wb", k) * N
        if clear(a, b) and not places.road[int(b), int(a)]:
            places.put("prop", "", round(a, 2), round(b, 2), kind=f"tree.{int(dice('wk', k) * 4)}")
    for k in range(12):
        b = k * 3.3 + 1
        if clear(brook(b) + 1.6, b):
            places.put("prop", "", round(brook(b) + 1.6, 2), round(b, 2), kind=f"reeds.{k % 2}")


def main():
    kind = vertices()
    places = Places(kind)
    seat(places)
    base.hamlet(places, "Stone Mill", *HAMLETS["Stone Mill"][:2])
    works(places)
    tiles = fields(places)
    trees(places)
    text = base.tmx(base.ground_names(kind), places, ARES, FOREST_ARES)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, "utf-8")
    print(json.dumps(tiles), len(places.rows), "objects")


if __name__ == "__main__":
    main()
