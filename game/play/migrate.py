"""Migrate: saves of older formats become saves of the present one, a step at a time.

Format 1 (the first of the game) had a header and one line of orders a turn. Format 2 adds a line at
the end by which damage is seen, the branch that a game is, and what the office knew of each turn.
A migration changes the form, never the orders and never what was recorded of the states.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from game.play import record

Lines = list[dict[str, object]]


def _one_to_two(lines: Lines) -> Lines:
    """A game of format 1 is the first life of its family."""
    head = dict(lines[0])
    head["save"] = 2
    head.setdefault("id", "")
    head["branch"] = {"family": head["id"], "name": "", "parent": "", "turn": 0}
    return [head, *lines[1:]]


STEPS: dict[int, Callable[[Lines], Lines]] = {1: _one_to_two}
"""From each older format to the next one."""


def upward(lines: Lines) -> Lines:
    """The same save in the present format."""
    while (number := lines[0]["save"]) != record.FORMAT:
        assert isinstance(number, int)
        lines = STEPS[number](lines)
    return lines


def read(path: Path) -> tuple[Lines, int]:
    """The lines of a save in the present format, and the format that the file has.

    Raises:
        SaveError: the file is no save, or is damaged.
    """
    lines = record.lines(path)
    number = lines[0]["save"]
    assert isinstance(number, int)
    return upward(lines), number


def migrate(path: Path, out: Path | None = None) -> tuple[Path, int]:
    """Write a save in the present format; without `out` in its place, the old one kept beside it.

    Returns:
        Where the old save is kept (itself, with `out`), and its format.

    Raises:
        SaveError: it can't be read or written.
    """
    lines, number = read(path)
    if out is None and number == record.FORMAT:
        return path, number
    kept = path if out is not None else _beside(path, number)
    try:
        if out is None:
            _copied(path, kept)
        record.written(out or path, record.sealed(lines))
    except OSError as error:
        raise record.not_written(out or path, error) from error
    return kept, number


def _beside(path: Path, number: int) -> Path:
    """A free name for the old file; it doesn't end like a save, so that no list shows it twice."""
    kept, count = path.with_name(f"{path.name}.format{number}"), 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{path.name}.format{number}.{count}")
    return kept


def _copied(path: Path, kept: Path) -> None:
    shutil.copy2(path, kept)
    with kept.open("rb") as file:
        os.fsync(file.fileno())
