"""Fingerprints of a state: one for the whole, and a short one an array to say where it differs."""

from dataclasses import fields
from hashlib import sha256

import numpy as np

from game.sim.state import State

_LENGTH = 6


def array_names() -> list[str]:
    """The parts of a state, in the order of their fingerprints."""
    return [field.name for field in fields(State)]


def arrays(state: State, run: int = 0) -> str:
    """Six signs a part of the state, one after the other."""
    marks = []
    for name in array_names():
        value = getattr(state, name)
        if isinstance(value, np.ndarray):
            content = np.ascontiguousarray(value[run], dtype="<i8").tobytes()
        else:
            content = str(int(value)).encode()
        marks.append(sha256(content).hexdigest()[:_LENGTH])
    return "".join(marks)


def first_differing(names: list[str], one: str, other: str) -> str | None:
    """The name of the first part whose fingerprints differ, or None.

    >>> first_differing(["month", "people"], "aaaaaabbbbbb", "aaaaaacccccc")
    'people'
    """
    for place, name in enumerate(names):
        cut = slice(place * _LENGTH, (place + 1) * _LENGTH)
        if one[cut] != other[cut]:
            return name
    return None
