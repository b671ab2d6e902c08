"""Otherwise: a game played again as a batch, with one decision undone in each run.

All variants run side by side, each under the luck of the game itself and under other lucks, so that
an effect comes with its range. All other orders stay as they were given, whoever gave them. Only
the ration follows the store: where it holds a tenth more than it did in the game, the ration of a
winter or spring is a tenth larger, as nobody leaves grain in a store that people can eat.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np

from game.play.closed import Closed
from game.play.session import Session
from game.play.undone import RATION, THEME, Change, changes
from game.sim import orders as law
from game.sim import turn as core
from game.sim import views
from game.sim.arrays import Ints, frozen
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import KINDS, Orders
from game.sim.state import State, Tally

LUCKS = 9
"""The game's own luck, and eight others."""
KEPT = 28
"""Variants whose season-by-season tolls are kept, for the households beside them."""
MOST_RATION_G = 900

Toll3 = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What happened to people in a season, by unit: as the register wants it."""

    people: Toll3
    deaths: Toll3
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """What a life came to, from the first turn to the last; by luck, the game's own first."""

    deaths: tuple[int, ...]
    harvest_kg: tuple[int, ...]
    taken_kg: tuple[int, ...]
    left: tuple[int, ...]
    beyond: tuple[int, ...]  # deaths beyond the usual
    removed: tuple[int, ...]  # turn of the removal, -1: never


@dataclass(frozen=True, slots=True)
class Otherwise:
    """One decision undone, and what came of it."""

    change: Change
    sums: Sums
    seasons: tuple[Counted, ...]  # under the game's own luck; empty but for the weightiest


@dataclass(frozen=True, slots=True)
class Weighed:
    """A game as it was, and each of its decisions undone, the weightiest first."""

    as_it_was: Sums
    seasons: tuple[Counted, ...]  # under the game's own luck
    others: tuple[Otherwise, ...]


def weigh(
    session: Session, lucks: int = LUCKS, progress: Callable[[int, int], None] | None = None
) -> Weighed:
    """Undo each decision of a game, one at a time.

    Args:
        session: the game, with at least one closed turn
        lucks: under how many lucks each is played
        progress: told after each season how many of how many are done
    """
    batch = Weighing(session, lucks)
    while not batch.done:
        batch.step()
        if progress is not None:
            progress(batch.turn, batch.turns)
    return batch.weighed()


class Weighing:
    """The same in steps, a turn of all rows at a time, for a window that goes on drawing.

    Rows: first the game as it was, then each change; each under every luck.
    """

    def __init__(self, session: Session, lucks: int = LUCKS) -> None:
        self.session, self.lucks = session, lucks
        self.turn, self.turns = 0, len(session.closed)
        level, states = session.level, session.states
        self.in_force = [one.in_force for one in session.closed]
        self.changes = changes(level, self.in_force, states)
        count = 1 + len(self.changes)
        own = [session.run, *_other_runs(session.run, lucks - 1)]
        self.runs = frozen(np.tile(np.array(own, dtype=np.int64), count))
        self.state = core.begin(level, session.params, session.seed, self.runs)
        self.size = count * lucks
        zero = np.zeros(self.size, dtype=np.int64)
        self.sum = {name: zero.copy() for name in ("deaths", "harvest", "taken", "left", "usual")}
        self.births = zero.copy()
        self.tolls: list[tuple[Ints, Ints, Ints]] = []

    def _rows(self, change: int) -> np.ndarray:
        return np.arange((change + 1) * self.lucks, (change + 2) * self.lucks)

    @property
    def done(self) -> bool:
        """Whether all turns are played."""
        return self.turn >= self.turns

    def step(self) -> None:
        """Play one turn of all rows."""
        self._play(self.turn, self.session.closed[self.turn])
        self.turn += 1

    def _play(self, turn: int, one: Closed) -> None:
        session, level = self.session, self.session.level
        given = (level, session.params)
        people = self.state.people
        arrays = self._arrays(one.in_force)
        seasonal = self._ordered(arrays, turn, one, desk=False)
        self.state = core.season(self.state, *given, seasonal, session.seed, self.runs)[-1].state
        arrays = {f.name: getattr(seasonal, f.name).copy() for f in fields(Orders)}
        for kind in KINDS:
            if kind.desk or kind.name == "weigh":
                arrays[kind.array][:] = getattr(one.in_force, kind.array)
        desk = self._ordered(arrays, turn, one, desk=True)
        self.state = core.close(self.state, *given, desk, session.seed, self.runs).state
        self._count(people, self.state)

    def _arrays(self, orders: Orders) -> dict[str, Ints]:
        return {
            f.name: np.repeat(getattr(orders, f.name), self.size, axis=0) for f in fields(Orders)
        }

    def _ordered(self, arrays: dict[str, Ints], turn: int, one: Closed, *, desk: bool) -> Orders:
        """The recorded orders, with each row's decision undone."""
        level = self.session.level
        if not desk:
            fresh = law.renewed(one.in_force)
            for kind in KINDS:
                if kind.desk:
                    arrays[kind.array][:] = getattr(fresh, kind.array)
            arrays["ration_g"][:] = self._rations(turn)
        harvest = self.state.tally[:, Tally.HARVEST_KG].sum(axis=1)
        for at, change in enumerate(self.changes):
            if turn not in change.turns:
                continue
            if change.theme == RATION:
                if not desk:
                    arrays["ration_g"][self._rows(at)] = change.instead
            elif THEME[change.theme].desk == desk:
                THEME[change.theme].undo(arrays, self._rows(at), harvest, level)
        return Orders(**{name: frozen(array) for name, array in arrays.items()})

    def _rations(self, turn: int) -> Ints:
        """The recorded ration, larger or smaller as the row's store is beside the game's own."""
        level, orders = self.session.level, self.in_force[turn]
        ration = np.full(self.size, int(orders.ration_g[0]), dtype=np.int64)
        if level.season(turn) in (SUMMER, AUTUMN):
            return ration
        wide = Orders(**{name: frozen(array) for name, array in self._arrays(orders).items()})
        seen = views.seen(level, self.session.params, self.state, wide)
        store, need = seen.granary_kg.sum(axis=1), np.maximum(1, seen.need_kg_month.sum(axis=1))
        own = np.tile(np.arange(self.lucks), self.size // self.lucks)  # as it was, the same luck
        lasts, lasted = store * 1000 // need, np.maximum(1, (store * 1000 // need)[own])
        most = np.maximum(ration, seen.need_g_day)
        return np.asarray(np.clip(ration * lasts // lasted, 0, np.minimum(most, MOST_RATION_G)))

    def _count(self, before: Ints, state: State) -> None:
        tally, params = state.tally, self.session.params.people
        whole = {
            "deaths": Tally.DEATHS, "harvest": Tally.HARVEST_KG, "taken": Tally.PROCURED_KG,
            "left": Tally.LEFT,
        }  # fmt: skip
        for name, which in whole.items():
            self.sum[name] += tally[:, which].sum(axis=1)
        base = np.asarray(params.death_base, dtype=np.int64)
        self.sum["usual"] += (before.sum(axis=1) * base).sum(axis=1) * 3
        self.births += tally[:, Tally.BIRTHS].sum(axis=1)
        own = slice(None, None, self.lucks)
        old, young = tally[own, Tally.DEATHS_OLD], tally[own, Tally.DEATHS_CHILDREN]
        adults = np.maximum(0, tally[own, Tally.DEATHS] - old - young)
        deaths = np.stack([young, adults, old], axis=2)
        self.tolls.append((before[own].copy(), deaths, tally[own, Tally.LEFT].copy()))

    def weighed(self) -> Weighed:
        """All of it, the weightiest first."""
        order = sorted(range(len(self.changes)), key=self._weight, reverse=True)
        others = tuple(
            Otherwise(self.changes[at], self._sums(at + 1), self._seasons(at + 1, place < KEPT))
            for place, at in enumerate(order)
        )
        return Weighed(self._sums(0), self._seasons(0, True), others)

    def _weight(self, at: int) -> tuple[int, int]:
        """By deaths over all lucks, then by harvest."""
        base, rows = slice(0, self.lucks), self._rows(at)
        deaths = int((self.sum["deaths"][rows] - self.sum["deaths"][base]).sum())
        harvest = int((self.sum["harvest"][rows] - self.sum["harvest"][base]).sum())
        return abs(deaths), abs(harvest)

    def _sums(self, block: int) -> Sums:
        rows = slice(block * self.lucks, (block + 1) * self.lucks)
        infants = self.births * int(self.session.params.people.infant_pm) // 1000
        beyond = self.sum["deaths"] - self.sum["usual"] // 1_000_000 - infants
        return Sums(
            deaths=tuple(self.sum["deaths"][rows].tolist()),
            harvest_kg=tuple(self.sum["harvest"][rows].tolist()),
            taken_kg=tuple(self.sum["taken"][rows].tolist()),
            left=tuple(self.sum["left"][rows].tolist()),
            beyond=tuple(beyond[rows].tolist()),
            removed=tuple(self.state.removed[rows].tolist()),
        )

    def _seasons(self, block: int, wanted: bool) -> tuple[Counted, ...]:
        if not wanted:
            return ()
        return tuple(
            Counted(_triples(people[block]), _triples(deaths[block]), tuple(left[block].tolist()))
            for people, deaths, left in self.tolls
        )


def _other_runs(own: int, count: int) -> list[int]:
    """Run numbers beside the game's own: other lucks of the same seed.

    >>> _other_runs(1, 3)
    [0, 2, 3]
    """
    return [run for run in range(count + 1) if run != own][:count]


def _triples(array: Ints) -> Toll3:
    return tuple((int(a), int(b), int(c)) for a, b, c in array)
