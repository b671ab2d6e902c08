"""Twin of game/sim/stages.py: who owns and keeps the accounts, and what follows from it."""

from dataclasses import replace

import numpy as np
import pytest

from game.levelfiles.keys import STAGES
from game.sim import stages, turn
from game.sim.arrays import ints
from game.sim.params import StagesParams
from game.sim.stages import Stage
from tests.sim.cases import coefficients, hamlets, without
from tests.villages import ordered, play, standard

LEVEL = hamlets(turns=8)


def test_level_files_name_the_stages_that_there_are() -> None:
    assert STAGES == stages.NAMES
    assert len(stages.WORDS) == len(Stage)


@pytest.mark.parametrize("name", StagesParams.__dataclass_fields__)
def test_every_shipped_table_says_something_of_every_stage(name: str) -> None:
    assert getattr(standard().stages, name).x.tolist() == [int(each) for each in Stage]


def test_a_stage_is_dated_and_the_last_one_lasts() -> None:
    dated = ints([Stage.HIGHER_COOP] * 6 + [Stage.COMMUNE] * 12 + [Stage.TEAM] * 6)
    level = replace(LEVEL, track=replace(LEVEL.track, stage=dated))
    params = coefficients()
    found = [stages.at(level, params, month) for month in (0, 5, 6, 17, 18, 23, 99)]
    assert found == [
        Stage.HIGHER_COOP, Stage.HIGHER_COOP, Stage.COMMUNE, Stage.COMMUNE,
        Stage.TEAM, Stage.TEAM, Stage.TEAM,
    ]  # fmt: skip
    # Without recovery a commune stays what it is; what came before it is not touched.
    stuck = [stages.at(level, without("recovery"), month) for month in (0, 6, 18)]
    assert stuck == [Stage.HIGHER_COOP, Stage.COMMUNE, Stage.COMMUNE]


@pytest.mark.parametrize(
    ("stage", "technique", "maize"),
    # All of it in a commune, four fifths under three levels, two fifths where teams decide.
    [(Stage.COMMUNE, 500, 0), (Stage.THREE_LEVELS, 400, 80), (Stage.TEAM, 200, 240)],
)
def test_teams_do_what_they_know_of_what_they_are_told(
    stage: Stage, technique: int, maize: int
) -> None:
    level = hamlets(stage=int(stage))
    told = ordered(level, technique_pm=[500, 500], crop_pm=[[500, 0]])
    done = stages.carried_out(told, level, coefficients(), 0)
    assert done.technique_pm[0, 0].tolist() == [technique, technique]
    assert done.crop_pm[0, 0].tolist() == [500, maize]
    assert np.array_equal(done.labour_pm, told.labour_pm)


def test_a_year_of_the_commune_costs_effort_herds_and_tools_and_later_stages_give_back() -> None:
    ends = {
        stage: play(hamlets(turns=5, stage=int(stage)), params=coefficients())[-1]
        for stage in (Stage.HIGHER_COOP, Stage.COMMUNE, Stage.TEAM)
    }
    for name in ("effort_pm", "animals", "tools_pm"):
        commune = getattr(ends[Stage.COMMUNE], name)
        for other in (Stage.HIGHER_COOP, Stage.TEAM):
            assert (commune < getattr(ends[other], name)).all(), (name, other)


def test_the_parts_of_effort_add_up_and_name_the_stage() -> None:
    level = hamlets(stage=int(Stage.COMMUNE))
    begun = turn.begin(level, coefficients(), 1, ints([0]))
    orders = ordered(level, hall=2)
    (first, *_) = turn.season(begun, level, coefficients(), orders, 1, ints([0]), keep_why=True)
    (why,) = [each for each in first.why if each.figure == "effort"]
    assert why.factors[0].name == "stage_commune"
    assert why.adds_up
    total = sum(each.amount for each in why.factors)
    assert np.array_equal(total, first.state.effort_pm)
