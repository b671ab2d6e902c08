import numpy as np
import pytest

from game.bots import ABOUT, BOTS, common
from game.sim import turn, views
from game.sim.arrays import ints
from game.sim.level import Level
from game.sim.orders import KINDS, at_start, listed, refusal
from tests.villages import standard, village


def seen(level: Level, runs: int = 2, turns: int = 0) -> views.Seen:
    params, numbers = standard(), ints(range(runs))
    state, orders = turn.begin(level, params, 1, numbers), at_start(level, runs)
    for _ in range(turns):
        state = turn.season(state, level, params, orders, 1, numbers)[-1].state
        state = turn.close(state, level, params, orders, 1, numbers).state
    return views.seen(level, params, state, orders)


def test_every_policy_has_one_sentence() -> None:
    assert list(BOTS) == list(ABOUT)
    for about in ABOUT.values():
        assert about.endswith(".")
        assert "\n" not in about


def test_idle_gives_no_orders() -> None:
    one = seen(village())
    assert BOTS["idle"](one) is one.orders


@pytest.mark.parametrize("policy", sorted(BOTS))
def test_orders_stand_under_every_directive(policy: str) -> None:
    level = village(
        climate_pm=1000, steel_pm=900, works_pm=800, technique_pm=1000, halls=2, search=1
    )
    one = seen(level)
    wanted = BOTS[policy](one)
    for order in listed(level, one.orders, wanted, 1, desk=False):
        assert refusal(order, level, 0, desk=False) is None, order


def test_what_is_not_open_is_not_touched() -> None:
    level = village(steel_pm=500)
    object.__setattr__(level.track, "opens", ints(np.zeros((level.months, len(KINDS)))))
    one = seen(level)
    for bot in BOTS.values():
        assert listed(level, one.orders, bot(one), 0, desk=False) == []


def test_a_ration_lasts_to_the_harvest_and_has_a_floor() -> None:
    one = seen(village())
    grams = int(common.ration(one)[0])
    assert common.LEAST_RATION_G <= grams <= one.need_g_day


def test_labour_shares_never_pass_the_whole() -> None:
    level = village()
    one = seen(level)
    for steel in (0, 300, 1000):
        for works in (0, 500, 1000):
            for first in (True, False):
                shares = common.labour(one, steel, works, fields_first=first)
                assert (shares >= 0).all()
                assert (shares.sum(axis=2) <= 1000).all()
