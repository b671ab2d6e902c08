"""Keeps grain back where it can and gives the county as little as the climate lets pass."""

import numpy as np

from game.bots import common
from game.sim.orders import LET_GO, TOLERATED, VOLUNTARY, WEAK_FIRST, Orders
from game.sim.views import Seen
from game.sim.whole import part

CALM_REPORT_PM = 950
LEAN_PM = 550
"""How far, in the hardest climate, the figure leans from the harvest towards what is looked for."""
SHAKY_PM = 400


def decide_all(seen: Seen) -> Orders:
    """Bend as far as the office can be kept, and no further."""
    return _at_the_desk(seen) if seen.desk else _in_the_season(seen)


def _at_the_desk(seen: Seen) -> Orders:
    climate = min(1000, seen.directive.climate_pm)
    low = part(common.brought_in_kg(seen), CALM_REPORT_PM)
    looked_for = np.maximum(seen.last_reported_kg, common.tallest_kg(seen))
    lean = np.where(seen.standing_pm < SHAKY_PM, LEAN_PM + 300, LEAN_PM) * climate // 1000
    report = low + part(np.maximum(0, looked_for - low), lean)
    shaky = seen.standing_pm < SHAKY_PM
    return common.put(
        seen,
        report_kg=report,
        deliver_pm=np.where(shaky, 1000, 950),
        ask_back=common.short_of_food(seen, 600) * np.where(shaky, 0, 1),
    )


def _in_the_season(seen: Seen) -> Orders:
    told = seen.directive
    steel, works = told.steel_pm * 3 // 10, told.works_pm * 4 // 10
    hiding = 20 if told.search else 60
    return common.put(
        seen,
        labour_pm=common.labour(seen, steel, works, fields_first=True),
        furnaces=common.furnaces(seen, steel),
        works=common.project(seen, works),
        ration_g=common.ration(seen),
        first=WEAK_FIRST,
        hall=min(told.halls, VOLUNTARY),
        free_meals=0,
        plots=max(told.plots, TOLERATED),
        technique_pm=told.technique_pm * 3 // 10,
        hide_pm=hiding,
        seed_pm=1000,
        scrap_pm=0,
        search=0,
        leavers=LET_GO,
    )
