"""Whole-number helpers: share out exactly, look a response up in a table of points."""

from dataclasses import dataclass, field

import numpy as np

from game.sim.arrays import Ints, ints

LONGEST = 20_000
"""Most values of a table that are worked out beforehand."""
COLUMNS = 3
"""Axes of an array whose columns may lie apart, (R, U, C)."""
FEW, WIDE = 1000, 16
"""Numbers, and columns, at which `sum` is as fast as adding columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A response as points; between two points it runs straight, beyond the ends it is level."""

    x: Ints  # (K,) rising
    y: Ints  # (K,)
    _each: Ints | None = field(init=False, repr=False, compare=False)  # y of every x, if not many

    def __post_init__(self) -> None:
        first, last = int(self.x[0]), int(self.x[-1])
        few = len(self.x) > 1 and last - first < LONGEST
        each = self._between(np.arange(first, last + 1, dtype=np.int64)) if few else None
        object.__setattr__(self, "_each", each)

    def at(self, values: Ints) -> Ints:
        """Look values up, rounding down. Any shape in, the same shape out.

        >>> table([[0, 0], [500, 100], [1000, 1000]]).at(np.array([-5, 250, 750, 2000]))
        array([   0,   50,  550, 1000])
        """
        if self._each is None:
            return self._between(values)
        first = self.x[0]
        places = values - first if first else values
        if places.ndim == COLUMNS:  # `take` alone forgets that columns lie apart
            return self._each.take(places.transpose(2, 0, 1), mode="clip").transpose(1, 2, 0)
        return np.asarray(self._each.take(places, mode="clip"))

    def _between(self, values: Ints) -> Ints:
        right = np.clip(np.searchsorted(self.x, values, side="right"), 1, len(self.x) - 1)
        left = right - 1
        x0, x1, y0, y1 = self.x[left], self.x[right], self.y[left], self.y[right]
        inside = np.clip(values, self.x[0], self.x[-1])
        return np.asarray(y0 + (inside - x0) * (y1 - y0) // (x1 - x0), dtype=np.int64)


def table(points: list[list[int]]) -> Table:
    """A table from [x, y] pairs with rising x."""
    return Table(ints([p[0] for p in points]), ints([p[1] for p in points]))


def share(total: Ints, weights: Ints) -> Ints:
    """Share whole totals out by weights: largest remainder, ties to the lower index.

    Args:
        total: what is shared, any unit, (R,)
        weights: not negative, (R, U); a row of zeros is shared evenly

    Returns:
        (R, U); each row sums to its total exactly.

    >>> share(np.array([10]), np.array([[1, 1, 1]]))
    array([[4, 3, 3]])
    """
    if not total.any():
        return np.zeros((len(total), weights.shape[1]), dtype=np.int64)
    flat = np.where(weights.sum(axis=1, keepdims=True) > 0, weights, 1)
    whole = flat.sum(axis=1, keepdims=True)
    # Weights are scaled down only where a product could pass 2^61: with a province's tonnes.
    # Each run by itself, so that it is shared the same alone and in company.
    scale = 1 + ((total[:, None] >> 20) * (whole >> 20) >> 20)
    flat = np.where(scale > 1, -(-flat // scale), flat)
    whole = flat.sum(axis=1, keepdims=True)
    product = total[:, None] * flat
    given = product // whole
    left = total - given.sum(axis=1)
    order = np.argsort(-(product - given * whole), axis=1, kind="stable")
    rank = np.argsort(order, axis=1, kind="stable")
    return np.asarray(given + (rank < left[:, None]), dtype=np.int64)


def added(columns: Ints) -> Ints:
    """The sum over the last axis: adding a few columns one by one is many times faster than `sum`.

    >>> added(np.array([[1, 2, 3], [4, 5, 6]]))
    array([ 6, 15])
    """
    if columns.size < FEW or columns.shape[-1] > WIDE:
        return np.asarray(np.add.reduce(columns, axis=-1))
    whole = columns[..., 0].copy()
    for column in range(1, columns.shape[-1]):
        whole += columns[..., column]
    return whole


def between(values: Ints, low: Ints | int, high: Ints | int | None) -> Ints:
    """What np.clip does, without its overhead: values, not below low, not above high.

    >>> between(np.array([-1, 5, 12]), 0, 10)
    array([ 0,  5, 10])
    """
    least = np.maximum(values, low)
    return np.asarray(least if high is None else np.minimum(least, high))


def part(amount: Ints, per_mille: Ints | int) -> Ints:
    """A share of an amount in per mille, rounded down.

    >>> part(np.array([999]), 500)
    array([499])
    """
    return np.asarray(amount * per_mille // 1000, dtype=np.int64)


def ratio_pm(amount: Ints, of: Ints, most: int = 1000) -> Ints:
    """`amount` beside `of` in per mille, 0 to `most`; `most` where there is nothing beside it.

    >>> ratio_pm(np.array([30, 5]), np.array([60, 0]))
    array([ 500, 1000])
    """
    safe = np.maximum(of, 1)
    return np.where(of > 0, between(amount * 1000 // safe, 0, most), most).astype(np.int64)


def rounded(numerator: Ints, denominator: Ints | int, dice: Ints) -> Ints:
    """Divide, and round up with a chance equal to the remainder, so that small units lose nothing.

    Args:
        numerator: not negative, any shape
        denominator: positive
        dice: whole numbers 0 to 999 999, the shape of the numerator
    """
    whole = numerator // denominator
    rest = numerator - whole * denominator  # half the time of np.divmod
    return np.asarray(whole + (rest * 1_000_000 > dice * denominator), dtype=np.int64)
