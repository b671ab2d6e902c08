"""What several commands take: a level, a policy, a seed."""

from typing import TYPE_CHECKING

from game.cli.trouble import Trouble, did_you_mean, whole

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from game.bots import Bot
    from game.play.bundle import Opened

DEFAULT_SEED = 1958


def declare_level(parser: "ArgumentParser") -> None:
    """The level, first of all."""
    parser.add_argument("level", metavar="LEVEL", help="name of a level, its folder, or its zip")
    declare_levels(parser)


def declare_levels(parser: "ArgumentParser") -> None:
    """Another folder to look for levels in: taken as soon as it is read."""
    parser.add_argument(
        "--levels", metavar="DIR", type=_also_in, action="append", default=[],
        help="look for levels in this folder too",
    )  # fmt: skip


def _also_in(text: str) -> "Path":
    from argparse import ArgumentTypeError
    from pathlib import Path

    from game.levelfiles.shipped import also_in

    if not Path(text).is_dir():
        raise ArgumentTypeError(f"there is no folder {text[:80]!r}")
    also_in(Path(text))
    return Path(text)


def declare_policy(parser: "ArgumentParser", default: str = "historical") -> None:
    """Who decides."""
    parser.add_argument(
        "--policy", metavar="NAME", default=default,
        help="who decides (`policies` lists them; default: %(default)s)",
    )  # fmt: skip


def declare_seed(parser: "ArgumentParser", default: int | None = DEFAULT_SEED) -> None:
    """The seed of chance."""
    shown = "%(default)s" if default is not None else "a new one"
    parser.add_argument(
        "--seed", metavar="N", type=whole(0), default=default,
        help=f"seed of chance, from 0 on (default: {shown})",
    )  # fmt: skip


def policy(name: str) -> "Bot":
    """A policy by its name.

    Raises:
        Trouble: there is none of this name.
    """
    from game.bots import BOTS

    if name not in BOTS:
        raise Trouble(f"there is no policy {name!r}; {did_you_mean(name, BOTS)}")
    return BOTS[name]


def opened(level: str) -> "Opened":
    """A level by its name or folder.

    Raises:
        LevelError: with every problem.
    """
    from game.levelfiles.shipped import find
    from game.play.bundle import from_folder

    return from_folder(find(level))


def turns(asked: int | None, most: int) -> int:
    """How many turns to play.

    Raises:
        Trouble: more than the level has.
    """
    if asked is not None and asked > most:
        raise Trouble(f"--turns {asked} is more than this level has; give at most {most}")
    return most if asked is None else asked
