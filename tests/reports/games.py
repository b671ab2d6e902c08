"""Debriefs for the tests, worked out once."""

from functools import cache

from game.bots import BOTS
from game.play.otherwise import weigh
from game.reports.lives import other_lives
from game.reports.whole import Whole, whole_of
from tests.play.games import played


@cache
def whole(policy: str = "historical", turns: int | None = None, seed: int = 1) -> Whole:
    session = played(policy, turns, seed)
    return whole_of(session, weigh(session, 3), other_lives(session, BOTS), policy)
