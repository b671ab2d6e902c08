"""Land, crop plan, soil and forest of each brigade, counted from the fields on the map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.levelfiles.place import FALLOW, MapFacts
from game.sim.arrays import Ints, frozen, ints
from game.sim.level import Crop
from game.sim.whole import share

LAST_SUMMER_MONTH = 8
"""A crop that is mostly ripe by August belongs to the summer harvest."""


@dataclass(frozen=True, slots=True)
class Land:
    """What the map says about the land of each brigade."""

    ares: Ints  # (U,)
    plan_pm: Ints  # (U, C)
    soil_pm: Ints  # (U,) mean of its fields' quality
    forest_ares: Ints  # (U,)


def count_land(
    facts: MapFacts,
    units: Sequence[str],
    crops: Sequence[str],
    follows: Mapping[str, tuple[str, int]],
) -> Land:
    """Count the map's tiles. Fields that rest are the last column while sharing out the plan.

    Args:
        facts: the checked map
        units: names of the brigades
        crops: ids of the crops
        follows: crop -> the crop on whose fields it is sown after the harvest, and on what share
    """
    columns = [*crops, FALLOW]
    tiles = np.zeros((len(units), len(columns)), dtype=np.int64)
    quality = np.zeros(len(units), dtype=np.int64)
    for plot in facts.fields:
        unit = units.index(plot.unit)
        tiles[unit, columns.index(plot.crop)] += plot.tiles
        quality[unit] += plot.tiles * plot.quality_pm
    total = tiles.sum(axis=1)
    forest = np.zeros(len(units), dtype=np.int64)
    for place in facts.of("forest"):
        if place.unit in units:
            forest[units.index(place.unit)] += round(place.w * place.d)
    whole = np.full(len(units), 1000, dtype=np.int64)
    plan = share(whole, tiles)[:, : len(crops)].copy()
    for second, (first, pm) in follows.items():
        plan[:, crops.index(second)] += plan[:, crops.index(first)] * pm // 1000
    return Land(
        ares=frozen(total * facts.ares_per_tile),
        plan_pm=frozen(plan),
        soil_pm=frozen(quality // np.maximum(total, 1)),
        forest_ares=frozen(forest * facts.forest_ares_per_tile),
    )


def facts_of_land(
    land: Land, crops: tuple[Crop, ...], in_the_ground: dict[str, int], last_year_pm: Ints
) -> dict[str, Any]:
    """What a Level holds of its land, by the names of its fields."""
    sown = land.plan_pm * ints([in_the_ground[crop.id] for crop in crops]) // 1000
    return {
        "land_ares": land.ares,
        "crop_plan_pm": land.plan_pm,
        "soil_pm": land.soil_pm,
        "forest_ares": land.forest_ares,
        "sown_pm": frozen(sown),
        "last_harvest_kg": _last_harvest(crops, land, last_year_pm),
    }


def _last_harvest(crops: tuple[Crop, ...], land: Land, last_year_pm: Ints) -> Ints:
    """What land, plan, yield and soil gave in the year before, by harvest."""
    harvests = np.zeros((2, len(land.ares)), dtype=np.int64)
    for c, crop in enumerate(crops):
        ares = land.ares * land.plan_pm[:, c] // 1000
        kg = ares * crop.yield_kg_ha // 100 * land.soil_pm // 1000 * last_year_pm // 1000
        summer = int(crop.reap_pm[:LAST_SUMMER_MONTH].sum()) > 500
        harvests[0 if summer else 1] += kg
    return frozen(harvests)
