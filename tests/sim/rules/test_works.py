"""Twin of game/sim/rules/works.py."""

from dataclasses import replace

import pytest

from game.sim.arrays import ints
from game.sim.level import Level, Project
from game.sim.rules import works
from tests.sim.cases import APR, AUG, JUL, JUN, given_in, hamlets, row, state_of


def dam(firm_pm: int = 700, need_days: int = 10_000) -> Level:
    each = ints([500, 500])
    one, two = (Project(name, need_days, each, firm_pm) for name in ("dam", "canal"))
    return replace(hamlets(), projects=(one, two))


DIGGING = {"labour_pm": [0, 0, 200, 0], "works": 1}
"""A fifth of 9 000 labour-days in each of two hamlets: 3 600 a month."""


@pytest.mark.parametrize(("reserve", "days"), [(1000, 3_600), (500, 2_700), (0, 1_800)])
def test_hands_carry_earth_and_hungry_ones_less(reserve: int, days: int) -> None:
    state = state_of(dam(), labour_days=9_000, reserve_pm=reserve)
    after = works.dig(state, given_in(dam(), **DIGGING)).state
    assert row(after.works_days) == [days, 0]
    assert row(after.works_rush_days) == [days, 0]
    assert row(after.works_state) == [0, 0]


def test_only_the_chosen_one_is_dug() -> None:
    state = state_of(dam(), labour_days=9_000)
    second = works.dig(state, given_in(dam(), **(DIGGING | {"works": 2}))).state
    assert row(second.works_days) == [0, 3_600]
    none = works.dig(state, given_in(dam(), **(DIGGING | {"works": 0}))).state
    assert row(none.works_days) == [0, 0]


def test_when_it_is_done_it_holds_until_the_water_comes() -> None:
    level = dam(0)
    state = state_of(level, APR, labour_days=[10, 0], works_days=[9_998, 0])
    after = works.dig(state, given_in(level, APR, **DIGGING)).state
    assert row(after.works_days) == [10_000, 0]
    assert row(after.works_state) == [1, 0]
    june = works.rains(after, given_in(level, JUN)).state
    assert row(june.works_state) == [1, 0]
    july = works.rains(after, given_in(level, JUL)).state
    assert row(july.works_state) == [2, 0]
    # It waters half of the land, and two fifths of the crop below it drown.
    assert row(july.vigour_pm) == [[800, 800]] * 2


def test_good_works_stand_every_summer() -> None:
    level = dam(1000)
    state = state_of(level, JUL, works_state=[1, 0])
    after = works.rains(state, given_in(level, JUL)).state
    assert row(after.works_state) == [1, 0]
    assert row(after.vigour_pm) == [[1000, 1000]] * 2


def test_one_day_too_few_is_not_done() -> None:
    level = dam(1000)
    state = state_of(level, APR, labour_days=9_000, works_days=[6_399, 0])
    assert row(works.dig(state, given_in(level, APR, **DIGGING)).state.works_state) == [0, 0]


@pytest.mark.parametrize("fate", [1, 2])
def test_what_is_done_is_dug_no_more(fate: int) -> None:
    state = state_of(dam(), labour_days=9_000, works_days=10_000, works_state=fate)
    after = works.dig(state, given_in(dam(), **DIGGING)).state
    assert row(after.works_days) == [10_000, 10_000]
    assert row(after.works_state) == [fate, fate]


def test_hurry_is_counted_by_the_season() -> None:
    state = state_of(dam(), JUN, labour_days=9_000, works_rush_days=[5_000, 900])
    june = works.dig(state, given_in(dam(), JUN, **DIGGING)).state
    assert row(june.works_rush_days) == [3_600, 0]
    july = works.dig(june, given_in(dam(), JUN + 1, **DIGGING)).state
    assert row(july.works_rush_days) == [7_200, 0]


@pytest.mark.parametrize(
    ("rush", "chance"),
    # Firm 700, less 400 times the share built in one season: nothing, all of it, or 3 600.
    [(0, 700), (10_000, 300), (3_600, 556)],
)
def test_hurried_works_fail_more_often(rush: int, chance: int) -> None:
    assert row(works.firmness(dam().projects[0], ints([[rush]]), 400)) == [chance]
    runs = tuple(range(2_000))
    state = state_of(dam(), JUL, works_state=[1, 0], works_rush_days=[rush, 0], runs=len(runs))
    after = works.rains(state, given_in(dam(), JUL, runs=runs)).state
    held = int((after.works_state[:, 0] == 1).sum())
    assert abs(held - 2 * chance) < 100  # one standard error is 22


def test_a_finished_work_remembers_its_hurry() -> None:
    state = state_of(dam(), JUN, works_state=[1, 0], works_rush_days=[5_000, 900])
    after = works.dig(state, given_in(dam(), JUN, labour_pm=[0, 0, 0, 0])).state
    assert row(after.works_rush_days) == [5_000, 0]


@pytest.mark.parametrize(("works_order", "ditches"), [(0, 180_000), (1, 0)])
def test_without_a_project_the_hands_dig_ditches(works_order: int, ditches: int) -> None:
    """1 800 labour-days on 100 ha at 100 days a hectare: 18 ha."""
    state = state_of(dam(), labour_days=9_000)
    given = given_in(dam(), **(DIGGING | {"works": works_order}))
    assert row(works.dig(state, given).state.ditches_ppm) == [ditches, ditches]


def test_half_of_the_ditches_are_gone_after_july() -> None:
    state = state_of(dam(), JUL, ditches_ppm=180_001)
    assert row(works.rains(state, given_in(dam(), JUL)).state.ditches_ppm) == [90_000, 90_000]
    assert row(works.rains(state, given_in(dam(), AUG)).state.ditches_ppm) == [180_001, 180_001]


def test_a_level_without_works() -> None:
    level = replace(hamlets(), projects=())
    after = works.dig(state_of(level), given_in(level)).state
    assert after.works_days.shape == (1, 0)
