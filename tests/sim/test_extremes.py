"""Very large, very small and empty: no stock below zero, no product that wraps round."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.level import Level
from game.sim.orders import COMPULSORY, Orders
from game.sim.state import State
from tests.sim.cases import coefficients, hamlets
from tests.villages import ordered, play

LEVEL = hamlets(turns=8, climate_pm=300)
ROUND = coefficients()


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


BIG = {"climate_pm": 900, "fear_pm": 500, "relief_pm": 500, "stage": 3, "search": 1}


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
    usual = {"climate_pm": 700, "fear_pm": 300, "stage": 3}
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
