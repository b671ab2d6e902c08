"""Gives no orders at all: what a new directive wants is done."""

from game.sim.orders import Orders
from game.sim.views import Seen


def decide_all(seen: Seen) -> Orders:
    """Leave everything as the county has set it."""
    return seen.orders
