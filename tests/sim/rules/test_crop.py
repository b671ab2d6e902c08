"""Twin of game/sim/rules/crop.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.rules import crop
from game.sim.state import Tally
from game.sim.whole import table
from tests.sim.cases import (
    APR,
    AUG,
    CROPS,
    JUL,
    JUN,
    MAR,
    MAY,
    OCT,
    SEP,
    coefficients,
    given_in,
    hamlets,
    moved,
    row,
    state_of,
    without,
)

LEVEL = hamlets()
NEXT_JUNE = 15


def test_a_crop_ripens_by_its_months() -> None:
    wheat, maize = CROPS
    assert crop.ripening(wheat, 6) == (1000, 1000)
    assert crop.ripening(maize, 9) == (500, 1000)
    assert crop.ripening(maize, 10) == (500, 500)
    assert crop.ripening(maize, 11)[0] == 0


def test_yield_times_area_is_what_ripens_on_good_land() -> None:
    state = state_of(LEVEL, JUN, sown_ares=[5_000, 4_000])
    outcome = crop.ripen(state, given_in(LEVEL, JUN))
    # 50 ha x 1000 kg; maize waits for September.
    assert moved(outcome, Account.SOIL, Account.FIELD) == [[50_000, 50_000]]
    assert row(outcome.state.standing_kg) == [[50_000, 0]] * 2
    assert row(outcome.state.sown_ares) == [[0, 4_000]] * 2
    assert row(outcome.state.ripe_ares) == [[5_000, 0]] * 2


def test_half_of_a_crop_ripens_in_each_of_two_months() -> None:
    state = state_of(LEVEL, SEP, sown_ares=[0, 4_000])
    september = crop.ripen(state, given_in(LEVEL, SEP)).state
    assert row(september.sown_ares)[0] == [0, 2_000]
    october = crop.ripen(september, given_in(LEVEL, OCT)).state
    assert row(october.sown_ares)[0] == [0, 0]
    assert row(october.standing_kg)[0] == [0, 80_000]


def test_nothing_ripens_out_of_season() -> None:
    state = state_of(LEVEL, AUG, sown_ares=[5_000, 4_000])
    outcome = crop.ripen(state, given_in(LEVEL, AUG))
    assert not outcome.moves
    assert row(outcome.state.sown_ares) == [[5_000, 4_000]] * 2


def test_the_factors_of_a_yield_multiply() -> None:
    state = state_of(
        LEVEL,
        JUN,
        sown_ares=[5_000, 0],
        soil_pm=900,
        vigour_pm=[800, 123],
        effort_pm=500,
        works_state=1,
    )
    outcome = crop.ripen(state, given_in(LEVEL, JUN, keep_why=True))
    # 50 000 x 0.9 = 45 000, x 0.8 = 36 000, x 0.75 (effort 500) = 27 000, x 1.1 (half watered).
    assert moved(outcome, Account.SOIL, Account.FIELD) == [[29_700, 29_700]]
    (why,) = outcome.why
    amounts = {f.name: int(f.amount[0, 0]) for f in why.factors}
    expected = {
        "area_and_yield": 50_000, "soil": 45_000, "sowing_and_tending": 36_000,
        "effort": 27_000, "water": 29_700, "weather": 29_700, "luck": 29_700,
    }  # fmt: skip
    assert {name: amounts[name] for name in expected} == expected


def test_a_smaller_herd_manures_less() -> None:
    params = coefficients({"crop": {"manure_yield": table([[0, 800], [1000, 1000]])}})
    state = state_of(LEVEL, JUN, sown_ares=[5_000, 0], animals=[25, 80])
    on = crop.ripen(state, given_in(LEVEL, JUN, params=params))
    assert moved(on, Account.SOIL, Account.FIELD) == [[45_000, 50_000]]
    still = coefficients({"channels": {"tools": 0}}, params)
    off = crop.ripen(state, given_in(LEVEL, JUN, params=still))
    assert moved(off, Account.SOIL, Account.FIELD) == [[50_000, 50_000]]


@pytest.mark.parametrize(("works_state", "kg"), [(0, 50_000), (1, 55_000), (2, 50_000)])
def test_only_works_that_hold_give_water(works_state: int, kg: int) -> None:
    state = state_of(LEVEL, JUN, sown_ares=[5_000, 0], works_state=works_state)
    outcome = crop.ripen(state, given_in(LEVEL, JUN))
    assert moved(outcome, Account.SOIL, Account.FIELD) == [[kg, kg]]


def test_the_effort_channel_takes_effort_out_of_the_yield() -> None:
    state = state_of(LEVEL, JUN, sown_ares=[5_000, 0], effort_pm=200)
    off = crop.ripen(state, given_in(LEVEL, JUN, params=without("effort")))
    on = crop.ripen(state, given_in(LEVEL, JUN))
    assert moved(off, Account.SOIL, Account.FIELD) == [[50_000, 50_000]]
    assert moved(on, Account.SOIL, Account.FIELD) == [[30_000, 30_000]]


def test_weather_is_of_the_calendar_year_and_has_its_channel() -> None:
    level = replace(LEVEL, weather_pm=ints([800, 600, 1000]))
    state = state_of(level, JUN, sown_ares=[5_000, 0])
    this = crop.ripen(state, given_in(level, JUN))
    after = crop.ripen(state, given_in(level, NEXT_JUNE))
    off = crop.ripen(state, given_in(level, JUN, params=without("weather")))
    assert moved(this, Account.SOIL, Account.FIELD) == [[40_000, 40_000]]
    assert moved(after, Account.SOIL, Account.FIELD) == [[30_000, 30_000]]
    assert moved(off, Account.SOIL, Account.FIELD) == [[50_000, 50_000]]


def test_luck_is_shared_by_the_commune_and_a_brigades_own() -> None:
    level = hamlets(units=3)
    shared = coefficients({"crop": {"commune_noise_pm": 100}})
    own = coefficients({"crop": {"noise_pm": 100}})
    common, level_luck = crop.weather_pm(given_in(level, JUN, params=shared), "wheat")
    assert common.shape == (1, 1)
    assert 900 <= int(common[0, 0]) <= 1100
    assert row(level_luck) == [1000] * 3
    seen = set()
    for seed in range(30):
        _, luck = crop.weather_pm(given_in(level, JUN, params=own, seed=seed), "wheat")
        assert ((luck >= 900) & (luck <= 1100)).all()
        seen |= set(row(luck))
    assert len(seen) > 40


@pytest.mark.parametrize(
    ("days", "seed_kg", "sown", "used"),
    [
        # September asks for 400 of 1000 of 50 ha = 2 000 ares, 100 kg and 50 days a hectare.
        (1_000, 8_000, 2_000, 2_000),
        (5_000, 8_000, 2_000, 2_000),
        (500, 8_000, 1_000, 1_000),
        (0, 8_000, 0, 0),
        (1_000, 500, 500, 500),
        (1_000, 0, 0, 0),
    ],
)
def test_sowing_goes_as_far_as_hands_and_seed(
    days: int, seed_kg: int, sown: int, used: int
) -> None:
    state = state_of(
        LEVEL, SEP, sown_ares=0, field_days=[0, days, 0], grain={Account.SEED: seed_kg}
    )
    outcome = crop.sow(state, given_in(LEVEL, SEP))
    assert row(outcome.state.sown_ares) == [[sown, 0]] * 2
    assert moved(outcome, Account.SEED, Account.SOIL) == [[used, used]]
    assert row(outcome.state.tally)[Tally.SOWN_KG] == [used, used]


@pytest.mark.parametrize(("taken", "sown"), [(10_000, 0), (9_000, 1_000), (0, 2_000)])
def test_no_land_is_sown_that_is_taken_or_still_ripe(taken: int, sown: int) -> None:
    state = state_of(LEVEL, SEP, sown_ares=0, field_days=[0, 9_000, 0], ripe_ares=[0, taken])
    outcome = crop.sow(state, given_in(LEVEL, SEP))
    assert row(outcome.state.sown_ares) == [[sown, 0]] * 2


def test_no_land_at_all() -> None:
    level = replace(LEVEL, land_ares=ints([0, 0]))
    state = state_of(level, SEP, field_days=[0, 9_000, 0])
    outcome = crop.sow(state, given_in(level, SEP))
    assert outcome.state.sown_ares.sum() == 0
    assert moved(outcome, Account.SEED, Account.SOIL) == [[0, 0]]


def test_half_a_kilogram_of_seed_is_not_spent() -> None:
    level = replace(LEVEL, land_ares=ints([9_998, 9_998]))
    state = state_of(level, APR, sown_ares=0, field_days=[0, 9_000, 0])
    outcome = crop.sow(state, given_in(level, APR))
    # Half of 400 of 1000 of the land is 1 999 ares, at half a kilogram each.
    assert row(outcome.state.sown_ares)[0] == [0, 1_999]
    assert moved(outcome, Account.SEED, Account.SOIL)[0][0] == 999


def test_what_is_sown_a_month_late_comes_up_worse() -> None:
    state = state_of(
        LEVEL, JUN, sown_ares=[0, 1_000], field_days=[0, 9_000, 0], grain={Account.SEED: 8_000}
    )
    after = crop.sow(state, given_in(LEVEL, JUN)).state
    # 1 000 ares at 1000 and 3 000 at 800.
    assert row(after.sown_ares)[0] == [0, 4_000]
    assert row(after.vigour_pm)[0] == [1000, 850]
    on_time = crop.sow(state, given_in(LEVEL, MAY)).state
    assert row(on_time.vigour_pm)[0] == [1000, 1000]


def test_after_the_late_month_nothing_more_is_sown() -> None:
    state = state_of(LEVEL, JUL, sown_ares=0, field_days=[0, 9_000, 0])
    assert crop.sow(state, given_in(LEVEL, JUL)).state.sown_ares.sum() == 0


@pytest.mark.parametrize(
    ("technique", "vigour", "seed_kg", "days"),
    [
        ([0, 0], 1000, 2_000, 1_000),
        ([1000, 0], 800, 4_000, 1_000),
        ([0, 1000], 900, 2_000, 1_500),
        ([1000, 1000], 720, 4_000, 1_500),
        ([500, 0], 900, 3_000, 1_000),
    ],
)
def test_close_planting_wastes_seed_and_deep_ploughing_labour(
    technique: list[int], vigour: int, seed_kg: int, days: int
) -> None:
    state = state_of(LEVEL, SEP, sown_ares=0, field_days=[0, days, 0])
    outcome = crop.sow(state, given_in(LEVEL, SEP, technique_pm=technique))
    assert row(outcome.state.sown_ares)[0] == [2_000, 0]
    assert row(outcome.state.vigour_pm)[0][0] == vigour
    assert moved(outcome, Account.SEED, Account.SOIL)[0][0] == seed_kg
    fewer = replace(state, field_days=ints(state.field_days - [0, 1, 0]))
    short = crop.sow(fewer, given_in(LEVEL, SEP, technique_pm=technique)).state
    assert row(short.sown_ares)[0][0] < 2_000
    off = crop.sow(state, given_in(LEVEL, SEP, technique_pm=technique, params=without("technique")))
    assert row(off.state.vigour_pm)[0][0] == 1000
    assert moved(off, Account.SEED, Account.SOIL)[0][0] == 2_000


def test_scarce_seed_goes_to_the_first_crop_that_wants_it() -> None:
    wheat, maize = CROPS
    level = replace(LEVEL, crops=(replace(maize, sow_pm=wheat.sow_pm), wheat))
    state = state_of(level, SEP, sown_ares=0, field_days=[0, 9_000, 0], grain={Account.SEED: 1_500})
    outcome = crop.sow(state, given_in(level, SEP))
    # Maize first: 2 000 ares x 50 kg/ha = 1 000 kg; then 500 kg of wheat for 500 ares.
    assert row(outcome.state.sown_ares)[0] == [2_000, 500]
    assert moved(outcome, Account.SEED, Account.SOIL)[0][0] == 1_500


@pytest.mark.parametrize(
    ("days", "vigour"),
    # April wants 50 ha x 100 days x 0.4 = 2 000 days; a crop nobody tends keeps half.
    [(2_000, 1000), (9_000, 1000), (1_000, 900), (0, 800)],
)
def test_what_is_not_tended_yields_less(days: int, vigour: int) -> None:
    state = state_of(LEVEL, APR, sown_ares=[5_000, 0], field_days=[0, 0, days])
    after = crop.tend(state, given_in(LEVEL, APR)).state
    assert row(after.vigour_pm) == [[vigour, 1000]] * 2


def test_a_crop_that_nobody_ever_tends() -> None:
    state = state_of(LEVEL, MAR, sown_ares=[5_000, 0], field_days=0)
    for month in (MAR, APR, MAY):
        state = crop.tend(state, given_in(LEVEL, month)).state
    # 1000 x 0.85 x 0.8 x 0.85: the months compound, so it stays above the floor of 500.
    assert row(state.vigour_pm)[0] == [578, 1000]


def test_no_area_wants_no_tending() -> None:
    state = state_of(LEVEL, APR, sown_ares=0, field_days=0)
    assert np.array_equal(crop.tend(state, given_in(LEVEL, APR)).state.vigour_pm, state.vigour_pm)


@pytest.mark.parametrize(("weather", "kg"), [(800, 49_500), (1000, 55_000), (1100, 60_500)])
def test_water_makes_good_a_part_of_a_bad_year(weather: int, kg: int) -> None:
    """Half of the land is watered: a yield of 1100, and half of half of what drought takes."""
    level = replace(LEVEL, weather_pm=ints([weather] * 6))
    state = state_of(level, JUN, sown_ares=[5_000, 0], works_state=1)
    outcome = crop.ripen(state, given_in(level, JUN))
    drought = weather + max(0, 1000 - weather) * 500 // 1000 * 500 // 1000
    assert kg - 2_800 <= 55_000 * drought // 1000 <= kg + 2_800
    assert moved(outcome, Account.SOIL, Account.FIELD) == [[55_000 * drought // 1000] * 2]
