"""Draws levels/dry_hills/map.tmx: `python levels/_tools/make_dry_hills.py`. Not shipped logic.

Loess: two tablelands at the back with upright edges, gullies that branch upwards and run down to a brackish
stream in front, fields in steps between them. People live in caves dug into banks, which stand one above
the other and about a court; the fields lie close to it, bund to bund. A canal is staked out along the heights.
"""

import math

import compose
from country import ROOT, Places
import lay
from lay import EARTH, N, WATER, dice
import loess
import numpy as np

OUT = ROOT / "levels" / "dry_hills" / "map.tmx"
ARES, FOREST_ARES = 205, 30
HIGH, GULCH = 5, 6
SEAT_AT = (34, 29)
COURTS = {  # the corner in which two banks meet; how its court lies; a cottage on level ground
    "Apricot Gully": ((17, 34.25), 2, False),
    "High Table": ((7, 8), 1, False),
    "Five Cellars": ((47.5, 20.5), 2, True),
    "Goat Slope": ((3.5, 24.5), 0, True),
    "Salt Stream": ((34.5, 43), 1, True),
    "Date Terrace": ((50.5, 37), 0, True),
    "Wind Gap": ((40.5, 3), 1, True),
}
HAMLETS = {"White Knoll": SEAT_AT} | {
    name: (round(a + 4), round(b + 4)) for name, ((a, b), _, _) in COURTS.items()
}
ARMS = {  # rows of caves: which way, where the face begins, how many
    "White Knoll": (("a", 29, 21, 3), ("b", 29, 21, 3), ("a", 28.5, 17.5, 2), ("b", 25.5, 20.5, 2),
                    ("a", 32, 36.5, 2)),
    "Apricot Gully": (("a", 17, 34.25, 2), ("b", 17, 34.25, 3), ("b", 12.75, 36, 2)),
    "High Table": (("a", 7, 8, 3), ("b", 7, 8, 3), ("a", 8, 3.75, 3)),
    "Five Cellars": (("a", 47.5, 20.5, 3), ("b", 47.5, 20.5, 2), ("a", 49, 16.25, 3)),
    "Goat Slope": (("a", 3.5, 24.5, 3), ("b", 3.5, 24.5, 2)),
    "Salt Stream": (("a", 34.5, 43, 2), ("b", 34.5, 43, 3)),
    "Date Terrace": (("a", 50.5, 37, 3), ("b", 50.5, 37, 2), ("a", 52, 32.75, 2)),
    "Wind Gap": (("a", 40.5, 3, 3), ("b", 40.5, 3, 2), ("b", 36.25, 4, 2)),
}  # fmt: skip
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
GULLIES = (
    ((30, 2, 0), (29.5, 6, 0), (27, 10, 0), (23.5, 14, 0), (21.5, 19, 0), (21, 25, 0.3), (23, 30, 0.5),
     (25.3, 34, 0.7), (27, 38, 0.9), (28.6, 44, 1), (29.5, 54, 1.1)),
    ((16, 23, 0), (18, 25, 0), (21, 25.4, 0)),
    ((62, 20, 0), (61.5, 26, 0), (62.4, 32, 0.4), (62, 38, 0.6), (62.6, 46, 0.8), (62, 57, 1)),
    ((1, 24, 0), (1.4, 28, 0), (1, 35, 0.3), (4, 42, 0.6), (8, 51, 0.8)),
    ((23, 46.5, 0), (24, 46, 0), (26, 45, 0.3), (28, 45.5, 0.4)),
)  # fmt: skip
ROADS = {
    "county": [(52, 0), (52, 12), (44, 12), (44, 33), (36, 33)],
    "down": [(44, 33), (44, 38), (46, 38), (46, 64)],
    "west": [(33, 31), (14, 31), (14, 34), (0, 34)],
    "table": [(18, 31), (18, 17), (10, 17)],
    "cellars": [(44, 30), (50, 30)],
    "low": [(46, 46), (64, 46)],
}
TRACKS = {  # trodden, from the courts to the roads
    "Apricot Gully": [(22, 38), (22, 45), (14, 45), (14, 34)],
    "High Table": [(9, 13), (10, 13), (10, 17)],
    "Five Cellars": [(52, 25), (56, 25), (56, 30), (50, 30)],
    "Goat Slope": [(9, 28), (9, 34)],
    "Salt Stream": [(37, 48), (37, 51), (46, 51)],
    "Date Terrace": [(56, 41), (56, 46)],
    "Wind Gap": [(43, 8), (43, 12), (44, 12)],
}


def table_edge(a, b):
    """Whether a corner lies on one of the two tablelands."""
    left = b + 0.8 * math.sin(a / 2.7) + 0.6 * math.sin(a / 1.3 + 1) < 19.6 - 0.012 * (
        a - 9
    ) ** 2 and a < 21.5 + 1.2 * math.sin(b / 2.2)
    right = b + 0.8 * math.sin(a / 2.3 + 2) + 0.6 * math.sin(a / 1.2) < 13.4 - 0.008 * (
        a - 47
    ) ** 2 and a > 33.0 + 1.1 * math.sin(b / 2.5 + 1)
    return left or right


def corners():
    """Ground corners, and corners that lie high or in a gully."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for name, (a, b) in HAMLETS.items():
        big = name == "White Knoll"
        lay.disc(kind, EARTH, a, b, 4.4 if big else 2.6, 4.4 if big else 2.6)
    lay.disc(kind, EARTH, 38.6, 32.4, 2.6, 3.0)  # where furnaces will stand
    lay.lines(kind, ROADS)
    lay.lines(kind, TRACKS, EARTH, keep=(EARTH, lay.ROAD))
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
    ("house", "", 40.25, 23.75, 2, 2, "house_tile"),
)  # fmt: skip
THINGS = (
    ("slogan.0", 34.4, 33.3), ("speaker", 36.9, 30.2), ("notice", 36.1, 25.9), ("sacks", 36.2, 29.2),
    ("cart", 33.2, 32.3), ("firewood", 37.4, 33.6), ("well", 35.6, 24.9), ("millstone", 31.6, 29.2),
    ("donkey", 37.8, 30.0), ("straw", 33.0, 30.6), ("straw", 33.0, 31.7), ("basket", 35.9, 32.0),
    ("straw", 31.6, 30.9), ("basket", 31.2, 27.7), ("mudwall_a", 30.0, 32.6), ("mudwall_b", 31.2, 22.6), ("mudwall_b", 31.1, 26.4), ("firewood", 30.1, 24.9), ("mudwall_b", 42.6, 23.4),
    ("mudwall_b", 40.0, 20.9), ("mudwall_a", 40.4, 28.4), ("mudwall_a", 38.2, 36.1),
    ("jujube.0", 32.2, 28.8), ("tree.1", 36.1, 22.4), ("jujube.0", 30.6, 25.4), ("jujube.1", 42.3, 29.4),
    ("tree.2", 36.4, 26.0), ("jujube.1", 30.9, 22.6), ("poplar.0", 35.2, 22.7), ("poplar.1", 39.9, 23.0),
    ("tree.3", 39.6, 22.6), ("jujube.0", 30.2, 27.6), ("hen", 30.5, 23.4), ("hen", 30.8, 23.8), ("ox", 30.2, 28.8), ("poplar.0", 29.8, 31.4), ("tree.1", 32.0, 33.0),
    ("jujube.1", 36.6, 35.0), ("poplar.1", 27.2, 28.4), ("tree.3", 27.4, 19.2), ("jujube.0", 26.6, 24.2),
    ("jujube.1", 30.4, 18.9), ("poplar.0", 33.6, 18.6), ("tree.1", 42.6, 33.9), ("scrub.0", 41.9, 34.9),
    ("jujube.0", 39.2, 37.6), ("tree.3", 31.4, 37.4),
)  # fmt: skip


def seat(places):
    """The commune seat on the knoll: a village before the rows of caves in the steps behind it."""
    places.put("brigade", "White Knoll", *SEAT_AT)
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

    def put(self, cls, name, a, b, w=0, d=0, **properties):
        """As ever; a building that would stand on a road, in water or on another is a mistake here."""
        if cls in ("house", "hall", "granary", "threshing", "office", "school", "workshop"):
            spot = (slice(math.floor(b), math.ceil(b + d)), slice(math.floor(a), math.ceil(a + w)))
            core = (slice(math.ceil(b), math.floor(b + d)), slice(math.ceil(a), math.floor(a + w)))
            for grid, where in ((self.road, spot), (self.water, spot), (self.taken, core)):
                if grid[where].any():
                    raise SystemExit(
                        f"{cls} of {properties.get('brigade')} at {a}, {b} has no room"
                    )
        super().put(cls, name, a, b, w, d, **properties)


def works(places):
    """The canal along the heights, as it is staked out; the dams that are to stand in the gullies."""
    for a, b, w, d in (
        (0, 21, 22, 1),
        (27, 13, 12, 1),
        (49, 13, 12, 1),
        (61, 13, 1, 4),
        (61, 17, 3, 1),
    ):
        places.put("canal", "High Canal", a, b, w, d, project="high_canal")
    places.put("dam", "Gully dam", 25.75, 44.5, 6, 3, project="gully_dams")
    places.put("bridge", "Stream bridge", 45, 53, 2, 3, kind="bridge_b")


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
    """Dates and apricots on the rims of the banks, thorns at those of gullies, willows by the stream."""

    def clear(a, b):
        at = (int(b), int(a))
        return (
            0 <= a < N
            and 0 <= b < N
            and not any(grid[at] for grid in (places.taken, places.water, places.road))
        )

    for name, arms in ARMS.items():
        for row in arms:
            loess.on_the_rim(places, *row, name)
    rim = lay.grown(places.rough) & ~places.rough
    for b, a in zip(*np.nonzero(rim), strict=True):
        if dice("rim", a, b) < 0.24 and clear(a, b):
            kind = ("scrub.0", "scrub.1", "jujube.0", "scrub.0")[int(dice("s", a, b) * 4)]
            at = (a + 0.3 + 0.4 * dice("x", a, b), b + 0.3 + 0.4 * dice("y", a, b))
            places.put("prop", "", *at, kind=kind)
    for at in range(1, N - 1):
        for side in (-1, 1):
            b = lay.spline(STREAM, at + 0.5) + side * 1.9
            if dice("willow", at, side) < 0.3 and clear(at + 0.5, b):
                places.put("prop", "", at + 0.5, round(b, 2), kind="tree.3")
    for b in range(N):
        for a in range(N):  # odd corners between the fields and the courts
            if dice("odd", a, b) < 0.1 and places.used[b, a] and clear(a, b):
                if places.rough[b, a] or places.earth[b, a]:
                    continue
                kind = ("jujube.1", "scrub.0", "poplar.0", "tree.1", "scrub.1")[
                    int(5 * dice("what", a, b))
                ]
                at = (a + 0.25 + 0.5 * dice("x", a, b), b + 0.25 + 0.5 * dice("y", a, b))
                places.put("prop", "", *at, kind=kind)


def off_the_fields(places):
    """Take away trees and walls that were put where a field has come to lie."""
    sown = np.zeros((N, N), dtype=bool)
    for cls, _, a, b, w, d, _ in places.rows:
        if cls == "field":
            sown[int(b) : int(b + d), int(a) : int(a + w)] = True
    places.rows = [
        row
        for row in places.rows
        if row[0] != "prop" or not sown[min(N - 1, int(row[3])), min(N - 1, int(row[2]))]
    ]


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
    yards = np.zeros((N, N), dtype=bool)
    yards[21:34, 28:38] = yards[21:29, 38:40] = True
    for name, (corner, lie, cottage) in COURTS.items():
        loess.court(places, name, corner, lie, cottage=cottage)
        ca, cb = (int(at) for at in corner)
        yards[cb : cb + loess.COURT[1] + 1, ca : ca + loess.COURT[0]] = True
    for name, arms in ARMS.items():
        for row in arms:
            loess.arm(places, name, *row)
            loess.before(yards, *row)
    works(places)
    cellars(places)
    doors = compose.spread(places.taken, down=1)
    shut = (
        doors
        | yards
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
    found = compose.patchwork(places, places.used)
    left = compose.allot(places, found, LAND, HAMLETS, bias={"White Knoll": 2}, likes=likes)
    trees(places)
    off_the_fields(places)
    names = lay.ground_names(kind)
    for b in range(N):
        for a in range(N):
            if names[b, a].startswith("grass"):
                names[b, a] = f"loess.{int(dice('loess', a, b) * 3)}"
    for cls, _, a, b, w, d, _ in places.rows:
        a, b = int(a), int(b)
        if (
            cls == "field" and 14 <= b < 49 and not high[b, a]
        ):  # hidden by the field: its front edge is a step
            names[b : b + d, a : a + w] = "terrace.0"
    layers = {"gullies": gulches, "edges": cliffs}
    lay.write(OUT, names, layers, places, ares=ARES, forest_ares=FOREST_ARES, landscape="loess")
    print(sum(w * d for _, _, w, d in left), "tiles left over,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
