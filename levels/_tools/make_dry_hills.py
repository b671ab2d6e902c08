"""Draws levels/dry_hills/map.tmx: `python levels/_tools/make_dry_hills.py`. Not shipped logic.

Loess: two tablelands at the back with upright edges, gullies that branch upwards and run down to a brackish
stream in front, long fields along the contour between them. People live in caves dug into the slopes, in
rows; the road keeps to the ridges. A canal is staked out along the heights.
"""

import math

import compose
import lay
from lay import EARTH, N, WATER, dice
from country import ROOT, Places
import numpy as np

OUT = ROOT / "levels" / "dry_hills" / "map.tmx"
ARES, FOREST_ARES = 205, 30
HIGH, GULCH = 5, 6
HAMLETS = {
    "White Knoll": (34, 29),
    "Apricot Gully": (19, 37),
    "High Table": (12, 11),
    "Five Cellars": (51, 25),
    "Goat Slope": (7, 31),
    "Salt Stream": (38, 47),
    "Date Terrace": (56, 41),
    "Wind Gap": (45, 8),
}
LAND = {  # soil; field tiles of each crop
    "White Knoll": (1003, {"wheat": 56, "millet": 31, "potato": 18, "fallow": 14}),
    "Apricot Gully": (948, {"wheat": 55, "millet": 45, "potato": 27, "fallow": 17, "sorghum": 15}),
    "High Table": (1076, {"wheat": 112, "millet": 42, "potato": 23, "fallow": 17}),
    "Five Cellars": (976, {"wheat": 67, "millet": 40, "potato": 23, "fallow": 15}),
    "Goat Slope": (876, {"wheat": 34, "millet": 31, "potato": 22, "fallow": 11, "sorghum": 4}),
    "Salt Stream": (962, {"wheat": 65, "sorghum": 45, "millet": 28, "potato": 20, "fallow": 12}),
    "Date Terrace": (965, {"wheat": 46, "millet": 39, "potato": 15, "fallow": 6, "sorghum": 13}),
    "Wind Gap": (954, {"wheat": 46, "millet": 32, "potato": 19, "fallow": 10}),
}
WOODS = {  # thorns, apricots, dates: how many tiles, and where
    "Apricot Gully": ((4, (21.5, 40)),),
    "High Table": ((30, (1, 1)), (11, (24, 1))),
    "Five Cellars": ((2, (48, 30)),),
    "Salt Stream": ((24, (2, 62)), (20, (22, 62))),
    "Date Terrace": ((14, (59, 46)), (12, (60, 62))),
    "Wind Gap": ((52, (60, 3)), (20, (32, 7))),
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
    "county": [(48, 0), (48, 14), (46, 14), (46, 33), (36, 33)],
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
    for name, (a, b) in HAMLETS.items():
        big = name == "White Knoll"
        lay.disc(kind, EARTH, a, b, 4.4 if big else 3.0, 4.4 if big else 2.3)
    lay.disc(kind, EARTH, 38.6, 32.4, 2.6, 3.0)  # where furnaces will stand
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


SEAT = (  # class, label, a, b, w, d, picture
    ("office", "Commune office", 36.5, 23.25, 3, 3, "office"),
    ("school", "Primary school", 31.75, 23.0, 3, 2, "school"),
    ("workshop", "Smithy", 39.75, 26.75, 2, 2, "workshop"),
)
OURS = (
    ("threshing", "Threshing floor", 33.5, 28.75, 3, 3, "threshing_full"),
    ("granary", "Commune granary", 36.5, 26.5, 3, 3, "granary"),
    ("hall", "Dining hall", 32.0, 26.0, 4, 2, "hall"),
    *(
        ("house", "", a, b, 3, 2, "yaodong")
        for a, b in (
            (29.5, 20.0), (32.75, 20.0), (36.0, 20.0), (31.25, 17.0), (34.5, 17.0), (28.5, 23.5),
            (28.75, 26.0), (28.5, 28.5), (30.25, 32.5), (33.25, 34.5), (36.25, 36.75),
        )
    ),
    ("house", "", 40.25, 23.75, 2, 2, "house_tile"),
)  # fmt: skip
THINGS = (
    ("slogan.0", 34.4, 33.3), ("speaker", 36.9, 30.2), ("notice", 36.1, 25.9), ("sacks", 36.2, 29.2),
    ("cart", 33.2, 32.3), ("firewood", 37.4, 33.6), ("well", 35.3, 24.9),
    ("donkey", 37.8, 30.0), ("straw", 33.0, 30.6), ("straw", 33.0, 31.7), ("basket", 35.9, 32.0),
    ("jujube.0", 32.2, 28.8), ("jujube.1", 36.1, 22.4), ("jujube.0", 31.2, 25.6), ("jujube.1", 40.2, 29.4),
    ("jujube.0", 36.6, 35.9), ("tree.2", 36.4, 26.0), ("jujube.1", 32.3, 22.6),
)  # fmt: skip


def seat(places):
    """The commune seat on the knoll: a village before the rows of caves in the steps behind it."""
    places.put("brigade", "White Knoll", *HAMLETS["White Knoll"])
    for cls, label, a, b, w, d, kind in SEAT:
        places.put(cls, label, a, b, w, d, kind=kind)
    places.put("furnaces", "Furnace yard", 37.25, 29.5, 4.25, 5.25)
    for cls, label, a, b, w, d, kind in OURS:
        places.put(cls, label, a, b, w, d, kind=kind, brigade="White Knoll")
    for kind, a, b in THINGS:
        places.put("prop", "", a, b, kind=kind)


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
    for name, (a0, b0) in HAMLETS.items():
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


def likes(crop, plot):
    """Sorghum stands by the stream, potatoes on small steps, wheat on broad land."""
    _, b, w, d = plot
    size = w * d
    return {"sorghum": 0.9 if b > 40 else -0.9, "potato": 0.3 if size < 9 else -0.1,
            "wheat": 0.3 if size > 11 else 0, "millet": 0.1, "fallow": 0.2 if size < 8 else -0.2}[crop]  # fmt: skip


def trees(places):
    """Dates by the caves, thorns at the rims of gullies, willows and reeds by the stream."""

    def clear(a, b):
        at = (int(b), int(a))
        return (
            0 <= a < N
            and 0 <= b < N
            and not any(grid[at] for grid in (places.taken, places.water, places.road, places.used))
        )

    for name, (a0, b0) in HAMLETS.items():
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
    for name, (a, b) in HAMLETS.items():
        if name != "White Knoll":
            lay.caves(places, name, a, b, ROWS[name])
            cottages(places, name, a, b)
    works(places)
    cellars(places)
    doors = compose.spread(places.taken, down=1)
    shut = (
        doors
        | compose.spread(places.water, up=1, down=1)
        | places.road
        | places.earth
        | places.rough
    )
    for name, groves in WOODS.items():
        for tiles, near in groves:
            compose.wood(places, name, tiles, near, shut)
    shut |= places.taken
    places.used = shut.copy()
    bands = [(top, 2) for top in range(15, 48, 2)]
    slopes = [p for p in lay.strips(bulge, 0, N, bands, "a", "slope", longest=8)]
    found = lay.gaps(slopes, places, places.used)
    found += lay.fill(places, "a", lambda a, b: 14 <= b < 49 and not high[b, a], keep=0)
    stepped = places.used & ~shut
    found += compose.patchwork(places, places.used)
    left = compose.allot(places, found, LAND, HAMLETS, bias={"White Knoll": 2}, likes=likes)
    trees(places)
    names = lay.ground_names(kind)
    for b in range(N):
        for a in range(N):
            if names[b, a].startswith("grass"):
                names[b, a] = f"loess.{int(dice('loess', a, b) * 3)}"
    for cls, _, a, b, w, d, _ in places.rows:
        a, b = int(a), int(b)
        if cls == "field" and stepped[b, a]:  # hidden by the field: its front edge is a step
            names[b : b + d, a : a + w] = "terrace.0"
    layers = {"gullies": gulches, "edges": cliffs}
    lay.write(OUT, names, layers, places, ares=ARES, forest_ares=FOREST_ARES, landscape="loess")
    print(sum(w * d for _, _, w, d in left), "tiles left over,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
