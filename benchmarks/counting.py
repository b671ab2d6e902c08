"""Counts the array operations of a season, and what each would cost at the least.

State, orders and run numbers go through the rules as a subclass of ndarray that notes every ufunc,
every `np.where` and every look-up in a table, with the number of elements it works on. Copies,
slices and stacking are not counted: they are no arithmetic, and the floor is the lower without.
The floor is also made of arrays that lie together in memory, which columns of the state don't.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from timeit import repeat
from typing import Any, ClassVar, NamedTuple

import numpy as np

from game.sim import turn
from game.sim.level import Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.state import State
from game.sim.whole import Table

REPEATS, LOOPS = 5, 30


class Op(NamedTuple):
    """One array operation: its name, how many elements, and whether a number stands beside them."""

    name: str
    elements: int
    scalar: bool


class Counted(np.ndarray):
    """An array that notes what is done with it."""

    noted: ClassVar[Counter[Op]] = Counter()

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **named: Any) -> Any:
        """Note the operation, then let numpy do it."""
        out = tuple(plain(each) for each in named.pop("out", ()) or ())
        if out:
            named["out"] = out if len(out) > 1 or method == "__call__" else out[0]
        given = [plain(each) for each in inputs]
        found = getattr(ufunc, method)(*given, **named)
        elements = max(np.size(each) for each in (*given, found if method == "__call__" else 0))
        scalar = any(np.ndim(each) == 0 for each in given)
        Counted.noted[Op(ufunc.__name__, elements, scalar)] += 1
        if isinstance(found, tuple):
            return tuple(counted(each) for each in found)
        return counted(found)

    def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
        """Note `where`; what other functions do comes here as their ufuncs."""
        _ = types
        if func is np.where:
            found = func(*(plain(each) for each in args))
            Counted.noted[Op("where", found.size, False)] += 1
            return counted(found)
        return super().__array_function__(func, (Counted,), args, kwargs)


def plain(value: Any) -> Any:
    """An array without its counting."""
    return value.view(np.ndarray) if isinstance(value, Counted) else value


def counted(value: Any) -> Any:
    """An array that counts; other things as they are."""
    return value.view(Counted) if isinstance(value, np.ndarray) else value


@contextmanager
def kept_through() -> Iterator[None]:
    """`np.asarray` and tables take a subclass away: let it pass while counting."""
    old, look_up = np.asarray, Table.at

    def noted(table: Table, values: Any) -> Any:
        Counted.noted[Op("take", np.size(values), False)] += 1
        return counted(look_up(table, plain(values)))

    np.asarray, Table.at = np.asanyarray, noted  # type: ignore[method-assign]
    try:
        yield
    finally:
        np.asarray, Table.at = old, look_up  # type: ignore[method-assign]


def watched(whole: Any) -> Any:
    """A state or orders with counting arrays."""
    return replace(whole, **{f.name: counted(getattr(whole, f.name)) for f in fields(whole)})


def season(
    level: Level, params: Params, state: State, orders: Orders, seed: int, runs: Any
) -> Counter[Op]:
    """The operations of one season's months."""
    Counted.noted = Counter()
    with kept_through():
        turn.season(watched(state), level, params, watched(orders), seed, counted(runs))
    return Counted.noted


def cost(op: Op) -> float:
    """Seconds of one such operation on arrays that lie together, in the processor's caches."""
    one = np.arange(op.elements, dtype=np.int64) % 1000 + 1
    other: Any = np.int64(1000) if op.scalar else one
    if op.name == "where":
        mask = one > 500
        return least(lambda: np.where(mask, one, other))
    if op.name == "take":
        return least(lambda: one.take(one, mode="clip"))
    ufunc = getattr(np, op.name, None)
    if not isinstance(ufunc, np.ufunc):  # such as the inner part of np.clip
        ufunc = np.minimum
    if ufunc.nin == 1:
        return least(lambda: ufunc(one))
    return least(lambda: ufunc(one, other))


def least(work: Any) -> float:
    """The shortest of several times, in seconds."""
    return min(repeat(work, number=LOOPS, repeat=REPEATS)) / LOOPS


def floor(noted: Counter[Op]) -> tuple[int, int, float]:
    """Operations, elements worked on, and the seconds that they take at the least."""
    operations = sum(noted.values())
    elements = sum(op.elements * times for op, times in noted.items())
    return operations, elements, sum(cost(op) * times for op, times in noted.items())
