"""Twin of game/sim/rules/quota.py."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.level import Tier
from game.sim.rules import procurement, quota
from game.sim.state import State, Tally
from tests.sim.cases import (
    AUG,
    FEB,
    MAY,
    NOV,
    coefficients,
    given_in,
    hamlets,
    row,
    state_of,
    without,
)

LEVEL = hamlets(climate_pm=500)


@pytest.mark.parametrize(
    ("believed", "people", "pm"),
    [
        (400_000, 1000, 350),  # a quarter of it is above the norm of 300 kg
        (300_000, 1000, 250),
        (100_000, 1000, 250),
        (0, 0, 250),
        (100_000, 0, 650),  # where nobody is left all of it is surplus
    ],
)
def test_more_is_asked_the_more_is_believed(believed: int, people: int, pm: int) -> None:
    asked = quota.asked_pm(np.array([believed]), np.array([people]), 250, 400, 300)
    assert asked.tolist() == [pm]


@pytest.mark.parametrize(
    ("reported", "fear", "believed"),
    [
        (60_000, 0, 58_000),  # up by 800 of 1000
        (60_000, 1000, 58_000),  # good news travels whatever the fear
        (40_000, 0, 47_000),  # down by 300
        (40_000, 500, 47_900),  # by 300 x 0.7
        (40_000, 1000, 48_800),  # by 300 x 0.4
        (50_000, 0, 50_000),
        (49_999, 0, 49_999),
    ],
)
def test_belief_goes_up_quickly_and_down_slowly_and_slower_under_fear(
    reported: int, fear: int, believed: int
) -> None:
    level = hamlets(fear_pm=fear)
    state = state_of(level, AUG, tally={Tally.REPORTED_KG: reported})
    after = quota.believe(state, given_in(level, AUG)).state
    assert row(after.believed_kg) == [[believed] * 2, [80_000] * 2]


def test_belief_of_a_steady_figure_comes_to_it_and_never_past_it() -> None:
    for reported in (20_000, 90_000):
        state = state_of(LEVEL, NOV, tally={Tally.REPORTED_KG: reported})
        gaps = []
        for _ in range(60):
            state = quota.believe(state, given_in(LEVEL, NOV)).state
            gaps.append(abs(int(state.believed_kg[0, 1, 0]) - reported))
        assert gaps == sorted(gaps, reverse=True)
        assert gaps[-1] < 5  # rounding may stop a rise a few kilograms short


@pytest.mark.parametrize(
    ("month", "asked"),
    # Believed: 2 x 50 000 of wheat, 2 x 80 000 in autumn; 250 per mille, the norm is not passed.
    [(AUG, 40_000), (NOV, 25_000), (FEB, 25_000), (MAY, 25_000)],
)
def test_the_figure_is_for_the_coming_harvest(month: int, asked: int) -> None:
    after = quota.ask(state_of(LEVEL, month), given_in(LEVEL, month)).state
    assert row(after.quota_kg) == asked
    assert row(after.hoped_kg) == asked * 11 // 10  # 200 per mille at half the climate


def test_surplus_and_a_cut() -> None:
    lean = coefficients({"quota": {"norm_kg_head": 100}})
    after = quota.ask(state_of(LEVEL, AUG), given_in(LEVEL, AUG, params=lean)).state
    # 60 000 of 260 000 are above 2 000 x 100: 250 + 400 x 60/260 = 342.
    assert row(after.quota_kg) == 160_000 * 342 // 1000
    cut = hamlets(climate_pm=0, take_pm=600)
    after = quota.ask(state_of(cut, AUG), given_in(cut, AUG)).state
    assert row(after.quota_kg) == row(after.hoped_kg) == 24_000


def test_every_tier_raises_the_target_on_the_way_down_and_the_figure_on_the_way_up() -> None:
    level = replace(LEVEL, tiers=(Tier("county", 100, 60, 0), Tier("centre", 200, 40, 3)))
    asked = quota.ask(state_of(level, AUG), given_in(level, AUG)).state
    # 40 000 x 1.05 x 1.1 at half the climate; the county hopes for a tenth more.
    assert row(asked.quota_kg) == 46_200
    assert row(asked.hoped_kg) == 50_820
    state = state_of(level, AUG, tally={Tally.REPORTED_KG: 100_000})
    # 100 000 x 1.03 x 1.02 is heard; eight tenths of the way to it from 50 000.
    believed = quota.believe(state, given_in(level, AUG)).state.believed_kg
    assert row(believed)[0] == [50_000 + 55_060 * 8 // 10] * 2


def test_nobody_left_and_nothing_believed() -> None:
    state = state_of(LEVEL, AUG, people=0, believed_kg=0)
    assert row(quota.ask(state, given_in(LEVEL, AUG)).state.quota_kg) == 0


WRITTEN = (
    "export_kg",
    "month", "desk", "people", "believed_kg", "last_said_kg", "last_reported_kg",
    "quota_kg", "hoped_kg", "standing_pm", "harvests", "removed", "books_kg",
)  # fmt: skip
"""What the county knows. All else is truth, and may not reach a quota."""


def with_other_truth(state: State) -> State:
    """The same written figures over a quite different village."""
    changes = {
        f.name: ints(getattr(state, f.name) // 3 + 41)
        for f in fields(State)
        if f.name not in WRITTEN
    }
    tally = changes["tally"].copy()
    tally[:, Tally.REPORTED_KG] = state.tally[:, Tally.REPORTED_KG]
    return replace(state, **(changes | {"tally": ints(tally)}))


@pytest.mark.parametrize("month", [MAY, AUG, NOV, FEB])
@pytest.mark.parametrize("plead", [0, 1])
def test_the_quota_never_reads_the_truth(month: int, plead: int) -> None:
    state = state_of(
        LEVEL,
        month,
        tally={Tally.REPORTED_KG: [70_000, 90_000], Tally.HARVEST_KG: [40_000, 50_000]},
        quota_kg=30_000,
    )
    other = with_other_truth(state)
    given = given_in(LEVEL, month, plead=plead)
    for name in ("believed_kg", "quota_kg", "hoped_kg"):
        one, two = (quota.ask(quota.believe(s, given).state, given).state for s in (state, other))
        assert np.array_equal(getattr(one, name), getattr(two, name)), name
    asked = [
        procurement.demand(s, given, s.tally[:, Tally.REPORTED_KG]).tolist() for s in (state, other)
    ]
    assert asked[0] == asked[1]
    assert sum(asked[0][0]) > 0


def test_with_the_quota_channel_off_the_county_knows_what_was_brought_in() -> None:
    state = state_of(
        LEVEL, NOV, tally={Tally.REPORTED_KG: 900_000, Tally.HARVEST_KG: [40_000, 50_000]}
    )
    after = quota.believe(state, given_in(LEVEL, NOV, params=without("quota"))).state
    assert row(after.believed_kg)[1] == [40_000, 50_000]


@pytest.mark.parametrize(("believed", "promised"), [(400_000, 5_000), (300_000, 0), (90_000, 0)])
def test_exports_are_promised_from_what_is_believed_above_the_norm(
    believed: int, promised: int
) -> None:
    """1 000 people at a norm of 300 kg."""
    kg = quota.promised(np.array([believed]), np.array([1_000]), 300, 50)
    assert kg.tolist() == [promised]
