"""Harvest: hands bring the ripe grain in; what they can't reach sheds, and then is lost."""

import numpy as np

from game.sim import fieldwork
from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.state import State, Tally, replace
from game.sim.whole import added, part, ratio_pm
from game.sim.why import Factor, Why

REAP = 0


def reach_pm(days: Ints, needed_days: Ints) -> Ints:
    """Share of the ripe area that the hands can reap, per mille.

    Args:
        days: labour-days spent on reaping, (R, U)
        needed_days: labour-days that the ripe area wants, (R, U)

    >>> reach_pm(np.array([[60]]), np.array([[80]]))
    array([[750]])
    """
    return ratio_pm(days, needed_days)


def reap(state: State, given: Given) -> Outcome:
    """Bring in what the hands can reach; of the rest a part sheds, and after its season all."""
    if not (state.ripe_ares.any() or state.standing_kg.any()):
        return Outcome(state)
    p = given.params.harvest
    needed = fieldwork.reap_days(state, given.level)
    reached = reach_pm(state.field_days[:, :, REAP], needed)
    careless = p.careless_pm + part(1000 - state.effort_pm, p.hurry_pm)
    ripe, standing = state.ripe_ares.copy(order="K"), state.standing_kg.copy(order="K")
    stubble, left = state.stubble_ares.copy(order="K"), state.left_ares.copy(order="K")
    brought, lost, grown = (np.zeros_like(needed) for _ in range(3))
    for c, crop in enumerate(given.level.crops):
        if not (ripe[:, :, c].any() or standing[:, :, c].any()):
            continue
        area, kg = part(ripe[:, :, c], reached), part(standing[:, :, c], reached)
        spilt = part(kg, careless)
        grown += standing[:, :, c]
        rest = standing[:, :, c] - kg
        over = crop.reap_pm[given.calendar_month - 1] == 0
        shed = rest if over else part(rest, p.shed_pm)
        brought += kg - spilt
        lost += spilt + shed
        stubble[:, :, c] += area
        still = ripe[:, :, c] - area
        left[:, :, c] += still if over else 0
        ripe[:, :, c] = 0 if over else still
        standing[:, :, c] = rest - shed
    hidden = part(brought, given.orders.hide_pm)
    state = replace(
        state,
        ripe_ares=frozen(ripe),
        standing_kg=frozen(standing),
        stubble_ares=frozen(stubble),
        left_ares=frozen(left),
    )
    moves = (
        Move(Account.FIELD, Account.GRANARY, brought - hidden),
        Move(Account.FIELD, Account.HIDDEN, hidden),
        Move(Account.FIELD, Account.LOST_FIELD, lost),
    )
    counts = ((Tally.HARVEST_KG, brought), (Tally.UNHARVESTED_KG, lost))
    return Outcome(state, moves, why=_why(given, grown, lost, added(standing)), counts=counts)


def _why(given: Given, grown: Ints, lost: Ints, still: Ints) -> tuple[Why, ...]:
    if not given.keep_why or not grown.any():
        return ()
    parts = (
        Factor("ripe", None, grown),
        Factor("lost_in_field", None, -lost),
        Factor("still_standing", None, -still),
    )
    return (Why("harvest", "kg", parts, adds_up=True),)
