"""Reports what the tallest neighbour reported and does half to two thirds of what it is told."""

from game.bots import common
from game.sim.orders import EQUAL, Orders
from game.sim.views import Seen


def decide_all(seen: Seen) -> Orders:
    """Go with the others; the middle of the road is safe."""
    told = seen.directive
    if seen.desk:
        return common.put(seen, report_kg=common.tallest_kg(seen))
    steel, works = told.steel_pm * 6 // 10, told.works_pm * 6 // 10
    return common.put(
        seen,
        labour_pm=common.labour(seen, steel, works, fields_first=False),
        furnaces=common.furnaces(seen, steel),
        works=common.project(seen, works),
        ration_g=common.ration(seen),
        first=EQUAL,
        hall=told.halls,
        free_meals=told.free_meals,
        plots=told.plots,
        technique_pm=told.technique_pm // 2,
        search=told.search,
        leavers=told.gates,
        scrap_pm=300 if steel else 0,
        wood_pm=1000,
    )
