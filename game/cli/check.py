"""Check a level folder: every problem at once, with file, place, found, expected and fix."""

import sys
from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """What may follow `check`."""
    parser.add_argument(
        "path", metavar="PATH", help="folder that holds level.toml, or a level's name"
    )


def run(args: Namespace) -> int:
    """Print all problems and return 2, or one line and 0."""
    from game.levelfiles.errors import LevelError
    from game.levelfiles.load import load
    from game.levelfiles.shipped import find

    try:
        level, _ = load(find(args.path))
    except LevelError as error:
        count = len(error.problems)
        print(error, file=sys.stderr)
        print(f"{args.path}: {count} problem{'' if count == 1 else 's'}", file=sys.stderr)
        return 2
    people = int(level.people.sum())
    print(
        f"{level.id}: {len(level.units)} brigades, {people} people, {level.turns} seasons: "
        "no problems found"
    )
    return 0
