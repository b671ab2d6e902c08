"""Games for the tests: the shipped plain, opened once."""

from functools import cache
from typing import Any

from game import places
from game.bots import BOTS, SUCCESSOR
from game.play.bundle import Opened, from_folder
from game.play.session import Session

LEVEL = "willow_bend"


@cache
def opened() -> Opened:
    return from_folder(places.levels() / LEVEL)


def new(seed: int = 7, **more: Any) -> Session:
    return Session.of(opened(), seed, successor=SUCCESSOR, **more)


def played(policy: str = "historical", turns: int | None = None, seed: int = 7) -> Session:
    session = new(seed, game_id="test")
    session.play_on(BOTS[policy], turns)
    return session
