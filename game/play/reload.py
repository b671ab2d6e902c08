"""Reload: the level of a game under way, read anew while its maker edits it; the turn is kept.

The same seed and the same orders are played again with the changed level. What it no longer allows
(a brigade that is gone, an order that opens later) is left out and counted.
"""

from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.errors import LevelError, Problem
from game.levelfiles.shipped import installed
from game.play.bundle import from_folder
from game.play.session import Session
from game.play.so_far import DESK


@dataclass(frozen=True, slots=True)
class Reloaded:
    """A game played again with its level as it stands now."""

    session: Session
    changed: bool  # whether any file of the level is another
    dropped: int  # orders that could not be given again


def source(session: Session) -> Path | None:
    """The folder or zip that a game's level is edited in; None where it is gone."""
    if session.opened.keeper is None and session.folder.is_dir():
        return session.folder
    return installed(session.level.id)


def reloaded(session: Session) -> Reloaded:
    """Play a game again, up to where it is, with its level as it stands now.

    Raises:
        LevelError: the level has problems now, is gone, or has become too short.
    """
    folder = source(session)
    if folder is None:
        text, fix = "the level is no longer there", "put its folder back"
        problem = Problem(session.level.id, "the folder", text, "its folder", fix, "L109")
        raise LevelError([problem])
    opened = from_folder(folder)
    if opened.level.turns <= session.turn and not session.ended:
        text = f"{opened.level.turns} turns; the game is in turn {session.turn + 1}"
        fix = "make it longer, or begin a new game"
        expected = "a level that reaches the turn of the game"
        raise LevelError([Problem("level.toml", "turns", text, expected, fix, "L204")])
    again = Session.of(
        opened, session.seed, session.open_books, session.run, session.game_id, session.successor,
        session.branch,
    )  # fmt: skip
    dropped = 0
    for one in session.closed:
        dropped += len(again.follow_what_stands(one.orders))
        again.end_season()
        if again.phase == DESK:
            dropped += len(again.follow_what_stands(one.desk or ()))
            again.close()
    season, desk = session.unfinished
    dropped += len(again.follow_what_stands(season))
    if desk is not None:
        again.end_season()
        if again.phase == DESK:
            dropped += len(again.follow_what_stands(desk))
    return Reloaded(again, opened.bundle.digest != session.opened.bundle.digest, dropped)
