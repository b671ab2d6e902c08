"""What the scripts that draw maps share: chance by key, ground, objects, and the file for Tiled. Not shipped logic."""

import math
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
ATLAS = ROOT / "assets" / "atlas"
WATER, ROAD, EARTH = 1, 2, 3


def dice(*key):
    """A number 0 to 1 that depends on its key alone."""
    value = 2166136261
    for part in key:
        for byte in str(part).encode() + b"|":
            value = (value ^ byte) * 16777619 % 2**32
    value ^= value >> 15
    value = value * 2246822519 % 2**32
    return (value ^ (value >> 13)) % 100003 / 100003


def masks(kind, wanted):
    """Corner mask of each tile: top 1, right 2, bottom 4, left 8."""
    hit = np.isin(kind, wanted).astype(int)
    return hit[:-1, :-1] + 2 * hit[:-1, 1:] + 4 * hit[1:, 1:] + 8 * hit[1:, :-1]


def ground_names(kind):
    """The sprite of each tile of the ground."""
    water, road = masks(kind, [WATER]), masks(kind, [ROAD])
    earth, both = masks(kind, [EARTH]), masks(kind, [EARTH, ROAD])
    names = np.empty(water.shape, dtype=object)
    for b in range(names.shape[0]):
        for a in range(names.shape[1]):
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
        self.water = masks(kind, [WATER]) > 0
        self.size = len(self.water)
        self.taken = np.zeros_like(self.water)
        self.road = masks(kind, [ROAD]) > 0
        self.earth = masks(kind, [EARTH]) > 0

    def put(self, cls, name, a, b, w=0, d=0, **properties):
        """A place, by quarters of a tile where it has a size; a point to the hundredth."""
        a, b = (round(4 * a) / 4, round(4 * b) / 4) if w and d else (round(a, 2), round(b, 2))
        self.rows.append((cls, name, a, b, w, d, properties))
        if w and d:
            self.taken[
                max(0, math.floor(b)) : math.ceil(b + d), max(0, math.floor(a)) : math.ceil(a + w)
            ] = True

    def free(self, a, b, w, d, *blocked):
        if a < 0 or b < 0 or a + w > self.size or b + d > self.size:
            return False
        spot = (slice(b, b + d), slice(a, a + w))
        return not any(grid[spot].any() for grid in (self.taken, *blocked))


def label_of(cls, name):
    """What a building of a hamlet is called; houses have no name."""
    return {
        "threshing": "Threshing floor", "granary": f"{name} granary", "hall": f"{name} dining hall",
    }.get(cls, "")  # fmt: skip


def hamlet(places, name, a0, b0):
    """A hamlet: threshing floor and granary in the middle, houses about them, nearest places first."""
    places.put("brigade", name, a0, b0)
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
                places.put(cls, label_of(cls, name), a, b, w, d, kind=kind, brigade=name)
                break


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


def blocks(places, *, lanes=True):
    """The country between roads, in blocks of about 7 tiles with a lane between some of them."""
    size = places.size
    a = 0
    while a < size:
        w = 5 + int(dice("bw", a) * 4)
        b = 0
        while b < size:
            d = 5 + int(dice("bd", a, b) * 4)
            lane_a = lanes and dice("la", a) < 0.2
            lane_b = lanes and dice("lb", a, b) < 0.1
            yield a, b, max(2, min(w, size - a) - lane_a), max(2, min(d, size - b) - lane_b)
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
    used = np.zeros_like(near)
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
        for b in range(places.size - d + 1):
            for a in range(places.size - w + 1):
                if dice("fill", a, b, w) < 0.97 and places.free(
                    a, b, w, d, bank, near, used, places.road, places.earth
                ):
                    found.append((a, b, w, d))
                    used[b : b + d, a : a + w] = True
    return found


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
    size = len(names)
    rows = [",".join(str(1 + ids[name]) for name in row) for row in names]
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<map version="1.10" orientation="isometric" renderorder="right-down" width="{size}" height="{size}" tilewidth="64" tileheight="32" infinite="0" nextlayerid="3" nextobjectid="{len(places.rows) + 1}">',
        " <properties>",
        f'  <property name="ares_per_tile" type="int" value="{ares}"/>',
        f'  <property name="forest_ares_per_tile" type="int" value="{forest_ares}"/>',
        " </properties>",
    ]
    first = 1
    for name in ("ground", "fields", "objects", "forest"):
        out.append(f' <tileset firstgid="{first}" source="../../assets/atlas/{name}.tsx"/>')
        first += 1000
    out += [
        f' <layer id="1" name="ground" width="{size}" height="{size}">',
        '  <data encoding="csv">',
    ]
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
