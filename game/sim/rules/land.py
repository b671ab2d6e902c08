"""Land: soil tires with use and recovers with rest; animals plough it and manure it."""

import numpy as np

from game.sim.arrays import frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.state import HOLDS, State, replace
from game.sim.whole import added, between

WINTERS_END, SPRING = 2, 3


def turn(state: State, given: Given) -> Outcome:
    """At winter's end the year's use and rest are reckoned; in spring old stubble goes under."""
    if given.calendar_month == SPRING:
        none = frozen(np.zeros_like(state.stubble_ares))
        return Outcome(replace(state, stubble_ares=none, left_ares=none))
    if given.calendar_month != WINTERS_END:
        return Outcome(state)
    p, level = given.params.land, given.level
    land = np.maximum(1, level.land_ares)
    used = added(state.stubble_ares + state.left_ares)
    used_pm = np.minimum(1000, used * 1000 // land)
    herd_pm = np.minimum(1000, state.animals * 1000 // np.maximum(1, level.animals))
    change = -p.tire_pm * used_pm + p.manure_pm * herd_pm + p.rest_pm * (1000 - used_pm)
    # Water without drains brings salt up on flat land.
    for number, project in enumerate(level.projects):
        runs = (state.works_state[:, number] == HOLDS)[:, None]
        change = change - project.salt_pm * project.serves_pm * runs
    soil = state.soil_pm + change // 1000
    least = level.soil_pm * p.floor_pm // 1000
    return Outcome(replace(state, soil_pm=frozen(between(soil, least, level.soil_pm))))


def graze(state: State, given: Given) -> Outcome:
    """Animals eat their grain; hungry or carelessly kept herds shrink, others grow back."""
    p = given.params.land
    need = state.animals * given.params.granary.feed_animal_kg_month
    feed = np.minimum(need, state.grain_kg[:, Account.FEED])
    short_pm = np.where(need > 0, 1000 - feed * 1000 // np.maximum(1, need), 0)
    lost_pm = p.herd_hunger_loss_pm * short_pm // 1000
    stages = given.params.stages
    lost_pm = lost_pm + given.by_stage(stages.herd_loss)
    born_pm = given.by_stage(stages.herd_birth)
    if not given.params.channels.tools:
        lost_pm, born_pm = lost_pm * 0, 0
    dice = given.draws.dice("land.herd")
    lost = (state.animals * lost_pm * 1000 + dice) // 1_000_000
    born = (state.animals * born_pm * 1000 + given.draws.dice("land.calves")) // 1_000_000
    born = np.minimum(born, np.maximum(0, given.level.animals - state.animals))
    animals = frozen(np.maximum(0, state.animals - lost + born))
    moved = Move(Account.FEED, Account.FED, feed)
    return Outcome(replace(state, animals=animals), (moved,))


def begin_season(state: State, given: Given) -> Outcome:
    """Clear the season's counts when a season begins."""
    if given.month % 3:
        return Outcome(state)
    return Outcome(replace(state, tally=frozen(np.zeros_like(state.tally))))
