"""Tile layers of a map: ids of tiles, unpacked to no more bytes than the map has room for."""

import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass
from importlib import import_module
from xml.etree import ElementTree as ET

import numpy as np

from game.levelfiles.check import Found
from game.levelfiles.errors import Problem, shown
from game.levelfiles.xmlfile import layers_of
from game.sim.arrays import Ints, frozen

GID_BITS = (1 << 28) - 1  # the four bits above say how a tile is flipped
MOST_LAYERS = 20
FAR = 1 << 32
WINDOW_LOG = 23  # Zstandard may not ask for more than 8 MB to look back
_BLANKS = ("\n", " ", "\r", "\t")
_CELL = re.compile(r"[0-9]{1,10}")
_FORMATS = ("", "zlib", "gzip", "zstd")
_FIX = "choose CSV in Map > Map Properties > Tile Layer Format"
_ZSTD = ("compression.zstd", "backports.zstd")


class NoZstdError(ImportError):
    """Nothing here reads Zstandard."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A tile layer. Row = b, column = a; the bits of flipped tiles are taken off."""

    name: str
    visible: bool
    gids: Ints  # (depth, width)


def read_layers(
    root: ET.Element, size: tuple[int, int], ids: list[range], file: str, found: Found
) -> list[Layer]:
    """All tile layers, in groups too; one that is broken is empty, and a problem."""
    elements = layers_of(root, "layer")
    if len(elements) > MOST_LAYERS:
        text = f"at most {MOST_LAYERS} tile layers"
        found.append(Problem(file, "layers", str(len(elements)), text, code="L412"))
        return []
    known = _known(ids)
    layers = []
    for element in elements:
        name = element.get("name", "")[:40]
        gids = _layer(element, name, size, file, found)
        _held_against(gids, known, name, file, found)
        layers.append(Layer(name, element.get("visible") != "0", frozen(gids)))
    return layers


def _known(ids: list[range]) -> Ints:
    """First and last id of each tileset, (T, 2)."""
    pairs = [(each.start, each.stop) for each in ids]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _held_against(gids: Ints, known: Ints, name: str, file: str, found: Found) -> None:
    flat = gids.ravel()
    small = int(flat.max(initial=0)) < len(flat) * 8  # counting is quicker than sorting
    used = np.flatnonzero(np.bincount(flat)) if small else np.unique(flat)
    used = used[used > 0]
    good = ((used[:, None] >= known[:, 0]) & (used[:, None] < known[:, 1])).any(axis=1)
    strange = used[~good]
    if len(strange):
        wrong = np.isin(gids, strange)
        b, a = np.argwhere(wrong)[0]
        count = int(wrong.sum())
        text = f"tile id {gids[b, a]}" + (f", and {count - 1} more tiles" if count > 1 else "")
        where = f"layer {name} tile {a}, {b}"
        fix = "paint over it in Tiled, or put its tileset back"
        expected = "a tile of the map's tilesets"
        found.append(Problem(file, where, text, expected, fix, "L408"))


def _layer(element: ET.Element, name: str, size: tuple[int, int], file: str, found: Found) -> Ints:
    width, depth = size
    nothing = np.zeros((depth, width), dtype=np.int64)
    data = element.find("data")
    stands = (element.get("width", str(width)), element.get("height", str(depth)))
    where = f"layer {name}"
    if data is None or stands != (str(width), str(depth)):
        expected = f"{width} x {depth} tiles, as the map"
        text = "no data" if data is None else " x ".join(stands)[:60]
        found.append(Problem(file, where, text, expected, "save it again in Tiled", "L407"))
        return nothing
    gids = _gids(data, size, where, file, found)
    return nothing if gids is None else (gids & GID_BITS).reshape(depth, width)


def _gids(
    data: ET.Element, size: tuple[int, int], where: str, file: str, found: Found
) -> Ints | None:
    """The tile ids of a layer, never more bytes than the map has room for."""
    width, count = size[0], size[0] * size[1]
    encoding, compression = data.get("encoding", ""), data.get("compression", "")
    text = data.text or ""
    for blank in _BLANKS:
        text = text.replace(blank, "")
    csv = encoding == "csv" and not compression
    if not csv and (encoding != "base64" or compression not in _FORMATS):
        form = f"{encoding or 'XML'} {compression}".strip()
        expected = "csv, or base64 with zlib, gzip or zstd"
        found.append(Problem(file, where, shown(form), expected, _FIX, "L406"))
        return None
    try:
        gids, number = _csv(text, count) if csv else _packed(text, compression, count)
    except NoZstdError:
        fix = f"{_FIX}, or install backports.zstd"
        expected = "a Python that reads Zstandard"
        found.append(Problem(file, where, "layers packed with zstd", expected, fix, "L425"))
        return None
    torn = _torn(text) if csv and gids is None and number == count else None
    if torn is not None:
        place, cell = torn
        spot = f"{where} tile {place % width}, {place // width}"
        fix = "save it again in Tiled"
        found.append(Problem(file, spot, shown(cell), "a tile id, a whole number", fix, "L407"))
        return None
    if gids is None or number != count:
        more = "more" if number > count else f"{number}"
        expected = f"{count} tile ids, whole numbers"
        fix = "save it again in Tiled"
        found.append(
            Problem(file, where, f"{more} tile ids, or broken ones", expected, fix, "L407")
        )
        return None
    return gids


def _csv(text: str, count: int) -> tuple[Ints | None, int]:
    number = text.count(",") + 1
    strange = text.encode().translate(None, b"0123456789,")
    if number != count or strange or ",," in f",{text},":
        return None, number
    gids = np.fromstring(text, dtype=np.int64, sep=",")  # too many digits give the largest number
    return (gids if len(gids) == count and gids.max() < FAR else None), number


def _torn(text: str) -> tuple[int, str] | None:
    """The first cell that is no tile id, and its place."""
    for place, cell in enumerate(text.split(",")):
        if _CELL.fullmatch(cell) is None or int(cell) >= FAR:
            return place, cell
    return None


def _packed(text: str, compression: str, count: int) -> tuple[Ints | None, int]:
    try:
        raw = b64decode(text, validate=True)
        raw = _unpacked(raw, compression, count * 4 + 4)
    except (Base64Error, ValueError, zlib.error, EOFError):
        return None, 0
    if len(raw) % 4:
        return None, len(raw) // 4
    return np.frombuffer(raw, dtype="<u4").astype(np.int64), len(raw) // 4


def _unpacked(raw: bytes, compression: str, room: int) -> bytes:
    """At most `room` bytes, however many there would be."""
    if compression in ("zlib", "gzip"):
        return zlib.decompressobj(wbits=31 if compression == "gzip" else 15).decompress(raw, room)
    return _zstd(raw, room) if compression == "zstd" else raw


def _zstd(raw: bytes, room: int) -> bytes:
    for name in _ZSTD:  # the same module: in Python 3.14, and for older ones
        try:
            zstd = import_module(name)
        except ImportError:
            continue
        options = {zstd.DecompressionParameter.window_log_max: WINDOW_LOG}
        try:
            return bytes(zstd.ZstdDecompressor(options=options).decompress(raw, room))
        except zstd.ZstdError as error:
            raise ValueError(str(error)) from error
    try:
        other = import_module("zstandard")
    except ImportError as error:
        raise NoZstdError from error
    try:
        reader = other.ZstdDecompressor(max_window_size=1 << WINDOW_LOG).stream_reader(raw)
        return bytes(reader.read(room))
    except other.ZstdError as error:
        raise ValueError(str(error)) from error
