"""Draws levels/first_harvest/map.tmx: `python levels/_tools/make_first_harvest.py`. Not shipped logic.

One village, Apricot Pool, with the river on three sides: it comes out of the gorge behind the houses, runs
round them at the left and leaves before them at the right. Two hamlets across it. The lie of the land is
written here by hand. Running it again overwrites the map.
"""

import math

import compose
from country import EARTH, ROAD, ROOT, WATER, Places, dice, ground_names, tmx
import numpy as np

OUT = ROOT / "levels" / "first_harvest" / "map.tmx"
ARES, FOREST_ARES = 40, 40
N = 57
SEAT = "Apricot Pool"
MIDDLES = {SEAT: (27, 24.5), "Pear Hill": (6.5, 25), "Lower River": (35, 45)}
LAND = {
    SEAT: (1006, {"wheat": 297, "maize": 222, "sweet_potato": 61}),
    "Pear Hill": (908, {"wheat": 135, "maize": 136, "sweet_potato": 61}),
    "Lower River": (990, {"wheat": 223, "maize": 169, "sweet_potato": 52}),
}
RIVER = [
    (24.5, -8), (24.5, -3), (24.5, 3), (24.4, 9), (24.2, 14), (21.4, 17.6), (17.4, 20.2), (15.0, 24.6),
    (15.8, 29.6), (19.6, 33.6), (27, 36.8), (35, 38), (42, 38.6), (49, 39.4), (55, 40.2), (62, 41), (68, 42),
]  # fmt: skip
ROADS = {
    # vertices; each leg runs along a or along b
    "county": [(0, 30), (57, 30)],
    "south": [(29, 30), (29, 57)],
    "north": [(37, 30), (37, 11), (41, 11), (41, 0)],
    "mill lane": [(46, 30), (46, 11), (41, 11)],
    "river lane": [(29, 50), (57, 50)],
    "pear lane": [(12, 30), (12, 57)],
    "square": [(28, 30), (28, 25)],
}
HILLS = {
    SEAT: [(18.8, 14.0), (28.9, 13.4), (29.2, 8.2), (32.6, 4.2)],
    "Pear Hill": [
        (14.3, 17.2), (9.8, 17.4), (14.4, 11.6), (9.6, 11.8), (17.4, 6.6), (12.0, 5.6), (5.2, 14.4),
    ],
    "Lower River": [(54.0, 54.0), (49.4, 54.4)],
}  # fmt: skip
WOODS = {  # how many tiles more, and where
    SEAT: (17, (23, 16)),
    "Pear Hill": (49, (4, 6)),
    "Lower River": (10, (51, 51)),
}
BUILDINGS = (  # class, label, a, b, picture
    ("office", "Village office", 29.25, 18.75, 3, 3, "office"),
    ("school", "Primary school", 24.75, 18.25, 3, 2, "school"),
    ("workshop", "Smithy", 32.5, 21.75, 2, 2, "workshop"),
)
OURS = (
    ("hall", "Dining hall", 23.5, 21.5, 4, 2, "hall"),
    ("granary", "Village granary", 29.0, 22.5, 3, 3, "granary"),
    ("threshing", "Threshing floor", 25.0, 25.5, 3, 3, "threshing_full"),
    *(
        ("house", "", a, b, 3 if kind == "house_court" else 2, 3 if kind == "house_court" else 2, kind)
        for a, b, kind in (
            (20.25, 20.5, "house_court"), (18.0, 22.5, "house_tile"), (17.5, 25.25, "house_thatch"),
            (18.75, 27.75, "house_tile"), (21.75, 28.25, "house_thatch"), (29.0, 16.75, "house_thatch"),
            (32.0, 17.25, "house_tile"), (34.0, 19.5, "house_thatch"), (26.5, 15.5, "house_thatch"),
            (33.5, 15.5, "house_thatch"), (34.75, 22.0, "house_tile"), (38.75, 23.25, "house_thatch"),
            (38.75, 27.25, "house_tile"), (39.25, 17.75, "house_thatch"),
        )
    ),
)  # fmt: skip
THINGS = (
    ("slogan.0", 25.2, 25.2), ("speaker", 28.6, 26.0), ("notice", 28.6, 21.8), ("straw", 28.4, 27.4),
    ("straw", 24.5, 27.9), ("sacks", 28.8, 25.2), ("cart", 26.8, 29.0), ("firewood", 31.2, 27.6),
    ("basket", 27.6, 28.9), ("well", 27.9, 21.6), ("hen", 24.0, 24.2),
    ("hen", 24.6, 24.6), ("hen", 31.2, 22.9), ("duck", 21.2, 25.4), ("duck", 22.0, 26.2),
    ("reeds.0", 20.3, 26.6), ("reeds.1", 23.3, 27.3),
    ("tree.1", 19.4, 25.6), ("tree.3", 20.9, 23.9), ("tree.1", 23.6, 24.6), ("tree.3", 20.9, 28.0),
    ("tree.1", 23.2, 20.6), ("tree.0", 28.4, 19.2), ("tree.3", 28.6, 17.6), ("tree.2", 33.2, 19.8),
    ("poplar.0", 31.6, 19.3), ("tree.1", 35.6, 21.6), ("tree.0", 35.6, 28.6), ("tree.3", 36.2, 24.6),
    ("tree.2", 19.6, 22.4), ("tree.1", 31.5, 16.6), ("tree.0", 24.0, 18.0), ("tree.3", 38.2, 25.0),
)  # fmt: skip


def course():
    """Points close together along the river, smooth through the written ones."""
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


COURSE = course()


def from_river(a, b):
    """How far a point lies from the middle of the river, in tiles."""
    return min(math.hypot(a - x, b - y) for x, y in COURSE)


def vertices():
    """What each corner of the tiles is: water, road, earth or grass; (N + 1, N + 1), row = b."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    yards = [(21.5, 24.5, 4.6, 4.4), (28.0, 23.4, 4.6, 5.4), (33.0, 24.4, 3.9, 4.2)]
    yards += [(a - 0.4, b - 0.6, 4.6, 4.4) for name, (a, b) in MIDDLES.items() if name != SEAT]
    for a0, b0, ra, rb in yards:
        for b in range(N + 1):
            for a in range(N + 1):
                edge = 1 + 0.22 * (dice("yard", a0, a, b) - 0.5)
                if ((a - a0) / ra) ** 2 + ((b - b0) / rb) ** 2 < edge:
                    kind[b, a] = EARTH
    for path in ROADS.values():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            for a in range(min(a0, a1), max(a0, a1) + 1):
                for b in range(min(b0, b1), max(b0, b1) + 1):
                    if kind[b, a] != EARTH:
                        kind[b, a] = ROAD
    for b in range(N + 1):
        for a in range(N + 1):
            half = 2.7 + 0.4 * math.sin(1.3 * b) if b <= 12 else 1.2
            pool = ((a - 21.7) / 1.9) ** 2 + ((b - 25.9) / 1.5) ** 2 < 1  # the apricot pool
            if from_river(a, b) <= half or pool:
                kind[b, a] = WATER
    return kind


def centre(places):
    """The village: office, hall, school, store and threshing floor about one square."""
    places.put("brigade", SEAT, *MIDDLES[SEAT])
    for cls, label, a, b, w, d, kind in BUILDINGS:
        places.put(cls, label, a, b, w, d, kind=kind)
    places.put("furnaces", "Furnace yard", 31.0, 24.25, 5, 4)
    for cls, label, a, b, w, d, kind in OURS:
        places.put(cls, label, a, b, w, d, kind=kind, brigade=SEAT)
    for kind, a, b in THINGS:
        places.put("prop", "", a, b, kind=kind)
    places.put("prop", "", 37.6, 27.4, kind="ox", brigade=SEAT)


def works(places):
    """The dam that is planned at the mouth of the gorge, and the bridges."""
    places.put("dam", "Gorge dam", 21, 12.25, 6, 3, project="gorge_dam")
    places.put("bridge", "Stone bridge", 28, 36, 2, 3, kind="bridge_b")
    places.put("bridge", "Pear Hill bridge", 14, 29, 4, 2, kind="bridge_a")


def trees(places):
    """Poplars in rows along the roads, willows and reeds by the water."""
    for name in ("county", "south", "north", "mill lane", "river lane", "pear lane"):
        compose.avenue(places, ROADS[name], keep=0.86 if name == "county" else 0.6)

    def clear(a, b):
        here = (int(b), int(a))
        inside = 0 <= a < N and 0 <= b < N
        return inside and not any(
            grid[here] for grid in (places.taken, places.water, places.road, places.earth)
        )

    for k, (x, y) in enumerate(COURSE[::5]):
        for side in (-1, 1):
            a, b = x + side * 1.7, y - side * 1.6
            if y > 14 and dice("willow", k, side) < 0.5 and clear(a, b) and from_river(a, b) > 1.6:
                places.put("prop", "", a, b, kind="tree.3" if k % 3 else f"reeds.{k % 2}")


def main():
    kind = vertices()
    places = Places(kind)
    centre(places)
    for lie, (name, (a, b)) in enumerate(MIDDLES.items()):
        if name != SEAT:
            compose.hamlet(places, name, a, b, lie)
    works(places)
    for name, middles in HILLS.items():
        compose.hills(places, name, middles)
    doors = compose.spread(places.taken, right=1, down=1)
    banks = compose.spread(places.water, left=1, right=1)
    shut = doors | banks | places.road | places.earth
    for name, (tiles, near) in WOODS.items():
        compose.wood(places, name, tiles, near, places.water | places.road | places.earth)
    found = compose.patchwork(places, shut | places.taken)
    left = compose.allot(places, found, LAND, MIDDLES, bias={SEAT: 6})
    trees(places)
    OUT.write_text(tmx(ground_names(kind), places, ARES, FOREST_ARES), "utf-8")
    print(sum(w * d for _, _, w, d in left), "tiles left over,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
