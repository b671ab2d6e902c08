"""Twin of game/sim/draws.py."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.arrays import ints
from game.sim.draws import Draws

RUNS = ints(range(400))
BASE = Draws(seed=7, runs=RUNS, units=5, turn=3)


def correlation(one: np.ndarray, two: np.ndarray) -> float:
    return float(np.corrcoef(one.ravel(), two.ravel())[0, 1])


def test_the_same_key_gives_the_same_draw_and_no_state_is_kept() -> None:
    first = BASE.whole("crop.weather", 0, 999)
    BASE.whole("crop.luck", 0, 999)
    assert (BASE.whole("crop.weather", 0, 999) == first).all()
    assert (Draws(7, RUNS, 5, 3).whole("crop.weather", 0, 999) == first).all()


def test_known_draws_never_change() -> None:
    # A change here changes every saved game: RULES_VERSION must rise with it.
    draws = Draws(seed=1, runs=ints([0, 7]), units=3, turn=2)
    assert draws.whole("crop.weather", 0, 999).tolist() == [[263, 274, 158], [795, 822, 988]]


@given(st.integers(0, 2**64 - 1), st.integers(0, 10**6), st.integers(0, 60))
def test_a_run_is_the_same_alone_and_in_company(seed: int, run: int, turn: int) -> None:
    alone = Draws(seed, ints([run]), 4, turn).whole("a", 0, 10**6)
    company = Draws(seed, ints([5, run, 2]), 4, turn).whole("a", 0, 10**6)
    assert (company[1] == alone[0]).all()


def test_more_units_do_not_shift_the_first() -> None:
    few = Draws(7, RUNS, 2, 3).whole("a", 0, 999)
    many = Draws(7, RUNS, 9, 3).whole("a", 0, 999)
    assert (many[:, :2] == few).all()


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**6))
def test_draws_stay_within_their_bounds(low: int, span: int) -> None:
    found = BASE.whole("a", low, low + span)
    assert found.min() >= low
    assert found.max() <= low + span
    assert found.dtype == np.int64


def test_both_ends_are_drawn_and_a_single_value_is_that_value() -> None:
    assert set(BASE.whole("a", -1, 1).ravel().tolist()) == {-1, 0, 1}
    assert (BASE.whole("a", 4, 4) == 4).all()
    assert BASE.dice("a").min() >= 0
    assert BASE.dice("a").max() <= 999_999


def test_columns_other_than_units() -> None:
    assert BASE.whole("a", 0, 9, columns=1).shape == (400, 1)
    assert BASE.dice("a", columns=2).shape == (400, 2)
    assert BASE.whole("a", 0, 9).shape == (400, 5)


@pytest.mark.parametrize("name", ["crop.weather", "people.deaths.0", "x"])
@pytest.mark.parametrize("turn", [0, 1, 47])
def test_draws_are_even(name: str, turn: int) -> None:
    found = replace(BASE, turn=turn).whole(name, 0, 19)
    counts = np.bincount(found.ravel(), minlength=20)
    expected = found.size / 20
    chi_square = float(((counts - expected) ** 2 / expected).sum())
    assert chi_square < 50  # 19 degrees of freedom: passed by chance once in 7 000


def test_names_turns_seeds_runs_and_units_do_not_correlate() -> None:
    one = BASE.dice("crop.weather")
    others = {
        "name": BASE.dice("crop.luck"),
        "a name that is nearly the same": BASE.dice("crop.weathes"),
        "turn": replace(BASE, turn=4).dice("crop.weather"),
        "seed": replace(BASE, seed=8).dice("crop.weather"),
        "runs": replace(BASE, runs=ints(range(400, 800))).dice("crop.weather"),
        "the next run": np.roll(one, 1, axis=0),
        "the next unit": np.roll(one, 1, axis=1),
    }
    for what, other in others.items():
        # 2 000 pairs: one standard error is 0.022.
        assert abs(correlation(one, other)) < 0.1, what
        assert (one == other).mean() < 0.01, what


def test_a_turn_later_is_not_a_run_further() -> None:
    """Keys that are added to one another would make run 1 of turn 0 equal run 0 of turn 1."""
    grid = np.stack([replace(BASE, turn=turn).dice("a")[:20] for turn in range(20)])
    assert len(np.unique(grid)) > 0.995 * grid.size
