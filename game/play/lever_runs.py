"""Lever runs: every lever beside the unchanged policy, as one batch of arrays, and the verdicts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from game.play import batch
from game.play.closed import Bot
from game.play.levers import Lever, levers
from game.sim.arrays import Ints, frozen
from game.sim.level import Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.state import Ever, State, Tally
from game.sim.views import Seen

ELEMENTS = 40_000
"""Runs times units that are worked out side by side."""
BETTER = {"deaths": -1, "standing": 1, "delivered": 1}
"""What an order has to better in order to dominate, and in which direction."""
LOW, HIGH = 5, 95


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that an order may move."""

    name: str
    unit: str
    about: str
    take: Callable[["End"], Ints]  # (R,)


@dataclass(frozen=True, slots=True)
class End:
    """Where games came to."""

    level: Level
    state: State
    sold_back_kg: Ints  # (R,) over all turns


def _ever(which: Ever) -> Callable[[End], Ints]:
    return lambda end: np.asarray(end.state.ever[:, which].sum(axis=1))


def _delivered(end: End) -> Ints:
    return np.asarray(_ever(Ever.PROCURED_KG)(end) - end.sold_back_kg)


def _standing(end: End) -> Ints:
    """A successor's standing is not the secretary's: who was removed has none."""
    return np.where(end.state.removed < 0, end.state.standing_pm, 0)


def _in_office(end: End) -> Ints:
    return np.where(end.state.removed < 0, end.level.turns, end.state.removed + 1)


def _iron(end: End) -> Ints:
    return np.asarray(_ever(Ever.IRON_GOOD_KG)(end) + end.state.iron_poor_kg.sum(axis=1))


MEASURES: tuple[Measure, ...] = (
    Measure("harvest", "kg", "brought in", _ever(Ever.HARVEST_KG)),
    Measure("deaths", "persons", "died", _ever(Ever.DEATHS)),
    Measure("left", "persons", "left", _ever(Ever.LEFT)),
    Measure("delivered", "kg", "taken by the state, less what was sold back", _delivered),
    Measure("standing", "pm", "at the end; 0 where removed", _standing),
    Measure("in_office", "turns", "until the secretary was removed", _in_office),
    Measure("iron", "kg", "made, of all kinds", _iron),
    Measure("good_iron", "kg", "that can be used", _ever(Ever.IRON_GOOD_KG)),
)


@dataclass(frozen=True, slots=True)
class Band:
    """Median and 5 to 95 % of a sample; members of it, so that nothing is rounded."""

    low: int
    middle: int
    high: int

    @property
    def nil(self) -> bool:
        """Nothing moved."""
        return self.low == self.high == 0

    @property
    def clear(self) -> bool:
        """All of the band is on one side of zero."""
        return self.low > 0 or self.high < 0


def band(values: Ints) -> Band:
    """The band of a sample.

    >>> band(np.arange(101))
    Band(low=5, middle=50, high=95)
    """
    ranked = np.sort(values)
    last = len(ranked) - 1
    return Band(
        int(ranked[last * LOW // 100]), int(ranked[last // 2]), int(ranked[-(-last * HIGH // 100)])
    )


@dataclass(frozen=True, slots=True)
class Effect:
    """What a lever did, beside the unchanged policy on the same runs."""

    lever: Lever
    differs: bool  # False: the policy orders this already, or the order is never open
    by: Mapping[str, Band]  # paired difference, by measure

    @property
    def placebo(self) -> bool:
        """Another order, and nothing came of it."""
        return self.differs and not self.lever.tells and all(b.nil for b in self.by.values())

    @property
    def faint(self) -> bool:
        """Something moved, but nothing in one direction."""
        if not self.differs or self.lever.tells or self.placebo:
            return False
        return not any(b.clear for b in self.by.values())

    @property
    def dominates(self) -> bool:
        """Fewer deaths and better standing and more delivered, by the medians."""
        return all(self.by[name].middle * sign > 0 for name, sign in BETTER.items())

    @property
    def surely(self) -> bool:
        """It dominates at both ends of the bands."""
        return self.dominates and all(self.by[name].clear for name in BETTER)

    @property
    def free(self) -> bool:
        """Clearly better on one of the three, and clearly worse on none of them."""
        bands = [(self.by[name], sign) for name, sign in BETTER.items()]
        worse = any(b.clear and b.middle * sign < 0 for b, sign in bands)
        return not worse and any(b.clear and b.middle * sign > 0 for b, sign in bands)


@dataclass(frozen=True, slots=True)
class Findings:
    """What all levers did."""

    base: Mapping[str, Band]
    effects: tuple[Effect, ...]


class _Side:
    """A policy that plays the unchanged game and changed ones side by side, R rows each."""

    def __init__(self, policy: Bot, changed: Sequence[Lever | None], runs: int) -> None:
        self.policy, self.changed, self.runs = policy, changed, runs
        self.differs = [False] * len(changed)

    def __call__(self, seen: Seen) -> Orders:
        """What each row orders."""
        orders = self.policy(seen)
        arrays = {f.name: getattr(orders, f.name) for f in fields(Orders)}
        touched: dict[str, Ints] = {}
        for number, lever in enumerate(self.changed):
            if lever is None or not lever.applies(seen):
                continue
            array = lever.kind.array
            rows = slice(number * self.runs, (number + 1) * self.runs)
            wanted = lever.on(seen, orders)[rows]
            in_office = seen.removed[rows] < 0
            if (wanted != arrays[array][rows])[in_office].any():
                self.differs[number] = True
            touched.setdefault(array, arrays[array].copy())[rows] = wanted
        return replace(orders, **{name: frozen(array) for name, array in touched.items()})


def measure(
    level: Level,
    params: Params,
    policy: Bot,
    successor: Bot,
    seed: int,
    runs: int,
    *,
    chosen: Sequence[Lever] | None = None,
    on_games: Callable[[int], None] = lambda _games: None,
) -> Findings:
    """Play the policy with and without each lever, on the same runs.

    Args:
        level: the level
        params: its coefficients
        policy: who decides; the lever changes what it orders
        successor: who decides where the secretary was removed; no lever changes that
        seed: of all runs
        runs: how many for each lever
        chosen: levers to try; all of them where None
        on_games: told after each batch how many games it played
    """
    every: list[Lever | None] = [None, *(levers(level) if chosen is None else chosen)]
    together = max(1, ELEMENTS // max(1, runs * len(level.units)))
    found: list[dict[str, Ints]] = []
    differs: list[bool] = []
    for first in range(0, len(every), together):
        side = _Side(policy, every[first : first + together], runs)
        end = _end(level, params, side, successor, seed)
        figures = {each.name: each.take(end) for each in MEASURES}
        for row in range(len(side.changed)):
            rows = slice(row * runs, (row + 1) * runs)
            found.append({name: values[rows] for name, values in figures.items()})
        differs += side.differs
        on_games(len(side.changed))
    base = found[0]
    effects = tuple(
        Effect(lever, differ, {name: band(mine[name] - base[name]) for name in base})
        for lever, differ, mine in zip(every, differs, found, strict=True)
        if lever is not None
    )
    return Findings({name: band(values) for name, values in base.items()}, effects)


def _end(level: Level, params: Params, side: _Side, successor: Bot, seed: int) -> End:
    """The last turn's end, all games side by side: the same run numbers over again."""
    runs = frozen(np.tile(np.arange(side.runs, dtype=np.int64), len(side.changed)))
    sold = np.zeros(len(runs), dtype=np.int64)
    for season in batch.block(level, params, side, successor, seed, runs, level.turns):
        sold += season.state.tally[:, Tally.SOLD_BACK_KG].sum(axis=1)
        last = season.state
    return End(level, last, sold)
