"""Twin of game/sim/eye.py."""

from game.sim import eye
from game.sim.state import State
from tests.sim.cases import JUN, MAR, given_in, hamlets, state_of

LEVEL = hamlets()


def seen(month: int, before: State, after: State) -> list[int]:
    return [int(kg) for kg in eye.harvest(before, after, given_in(LEVEL, month))[:, 0]]


def test_reaped_land_tells_what_it_may_have_given() -> None:
    before = state_of(LEVEL, JUN, soil_pm=800, stubble_ares=[100, 0])
    after = state_of(LEVEL, JUN + 1, stubble_ares=[1_100, 0])
    # 10 ha at 1,000 kg, on soil of 800: 8 t in a usual year, less or more.
    assert seen(JUN, before, after) == [5_280, 7_360, 8_720]
    assert seen(JUN, before, before) == [0, 0, 0]


def test_old_stubble_goes_under_in_march_and_is_no_harvest() -> None:
    before = state_of(LEVEL, MAR, stubble_ares=[5_000, 0])
    after = state_of(LEVEL, MAR + 1, stubble_ares=[0, 0])
    assert seen(MAR, before, after) == [0, 0, 0]
