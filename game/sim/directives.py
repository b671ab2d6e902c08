"""Directives: what the county's work team sets when the desk says nothing.

A campaign did not wait for a secretary to agree: a work team came, and the cadres of the commune
did what they had been told at the county. So where a directive changes at the beginning of a
season, what it wants is in force, and whoever wants it otherwise has to say so. What the office
orders after that stands, until the next directive changes the same thing.
"""

from dataclasses import replace

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.level import MONTHS_A_TURN, Level
from game.sim.orders import (
    ALLOWED,
    CLOSED,
    COMPULSORY,
    FIELDS,
    FURNACES,
    KIND,
    LET_GO,
    NONE,
    SIDELINE,
    STOPPED,
    TOLERATED,
    VOLUNTARY,
    WORKS,
    Orders,
    opens,
    renewed,
)

HANDS_A_FURNACE = 150
HANDS_PM = 850
"""Able hands among people of working age, as a work team reckons."""
SIDELINE_PM = 100
"""Hands that stay at the sideline whatever is wanted: stables, mills, the kitchen."""

_SAID = {
    "labour": ("steel_pm", "works_pm"),
    "furnaces": ("steel_pm",),
    "works": ("works_pm",),
    "hall": ("halls",),
    "free_meals": ("free_meals",),
    "plots": ("plots",),
    "technique": ("technique_pm",),
    "leavers": ("gates",),
    "search": ("search",),
}
"""Kinds of orders that a directive speaks of, and the tracks in which it does."""


def told(level: Level, turn: int) -> tuple[str, ...]:
    """The kinds of orders of which the county says something new in a turn."""
    month = turn * MONTHS_A_TURN
    if not 0 < month < level.months:
        return ()
    track, before = level.track, month - MONTHS_A_TURN
    last = month + MONTHS_A_TURN - 1
    return tuple(
        kind
        for kind, names in _SAID.items()
        if opens(level, kind) <= last
        and any(getattr(track, name)[month] != getattr(track, name)[before] for name in names)
    )


def next_season(orders: Orders, level: Level, turn: int) -> Orders:
    """The orders in force when a turn begins, before the desk has said a word.

    Args:
        orders: of the turn before
        level: the level
        turn: the turn that begins
    """
    orders = renewed(orders)
    kinds = told(level, turn)
    if not kinds:
        return orders
    wanted = _wanted(orders, level, turn * MONTHS_A_TURN, kinds)
    changes: dict[str, Ints] = {}
    for kind in kinds:
        array = KIND[kind].array
        old: Ints = getattr(orders, array)
        changes[array] = frozen(np.broadcast_to(wanted[kind], old.shape).astype(np.int64))
    return replace(orders, **changes)


def _wanted(
    orders: Orders, level: Level, month: int, kinds: tuple[str, ...]
) -> dict[str, Ints | int]:
    """What is wanted of each of some kinds, to be spread over runs and units."""
    track, last = level.track, month + MONTHS_A_TURN - 1
    steel = int(track.steel_pm[month]) if opens(level, "furnaces") <= last else 0
    works = int(track.works_pm[month]) if opens(level, "works") <= last else 0
    shares = np.zeros(4, dtype=np.int64)
    shares[FURNACES], shares[WORKS], shares[SIDELINE] = steel, works, SIDELINE_PM
    shares[FIELDS] = max(0, 1000 - int(shares.sum()))
    fires = -(-int(level.people[:, 1].sum()) * HANDS_PM // 1000 * steel // 1000 // HANDS_A_FURNACE)
    begin = 1 if works and level.projects else 0
    wanted: dict[str, Ints | int] = {
        "labour": shares,
        "furnaces": np.maximum(orders.furnaces, min(fires, KIND["furnaces"].high)),
        "works": np.where(orders.works > 0, orders.works, begin),
        "hall": (CLOSED, VOLUNTARY, COMPULSORY)[int(track.halls[month])],
        "free_meals": int(track.free_meals[month]),
        "plots": (NONE, TOLERATED, ALLOWED)[int(track.plots[month])],
        "technique": int(track.technique_pm[month]),
        "leavers": STOPPED if int(track.gates[month]) else LET_GO,
        "search": int(track.search[month]),
    }
    return {kind: wanted[kind] for kind in kinds}
