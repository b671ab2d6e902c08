"""What parts are made from: what a seat knows of a season, and sums over brigades."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.sim.ledger import Account, Entry
from game.sim.level import Level
from game.sim.params import Params
from game.sim.view_parts import Figure, UnitView, View
from game.sim.why import Chain, Parts, Step, Why


@dataclass(frozen=True, slots=True)
class Told:
    """What a seat knows of a season: the views before and after it, and what moved in it."""

    level: Level
    params: Params
    before: View | None  # None: there was nothing before
    now: View
    entries: tuple[Entry, ...] = ()  # of the actual ledger; empty in closed books
    why: tuple[Why, ...] = ()

    @property
    def units(self) -> range:
        """The brigades."""
        return range(len(self.now.units))

    def name(self, unit: int | None) -> str:
        """A brigade's name; "" for the commune."""
        return "" if unit is None else self.now.units[unit].name


def summed(
    told: Told, figure: str, unit: str, value: Callable[[UnitView], int], bound: str = ""
) -> Parts:
    """A figure of the commune as the sum of its brigades'."""
    chain = Chain(figure, unit, bound=bound)
    for each in told.now.units:
        chain.add(each.name, value(each))
    return chain.done()


def of_figure(told: Told, figure: str) -> list[Why]:
    """What the rules kept of a figure, month by month."""
    return [why for why in told.why if why.figure == figure]


def at(array: object, unit: int | None) -> int:
    """A brigade's part of a row of figures; of the commune the sum."""
    row = np.asarray(array)[0]
    return int(row.sum()) if unit is None or row.ndim == 0 else int(row[unit])


def moved(told: Told, chain: Chain, which: Account, unit: int | None) -> Chain:
    """Add what came and went, by the account at the other end."""
    sums: dict[str, int] = {}
    for entry in told.entries:
        move = entry.move
        into = move.kg if move.into_kg is None else move.into_kg
        if move.target is which:
            key = f"from.{move.source.name.lower()}"
            sums[key] = sums.get(key, 0) + at(into, unit)
        if move.source is which:
            key = f"to.{move.target.name.lower()}"
            sums[key] = sums.get(key, 0) - at(move.kg, unit)
    for key, kg in sums.items():
        chain.add(key, kg)
    return chain


def ranged(told: Told, figure: str, of: Callable[[UnitView], Figure]) -> list[Parts]:
    """The sum over brigades: one figure, or the two ends of a range."""
    exact = all(of(each).low_kg == of(each).high_kg for each in told.now.units)
    if exact:
        return [summed(told, figure, "kg", lambda each: of(each).kg)]
    ends = (
        summed(told, figure, "kg", lambda each: of(each).low_kg, "low"),
        summed(told, figure, "kg", lambda each: of(each).high_kg, "high"),
    )
    return [replace(end, steps=(*end.steps, _unknown(end))) for end in ends]


def _unknown(end: Parts) -> Step:
    """What is really there: a part of every range, and not to be known."""
    return Step("really_there", "?", 0, end.unit, end.value)
