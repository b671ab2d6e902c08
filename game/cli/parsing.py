"""The parser of the command line: a file for each command, and one line for what is wrong."""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import NoReturn

from game import __version__
from game.cli.trouble import Trouble, did_you_mean

COMMANDS = (
    "play", "run", "validate", "policies", "levers", "levels", "replay", "migrate", "check",
    "report", "compare", "chronicle", "shot", "new-level",
)  # fmt: skip


class _Parser(ArgumentParser):
    """An argument parser that tells what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Stop with one line in place of the usage and a line."""
        raise Trouble(f"{self.prog}: {message} (`{self.prog} --help` shows how)")


def _parser(only: str | None) -> ArgumentParser:
    """The parser of all commands, or of one: a start of the game reads no other's file."""
    about = (
        "Two Ledgers: a village in the Great Leap Forward, 1958 to 1961. Without a command: play."
    )
    parser = _Parser(prog="two-ledgers", description=about)
    parser.add_argument("--version", action="version", version=f"two-ledgers {__version__}")
    parser.add_argument("--debug", action="store_true", help="show where a bug came from")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in COMMANDS if only is None else (only,):
        module = import_module(f"game.cli.{name.replace('-', '_')}")
        lines = (module.__doc__ or "").strip()
        each = commands.add_parser(name, help=lines.splitlines()[0], description=lines)
        module.declare(each)
        each.set_defaults(run=module.run)
    return parser


def parsed(arguments: list[str]) -> Namespace:
    """What the words of the command line ask for.

    Raises:
        Trouble: they can't be understood.
    """
    plain = [each for each in arguments if each != "--debug"]
    first = next((each for each in plain if not each.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        raise Trouble(f"there is no command {first!r}; {did_you_mean(first, COMMANDS)}")
    if not plain or plain == ["--"]:
        plain, first = ["play"], "play"
    found = _parser(first).parse_args(plain)
    found.debug = "--debug" in arguments
    return found
