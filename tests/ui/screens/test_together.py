"""One control for eight brigades: what it shows, and that it keeps what it does not set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.orders import Order
from game.ui.screens.registry import build
from game.ui.screens.together import changed, shared, together
from game.ui.screens.village import Village
from tests.ui.screens.conftest import Make


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**4), min_size=1, max_size=12))
def test_a_sum_is_shared_out_whole(total: int, weights: list[int]) -> None:
    parts = shared(total, weights)
    assert sum(parts) == total
    by = weights if any(weights) else [1] * len(weights)
    assert all(
        abs(part * sum(by) - total * weight) < sum(by)
        for part, weight in zip(parts, by, strict=True)
    )


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=9), st.integers(1, 50))
def test_an_average_lies_between(values: list[int], weight: int) -> None:
    told = together("hide", values, [weight] * len(values))
    assert told.low <= told.value <= told.high
    assert told.differs == (len(set(values)) > 1)


def test_one_crop_for_all_leaves_the_other_shares_as_each_has_them() -> None:
    held = [(600, 300, 100), (100, 500, 400)]
    assert changed("crops", held, 0, 500, (1, 1)) == [(500, 300, 100), (500, 500, 0)]


def drawer(game: Make) -> Village:
    session = game(7)
    session.give(Order("hide", "Pine Ridge", (100,)))
    session.give(Order("asked", "Pine Ridge", (40_000,)))
    made = build("all_brigades", session)
    assert isinstance(made, Village)
    return made


def test_what_differs_says_so(game: Make) -> None:
    rows = {row.offer.kind: row for row in drawer(game).drawer.rows}
    hide = rows["hide"]
    assert 0 < hide.shown_values()[0].value < 100
    assert hide.controls[0].count == "0–10%"
    assert "The brigades differ" in hide.note.name
    assert "differ" not in rows["seed"].note.name


def test_a_sum_of_quotas_keeps_their_proportions(game: Make) -> None:
    village = drawer(game)
    row = next(row for row in village.drawer.rows if row.offer.kind == "asked")
    before = {unit.name: unit.asked_kg for unit in village.sitting.view.units}
    total = row.shown_values()[0].value
    assert total == sum(before.values())
    row.controls[0].change(2 * total // 1000 * 1000)
    after = {unit.name: unit.asked_kg for unit in village.sitting.view.units}
    assert sum(after.values()) == 2 * total // 1000 * 1000
    assert all(abs(after[name] - 2 * before[name]) <= 1000 for name in before)
    assert village.sitting.undo()
    assert {unit.name: unit.asked_kg for unit in village.sitting.view.units} == before


@pytest.mark.parametrize(
    "steps", [[230_000], [2000, 23_000, 230_000], [*range(1000, 13_000, 1000), 230_000]]
)
def test_from_nothing_a_sum_of_quotas_lies_with_every_brigade(game: Make, steps: list[int]) -> None:
    """However it is set: at once, digit by digit, or after pressing + a dozen times."""
    village = build("all_brigades", game(7))
    assert isinstance(village, Village)
    row = next(row for row in village.drawer.rows if row.offer.kind == "asked")
    row.controls[0].change(0)
    assert not any(unit.asked_kg for unit in village.sitting.view.units)
    for value in steps:
        row.controls[0].change(value)
        assert row.shown_values()[0].value == value
    units = village.sitting.view.units
    said = sum(unit.last_said_kg for unit in units)
    for unit in units:
        due = 230_000 * unit.last_said_kg // said
        assert abs(unit.asked_kg - due) <= due // 50, unit.name
