"""Draws levels/willow_bend/map.tmx: `python levels/_tools/make_willow_bend.py`. Not shipped logic.

The commune seat is laid as in the concept picture: wooded hills behind it at the left and right, the dam
and its water between them, the river and its bridge at the left, one patchwork of fields before it. The
map may then be edited in Tiled; running the script again overwrites it.
"""

import math

import compose
from country import EARTH, ROAD, ROOT, WATER, Places, dice, ground_names, tmx
import numpy as np

OUT = ROOT / "levels" / "willow_bend" / "map.tmx"
N = 60
SEAT = "Willow Bend"
A0, B0 = 19.5, 15.5  # the back corner of the concept picture's own grid

# hamlet -> its middle; soil; field tiles of each crop
MIDDLES = {
    SEAT: (30, 21),
    "Stone Bridge": (13.8, 30.5),
    "Pine Ridge": (9, 9.5),
    "Locust Grove": (47, 9),
    "Mill Corner": (47, 20),
    "Old Well": (45.5, 33.5),
    "Reed Pool": (14.2, 45.5),
    "South Dyke": (37, 46),
}
LAND = {
    SEAT: (1003, {"wheat": 91, "maize": 70, "sweet_potato": 20}),
    "Stone Bridge": (977, {"wheat": 81, "maize": 62, "sweet_potato": 18}),
    "Pine Ridge": (841, {"wheat": 34, "maize": 42, "sweet_potato": 25}),
    "Locust Grove": (904, {"wheat": 33, "maize": 42, "sweet_potato": 14}),
    "Mill Corner": (995, {"wheat": 77, "maize": 51, "sweet_potato": 18}),
    "Old Well": (1029, {"wheat": 120, "maize": 77, "sweet_potato": 19}),
    "Reed Pool": (952, {"wheat": 52, "maize": 50, "sweet_potato": 30}),
    "South Dyke": (1021, {"wheat": 98, "maize": 68, "sweet_potato": 18}),
}
RIVER = [
    (23, -2), (23, 4), (23, 10), (23.2, 14), (24, 18), (23.6, 22), (23.4, 26), (23.4, 31), (23, 36),
    (22, 42), (21.4, 48), (22.6, 53), (24, 60),
]  # fmt: skip
ROADS = {
    # vertices; each leg runs along a or along b
    "market": [(0, 25), (60, 25)],
    "north": [(31, 25), (31, 15), (46, 15), (46, 13)],
    "mill lane": [(36, 25), (36, 20), (42, 20)],
    "south": [(31, 25), (31, 60)],
    "well": [(31, 38), (60, 38)],
    "east": [(52, 25), (52, 60)],
    "ridge": [(9, 25), (9, 14)],
    "reed": [(19, 25), (19, 60)],
    "dam": [(31, 15), (27, 15)],
    "pool": [(0, 38), (19, 38)],
}
HILLS = {
    "Pine Ridge": [(17.9, 17.6), (14.8, 20.3), (17.4, 12.6), (17.2, 7.4), (16.6, 2.7)],
    "Locust Grove": [(27.9, 10.8), (31.6, 9.2), (35.2, 11.6)],
    "Mill Corner": [(38.6, 7.4), (55.8, 11.5), (41.6, 3.4)],
}
WOODS = {  # how many tiles more, and where
    "Pine Ridge": (22, (17, 15)),
    "Locust Grove": (17, (30, 11)),
    "Mill Corner": (17, (39, 4)),
    "Reed Pool": (44, (4, 54)),
    "Stone Bridge": (8, (4, 27)),
    "South Dyke": (8, (28, 54)),
    "Old Well": (12, (58, 40)),
}
HOUSES = (  # kind, a, b on the concept picture's grid
    ("house_court", 6.75, 0.15), ("house_tile", 5.9, 6.1), ("house_thatch", 8.5, 6.6),
    ("house_thatch", 5.0, 3.0), ("house_thatch", 12.1, -2.9), ("house_thatch", 15.6, 0.4),
    ("house_tile", 18.8, 2.4), ("house_tile", 16.9, -2.4), ("house_thatch", 6.2, -2.2),
    ("house_tile", 19.6, -0.8),
)  # fmt: skip
THINGS = (
    ("slogan.0", 7.1, 8.75), ("speaker", 12.2, 8.3), ("straw", 15.2, 5.7), ("straw", 15.4, 6.8),
    ("sacks", 12.5, 6.0), ("cart", 13.6, 9.0), ("firewood", 16.0, 8.2), 
    ("notice", 11.9, 3.6), ("basket", 14.6, 9.0), ("basket", 15.3, 7.9), ("well", 9.2, 2.6),
)  # fmt: skip
TREES = (
    ("tree.0", 5.3, 5.7), ("tree.2", 10.45, 3.2), ("tree.1", 6.3, 2.4), ("tree.1", 10.7, 8.0),
    ("tree.0", 5.4, 8.4), ("poplar.0", 11.0, -0.6), ("tree.2", 14.9, -0.8), ("tree.0", 18.0, 1.9),
    ("poplar.1", 10.7, 0.9), ("tree.2", 21.2, 5.6), ("tree.0", 20.9, 8.3), ("poplar.0", 21.1, 4.0),
    ("tree.3", 8.0, -1.6), ("tree.3", 2.4, 8.0), ("tree.2", 14.9, 2.9), ("tree.0", 7.0, -0.4),
    ("tree.3", 5.4, 1.0), ("tree.3", 5.3, -0.6), ("tree.2", 20.9, 1.4), ("poplar.0", 13.0, 9.0),
)  # fmt: skip


def river_at(b):
    """The river's middle at a distance down the map."""
    rows = [row for _, row in RIVER]
    return float(np.interp(b, rows, [a for a, _ in RIVER]))


def vertices():
    """What each corner of the tiles is; (N + 1, N + 1), row = b."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    yards = [
        (8.0 + A0, 6.0 + B0, 4.1, 3.9),
        (15.8 + A0, 5.8 + B0, 4.6, 4.0),
        (11.5 + A0, 2.6 + B0, 4.6, 4.4),
    ]
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
        half = 1.25 if b >= 14 else 2.7 + 0.5 * math.sin(b * 1.3) - 0.45 * max(0, 3 - b)
        for a in range(N + 1):
            if abs(a - river_at(b)) <= half or ((a - 17) / 2.2) ** 2 + ((b - 51) / 1.9) ** 2 < 1:
                kind[b, a] = WATER
    return kind


def seat(places):
    """The commune seat."""
    put = places.put

    def at(cls, label, a, b, w, d, **more):
        put(cls, label, a + A0, b + B0, w, d, **more)

    put("brigade", SEAT, *MIDDLES[SEAT])
    at("office", "Commune office", 11.95, 0.3, 3, 3, kind="office")
    at("hall", "Dining hall", 6.8, 3.5, 4, 2, kind="hall", brigade=SEAT)
    at("granary", "Commune granary", 12.0, 2.8, 3, 3, kind="granary", brigade=SEAT)
    at("school", "Primary school", 8.6, -2.0, 3, 2, kind="school")
    at("threshing", "Threshing floor", 12.3, 5.9, 3, 3, kind="threshing_full", brigade=SEAT)
    at("workshop", "Smithy", 15.6, 3.6, 2, 2, kind="workshop")
    at("furnaces", "Furnace yard", 15.7, 5.0, 5, 4)
    for kind, a, b in HOUSES:
        side = 3 if kind == "house_court" else 2
        at("house", "", a, b, side, side, kind=kind, brigade=SEAT)
    for kind, a, b in THINGS + TREES:
        put("prop", "", a + A0, b + B0, kind=kind)


def works(places):
    """Dam, canal and bridge."""
    places.put("dam", "North dam", 20.2, 13.1, 6, 3, project="north_dam")
    for a, w in ((24, 6), (32, 19), (53, 7)):
        places.put("canal", "East canal", a, 40, w, 1, project="east_canal")
    places.put("bridge", "Stone bridge", 21, 24, 5, 2, kind="bridge_a")


def shut_for_fields(places):
    """Where no field lies: water and its banks, roads, yards, before doors."""
    doors = compose.spread(places.taken, right=1, down=1)
    banks = compose.spread(places.water, left=1, right=1)
    return doors | banks | places.road | places.earth


def trees(places):
    """Poplars in rows along the roads, willows by the water."""
    for name in ("market", "south", "reed", "well", "east", "north", "ridge"):
        compose.avenue(places, ROADS[name], keep=0.86 if name in ("market", "south") else 0.6)
    for b in range(14, N - 1):
        for side in (-1, 1):
            a = river_at(b + 0.5) + side * 2.1
            here = (b, int(a))
            if dice("willow", b, side) < 0.34 and not (
                places.taken[here] or places.water[here] or places.road[here]
            ):
                places.put("prop", "", round(a, 2), b + 0.5, kind="tree.3")


def main():
    kind = vertices()
    places = Places(kind)
    seat(places)
    for lie, (name, (a, b)) in enumerate(MIDDLES.items()):
        if name != SEAT:
            compose.hamlet(places, name, a, b, lie)
    works(places)
    for name, middles in HILLS.items():
        compose.hills(places, name, middles)
    shut = shut_for_fields(places)
    for name, (tiles, near) in WOODS.items():
        compose.wood(places, name, tiles, near, places.water | places.road | places.earth)
    found = compose.patchwork(places, shut | places.taken)
    left = compose.allot(places, found, LAND, MIDDLES, bias={SEAT: 3})
    trees(places)
    OUT.write_text(tmx(ground_names(kind), places), "utf-8")
    print(sum(w * d for _, _, w, d in left), "tiles left over,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
