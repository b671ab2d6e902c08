"""Branches: several lives of one seed side by side, season by season. Nothing is graded.

Read from what each seat knew after its turns, so that no game has to be played again for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.words import N_

USUAL_PER_10000 = (108, 181)
"""Deaths a year and 10,000 people in 1957: as registered, and as Banister (1984) puts them."""
SEASONS_A_YEAR = 4
USUAL_TEXT = N_(
    "Beyond the usual: deaths less those that a year like 1957 would have brought. How many that is"
    " depends on the death rate of 1957: 10.8 in 1,000 were registered, some 18.1 is a later"
    " estimate. So it is a range."
)
USUAL_SOURCES = ("national_series", "banister_1984")


class Season(Protocol):
    """One closed turn, as its seat knew it; `play.told.Told` is one."""

    @property
    def people(self) -> int:
        """At its end."""

    @property
    def deaths(self) -> int:
        """In it."""

    @property
    def left(self) -> int:
        """In it."""

    @property
    def births(self) -> int:
        """In it."""

    @property
    def standing_pm(self) -> int:
        """At its end."""

    @property
    def reported_kg(self) -> int:
        """Of its harvest."""

    @property
    def taken_kg(self) -> int:
        """Of its harvest."""

    @property
    def harvest_low_kg(self) -> int:
        """At least."""

    @property
    def harvest_kg(self) -> int:
        """The truth, or the middle of the estimate."""

    @property
    def harvest_high_kg(self) -> int:
        """At most."""


@dataclass(frozen=True, slots=True)
class Life:
    """One life up to a season. Grain is summed over its harvests, people over its seasons."""

    name: str
    turns: int  # how many seasons are summed
    harvest_low_kg: int
    harvest_kg: int
    harvest_high_kg: int
    reported_kg: int
    taken_kg: int
    deaths: int
    excess_low: int  # deaths beyond the usual
    excess_high: int
    births: int
    left: int
    people: int
    standing_pm: int


def life(name: str, seasons: Sequence[Season | None], turns: int) -> Life | None:
    """The sums of a life's first seasons; None where it has not come so far, or doesn't tell.

    Args:
        name: what it is called
        seasons: its closed turns from the first on
        turns: how many are summed, at least 1
    """
    first = list(seasons[:turns])
    known = [one for one in first if one is not None]
    if len(known) < turns or not known:
        return None
    low, high = excess(known)
    return Life(
        name,
        turns,
        sum(one.harvest_low_kg for one in known),
        sum(one.harvest_kg for one in known),
        sum(one.harvest_high_kg for one in known),
        sum(one.reported_kg for one in known),
        sum(one.taken_kg for one in known),
        sum(one.deaths for one in known),
        low,
        high,
        sum(one.births for one in known),
        sum(one.left for one in known),
        known[-1].people,
        known[-1].standing_pm,
    )


def excess(seasons: Sequence[Season]) -> tuple[int, int]:
    """Deaths beyond the usual: a range, since the usual is one.

    A season counts a quarter of a year with the people who were there at its end.
    """
    deaths = sum(one.deaths for one in seasons)
    quarters = sum(one.people for one in seasons)
    low, high = (rate * quarters // (SEASONS_A_YEAR * 10_000) for rate in USUAL_PER_10000)
    return max(0, deaths - high), max(0, deaths - low)


def most_turns(lives: Sequence[Sequence[Season | None]]) -> int:
    """The last season that at least two lives have come to; that of one where there is one."""
    counts = sorted((len(each) for each in lives), reverse=True)
    return counts[1] if len(counts) > 1 else (counts[0] if counts else 0)
