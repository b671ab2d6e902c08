"""Works: dams and canals, and the water they give later if they hold."""

import numpy as np

from game.sim.arrays import frozen
from game.sim.given import Given, Outcome
from game.sim.orders import WORKS
from game.sim.state import State, replace
from game.sim.whole import added, part


def dig(state: State, given: Given) -> Outcome:
    """Hands carry earth to the chosen project; when it is done, it holds or it does not."""
    p, level = given.params.works, given.level
    strength = added(state.reserve_pm) // 3
    days = part(state.labour_days, given.orders.labour_pm[:, :, WORKS])
    days = part(days, p.hunger_pm + part(strength, 1000 - p.hunger_pm)).sum(axis=1)
    done, rush = state.works_days.copy(order="K"), state.works_rush_days.copy()
    held = state.works_state.copy(order="K")
    if given.month % 3 == 0:
        rush[:] = 0
    for number, project in enumerate(level.projects):
        chosen = (given.orders.works == number + 1) & (held[:, number] == 0)
        dug = np.where(chosen, days, 0)
        done[:, number] += dug
        rush[:, number] += dug
        ready = chosen & (done[:, number] >= project.need_days)
        if not ready.any():
            continue
        rush_pm = np.minimum(1000, rush[:, number] * 1000 // max(1, project.need_days))
        chance = project.firm_pm - part(rush_pm, p.rush_pm)
        luck = given.draws.whole(f"works.{project.id}", 0, 999, columns=1)[:, 0]
        held[:, number] = np.where(ready, np.where(luck < chance, 1, 2), held[:, number])
    return Outcome(
        replace(
            state,
            works_days=frozen(done),
            works_rush_days=frozen(rush),
            works_state=frozen(held),
        )
    )
