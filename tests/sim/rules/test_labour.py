"""Twin of game/sim/rules/labour.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.orders import ALLOWED, CLOSED, COMPULSORY, NONE, VOLUNTARY
from game.sim.rules import labour
from game.sim.state import Tally
from tests.sim.cases import JUN, OCT, coefficients, given_in, hamlets, row, state_of, without

LEVEL = hamlets(stage=3)


def test_able_hands() -> None:
    people = np.array([[[400, 500, 100], [0, 0, 0]]])
    assert row(labour.hands(people, 800, 50, 300)) == [450, 0]


@pytest.mark.parametrize(
    ("fields", "spent", "short"),
    [
        # June: 50 ha of wheat x 50 days to reap; late maize, 40 ha x 40; tending 0 until sown.
        (1000, [2_500, 1_600, 0], 0),
        (410, [2_500, 1_600, 0], 0),
        (300, [2_500, 500, 0], 1_100),
        (100, [1_000, 0, 0], 3_100),
        (0, [0, 0, 0], 4_100),
    ],
)
def test_hands_reap_first_then_sow(fields: int, spent: list[int], short: int) -> None:
    state = state_of(LEVEL, JUN, sown_ares=0, ripe_ares=[5_000, 0], labour_days=10_000)
    after = labour.send(state, given_in(LEVEL, JUN, labour_pm=[fields, 0, 0, 0])).state
    assert row(after.field_days) == [spent] * 2
    assert row(after.tally)[Tally.FIELD_DAYS] == [sum(spent)] * 2
    assert row(after.tally)[Tally.FIELD_DAYS_SHORT] == [short] * 2


def test_tending_comes_last() -> None:
    state = state_of(LEVEL, JUN, sown_ares=[0, 4_000], ripe_ares=[5_000, 0], labour_days=3_000)
    after = labour.send(state, given_in(LEVEL, JUN, labour_pm=[1000, 0, 0, 0])).state
    # Maize wants 40 ha x 80 x 0.4 = 1 280 days; 500 are left for it.
    assert row(after.field_days) == [[2_500, 0, 500]] * 2


def test_the_labour_channel_gives_all_sent_hands_to_the_fields() -> None:
    state = state_of(LEVEL, JUN, sown_ares=0, ripe_ares=[5_000, 0], labour_days=10_000)
    orders = {"labour_pm": [100, 200, 0, 0]}
    on = labour.send(state, given_in(LEVEL, JUN, **orders)).state
    off = labour.send(state, given_in(LEVEL, JUN, params=without("labour"), **orders)).state
    assert row(on.field_days)[0] == [1_000, 0, 0]
    assert row(off.field_days)[0] == [2_500, 500, 0]


@pytest.mark.parametrize(
    ("hall", "plots", "days"),
    [
        # 450 hands x 20 days; 40 per mille on plots, 50 or 25 in halls.
        (CLOSED, NONE, 9_000),
        (CLOSED, ALLOWED, 8_640),
        (VOLUNTARY, NONE, 8_775),
        (COMPULSORY, NONE, 8_550),
        (COMPULSORY, ALLOWED, 8_190),
    ],
)
def test_muster_counts_what_the_hands_can_do(hall: int, plots: int, days: int) -> None:
    given = given_in(LEVEL, hall=hall, plots=plots)
    assert row(labour.muster(state_of(LEVEL), given).state.labour_days) == [days, days]


@pytest.mark.parametrize(("reserve", "days"), [(1000, 9_000), (500, 5_400), (0, 1_800)])
def test_hunger_lowers_what_hands_can_do(reserve: int, days: int) -> None:
    state = state_of(LEVEL, reserve_pm=reserve)
    assert row(labour.muster(state, given_in(LEVEL, plots=NONE)).state.labour_days)[0] == days
    off = given_in(LEVEL, plots=NONE, params=without("hunger"))
    assert row(labour.muster(state, off).state.labour_days)[0] == 9_000


def test_each_age_works_by_its_own_strength() -> None:
    state = state_of(LEVEL, reserve_pm=[0, 1000, 0])
    # 500 x 0.8 at full strength, 20 children's and 30 old people's hands at a fifth: 410.
    assert row(labour.muster(state, given_in(LEVEL, plots=NONE)).state.labour_days)[0] == 8_200


def test_nobody_left() -> None:
    after = labour.muster(state_of(LEVEL, people=0), given_in(LEVEL)).state
    assert row(after.labour_days) == [0, 0]
    sent = labour.send(after, given_in(LEVEL, JUN)).state
    assert sent.field_days.sum() == 0


@pytest.mark.parametrize(
    ("pooled", "hall", "plots", "before", "after"),
    [
        # It moves a tenth of the way: to 700, or 600 with compulsory halls; plots win 60.
        (3, CLOSED, NONE, 1000, 970),
        (3, CLOSED, ALLOWED, 1000, 976),
        (3, COMPULSORY, NONE, 1000, 960),
        (3, CLOSED, NONE, 500, 520),
        (0, CLOSED, ALLOWED, 1000, 1000),
        (0, CLOSED, NONE, 900, 910),
    ],
)
def test_effort_moves_slowly_towards_what_it_settles_at(
    pooled: int, hall: int, plots: int, before: int, after: int
) -> None:
    level = hamlets(stage=pooled)
    state = state_of(level, effort_pm=before)
    orders = {"hall": hall, "plots": plots}
    assert row(labour.muster(state, given_in(level, **orders)).state.effort_pm)[0] == after
    off = given_in(level, params=without("effort"), **orders)
    assert row(labour.muster(state, off).state.effort_pm)[0] == before


def test_the_halls_channel_frees_their_hands_and_effort() -> None:
    given = given_in(LEVEL, hall=COMPULSORY, plots=NONE, params=without("halls"))
    after = labour.muster(state_of(LEVEL), given).state
    assert row(after.labour_days)[0] == 9_000
    assert row(after.effort_pm)[0] == 970


def test_effort_has_a_floor() -> None:
    params = coefficients({"labour": {"effort_back_pm": 1000}, "canteen": {"hall_effort_pm": 100}})
    given = given_in(LEVEL, hall=COMPULSORY, plots=NONE, params=params)
    assert row(labour.muster(state_of(LEVEL, effort_pm=150), given).state.effort_pm)[0] == 100


def test_nothing_to_do_is_no_shortage() -> None:
    state = state_of(LEVEL, OCT, sown_ares=[5_000, 0], labour_days=0)
    after = labour.send(state, given_in(LEVEL, OCT)).state
    assert row(after.tally)[Tally.FIELD_DAYS_SHORT] == [0, 0]


def test_halls_strain_less_where_the_campaign_is_felt_less() -> None:
    level = replace(LEVEL, radical_pm=ints([500, 3000]))
    given = given_in(level, hall=COMPULSORY, plots=NONE)
    # It settles at 650 and at 600: a tenth of the way from 1000.
    assert row(labour.muster(state_of(level), given).state.effort_pm) == [965, 960]
