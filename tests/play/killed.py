"""Kill a game at random moments while it saves, and look at what is left.

Run as a program, so that it can fork without the tests' threads: `python -m tests.play.killed 60`.
It prints a JSON object. benchmarks/saves.py runs the same with 1,000 kills.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from game.bots import BOTS
from game.play import record, saves
from game.play.lives import rewound
from game.play.session import Session
from game.sim.arrays import ints
from game.sim.draws import Draws
from tests.play.games import new

LONGEST_MS = 60


def _lives() -> list[Session]:
    """One game as it stood after each of its turns."""
    whole = new(11, game_id="killed")
    whole.play_on(BOTS["historical"])
    return [rewound(whole, turn) for turn in range(1, whole.turn + 1)]


def _save_for_ever(games: list[Session], shelf: Path, pipe: int) -> None:
    """Save turn after turn; each that is done is told through the pipe."""
    while True:
        for turn, game in enumerate(games, start=1):
            saves.autosave(game, shelf)
            os.write(pipe, bytes([turn]))


def _one(games: list[Session], shelf: Path, wait_ms: float) -> bytes:
    """Start a game that saves, kill it after a while; the turns it said were saved."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            _save_for_ever(games, shelf, write)
        finally:
            os._exit(1)
    os.close(write)
    time.sleep(wait_ms / 1000)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the game ended by itself"
    with os.fdopen(read, "rb") as pipe:
        return pipe.read()


def _digest(path: Path) -> object:
    """The last one in a save."""
    found = [line["digest"] for line in record.lines(path) if "digest" in line]
    return found[-1] if found else None


def kills(count: int, seed: int = 1) -> dict[str, int]:
    """Kill so many times; what was lost.

    Returns:
        kills, saves (made in all), broken (files of the shelf that can't be read), lost (turns that
        were said to be saved and are not there or not the same), halves (half-written files that
        were left beside the saves: the moments that were hit).
    """
    games = _lives()
    digests = {game.turn: game.closed[-1].digest for game in games}
    draws = Draws(seed, ints([0]), count, 0)
    waits = draws.whole("kill.moment", 1, LONGEST_MS * 1000)[0]
    found = {"kills": count, "saves": 0, "broken": 0, "lost": 0, "halves": 0}
    with TemporaryDirectory() as home:
        for number in range(count):
            shelf = Path(home) / str(number)
            done = _one(games, shelf, int(waits[number]) / 1000)
            found["saves"] += len(done)
            found["halves"] += len(list(shelf.glob(".*.part")))
            kept = saves.listing(shelf)
            found["broken"] += sum(each.broken for each in kept)
            there = {each.turn: each.path for each in kept if not each.broken}
            for turn in set(done):
                found["lost"] += turn not in there or _digest(there[turn]) != digests[turn]
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(kills(int(sys.argv[1]))) + "\n")
