"""Twin of game/sim/rules/land.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.rules import land
from game.sim.state import Tally
from tests.sim.cases import APR, FEB, JAN, MAR, given_in, hamlets, moved, row, state_of, without

LEVEL = hamlets()


@pytest.mark.parametrize(
    ("used_ares", "animals", "soil"),
    [
        # tire 100 x used, rest 50 x unused, manure 20 x herd; all in per mille of the land.
        (5_000, 0, 475),  # -50 + 25
        (10_000, 0, 400),  # -100
        (10_000, 50, 420),  # -100 + 20
        (10_000, 500, 420),  # a herd above the first one manures no more
        (30_000, 0, 400),  # land cropped twice tires once
        (0, 0, 550),  # +50
    ],
)
def test_a_year_of_crops_tires_the_soil_and_rest_heals_it(
    used_ares: int, animals: int, soil: int
) -> None:
    state = state_of(LEVEL, FEB, soil_pm=500, animals=animals)
    stubble = np.zeros_like(state.stubble_ares)
    stubble[:, :, 0] = used_ares
    level = replace(LEVEL, soil_pm=ints([800, 800]))
    low = replace(state, stubble_ares=ints(stubble))
    # floor_pm 600 of a start of 800 is 480: put the floor out of the way.
    level = replace(level, soil_pm=ints([650, 650]))
    after = land.turn(low, given_in(level, FEB)).state
    assert row(after.soil_pm) == [max(soil, 390)] * 2


def test_soil_stays_between_its_floor_and_its_start() -> None:
    tired = state_of(LEVEL, FEB, soil_pm=610, animals=0, left_ares=[5_000, 5_000])
    assert row(land.turn(tired, given_in(LEVEL, FEB)).state.soil_pm) == [600, 600]
    rested = state_of(LEVEL, FEB, soil_pm=990)
    assert row(land.turn(rested, given_in(LEVEL, FEB)).state.soil_pm) == [1000, 1000]


def test_what_was_left_standing_tires_as_well() -> None:
    reaped = state_of(LEVEL, FEB, soil_pm=900, stubble_ares=[3_000, 1_000])
    left = state_of(LEVEL, FEB, soil_pm=900, left_ares=[3_000, 1_000])
    given = given_in(LEVEL, FEB)
    assert row(land.turn(reaped, given).state.soil_pm) == row(land.turn(left, given).state.soil_pm)


def test_soil_is_reckoned_in_february_only_and_stubble_cleared_in_march() -> None:
    state = state_of(LEVEL, JAN, soil_pm=900, stubble_ares=[3_000, 1_000], left_ares=7)
    assert land.turn(state, given_in(LEVEL, JAN)).state is state
    february = land.turn(state, given_in(LEVEL, FEB)).state
    assert february.stubble_ares.sum() == 8_000
    march = land.turn(state, given_in(LEVEL, MAR)).state
    assert march.stubble_ares.sum() == march.left_ares.sum() == 0
    assert row(march.soil_pm) == [900, 900]


def test_animals_eat_their_grain() -> None:
    state = state_of(LEVEL, grain={Account.FEED: [5_000, 300]})
    eaten = moved(land.graze(state, given_in(LEVEL)), Account.FEED, Account.FED)
    assert eaten == [[500, 300]]  # 50 animals x 10 kg


@pytest.mark.parametrize(
    ("animals", "feed_kg", "pooled", "left"),
    [
        (50, 500, 2, 51),  # 20 per mille of 50 are born
        (100, 1_000, 2, 100),  # no more than the village had
        (200, 2_000, 3, 198),  # 10 per mille lost under the commune
        (200, 1_000, 3, 193),  # half fed: 25 per mille more
        (200, 0, 3, 188),  # unfed: 50 more
        (0, 0, 3, 0),
    ],
)
def test_herds_grow_in_households_and_shrink_pooled_and_hungry(
    animals: int, feed_kg: int, pooled: int, left: int
) -> None:
    level = replace(hamlets(stage=pooled), animals=ints([max(100, animals)] * 2))
    state = state_of(level, animals=animals, grain={Account.FEED: feed_kg})
    assert row(land.graze(state, given_in(level)).state.animals) == [left, left]


def test_a_level_without_animals_runs() -> None:
    level = replace(LEVEL, animals=ints([0, 0]))
    state = state_of(level, FEB)
    assert row(land.graze(state, given_in(level)).state.animals) == [0, 0]
    assert row(land.turn(state, given_in(level, FEB)).state.soil_pm) == [1000, 1000]


def test_the_tools_channel_keeps_the_herd() -> None:
    level = hamlets(stage=3)
    state = state_of(level, animals=40, grain={Account.FEED: 0})
    off = land.graze(state, given_in(level, params=without("tools"))).state
    assert row(off.animals) == [40, 40]
    assert land.graze(state, given_in(level)).state.animals.sum() < 80


def test_counts_are_cleared_when_a_season_begins_and_not_within_it() -> None:
    state = state_of(LEVEL, tally={Tally.DEATHS: 7})
    assert land.begin_season(state, given_in(LEVEL, MAR)).state.tally.sum() == 0
    assert land.begin_season(state, given_in(LEVEL, APR)).state.tally.sum() == 14


@pytest.mark.parametrize(("state_now", "soil"), [(0, 920), (1, 910), (2, 920)])
def test_water_without_drains_brings_salt_while_it_runs(state_now: int, soil: int) -> None:
    """Twenty per mille of salt on half of the land; a full herd's manure adds 20."""
    project = replace(LEVEL.projects[0], salt_pm=20)
    level = replace(LEVEL, projects=(project,))
    state = state_of(level, FEB, soil_pm=900, works_state=state_now, stubble_ares=[0, 5_000])
    rested = 25 - 50  # half of the land rests, half is tired
    after = land.turn(state, given_in(level, FEB)).state
    assert row(after.soil_pm) == [soil + rested] * 2
