"""Chance as a function of its key: (seed, run, turn, name, unit). No generator is stored anywhere.

Run 7 of 10,000 equals run 7 alone, and a new draw shifts no other. The mixing is splitmix64
(Steele, Lea and Flood 2014), whose constants stand below: once for a single whole number, once for
an array of them.
"""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256

import numpy as np

from game.sim.arrays import Bits, Ints

_STRIDE, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_ALL = 2**64 - 1
_STRIDES, _BY_FIRST, _BY_SECOND = np.uint64(_STRIDE), np.uint64(_FIRST), np.uint64(_SECOND)
_27, _30, _31, _32 = (np.uint64(places) for places in (27, 30, 31, 32))


def _mix_one(bits: int) -> int:
    bits = (bits ^ (bits >> 30)) * _FIRST & _ALL
    bits = (bits ^ (bits >> 27)) * _SECOND & _ALL
    return bits ^ (bits >> 31)


def _mix(bits: Bits) -> Bits:
    """Mix in place, so that no memory is asked for between the steps."""
    bits ^= bits >> _30
    bits *= _BY_FIRST
    bits ^= bits >> _27
    bits *= _BY_SECOND
    bits ^= bits >> _31
    return bits


@cache
def _name_bits(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "little")


@cache
def _across(columns: int) -> Bits:
    return np.arange(1, columns + 1, dtype=np.uint64) * _STRIDES


_asked: dict[str, None] = {}
"""Names that were drawn for units so far: a memory of what to mix together, never of numbers."""

TOGETHER = 512
"""Numbers a name up to which all names of a month are mixed in one go: one village, not a batch."""


@lru_cache(maxsize=64)
def _seeded(seed: int, names: tuple[str, ...]) -> Bits:
    mixed = [_mix_one(seed ^ _name_bits(name)) for name in names]
    return np.array(mixed, dtype=np.uint64)[:, None, None]


@dataclass(frozen=True, slots=True)
class Draws:
    """The draws of one month (or of the close of a turn)."""

    seed: int
    runs: Ints  # (R,) run numbers, not necessarily 0..R-1
    units: int
    turn: int  # months since the start; the desk at a turn's end draws as its last month
    _down: Bits = field(init=False, repr=False, compare=False)  # (R, 1)
    _mixed: dict[str, Bits] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        down = (self.runs.astype(np.uint64)[:, None] + np.uint64(1)) * _STRIDES
        object.__setattr__(self, "_down", down)

    def whole(self, name: str, low: int, high: int, columns: int | None = None) -> Ints:
        """Whole numbers from low to high, both included, (R, U), or (R, columns).

        Args:
            name: what the draw is for, such as "crop.weather"; two names never correlate
            low: least
            high: most; high - low must stay below 2^31
            columns: another second axis than the units
        """
        bits = self._bits(name, columns or self.units) * np.uint64(high - low + 1)
        bits >>= _32
        found = bits.view(np.int64)
        if low:
            found += low
        return found

    def dice(self, name: str, columns: int | None = None) -> Ints:
        """Whole numbers 0 to 999 999 for rounding and for chances per million, (R, U)."""
        return self.whole(name, 0, 999_999, columns)

    def _bits(self, name: str, columns: int) -> Bits:
        """32 random bits for a name, (R, columns), in the lower half of each number."""
        if columns != self.units or len(self.runs) * columns > TOGETHER:
            (alone,) = self._mix_names((name,), columns)
            return alone
        if name not in self._mixed:
            _asked[name] = None
            names = tuple(_asked)
            self._mixed.update(zip(names, self._mix_names(names, columns), strict=True))
        return self._mixed[name]

    def _mix_names(self, names: tuple[str, ...], columns: int) -> tuple[Bits, ...]:
        """The same for several names, worked out together."""
        keys = _mix(_seeded(self.seed, names) + np.uint64(_STRIDE * (self.turn + 1) & _ALL))
        bits = _mix(_mix(self._down + keys) + _across(columns))
        bits >>= _32
        return tuple(bits)
