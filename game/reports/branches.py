"""Branches: several lives of one seed side by side, season by season. Nothing is graded.

Read from what each seat knew after its turns, so that no game has to be played again for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.reports.accounts import total
from game.sim.why import Chain, Parts
from game.words import N_

USUAL_PER_10000 = (108, 181)
"""Deaths a year and 10,000 people in 1957: as registered, and as Banister (1984) puts them."""
SEASONS_A_YEAR = 4
USUAL_TEXT = N_(
    "Beyond the usual: deaths less those that a year like 1957 would have brought. How many that is"
    " depends on the death rate of 1957: 108 in 10,000 were registered, some 181 is a later"
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


def accounts(seasons: Sequence[Season], names: Sequence[str]) -> dict[str, tuple[Parts, ...]]:
    """The parts of a life's sums, season by season.

    Args:
        seasons: those that are summed
        names: of each, as a step of an account
    """

    def summed(figure: str, unit: str, value: Callable[[Season], int], bound: str = "") -> Parts:
        amounts = [(name, value(one)) for name, one in zip(names, seasons, strict=True)]
        return total(figure, unit, amounts, "", bound)

    sure = all(one.harvest_low_kg == one.harvest_high_kg for one in seasons)
    grain = (
        (summed("actual", "kg", lambda one: one.harvest_kg),) if sure else
        (summed("actual", "kg", lambda one: one.harvest_low_kg, "low"),
         summed("actual", "kg", lambda one: one.harvest_high_kg, "high"))
    )  # fmt: skip
    low, high = excess(seasons)
    return {
        "reported": (summed("reported", "kg", lambda one: one.reported_kg),),
        "actual": grain,
        "taken": (summed("taken", "kg", lambda one: one.taken_kg),),
        "deaths": (summed("deaths", "persons", lambda one: one.deaths),),
        "excess": tuple(
            _beyond(seasons, bound, rate)
            for bound, rate in zip(("low", "high"), reversed(USUAL_PER_10000), strict=True)
        )[: 1 if low == high else 2],
        "left": (summed("left", "persons", lambda one: one.left),),
        "people": (people_of(seasons),),
    }


def _beyond(seasons: Sequence[Season], bound: str, rate: int) -> Parts:
    deaths, quarters = sum(one.deaths for one in seasons), sum(one.people for one in seasons)
    chain = Chain("beyond", "persons", "", bound).start("all_deaths", deaths)
    chain.add("usual_deaths", -(rate * quarters // (SEASONS_A_YEAR * 10_000)))
    return chain.least("nothing", 0).done()


def people_of(seasons: Sequence[Season]) -> Parts:
    """The people at the end, from those at the end of the season before."""
    last = seasons[-1]
    if len(seasons) < 2:
        return Chain("people_all", "persons").start("counted", last.people).done()
    chain = Chain("people_all", "persons").start("people_before", seasons[-2].people)
    chain.add("born", last.births).add("died", -last.deaths).add("left", -last.left)
    return chain.add("to_towns", last.people - chain.total).done()


def most_turns(lives: Sequence[Sequence[Season | None]]) -> int:
    """The last season that at least two lives have come to; that of one where there is one."""
    counts = sorted((len(each) for each in lives), reverse=True)
    return counts[1] if len(counts) > 1 else (counts[0] if counts else 0)
