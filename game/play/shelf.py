"""Shelf: where autosaves stand. A game keeps its last ten and one a year; others move."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from game import places
from game.play import record
from game.play.record import SaveError
from game.play.session import Session
from game.play.writing import save
from game.sim.level import MONTHS_A_TURN

ENDING = ".save.jsonl"
KEPT = 10
OLDER = "older"
_TURNS_A_YEAR = 12 // MONTHS_A_TURN


def folder() -> Path:
    """The folder of the autosaves; it may not exist yet."""
    return places.user_data() / "saves"


def autosave(session: Session, shelf: Path | None = None) -> Path:
    """Save a game under its own name and turn, and put its oldest saves aside.

    The oldest move only after the new one was read back.

    Raises:
        SaveError: it can't be written there.
    """
    shelf = shelf or folder()
    path = shelf / f"{_stem(session)}-t{session.turn:02}{ENDING}"
    try:
        _spare(path, session)
        save(session, path, datetime.now(UTC).isoformat(timespec="seconds"))
        _put_aside(shelf, _stem(session))
    except OSError as error:
        raise record.not_written(path, error) from error
    return path


def has_later(session: Session, shelf: Path | None = None) -> bool:
    """Whether the shelf holds later turns of this very game: going on would lie on top of them."""
    saves = (shelf or folder()).glob(f"{_stem(session)}-t*{ENDING}")
    return any(turn_of(path) > session.turn for path in saves)


def paths(shelf: Path) -> list[Path]:
    """The saves of a folder, the newest first; none where it can't be read."""
    try:
        return sorted(shelf.glob(f"*{ENDING}"), key=when, reverse=True)
    except OSError:
        return []


def when(path: Path) -> tuple[int, str]:
    """When a file was last written, and its name where two are of the same moment."""
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:  # taken away meanwhile
        return 0, path.name


def turn_of(path: Path) -> int:
    """The turn in a save's name; -1 if it has none."""
    number = path.name.removesuffix(ENDING).rpartition("-t")[2]
    return int(number) if number.isdecimal() else -1


def _stem(session: Session) -> str:
    return f"{session.level.id}-{session.game_id}"


def _put_aside(shelf: Path, stem: str) -> None:
    """Move what is older than the last ten, and no year's last, to the folder `older`."""
    saves = sorted(shelf.glob(f"{stem}-t*{ENDING}"), key=turn_of)
    for path in saves[:-KEPT]:
        if turn_of(path) % _TURNS_A_YEAR:
            _move(path, shelf / OLDER / path.name)


def _spare(path: Path, session: Session) -> None:
    """What can't be read, or tells of other seasons than this game had, moves aside.

    The second happens where one game goes on in two windows at once: neither writes over the other.
    """
    if not path.exists():
        return
    try:
        there = [line["digest"] for line in record.lines(path) if "digest" in line]
    except SaveError:
        there = [""]
    ours = [one.digest for one in session.closed]
    if there != ours[: len(there)]:
        _move(path, path.parent / OLDER / path.name)


def _move(path: Path, place: Path) -> None:
    """Give a file a free name in another folder."""
    place.parent.mkdir(parents=True, exist_ok=True)
    name, number = place, 1
    while name.exists():
        number += 1
        name = place.with_name(f"{place.name}.{number}")
    with contextlib.suppress(FileNotFoundError):  # another window of the game has moved it
        path.rename(name)
