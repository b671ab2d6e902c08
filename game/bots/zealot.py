"""Carries every directive out in full and reports 15 % more than the tallest neighbour."""

import numpy as np

from game.bots import common
from game.sim.orders import BY_POINTS, Orders
from game.sim.views import Seen
from game.sim.whole import part

ABOVE_PM = 1150


def decide_all(seen: Seen) -> Orders:
    """First in everything the county asks for."""
    told = seen.directive
    if seen.desk:
        boast = part(common.tallest_kg(seen), ABOVE_PM)
        return common.put(seen, report_kg=np.maximum(boast, seen.said_kg.sum(axis=1)))
    steel, works = told.steel_pm, told.works_pm
    target = part(seen.hoped_kg, ABOVE_PM)
    return common.put(
        seen,
        labour_pm=common.labour(seen, steel, works, fields_first=False),
        asked_kg=common.own_target_kg(seen, target),
        furnaces=common.furnaces(seen, steel),
        works=common.project(seen, works),
        ration_g=common.ration(seen),
        first=BY_POINTS,
        hall=told.halls,
        free_meals=told.free_meals,
        plots=told.plots,
        technique_pm=1000 if told.technique_pm else 0,
        search=told.search,
        leavers=told.gates,
        scrap_pm=800 if steel else 0,
        wood_pm=1000,
    )
