"""Bundle: the files of a level, so that a save can carry them and a mod is never missed."""

import json
import shutil
import tomllib
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from game import places
from game.levelfiles.carried import files_of
from game.levelfiles.errors import LevelError, Problem
from game.levelfiles.load import load, named
from game.levelfiles.shipped import installed
from game.levelfiles.zipped import opened as opened_zip
from game.sim.level import Level
from game.sim.params import Params

LEVEL = "level.toml"
STANDARD = "_standard/params.toml"


class Place:
    """A temporary folder that goes when nobody holds it any more."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="two-ledgers-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A level as files: names inside its folder, and the standard coefficients beside it."""

    id: str
    files: Mapping[str, bytes]

    @property
    def digest(self) -> str:
        r"""A fingerprint of all files, whatever the order and the line ends.

        >>> one, two = (Bundle("a", {"level.toml": text}) for text in (b"x\n", b"x\r\n"))
        >>> one.digest == two.digest
        True
        """
        bits = sha256()
        for name in sorted(self.files):
            text = self.files[name].replace(b"\r\n", b"\n")
            bits.update(f"{name} {len(text)}\n".encode() + text)
        return bits.hexdigest()

    def unpacked(self) -> "tuple[Path, Place]":
        """The level's folder in a temporary place, which lives as long as its owner holds it."""
        place = Place()
        root = place.path / "levels"
        for name, content in self.files.items():
            inside = root / self.id / name
            inside.parent.mkdir(parents=True, exist_ok=True)
            if name == LEVEL and STANDARD in self.files:
                inside.write_bytes(content + own_values(content, self.files[STANDARD]))
            elif name != STANDARD:
                inside.write_bytes(content)
        return root / self.id, place


def own_values(level: bytes, standard: bytes) -> bytes:
    """Coefficients that have changed since, as the level's own: a save keeps the ones it had.

    Raises:
        LevelError: these are no coefficients.
    """
    shipped = places.levels() / STANDARD
    if not shipped.is_file() or shipped.read_bytes() == standard:
        return b""
    try:
        return _changed_values(shipped, level, standard)
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        fix = "take an older save"
        problem = Problem(STANDARD, "the file", str(error), "coefficients", fix, "L105")
        raise LevelError([problem]) from error


def _changed_values(shipped: Path, level: bytes, standard: bytes) -> bytes:
    now, then = tomllib.loads(shipped.read_text("utf-8")), tomllib.loads(standard.decode("utf-8"))
    own = tomllib.loads(level.decode("utf-8")).get("params", {})
    lines = [""]
    for section, entries in then.items():
        for name, entry in entries.items():
            present = now.get(section, {}).get(name)
            changed = present is not None and present.get("value") != entry.get("value")
            if changed and name not in own.get(section, {}):
                value = json.dumps(entry["value"])
                lines += [f"[params.{section}.{name}]", f"value = {value}", 'source = "assumption"']
    return "\n".join([*lines, ""]).encode()


def gather(folder: Path) -> Bundle:
    """Read the files of a level's folder or zip, as they stand now."""
    home = opened_zip(folder) if folder.suffix == ".zip" else folder
    files = files_of(home)
    standard = places.levels() / STANDARD
    if standard.is_file():
        files[STANDARD] = standard.read_bytes()
    return Bundle(named(home), files)


@dataclass(frozen=True, slots=True)
class Opened:
    """A level ready to be played: what the core takes, its files, and where its map stands."""

    level: Level
    params: Params
    bundle: Bundle
    folder: Path
    keeper: Place | None = None  # holds an unpacked folder in place


def from_folder(folder: Path) -> Opened:
    """Open a level's folder; a zip is read in place, and its map lent a folder for the window.

    Raises:
        LevelError: with every problem in the folder.
    """
    level, params = load(folder)
    bundle = gather(folder)
    if folder.suffix != ".zip":
        return Opened(level, params, bundle, folder)
    unpacked, keeper = bundle.unpacked()
    return Opened(level, params, bundle, unpacked, keeper)


def from_bundle(bundle: Bundle) -> Opened:
    """Open a level that a save carries; the shipped folder is used where it is still the same.

    Raises:
        LevelError: with every problem in the files.
    """
    shipped = installed(bundle.id)
    if shipped is not None and gather(shipped).digest == bundle.digest:
        return from_folder(shipped)
    folder, keeper = bundle.unpacked()
    level, params = load(folder)
    return Opened(level, params, bundle, folder, keeper)
