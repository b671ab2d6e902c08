"""Given: what a rule is given. Outcome: what it gives back."""

from dataclasses import dataclass

import numpy as np

from game.sim import stages
from game.sim.arrays import Ints, frozen
from game.sim.draws import Draws
from game.sim.ledger import Move
from game.sim.level import Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.stages import Stage
from game.sim.state import State, Tally, replace
from game.sim.whole import Table
from game.sim.why import Why

MOST_FELT_PM = 1200


@dataclass(frozen=True, slots=True)
class Given:
    """All that a rule may read beside the state."""

    level: Level
    params: Params
    orders: Orders
    draws: Draws
    month: int  # months since the start; at the desk, the last month of the season
    keep_why: bool = False  # True in a game: rules keep the parts of their figures

    @property
    def calendar_month(self) -> int:
        """1 to 12."""
        return self.level.calendar(self.month)[1]

    @property
    def climate_pm(self) -> int:
        """Pressure for good news in this month."""
        return int(self.level.track.climate_pm[self.month])

    @property
    def fear_pm(self) -> int:
        """What a doubter has to fear in this month."""
        return int(self.level.track.fear_pm[self.month])

    @property
    def stage(self) -> Stage:
        """Who owns and keeps the accounts in this month."""
        return stages.at(self.level, self.params, self.month)

    def by_stage(self, table: Table) -> int:
        """What a table over stages says for this month's."""
        return int(table.at(np.asarray(self.stage)))

    @property
    def take_pm(self) -> int:
        """How far procurement is cut; 1000 is not cut."""
        return int(self.level.track.take_pm[self.month]) if self.params.channels.recovery else 1000

    @property
    def felt_climate_pm(self) -> Ints:
        """The climate as each unit feels it, (U,)."""
        return self._felt(self.level.track.climate_pm)

    @property
    def felt_fear_pm(self) -> Ints:
        """Fear as each unit feels it, (U,)."""
        return self._felt(self.level.track.fear_pm)

    def _felt(self, column: Ints) -> Ints:
        """Zealous places are ahead when it grows harder, and no sooner calm than others."""
        level, now = self.level, column[self.month]
        if level.lead_months.any():
            ahead = np.minimum(self.month + level.lead_months, level.months - 1)
            now = np.maximum(now, column[ahead])
        return np.asarray(np.minimum(MOST_FELT_PM, now * level.radical_pm // 1000))

    @property
    def felt_pressure_pm(self) -> Ints:
        """How hard grain is taken in each unit: climate and, more, fear, per mille, (U,)."""
        return np.asarray((self.felt_climate_pm + 2 * self.felt_fear_pm) // 3)

    @property
    def taking_pressure_pm(self) -> int:
        """How hard grain is taken: climate and, more, fear, over the season, per mille."""
        climate, fear = self.climate_pm, self.fear_pm
        felt = int(self.level.radical_pm.sum()) // len(self.level.units)
        return (climate + 2 * fear) // 3 * felt // 1000

    def candour_pm(self, month: int) -> int:
        """How much of the truth could be told above in a month, per mille."""
        track = self.level.track
        pressure = (int(track.climate_pm[month]) + 2 * int(track.fear_pm[month])) // 3
        return int(self.params.report.candour.at(np.asarray(pressure)))

    @property
    def harvest(self) -> int:
        """0 when the summer harvest is the present or the coming one, 1 for the autumn one."""
        return 0 if self.level.season(self.month // 3) in (3, 0, 1) else 1


Counts = tuple[tuple[Tally, Ints], ...]
"""What is added to the tally, (R, U) each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule gives back: the state it led to, the grain it moved, the parts of its figures."""

    uncounted: State  # before `counts` are added to its tally
    moves: tuple[Move, ...] = ()
    books: tuple[Move, ...] = ()
    why: tuple[Why, ...] = ()
    counts: Counts = ()

    @property
    def state(self) -> State:
        """The state with the counts in its tally; without counts the very same."""
        if not self.counts:
            return self.uncounted
        tally = self.uncounted.tally.copy(order="K")
        count(tally, self.counts)
        return replace(self.uncounted, tally=frozen(tally))


def count(tally: Ints, counts: Counts) -> None:
    """Add counts to an open tally, (R, T, U)."""
    for which, amount in counts:
        column = tally[:, which]
        column += amount
