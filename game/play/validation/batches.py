"""Batches: play the same seeds as they are, and once more for every change. One batch each."""

from collections.abc import Callable

from game.play.batch import decide
from game.play.closed import Bot
from game.play.validation.changes import NOTHING, Change
from game.play.validation.figures import Figures, Observer, joined
from game.sim import directives, views
from game.sim import orders as law
from game.sim import turn as core
from game.sim.arrays import Ints
from game.sim.level import AUTUMN, MONTHS_A_TURN, SUMMER, Level
from game.sim.params import Params

SEED = 1961
FIRST_RUN = 900_000
RUNS = 200
"""The validation seeds: runs 900000 to 900199 of seed 1961. Nothing else may use them.

What is fitted is fitted on other runs (`benchmarks/fit.py` refuses these).
"""
DRAFT_SEED = 1963
"""For a look while rules are being changed: `validate --draft` plays this seed."""
BLOCK = 40


def figures(
    level: Level,
    params: Params,
    policy: Bot,
    successor: Bot,
    runs: Ints,
    change: Change = NOTHING,
    *,
    seed: int = SEED,
    size: int = BLOCK,
    on_turn: Callable[[int], None] | None = None,
) -> Figures:
    """National figures of some runs of a level under a policy, with a change or none.

    Args:
        level: the level
        params: its coefficients
        policy: who decides
        successor: who decides where the secretary was removed
        runs: run numbers, (R,)
        change: what is otherwise
        seed: of the whole batch
        size: runs in a block; the result is the same for any
        on_turn: called after each turn of each block with the number of its runs
    """
    changed = change.level(level)
    parts: list[Figures] = []
    for first in range(0, len(runs), size):
        some = runs[first : first + size]
        parts.append(_block(changed, params, policy, successor, some, change, seed, on_turn))
    return joined(parts)


def _block(
    level: Level,
    params: Params,
    policy: Bot,
    successor: Bot,
    runs: Ints,
    change: Change,
    seed: int,
    on_turn: Callable[[int], None] | None,
) -> Figures:
    """As `batch.block`, but looked at after every month."""
    now = change.params(params, level, 0)
    state = core.begin(level, now, seed, runs)
    orders = law.at_start(level, len(runs))
    observer = Observer(level, params, len(runs))
    for turn in range(level.turns):
        # A change holds for whole seasons: the season's last month decides.
        now = change.params(params, level, turn * MONTHS_A_TURN + MONTHS_A_TURN - 1)
        harvest = level.season(turn) in (SUMMER, AUTUMN)
        orders = directives.next_season(orders, level, turn)
        orders = decide(views.seen(level, now, state, orders), policy, successor)
        for step in core.season(state, level, now, orders, seed, runs):
            state = step.state
            observer.month(state)
        if harvest:
            orders = decide(views.seen(level, now, state, orders), policy, successor)
        state = core.close(state, level, now, orders, seed, runs).state
        observer.close(state, harvest=harvest)
        if on_turn is not None:
            on_turn(len(runs))
    return observer.figures()
