"""Tilesets of a map, and which files a map may point to: the level's own and the game's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from game.levelfiles.check import Found
from game.levelfiles.errors import Problem, shown
from game.levelfiles.xmlfile import read_xml
from game.levelfiles.zipped import ZipPlace
from game.places import assets

MOST_TILESETS = 40
MOST_TILES = 65_536  # in one tileset
FAR = 1 << 24  # no tile id is greater
_WHOLE = re.compile("[0-9]{1,8}")
_FIX = "copy the file into the level's folder, or use the game's tiles"

Place = Path | ZipPlace


@dataclass(frozen=True, slots=True)
class Tileset:
    """A tileset that is safe to look at."""

    ids: range  # global ids
    names: Mapping[int, str]  # local id -> its class, as `road_03`
    whole: ET.Element
    home: Place  # the folder that its pictures are named from
    lent: bool = False  # the game's own, since the file that is named is not there


def inside(home: Place, folder: Place, source: str) -> tuple[Place | None, bool]:
    """The file that is meant, and whether it would be allowed: the level's own, or the game's."""
    if isinstance(home, ZipPlace):
        target = home / source
        safe = not target.inside.startswith("..")
        return (target, safe) if safe and target.is_file() else (None, safe)
    roots = [assets(), *([folder] if isinstance(folder, Path) else [])]
    try:
        path = (home / source).resolve()
        safe = any(path.is_relative_to(_real(each)) for each in roots)
        there = safe and path.is_file()
    except (OSError, ValueError, RuntimeError):
        return None, False
    return (path if there else None), safe


@lru_cache(maxsize=64)
def _real(folder: Path) -> Path:
    """A folder without links, asked of the disk once."""
    return folder.resolve()


def lent(source: str) -> Path | None:
    """The game's own tileset of this file name: it stands in where a path leads nowhere.

    A map that was made in the game's folder says ../../assets/atlas/ground.tsx; carried elsewhere,
    in a zip or in a save, it still means that one.
    """
    name = re.split(r"[/\\]", source)[-1]
    if not re.fullmatch(r"[a-z_]{1,30}\.tsx", name):
        return None
    path = assets() / "atlas" / name
    return path if path.is_file() else None


def read_tilesets(root: ET.Element, folder: Place, file: str, found: Found) -> list[Tileset]:
    """Check where pictures come from; the tile ids that there are."""
    elements = root.findall("tileset")
    if not 1 <= len(elements) <= MOST_TILESETS:
        text = f"1 to {MOST_TILESETS} tilesets"
        found.append(Problem(file, "tilesets", str(len(elements)), text, code="L412"))
    read = (_tileset(element, folder, file, found) for element in elements[:MOST_TILESETS])
    tilesets = [each for each in read if each is not None]
    for one, two in pairwise(tilesets):
        if one.ids.stop > two.ids.start:
            text = f"tile ids up to {one.ids.stop - 1}, and again from {two.ids.start}"
            fix = "save the map again in Tiled"
            found.append(Problem(file, "tilesets", text, "ids that don't overlap", fix, "L410"))
    return tilesets


def _tileset(element: ET.Element, folder: Place, file: str, found: Found) -> Tileset | None:
    source, whole, home, name, own = element.get("source"), element, folder, file, False
    if source is not None:
        target, safe = inside(folder, folder, source)
        if target is None and (target := lent(source)) is not None:
            own = True
        if target is None:
            _refused(source, "tileset", file, safe=safe, found=found)
            return None
        name = file if own else source
        stands = _read(target, name, found)
        if stands is None:
            return None
        whole, home = stands, target.parent
    if not own:
        for image in whole.iter("image"):
            picture = image.get("source", "")
            _, safe = inside(home, folder, picture)
            if not safe:  # one that is only missing is missed by Tiled, not by the game
                _refused(picture, "picture", name, safe=safe, found=found)
    first, count = element.get("firstgid", ""), whole.get("tilecount", "")
    if not _numbers(first, count):
        told = source or whole.get("name", "")
        text = f"{told!r}: firstgid {first[:20]!r}, tilecount {count[:20]!r}"
        fix = "save the tileset and the map again in Tiled"
        found.append(Problem(file, "tileset", text, "whole numbers", fix, "L410"))
        return None
    ids = range(int(first), int(first) + int(count))
    return Tileset(ids, _names(whole), whole, home, own)


def _read(target: Place, name: str, found: Found) -> ET.Element | None:
    """The outermost element of a tileset's file. The game's own are read once: don't change it."""
    if isinstance(target, Path) and target.parent == assets() / "atlas":
        about = target.stat()
        return _shipped(target, about.st_mtime_ns, about.st_size)
    return read_xml(target, found, name, "tileset")


@lru_cache(maxsize=16)
def _shipped(path: Path, _time: int, _size: int) -> ET.Element | None:
    return read_xml(path, [], path.name, "tileset")


def _numbers(first: str, count: str) -> bool:
    good = _WHOLE.fullmatch(first) and _WHOLE.fullmatch(count)
    return bool(good) and 0 < int(first) < FAR and 0 <= int(count) <= MOST_TILES


def _names(whole: ET.Element) -> dict[int, str]:
    names: dict[int, str] = {}
    for tile in whole.findall("tile"):
        number = tile.get("id", "")
        if number.isascii() and number.isdecimal() and len(number) < 9:
            names[int(number)] = (tile.get("type") or tile.get("class") or "")[:60]
    return names


def _refused(source: str, what: str, name: str, *, safe: bool, found: Found) -> None:
    stands = "no such file, " + shown(source) if safe else shown(source)
    expected = "a file in the level's folder or in the game's assets"
    found.append(Problem(name, what, stands, expected, _FIX, "L409"))
