"""Villages in the loess: caves dug into banks that stand in steps about a court. Not shipped logic."""

from country import dice, label_of

LONG, DEEP = 3, 2  # tiles of one dwelling along its bank and into it
COURT = (9, 8)  # tiles of the court before the corner of two banks
INNER = (  # three ways to lie, from the corner of the court
    (("hall", 2.25, 1.75, 4, 2), ("granary", 5.75, 4.25, 3, 3), ("threshing", 1.75, 4.25, 3, 3)),
    (("hall", 3.25, 4.5, 4, 2), ("granary", 1.75, 1.5, 3, 3), ("threshing", 5.0, 1.25, 3, 3)),
    (("hall", 4.5, 2.0, 4, 2), ("granary", 2.0, 4.75, 3, 3), ("threshing", 5.25, 4.5, 3, 3)),
)
COTTAGES = ((6.75, 1.5), (7.5, 4.75), (1.75, 1.75))  # for each way
THINGS = (  # about the threshing floor
    ("well", -0.5, -0.9), ("millstone", 3.5, 1.4), ("straw", 3.1, 2.6), ("straw", 3.5, 3.5),
    ("cart", 0.6, 3.5), ("basket", 4.2, 0.3), ("donkey", 3.6, 0.2),
)  # fmt: skip


def arm(places, name, way, a, b, count):
    """A row of caves whose face begins at a point: way "a" runs along a and looks along b."""
    found = []
    for k in range(count):
        spot = (a + LONG * k, b - DEEP) if way == "a" else (a - DEEP, b + LONG * k)
        size = (LONG, DEEP) if way == "a" else (DEEP, LONG)
        kind = "yaodong" if way == "a" else "yaodong_b"
        places.put("house", "", *spot, *size, kind=kind, brigade=name)
        found.append((*spot, *size))
    return found


def before(shut, way, a, b, count, deep=2):
    """Keep the yard before a row of caves, and where its bank runs out, free of fields."""
    a0, b0 = int(a), int(b)
    ends = ((a, b), (a + LONG * count, b)) if way == "a" else ((a, b + LONG * count), (a, b))
    (la, lb), (ra, rb) = ((int(at), int(to)) for at, to in ends)
    shut[max(0, lb - 1) : lb + 1, max(0, la - 3) : la + 1] = True
    shut[max(0, rb - 3) : rb + 1, max(0, ra - 1) : ra + 1] = True
    if way == "a":
        shut[b0 : b0 + deep + 1, a0 : int(a + LONG * count) + 1] = True
    else:
        shut[b0 : int(b + LONG * count) + 1, a0 : a0 + deep + 1] = True


def on_the_rim(places, way, a, b, count, key):
    """Trees on the land above a row, which its face does not hide."""
    along = 0.4 + dice("rim", key, way, a)
    while along < LONG * count - 0.3:
        back = 1.45 + 0.5 * dice("back", key, way, along)
        spot = (a + along, b - back) if way == "a" else (a - back, b + along)
        kind = ("jujube.0", "jujube.1", "scrub.0", "tree.1", "scrub.1")[
            int(5 * dice("kind", key, *spot))
        ]
        places.put("prop", "", *spot, kind=kind)
        along += 1.5 + 2.2 * dice("next", key, way, along)


def court(places, name, corner, lie, *, cottage=False):
    """What lies before two banks that meet in a corner: hall, granary, threshing floor, mill, walls.

    Args:
        lie: which way of INNER
    """
    ca, cb = corner
    places.put("brigade", name, ca + 4, cb + 4)
    for kind, da, db, w, d in INNER[lie]:
        drawn = "threshing_full" if kind == "threshing" else kind
        places.put(kind, label_of(kind, name), ca + da, cb + db, w, d, kind=drawn, brigade=name)
    if cottage:
        da, db = COTTAGES[lie]
        places.put("house", "", ca + da, cb + db, 2, 2, kind="house_tile", brigade=name)
    ta, tb = next((ca + da, cb + db) for kind, da, db, _, _ in INNER[lie] if kind == "threshing")

    def clear(a, b):
        return not places.taken[int(b), int(a)]

    for kind, da, db in THINGS:
        if clear(ta + da, tb + db):
            places.put("prop", "", ta + da, tb + db, kind=kind)
    for kind, da, db in (
        ("mudwall_b", 9.0, 0.9), ("mudwall_b", 9.0, 4.6), ("mudwall_a", 6.6, 8.2),
        ("mudwall_a", 2.6, 8.4), ("mudwall_b", 1.7, 2.4), ("mudwall_a", 2.2, 1.3),
    ):  # fmt: skip
        if dice("wall", name, kind, da, db) < 0.7 and clear(ca + da, cb + db):
            places.put("prop", "", ca + da, cb + db, kind=kind)
    for k, (da, db) in enumerate(
        ((1.2, 1.2), (8.6, 3.9), (0.9, 4.4), (0.8, 6.8), (8.3, 7.7), (4.6, 8.2), (7.9, 1.0))
    ):
        if dice("court tree", name, k) < 0.85 and clear(ca + da, cb + db):
            kind = ("jujube.0", "tree.1", "jujube.1", "poplar.0", "tree.3", "poplar.1", "jujube.0")[
                k
            ]
            places.put("prop", "", ca + da, cb + db, kind=kind)
