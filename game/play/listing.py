"""Listing: every save on the shelf with what it is, or why it can't be read. It always opens."""

import tomllib
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime
from pathlib import Path

from game.play import migrate, record, shelf
from game.play.branch import Branch, tidy
from game.play.record import SaveError
from game.play.told import Told, from_plain
from game.words import N_

MOST_TURNS = 400
"""Of a level that is listed: ten times what any level may have."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the shelf, read without playing it again."""

    path: Path
    when: str  # ISO date and time; of the file where the save does not tell
    reason: str = ""  # why it can't be read; then what follows is empty
    fix: str = ""
    id: str = ""
    branch: Branch | None = None
    level: str = ""  # id
    title: str = ""
    seed: int = 0
    open_books: bool = True
    start: tuple[int, int] = (0, 3)  # year and calendar month in which the level begins
    turns: int = 0  # of the level
    turn: int = 0
    desk: bool = False
    ended: bool = False
    told: tuple[Told | None, ...] = ()  # of each closed turn, as far as the save tells

    def season(self, turn: int) -> tuple[int, int]:
        """Year and season (0 spring to 3 winter) of a turn; a winter bears the year it began in.

        >>> kept = Kept(Path("x"), "", start=(1958, 3))
        >>> kept.season(3), kept.season(5)
        ((1958, 3), (1959, 1))
        """
        year, month = self.start
        months = month - 1 + 3 * turn
        return year + months // 12, ((months % 12 + 1) // 3 - 1) % 4

    @property
    def now(self) -> tuple[int, int]:
        """Year and season under way; of a game at its end, the last one."""
        return self.season(min(self.turn, self.turns - 1))

    @property
    def broken(self) -> bool:
        """Whether it can't be read."""
        return bool(self.reason)


def listing(place: Path | None = None) -> list[Kept]:
    """All saves, the newest first; those that were put aside follow."""
    home = place or shelf.folder()
    found = [*shelf.paths(home), *_aside(home / shelf.OLDER)]
    return [kept(path) for path in found]


def newest(place: Path | None = None) -> Path | None:
    """The save that Continue goes on with: the newest that can be read, or None."""
    every = shelf.paths(place or shelf.folder())
    return next((path for path in every if not kept(path).broken), None)


def _aside(older: Path) -> list[Path]:
    """What was put aside, also under a number where a name was taken."""
    try:
        return sorted(older.glob(f"*{shelf.ENDING}*"), key=shelf.when, reverse=True)
    except OSError:
        return []


def family(name: str, place: Path | None = None) -> list[Kept]:
    """The newest readable save of each life of a family, the first life first."""
    lives: dict[str, Kept] = {}
    for each in listing(place):
        if each.branch is not None and each.branch.family == name:
            known = lives.get(each.id)
            if known is None or each.turn > known.turn:
                lives[each.id] = each
    return sorted(lives.values(), key=lambda one: (one.branch or Branch("")).turn)


def kept(path: Path) -> Kept:
    """What one file is."""
    moment = _moment(path)
    try:
        return _told(path, migrate.read(path)[0], moment)
    except SaveError as error:
        return Kept(path, moment, error.what, error.fix)
    except (KeyError, ValueError, TypeError, OSError, RecursionError) as error:
        return Kept(path, moment, f"can't be made out ({error})")


def _dated(written: object) -> str:
    """When a save says that it was written; "" where that is no date."""
    try:
        return datetime.fromisoformat(str(written)).isoformat(timespec="seconds")
    except ValueError:
        return ""


def _moment(path: Path) -> str:
    seconds = shelf.when(path)[0] / 1e9
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _told(path: Path, lines: record.Lines, moment: str) -> Kept:
    head = lines[0]
    level = tomllib.loads(record.bundle(path, head).files["level.toml"].decode("utf-8"))
    turns = [line for line in lines[1:] if "digest" in line]
    turn, last = len(turns), int(level["turns"])
    year, month = (int(part) for part in str(level["start"]).split("-"))
    if not 1 <= last <= MOST_TURNS or not 1 <= year <= MAXYEAR or not 1 <= month <= 12:
        record.damaged(path, 1, N_("the embedded level is not the one that was saved"))
    return Kept(
        path,
        _dated(head.get("written")) or moment,
        id=str(head.get("id", "")),
        branch=record.branch(path, head),
        level=str(head["level"]),
        title=tidy(str(level.get("title", head["level"]))),
        seed=int(str(head["seed"])),
        open_books=bool(head.get("open_books", True)),
        start=(year, month),
        turns=last,
        turn=turn,
        desk="desk" in lines[-1] and "digest" not in lines[-1],
        ended=turn >= last,
        told=tuple(from_plain(line.get("told")) for line in turns),
    )
