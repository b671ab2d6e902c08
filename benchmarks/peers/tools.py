"""What the plain peer reckons with: response tables, keyed chance, and its coefficients."""

from bisect import bisect_right
from functools import cache
from hashlib import sha256

ALL = 2**64 - 1
STRIDE = 0x9E3779B97F4A7C15
CROPS = (  # yield, seed, sow, tend, reap (kg or days a hectare); share of land; months of each
    (1400, 130, 54, 72, 54, 520, {9: 400, 10: 600}, {3: 300, 4: 400, 5: 300}, {6: 1000}),
    (2100, 45, 60, 90, 60, 250, {4: 500, 5: 500}, {6: 400, 7: 400, 8: 200}, {9: 1000}),
    (1500, 40, 40, 80, 50, 380, {6: 1000}, {7: 500, 8: 500}, {9: 500, 10: 500}),
    (3000, 180, 70, 80, 80, 120, {5: 1000}, {6: 500, 7: 500}, {10: 1000}),
)
CLOSE_YIELD = ((0, 300, 600, 1000), (1000, 990, 930, 800))
DEEP_YIELD = ((0, 500, 1000), (1000, 1005, 960))
WATER_YIELD = ((0, 500, 1000), (1000, 1060, 1120))
EFFORT_YIELD = ((0, 700, 1000), (600, 900, 1000))
RESERVE_FALL = ((0, 500, 800, 1000, 1500), (700, 880, 960, 1005, 1060))
DEATH_RESERVE = ((0, 200, 500, 800, 1000), (30000, 9000, 2500, 1200, 1000))
BIRTH_RESERVE = ((0, 500, 900, 1000), (100, 500, 900, 1000))
LEAVE_RESERVE = ((0, 300, 700, 1000), (40, 12, 1, 0))
CAPACITY = ((0, 500, 900, 1000), (300, 700, 980, 1000))
DEATH_BASE = (1500, 500, 4500)
HEADS, HANDS = (650, 1000, 800), (60, 850, 250)
WILLING = (700, 1300, 300)


def response(table: tuple[tuple[int, ...], tuple[int, ...]], value: int) -> int:
    """Look a value up between the points of a table."""
    xs, ys = table
    if value <= xs[0]:
        return ys[0]
    if value >= xs[-1]:
        return ys[-1]
    right = bisect_right(xs, value)
    x, y = xs[right - 1], ys[right - 1]
    return y + (value - x) * (ys[right] - y) // (xs[right] - x)


def mixed(bits: int) -> int:
    """The mixing of game/sim/draws.py."""
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & ALL
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & ALL
    return bits ^ (bits >> 31)


@cache
def name_bits(name: str) -> int:
    """A name as a number."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "little")


def rounded(numerator: int, denominator: int, dice: int) -> int:
    """Divide, and round up with a chance equal to the remainder."""
    whole, rest = divmod(numerator, denominator)
    return whole + (rest * 1_000_000 > dice * denominator)
