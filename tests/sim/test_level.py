"""Twin of game/sim/level.py."""

from dataclasses import replace

import pytest

from game.sim.arrays import ints
from tests.sim.cases import hamlets

LEVEL = hamlets(turns=8)


@pytest.mark.parametrize(
    ("month", "calendar"),
    [(0, (1958, 3)), (9, (1958, 12)), (10, (1959, 1)), (12, (1959, 3)), (23, (1960, 2))],
)
def test_the_calendar(month: int, calendar: tuple[int, int]) -> None:
    assert LEVEL.calendar(month) == calendar


@pytest.mark.parametrize(
    ("start", "seasons"),
    [(3, [0, 1, 2, 3, 0]), (6, [1, 2, 3, 0, 1]), (9, [2, 3, 0, 1, 2]), (12, [3, 0, 1, 2, 3])],
)
def test_seasons_from_any_start(start: int, seasons: list[int]) -> None:
    level = replace(LEVEL, start_month=start)
    assert [level.season(turn) for turn in range(5)] == seasons


def test_a_turn_belongs_to_the_year_it_begins_in() -> None:
    assert [LEVEL.year(turn) for turn in range(5)] == [1958, 1958, 1958, 1958, 1959]
    assert LEVEL.months == 24


@pytest.mark.parametrize(
    ("calendar", "ahead"),
    # Half wheat (1 000 kg, June), two fifths maize (2 000 kg, half September, half October).
    [(3, 4), (6, 1), (7, 3), (9, 1), (10, 1), (11, 8), (12, 7), (1, 6)],
)
def test_months_to_the_next_main_harvest(calendar: int, ahead: int) -> None:
    assert LEVEL.months_to_main_harvest(calendar).tolist() == [ahead, ahead]


def test_a_small_harvest_is_not_a_main_one() -> None:
    # Wheat of 100 x 1 000 beside maize of 400 x 2 000, half in each of two months: 1/9 and 4/9.
    level = replace(LEVEL, crop_plan_pm=ints([[100, 400], [500, 0]]))
    assert level.months_to_main_harvest(3).tolist() == [7, 4]
    assert level.months_to_main_harvest(7).tolist() == [3, 12]
