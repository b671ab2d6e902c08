"""A year's grain by hand: each harvest with the one before it."""

from game.reports.grain_year import grain_years
from game.sim.view_parts import Figure, HarvestView


def harvest(year: int, season: int, reported: int, actual: Figure, taken: int) -> HarvestView:
    return HarvestView(year, season, reported, reported, actual, taken, False)


def test_two_harvests_in_a_row_make_a_year() -> None:
    told = grain_years(
        [
            harvest(1957, 1, 700, Figure("actual", 700, 700, 700, 0), 100),
            harvest(1957, 2, 2100, Figure("actual", 2000, 2000, 2000, 0), 500),
            harvest(1958, 1, 1000, Figure("estimate", 500, 750, 1000, 2), 200),
        ]
    )
    assert [(one.reported_kg, one.actual_kg, one.gap_kg, one.taken_kg) for one in told] == [
        (2800, 2700, 100, 600),
        (3100, 2750, 350, 700),
    ]
    assert [(one.low_kg, one.high_kg, one.sure) for one in told] == [
        (2700, 2700, True),
        (2500, 3000, False),
    ]


def test_one_harvest_is_no_year() -> None:
    assert grain_years([harvest(1957, 1, 7, Figure("actual", 7, 7, 7, 0), 0)]) == []
