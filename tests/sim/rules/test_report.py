"""Twin of game/sim/rules/report.py."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.arrays import Ints, ints
from game.sim.ledger import Book
from game.sim.level import Tier
from game.sim.orders import AS_SAID
from game.sim.rules import report
from game.sim.state import Past, Tally
from game.sim.whole import table
from tests.sim.cases import (
    AUG,
    FEB,
    NOV,
    coefficients,
    given_in,
    hamlets,
    moved,
    row,
    state_of,
    without,
)

MILD = hamlets(climate_pm=0, fear_pm=0)
kilograms = st.integers(0, 20_000_000_000)


def one(kg: int) -> Ints:
    return np.array([[kg]], dtype=np.int64)


@pytest.mark.parametrize(
    ("climate", "fear", "pressure"), [(0, 0, 0), (500, 400, 700), (1000, 1000, 1500)]
)
def test_fear_adds_to_the_climate(climate: int, fear: int, pressure: int) -> None:
    felt = report.pressure_pm(given_in(hamlets(climate_pm=climate, fear_pm=fear)))
    assert np.broadcast_to(felt, (1, 2)).tolist() == [[pressure, pressure]]


def test_pressure_is_felt_more_in_one_place_than_in_another() -> None:
    level = replace(hamlets(climate_pm=500, fear_pm=400), radical_pm=ints([500, 4000]))
    # 250 + half of 200; and no climate or fear is felt above 1200.
    assert report.pressure_pm(given_in(level)).tolist() == [350, 1_200 + 600]
    held = state_of(level, AUG, last_said_kg=77_000)
    params = coefficients({"channels": {"boasting": 0}})
    said = report.hand_in(held, given_in(level, AUG, params=params)).state
    assert row(said.tally)[Tally.SAID_KG] == [0, 77_000]


def test_every_tier_that_likes_good_news_adds_to_it() -> None:
    level = replace(hamlets(climate_pm=500), tiers=(Tier("a", 0, 100, 0), Tier("b", 0, 200, 0)))
    # 1.05 and then 1.1.
    assert report.heard_above(ints([100_000]), given_in(level)).tolist() == [115_500]
    state = state_of(level, NOV, tally={Tally.SAID_KG: 50_000})
    after = report.write(state, given_in(level, NOV)).state
    assert row(after.past_kg)[2][Past.REPORTED] == 100_000
    assert row(after.past_kg)[2][Past.HEARD] == 115_500


@pytest.mark.parametrize(
    ("truth", "asked", "heard", "zeal", "said"),
    [
        (1000, 1600, 2000, 500, 1400),
        (1000, 1600, 2000, 0, 1000),
        (1000, 0, 0, 1000, 1000),  # nobody asks and nobody boasts
        (1000, 2000, 0, 1000, 1500),
        (1000, 0, 2000, 1000, 1500),
        (3000, 1600, 2000, 1000, 3000),  # a tall truth needs no lean, and is not cut
    ],
)
def test_claim(truth: int, asked: int, heard: int, zeal: int, said: int) -> None:
    figure = report.claim(one(truth), one(asked), one(heard), one(zeal), (500, 500))
    assert figure.tolist() == [[said]]


@given(kilograms, kilograms, kilograms, st.integers(0, 1500), st.integers(0, 10_000_000))
def test_a_claim_rises_with_what_is_asked_and_heard_and_the_lean_falls_with_truth(
    truth: int, asked: int, heard: int, zeal: int, more: int
) -> None:
    def said(t: int, a: int, h: int, z: int) -> int:
        return int(report.claim(one(t), one(a), one(h), one(z), (450, 550))[0, 0])

    figure = said(truth, asked, heard, zeal)
    assert figure >= truth
    assert said(truth, asked + more, heard, zeal) >= figure
    assert said(truth, asked, heard + more, zeal) >= figure
    assert said(truth, asked, heard, zeal + 100) >= figure
    assert said(truth + more, asked, heard, zeal) - (truth + more) <= figure - truth


def test_the_brigades_figure_to_the_kilogram() -> None:
    level = hamlets(climate_pm=500, fear_pm=0)
    state = state_of(
        level, AUG, tally={Tally.HARVEST_KG: 40_000}, neighbours_pm=[1400, 1100], quota_kg=25_000
    )
    handed = given_in(level, AUG, asked_kg=12_500)
    said = row(report.hand_in(state, handed).state.tally)[Tally.SAID_KG]
    # The quota takes the believed 50 000 for granted; heard is 1.4 x 50 000. The lean is
    # 0.5 x 10 000 + 0.5 x 30 000 = 20 000, times zeal, times the climate.
    mood = row(handed.draws.whole("report.zeal", -150, 150))
    assert said == [40_000 + 20 * ((z + m) // 2) for z, m in zip((800, 400), mood, strict=True)]
    assert said[0] > said[1]


@pytest.mark.parametrize(
    ("asked", "quota", "implied"),
    [
        (12_500, 25_000, 50_000),  # as much as the quota: what the county believes
        (25_000, 25_000, 100_000),  # twice the quota
        (9_000_000, 25_000, 150_000),  # nobody thinks past three times
        (0, 25_000, 0),
        (0, 0, 0),
    ],
)
def test_what_is_asked_takes_a_harvest_for_granted(asked: int, quota: int, implied: int) -> None:
    state = state_of(MILD, AUG, quota_kg=quota)
    figure = report.implied_harvest(state, given_in(MILD, AUG, asked_kg=asked))
    assert row(figure) == [implied, implied]


def test_in_a_calm_season_old_figures_come_down_a_part_of_the_way() -> None:
    calm, hard = hamlets(climate_pm=200), hamlets(climate_pm=600)
    past = np.zeros_like(state_of(calm).past_kg[0])
    past[:2, Past.ACTUAL] = 100_000, 160_000
    state = state_of(
        calm, FEB, past_kg=past,
        last_reported_kg=[200_000, 160_000], last_said_kg=[[100_000], [80_000]],
        believed_kg=[[90_000], [80_000]], neighbours_pm=[2000, 900],
    )  # fmt: skip
    after = report.correct(state, given_in(calm, FEB)).state
    # 500 x 0.8 = 400 per mille of 100 000 too much: 160 000, that is 800 per mille.
    assert row(after.last_reported_kg) == [160_000, 160_000]
    assert row(after.last_said_kg) == [[80_000] * 2, [80_000] * 2]
    assert row(after.believed_kg) == [[72_000] * 2, [80_000] * 2]
    assert row(after.neighbours_pm) == [1600, 900]
    assert report.correct(state, given_in(hard, FEB)).state is state


def test_in_a_mild_climate_they_say_what_they_brought() -> None:
    state = state_of(MILD, AUG, tally={Tally.HARVEST_KG: [40_000, 7]}, neighbours_pm=4000)
    after = report.hand_in(state, given_in(MILD, AUG, asked_kg=90_000)).state
    assert row(after.tally)[Tally.SAID_KG] == [40_000, 7]


def test_the_boasting_channel() -> None:
    level = hamlets(climate_pm=500)
    state = state_of(level, AUG, tally={Tally.HARVEST_KG: 40_000}, neighbours_pm=4000)
    off = report.hand_in(state, given_in(level, AUG, params=without("boasting"))).state
    assert row(off.tally)[Tally.SAID_KG] == [40_000, 40_000]


def test_nobody_dares_more_than_the_fields_can_be_seen_to_give() -> None:
    level = hamlets(climate_pm=1000, fear_pm=1000)
    state = state_of(level, AUG, tally={Tally.HARVEST_KG: [10_000, 90_000]}, neighbours_pm=4000)
    eager = coefficients({"report": {"asked_pull_pm": 3000, "heard_pull_pm": 3000}})
    given_it = given_in(level, AUG, asked_kg=10_000_000, params=eager)
    after = report.hand_in(state, given_it).state
    # Twice the usual 50 000, or twice the truth where that is more.
    assert row(after.tally)[Tally.SAID_KG] == [100_000, 180_000]


@pytest.mark.parametrize(
    ("climate", "fear", "held"),
    [(599, 0, False), (600, 0, True), (500, 199, False), (500, 200, True)],
)
def test_no_figure_below_last_years_in_a_hard_climate(climate: int, fear: int, held: bool) -> None:
    level = hamlets(climate_pm=climate, fear_pm=fear)
    state = state_of(
        level, AUG, tally={Tally.HARVEST_KG: 40_000}, last_said_kg=[[77_000], [99_000]]
    )
    quiet = {"boasting": 0}
    given_it = given_in(level, AUG, params=coefficients({"channels": quiet}))
    said = row(report.hand_in(state, given_it).state.tally)[Tally.SAID_KG]
    assert said == ([77_000] * 2 if held else [40_000] * 2)
    off = given_in(level, AUG, params=coefficients({"channels": quiet | {"ratchet": 0}}))
    assert row(report.hand_in(state, off).state.tally)[Tally.SAID_KG] == [40_000] * 2
    autumn = given_in(level, NOV, params=coefficients({"channels": quiet}))
    said = row(report.hand_in(state, autumn).state.tally)[Tally.SAID_KG]
    assert said == ([99_000] * 2 if held else [40_000] * 2)


@pytest.mark.parametrize(
    ("chosen", "plead", "figure"),
    [
        (AS_SAID, 0, 150_000),
        (90_000, 0, 90_000),
        (0, 0, 0),
        (400_000, 0, 400_000),
        (AS_SAID, 1, 120_000),  # a plea admits the truth
        (400_000, 1, 120_000),
        (90_000, 1, 90_000),  # and does not raise a figure that is lower still
    ],
)
def test_the_commune_writes_one_figure(chosen: int, plead: int, figure: int) -> None:
    state = state_of(
        MILD, NOV, tally={Tally.HARVEST_KG: [70_000, 50_000], Tally.SAID_KG: [100_000, 50_000]}
    )
    outcome = report.write(state, given_in(MILD, NOV, report_kg=chosen, plead=plead, keep_why=True))
    after = outcome.state
    reported = row(after.tally)[Tally.REPORTED_KG]
    assert sum(reported) == figure
    assert reported[0] == -(-figure * 2 // 3)  # two thirds were said by the first
    assert moved(outcome, Book.CLAIMED, Book.STORE) == [reported]
    assert moved(outcome, Book.STORE, Book.SEED) == [[kg * 17 // 100 for kg in reported]]
    assert outcome.moves == ()
    assert after.harvests == 3
    past = row(after.past_kg)[2]
    assert past[: Past.TAKEN] == [120_000, 150_000, figure]
    assert row(after.last_said_kg) == [[50_000] * 2, [100_000, 50_000]]
    assert row(after.last_reported_kg) == [100_000, figure]
    (why,) = outcome.why
    assert sum(int(f.amount[0]) for f in why.factors) == figure


def test_a_figure_for_nothing_said_is_shared_evenly() -> None:
    after = report.write(state_of(MILD, NOV), given_in(MILD, NOV, report_kg=9)).state
    assert row(after.tally)[Tally.REPORTED_KG] == [5, 4]


def test_deliveries_are_taken_off_the_written_store_as_far_as_it_goes() -> None:
    state = state_of(
        MILD,
        NOV,
        tally={Tally.PROCURED_KG: [30_000, 30_000]},
        books={Book.STORE: [100_000, 10_000]},
    )
    state = replace(state, harvests=4)
    outcome = report.enter_deliveries(state, given_in(MILD, NOV))
    assert moved(outcome, Book.STORE, Book.DELIVERED) == [[30_000, 10_000]]
    assert row(outcome.state.past_kg)[3][Past.TAKEN] == 60_000


def test_the_books_eat_by_the_norm() -> None:
    state = state_of(
        MILD, books={Book.STORE: [100_000, 4_000]}, people=[[400, 500, 100], [400, 500, 100]]
    )
    outcome = report.keep_books(state, given_in(MILD, ration_g=0))
    # 1 000 people x 500 g x 30 days, whatever the ration.
    assert moved(outcome, Book.STORE, Book.EATEN) == [[15_000, 4_000]]
    nobody = replace(state, people=ints(np.zeros_like(state.people)))
    assert moved(report.keep_books(nobody, given_in(MILD)), Book.STORE, Book.EATEN) == [[0, 0]]


def test_a_level_without_neighbours_reports() -> None:
    level = replace(hamlets(climate_pm=500), neighbours=())
    state = state_of(level, AUG, tally={Tally.HARVEST_KG: 40_000})
    after = report.hand_in(state, given_in(level, AUG)).state
    assert row(after.tally)[Tally.SAID_KG] == [40_000, 40_000]


@settings(max_examples=40, deadline=None)
@given(st.lists(kilograms, min_size=2, max_size=2), st.integers(-1, 1_000_000_000))
def test_the_parts_of_a_figure_add_up(said: list[int], chosen: int) -> None:
    state = state_of(MILD, NOV, tally={Tally.SAID_KG: said})
    after = report.write(state, given_in(MILD, NOV, report_kg=chosen)).state
    reported = after.tally[0, Tally.REPORTED_KG]
    assert (reported >= 0).all()
    assert int(reported.sum()) == (sum(said) if chosen == AS_SAID else chosen)


def test_what_is_sold_back_stands_in_the_written_store_again() -> None:
    written = {Book.DELIVERED: [900, 100], Book.STORE: 50}
    level = hamlets(climate_pm=500)
    state = state_of(level, books=written, tally={Tally.SOLD_BACK_KG: 300})
    outcome = report.enter_resale(state, given_in(level))
    # The second hamlet never delivered that much: no more comes back into the books than left them.
    assert [move.kg.tolist() for move in outcome.books] == [[[300, 100]]]


def test_where_the_truth_can_be_told_old_figures_come_down_towards_it() -> None:
    """As above, but the harvest was 60 000 only and the half of that can be told."""
    calm = hamlets(climate_pm=200, fear_pm=0)
    past = np.zeros_like(state_of(calm).past_kg[0])
    past[:2, Past.ACTUAL] = 60_000, 160_000
    state = state_of(calm, FEB, past_kg=past, last_reported_kg=[200_000, 160_000])
    half = coefficients({"report": {"candour": table([[0, 500], [1000, 500]])}})
    after = report.correct(state, given_in(calm, FEB, params=half)).state
    # 100 000 was usual, so 80 000 is aimed at: 400 per mille of 120 000 too much.
    assert row(after.last_reported_kg) == [152_000, 160_000]
