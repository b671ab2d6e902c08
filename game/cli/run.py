"""Play a level without a window: a policy decides, for one run or for thousands at once."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.cli import given
from game.cli.trouble import Trouble, did_you_mean, whole, writable

if TYPE_CHECKING:
    from game.bots import Bot
    from game.play.batch import Season
    from game.play.bundle import Opened
    from game.play.totals import Totals

MOST_RUNS = 1_000_000


def declare(parser: ArgumentParser) -> None:
    """What may follow `run`."""
    given.declare_level(parser)
    given.declare_policy(parser)
    given.declare_seed(parser)
    parser.add_argument(
        "--runs", metavar="R", type=whole(1, MOST_RUNS), default=1, help="how many (default: 1)"
    )
    parser.add_argument(
        "--first-run", metavar="K", type=whole(0, 10**12), default=0,
        help="number of the first run (default: 0); run 7 is the same alone and among others",
    )  # fmt: skip
    parser.add_argument(
        "--turns", metavar="N", type=whole(1), help="how many turns (default: all of the level)"
    )
    parser.add_argument(
        "--without",
        metavar="CHANNEL,CHANNEL",
        default="",
        help="switch mechanisms of the model off, such as weather,exports",
    )
    parser.add_argument(
        "--out", metavar="FILE.csv", type=Path,
        help="a row for each run, turn and brigade (columns: docs/run-columns.md)",
    )  # fmt: skip
    parser.add_argument(
        "--save",
        metavar="FILE",
        type=Path,
        help="write the save of the first run, as the game would",
    )


def run(args: Namespace) -> int:
    """Play, print a table for each harvest, write what was asked for."""
    policy = given.policy(args.policy)
    for path, option in ((args.out, "--out"), (args.save, "--save")):
        if path is not None:
            writable(path, option)
    opened = _without(given.opened(args.level), args)
    turns = given.turns(args.turns, opened.level.turns)
    from game.cli.run_table import TITLE, show
    from game.words import _, _n

    totals = _play(args, opened, policy, turns)
    runs = _n("{count} run", "{count} runs", args.runs).format(count=args.runs)
    title = _(TITLE).format(level=opened.level.id, policy=args.policy, seed=args.seed, runs=runs)
    title += f" --without {args.without}" if args.without else ""
    show(totals, title, args.seed, args.first_run)
    if args.save is not None:
        _save(args, opened, policy, turns, totals)
    return 0


def _without(opened: "Opened", args: Namespace) -> "Opened":
    """The level with some channels switched off."""
    if not args.without:
        return opened
    from dataclasses import replace

    from game.play.validation.changes import CHANNELS, without

    names = tuple(name.strip() for name in args.without.split(","))
    for name in names:
        if name not in CHANNELS:
            raise Trouble(
                f"--without: there is no channel {name!r}; {did_you_mean(name, CHANNELS)}"
            )
    if args.save is not None:
        raise Trouble("--save can't hold --without: a save is played with the level's own channels")
    return replace(opened, params=without(opened.params, names))


def _play(args: Namespace, opened: "Opened", policy: "Bot", turns: int) -> "Totals":
    from game.bots import SUCCESSOR
    from game.play import batch
    from game.play.totals import Totals

    totals = Totals(opened.level)
    with ExitStack() as stack:
        write = stack.enter_context(_csv(args.out, turns))
        step = stack.enter_context(_progress(args.runs * turns))

        def on_season(season: "Season") -> None:
            totals.add(season)
            write(season)
            step(len(season.runs))

        batch.run(
            opened.level, opened.params, policy, args.seed,
            batch.all_runs(args.first_run, args.runs), turns, on_season, successor=SUCCESSOR,
        )  # fmt: skip
    return totals


@contextmanager
def _csv(path: Path | None, turns: int) -> "Iterator[Callable[[Season], None]]":
    """Write the rows of each block when its last turn is closed."""
    if path is None:
        yield lambda _season: None
        return
    from game.play.columns import HEADER, Rows

    rows = Rows()
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(HEADER + "\n")
            yield lambda season: _write(file, rows, season, turns)
    except OSError as error:
        raise Trouble(
            f"--out {path} can't be written ({error.strerror}); make room there"
        ) from error


def _write(file: TextIO, rows: object, season: "Season", turns: int) -> None:
    from game.play.columns import Rows

    assert isinstance(rows, Rows)
    rows.add(season)
    if season.turn == turns - 1:
        file.writelines(rows.lines())


@contextmanager
def _progress(steps: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty() or steps < 1000:
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=steps)
        yield lambda done: bar.advance(task, done)


def _save(args: Namespace, opened: "Opened", policy: "Bot", turns: int, totals: "Totals") -> None:
    """Write the first run as a game, after making sure that it is the same one."""
    from game.bots import SUCCESSOR
    from game.play import batch
    from game.play.saves import save
    from game.sim.state import differing

    if opened.level.apart:
        raise Trouble("--save keeps a game at a desk, and a nation has none: leave it out")
    name = f"{args.policy}-{args.seed}-{args.first_run}"
    session = batch.replayable(opened, policy, SUCCESSOR, args.seed, args.first_run, turns, name)
    for turn, (one, other) in enumerate(zip(totals.first, session.states, strict=True)):
        array = differing(one, other)
        if array is not None:
            raise RuntimeError(f"the game differs from the run in turn {turn}, array {array}")
    print(save(session, args.save))
