"""Why: the parts of a figure, kept as the rule computes it.

A chain of factors starts from a first amount; each factor is a per mille, and the amount that it
led to stands beside it, so that the last amount is the figure, to the kilogram. A sum is a list of
amounts that add up. The core returns the parts; no screen computes them.
"""

from dataclasses import dataclass

from game.sim.arrays import Ints


@dataclass(frozen=True, slots=True)
class Factor:
    """One step of a chain: what it is, by how much, and what that led to."""

    name: str  # key of its words, such as "weather"
    pm: Ints | None  # (R, U) per mille; None for the first amount, or a part of a sum
    amount: Ints  # (R, U) after this factor, or the part itself


@dataclass(frozen=True, slots=True)
class Why:
    """The account of one figure."""

    figure: str  # such as "harvest.wheat", "demand", "standing"
    unit: str  # kg, pm, persons
    factors: tuple[Factor, ...]
    adds_up: bool = False  # True: the amounts are parts of a sum; False: a chain of factors
