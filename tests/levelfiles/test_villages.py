"""What makes each shipped village the place it is said to be, counted from its files."""

from functools import cache

import numpy as np
import pytest

from game.levelfiles.load import Loaded, load_all
from game.levelfiles.shipped import TAUGHT, available, find
from game.ui.map.floor import Floor
from game.ui.map.ground import read
from game.ui.map.landscape import LOOKS

JULY, NOVEMBER = 7, 11
DAYS_MONTH, ADULT, CHILD, OLD = 25, 0.85, 0.06, 0.25


@cache
def village(name: str) -> Loaded:
    return load_all(find(name))


def wanted_days(name: str, calendar_month: int) -> float:
    """Labour-days that the plan of crops asks for in a month, by plain arithmetic."""
    level = village(name).level
    days = 0.0
    for c, crop in enumerate(level.crops):
        hectares = float((level.land_ares * level.crop_plan_pm[:, c]).sum()) / 100_000
        at = calendar_month - 1
        a_hectare = (
            crop.sow_days_ha * crop.sow_pm[at]
            + crop.tend_days_ha * crop.tend_pm[at]
            + crop.reap_days_ha * crop.reap_pm[at]
        )
        days += hectares * float(a_hectare) / 1000
    return days


def able_days(name: str) -> float:
    people = village(name).level.people.sum(axis=0)
    return DAYS_MONTH * float(people[0] * CHILD + people[1] * ADULT + people[2] * OLD)


def test_levels_stand_in_the_order_in_which_they_are_taught() -> None:
    assert tuple(each.id for each in available())[: len(TAUGHT)] == TAUGHT
    years = {each.id: each.years for each in available()}
    assert years["first_harvest"] == "1958–1959"
    assert years["dry_hills"] == "1958–1961"


def test_the_double_rush_is_the_peak_of_the_terraces() -> None:
    by_month = [wanted_days("terraces", month) for month in range(1, 13)]
    assert int(np.argmax(by_month)) + 1 == JULY
    # enough hands for it and few to spare: three to nine tenths of the month
    assert 0.7 < by_month[JULY - 1] / able_days("terraces") < 0.95
    assert by_month[NOVEMBER - 1] < 0.6 * by_month[JULY - 1]


def test_the_terraces_eat_what_the_late_rice_left_until_july() -> None:
    level = village("terraces").level
    months = {m for crop in level.crops for m in range(1, 13) if crop.reap_pm[m - 1]}
    assert min(months) == JULY
    assert max(months) == NOVEMBER


def test_the_canal_cannot_be_built_and_cellars_can() -> None:
    level = village("dry_hills").level
    projects = {project.id: project for project in level.projects}
    a_third = able_days("dry_hills") / 3 * level.months
    assert projects["high_canal"].need_days > 2 * a_third
    assert projects["cellars"].need_days < able_days("dry_hills")
    assert projects["cellars"].firm_pm > projects["high_canal"].firm_pm


def test_there_is_less_to_take_on_dry_land() -> None:
    def a_head(name: str) -> float:
        level = village(name).level
        return float(level.last_harvest_kg.sum()) / float(level.people.sum())

    assert a_head("dry_hills") < 0.9 * a_head("terraces") < a_head("willow_bend")


@pytest.mark.parametrize("name", TAUGHT[1:])
def test_households_are_named_in_most_brigades(name: str) -> None:
    level = village(name).level
    assert 8 <= len(level.households) <= 12
    assert len({household.unit for household in level.households}) >= 0.8 * len(level.units)


@pytest.mark.parametrize(("name", "yards"), [("dry_hills", False), ("terraces", True)])
def test_a_yard_is_bare_ground_on_the_loess(name: str, yards: bool) -> None:
    ground = read(village(name).folder / "map.tmx")
    assert ground.earth
    known = {tile for layer in ground.layers for tile in layer.values()}
    floor = Floor(ground, ground.width, ground.depth, LOOKS[village(name).map.landscape], known)
    drawn = {tile for names in floor.tiles().values() for tile in names}
    assert any(tile.startswith("earth") for tile in drawn) == yards
