"""Twin of game/sim/whole.py."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.whole import part, ratio_pm, rounded, share, table

amounts = st.integers(0, 200_000_000_000)  # a nation's harvest is 2e11 kg
weights = st.lists(st.integers(0, 20_000_000_000), min_size=1, max_size=30)


@st.composite
def points(draw: st.DrawFn) -> list[list[int]]:
    xs = sorted(draw(st.sets(st.integers(-1_000, 5_000), min_size=2, max_size=7)))
    return [[x, draw(st.integers(-3_000, 60_000))] for x in xs]


@pytest.mark.parametrize(
    ("total", "by", "parts"),
    [
        (10, [1, 1, 1], [4, 3, 3]),
        (11, [1, 1, 1], [4, 4, 3]),
        (10, [0, 0, 0], [4, 3, 3]),
        (10, [0, 7, 0], [0, 10, 0]),
        (7, [50, 30, 20], [4, 2, 1]),  # 3.5, 2.1, 1.4: the largest remainder wins
        (1, [1, 2], [0, 1]),
        (0, [5, 5], [0, 0]),
        (5, [9], [5]),
    ],
)
def test_share(total: int, by: list[int], parts: list[int]) -> None:
    assert share(np.array([total]), np.array([by])).tolist() == [parts]


@given(amounts, weights)
def test_a_share_adds_up_and_is_never_negative(total: int, by: list[int]) -> None:
    parts = share(np.array([total]), np.array([by]))
    assert int(parts.sum()) == total
    assert (parts >= 0).all()


@given(st.integers(0, 10**9), st.lists(st.integers(0, 500_000), min_size=1, max_size=30))
def test_a_share_is_fair_to_less_than_one(total: int, by: list[int]) -> None:
    (parts,) = share(np.array([total]), np.array([by])).tolist()
    whole = sum(by)
    for got, weight in zip(parts, by, strict=True):
        if whole:
            assert abs(got * whole - total * weight) < whole
        if whole and not weight:
            assert got == 0
    for (one, less), (two, more) in pairwise(
        sorted(zip(parts, by, strict=True), key=lambda p: p[1])
    ):
        assert one <= two + (less == more)


@given(amounts, weights)
def test_a_share_of_big_weights_is_nearly_fair(total: int, by: list[int]) -> None:
    (parts,) = share(np.array([total]), np.array([by])).tolist()
    whole = sum(by)
    for got, weight in zip(parts, by, strict=True):
        if whole:
            # Where a product could pass 2^61 weights are scaled down, each by less than one step.
            step = 1 + ((total >> 20) * (whole >> 20) >> 20)
            assert abs(got - total * weight // whole) <= 1 + total * len(by) * step // whole


@given(amounts, weights, st.integers(0, 3))
def test_runs_are_shared_apart(total: int, by: list[int], other: int) -> None:
    alone = share(np.array([total]), np.array([by]))[0]
    company = share(np.array([total, other]), np.array([by, by[::-1]]))
    assert (company[0] == alone).all()
    assert int(company[1].sum()) == other


def test_a_small_run_is_shared_as_if_no_big_one_were_there() -> None:
    by = [[1, 2, 3], [10**10, 1, 1]]
    alone = share(np.array([1_000]), np.array(by[:1]))
    company = share(np.array([1_000, 2 * 10**11]), np.array(by))
    assert company[0].tolist() == alone[0].tolist()


@given(points(), st.lists(st.integers(-9_000, 9_000), min_size=1, max_size=20))
def test_a_table_stays_between_its_neighbouring_points(
    xy: list[list[int]], values: list[int]
) -> None:
    found = table(xy).at(np.array(values)).tolist()
    for value, y in zip(values, found, strict=True):
        if value <= xy[0][0]:
            assert y == xy[0][1]
        elif value >= xy[-1][0]:
            assert y == xy[-1][1]
        else:
            (x0, y0), (x1, y1) = next((a, b) for a, b in pairwise(xy) if a[0] <= value <= b[0])
            assert min(y0, y1) <= y <= max(y0, y1)
            assert y == y0 + (value - x0) * (y1 - y0) // (x1 - x0) or value in (x0, x1)


@given(points())
def test_a_table_is_monotone_between_two_points_and_meets_them(xy: list[list[int]]) -> None:
    response = table(xy)
    assert response.at(np.array([x for x, _ in xy])).tolist() == [y for _, y in xy]
    for (x0, y0), (x1, y1) in pairwise(xy):
        across = response.at(np.arange(x0, x1 + 1))
        steps = np.diff(across)
        assert (steps >= 0).all() if y1 >= y0 else (steps <= 0).all()


def test_a_table_keeps_the_shape_of_what_it_is_asked() -> None:
    response = table([[0, 0], [1000, 100]])
    assert response.at(np.zeros((2, 3, 4), dtype=np.int64)).shape == (2, 3, 4)
    assert response.at(np.array([19, -19, 999, 1001])).tolist() == [1, 0, 99, 100]


@pytest.mark.parametrize(("amount", "pm", "kg"), [(999, 500, 499), (0, 500, 0), (1, 999, 0)])
def test_part_rounds_down(amount: int, pm: int, kg: int) -> None:
    assert part(np.array([amount]), pm).tolist() == [kg]


@pytest.mark.parametrize(
    ("amount", "of", "pm"),
    [(30, 60, 500), (90, 60, 1000), (5, 0, 1000), (0, 0, 1000), (0, 60, 0), (-5, 60, 0)],
)
def test_ratio(amount: int, of: int, pm: int) -> None:
    assert ratio_pm(np.array([amount]), np.array([of])).tolist() == [pm]


@pytest.mark.parametrize(
    ("numerator", "dice", "result"),
    [(10, 0, 4), (10, 333_333, 4), (10, 333_334, 3), (9, 0, 3), (9, 999_999, 3), (0, 0, 0)],
)
def test_rounded_rounds_up_with_the_chance_of_the_remainder(
    numerator: int, dice: int, result: int
) -> None:
    assert rounded(np.array([numerator]), 3, np.array([dice])).tolist() == [result]


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_rounded_is_right_in_the_mean(numerator: int, denominator: int) -> None:
    dice = np.arange(0, 1_000_000, 1_000)
    mean = rounded(np.full(1_000, numerator), denominator, dice).sum()
    assert abs(int(mean) * denominator - 1_000 * numerator) <= denominator
