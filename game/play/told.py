"""Told: what the office knew after each turn, kept in the save beside the orders.

Lists and comparisons read it without playing the game again, and it still says what the game
looked like under the rules that it was played with when the rules have changed since.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from typing import Protocol

from game.sim.views import View


@dataclass(frozen=True, slots=True)
class Told:
    """A closed turn in a few figures, as its seat knew them: no more than the view showed."""

    people: int
    births: int
    deaths: int
    left: int
    standing_pm: int
    reported_kg: int  # of the harvest of this turn; 0 without one
    taken_kg: int
    harvest_kg: int  # brought in: the truth, or the middle of the office's estimate
    harvest_low_kg: int
    harvest_high_kg: int
    harvest_kind: str  # actual, weighed, estimate; "" without a harvest

    def plain(self) -> dict[str, object]:
        """As it stands in a save."""
        return asdict(self)


def told(before: View, after: View) -> Told:
    """The turn between two views of one seat."""
    new = len(after.harvests) > len(before.harvests)
    last = after.harvests[-1] if new else None
    grain = last.actual if last is not None else None
    return Told(
        people=after.people,
        births=after.births,
        deaths=after.deaths,
        left=after.left,
        standing_pm=after.standing_pm,
        reported_kg=last.reported_kg if last is not None else 0,
        taken_kg=last.taken_kg if last is not None else 0,
        harvest_kg=grain.kg if grain is not None else 0,
        harvest_low_kg=grain.low_kg if grain is not None else 0,
        harvest_high_kg=grain.high_kg if grain is not None else 0,
        harvest_kind=grain.kind if grain is not None else "",
    )


def from_plain(line: object) -> Told | None:
    """What a save says of a turn; None where it says nothing that can be read.

    >>> from_plain({"people": 3}) is None
    True
    """
    if not isinstance(line, Mapping):
        return None
    values = {field.name: line.get(field.name) for field in fields(Told)}
    for name, value in values.items():
        wanted = str if name == "harvest_kind" else int
        if not isinstance(value, wanted) or isinstance(value, bool):
            return None
    return Told(**values)  # type: ignore[arg-type]


class Played(Protocol):
    """A game as it is told; `play.session.Session` is one."""

    history: list[View]

    def at_start(self) -> View:
        """The view with which it began."""


def of_session(session: Played) -> tuple[Told, ...]:
    """Each closed turn of a game."""
    views = [session.at_start(), *session.history]
    return tuple(told(before, after) for before, after in pairwise(views))
