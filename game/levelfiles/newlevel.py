"""Writes a new level: a copy of another that opens in Tiled and in the game wherever it is put.

The tilesets that the map uses are copied beside it, with the schemas for editors and a Tiled
project, so that the folder needs nothing else and can be given to others as one zip.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from game.levelfiles import schema, tiledproject
from game.levelfiles.errors import LevelError, Problem
from game.levelfiles.load import load_all
from game.levelfiles.tiled import FILE as MAP
from game.levelfiles.tiled import RawMap, read_map
from game.levelfiles.tilesets import Place, Tileset, inside, lent
from game.levelfiles.zipped import ZipPlace, opened
from game.places import levels

TEMPLATE = "_template"
TILES = "tiles"
NAME = re.compile(r"[a-z][a-z0-9_]{1,30}")
_COPIED = (".toml", ".md", ".png", ".tsx", ".tx")
_SCHEMAS = {"level.toml": "schema.json", "words": "words-schema.json"}
_HEADER = re.compile(r"\A#:schema [^\n]*\n")
_TITLE = re.compile(r'^title = "[^"\n]*"', re.MULTILINE)
_VERSION = re.compile(r'^(?:overrides = .*\n|version = "[^"\n]*")', re.MULTILINE)


class NewLevelError(ValueError):
    """Why no level was written."""


def template() -> Path:
    """The level that a new one is made from, if no other is named."""
    return levels() / TEMPLATE


def make(name: str, home: Path, source: Path) -> Path:
    """Write a new level; it loads, or nothing is left of it.

    Args:
        name: of its folder, and so its id
        home: the folder to put it in; made if it is not there
        source: the folder or zip of the level to begin from

    Returns:
        The new folder.

    Raises:
        NewLevelError: the name can't be used, or the folder is there already.
        LevelError: the level to begin from is broken.
        OSError: it can't be written.
    """
    if not NAME.fullmatch(name):
        fix = "use small letters, digits and _, as in red_bank; begin with a letter"
        raise NewLevelError(f"{name[:40]!r} can't be the name of a level; {fix}")
    folder = home / name
    if folder.exists():
        raise NewLevelError(f"{folder} is there already; choose another name")
    load_all(source)
    place: Place = opened(source) if source.suffix == ".zip" else source
    raw = _map(place)
    folder.mkdir(parents=True)
    try:
        _copy(place, folder, name)
        _map_of(place, folder, raw)
        _helpers(folder, name)
        load_all(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _map(place: Place) -> RawMap:
    found: list[Problem] = []
    raw = read_map(place, found)
    if raw is None or found:
        raise LevelError(found)
    return raw


def _copy(place: Place, folder: Path, name: str) -> None:
    """The texts, with a title of their own and the line for editors."""
    for inside_name in _names(place):
        target = folder / inside_name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((place / inside_name).read_bytes())
        if inside_name == "level.toml" or inside_name.startswith("words."):
            which = "level.toml" if inside_name == "level.toml" else "words"
            text = _HEADER.sub("", target.read_text("utf-8"))
            if which == "level.toml":
                text = _TITLE.sub(f'title = "{name.replace("_", " ").title()}"', text, count=1)
                text = _VERSION.sub(lambda m: _renewed(m[0]), text)
            target.write_text(f"#:schema {_SCHEMAS[which]}\n{text}", "utf-8", newline="\n")


def _renewed(line: str) -> str:
    """A new level begins at version 1, and stands in nobody's place."""
    return "" if line.startswith("overrides") else 'version = "1"'


def _names(place: Place) -> Iterable[str]:
    if isinstance(place, ZipPlace):
        return [name for name in place.names() if name.endswith(_COPIED)]
    below = [path for path in place.rglob("*") if path.is_file() and path.suffix in _COPIED]
    return sorted(path.relative_to(place).as_posix() for path in below)


def _map_of(place: Place, folder: Path, raw: RawMap) -> None:
    """The map, its tilesets beside it; those that no tile is taken from are left out."""
    text = (place / MAP).read_bytes().decode("utf-8-sig")
    used = {int(gid) for layer in raw.layers for gid in set(layer.gids.ravel().tolist())}
    for tileset in raw.tilesets:
        source = _source(text, tileset)
        if source is None:
            continue
        line = f'<tileset firstgid="{tileset.ids.start}" source="{source}"/>'
        if not used & set(tileset.ids) and not _by_objects(text, tileset):
            text = re.sub(r"\n? *" + re.escape(line), "", text)
        else:
            path = f"{TILES}/{_last(source)}"
            _write_tileset(place, folder, source, path)
            text = text.replace(f'source="{source}"', f'source="{path}"')
    (folder / MAP).write_text(text, "utf-8", newline="\n")


def _source(text: str, tileset: Tileset) -> str | None:
    """Where the map says that an external tileset is."""
    found = re.search(rf'<tileset firstgid="{tileset.ids.start}" source="([^"]*)"/>', text)
    return found[1] if found else None


def _last(path: str) -> str:
    """The name of a file, whichever way its path is written."""
    return re.split(r"[/\\]", path)[-1]


def _by_objects(text: str, tileset: Tileset) -> bool:
    gids = (int(gid) & ((1 << 28) - 1) for gid in re.findall(r'\bgid="([0-9]{1,10})"', text))
    return any(gid in tileset.ids for gid in gids)


def _write_tileset(place: Place, folder: Path, source: str, path: str) -> None:
    """A tileset and its pictures, side by side."""
    target, _ = inside(place, place, source)
    if target is None:
        target = lent(source)
    assert target is not None
    root = ET.fromstring(target.read_bytes())  # noqa: S314 - it was read and checked before
    (folder / TILES).mkdir(exist_ok=True)
    for image in root.iter("image"):
        name = image.get("source", "")
        plain = _last(name)
        (folder / TILES / plain).write_bytes((target.parent / name).read_bytes())
        image.set("source", plain)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    (folder / path).write_text(head + ET.tostring(root, encoding="unicode") + "\n", "utf-8")


def _helpers(folder: Path, name: str) -> None:
    """Schemas for editors, and the project that tells Tiled the classes."""
    (folder / "schema.json").write_text(schema.level_schema(), "utf-8")
    (folder / "words-schema.json").write_text(schema.words_schema(), "utf-8")
    project = tiledproject.project([".", TILES])
    (folder / f"{name}.tiled-project").write_text(project, "utf-8")
