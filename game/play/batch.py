"""Batch: many runs of one level at once, as arrays. Never a loop over games.

Runs are worked out in blocks, for memory; a run is the same alone, in company and in any block.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

import numpy as np

from game.play.bundle import Opened
from game.play.closed import Bot
from game.play.session import Session
from game.sim import directives, views
from game.sim import orders as law
from game.sim import turn as core
from game.sim.arrays import Ints, frozen
from game.sim.level import AUTUMN, SUMMER, Level
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.state import State
from game.sim.views import Seen

BLOCK = 16_000
"""Runs times units that are worked out side by side: the best size measured, 8,000 to 16,000.

Smaller blocks pay more calls for each number, larger ones leave the processor's caches.
"""


@dataclass(frozen=True, slots=True)
class Season:
    """One closed turn of one block of runs."""

    level: Level
    runs: Ints  # (R,) run numbers of this block
    turn: int
    seen: Seen  # when the season began
    orders: Orders  # of the season; those of the desk added
    state: State  # after the close
    after: Seen  # the same for the beginning of the next season


def merged(removed: Ints, office: Orders, successor: Orders) -> Orders:
    """The office's orders, and the successor's in the runs where the secretary was removed.

    Args:
        removed: turn of the removal, -1 while in office, (R,)
        office: the policy's orders
        successor: the successor's
    """
    gone = removed >= 0
    if not gone.any():
        return office
    both: dict[str, Ints] = {}
    for field in fields(Orders):
        mine, theirs = getattr(office, field.name), getattr(successor, field.name)
        rows = gone.reshape(-1, *([1] * (mine.ndim - 1)))
        both[field.name] = frozen(np.where(rows, theirs, mine))
    return Orders(**both)


def decide(seen: Seen, policy: Bot, successor: Bot) -> Orders:
    """What the policy orders, or its successor where it was removed."""
    if (seen.removed >= 0).any():
        return merged(seen.removed, policy(seen), successor(seen))
    return policy(seen)


def block(
    level: Level,
    params: Params,
    policy: Bot,
    successor: Bot,
    seed: int,
    runs: Ints,
    turns: int,
) -> Iterator[Season]:
    """Play some runs side by side, season by season."""
    state = core.begin(level, params, seed, runs)
    orders = law.at_start(level, len(runs))
    before = views.seen(level, params, state, orders)
    for turn in range(min(turns, level.turns)):
        orders = decide(before, policy, successor)
        state = core.season(state, level, params, orders, seed, runs)[-1].state
        if level.season(turn) in (SUMMER, AUTUMN):
            desk = views.seen(level, params, state, orders)
            orders = decide(desk, policy, successor)
        state = core.close(state, level, params, orders, seed, runs).state
        after = views.seen(level, params, state, directives.next_season(orders, level, turn + 1))
        yield Season(level, runs, turn, before, orders, state, after)
        before = after


def run(
    level: Level,
    params: Params,
    policy: Bot,
    seed: int,
    runs: Ints,
    turns: int,
    on_season: Callable[[Season], None],
    *,
    successor: Bot,
    size: int | None = None,
) -> None:
    """Play all runs, block by block.

    Args:
        level: the level
        params: its coefficients
        policy: who decides
        seed: of the whole batch
        runs: run numbers, (R,)
        turns: how many turns, at most the level's
        on_season: called after each closed turn of each block
        successor: who decides where the secretary was removed
        size: runs in a block; None: the best measured
    """
    size = size or max(1, BLOCK // len(level.units))
    for first in range(0, len(runs), size):
        for season in block(
            level, params, policy, successor, seed, runs[first : first + size], turns
        ):
            on_season(season)


def replayable(
    opened: Opened, policy: Bot, successor: Bot, seed: int, number: int, turns: int, name: str
) -> Session:
    """One run of a batch as a game: the same seed, the same run number, the same decisions."""
    session = Session.of(opened, seed, True, number, name, successor)
    session.play_on(policy, turns)
    return session


def all_runs(first: int, count: int) -> Ints:
    """Run numbers from the first on.

    >>> all_runs(7, 2).tolist()
    [7, 8]
    """
    return frozen(np.arange(first, first + count, dtype=np.int64))
