"""Woods and single trees: what has been felled is gone."""

from collections.abc import Collection, Iterable, Mapping

from game.levelfiles.place import Place
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.items import Cell, Item, block, foot, tile
from game.ui.map.landscape import Kind, Look

DENSE, THIN, STUMPS = "dense", "thin", "stumps"
BY_A_HOUSE = 0.8
SPARED_PM = 150  # of the trees by roads and houses, even when the woods are gone
VARIANTS = {DENSE: 3, THIN: 2, STUMPS: 2}


def cells_of(place: Place) -> list[Cell]:
    """The tiles of a wood."""
    return [
        (a, b)
        for b in range(int(place.b), int(place.b + place.d))
        for a in range(int(place.a), int(place.a + place.w))
    ]


def is_hill(place: Place) -> bool:
    """Whether a wood is drawn as a hill."""
    return str(place.properties.get("kind", "")).startswith("hill_")


def hills(
    places: Iterable[Place], standing_pm: Mapping[str, int], other_pm: int, look: Look
) -> list[Item]:
    """The wooded hills on the map, each as its brigade's forest stands; not all thin at once."""
    drawn = []
    for place in places:
        if is_hill(place):
            left_pm = standing_pm.get(place.unit, other_pm)
            lean = round(300 * (chance("hill", place.a, place.b) - 0.5))
            seen_pm = min(1000, max(0, left_pm + lean * (50 < left_pm < 950)))
            name = look.hill_picture(seen_pm, "_b_" in str(place.properties["kind"]))
            drawn.append(block(name, place.a, place.b, place.w, place.d))
    return drawn


def states(cells: Iterable[Cell], standing_pm: int) -> dict[Cell, str]:
    """How each tile of a wood stands, so that the shares match; a thinned tile counts half.

    Felling begins at tiles that stay the same from season to season: a tile once felled is not
    drawn with trees again unless the wood grew.
    """
    order = sorted(cells, key=lambda cell: (chance("fell", *cell), cell))
    halves = round(2 * len(order) * (1000 - min(1000, max(0, standing_pm))) / 1000)
    thinned = min(len(order), -(-2 * halves // 3))  # some are bare before the last is thinned
    bare = halves - thinned
    found = dict.fromkeys(order, DENSE)
    for at, cell in enumerate(order):
        if at < bare:
            found[cell] = STUMPS
        elif at < thinned:
            found[cell] = THIN
    return found


def items(found: Mapping[Cell, str], known: Collection[str], look: Look) -> list[Item]:
    """Pictures of woodland tiles, with gullies where all is bare."""
    drawn = []
    for (a, b), state in found.items():
        variant = pick(VARIANTS[state], "wood", a, b)
        # a crown at the tile's front may cover who walks behind it, so it sorts at its middle
        drawn.append(Item(f"{look.woods}_{state}.{variant}", a, b, a + b + 1.0))
        if state == STUMPS and chance("gully", a, b) < 0.3 and "gully.0" in known:
            drawn.append(tile(f"gully.{pick(2, 'g', a, b)}", a, b))
    return drawn


Planted = tuple[Kind, Spot]
"""A kind of tree, and where one stands."""


def roadside(corners: Collection[Cell], taken: Collection[Cell], look: Look) -> list[Planted]:
    """Trees at the roads' sides, two tiles apart."""
    found: list[Planted] = []
    for a, b in sorted(corners):
        along_a = (a - 1, b) in corners and (a + 1, b) in corners
        along_b = (a, b - 1) in corners and (a, b + 1) in corners
        if along_a == along_b or (a + b) % 2 or chance("gap", a, b) < 0.22:
            continue
        near = 0.72 + 0.12 * chance("near", a, b)
        da, db = (0.0, near) if along_a else (near, 0.0)
        if chance("side", a, b) < 0.3:
            da, db = -da, -db
        if (int(a + 1.6 * da), int(b + 1.6 * db)) not in taken:
            found.append((look.by_road, (a + da, b + db)))
    return found


def tree(name: str, variants: int, spot: Spot, standing_pm: int) -> Item:
    """One tree or, where the felling reached it, a stump."""
    a, b = spot
    felled = chance("felled", round(a, 2), round(b, 2)) * 1000 >= standing_pm + SPARED_PM
    if felled:
        return foot(f"stump.{pick(2, 's', a, b)}", a, b)
    return foot(f"{name}.{pick(variants, 't', a, b)}", a, b)


def scattered(
    cells: Iterable[Cell], taken: Collection[Cell], share: float, look: Look
) -> list[Planted]:
    """Single trees on open ground."""
    found: list[Planted] = []
    for a, b in cells:
        if (a, b) in taken or chance("lone", a, b) >= share:
            continue
        spot = (a + 0.25 + 0.5 * chance("x", a, b), b + 0.25 + 0.5 * chance("y", a, b))
        kind = chance("kind", a, b)
        found.append((look.lone[(kind >= 0.72) + (kind >= 0.88)], spot))
    return found


def by_houses(houses: Iterable[Place], blocked: Collection[Cell], look: Look) -> list[Planted]:
    """A tree behind or beside most houses."""
    found: list[Planted] = []
    for house in houses:
        if chance("by", house.a, house.b) >= BY_A_HOUSE:
            continue
        right = chance("by side", house.a, house.b) < 0.5
        spot = (
            (house.a + max(house.w, 1) + 0.5, house.b + 0.3)
            if right
            else (house.a - 0.3, house.b + max(house.d, 1) * 0.5)
        )
        if (int(spot[0]), int(spot[1])) not in blocked:
            found.append((look.by_house, spot))
    return found


def reeds(water: Collection[Cell], roads: Collection[Cell], known: Collection[str]) -> list[Item]:
    """Along the near banks."""
    return [
        foot(f"reeds.{pick(2, 'reed', a, b)}", a + 0.55, b + 0.2 + 0.4 * chance("r", a, b))
        for a, b in sorted(water)
        if "reeds.0" in known
        and (a + 1, b) not in water
        and (a, b) not in roads
        and chance("reeds", a, b) < 0.4
    ]
