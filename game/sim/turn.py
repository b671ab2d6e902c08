"""A turn: the rules in their order. Read this file first.

A season is three months; in each the monthly rules run. Then the office sits at its desk: in a
harvest season the brigades have handed in their figures and one is written for the county. The
desk's rules close the season, and the carts leave. The order of the rules is a statement about the
world (is seed kept back before or after the quota?), and no level may change it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from game.sim import stages
from game.sim.arrays import Ints, OpenCopy
from game.sim.draws import Draws
from game.sim.given import Given, Outcome, count
from game.sim.ledger import Entry, enter
from game.sim.level import AUTUMN, MONTHS_A_TURN, SUMMER, Level
from game.sim.orders import Orders, at_start, laid_out
from game.sim.params import Params
from game.sim.rules import (
    canteen,
    crop,
    granary,
    harvest,
    industry,
    labour,
    land,
    people,
    politics,
    pooling,
    procurement,
    quota,
    report,
    trade,
    works,
)
from game.sim.state import State, fresh, replace
from game.sim.why import Why

RULES_VERSION = 4
"""Rises when behaviour changes, never for speed or tidying."""

Rule = Callable[[State, Given], Outcome]

MONTH: tuple[Rule, ...] = (
    land.begin_season,
    land.turn,
    crop.ripen,
    labour.send,
    harvest.reap,
    crop.sow,
    crop.tend,
    land.graze,
    industry.smelt,
    industry.mend,
    works.dig,
    works.rains,
    granary.keep,
    pooling.level_out,
    canteen.dig_plots,
    canteen.serve,
    trade.supply,
    report.keep_books,
    people.weaken,
    people.die,
    people.be_born,
    people.leave,
    people.move,
    procurement.search,
    labour.muster,
    politics.hear,
)
"""The rules of a month: seed is kept back at the harvest, before procurement and meals."""

HANDING_IN: tuple[Rule, ...] = (report.hand_in,)
"""At the end of a harvest season, before the desk."""

HARVEST_DESK: tuple[Rule, ...] = (
    granary.weigh,
    report.write,
    procurement.take,
    report.enter_deliveries,
    politics.judge,
    quota.believe,
    quota.ask,
    granary.sell_back,
    report.enter_resale,
    people.register,
)
"""The close of a harvest season: deliveries come before anything is sold back."""

DESK: tuple[Rule, ...] = (
    granary.weigh,
    politics.judge,
    report.correct,
    quota.ask,
    granary.sell_back,
    report.enter_resale,
    people.register,
)
"""The close of the other seasons."""


@dataclass(frozen=True, slots=True)
class Step:
    """A state, and how it came about."""

    state: State
    entries: tuple[Entry, ...] = ()
    books: tuple[Entry, ...] = ()
    why: tuple[Why, ...] = ()

    def with_state(self, **changes: object) -> "Step":
        """The same step with some of its state changed."""
        return Step(replace(self.state, **changes), self.entries, self.books, self.why)


@cache
def rule_name(rule: Rule) -> str:
    """The rule as it stands in the books.

    >>> rule_name(harvest.reap)
    'harvest.reap'
    """
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def follow(state: State, given: Given, rules: tuple[Rule, ...]) -> Step:
    """Apply rules in order. The one place where a state is replaced and grain is posted."""
    entries: list[Entry] = []
    books: list[Entry] = []
    whys: list[Why] = []
    grain, written, tally = OpenCopy(), OpenCopy(), OpenCopy()
    for rule in rules:
        name = rule_name(rule)
        outcome = rule(state, given)
        state = outcome.uncounted
        if outcome.moves:
            enter(grain.of(state.grain_kg), name, outcome.moves)
            state = replace(state, grain_kg=grain.shown)
        if outcome.books:
            enter(written.of(state.books_kg), name, outcome.books)
            state = replace(state, books_kg=written.shown)
        if outcome.counts:
            count(tally.of(state.tally), outcome.counts)
            state = replace(state, tally=tally.shown)
        if given.keep_why:
            entries += [Entry(given.month, name, move) for move in outcome.moves]
            books += [Entry(given.month, name, move) for move in outcome.books]
            whys += outcome.why
    return Step(state, tuple(entries), tuple(books), tuple(whys))


def begin(level: Level, params: Params, seed: int, runs: Ints) -> State:
    """The state in which the first season begins: hands counted, the first quota asked."""
    state = fresh(level, len(runs))
    draws = Draws(seed, runs, len(level.units), 0)
    given = Given(level, params, at_start(level, len(runs)), draws, 0)
    state = follow(state, given, (labour.muster, quota.ask)).state
    return replace(state, effort_pm=fresh(level, len(runs)).effort_pm)


def month(state: State, given: Given) -> Step:
    """Work out one month. Pure: same state and same given, same result."""
    step = follow(state, given, MONTH)
    return step.with_state(month=state.month + 1)


def season(
    state: State,
    level: Level,
    params: Params,
    orders: Orders,
    seed: int,
    runs: Ints,
    *,
    keep_why: bool = False,
) -> tuple[Step, ...]:
    """Work out the three months of a season, up to the desk.

    Raises:
        ValueError: the season before has not been closed.
    """
    if state.desk:
        raise ValueError("the season before is still on the desk: close it first")
    laid = laid_out(orders)
    return tuple(_months(state, level, params, laid, seed, runs, keep_why=keep_why))


def _months(
    state: State,
    level: Level,
    params: Params,
    orders: Orders,
    seed: int,
    runs: Ints,
    *,
    keep_why: bool,
) -> Iterator[Step]:
    orders = stages.carried_out(orders, level, params, state.month)
    for number in range(MONTHS_A_TURN):
        draws = Draws(seed, runs, len(level.units), state.month)
        given = Given(level, params, orders, draws, state.month, keep_why)
        step = month(state, given)
        if number == MONTHS_A_TURN - 1:
            if level.season(given.month // MONTHS_A_TURN) in (SUMMER, AUTUMN):
                after = follow(step.state, given, HANDING_IN)
                step = Step(after.state, step.entries, step.books, step.why + after.why)
            step = step.with_state(desk=True)
        state = step.state
        yield step


def close(
    state: State,
    level: Level,
    params: Params,
    orders: Orders,
    seed: int,
    runs: Ints,
    *,
    keep_why: bool = False,
) -> Step:
    """Close the season at the desk: report, procurement, standing, the next quota.

    Raises:
        ValueError: there is no season on the desk.
    """
    if not state.desk:
        raise ValueError("there is no season on the desk")
    last = state.month - 1
    draws = Draws(seed, runs, len(level.units), last)
    given = Given(level, params, orders, draws, last, keep_why)
    harvested = level.season(last // MONTHS_A_TURN) in (SUMMER, AUTUMN)
    step = follow(state, given, HARVEST_DESK if harvested else DESK)
    return step.with_state(desk=False)
