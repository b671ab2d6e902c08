"""Draws levels/dry_hills/map.tmx: `python levels/_tools/make_dry_hills.py`. Not shipped logic.

Loess: two tablelands at the back with upright edges, gullies that branch upwards and run down to a brackish
stream in front, long fields along the contour between them. People live in caves dug into the slopes, in
rows; the road keeps to the ridges. A canal is staked out along the heights.
"""

import json
import math

import lay
from lay import EARTH, N, WATER, dice
from country import ROOT, Places
import numpy as np

OUT = ROOT / "levels" / "dry_hills" / "map.tmx"
ARES, FOREST_ARES = 205, 30
HIGH, GULCH = 5, 6
CROPS = ("wheat", "millet", "sorghum", "potato", "fallow")
# name: centre a, b; wanted field tiles; soil; shares of wheat, millet, sorghum, potato, resting land
HAMLETS = {
    "White Knoll": (34, 29, 219, 1010, (44, 27, 4, 14, 11)),
    "Apricot Gully": (19, 37, 156, 950, (38, 30, 4, 16, 12)),
    "High Table": (12, 11, 192, 1080, (52, 24, 0, 13, 11)),
    "Five Cellars": (51, 25, 143, 980, (42, 28, 4, 15, 11)),
    "Goat Slope": (7, 31, 125, 880, (34, 32, 2, 19, 13)),
    "Salt Stream": (38, 47, 170, 960, (36, 20, 26, 10, 8)),
    "Date Terrace": (56, 41, 138, 960, (40, 28, 8, 14, 10)),
    "Wind Gap": (45, 8, 107, 950, (44, 28, 0, 16, 12)),
}
STREAM = [(-6, 50), (-2, 50.5), (6, 52), (14, 51.5), (22, 53), (30, 54.5), (38, 53.8), (46, 55), (54, 57.2),
          (62, 57.5), (70, 59), (76, 59)]  # fmt: skip
# gullies, from the head down: corners (a, b, half width)
GULLIES = [
    [
        (29, 3, 0),
        (28, 8, 0),
        (28.5, 13, 0),
        (26.5, 18, 0.4),
        (27, 24, 0.6),
        (25.4, 30, 0.8),
        (26.5, 37, 1),
        (28, 44, 1.1),
        (29, 54, 1.2),
    ],
    [(18, 25, 0), (21, 26.5, 0), (24, 27, 0), (27, 28.5, 0.3)],
    [(33, 15, 0), (31, 17, 0), (29, 20, 0), (27, 22, 0.3)],
    [
        (40, 17, 0),
        (41, 21, 0),
        (42.5, 26, 0.3),
        (43, 32, 0.5),
        (45.5, 38, 0.8),
        (46, 45, 1),
        (47, 55, 1.1),
    ],
    [(37, 36, 0), (40, 36.5, 0), (43, 36, 0.3), (45, 37, 0.4)],
    [(61, 20, 0), (60, 26, 0), (61, 32, 0.4), (60.5, 38, 0.6), (62, 46, 0.8), (61, 57, 1)],
    [(53, 32, 0), (56, 33, 0), (58.5, 34, 0), (61, 35, 0.3)],
    [(2, 24, 0), (3, 28, 0), (2.4, 35, 0.3), (5, 42, 0.6), (8, 51, 0.8)],
    [(13, 26, 0), (13, 31, 0), (12, 36, 0.3), (12.6, 43, 0.5), (14, 51, 0.8)],
    [(20, 44, 0), (23, 43.5, 0), (26, 43, 0.3), (28, 44, 0.4)],
]
ROADS = {
    "county": [(48, 0), (48, 14), (46, 14), (46, 20), (38, 20), (38, 33), (36, 33)],
    "down": [(36, 33), (36, 40), (34, 40), (34, 48), (38, 48), (38, 64)],
    "west": [
        (33, 31),
        (24, 31),
        (23, 31),
        (23, 35),
        (20, 35),
        (17, 35),
        (17, 33),
        (8, 33),
        (8, 30),
        (0, 30),
    ],
    "table": [(16, 33), (16, 14), (12, 14)],
    "east": [(46, 18), (52, 18), (52, 28), (56, 28), (56, 38), (57, 38), (57, 42)],
    "low": [(57, 43), (57, 50), (50, 50), (38, 50)],
    "out": [(57, 48), (64, 48)],
}
# rows of caves: tiles from the hamlet's middle to the row's left end, and how many
ROWS = {
    "White Knoll": [(-6, -8, 2), (5, -6, 2), (-8, 3, 3), (3, 5, 3), (-7, 10, 2)],
    "Apricot Gully": [(-7, -6, 4), (-3, 3, 3)],
    "High Table": [(-8, -6, 4), (5, -5, 2), (-8, 4, 3)],
    "Five Cellars": [(-6, -6, 4), (-7, 3, 2), (2, 4, 2)],
    "Goat Slope": [(-4, -6, 3), (-5, 3, 3)],
    "Salt Stream": [(-7, -6, 3), (2, -6, 3)],
    "Date Terrace": [(-8, -7, 3), (-9, -3, 2), (3, -6, 2)],
    "Wind Gap": [(-7, -6, 3), (4, -5, 2), (-5, 3, 2)],
}
COTTAGES = {"Salt Stream": 4, "Date Terrace": 3, "Wind Gap": 2}


def table_edge(a, b):
    """Whether a corner lies on one of the two tablelands."""
    left = b + 1.3 * math.sin(a / 2.7) + 0.9 * math.sin(a / 1.3 + 1) < 20.5 - 0.012 * (
        a - 9
    ) ** 2 and a < 24.6 + 1.2 * math.sin(b / 2.2)
    right = b + 1.1 * math.sin(a / 2.3 + 2) + 0.8 * math.sin(a / 1.2) < 14.5 - 0.010 * (
        a - 47
    ) ** 2 and a > 33.4 + 1.3 * math.sin(b / 2.5 + 1)
    return left or right


def corners():
    """Ground corners, and corners that lie high or in a gully."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for name, (a, b, *_rest) in HAMLETS.items():
        big = name == "White Knoll"
        lay.disc(kind, EARTH, a, b, 4.4 if big else 3.0, 3.4 if big else 2.3)
    lay.disc(kind, EARTH, 31, 36.6, 2.4, 1.7)  # where furnaces will stand
    lay.lines(kind, ROADS)
    lay.brook(kind, STREAM, N, along="a")
    high = np.array([[table_edge(a, b) for a in range(N + 1)] for b in range(N + 1)])
    low = np.zeros_like(high)
    for gully in GULLIES:
        for (a0, b0, w0), (a1, b1, w1) in zip(gully, gully[1:], strict=False):
            steps = int(4 * max(abs(a1 - a0), abs(b1 - b0)))
            for step in range(steps + 1):
                t = step / steps
                a, b, w = a0 + (a1 - a0) * t, b0 + (b1 - b0) * t, w0 + (w1 - w0) * t
                a += 0.5 * math.sin(b * 0.9)
                for da in np.arange(-w, w + 0.1, 0.5):
                    ca, cb = round(a + da), round(b)
                    if 0 <= ca <= N and 0 <= cb <= N and kind[cb, ca] in (0, EARTH):
                        low[cb, ca] = True
    return kind, high, low & ~high


def seat(places):
    """The commune seat on the knoll, set by hand."""
    put = places.put
    put("office", "Commune office", 36, 26, 3, 3, kind="office")
    put("school", "Primary school", 31, 24, 3, 2, kind="school")
    put("workshop", "Smithy", 38, 30, 2, 2, kind="workshop")
    put("furnaces", "Furnace yard", 29, 35, 5, 3)
    for kind, a, b in (
        ("slogan.0", 33.4, 32.3), ("speaker", 36.6, 30.6), ("notice", 35.6, 29.4), ("sacks", 32.4, 31.2), ("cart", 35.4, 31.8),
        ("firewood", 31, 38.6), ("pots", 33.2, 37.8), ("well", 35.4, 27.4), ("donkey", 37.6, 29.7), ("straw", 31.6, 30.4),
    ):  # fmt: skip
        put("prop", "", a, b, kind=kind)


class Loess(Places):
    """Places of this map; gullies and edges are kept free."""

    def __init__(self, kind, rough):
        super().__init__(kind)
        self.used = np.zeros((N, N), dtype=bool)
        self.rough = rough

    def free(self, a, b, w, d, *blocked):
        return super().free(a, b, w, d, self.rough, *blocked)


def bulge(a):
    """Of the slopes' contour, tiles towards the viewer."""
    return round(1.5 * math.sin(a / 5.1 + 0.4) + 1.2 * math.sin(a / 2.6 + 1.7))


def works(places):
    """The canal along the heights, as it is staked out; the dams that are to stand in the gullies."""
    for a, b, w, d in ((0, 22, 12, 1), (12, 22, 1, 2), (12, 23, 12, 1), (30, 18, 1, 1), (31, 18, 7, 1), (38, 18, 1, 1),
                       (49, 16, 12, 1), (60, 16, 1, 2), (60, 17, 4, 1)):  # fmt: skip
        places.put("canal", "High Canal", a, b, w, d, project="high_canal")
    places.put("dam", "Gully dam", 24, 39, 6, 3, project="gully_dams")
    places.put("bridge", "Stream bridge", 37, 52, 2, 3, kind="bridge_b")


def cellars(places):
    """Where water cellars are to be dug: two beside each hamlet, on swept ground that drains to them."""
    for name, (a0, b0, *_rest) in HAMLETS.items():
        spots = sorted(
            (math.hypot(a - a0, b - b0) + 3 * dice("cellar", name, a, b), a, b)
            for a in range(a0 - 7, a0 + 8)
            for b in range(b0 - 6, b0 + 7)
        )
        dug = 0
        for _, a, b in spots:
            if a < 1 or b < 1 or not places.free(a - 1, b - 1, 3, 3):
                continue
            if places.free(a, b, 1, 1, places.road, places.water):
                places.put("canal", "Water cellar", a, b, 1, 1, project="cellars")
                dug += 1
                if dug == 2:
                    break


def groves(places):
    """What trees there are: apricots in a gully, dates on a terrace, thorns on the steepest ground."""
    for a, b, w, d, name in (
        (21, 38, 3, 3, "Apricot Gully"), (22, 41, 3, 2, "Apricot Gully"), (15, 40, 3, 3, "Apricot Gully"), (20, 29, 3, 2, "Apricot Gully"),
        (52, 43, 3, 3, "Date Terrace"), (58, 44, 3, 3, "Date Terrace"), (59, 38, 2, 3, "Date Terrace"), (53, 46, 3, 2, "Date Terrace"),
        (0, 0, 5, 3, "High Table"), (5, 0, 5, 2, "High Table"), (0, 3, 3, 4, "High Table"), (26, 0, 3, 4, "High Table"), (20, 22, 3, 2, "High Table"),
        (30, 8, 3, 5, "Wind Gap"), (52, 0, 6, 3, "Wind Gap"), (58, 0, 6, 4, "Wind Gap"), (60, 4, 4, 5, "Wind Gap"),
        (0, 36, 2, 6, "Goat Slope"), (4, 24, 4, 2, "Goat Slope"), (9, 36, 2, 4, "Goat Slope"), (9, 24, 3, 2, "Goat Slope"),
        (40, 24, 2, 3, "White Knoll"), (29, 24, 2, 4, "White Knoll"), (39, 34, 3, 2, "White Knoll"), (47, 28, 2, 4, "Five Cellars"),
        (47, 34, 3, 2, "Five Cellars"), (58, 24, 2, 4, "Five Cellars"), (42, 43, 3, 3, "Salt Stream"), (31, 44, 2, 4, "Salt Stream"),
        (0, 60, 6, 4, "Salt Stream"), (20, 60, 5, 4, "Salt Stream"), (56, 61, 8, 3, "Date Terrace"),
    ):  # fmt: skip
        for at in range(w):  # column by column: thorns stop at an edge
            if places.free(a + at, b, 1, d, places.water, places.road, places.earth, places.used):
                places.put("forest", "", a + at, b, 1, d, brigade=name)


def choose(crop, plot, slope):
    """Sorghum stands by the stream, potatoes on small steps, wheat on broad land."""
    _, b, w, d = plot
    size = w * d
    return {"sorghum": 16 if b > 42 else -20, "potato": 5 if slope and size < 9 else -2, "wheat": 4 if size > 11 else 0, "millet": 2,
            "fallow": 3 if slope and size < 8 else -3}[crop]  # fmt: skip


def trees(places):
    """Dates by the caves, thorns at the rims of gullies, willows and reeds by the stream."""

    def clear(a, b):
        at = (int(b), int(a))
        return (
            0 <= a < N
            and 0 <= b < N
            and not any(grid[at] for grid in (places.taken, places.water, places.road, places.used))
        )

    for name, (a0, b0, *_rest) in HAMLETS.items():
        for k in range(6):
            turn, reach = math.tau * dice("t", name, k), 3.6 + 2.2 * dice("r", name, k)
            a, b = a0 + reach * math.cos(turn), b0 + reach * math.sin(turn)
            if clear(a, b) and not places.rough[int(b), int(a)]:
                places.put("prop", "", round(a, 2), round(b, 2), kind=f"jujube.{k % 2}")
    rim = lay.grown(places.rough) & ~places.rough
    for b, a in zip(*np.nonzero(rim), strict=True):
        if dice("rim", a, b) < 0.16 and clear(a, b):
            places.put(
                "prop",
                "",
                a + 0.3 + 0.4 * dice("x", a, b),
                b + 0.3 + 0.4 * dice("y", a, b),
                kind=f"scrub.{int(dice('s', a, b) * 2)}",
            )
    for at in range(1, N - 1):
        for side in (-1, 1):
            b = lay.spline(STREAM, at + 0.5) + side * 1.9
            if dice("willow", at, side) < 0.16 and clear(at + 0.5, b):
                places.put("prop", "", at + 0.5, round(b, 2), kind="tree.3")
    for a, b, kind in (
        (10, 14.6, "donkey"),
        (50.6, 28.4, "donkey"),
        (49.4, 24.6, "well"),
        (13.6, 13.4, "well"),
        (46.6, 10.4, "well"),
        (8.4, 33.8, "well"),
    ):
        places.put("prop", "", a, b, kind=kind)


def cottages(places, name, a0, b0):
    """A few houses on level ground, where there is some."""
    spots = sorted(
        (math.hypot(a - a0, b - b0) + dice(name, a, b), a, b)
        for a in range(a0 - 7, a0 + 8)
        for b in range(b0 - 6, b0 + 7)
    )
    for k in range(COTTAGES.get(name, 0)):
        for far, a, b in spots:
            if (
                far > 3
                and a >= 1
                and b >= 1
                and places.free(a - 1, b - 1, 4, 4)
                and places.free(a, b, 2, 2, places.road, places.water)
            ):
                places.put(
                    "house",
                    "",
                    a,
                    b,
                    2,
                    2,
                    kind="house_tile" if k == 0 else "house_thatch",
                    brigade=name,
                )
                break


def main():
    kind, high, low = corners()
    edge, gully = np.zeros_like(kind), np.zeros_like(kind)
    edge[high], gully[low] = HIGH, GULCH
    cliffs, gulches = lay.over(edge, HIGH, "cliff"), lay.over(gully, GULCH, "gulch")
    roads = lay.masks(kind, [lay.ROAD]) > 0
    water = lay.masks(kind, [WATER]) > 0
    cliffs[roads | (cliffs == "cliff_15")] = ""
    gulches[roads | water] = ""
    places = Loess(kind, (cliffs != "") | (gulches != ""))
    seat(places)
    for name, (a, b, *_rest) in HAMLETS.items():
        if name == "White Knoll":
            first = (("threshing", "Threshing floor", 33, 29, 3, 3, "threshing_full"), ("granary", "Commune granary", 30, 28, 3, 3, "granary"),
                     ("hall", "Dining hall", 32, 26, 4, 2, "hall"))  # fmt: skip
            lay.caves(places, name, a, b, ROWS[name], first)
        else:
            lay.caves(places, name, a, b, ROWS[name])
        cottages(places, name, a, b)
    works(places)
    cellars(places)
    solid, wet = places.taken.copy(), lay.grown(places.water)
    solid[1:] |= places.taken[:-1]  # a strip before doors
    bands = [(top, 2) for top in range(19, 48, 2)]
    slopes = [p for p in lay.strips(bulge, 0, N, bands, "a", "slope", longest=8)]
    strips = lay.gaps(slopes, places, solid, wet, places.road, places.earth, keep=0.05)
    found = [(p, 1) for p in strips]
    groves(places)
    blocks = (solid, wet, places.road, places.earth)
    more = lay.fill(places, "a", lambda a, b: 12 <= b < 49 and not high[b, a], *blocks, keep=0.1)
    strips += more
    found += [(p, 1) for p in more]
    before = places.taken.copy()
    places.taken = before | places.used | places.rough
    flat = lay.plots(places)
    places.taken = before
    for a, b, w, d in flat:
        places.used[b : b + d, a : a + w] = True
    flat += lay.corners_left(places, *blocks)
    found += [(p, 0) for p in flat]
    tiles = lay.share_out(places, found, HAMLETS, CROPS, far=20, choose=choose)
    trees(places)
    names = lay.ground_names(kind)
    for b in range(N):
        for a in range(N):
            if names[b, a].startswith("grass"):
                names[b, a] = f"loess.{int(dice('loess', a, b) * 3)}"
    for (a, b, w, d), _ in found[: len(strips)]:
        names[b : b + d, a : a + w] = (
            "terrace.0"  # hidden by the field: it tells that its front edge is a step
        )
    layers = {"gullies": gulches, "edges": cliffs}
    lay.write(OUT, names, layers, places, ares=ARES, forest_ares=FOREST_ARES, landscape="loess")
    print(json.dumps(tiles), sum(tiles.values()), "field tiles,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
