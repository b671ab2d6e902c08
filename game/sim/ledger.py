"""Double entry: the only way grain moves, in the actual and in the reported set of books."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from game.sim.arrays import Ints, frozen


class Account(IntEnum):
    """Where grain can be, in truth."""

    SOIL = 0  # the source, and where seed goes: the one account that may go below zero
    FIELD = 1  # ripe and standing
    GRANARY = 2
    HIDDEN = 3
    SEED = 4
    FEED = 5
    CANTEEN = 6
    STATE = 7  # taken, in the county's stores
    EXPORTED = 8  # sent on: other provinces, abroad; imports come from here, and may outweigh it
    SOLD_BACK = 9  # on its way back to a village
    LOST_FIELD = 10
    LOST_STORE = 11
    EATEN = 12
    PRIVATE = 13  # plots, sideline, gathering: food that no ledger shows
    FED = 14  # eaten by animals
    CITIES = 15  # eaten in towns elsewhere


class Book(IntEnum):
    """Where grain is said to be. Only report rules write here."""

    CLAIMED = 0  # the source of every claim; may go below zero
    STORE = 1
    DELIVERED = 2
    EATEN = 3
    SEED = 4  # seed and feed, by the norm


@dataclass(frozen=True, slots=True)
class Move:
    """Grain from one account to another.

    `into_kg` differs from `kg` only where units give and others receive: a search, levelling, grain
    sold back. The two must add up to the same over the units of each run.
    """

    source: Account | Book
    target: Account | Book
    kg: Ints  # (R, U), not negative
    into_kg: Ints | None = None  # (R, U); None: each unit keeps its own


@dataclass(frozen=True, slots=True)
class Entry:
    """A move as it stands in the books."""

    month: int
    rule: str
    move: Move


class OverdrawnError(ArithmeticError):
    """A rule took more grain than there was. Always a bug in that rule."""

    def __init__(self, rule: str, account: str, run: int, unit: int, short_kg: int) -> None:
        """Name the rule and the first place where it went wrong."""
        super().__init__(
            f"{rule} took {short_kg} kg too much from {account} (run {run}, unit {unit})"
        )


def _is_source(account: Account | Book) -> bool:
    """Whether an account may go below zero: the soil, the claim, and trade with the world outside.

    SOIL and CLAIMED are number 0 of either book.
    """
    return account == 0 or account is Account.EXPORTED


def post(balances_kg: Ints, rule: str, moves: tuple[Move, ...]) -> Ints:
    """New balances (R, A, U) after the moves.

    Raises:
        OverdrawnError: a rule took more than there was.
        ValueError: a negative move, or one that makes or loses grain between units.
    """
    balances = balances_kg.copy(order="K")
    enter(balances, rule, moves)
    return frozen(balances)


def enter(balances: Ints, rule: str, moves: tuple[Move, ...]) -> None:
    """Enter moves in open books, (R, A, U), which change. Otherwise as `post`.

    Raises:
        ValueError: also for a move that is a piece of these books, and would change with them.
    """
    for move in moves:
        kg = into = move.kg
        if move.into_kg is not None:
            into = move.into_kg
            if (into.sum(axis=1) != kg.sum(axis=1)).any() and not _below_zero(kg, into):
                raise ValueError(f"{rule} made or lost grain on the way to {move.target.name}")
        if _below_zero(kg, into):
            raise ValueError(f"{rule} moved a negative amount to {move.target.name}")
        if _piece_of(balances, kg) or (into is not kg and _piece_of(balances, into)):
            raise ValueError(f"{rule} moved a piece of the books to {move.target.name}: copy it")
        left, gained = balances[:, move.source], balances[:, move.target]
        left -= kg
        gained += into
        if not _is_source(move.source) and _least(left) < 0:
            run, unit = np.argwhere(left < 0)[0]
            short = -int(left[run, unit])
            raise OverdrawnError(rule, move.source.name, int(run), int(unit), short)


def _piece_of(balances: Ints, kg: Ints) -> bool:
    return kg.base is not None and np.may_share_memory(kg, balances)


def _least(kg: Ints) -> int:
    return int(np.minimum.reduce(kg, axis=None, initial=0))


def _below_zero(kg: Ints, into: Ints) -> bool:
    return _least(kg) < 0 or (into is not kg and _least(into) < 0)
