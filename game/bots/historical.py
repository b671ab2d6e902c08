"""The average commune as history has it: hands to the furnaces in autumn 1958, figures as said."""

from game.bots import common
from game.sim.level import MONTHS_A_TURN
from game.sim.orders import AS_SAID, EQUAL, Orders
from game.sim.views import Seen
from game.sim.whole import part

PLANT_LESS_PM = 930
"""Land kept under crops for the harvests of 1959: "plant less, produce more, harvest more"."""
PLANT_LESS = ((1958, 2), (1958, 3), (1959, 0), (1959, 1))
"""Year and season."""


def decide_all(seen: Seen) -> Orders:
    """Do what the average office did: the directives, mostly, and the brigades' own figures."""
    told, track = seen.directive, seen.level.track
    if seen.desk:
        return common.put(seen, report_kg=AS_SAID, deliver_pm=1000)
    when = (seen.level.year(seen.turn), seen.season)
    plan = seen.level.crop_plan_pm[None, :, :]
    season = slice(seen.month, seen.month + MONTHS_A_TURN)
    steel, works = int(track.steel_pm[season].mean()), int(track.works_pm[season].mean())
    return common.put(
        seen,
        labour_pm=common.labour(seen, steel, works, fields_first=False),
        asked_kg=common.own_target_kg(seen, seen.hoped_kg),
        crop_pm=part(plan, PLANT_LESS_PM if when in PLANT_LESS else 1000),
        furnaces=common.furnaces(seen, steel),
        works=common.project(seen, works),
        ration_g=common.ration(seen),
        first=EQUAL,
        hall=told.halls,
        free_meals=told.free_meals,
        plots=told.plots,
        technique_pm=told.technique_pm * 6 // 10,
        search=told.search,
        leavers=told.gates,
        scrap_pm=500 if steel else 0,
        wood_pm=1000,
    )
