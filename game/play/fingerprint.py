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


def by_name(names: list[str], marks: str) -> dict[str, str]:
    """The fingerprint of each part.

    >>> by_name(["month", "people"], "aaaaaabbbbbb")
    {'month': 'aaaaaa', 'people': 'bbbbbb'}
    """
    return {
        name: marks[place * _LENGTH : (place + 1) * _LENGTH] for place, name in enumerate(names)
    }


def first_differing(one: dict[str, str], other: dict[str, str]) -> str | None:
    """The first part known to both whose fingerprints differ, or None.

    >>> first_differing({"month": "a", "gone": "x", "people": "b"}, {"month": "a", "people": "c"})
    'people'
    """
    return next((name for name in one if other.get(name, one[name]) != one[name]), None)
