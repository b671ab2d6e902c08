"""Pooling: grain is levelled between brigades where the commune keeps one account for all."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.level import MONTHS_A_TURN
from game.sim.state import State, replace
from game.sim.whole import added, part, share


def levelled(store: Ints, people: Ints, given: Given) -> tuple[Ints, Ints]:
    """What brigades give up and what they receive of stores so large, kg, (R, U) each."""
    pm = _share_pm(given)
    mean = store.sum(axis=1, keepdims=True) * people
    mean = mean // np.maximum(1, people.sum(axis=1, keepdims=True))
    given_up = part(np.maximum(0, store - mean), pm)
    return given_up, share(given_up.sum(axis=1), np.maximum(0, mean - store))


def _share_pm(given: Given) -> int:
    """How much is levelled in a month, of what a brigade has above the mean."""
    if given.level.apart or given.month % MONTHS_A_TURN:
        return 0
    return given.by_stage(given.params.stages.levelled)


def level_out(state: State, given: Given) -> Outcome:
    """Once a season a part of what a brigade has above the mean a head goes to those below it.

    "Levelling and transferring": it feeds those who have less, and tells those who have more that
    their work was for others. Districts apart are many communes: nothing is carried between them.
    """
    if not _share_pm(given):
        return Outcome(state)
    store, people = state.grain_kg[:, Account.GRANARY], added(state.people)
    given_up, received = levelled(store, people, given)
    lost = given_up * given.params.labour.levelled_effort_pm // np.maximum(1, store)
    lost = lost * given.params.channels.effort
    effort = frozen(np.maximum(100, state.effort_pm - lost))
    move = Move(Account.GRANARY, Account.GRANARY, given_up, received)
    return Outcome(replace(state, effort_pm=effort), (move,))
