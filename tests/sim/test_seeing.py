"""Twin of game/sim/seeing.py."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import seeing
from game.sim.state import Past
from game.sim.view_parts import Figure
from tests.sim.cases import AUG, DEC, JUL, JUN, MAR, MAY, OCT, coefficients, hamlets, state_of
from tests.villages import play

LEVEL = hamlets()


@pytest.mark.parametrize(
    ("pm", "word"),
    [
        (1000, "trusted"), (750, "trusted"), (749, "steady"), (500, "steady"),
        (499, "watched"), (300, "watched"), (299, "accused"), (0, "accused"),
    ],
)  # fmt: skip
def test_the_countys_opinion_in_a_word(pm: int, word: str) -> None:
    assert seeing.standing_word(pm) == word


def stages(month: int, **arrays: object) -> list[tuple[str, str, int]]:
    shares = seeing.crops_on_land(LEVEL, state_of(LEVEL, month, **arrays), 0)
    return [(s.crop, s.stage, s.ares) for s in shares]


def test_what_stands_on_the_land() -> None:
    none = {"sown_ares": 0}
    assert stages(MAY, sown_ares=[5_000, 0]) == [("wheat", "green", 5_000), ("", "plough", 5_000)]
    assert stages(JUN, sown_ares=[5_000, 0])[0] == ("wheat", "ripe", 5_000)
    assert stages(DEC, sown_ares=[5_000, 0]) == [("wheat", "sprout", 5_000), ("", "fallow", 5_000)]
    assert stages(OCT, **none, ripe_ares=[0, 900])[0] == ("maize", "ripe", 900)
    assert stages(JUL, **none, ripe_ares=[900, 0])[0] == ("wheat", "rot", 900)
    assert stages(AUG, **none, stubble_ares=[700, 0], left_ares=[200, 0]) == [
        ("wheat", "rot", 200), ("wheat", "stubble", 700), ("", "fallow", 9_100),
    ]  # fmt: skip
    assert stages(MAR, **none, stubble_ares=[9_999, 9_999]) == [
        ("wheat", "stubble", 9_999), ("maize", "stubble", 1),
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 24),
    st.lists(st.integers(0, 2_500), min_size=4, max_size=4),
    st.lists(st.integers(0, 20_000), min_size=4, max_size=4),
)
def test_the_shares_add_up_to_the_land(month: int, held: list[int], old: list[int]) -> None:
    state = state_of(
        LEVEL,
        month,
        sown_ares=held[:2],
        ripe_ares=held[2:],
        stubble_ares=old[:2],
        left_ares=old[2:],
    )
    shares = seeing.crops_on_land(LEVEL, state, 0)
    assert sum(share.ares for share in shares) == 10_000
    assert all(share.ares > 0 for share in shares)


def test_past_harvests_are_named_in_order_and_as_they_were_known_in_closed_books() -> None:
    level = hamlets(turns=8, climate_pm=500)
    state = play(level, params=coefficients())[-1]
    known = tuple(Figure("estimate", 10 * k, 20 * k, 30 * k, 6 * k) for k in range(1, 5))
    closed = seeing.past_harvests(level, state, known)
    opened = seeing.past_harvests(level, state, None)
    assert [(h.year, h.season, h.before) for h in closed] == [
        (1957, 1, True), (1957, 2, True), (1958, 1, False), (1958, 2, False),
        (1959, 1, False), (1959, 2, False),
    ]  # fmt: skip
    for k, (one, two) in enumerate(zip(closed, opened, strict=True)):
        assert two.actual.kind == "actual"
        assert two.actual.kg == int(state.past_kg[0, k, Past.ACTUAL])
        assert one.reported_kg == two.reported_kg == int(state.past_kg[0, k, Past.REPORTED])
    assert [one.actual for one in closed[2:]] == list(known)


def test_a_level_that_begins_in_autumn_reaps_in_autumn_first() -> None:
    level = replace(hamlets(turns=2), start_month=9)
    state = play(level, params=coefficients())[-1]
    first = seeing.past_harvests(level, state, None)[2]
    assert (first.year, first.season) == (1958, 2)
