"""Mutations of level files: of bytes, of TOML values and of trees of XML. A number gives one."""

import json
import re
import tomllib
from collections.abc import Callable, Sequence
from copy import deepcopy
from hashlib import blake2b
from typing import TypeVar
from xml.etree import ElementTree as ET

T = TypeVar("T")

FILES = ("level.toml", "map.tmx", "words.en.toml", "briefing.en.md", "tiles/ground.tsx")
PIECES = (
    *(b"[", b"]", b"{", b"}", b'"', b"'", b"=", b"<", b">", b"/>", b"&amp;", b"&#0;", b"\x00"),
    *(b"\xff", b"9" * 5000, b"-1", b"1e400", b"nan", b"true", b"[[1,2],[3,4]]", b'"1958-99"'),
    *(b"''", b"<object/>", b"<map/>", b"<data/>", b"\n[brigade]\n", b"\nbrigade = 3\n", b"\\ud800"),
    *(b"\n[[track]]\n", b"\xe4\xb8\xad", b"<!DOCTYPE x>", b"\r", b"..", b"\n", b"#", b"0x1f"),
)
VALUES: tuple[object, ...] = (
    *(0, 1, -1, 1000, 2**31, 2**70, True, 1.5, "", "x", "\u0000", "fallow", "1958-03", "9" * 400),
    *([], [1], ["a", 2], [[0, 1], [2, 3]], {}, {"a": 1}, {"jun": 1000}, [{"from": "1958-03"}]),
)
ATTRIBUTES = (
    "",
    "0",
    "-1",
    "1.5",
    "nan",
    "9" * 30,
    "../x",
    "ground",
    "field",
    "\u4e2d",
    "Reed Bank",
)


class Chance:
    """A stream of choices that depends on a number alone."""

    def __init__(self, number: int) -> None:
        self._state = number.to_bytes(16, "little")

    def below(self, most: int) -> int:
        """A whole number from 0 on, less than `most`."""
        self._state = blake2b(self._state, digest_size=16).digest()
        return int.from_bytes(self._state[:8], "little") % max(1, most)

    def one(self, those: Sequence[T]) -> T:
        """One of those."""
        return those[self.below(len(those))]


def torn(raw: bytes, chance: Chance) -> bytes:
    """Bytes cut, changed and put in."""
    for _ in range(1 + chance.below(4)):
        at, length = chance.below(len(raw) + 1), chance.below(40)
        piece = chance.one(PIECES)
        if chance.below(8) == 0 and raw:  # a stretch of the file itself, once more
            start = chance.below(len(raw))
            piece = raw[start : start + chance.below(400)]
        raw = raw[:at] + piece + raw[at + length :]
    return raw


def retold(raw: bytes, chance: Chance) -> bytes:
    """A TOML tree with a value changed, a key renamed, taken out or doubled elsewhere."""
    tables = tomllib.loads(raw.decode("utf-8"))
    for _ in range(1 + chance.below(3)):
        holder: object = tables
        while isinstance(holder, (dict, list)) and holder:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            key = chance.one(keys)
            inner = holder[key]
            if isinstance(inner, (dict, list)) and inner and chance.below(4):
                holder = inner
                continue
            _change(holder, key, chance)
            break
    return "".join(f"{_key(k)} = {_toml(v)}\n" for k, v in tables.items()).encode(
        "utf-8", "replace"
    )


def _change(holder: "dict[object, object] | list[object]", key: object, chance: Chance) -> None:
    what = chance.below(4)
    if isinstance(holder, list):
        assert isinstance(key, int)
        if what == 0:
            del holder[key]
        else:
            holder[key] = deepcopy(chance.one(VALUES))
    elif what == 0:
        del holder[key]
    elif what == 1:
        holder[str(key)[:-1] or "x"] = holder.pop(key)
    else:
        holder[key] = deepcopy(chance.one(VALUES))


def _key(name: object) -> str:
    return json.dumps(str(name))


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value) if isinstance(value, (bool, int, float)) else json.dumps(str(value))


def regrown(raw: bytes, chance: Chance) -> bytes:
    """A tree of XML with elements and attributes changed, moved, doubled or taken out."""
    root = ET.fromstring(raw)
    for _ in range(1 + chance.below(4)):
        every = list(root.iter())
        each, other = chance.one(every), chance.one(every)
        what = chance.below(6)
        if what == 0 and len(each):
            each.remove(each[chance.below(len(each))])
        elif what == 1 and other is not root and len(list(other.iter())) < 400:
            each.append(ET.fromstring(ET.tostring(other)))
        elif what == 2:
            each.tag = chance.one(("map", "layer", "object", "data", "property", "tileset", "x"))
        elif what == 3:
            each.text = chance.one(ATTRIBUTES)
        elif each.attrib:
            name = chance.one(list(each.attrib))
            if what == 4:
                del each.attrib[name]
            else:
                each.set(name, chance.one(ATTRIBUTES))
    return ET.tostring(root)


def mutated(number: int, read: Callable[[str], bytes]) -> tuple[str, bytes]:
    """The mutation of a number: which file, and what it holds then."""
    chance = Chance(number)
    file = chance.one(FILES)
    raw = read(file)
    if chance.below(2) and file.endswith(".toml"):
        return file, retold(raw, chance)
    if chance.below(2) and re.search(r"\.ts?m?x$", file):
        return file, regrown(raw, chance)
    return file, torn(raw, chance)
