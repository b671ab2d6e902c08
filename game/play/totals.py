"""Totals: what a batch comes to for the commune, season by season, for all runs."""

from dataclasses import dataclass, fields, replace

import numpy as np

from game.play.batch import Season
from game.sim.arrays import Ints
from game.sim.level import AUTUMN, SUMMER, Level
from game.sim.state import Past, State, Tally


def alone(state: State, row: int) -> State:
    """One run of a state, as a state of one run: copied, so that the others need not be kept."""
    rows = {
        field.name: getattr(state, field.name)[row : row + 1].copy()
        for field in fields(State)
        if isinstance(getattr(state, field.name), np.ndarray)
    }
    return replace(state, **rows)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table that `run` prints: a harvest, or the level's end. Arrays are (R,)."""

    turn: int
    harvest: bool
    reported_kg: Ints
    actual_kg: Ints
    procured_kg: Ints
    people: Ints
    deaths: Ints  # since the line before
    left: Ints


class Totals:
    """Gathers the seasons of a batch, block after block."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.first: list[State] = []  # the states of the first run, for its register and save
        self._turns: dict[int, list[dict[str, Ints]]] = {}

    def add(self, season: Season) -> None:
        """Keep what a season came to."""
        state, tally = season.state, season.state.tally
        # Copied: a part of an array would keep all of it, and with it every block.
        last = state.past_kg[:, state.harvests - 1].copy()
        if season.turn == len(self.first):
            self.first.append(alone(state, 0))
        self._turns.setdefault(season.turn, []).append({
            "reported_kg": last[:, Past.REPORTED],
            "actual_kg": last[:, Past.ACTUAL],
            "procured_kg": last[:, Past.TAKEN],
            "people": state.people.sum(axis=(1, 2)),
            "deaths": tally[:, Tally.DEATHS].sum(axis=1),
            "left": tally[:, Tally.LEFT].sum(axis=1),
            "standing_pm": state.standing_pm,
            "removed": state.removed,
        })  # fmt: skip

    @property
    def turns(self) -> int:
        """Turns that were played."""
        return len(self._turns)

    def of(self, name: str, turn: int) -> Ints:
        """A figure of all runs after a turn, (R,)."""
        return np.concatenate([block[name] for block in self._turns[turn]])

    def lines(self) -> list[Line]:
        """A line for each harvest, and one for the end where it is no harvest."""
        found: list[Line] = []
        deaths = left = np.zeros_like(self.of("people", 0))
        for turn in range(self.turns):
            deaths, left = deaths + self.of("deaths", turn), left + self.of("left", turn)
            harvest = self.level.season(turn) in (SUMMER, AUTUMN)
            if not harvest and turn != self.turns - 1:
                continue
            reported, actual, procured = (
                self.of(name, turn) for name in ("reported_kg", "actual_kg", "procured_kg")
            )
            people = self.of("people", turn)
            found.append(Line(turn, harvest, reported, actual, procured, people, deaths, left))
            deaths = left = np.zeros_like(deaths)
        return found
