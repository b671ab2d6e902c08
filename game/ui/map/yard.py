"""The furnace yard: furnaces being built, heaps of what is fed to them, and those who do it."""

from collections.abc import Collection, Iterable, Sequence

from game.levelfiles.place import MapFacts, Place
from game.sim.views import UnitView, View
from game.ui.map.buildings import furnace_spots, shares
from game.ui.map.figures import figures, idlers, on_tile, person, walkers
from game.ui.map.grid import Spot, chance, pick, project
from game.ui.map.ground import Ground
from game.ui.map.items import Cell, Item, foot
from game.ui.map.setting import Setting, distance, middle
from game.ui.map.woods import cells_of

HEAPS = ("ore", "firewood", "pots")
BUILDING_HEAPS = ("bricks", "ore", "firewood")
BEFORE = ("straw", "straw", "cart_empty", "straw", "basket")  # in a yard without furnaces
FELLING, CARRYING = 0.25, 0.45  # of the hands: in the woods, where wood is burnt; on the road
BARE_PM = 30  # of a wood, where there is nothing left to fell
CLEAR, APART, BESIDE = 1.25, 1.9, 2.1  # tiles from a heap to furnaces, to others; off the yard
BODY = (14, 46)  # half the width and the height of a furnace in pixels
ROUND_A_FIRE = (
    ("shovel", -0.05, 0.85, False), ("shovel", 0.85, 0.05, True), ("stand", 0.5, 0.6, True),
    ("bend", -0.6, 0.5, False),
)  # fmt: skip
ROUND_A_HEAP = (
    ("shovel", -0.5, 0.3, False), ("hoe", 0.35, -0.5, True), ("bend", 0.55, 0.1, True),
    ("shovel", -0.1, 0.6, False),
)  # fmt: skip
"""Pose, place from the middle of the thing in tiles, and whether it faces left."""

Post = tuple[str, Spot, bool]
"""Pose, where, and whether it faces left."""


def worked(view: View) -> bool:
    """Whether any hands are sent to the furnaces."""
    return any(unit.at_work[1] for unit in view.units)


def rising(facts: MapFacts, view: View) -> list[Spot]:
    """Front corners of furnaces that are wanted and do not stand yet, while hands build them."""
    if not worked(view) or view.furnaces_wanted <= view.furnaces:
        return []
    yards = facts.of("furnaces")
    stand, wanted = (shares(count, len(yards)) for count in (view.furnaces, view.furnaces_wanted))
    return [
        spot
        for yard, old, new in zip(yards, stand, wanted, strict=True)
        for spot in furnace_spots(yard)[old:new]
    ]


def heap_spots(
    facts: MapFacts, ground: Ground, free: Collection[Cell], fires: Sequence[Spot]
) -> list[Spot]:
    """Where the heaps of each yard lie: near its furnaces, on free ground, apart."""
    found: list[Spot] = []
    props = [middle(prop) for prop in facts.of("prop")]
    for yard in facts.of("furnaces"):
        a0, b0 = int(yard.a - BESIDE), int(yard.b - BESIDE)
        around = [
            (a, b)
            for a in range(a0, int(yard.a + yard.w + BESIDE) + 1)
            for b in range(b0, int(yard.b + yard.d + BESIDE) + 1)
            if (a, b) in free and (a, b) not in ground.built
        ]
        own: list[Spot] = []
        for cell in sorted(around, key=lambda at: (chance("heap", *at) - (at[0] + at[1]) / 40, at)):
            spot = (cell[0] + 0.5, cell[1] + 0.5)
            off_fires = all(distance(spot, _heart(fire)) > CLEAR**2 for fire in fires)
            if off_fires and all(distance(spot, other) > APART**2 for other in (*own, *props)):
                own.append(spot)
            if len(own) == len(HEAPS):
                break
        found += own
    return found


def items(facts: MapFacts, coming: Iterable[Spot], heaps: Iterable[Spot], view: View) -> list[Item]:
    """What stands in the yards beside the furnaces that are done, or before there are any."""
    found = [Item("furnace_rising", a, b, a + b - 0.5) for a, b in coming]
    if worked(view) and (found or view.furnaces):
        kinds = BUILDING_HEAPS if found else HEAPS
        found += [foot(kinds[at % len(kinds)], *spot) for at, spot in enumerate(heaps)]
    return found + harvest_things(facts, view)


def harvest_things(facts: MapFacts, view: View) -> list[Item]:
    """What lies in the yards while no furnace stands or is wanted: straw, a cart, a basket."""
    if view.furnaces or view.furnaces_wanted or worked(view):
        return []
    kinds = [kind for kind in BEFORE if kind != "straw" or view.store.kg > 0]
    return [
        foot(kind, *_heart(spot))
        for yard in facts.of("furnaces")
        for kind, spot in zip(kinds, furnace_spots(yard), strict=False)
    ]


def _heart(fire: Spot) -> Spot:
    """The middle of a furnace."""
    return fire[0] - 0.5, fire[1] - 0.5


def _hidden(spot: Spot, fires: Iterable[Spot]) -> bool:
    """Whether a furnace stands before a figure, or where it would stand."""
    x, y = project(*spot)
    for fire in fires:
        left, bottom = project(*_heart(fire))
        if abs(x - left) < BODY[0] and -10 < bottom + 6 - y < BODY[1]:
            return True
    return False


def posts(fires: Sequence[Spot], heaps: Sequence[Spot]) -> list[Post]:
    """Places for feeding the furnaces and breaking ore, one round after the other."""
    hearts = [_heart(fire) for fire in fires]
    found: list[Post] = []
    for at in range(len(ROUND_A_FIRE)):
        for thing, around in ((hearts, ROUND_A_FIRE), (heaps, ROUND_A_HEAP)):
            for which, (a, b) in enumerate(thing):
                pose, da, db, left = around[(at + which) % len(around)]
                spot = (a + da, b + db)
                found += [] if _hidden(spot, fires) else [(pose, spot, left)]
    return found


def workers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """Felling for the furnaces, carrying wood, ore and pots to them, building and feeding them."""
    home = setting.home(unit)
    yard = setting.nearest("furnaces", home)
    if yard is None:
        return idlers(setting, unit, count, "furnaces")
    felling, feeding = _split(setting.view, count)
    found = fellers(setting, unit, felling)
    on_the_way = count - len(found) - feeding
    wood = setting.nearest("forest", home)
    from_the_wood = on_the_way // 2 if wood and found else 0
    to = [heap for heap in setting.heaps if _within(heap, yard)] or [middle(yard)]
    loads = [(home, on_the_way - from_the_wood)] + ([(middle(wood), from_the_wood)] if wood else [])
    for start, carriers in loads:
        for heap, going in zip(to, shares(carriers, len(to)), strict=True):
            found += walkers(setting, unit, going, "furnaces", (start, heap))
    return found + in_the_yard(setting, unit, yard, feeding)


def _split(view: View, count: int) -> tuple[int, int]:
    """How many of so many fell wood, and how many are in the yard; the others carry."""
    felling = int(count * FELLING * view.wood_pm / 1000)
    return felling, count - felling - int(count * CARRYING)


def fellers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """At the edge of the brigade's own woods, while any stand."""
    if unit.forest_pm < BARE_PM:
        return []
    edge = sorted(
        {
            (a + da, b + db)
            for place in setting.facts.of("forest", unit.name)
            for a, b in cells_of(place)
            for da, db in ((1, 0), (0, 1))
            if (a + da, b + db) in setting.free
        },
        key=lambda cell: (chance("edge", *cell), cell),
    )
    found = []
    for at, cell in enumerate(edge[:count]):
        spot = on_tile(cell, unit.name, "fell", at)
        pose = ("hoe", "hoe", "bend")[pick(3, unit.name, "fells", at)]
        found.append(person(pose, spot, unit.name, "furnaces"))
    return found


def _before(setting: Setting, unit: UnitView, yard: Place) -> int:
    """How many figures of the brigades before this one work in the same yard."""
    count = 0
    for other in setting.view.units:
        if other.name == unit.name:
            break
        if setting.nearest("furnaces", setting.home(other)) == yard:
            count += _split(setting.view, figures(other.at_work[1]))[1]
    return count


def in_the_yard(setting: Setting, unit: UnitView, yard: Place, count: int) -> list[Item]:
    """At the furnaces and heaps; when every place is taken, between the two with a load."""
    at_hand = [fire for fire in setting.fires if _within(fire, yard)]
    heaps = [heap for heap in setting.heaps if _within(heap, yard)]
    around = setting.free_near(middle(yard), 60)
    taken, first = posts(at_hand, heaps), _before(setting, unit, yard)
    found = []
    for at in range(count):
        if first + at < len(taken):
            pose, spot, left = taken[first + at]
            found.append(person(pose, spot, unit.name, "furnaces", mirrored=left))
            continue
        cell = around[pick(len(around), unit.name, "yard", at)]
        start = on_tile(cell, unit.name, "tip", at)
        end = taken[pick(len(taken), unit.name, "to", at)][1] if taken else start
        found.append(person("carry", start, unit.name, "furnaces", (start, end)))
    return found


def _within(spot: Spot, yard: Place) -> bool:
    """Whether a point belongs to a yard."""
    reach = BESIDE + 1
    return -reach < spot[0] - yard.a < yard.w + reach and -reach < spot[1] - yard.b < yard.d + reach
