"""Crop: seed, weather and soil become standing grain."""

import numpy as np

from game.sim import fieldwork
from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.level import Crop
from game.sim.state import State, Tally, replace
from game.sim.whole import added, part, ratio_pm
from game.sim.why import Factor, Why

TEND = 2


def ripening(crop: Crop, calendar_month: int) -> tuple[int, int]:
    """Of what is still in the ground, the share that ripens in a month, as a fraction.

    A crop that ripens half in September and half in October ripens 500 of 1000 in September and
    500 of the 500 that are left in October.
    """
    here = int(crop.reap_pm[calendar_month - 1])
    return here, max(1, int(crop.reap_pm[calendar_month - 1 :].sum()))


def weather_pm(given: Given, name: str) -> tuple[Ints, Ints]:
    """The year's weather with the commune's luck (R, 1), and a brigade's own luck (R, U)."""
    p = given.params.crop
    year = given.level.calendar(given.month)[0] - given.level.start_year
    national = int(given.level.weather_pm[year]) if given.params.channels.weather else 1000
    noise = p.commune_noise_pm
    common = given.draws.whole(f"crop.weather.{name}", -noise, noise, columns=1)
    own = given.draws.whole(f"crop.luck.{name}", -p.noise_pm, p.noise_pm)
    return national + common, 1000 + own


def ripen(state: State, given: Given) -> Outcome:
    """What has come to its month ripens: the soil gives grain to the field."""
    if not any(ripening(crop, given.calendar_month)[0] for crop in given.level.crops):
        return Outcome(state)
    sown, ripe = state.sown_ares.copy(order="K"), state.ripe_ares.copy(order="K")
    standing = state.standing_kg.copy(order="K")
    grown = np.zeros_like(state.labour_days)
    whys: list[Why] = []
    for c, crop in enumerate(given.level.crops):
        here, left = ripening(crop, given.calendar_month)
        if not here:
            continue
        area = sown[:, :, c] * here // left
        factors = _factors(state, given, crop, c)
        kg = area * crop.yield_kg_ha // 100
        steps = [Factor("area_and_yield", None, kg)]
        for name, pm in factors:
            kg = part(kg, pm)
            if given.keep_why:
                steps.append(Factor(name, np.broadcast_to(pm, kg.shape), kg))
        if given.keep_why:
            whys.append(Why(f"standing.{crop.id}", "kg", tuple(steps)))
        sown[:, :, c] -= area
        ripe[:, :, c] += area
        standing[:, :, c] += kg
        grown += kg
    state = replace(
        state,
        sown_ares=frozen(sown),
        ripe_ares=frozen(ripe),
        standing_kg=frozen(standing),
    )
    return Outcome(state, (Move(Account.SOIL, Account.FIELD, grown),), why=tuple(whys))


def _factors(state: State, given: Given, crop: Crop, c: int) -> tuple[tuple[str, Ints], ...]:
    """What a crop's yield is multiplied by, in the order in which the office reckons it."""
    params = given.params
    common, own = weather_pm(given, crop.id)
    water = fieldwork.watered_pm(state, given.level)
    # On watered land a part of a bad year's loss is made good.
    saved = np.maximum(0, 1000 - common) * water // 1000 * params.works.drought_pm // 1000
    effort = params.crop.effort_yield.at(state.effort_pm)
    usual = np.maximum(1, given.level.crop_plan_pm.sum(axis=1))
    sown_pm = np.minimum(1000, added(given.orders.crop_pm) * 1000 // usual)
    best = 1000 + params.crop.best_land_pm * (1000 - sown_pm) // 1000
    return (
        ("soil", state.soil_pm),
        ("best_land", best),
        ("sowing_and_tending", state.vigour_pm[:, :, c]),
        ("manure", params.crop.manure_yield.at(fieldwork.herd_pm(state, given.level, params))),
        ("effort", effort if params.channels.effort else np.full_like(effort, 1000)),
        ("water", params.crop.water_yield.at(water)),
        ("weather", common + saved),
        ("luck", own),
    )


def sow(state: State, given: Given) -> Outcome:
    """Sow what the calendar asks for, as far as land, hands and seed go."""
    params, level = given.params, given.level
    if not fieldwork.sowing_time(level, given.calendar_month):
        return Outcome(state)
    due, days = fieldwork.sowing(state, level, params, given.orders, given.calendar_month)
    hands_pm = ratio_pm(state.field_days[:, :, 1], days)
    close = given.orders.technique_pm[:, :, 0] * params.channels.technique
    deep = given.orders.technique_pm[:, :, 1] * params.channels.technique
    seed_factor = 1000 + part(close, params.crop.close_seed_pm - 1000)
    technique = part(params.crop.close_yield.at(close), params.crop.deep_yield.at(deep))
    seed_left = state.grain_kg[:, Account.SEED].copy(order="K")
    free = level.land_ares - added(state.sown_ares) - added(state.ripe_ares)
    sown, vigour = state.sown_ares.copy(order="K"), state.vigour_pm.copy(order="K")
    used = np.zeros_like(seed_left)
    for c, crop in enumerate(level.crops):
        due_pm, late = fieldwork.sown_by_pm(crop, given.calendar_month)
        if not due_pm:
            continue
        area = np.minimum(part(due[:, :, c], hands_pm), np.maximum(0, free))
        seed_ha = np.maximum(1, crop.seed_kg_ha * seed_factor // 1000)
        area = np.minimum(area, seed_left * 100 // seed_ha)
        seed = area * seed_ha // 100
        fresh = part(technique, params.crop.late_pm if late else 1000)
        before = sown[:, :, c]
        mixed = (vigour[:, :, c] * before + fresh * area) // np.maximum(1, before + area)
        vigour[:, :, c] = np.where(area > 0, mixed, vigour[:, :, c])
        sown[:, :, c] = before + area
        seed_left -= seed
        free = free - area
        used += seed
    state = replace(state, sown_ares=frozen(sown), vigour_pm=frozen(vigour))
    moves = (Move(Account.SEED, Account.SOIL, used),)
    return Outcome(state, moves, counts=((Tally.SOWN_KG, used),))


def tend(state: State, given: Given) -> Outcome:
    """Hoe, weed and water; what is not tended yields less."""
    params, level = given.params, given.level
    need = fieldwork.tend_days(state, level, given.calendar_month)
    done_pm = ratio_pm(state.field_days[:, :, TEND], need)
    vigour = state.vigour_pm.copy(order="K")
    for c, crop in enumerate(level.crops):
        share = int(crop.tend_pm[given.calendar_month - 1])
        if not share:
            continue
        loss_pm = (1000 - params.crop.tend_floor_pm) * share * (1000 - done_pm) // 1_000_000
        vigour[:, :, c] = part(vigour[:, :, c], 1000 - loss_pm)
    return Outcome(replace(state, vigour_pm=frozen(vigour)))
