"""Twin of game/sim/given.py: what a month is like for each place."""

from dataclasses import replace

import pytest

from game.sim.arrays import ints
from game.sim.whole import table
from tests.sim.cases import coefficients, given_in, hamlets

RISING = ints([200, 400, 900, 300, 300, 300])


def test_a_zealous_place_is_ahead_when_it_grows_harder_and_no_sooner_calm() -> None:
    level = hamlets(turns=2)
    level = replace(level, track=replace(level.track, climate_pm=RISING), lead_months=ints([2, 0]))
    felt = [given_in(level, month).felt_climate_pm.tolist() for month in range(6)]
    assert felt == [[900, 200], [400, 400], [900, 900], [300, 300], [300, 300], [300, 300]]


def test_it_is_felt_as_far_as_a_place_is_radical() -> None:
    level = replace(hamlets(climate_pm=800, fear_pm=600), radical_pm=ints([500, 2000]))
    given = given_in(level)
    assert given.felt_climate_pm.tolist() == [400, 1200]  # nobody feels more than 1200
    assert given.felt_fear_pm.tolist() == [300, 1200]
    assert given.felt_pressure_pm.tolist() == [333, 1200]


@pytest.mark.parametrize(
    ("climate", "fear", "told"), [(0, 0, 1000), (300, 600, 500), (900, 900, 100)]
)
def test_less_of_the_truth_is_told_the_more_there_is_to_fear(
    climate: int, fear: int, told: int
) -> None:
    params = coefficients({"report": {"candour": table([[0, 1000], [1000, 0]])}})
    level = hamlets(climate_pm=climate, fear_pm=fear)
    assert given_in(level, params=params).candour_pm(0) == told
