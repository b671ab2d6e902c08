"""Kept: the decisions of a game, weighed once and laid beside its save, never in it."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import __version__
from game.play.otherwise import LUCKS, Counted, Otherwise, Sums, Weighed, weigh
from game.play.session import Session
from game.play.undone import Change

ENDING = ".otherwise.json"
_FORMAT = 3


def beside(save: Path) -> Path:
    """Where the weighed decisions of a save stand.

    >>> beside(Path("saves/a.save.jsonl")).name
    'a.otherwise.json'
    """
    return save.with_name(save.name.removesuffix(".jsonl").removesuffix(".save") + ENDING)


def kept(
    session: Session,
    cache: Path | None,
    progress: Callable[[int, int], None] | None = None,
    lucks: int = LUCKS,
) -> Weighed:
    """The decisions of a game, from the file beside its save where it is still the same game.

    A file that can't be read or written is no trouble: the decisions are weighed again.
    """
    found = look(session, cache, lucks)
    if found is not None:
        return found
    weighed = weigh(session, lucks, progress)
    keep(session, cache, weighed, lucks)
    return weighed


def look(session: Session, cache: Path | None, lucks: int = LUCKS) -> Weighed | None:
    """What was kept of a game; None where it is of another one, or can't be read."""
    return None if cache is None else _read(cache, _mark(session, lucks))


def keep(session: Session, cache: Path | None, weighed: Weighed, lucks: int = LUCKS) -> None:
    """Lay the weighed decisions beside the save; a full disk is no trouble."""
    if cache is None:
        return
    held = {"of": _mark(session, lucks), "weighed": asdict(weighed)}
    with contextlib.suppress(OSError):
        cache.write_text(json.dumps(held, separators=(",", ":")), "utf-8")


def _mark(session: Session, lucks: int) -> dict[str, Any]:
    """Which game it is, under which rules."""
    return {
        "format": _FORMAT, "version": __version__, "level": session.opened.bundle.digest,
        "game": session.closed[-1].digest if session.closed else "", "lucks": lucks,
        "turns": session.turn, "seed": session.seed, "run": session.run,
    }  # fmt: skip


def _read(cache: Path, mark: dict[str, Any]) -> Weighed | None:
    try:
        held = json.loads(cache.read_text("utf-8"))
        if held["of"] != mark:
            return None
        return _weighed(held["weighed"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _weighed(held: dict[str, Any]) -> Weighed:
    others = tuple(
        Otherwise(_change(one["change"]), _sums(one["sums"]), _seasons(one["seasons"]))
        for one in held["others"]
    )
    return Weighed(_sums(held["as_it_was"]), _seasons(held["seasons"]), others)


def _change(held: dict[str, Any]) -> Change:
    turns = tuple(int(turn) for turn in held["turns"])
    numbers = int(held["value"]), int(held["instead"])
    hands = bool(held["successor"])
    span = int(held["least"]), int(held["most"])
    return Change(str(held["theme"]), turns, bool(held["taken"]), *numbers, hands, *span)


def _sums(held: dict[str, Any]) -> Sums:
    return Sums(**{name: tuple(int(value) for value in values) for name, values in held.items()})


def _seasons(held: list[dict[str, Any]]) -> tuple[Counted, ...]:
    return tuple(
        Counted(_threes(one["people"]), _threes(one["deaths"]), tuple(map(int, one["left"])))
        for one in held
    )


def _threes(held: list[list[int]]) -> tuple[tuple[int, int, int], ...]:
    return tuple((int(a), int(b), int(c)) for a, b, c in held)
