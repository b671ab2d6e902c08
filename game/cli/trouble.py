"""Bad input, told in one line: what is wrong and how to mend it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn


class Trouble(Exception):  # noqa: N818 - it is not an error of the program
    """Something that the person at the keyboard can put right."""


def _refuse(text: str) -> NoReturn:
    """Tell the parser of the options; the plain start of the game does without one."""
    from argparse import ArgumentTypeError

    raise ArgumentTypeError(text)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest known name, or all of them.

    >>> did_you_mean("honst", ["honest", "idle"])
    "did you mean 'honest'?"
    >>> did_you_mean("x", ["honest", "idle"])
    'known: honest, idle'
    """
    from difflib import get_close_matches  # only where something was misspelt

    names = list(known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else "known: " + ", ".join(names)


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A whole number of an option.

    >>> whole(0)("7")
    7
    """
    span = f"from {low} on" if high is None else f"from {low} to {high}"
    most = 2**63 - 1 if high is None else high

    def read(text: str) -> int:
        plain = text.strip()
        digits = plain.removeprefix("-")
        if not digits.isascii() or not digits.isdecimal() or not low <= int(plain[:40]) <= most:
            _refuse(f"{text[:40]!r} is not possible; give a whole number {span}")
        return int(plain)

    return read


def size(text: str) -> tuple[int, int]:
    """The size of a window, WxH.

    >>> size("1280x720")
    (1280, 720)
    """
    width, _, height = text.lower().partition("x")
    digits = width.isdecimal() and height.isdecimal() and width.isascii() and height.isascii()
    if not digits or len(text) > 12:
        _refuse(f"{text[:40]!r} is no size; write it as 1280x720")
    found = (int(width), int(height))
    if not (640 <= found[0] <= 7680 and 360 <= found[1] <= 4320):
        _refuse(f"{text} is out of range; give 640x360 to 7680x4320")
    return found


def writable(path: Path, option: str) -> Path:
    """A file that is going to be written: asked before anything is worked out.

    Raises:
        Trouble: it can't be written.
    """
    fix = "choose a folder that exists and can be written to"
    if path.is_dir():
        raise Trouble(f"{option} {path} is a folder; add a file name")
    if not path.parent.is_dir():
        raise Trouble(f"{option} {path}: there is no folder {path.parent}; {fix}")
    new = not path.exists()
    try:
        path.open("ab").close()
        if new:
            path.unlink()
    except OSError as error:
        raise Trouble(f"{option} {path} can't be written ({error.strerror}); {fix}") from error
    return path
