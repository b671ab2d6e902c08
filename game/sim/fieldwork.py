"""Fieldwork: what the fields want in a month, and how the hands sent there are spent.

Rules don't know one another, but sowing, reaping and the sending of hands all need to know what the
calendar asks for. That arithmetic stands here once.
"""

from dataclasses import dataclass

import numpy as np

from game.sim.arrays import Ints
from game.sim.level import Crop, Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.state import HOLDS, State
from game.sim.whole import added, between


@dataclass(frozen=True, slots=True)
class Work:
    """What a month asks of the fields."""

    sow_ares: Ints  # (R, U, C) to be sown this month, if land, seed and hands allow
    reap_days: Ints  # (R, U) labour-days
    sow_days: Ints  # (R, U)
    tend_days: Ints  # (R, U)

    @property
    def days(self) -> Ints:
        """All of it, labour-days, (R, U)."""
        return self.reap_days + self.sow_days + self.tend_days


def sown_by_pm(crop: Crop, calendar_month: int) -> tuple[int, bool]:
    """How much of a crop's area should be sown by the end of a month, and whether that is late.

    In the month after the last sowing month what is missing may still be sown, late.
    """
    index, sown = calendar_month - 1, 0
    if not crop.sow_pm[index]:
        return (1000, True) if crop.sow_pm[index - 1] else (0, False)
    while crop.sow_pm[index] and sown < 1000:
        sown += int(crop.sow_pm[index])
        index -= 1  # before January comes the December of the year before
    return sown, False


def sowing_time(level: Level, calendar_month: int) -> bool:
    """Whether any crop is to be sown in a month."""
    return any(sown_by_pm(crop, calendar_month)[0] for crop in level.crops)


def equipment_pm(state: State, level: Level, params: Params) -> Ints:
    """Work done with the tools and animals there are, beside full equipment, per mille (R, U)."""
    return _equipped_pm(state, params, herd_pm(state, level, params))


def _equipped_pm(state: State, params: Params, herd: Ints) -> Ints:
    floor = params.crop.tool_floor_pm
    both = (state.tools_pm + herd) // 2
    if not params.channels.tools:
        both = np.full_like(both, 1000)
    return np.asarray(floor + (1000 - floor) * both // 1000)


def herd_pm(state: State, level: Level, params: Params) -> Ints:
    """Draught animals beside those at the start, per mille, at most 1000, (R, U)."""
    herd = np.minimum(1000, state.animals * 1000 // np.maximum(1, level.animals))
    herd = np.where(level.animals > 0, herd, 1000)
    return herd if params.channels.tools else np.full_like(herd, 1000)


def watered_pm(state: State, level: Level) -> Ints:
    """Share of a unit's land that has water, from works that hold and from ditches, pm, (R, U)."""
    water = state.ditches_ppm // 1000
    for number, project in enumerate(level.projects):
        water = water + project.serves_pm * (state.works_state[:, number] == HOLDS)[:, None]
    return np.minimum(1000, water)


def sow_days_ha(crop: Crop, orders: Orders, params: Params) -> Ints:
    """Labour-days to sow a hectare with full equipment, deep ploughing included, (R, U)."""
    deep = orders.technique_pm[:, :, 1] * params.channels.technique
    extra = (params.crop.deep_days_pm - 1000) * deep // 1000
    return np.asarray(crop.sow_days_ha * (1000 + extra) // 1000)


def wanted(state: State, level: Level, params: Params, orders: Orders, calendar_month: int) -> Work:
    """What the fields want in this month, from what is sown and ripe now.

    Args:
        state: before reaping and sowing
        level: the level
        params: coefficients
        orders: in force
        calendar_month: 1 to 12
    """
    sow_ares, sow = sowing(state, level, params, orders, calendar_month)
    reap, tend = reap_days(state, level), tend_days(state, level, calendar_month)
    return Work(sow_ares, reap, sow, tend)


def sowing(
    state: State, level: Level, params: Params, orders: Orders, calendar_month: int
) -> tuple[Ints, Ints]:
    """Ares to be sown in a month, (R, U, C), and the labour-days that they want, (R, U)."""
    runs, units = state.labour_days.shape
    sow_ares = np.zeros((runs, units, len(level.crops)), dtype=np.int64)
    sow = np.zeros((runs, units), dtype=np.int64)
    if not sowing_time(level, calendar_month):
        return sow_ares, sow
    herd = herd_pm(state, level, params)
    equipment = _equipped_pm(state, params, herd)
    ploughed = 1000 - params.crop.plough_pm * (1000 - herd) // 1000
    # Land under a ripe crop is free once it is reaped, within the same month.
    free = level.land_ares - added(state.sown_ares)
    for c, crop in enumerate(level.crops):
        due_pm, _late = sown_by_pm(crop, calendar_month)
        if not due_pm:
            continue
        target = level.land_ares * orders.crop_pm[:, :, c] // 1000 * due_pm // 1000
        target = target * ploughed // 1000
        area = between(np.minimum(target - state.sown_ares[:, :, c], free), 0, None)
        free = free - area
        sow_ares[:, :, c] = area
        days_ha = sow_days_ha(crop, orders, params)
        sow += area * days_ha * 10 // equipment
    return sow_ares, sow * level.toil_pm // 1000


def reap_days(state: State, level: Level) -> Ints:
    """Labour-days to bring in all that is ripe, (R, U)."""
    days = np.zeros_like(state.labour_days)
    for c, crop in enumerate(level.crops):
        days += state.ripe_ares[:, :, c] * crop.reap_days_ha // 100
    return np.asarray(days * level.toil_pm // 1000)


def tend_days(state: State, level: Level, calendar_month: int) -> Ints:
    """Labour-days to hoe and weed what is in the ground in a month, (R, U)."""
    days = np.zeros_like(state.labour_days)
    for c, crop in enumerate(level.crops):
        share = int(crop.tend_pm[calendar_month - 1])
        if share:
            days += state.sown_ares[:, :, c] * crop.tend_days_ha * share // 100_000
    return np.asarray(days * level.toil_pm // 1000)


def need_ahead_pm(state: State, level: Level, params: Params, orders: Orders, months: int) -> Ints:
    """Share of the labour that the fields will want in the worst of the coming months, (R, U)."""
    worst = days_ahead(state, level, params, orders, months)
    return np.minimum(MOST_NEED_PM, worst * 1000 // np.maximum(1, state.labour_days))


MOST_NEED_PM = 2000
"""More than twice all hands is no other news than twice."""


def days_ahead(state: State, level: Level, params: Params, orders: Orders, months: int) -> Ints:
    """Days of work that the fields will want in the worst of the coming months, (R, U).

    A reckoning from the calendar, as an office makes it: it takes what is in the ground to ripen,
    and the plan of crops to be sown in full.
    """
    equipment = equipment_pm(state, level, params)
    worst = np.zeros_like(state.labour_days)
    for ahead in range(months):
        calendar = level.calendar(state.month + ahead)[1]
        days = np.zeros_like(worst)
        for c, crop in enumerate(level.crops):
            sown = state.sown_ares[:, :, c]
            planned = level.land_ares * orders.crop_pm[:, :, c] // 1000
            index = calendar - 1
            left = int(crop.reap_pm[index:].sum()) if crop.reap_pm[index] else 1
            ripe = sown * int(crop.reap_pm[index]) // max(1, left)
            if ahead == 0:
                ripe = ripe + state.ripe_ares[:, :, c]
            if ahead == 0 or crop.reap_pm[index]:
                days += ripe * crop.reap_days_ha // 100
            sow_pm = int(crop.sow_pm[index])
            if sow_pm:
                days += planned * sow_pm * sow_days_ha(crop, orders, params) // (equipment * 100)
            tend_pm = int(crop.tend_pm[index])
            if tend_pm:
                grown = np.maximum(sown, planned) if ahead else sown
                days += grown * crop.tend_days_ha * tend_pm // 100_000
        worst = np.maximum(worst, days * level.toil_pm // 1000)
    return worst
