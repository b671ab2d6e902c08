"""Twin of game/sim/turn.py: the order of a month and of the desk, and the sense it makes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.sim import turn
from game.sim.arrays import ints
from game.sim.ledger import Account, Book
from game.sim.level import Level
from game.sim.orders import ALLOWED, COMPULSORY, LET_GO, NONE, STOPPED, Orders, at_start
from game.sim.params import Params
from game.sim.state import Ever, Past, State, Tally, digest
from tests.sim.cases import (
    APR,
    AUG,
    MAIZE,
    NOV,
    WHEAT,
    coefficients,
    hamlets,
    row,
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


def wide(level: Level) -> Level:
    """Three times the land and seed for the same hands, so that autumn leaves none to spare."""
    changes = {
        name: ints(getattr(level, name) * 3) for name in ("land_ares", "seed_kg", "last_harvest_kg")
    }
    return replace(level, **changes)


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


STRAINED = replace(
    wide(
        hamlets(
            turns=8, climate_pm=900, fear_pm=300, steel_pm=100, halls=2, pooled=3, plots=0, gates=1
        )
    ),
    granary_kg=ints([250_000, 250_000]),
    last_harvest_kg=ints([[90_000, 90_000], [130_000, 130_000]]),
    weather_pm=ints([1000, 500, 500, 500]),
)
"""A hard climate over villages with something to take."""
STRAIN = ordered(
    STRAINED, labour_pm=[550, 300, 50, 100], hall=COMPULSORY, free_meals=1, furnaces=10,
    scrap_pm=500, technique_pm=[600, 600], plots=ALLOWED, ration_g=450, leavers=LET_GO,
)  # fmt: skip


@pytest.mark.parametrize("channel", sorted(ROUND.channels.__dataclass_fields__))
def test_each_channel_changes_a_strained_year(channel: str) -> None:
    on = play(STRAINED, STRAIN, params=ROUND, turns=6)[-1]
    off = play(STRAINED, STRAIN, params=without(channel), turns=6)[-1]
    assert digest(on) != digest(off)


def test_what_the_channels_are_for() -> None:
    on = play(STRAINED, STRAIN, params=ROUND, turns=6)[-1]

    def off(channel: str) -> State:
        return play(STRAINED, STRAIN, params=without(channel), turns=6)[-1]

    harvest = int(on.ever[0, Ever.HARVEST_KG].sum())
    for channel in ("labour", "weather", "technique", "effort", "hunger"):
        assert int(off(channel).ever[0, Ever.HARVEST_KG].sum()) > harvest, channel
    for channel in ("boasting", "ratchet"):
        said = off(channel).past_kg[0, 2:, Past.SAID]
        assert int(said.sum()) < int(on.past_kg[0, 2:, Past.SAID].sum()), channel
    assert (off("tools").animals == STRAINED.animals).all()
    assert (on.animals < STRAINED.animals).all()
    assert int(off("furnaces").ever[0, Ever.IRON_GOOD_KG].sum()) == 0
    assert int(off("leaving").ever[0, Ever.LEFT].sum()) == 0 < int(on.ever[0, Ever.LEFT].sum())
    assert int(off("politics").standing_pm[0]) == 600
    assert int(off("exports").grain_kg[0, Account.EXPORTED].sum()) == 0
    assert int(on.grain_kg[0, Account.EXPORTED].sum()) > 0


def test_stopped_people_stay_and_some_of_them_die() -> None:
    hungry = {"ration_g": 150, "plots": NONE}
    gone = play(STRAINED, ordered(STRAINED, leavers=LET_GO, **hungry), params=ROUND, turns=3)[-1]
    held = play(STRAINED, ordered(STRAINED, leavers=STOPPED, **hungry), params=ROUND, turns=3)[-1]
    assert held.ever[0, Ever.LEFT].sum() < gone.ever[0, Ever.LEFT].sum()
    assert held.ever[0, Ever.DEATHS].sum() > gone.ever[0, Ever.DEATHS].sum()


def scaled(by: int, units: int = 2, **climate: int) -> Level:
    """The hamlets with people, land, herds, woods and grain multiplied."""
    level = hamlets(units, turns=6, **climate)
    grown = (
        "people", "land_ares", "forest_ares", "animals", "granary_kg", "seed_kg", "feed_kg",
        "last_harvest_kg",
    )  # fmt: skip
    arrays = {name: ints(getattr(level, name) * by) for name in grown}
    return replace(level, county_kg=level.county_kg * by, **arrays)


def sound(states: list[State]) -> None:
    """No stock below zero, no grain lost, no number out of its range."""
    first = states[0]
    for state in states:
        assert int(state.grain_kg.sum()) == int(first.grain_kg.sum())
        assert int(state.books_kg.sum()) == int(first.books_kg.sum())
        closed = [a for a in Account if a not in (Account.SOIL, Account.EXPORTED)]
        assert (state.grain_kg[:, closed] >= 0).all()
        assert (state.books_kg[:, 1:] >= 0).all()
        for name in (
            "people", "labour_days", "field_days", "sown_ares", "ripe_ares", "standing_kg",
            "animals", "iron_good_kg", "iron_poor_kg", "furnaces", "works_days", "believed_kg",
            "last_said_kg", "quota_kg", "hoped_kg", "tally", "ever",
        ):  # fmt: skip
            assert (getattr(state, name) >= 0).all(), name
        for name in ("reserve_pm", "effort_pm", "tools_pm", "soil_pm", "forest_pm", "standing_pm"):
            values = getattr(state, name)
            assert ((values >= 0) & (values <= 1000)).all(), name


def busy(level: Level, **more: Any) -> Orders:
    return ordered(
        level,
        **(
            {
                "labour_pm": [700, 100, 100, 100], "hall": COMPULSORY, "furnaces": 40, "works": 1,
                "hide_pm": 50, "search": 1, "scrap_pm": 500, "technique_pm": [500, 500],
            }
            | more
        ),
    )  # fmt: skip


BIG = {"climate_pm": 900, "fear_pm": 500, "relief_pm": 500, "pooled": 3, "search": 1}


@pytest.mark.parametrize("by", [1, 30_000])
@pytest.mark.parametrize("orders", [{}, {"report_kg": 10**9}, {"ration_g": 0}, {"ration_g": 900}])
def test_a_hamlet_and_a_province_run_without_a_wrong_number(
    by: int, orders: dict[str, int]
) -> None:
    """Thirty million people and three million hectares in each unit."""
    level = scaled(by, **BIG)
    sound(play(level, busy(level, **orders), params=ROUND))


@pytest.mark.parametrize("units", [1, 3])
def test_more_land_and_grain_than_any_province(units: int) -> None:
    level = scaled(30_000, units, **BIG)
    level = replace(
        level,
        land_ares=ints([500_000_000] * units),  # five million hectares
        granary_kg=ints([20_000_000_000] * units),
        last_harvest_kg=ints([[20_000_000_000] * units] * 2),
    )
    sound(play(level, busy(level), params=ROUND))


def test_a_province_is_a_hamlet_many_times_over() -> None:
    """A product that wrapped round would not keep its proportion."""
    by = 30_000
    params = coefficients(
        {"politics": {"gates_pm": 0}, "people": {"stopped_pm": 0}, "canteen": {"need_g_day": 600}}
    )
    usual = {"climate_pm": 700, "fear_pm": 300, "pooled": 3}
    small, big = scaled(1_000, **usual), scaled(by, **usual)
    one = play(small, params=params)[-1]
    many = play(big, params=params)[-1]
    ratio = by // 1_000
    for a in Account:
        few, lots = int(one.grain_kg[0, a].sum()) * ratio, int(many.grain_kg[0, a].sum())
        assert abs(few - lots) <= max(abs(few) // 50, 3_000_000), a.name
    for name in ("people", "labour_days", "believed_kg", "quota_kg", "ever"):
        few, lots = int(getattr(one, name).sum()) * ratio, int(getattr(many, name).sum())
        assert abs(few - lots) <= few // 50, name


def test_nothing_left_at_all() -> None:
    level = replace(
        LEVEL,
        people=ints(np.zeros_like(LEVEL.people)),
        land_ares=ints([0, 0]),
        forest_ares=ints([0, 0]),
        animals=ints([0, 0]),
        granary_kg=ints([0, 0]),
        seed_kg=ints([0, 0]),
        feed_kg=ints([0, 0]),
        county_kg=0,
        last_harvest_kg=ints([[0, 0], [0, 0]]),
    )
    states = play(level, busy(level), params=ROUND)
    sound(states)
    last = states[-1]
    assert last.people.sum() == 0
    assert last.grain_kg.sum() == 0
    assert (last.grain_kg == 0).all()


def test_one_brigade_dies_out_and_the_other_goes_on() -> None:
    level = replace(LEVEL, people=ints([[0, 0, 0], [400, 500, 100]]))
    states = play(level, params=ROUND)
    sound(states)
    last = states[-1]
    assert last.people[0, 0].sum() == 0 < last.people[0, 1].sum()


@pytest.mark.parametrize(("month", "index"), [(APR, WHEAT), (AUG, MAIZE), (NOV, WHEAT)])
def test_what_is_in_the_ground_through_the_year(month: int, index: int) -> None:
    state = play(LEVEL, params=ROUND)[month // 3 * SEASON + month % 3 + 1]
    assert state.month == month + 1
    assert state.sown_ares[0, :, index].sum() > 0
