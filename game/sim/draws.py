"""Chance as a function of its key: (seed, run, turn, name, unit). No generator is stored anywhere.

Run 7 of 10,000 equals run 7 alone, and a new draw shifts no other. The mixing is splitmix64
(Steele, Lea and Flood 2014), whose constants stand below.
"""

from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from game.sim.arrays import Bits, Ints

_STRIDE = np.uint64(0x9E3779B97F4A7C15)


def _mix(bits: Bits) -> Bits:
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))


def _name_bits(name: str) -> np.uint64:
    return np.uint64(int.from_bytes(sha256(name.encode()).digest()[:8], "little"))


@dataclass(frozen=True, slots=True)
class Draws:
    """The draws of one month (or of the close of a turn)."""

    seed: int
    runs: Ints  # (R,) run numbers, not necessarily 0..R-1
    units: int
    turn: int  # months since the start; the desk at a turn's end draws as its last month

    def whole(self, name: str, low: int, high: int, columns: int | None = None) -> Ints:
        """Whole numbers from low to high, both included, (R, U), or (R, columns).

        Args:
            name: what the draw is for, such as "crop.weather"; two names never correlate
            low: least
            high: most; high - low must stay below 2^31
            columns: another second axis than the units
        """
        with np.errstate(over="ignore"):
            bits = _mix(np.array([[self.seed]], dtype=np.uint64) ^ _name_bits(name))
            bits = _mix(bits + _STRIDE * np.uint64(self.turn + 1))
            bits = _mix(bits + _STRIDE * (self.runs.astype(np.uint64)[:, None] + np.uint64(1)))
            across = np.arange(1, (columns or self.units) + 1, dtype=np.uint64)[None, :]
            bits = _mix(bits + _STRIDE * across)
        span = np.uint64(high - low + 1)
        return ((bits >> np.uint64(32)) * span >> np.uint64(32)).astype(np.int64) + low

    def dice(self, name: str, columns: int | None = None) -> Ints:
        """Whole numbers 0 to 999 999 for rounding and for chances per million, (R, U)."""
        return self.whole(name, 0, 999_999, columns)
