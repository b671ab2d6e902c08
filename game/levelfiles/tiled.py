"""Safe reader of a Tiled map: sizes, paths and bytes are checked before anything is unpacked.

It never imports pytmx, which accepts broken maps in silence and unpacks a small file into
gigabytes.
"""

import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

from game.levelfiles.check import Found, read_bytes
from game.levelfiles.errors import Problem, one_of, shown
from game.places import assets
from game.sim.arrays import Ints, frozen

FILE = "map.tmx"
TILE_W, TILE_H = 64, 32
LEAST, MOST = 8, 256  # tiles along a side
MOST_BYTES = 4_000_000
MOST_OBJECTS = 20_000
MOST_TILESETS = 40
MOST_ELEMENTS = 100_000
GID_BITS = (1 << 28) - 1  # the four bits above say how a tile is flipped
_WHOLE = re.compile("[0-9]{1,7}")
_DIGITS = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class MapObject:
    """An object of the layer `places`, in tiles."""

    id: int
    kind: str
    name: str
    a: float
    b: float
    w: float
    d: float
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawMap:
    """A map that is safe to look at; whether it makes sense is asked in `mapfacts`."""

    width: int
    depth: int
    properties: Mapping[str, str]
    ground: Ints  # (depth, width) global tile ids; row = b, column = a
    objects: tuple[MapObject, ...]


def read_map(folder: Path, found: Found) -> RawMap | None:
    """Read map.tmx; None, and problems, where it can't be used."""
    before = len(found)
    root = _root(folder / FILE, found)
    if root is None:
        return None
    width = _size(root, "width", found)
    depth = _size(root, "height", found)
    _shape(root, found)
    ids = _tilesets(root, folder, found)
    if len(found) > before:
        return None
    ground = _ground(root, width, depth, ids, found)
    objects = _objects(root, found)
    return RawMap(width, depth, _properties(root), ground, objects)


def _root(path: Path, found: Found, name: str = FILE, tag: str = "map") -> ET.Element | None:
    text = _text(path, found, name)
    if not text:
        return None
    parser = ET.XMLParser()  # noqa: S314 - no DOCTYPE, so no entity to expand
    try:
        parser.feed(text)  # text, not bytes: an encoding that is declared can hide nothing
        root = parser.close()
    except (ET.ParseError, ValueError) as error:
        fix = "save it again in Tiled"
        found.append(Problem(name, "the file", str(error), "XML", fix))
        return None
    if root.tag != tag:
        found.append(
            Problem(name, "the file", shown(root.tag), f"<{tag}> as the outermost element")
        )
        return None
    return root


def _text(path: Path, found: Found, name: str) -> str:
    """The text of the file, or nothing and a problem where it is not fit to be parsed."""
    before = len(found)
    raw = read_bytes(path, name, found, MOST_BYTES)
    text = ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        stands = f"a byte that is not UTF-8, at {error.start}"
        found.append(Problem(name, "the file", stands, "XML in UTF-8"))
    upper, elements = text.upper(), text.count("<")
    if "<!DOCTYPE" in upper or "<!ENTITY" in upper:
        fix = "take it out; Tiled never writes one"
        found.append(Problem(name, "the file", "a DOCTYPE", "a map without one", fix))
    if elements > MOST_ELEMENTS:
        expected = f"at most {MOST_ELEMENTS}"
        found.append(Problem(name, "the file", f"{elements} elements", expected))
    if len(found) == before and not text:
        found.append(Problem(name, "the file", "nothing", "a map"))
    return text if len(found) == before else ""


def _size(root: ET.Element, name: str, found: Found) -> int:
    text = root.get(name, "")
    if re.fullmatch("[0-9]{1,6}", text) and LEAST <= int(text) <= MOST:
        return int(text)
    expected = f"{LEAST} to {MOST} tiles"
    found.append(Problem(FILE, f"map {name}", shown(text), expected, "resize the map in Tiled"))
    return LEAST


def _shape(root: ET.Element, found: Found) -> None:
    wanted = {
        "orientation": ("isometric", ""),
        "infinite": ("0", "untick Infinite in Map > Map Properties"),
        "tilewidth": (str(TILE_W), ""),
        "tileheight": (str(TILE_H), ""),
    }
    for name, (value, fix) in wanted.items():
        stands = root.get(name, "0" if name == "infinite" else "")
        if stands != value:
            found.append(Problem(FILE, f"map {name}", shown(stands), shown(value), fix))


def _tilesets(root: ET.Element, folder: Path, found: Found) -> list[range]:
    """Check where pictures come from; the tile ids that there are."""
    tilesets = root.findall("tileset")
    if not 1 <= len(tilesets) <= MOST_TILESETS:
        found.append(Problem(FILE, "tilesets", str(len(tilesets)), f"1 to {MOST_TILESETS}"))
    ids: list[range] = []
    for tileset in tilesets[:MOST_TILESETS]:
        source, whole, home = tileset.get("source"), tileset, folder
        if source is not None:
            target = _inside(folder, folder, source, FILE, found)
            if target is None:
                continue
            stands = _root(target, found, source, "tileset")
            if stands is None:
                continue
            whole, home = stands, target.parent
        for image in whole.iter("image"):
            _inside(home, folder, image.get("source", ""), source or FILE, found)
        first, count = tileset.get("firstgid", ""), whole.get("tilecount", "")
        if _WHOLE.fullmatch(first) and _WHOLE.fullmatch(count):
            ids.append(range(int(first), int(first) + int(count)))
        else:
            text = f"firstgid {first[:20]!r}, tilecount {count[:20]!r}"
            found.append(Problem(source or FILE, "tileset", text, "whole numbers"))
    return ids


def _inside(home: Path, folder: Path, source: str, name: str, found: Found) -> Path | None:
    """The file that is meant; none, and a problem, outside the level's folder and the assets."""
    fix = "use pictures of the game's assets/atlas, or copy them into the level's folder"
    expected = "a file in the level's folder or in the game's assets"
    try:
        target = (home / source).resolve()
        safe = any(target.is_relative_to(each.resolve()) for each in (folder, assets()))
        there = safe and target.is_file()
    except (OSError, ValueError, RuntimeError):
        safe = there = False
    if there:
        return target
    stands = "no such file, " + shown(source) if safe else shown(source)
    found.append(Problem(name, "picture", stands, expected, fix))
    return None


def _ground(root: ET.Element, width: int, depth: int, ids: list[range], found: Found) -> Ints:
    nothing = np.zeros((depth, width), dtype=np.int64)
    layers = [layer for layer in root.findall("layer") if layer.get("name") == "ground"]
    if len(layers) != 1:
        names = [layer.get("name", "") for layer in root.findall("layer")]
        found.append(
            Problem(FILE, "layers", one_of(names), "one tile layer with the name 'ground'")
        )
        return nothing
    data = layers[0].find("data")
    size = (layers[0].get("width", str(width)), layers[0].get("height", str(depth)))
    if data is None or size != (str(width), str(depth)):
        expected = f"{width} x {depth} tiles, as the map"
        found.append(Problem(FILE, "layer ground", " x ".join(size)[:60], expected))
        return nothing
    gids = _gids(data, width * depth, found)
    if gids is None:
        return nothing
    gids &= GID_BITS
    strange = [gid for gid in np.unique(gids).tolist() if gid and not any(gid in r for r in ids)]
    if strange:
        expected = "tiles of the map's tilesets"
        found.append(Problem(FILE, "layer ground", f"tile id {strange[0]}", expected))
    return frozen(gids.reshape(depth, width))


def _gids(data: ET.Element, count: int, found: Found) -> Ints | None:
    """The tile ids of a layer, never more bytes than the map has room for."""
    encoding, compression = data.get("encoding", ""), data.get("compression", "")
    text = "".join((data.text or "").split())
    fix = "choose CSV or Base64 (zlib compressed) in Map > Map Properties > Tile Layer Format"
    if (encoding, compression) not in (("csv", ""), ("base64", ""), ("base64", "zlib")):
        form = f"{encoding or 'XML'} {compression}".strip()
        expected = "csv, base64 or base64 with zlib"
        found.append(Problem(FILE, "layer ground", shown(form), expected, fix))
        return None
    if encoding == "csv":
        cells = text.split(",")
        good = len(cells) == count and all(re.fullmatch("[0-9]{1,10}", cell) for cell in cells)
        gids = np.array(cells, dtype=np.int64) if good else None
        number = len(cells)
    else:
        raw = _unpacked(text, compression, count * 4)
        gids = np.frombuffer(raw, dtype="<u4").astype(np.int64) if len(raw) == count * 4 else None
        number = len(raw) // 4
    if gids is None:
        more = "more" if number > count else f"{number}"
        expected = f"{count} tile ids, whole numbers"
        found.append(Problem(FILE, "layer ground", f"{more} tile ids, or broken ones", expected))
    return gids


def _unpacked(text: str, compression: str, room: int) -> bytes:
    try:
        raw = b64decode(text, validate=True)
        return zlib.decompressobj().decompress(raw, room + 4) if compression else raw
    except (Base64Error, ValueError, zlib.error):
        return b""


def _objects(root: ET.Element, found: Found) -> tuple[MapObject, ...]:
    groups = [group for group in root.findall("objectgroup") if group.get("name") == "places"]
    if len(groups) != 1:
        names = [group.get("name", "") for group in root.findall("objectgroup")]
        expected = "one object layer with the name 'places'"
        found.append(Problem(FILE, "object layers", one_of(names), expected))
        return ()
    elements = groups[0].findall("object")
    if len(elements) > MOST_OBJECTS:
        expected = f"at most {MOST_OBJECTS} objects"
        found.append(Problem(FILE, "places", str(len(elements)), expected))
        return ()
    objects = [_object(element, found) for element in elements]
    return tuple(each for each in objects if each is not None)


def _object(element: ET.Element, found: Found) -> MapObject | None:
    kind = element.get("type") or element.get("class") or ""
    name = element.get("name", "")
    where = (
        f"object {element.get('id', '?')[:9]} ({kind[:30] or 'no class'} {name[:40]}".rstrip() + ")"
    )
    numbers: list[float] = []
    for key in ("x", "y", "width", "height"):
        text = element.get(key, "0")
        if not _DIGITS.fullmatch(text[:40]):
            found.append(Problem(FILE, f"{where} {key}", shown(text), "a number of pixels"))
            return None
        numbers.append(float(text) / TILE_H)
    properties = _properties(element)
    a, b, w, d = numbers
    if "gid" in element.attrib:  # a picture: x, y is the front corner of what it stands on
        w, d = (_tiles(properties.get(key, "1")) for key in ("w", "d"))
        a, b = a - w, b - d
    number = element.get("id", "")
    plain = {key: text for key, text in properties.items() if key not in ("w", "d")}
    return MapObject(int(number) if number.isdecimal() and len(number) < 9 else 0,
                     kind, name, a, b, w, d, plain)  # fmt: skip


def _tiles(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else 1


def _properties(element: ET.Element) -> dict[str, str]:
    return {
        each.get("name", ""): each.get("value", each.text or "")
        for each in element.findall("properties/property")
    }
