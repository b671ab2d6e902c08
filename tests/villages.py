"""Small hand-made levels for tests: two or three brigades on a plain, and the standard params."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from game.levelfiles.coefficients import read_params
from game.sim import turn
from game.sim.arrays import Ints, ints
from game.sim.level import Crop, Level, Neighbour, Project, Tier, Track
from game.sim.orders import KINDS, Orders, at_start
from game.sim.params import Params
from game.sim.state import State

ALL_SOURCES = frozenset({"assumption"})


@cache
def standard() -> Params:
    """The shipped coefficients."""
    from game.levelfiles.sources import read_sources

    found: list[Any] = []
    known = read_sources(found)
    params = read_params({}, "test", set(known), found)
    assert params is not None, found
    return params


def months(**pm: int) -> Ints:
    """Shares by calendar month: months(jun=1000)."""
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return ints([pm.get(name, 0) for name in names])


WHEAT = Crop(
    "wheat",
    1400,
    130,
    54,
    72,
    54,
    months(sep=400, oct=600),
    months(mar=300, apr=400, may=300),
    months(jun=1000),
)
MAIZE = Crop(
    "maize",
    2100,
    45,
    60,
    90,
    60,
    months(apr=500, may=500),
    months(jun=400, jul=400, aug=200),
    months(sep=1000),
)


def track(m: int, **values: int) -> Track:
    """A track with the same value in every month; what is not named is 0, take and relief full."""
    names = (
        "climate_pm",
        "fear_pm",
        "steel_pm",
        "works_pm",
        "technique_pm",
        "halls",
        "free_meals",
        "plots",
        "search",
        "gates",
        "relief_pm",
        "take_pm",
        "stage",
        "rectify_pm",
        "towns_pm",
        "cities_kg",
        "imports_kg",
    )
    usual = {"take_pm": 1000, "relief_pm": 300, "plots": 2, "stage": 2, "climate_pm": 500} | values
    return Track(
        **{name: ints(np.full(m, usual.get(name, 0))) for name in names},
        opens=ints(np.ones((m, len(KINDS)))),
    )


def village(units: int = 2, turns: int = 8, **climate: int) -> Level:
    """A level of `units` brigades of 1,000 people and 250 ha each."""
    names = ("Reed Bank", "Stone Mill", "Far Field")[:units]
    each = np.ones(units, dtype=np.int64)
    harvest = np.array([[157_000] * units, [252_000] * units])
    return Level(
        id="two_villages",
        start_year=1958,
        start_month=3,
        turns=turns,
        units=names,
        crops=(WHEAT, MAIZE),
        projects=(Project("dam", 20_000, ints(each * 400), 700),),
        neighbours=(Neighbour("east", 800, 1000), Neighbour("west", 400, 900)),
        tiers=(Tier("county", 50, 30, 2),),
        events=(),
        households=(),
        track=track(turns * 3, **climate),
        weather_pm=ints([1000] * 6),
        people=ints(np.array([[380, 500, 120]] * units)),
        household_size_pm=4500,
        land_ares=ints(each * 25_000),
        crop_plan_pm=ints(np.array([[450, 480]] * units)),
        soil_pm=ints(each * 1000),
        forest_ares=ints(each * 4000),
        zeal_pm=ints(np.array([700, 300, 500][:units])),
        hardness_pm=ints(np.array([600, 400, 500][:units])),
        radical_pm=ints(each * 1000),
        toil_pm=ints(each * 1000),
        apart=False,
        animals=ints(each * 90),
        granary_kg=ints(each * 110_000),
        seed_kg=ints(each * 20_000),
        feed_kg=ints(each * 8_000),
        county_kg=40_000,
        sown_pm=ints(np.array([[450, 0]] * units)),
        last_harvest_kg=ints(harvest),
        furnaces=0,
        standing_pm=600,
        weighings=2,
    )


def play(
    level: Level,
    orders: Orders | None = None,
    *,
    seed: int = 1,
    runs: tuple[int, ...] = (0,),
    turns: int | None = None,
    params: Params | None = None,
) -> list[State]:
    """The state after every step (months and desks), all turns under the same orders."""
    params = params or standard()
    numbers = ints(list(runs))
    state = turn.begin(level, params, seed, numbers)
    given = orders or at_start(level, len(runs))
    states = [state]
    for _ in range(turns or level.turns):
        steps = turn.season(state, level, params, given, seed, numbers)
        states += [step.state for step in steps]
        state = turn.close(states[-1], level, params, given, seed, numbers).state
        states.append(state)
    return states


def ordered(level: Level, runs: int = 1, **arrays: Any) -> Orders:
    """Orders at the start with some arrays replaced by a value for all runs and units."""
    base = at_start(level, runs)
    changes = {}
    for name, value in arrays.items():
        shape = getattr(base, name).shape
        changes[name] = ints(np.broadcast_to(np.array(value, dtype=np.int64), shape).copy())
    return replace(base, **changes)
