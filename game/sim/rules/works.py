"""Works: dams, canals and small ditches, the water they bring, and what gives way."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.level import Project
from game.sim.orders import WORKS
from game.sim.state import FAILED, HOLDS, UNFINISHED, State, replace
from game.sim.whole import added, part

HIGH_WATER = 7
"""July, when the rains come."""


def dig(state: State, given: Given) -> Outcome:
    """Hands carry earth: to the chosen project, or where there is none to ditches and ponds."""
    if not given.orders.labour_pm[:, :, WORKS].any() and not state.works_rush_days.any():
        return Outcome(state)
    p, level = given.params.works, given.level
    strength = added(state.reserve_pm) // 3
    each = part(state.labour_days, given.orders.labour_pm[:, :, WORKS])
    each = part(each, p.hunger_pm + part(strength, 1000 - p.hunger_pm))
    days = each.sum(axis=1)
    done, rush = state.works_days.copy(order="K"), state.works_rush_days.copy(order="K")
    held = state.works_state.copy(order="K")
    if given.month % 3 == 0:
        rush[held == UNFINISHED] = 0
    busy = np.zeros_like(days)
    for number, project in enumerate(level.projects):
        chosen = (given.orders.works == number + 1) & (held[:, number] == UNFINISHED)
        busy = busy | chosen
        dug = np.where(chosen, days, 0)
        done[:, number] += dug
        rush[:, number] += dug
        ready = chosen & (done[:, number] >= project.need_days)
        held[:, number] = np.where(ready, HOLDS, held[:, number])
    cost = np.maximum(1, level.land_ares * p.ditch_days_ha // 100)
    new = np.where((busy > 0)[:, None], 0, each) * 1_000_000 // cost
    ditches = np.minimum(1_000_000, state.ditches_ppm + new)
    return Outcome(
        replace(
            state,
            works_days=frozen(done),
            works_rush_days=frozen(rush),
            works_state=frozen(held),
            ditches_ppm=frozen(ditches),
        )
    )


def rains(state: State, given: Given) -> Outcome:
    """In July the water rises: what was built badly or in a rush gives way, and ditches silt up.

    Nobody knows before whether a dam will hold. Where it gives way, a part of the crop below is
    lost, and no water comes from it any more.
    """
    if given.calendar_month != HIGH_WATER:
        return Outcome(state)
    p, level = given.params.works, given.level
    held, vigour = state.works_state, state.vigour_pm
    for number, project in enumerate(level.projects):
        finished = held[:, number] == HOLDS
        if not finished.any():
            continue
        luck = given.draws.whole(f"works.{project.id}", 0, 999, columns=1)[:, 0]
        gone = finished & (luck >= firmness(project, state.works_rush_days[:, number], p.rush_pm))
        held = held.copy(order="K")
        held[:, number] = np.where(gone, FAILED, held[:, number])
        drowned = part(project.serves_pm, p.flood_pm) * gone[:, None]
        vigour = part(vigour, (1000 - drowned)[:, :, None])
    ditches = part(state.ditches_ppm, 1000 - p.ditch_lost_pm)
    return Outcome(
        replace(
            state,
            works_state=frozen(held),
            vigour_pm=frozen(vigour),
            ditches_ppm=frozen(ditches),
        )
    )


def firmness(project: Project, rush_days: Ints, rush_pm: int) -> Ints:
    """The chance that a finished project stands one summer's water, per mille, (R,).

    Args:
        project: the dam or canal
        rush_days: labour-days put in within its last season, (R,)
        rush_pm: chance that is lost when all of it was built in one season
    """
    hurried = np.minimum(1000, rush_days * 1000 // max(1, project.need_days))
    return project.firm_pm - part(hurried, rush_pm)
