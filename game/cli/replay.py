"""Play a saved game again; with --verify, compare it with what was recorded."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.notes import Note
    from game.sim.level import Level

SAME, DIFFERENT = 0, 1


def declare(parser: ArgumentParser) -> None:
    """What may follow `replay`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a save")
    parser.add_argument(
        "--verify", action="store_true",
        help="compare every turn; name the first turn and array that differ (exit 1)",
    )  # fmt: skip
    parser.add_argument("--table", action="store_true", help="print a table of all turns")


def _told(note: "Note", level: "Level") -> str:
    """A note in words."""
    from game.play.notes import TEXTS
    from game.words import _, season_name

    season = season_name(level.season(note.turn), level.year(note.turn)) if note.turn >= 0 else ""
    return _(TEXTS[note.kind]).format(season=season, **note.values)


def run(args: Namespace) -> int:
    """Print what came of it."""
    from game.bots import SUCCESSOR
    from game.play.saves import replay
    from game.reports.turns import text

    loaded = replay(args.file, SUCCESSOR)
    session = loaded.session
    if args.table:
        print(text(session.level, session.states), end="")
    turns = f"{session.turn} of {session.level.turns} turns"
    print(f"{args.file}: {session.level.id}, seed {session.seed}, run {session.run}, {turns}")
    for note in loaded.notes:
        print(_told(note, session.level))
    if loaded.difference is None:
        if args.verify:
            print(f"all {session.turn} turns come out as recorded")
        return SAME
    print(loaded.difference)
    return DIFFERENT if args.verify else SAME
