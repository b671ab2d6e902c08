"""Whether carts can get from each hamlet to the office, over roads, yards and bridges."""

from game.levelfiles.place import MapFacts
from game.levelfiles.tiled import RawMap

CORNERS = ((1, 0, 0), (2, 1, 0), (4, 1, 1), (8, 0, 1))
"""Bit of a mask, and the corner of the tile that it covers; as the window draws them."""
NEAR = 5  # tiles from a hamlet's middle within which a road has to begin

Cell = tuple[int, int]


def cut_off(facts: MapFacts, raw: RawMap) -> list[str]:
    """The brigades whose hamlet no way joins to the commune's office."""
    ways = _ways(raw) | _bridges(facts)
    offices = facts.of("office") or facts.of("brigade")[:1]
    if not offices or not ways:
        return []  # a map without any road is drawn so
    office = offices[0]
    spot = (office.a + office.w / 2, office.b + office.d / 2)
    reached = _reached(ways, _near(ways, spot))
    hamlets = {place.name: (place.a, place.b) for place in facts.of("brigade")}
    return [name for name, at in hamlets.items() if not _near(ways, at) & reached]


def _ways(raw: RawMap) -> set[Cell]:
    """The corners of tiles that roads and yards cover."""
    names = {gid: name for gid, name in raw.names().items() if name.startswith(("road", "earth"))}
    found: set[Cell] = set()
    for layer in raw.layers:
        if not layer.visible:
            continue
        for b, row in enumerate(layer.gids.tolist()):
            for a, gid in enumerate(row):
                if gid in names:
                    mask = _mask(names[gid])
                    found |= {(a + da, b + db) for bit, da, db in CORNERS if mask & bit}
    return found


def _bridges(facts: MapFacts) -> set[Cell]:
    return {
        (a, b)
        for place in facts.of("bridge")
        for a in range(int(place.a) - 1, int(place.a + place.w) + 2)
        for b in range(int(place.b) - 1, int(place.b + place.d) + 2)
    }


def _mask(name: str) -> int:
    digits = "".join(sign for sign in name.partition("_")[2] if sign.isdigit())
    return int(digits) if digits and "." not in name else 15


def _near(ways: set[Cell], at: tuple[float, float]) -> set[Cell]:
    a, b = round(at[0]), round(at[1])
    around = range(-NEAR, NEAR + 1)
    return {(a + da, b + db) for da in around for db in around} & ways


def _reached(ways: set[Cell], start: set[Cell]) -> set[Cell]:
    reached, edge = set(start), list(start)
    while edge:
        a, b = edge.pop()
        for cell in ((a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)):
            if cell in ways and cell not in reached:
                reached.add(cell)
                edge.append(cell)
    return reached
