"""Twin of game/sim/rules/procurement.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.rules import procurement
from game.sim.state import State, Tally
from tests.sim.cases import (
    AUG,
    JUL,
    JUN,
    NOV,
    coefficients,
    given_in,
    hamlets,
    moved,
    row,
    state_of,
    without,
)

LEVEL = hamlets(climate_pm=500, fear_pm=500)


def reported(one: int, two: int, **arrays: int) -> State:
    return state_of(
        LEVEL,
        NOV,
        tally={Tally.REPORTED_KG: [one, two], Tally.HARVEST_KG: [60_000, 40_000]},
        **arrays,
    )


def demand(state: State, **ordering: int) -> list[int]:
    given = given_in(LEVEL, NOV, **ordering)
    return row(procurement.demand(state, given, state.tally[:, Tally.REPORTED_KG]))


def test_the_quota_stands_whatever_was_reported() -> None:
    assert demand(reported(10_000, 10_000, quota_kg=30_000)) == [15_000, 15_000]
    assert demand(reported(0, 0, quota_kg=30_000)) == [15_000, 15_000]


def test_a_tall_report_adds_to_it() -> None:
    # A quarter of 200 000; believed wheat of 100 000 stays under the norm of 600 000.
    assert demand(reported(150_000, 50_000, quota_kg=30_000)) == [37_500, 12_500]


def test_more_than_its_part_is_asked_of_what_is_written_above_the_norm() -> None:
    # 100 000 of wheat and 700 000: 200 000 above 600 000, 250 + 400 x 0.25 = 350 per mille.
    assert sum(demand(reported(350_000, 350_000))) == 245_000


def test_the_office_may_share_it_out_otherwise() -> None:
    assert demand(reported(150_000, 50_000, quota_kg=30_000), asked_kg=1) == [25_000, 25_000]


@pytest.mark.parametrize(("climate", "eased"), [(0, 15_000), (500, 22_500), (1000, 30_000)])
def test_a_plea_is_heard_as_far_as_the_climate_is_mild(climate: int, eased: int) -> None:
    level = hamlets(climate_pm=climate)
    state = reported(10_000, 10_000, quota_kg=30_000)
    given = given_in(level, NOV, plead=1)
    asked = procurement.demand(state, given, state.tally[:, Tally.REPORTED_KG])
    assert int(asked.sum()) == eased


def test_a_cut_of_takings() -> None:
    level = hamlets(take_pm=600)
    state = reported(150_000, 50_000)
    given = given_in(level, NOV)
    assert procurement.demand(state, given, state.tally[:, Tally.REPORTED_KG]).sum() == 30_000


def test_the_procurement_channel_takes_the_usual_part_of_the_truth() -> None:
    state = reported(150_000, 50_000, quota_kg=90_000)
    given = given_in(LEVEL, NOV, params=without("procurement"))
    assert procurement.demand(state, given, state.tally[:, Tally.REPORTED_KG]).sum() == 25_000


@pytest.mark.parametrize(
    ("month", "climate", "floors"),
    [
        # 1 000 people x 400 g x 210 days, broken into as far as hardness x climate / 2.
        (NOV, 0, [84_000, 84_000]),
        (NOV, 500, [63_000, 73_500]),
        (NOV, 1000, [42_000, 63_000]),
    ],
)
def test_the_floor_is_lowered_by_coercion(month: int, climate: int, floors: list[int]) -> None:
    level = hamlets(climate_pm=climate, fear_pm=climate)
    state = reported(400_000, 400_000, quota_kg=500_000)
    taking = procurement.taking(state, given_in(level, month), state.tally[:, Tally.REPORTED_KG])
    assert row(taking.floor_kg) == floors
    # The granaries hold 100 000 each, and 250 000 is asked of each.
    assert row(taking.taken_kg) == [100_000 - kg for kg in floors]


def test_less_is_left_in_summer_than_in_autumn() -> None:
    summer, autumn = (procurement.days_ahead(LEVEL, month) for month in (AUG, NOV))
    assert autumn == 210
    assert 0 < summer < autumn
    state = reported(0, 0)
    taking = procurement.taking(state, given_in(hamlets(climate_pm=0), AUG), state.tally[:, 7])
    assert row(taking.floor_kg) == [400 * summer] * 2


@pytest.mark.parametrize(
    ("deliver", "climate", "taken"),
    [
        (1000, 500, 10_000),
        (500, 0, 5_000),
        (500, 500, 7_000),  # 400 of what is held back is taken anyway
        (0, 1000, 8_000),
        (0, 0, 0),
    ],
)
def test_what_is_held_back_is_partly_taken_anyway(deliver: int, climate: int, taken: int) -> None:
    level = hamlets(climate_pm=climate, fear_pm=climate)
    state = reported(10_000, 10_000, quota_kg=20_000)
    given = given_in(level, NOV, deliver_pm=deliver)
    taking = procurement.taking(state, given, state.tally[:, Tally.REPORTED_KG])
    assert row(taking.taken_kg) == [taken, taken]


def test_what_is_held_back_and_taken_all_the_same_are_parts_of_what_was_taken() -> None:
    level = hamlets(climate_pm=500, fear_pm=500)
    state = reported(10_000, 10_000, quota_kg=20_000)
    given = given_in(level, NOV, deliver_pm=500, keep_why=True)
    (why,) = procurement.take(state, given).why
    parts = {factor.name: row(factor.amount) for factor in why.factors}
    assert parts == {
        "demanded": [10_000] * 2, "held_back": [-5_000] * 2, "taken_all_the_same": [2_000] * 2,
        "not_found": [0, 0],
    }  # fmt: skip


def test_the_carts_and_what_leaves_the_county() -> None:
    state = reported(10_000, 30_000, quota_kg=40_000)
    outcome = procurement.take(state, given_in(LEVEL, NOV, keep_why=True))
    # The second has 26 500 above its floor; what it lacks is taken from the first as well.
    assert moved(outcome, Account.GRANARY, Account.STATE) == [[13_500, 26_500]]
    assert moved(outcome, Account.STATE, Account.EXPORTED) == [[9_450, 18_550]]
    tally = row(outcome.state.tally)
    assert tally[Tally.DEMANDED_KG] == [10_000, 30_000]
    assert tally[Tally.PROCURED_KG] == [13_500, 26_500]
    (why,) = outcome.why
    assert [f.amount[0].tolist() for f in why.factors] == [
        [10_000, 30_000], [0, 0], [0, 0], [3_500, -3_500]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stores", "taken"),
    [
        # 40 000 is asked of each of two, above floors of 84 000.
        ([200_000, 200_000], [40_000, 40_000]),
        ([200_000, 94_000], [70_000, 10_000]),
        ([110_000, 94_000], [26_000, 10_000]),
        ([0, 200_000], [0, 80_000]),
        ([0, 0], [0, 0]),
    ],
)
def test_the_commune_answers_as_a_whole(stores: list[int], taken: list[int]) -> None:
    level = hamlets(climate_pm=0)
    state = state_of(level, NOV, quota_kg=80_000, grain={Account.GRANARY: stores})
    outcome = procurement.take(state, given_in(level, NOV))
    assert moved(outcome, Account.GRANARY, Account.STATE) == [taken]
    assert row(outcome.state.tally)[Tally.DEMANDED_KG] == [40_000, 40_000]


def test_what_was_promised_abroad_is_asked_on_top() -> None:
    reports = (60_000, 40_000)
    plain = procurement.take(reported(*reports), given_in(LEVEL, NOV))
    more = procurement.take(reported(*reports, export_kg=26_000), given_in(LEVEL, NOV))
    asked = [row(each.state.tally)[Tally.DEMANDED_KG] for each in (plain, more)]
    # Of a believed year of 100 000 in summer and the 100 000 written now, this half: 13 000.
    assert sum(asked[1]) - sum(asked[0]) == 13_000


def test_who_grew_it_remembers_what_was_taken() -> None:
    state = replace(reported(0, 0, quota_kg=40_000), taken_pm=ints([[100, 100]]))
    tally = state.tally.copy()
    tally[:, Tally.HARVEST_KG] = [50_000, 20_000]
    state = replace(state, tally=ints(tally))
    # 20 000 of each: 400 and 1000 per mille, halfway from 100.
    assert row(procurement.take(state, given_in(LEVEL, NOV)).state.taken_pm) == [250, 550]


def test_an_empty_granary_gives_nothing_and_an_empty_village_has_no_floor() -> None:
    level = hamlets(climate_pm=0)
    state = state_of(level, NOV, quota_kg=40_000, grain={Account.GRANARY: [0, 5_000]})
    assert row(procurement.taking(state, given_in(level, NOV), state.tally[:, 7]).taken_kg) == [
        0,
        0,
    ]
    state = state_of(level, NOV, quota_kg=40_000, grain={Account.GRANARY: [0, 5_000]}, people=0)
    taken = procurement.taking(state, given_in(level, NOV), state.tally[:, 7]).taken_kg
    assert row(taken) == [0, 5_000]


HIDING = {Account.HIDDEN: [1_000, 10_000]}


def test_an_ordered_search_finds_a_part_and_costs_effort() -> None:
    state = state_of(LEVEL, AUG, grain=HIDING)
    outcome = procurement.search(state, given_in(LEVEL, AUG, search=[1, 0]))
    assert moved(outcome, Account.HIDDEN, Account.STATE) == [[600, 0]]
    assert row(outcome.state.effort_pm) == [950, 1000]
    # The office found it, not the county: its standing does not suffer.
    assert row(outcome.state.tally)[Tally.FOUND_KG] == [0, 0]


@pytest.mark.parametrize("month", [JUN, JUL])
def test_searches_are_at_a_seasons_end(month: int) -> None:
    state = state_of(LEVEL, month, grain=HIDING)
    outcome = procurement.search(state, given_in(LEVEL, month, search=1))
    assert outcome.moves == ()
    assert outcome.state is state


@pytest.mark.parametrize(
    ("campaign", "chance", "found"),
    [(1, 1000, [600, 6_000]), (1, 0, [0, 0]), (0, 1000, [0, 0])],
)
def test_in_a_campaign_others_may_find_it(campaign: int, chance: int, found: list[int]) -> None:
    level = hamlets(search=campaign)
    params = coefficients({"politics": {"hidden_found_pm": chance}})
    outcome = procurement.search(
        state_of(level, AUG, grain=HIDING), given_in(level, AUG, params=params)
    )
    assert moved(outcome, Account.HIDDEN, Account.STATE) == [found]
    assert row(outcome.state.tally)[Tally.FOUND_KG] == found


def test_the_chance_of_a_campaign_is_met_over_many_runs() -> None:
    level = hamlets(search=1)
    state = state_of(level, AUG, grain=HIDING, runs=1000)
    outcome = procurement.search(state, given_in(level, AUG, runs=tuple(range(1000))))
    hits = np.array(moved(outcome, Account.HIDDEN, Account.STATE)) > 0
    # 250 of 1000, twice: one standard error is 9.7.
    assert abs(int(hits.sum()) - 500) < 60


def test_effort_does_not_fall_through_its_floor_and_nothing_hidden_is_nothing_found() -> None:
    state = state_of(LEVEL, AUG, effort_pm=110)
    outcome = procurement.search(state, given_in(LEVEL, AUG, search=1))
    assert row(outcome.state.effort_pm) == [100, 100]
    assert moved(outcome, Account.HIDDEN, Account.STATE) == [[0, 0]]
