"""Hold a level's national totals against the published series; exit 1 if a row fails."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import given
from game.cli.trouble import Trouble, whole, writable

if TYPE_CHECKING:
    from game.play.bundle import Opened
    from game.play.validation.judge import Outcome
    from game.play.validation.rows import Sheet

RUNS = 200
FAILED = 1
PICTURES = (".png", ".svg")


def declare(parser: ArgumentParser) -> None:
    """What may follow `validate`."""
    parser.add_argument(
        "--level", metavar="LEVEL", default="nation", help="level to hold up (default: %(default)s)"
    )
    parser.add_argument(
        "--runs", metavar="R", type=whole(2, RUNS), default=RUNS,
        help="how many of the validation runs (default: all %(default)s)",
    )  # fmt: skip
    parser.add_argument("--out", metavar="FILE.json", type=Path, help="write the table as JSON")
    parser.add_argument(
        "--markdown", metavar="FILE.md", type=Path, help="write the table as Markdown"
    )
    parser.add_argument(
        "--picture", metavar="FILE.svg", type=Path,
        help="draw model and published series, .svg or .png (needs matplotlib)",
    )  # fmt: skip
    parser.add_argument(
        "--draft", action="store_true",
        help="play other seeds than those of the validation, while rules are being changed",
    )  # fmt: skip
    parser.add_argument(
        "--parameters", action="store_true",
        help="list the free coefficients (source: assumption) and stop",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Play every batch, print the table, write what was asked for."""
    for path, option in (
        (args.out, "--out"), (args.markdown, "--markdown"), (args.picture, "--picture"),
    ):  # fmt: skip
        if path is not None:
            writable(path, option)
    if args.picture is not None:
        _can_draw(args.picture)
    opened = given.opened(args.level)
    from game.cli import validate_free

    if args.parameters:
        print(validate_free.listed(opened.folder))
        return 0
    from game.cli import validate_table as table
    from game.play.validation import rows

    sheet = rows.read(opened.folder)
    outcome = _play(opened, sheet, args.runs, draft=args.draft)
    footer = [validate_free.sentence(opened.folder)]
    name = opened.level.id
    table.show(name, outcome, sheet, footer)
    if args.out is not None:
        table.write(args.out, table.as_json(name, outcome, footer))
    if args.markdown is not None:
        table.write(args.markdown, table.markdown(name, outcome, sheet, footer))
    if args.picture is not None:
        from game.cli import validate_picture

        validate_picture.draw(outcome, sheet, args.picture)
    elif sys.stdout.isatty():
        print("--picture FILE.svg draws it beside the published series.")
    return FAILED if outcome.failed else 0


def _can_draw(path: Path) -> None:
    from importlib.util import find_spec

    if path.suffix.lower() not in PICTURES:
        raise Trouble(f"--picture {path}: give a name that ends in .svg or .png")
    if find_spec("matplotlib") is None:
        raise Trouble('--picture needs matplotlib: pip install "two-ledgers[bench]"')


def _play(opened: "Opened", sheet: "Sheet", runs: int, *, draft: bool) -> "Outcome":
    from game.bots import BOTS, SUCCESSOR
    from game.play.batch import all_runs
    from game.play.validation.batches import DRAFT_SEED, FIRST_RUN, SEED
    from game.play.validation.judge import validate

    level = opened.level
    steps = runs * level.turns * (1 + len(sheet.needed()))
    with _progress(steps) as step:
        return validate(
            level, opened.params, sheet, BOTS["historical"], SUCCESSOR,
            all_runs(FIRST_RUN, runs), step, DRAFT_SEED if draft else SEED,
        )  # fmt: skip


@contextmanager
def _progress(steps: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("validate", total=steps)
        yield lambda done: bar.advance(task, done)
