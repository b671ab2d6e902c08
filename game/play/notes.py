"""Notes: what is different about a saved game now, as plain data that a front end puts into words.

A save carries its level, so a mod that was changed or taken away costs nothing; and it keeps the
fingerprint of each turn, so that other rules are noticed. Either is told, never passed over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.levelfiles.shipped import installed
from game.play.bundle import Bundle, gather
from game.words import N_

MOVED_ON, LEVEL_CHANGED, LEVEL_GONE = "moved_on", "level_changed", "level_gone"
LEVEL_TODAY, RULES, DROPPED = "level_today", "rules", "dropped"

TEXTS = {
    MOVED_ON: N_("The save has format {format}; it is read as it is, and new saves have the"
                 " present one."),
    LEVEL_CHANGED: N_("The level has changed since: {files}. This game goes on with the copy that"
                      " it was begun with."),
    LEVEL_GONE: N_("The level {level} is not among the levels any more. This game goes on with the"
                   " copy that it was begun with."),
    LEVEL_TODAY: N_("The old copy of the level can't be read by this version of the game"
                    " ({reason}). The game was worked out with the level as it is today."),
    RULES: N_("Under the rules of today the game comes out differently from {season} on. You go"
              " on under them, in a life of its own."),
    DROPPED: N_("Orders of {season} that can't be given any more were left out: {orders}."),
}  # fmt: skip
"""Words of each note; `{season}` is told by its turn."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that differs."""

    kind: str
    turn: int = -1  # the season it speaks of, if any
    values: Mapping[str, str] = field(default_factory=dict)


def weighty(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those that a player must be told before going on: another format alone changes nothing."""
    return tuple(note for note in notes if note.kind != MOVED_ON)


def of_level(saved: Bundle) -> list[Note]:
    """How the level that a save carries differs from the one that is installed now."""
    shipped = installed(saved.id)
    if shipped is None:
        return [Note(LEVEL_GONE, values={"level": saved.id})]
    try:
        now = gather(shipped)
    except OSError:  # there, but not to be read: as good as gone
        return [Note(LEVEL_GONE, values={"level": saved.id})]
    if now.digest == saved.digest:
        return []
    return [Note(LEVEL_CHANGED, values={"files": ", ".join(differing(saved, now))})]


def differing(one: Bundle, other: Bundle) -> list[str]:
    r"""The names of the files that differ, whatever their line ends.

    >>> differing(Bundle("a", {"x": b"1\n", "y": b""}), Bundle("a", {"x": b"1\r\n"}))
    ['y']
    """
    names = sorted({*one.files, *other.files})
    return [name for name in names if _plain(one, name) != _plain(other, name)]


def _plain(bundle: Bundle, name: str) -> bytes | None:
    content = bundle.files.get(name)
    return None if content is None else content.replace(b"\r\n", b"\n")
