"""What hunger does, by the shipped coefficients: its direction always, its end by the record."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.arrays import Ints, frozen
from game.sim.given import Given
from game.sim.ledger import Account
from game.sim.orders import SIDELINE
from game.sim.rules import canteen, people
from game.sim.state import State, replace
from tests.sim.cases import given_in, hamlets, state_of
from tests.villages import standard

LEVEL = hamlets(turns=12)
MANY = [37_000_000, 50_000_000, 13_000_000]
"""So many that chance doesn't show; a village's shares of children, working age and old."""


def given_at(month: int, sideline: int = 0, **ordering: Any) -> Given:
    hands = [0, 0, 0, 0]
    hands[SIDELINE] = sideline
    return given_in(LEVEL, month, params=standard(), labour_pm=hands, **ordering)


def alive(state: State) -> Ints:
    return np.asarray(state.people[0, 0].sum())


def dead_pm(fed_pm: int, reserve_pm: int, months: int) -> float:
    """Deaths in a thousand after months at the same food, from a body in the same state."""
    state = state_of(LEVEL, people=MANY, reserve_pm=reserve_pm, fed_pm=fed_pm)
    begun = alive(state)
    for month in range(months):
        for rule in (people.weaken, people.die):
            state = rule(state, given_at(month)).state
    return float((begun - alive(state)) * 1000 / begun)


levels = st.integers(0, 1100)


@settings(max_examples=60, deadline=None)
@given(levels, st.integers(1, 200), st.integers(0, 1000), st.integers(1, 9))
def test_less_food_never_takes_fewer_lives(
    little_pm: int, more_pm: int, reserve_pm: int, months: int
) -> None:
    hungrier = dead_pm(little_pm, reserve_pm, months)
    # Exact but for whole persons: less than one an age group and month, of a hundred million.
    assert dead_pm(little_pm + more_pm, reserve_pm, months) <= hungrier + 0.001


@settings(max_examples=30, deadline=None)
@given(levels, st.integers(1, 900), st.integers(0, 900))
def test_a_weaker_body_never_loses_fewer_lives_in_the_next_month(
    fed_pm: int, more_pm: int, reserve_pm: int
) -> None:
    weaker = dead_pm(fed_pm, reserve_pm, 1)
    assert dead_pm(fed_pm, min(1000, reserve_pm + more_pm), 1) <= weaker + 0.001


def test_of_two_bodies_at_the_same_food_the_weaker_is_never_the_stronger_a_month_later() -> None:
    # Every food, a run each, by every reserve: rounding that turns it round would be rare.
    food = range(1300)
    fixed = given_in(LEVEL, 0, params=standard(), runs=tuple(food))
    fed_pm = np.array(food)[:, None, None]
    before = None
    for reserve_pm in range(1001):
        state = state_of(LEVEL, people=MANY, reserve_pm=reserve_pm, fed_pm=fed_pm, runs=len(food))
        after = people.weaken(state, fixed).state
        if before is not None:
            assert (after.reserve_pm >= before.reserve_pm).all(), reserve_pm
            assert (after.people >= before.people).all(), reserve_pm
        before = after


@pytest.mark.parametrize("reserve_pm", [0, 1000])
@pytest.mark.parametrize("sideline", [0, 100])
def test_a_smaller_ration_sends_no_fewer_to_gather_and_leaves_no_more_to_eat(
    sideline: int, reserve_pm: int
) -> None:
    grain = {Account.GRANARY: 10**6, Account.FEED: 0}  # feed would make up for what is missing
    for month in range(12):
        state = state_of(LEVEL, month, grain=grain, reserve_pm=reserve_pm)
        before = None
        for ration_g in range(0, 400, 10):
            outcome = canteen.serve(state, given_at(month, sideline, ration_g=ration_g))
            gathered = sum(int(m.kg.sum()) for m in outcome.moves if m.source is Account.SOIL)
            fed = int(outcome.state.fed_pm.min())
            assert before is None or (gathered <= before[0] and fed >= before[1])
            before = gathered, fed


@pytest.mark.parametrize(
    ("kcal", "low", "high"),
    # From a body that a hungry autumn has taken to six tenths, half a year: Fengyang lost about 150
    # of a thousand in a winter, Xinyang 120, the worst communes and teams up to 300. Enough for
    # little: some tens. Nothing at all: more than half.
    [
        (0, 500, 1000), (100, 250, 500), (200, 150, 350), (400, 80, 200), (800, 20, 80),
        (1500, 5, 40),
    ],
)  # fmt: skip
def test_the_end_of_the_curve_is_that_of_the_worst_places(kcal: int, low: int, high: int) -> None:
    p = standard().canteen
    shares = [count * 1000 // sum(MANY) for count in MANY]
    need_g = p.need_g_day * (shares[0] * p.child_pm + shares[1] * 1000 + shares[2] * p.old_pm)
    fed_pm = kcal * 1000 * 1_000_000 // (2700 * need_g // 1000)
    assert low <= dead_pm(fed_pm, 600, 6) <= high


def test_survivors_of_a_famine_are_not_hardy_against_no_food_at_all() -> None:
    state = state_of(LEVEL, people=MANY, reserve_pm=0, fed_pm=50, hardier_pm=800)
    weaker = people.weaken(state, given_at(0)).state
    assert alive(state) - alive(weaker) > alive(state) // 20
    assert frozen(weaker.reserve_pm).max() == 0
    fed = replace(state, fed_pm=frozen(np.full_like(state.fed_pm, 1000)))
    assert alive(people.weaken(fed, given_at(0)).state) == alive(fed)
