"""Closed: one turn that is over. Bot: someone who decides in a person's place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from game.sim.ledger import Entry
from game.sim.notebook import Notebook
from game.sim.orders import Order, Orders
from game.sim.state import State, digest
from game.sim.views import Seen
from game.sim.why import Why

Bot: TypeAlias = Callable[[Seen], Orders]
"""Someone who decides for every run at once; see game/bots."""


def as_ordered(seen: Seen) -> Orders:
    """A successor who leaves every order as it stands: used where no bot was handed in."""
    return seen.orders


@dataclass(frozen=True, slots=True)
class Closed:
    """What was decided in a turn and what came of it."""

    turn: int
    orders: tuple[Order, ...]
    desk: tuple[Order, ...] | None  # None in a season without a harvest
    state: State
    entries: tuple[Entry, ...]  # the actual ledger
    books: tuple[Entry, ...]  # the reported one
    why: tuple[Why, ...]
    in_force: Orders
    succeeded: bool  # True where the successor decided
    book: Notebook | None  # in closed books: what the office reckoned with after it

    @property
    def digest(self) -> str:
        """The fingerprint of the state that the turn led to."""
        return digest(self.state)
