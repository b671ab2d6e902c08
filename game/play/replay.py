"""Replay: a saved game played again, turn by turn, beside what was recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game import places
from game.levelfiles.errors import LevelError
from game.play import fingerprint, migrate, notes, record
from game.play.bundle import Bundle, Opened, from_bundle, from_folder
from game.play.closed import Bot, as_ordered
from game.play.notes import Note
from game.play.record import SaveError, damaged
from game.play.session import Session
from game.play.so_far import DESK, ENDED
from game.play.told import Told, from_plain
from game.sim.orders import Order
from game.sim.turn import RULES_VERSION
from game.words import N_


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
    """A game that was played again, and how it differs from what was recorded."""

    session: Session
    header: Mapping[str, object]
    difference: Difference | None
    notes: tuple[Note, ...] = ()
    told: tuple[Told | None, ...] = ()  # what was recorded of each turn; None in old saves


@dataclass(slots=True)
class _Reading:
    """A save while it is played again."""

    path: Path
    session: Session
    head: dict[str, object]
    sure: bool  # the file is known to be whole: an order that is refused is due to other rules
    notes: list[Note]
    difference: Difference | None = None
    told: list[Told | None] = field(default_factory=list)


def load(path: Path, successor: Bot = as_ordered) -> Session:
    """Play a saved game again, up to where it was left.

    Raises:
        SaveError: the file is no save, or is damaged.
    """
    return replay(path, successor).session


def replay(path: Path, successor: Bot = as_ordered) -> Loaded:
    """Play a saved game again and compare every turn with what was recorded.

    Other rules or a level that can't be read as it was are no reason to refuse a save: what follows
    under the rules of today is played, and the notes say from which turn on it differs.

    Raises:
        SaveError: the file is no save, or is damaged.
    """
    lines, number = migrate.read(path)
    found: list[Note] = []
    if number != record.FORMAT:
        found.append(Note(notes.MOVED_ON, values={"format": str(number)}))
    session = _begun(path, lines[0], successor, found)
    sure = number != record.OLDEST or lines[0].get("rules") != RULES_VERSION
    reading = _Reading(path, session, lines[0], sure, found)
    for at, line in enumerate(lines[1:], start=2):
        if line.get("turn") != session.turn:
            damaged(path, at, f"turn {session.turn} is missing")
        unfinished = "digest" not in line
        if unfinished and at != len(lines):
            damaged(path, at, N_("a turn in the middle has no digest"))
        try:
            _play_line(reading, at, line, to_end=not unfinished)
        except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
            damaged(path, at, f"the orders can't be followed ({error})")
        if not unfinished:
            _compare(reading, line)
    if reading.difference is not None:
        found.append(Note(notes.RULES, reading.difference.turn))
    return Loaded(session, lines[0], reading.difference, tuple(found), tuple(reading.told))


def _begun(path: Path, line: dict[str, object], successor: Bot, found: list[Note]) -> Session:
    seed, run = line["seed"], line.get("run", 0)
    assert isinstance(seed, int)
    assert isinstance(run, int)
    opened = _opened(path, record.bundle(path, line), found)
    books, name = bool(line.get("open_books", True)), str(line.get("id", ""))
    return Session.of(opened, seed, books, run, name, successor, record.branch(path, line))


def _opened(path: Path, bundle: Bundle, found: list[Note]) -> Opened:
    """The level as the save carries it; where this version can't read that, as it is today."""
    try:
        opened = from_bundle(bundle)
    except LevelError as error:
        try:
            today = from_folder(places.levels() / bundle.id)
        except LevelError:
            what = f"the embedded level can't be played any more ({error.problems[0].key})"
            fix = "use the game version that wrote the save"
            raise SaveError(path, 1, what, fix) from error
        found.append(Note(notes.LEVEL_TODAY, values={"reason": error.problems[0].key}))
        return today
    found += notes.of_level(bundle)
    return opened


def _play_line(reading: _Reading, number: int, line: dict[str, object], *, to_end: bool) -> None:
    session = reading.session
    if session.phase == ENDED:
        damaged(reading.path, number, N_("there are more turns than the level has"))
    _follow(reading, _orders(line["orders"]))
    if not to_end and "desk" not in line:
        return
    session.end_season()
    if session.phase == DESK:
        _follow(reading, _orders(line.get("desk", []) if reading.sure else line["desk"]))
        if to_end:
            session.close()
    elif not to_end:
        damaged(reading.path, number, N_("a desk in a season without harvest"))


def _follow(reading: _Reading, orders: list[Order]) -> None:
    """Give the recorded orders; under other rules, what is refused is left out and told."""
    if not reading.sure and reading.difference is None:
        reading.session.follow(orders)
        return
    dropped = reading.session.follow_what_stands(orders)
    if dropped:
        kinds = ", ".join(sorted({order.kind for order in dropped}))
        reading.notes.append(Note(notes.DROPPED, reading.session.turn, {"orders": kinds}))


def _orders(rows: object) -> list[Order]:
    if not isinstance(rows, list):
        raise TypeError("orders are a list")
    return [Order(str(kind), unit, tuple(int(v) for v in values)) for kind, unit, values in rows]


def _compare(reading: _Reading, line: Mapping[str, object]) -> None:
    """Keep what was recorded of the turn, and the first turn that comes out differently."""
    reading.told.append(from_plain(line.get("told")))
    last = reading.session.closed[-1]
    if reading.difference is not None or last.digest == line["digest"]:
        return
    names = reading.head.get("arrays")
    known = [str(name) for name in names] if isinstance(names, list) else []
    recorded = fingerprint.by_name(known, str(line.get("arrays", "")))
    mine = fingerprint.by_name(fingerprint.array_names(), fingerprint.arrays(last.state))
    array = fingerprint.first_differing(recorded, mine) or "digest"
    reading.difference = Difference(last.turn, array, str(line["digest"]), last.digest)
