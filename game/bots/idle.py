"""Gives no orders at all: the baseline of every level."""

from game.sim.orders import Orders
from game.sim.views import Seen


def decide_all(seen: Seen) -> Orders:
    """Leave everything as it is."""
    return seen.orders
