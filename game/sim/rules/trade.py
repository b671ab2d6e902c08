"""Trade: what towns eat and what is bought abroad. Cities and exports come before the villages."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.state import State, Tally, replace
from game.sim.whole import added, between, part, share

YEAR = 12


def supply(state: State, given: Given) -> Outcome:
    """Every month what was promised abroad is shipped, towns draw on the state, imports come in."""
    track, channels = given.level.track, given.params.channels
    bought, wanted = int(track.imports_kg[given.month]), int(track.cities_kg[given.month])
    bought *= channels.recovery
    due = state.export_kg * channels.exports // YEAR
    landed = share(np.full(len(due), bought, dtype=np.int64), added(state.people))
    stores = state.grain_kg[:, Account.STATE]
    lost = part(stores, given.params.granary.loss_month_pm)
    stores = stores - lost
    shipped = _drawn(stores, due)
    eaten = _drawn(stores - shipped + landed, np.full(len(due), wanted, dtype=np.int64))
    tally = state.tally.copy(order="K")
    tally[:, Tally.CITIES_KG] += eaten
    moves = (
        Move(Account.STATE, Account.LOST_STORE, lost),
        Move(Account.STATE, Account.EXPORTED, shipped),
        Move(Account.EXPORTED, Account.STATE, landed),
        Move(Account.STATE, Account.CITIES, eaten),
    )
    return Outcome(replace(state, tally=frozen(tally)), moves)


def _drawn(stores: Ints, wanted: Ints) -> Ints:
    """A total taken from the units' stores in order, as far as there is any, kg, (R, U)."""
    before = np.cumsum(stores, axis=1) - stores
    return np.asarray(between(wanted[:, None] - before, 0, stores))
