"""Finds the command, and turns bad input into one clear line."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from game import __version__
from game.cli.trouble import Trouble, did_you_mean

COMMANDS = ("play", "run", "policies", "levels", "replay", "check", "shot")
BAD_INPUT, BUG = 2, 70


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
        module = import_module(f"game.cli.{name}")
        lines = (module.__doc__ or "").strip()
        each = commands.add_parser(name, help=lines.splitlines()[0], description=lines)
        module.declare(each)
        each.set_defaults(run=module.run)
    return parser


def _parsed(arguments: list[str]) -> Namespace:
    plain = [each for each in arguments if each != "--debug"]
    first = next((each for each in plain if not each.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        raise Trouble(f"there is no command {first!r}; {did_you_mean(first, COMMANDS)}")
    if not plain or plain == ["--"]:
        plain, first = ["play"], "play"
    parsed = _parser(first).parse_args(plain)
    parsed.debug = "--debug" in arguments
    return parsed


def entry(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 for success, 2 for bad input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        args = _parsed(given)
        code = int(args.run(args))
        sys.stdout.flush()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `two-ledgers run ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person reads this
        return _failed(error, debug="--debug" in given)
    return code


def _failed(error: Exception, *, debug: bool) -> int:
    """An error from below: bad input that a level or a save has in it, or a bug of ours."""
    from game.levelfiles.errors import LevelError
    from game.play.record import SaveError

    if isinstance(error, LevelError):
        print(_one_line(error), file=sys.stderr)
        return BAD_INPUT
    if isinstance(error, SaveError):
        print(error, file=sys.stderr)
        return BAD_INPUT
    if debug:
        raise error
    what = " ".join(str(error).split())[:300]
    print(
        f"This is a bug in Two Ledgers {__version__} ({type(error).__name__}: {what}); please "
        "report it as CONTRIBUTING.md says, with the command you gave; --debug shows where it "
        "happened.",
        file=sys.stderr,
    )
    return BUG


def _one_line(error: Exception) -> str:
    problems = getattr(error, "problems", ())
    if not problems:
        return str(error)
    first = problems[0]
    fix = f"; {first.fix}" if first.fix else ""
    more = f" (and {len(problems) - 1} more: `check` shows all)" if len(problems) > 1 else ""
    text = f"{first.file}: {first.key}: {first.found}; expected {first.expected}{fix}{more}"
    return " ".join(text.split())
