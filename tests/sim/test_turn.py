"""Twin of game/sim/turn.py: the order of a month and of the desk, and the sense it makes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.sim import turn
from game.sim.arrays import ints
from game.sim.ledger import Account, Book
from game.sim.level import Level
from game.sim.orders import COMPULSORY, NONE, at_start
from game.sim.params import Params
from game.sim.state import State, Tally, digest
from tests.sim.cases import (
    APR,
    AUG,
    MAIZE,
    NOV,
    WHEAT,
    coefficients,
    hamlets,
    row,
    wide,
    without,
)
from tests.villages import ordered, play

LEVEL = hamlets(turns=8, climate_pm=300)
ROUND = coefficients()
SUMMER, AUTUMN = 1, 2
SEASON = 4
"""States that `play` gives for each turn: three months and the closed desk."""


def seasons(
    level: Level,
    by_turn: dict[int, dict[str, Any]],
    turns: int,
    params: Params = ROUND,
    **usual: Any,
) -> list[State]:
    """The closed state after each turn, under the usual orders or those of that turn."""
    state = turn.begin(level, params, 1, ints([0]))
    found = [state]
    for number in range(turns):
        changed = usual | by_turn.get(number, {})
        orders = ordered(level, **changed) if changed else at_start(level, 1)
        months = turn.season(state, level, params, orders, 1, ints([0]))
        state = turn.close(months[-1].state, level, params, orders, 1, ints([0])).state
        found.append(state)
    return found


def total(state: State, what: Tally) -> int:
    return int(state.tally[0, what].sum())


def test_a_season_is_three_months_and_a_desk() -> None:
    state = turn.begin(LEVEL, ROUND, 1, ints([0]))
    orders = at_start(LEVEL, 1)
    with pytest.raises(ValueError, match="no season on the desk"):
        turn.close(state, LEVEL, ROUND, orders, 1, ints([0]))
    steps = turn.season(state, LEVEL, ROUND, orders, 1, ints([0]))
    assert [(s.state.month, s.state.desk) for s in steps] == [(1, False), (2, False), (3, True)]
    with pytest.raises(ValueError, match="close it first"):
        turn.season(steps[-1].state, LEVEL, ROUND, orders, 1, ints([0]))
    closed = turn.close(steps[-1].state, LEVEL, ROUND, orders, 1, ints([0])).state
    assert (closed.month, closed.desk) == (3, False)


def test_a_level_begins_with_hands_counted_effort_whole_and_a_quota() -> None:
    state = turn.begin(LEVEL, ROUND, 1, ints([0]))
    assert row(state.labour_days) == [8_640, 8_640]  # see test_labour
    assert row(state.effort_pm) == [1000, 1000]
    assert row(state.quota_kg) == 25_000


def test_the_books_of_a_step_are_kept_when_they_are_asked_for() -> None:
    state = turn.begin(LEVEL, ROUND, 1, ints([0]))
    orders = at_start(LEVEL, 1)
    quiet = turn.season(state, LEVEL, ROUND, orders, 1, ints([0]))
    told = turn.season(state, LEVEL, ROUND, orders, 1, ints([0]), keep_why=True)
    assert quiet[-1].entries == quiet[-1].why == ()
    assert digest(quiet[-1].state) == digest(told[-1].state)
    for number, step in enumerate(told):
        assert {entry.month for entry in step.entries} == {number}
        assert "canteen.serve" in {entry.rule for entry in step.entries}
        assert {entry.rule for entry in step.books} == {"report.keep_books"}


def test_the_entries_of_a_year_lead_from_one_balance_to_the_next() -> None:
    state = turn.begin(LEVEL, ROUND, 1, ints([0]))
    orders = ordered(LEVEL, hide_pm=50, search=1)
    for _ in range(4):
        steps = turn.season(state, LEVEL, ROUND, orders, 1, ints([0]), keep_why=True)
        close = turn.close(steps[-1].state, LEVEL, ROUND, orders, 1, ints([0]), keep_why=True)
        balance, books = state.grain_kg.copy(), state.books_kg.copy()
        for step in (*steps, close):
            for entries, kept in ((step.entries, balance), (step.books, books)):
                for entry in entries:
                    move = entry.move
                    kept[:, move.source] -= move.kg
                    kept[:, move.target] += move.kg if move.into_kg is None else move.into_kg
        state = close.state
        assert np.array_equal(balance, state.grain_kg)
        assert np.array_equal(books, state.books_kg)


def test_a_report_is_due_after_summer_and_autumn_only() -> None:
    states = seasons(LEVEL, {}, 8)
    assert [s.harvests for s in states] == [2, 2, 3, 4, 4, 4, 5, 6, 6]
    assert [total(s, Tally.REPORTED_KG) > 0 for s in states[1:5]] == [False, True, True, False]


def test_seed_comes_before_the_carts_and_the_carts_before_relief() -> None:
    month, desk = (
        [turn.rule_name(rule) for rule in rules] for rules in (turn.MONTH, turn.HARVEST_DESK)
    )
    assert month.index("harvest.reap") < month.index("granary.keep") < month.index("canteen.serve")
    order = [
        "report.write", "procurement.take", "politics.judge", "quota.believe", "quota.ask",
        "granary.sell_back",
    ]  # fmt: skip
    assert [name for name in desk if name in order] == order


def test_hands_at_the_furnaces_in_autumn_lose_crop() -> None:
    away = {AUTUMN: {"labour_pm": [150, 750, 0, 100], "furnaces": 20}}
    kept, sent = (seasons(wide(LEVEL), orders, 3)[-1] for orders in ({}, away))
    assert total(sent, Tally.HARVEST_KG) < 0.9 * total(kept, Tally.HARVEST_KG)
    assert total(sent, Tally.UNHARVESTED_KG) > 2 * total(kept, Tally.UNHARVESTED_KG)
    assert total(sent, Tally.IRON_GOOD_KG) > 0
    # And the next wheat is sown short or late.
    assert (sent.sown_ares[0, :, WHEAT] * sent.vigour_pm[0, :, WHEAT]).sum() < (
        kept.sown_ares[0, :, WHEAT] * kept.vigour_pm[0, :, WHEAT]
    ).sum()


def test_the_labour_channel_brings_that_crop_back() -> None:
    away = {AUTUMN: {"labour_pm": [150, 750, 0, 100], "furnaces": 20}}
    off = seasons(wide(LEVEL), away, 3, without("labour"))[-1]
    on = seasons(wide(LEVEL), away, 3)[-1]
    assert total(off, Tally.HARVEST_KG) > total(on, Tally.HARVEST_KG)


def test_hunger_lowers_the_next_seasons_hands() -> None:
    hungry = {0: {"ration_g": 200, "plots": NONE, "labour_pm": [1000, 0, 0, 0]}}
    fed = {0: {"ration_g": 600, "plots": NONE, "labour_pm": [1000, 0, 0, 0]}}
    thin, well = (seasons(LEVEL, orders, 1)[-1] for orders in (hungry, fed))
    assert (thin.reserve_pm < well.reserve_pm).all()
    assert (thin.labour_days < 0.9 * well.labour_days).all()
    off = seasons(LEVEL, hungry, 1, without("hunger"))[-1]
    assert (off.labour_days > thin.labour_days).all()


def test_hunger_is_followed_by_deaths_and_nine_months_later_by_fewer_births() -> None:
    params = coefficients({"people": {"leave_reserve": ROUND.people.birth_reserve}})
    params = coefficients({"channels": {"leaving": 0}}, params)
    level = replace(LEVEL, people=ints([[40_000, 50_000, 10_000]] * 2))
    level = replace(level, granary_kg=ints([40_000_000] * 2))

    def starving(ration: int) -> list[State]:
        return seasons(level, {}, 5, params, ration_g=ration, plots=NONE, deliver_pm=0)

    thin, well = starving(350), starving(600)
    for early in (1, 2):
        assert total(thin[early], Tally.DEATHS) > total(well[early], Tally.DEATHS)
    assert total(thin[1], Tally.BIRTHS) > 0.9 * total(well[1], Tally.BIRTHS)
    assert total(thin[4], Tally.BIRTHS) < 0.8 * total(well[4], Tally.BIRTHS)


def test_free_meals_in_halls_empty_the_granary_sooner() -> None:
    level = replace(LEVEL, granary_kg=ints([60_000, 60_000]))
    stores = {}
    for free in (0, 1):
        orders = ordered(level, hall=COMPULSORY, free_meals=free, ration_g=600)
        states = play(level, orders, params=ROUND, turns=1)
        stores[free] = [int(s.grain_kg[0, Account.GRANARY].sum()) for s in states]
    assert all(free <= kept for free, kept in zip(stores[1], stores[0], strict=True))
    assert stores[1][3] == 0 < stores[0][3]


def test_hidden_grain_feeds_the_village_when_the_store_is_empty_and_a_search_finds_it() -> None:
    level = replace(LEVEL, granary_kg=ints([10_000, 10_000]))
    params = ROUND
    begun = turn.begin(level, params, 1, ints([0]))
    grain = begun.grain_kg.copy()
    grain[:, Account.HIDDEN] = 60_000
    begun = replace(begun, grain_kg=ints(grain))
    ends = {}
    for search in (0, 1):
        orders = ordered(level, search=search, plots=NONE, labour_pm=[1000, 0, 0, 0])
        steps = turn.season(begun, level, params, orders, 1, ints([0]))
        ends[search] = steps[-1].state
        # Two months of it are eaten before anybody looks, and nobody goes hungry.
        assert (steps[1].state.fed_pm[0] >= 990).all()
        assert (steps[1].state.grain_kg[0, Account.HIDDEN] < 40_000).all()
    left, found = (ends[s].grain_kg[0] for s in (0, 1))
    assert (found[Account.HIDDEN] < left[Account.HIDDEN]).all()
    taken = found[Account.STATE] - left[Account.STATE]
    assert (taken == left[Account.HIDDEN] - found[Account.HIDDEN]).all()
    assert (ends[1].effort_pm < ends[0].effort_pm).all()


def test_seed_eaten_in_winter_is_not_sown_in_spring() -> None:
    eaten = {number: {"seed_pm": 0} for number in (2, 3)}
    kept, gone = seasons(LEVEL, {}, 5)[-1], seasons(LEVEL, eaten, 5)[-1]
    assert kept.sown_ares[0, :, MAIZE].sum() > 0
    assert gone.sown_ares[0, :, MAIZE].sum() < kept.sown_ares[0, :, MAIZE].sum()


def test_a_village_with_seed_land_and_hands_sows_its_plan() -> None:
    spring = seasons(LEVEL, {}, 1)[-1]
    assert row(spring.sown_ares)[0][MAIZE] == 4_000


def test_a_poor_report_costs_standing_in_a_hard_climate_and_hardly_in_a_mild_one() -> None:
    cost = {}
    for climate in (100, 1000):
        level = hamlets(turns=4, climate_pm=climate)
        quiet = coefficients({"politics": {"calm_pm": 0}})
        poor, good = (
            seasons(level, {SUMMER: {"report_kg": kg}}, 2, quiet)[-1] for kg in (20_000, 200_000)
        )
        cost[climate] = row(good.standing_pm) - row(poor.standing_pm)
    assert cost[1000] >= 200
    assert 0 <= cost[100] <= cost[1000] // 5


def test_unmet_steel_costs_standing() -> None:
    level = hamlets(turns=4, climate_pm=300, steel_pm=300)
    lit = seasons(level, {}, 1, labour_pm=[600, 300, 0, 100], furnaces=10)[-1]
    unlit = seasons(level, {}, 1)[-1]
    assert row(lit.standing_pm) - row(unlit.standing_pm) == 90


def test_a_boast_raises_belief_at_once_and_an_honest_year_lowers_it_slowly() -> None:
    level = hamlets(turns=12, climate_pm=700, fear_pm=0)
    fearful = hamlets(turns=12, climate_pm=700, fear_pm=1000)
    ends = {}
    for name, where in (("calm", level), ("fear", fearful)):
        states = seasons(
            where,
            {1: {"report_kg": 200_000}, 5: {"report_kg": 100_000}},
            6,
            report_kg=100_000,
        )
        before, boasted, honest = (int(states[k].believed_kg[0, 0].sum()) for k in (1, 2, 6))
        assert 80_000 - 4 <= boasted - before <= 80_000
        assert 0 < boasted - honest < 80_000
        ends[name] = honest
    assert ends["fear"] > ends["calm"]
    # Belief is what next year's quota stands on.
    assert int(states[2].believed_kg[0, 0].sum()) > 150_000


def test_in_a_hard_climate_no_brigade_says_less_than_last_year() -> None:
    hard = hamlets(turns=8, climate_pm=900)
    states = seasons(replace(hard, weather_pm=ints([1000, 300, 300])), {}, 7)
    for first, second in ((2, 6), (3, 7)):
        last, this = (states[k].tally[0, Tally.SAID_KG] for k in (first, second))
        assert (this >= last).all()
        assert (states[second].tally[0, Tally.HARVEST_KG] < this).all()
    off = coefficients({"channels": {"ratchet": 0, "boasting": 0}})
    honest = seasons(replace(hard, weather_pm=ints([1000, 300, 300])), {}, 7, off)
    assert (honest[6].tally[0, Tally.SAID_KG] < honest[2].tally[0, Tally.SAID_KG]).all()


def test_a_plea_eases_demand_in_a_mild_climate_and_costs_standing() -> None:
    for climate, eased in ((200, True), (1000, False)):
        level = hamlets(turns=4, climate_pm=climate)
        calm = coefficients({"politics": {"calm_pm": 0}, "channels": {"boasting": 0, "ratchet": 0}})
        asked, pleaded = (
            seasons(level, {SUMMER: {"plead": plead}}, 2, calm)[-1] for plead in (0, 1)
        )
        demanded = [total(state, Tally.DEMANDED_KG) for state in (asked, pleaded)]
        assert (demanded[1] < demanded[0]) is eased
        assert row(pleaded.standing_pm) < row(asked.standing_pm)


def test_what_the_county_does_follows_what_was_written_and_not_what_was_there() -> None:
    """Two villages that write the same, one of which reaped more, are asked for the same."""
    desk = play(LEVEL, params=ROUND, turns=2)[2 * SEASON - 1]
    assert desk.desk
    tally, grain = desk.tally.copy(), desk.grain_kg.copy()
    tally[:, Tally.HARVEST_KG] *= 2
    grain[:, Account.GRANARY] += 500_000
    richer = replace(desk, tally=ints(tally), grain_kg=ints(grain))
    orders = ordered(LEVEL, report_kg=120_000)
    one, two = (turn.close(s, LEVEL, ROUND, orders, 1, ints([0])).state for s in (desk, richer))
    for name in ("quota_kg", "hoped_kg", "believed_kg"):
        assert np.array_equal(getattr(one, name), getattr(two, name)), name
    assert np.array_equal(one.tally[:, Tally.DEMANDED_KG], two.tally[:, Tally.DEMANDED_KG])
    assert np.array_equal(one.books_kg[:, Book.CLAIMED], two.books_kg[:, Book.CLAIMED])


@pytest.mark.parametrize(("month", "index"), [(APR, WHEAT), (AUG, MAIZE), (NOV, WHEAT)])
def test_what_is_in_the_ground_through_the_year(month: int, index: int) -> None:
    state = play(LEVEL, params=ROUND)[month // 3 * SEASON + month % 3 + 1]
    assert state.month == month + 1
    assert state.sown_ares[0, :, index].sum() > 0
