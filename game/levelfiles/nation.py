"""A headless level whose units are districts, drawn from provinces and stated distributions.

There is no map: a district's land follows from its province's grain of 1957, its zone's crops and
the usual yields. What is drawn is drawn by keyed draws of the level's own seed, so that every run
of every policy meets the same districts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.levelfiles import parts
from game.levelfiles.check import Found, Values, take
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import DRAWN, PROVINCE, ZONE
from game.levelfiles.sources import Source, check_source
from game.sim.arrays import Ints, frozen, ints
from game.sim.draws import Draws
from game.sim.level import Crop, Level
from game.sim.params import Params

FILE = "level.toml"
AGES_PM = (370, 500, 130)
"""Children, working age, old: shares of the rural people of 1957 (assumption)."""
DAYS_PER_KG_MONTH = 30
HECTARES_AN_ANIMAL = 3
SUMMER_ENDS = 8


@dataclass(frozen=True, slots=True)
class Districts:
    """What is drawn, one entry a district, (U,)."""

    names: tuple[str, ...]
    provinces: tuple[str, ...]
    zones: tuple[str, ...]
    people: Ints  # rural
    grain_kg: Ints  # of 1957
    zeal_pm: Ints
    hardness_pm: Ints
    radical_pm: Ints
    lead_months: Ints
    peak_pm: Ints


def read_nation(
    tables: Mapping[str, Any],
    crops: tuple[Crop, ...],
    sources: Mapping[str, Source],
    found: Found,
) -> tuple[Districts, dict[str, Ints]] | None:
    """The districts, and the crop plan of each zone as (C,)."""
    drawn = take(tables.get("drawn", {}), DRAWN, FILE, "[drawn]", found)
    zones = parts.rows(tables, "zone", ZONE, found)
    provinces = parts.rows(tables, "province", PROVINCE, found)
    plans = {name: _plan(name, row["plan"], crops, found) for name, row in zones.items()}
    for name, row in provinces.items():
        check_source(row["source"], sources, FILE, f"[province.{name}]", found)
        if row["zone"] not in plans:
            where = f"[province.{name}] zone"
            fix = nearest(row["zone"], plans, "add a [zone] with this name")
            found.append(Problem(FILE, where, shown(row["zone"]), one_of(plans), fix, "L219"))
    if found:
        return None
    return _draw(drawn, provinces), plans


def _plan(zone: str, plan: Mapping[str, Any], crops: tuple[Crop, ...], found: Found) -> Ints:
    known = [crop.id for crop in crops]
    for name, pm in plan.items():
        if name not in known:
            where, fix = (
                f"[zone.{zone}] plan {name}",
                nearest(name, known, "add a [crop] with this name"),
            )
            found.append(Problem(FILE, where, shown(name), one_of(known), fix, "L219"))
        elif type(pm) is not int or not 0 <= pm <= 1000:
            text = "a whole number of per mille, 0 to 1000"
            where = f"[zone.{zone}] plan {name}"
            found.append(Problem(FILE, where, shown(pm), text, code="L209"))
            return ints([0] * len(known))
    return ints([plan.get(name, 0) for name in known])


def _draw(drawn: Values, provinces: Mapping[str, Values]) -> Districts:
    each = drawn["districts"]
    draws = Draws(drawn["seed"], ints(np.arange(len(provinces))), each, 0)

    def between(name: str, low: int, high: int) -> Ints:
        return draws.whole(f"nation.{name}", low, high)

    people = _shared(provinces, between("people", *_around(drawn["people_spread_pm"])), _rural)
    richness = between("grain", *_around(drawn["grain_spread_pm"]))
    grain = _shared(provinces, people * richness // 1000, _grain)
    radical = between("radical", *drawn["radical_pm"])
    lead = between("lead", *drawn["lead_months"])
    names = tuple(f"{name} {number + 1}" for name in provinces for number in range(each))
    return Districts(
        names=names,
        provinces=tuple(name for name in provinces for _ in range(each)),
        zones=tuple(row["zone"] for row in provinces.values() for _ in range(each)),
        people=people.ravel(),
        grain_kg=grain.ravel(),
        zeal_pm=between("zeal", *drawn["zeal_pm"]).ravel(),
        hardness_pm=between("hardness", *drawn["hardness_pm"]).ravel(),
        radical_pm=np.repeat(radical[:, 0], each),
        lead_months=np.repeat(lead[:, 0], each),
        peak_pm=between("peak", *drawn["peak_pm"]).ravel(),
    )


def _around(spread_pm: int) -> tuple[int, int]:
    return 1000 - spread_pm, 1000 + spread_pm


def _rural(row: Values) -> int:
    return int(row["people_k"] * (1000 - row["urban_pm"]))


def _grain(row: Values) -> int:
    return int(row["grain_kt"] * 1_000_000)


def _shared(provinces: Mapping[str, Values], weights: Ints, whole: Callable[[Values], int]) -> Ints:
    """Each province's whole shared over its districts by weights, (P, districts)."""
    totals = np.array([whole(row) for row in provinces.values()], dtype=np.int64)
    return np.asarray(totals[:, None] * weights // weights.sum(axis=1, keepdims=True))


def nation_level(
    told: Mapping[str, Any],
    drawn: Districts,
    plans: Mapping[str, Ints],
    in_the_ground: Mapping[str, int],
    params: Params,
    months_in_store: int,
) -> Level:
    """The level of the drawn districts, in the middle of its cycle: March 1957."""
    crops: tuple[Crop, ...] = told["crops"]
    plan = np.stack([plans[zone] for zone in drawn.zones])
    yields = np.array([crop.yield_kg_ha for crop in crops], dtype=np.int64)
    land = drawn.grain_kg * 100_000 // np.maximum(1, (plan * yields).sum(axis=1))
    people = drawn.people[:, None] * np.array(AGES_PM, dtype=np.int64) // 1000
    harvest = land[:, None] * plan // 1000 * yields // 100
    summer = np.array([int(c.reap_pm[:SUMMER_ENDS].sum()) > 500 for c in crops])
    last = np.stack((harvest[:, summer].sum(axis=1), harvest[:, ~summer].sum(axis=1)))
    animals = land // 100 // HECTARES_AN_ANIMAL
    seed = sum(
        (
            land * plan[:, c] // 1000 * crop.seed_kg_ha // 100
            for c, crop in enumerate(crops)
            if not in_the_ground[crop.id]
        ),
        np.zeros_like(land),
    )
    need = _need_month(people, params)
    ground = np.array([in_the_ground[crop.id] for crop in crops], dtype=np.int64)
    level = Level(
        units=drawn.names,
        **told,
        people=frozen(people),
        land_ares=frozen(land),
        crop_plan_pm=frozen(plan),
        soil_pm=ints(np.full(len(land), 1000)),
        forest_ares=frozen(land // 4),
        zeal_pm=frozen(drawn.zeal_pm),
        hardness_pm=frozen(drawn.hardness_pm),
        radical_pm=frozen(drawn.radical_pm),
        lead_months=frozen(drawn.lead_months),
        toil_pm=ints(np.full(len(land), 1000)),
        apart=True,
        animals=frozen(animals),
        granary_kg=frozen(need * months_in_store),
        seed_kg=frozen(seed),
        feed_kg=frozen(animals * params.granary.feed_animal_kg_month * 4),
        sown_pm=frozen(plan * ground // 1000),
        last_harvest_kg=frozen(last),
    )
    return _with_toil(level, drawn.peak_pm, params)


def _need_month(people: Ints, params: Params) -> Ints:
    """What keeps the people whole for a month, kg, (U,)."""
    weights = np.array([params.canteen.child_pm, 1000, params.canteen.old_pm], dtype=np.int64)
    heads = (people * weights).sum(axis=1)
    return np.asarray(heads * params.canteen.need_g_day * DAYS_PER_KG_MONTH // 1_000_000)


def _with_toil(level: Level, peak_pm: Ints, params: Params) -> Level:
    """Labour-days a hectare such that the worst month of 1957 wants the drawn share of the hands.

    Where there are more people to a hectare, fields are worked more closely.
    """
    from dataclasses import replace

    labour = params.labour
    shares = np.array(
        [labour.child_hands_pm, labour.adult_hands_pm, labour.old_hands_pm], dtype=np.int64
    )
    days = (level.people * shares).sum(axis=1) // 1000 * labour.days_month
    worst = np.zeros_like(days)
    for month in range(12):
        wanted = np.zeros_like(days)
        for c, crop in enumerate(level.crops):
            ares = level.land_ares * level.crop_plan_pm[:, c] // 1000
            tenths = (
                int(crop.sow_pm[month]) * crop.sow_days_ha
                + int(crop.tend_pm[month]) * crop.tend_days_ha
                + int(crop.reap_pm[month]) * crop.reap_days_ha
            )
            wanted += ares * tenths // 100_000
        worst = np.maximum(worst, wanted)
    toil = days * peak_pm // np.maximum(1, worst)
    return replace(level, toil_pm=frozen(toil))
