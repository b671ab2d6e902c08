"""Stages: how far land, tools, animals, grain and work are owned together, as dated in a level.

Not a scale from less to more: what followed the commune of 1958 kept its name and gave back, level
by level, what it had taken. What a stage does is a table of coefficients over these numbers
(`[stages.*]` in params.toml), so that each effect can be seen and changed by itself.
"""

from dataclasses import replace
from enum import IntEnum

import numpy as np

from game.sim.arrays import frozen
from game.sim.level import Level
from game.sim.orders import N_, Orders
from game.sim.params import Params
from game.sim.whole import part


class Stage(IntEnum):
    """Who owns and who keeps the accounts. The names are those of level files."""

    FAMILY_FARMS = 0  # land, tools and animals are the household's; some help one another
    HOUSEHOLD_COOP = 1  # land worked together, paid for as a share; animals and tools lent
    HIGHER_COOP = 2  # land and animals collective, work points, plots kept; 1956 to 1958
    COMMUNE = 3  # all pooled, down to plots and pots; one account for thousands of households
    THREE_LEVELS = 4  # the brigade owns and keeps the accounts; plots and tools given back; 1961
    TEAM = 5  # twenty to thirty households own and divide what they grow; 1962


NAMES = tuple(stage.name.lower() for stage in Stage)
"""As a level file writes them."""

WORDS = (
    N_("family farms"),
    N_("household co-operative"),
    N_("higher co-operative"),
    N_("people's commune"),
    N_("commune of three levels"),
    N_("accounts kept by the team"),
)
"""As the interface prints them, to be translated."""


def at(level: Level, params: Params, month: int) -> Stage:
    """The stage in a month; past the level's end, the last one.

    Args:
        level: the level
        params: where the channel `recovery` is off, a commune stays what it is
        month: since the level began
    """
    stage = Stage(int(level.track.stage[min(month, level.months - 1)]))
    return stage if params.channels.recovery else min(stage, Stage.COMMUNE)


def carried_out(orders: Orders, level: Level, params: Params, month: int) -> Orders:
    """The orders as they come to the fields: below the commune, teams decide crops and technique.

    What is ordered counts by `stages.told`; the rest of the land follows what was grown before, and
    the rest of the work is done as it always was.
    """
    told = int(params.stages.told.at(np.asarray(at(level, params, month))))
    if told >= 1000:
        return orders
    plan = level.crop_plan_pm
    crops = plan + (orders.crop_pm - plan) * told // 1000
    if np.array_equal(orders.crop_pm, np.broadcast_to(plan, orders.crop_pm.shape)):
        crops = orders.crop_pm
    return replace(
        orders, crop_pm=frozen(crops), technique_pm=frozen(part(orders.technique_pm, told))
    )
