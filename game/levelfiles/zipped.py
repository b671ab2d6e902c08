"""A level as one .zip, read in place: nothing is written, no path leads out, sizes are bounded."""

import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISLNK

from game.levelfiles.errors import Problem

MOST_BYTES = 64_000_000
"""No zip of a level is larger on disk."""
MOST_FILES = 400
MOST_UNPACKED = 32_000_000
"""Together, as they are declared; each file is held to its own bound when it is read."""
LEVEL = "level.toml"
END = b"PK\x05\x06"
MOST_TAIL = (1 << 16) + 22 + 20
MOST_LIST = MOST_FILES * 200


class ZipError(ValueError):
    """A zip that is not read, and why."""


@dataclass(frozen=True, slots=True)
class Size:
    """What `stat` tells of a file in a zip."""

    st_size: int


@dataclass(frozen=True)
class Archive:
    """The files of a zip by their names inside the level's folder."""

    path: Path
    entries: dict[str, zipfile.ZipInfo]

    def read(self, name: str) -> bytes:
        """A file: never more than it declares, whatever the packed bytes would give."""
        entry = self.entries.get(name)
        if entry is None:
            raise FileNotFoundError(name)
        try:
            with zipfile.ZipFile(self.path) as whole, whole.open(entry) as file:
                return file.read(entry.file_size + 1)[: entry.file_size]
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
            raise OSError(0, f"the zip is damaged ({error})") from error
        except (zlib.error, ValueError) as error:
            raise OSError(0, f"the zip is damaged ({error})") from error


@dataclass(frozen=True, slots=True)
class ZipPlace:
    """A file or folder in a zip: what the readers ask of a path, and no more."""

    archive: Archive
    inside: str = ""  # "" is the level's folder

    @property
    def name(self) -> str:
        """The last part."""
        return PurePosixPath(self.inside).name or self.archive.path.stem

    @property
    def parent(self) -> "ZipPlace":
        """The folder it is in."""
        above = str(PurePosixPath(self.inside).parent)
        return ZipPlace(self.archive, "" if above == "." else above)

    @property
    def suffix(self) -> str:
        """The ending, with its dot."""
        return PurePosixPath(self.inside).suffix

    def __truediv__(self, other: str) -> "ZipPlace":
        return ZipPlace(self.archive, joined(self.inside, other))

    def is_file(self) -> bool:
        """Whether there is such a file."""
        return self.inside in self.archive.entries

    def is_dir(self) -> bool:
        """Whether files lie below it."""
        below = f"{self.inside}/" if self.inside else ""
        return any(name.startswith(below) for name in self.archive.entries)

    def stat(self) -> Size:
        """Its size as declared."""
        entry = self.archive.entries.get(self.inside)
        if entry is None:
            raise FileNotFoundError(self.inside)
        return Size(entry.file_size)

    def read_bytes(self) -> bytes:
        """All of it."""
        return self.archive.read(self.inside)

    def names(self) -> list[str]:
        """The names of all files below the level's folder."""
        return sorted(self.archive.entries)


def joined(home: str, other: str) -> str:
    """A path inside a folder; one that leads out begins with `..`.

    >>> joined("tiles", "../map.tmx"), joined("", "../../x"), joined("a", "/x")
    ('map.tmx', '../x', '../x')
    """
    parts: list[str] = []
    if other.startswith("/") or ":" in other.partition("/")[0]:
        return "../" + PurePosixPath(other).name
    for part in (*PurePosixPath(home).parts, *PurePosixPath(other.replace("\\", "/")).parts):
        if part == "..":
            if not parts:
                return "../" + PurePosixPath(other).name
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


@lru_cache(maxsize=16)
def _archive(path: Path, _time: int, _size: int) -> Archive:
    if _size > MOST_BYTES:
        raise ZipError(f"{_size} bytes; at most {MOST_BYTES}")
    try:
        _bounded(path)
        with zipfile.ZipFile(path) as whole:
            entries = [entry for entry in whole.infolist() if not entry.is_dir()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ZipError(f"it can't be read ({error})") from error
    if len(entries) > MOST_FILES:
        raise ZipError(f"{len(entries)} files; at most {MOST_FILES}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise ZipError(f"more than {MOST_UNPACKED} bytes when unpacked")
    named = {_safe(entry): entry for entry in entries}
    if len(named) != len(entries):
        raise ZipError("two files with one name")
    tops = [name for name in named if name.split("/")[-1] == LEVEL and name.count("/") < 2]
    if len(tops) != 1:
        raise ZipError("not one level.toml at its top or in one folder")
    home = tops[0][: -len(LEVEL)]
    inside = {name[len(home) :]: each for name, each in named.items() if name.startswith(home)}
    return Archive(path, inside)


def _bounded(path: Path) -> None:
    """Refuse a list of names too long to be read: zipfile takes all of it into memory.

    Every place that could be the end record is asked, so that no second one can be hidden.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - MOST_TAIL))
        tail = file.read(MOST_TAIL)
    if b"PK\x06\x07" in tail:
        raise ZipError("a zip of more than four gigabytes (zip64)")
    at = tail.find(END)
    while at >= 0:
        listed = int.from_bytes(tail[at + 12 : at + 16], "little")
        if listed > MOST_LIST and at + 22 <= len(tail):
            raise ZipError(f"a list of names of {listed} bytes; at most {MOST_LIST}")
        at = tail.find(END, at + 1)


def _safe(entry: zipfile.ZipInfo) -> str:
    """The name, where it stays inside and is a plain file."""
    name = entry.filename
    if entry.flag_bits & 1:
        raise ZipError(f"{name[:60]!r} has a password")
    if S_ISLNK(entry.external_attr >> 16):
        raise ZipError(f"{name[:60]!r} is a link")
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\0" in name:
        raise ZipError(f"{name[:60]!r} leads out of it")
    return "/".join(parts)


def opened(path: Path) -> ZipPlace:
    """The level's folder in a zip.

    Raises:
        ZipError: it is damaged, too large, or holds names that lead out.
    """
    try:
        told = path.stat()
    except OSError as error:
        raise ZipError(f"it can't be read ({error.strerror})") from error
    return ZipPlace(_archive(path, told.st_mtime_ns, told.st_size))


def problem(path: Path, error: ZipError) -> Problem:
    """What the author of a zip reads."""
    expected = "a zip of one level's folder"
    return Problem(path.name, "the zip", str(error), expected, "pack the folder again", "L110")
