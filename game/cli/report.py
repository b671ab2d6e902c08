"""Write the debrief of a saved game as one offline page, with its tables beside it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.trouble import Trouble, writable

if TYPE_CHECKING:
    from game.play.session import Session
    from game.reports.whole import Whole

PAGE = Path("debrief.html")


def declare(parser: ArgumentParser) -> None:
    """What may follow `report`."""
    parser.add_argument("save", metavar="SAVE", type=Path, help="a save")
    parser.add_argument(
        "--out", metavar="FILE.html", type=Path, default=PAGE,
        help="the page (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--csv", metavar="FOLDER", type=Path,
        help="folder for the tables and their dictionary (default: beside the page)",
    )  # fmt: skip
    parser.add_argument("--no-csv", action="store_true", help="write the page alone")


def run(args: Namespace) -> int:
    """Write the page and its tables, and say where they stand and what was found."""
    from game.reports.page.page import page
    from game.reports.sheets import files

    charts_ready()
    writable(args.out, "--out")
    with progress() as step:
        whole = whole_of_save(args.save, step)
    text = page(whole)
    folder = args.csv or args.out.with_name(f"{args.out.stem}-tables")
    try:
        args.out.write_text(text, "utf-8")
        print(f"{args.out}: {len(text.encode()) // 1000} kB")
        if not args.no_csv:
            folder.mkdir(parents=True, exist_ok=True)
            for name, table in files(whole).items():
                (folder / name).write_text(table, "utf-8")
            print(f"{folder}: {len(files(whole))} tables, explained in dictionary.csv")
    except OSError as error:
        where = error.filename or args.out
        raise Trouble(f"{where} can't be written ({error.strerror}); make room there") from error
    own = [one for one in whole.decisions if not one.successor]
    for at, one in enumerate(own[:3], start=1):
        low, high = one.deaths_range
        print(f"{at}. {one.words}. Otherwise ({one.undone}): deaths {one.deaths:+} ({low:+} to "
              f"{high:+}), harvest {one.harvest_kg // 1000:+} t, "
              f"taken {one.taken_kg // 1000:+} t. {one.household}")  # fmt: skip
    return 0


def charts_ready() -> None:
    """Find out whether charts can be drawn, before anything is worked out.

    Raises:
        Trouble: the plotting library is missing.
    """
    from game.reports.page.ink import MissingPlotterError, ready

    try:
        ready()
    except MissingPlotterError as error:
        raise Trouble(str(error)) from error


def whole_of_save(path: Path, step: Callable[[int, int], None] | None = None) -> "Whole":
    """Everything that can be said of a saved game.

    Raises:
        SaveError: the save can't be read.
        Trouble: no season of it is closed.
    """
    from game.bots import SUCCESSOR
    from game.play.saves import load

    session = load(path, SUCCESSOR)
    if not session.closed:
        raise Trouble(f"{path}: no season of this game is closed; play one, and save again")
    return whole_of_session(session, path, step)


def whole_of_session(
    session: "Session", save: Path, step: Callable[[int, int], None] | None = None
) -> "Whole":
    """The same of a game under way, with what was weighed before taken from beside its save."""
    from game.bots import BOTS
    from game.play.otherwise_kept import beside, kept
    from game.reports.lives import other_lives
    from game.reports.whole import whole_of

    name = save.name.removesuffix(".jsonl").removesuffix(".save")
    return whole_of(session, kept(session, beside(save), step), other_lives(session, BOTS), name)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Undoing decisions")
        yield lambda done, of: bar.update(task, completed=done, total=of)
