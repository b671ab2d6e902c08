"""Record: the lines of a save, read with suspicion. A damaged one is told in one sentence.

A save is text, a JSON object a line: a header, a line a turn, and a last line that counts the
others and carries their fingerprint. A file that was cut off or changed does not pass for a save.
"""

import base64
import contextlib
import json
import os
import stat
import time
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from game import __version__
from game.play.branch import Branch, tidy
from game.play.bundle import Bundle
from game.words import N_

FORMAT = 2
OLDEST = 1
_MOST_BYTES = 20_000_000  # of one embedded file, unpacked: a save is no way to fill a disk
_MOST_ALL = 60_000_000  # of all of them
_MOST_SAVE = 50_000_000
_MOST_NUMBER = 2**63  # a seed, a run: what the core's numbers hold
_FIX = N_("the file is left as it is; take an older save (play autosaves each turn)")
_NO_ROOM = "choose a folder that can be written to and has room"
_STALE_S = 3600  # a half-written file of ours that is older was left by a game that is gone


Lines = list[dict[str, object]]


class SaveError(Exception):
    """A save that can't be read or written: which file, which line, what to do."""

    def __init__(self, path: Path | str, line: int, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        where = f"{path}, line {line}" if line else f"{path}"
        super().__init__(f"{where}: {what}; {fix}")


@lru_cache(maxsize=64)  # a level's files are packed once, and written each season
def packed(content: bytes) -> str:
    """A file of the level, as it stands in the header."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def lines(path: Path) -> Lines:
    """All lines of a save in the format that it has, the header first, the last line checked.

    Raises:
        SaveError: the file is no save.
    """
    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError) as error:
        fix = "choose a file that `run --save` or the game has written"
        raise SaveError(path, 0, f"can't be read as a save ({_reason(error)})", fix) from error
    rows = [row for row in text.split("\n") if row.strip()]
    if not rows:
        damaged(path, 1, N_("the file is empty"))
    parsed = [_parsed(path, number, row) for number, row in enumerate(rows, start=1)]
    head = _checked_header(path, parsed[0])
    return parsed if head["save"] == OLDEST else _unsealed(path, rows, parsed)


def _text(path: Path) -> str:
    """All of a file. A pipe or a device is not opened: reading it might never end."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        fix = "choose a file that `run --save` or the game has written"
        raise SaveError(path, 0, N_("is a folder or a device, not a save"), fix)
    if about.st_size > _MOST_SAVE:
        raise SaveError(path, 0, "is far larger than any save", "choose another file")
    return path.read_text("utf-8")


def sealed(lines: Sequence[Mapping[str, object]]) -> str:
    """Lines as the text of a save, with the last line that says they are whole."""
    text = "".join(_row(line) for line in lines)
    return text + _row({"end": len(lines), "sum": _sum(text)})


def _row(line: Mapping[str, object]) -> str:
    return json.dumps(line, separators=(",", ":")) + "\n"


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _unsealed(path: Path, rows: list[str], parsed: list[dict[str, object]]) -> Lines:
    """The lines before the last one, which must speak of just these."""
    last, count = parsed[-1], len(parsed) - 1
    if "sum" not in last:
        damaged(path, len(parsed), N_("the end of the file is missing"))
    if last.get("end") != count or last["sum"] != _sum("".join(row + "\n" for row in rows[:-1])):
        damaged(path, len(parsed), N_("the file was changed or damaged after it was written"))
    return parsed[:-1]


def written(path: Path, text: str) -> None:
    """Write a file whole or not at all: beside its place, flushed, read back, then moved there.

    Raises:
        OSError: it can't be written there, or reads back differently.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _same(beside, text)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)  # our own half-written file, never a save
        raise
    _settled(path)


def _same(path: Path, text: str) -> None:
    if path.read_bytes() != text.encode():
        raise OSError(0, "it reads back differently")


def _settled(path: Path) -> None:
    """The folder's entry flushed too, and what dead games left half-written for this save gone."""
    with contextlib.suppress(OSError):  # not every system lets a folder be flushed
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    for left in path.parent.glob(f".{path.name}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                left.unlink()


def not_written(path: Path, error: OSError) -> SaveError:
    """That a save can't be written, as it is told."""
    return SaveError(path, 0, f"can't be written ({error.strerror or error})", _NO_ROOM)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is not text"


def _parsed(path: Path, number: int, row: str) -> dict[str, object]:
    try:
        line = json.loads(row)
    except (ValueError, RecursionError) as error:
        begun = number > 1 or row.startswith('{"save":')
        what = N_("the line is cut off or damaged") if begun else N_("this is not a save")
        raise SaveError(path, number, what, _FIX) from error
    if not isinstance(line, dict):
        damaged(path, number, N_("a line that is no record"))
    return line


def damaged(path: Path, number: int, what: str) -> NoReturn:
    """Stop reading, and say where and what to do."""
    raise SaveError(path, number, what, _FIX)


def _checked_header(path: Path, line: dict[str, object]) -> dict[str, object]:
    wanted = {"save": int, "level": str, "level_digest": str, "seed": int, "files": dict}
    for key, kind in wanted.items():
        if not isinstance(line.get(key), kind):
            damaged(path, 1, f"this is not a save: {key!r} is missing from its header")
    if line["save"] not in range(OLDEST, FORMAT + 1) or isinstance(line["save"], bool):
        fix = f"this game ({__version__}) reads up to format {FORMAT}; use the game that wrote it"
        raise SaveError(path, 1, f"the save has format {line['save']}", fix)
    for key in ("seed", "run"):
        number = line.get(key, 0)
        if not isinstance(number, int) or not 0 <= number < _MOST_NUMBER:
            damaged(path, 1, N_("the seed or the run is no whole number from 0 on"))
    return line


def bundle(path: Path, line: Mapping[str, object]) -> Bundle:
    """The level that the save carries.

    Raises:
        SaveError: it is damaged.
    """
    name, files = str(line["level"]), line["files"]
    assert isinstance(files, dict)
    if name != Path(name).name or name in {"", ".", ".."} or not _a_name(name):
        damaged(path, 1, N_("the level's name is no folder's name"))
    unpacked: dict[str, bytes] = {}
    room = _MOST_ALL
    for each in files:
        unpacked[_safe(path, each)] = content = _unpacked(path, files[each])
        room -= len(content)
        if room < 0:
            damaged(path, 1, N_("an embedded file of the level is cut off or far too large"))
    found = Bundle(name, unpacked)
    if found.digest != line["level_digest"]:
        damaged(path, 1, N_("the embedded level is not the one that was saved"))
    return found


def branch(path: Path, line: Mapping[str, object]) -> Branch:
    """Which life of a seed the save is.

    Raises:
        SaveError: it is damaged.
    """
    told = line.get("branch")
    kinds = {"family": str, "name": str, "parent": str, "turn": int}
    if not isinstance(told, dict) or any(type(told.get(k)) is not v for k, v in kinds.items()):
        damaged(path, 1, N_("the branch is missing from its header"))
    return Branch(told["family"], tidy(told["name"]), told["parent"], told["turn"])


def _safe(path: Path, name: str) -> str:
    parts = Path(name).parts
    if not name or ".." in parts or Path(name).is_absolute() or not _a_name(name):
        damaged(path, 1, f"an embedded file is called {name!r}")
    return name


def _a_name(name: str) -> bool:
    """Whether every system can give a file this name."""
    return name.isprintable() and not set(name) & set("\\:")


def _unpacked(path: Path, packed: object) -> bytes:
    try:
        content = base64.b64decode(str(packed), validate=True)
        unzip = zlib.decompressobj()
        text = unzip.decompress(content, _MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise SaveError(path, 1, N_("an embedded file of the level is damaged"), _FIX) from error
    if unzip.unconsumed_tail or not unzip.eof:
        damaged(path, 1, N_("an embedded file of the level is cut off or far too large"))
    return text
