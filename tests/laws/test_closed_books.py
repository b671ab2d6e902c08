"""What a seat may not know does not leave the core: 1,000 states, each with its richer double."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pytest

from game.sim import notebook, turn, views
from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.level import Level
from game.sim.notebook import Notebook
from game.sim.orders import AS_SAID, Orders
from game.sim.state import State
from game.sim.state import replace as changed
from tests.villages import ordered, standard, village

STATES = 1000
GAMES, TURNS = 34, 8
PARAMS = standard()
CAME = (notebook.HARVEST, notebook.FLOOR, notebook.LEVELLED, notebook.BACK)


def some(rng: Any, level: Level) -> Orders:
    """Orders of all kinds that bear on grain; nothing is weighed at the desk unless chosen."""
    units = len(level.units)
    return ordered(
        level,
        ration_g=int(rng.integers(200, 900)),
        hide_pm=rng.integers(0, 80, units),
        seed_pm=rng.integers(300, 1000, units),
        report_kg=int(rng.integers(0, 900_000)) if rng.random() < 0.5 else AS_SAID,
        deliver_pm=int(rng.integers(0, 1000)),
        ask_back=int(rng.integers(0, 2)),
        hall=int(rng.integers(0, 3)),
        weigh=(rng.random(units) < 0.25).astype(int),
    )  # fmt: skip


class Case(NamedTuple):
    """A state that is reached, what was noted until then, and a brigade that is not weighed."""

    level: Level
    before: State  # a month or a desk ago
    state: State
    orders: Orders
    book: Notebook  # before it
    unit: int

    def noted(self, state: State) -> Notebook:
        """The notebook with the step to a state: the one that is reached, or its double."""
        if state.month == self.before.month:
            return notebook.close(self.book, self.level, self.before, state, self.orders)
        known = (self.level, PARAMS, self.before, state, self.orders)
        return notebook.month(self.book, *known)


@cache
def states() -> tuple[Case, ...]:
    """1,000 states: the months and desks of many small games."""
    return tuple(_states())


def _states() -> Iterator[Case]:
    count = 0
    for seed in range(GAMES):
        rng = np.random.default_rng(seed)  # noqa: TID251 - it makes cases, it plays no game
        climate = {"climate_pm": int(rng.integers(0, 1000)), "fear_pm": int(rng.integers(0, 1000))}
        level = village(2 + seed % 2, TURNS, **climate)
        state = turn.begin(level, PARAMS, seed, ints([0]))
        book = notebook.begin(level, state)
        for _each in range(TURNS):
            orders = some(rng, level)
            given = (level, PARAMS, orders, seed, ints([0]))
            steps = turn.season(state, *given)
            for step in (*steps, turn.close(steps[-1].state, *given)):
                weighed = orders.weigh[0] * int(step.state.desk)
                fresh = step.state.weighed_month[0] == step.state.month
                hidden = [u for u in range(len(level.units)) if not weighed[u] and not fresh[u]]
                case = Case(level, state, step.state, orders, book, int(rng.choice(hidden or [0])))
                state, book = step.state, case.noted(step.state)
                if hidden and count < STATES:
                    count += 1
                    yield case
    assert count == STATES


def richer(state: State, unit: int, kg: int) -> State:
    grain = state.grain_kg.copy()
    grain[0, Account.GRANARY, unit] = max(0, grain[0, Account.GRANARY, unit] + kg)
    return changed(state, grain_kg=ints(grain))


def seat(level: Level, state: State, orders: Orders, book: Notebook | None) -> views.View:
    return replace(views.seat(level, PARAMS, state, orders, book), orders=orders)


def test_two_states_that_differ_in_an_unweighed_granary_give_equal_views() -> None:
    """The notebook is carried to both: neither the step nor the view may read what lies there."""
    rng = np.random.default_rng(0)  # noqa: TID251 - it makes cases
    differed = 0
    for case in states():
        level, state, orders, unit = case.level, case.state, case.orders, case.unit
        other = richer(state, unit, int(rng.integers(1, 400_000)))
        one, two = (seat(level, each, orders, case.noted(each)) for each in (state, other))
        assert one == two, f"month {state.month}, brigade {unit}"
        open_one, open_two = (seat(level, each, orders, None) for each in (state, other))
        differed += open_one != open_two
    assert differed == STATES  # in open books each of them shows


def test_a_notebook_never_reads_what_lay_in_a_granary_when_the_month_began() -> None:
    for case in states()[::7]:
        if case.state.month == case.before.month:
            continue  # at a desk the scales read what lies there
        rich = case._replace(before=richer(case.before, case.unit, 123_456))
        one, two = (each.noted(case.state) for each in (case, rich))
        assert one.store(case.unit, 0) == two.store(case.unit, 0)


def test_an_estimate_never_narrows_between_harvests() -> None:
    """From one month to the next the range takes in more, until something is seen."""
    compared = 0
    for case in states():
        book, unit = case.noted(case.state), case.unit
        change = {name: book.lines[name][2, unit] - case.book.lines[name][2, unit] for name in CAME}
        back = book.lines[notebook.KEPT][2, unit] > case.book.lines[notebook.KEPT][2, unit]
        quiet = not any(change.values()) and not back
        if book.since[unit] != case.book.since[unit] or not quiet:
            continue
        low, _kg, high = (int(end) for end in case.book.kg[:, unit])
        now_low, kg, now_high = (int(end) for end in book.kg[:, unit])
        assert now_low <= kg <= now_high
        if case.state.month > case.before.month and high > 100:
            assert now_low * high <= low * now_high + high, f"month {case.state.month}"
            compared += 1
    assert compared > STATES // 4


@pytest.mark.parametrize("unit", [0, 1])
def test_a_weighed_granary_does_show(unit: int) -> None:
    level = village()
    orders = ordered(level, weigh=[int(u == unit) for u in range(2)])
    begun = turn.begin(level, PARAMS, 1, ints([0]))
    steps = turn.season(begun, level, PARAMS, orders, 1, ints([0]))
    state = changed(steps[-1].state, desk=True)
    book = notebook.begin(level, begun)
    one, two = (seat(level, each, orders, book) for each in (state, richer(state, unit, 5_000)))
    assert one != two


@pytest.mark.parametrize("scales", [False, True])
def test_what_is_there_lies_in_the_range_nearly_always(scales: bool) -> None:
    """Small villages, hungry and fed; `benchmarks/closed_books.py` does whole levels."""
    held, errors, years = [], 0, 0
    for case in states():
        for u in range(len(case.level.units)):
            weighed = bool(case.orders.weigh[0].any()) or int(case.state.weighed_month[0, u]) >= 0
            if weighed is not scales:
                continue
            low, kg, high = (int(end) for end in case.noted(case.state).kg[:, u])
            true = int(case.state.grain_kg[0, Account.GRANARY, u])
            held.append(low <= true <= high)
            errors, years = errors + kg - true, years + int(case.state.people[0, u].sum()) * 250
    assert len(held) > STATES // 4
    assert sum(held) >= 0.98 * len(held), f"{sum(held)} of {len(held)}"
    assert abs(errors) < 0.06 * years, f"{errors} kg beside {years}"
