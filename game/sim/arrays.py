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


def ints(values: object) -> Ints:
    """Whole numbers as a closed int64 array."""
    return frozen(np.array(values, dtype=np.int64))
