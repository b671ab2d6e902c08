"""Twin of game/sim/rules/trade.py."""

import pytest

from game.sim.ledger import Account
from game.sim.rules import trade
from game.sim.state import Tally
from tests.sim.cases import coefficients, given_in, hamlets, moved, posted, row, state_of

DRY = coefficients({"granary": {"loss_month_pm": 0}})
"""Nothing is lost in the state's stores."""
NO_EXPORTS = {"channels": {"exports": 0}}


def test_a_county_without_towns_imports_or_promises_only_loses_grain_in_store() -> None:
    level = hamlets()
    outcome = trade.supply(state_of(level, grain={Account.STATE: [5_000, 99]}), given_in(level))
    assert moved(outcome, Account.STATE, Account.LOST_STORE) == [[50, 0]]
    assert sum(int(move.kg.sum()) for move in outcome.moves) == 50


def test_a_twelfth_of_what_was_promised_abroad_is_shipped_before_towns_eat() -> None:
    level = hamlets(cities_kg=5_000)
    state = state_of(level, export_kg=24_000, grain={Account.STATE: [1_000, 3_000]})
    given = given_in(level, params=DRY)
    outcome = trade.supply(state, given)
    assert moved(outcome, Account.STATE, Account.EXPORTED) == [[1_000, 1_000]]
    assert moved(outcome, Account.STATE, Account.CITIES) == [[0, 2_000]]
    off = trade.supply(state, given_in(level, params=coefficients(NO_EXPORTS, DRY)))
    assert moved(off, Account.STATE, Account.EXPORTED) == []
    assert moved(off, Account.STATE, Account.CITIES) == [[1_000, 3_000]]


@pytest.mark.parametrize(
    ("pool", "wanted", "drawn"),
    [
        ([5_000, 5_000], 4_000, [4_000, 0]),
        ([5_000, 5_000], 7_000, [5_000, 2_000]),
        ([5_000, 5_000], 90_000, [5_000, 5_000]),  # towns go short when the stores are empty
        ([0, 0], 90_000, [0, 0]),
    ],
)
def test_towns_draw_on_the_states_stores(pool: list[int], wanted: int, drawn: list[int]) -> None:
    level = hamlets(cities_kg=wanted)
    state = state_of(level, grain={Account.STATE: pool})
    outcome = trade.supply(state, given_in(level, params=DRY))
    assert moved(outcome, Account.STATE, Account.CITIES) == [drawn]
    assert row(outcome.state.tally)[Tally.CITIES_KG] == drawn
    assert (posted(state, outcome).grain_kg[:, Account.STATE] >= 0).all()


def test_what_was_bought_abroad_comes_in_before_towns_eat() -> None:
    level = hamlets(imports_kg=9_001, cities_kg=6_000)
    state = state_of(level, grain={Account.STATE: 0}, people=[[0, 200, 0], [0, 100, 0]])
    outcome = trade.supply(state, given_in(level, params=DRY))
    # Two thirds of the people are in the first: 6 000.67 and 3 000.33.
    assert moved(outcome, Account.EXPORTED, Account.STATE) == [[6_001, 3_000]]
    after = row(posted(state, outcome).grain_kg)
    assert after[Account.STATE] == [1, 3_000]
    assert after[Account.CITIES] == [6_000, 0]
    assert after[Account.EXPORTED] == [-6_001, -3_000]


def test_imports_reach_a_county_where_nobody_is_left() -> None:
    level = hamlets(imports_kg=10)
    outcome = trade.supply(state_of(level, people=0), given_in(level, params=DRY))
    assert moved(outcome, Account.EXPORTED, Account.STATE) == [[5, 5]]
