"""Trade: what towns eat and what is bought abroad. Cities and exports come before the villages."""

import numpy as np

from game.sim.arrays import frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.state import State, Tally, replace
from game.sim.whole import added, between, share


def supply(state: State, given: Given) -> Outcome:
    """Every month towns draw on the state's stores, and what was bought abroad comes in."""
    track = given.level.track
    bought, wanted = int(track.imports_kg[given.month]), int(track.cities_kg[given.month])
    if not bought and not wanted:
        return Outcome(state)
    runs = len(state.standing_pm)
    people = added(state.people)
    landed = share(np.full(runs, bought, dtype=np.int64), people)
    pool = state.grain_kg[:, Account.STATE] + landed
    eaten = np.minimum(pool.sum(axis=1), wanted)
    before = np.cumsum(pool, axis=1) - pool
    drawn = between(eaten[:, None] - before, 0, pool)
    tally = state.tally.copy(order="K")
    tally[:, Tally.CITIES_KG] += drawn
    moves = (
        Move(Account.EXPORTED, Account.STATE, landed),
        Move(Account.STATE, Account.CITIES, drawn),
    )
    return Outcome(replace(state, tally=frozen(tally)), moves)
