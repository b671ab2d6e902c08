"""Notebook: what an office that may not look can reckon of its stores, carried on month by month.

It notes what a person at the desk sees: the last weighing, the land that was reaped and how it
stood, what was handed in, what kitchens were to give out by the orders in force and whether they
did, seed and fodder in stores of their own, what left on the carts and what came back. What lies
in a granary that was not weighed is never read. Every store is a range that widens from month to
month, until the scales or a kitchen with nothing to cook tell what is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.sim import eye
from game.sim.arrays import Ints, frozen
from game.sim.draws import Draws
from game.sim.given import Given
from game.sim.ledger import Account, Book
from game.sim.level import AUTUMN, MONTHS_A_TURN, SUMMER, Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.rules.canteen import given_out
from game.sim.rules.pooling import levelled
from game.sim.state import State, Tally
from game.sim.view_parts import WEIGHED_THEN, Figure
from game.sim.whole import added, between, part

ENDS = 3
"""Rows of every range: the low end, the middle, the high end; its columns are the brigades."""

TAKEN_OVER_PM = (900, 1000, 1050)
"""A store beside what is written of it when the desk is taken over."""
LOST_MONTH_PM = (16, 8, 2)
"""Of a store in a month: damp, mice, hands."""
DRAWN_PM = (1060, 1000, 980)
"""What a kitchen takes beside what it was to give out."""

TAKEN_OVER, WEIGHED, EMPTY = range(3)
BEGINS = ("written_store", WEIGHED_THEN, "found_empty")
"""How the reckoning of a store began."""
HARVEST, KEPT, LOST, BACK = "harvests_since", "seed_and_feed_since", "lost_since", "sold_back_since"
LEVELLED, EATEN, CARTS, FLOOR = "levelled_since", "eaten_by_ration", "to.state", "nothing_less"
LINES = (HARVEST, BACK, LEVELLED, KEPT, EATEN, CARTS, LOST, FLOOR)
"""What came and went since, as the parts of a figure are told."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """What is reckoned, after a month or a season."""

    kg: Ints  # (3, U) in each granary
    how: Ints  # (U,) how the reckoning began: TAKEN_OVER, WEIGHED, EMPTY
    since: Ints  # (U,) the month in which it began
    begun_kg: Ints  # (3, U) with how much
    lines: Mapping[str, Ints]  # (3, U) each: what came and went since
    grown_kg: Ints  # (3, U) brought in during the season
    harvests: tuple[Figure, ...] = ()  # the commune's, each as it was known when it was reported

    def store(self, u: int, month: int) -> Figure:
        """A granary as it is reckoned; "weighed" while nothing unseen has happened since."""
        low, kg, high = (int(end) for end in self.kg[:, u])
        sure = self.how[u] == WEIGHED and self.since[u] == month
        return Figure("weighed" if sure else "estimate", low, kg, high, int(self.since[u]),
                      self._basis(u))  # fmt: skip

    def _basis(self, u: int) -> tuple[tuple[str, int, int], ...]:
        """The lines that add up to both ends of the range."""
        parts = ((BEGINS[self.how[u]], self.begun_kg), *((n, self.lines[n]) for n in LINES))
        ends = ((name, int(kg[0, u]), int(kg[2, u])) for name, kg in parts)
        return tuple(line for at, line in enumerate(ends) if at == 0 or any(line[1:]))

    def grown(self, u: int) -> tuple[int, int, int]:
        """What a brigade brought in during the season, as far as it can be seen."""
        low, kg, high = (int(end) for end in self.grown_kg[:, u])
        return low, kg, high


class _Page:
    """A notebook while a month is entered."""

    def __init__(self, book: Notebook) -> None:
        self.kg, self.how, self.since = book.kg.copy(), book.how.copy(), book.since.copy()
        self.begun_kg, self.grown_kg = book.begun_kg.copy(), book.grown_kg.copy()
        self.lines = {name: kg.copy() for name, kg in book.lines.items()}
        self.harvests = book.harvests

    def add(self, line: str, kg: Ints) -> None:
        """Enter what came, or, below 0, what went; no store falls below nothing."""
        self.lines[line] += kg
        short = np.maximum(0, -(self.kg + kg))
        self.lines[FLOOR] += short
        self.kg += kg + short

    def begin(self, units: Ints, how: int, kg: Ints, month: int) -> None:
        """Begin some stores anew with what was seen there, kg (U,)."""
        self.how[units], self.since[units] = how, month
        for ends in (self.begun_kg, self.kg):
            ends[:, units] = kg[units]
        for ends in self.lines.values():
            ends[:, units] = 0

    def done(self) -> Notebook:
        """The notebook, closed for writing."""
        lines = {name: frozen(kg) for name, kg in self.lines.items()}
        begun = (frozen(self.how), frozen(self.since), frozen(self.begun_kg))
        return Notebook(frozen(self.kg), *begun, lines, frozen(self.grown_kg), self.harvests)


def ends(kg: Ints, per_mille: tuple[int, int, int]) -> Ints:
    """An amount (U,) or a range (3, U) as three shares of it, (3, U).

    >>> ends(np.array([1000]), (900, 1000, 1050))[:, 0].tolist()
    [900, 1000, 1050]
    """
    return part(kg, np.array(per_mille, dtype=np.int64)[:, None])


def begin(level: Level, state: State) -> Notebook:
    """The notebook of someone who takes the desk over: all there is to go by is what is written."""
    units = len(level.units)
    none = np.zeros((ENDS, units), dtype=np.int64)
    kg = ends(state.books_kg[0, Book.STORE], TAKEN_OVER_PM)
    lines = dict.fromkeys(LINES, none)
    whole = np.zeros(units, dtype=np.int64)
    return Notebook(kg, whole + TAKEN_OVER, whole + state.month, kg, lines, none)


def month(
    book: Notebook, level: Level, params: Params, before: State, after: State, orders: Orders
) -> Notebook:
    """Enter a month that was worked out.

    Args:
        book: the notebook when the month began
        level: the level
        params: coefficients of kitchens and stages, which an office knows by its orders
        before: the state when the month began
        after: when it ended; at the end of a harvest season the brigades have handed in
        orders: in force
    """
    page = _Page(book)
    given = _given(level, params, orders, before)
    if before.month % MONTHS_A_TURN == 0:
        page.grown_kg[:] = 0
    grown = eye.harvest(before, after, given)
    page.grown_kg += grown
    page.add(HARVEST, part(grown, 1000 - orders.hide_pm[0]))
    if after.desk:
        _handed_in(page, level, after, orders)
    page.add(KEPT, -_kept(before, after, given)[None])
    page.add(LOST, -ends(page.kg, LOST_MONTH_PM))
    page.add(BACK, before.grain_kg[0, Account.SOLD_BACK][None])
    _level_out(page, before, given)
    _cooked(page, before, after, given)
    return page.done()


def close(book: Notebook, level: Level, desk: State, after: State, orders: Orders) -> Notebook:
    """Enter the close of a season: what was weighed, then what left on the carts."""
    book = weighed(book, desk, orders)
    page = _Page(book)
    if level.season((after.month - 1) // MONTHS_A_TURN) in (SUMMER, AUTUMN):
        page.add(CARTS, -after.tally[0, Tally.PROCURED_KG][None])
        page.harvests += (_harvest(page, after.month, orders),)
    return page.done()


def weighed(book: Notebook, desk: State, orders: Orders) -> Notebook:
    """The notebook with what the scales show, where they were sent: the store, and what came in."""
    units = np.flatnonzero(orders.weigh[0])
    if not len(units):
        return book
    page = _Page(book)
    page.begin(units, WEIGHED, desk.grain_kg[0, Account.GRANARY], desk.month)
    page.grown_kg[:, units] = desk.tally[0, Tally.HARVEST_KG, units]
    return page.done()


def _harvest(page: _Page, month: int, orders: Orders) -> Figure:
    """The commune's harvest as it is known when it is reported."""
    kind = "weighed" if orders.weigh[0].all() else "estimate"
    low, kg, high = (int(end) for end in page.grown_kg.sum(axis=1))
    return Figure(kind, low, kg, high, month)


def _given(level: Level, params: Params, orders: Orders, state: State) -> Given:
    draws = Draws(0, np.zeros(1, dtype=np.int64), len(level.units), state.month)
    return Given(level, params, orders, draws, state.month)


def _handed_in(page: _Page, level: Level, after: State, orders: Orders) -> None:
    """Nobody hands in less than was brought in: a figure that is lower than it looked tells."""
    if level.season((after.month - 1) // MONTHS_A_TURN) not in (SUMMER, AUTUMN):
        return
    over = np.maximum(0, page.grown_kg - after.tally[0, Tally.SAID_KG])
    page.grown_kg -= over
    page.add(HARVEST, -part(over, 1000 - orders.hide_pm[0]))


def _kept(before: State, after: State, given: Given) -> Ints:
    """What went from the granary into the stores of seed and fodder, kg (U,); below 0: came back.

    Both have an account of their own, which shows what was sown and what the animals ate.
    """
    first = before.month % MONTHS_A_TURN == 0
    sown = after.tally[0, Tally.SOWN_KG] - (0 if first else before.tally[0, Tally.SOWN_KG])
    seed = after.grain_kg[0, Account.SEED] - before.grain_kg[0, Account.SEED] + sown
    had = before.grain_kg[0, Account.FEED]
    grazed = np.minimum(had, before.animals[0] * given.params.granary.feed_animal_kg_month)
    feed = after.grain_kg[0, Account.FEED] - had + grazed
    return np.asarray(seed + np.maximum(0, feed))


def _level_out(page: _Page, before: State, given: Given) -> None:
    """What the commune carries from brigade to brigade, once a season: as for stores so large."""
    people = np.broadcast_to(added(before.people), page.kg.shape)
    gave, got = levelled(page.kg, people, given)
    page.add(LEVELLED, got - gave)


def _cooked(page: _Page, before: State, after: State, given: Given) -> None:
    """What the kitchens took; one that gave less than it was to had nothing more to cook."""
    drawn, served = (each[0] for each in given_out(before, given))
    page.add(EATEN, -ends(drawn, DRAWN_PM))
    had = 0 if before.month % MONTHS_A_TURN == 0 else before.tally[0, Tally.EATEN_KG]
    empty = np.flatnonzero(after.tally[0, Tally.EATEN_KG] - had < served)
    if len(empty) and not given.level.apart:
        page.begin(empty, EMPTY, np.zeros_like(drawn), after.month)
    middle = between(page.kg[1], page.kg[0], np.maximum(page.kg[0], page.kg[2]))
    page.kg[1] = middle
