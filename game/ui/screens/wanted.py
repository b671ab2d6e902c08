"""How a new game is to begin where nothing else is chosen: what the command line said."""

from typing import NamedTuple


class Wanted(NamedTuple):
    """The seed and the books of a new game."""

    seed: int = 1
    open_books: bool = True


class _Now:
    """What is wanted while the window is open."""

    wanted = Wanted()


def want(wanted: Wanted) -> None:
    """Let the choice of a new game begin with this."""
    _Now.wanted = wanted


def wanted() -> Wanted:
    """What the choice of a new game begins with."""
    return _Now.wanted
