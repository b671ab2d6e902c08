"""Array types and the letters of their shapes.

R runs (a what-if, a Monte-Carlo draw, or the game: R = 1), U units (brigades here), C crops, G age
groups, A accounts of the actual ledger, B accounts of the reported one, P projects, N neighbouring
communes, M months of the level, H harvests of a year (0 summer, 1 autumn).
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Bits: TypeAlias = npt.NDArray[np.uint64]


def frozen(array: Ints) -> Ints:
    """Close an array for writing, so that a stray assignment raises.

    >>> frozen(np.array([1]))[0] = 2
    Traceback (most recent call last):
    ValueError: assignment destination is read-only
    """
    array.setflags(write=False)
    return array


class OpenCopy:
    """An array that is copied when it is first changed, and from then on changed in place.

    Many rules of a month write in the same books: one copy a month is enough. What rules see is
    closed; whoever holds the copy lets nobody else see it before the last change.
    """

    def __init__(self) -> None:
        """Nothing is copied yet."""
        self.shown: Ints | None = None
        self._open: Ints

    def of(self, array: Ints) -> Ints:
        """The open copy of an array: the one at hand, if the array is what it shows."""
        if array is not self.shown:
            self._open = array.copy(order="K")
            self.shown = frozen(self._open.view())
        return self._open


def columns_apart(array: Ints) -> Ints:
    """The same (R, U, C), closed, with each column of the last axis in one piece of memory.

    Rules go through crops and age groups one by one. Values, shapes and digests are the same;
    reading a column takes a third less time. Copies must keep the order: `copy(order="K")`.

    >>> columns_apart(np.zeros((4, 2, 3), dtype=np.int64))[:, :, 1].flags.c_contiguous
    True
    """
    if array.ndim < 3:
        return frozen(np.array(array, dtype=np.int64))
    apart = np.array(np.moveaxis(array, -1, 0), dtype=np.int64, order="C")
    return frozen(np.moveaxis(apart, 0, -1))


def beside(columns: tuple[Ints, ...]) -> Ints:
    """Arrays (R, U) as the columns of one (R, U, C), each of them in one piece of memory.

    >>> beside((np.array([[1, 2]]), np.array([[3, 4]]))).tolist()
    [[[1, 3], [2, 4]]]
    """
    return np.moveaxis(np.stack(columns), 0, -1)


def rows_apart(array: Ints) -> Ints:
    """The same (R, A, U), closed, with each account of the second axis in one piece of memory.

    >>> rows_apart(np.zeros((4, 3, 2), dtype=np.int64))[:, 1].flags.c_contiguous
    True
    """
    return frozen(np.array(array.swapaxes(0, 1), dtype=np.int64, order="C").swapaxes(0, 1))


def ints(values: object) -> Ints:
    """Whole numbers as a closed int64 array."""
    return frozen(np.array(values, dtype=np.int64))
