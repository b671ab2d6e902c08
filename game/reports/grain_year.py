"""Grain by the year: each harvest with the one before it, so that summers and autumns compare.

Summer and autumn harvests differ by half; side by side they draw a saw, not a course. Two harvests
in a row are always one of each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.sim.views import HarvestView


@dataclass(frozen=True, slots=True)
class GrainYear:
    """Two harvests in a row. Kilograms of raw grain."""

    first: HarvestView
    last: HarvestView
    reported_kg: int
    low_kg: int
    high_kg: int
    taken_kg: int
    sure: bool  # whether both were weighed, or the books are open

    @property
    def actual_kg(self) -> int:
        """What was there; between the bounds where it is not sure."""
        return self.first.actual.kg + self.last.actual.kg

    @property
    def gap_kg(self) -> int:
        """What was written beyond what was there."""
        return self.reported_kg - self.actual_kg


def grain_years(harvests: Sequence[HarvestView]) -> list[GrainYear]:
    """A year for each harvest but the first."""
    return [
        GrainYear(
            one,
            other,
            one.reported_kg + other.reported_kg,
            one.actual.low_kg + other.actual.low_kg,
            one.actual.high_kg + other.actual.high_kg,
            one.taken_kg + other.taken_kg,
            "estimate" not in {one.actual.kind, other.actual.kind},
        )
        for one, other in pairwise(harvests)
    ]
