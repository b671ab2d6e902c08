"""Reports exactly what was brought in, keeps the hands in the fields and the meals even."""

from game.bots import common
from game.sim.orders import EQUAL, LET_GO, VOLUNTARY, Orders
from game.sim.views import Seen

TOKEN_PM = 60
"""Hands at the furnaces at most, so that a few of them smoke; the fields come first."""
BARELY_PM = 600
SAFE_PM = 400
"""Standing from which a plea does not cost the office."""


def decide_all(seen: Seen) -> Orders:
    """One figure in both ledgers; the price is paid in standing."""
    if seen.desk:
        hungry = common.short_of_food(seen, BARELY_PM)
        heard = hungry * (seen.standing_pm > SAFE_PM)
        return common.put(seen, report_kg=common.brought_in_kg(seen), plead=heard, ask_back=hungry)
    told = seen.directive
    steel = min(told.steel_pm, TOKEN_PM)
    works = min(told.works_pm, 250)
    return common.put(
        seen,
        labour_pm=common.labour(seen, steel, works, fields_first=True),
        furnaces=common.furnaces(seen, steel),
        works=common.project(seen, works),
        ration_g=common.ration(seen),
        first=EQUAL,
        hall=VOLUNTARY if told.halls == 2 else 0,
        free_meals=0,
        plots=told.plots,
        technique_pm=told.technique_pm // 3,
        seed_pm=1000,
        scrap_pm=0,
        search=0,
        leavers=LET_GO,
    )
