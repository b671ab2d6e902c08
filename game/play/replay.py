"""Replay: a saved game played again, turn by turn, beside what was recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.errors import LevelError
from game.play import fingerprint, record
from game.play.bundle import from_bundle
from game.play.closed import Bot, as_ordered
from game.play.record import SaveError, damaged
from game.play.session import DESK, Session
from game.sim.orders import Order


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a game that was played again left the recorded one."""

    turn: int
    array: str  # the first part of the state that differs
    recorded: str
    replayed: str

    def __str__(self) -> str:
        """One line for people."""
        return (
            f"turn {self.turn} differs, first in {self.array!r} "
            f"(recorded {self.recorded}, now {self.replayed})"
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A game that was played again, and where it came out differently from what was recorded."""

    session: Session
    header: Mapping[str, object]
    difference: Difference | None


def load(path: Path, successor: Bot = as_ordered) -> Session:
    """Play a saved game again, up to where it was left.

    Raises:
        SaveError: the file is no save, or is damaged.
    """
    return replay(path, successor).session


def replay(path: Path, successor: Bot = as_ordered) -> Loaded:
    """Play a saved game again and compare every turn with what was recorded.

    Raises:
        SaveError: the file is no save, or is damaged.
    """
    lines = record.lines(path)
    session = _begun(path, lines[0], successor)
    difference: Difference | None = None
    for number, line in enumerate(lines[1:], start=2):
        if line.get("turn") != session.turn:
            damaged(path, number, f"turn {session.turn} is missing")
        unfinished = "digest" not in line
        if unfinished and number != len(lines):
            damaged(path, number, "a turn in the middle has no digest")
        try:
            _play_line(path, number, session, line, to_end=not unfinished)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            damaged(path, number, f"the orders can't be followed ({error})")
        if not unfinished and difference is None:
            difference = _difference(session, lines[0], line)
    return Loaded(session, lines[0], difference)


def _begun(path: Path, line: dict[str, object], successor: Bot) -> Session:
    seed, run = line["seed"], line.get("run", 0)
    assert isinstance(seed, int)
    if seed < 0 or not isinstance(run, int) or run < 0:
        damaged(path, 1, "the seed or the run is no whole number from 0 on")
    bundle = record.bundle(path, line)
    try:
        opened = from_bundle(bundle)
    except LevelError as error:
        what = f"the embedded level can't be played any more ({error.problems[0].key})"
        raise SaveError(path, 1, what, "use the game version that wrote the save") from error
    books = bool(line.get("open_books", True))
    return Session.of(opened, seed, books, run, str(line.get("id", "")), successor)


def _play_line(
    path: Path, number: int, session: Session, line: dict[str, object], *, to_end: bool
) -> None:
    if session.ended:
        damaged(path, number, "there are more turns than the level has")
    session.follow(_orders(line["orders"]))
    if not to_end and "desk" not in line:
        return
    session.end_season()
    if session.phase == DESK:
        session.follow(_orders(line["desk"]))
        if to_end:
            session.close()
    elif not to_end:
        damaged(path, number, "a desk in a season without harvest")


def _orders(rows: object) -> list[Order]:
    if not isinstance(rows, list):
        raise TypeError("orders are a list")
    return [Order(str(kind), unit, tuple(int(v) for v in values)) for kind, unit, values in rows]


def _difference(
    session: Session, header_line: Mapping[str, object], line: Mapping[str, object]
) -> Difference | None:
    last = session.closed[-1]
    if last.digest == line["digest"]:
        return None
    names = header_line.get("arrays")
    known = [str(name) for name in names] if isinstance(names, list) else []
    mine = fingerprint.arrays(last.state)
    array = "digest"
    if known == fingerprint.array_names():
        array = fingerprint.first_differing(known, str(line.get("arrays", "")), mine) or array
    return Difference(last.turn, array, str(line["digest"]), last.digest)
