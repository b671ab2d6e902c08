"""Twin of game/sim/rules/canteen.py."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.arrays import ints
from game.sim.given import Given, Outcome
from game.sim.ledger import Account
from game.sim.orders import (
    ALLOWED,
    BY_POINTS,
    CLOSED,
    COMPULSORY,
    EQUAL,
    NONE,
    TOLERATED,
    VOLUNTARY,
    WEAK_FIRST,
)
from game.sim.rules import canteen
from game.sim.state import State, Tally
from game.sim.whole import table
from tests.sim.cases import DEC, coefficients, given_in, hamlets, moved, row, state_of, without

LEVEL = hamlets()
NEED = 14_760
"""400 x 0.6 + 500 + 100 x 0.8 = 820 eaters x 600 g x 30 days."""
BARE = {"plots": NONE, "labour_pm": [1000, 0, 0, 0]}
"""Orders under which nothing but the common store is eaten."""


def served(state: State, given: Given) -> Outcome:
    """The month's food, with the plots dug as they are allowed."""
    return canteen.serve(canteen.dig_plots(state, given).state, given)


def test_heads_are_thousandths_of_a_working_person() -> None:
    people = np.array([[[400, 500, 100], [0, 0, 0]]])
    assert row(canteen.heads(people, 600, 800)) == [[240_000, 500_000, 80_000], [0, 0, 0]]


def test_a_full_ration_is_the_need() -> None:
    outcome = served(state_of(LEVEL), given_in(LEVEL, ration_g=600, **BARE))
    assert moved(outcome, Account.GRANARY, Account.CANTEEN) == [[NEED, NEED]]
    assert moved(outcome, Account.CANTEEN, Account.EATEN) == [[NEED, NEED]]
    assert row(outcome.state.fed_pm) == [[1000] * 3] * 2
    tally = row(outcome.state.tally)
    assert tally[Tally.NEED_KG] == tally[Tally.EATEN_KG] == [NEED, NEED]
    assert tally[Tally.PRIVATE_KG] == [0, 0]


@pytest.mark.parametrize(("ration", "fed"), [(0, 0), (300, 500), (900, 1500)])
def test_a_ration_is_what_a_working_person_gets(ration: int, fed: int) -> None:
    outcome = served(state_of(LEVEL), given_in(LEVEL, ration_g=ration, **BARE))
    assert row(outcome.state.fed_pm) == [[fed] * 3] * 2


@pytest.mark.parametrize(
    ("granary", "hidden", "common", "from_hidden"),
    [
        (5_000, 50_000, 5_000, 9_760),  # what the store lacks comes out of the pits
        (5_000, 1_000, 5_000, 1_000),
        (NEED, 50_000, NEED, 0),  # and nothing while it lasts
        (0, 0, 0, 0),
    ],
)
def test_hidden_grain_is_eaten_when_the_store_is_empty(
    granary: int, hidden: int, common: int, from_hidden: int
) -> None:
    state = state_of(LEVEL, grain={Account.GRANARY: granary, Account.HIDDEN: hidden})
    outcome = served(state, given_in(LEVEL, ration_g=600, **BARE))
    assert moved(outcome, Account.GRANARY, Account.CANTEEN)[0][0] == common
    assert moved(outcome, Account.HIDDEN, Account.CANTEEN)[0][0] == from_hidden
    assert moved(outcome, Account.CANTEEN, Account.EATEN)[0][0] == common + from_hidden


def test_compulsory_halls_waste() -> None:
    outcome = served(state_of(LEVEL), given_in(LEVEL, ration_g=600, hall=COMPULSORY, **BARE))
    # A tenth more is cooked, and a tenth of that is wasted.
    assert moved(outcome, Account.GRANARY, Account.CANTEEN)[0][0] == 16_236
    assert moved(outcome, Account.CANTEEN, Account.LOST_STORE)[0][0] == 1_623
    assert moved(outcome, Account.CANTEEN, Account.EATEN)[0][0] == 14_613


@pytest.mark.parametrize("hall", [CLOSED, VOLUNTARY])
def test_other_tables_do_not(hall: int) -> None:
    outcome = served(state_of(LEVEL), given_in(LEVEL, ration_g=600, hall=hall, **BARE))
    assert moved(outcome, Account.CANTEEN, Account.LOST_STORE) == [[0, 0]]


@pytest.mark.parametrize(("hall", "eaten"), [(CLOSED, NEED // 2), (VOLUNTARY, NEED * 3 // 2)])
def test_free_meals_are_eaten_in_halls_only(hall: int, eaten: int) -> None:
    given = given_in(LEVEL, ration_g=300, hall=hall, free_meals=1, **BARE)
    outcome = served(state_of(LEVEL), given)
    assert moved(outcome, Account.CANTEEN, Account.EATEN)[0][0] == eaten


def test_the_halls_channel() -> None:
    given = given_in(
        LEVEL, ration_g=600, hall=COMPULSORY, free_meals=1, params=without("halls"), **BARE
    )
    outcome = served(state_of(LEVEL), given)
    assert moved(outcome, Account.GRANARY, Account.CANTEEN)[0][0] == NEED
    assert moved(outcome, Account.CANTEEN, Account.LOST_STORE)[0][0] == 0


@pytest.mark.parametrize(
    ("plots", "sideline", "reserve", "kg"),
    [
        # 1 000 people x 30 days x grams: 40 of a plot, half where it is frowned on; 50 gathered
        # with a tenth of the hands, at most 120; the starved gather half.
        (NONE, 0, 1000, 0),
        (TOLERATED, 0, 1000, 600),
        (ALLOWED, 0, 1000, 1_200),
        (NONE, 100, 1000, 1_500),
        (NONE, 200, 1000, 3_000),
        (NONE, 900, 1000, 3_600),
        (NONE, 100, 0, 750),
        (ALLOWED, 100, 1000, 2_700),
    ],
)
def test_food_that_no_ledger_shows(plots: int, sideline: int, reserve: int, kg: int) -> None:
    state = state_of(LEVEL, reserve_pm=reserve)
    given = given_in(LEVEL, plots=plots, labour_pm=[0, 0, 0, sideline])
    dug = canteen.dig_plots(state, given).state
    assert row(canteen.private_kg(dug, given, ints([[1000, 1000]]))) == [kg, kg]


@pytest.mark.parametrize(
    ("sideline", "kitchen", "reserve", "kg"),
    [
        # 1 000 people x 30 days x grams. With nothing in the kitchen 250 of a thousand hands look
        # for food: 125 g, of which the land gives 120; the starved gather half of it.
        (0, 0, 1000, 3_600),
        (0, 0, 0, 1_800),
        # With half of 300, 125 hands: 62 g. From 300 on, as ordered; and never fewer than ordered.
        (0, 150, 1000, 1_860),
        (0, 300, 1000, 0),
        (100, 290, 1000, 1_500),
        (200, 150, 1000, 3_000),
    ],
)
def test_who_has_nothing_gathers_whatever_the_orders(
    sideline: int, kitchen: int, reserve: int, kg: int
) -> None:
    params = coefficients({"canteen": {"gather_want": table([[0, 250], [300, 0]])}})
    given = given_in(LEVEL, params=params, plots=NONE, labour_pm=[0, 0, 0, sideline])
    state = state_of(LEVEL, reserve_pm=reserve, plots_pm=0)
    assert row(canteen.private_kg(state, given, ints([[kitchen, kitchen]]))) == [kg, kg]


def test_the_month_in_which_the_kitchen_gives_nothing_is_the_month_in_which_all_go_out() -> None:
    params = coefficients({"canteen": {"gather_want": table([[0, 250], [300, 0]])}})
    given = given_in(LEVEL, params=params, ration_g=0, plots=NONE, labour_pm=[0, 0, 0, 0])
    outcome = served(state_of(LEVEL, plots_pm=0), given)
    assert moved(outcome, Account.SOIL, Account.PRIVATE) == [[3_600, 3_600]]


def test_the_plots_channel_closes_the_plots() -> None:
    given = given_in(LEVEL, plots=ALLOWED, labour_pm=[0, 0, 0, 0], params=without("plots"))
    assert canteen.private_kg(state_of(LEVEL), given, ints([[1000, 1000]])).sum() == 0


def test_private_food_is_eaten_beside_the_common() -> None:
    given = given_in(LEVEL, ration_g=0, plots=ALLOWED, labour_pm=[0, 0, 0, 100])
    outcome = served(state_of(LEVEL), given)
    assert moved(outcome, Account.PRIVATE, Account.EATEN) == [[2_700, 2_700]]
    assert row(outcome.state.fed_pm)[0] == [2_700 * 1000 // NEED] * 3
    assert row(outcome.state.tally)[Tally.PRIVATE_KG] == [2_700, 2_700]


def test_who_eats_first() -> None:
    fed = {}
    for first in (EQUAL, BY_POINTS, WEAK_FIRST):
        given = given_in(LEVEL, ration_g=300, first=first, **BARE)
        fed[first] = row(served(state_of(LEVEL), given).state.fed_pm)[0]
    assert fed[EQUAL] == [500, 500, 500]
    assert fed[BY_POINTS][0] < 500 < fed[BY_POINTS][1]
    assert fed[WEAK_FIRST][1] < 500 < fed[WEAK_FIRST][0]
    assert fed[WEAK_FIRST][0] == fed[WEAK_FIRST][2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 2_000), min_size=3, max_size=3),
    st.integers(0, 40_000),
    st.sampled_from([EQUAL, BY_POINTS, WEAK_FIRST]),
)
def test_nobody_eats_what_was_not_served(people: list[int], granary: int, first: int) -> None:
    state = state_of(LEVEL, people=people, grain={Account.GRANARY: granary})
    given = given_in(LEVEL, ration_g=600, first=first, **BARE)
    outcome = served(state, given)
    eaten = moved(outcome, Account.CANTEEN, Account.EATEN)[0][0]
    heads = np.array(people) * np.array([600, 1000, 800])
    eaten_g = int((heads * np.array(row(outcome.state.fed_pm)[0])).sum()) * 600 * 30 // 10**6
    assert eaten_g <= eaten * 1000
    # Rounded down in per mille: at most one per mille of the need is lost on the way.
    lost_g = int(heads.sum()) * 600 * 30 // 10**6 + 30 * (1 + int(heads.sum()) // 1000) + 1
    if heads.sum() and eaten:
        assert eaten_g + lost_g >= eaten * 1000


def test_a_feast_is_capped_and_an_empty_village_eats_nothing() -> None:
    one = state_of(LEVEL, people=[[1, 0, 0], [0, 0, 0]])
    rich = coefficients({"canteen": {"need_g_day": 10}})
    outcome = served(one, given_in(LEVEL, ration_g=900, params=rich, **BARE))
    assert row(outcome.state.fed_pm)[0] == [canteen.MOST_FED_PM] * 3
    assert row(outcome.state.fed_pm)[1] == [0, 0, 0]
    assert moved(outcome, Account.GRANARY, Account.CANTEEN)[0][1] == 0


def test_a_district_apart_stretches_its_store_to_the_next_harvest() -> None:
    level = replace(LEVEL, apart=True)
    state = state_of(level, DEC, grain={Account.GRANARY: [60_000, 600_000]})
    given = given_in(level, DEC, ration_g=600, **BARE)
    # From January to June are six months; the full ration is the most.
    assert moved(served(state, given), Account.GRANARY, Account.CANTEEN) == [[10_000, NEED]]
    together = given_in(LEVEL, DEC, ration_g=600, **BARE)
    common = moved(served(state, together), Account.GRANARY, Account.CANTEEN)
    assert common == [[NEED, NEED]]


def test_where_the_campaign_is_felt_less_fewer_eat_in_the_halls() -> None:
    level = replace(LEVEL, radical_pm=ints([500, 2000]))
    given = given_in(level, hall=COMPULSORY, free_meals=1, **BARE)
    outcome = served(state_of(level), given)
    # A quarter more than the need and a twentieth wasted; and no more than in full halls.
    eats = [NEED * 5 // 4, NEED * 3 // 2]
    drawn = [eats[0] * 105 // 100, eats[1] * 11 // 10]
    assert moved(outcome, Account.GRANARY, Account.CANTEEN) == [drawn]
    wasted = [drawn[0] * 5 // 100, drawn[1] // 10]
    assert moved(outcome, Account.CANTEEN, Account.LOST_STORE) == [wasted]


@pytest.mark.parametrize(
    ("plots", "before", "after"),
    [
        (NONE, 1000, 0),  # taken away in a day
        (TOLERATED, 1000, 500),
        (ALLOWED, 0, 150),  # given back, and dug bit by bit
        (TOLERATED, 400, 500),
        (ALLOWED, 950, 1000),
    ],
)
def test_plots_go_at_once_and_come_back_slowly(plots: int, before: int, after: int) -> None:
    params = coefficients({"canteen": {"plots_dug_pm": 150}})
    state = state_of(LEVEL, plots_pm=before)
    dug = canteen.dig_plots(state, given_in(LEVEL, plots=plots, params=params)).state
    assert row(dug.plots_pm) == [after, after]


@pytest.mark.parametrize(("granary", "feed"), [(0, 5_000), (5_380, 2_000), (7_380, 0)])
def test_in_the_worst_hunger_the_animals_feed_is_eaten(granary: int, feed: int) -> None:
    """Below half of the need, which is 7 380, people eat of the 5 000 kept for the animals."""
    params = coefficients({"canteen": {"feed_below_pm": 500}})
    state = state_of(LEVEL, grain={Account.GRANARY: granary})
    outcome = served(state, given_in(LEVEL, ration_g=600, params=params, **BARE))
    assert moved(outcome, Account.FEED, Account.CANTEEN) == [[feed, feed]]
    assert moved(outcome, Account.CANTEEN, Account.EATEN) == [[granary + feed] * 2]
