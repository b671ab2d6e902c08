"""Shelf: where autosaves stand. A game keeps its last ten and one a year; others move."""

from pathlib import Path

from game import places
from game.play.record import SaveError, header
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

    Raises:
        SaveError: it can't be written there.
    """
    shelf = shelf or folder()
    stem = f"{session.level.id}-{session.game_id}"
    path = shelf / f"{stem}-t{session.turn:02}{ENDING}"
    try:
        _spare(path)
        save(session, path)
        _put_aside(shelf, stem)
    except OSError as error:
        fix = "make room, or let the folder be written to"
        raise SaveError(path, 0, f"can't be written ({error.strerror or error})", fix) from error
    return path


def newest(shelf: Path | None = None) -> Path | None:
    """The save that Continue goes on with: the newest that can be read, or None."""
    shelf = shelf or folder()
    if not shelf.is_dir():
        return None
    for path in sorted(shelf.glob(f"*{ENDING}"), key=_when, reverse=True):
        try:
            header(path)
        except SaveError:
            continue
        return path
    return None


def _when(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:  # taken away meanwhile
        return 0, path.name


def _turn(path: Path) -> int:
    number = path.name.removesuffix(ENDING).rpartition("-t")[2]
    return int(number) if number.isdecimal() else -1


def _put_aside(shelf: Path, stem: str) -> None:
    """Move what is older than the last ten, and no year's last, to the folder `older`."""
    saves = sorted(shelf.glob(f"{stem}-t*{ENDING}"), key=_turn)
    for path in saves[:-KEPT]:
        if _turn(path) % _TURNS_A_YEAR:
            _move(path, shelf / OLDER / path.name)


def _spare(path: Path) -> None:
    """What can't be read is never overwritten: it moves aside."""
    if not path.exists():
        return
    try:
        header(path)
    except SaveError:
        _move(path, path.parent / OLDER / path.name)


def _move(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    name, number = place, 1
    while name.exists():
        number += 1
        name = place.with_name(f"{place.name}.{number}")
    path.rename(name)
