"""The people: as many figures at each work as hands were sent there, placed where the work is."""

from collections.abc import Callable, Sequence
from functools import cache

from game.levelfiles.place import Place
from game.sim.views import UnitView
from game.ui.map import yard
from game.ui.map.buildings import SCARCE_G, hall_is_warm
from game.ui.map.fields import Patch, looks_like
from game.ui.map.figures import figures, idlers, on_tile, person, walkers
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.items import Item
from game.ui.map.setting import Setting, distance, middle

AT_HOME_PER_FIGURE = 60  # children and the old: few are out of doors
WORKS = ("fields", "furnaces", "waterworks", "sideline")
URGENT = ("ripe", "sprout", "green", "plough", "rot", "stubble", "fallow")
WEAK = 2  # strength at and below which some sit
MOST_SIT, SITS_FOR = 0.6, 0.9  # of those at work; for the share that is lacking of SCARCE_G
QUEUE_G = ((535, 3), (385, 5), (270, 8), (0, 12))  # grain a head and day, and the queue's length
STEP, ALONG_THE_WALL = 0.36, 3  # tiles from one in the queue to the next; how many at the wall
TURNS = ((1.0, 0.06), (0.8, 0.5), (0.4, 0.85), (0.0, 1.0), (-0.5, 0.8))
"""Where a queue goes, in steps along a and b: along the wall, straight out, aside."""
HARVESTS = (1, 2)  # seasons in which grain comes in


def _rank(patch: Patch) -> int:
    return URGENT.index(patch.stage) if patch.stage in URGENT else len(URGENT)


def working_tiles(patches: Sequence[Patch], count: int, unit: str, turn: int) -> list[Patch]:
    """Where the hands of a brigade are: together, at what is most urgent."""
    if not patches or not count:
        return []
    urgent = min(map(_rank, patches))
    most = [patch for patch in patches if _rank(patch) == urgent]
    groups = max(1, min(4, count // 5, len(most)))
    starts = [most[pick(len(most), "start", unit, turn, group)] for group in range(groups)]
    held = dict.fromkeys(most, 0)
    chosen: list[Patch] = []
    for at in range(count):
        start = (starts[at % groups].a, starts[at % groups].b)
        costs = [
            distance((patch.a, patch.b), start) + 5 * on_it**2 + 2 * _bias(patch)
            for patch, on_it in held.items()
        ]
        best = most[costs.index(min(costs))]
        held[best] += 1
        chosen.append(best)
    return chosen


@cache
def _bias(patch: Patch) -> float:
    """So that a group is no neat circle."""
    return chance("bias", patch.a, patch.b)


def field_pose(patch: Patch) -> str:
    """How one works on a tile."""
    if patch.stage in {"ripe", "rot", "stubble"}:
        return "bend"
    if looks_like(patch.crop) == "rice" and patch.stage in {"sprout", "green"}:
        return "bend"
    return "hoe"


def field_workers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """Hoeing, reaping and carrying."""
    patches = setting.patches.get(unit.name, [])
    if not patches:
        return idlers(setting, unit, count, "fields")
    carriers = count // 6 if any(patch.stage == "ripe" for patch in patches) else count // 10
    tiles = working_tiles(patches, count - carriers, unit.name, setting.view.turn)
    found = []
    for at, patch in enumerate(tiles):
        spot = on_tile((patch.a, patch.b), "field", unit.name, at)
        found.append(person(field_pose(patch), spot, unit.name, "fields"))
    floor = setting.nearest("threshing", setting.home(unit)) or setting.nearest(
        "granary", setting.home(unit)
    )
    to = middle(floor) if floor else setting.home(unit)
    start = (float(tiles[0].a), float(tiles[0].b)) if tiles else setting.home(unit)
    return found + walkers(setting, unit, carriers, "fields", (start, to))


def work_site(setting: Setting, home: Spot) -> Place | None:
    """The large work that is chosen, or the nearest; a dam before a canal."""
    chosen = {project.id for project in setting.view.projects if project.chosen}
    sites = [place for kind in ("dam", "canal") for place in setting.facts.of(kind)]
    wanted = [place for place in sites if place.properties.get("project") in chosen]
    return min(
        wanted or sites,
        key=lambda place: (place.kind != "dam", distance(middle(place), home)),
        default=None,
    )


def works_workers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """Digging and carrying earth about the large work."""
    home = setting.home(unit)
    site = work_site(setting, home)
    if site is None:
        return idlers(setting, unit, count, "waterworks")
    on_the_way = count // 4
    front = (site.a + site.w / 2, site.b + site.d + 1.5)
    around = setting.free_near(front, 70)
    found = []
    for at in range(count - on_the_way):
        cell = around[pick(len(around), unit.name, "dig", at)]
        spot = on_tile(cell, unit.name, "dig", at)
        pose = ("shovel", "carry", "hoe", "shovel", "carry")[at % 5]
        beside = (cell[0] + 1, cell[1])
        if pose == "carry" and beside in setting.free:
            end = on_tile(beside, unit.name, "tip", at)
            found.append(person(pose, spot, unit.name, "waterworks", (spot, end)))
        else:
            found.append(person(pose, spot, unit.name, "waterworks"))
    return found + walkers(setting, unit, on_the_way, "waterworks", (home, front))


def sideline_workers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """Baskets, fuel, wild plants: round the hamlet and on its paths."""
    home = setting.home(unit)
    going = count // 3
    hall = setting.nearest("hall", home) or setting.nearest("office", home)
    found = idlers(setting, unit, count - going, "sideline")
    return found + walkers(setting, unit, going, "sideline", (home, middle(hall) if hall else home))


def resting(unit: UnitView, count: int, first: bool = False) -> int:
    """How many of so many figures sit, because there is little strength left or little to eat.

    The weaker, the more: one in eight at 2, half of them at 0. Where less than SCARCE_G was eaten,
    some sit before their strength is gone. In the first season nobody has eaten yet.
    """
    by_strength = (4 * (WEAK - unit.strength) + 1) / 18 if unit.strength <= WEAK else 0.0
    lacking = 0.0 if first else max(0, SCARCE_G - unit.eaten_g_day) / SCARCE_G
    return int(count * min(MOST_SIT, max(by_strength, SITS_FOR * lacking)) + 1e-9)


def seated(items: Sequence[Item], count: int) -> list[Item]:
    """So many of them sit down where they are; those on the road come last."""
    order = sorted(range(len(items)), key=lambda at: (bool(items[at].way), _weary(items[at])))
    sitting = set(order[:count])
    return [
        person("sit", (item.a, item.b), item.unit, item.work) if at in sitting else item
        for at, item in enumerate(items)
    ]


def _weary(item: Item) -> float:
    return chance("weary", item.unit, item.work, round(item.a, 3), round(item.b, 3))


def there_is(setting: Setting) -> int:
    """Grain a head and day: what was eaten, or what the store gives, if that is less.

    In summer and autumn the harvest comes in, and the store of the day tells little.
    """
    view = setting.view
    eaten = min((unit.eaten_g_day for unit in view.units), default=0) or view.ration_g
    given = view.forecast.eat_g_day or eaten
    return eaten if view.season in HARVESTS else min(eaten, given)


def queues(setting: Setting) -> list[Item]:
    """Before the dining halls, if they cook. The less there is, the longer they wait."""
    if not hall_is_warm(setting.view):
        return []
    grams = there_is(setting)
    length = next(count for least, count in QUEUE_G if grams >= least)
    found = []
    for hall in setting.facts.of("hall"):
        for at, spot in enumerate(_line(setting, hall, length)):
            found.append(person("queue" if at % 4 else "idle", spot, hall.unit, "hall"))
    return found


def _line(setting: Setting, hall: Place, length: int) -> list[Spot]:
    """A queue from the door along the wall, and on along the way that is most open."""
    lines = []
    for which, toward in enumerate(TURNS):
        spots, at = [], (hall.a + hall.w / 2 + 0.1, hall.b + hall.d + 0.25)
        for each in range(length):
            wobble = 0.1 * chance("queue", hall.a, each)
            spots.append((at[0] + wobble, at[1] + wobble))
            along, out = TURNS[0] if each < ALONG_THE_WALL else toward
            at = (at[0] + STEP * along, at[1] + STEP * out)
        closed = sum((int(a), int(b)) not in setting.free for a, b in spots)
        behind = sum((int(a + 1), int(b + 1)) in setting.ground.blocked for a, b in spots)
        lines.append((closed + behind, which, spots))
    return min(lines)[2]


_DOING: dict[str, Callable[[Setting, UnitView, int], list[Item]]] = {
    "fields": field_workers,
    "furnaces": yard.workers,
    "waterworks": works_workers,
    "sideline": sideline_workers,
}


def crowd(setting: Setting) -> list[Item]:
    """Everyone who is seen."""
    first = setting.view.turn == 0
    found: list[Item] = []
    for unit in setting.view.units:
        for work, hands in zip(WORKS, unit.at_work, strict=True):
            count = figures(hands)
            found += seated(_DOING[work](setting, unit, count), resting(unit, count, first))
        found += at_home(setting, unit, first)
    return found + queues(setting)


def at_home(setting: Setting, unit: UnitView, first: bool) -> list[Item]:
    """Children and the old: the less they eat, the fewer are out of doors, and those sit."""
    count = max(0, unit.people - unit.hands) // AT_HOME_PER_FIGURE
    kept_in = resting(unit, 2 * count, first) // 2
    out = idlers(setting, unit, count - kept_in, "home")
    return seated(out, min(len(out), kept_in))
