"""How a map is composed: tight hamlets, one patchwork of fields, rows of poplars. Not shipped logic.

A level counts its land from the map, so a script tells to the tile how much of each crop a brigade has,
and `allot` gives out exactly that, however the country is laid.
"""

import math

from country import blocks, cut, dice
import numpy as np

# (kind, a, b from the hamlet's middle); each lies otherwise about its threshing floor
LIES = (
    (
        ("hall", -4.4, -3.1), ("granary", 0.5, -3.4), ("threshing", 0.0, -0.3),
        ("house_tile", -2.6, -0.6), ("house_court", -5.1, 0.1), ("house_thatch", -2.2, 1.7),
        ("house_thatch", -2.9, -5.4), ("house_tile", -0.4, -5.6), ("house_thatch", 2.2, -5.5),
        ("house_tile", 3.6, -2.9), ("house_thatch", 3.7, -0.3), ("house_thatch", -4.9, 3.0),
    ),
    (
        ("hall", -0.8, -4.6), ("granary", -4.7, -3.4), ("threshing", -1.4, -1.9),
        ("house_court", 2.3, -2.4), ("house_tile", -4.5, -0.2), ("house_thatch", -4.3, 2.4),
        ("house_thatch", -1.5, 2.5), ("house_tile", 1.2, 2.5), ("house_thatch", 3.7, 0.9),
        ("house_thatch", -3.5, -5.6), ("house_tile", 3.7, -5.0), ("house_thatch", 4.0, 3.2),
    ),
    (
        ("hall", -4.9, -2.3), ("granary", -0.9, -0.5), ("threshing", -4.4, 0.1),
        ("house_court", 0.0, 2.4), ("house_tile", -4.5, -4.9), ("house_thatch", -1.9, -5.4),
        ("house_thatch", -0.3, -2.9), ("house_tile", 1.0, -5.2), ("house_thatch", 2.5, -2.2),
        ("house_tile", 2.7, 0.3), ("house_thatch", 3.4, 2.8), ("house_thatch", 3.7, -4.6),
    ),
)  # fmt: skip
FOOT = {"hall": (4, 2), "granary": (3, 3), "threshing": (3, 3), "house_court": (3, 3)}
SIZES = ((4, 3), (3, 4), (3, 3), (4, 2), (2, 4), (3, 2), (2, 3), (2, 2),
         (4, 1), (1, 4), (3, 1), (1, 3), (2, 1), (1, 2))  # fmt: skip


def hamlet(places, name, a0, b0, lie, *, swap=None):
    """A tight hamlet: hall and granary at the threshing floor, houses close about them.

    Args:
        lie: which of LIES
        swap: kind -> the kind that this country builds instead
    """
    places.put("brigade", name, a0, b0)
    labels = {
        "hall": f"{name} dining hall",
        "granary": f"{name} granary",
        "threshing": "Threshing floor",
    }
    lying = LIES[lie % len(LIES)]
    for kind, da, db in lying:
        shown = (swap or {}).get(kind, kind)
        w, d = FOOT.get(kind, (2, 2))
        stir = 0.24 if kind.startswith("house") else 0.0
        a = a0 + da + stir * (dice("a", name, da, db) - 0.5)
        b = b0 + db + stir * (dice("b", name, da, db) - 0.5)
        cls = kind if kind in labels else "house"
        drawn = "threshing_full" if kind == "threshing" else shown
        places.put(cls, labels.get(kind, ""), a, b, w, d, kind=drawn, brigade=name)
    ta, tb = next((a0 + da, b0 + db) for kind, da, db in lying if kind == "threshing")
    for kind, a, b in (
        ("straw", 2.9, 0.9),
        ("straw", 2.7, 2.2),
        ("cart", 0.6, 3.4),
        ("well", -0.4, 3.2),
    ):
        places.put("prop", "", ta + a, tb + b, kind=kind)


def spread(grid, left=0, right=0, up=0, down=0):
    """A grid with so many of its neighbours: left and right along a, up and down along b."""
    wide = grid.copy()
    for steps, axis in (((left, right), 1), ((up, down), 0)):
        grown = wide.copy()
        for back, reach in enumerate(steps):
            for step in range(1, reach + 1):
                shift = -step if back == 0 else step
                moved = np.roll(wide, shift, axis)
                edge = [slice(None), slice(None)]
                edge[axis] = slice(shift, None) if shift < 0 else slice(0, shift)
                moved[tuple(edge)] = False
                grown |= moved
        wide = grown
    return wide


def patchwork(places, shut):
    """Plots side by side over all ground that is not shut: (a, b, w, d), bund to bund."""
    size = places.size
    used = shut.copy()
    found = []

    def take(a, b, w, d):
        if a + w > size or b + d > size or used[b : b + d, a : a + w].any():
            return False
        found.append((a, b, w, d))
        used[b : b + d, a : a + w] = True
        return True

    for block in blocks(places, lanes=False):
        for plot in cut(*block):
            take(*plot)
    for w, d in SIZES:
        for b in range(size - d + 1):
            for a in range(size - w + 1):
                take(a, b, w, d)
    return found


def parted(plot, tiles):
    """A plot cut in two or three: so many tiles of it, in one piece, and what is left."""
    a, b, w, d = plot
    across, along = (d, w) if w >= d else (w, d)
    rows = tiles // across
    if not rows:  # less than a row: a part of one
        rows, part = 1, tiles
    else:
        part = across

    def piece(start, end, low, high):
        if w >= d:
            return (a + start, b + low, end - start, high - low)
        return (a + low, b + start, high - low, end - start)

    rest = [piece(0, rows, part, across)] if part < across else []
    if rows < along:
        rest.append(piece(rows, along, 0, across))
    return piece(0, rows, 0, part), rest


def allot(places, found, land, middles, *, bias=None, likes=None):
    """Give out plots so that each brigade has exactly its tiles of each crop.

    Args:
        found: plots of the patchwork
        land: name -> (soil per mille, {crop: tiles})
        middles: name -> where the hamlet lies
        bias: name -> tiles by which its reach is longer
        likes: (crop, plot) -> weight beside what is still wanted of the crop
    """
    wanted = {name: sum(crops.values()) for name, (_, crops) in land.items()}
    own = {name: [] for name in land}
    pool, spared = _kept(found, sum(wanted.values()), middles)
    while pool and any(wanted.values()):
        at, name = min(
            ((k, n) for k in range(len(pool)) for n in wanted if wanted[n]),
            key=lambda each: _far(pool[each[0]], middles[each[1]]) - (bias or {}).get(each[1], 0),
        )
        plot = pool.pop(at)
        if plot[2] * plot[3] > wanted[name]:
            plot, rest = parted(plot, wanted[name])
            pool += rest
        own[name].append(plot)
        wanted[name] -= plot[2] * plot[3]
    if any(wanted.values()):
        raise SystemExit(f"no room for the fields of {[n for n in wanted if wanted[n]]}: {wanted}")
    for name, (soil, crops) in land.items():
        _sow(places, name, own[name], soil, crops, likes or (lambda *_: 0))
    return pool + spared


def _kept(found, tiles, middles):
    """Plots for so many tiles, and the rest: what lies far from every hamlet and from the seat stays wild.

    The first of the hamlets is the seat.
    """
    seat = next(iter(middles.values()))

    def away(plot):
        return 0.5 * _far(plot, seat) + min(_far(plot, middle) for middle in middles.values())

    order, have = sorted(found, key=away), 0
    for count, plot in enumerate(order):
        if have >= tiles + 6:
            return order[:count], order[count:]
        have += plot[2] * plot[3]
    return order, []


def _far(plot, middle):
    a, b, w, d = plot
    return math.hypot(a + w / 2 - middle[0], b + d / 2 - middle[1])


def _sow(places, name, plots, soil, crops, likes):
    """Crops over the plots of a brigade, each to its last tile, and soil that is right on average."""
    left = dict(crops)
    todo = sorted(plots, key=lambda plot: dice("order", *plot))
    sown = []
    while todo:
        plot = todo.pop(0)
        size = plot[2] * plot[3]
        fits = [crop for crop in left if left[crop] >= size]
        if not fits:
            crop = max(left, key=left.get)
            plot, rest = parted(plot, left[crop])
            todo = [*rest, *todo]
        else:
            crop = max(
                fits,
                key=lambda c, plot=plot: (
                    left[c] / max(1, crops[c]) + 0.9 * dice(c, *plot[:2]) + likes(c, plot)
                ),
            )
        left[crop] -= plot[2] * plot[3]
        sown.append((plot, crop, int(round(soil + 90 * (dice("soil", *plot) - 0.5), -1))))
    total = sum(plot[2] * plot[3] for plot, _, _ in sown)
    have = sum(plot[2] * plot[3] * quality for plot, _, quality in sown)
    more = -((have - soil * total) // total)
    for (a, b, w, d), crop, quality in sown:
        places.put("field", "", a, b, w, d, brigade=name, crop=crop, quality_pm=quality + more)


def wood(places, name, tiles, near, shut):
    """So many tiles of woodland on free ground, nearest to a place, as runs along a."""
    free = [
        (math.hypot(a + 0.5 - near[0], b + 0.5 - near[1]) + 0.8 * dice("wood", a, b), a, b)
        for b, a in zip(*np.nonzero(~(shut | places.taken)), strict=True)
    ]
    chosen = sorted((int(b), int(a)) for _, a, b in sorted(free)[:tiles])
    while chosen:
        b, a = chosen.pop(0)
        w = 1
        while (b, a + w) in chosen:
            chosen.remove((b, a + w))
            w += 1
        places.put("forest", "", a, b, w, 1, brigade=name)


def hills(places, name, middles):
    """Wooded hills of 5 x 5 tiles."""
    for a, b in middles:
        kind = "hill_dense" if dice("hill", a, b) < 0.5 else "hill_b_dense"
        places.put("forest", "", a - 2.5, b - 2.5, 5, 5, kind=kind, brigade=name)


def avenue(places, path, kind="poplar", variants=2, *, step=1.9, off=0.74, sides=(1, -1), keep=0.8):
    """Trees at both sides of a road, in rows with a gap here and there."""
    for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
        long = abs(a1 - a0) + abs(b1 - b0)
        for side in sides:
            at = 0.9 + 0.5 * (side < 0)
            while at < long - 0.7:
                t = at / long
                a, b = a0 + (a1 - a0) * t, b0 + (b1 - b0) * t
                a, b = (a, b + side * off) if b0 == b1 else (a + side * off, b)
                at += step * (0.85 + 0.3 * dice("step", a0, b0, side, round(at, 1)))
                inside = 0 <= a < places.size and 0 <= b < places.size
                if not inside or dice("row", round(a, 1), round(b, 1)) >= keep:
                    continue
                here = (int(b), int(a))
                if not (places.taken[here] or places.water[here] or places.earth[here]):
                    which = f"{kind}.{int(dice('p', a, b) * variants)}"
                    places.put("prop", "", a, b, kind=which)
