"""Twin of game/sim/directives.py: what is in force when the desk says nothing."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim import directives
from game.sim.arrays import ints
from game.sim.level import Level
from game.sim.orders import COMPULSORY, KINDS, NONE, STOPPED, VOLUNTARY, renewed
from tests.sim.cases import hamlets
from tests.villages import ordered


def changing(**columns: tuple[int, int]) -> Level:
    """A level whose track says one thing in the first season and another afterwards."""
    level = hamlets(turns=4)
    dated = {name: ints([before] * 3 + [after] * 9) for name, (before, after) in columns.items()}
    return replace(level, track=replace(level.track, **dated))


AUTUMN = changing(
    steel_pm=(0, 350), halls=(0, 2), plots=(2, 0), technique_pm=(0, 800), free_meals=(0, 1),
    gates=(0, 1), search=(0, 1), works_pm=(0, 100),
)  # fmt: skip


def test_a_new_directive_is_carried_out_unless_the_desk_says_otherwise() -> None:
    now = directives.next_season(ordered(AUTUMN), AUTUMN, 1)
    assert now.labour_pm[0].tolist() == [[450, 350, 100, 100]] * 2
    assert now.hall.tolist() == [COMPULSORY]
    assert now.plots.tolist() == [NONE]
    assert now.free_meals.tolist() == [1]
    assert now.leavers.tolist() == [STOPPED]
    assert now.technique_pm[0].tolist() == [[800, 800]] * 2
    assert now.search.tolist() == [[1, 1]]
    assert now.works.tolist() == [1]
    # 1 000 of working age, 850 able of a thousand, 35 of a hundred: 297, at 150 a furnace.
    assert now.furnaces.tolist() == [2]


def test_what_the_office_ordered_stands_until_the_next_directive() -> None:
    told = ordered(AUTUMN, labour_pm=[900, 0, 0, 100], hall=VOLUNTARY, works=1)
    later = directives.next_season(told, AUTUMN, 2)
    assert np.array_equal(later.labour_pm, told.labour_pm)
    assert later.hall.tolist() == [VOLUNTARY]


def test_orders_for_one_turn_are_over_all_the_same() -> None:
    told = ordered(AUTUMN, report_kg=7, weigh=1)
    assert directives.next_season(told, AUTUMN, 2).report_kg.tolist() == [-1]
    assert directives.next_season(told, AUTUMN, 2).weigh.tolist() == [[0, 0]]


def test_nothing_new_is_said_in_the_first_season_and_after_the_last() -> None:
    assert directives.told(AUTUMN, 0) == ()
    assert directives.told(AUTUMN, 4) == ()
    assert set(directives.told(AUTUMN, 1)) >= {"labour", "hall", "plots", "furnaces"}
    assert directives.told(AUTUMN, 2) == ()


@pytest.mark.parametrize("shut", ["labour", "hall", "furnaces"])
def test_what_is_not_open_yet_is_left_as_it_is(shut: str) -> None:
    names = [kind.name for kind in KINDS]
    opens = AUTUMN.track.opens.copy()
    opens[:, names.index(shut)] = 0
    level = replace(AUTUMN, track=replace(AUTUMN.track, opens=ints(opens)))
    told = ordered(level)
    now = directives.next_season(told, level, 1)
    array = next(kind.array for kind in KINDS if kind.name == shut)
    assert np.array_equal(getattr(now, array), getattr(renewed(told), array))
    if shut == "furnaces":  # and nobody is sent where there is nothing to do
        assert now.labour_pm[0, :, 1].tolist() == [0, 0]
