"""Glyphs: which characters the fonts of the game can print, read from the fonts themselves.

They are cut to what the game's own texts use (assets/fonts/subset.py), so that a level's author can
easily write one that they lack. Only the table of characters of an OpenType file is read here.
"""

import struct
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from game.places import assets

UNICODE = {(0, 3): 4, (3, 1): 4, (0, 4): 12, (3, 10): 12}
"""Platform and encoding of the tables that are read, and their format."""
SPACE = frozenset("\n\r\t")


@cache
def printable(folder: Path | None = None) -> frozenset[str]:
    """The characters that every face has.

    Args:
        folder: of the fonts; None: the game's
    """
    home = folder or assets() / "fonts"
    faces = [_characters(path.read_bytes()) for path in sorted(home.glob("*.otf"))]
    return frozenset.intersection(*faces) | SPACE if faces else frozenset()


def lacking(text: str) -> Collection[str]:
    """The characters of a text that would stand as empty boxes, each once."""
    known = printable()
    return list(dict.fromkeys(sign for sign in text if sign not in known)) if known else []


def _characters(font: bytes) -> frozenset[str]:
    """What a font has a glyph for."""
    count = struct.unpack_from(">H", font, 4)[0]
    heads = (struct.unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    table = next(offset for tag, _sum, offset, _length in heads if tag == b"cmap")
    found: set[int] = set()
    for at in range(struct.unpack_from(">H", font, table + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", font, table + 4 + 8 * at)
        kind = struct.unpack_from(">H", font, table + offset)[0]
        if UNICODE.get((platform, encoding)) == kind:
            read = _segments if kind == 4 else _groups
            found.update(read(font, table + offset))
    return frozenset(chr(code) for code in found)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """The characters of a table of format 4: runs of codes, with a shift or a list of glyphs."""
    twice = struct.unpack_from(">H", font, at + 6)[0]
    count = twice // 2
    columns = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice]
    ends, starts, shifts, lists = (struct.unpack_from(f">{count}H", font, one) for one in columns)
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if lists[place]:
                where = columns[3] + 2 * place + lists[place] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, where)[0]
            if glyph and (glyph + shifts[place]) & 0xFFFF:
                yield code


def _groups(font: bytes, at: int) -> Iterator[int]:
    """The characters of a table of format 12: groups of codes in a row."""
    for group in range(struct.unpack_from(">L", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
        yield from (code for code in range(first, last + 1) if glyph + code - first)
