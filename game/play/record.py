"""Record: the lines of a save, read with suspicion. A damaged one is told in one sentence."""

import base64
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from game import __version__
from game.play.bundle import Bundle

FORMAT = 1
_MOST_BYTES = 20_000_000  # of one embedded file, unpacked: a save is no way to fill a disk
_MOST_SAVE = 50_000_000
_FIX = "the file is left as it is; take an older save (play autosaves each turn)"


class SaveError(Exception):
    """A save that can't be read or written: which file, which line, what to do."""

    def __init__(self, path: Path | str, line: int, what: str, fix: str) -> None:
        where = f"{path}, line {line}" if line else f"{path}"
        super().__init__(f"{where}: {what}; {fix}")


def packed(content: bytes) -> str:
    """A file of the level, as it stands in the header."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def header(path: Path) -> Mapping[str, object]:
    """The first line of a save, without playing it again.

    Raises:
        SaveError: the file is no save.
    """
    try:
        with path.open(encoding="utf-8") as file:
            first = file.readline(_MOST_SAVE)
    except (OSError, UnicodeDecodeError) as error:
        raise SaveError(path, 0, f"can't be read ({_reason(error)})", "look at the path") from error
    return _checked_header(path, _parsed(path, 1, first))


def lines(path: Path) -> list[dict[str, object]]:
    """All lines of a save, the header first.

    Raises:
        SaveError: the file is no save.
    """
    try:
        if path.stat().st_size > _MOST_SAVE:
            raise SaveError(path, 0, "is far larger than any save", "choose another file")
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fix = "choose a file that `run --save` or the game has written"
        raise SaveError(path, 0, f"can't be read as a save ({_reason(error)})", fix) from error
    rows = [row for row in text.split("\n") if row.strip()]
    if not rows:
        damaged(path, 1, "the file is empty")
    parsed = [_parsed(path, number, row) for number, row in enumerate(rows, start=1)]
    _checked_header(path, parsed[0])
    return parsed


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is not text"


def _parsed(path: Path, number: int, row: str) -> dict[str, object]:
    try:
        line = json.loads(row)
    except (ValueError, RecursionError) as error:
        what = "this is not a save" if number == 1 else "the line is cut off or damaged"
        raise SaveError(path, number, what, _FIX) from error
    if not isinstance(line, dict):
        damaged(path, number, "a line that is no record")
    return line


def damaged(path: Path, number: int, what: str) -> NoReturn:
    """Stop reading, and say where and what to do."""
    raise SaveError(path, number, what, _FIX)


def _checked_header(path: Path, line: dict[str, object]) -> dict[str, object]:
    wanted = {"save": int, "level": str, "level_digest": str, "seed": int, "files": dict}
    for key, kind in wanted.items():
        if not isinstance(line.get(key), kind):
            damaged(path, 1, f"this is not a save: {key!r} is missing from its header")
    if line["save"] != FORMAT:
        fix = f"this game ({__version__}) reads format {FORMAT}; use the game that wrote it"
        raise SaveError(path, 1, f"the save has format {line['save']}", fix)
    return line


def bundle(path: Path, line: Mapping[str, object]) -> Bundle:
    """The level that the save carries.

    Raises:
        SaveError: it is damaged.
    """
    name, files = str(line["level"]), line["files"]
    assert isinstance(files, dict)
    if name != Path(name).name or name in {"", ".", ".."} or "\\" in name or ":" in name:
        damaged(path, 1, "the level's name is no folder's name")
    found = Bundle(name, {_safe(path, each): _unpacked(path, files[each]) for each in files})
    if found.digest != line["level_digest"]:
        damaged(path, 1, "the embedded level is not the one that was saved")
    return found


def _safe(path: Path, name: str) -> str:
    parts = Path(name).parts
    if not name or ".." in parts or Path(name).is_absolute() or "\\" in name or ":" in name:
        damaged(path, 1, f"an embedded file is called {name!r}")
    return name


def _unpacked(path: Path, packed: object) -> bytes:
    try:
        content = base64.b64decode(str(packed), validate=True)
        unzip = zlib.decompressobj()
        text = unzip.decompress(content, _MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise SaveError(path, 1, "an embedded file of the level is damaged", _FIX) from error
    if unzip.unconsumed_tail or not unzip.eof:
        damaged(path, 1, "an embedded file of the level is cut off or far too large")
    return text
