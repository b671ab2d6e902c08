"""Finds the command, and turns bad input into one clear line."""

import os
import sys
from collections.abc import Sequence

from game import __version__
from game.cli.trouble import Trouble

BAD_INPUT, BUG = 2, 70
PLAIN: tuple[list[str], ...] = ([], ["--"], ["play"])


def entry(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 for success, 2 for bad input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(given)
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


def _run(given: list[str]) -> int:
    if given in PLAIN:  # as most people start it: the first frame needs no parser
        from game.cli.play import run_plain

        return run_plain()
    from game.cli.parsing import parsed

    args = parsed(given)
    return int(args.run(args))


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
