"""The people: as many figures at each work as hands were sent there, placed where the work is."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from game.levelfiles.place import Place
from game.sim.views import UnitView
from game.ui.map.buildings import hall_is_warm
from game.ui.map.fields import Patch, looks_like
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.items import Cell, Item
from game.ui.map.setting import Setting, distance, middle

HANDS_PER_FIGURE = 13
AT_HOME_PER_FIGURE = 60  # children and the old: few are out of doors
WORKS = ("fields", "furnaces", "waterworks", "sideline")
JACKETS = 4
WALK_FPS, WORK_FPS = 6.0, 1.6
FRAMES = {"walk": 4, "carry": 4, "hoe": 2, "bend": 2, "shovel": 2}
URGENT = ("ripe", "sprout", "green", "plough", "rot", "stubble", "fallow")
WEAK = 2  # strength at and below which some sit
QUEUE_KCAL = ((1800, 3), (1300, 5), (0, 8))  # what a head has to eat, and how long the queue is


def figures(hands: int) -> int:
    """How many figures stand for so many hands.

    >>> figures(0), figures(6), figures(130)
    (0, 1, 10)
    """
    return 0 if hands < 3 else max(1, round(hands / HANDS_PER_FIGURE))


def person(pose: str, spot: Spot, unit: str, work: str, way: Sequence[Spot] = ()) -> Item:
    """One figure; jacket, facing and step depend on where it stands."""
    a, b = spot
    key = (unit, work, pose, round(a, 3), round(b, 3))
    jacket = pick(JACKETS, "jacket", *key)
    frames = FRAMES.get(pose, 1)
    moves = len(way) > 1
    return Item(
        f"p_{pose}_{jacket}", a, b, a + b, frames=frames,
        fps=0.0 if frames == 1 else WALK_FPS if moves else WORK_FPS,
        phase=1000 * chance("phase", *key) if moves else float(pick(8, "phase", *key)),
        mirrored=chance("facing", *key) < 0.5, way=tuple(way), unit=unit, work=work,
    )  # fmt: skip


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
        spot = _on((patch.a, patch.b), "field", unit.name, at)
        found.append(person(field_pose(patch), spot, unit.name, "fields"))
    floor = setting.nearest("threshing", setting.home(unit)) or setting.nearest(
        "granary", setting.home(unit)
    )
    to = middle(floor) if floor else setting.home(unit)
    start = (float(tiles[0].a), float(tiles[0].b)) if tiles else setting.home(unit)
    return found + walkers(setting, unit, carriers, "fields", (start, to))


def walkers(
    setting: Setting, unit: UnitView, count: int, work: str, ends: tuple[Spot, Spot]
) -> list[Item]:
    """People on the road between two places, most with a load."""
    way = setting.ground.way(*ends)
    found = []
    for at in range(count):
        off = (chance(unit.name, work, at, "lane") - 0.5) * 0.5
        lane = tuple((a + off, b + off * 0.6) for a, b in way)
        pose = "carry" if chance(unit.name, work, at, "load") < 0.75 else "walk"
        if len(lane) > 1:
            found.append(person(pose, (lane[0][0] + at * 1e-3, lane[0][1]), unit.name, work, lane))
        else:
            spot = _about(ends[0], 1.2, unit.name, work, at)
            found.append(person(pose, spot, unit.name, work))
    return found


def _about(spot: Spot, reach: float, *key: object) -> Spot:
    return (
        spot[0] + reach * (2 * chance(*key, "a") - 1),
        spot[1] + reach * (2 * chance(*key, "b") - 1),
    )


def furnace_workers(setting: Setting, unit: UnitView, count: int) -> list[Item]:
    """Feeding the furnaces, and carrying wood and ore to them."""
    home = setting.home(unit)
    yard = setting.nearest("furnaces", home)
    if yard is None:
        return idlers(setting, unit, count, "furnaces")
    carriers = count // 3
    around = setting.free_near(middle(yard), 40)
    found = []
    for at in range(count - carriers):
        if setting.fires and at % 2:
            a, b = setting.fires[pick(len(setting.fires), unit.name, "which", at)]
            side = 1.6 * chance(unit.name, "side", at) - 0.3
            spot = (a + 0.3, b - 1 + side) if at % 4 == 1 else (a - 1 + side, b + 0.35)
        else:
            spot = _on(around[pick(len(around), unit.name, "yard", at)], unit.name, at)
        pose = ("shovel", "shovel", "carry", "stand", "bend")[pick(5, unit.name, "pose", at)]
        found.append(person(pose, spot, unit.name, "furnaces"))
    wood = setting.nearest("forest", middle(yard))
    start = middle(wood) if wood and chance("fetches", unit.name) < 0.5 else home
    return found + walkers(setting, unit, carriers, "furnaces", (start, middle(yard)))


def _on(cell: Cell, *key: object) -> Spot:
    """Somewhere on a tile."""
    return (
        cell[0] + 0.1 + 0.8 * chance(*key, *cell, "a"),
        cell[1] + 0.1 + 0.8 * chance(*key, *cell, "b"),
    )


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
        spot = _on(cell, unit.name, "dig", at)
        pose = ("shovel", "carry", "hoe", "shovel", "carry")[at % 5]
        beside = (cell[0] + 1, cell[1])
        if pose == "carry" and beside in setting.free:
            end = _on(beside, unit.name, "tip", at)
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


def idlers(setting: Setting, unit: UnitView, count: int, work: str) -> list[Item]:
    """Before the doors of the hamlet."""
    houses = setting.facts.of("house", unit.name)
    home = setting.home(unit)
    found = []
    for at in range(count):
        if houses:
            house = houses[pick(len(houses), unit.name, work, "door", at)]
            along = chance(unit.name, work, "step", at)
            spot = (
                house.a + max(house.w, 1) * along,
                house.b + max(house.d, 1) + 0.3 + 0.5 * along,
            )
        else:
            spot = _about(home, 1.5, unit.name, work, "home", at)
        pose = ("idle", "stand", "bend", "sit")[pick(4, unit.name, work, "idle", at)]
        found.append(person(pose, spot, unit.name, work))
    return found


def resting(unit: UnitView, count: int) -> int:
    """How many of so many figures sit, because there is little strength left.

    The weaker, the more: one in eight at 2, half of them at 0.
    """
    return count * (4 * (WEAK - unit.strength) + 1) // 18 if unit.strength <= WEAK else 0


def queues(setting: Setting) -> list[Item]:
    """Before the dining halls, if they cook. The less there is, the longer they wait."""
    if not hall_is_warm(setting.view):
        return []
    length = next(count for least, count in QUEUE_KCAL if setting.view.kcal_day >= least)
    found = []
    for hall in setting.facts.of("hall"):
        door_a, door_b = hall.a + hall.w / 2 + 0.1, hall.b + hall.d + 0.25
        for at in range(length):
            wobble = 0.1 * chance("queue", hall.a, at)
            spot = (door_a + 0.36 * at + wobble, door_b + 0.05 * at + wobble)
            found.append(person("queue" if at % 4 else "idle", spot, hall.unit, "hall"))
    return found


_DOING: dict[str, Callable[[Setting, UnitView, int], list[Item]]] = {
    "fields": field_workers,
    "furnaces": furnace_workers,
    "waterworks": works_workers,
    "sideline": sideline_workers,
}


def crowd(setting: Setting) -> list[Item]:
    """Everyone who is seen."""
    found: list[Item] = []
    for unit in setting.view.units:
        for work, hands in zip(WORKS, unit.at_work, strict=True):
            count = figures(hands)
            sitting = resting(unit, count)
            found += _DOING[work](setting, unit, count - sitting)
            found += seated(idlers(setting, unit, sitting, work), work)
        home = max(0, unit.people - unit.hands) // AT_HOME_PER_FIGURE
        found += idlers(setting, unit, home, "home")
    return found + queues(setting)


def seated(items: Iterable[Item], work: str) -> list[Item]:
    """The same people, sitting."""
    return [person("sit", (item.a, item.b), item.unit, work) for item in items]
