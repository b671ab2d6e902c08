"""Figures: one person, people on a road, people before their doors."""

import math
from collections.abc import Sequence
from itertools import pairwise

from game.sim.views import UnitView
from game.ui.map.grid import Spot, chance, pick, project
from game.ui.map.items import Cell, Item
from game.ui.map.setting import Setting

HANDS_PER_FIGURE = 13
JACKETS = 4
WALK_FPS, WORK_FPS = 6.0, 1.6
FRAMES = {"walk": 4, "carry": 4, "hoe": 2, "bend": 2, "shovel": 2}
LOADED = 0.75  # share of those on the road who carry something


def figures(hands: int) -> int:
    """How many figures stand for so many hands.

    >>> figures(0), figures(6), figures(130)
    (0, 1, 10)
    """
    return 0 if hands < 3 else max(1, round(hands / HANDS_PER_FIGURE))


def person(
    pose: str, spot: Spot, unit: str, work: str, way: Sequence[Spot] = (),
    mirrored: bool | None = None,
) -> Item:  # fmt: skip
    """One figure; jacket, step and, where it is all the same, facing depend on where it stands."""
    a, b = spot
    key = (unit, work, pose, round(a, 3), round(b, 3))
    jacket = pick(JACKETS, "jacket", *key)
    frames = FRAMES.get(pose, 1)
    long = sum(math.dist(project(*one), project(*other)) for one, other in pairwise(way))
    return Item(
        f"p_{pose}_{jacket}", a, b, a + b, frames=frames,
        fps=0.0 if frames == 1 else WALK_FPS if long else WORK_FPS,
        phase=2 * long * chance("phase", *key) if long else float(pick(8, "phase", *key)),
        mirrored=chance("facing", *key) < 0.5 if mirrored is None else mirrored,
        way=tuple(way) if long else (), unit=unit, work=work,
    )  # fmt: skip


def walkers(
    setting: Setting, unit: UnitView, count: int, work: str, ends: tuple[Spot, Spot]
) -> list[Item]:
    """People on the road between two places, most with a load."""
    way = setting.ground.way(*ends)
    found = []
    for at in range(count):
        off = (chance(unit.name, work, at, ends, "lane") - 0.5) * 0.5
        lane = tuple((a + off, b + off * 0.6) for a, b in way)
        pose = "carry" if chance(unit.name, work, at, ends, "load") < LOADED else "walk"
        if len(lane) > 1:
            found.append(person(pose, (lane[0][0] + at * 1e-3, lane[0][1]), unit.name, work, lane))
        else:
            spot = about(ends[0], 1.2, unit.name, work, at)
            found.append(person(pose, spot, unit.name, work))
    return found


def about(spot: Spot, reach: float, *key: object) -> Spot:
    """Somewhere round a point."""
    return (
        spot[0] + reach * (2 * chance(*key, "a") - 1),
        spot[1] + reach * (2 * chance(*key, "b") - 1),
    )


def on_tile(cell: Cell, *key: object) -> Spot:
    """Somewhere on a tile."""
    return (
        cell[0] + 0.1 + 0.8 * chance(*key, *cell, "a"),
        cell[1] + 0.1 + 0.8 * chance(*key, *cell, "b"),
    )


def idlers(setting: Setting, unit: UnitView, count: int, work: str) -> list[Item]:
    """Before the doors of the hamlet, but not before those that are shut."""
    houses = setting.open_houses(unit)
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
            spot = about(home, 1.5, unit.name, work, "home", at)
        pose = ("idle", "stand", "bend", "sit")[pick(4, unit.name, work, "idle", at)]
        found.append(person(pose, spot, unit.name, work))
    return found
