"""Trade: what towns eat and what is bought abroad. Cities and exports come before the villages."""

import numpy as np

from game.sim.arrays import Ints
from game.sim.given import Counts, Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.state import State, Tally
from game.sim.whole import added, between, part, share

YEAR = 12


def supply(state: State, given: Given) -> Outcome:
    """Every month what was promised abroad is shipped, towns draw on the state, imports come in."""
    track, channels = given.level.track, given.params.channels
    bought, wanted = int(track.imports_kg[given.month]), int(track.cities_kg[given.month])
    bought *= channels.recovery
    due = state.export_kg * channels.exports // YEAR
    stores = state.grain_kg[:, Account.STATE]
    lost = part(stores, given.params.granary.loss_month_pm)
    stores, moves = stores - lost, [Move(Account.STATE, Account.LOST_STORE, lost)]
    if due.any():
        shipped = _drawn(stores, due)
        stores = stores - shipped
        moves.append(Move(Account.STATE, Account.EXPORTED, shipped))
    if bought:
        landed = share(np.full(len(due), bought, dtype=np.int64), added(state.people))
        stores = stores + landed
        moves.append(Move(Account.EXPORTED, Account.STATE, landed))
    counts: Counts = ()
    if wanted:
        eaten = _drawn(stores, np.full(len(due), wanted, dtype=np.int64))
        moves.append(Move(Account.STATE, Account.CITIES, eaten))
        counts = ((Tally.CITIES_KG, eaten),)
    return Outcome(state, tuple(moves), counts=counts)


def _drawn(stores: Ints, wanted: Ints) -> Ints:
    """A total taken from the units' stores in order, as far as there is any, kg, (R, U)."""
    before = np.cumsum(stores, axis=1) - stores
    return np.asarray(between(wanted[:, None] - before, 0, stores))
