"""Writing: a game as a save, whole or not at all."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from game import __version__
from game.play import fingerprint, record
from game.play.record import FORMAT, Lines, SaveError, packed
from game.play.session import Session
from game.play.told import of_session
from game.sim.orders import Order
from game.sim.turn import RULES_VERSION


def dumps(session: Session, written: str = "") -> str:
    """The save of a game as text.

    Args:
        session: the game
        written: when, as ISO date and time; left out, the same game gives the same text
    """
    lines = [_header(session, written), *_turns(session)]
    season, desk = session.unfinished
    if season or desk is not None:
        begun: dict[str, object] = {"turn": session.turn, "orders": _plain(season)}
        if desk is not None:
            begun["desk"] = _plain(desk)
        lines.append(begun)
    return record.sealed(lines)


def _header(session: Session, written: str) -> dict[str, object]:
    bundle = session.opened.bundle
    when = {"written": written} if written else {}
    return {
        "save": FORMAT,
        "game": __version__,
        "rules": RULES_VERSION,
        **when,
        "id": session.game_id,
        "branch": asdict(session.branch),
        "level": bundle.id,
        "level_digest": bundle.digest,
        "seed": session.seed,
        "run": session.run,
        "open_books": session.open_books,
        "arrays": fingerprint.array_names(),
        "files": {name: packed(text) for name, text in sorted(bundle.files.items())},
    }


def _turns(session: Session) -> Lines:
    """A line for each closed turn: the orders, what the office knew, what the state was."""
    lines: Lines = []
    for one, known in zip(session.closed, of_session(session), strict=True):
        line: dict[str, object] = {"turn": one.turn, "orders": _plain(one.orders)}
        if one.desk is not None:
            line["desk"] = _plain(one.desk)
        line |= {"told": known.plain()}
        line |= {"digest": one.digest, "arrays": fingerprint.arrays(one.state)}
        lines.append(line)
    return lines


def save(session: Session, path: Path, written: str = "") -> Path:
    """Write the save of a game: whole or not at all, and read back.

    Raises:
        SaveError: it can't be written there.
    """
    try:
        record.written(path, dumps(session, written))
        _read_back(session, path)
    except OSError as error:
        raise record.not_written(path, error) from error
    return path


def _read_back(session: Session, path: Path) -> None:
    """The file that stands there now is a save, and ends in the state that the game is in."""
    digests = [line["digest"] for line in record.lines(path) if "digest" in line]
    wanted = [session.closed[-1].digest] if session.closed else []
    if digests[-1:] != wanted:
        fix = "save it to another folder"
        raise SaveError(path, 0, "reads back as another game than was written", fix)


def _plain(orders: Sequence[Order]) -> list[list[object]]:
    return [[order.kind, order.unit, list(order.values)] for order in orders]
