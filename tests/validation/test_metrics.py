"""Metrics on a hand-made series with worked numbers: two runs, 1957 to 1962, March to February."""

import numpy as np
import pytest

from game.play.validation import metrics
from game.play.validation.figures import AT_CLOSE, AT_HARVEST, MONTHLY, STOCKS, Figures, joined

NAMES = (*MONTHLY, *AT_CLOSE, *AT_HARVEST, *STOCKS)
MONTHS = 72
DATES = [((1957 * 12 + 2 + m) // 12, (1957 * 12 + 2 + m) % 12 + 1) for m in range(MONTHS)]


def blank() -> Figures:
    """No harvest, no deaths; 1000 people in every month."""
    of = {name: np.zeros((2, MONTHS), dtype=np.int64) for name in NAMES}
    of["people"] += 1000
    year = np.array([year for year, _ in DATES], dtype=np.int64)
    month = np.array([month for _, month in DATES], dtype=np.int64)
    return Figures(year, month, of)


def put(figures: Figures, name: str, year: int, month: int, *values: int) -> None:
    figures.of[name][:, DATES.index((year, month))] = values


def test_output_is_the_calendar_year_beside_its_base() -> None:
    figures = blank()
    put(figures, "harvest_kg", 1957, 6, 30, 30)
    put(figures, "harvest_kg", 1957, 10, 70, 170)
    put(figures, "harvest_kg", 1960, 7, 20, 100)
    put(figures, "harvest_kg", 1960, 11, 54, 50)
    put(figures, "harvest_kg", 1961, 10, 70, 150)
    assert metrics.output(figures, 1960, 1957).tolist() == [74.0, 75.0]
    step = metrics.output_step(figures, 1961, 1960)
    assert step == pytest.approx([-4.0, 0.0])


def test_a_grain_year_runs_from_july_to_june() -> None:
    figures = blank()
    put(figures, "harvest_kg", 1959, 6, 50, 50)
    put(figures, "harvest_kg", 1959, 10, 150, 150)
    put(figures, "procured_kg", 1959, 8, 20, 20)
    put(figures, "procured_kg", 1959, 11, 60, 40)
    put(figures, "sold_back_kg", 1959, 5, 900, 900)  # of the grain year before
    put(figures, "sold_back_kg", 1959, 11, 8, 8)
    put(figures, "sold_back_kg", 1960, 2, 8, 2)
    put(figures, "sold_back_kg", 1960, 5, 8, 2)
    put(figures, "sold_back_kg", 1960, 8, 900, 900)
    assert metrics.procured(figures, 1959, 0).tolist() == [40.0, 30.0]
    assert metrics.net_over_gross(figures, 1959, 0) == pytest.approx([0.7, 0.8])
    put(figures, "people", 1959, 12, 1, 2)
    # 200 brought in, 56 and 48 net: 144 and 152 are kept by one and by two people.
    assert metrics.kept(figures, 1959, 0).tolist() == [144.0, 76.0]


def test_what_was_heard_beside_what_was_there() -> None:
    figures = blank()
    put(figures, "heard_kg", 1958, 8, 60, 40)
    put(figures, "heard_kg", 1958, 11, 130, 160)
    put(figures, "actual_kg", 1958, 8, 40, 40)
    put(figures, "actual_kg", 1958, 11, 60, 60)
    assert metrics.heard_over_actual(figures, 1958, 0).tolist() == [1.9, 2.0]


def test_january_and_february_belong_to_the_next_year_and_ten_months_count_for_twelve() -> None:
    figures = blank()
    for year, month in DATES:
        put(figures, "deaths", year, month, 1, 1)
    put(figures, "deaths", 1960, 1, 25, 1)
    # 12 deaths a year among 1000; 24 more in January 1960.
    assert metrics.death_rate(figures, 1957, 0) == pytest.approx([12.0, 12.0])
    assert metrics.death_rate_above(figures, 1960, 1957) == pytest.approx([24.0, 0.0])
    assert metrics.death_rate_above(figures, 1959, 1957) == pytest.approx([0.0, 0.0])
    scale = metrics.RURAL_1957 / 1000 / 1e6
    assert metrics.excess(figures) == pytest.approx([24 * scale, 0.0])


def test_births_are_rates_beside_those_of_the_base_year() -> None:
    figures = blank()
    for year, month in DATES:
        put(figures, "births", year, month, 40 if year == 1957 else 20, 40)
    figures.of["people"][1, figures.year == 1961] = 2000
    assert metrics.births(figures, 1961, 1957).tolist() == [0.5, 0.5]


def test_left_in_the_field_is_beyond_what_reaping_spills() -> None:
    figures = blank()
    put(figures, "harvest_kg", 1957, 9, 98, 98)
    put(figures, "unharvested_kg", 1957, 9, 2, 2)
    put(figures, "harvest_kg", 1958, 10, 88, 98)
    put(figures, "unharvested_kg", 1958, 10, 12, 2)
    put(figures, "unharvested_kg", 1958, 7, 500, 500)  # summer is not asked for
    assert metrics.left_in_field(figures, 1958, 1957) == pytest.approx([10.0, 0.0])


def test_iron() -> None:
    figures = blank()
    put(figures, "iron_poor_kg", 1958, 10, 30, 0)
    put(figures, "iron_good_kg", 1958, 11, 70, 0)
    share = metrics.iron_unusable(figures, 1958, 0)
    assert share[0] == 30.0
    assert np.isnan(share[1])  # no iron: no value, and no row may pass on it


def loss(of_1958: int, deaths: int) -> Figures:
    figures = blank()
    for year in (1957, 1959, 1960, 1961):
        put(figures, "harvest_kg", year, 10, 100, 100)
    put(figures, "harvest_kg", 1958, 10, 100 - of_1958, 100 - of_1958)
    put(figures, "deaths", 1960, 3, deaths, deaths)
    return figures


def test_what_a_change_removes_is_a_share_of_the_loss_and_of_the_deaths() -> None:
    one, other = loss(40, 50), loss(30, 20)
    assert metrics.loss_removed(one, other, 0, 0) == pytest.approx([25.0, 25.0])
    assert metrics.deaths_removed(one, other, 0, 0) == pytest.approx([60.0, 60.0])
    # A change that makes it worse removes less than nothing.
    assert metrics.deaths_removed(other, one, 0, 0) == pytest.approx([-150.0, -150.0])
    assert np.isnan(metrics.loss_removed(blank(), other, 0, 0)).all()


def short(from_month: tuple[int, int]) -> Figures:
    """Half of the units are short from a month on, the others never."""
    figures = blank()
    figures.of["short_pm"][:, DATES.index(from_month) :] = 500
    return figures


def test_months_until_stores_run_short_are_censored_in_june_1959() -> None:
    # November 1958 is month 0: March is 4, June (never short) is 7.
    assert metrics.short_month(short((1959, 3))).tolist() == [5.5, 5.5]
    assert metrics.short_month(short((1959, 6))).tolist() == [7.0, 7.0]
    earlier = metrics.months_earlier(short((1959, 1)), short((1959, 5)), 0, 0)
    assert earlier.tolist() == [2.0, 2.0]


def test_summer_deaths_saved() -> None:
    one, other = blank(), blank()
    put(one, "deaths", 1961, 7, 8, 12)
    put(other, "deaths", 1961, 7, 10, 10)
    put(other, "deaths", 1961, 9, 900, 900)
    assert metrics.summer_deaths_saved(one, other, 1961, 0) == pytest.approx([20.0, -20.0])


def test_blocks_are_joined_in_order() -> None:
    one, other = blank(), blank()
    put(other, "deaths", 1960, 1, 7, 9)
    both = joined([one, other])
    assert both.runs == 4
    assert both.of["deaths"][:, DATES.index((1960, 1))].tolist() == [0, 0, 7, 9]


def test_a_paired_metric_needs_two_batches() -> None:
    with pytest.raises(ValueError, match="two batches"):
        metrics.measured("deaths_removed", blank(), None, 0, 0)
