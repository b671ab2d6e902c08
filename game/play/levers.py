"""Levers: what one order does when it alone is changed, for a whole game, from a policy.

A lever takes what a policy ordered and gives it back with one kind of order changed. All changed
games and the unchanged one meet the same chance, so that their differences are the order's doing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.sim.arrays import Ints
from game.sim.level import MONTHS_A_TURN, Level
from game.sim.orders import (
    ALLOWED,
    AS_SAID,
    BY_POINTS,
    CLOSED,
    COMPULSORY,
    EQUAL,
    FIELDS,
    FURNACES,
    KIND,
    LET_GO,
    NONE,
    SIDELINE,
    STOPPED,
    TOLERATED,
    VOLUNTARY,
    WEAK_FIRST,
    WORKS,
    Kind,
    Orders,
    opens,
)
from game.sim.views import Seen

Change = Callable[[Seen, Ints], Ints]
"""What is seen and the array of a kind as the policy ordered it -> the array as changed."""

HANDS_PM = 100
"""Hands that a lever of labour moves from one place to another."""
LAND_PM = 100
"""Land that a lever of crops gives to one of them."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One order, changed in one way."""

    kind: Kind
    name: str
    change: Change
    tells: bool = False  # True: it brings knowledge and is not meant to move anything

    def applies(self, seen: Seen) -> bool:
        """Whether it can be given now: its kind is open, and it is the time for it."""
        ahead = (seen.turn + 1) * MONTHS_A_TURN
        return self.kind.desk == seen.desk and opens(seen.level, self.kind.name) < ahead

    def on(self, seen: Seen, orders: Orders) -> Ints:
        """The array of its kind, changed within its range."""
        before: Ints = getattr(orders, self.kind.array)
        if not self.applies(seen):
            return before
        after = np.broadcast_to(self.change(seen, before), before.shape)
        return np.asarray(np.clip(after, self.kind.low, self.kind.high))


def _to(value: int) -> Change:
    return lambda _seen, before: np.full_like(before, value)


def _times(pm: int) -> Change:
    return lambda _seen, before: before * pm // 1000


def _hands(source: int, target: int | None) -> Change:
    """Hands from one place to another; None: they rest."""

    def change(seen: Seen, before: Ints) -> Ints:
        after = before.copy()
        if target in {FURNACES, WORKS}:
            kind = "furnaces" if target == FURNACES else "works"
            if opens(seen.level, kind) >= (seen.turn + 1) * MONTHS_A_TURN:
                return after
        moved = np.minimum(HANDS_PM, before[:, :, source])
        after[:, :, source] -= moved
        if target is not None:
            after[:, :, target] += moved
        return after

    return change


def _more_of(crop: int) -> Change:
    """More land under one crop where it is grown, less under those that stand at the same time."""

    def change(seen: Seen, before: Ints) -> Ints:
        crops = seen.level.crops
        after = before.copy()
        more = np.where(before[:, :, crop] > 0, LAND_PM, 0)
        after[:, :, crop] = np.minimum(1000, before[:, :, crop] + more)
        months = [m for m in range(12) if crops[crop].in_ground[m]]
        for month in months:
            others = [c for c in range(len(crops)) if c != crop and crops[c].in_ground[month]]
            stand = after[:, :, others].sum(axis=2)
            room = 1000 - after[:, :, crop]
            for c in others:
                less = after[:, :, c] * room // np.maximum(1, stand)
                after[:, :, c] = np.where(stand > room, less, after[:, :, c])
        return after

    return change


def _wells(seen: Seen, before: Ints) -> Ints:
    """As many granaries as there are scales, the next ones each season."""
    after = np.zeros_like(before)
    units = before.shape[1]
    for scale in range(min(units, seen.level.weighings)):
        after[:, (seen.turn * seen.level.weighings + scale) % units] = 1
    return after


def _figure(pm: int) -> Change:
    """The brigades' figures together, or the policy's own figure, made smaller or larger."""

    def change(seen: Seen, before: Ints) -> Ints:
        figure = np.where(before == AS_SAID, seen.said_kg.sum(axis=1), before)
        return np.asarray(figure * pm // 1000)

    return change


def _truth(seen: Seen, _before: Ints) -> Ints:
    return np.asarray(seen.harvest_kg.sum(axis=1))


def levers(level: Level) -> tuple[Lever, ...]:
    """Every lever that a level has, in the order of the kinds."""
    return tuple(Lever(KIND[kind], name, *how) for kind, name, *how in _all(level))


def _all(level: Level) -> Iterator[tuple[str, str, Change] | tuple[str, str, Change, bool]]:
    yield from _of_labour()
    yield "asked", "asked of brigades 30 % less", _times(700)
    yield "asked", "asked of brigades 30 % more", _times(1300)
    yield "asked", "nothing asked of brigades", _to(0)
    yield "crops", "a tenth of the land fallow", _times(900)
    for number, crop in enumerate(level.crops):
        yield "crops", f"more {crop.id.replace('_', ' ')}", _more_of(number)
    yield "technique", "technique not at all", _to(0)
    yield "technique", "technique in full", _to(1000)
    yield "hide", "hide a tenth", _to(100)
    yield "hide", "hide a fifth", _to(200)
    yield "seed", "seed held back 80 %", _to(800)
    yield "seed", "seed held back 50 %", _to(500)
    yield "search", "search no brigade", _to(0)
    yield "search", "search every brigade", _to(1)
    yield "weigh", "weigh granaries in turn", _wells, True
    yield from _of_the_commune(level)
    yield "report", "report a fifth less", _figure(800)
    yield "report", "report a fifth more", _figure(1200)
    yield "report", "report the truth", _truth
    yield "deliver", "deliver 85 %", _to(850)
    yield "deliver", "deliver 60 %", _to(600)
    yield "plead", "plead at every desk", _to(1)
    yield "ask_back", "ask grain back always", _to(1)


def _of_labour() -> Iterator[tuple[str, str, Change]]:
    for place, name in ((FURNACES, "furnaces"), (WORKS, "waterworks"), (SIDELINE, "sideline")):
        yield "labour", f"hands: {name} to fields", _hands(place, FIELDS)
        yield "labour", f"hands: fields to {name}", _hands(FIELDS, place)
    yield "labour", "hands: fields to rest", _hands(FIELDS, None)


def _of_the_commune(level: Level) -> Iterator[tuple[str, str, Change]]:
    yield "ration", "ration 15 % less", _times(850)
    yield "ration", "ration 15 % more", _times(1150)
    for name, value in (
        ("all the same", EQUAL),
        ("by points", BY_POINTS),
        ("the weak", WEAK_FIRST),
    ):
        yield "first", f"first at meals: {name}", _to(value)
    for name, value in (("closed", CLOSED), ("voluntary", VOLUNTARY), ("compulsory", COMPULSORY)):
        yield "hall", f"hall {name}", _to(value)
    yield "free_meals", "free meals never", _to(0)
    yield "free_meals", "free meals always", _to(1)
    for name, value in (("none", NONE), ("tolerated", TOLERATED), ("allowed", ALLOWED)):
        yield "plots", f"plots {name}", _to(value)
    yield "furnaces", "furnaces none", _to(0)
    yield "furnaces", "furnaces twice as many", _times(2000)
    yield "scrap", "iron from ore alone", _to(0)
    yield "scrap", "iron from pots and tools", _to(1000)
    yield "wood", "fuel: coal alone", _to(0)
    yield "wood", "fuel: the forest alone", _to(1000)
    yield "works", "waterworks none", _to(0)
    for number, project in enumerate(level.projects, start=1):
        yield "works", f"works: {project.id.replace('_', ' ')}", _to(number)
    yield "leavers", "leavers let go", _to(LET_GO)
    yield "leavers", "leavers stopped", _to(STOPPED)
