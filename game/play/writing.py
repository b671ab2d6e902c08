"""Writing: a game as a save, whole or not at all."""

import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from game import __version__
from game.play import fingerprint
from game.play.record import FORMAT, SaveError, packed
from game.play.session import Session
from game.sim.orders import Order
from game.sim.turn import RULES_VERSION


def dumps(session: Session) -> str:
    """The save of a game as text."""
    bundle = session.opened.bundle
    header = {
        "save": FORMAT,
        "game": __version__,
        "rules": RULES_VERSION,
        "id": session.game_id,
        "level": bundle.id,
        "level_digest": bundle.digest,
        "seed": session.seed,
        "run": session.run,
        "open_books": session.open_books,
        "arrays": fingerprint.array_names(),
        "files": {name: packed(text) for name, text in sorted(bundle.files.items())},
    }
    lines: list[Mapping[str, object]] = [header]
    for one in session.closed:
        line: dict[str, object] = {"turn": one.turn, "orders": _plain(one.orders)}
        if one.desk is not None:
            line["desk"] = _plain(one.desk)
        line |= {"digest": one.digest, "arrays": fingerprint.arrays(one.state)}
        lines.append(line)
    season, desk = session.unfinished
    if season or desk is not None:
        begun: dict[str, object] = {"turn": session.turn, "orders": _plain(season)}
        if desk is not None:
            begun["desk"] = _plain(desk)
        lines.append(begun)
    return "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)


def save(session: Session, path: Path) -> Path:
    """Write the save of a game: whole or not at all, and read back.

    Raises:
        SaveError: it can't be written there.
    """
    text = dumps(session)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    fix = "choose a folder that can be written to and has room"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        written = path.read_text("utf-8")
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)  # our own half-written file, never a save
        raise SaveError(path, 0, f"can't be written ({error.strerror or error})", fix) from error
    if written != text:
        raise SaveError(path, 0, "reads back differently from what was written", fix)
    return path


def _plain(orders: Sequence[Order]) -> list[list[object]]:
    return [[order.kind, order.unit, list(order.values)] for order in orders]
