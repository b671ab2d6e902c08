"""A small hand-made case: two hamlets, round numbers, and one rule at a time.

The coefficients are round and stand here, so that tuning `params.toml` breaks no worked number.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from game.sim.arrays import Ints, ints
from game.sim.draws import Draws
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Book, post
from game.sim.level import Crop, Level, Neighbour, Project
from game.sim.orders import Orders, at_start
from game.sim.params import Params
from game.sim.state import State, Tally, fresh
from game.sim.whole import Table, table
from tests.villages import months, ordered, standard, track, village

MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, DEC, JAN, FEB = range(12)
"""Months since the start of a level that begins in March 1958."""

WHEAT, MAIZE = 0, 1

CROPS = (
    Crop(
        "wheat", 1000, 100, 50, 100, 50,
        months(sep=400, oct=600), months(mar=300, apr=400, may=300), months(jun=1000),
    ),
    Crop(
        "maize", 2000, 50, 40, 80, 60,
        months(apr=500, may=500), months(jun=400, jul=400, aug=200), months(sep=500, oct=500),
    ),
)  # fmt: skip


def by_stage(*values: int) -> Table:
    """A coefficient for each stage of collectivisation."""
    return table([[stage, value] for stage, value in enumerate(values)])


ROUND: dict[str, dict[str, Any]] = {
    "land": {
        "tire_pm": 100, "rest_pm": 50, "manure_pm": 20, "floor_pm": 600,
        "herd_hunger_loss_pm": 50,
    },
    "crop": {
        "best_land_pm": 0,
        "late_pm": 800, "tend_floor_pm": 500, "tool_floor_pm": 600,
        "close_seed_pm": 2000, "close_yield": table([[0, 1000], [1000, 800]]),
        "deep_days_pm": 1500, "deep_yield": table([[0, 1000], [1000, 900]]),
        "effort_yield": table([[0, 500], [1000, 1000]]),
        "manure_yield": table([[0, 1000], [1000, 1000]]), "plough_pm": 0,
        "noise_pm": 0, "commune_noise_pm": 0, "water_yield": table([[0, 1000], [1000, 1200]]),
    },
    "harvest": {"shed_pm": 500, "careless_pm": 20, "hurry_pm": 100},
    "report": {
        "asked_pull_pm": 500, "heard_pull_pm": 500, "ratchet_climate_pm": 600,
        "fear_weight_pm": 500, "most_pm": 2000, "neighbour_step_pm": 400,
        "neighbour_back_pm": 500, "correct_pm": 500, "norm_g_day": 500,
        "candour": table([[0, 0], [1000, 0]]),
    },
    "quota": {
        "base_pm": 250, "surplus_pm": 400, "norm_kg_head": 300, "believe_up_pm": 800,
        "believe_down_pm": 300, "fear_down_pm": 600, "pressure_pm": 200, "written_pm": 1000,
        "export_pm": 0,
    },
    "procurement": {
        "floor_g_day": 400, "collect_pm": 0, "unmet_pm": 0, "last_g_day": 200,
        "coercion": table([[0, 0], [1000, 500]]), "trade_pm": 700,
        "found_pm": 600, "search_effort_pm": 50, "enforce": table([[0, 0], [1000, 800]]),
    },
    "granary": {
        "loss_month_pm": 10, "hidden_loss_month_pm": 20, "feed_animal_kg_month": 10,
        "resale_pm": 0, "towns_first_pm": 1000, "spare_pm": 0, "reserve_pm": 500,
        "sell_back_g_day": 300,
    },
    "canteen": {
        "hall_months": 12,
        "need_g_day": 600, "child_pm": 600, "old_pm": 800, "free_pm": 1500, "waste_pm": 100,
        "hall_labour_pm": 50, "hall_effort_pm": 10, "plot_g_day": table([[1, 40], [12, 40]]),
        "tolerated_pm": 500, "gather_g_day": table([[1, 50], [12, 50]]), "gather_most_g_day": 120,
        "gather_want": table([[0, 0], [1000, 0]]), "plots_dug_pm": 1000, "feed_below_pm": 0,
    },
    "people": {
        "death_base": (1000, 500, 3000),
        "death_reserve": table([[0, 30000], [500, 4000], [1000, 1000]]),
        "reserve_fall": table([[0, 600], [1000, 1000], [1500, 1100]]), "reserve_work_pm": 100,
        "heavy_pm": 0, "fertile_back_pm": 1000,
        "adapt_pm": 0, "catch_up_pm": 0, "infant_pm": 0, "frail_pm": 0,
        "starve": table([[0, 0], [1000, 0]]), "starve_age_pm": (1000, 1000, 1000),
        "birth_pm_year": 36, "birth_reserve": table([[0, 0], [1000, 1000]]),
        "leave_reserve": table([[0, 20000], [1000, 0]]), "stopped_pm": 800,
        "stopped_death_pm": 100,
    },
    "labour": {
        "adult_hands_pm": 800, "child_hands_pm": 50, "old_hands_pm": 300, "days_month": 20,
        "capacity": table([[0, 200], [1000, 1000]]),
        "effort_back_pm": 100, "taken_effort": table([[0, 0], [1000, 0]]),
        "levelled_effort_pm": 100, "plots_effort_pm": 60, "plots_hands_pm": 40,
    },
    "stages": {
        "effort": by_stage(1000, 950, 900, 700, 850, 950), "herd_loss": by_stage(0, 0, 0, 10, 0, 0),
        "herd_birth": by_stage(20, 20, 20, 0, 20, 20), "tool_wear": by_stage(0, 0, 0, 4, 0, 0),
        "tools_back": by_stage(0, 0, 0, 0, 100, 200), "levelled": by_stage(0, 0, 0, 500, 0, 0),
        "told": by_stage(0, 500, 1000, 1000, 800, 400),
    },
    "industry": {
        "days_tonne": 100, "furnace_days": 200, "furnace_kg_month": 4000, "good_ore_pm": 500,
        "good_scrap_pm": 300, "scrap_tool_pm": 5, "wood_ares_tonne": 10,
        "mend_kg_pm": 50, "mend_most_pm": 20, "hall_wood_ares": 0,
        "coal_days_pm": 250, "noise_pm": 0,
    },
    "works": {
        "hunger_pm": 500, "rush_pm": 400, "drought_pm": 500, "flood_pm": 400,
        "ditch_days_ha": 100, "ditch_lost_pm": 500,
    },
    "politics": {
        "praise_pm": 60, "low_report_pm": 200, "missed_pm": 130, "steel_pm": 90, "works_pm": 50,
        "halls_pm": 80, "plots_pm": 70, "technique_pm": 50, "gates_pm": 40, "plead_pm": 100,
        "hidden_pm": 150, "calm_pm": 20, "removed_pm": 100, "hidden_found_pm": 250,
        "dead_from_pm": 20, "dead_pm": 10,
    },
    "channels": {
        "labour": 1, "technique": 1, "effort": 1, "tools": 1, "boasting": 1, "ratchet": 1,
        "procurement": 1, "halls": 1, "hunger": 1, "weather": 1, "plots": 1, "leaving": 1,
        "politics": 1, "furnaces": 1, "exports": 1,
        "quota": 1, "recovery": 1, "relief": 1,
    },
}  # fmt: skip


@cache
def _round() -> Params:
    return coefficients(ROUND, standard())


def coefficients(
    changes: Mapping[str, Mapping[str, Any]] | None = None, base: Params | None = None
) -> Params:
    """The round coefficients with some changed, such as {"crop": {"late_pm": 700}}."""
    base = base or _round()
    sections = {
        name: replace(getattr(base, name), **values) for name, values in (changes or {}).items()
    }
    return replace(base, **sections)


def without(channel: str, base: Params | None = None) -> Params:
    """The round coefficients, or others, with one mechanism switched off."""
    return coefficients({"channels": {channel: 0}}, base)


def hamlets(units: int = 2, turns: int = 8, **climate: int) -> Level:
    """Hamlets of 1,000 people (400, 500, 100) and 100 ha each, half wheat and two fifths maize."""
    each = np.ones(units, dtype=np.int64)
    return replace(
        village(units, turns),
        crops=CROPS,
        projects=(Project("dam", 10_000, ints(each * 500), 700),),
        tiers=(),
        neighbours=(Neighbour("east", 1000, 1000), Neighbour("west", 500, 900)),
        track=track(turns * 3, **climate),
        weather_pm=ints([1000] * 6),
        people=ints([[400, 500, 100]] * units),
        household_size_pm=4000,
        land_ares=ints(each * 10_000),
        crop_plan_pm=ints([[500, 400]] * units),
        soil_pm=ints(each * 1000),
        forest_ares=ints(each * 1000),
        zeal_pm=ints([800, 400, 600][:units]),
        hardness_pm=ints([1000, 500, 500][:units]),
        radical_pm=ints(each * 1000),
        toil_pm=ints(each * 1000),
        apart=False,
        animals=ints(each * 50),
        granary_kg=ints(each * 100_000),
        seed_kg=ints(each * 8_000),
        feed_kg=ints(each * 5_000),
        county_kg=40_000,
        sown_pm=ints([[500, 0]] * units),
        last_harvest_kg=ints([[50_000] * units, [80_000] * units]),
        furnaces=0,
        standing_pm=600,
        weighings=1,
    )


def wide(level: Level) -> Level:
    """Three times the land and seed for the same hands, so that autumn leaves none to spare."""
    changes = {
        name: ints(getattr(level, name) * 3) for name in ("land_ares", "seed_kg", "last_harvest_kg")
    }
    return replace(level, **changes)


def state_of(
    level: Level,
    month: int = 0,
    *,
    grain: Mapping[Account, Any] | None = None,
    books: Mapping[Book, Any] | None = None,
    tally: Mapping[Tally, Any] | None = None,
    runs: int = 1,
    desk: bool = False,
    **arrays: Any,
) -> State:
    """A fresh state with some values put in; a value is broadcast over runs and units."""
    base = fresh(level, runs)
    changes: dict[str, Any] = {"month": month, "desk": desk}
    for name, values in (("grain_kg", grain), ("books_kg", books), ("tally", tally)):
        array = getattr(base, name).copy()
        for row, value in (values or {}).items():
            array[:, row] = np.array(value)
        changes[name] = ints(array)
    for name, value in arrays.items():
        shape = getattr(base, name).shape
        changes[name] = ints(np.broadcast_to(np.array(value, dtype=np.int64), shape).copy())
    return replace(base, **changes)


def given_in(
    level: Level,
    month: int = 0,
    *,
    params: Params | None = None,
    orders: Orders | None = None,
    seed: int = 1,
    runs: tuple[int, ...] = (0,),
    keep_why: bool = False,
    **ordering: Any,
) -> Given:
    """What a rule is given in a month; orders may be named one by one."""
    if orders is None:
        orders = ordered(level, len(runs), **ordering) if ordering else at_start(level, len(runs))
    draws = Draws(seed, ints(list(runs)), len(level.units), month)
    return Given(level, params or _round(), orders, draws, month, keep_why)


def posted(state: State, outcome: Outcome) -> State:
    """The state that an outcome led to, with its grain moved."""
    _ = state
    after = outcome.state
    after = replace(after, grain_kg=post(after.grain_kg, "test", outcome.moves))
    return replace(after, books_kg=post(after.books_kg, "test", outcome.books))


def moved(outcome: Outcome, source: Account | Book, target: Account | Book) -> list[list[int]]:
    """Grain that went from one account to another, as it arrived, by run and unit."""
    found = [
        m.kg if m.into_kg is None else m.into_kg
        for m in (*outcome.moves, *outcome.books)
        if m.source is source and m.target is target
    ]
    return sum(found[1:], found[0]).tolist() if found else []


def row(array: Ints) -> Any:
    """The first run, as plain numbers."""
    return array[0].tolist()
