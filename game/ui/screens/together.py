"""Orders for all brigades at once: what they stand at together, and what a change does."""

from collections.abc import Sequence
from dataclasses import dataclass

WHOLE = 1000
SUMMED = {"asked"}  # kinds whose values add up; of the others the average is shown


@dataclass(frozen=True)
class Together:
    """One value of several brigades."""

    value: int  # their sum or their average
    low: int
    high: int
    set_in: int  # in how many it is not nothing
    count: int

    @property
    def differs(self) -> bool:
        """Whether the brigades don't all stand at the same."""
        return self.low != self.high


def together(kind: str, values: Sequence[int], weights: Sequence[int]) -> Together:
    """One value of several brigades, weighed by their hands.

    >>> together("hide", (100, 200), (1, 3)).value, together("asked", (100, 200), (1, 3)).value
    (175, 300)
    """
    if kind in SUMMED:
        shown = sum(values)
    else:
        heavy = sum(weights) or 1
        shown = sum(value * weight for value, weight in zip(values, weights, strict=True)) // heavy
    return Together(shown, min(values), max(values), sum(map(bool, values)), len(values))


def changed(
    kind: str, held: Sequence[Sequence[int]], at: int, value: int, weights: Sequence[int]
) -> list[tuple[int, ...]]:
    """The values of each brigade after one of them was set for all.

    A sum is shared out in whole kilograms as it was before, and from nothing by the weights; shares
    of land give way from the last crop.

    >>> changed("asked", [(1000,), (3000,)], 0, 8000, (1, 1))
    [(2000,), (6000,)]
    >>> changed("asked", [(0,), (0,)], 0, 1000, (1, 3))
    [(250,), (750,)]
    >>> changed("crops", [(600, 400), (200, 800)], 0, 900, (1, 1))
    [(900, 100), (900, 100)]
    """
    if kind in SUMMED:
        before = [values[at] for values in held]
        return [(kg,) for kg in shared(value, before if any(before) else weights)]
    made = []
    for each in held:
        values = list(each)
        values[at] = value
        over = sum(values) - WHOLE if kind == "crops" else 0
        for other in range(len(values) - 1, -1, -1):
            if over > 0 and other != at:
                less = min(over, values[other])
                values[other] -= less
                over -= less
        made.append(tuple(values))
    return made


def shared(total_kg: int, weights: Sequence[int]) -> list[int]:
    """A total in whole kilograms by weights; what is left over goes to the largest remainders.

    In whole tonnes the first tonne would lie with one brigade, and all that is added to it too.
    Without any weight each gets the same.

    >>> shared(10_000, (1, 1, 1))
    [3334, 3333, 3333]
    """
    by = weights if any(weights) else [1] * len(weights)
    whole = sum(by)
    parts = [total_kg * weight // whole for weight in by]
    by_remainder = sorted(range(len(by)), key=lambda at: -(total_kg * by[at] % whole))
    for at in by_remainder[: total_kg - sum(parts)]:
        parts[at] += 1
    return parts
