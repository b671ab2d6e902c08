"""What a seat may not know does not leave the core: 1,000 states, each with its richer double."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.sim import turn, views
from game.sim.arrays import ints
from game.sim.ledger import Account, Book
from game.sim.level import Level
from game.sim.orders import AS_SAID, Orders
from game.sim.state import State
from game.sim.state import replace as changed
from tests.villages import ordered, standard, village

STATES = 1000
GAMES, TURNS = 34, 8
PARAMS = standard()


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


def states() -> Iterator[tuple[Level, State, Orders, int]]:
    """1,000 states: the months and desks of many small games, and a brigade that is not weighed."""
    count = 0
    for seed in range(GAMES):
        rng = np.random.default_rng(seed)  # noqa: TID251 - it makes cases, it plays no game
        climate = {"climate_pm": int(rng.integers(0, 1000)), "fear_pm": int(rng.integers(0, 1000))}
        level = village(2 + seed % 2, TURNS, **climate)
        state = turn.begin(level, PARAMS, seed, ints([0]))
        for _each in range(TURNS):
            orders = some(rng, level)
            given = (level, PARAMS, orders, seed, ints([0]))
            steps = turn.season(state, *given)
            last = turn.close(steps[-1].state, *given)
            for step in (*steps, last):
                weighed = orders.weigh[0] * int(step.state.desk)
                fresh = step.state.weighed_month[0] == step.state.month
                hidden = [u for u in range(len(level.units)) if not weighed[u] and not fresh[u]]
                if hidden and count < STATES:
                    count += 1
                    yield level, step.state, orders, int(rng.choice(hidden))
            state = last.state
    assert count == STATES


def richer(state: State, unit: int, kg: int) -> State:
    grain = state.grain_kg.copy()
    grain[0, Account.GRANARY, unit] = max(0, grain[0, Account.GRANARY, unit] + kg)
    return changed(state, grain_kg=ints(grain))


def seat(level: Level, state: State, orders: Orders, *, open_books: bool = False) -> views.View:
    view = views.seat(level, PARAMS, state, orders, open_books=open_books)
    return replace(view, orders=orders)


def test_two_states_that_differ_in_an_unweighed_granary_give_equal_views() -> None:
    rng = np.random.default_rng(0)  # noqa: TID251 - it makes cases
    differed = 0
    for level, state, orders, unit in states():
        other = richer(state, unit, int(rng.integers(1, 400_000)))
        one, two = (seat(level, each, orders) for each in (state, other))
        assert one == two, f"month {state.month}, brigade {unit}"
        open_one, open_two = (seat(level, each, orders, open_books=True) for each in (state, other))
        differed += open_one != open_two
    assert differed == STATES  # in open books each of them shows


def test_an_estimate_never_narrows_with_the_months_since_the_weighing() -> None:
    """The same store, weighed longer and longer ago: the range takes in more."""
    for level, state, orders, unit in list(states())[::10]:
        widths = []
        weighed = max(1, int(state.grain_kg[0, Account.GRANARY, unit]))
        books = state.books_kg.copy()
        books[0, Book.STORE, unit] = max(int(books[0, Book.STORE, unit]), weighed)
        for ago in range(1, 10):
            kg, when = state.weighed_kg.copy(), state.weighed_month.copy()
            kg[0, unit], when[0, unit] = weighed, state.month - ago
            if state.month < ago:
                break
            known = changed(state, weighed_kg=ints(kg), weighed_month=ints(when),
                            books_kg=ints(books))  # fmt: skip
            store = seat(level, known, orders).units[unit].store
            assert store.kind == "estimate"
            assert store.low_kg <= store.kg <= store.high_kg
            widths.append((store.high_kg - store.low_kg) * 1000 // max(1, store.high_kg))
        assert widths == sorted(widths), f"month {state.month}, brigade {unit}: {widths}"


@pytest.mark.parametrize("unit", [0, 1])
def test_a_weighed_granary_does_show(unit: int) -> None:
    level = village()
    orders = ordered(level, weigh=[int(u == unit) for u in range(2)])
    steps = turn.season(
        turn.begin(level, PARAMS, 1, ints([0])), level, PARAMS, orders, 1, ints([0])
    )
    state = changed(steps[-1].state, desk=True)
    one, two = (seat(level, each, orders) for each in (state, richer(state, unit, 5_000)))
    assert one != two
