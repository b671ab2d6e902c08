"""The levels that can be played: found by their name or by the path of their folder."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.check import MOST_BYTES
from game.levelfiles.errors import LevelError, Problem, nearest, one_of
from game.places import levels


@dataclass(frozen=True, slots=True)
class Listed:
    """A level in a list; whether it is sound is asked by loading it."""

    id: str
    title: str
    subtitle_zh: str
    path: Path


def available(folder: Path | None = None, *, headless: bool = False) -> list[Listed]:
    """The levels of a folder (the shipped ones), by id: the folders that have a level.toml.

    Args:
        folder: another folder of levels
        headless: True: those without a map too, which can be run but not played
    """
    home = folder or levels()
    return [
        _listed(path)
        for path in sorted(home.iterdir() if home.is_dir() else [])
        if not path.name.startswith(("_", "."))
        and (path / "level.toml").is_file()
        and (headless or not _is_headless(path))
    ]


def find(name_or_path: str) -> Path:
    """The folder of a level.

    Raises:
        LevelError: if no level has this name and no folder this path.
    """
    known = {each.id: each.path for each in available(headless=True)}
    if name_or_path in known:
        return known[name_or_path]
    path = Path(name_or_path)
    if _has_level(path):
        return path.parent if path.name == "level.toml" else path
    fix = nearest(name_or_path, known, "name a shipped level, or the folder of your own")
    found = f"no level {name_or_path!r}"[:100]
    raise LevelError([Problem("levels", "the level", found, one_of(known), fix, "L109")])


def _is_headless(folder: Path) -> bool:
    """Whether a level is one of provinces: it has them, and no map."""
    if (folder / "map.tmx").is_file():
        return False
    try:
        return "\n[province." in (folder / "level.toml").read_text("utf-8")
    except (OSError, ValueError):
        return False


def _has_level(path: Path) -> bool:
    try:
        return (path.name == "level.toml" and path.is_file()) or (path / "level.toml").is_file()
    except (OSError, ValueError):
        return False


def _listed(path: Path) -> Listed:
    """Title and subtitle; the id stands in for the title of a level that can't be read."""
    try:
        file = path / "level.toml"
        text = file.read_text("utf-8") if file.stat().st_size <= MOST_BYTES else ""
        tables = tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        tables = {}
    return Listed(
        path.name, str(tables.get("title", path.name)), str(tables.get("subtitle_zh", "")), path
    )
