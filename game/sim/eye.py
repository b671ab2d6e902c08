"""Eye: what a harvest looks like to people who walk past the fields and may not see the scales."""

import numpy as np

from game.sim import fieldwork
from game.sim.arrays import Ints
from game.sim.given import Given
from game.sim.state import State
from game.sim.whole import part

MARCH = 3
GROWN_PM = (660, 920, 1090)
"""What land in that state may have given, beside a usual year: weather, luck, spilt grain."""


def harvest(before: State, after: State, given: Given) -> Ints:
    """What was brought in during a month: low end, middle, high end, kg, (3, U).

    The land that was reaped is seen, and how its soil, its water, its animals and the crop on it
    stood. Weather, luck and careless reaping are not weighed by looking.
    """
    old = before.stubble_ares[0] * (given.calendar_month != MARCH)
    reaped = np.maximum(0, after.stubble_ares[0] - old)
    kg = np.zeros(len(given.level.units), dtype=np.int64)
    if reaped.any():
        for c, crop in enumerate(given.level.crops):
            usual = reaped[:, c] * crop.yield_kg_ha // 100
            for pm in _looks(before, given, c):
                usual = part(usual, pm[0])
            kg += usual
    return part(kg, np.array(GROWN_PM, dtype=np.int64)[:, None])


def _looks(state: State, given: Given, c: int) -> tuple[Ints, ...]:
    """How the land and a crop on it look, beside good land well tended, per mille, (R, U) each."""
    p, level = given.params, given.level
    herd = fieldwork.herd_pm(state, level, p)
    water = fieldwork.watered_pm(state, level)
    tables = (p.crop.manure_yield.at(herd), p.crop.effort_yield.at(state.effort_pm))
    return state.soil_pm, state.vigour_pm[:, :, c], *tables, p.crop.water_yield.at(water)
