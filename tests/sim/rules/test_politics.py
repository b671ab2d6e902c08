"""Twin of game/sim/rules/politics.py."""

from dataclasses import replace
from typing import Any

import pytest

from game.sim.level import Level
from game.sim.orders import ALLOWED, CLOSED, COMPULSORY, LET_GO, NONE, STOPPED, TOLERATED, VOLUNTARY
from game.sim.rules import politics
from game.sim.state import State, Tally
from tests.sim.cases import (
    AUG,
    FEB,
    JUL,
    MAY,
    NOV,
    coefficients,
    given_in,
    hamlets,
    row,
    state_of,
    without,
)

LEVEL = hamlets(climate_pm=500)


def parts(level: Level, state: State, month: int, **ordering: Any) -> dict[str, int]:
    """The parts of the county's opinion, and their sum, for the first run."""
    outcome = politics.judge(state, given_in(level, month, keep_why=True, **ordering))
    (why,) = outcome.why
    found = {f.name: int(f.amount[0]) for f in why.factors}
    change = row(outcome.state.standing_pm) - row(state.standing_pm)
    if 0 < row(outcome.state.standing_pm) < 1000 and row(outcome.state.removed) < 0:
        assert change == sum(found.values())
    return found


def handed_in(reported: int, demanded: int = 0, taken: int = 0, **arrays: int) -> State:
    """What each of the two hamlets wrote; 50 000 of each was believed in summer."""
    return state_of(
        LEVEL,
        AUG,
        tally={
            Tally.REPORTED_KG: reported,
            Tally.DEMANDED_KG: demanded,
            Tally.PROCURED_KG: taken,
        },
        **arrays,
    )


@pytest.mark.parametrize(
    ("climate", "reported", "praise", "low"),
    [
        # Looked for: 100 000 and a fifth of the climate on top, that is 110 000 at half.
        (500, 55_000, 30, 0),
        (500, 90_000, 30, 0),
        (500, 44_000, 0, -40),  # 800 of it: twice 200 short x 200 x 0.5
        (500, 0, 0, -100),
        (1000, 60_000, 60, 0),
        (1000, 48_000, 0, -80),
        (1000, 30_000, 0, -200),  # half of it is as bad as none
        (0, 50_000, 0, 0),
        (0, 10_000, 0, 0),  # in a mild climate nobody minds
    ],
)
def test_a_poor_report_costs_standing_in_a_hard_climate(
    climate: int, reported: int, praise: int, low: int
) -> None:
    found = parts(hamlets(climate_pm=climate), handed_in(reported), AUG)
    assert (found["praise"], found["low_report"]) == (praise, low)


@pytest.mark.parametrize(
    ("climate", "taken", "missed"),
    [(1000, 40_000, 0), (1000, 0, -130), (1000, 20_000, -65), (0, 0, -30), (500, 0, -80)],
)
def test_undelivered_grain_costs_standing(climate: int, taken: int, missed: int) -> None:
    found = parts(hamlets(climate_pm=climate), handed_in(90_000, 40_000, taken), AUG)
    assert found["missed"] == missed


def test_nothing_asked_is_nothing_missed() -> None:
    assert parts(LEVEL, handed_in(90_000), AUG)["missed"] == 0


@pytest.mark.parametrize(("climate", "cost"), [(0, 0), (500, -50), (1000, -100)])
def test_a_plea_costs_standing(climate: int, cost: int) -> None:
    level = hamlets(climate_pm=climate)
    assert parts(level, handed_in(90_000), AUG, plead=1)["plead"] == cost
    assert parts(level, handed_in(90_000), AUG)["plead"] == 0


@pytest.mark.parametrize("month", [MAY, FEB])
def test_no_report_is_looked_for_out_of_season(month: int) -> None:
    found = parts(LEVEL, handed_in(0, 40_000, 0), month)
    assert not {"praise", "low_report", "missed", "plead"} & set(found)


@pytest.mark.parametrize(
    ("wanted", "sent", "cost"),
    [(300, 0, -90), (300, 150, -45), (300, 300, 0), (300, 900, 0), (100, 0, -29)],
)
def test_unlit_furnaces_cost_standing(wanted: int, sent: int, cost: int) -> None:
    level = hamlets(steel_pm=wanted)
    assert parts(level, state_of(level), MAY, labour_pm=[0, sent, 0, 0])["steel"] == cost
    # The mean over the units: one may do it all.
    one = [[0, sent * 2, 0, 0], [0, 0, 0, 0]]
    assert parts(level, state_of(level), MAY, labour_pm=one)["steel"] == cost


def test_empty_works_cost_standing_and_nothing_unasked_does() -> None:
    level = hamlets(works_pm=300)
    assert parts(level, state_of(level), MAY, labour_pm=[0, 900, 0, 0])["works"] == -50
    assert parts(level, state_of(level), MAY, labour_pm=[0, 0, 300, 0])["works"] == 0
    assert not {"steel", "works"} & set(parts(LEVEL, state_of(LEVEL), MAY))


@pytest.mark.parametrize(
    ("required", "hall", "cost"),
    [
        (2, CLOSED, -80), (2, VOLUNTARY, -40), (2, COMPULSORY, 0),
        (1, CLOSED, -40), (1, VOLUNTARY, 0), (0, CLOSED, 0),
    ],
)  # fmt: skip
def test_closed_halls(required: int, hall: int, cost: int) -> None:
    level = hamlets(climate_pm=1000, halls=required)
    assert parts(level, state_of(level), MAY, hall=hall)["halls"] == cost


@pytest.mark.parametrize(
    ("permitted", "plots", "cost"),
    [
        (0, ALLOWED, -70), (0, TOLERATED, -35), (0, NONE, 0),
        (1, ALLOWED, -35), (1, TOLERATED, 0), (2, ALLOWED, 0),
    ],
)  # fmt: skip
def test_plots_where_they_are_forbidden(permitted: int, plots: int, cost: int) -> None:
    level = hamlets(climate_pm=1000, plots=permitted)
    assert parts(level, state_of(level), MAY, plots=plots)["plots"] == cost


@pytest.mark.parametrize(
    ("technique", "cost"), [([0, 0], -50), ([400, 0], -25), ([400, 400], 0), ([1000, 0], 0)]
)
def test_techniques_that_are_refused(technique: list[int], cost: int) -> None:
    level = hamlets(climate_pm=1000, technique_pm=400)
    assert parts(level, state_of(level), MAY, technique_pm=technique)["technique"] == cost
    mild = hamlets(climate_pm=1000)
    assert parts(mild, state_of(mild), MAY, technique_pm=technique)["technique"] == 0


@pytest.mark.parametrize(
    ("gates", "leavers", "left", "cost"),
    [(1, LET_GO, 500, -40), (1, LET_GO, 0, 0), (1, STOPPED, 500, 0), (0, LET_GO, 500, 0)],
)
def test_people_let_go_where_gates_are_kept(gates: int, leavers: int, left: int, cost: int) -> None:
    level = hamlets(gates=gates)
    state = state_of(level, tally={Tally.LEFT: left})
    assert parts(level, state, MAY, leavers=leavers)["gates"] == cost


def test_hidden_grain_that_others_found() -> None:
    assert parts(LEVEL, state_of(LEVEL, tally={Tally.FOUND_KG: [1, 0]}), MAY)["hidden"] == -150
    assert parts(LEVEL, state_of(LEVEL), MAY)["hidden"] == 0


@pytest.mark.parametrize(
    ("climate", "before", "after"),
    [(0, 500, 520), (0, 590, 600), (0, 800, 780), (500, 500, 510), (1000, 500, 500)],
)
def test_calm_seasons_forget(climate: int, before: int, after: int) -> None:
    level = hamlets(climate_pm=climate)
    state = state_of(level, standing_pm=before)
    assert row(politics.judge(state, given_in(level, MAY)).state.standing_pm) == after


def test_who_falls_below_the_line_is_removed_once() -> None:
    level = hamlets(climate_pm=1000, steel_pm=300)
    sent = given_in(level, NOV, labour_pm=[0, 0, 0, 0])
    written = state_of(level, tally={Tally.REPORTED_KG: 10**6}, standing_pm=120)
    kept = politics.judge(replace(written, standing_pm=written.standing_pm + 10), sent).state
    assert (row(kept.standing_pm), row(kept.removed)) == (100, -1)  # 130 + 60 - 90
    gone = politics.judge(written, sent).state
    assert (row(gone.standing_pm), row(gone.removed)) == (600, 2)  # 90: below 100
    later = replace(gone, standing_pm=written.standing_pm, month=20)
    again = politics.judge(later, given_in(level, 20, labour_pm=[0, 0, 0, 0])).state
    assert row(again.removed) == 2
    assert row(again.standing_pm) == 90


def test_standing_stays_in_its_range() -> None:
    level = hamlets(climate_pm=1000, steel_pm=200)
    low = state_of(level, standing_pm=5, removed=1)
    assert row(politics.judge(low, given_in(level, MAY, furnaces=0)).state.standing_pm) == 0
    praised = state_of(level, tally={Tally.REPORTED_KG: 10**6}, standing_pm=990)
    given = given_in(level, AUG, labour_pm=[0, 200, 0, 0])
    assert row(politics.judge(praised, given).state.standing_pm) == 1000


def test_the_politics_channel() -> None:
    level = hamlets(climate_pm=1000, steel_pm=200)
    state = state_of(level, standing_pm=50)
    assert politics.judge(state, given_in(level, params=without("politics"))).state is state


@pytest.mark.parametrize("month", [MAY, JUL, FEB])
def test_neighbours_speak_at_the_end_of_a_harvest_season(month: int) -> None:
    state = state_of(LEVEL, month)
    assert politics.hear(state, given_in(LEVEL, month)).state is state


def claims(level: Level, state: State, month: int = AUG, **given: Any) -> list[int]:
    return row(politics.hear(state, given_in(level, month, **given)).state.neighbours_pm)


def test_neighbours_outbid_one_another_in_a_hard_climate() -> None:
    level = hamlets(climate_pm=1000)
    first = claims(level, state_of(level, AUG))
    # From 1000: 400 x zeal (1000 and 500) x luck of 700 to 1300.
    assert 1280 <= first[0] <= 1520
    assert 1140 <= first[1] <= 1260
    # The lower follows the tallest, by three tenths of the way and its own push.
    pulled = claims(level, state_of(level, AUG, neighbours_pm=[2000, 1000]))
    assert pulled[1] - first[1] == 300


def test_our_own_tall_figure_drives_them_on() -> None:
    level = hamlets(climate_pm=1000)
    quiet = state_of(level, AUG, last_reported_kg=0)
    loud = state_of(level, AUG, last_reported_kg=200_000)  # twice the usual 100 000
    assert claims(level, loud)[0] - claims(level, quiet)[0] == 300


def test_claims_come_back_in_a_mild_climate_and_stay_in_range() -> None:
    level = hamlets(climate_pm=0)
    assert claims(level, state_of(level, AUG, neighbours_pm=2000)) == [1500, 1500]
    hard = hamlets(climate_pm=1000)
    top = politics.MOST_CLAIM_PM
    assert claims(hard, state_of(hard, AUG, neighbours_pm=top)) == [top, top]
    wild = coefficients({"report": {"neighbour_back_pm": 1000}})
    low = claims(level, state_of(level, AUG, neighbours_pm=500), params=wild)
    assert low == [1000, 1000]


def test_a_level_without_neighbours_hears_nothing() -> None:
    level = replace(LEVEL, neighbours=())
    state = state_of(level, AUG)
    assert politics.hear(state, given_in(level, AUG)).state is state


@pytest.mark.parametrize(
    ("rectify", "dead", "cost"),
    [(0, 500, 0), (1000, 45, 0), (1000, 60, -70), (1000, 100, -270), (500, 100, -135)],
)
def test_where_very_many_died_the_office_has_to_answer(rectify: int, dead: int, cost: int) -> None:
    """Of 2 000 people 5 die in three usual months.

    Of 60 deaths 55 are too many, 27 in a thousand: ten is lost for each above 20.
    """
    level = hamlets(rectify_pm=rectify)
    state = state_of(level, MAY, tally={Tally.DEATHS: [dead, 0]})
    assert parts(level, state, MAY).get("dead", 0) == cost
    successor = replace(state, removed=state.removed + 1)
    assert parts(level, successor, MAY).get("dead", 0) == 0
