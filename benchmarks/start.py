"""Claim: from the start of the process to the first frame takes at most twice `import pygame`.

Both are started in turn, so that a busy machine is busy for both; the ratio of the medians counts.
Both are started once before, with their bytecode kept in a folder of its own, as it is at home:
some environments forbid Python to write any, and then most of the time went into compiling.
"""

import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

LIMIT = 2.0
"""Most that the ratio may be."""
TIMES = 7
ROOT = Path(__file__).resolve().parent.parent
GAME = [sys.executable, "main.py", "play"]
PYGAME = [sys.executable, "-c", "import pygame"]


def seconds(command: list[str], kept: str) -> float:
    """How long a command takes; it stops after its first frame.

    Args:
        command: what is started
        kept: folder of the bytecode

    Raises:
        SystemExit: the command failed.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": kept,
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "TWO_LEDGERS_QUIT_AFTER_FIRST_FRAME": "1",
    }
    begin = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    took = time.perf_counter() - begin
    if done.returncode:
        print(f"{' '.join(command)} failed:\n{done.stderr}", file=sys.stderr)
        raise SystemExit(2)
    return took


def measured(times: int) -> dict[str, float]:
    """Medians in seconds, and their ratio."""
    with TemporaryDirectory() as kept:
        for command in (GAME, PYGAME):
            seconds(command, kept)  # the first start of all compiles, and reads from disk
        pairs = [(seconds(GAME, kept), seconds(PYGAME, kept)) for _ in range(times)]
    game, pygame = median(one for one, _ in pairs), median(other for _, other in pairs)
    return {"game_s": game, "import_pygame_s": pygame, "ratio": game / pygame, "limit": LIMIT}


def main() -> int:
    """Print a table; return 1 when the limit is passed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--times", type=int, default=TIMES, help="starts of each (default: 7)")
    args = parser.parse_args()
    figures = measured(max(1, args.times))
    print(f"{'process start to first frame':<32}{figures['game_s']:>8.3f} s")
    print(f"{'python -c import pygame':<32}{figures['import_pygame_s']:>8.3f} s")
    print(f"{'ratio':<32}{figures['ratio']:>8.2f}   (limit {LIMIT:.2f})")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0 if figures["ratio"] <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
