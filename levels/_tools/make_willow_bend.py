"""Draws levels/willow_bend/map.tmx: `python levels/_tools/make_willow_bend.py`. Not shipped logic.

The lie of the land is written here by hand (river, roads, hamlets, hills); the patchwork of fields is
cut by a fixed rule, so that the same script always gives the same map. The map may then be edited in
Tiled; running the script again overwrites it.
"""

import json
import math
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "levels" / "willow_bend" / "map.tmx"
ATLAS = ROOT / "assets" / "atlas"
N = 64
WATER, ROAD, EARTH = 1, 2, 3

# name: centre a, b; yard half-axes; wanted field tiles; soil; shares wheat, maize, millet, sweet potato
HAMLETS = {
    "Willow Bend": (33, 27, 7.5, 6.5, 178, 1030, (51, 38, 0, 11)),
    "Stone Bridge": (14, 28, 4.6, 4.2, 184, 1000, (50, 38, 0, 12)),
    "Pine Ridge": (9, 12, 3.6, 3.4, 118, 860, (34, 40, 0, 24)),
    "Locust Grove": (41, 10, 4.0, 3.6, 128, 930, (42, 40, 0, 16)),
    "Mill Corner": (55, 23, 4.2, 3.9, 160, 1010, (50, 38, 0, 11)),
    "Old Well": (50, 43, 4.6, 4.2, 212, 1040, (53, 37, 0, 10)),
    "Reed Pool": (12, 49, 3.8, 3.6, 128, 970, (42, 38, 0, 18)),
    "South Dyke": (33, 51, 4.2, 4.0, 180, 1020, (51, 38, 0, 10)),
}
CROPS = ("wheat", "maize", "millet", "sweet_potato")
RIVER = [
    (25, -2),
    (25, 4),
    (25.5, 10),
    (24, 15),
    (21.5, 20),
    (21, 25),
    (22, 30),
    (23.5, 35),
    (23, 41),
    (21, 47),
    (21.5, 54),
    (24, 60),
    (25, 67),
]
ROADS = {
    # vertices; each leg runs along a or along b
    "market": [(0, 30), (13, 30), (13, 31), (38, 31), (38, 30), (52, 30), (52, 28), (64, 28)],
    "north": [(37, 31), (37, 20), (38, 20), (38, 13), (39, 13), (39, 6), (40, 6), (40, 0)],
    "east": [(55, 28), (55, 21)],
    "south": [(34, 31), (34, 40), (35, 40), (35, 55), (36, 55), (36, 64)],
    "well": [(35, 44), (64, 44)],
    "ridge": [(13, 30), (13, 22), (11, 22), (11, 12)],
    "reed": [(12, 30), (12, 38), (13, 38), (13, 52), (14, 52), (14, 64)],
    "dam": [(33, 22), (33, 14), (31, 14), (31, 12), (29, 12)],
    "dam2": [(33, 22), (37, 22)],
    "mill lane": [(55, 22), (64, 22)],
    "grove lane": [(39, 12), (52, 12), (52, 14), (55, 14), (55, 22)],
    "well lane": [(52, 30), (52, 44)],
}
# hills with forest: a, b, w, d, brigade
FORESTS = [
    (0, 0, 9, 4, "Pine Ridge"), (9, 0, 8, 5, "Pine Ridge"), (17, 0, 4, 8, "Pine Ridge"), (0, 4, 5, 4, "Pine Ridge"),
    (0, 18, 2, 5, "Pine Ridge"), (17, 8, 3, 3, "Pine Ridge"),
    (31, 0, 7, 4, "Locust Grove"), (31, 4, 5, 4, "Locust Grove"), (43, 0, 9, 4, "Locust Grove"), (47, 4, 4, 2, "Locust Grove"),
    (52, 0, 12, 5, "Mill Corner"), (59, 5, 5, 4, "Mill Corner"), (62, 9, 2, 6, "Mill Corner"),
    (0, 58, 5, 6, "Reed Pool"), (0, 40, 2, 7, "Reed Pool"), (20, 60, 2, 4, "South Dyke"), (62, 34, 2, 6, "Old Well"),
    (0, 23, 2, 4, "Stone Bridge"),
]  # fmt: skip


def dice(*key):
    """A number 0 to 1 that depends on its key alone."""
    value = 2166136261
    for part in key:
        for byte in str(part).encode() + b"|":
            value = (value ^ byte) * 16777619 % 2**32
    value ^= value >> 15
    value = value * 2246822519 % 2**32
    return (value ^ (value >> 13)) % 100003 / 100003


def river_at(b):
    """The river's middle at a distance down the map (smooth through the points)."""
    points = RIVER
    for k in range(1, len(points) - 2):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[k - 1 : k + 3]
        if y1 <= b <= y2:
            t = (b - y1) / (y2 - y1)
            return 0.5 * (
                2 * x1
                + (x2 - x0) * t
                + (2 * x0 - 5 * x1 + 4 * x2 - x3) * t * t
                + (3 * x1 - x0 - 3 * x2 + x3) * t**3
            )
    return points[1][0] if b < points[1][1] else points[-2][0]


def vertices():
    """What each corner of the tiles is: water, road, earth or grass; (N + 1, N + 1), row = b."""
    kind = np.zeros((N + 1, N + 1), dtype=int)
    for a0, b0, ra, rb in ((h[0], h[1], h[2], h[3]) for h in HAMLETS.values()):
        for b in range(N + 1):
            for a in range(N + 1):
                edge = 1 + 0.22 * (dice("yard", a0, a, b) - 0.5)
                if ((a - a0) / ra) ** 2 + ((b - b0) / rb) ** 2 < 0.62 * edge:
                    kind[b, a] = EARTH
    for a in range(38, 45):  # the furnace yard, at the edge of the commune seat
        for b in range(32, 37):
            kind[b, a] = EARTH
    for path in ROADS.values():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            for a in range(min(a0, a1), max(a0, a1) + 1):
                for b in range(min(b0, b1), max(b0, b1) + 1):
                    if kind[b, a] != EARTH:
                        kind[b, a] = ROAD
    for b in range(N + 1):
        middle = river_at(b)
        half = 1.3 if b > 12 else 1.1
        if b <= 9:  # the shallow reservoir that the dam will hold
            half = 3.4 - 0.5 * abs(b - 5) ** 0.8 + 0.5 * math.sin(b)
        for a in range(N + 1):
            if abs(a - middle) <= half:
                kind[b, a] = WATER
    # a reed pool by the southern bank
    for b in range(N + 1):
        for a in range(N + 1):
            if ((a - 17.5) / 2.1) ** 2 + ((b - 55) / 1.7) ** 2 < 1:
                kind[b, a] = WATER
    return kind


def masks(kind, wanted):
    """Corner mask of each tile: top 1, right 2, bottom 4, left 8."""
    hit = np.isin(kind, wanted).astype(int)
    return hit[:-1, :-1] + 2 * hit[:-1, 1:] + 4 * hit[1:, 1:] + 8 * hit[1:, :-1]


def ground_names(kind):
    """The sprite of each tile of the ground."""
    water, road = masks(kind, [WATER]), masks(kind, [ROAD])
    earth, both = masks(kind, [EARTH]), masks(kind, [EARTH, ROAD])
    names = np.empty((N, N), dtype=object)
    for b in range(N):
        for a in range(N):
            if water[b, a]:
                full = "water_15b" if dice("w", a, b) < 0.4 else "water_15"
                names[b, a] = full if water[b, a] == 15 else f"water_{water[b, a]:02d}"
            elif earth[b, a]:
                full = f"earth.{int(dice('e', a, b) * 2)}"
                names[b, a] = full if both[b, a] == 15 else f"earth_{both[b, a]:02d}"
            elif road[b, a]:
                names[b, a] = f"road_{road[b, a]:02d}"
            else:
                names[b, a] = f"grass.{int(dice('g', a, b) * 3)}"
    return names


class Places:
    """Objects as they are put down, and the tiles that they take."""

    def __init__(self, kind):
        self.rows = []
        self.taken = np.zeros((N, N), dtype=bool)
        self.water = masks(kind, [WATER]) > 0
        self.road = masks(kind, [ROAD]) > 0
        self.earth = masks(kind, [EARTH]) > 0

    def put(self, cls, name, a, b, w=0, d=0, **properties):
        self.rows.append((cls, name, a, b, w, d, properties))
        if w and d:
            self.taken[
                max(0, math.floor(b)) : math.ceil(b + d), max(0, math.floor(a)) : math.ceil(a + w)
            ] = True

    def free(self, a, b, w, d, *blocked):
        if a < 0 or b < 0 or a + w > N or b + d > N:
            return False
        spot = (slice(b, b + d), slice(a, a + w))
        return not any(grid[spot].any() for grid in (self.taken, *blocked))


def seat(places):
    """The commune seat, laid out as in the concept picture."""
    unit = "Willow Bend"
    put = places.put
    put("office", "Commune office", 34, 22, 3, 3, kind="office")
    put("hall", "Dining hall", 29, 25, 4, 2, kind="hall", brigade=unit)
    put("granary", "Commune granary", 34, 27, 3, 3, kind="granary", brigade=unit)
    put("school", "Primary school", 29, 21, 3, 2, kind="school")
    put("threshing", "Threshing floor", 38, 27, 3, 3, kind="threshing_full", brigade=unit)
    put("workshop", "Smithy", 38, 24, 2, 2, kind="workshop")
    put("furnaces", "Furnace yard", 39, 33, 5, 3)
    for a, b, kind in (
        (26, 26, "house_tile"), (26, 29, "house_thatch"), (29, 28, "house_court"), (32, 28, "house_tile"),
        (26, 23, "house_thatch"), (40, 22, "house_tile"), (41, 25, "house_thatch"), (42, 28, "house_tile"),
        (38, 21, "house_thatch"), (31, 19, "house_thatch"), (34, 19, "house_tile"), (28, 18, "house_thatch"),
        (36, 32, "house_thatch"), (31, 32, "house_tile"), (28, 32, "house_thatch"), (43, 32, "house_thatch"),
    ):  # fmt: skip
        side = 3 if kind == "house_court" else 2
        if places.free(a, b, side, side, places.road, places.water):
            put("house", "", a, b, side, side, kind=kind, brigade=unit)
    put("prop", "", 31.6, 30.2, kind="slogan.0")
    put("prop", "", 36.4, 30.3, kind="speaker")
    put("prop", "", 41.3, 29.4, kind="straw")
    put("prop", "", 41.6, 27.3, kind="straw")
    put("prop", "", 38.6, 36.3, kind="firewood")
    put("prop", "", 44.3, 35.2, kind="pots")
    put("prop", "", 37.4, 29.6, kind="cart")
    put("prop", "", 33.5, 24.6, kind="notice")
    put("prop", "", 37.3, 28.2, kind="sacks")


def hamlet(places, name, a0, b0):
    """A hamlet: threshing floor and granary in the middle, houses about them, nearest places first."""
    places.put("brigade", name, a0, b0)
    if name == "Willow Bend":
        return
    spots = sorted(
        (
            (math.hypot(a + 1 - a0, b + 1 - b0) + 0.6 * dice(name, a, b), a, b)
            for a in range(a0 - 6, a0 + 6)
            for b in range(b0 - 6, b0 + 6)
        )
    )
    wanted = [
        ("threshing", "threshing_full", 3, 3),
        ("granary", "granary", 3, 3),
        ("hall", "hall", 4, 2),
    ]
    wanted += [
        (
            "house",
            "house_court" if k == 1 else ("house_tile" if dice(name, k) < 0.4 else "house_thatch"),
            0,
            0,
        )
        for k in range(9)
    ]
    for cls, kind, w, d in wanted:
        w, d = (w, d) if w else ((3, 3) if kind == "house_court" else (2, 2))
        for _, a, b in spots:
            grown = places.free(max(0, a), max(0, b), w, d, places.road, places.water)
            near = (
                places.taken[max(0, b) : b + d, max(0, a - 1)].any()
                or places.taken[max(0, b - 1), max(0, a) : a + w].any()
            )
            if (
                a >= 0
                and b >= 0
                and grown
                and not (near and cls == "house" and dice("gap", name, a, b) < 0.8)
            ):
                label = {
                    "threshing": "Threshing floor",
                    "granary": f"{name} granary",
                    "hall": f"{name} dining hall",
                }.get(cls, "")
                places.put(cls, label, a, b, w, d, kind=kind, brigade=name)
                break


def works(places):
    """Dam, canal and bridges."""
    places.put("dam", "North dam", 23, 9, 6, 3, project="north_dam")
    places.put("canal", "East canal", 25, 38, 8, 1, project="east_canal")
    places.put("canal", "East canal", 36, 38, 15, 1, project="east_canal")
    places.put("canal", "East canal", 53, 38, 9, 1, project="east_canal")
    places.put("bridge", "Stone bridge", math.floor(river_at(31)) - 2, 30, 5, 2, kind="bridge_a")


def forests(places):
    """Woods on the hills at the back and the sides."""
    for a, b, w, d, name in FORESTS:
        if (
            not places.taken[b : b + d, a : a + w].any()
            and not places.water[b : b + d, a : a + w].any()
        ):
            places.put("forest", "", a, b, w, d, brigade=name)
        else:
            print("no room for forest", a, b, file=sys.stderr)


def cut(a, b, w, d):
    """Cut a block into plots of 2 to 4 tiles a side, at places that depend on the block alone."""
    if w <= 4 and d <= 4:
        return [(a, b, w, d)]
    along = w > 4 and (d <= 4 or w * (0.7 + 0.6 * dice("cut", a, b, w, d)) >= d)
    length = w if along else d
    choices = [k for k in range(2, length - 1) if length - k >= 2]
    k = choices[int(dice("at", a, b, w, d) * len(choices))]
    if along:
        return cut(a, b, k, d) + cut(a + k, b, w - k, d)
    return cut(a, b, w, k) + cut(a, b + k, w, d - k)


def blocks(places):
    """The country between roads, in blocks of about 7 tiles with a lane between some of them."""
    a = 0
    while a < N:
        w = 5 + int(dice("bw", a) * 4)
        b = 0
        while b < N:
            d = 5 + int(dice("bd", a, b) * 4)
            lane_a, lane_b = dice("la", a) < 0.2, dice("lb", a, b) < 0.1
            yield a, b, max(2, min(w, N - a) - lane_a), max(2, min(d, N - b) - lane_b)
            b += d
        a += w


def plots(places):
    """Plots of the patchwork that lie on free ground, cut down where something is in the way."""
    bank = places.water.copy()
    bank[1:] |= places.water[:-1]
    bank[:, 1:] |= places.water[:, :-1]
    bank[:-1] |= places.water[1:]
    bank[:, :-1] |= places.water[:, 1:]
    near = places.taken.copy()  # a strip of grass before houses and woods
    near[1:] |= places.taken[:-1]
    near[:, 1:] |= places.taken[:, :-1]
    found = []
    for block in blocks(places):
        for a, b, w, d in cut(*block):
            best = None
            for w2 in range(2, w + 1):
                for d2 in range(2, d + 1):
                    for a2 in range(a, a + w - w2 + 1):
                        for b2 in range(b, b + d - d2 + 1):
                            good = places.free(
                                a2, b2, w2, d2, bank, near, places.road, places.earth
                            )
                            if good and (best is None or w2 * d2 > best[2] * best[3]):
                                best = (a2, b2, w2, d2)
            if best:
                found.append(best)
    used = np.zeros((N, N), dtype=bool)
    for a, b, w, d in found:
        used[b : b + d, a : a + w] = True
    for w, d in (
        (4, 3),
        (3, 4),
        (3, 3),
        (4, 2),
        (2, 4),
        (3, 2),
        (2, 3),
        (2, 2),
    ):  # corners that were left over
        for b in range(N - d + 1):
            for a in range(N - w + 1):
                if dice("fill", a, b, w) < 0.97 and places.free(
                    a, b, w, d, bank, near, used, places.road, places.earth
                ):
                    found.append((a, b, w, d))
                    used[b : b + d, a : a + w] = True
    return found


def fields(places):
    """Share plots out over brigades, nearest first, and crops over plots."""
    middle = math.floor(river_at(30))
    todo = []
    for a, b, w, d in plots(places):
        west = a < river_at(min(N, max(0, b)))
        for name, h in HAMLETS.items():
            if (h[0] < middle) == west:
                todo.append(
                    (
                        math.hypot(a + w / 2 - h[0], b + d / 2 - h[1])
                        - h[2] * {"Willow Bend": 1.6, "Locust Grove": 1.3}.get(name, 0.8),
                        name,
                        (a, b, w, d),
                    )
                )
    owner, tiles = {}, dict.fromkeys(HAMLETS, 0)
    for reach, name, plot in sorted(todo):
        size = plot[2] * plot[3]
        if (
            plot not in owner
            and tiles[name] + size <= HAMLETS[name][4] + 4
            and reach
            < (19 if name in ("Old Well", "South Dyke", "Willow Bend", "Mill Corner") else 16)
        ):
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
            quality = round(h[5] + 90 * (dice("soil", *plot) - 0.5) - (25 if far > 9 else 0), -1)
            places.put("field", "", a, b, w, d, brigade=name, crop=crop, quality_pm=int(quality))
    return tiles


def trees(places):
    """Poplars along the roads, willows by the water, a few trees in the hamlets."""

    def clear(a, b):
        a, b = int(a), int(b)
        return 0 <= a < N and 0 <= b < N and not places.taken[b, a] and not places.water[b, a]

    for name in ("market", "south", "north", "well", "reed"):
        path = ROADS[name]
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            long = abs(a1 - a0) + abs(b1 - b0)
            for k in range(1, long):
                if dice("poplar", name, a0, b0, k) < 0.42:
                    side = 0.78 if dice("side", name, a0, b0, k) < 0.5 else -0.78
                    t = k / long
                    a, b = a0 + (a1 - a0) * t + 0.5, b0 + (b1 - b0) * t
                    a, b = (a, b + side) if b0 == b1 else (a - 0.5 + side, b + 0.5)
                    if clear(a, b) and not places.earth[int(b), int(a)]:
                        places.put(
                            "prop",
                            "",
                            round(a, 2),
                            round(b, 2),
                            kind=f"poplar.{int(dice('p', a, b) * 2)}",
                        )
    for b in range(1, N - 1):
        for side in (-1, 1):
            if dice("willow", b, side) < 0.3:
                a = river_at(b + 0.5) + side * 2.9
                if clear(a, b + 0.5) and not places.road[b, int(a)]:
                    places.put("prop", "", round(a, 2), b + 0.5, kind="tree.3")
    for name, h in HAMLETS.items():
        for k in range(10 if name == "Willow Bend" else 6):
            turn, reach = dice("t", name, k) * math.tau, 0.75 + 0.4 * dice("r", name, k)
            a, b = h[0] + h[2] * reach * math.cos(turn), h[1] + h[3] * reach * math.sin(turn)
            if clear(a, b) and not places.road[int(b), int(a)]:
                places.put(
                    "prop", "", round(a, 2), round(b, 2), kind=f"tree.{int(dice('k', name, k) * 3)}"
                )
    for k in range(26):  # reeds at the pool and at the tail of the reservoir
        middle, reach = ((18, 55.5), (3.1, 2.8)) if k < 18 else ((25.2, 13.5), (2.6, 1.2))
        a, b = middle[0] + reach[0] * math.cos(k * 2.4), middle[1] + reach[1] * math.sin(k * 2.4)
        if clear(a, b):
            places.put("prop", "", round(a, 2), round(b, 2), kind=f"reeds.{k % 2}")
    for k in range(140):  # single trees on the waste land between fields
        a, b = dice("wa", k) * N, dice("wb", k) * N
        if clear(a, b) and not places.road[int(b), int(a)] and not places.earth[int(b), int(a)]:
            kind = "pine.0" if b < 8 or a < 4 else f"tree.{int(dice('wk', k) * 3)}"
            places.put("prop", "", round(a, 2), round(b, 2), kind=kind)


def yards(places):
    """What stands about in a hamlet: a well, straw by the threshing floor, a cart, a donkey here and there."""

    def put(a, b, kind):
        at = (int(b), int(a))
        open_ = 0 <= a < N and 0 <= b < N and not places.water[at]
        if open_ and not places.taken[at] and not places.road[at]:
            places.put("prop", "", round(a, 2), round(b, 2), kind=kind)

    for row in [row for row in places.rows if row[0] == "threshing"]:
        _, _, a, b, w, d, more = row
        name = more["brigade"]
        if name == "Willow Bend":  # set by hand
            continue
        put(a + w + 0.5, b + 0.6 + dice("straw", name), "straw")
        put(a + w + 0.4, b + 1.9 + 0.5 * dice("straw2", name), "straw")
        put(
            a - 0.5,
            b + d + 0.4,
            "well" if dice("well", name) < 0.75 or name == "Old Well" else "firewood",
        )
        put(
            a + 1.2 + dice("cart", name),
            b + d + 0.6,
            "cart" if dice("which", name) < 0.5 else "cart_b",
        )
        if dice("beast", name) < 0.5:
            put(a - 0.6, b + 0.4, "donkey")


def sprite_names():
    """Local ids of the ground tiles: from ground.tsx where it is there, else in a fixed order."""
    tsx = ATLAS / "ground.tsx"
    if tsx.is_file():
        tiles = ET.parse(tsx).getroot().findall("tile")
        return {tile.get("type") or tile.get("class"): int(tile.get("id")) for tile in tiles}
    names = [f"grass.{k}" for k in range(3)] + ["earth.0", "earth.1"]
    names += [f"{kind}_{mask:02d}" for kind in ("earth", "road", "water") for mask in range(16)] + [
        "water_15b"
    ]
    return {name: k for k, name in enumerate(names)}


def tmx(names, places, ares=146, forest_ares=40):
    """The map as Tiled writes it; a field tile stands for `ares`, a forest tile for `forest_ares`."""
    ids = sprite_names()
    rows = [",".join(str(1 + ids[names[b, a]]) for a in range(N)) for b in range(N)]
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<map version="1.10" orientation="isometric" renderorder="right-down" width="{N}" height="{N}" tilewidth="64" tileheight="32" infinite="0" nextlayerid="3" nextobjectid="{len(places.rows) + 1}">',
        " <properties>",
        f'  <property name="ares_per_tile" type="int" value="{ares}"/>',
        f'  <property name="forest_ares_per_tile" type="int" value="{forest_ares}"/>',
        " </properties>",
    ]
    first = 1
    for name in ("ground", "fields", "objects", "forest"):
        out.append(f' <tileset firstgid="{first}" source="../../assets/atlas/{name}.tsx"/>')
        first += 1000
    out += [f' <layer id="1" name="ground" width="{N}" height="{N}">', '  <data encoding="csv">']
    out += [",\n".join(rows), "  </data>", " </layer>", ' <objectgroup id="2" name="places">']
    for number, (cls, name, a, b, w, d, properties) in enumerate(places.rows, 1):
        size = f' width="{w * 32:g}" height="{d * 32:g}"' if w and d else ""
        label = f' name="{name}"' if name else ""
        inner = [] if size else ["   <point/>"]
        if properties:
            kinds = {
                key: ' type="int"' if isinstance(value, int) else ""
                for key, value in properties.items()
            }
            inner = (
                ["   <properties>"]
                + [
                    f'    <property name="{key}"{kinds[key]} value="{value}"/>'
                    for key, value in properties.items()
                ]
                + ["   </properties>"]
                + inner
            )
        out.append(
            f'  <object id="{number}"{label} type="{cls}" x="{a * 32:g}" y="{b * 32:g}"{size}>'
        )
        out += [*inner, "  </object>"]
    out += [" </objectgroup>", "</map>", ""]
    return "\n".join(out)


def main():
    kind = vertices()
    places = Places(kind)
    seat(places)
    for name, h in HAMLETS.items():
        hamlet(places, name, h[0], h[1])
    works(places)
    forests(places)
    tiles = fields(places)
    trees(places)
    yards(places)
    OUT.write_text(tmx(ground_names(kind), places), "utf-8")
    print(json.dumps(tiles), sum(tiles.values()), "field tiles,", len(places.rows), "objects")


if __name__ == "__main__":
    main()
