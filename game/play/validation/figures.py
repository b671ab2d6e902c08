"""Figures: the national totals of a batch, month by month, from which every row is worked out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from game.sim.arrays import Ints
from game.sim.ledger import Account
from game.sim.level import Level
from game.sim.params import Params
from game.sim.state import Past, State, Tally

Floats: TypeAlias = npt.NDArray[np.float64]

MONTHLY = {
    "deaths": Tally.DEATHS,
    "births": Tally.BIRTHS,
    "harvest_kg": Tally.HARVEST_KG,
    "unharvested_kg": Tally.UNHARVESTED_KG,
    "iron_good_kg": Tally.IRON_GOOD_KG,
    "iron_poor_kg": Tally.IRON_POOR_KG,
    "cities_kg": Tally.CITIES_KG,
    "to_towns": Tally.TO_TOWNS,
    "left": Tally.LEFT,
}
"""Counted in every month."""
AT_CLOSE = {"procured_kg": Tally.PROCURED_KG, "sold_back_kg": Tally.SOLD_BACK_KG}
"""Counted when a season closes; it stands in the last month of the season."""
AT_HARVEST = {"heard_kg": Past.HEARD, "actual_kg": Past.ACTUAL}
"""Written when a harvest season closes."""
STOCKS = ("people", "short_pm")
"""As it stands at the end of a month."""
COVER_FROM = (1958, 11)
"""The month from whose end a granary with less than a month's food counts as short."""


@dataclass(frozen=True, slots=True)
class Figures:
    """National totals of some runs. `of` has arrays (R, M); year and month are (M,)."""

    year: Ints
    month: Ints  # calendar month, 1 to 12
    of: Mapping[str, Ints]

    @property
    def runs(self) -> int:
        """How many runs."""
        return len(self.of["people"])

    def total(self, name: str, when: npt.NDArray[np.bool_]) -> Floats:
        """The sum over some months, (R,)."""
        return np.asarray(self.of[name][:, when].sum(axis=1), dtype=np.float64)

    def in_year(self, year: int) -> npt.NDArray[np.bool_]:
        """The months of a calendar year, (M,)."""
        return np.asarray(self.year == year)

    def in_grain_year(self, year: int) -> npt.NDArray[np.bool_]:
        """The months from July of a year to June of the next, (M,)."""
        later = (self.year == year) & (self.month >= 7)
        return np.asarray(later | ((self.year == year + 1) & (self.month <= 6)))

    def rate(self, name: str, when: npt.NDArray[np.bool_]) -> Floats:
        """Events a year and thousand people in some months, (R,).

        Where the level has only a part of a year, as many months as there are count for twelve.
        """
        people = np.asarray(self.of["people"][:, when].mean(axis=1), dtype=np.float64)
        return self.total(name, when) / np.maximum(1, people) * 12_000 / int(when.sum())

    def people_at(self, year: int, month: int) -> Floats:
        """Rural people at the end of a month, (R,)."""
        when = self.in_year(year) & (self.month == month)
        return self.total("people", when)


def joined(parts: list[Figures]) -> Figures:
    """The figures of several blocks of runs as one."""
    first = parts[0]
    return Figures(
        first.year,
        first.month,
        {name: np.concatenate([part.of[name] for part in parts]) for name in first.of},
    )


class Observer:
    """Writes down what a block of runs comes to. It looks at states and changes nothing."""

    def __init__(self, level: Level, params: Params, runs: int) -> None:
        dates = np.array([level.calendar(month) for month in range(level.months)], dtype=np.int64)
        self._level = level
        self._year, self._month = dates[:, 0], dates[:, 1]
        names = (*MONTHLY, *AT_CLOSE, *AT_HARVEST, *STOCKS)
        self._of = {name: np.zeros((runs, level.months), dtype=np.int64) for name in names}
        self._before = np.zeros((runs, len(Tally)), dtype=np.int64)
        self._short = np.zeros((runs, len(level.units)), dtype=np.bool_)
        weights = np.array([params.canteen.child_pm, 1000, params.canteen.old_pm], dtype=np.int64)
        self._need = weights * params.canteen.need_g_day * 30

    def month(self, state: State) -> None:
        """After a month, before any desk."""
        month = state.month - 1
        counted = state.tally.sum(axis=2)
        if month % 3 == 0:
            self._before[:] = 0
        for name, tally in MONTHLY.items():
            self._of[name][:, month] = counted[:, tally] - self._before[:, tally]
        self._before = counted
        self._of["people"][:, month] = state.people.sum(axis=(1, 2))
        if month % 3 != 2:
            self._look_into_stores(state, month)

    def close(self, state: State, *, harvest: bool) -> None:
        """After the close of a season."""
        month = state.month - 1
        counted = state.tally.sum(axis=2)
        for name, tally in AT_CLOSE.items():
            self._of[name][:, month] = counted[:, tally]
        if harvest:
            last = state.past_kg[:, state.harvests - 1]
            for name, kept in AT_HARVEST.items():
                self._of[name][:, month] = last[:, kept]
        self._look_into_stores(state, month)

    def _look_into_stores(self, state: State, month: int) -> None:
        """Units that have once had less than a month's food at the norm, per mille of all."""
        if (int(self._year[month]), int(self._month[month])) >= COVER_FROM:
            store = state.grain_kg[:, Account.GRANARY] + state.grain_kg[:, Account.HIDDEN]
            need = (state.people * self._need).sum(axis=2) // 1_000_000
            self._short |= store < need
        share = self._short.sum(axis=1) * 1000 // self._short.shape[1]
        self._of["short_pm"][:, month] = share

    def figures(self) -> Figures:
        """What was written down."""
        return Figures(self._year, self._month, self._of)
