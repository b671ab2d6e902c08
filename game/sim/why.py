"""Why: the parts of a figure, kept as the rule computes it.

A chain of factors starts from a first amount; each factor is a per mille, and the amount that it
led to stands beside it, so that the last amount is the figure, to the kilogram. A sum is a list of
amounts that add up. The core returns the parts; no screen computes them.
"""

from collections.abc import Callable, Iterable
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


# ---- the account of one figure as a seat is told it


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a figure: what is done, with what, and what that led to.

    What is done: "=" begins with an amount, "+" adds one, "×" and "÷" multiply and divide by one,
    "pm" takes so many thousandths, "max" and "min" are a floor and a ceiling, "mean" adds an amount
    of some weight to a mean, "rest" adds what rounding left over, "?" is there and can't be known.
    """

    name: str  # key of its words, or the name of a brigade
    op: str
    by: int
    unit: str  # of `by`: kg, g, pm, persons, hands, kcal, days, number
    total: int
    weight: int = 0  # of a "mean"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one figure; doing the steps in their order gives the figure exactly."""

    figure: str
    unit: str
    value: int
    steps: tuple[Step, ...]
    brigade: str = ""
    bound: str = ""  # "low" or "high" where a range is all that is known

    @property
    def known(self) -> bool:
        """Whether every part can be known."""
        return all(step.op != "?" for step in self.steps)


def reckon(steps: Iterable[Step]) -> int:
    """Do the steps anew, from their amounts alone.

    >>> reckon([Step("a", "=", 7, "kg", 7), Step("b", "+", -2, "kg", 5), Step("c", "÷", 2, "", 2)])
    2
    """
    total = weighed = weights = 0
    for step in steps:
        if step.op == "mean":
            weighed, weights = weighed + step.by * step.weight, weights + step.weight
            total = weighed // max(1, weights)
        else:
            total = _DOES[step.op](total, step.by)
    return total


_DOES: dict[str, Callable[[int, int], int]] = {
    "=": lambda _total, by: by,
    "+": lambda total, by: total + by,
    "rest": lambda total, by: total + by,
    "×": lambda total, by: total * by,
    "÷": lambda total, by: total // max(1, by),
    "pm": lambda total, by: total * by // 1000,
    "max": max,
    "min": min,
    "?": lambda total, _by: total,
}


class Chain:
    """Steps as they are put together.

    >>> Chain("kcal", "kcal").start("ration", 500, "g").times("kcal_kg", 2700).total
    1350000
    """

    def __init__(self, figure: str, unit: str, brigade: str = "", bound: str = "") -> None:
        self.figure, self.unit, self.brigade, self.bound = figure, unit, brigade, bound
        self.steps: list[Step] = []

    @property
    def total(self) -> int:
        """What the steps so far lead to."""
        return self.steps[-1].total if self.steps else 0

    def _do(self, name: str, op: str, by: int, unit: str, weight: int = 0) -> "Chain":
        step = Step(name, op, by, unit, 0, weight)
        total = reckon([*self.steps, step])
        self.steps.append(Step(name, op, by, unit, total, weight))
        return self

    def start(self, name: str, by: int, unit: str = "") -> "Chain":
        """Begin with an amount."""
        return self._do(name, "=", by, unit or self.unit)

    def add(self, name: str, by: int, unit: str = "") -> "Chain":
        """Add an amount; below 0 it is taken off. Nothing is said of nothing."""
        if not by and self.steps:
            return self
        return self._do(name, "+" if self.steps else "=", by, unit or self.unit)

    def times(self, name: str, by: int, unit: str = "number") -> "Chain":
        """Multiply."""
        return self._do(name, "×", by, unit)

    def over(self, name: str, by: int, unit: str = "number") -> "Chain":
        """Divide, rounding down."""
        return self._do(name, "÷", by, unit)

    def share(self, name: str, pm: int) -> "Chain":
        """Take so many thousandths, rounding down."""
        return self._do(name, "pm", pm, "pm")

    def least(self, name: str, by: int) -> "Chain":
        """No less than this; nothing is said where it is more anyway."""
        return self._do(name, "max", by, self.unit) if self.total < by else self

    def most(self, name: str, by: int) -> "Chain":
        """No more than this; nothing is said where it is less anyway."""
        return self._do(name, "min", by, self.unit) if self.total > by else self

    def mean(self, name: str, by: int, weight: int) -> "Chain":
        """Add an amount of some weight to the mean."""
        return self._do(name, "mean", by, self.unit, weight)

    def hidden(self, name: str) -> "Chain":
        """There is such a part, and this seat can't know it."""
        return self._do(name, "?", 0, self.unit)

    def done(self, value: int | None = None) -> Parts:
        """The parts; what rounding left over is a part of its own."""
        if value is not None and value != self.total:
            self._do("rounding", "rest", value - self.total, self.unit)
        return Parts(
            self.figure, self.unit, self.total, tuple(self.steps), self.brigade, self.bound
        )
