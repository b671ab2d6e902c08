"""Twin of game/sim/views.py and view_parts.py; that a view does not leak is a law."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from game.sim import notebook, turn, views
from game.sim.arrays import ints
from game.sim.brigades_seen import unharvested_seen
from game.sim.ledger import Account
from game.sim.notebook import Notebook
from game.sim.orders import at_start
from game.sim.state import State, Tally
from game.sim.view_parts import Figure
from game.sim.why import Factor, Why
from tests.sim.cases import (
    AUG,
    DEC,
    JUL,
    JUN,
    MAR,
    NOV,
    SEP,
    coefficients,
    hamlets,
    row,
    state_of,
)
from tests.villages import ordered, play

LEVEL = hamlets(climate_pm=500)
ROUND = coefficients()


def seat(state: State, *, open_books: bool = False, **ordering: Any) -> views.View:
    orders = ordered(LEVEL, **ordering) if ordering else at_start(LEVEL, 1)
    return views.seat(LEVEL, ROUND, state, orders, None if open_books else noted(state))


def noted(state: State) -> Notebook:
    """The notebook of someone who takes the desk over just now."""
    seasons = len(LEVEL.last_harvest_kg)
    known = tuple(Figure("estimate", 0, 1, 2, 0) for _k in range(seasons, state.harvests))
    return replace(notebook.begin(LEVEL, state), harvests=known)


@pytest.mark.parametrize("open_books", [False, True])
def test_every_step_but_the_last_can_be_seen(open_books: bool) -> None:
    orders = at_start(LEVEL, 1)
    for state in play(LEVEL, params=ROUND)[:-1]:
        view = views.seat(LEVEL, ROUND, state, orders, None if open_books else noted(state))
        assert view.desk is state.desk
        assert view.people == int(state.people.sum())
        assert sum(unit.people for unit in view.units) == view.people
        assert view.harvest_due is (state.desk and view.season in (1, 2))
        for unit in view.units:
            assert sum(share.ares for share in unit.land) == unit.land_ares
            assert unit.children + unit.adults + unit.old == unit.people
            assert unit.store.low_kg <= unit.store.kg <= unit.store.high_kg
            assert 0 <= unit.strength <= 5
        seen = views.seen(LEVEL, ROUND, state, orders)
        assert row(seen.people) == [unit.people for unit in view.units]
        assert row(seen.hands) == [unit.hands for unit in view.units]


@pytest.mark.parametrize(
    "open_books",
    [
        True,
        False,
    ],
)
def test_the_end_can_be_seen(open_books: bool) -> None:
    last = play(LEVEL, params=ROUND)[-1]
    book = None if open_books else noted(last)
    view = views.seat(LEVEL, ROUND, last, at_start(LEVEL, 1), book)
    assert view.ended


def test_open_books_show_the_true_store_and_accounts() -> None:
    state = state_of(LEVEL, grain={Account.GRANARY: [1_234, 5_678], Account.HIDDEN: [9, 0]})
    view = seat(state, open_books=True)
    assert [unit.store.kg for unit in view.units] == [1_234, 5_678]
    assert {unit.store.kind for unit in view.units} == {"actual"}
    assert view.store.kg == view.accounts_kg["granary"] == 6_912
    assert [unit.hidden_kg for unit in view.units] == [9, 0]
    shut = seat(state)
    assert shut.accounts_kg == {}
    assert [unit.hidden_kg for unit in shut.units] == [None, None]


def test_a_store_that_is_being_weighed_at_the_desk_is_seen() -> None:
    state = state_of(LEVEL, SEP, desk=True, grain={Account.GRANARY: [4_321, 1]})
    view = seat(state, weigh=[1, 0])
    assert (view.units[0].store.kind, view.units[0].store.kg) == ("weighed", 4_321)
    assert view.units[1].store.kind == "estimate"
    assert view.weighings_left == 0
    assert view.store.kind == "estimate"


@pytest.mark.parametrize(
    ("month", "ahead"), [(MAR, 4), (JUN, 1), (JUL, 3), (SEP, 1), (NOV, 8), (DEC, 7)]
)
def test_months_to_the_next_grain(month: int, ahead: int) -> None:
    assert views.months_to_harvest(LEVEL, month) == ahead


def test_a_level_without_a_harvest_is_a_year_away() -> None:
    barren = replace(LEVEL, crops=())
    assert views.months_to_harvest(barren, MAR) == 12


def test_the_forecast_is_what_then_happens_when_all_is_weighed() -> None:
    orders = ordered(LEVEL, weigh=1, report_kg=300_000)
    state = play(LEVEL, orders, params=ROUND, turns=3)[-2]
    assert state.desk
    forecast = views.seat(LEVEL, ROUND, state, orders, noted(state)).forecast
    closed = turn.close(state, LEVEL, ROUND, orders, 1, ints([0])).state
    assert forecast.report_kg == int(closed.tally[0, Tally.REPORTED_KG].sum())
    assert forecast.demanded_kg == int(closed.tally[0, Tally.DEMANDED_KG].sum())
    assert forecast.taken_kg == int(closed.tally[0, Tally.PROCURED_KG].sum())
    assert forecast.left_kg == int(closed.grain_kg[0, Account.GRANARY].sum())


def test_a_report_not_written_is_forecast_as_said() -> None:
    state = state_of(
        LEVEL, AUG + 1, desk=True, tally={Tally.SAID_KG: [70_000, 30_000]}, quota_kg=20_000
    )
    view = seat(state)
    assert view.report_kg == -1
    assert view.said_kg == view.forecast.report_kg == 100_000


def test_the_parts_of_figures_are_for_open_books() -> None:
    why = (Why("harvest", "kg", (Factor("ripe", None, ints([[1, 1]])),)),)
    state, orders = state_of(LEVEL), at_start(LEVEL, 1)
    opened = views.seat(LEVEL, ROUND, state, orders, None, why)
    shut = views.seat(LEVEL, ROUND, state, orders, noted(state), why)
    assert opened.why == why
    assert shut.why == ()


@pytest.mark.parametrize(
    ("month", "desk", "east", "west"),
    # The usual wheat is 100 000, the usual maize of autumn 160 000; half as much again at 900.
    [
        (MAR, False, 320_000, 144_000), (JUN, False, 320_000, 144_000),
        (SEP, True, 200_000, 90_000), (SEP, False, 200_000, 90_000),
        (DEC, True, 320_000, 144_000), (DEC, False, 320_000, 144_000),
    ],
)  # fmt: skip
def test_claims_are_of_the_last_harvest_as_if_on_our_land(
    month: int, desk: bool, east: int, west: int
) -> None:
    view = seat(state_of(LEVEL, month, neighbours_pm=[2000, 1000], desk=desk))
    assert [(c.id, c.kg) for c in view.claims] == [("east", east), ("west", west)]


def test_what_stayed_in_the_fields_gives_no_harvest_away() -> None:
    known = Figure("estimate", 80_000, 110_000, 140_000, AUG)
    found = {
        unharvested_seen(known, true_kg, true_kg // 49)  # 20 of a thousand, the usual loss
        for true_kg in range(60_000, 160_000, 490)
    }
    assert len(found) == 1


def test_bots_get_every_run_and_no_state() -> None:
    state = play(LEVEL, ordered(LEVEL, 3), params=ROUND, runs=(0, 1, 2), turns=1)[-1]
    seen = views.seen(LEVEL, ROUND, state, at_start(LEVEL, 3))
    for f in fields(seen):
        value = getattr(seen, f.name)
        assert not isinstance(value, State)
        if isinstance(value, np.ndarray):
            assert value.shape[0] == 3, f.name
    assert row(seen.need_kg_month)[0] == int(
        (state.people[0, 0] * [600, 1000, 800]).sum() * 600 * 30 // 1_000_000
    )


def test_an_empty_village_can_be_seen() -> None:
    view = seat(state_of(LEVEL, people=0, desk=False))
    assert view.people == view.hands == view.households == 0
    assert view.kcal_day >= 0


def test_the_view_names_the_stage_and_what_a_new_directive_has_set() -> None:
    level = hamlets(turns=4)
    track = replace(
        level.track,
        stage=ints([2] * 3 + [3] * 9),
        halls=ints([0] * 3 + [2] * 9),
    )
    level = replace(level, track=track)
    first, *_, closed = play(level, turns=1)
    orders = at_start(level, 1)
    before, after = (
        views.seat(level, ROUND, state, orders, notebook.begin(level, state))
        for state in (first, closed)
    )
    assert (before.stage_id, before.stage, before.set_by_county) == (
        "higher_coop", "higher co-operative", (),
    )  # fmt: skip
    assert (after.stage_id, after.stage) == ("commune", "people's commune")
    assert after.set_by_county == ("hall",)
