"""Draws levels/terraces/map.tmx: `python levels/_tools/make_terraces.py`. Not shipped logic.

An amphitheatre of rice hills that opens towards the viewer. A stream comes down the middle between two wooded
hills; to its left the slopes fall to the right, to its right they fall to the left, so that every step
shows its wall. At their foot lies the seat under its camphor trees, before it the valley with two crops of
rice; in front runs the river with the ferry.
"""

import math

import compose
from country import EARTH, ROAD, ROOT, WATER, Places, dice, ground_names
import lay
import numpy as np

OUT = ROOT / "levels" / "terraces" / "map.tmx"
ARES, FOREST_ARES = 58, 30
N = lay.N = 64
SEAT = "Camphor Hill"
MIDDLES = {
    SEAT: (28, 26),
    "Upper Stair": (7, 19.5),
    "Tea Slope": (29.5, 9.5),
    "Bamboo Gully": (6.4, 38),
    "Hammer Mill": (17.4, 46.5),
    "Long Weir": (46, 24.5),
    "Lotus Pond": (30.6, 44),
    "Ferry Flat": (46, 47),
}
LAND = {
    SEAT: (1009, {"early_rice": 97, "middle_rice": 79, "sweet_potato": 32}),
    "Upper Stair": (873, {"middle_rice": 110, "sweet_potato": 23}),
    "Tea Slope": (926, {"early_rice": 14, "middle_rice": 98, "sweet_potato": 32}),
    "Bamboo Gully": (936, {"early_rice": 10, "middle_rice": 81, "sweet_potato": 18}),
    "Hammer Mill": (1008, {"early_rice": 88, "middle_rice": 49, "sweet_potato": 15}),
    "Long Weir": (1042, {"early_rice": 160, "middle_rice": 58, "sweet_potato": 21}),
    "Lotus Pond": (997, {"early_rice": 114, "middle_rice": 30, "sweet_potato": 16}),
    "Ferry Flat": (986, {"early_rice": 107, "middle_rice": 33, "sweet_potato": 32}),
}
RIVER = [(-6, 58), (-2, 58.5), (6, 59.5), (14, 60.2), (22, 59.4), (30, 59.8), (38, 60.4), (46, 60),
         (54, 59.2), (62, 59), (70, 59)]  # fmt: skip
STREAM = [(-6, 9), (-2, 10), (4, 12), (9, 15.4), (14, 18), (18, 18.8), (22, 20), (26, 20.8), (30, 21.2),
          (35, 22.4), (41, 24.4), (47, 24.8), (53, 25.4), (64, 26), (70, 26)]  # fmt: skip
ROADS = {
    "valley": [(12, 33), (64, 33)],
    "tea": [(39, 33), (39, 14), (30, 14)],
    "weir": [(46, 33), (46, 29)],
    "lotus": [(37, 33), (37, 52)],
    "front": [(12, 52), (53, 52)],
    "ferry": [(53, 52), (53, 64)],
    "stair": [(12, 33), (12, 25), (8, 25)],
    "mill": [(12, 33), (12, 52)],
    "square": [(29, 33), (29, 26)],
    "gully": [(12, 43), (6, 43)],
    "pond": [(37, 49), (31, 49)],
}
HILLS = {
    "Upper Stair": [(11.2, 11.4), (6.0, 9.0), (4.2, 3.6), (9.6, 5.4)],
    "Tea Slope": [(22.4, 13.2), (21.6, 3.0), (40.4, 3.4), (30.0, 17.4), (45.0, 4.4)],
    "Bamboo Gully": [(2.6, 46.0), (5.2, 50.0), (2.6, 28.4)],
    "Hammer Mill": [(7.6, 55.2), (3.0, 54.8)],
    "Long Weir": [(60.8, 12.2), (60.6, 6.8)],
    "Ferry Flat": [(61, 50)],
}
WOODS = {  # how many tiles more, and where
    SEAT: (1, (24, 18)),
    "Upper Stair": (2, (15, 18)),
    "Tea Slope": (5, (22, 14)),
    "Bamboo Gully": (11, (1, 41)),
    "Hammer Mill": (14, (11, 55)),
    "Long Weir": (8, (62, 16)),
    "Lotus Pond": (24, (34, 63)),
    "Ferry Flat": (10, (61, 54)),
}
BANDS = [
    (1, 1),
    (2, 2),
    (4, 1),
    (5, 2),
    (7, 1),
    (8, 2),
    (10, 1),
    (11, 1),
    (12, 2),
    (14, 1),
    (15, 2),
    (17, 1),
    (18, 1),
]
PONDS = (
    (24.3, 30.6, 1.7, 1.2),
    (26.6, 39.4, 2.0, 1.4),
    (40.6, 47.2, 1.5, 1.2),
    (50.6, 37.4, 1.6, 1.2),
)
BUILDINGS = (  # class, label, a, b, w, d, picture
    ("office", "Commune office", 30.5, 20.5, 3, 3, "office"),
    ("school", "Primary school", 26.0, 20.5, 3, 2, "school"),
    ("workshop", "Smithy", 33.0, 24.25, 2, 2, "workshop"),
)
OURS = (
    ("hall", "Dining hall", 24.5, 23.5, 4, 2, "hall"),
    ("granary", "Commune granary", 29.5, 24.0, 3, 3, "granary"),
    ("threshing", "Threshing floor", 26.25, 26.75, 3, 3, "threshing_full"),
    ("house", "", 22.75, 25.75, 3, 3, "house_south_court"),
    ("house", "", 34.5, 19.5, 3, 3, "house_south_court"),
    *(
        ("house", "", a, b, 2, 2, "house_south")
        for a, b in (
            (22.25, 22.0), (23.5, 19.75), (34.0, 31.0), (34.0, 22.5), (36.5, 23.0),
            (36.0, 25.5), (36.75, 27.75), (36.5, 30.25),
        )
    ),
)  # fmt: skip
THINGS = (
    ("slogan.0", 26.2, 30.5), ("speaker", 29.7, 27.9), ("notice", 30.0, 23.4), ("straw", 29.3, 28.6),
    ("straw", 25.8, 29.6), ("sacks", 29.2, 26.4), ("cart_b", 27.6, 30.4), ("firewood", 29.9, 29.6),
    ("basket", 28.6, 30.2), ("well", 28.8, 22.4), ("duck", 23.8, 30.4),
    ("duck", 24.6, 30.8), ("duck", 24.3, 31.1), ("hen", 30.6, 28.2), ("hen", 26.0, 26.2),
    ("camphor.0", 29.3, 23.9), ("camphor.1", 22.9, 24.7), ("camphor.0", 33.9, 20.1),
    ("camphor.1", 31.3, 31.6), ("camphor.0", 24.9, 32.0), ("camphor.1", 38.3, 22.0),
    ("bamboo.0", 25.6, 19.6), ("bamboo.1", 22.0, 23.6), ("bamboo.0", 32.6, 19.9), ("bamboo.1", 37.9, 20.2),
    ("bamboo.0", 38.2, 26.6), ("bamboo.1", 29.6, 19.9), ("bamboo.0", 38.4, 30.2),
    ("treadle_pump", 22.9, 35.2), ("waterwheel", 23.0, 33.8), ("buffalo", 27.2, 37.2), ("buffalo", 42.2, 35.8),
    ("sacks", 54.4, 56.4), ("basket", 54.8, 56.0), ("duck", 26.4, 39.4), ("duck", 27.2, 39.2),
)  # fmt: skip


def bulge_right(a):
    """Of the right-hand slope's contour, tiles towards the viewer."""
    return round(1.2 * math.sin(a / 5.3 + 0.5) + 0.7 * math.sin(a / 2.9))


def bulge_left(b):
    """The same on the left."""
    return round(1.2 * math.sin(b / 5.1 + 2.1) + 0.7 * math.sin(b / 2.7 + 1))


def on_slope(a, b):
    """Whether a tile lies on one of the hillsides."""
    return b - bulge_right(a) < 19 if a >= b else a - bulge_left(b) < 18 and b < 44


def corners():
    """What each corner of the tiles is."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for a, b, ra, rb in ((25.4, 24.6, 4.0, 6.0), (30.6, 25.4, 4.4, 6.0), (35.0, 26.0, 3.4, 5.6)):
        lay.disc(kind, EARTH, a, b, ra, rb)
    for name, (a, b) in MIDDLES.items():
        if name != SEAT:
            lay.disc(kind, EARTH, a - 0.4, b - 0.6, 4.6, 4.4)
    lay.lines(kind, ROADS)
    lay.stream(kind, STREAM, lambda b: 2.0 if 8 <= b <= 18 else 0.85)
    lay.stream(kind, RIVER, 1.9, along="a")
    for a, b, ra, rb in PONDS:
        lay.disc(kind, WATER, a, b, ra, rb, over=(0, EARTH))
    return kind


def seat(places):
    """The commune seat under the camphor trees."""
    places.put("brigade", SEAT, *MIDDLES[SEAT])
    for cls, label, a, b, w, d, kind in BUILDINGS:
        places.put(cls, label, a, b, w, d, kind=kind)
    places.put("furnaces", "Furnace yard", 31.0, 26.75, 5, 4)
    for cls, label, a, b, w, d, kind in OURS:
        places.put(cls, label, a, b, w, d, kind=kind, brigade=SEAT)
    for kind, a, b in THINGS:
        places.put("prop", "", a, b, kind=kind)


def hamlets(places):
    """The other seven: white gables in the valley, thatch among them on the hills."""
    for lie, (name, (a, b)) in enumerate(MIDDLES.items()):
        if name == SEAT:
            continue
        high = name in ("Upper Stair", "Tea Slope", "Bamboo Gully")
        swap = {"house_tile": "house_south", "house_court": "house_south_court"}
        compose.hamlet(
            places, name, a, b, lie, swap=swap if high else {**swap, "house_thatch": "house_south"}
        )
        for k, (da, db) in enumerate(((-1.0, -3.2), (3.0, 1.9), (-3.2, 2.6), (4.4, -4.2))):
            kind = "camphor" if k == 1 else "bamboo"
            places.put("prop", "", a + da, b + db, kind=f"{kind}.{k % 2}")


def works(places):
    """The reservoir's dam across the upper valley, the ponds' ditches, bridges over the stream."""
    places.put("dam", "Cloud dam", 16.5, 18.75, 6, 3, project="cloud_reservoir")
    places.put("canal", "Pond ditch", 40, 36, 8, 1, project="pond_chain")
    places.put("canal", "Pond ditch", 26, 34, 1, 5, project="pond_chain")
    places.put("bridge", "Seat bridge", 20, 32, 4, 2, kind="bridge_a")
    places.put("bridge", "Mill bridge", 23, 51, 4, 2, kind="bridge_a")


def steps(places, shut):
    """Narrow plots along the contours of the two hillsides."""
    right = lay.strips(bulge_right, 12, N, BANDS, "a", "right")
    left = lay.strips(bulge_left, 10, 44, BANDS, "b", "left")
    places.used = shut.copy()
    high = [plot for plot in right if plot[0] > plot[1]] + [p for p in left if p[1] >= p[0]]
    found = lay.gaps([p for p in high if min(p[:2]) >= 0], places, places.used)
    for along, inside in (
        ("a", lambda a, b: a > b and on_slope(a, b)),
        ("b", lambda a, b: b >= a and on_slope(a, b)),
    ):
        found += lay.fill(places, along, inside, keep=0)
    return found


def likes(crop, plot):
    """Middle rice on slopes, two crops of rice in the valley, sweet potato in dry corners."""
    a, b, w, d = plot
    if on_slope(a, b):
        return {"middle_rice": 0.8, "sweet_potato": 0.3 * (min(a, b) < 8), "early_rice": -0.8}[crop]
    return {"early_rice": 0.6, "middle_rice": 0, "sweet_potato": 0.3 * (w * d <= 4)}[crop]


def trees(places):
    """Camphors along the roads, willows and bamboo by the water, tea on Tea Slope."""
    for name in ("valley", "lotus", "front", "mill", "tea"):
        keep = 0.5
        compose.avenue(places, ROADS[name], "camphor", step=3.2, keep=keep)

    def clear(a, b):
        at = (int(b), int(a))
        inside = 0 <= a < N and 0 <= b < N
        return inside and not any(
            grid[at] for grid in (places.taken, places.water, places.road, places.earth)
        )

    for at in range(1, N - 1):
        for side in (-1, 1):
            a, b = at + 0.5, lay.spline(RIVER, at + 0.5) + side * 2.7
            if dice("willow", at, side) < 0.3 and clear(a, b):
                places.put("prop", "", a, b, kind="tree.3" if dice("wk", at) < 0.6 else "bamboo.1")
            a, b = lay.spline(STREAM, at + 0.5) + side * 1.8, at + 0.5
            if at > 18 and dice("bank", at, side) < 0.45 and clear(a, b):
                places.put("prop", "", a, b, kind="bamboo.0" if dice("bk", at) < 0.6 else "tree.3")
    for k in range(260):
        a, b = int(22 * dice("ta", k) + 24), int(14 * dice("tb", k) + 2)
        if clear(a, b) and on_slope(a, b):
            places.taken[b, a] = True
            places.put("prop", "", a, b, kind=f"tea.{k % 2}")


def ground(kind):
    """Grass in the valley, ledged grass on the slopes."""
    names = ground_names(kind)
    for b in range(N):
        for a in range(N):
            if names[b, a].startswith("grass") and on_slope(a, b):
                names[b, a] = f"terrace.{int(dice('step', a, b) * 3)}"
    return names


def main():
    kind = corners()
    places = Places(kind)
    seat(places)
    hamlets(places)
    works(places)
    for name, middles in HILLS.items():
        compose.hills(places, name, middles)
    doors = compose.spread(places.taken, right=1, down=1)
    banks = compose.spread(places.water, left=1, right=1)
    shut = doors | banks | places.road | places.earth
    for name, (tiles, near) in WOODS.items():
        compose.wood(places, name, tiles, near, places.water | places.road | places.earth)
    shut |= places.taken
    found = steps(places, shut)
    high = np.array([[on_slope(a, b) for a in range(N)] for b in range(N)])
    found += compose.patchwork(places, shut | high | places.used)
    left = compose.allot(places, found, LAND, MIDDLES, bias={SEAT: 4}, likes=likes)
    trees(places)
    lay.write(
        OUT, ground(kind), {}, places, ares=ARES, forest_ares=FOREST_ARES, landscape="terraces"
    )
    print(sum(w * d for _, _, w, d in left), "tiles left over,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
