"""Register: the named households, and what became of each of their people.

The rules know age groups, not names. Here each member's fate is drawn against what truly happened
to the member's age group in the brigade, season by season; the draw is keyed by seed, household
and member, so that the register of a game is always the same one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.sim.draws import Draws
from game.sim.level import Household, Level
from game.sim.state import State, Tally
from game.words import N_, _, season_name

THERE, DIED, LEFT = "there", "died", "left"
CHILD, ADULT, OLD = range(3)
_MILLION = 1_000_000
FATES = {
    (CHILD, DIED): N_("A child died in {season}."),
    (ADULT, DIED): N_("One of working age died in {season}."),
    (OLD, DIED): N_("One of the old people died in {season}."),
    (CHILD, LEFT): N_("A child left in {season}."),
    (ADULT, LEFT): N_("One of working age left in {season}."),
    (OLD, LEFT): N_("One of the old people left in {season}."),
}
"""What became of one person, in words, by age and fate."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What happened to the people of each brigade in one season."""

    people: tuple[tuple[int, int, int], ...]  # by unit: children, adults, old when it began
    deaths: tuple[tuple[int, int, int], ...]
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the register."""

    number: int  # place in the household
    age: int  # 0 child, 1 working age, 2 old, when the level began
    fate: str  # there, died, left
    turn: int  # in which it happened; -1: still there


@dataclass(frozen=True, slots=True)
class Page:
    """One household."""

    id: str
    name: str  # in the words of the level
    unit: str
    members: tuple[Member, ...]

    def count(self, fate: str) -> int:
        """How many of its people had this fate."""
        return sum(member.fate == fate for member in self.members)

    @property
    def gone(self) -> tuple[Member, ...]:
        """Who is no longer there, in the order of time."""
        gone = (member for member in self.members if member.turn >= 0)
        return tuple(sorted(gone, key=lambda member: member.turn))


def tolls(level: Level, states: Sequence[State], row: int = 0) -> list[Toll]:
    """What happened to people, season by season, from the states after each closed turn."""
    found = []
    people = level.people
    for state in states:
        tally = state.tally[row]
        old, children = tally[Tally.DEATHS_OLD], tally[Tally.DEATHS_CHILDREN]
        adults = np.maximum(0, tally[Tally.DEATHS] - old - children)
        deaths = np.stack([children, adults, old], axis=1)
        found.append(Toll(_triples(people), _triples(deaths), tuple(tally[Tally.LEFT].tolist())))
        people = state.people[row]
    return found


def _triples(array: np.ndarray) -> tuple[tuple[int, int, int], ...]:
    return tuple((int(a), int(b), int(c)) for a, b, c in array)


def register(level: Level, seed: int, run: int, seasons: Sequence[Toll]) -> tuple[Page, ...]:
    """Every household's page after these seasons."""
    return tuple(
        Page(
            house.id,
            level.words.get(house.id, house.id),
            level.units[house.unit],
            tuple(_member(house, number, seed, run, seasons) for number in range(len(house.ages))),
        )
        for house in level.households
    )


def _member(house: Household, number: int, seed: int, run: int, seasons: Sequence[Toll]) -> Member:
    age = house.ages[number]
    for turn, toll in enumerate(seasons):
        there = toll.people[house.unit]
        died = toll.deaths[house.unit][age] * _MILLION // max(1, there[age])
        # Those who leave are of working age, by the rules; others stay.
        left = toll.left[house.unit] * _MILLION // max(1, there[ADULT]) if age == ADULT else 0
        chance = _chance(seed, run, turn, f"register.{house.id}.{number}")
        if chance < died:
            return Member(number, age, DIED, turn)
        if chance < died + left:
            return Member(number, age, LEFT, turn)
    return Member(number, age, THERE, -1)


@lru_cache(maxsize=8192)
def _chance(seed: int, run: int, turn: int, name: str) -> int:
    draws = Draws(seed, np.array([run], dtype=np.int64), 1, turn)
    return int(draws.dice(name)[0, 0])


def sentence(page: Page) -> tuple[str, dict[str, object]]:
    """A household in one plain sentence: words to translate and what to fill in."""
    died, left, there = page.count(DIED), page.count(LEFT), page.count(THERE)
    values: dict[str, object] = {
        "household": page.name, "brigade": page.unit, "members": len(page.members),
        "died": died, "left": left, "there": there,
    }  # fmt: skip
    if died and left:
        text = N_("{household}, {brigade}: of {members} people {died} died and {left} left.")
    elif died:
        text = N_("{household}, {brigade}: of {members} people {died} died.")
    elif left:
        text = N_("{household}, {brigade}: of {members} people {left} left.")
    else:
        text = N_("{household}, {brigade}: all {members} people were still there.")
    return text, values


def fate(level: Level, member: Member) -> str:
    """What became of one person of a household who is no longer there."""
    season = season_name(level.season(member.turn), level.year(member.turn)).lower()
    return _(FATES[member.age, member.fate]).format(season=season)


def hardest_hit(pages: Sequence[Page], count: int) -> list[Page]:
    """The households to name first: those who lost most, then in the register's order."""
    return sorted(pages, key=lambda page: -page.count(DIED))[:count]
