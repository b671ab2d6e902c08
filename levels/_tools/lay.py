"""Laying out a map by hand: what the scripts of the levels share. Not shipped logic.

A script says where rivers, roads, hamlets and slopes lie; the rules here cut slopes into strips along the
contour, put hamlets about a threshing floor, share fields out over brigades, and write the map for Tiled.
"""

import math

from country import (
    EARTH,
    ROAD,
    WATER,
    dice,
    ground_names,
    label_of,
    masks,
    plots,
    sprite_names,
    tmx,
)
import numpy as np

N = 64

__all__ = ["EARTH", "N", "ROAD", "WATER", "dice", "ground_names", "masks", "plots"]


def spline(points, at):
    """A smooth line through points (along, across): the value across at a place along."""
    for k in range(1, len(points) - 2):
        (y0, x0), (y1, x1), (y2, x2), (y3, x3) = points[k - 1 : k + 3]
        if y1 <= at <= y2:
            t = (at - y1) / (y2 - y1)
            return 0.5 * (
                2 * x1
                + (x2 - x0) * t
                + (2 * x0 - 5 * x1 + 4 * x2 - x3) * t * t
                + (3 * x1 - x0 - 3 * x2 + x3) * t**3
            )
    return points[1][1] if at < points[1][0] else points[-2][1]


def disc(kind, what, a0, b0, ra, rb, rough=0.22, over=(0,)):
    """A rounded patch of corners."""
    for b in range(N + 1):
        for a in range(N + 1):
            edge = 1 + rough * (dice("disc", a0, a, b) - 0.5)
            if ((a - a0) / ra) ** 2 + ((b - b0) / rb) ** 2 < edge and kind[b, a] in over:
                kind[b, a] = what


def lines(kind, paths, what=ROAD, keep=(EARTH,)):
    """Paths over corners; each leg runs along a or along b."""
    for path in paths.values():
        for (a0, b0), (a1, b1) in zip(path, path[1:], strict=False):
            for a in range(min(a0, a1), max(a0, a1) + 1):
                for b in range(min(b0, b1), max(b0, b1) + 1):
                    if kind[b, a] not in keep:
                        kind[b, a] = what


def brook(kind, points, end, along="b"):
    """A brook of one tile's width along a or b, down to where it meets the river or leaves the map."""
    for at in range(end + 1):
        here, there = math.floor(spline(points, at)), math.floor(spline(points, at + 1))
        for across in range(min(here, there), max(here, there) + 1):
            if 0 <= across <= N:
                kind[(at, across) if along == "b" else (across, at)] = WATER


def stream(kind, points, half, along="b"):
    """Water along a smooth line; `half` is half its width in tiles, a number or a function."""
    for at in range(N + 1):
        middle = spline(points, at)
        wide = half(at) if callable(half) else half
        for across in range(N + 1):
            if abs(across - middle) <= wide:
                if along == "b":
                    kind[at, across] = WATER
                else:
                    kind[across, at] = WATER


def runs(values, low, high):
    """Stretches [start, end) of one value."""
    start = low
    for at in range(low + 1, high + 1):
        if at == high or values(at) != values(start):
            yield start, at, values(start)
            start = at


def strips(shift, low, high, bands, along, key, longest=7):
    """Narrow plots along the contour of a slope: (a, b, w, d) from the top down.

    Args:
        shift: whole tiles by which the contour bulges at a place along it
        low, high: where the slope begins and ends along the contour
        bands: (top, depth) of each step, tiles from the edge of the map
        along: "a": the slope falls towards +b; "b": it falls towards +a
        key: makes the cuts of this slope its own
        longest: longest plot
    """
    found = []
    for start, end, bulge in runs(shift, low, high):
        for top, deep in bands:
            at = start
            while at < end:
                length = min(end - at, 3 + int(dice("cut", key, top, at) * (longest - 2)))
                if end - at - length in (1, 2):
                    length = end - at if end - at <= longest else length - 2
                across = top + bulge
                found.append(
                    (at, across, length, deep) if along == "a" else (across, at, deep, length)
                )
                at += length
    return found


def gaps(wanted, places, *blocked, keep=0.0):
    """The strips that have room; a long one is shortened where something is in the way."""
    found = []
    for a, b, w, d in wanted:
        if dice("gap", a, b) < keep:
            continue
        best = None
        wide = w >= d
        for start in range(w if wide else d):
            for end in range((w if wide else d), start + 1, -1):
                spot = (a + start, b, end - start, d) if wide else (a, b + start, w, end - start)
                if (best is None or spot[2] * spot[3] > best[2] * best[3]) and places.free(
                    *spot, *blocked
                ):
                    best = spot
        if best and best[2] * best[3] >= 2:
            found.append(best)
            places.used[best[1] : best[1] + best[3], best[0] : best[0] + best[2]] = True
    return found


def fill(places, along, inside, *blocked, keep=0.1, longest=7):
    """Narrow plots on what a slope has left, one tile deep, along the contour."""
    found = []
    for row in range(N):
        at = 0
        while at < N:
            length = 0
            while length < longest and at + length < N:
                a, b = (at + length, row) if along == "a" else (row, at + length)
                if not inside(a, b) or not places.free(a, b, 1, 1, places.used, *blocked):
                    break
                length += 1
            if length >= 2 and dice("fill", along, row, at) >= keep:
                spot = (at, row, length, 1) if along == "a" else (row, at, 1, length)
                found.append(spot)
                places.used[spot[1] : spot[1] + spot[3], spot[0] : spot[0] + spot[2]] = True
            at += max(1, length)
    return found


def corners_left(places, *blocked):
    """Small plots where level land was left over."""
    found = []
    for w, d in ((4, 3), (3, 4), (3, 3), (4, 2), (2, 4), (3, 2), (2, 3), (2, 2)):
        for b in range(N - d + 1):
            for a in range(N - w + 1):
                if dice("left", a, b, w) < 0.9 and places.free(a, b, w, d, places.used, *blocked):
                    found.append((a, b, w, d))
                    places.used[b : b + d, a : a + w] = True
    return found


def grown(grid, reach=1):
    """A grid with its neighbours."""
    wide = grid.copy()
    for _ in range(reach):
        near = wide.copy()
        near[1:] |= wide[:-1]
        near[:-1] |= wide[1:]
        near[:, 1:] |= wide[:, :-1]
        near[:, :-1] |= wide[:, 1:]
        wide = near
    return wide


def hamlet(places, name, a0, b0, houses, reach=7, first=()):
    """A hamlet about its threshing floor: granary and hall beside it, houses about them.

    Args:
        houses: kind -> footprint, in the order in which they are set
        first: (class, name, a, b, w, d, kind) set by hand before the rest
    """
    places.put("brigade", name, a0, b0)
    for cls, label, a, b, w, d, kind in first:
        places.put(
            cls, label, a, b, w, d, kind=kind, **({"brigade": name} if cls != "school" else {})
        )
    have = {row[0] for row in first}
    spots = sorted(
        (math.hypot(1.1 * (a + 1 - a0), b + 1 - b0) + 0.7 * dice(name, a, b), a, b)
        for a in range(a0 - reach, a0 + reach)
        for b in range(b0 - reach, b0 + reach)
    )
    wanted = [
        (cls, kind, w, d)
        for cls, kind, w, d in (
            ("threshing", "threshing_full", 3, 3),
            ("granary", "granary", 3, 3),
            ("hall", "hall", 4, 2),
        )
        if cls not in have
    ]
    wanted += [("house", kind, w, d) for kind, (w, d) in houses]
    for cls, kind, w, d in wanted:
        for _, a, b in spots:
            if a < 0 or b < 0 or not places.free(a, b, w, d, places.road, places.water):
                continue
            beside = (
                places.taken[b : b + d, max(0, a - 1)].any()
                or places.taken[b : b + d, min(N - 1, a + w)].any()
            )
            behind = (
                places.taken[max(0, b - 1), a : a + w].any()
                or places.taken[min(N - 1, b + d), a : a + w].any()
            )
            if cls == "house" and (
                (beside and dice("gap", name, a, b) < 0.75)
                or (behind and dice("yard", name, a, b) < 0.9)
            ):
                continue
            places.put(cls, label_of(cls, name), a, b, w, d, kind=kind, brigade=name)
            break


def caves(places, name, a0, b0, rows, first=()):
    """A hamlet of caves: rows cut side by side into steps of the hill, a threshing floor between them.

    Args:
        rows: (da, db, count) of each row, tiles from the middle to its left end
        first: as in `hamlet`
    """
    places.put("brigade", name, a0, b0)
    for cls, label, a, b, w, d, kind in first:
        places.put(
            cls, label, a, b, w, d, kind=kind, **({"brigade": name} if cls != "school" else {})
        )
    if not first:
        for cls, label, da, db, w, d, kind in (
            ("threshing", "Threshing floor", -1, -1, 3, 3, "threshing_full"),
            ("granary", f"{name} granary", -5, -2, 3, 3, "granary"),
            ("hall", f"{name} dining hall", 3, -1, 4, 2, "hall"),
        ):
            for a, b in sorted(((a, b) for a in range(a0 - 8, a0 + 7) for b in range(b0 - 6, b0 + 6)),
                               key=lambda at: abs(at[0] - a0 - da) + abs(at[1] - b0 - db)):  # fmt: skip
                if a >= 0 and b >= 0 and places.free(a, b, w, d, places.road, places.water):
                    places.put(cls, label, a, b, w, d, kind=kind, brigade=name)
                    break
    for da, db, count in rows:
        best = None
        for b in range(b0 + db - 2, b0 + db + 3):
            for a in range(a0 + da - 3, a0 + da + 4):
                spots = [(a + 3 * k, b) for k in range(count)]
                room = [
                    at
                    for at in spots
                    if min(at) >= 0 and places.free(*at, 3, 3, places.road, places.water)
                ]
                rank = (len(room), -abs(a - a0 - da) - 1.5 * abs(b - b0 - db))
                if best is None or rank > best[0]:
                    best = (rank, room)
        for a, b in best[1]:
            places.put("house", "", a, b, 3, 2, kind="yaodong", brigade=name)


def share_out(
    places, found, hamlets, crops, *, far=16, allowed=lambda name, plot: True, choose=None
):
    """Plots to brigades, nearest first until each has its tiles; then crops to plots.

    Args:
        found: (plot, slope) with slope 1 for a strip on a slope
        hamlets: name -> (a, b, wanted tiles, soil, shares of crops)
        choose: weight of a crop on a plot, beside its share still wanted
    """
    todo = sorted(
        (
            math.hypot(p[0] + p[2] / 2 - h[0], p[1] + p[3] / 2 - h[1]) - h[2] ** 0.5 * 0.55,
            name,
            p,
            slope,
        )
        for p, slope in found
        for name, h in hamlets.items()
        if allowed(name, p)
    )
    owner, tiles = {}, dict.fromkeys(hamlets, 0)
    for reach, name, plot, slope in todo:
        size = plot[2] * plot[3]
        if plot not in owner and tiles[name] + size <= hamlets[name][2] + 3 and reach < far:
            owner[plot] = (name, slope)
            tiles[name] += size
    for name, h in hamlets.items():
        mine = [(plot, slope) for plot, (who, slope) in owner.items() if who == name]
        total = sum(p[2] * p[3] for p, _ in mine)
        left = {crop: pm * total / 100 for crop, pm in zip(crops, h[4], strict=True)}
        for plot, slope in sorted(mine, key=lambda each: dice("order", *each[0])):
            a, b, w, d = plot

            def weight(c, a=a, b=b, plot=plot, slope=slope):
                return (
                    left[c]
                    + 5 * dice(c, a // 5, b // 5)
                    + (choose(c, plot, slope) if choose else 0) * (left[c] > 0)
                )

            crop = max(left, key=weight)
            left[crop] -= w * d
            quality = int(round(h[3] + 80 * (dice("soil", *plot) - 0.5), -1))
            places.put("field", "", a, b, w, d, brigade=name, crop=crop, quality_pm=quality)
    return tiles


def over(kind_grid, what, prefix):
    """A layer that is laid over the ground: corner masks of a kind, as names; "" where there is none."""
    mask = masks(kind_grid, [what])
    names = np.full((N, N), "", dtype=object)
    for b, a in zip(*np.nonzero(mask), strict=True):
        names[b, a] = f"{prefix}_{mask[b, a]:02d}"
    return names


def write(path, ground, layers, places, *, ares, forest_ares, landscape):
    """The map as Tiled writes it, with layers over the ground and the landscape it lies in."""
    text = tmx(ground, places, ares, forest_ares)
    text = text.replace(
        " </properties>\n",
        f'  <property name="landscape" value="{landscape}"/>\n </properties>\n',
        1,
    )
    ids = sprite_names()
    extra = []
    for number, (name, grid) in enumerate(layers.items(), 3):
        rows = [
            ",".join(str(1 + ids[grid[b, a]]) if grid[b, a] else "0" for a in range(N))
            for b in range(N)
        ]
        extra += [f' <layer id="{number}" name="{name}" width="{N}" height="{N}">', '  <data encoding="csv">',
                  ",\n".join(rows), "  </data>", " </layer>"]  # fmt: skip
    mark = ' <objectgroup id="2"'
    text = text.replace(mark, "\n".join([*extra, mark]), 1)
    text = text.replace('nextlayerid="3"', f'nextlayerid="{3 + len(layers)}"', 1)
    path.write_text(text, "utf-8")
