"""How safe and how heavy a save is: kills while saving, bytes, milliseconds.

`python -m benchmarks.saves [--kills 1000]` (not on Windows). A game that saves turn after turn is
killed (SIGKILL) at a random moment, again and again; after each kill every file on the shelf is
read. Limits: no file broken, no turn lost that was said to be saved.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from game.bots import BOTS
from game.play import saves
from tests.play.games import new
from tests.play.killed import kills


def weight() -> dict[str, float]:
    """A whole game: bytes of its save, milliseconds to write it, to list it, to play it again."""
    session = new(3, game_id="weight")
    session.play_on(BOTS["historical"])
    with TemporaryDirectory() as home:
        shelf = Path(home)
        begun = time.perf_counter()
        path = saves.autosave(session, shelf)
        written = time.perf_counter()
        saves.listing(shelf)
        listed = time.perf_counter()
        saves.load(path)
        loaded = time.perf_counter()
        size = path.stat().st_size
    return {
        "kB": round(size / 1000, 1),
        "write_ms": round(1000 * (written - begun), 1),
        "list_ms": round(1000 * (listed - written), 1),
        "play_again_ms": round(1000 * (loaded - listed), 1),
    }


def main() -> int:
    """Print both as JSON; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    found = kills(parser.parse_args().kills)
    print(json.dumps({**found, **weight()}))
    return 1 if found["broken"] or found["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
