"""The levels that there are: in the game's folder, the user's, and those named with --levels.

A level is found by its name or by the path of its folder or zip. The name of the folder is its id.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game import places
from game.levelfiles.check import MOST_BYTES
from game.levelfiles.errors import LevelError, Problem, nearest, one_of
from game.levelfiles.zipped import ZipError, ZipPlace, opened

TOML = "level.toml"
THUMBNAIL = "thumbnail.png"
TAUGHT = ("first_harvest", "willow_bend", "terraces", "dry_hills")
"""The game's own levels in the order in which they are best met; any other comes after them."""
_named: list[Path] = []


@dataclass(frozen=True, slots=True)
class Listed:
    """A level in a list; whether it is sound is asked by loading it."""

    id: str
    title: str
    subtitle_zh: str
    path: Path
    version: str = ""
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    overrides: str = ""
    headless: bool = False
    years: str = ""  # 1958–1961; empty where the level does not say it plainly
    trouble: str = ""  # why it can't be taken, as far as the list itself can tell

    @property
    def thumbnail(self) -> Path | None:
        """Its picture, if it has one."""
        path = self.path / THUMBNAIL
        return path if path.is_file() else None


def user_levels() -> Path:
    """The folder for levels of this user; it may not exist yet."""
    return places.user_data() / "levels"


def also_in(folder: Path) -> None:
    """Look for levels in this folder too, before the user's and the game's: --levels DIR."""
    if folder not in _named:
        _named.append(folder)


def homes() -> list[Path]:
    """The folders that levels are looked for in, the game's first."""
    return [places.levels(), user_levels(), *_named]


def available(folder: Path | None = None, *, headless: bool = False) -> list[Listed]:
    """The levels of a folder, or of all folders: the game's first, as they are taught, then by id.

    One that says `overrides` stands in the place of the other. One that takes another's id without
    saying so is listed with its trouble.

    Args:
        folder: only of this folder
        headless: True: those without a map too, which can be run but not played
    """
    there: dict[str, Listed] = {}
    clashes: list[Listed] = []
    for home in [folder] if folder else homes():
        for each in _in(home):
            if each.overrides and each.overrides in there:
                there[each.overrides] = each
            elif each.id in there:
                text = f"there is a level {each.id!r} in {there[each.id].path.parent}"
                clashes.append(replace(each, trouble=text))
            else:
                there[each.id] = each
    whole = [*there.values(), *clashes]
    return [each for each in whole if headless or not each.headless]


def clash(listed: Listed) -> Problem:
    """What the author reads whose level takes another's id."""
    fix = f'rename the folder, or write overrides = "{listed.id}" at the top'
    text = listed.trouble
    return Problem(TOML, "the folder", text, "an id of its own", fix, "L226")


def find(name_or_path: str) -> Path:
    """The folder or zip of a level.

    Raises:
        LevelError: if no level has this name and no folder this path.
    """
    known = {each.id: each.path for each in reversed(available(headless=True))}
    known |= {each.overrides: each.path for each in available(headless=True) if each.overrides}
    if name_or_path in known:
        return known[name_or_path]
    path = Path(name_or_path)
    if _is_level(path):
        return path.parent if path.name == TOML else path
    fix = nearest(name_or_path, known, "name a known level, or the folder of your own")
    found = f"no level {name_or_path!r}"[:100]
    raise LevelError([Problem("levels", "the level", found, one_of(known), fix, "L109")])


def installed(ident: str) -> Path | None:
    """Where the level of an id is; None where it is on this computer no longer."""
    return next((each.path for each in available(headless=True) if each.id == ident), None)


def _in(home: Path) -> Iterator[Listed]:
    try:
        paths = sorted(home.iterdir()) if home.is_dir() else []
    except OSError:
        return
    for path in sorted(paths, key=_taught):
        if not path.name.startswith(("_", ".")) and path.name != TOML and _is_level(path):
            yield _listed(path)


def _taught(path: Path) -> int:
    return TAUGHT.index(path.name) if path.name in TAUGHT else len(TAUGHT)


def _is_level(path: Path) -> bool:
    try:
        if path.suffix == ".zip":
            return path.is_file()
        return (path.name == TOML and path.is_file()) or (path / TOML).is_file()
    except (OSError, ValueError):
        return False


def _listed(path: Path) -> Listed:
    """What the list shows; the id stands in for the title of a level that can't be read."""
    try:
        home: Path | ZipPlace = opened(path) if path.suffix == ".zip" else path
    except ZipError as error:
        return Listed(path.stem, path.stem, "", path, trouble=str(error))
    tables = _top(home)
    names = home.names() if isinstance(home, ZipPlace) else [each.name for each in home.iterdir()]
    authors = tables.get("authors")
    return Listed(
        id=path.stem if path.suffix == ".zip" else path.name,
        title=_text(tables, "title") or path.stem,
        subtitle_zh=_text(tables, "subtitle_zh"),
        path=path,
        version=_text(tables, "version"),
        authors=tuple(map(str, authors))[:20] if isinstance(authors, list) else (),
        languages=tuple(sorted(n.split(".")[1] for n in names if _is_words(n))) or ("en",),
        overrides=_text(tables, "overrides"),
        years=_years(tables),
        headless="province" in tables and "map.tmx" not in names,
    )


def _is_words(name: str) -> bool:
    parts = name.split(".")
    return len(parts) == 3 and parts[0] == "words" and parts[2] == "toml"


def _text(tables: dict[str, Any], key: str) -> str:
    return str(tables.get(key, ""))[:60]


def _years(tables: dict[str, Any]) -> str:
    """The calendar years of a level; a winter that ends it counts to the year in which it began.

    >>> _years({"start": "1958-03", "turns": 16}), _years({"start": "1957-09", "turns": 5})
    ('1958–1961', '1957–1958')
    >>> _years({"start": 1958})
    ''
    """
    start, turns = tables.get("start"), tables.get("turns")
    if type(start) is not str or not start[:4].isdecimal() or type(turns) is not int:
        return ""
    if not start[5:].isdecimal() or not 0 < turns <= 40:
        return ""
    months = int(start[:4]) * 12 + int(start[5:]) - 1 + 3 * (turns - 1)
    first, last = int(start[:4]), months // 12
    return f"{first}–{last}" if first != last else str(first)


def _top(home: Path | ZipPlace) -> dict[str, Any]:
    try:
        file = home / TOML
        text = file.read_bytes().decode("utf-8") if file.stat().st_size <= MOST_BYTES else ""
        return tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        return {}
