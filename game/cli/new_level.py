"""Make a level of your own: a small one that plays, or a copy of another.

It is written into the folder of levels of your user, where the game finds it, or with --in into
another. docs/make-a-level.md goes on from there.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.trouble import Trouble


def declare(parser: ArgumentParser) -> None:
    """What may follow `new-level`."""
    parser.add_argument("name", metavar="NAME", help="of the folder: small letters, digits, _")
    parser.add_argument(
        "--from", dest="source", metavar="LEVEL", help="begin with a copy of this level"
    )
    parser.add_argument(
        "--in", dest="home", metavar="DIR", type=Path,
        help="the folder to put it in (default: the folder of levels of your user)",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Write it, and say where it is and what to do next."""
    from game.levelfiles.newlevel import NewLevelError, make, template
    from game.levelfiles.shipped import find, user_levels

    source = find(args.source) if args.source else template()
    home = args.home or user_levels()
    try:
        folder = make(args.name, home, source)
    except NewLevelError as error:
        raise Trouble(str(error)) from error
    except OSError as error:
        fix = "choose another folder with --in DIR"
        raise Trouble(f"{home} can't be written to ({error.strerror}); {fix}") from error
    print(f"{folder}\n")
    print("Next:")
    print(f"  its land:    open {folder / 'map.tmx'} in Tiled")
    print(f"  its numbers: {folder / 'level.toml'}; its words: {folder / 'words.en.toml'}")
    print(f"  check it:    python main.py check {_told(args, folder)}")
    print(f"  play it:     python main.py play {_told(args, folder)}    (F5 reloads it)")
    return 0


def _told(args: Namespace, folder: Path) -> str:
    return str(folder) if args.home else str(args.name)
