"""Draws levels/terraces/map.tmx: `python levels/_tools/make_terraces.py`. Not shipped logic.

An amphitheatre of rice hills that opens towards the viewer. A stream comes down the middle from the wooded
ridge; to its left the slopes fall to the right, to its right they fall to the left, so that every step
shows its wall. Below lies the valley with two crops of rice; in front runs the river with the ferry.
"""

import json
import math

import lay
from lay import EARTH, N, ROAD, WATER, dice
from country import ROOT, Places
import numpy as np

OUT = ROOT / "levels" / "terraces" / "map.tmx"
ARES, FOREST_ARES = 58, 30
CROPS = ("early_rice", "middle_rice", "sweet_potato")
# name: centre a, b; wanted field tiles; soil; shares of early rice, middle rice, sweet potato
HAMLETS = {
    "Camphor Hill": (30, 26, 205, 1010, (52, 36, 12)),
    "Upper Stair": (9, 18, 132, 880, (0, 82, 18)),
    "Tea Slope": (36, 11, 142, 920, (12, 68, 20)),
    "Bamboo Gully": (11, 36, 107, 930, (12, 71, 17)),
    "Hammer Mill": (21, 41, 150, 1010, (55, 33, 12)),
    "Long Weir": (50, 27, 236, 1040, (66, 24, 10)),
    "Lotus Pond": (35, 43, 181, 1000, (68, 22, 10)),
    "Ferry Flat": (53, 45, 169, 990, (62, 22, 16)),
}
RIVER = [(-6, 50), (-2, 50.5), (6, 51.5), (14, 53.5), (22, 54.2), (30, 53.4), (38, 54.2), (46, 56.4),
         (54, 57.2), (62, 56), (70, 55.5), (76, 55.5)]  # fmt: skip
STREAM = [(-6, 3), (-2, 4), (4, 6.5), (10, 12), (16, 17), (22, 20.5), (28, 23), (34, 26.5), (40, 28.5),
          (46, 28), (52, 28.5), (58, 29), (64, 29)]  # fmt: skip
ROADS = {
    "valley": [(64, 35), (56, 35), (56, 34), (44, 34), (44, 31), (33, 31), (33, 30)],
    "east": [(64, 23), (58, 23), (58, 24), (54, 24), (54, 34)],
    "ferry": [(50, 34), (50, 42), (52, 42), (52, 54)],
    "lotus": [(37, 31), (37, 38), (36, 38), (36, 45)],
    "mill": [(18, 26), (18, 37), (22, 37), (22, 47), (14, 47), (14, 49), (0, 49)],
    "mill bridge": [(22, 42), (36, 42)],
    "tea": [(33, 23), (36, 23), (36, 15), (38, 15), (38, 8), (40, 8), (40, 0)],
    "stair": [(27, 26), (18, 26), (18, 22), (14, 22), (14, 19), (10, 19)],
    "bamboo": [(18, 33), (13, 33), (13, 37)],
    "far bank": [(52, 59), (52, 64)],
    "lotus lane": [(36, 46), (44, 46), (44, 42), (50, 42)],
}
SOUTH = [("house_south", (2, 2)), ("house_south_court", (3, 3))] + [("house_south", (2, 2))] * 7
HILL = (
    [("house_south", (2, 2)), ("house_thatch", (2, 2))]
    + [("house_south", (2, 2))] * 3
    + [("house_thatch", (2, 2))] * 2
)


def bulge_right(a):
    """Of the right-hand slope's contour, tiles towards the viewer."""
    return round(1.7 * math.sin(a / 6.3 + 0.5) + 1.0 * math.sin(a / 3.1) + (a - 36) * 0.03)


def bulge_left(b):
    """The same on the left."""
    return round(1.6 * math.sin(b / 5.7 + 2.1) + 1.1 * math.sin(b / 2.9 + 1))


def corners():
    """What each corner of the tiles is."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for name, (a, b, *_rest) in HAMLETS.items():
        big = name == "Camphor Hill"
        lay.disc(kind, EARTH, a, b, 6.2 if big else 3.4, 5.2 if big else 3.0)
    lay.disc(kind, EARTH, 45.5, 40, 3.4, 2.8)  # where furnaces will stand
    lay.lines(kind, ROADS)
    lay.brook(kind, STREAM, 55)
    lay.stream(kind, RIVER, 1.9, along="a")
    for a, b, ra, rb in (
        (31.5, 47.3, 2.3, 1.5),
        (27.5, 32.8, 1.6, 1.1),
        (19.2, 45.5, 1.2, 0.9),
        (57.5, 41.5, 1.5, 1.2),
    ):
        lay.disc(kind, WATER, a, b, ra, rb, over=(0, EARTH))  # the ponds before the hamlets
    return kind


BANDS = [
    (top, deep)
    for top, deep in (
        (6, 1),
        (7, 1),
        (8, 2),
        (10, 1),
        (11, 2),
        (13, 1),
        (14, 1),
        (15, 2),
        (17, 1),
        (18, 2),
    )
]


def slopes():
    """Strips of the two hillsides, with the bands of woods and tea left out."""
    right = lay.strips(bulge_right, 12, N, BANDS, "a", "right")
    left = lay.strips(bulge_left, 10, 49, BANDS, "b", "left")
    right = [(a, b, w, d) for a, b, w, d in right if a > b + 1]
    left = [(a, b, w, d) for a, b, w, d in left if b > a + 1]
    return right + left


def on_slope(a, b):
    """Whether a tile lies on one of the hillsides."""
    return b - bulge_right(a) < 20 if a >= b else a - bulge_left(b) < 24 and b < 50


def seat(places):
    """The commune seat under the camphor tree, set by hand."""
    put = places.put
    put("office", "Commune office", 31, 21, 3, 3, kind="office")
    put("school", "Primary school", 26, 21, 3, 2, kind="school")
    put("workshop", "Smithy", 34, 26, 2, 2, kind="workshop")
    put("furnaces", "Furnace yard", 43, 38, 5, 3)
    for kind, a, b in (
        ("slogan.0", 31.2, 25.4), ("speaker", 33.4, 28.6), ("notice", 30.4, 24.4), ("sacks", 30.2, 28.4),
        ("cart_b", 33.6, 29.4), ("firewood", 45.5, 41.6), ("pots", 47.5, 40.8), ("straw", 26.4, 26.3),
        ("camphor.0", 34.6, 24.6), ("well", 28.4, 24.5), ("basket", 29.2, 27.8),
    ):  # fmt: skip
        put("prop", "", a, b, kind=kind)


def works(places):
    """The reservoir's dam across the upper valley, the ponds' ditches, bridges over the stream."""
    places.put("dam", "Cloud dam", 15, 13, 6, 3, project="cloud_reservoir")
    places.put("canal", "Pond ditch", 42, 20, 8, 1, project="pond_chain")
    places.put("canal", "Pond ditch", 17, 27, 1, 6, project="pond_chain")
    places.put(
        "bridge", "Seat bridge", math.floor(lay.spline(STREAM, 26)) - 1, 25, 4, 2, kind="bridge_a"
    )
    places.put(
        "bridge", "Mill bridge", math.floor(lay.spline(STREAM, 42)) - 1, 41, 4, 2, kind="bridge_a"
    )


def woods(places):
    """Bamboo and pine on the ridge, and groves that run down between the terraces."""
    for start, end, bulge in lay.runs(bulge_right, 10, N):
        for at in range(start, end, 5):
            deep = 5 + bulge - int(dice("clearing", "a", at // 5) * 4.4)
            places.wood(
                at, 0, min(5, end - at), max(1, deep), "Tea Slope" if at < 46 else "Long Weir"
            )
    for start, end, bulge in lay.runs(bulge_left, 9, 50):
        for at in range(start, end, 5):
            wide = 5 + bulge - int(dice("clearing", "b", at // 5) * 4.4)
            places.wood(
                0, at, max(1, wide), min(5, end - at), "Upper Stair" if at < 28 else "Bamboo Gully"
            )
    for a, b, w, d, name in (
        (0, 0, 4, 4, "Upper Stair"), (4, 0, 5, 5, "Upper Stair"), (0, 4, 4, 5, "Upper Stair"), (9, 0, 3, 6, "Upper Stair"),
        (27, 12, 4, 4, "Camphor Hill"), (24, 16, 4, 3, "Camphor Hill"), (46, 16, 3, 4, "Long Weir"), (60, 14, 4, 5, "Long Weir"),
        (13, 28, 2, 4, "Bamboo Gully"), (15, 39, 3, 4, "Bamboo Gully"), (6, 44, 6, 4, "Bamboo Gully"), (58, 46, 5, 4, "Ferry Flat"),
        (0, 59, 8, 5, "Hammer Mill"), (8, 60, 6, 4, "Hammer Mill"), (30, 60, 6, 4, "Lotus Pond"), (60, 60, 4, 4, "Ferry Flat"),
    ):  # fmt: skip
        places.wood(a, b, w, d, name)


class South(Places):
    """Places of this map; woods are put where there is room, row by row."""

    def __init__(self, kind):
        super().__init__(kind)
        self.used = np.zeros((N, N), dtype=bool)

    def wood(self, a, b, w, d, name):
        w, d = min(w, N - a), min(d, N - b)
        if w > 0 and d > 0 and self.free(a, b, w, d, self.water, self.road, self.earth, self.used):
            self.put("forest", "", a, b, w, d, brigade=name)
        elif w > 1 or d > 1:
            if w >= d:
                self.wood(a, b, w // 2, d, name), self.wood(a + w // 2, b, w - w // 2, d, name)
            else:
                self.wood(a, b, w, d // 2, name), self.wood(a, b + d // 2, w, d - d // 2, name)


def choose(crop, plot, slope):
    """Sweet potato goes to small dry corners and the top steps, middle rice to slopes."""
    a, b, w, d = plot
    if slope:
        high = min(a, b) < 10
        return {"middle_rice": 14, "sweet_potato": 8 if high else 0, "early_rice": -6}[crop]
    return {"early_rice": 12, "middle_rice": 0, "sweet_potato": 6 if w * d <= 6 else -4}[crop]


def trees(places):
    """Camphors at the hamlets, bamboo behind them, willows and reeds by the water, tea on Tea Slope."""

    def clear(a, b):
        at = (int(b), int(a))
        return (
            0 <= a < N
            and 0 <= b < N
            and not any(grid[at] for grid in (places.taken, places.water, places.road, places.used))
        )

    for name, (a0, b0, *_rest) in HAMLETS.items():
        for k in range(9):
            turn = math.pi * (0.9 + 0.75 * k / 8)  # behind the houses, away from the viewer
            reach = 5.2 + 1.6 * dice("grove", name, k)
            a, b = a0 + reach * math.cos(turn), b0 + reach * math.sin(turn)
            if clear(a, b) and not places.earth[int(b), int(a)]:
                kind = "camphor" if k in (2, 6) else "bamboo"
                places.put("prop", "", round(a, 2), round(b, 2), kind=f"{kind}.{k % 2}")
    for at in range(1, N - 1):
        for side in (-1, 1):
            b = lay.spline(RIVER, at + 0.5) + side * 2.7
            if dice("willow", at, side) < 0.28 and clear(at + 0.5, b):
                places.put(
                    "prop",
                    "",
                    at + 0.5,
                    round(b, 2),
                    kind="tree.3" if dice("wk", at) < 0.6 else "bamboo.1",
                )
    for k in range(260):
        a, b = 18 * dice("ta", k) + 29, 12 * dice("tb", k) + 5
        if clear(int(a), int(b)) and not places.earth[int(b), int(a)] and on_slope(a, b):
            places.used[int(b), int(a)] = True
            places.put("prop", "", int(a), int(b), kind=f"tea.{k % 2}")
    for a, b, kind in ((25.6, 48.9, "treadle_pump"), (36.6, 52.1, "waterwheel"), (30.4, 45.2, "buffalo"), (56, 37.6, "buffalo"),
                       (54.6, 53.6, "sacks"), (53.4, 53.2, "basket"), (57.8, 40.1, "duck"), (32.6, 45.6, "duck")):  # fmt: skip
        places.put("prop", "", a, b, kind=kind)


def ground(kind):
    """Grass in the valley, ledged grass on the slopes."""
    names = lay.ground_names(kind)
    for b in range(N):
        for a in range(N):
            if names[b, a].startswith("grass") and on_slope(a, b):
                names[b, a] = f"terrace.{int(dice('step', a, b) * 3)}"
    return names


def main():
    kind = corners()
    places = South(kind)
    seat(places)
    for name, (a, b, *_rest) in HAMLETS.items():
        if name == "Camphor Hill":
            first = (("threshing", "Threshing floor", 30, 26, 3, 3, "threshing_full"), ("granary", "Commune granary", 26, 27, 3, 3, "granary"),
                     ("hall", "Dining hall", 26, 24, 4, 2, "hall"))  # fmt: skip
            lay.hamlet(places, name, a, b, SOUTH + SOUTH[2:3], reach=8, first=first)
        else:
            lay.hamlet(places, name, a, b, HILL if b < 20 or a < 15 else SOUTH)
    works(places)
    steps = slopes()
    solid = places.taken.copy()
    solid[1:] |= places.taken[:-1]  # a strip before doors
    wet = lay.grown(places.water)
    found = [
        (plot, 1)
        for plot in lay.gaps(
            steps, places, places.water, solid, places.road, places.earth, keep=0.06
        )
    ]
    woods(places)
    blocks = (places.water, solid, places.road, places.earth)
    found += [
        (p, 1)
        for p in lay.fill(places, "a", lambda a, b: a > b and 1 < b - bulge_right(a) < 20, *blocks)
    ]
    found += [
        (p, 1)
        for p in lay.fill(
            places, "b", lambda a, b: b >= a and 1 < a - bulge_left(b) < 24 and b < 50, *blocks
        )
    ]
    high = np.array([[on_slope(a, b) for a in range(N)] for b in range(N)])
    before = places.taken.copy()
    places.taken |= places.used | high
    flat = [plot for plot in lay.plots(places) if not wet[plot[1], plot[0]]]
    places.taken = before
    for a, b, w, d in flat:
        places.used[b : b + d, a : a + w] = True
    flat += lay.corners_left(places, high, *blocks)
    found += [(plot, 0) for plot in flat]

    def allowed(name, plot):
        return plot[1] < lay.spline(RIVER, plot[0]) or name in (
            "Ferry Flat",
            "Lotus Pond",
            "Hammer Mill",
        )

    tiles = lay.share_out(places, found, HAMLETS, CROPS, far=19, allowed=allowed, choose=choose)
    trees(places)
    lay.write(
        OUT, ground(kind), {}, places, ares=ARES, forest_ares=FOREST_ARES, landscape="terraces"
    )
    print(json.dumps(tiles), sum(tiles.values()), "field tiles,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
