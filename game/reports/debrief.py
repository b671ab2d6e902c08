"""Debrief: truth beside report, year by year, the people, every tonne, and the chain between them.

Plain data for the last screen: figures, words to translate, keys of sources. Nothing is graded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.reports import country
from game.reports.chain import Link, chain
from game.reports.register import Page, register, tolls
from game.reports.tables import Flow, Tonnes, every_tonne, flows
from game.sim.ledger import Entry
from game.sim.level import Level
from game.sim.state import State
from game.sim.views import HarvestView, View
from game.words import N_


class Played(Protocol):
    """A game as the debrief needs it; `play.session.Session` is one."""

    @property
    def level(self) -> Level:
        """The level that was played."""

    seed: int
    run: int

    @property
    def states(self) -> list[State]:
        """The state after each closed turn."""

    @property
    def entries(self) -> list[tuple[Entry, ...]]:
        """The entries of each turn."""

    @property
    def true_history(self) -> list[View]:
        """The view after each closed turn, with the true books open."""

    @property
    def removed_turn(self) -> int:
        """The turn of the removal; -1: never."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year: the commune's two ledgers, and the country's."""

    year: int
    reported_kg: int
    actual_kg: int
    taken_kg: int
    reported_pm: int  # reported beside actual, 1000 = the same
    country_kt: int | None  # thousand tonnes, as published later
    country_claims: tuple[country.Claim, ...]  # as published at the time


@dataclass(frozen=True, slots=True)
class PeopleYear:
    """One year of people."""

    year: int
    born: int
    died: int
    left: int
    at_end: int


@dataclass(frozen=True, slots=True)
class Season:
    """One season: for the part of a secretary, and that of a successor."""

    turn: int
    year: int
    season: int
    people: int
    died: int
    store_kg: int


@dataclass(frozen=True, slots=True)
class People:
    """All of them, from the beginning to the end."""

    at_start: int
    born: int
    died: int
    left: int
    at_end: int
    years: tuple[PeopleYear, ...]
    moved: int  # to towns by plan, over those who came back


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that the last screen shows."""

    years: tuple[Year, ...]
    harvests: tuple[HarvestView, ...]
    people: People
    households: tuple[Page, ...]
    tonnes: tuple[Tonnes, ...]
    flows: tuple[Flow, ...]
    chain: tuple[Link, ...]
    removed_turn: int  # -1: in office to the end; the turns after it were a successor's
    seasons: tuple[Season, ...]
    grain_source: str = country.GRAIN_SOURCE
    excess_text: str = country.EXCESS_TEXT
    excess_millions: tuple[int, int] = country.EXCESS_DEATHS
    excess_source: str = country.EXCESS_SOURCE


QUESTIONS = (
    N_("What did the office know, and when?"),
    N_(
        "Which figure did you write against your own knowledge, and what would the truth have cost?"
    ),
    N_("Who could have stopped the carts, and what would have happened to them?"),
    N_("Which decision would you look at again, and what did it rest on?"),
    N_("Why could those who knew the true figures not make them known?"),
)
"""Open questions; there is no answer to tick."""

LIMITS = (
    N_("A model shows how figures led to hunger. It does not show what hunger was."),
    N_("The commune and its people are invented; the country's figures and dates have sources."),
    N_("Coefficients marked as assumptions could be otherwise; other values give other numbers."),
)
"""What a model cannot show."""


def debrief(played: Played) -> Debrief:
    """All that can be said of a game after its last closed turn."""
    level, states, views = played.level, played.states, played.true_history
    if not states:
        raise ValueError("a debrief needs at least one closed turn")
    moves = flows(level, (entry for turn in played.entries for entry in turn))
    pages = register(level, played.seed, played.run, tolls(level, states))
    return Debrief(
        years=years(views[-1].harvests),
        harvests=views[-1].harvests,
        people=people(level, views),
        households=pages,
        tonnes=tuple(every_tonne(level, moves, states[-1])),
        flows=tuple(moves),
        chain=tuple(chain(level, states, views, pages, played.removed_turn)),
        removed_turn=played.removed_turn,
        seasons=tuple(
            Season(at, level.year(at), level.season(at), view.people, view.deaths, view.store.kg)
            for at, view in enumerate(views)
        ),
    )


def years(harvests: Sequence[HarvestView]) -> tuple[Year, ...]:
    """The two ledgers by calendar year, beside the country's."""
    found = []
    for year in sorted({harvest.year for harvest in harvests}):
        own = [harvest for harvest in harvests if harvest.year == year]
        reported = sum(harvest.reported_kg for harvest in own)
        actual = sum(harvest.actual.kg for harvest in own)
        found.append(
            Year(
                year,
                reported,
                actual,
                sum(harvest.taken_kg for harvest in own),
                reported * 1000 // max(1, actual),
                country.GRAIN_KT.get(year),
                country.claims(year),
            )
        )
    return tuple(found)


def people(level: Level, views: Sequence[View]) -> People:
    """Who was born, who died, who left; a winter counts for the year in which it began."""
    by_year: dict[int, list[View]] = {}
    for turn, view in enumerate(views):
        by_year.setdefault(level.year(turn), []).append(view)
    rows = tuple(
        PeopleYear(
            year,
            sum(view.births for view in seasons),
            sum(view.deaths for view in seasons),
            sum(view.left for view in seasons),
            seasons[-1].people,
        )
        for year, seasons in by_year.items()
    )
    last, begun = views[-1], int(level.people.sum())
    moved = begun + last.births_all - last.deaths_all - last.left_all - last.people
    return People(begun, last.births_all, last.deaths_all, last.left_all, last.people, rows, moved)
