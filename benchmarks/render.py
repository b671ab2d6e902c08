"""Claim: the village scrolls, stands still and tells its figures at full speed without a GPU.

Every figure is a ratio to LIMIT, one full-window opaque blit and flip, or to what another library
needs for the same picture. Both sides are measured in turn in one process, by the processor time
they take, so that a busy machine is busy for both. SDL's dummy driver; no window is opened.

What moves by itself takes a new place ten times a second while the view moves, as in the game: a
third of the window each is drawn anew in three frames of six, the rest are copies or prepare what
comes next; so the mean and the worst frame stand beside the median. A still frame is always one in
which people moved; those between cost next to nothing and are not counted. Two maps of ours are
compared by their means: a median lies between frames of two kinds.
"""

import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from math import inf
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame  # noqa: E402

from benchmarks import render_scenes as scenes  # noqa: E402
from benchmarks import start  # noqa: E402

SIZES = ((1280, 720), (1920, 1080))
ROUNDS, BLOCK = 8, 40  # blocks of frames in turn
MIB = 1024 * 1024
MEMORY = """
import resource, sys
sys.path.insert(0, {root!r})
from benchmarks.render_memory import show_all
show_all()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
Frame = Callable[[], object]
Row = tuple[str, float, float, bool]
"""What was measured, the figure, its limit, and whether it has to be at least that."""


def blocks(frames: dict[str, Frame], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Processor time of each frame in seconds, in blocks by turns; a block first to warm up."""
    took: dict[str, list[float]] = {name: [] for name in frames}
    for at in range(rounds + 1):
        for name, frame in frames.items():
            for _ in range(BLOCK):
                begin = time.process_time_ns()
                frame()
                if at:
                    took[name].append((time.process_time_ns() - begin) / 1e9)
    return took


def percentile(values: list[float], share: float) -> float:
    """The value that a share of all do not pass.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    2.0
    """
    order = sorted(values)
    return order[max(0, round(share * len(order)) - 1)]


def maps(screen: pygame.Surface, tag: str) -> list[Row]:
    """Scrolling and standing still, beside the limit and beside others."""
    facts, ground, view = scenes.beginning()
    ours = scenes.village(screen, facts, ground, view)
    quiet = scenes.village(screen, facts, ground, view, spread=0)
    large_facts, large_ground = scenes.doubled(facts, ground)
    large = scenes.village(screen, large_facts, large_ground, view)
    frames = {
        "limit": scenes.limit(screen),
        "scroll": scenes.scrolling(screen, ours),
        "large": scenes.scrolling(screen, large),
        "tiles": scenes.tile_by_tile(screen, ours),
        "pyscroll": scenes.pyscrolled(screen, ours),
    }
    took = blocks(frames)
    alone = blocks({"limit": frames["limit"], "still": scenes.still(screen, quiet)})
    one = median(took["limit"])
    scroll, drawn = median(took["scroll"]), median(alone["still"])
    return [
        (f"{tag} scrolling frame / LIMIT", scroll / one, 6.5, False),
        (f"{tag} its mean / LIMIT", mean(took["scroll"]) / one, inf, False),
        (f"{tag} its 99th percentile / LIMIT", percentile(took["scroll"], 0.99) / one, 15, False),
        (f"{tag} its worst / LIMIT", max(took["scroll"]) / one, inf, False),
        (f"{tag} people in sight, on the mean", scenes.in_sight(ours), inf, False),
        (f"{tag} tile by tile / ours", median(took["tiles"]) / scroll, 5, True),
        (f"{tag} pyscroll / ours", median(took["pyscroll"]) / scroll, 3, True),
        (
            f"{tag} 128 x 128 / 64 x 64, means",
            mean(took["large"]) / mean(took["scroll"]),
            1.15,
            False,
        ),
        (f"{tag} still frame / LIMIT", drawn / median(alone["limit"]), 1.5, False),
        (f"{tag} its mean / LIMIT", mean(alone["still"]) / mean(alone["limit"]), inf, False),
        (f"{tag} LIMIT, ms", one * 1000, inf, False),
    ]


def huds(screen: pygame.Surface, tag: str) -> list[Row]:
    """24 figures that change, ours and pygame_gui's."""
    took = blocks(
        {"ours": scenes.hud(screen), "pygame_gui": scenes.pygame_gui_hud(screen)}, rounds=3
    )
    ratio = median(took["pygame_gui"]) / median(took["ours"])
    return [(f"{tag} HUD: pygame_gui / ours", ratio, 5, True)]


def resting(screen: pygame.Surface, seconds: float) -> list[Row]:
    """A village where nothing moves: how often it is shown, and what it takes of a core."""
    app = scenes.quiet_app(screen.get_size())
    shown = 0
    real = pygame.display.flip, pygame.display.update

    def count(*_: object) -> None:
        nonlocal shown
        shown += 1

    pygame.display.flip = pygame.display.update = count  # type: ignore[assignment]
    began, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - began < seconds:
        before = time.perf_counter()
        for event in app.pause():
            app.on_event(event)
        app.frame(time.perf_counter() - before)
    used, gone = time.process_time() - used, time.perf_counter() - began
    pygame.display.flip, pygame.display.update = real
    return [
        ("nothing changed: frames shown", float(shown), 0, False),
        ("nothing changed: share of a core, %", 100 * used / gone, 2, False),
    ]


def memory() -> list[Row]:
    """The most memory of a process that has shown all of the map in all four seasons."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY.format(root=str(ROOT))],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(2)
    unit = 1 if sys.platform == "darwin" else 1024
    return [("four seasons, MB", int(done.stdout.split()[-1]) * unit / 1e6, 250, False)]


def starting(times: int) -> list[Row]:
    """From the start of the process to the first frame, beside `import pygame`."""
    return [("start / import pygame", start.measured(times)["ratio"], start.LIMIT, False)]


def reached(row: Row) -> bool:
    """Whether a row keeps its limit."""
    _name, figure, bound, at_least = row
    return figure >= bound if at_least else figure <= bound


def told(row: Row) -> str:
    """A row of the table."""
    name, figure, bound, at_least = row
    if bound == inf:
        return f"{name:<44}{figure:>9.2f}"
    kept = "" if reached(row) else "   MISSED"
    return f"{name:<44}{figure:>9.2f}   {'at least' if at_least else 'at most '} {bound:g}{kept}"


def measured(quick: bool) -> list[Row]:
    """Every row. What starts processes comes first: a child begins with its parent's memory."""
    rows = memory() + starting(3 if quick else start.TIMES)
    for size in SIZES[:1] if quick else SIZES:
        scenes.forget()
        pygame.display.init()
        pygame.font.init()
        screen = pygame.display.set_mode(size, pygame.RESIZABLE)
        tag = f"{size[0]}x{size[1]}"
        rows += maps(screen, tag)
        rows += huds(screen, tag)
    rows += resting(screen, 2 if quick else 5)
    pygame.display.quit()
    return rows


def main() -> int:
    """Print the table; return 1 when a limit is passed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--quick", action="store_true", help="one size, fewer starts")
    args = parser.parse_args()
    rows = measured(args.quick)
    print("\n".join(told(row) for row in rows))
    if args.json:
        figures = {name: figure for name, figure, _bound, _least in rows}
        args.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0 if all(reached(row) for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
