"""Twin of game/sim/rules/industry.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.orders import COMPULSORY
from game.sim.rules import industry
from game.sim.state import State, Tally
from tests.sim.cases import coefficients, given_in, hamlets, row, state_of, without

LEVEL = hamlets(stage=3)
SENT = {"labour_pm": [0, 100, 0, 0], "furnaces": 4}
"""A tenth of 9 000 labour-days in each of two hamlets: 1 800 together."""


def lit(**arrays: object) -> State:
    return state_of(LEVEL, **({"furnaces": 4, "labour_days": 9_000} | arrays))


def test_ore_charcoal_and_hands_make_iron_of_which_half_is_good() -> None:
    after = industry.smelt(lit(), given_in(LEVEL, **SENT)).state
    # 900 days at 100 a tonne are 9 t each, but four furnaces give 16 t together: 888 of 1000.
    assert row(after.iron_good_kg) == [3_996, 3_996]
    assert row(after.iron_poor_kg) == [3_996, 3_996]
    assert row(after.tally)[Tally.IRON_GOOD_KG] == row(after.tally)[Tally.IRON_POOR_KG]
    # 10 ares a tonne: 80 ares of 1 000 each, rounded up.
    assert row(after.forest_pm) == [920, 920]
    assert row(after.tools_pm) == [1000, 1000]
    assert row(after.furnaces) == 4


def test_furnaces_are_built_first() -> None:
    after = industry.smelt(lit(furnaces=0), given_in(LEVEL, **SENT)).state
    # 4 x 200 of 1 800 days go into building: 444 per mille; the 500 left make 5 000 kg each.
    assert row(after.furnaces) == 4
    assert row(after.iron_good_kg) == [2_500, 2_500]
    few = industry.smelt(lit(furnaces=0, labour_days=2_500), given_in(LEVEL, **SENT)).state
    assert row(few.furnaces) == 2  # 500 days build two
    none = industry.smelt(lit(furnaces=0, labour_days=0), given_in(LEVEL, **SENT)).state
    assert row(none.furnaces) == 0


def test_fewer_wanted_are_torn_down_and_none_make_nothing() -> None:
    after = industry.smelt(lit(furnaces=9), given_in(LEVEL, **(SENT | {"furnaces": 2}))).state
    assert row(after.furnaces) == 2
    after = industry.smelt(lit(furnaces=9), given_in(LEVEL, **(SENT | {"furnaces": 0}))).state
    assert row(after.furnaces) == 0
    assert after.iron_good_kg.sum() + after.iron_poor_kg.sum() == 0


def test_no_hands_no_iron() -> None:
    after = industry.smelt(lit(), given_in(LEVEL, labour_pm=[1000, 0, 0, 0], furnaces=4)).state
    assert after.iron_good_kg.sum() + after.iron_poor_kg.sum() == 0
    assert row(after.forest_pm) == [1000, 1000]


def test_no_forest_no_charcoal_but_coal_is_dearer() -> None:
    bare = lit(forest_pm=0, furnaces=40)
    wood = industry.smelt(bare, given_in(LEVEL, **(SENT | {"furnaces": 40}))).state
    assert wood.iron_good_kg.sum() + wood.iron_poor_kg.sum() == 0
    coal = given_in(LEVEL, **(SENT | {"furnaces": 40, "wood_pm": 0}))
    after = industry.smelt(bare, coal).state
    # 900 days at 125 a tonne.
    assert row(after.iron_good_kg + after.iron_poor_kg) == [7_200, 7_200]
    assert row(after.forest_pm) == [0, 0]
    treeless = replace(LEVEL, forest_ares=ints([0, 0]))
    again = industry.smelt(bare, replace(coal, level=treeless)).state
    assert row(again.iron_good_kg + again.iron_poor_kg) == [7_200, 7_200]


def test_the_whole_communes_forest_is_felled_where_it_stands() -> None:
    level = replace(LEVEL, forest_ares=ints([1_000, 3_000]))
    after = industry.smelt(lit(furnaces=40), given_in(level, **(SENT | {"furnaces": 40}))).state
    # 18 t x 10 ares of 4 000: 45 per mille of either wood.
    assert row(after.forest_pm) == [955, 955]


def test_a_last_stand_of_trees_makes_as_much_as_it_burns() -> None:
    last = lit(furnaces=40, forest_pm=45)
    after = industry.smelt(last, given_in(LEVEL, **(SENT | {"furnaces": 40}))).state
    # 90 ares for iron that wants 180: half of it.
    assert row(after.iron_good_kg + after.iron_poor_kg) == [4_500, 4_500]
    assert row(after.forest_pm) == [0, 0]


def test_pots_and_tools_go_into_scrap_iron() -> None:
    given = given_in(LEVEL, **(SENT | {"furnaces": 40, "scrap_pm": 1000}))
    after = industry.smelt(lit(furnaces=40), given).state
    # 9 t of it, 300 of 1000 good; 5 per mille of a thousand people's tools for each tonne.
    assert row(after.iron_good_kg) == [2_700, 2_700]
    assert row(after.tools_pm) == [955, 955]
    off = industry.smelt(lit(furnaces=40), replace(given, params=without("tools"))).state
    assert row(off.tools_pm) == [1000, 1000]


def test_tools_are_melted_to_the_last_and_not_past_it() -> None:
    given = given_in(LEVEL, **(SENT | {"furnaces": 40, "scrap_pm": 1000}))
    after = industry.smelt(lit(furnaces=40, tools_pm=20), given).state
    assert row(after.tools_pm) == [0, 0]
    nobody = industry.smelt(lit(furnaces=40, people=0), given).state
    assert row(nobody.tools_pm) == [0, 0]


def test_a_furnaces_luck_leaves_iron_between_none_and_all() -> None:
    wild = coefficients({"industry": {"noise_pm": 1000, "good_ore_pm": 900}})
    for seed in range(20):
        after = industry.smelt(lit(), given_in(LEVEL, params=wild, seed=seed, **SENT)).state
        assert (after.iron_good_kg >= 0).all()
        assert (after.iron_poor_kg >= 0).all()
        assert row(after.iron_good_kg + after.iron_poor_kg) == [7_992, 7_992]


def test_the_furnaces_channel() -> None:
    after = industry.smelt(lit(), given_in(LEVEL, params=without("furnaces"), **SENT)).state
    assert after.iron_good_kg.sum() + after.iron_poor_kg.sum() == 0
    assert row(after.forest_pm) == [1000, 1000]


def test_halls_burn_wood() -> None:
    params = coefficients({"industry": {"hall_wood_ares": 10}})
    quiet = {"labour_pm": [1000, 0, 0, 0]}
    burnt = industry.smelt(lit(), given_in(LEVEL, params=params, hall=COMPULSORY, **quiet)).state
    # 10 ares for each thousand people, of 1 000.
    assert row(burnt.forest_pm) == [990, 990]
    closed = industry.smelt(lit(), given_in(LEVEL, params=params, **quiet)).state
    assert row(closed.forest_pm) == [1000, 1000]
    off = coefficients({"channels": {"halls": 0}}, params)
    without_halls = given_in(LEVEL, params=off, hall=COMPULSORY, **quiet)
    assert row(industry.smelt(lit(), without_halls).state.forest_pm) == [1000, 1000]


@pytest.mark.parametrize(
    ("pooled", "tools", "iron", "after", "left"),
    [
        # Wear of 4 under the commune; 50 kg of good iron mend one, 20 of them at most.
        (3, 900, 500, 906, 0),
        (3, 900, 5_000, 916, 4_000),
        (3, 900, 0, 896, 0),
        (3, 2, 0, 0, 0),
        (2, 900, 0, 900, 0),
        (2, 990, 5_000, 1000, 4_500),
        (2, 900, 49, 900, 49),
    ],
)
def test_pooled_tools_wear_and_good_iron_mends_them(
    pooled: int, tools: int, iron: int, after: int, left: int
) -> None:
    level = hamlets(stage=pooled)
    state = state_of(level, tools_pm=tools, iron_good_kg=iron)
    mended = industry.mend(state, given_in(level)).state
    assert row(mended.tools_pm) == [after, after]
    assert row(mended.iron_good_kg) == [left, left]
    assert industry.mend(state, given_in(level, params=without("tools"))).state is state


def test_a_workshop_without_people() -> None:
    state = state_of(LEVEL, people=0, tools_pm=500, iron_good_kg=5)
    mended = industry.mend(state, given_in(LEVEL)).state
    assert np.all(mended.iron_good_kg >= 0)
