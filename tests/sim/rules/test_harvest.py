"""Twin of game/sim/rules/harvest.py."""

import numpy as np
import pytest

from game.sim.ledger import Account
from game.sim.rules import harvest
from game.sim.state import State, Tally
from tests.sim.cases import JUL, JUN, NOV, OCT, SEP, given_in, hamlets, moved, row, state_of

LEVEL = hamlets()
ALL_DAYS = 2_500
"""50 ha of wheat x 50 days."""


def wheat_is_ripe(month: int, days: int, **arrays: int) -> State:
    return state_of(
        LEVEL,
        month,
        ripe_ares=[5_000, 0],
        standing_kg=[50_000, 0],
        field_days=[days, 0, 0],
        grain={Account.FIELD: 50_000},
        **arrays,
    )


def test_reach() -> None:
    days = np.array([[0, 40, 80, 200, 0]])
    needed = np.array([[80, 80, 80, 80, 0]])
    assert row(harvest.reach_pm(days, needed)) == [0, 500, 1000, 1000, 1000]


def test_with_all_hands_only_carelessness_is_lost() -> None:
    outcome = harvest.reap(wheat_is_ripe(JUN, ALL_DAYS), given_in(LEVEL, JUN))
    assert moved(outcome, Account.FIELD, Account.GRANARY) == [[49_000, 49_000]]
    assert moved(outcome, Account.FIELD, Account.LOST_FIELD) == [[1_000, 1_000]]
    assert outcome.state.ripe_ares.sum() == outcome.state.standing_kg.sum() == 0
    assert row(outcome.state.stubble_ares)[0] == [5_000, 0]
    assert row(outcome.state.tally)[Tally.HARVEST_KG] == [49_000, 49_000]


def test_with_half_the_hands_half_of_the_rest_sheds_and_half_waits() -> None:
    outcome = harvest.reap(wheat_is_ripe(JUN, ALL_DAYS // 2), given_in(LEVEL, JUN, keep_why=True))
    # 25 000 reaped, 500 of it spilt; of the other 25 000 half sheds.
    assert moved(outcome, Account.FIELD, Account.GRANARY) == [[24_500, 24_500]]
    assert moved(outcome, Account.FIELD, Account.LOST_FIELD) == [[13_000, 13_000]]
    assert row(outcome.state.standing_kg)[0] == [12_500, 0]
    assert row(outcome.state.ripe_ares)[0] == [2_500, 0]
    assert row(outcome.state.left_ares)[0] == [0, 0]
    (why,) = outcome.why
    assert sum(int(f.amount[0, 0]) for f in why.factors) == 24_500


@pytest.mark.parametrize(("days", "brought", "left"), [(0, 0, 5_000), (1_250, 24_500, 2_500)])
def test_after_its_months_what_is_not_reaped_is_lost(days: int, brought: int, left: int) -> None:
    outcome = harvest.reap(wheat_is_ripe(JUL, days), given_in(LEVEL, JUL))
    assert moved(outcome, Account.FIELD, Account.GRANARY)[0][0] == brought
    assert moved(outcome, Account.FIELD, Account.LOST_FIELD)[0][0] == 50_000 - brought
    assert outcome.state.standing_kg.sum() == outcome.state.ripe_ares.sum() == 0
    assert row(outcome.state.left_ares)[0] == [left, 0]


def test_nobody_in_the_fields_brings_nothing_in() -> None:
    outcome = harvest.reap(wheat_is_ripe(JUN, 0), given_in(LEVEL, JUN))
    assert moved(outcome, Account.FIELD, Account.GRANARY) == [[0, 0]]
    assert row(outcome.state.standing_kg)[0] == [25_000, 0]
    assert row(outcome.state.ripe_ares)[0] == [5_000, 0]


@pytest.mark.parametrize(("month", "waits"), [(SEP, True), (OCT, True), (NOV, False)])
def test_a_crop_of_two_months_waits_through_the_second(month: int, waits: bool) -> None:
    state = state_of(LEVEL, month, ripe_ares=[0, 2_000], standing_kg=[0, 40_000])
    after = harvest.reap(state, given_in(LEVEL, month)).state
    assert row(after.standing_kg)[0] == ([0, 20_000] if waits else [0, 0])
    assert row(after.left_ares)[0] == ([0, 0] if waits else [0, 2_000])


def test_little_effort_spills_more() -> None:
    outcome = harvest.reap(wheat_is_ripe(JUN, ALL_DAYS, effort_pm=500), given_in(LEVEL, JUN))
    # 20 + half of 100 per mille.
    assert moved(outcome, Account.FIELD, Account.LOST_FIELD) == [[3_500, 3_500]]


def test_what_is_put_aside_is_brought_in_and_not_in_the_granary() -> None:
    outcome = harvest.reap(wheat_is_ripe(JUN, ALL_DAYS), given_in(LEVEL, JUN, hide_pm=100))
    assert moved(outcome, Account.FIELD, Account.HIDDEN) == [[4_900, 4_900]]
    assert moved(outcome, Account.FIELD, Account.GRANARY) == [[44_100, 44_100]]
    assert row(outcome.state.tally)[Tally.HARVEST_KG] == [49_000, 49_000]


def test_counts_of_a_season_add_up_over_its_months() -> None:
    state = wheat_is_ripe(JUN, ALL_DAYS)
    twice = harvest.reap(
        harvest.reap(state, given_in(LEVEL, JUN)).state, given_in(LEVEL, JUL)
    ).state
    assert row(twice.tally)[Tally.HARVEST_KG] == [49_000, 49_000]


def test_no_crop_and_no_reason() -> None:
    outcome = harvest.reap(state_of(LEVEL, JUN), given_in(LEVEL, JUN, keep_why=True))
    assert all((move.kg == 0).all() for move in outcome.moves)
    assert outcome.why == ()
