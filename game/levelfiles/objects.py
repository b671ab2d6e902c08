"""Objects of the layer `places`: templates and the defaults of classes are filled in here."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from game.levelfiles.check import Found, read_bytes
from game.levelfiles.errors import Problem, one_of, shown
from game.levelfiles.tilesets import Place, inside
from game.levelfiles.xmlfile import layers_of, read_xml

LAYER = "places"
TILE = 32  # pixels of an isometric map along either side of a tile, for objects
MOST_OBJECTS = 8_000
MOST_PROJECT = 400_000  # bytes
MOST_TEMPLATES = 100
_DIGITS = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,17})?")
_SHAPES = ("ellipse", "polygon", "polyline", "text", "capsule")

Defaults = Mapping[str, Mapping[str, str]]
"""Class -> property -> the text that Tiled leaves out of a map because it is the default."""


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

    def __str__(self) -> str:
        """Which it is and where, for messages: by number, class, name and tile."""
        told = f"{self.kind[:30] or 'no class'} {self.name[:40]}".rstrip()
        return f"object {self.id} ({told}) at tile {self.a:g}, {self.b:g}"


class Reader:
    """Reads the objects of one map."""

    def __init__(self, folder: Place, file: str, found: Found) -> None:
        self.folder, self.file, self.found = folder, file, found
        self._templates: dict[str, ET.Element | None] = {}

    def read(self, root: ET.Element, defaults: Defaults) -> tuple[MapObject, ...]:
        """The objects of the one layer with the name `places`."""
        every = layers_of(root, "objectgroup")
        groups = [each for each in every if each.get("name") == LAYER]
        if len(groups) != 1:
            names = [each.get("name", "")[:40] for each in every]
            expected = f"one object layer with the name {LAYER!r}"
            stands = f"{len(groups)} of them" if groups else one_of(names)
            fix = "join them" if groups else f"name the object layer {LAYER!r}"
            self._tell("object layers", stands, expected, fix, "L411")
            return ()
        elements = groups[0].findall("object")
        if len(elements) > MOST_OBJECTS:
            text = f"at most {MOST_OBJECTS} objects"
            self._tell(LAYER, str(len(elements)), text, "take some out", "L412")
            return ()
        read = (self._object(element, defaults) for element in elements)
        return tuple(each for each in read if each is not None)

    def _tell(self, key: str, found: str, expected: str, fix: str, code: str) -> None:
        self.found.append(Problem(self.file, key, found, expected, fix, code))

    def _object(self, element: ET.Element, defaults: Defaults) -> MapObject | None:
        told, properties, shape = self._merged(element)
        kind = told.get("type") or told.get("class") or ""
        numbers: list[float] = []
        for key in ("x", "y", "width", "height"):
            text = told.get(key, "0")
            if not _DIGITS.fullmatch(text):
                fix = "save it again in Tiled"
                where = f"{_where(told, kind)} {key}"
                self._tell(where, shown(text), "a number of pixels", fix, "L421")
                return None
            numbers.append(float(text) / TILE)
        turned = told.get("rotation", "0") not in ("0", "")
        if turned or shape:
            stands = f"turned by {told['rotation'][:12]} degrees" if turned else shape
            where, expected = _where(told, kind), "an upright rectangle or a point"
            self._tell(where, stands, expected, "draw it anew", "L426")
        properties = {**defaults.get(kind, {}), **properties}
        a, b, w, d = numbers
        if "gid" in told:  # a picture: x, y is the front corner of what it stands on
            w, d = (_tiles(properties.get(key, "1")) for key in ("w", "d"))
            a, b = a - w, b - d
        own = {key: text for key, text in properties.items() if key not in ("w", "d")}
        name = told.get("name", "")
        return MapObject(_number(told.get("id", "")), kind, name, a, b, w, d, own)

    def _merged(self, element: ET.Element) -> tuple[dict[str, str], dict[str, str], str]:
        """Attributes, properties and shape, with what a template says below them."""
        told, own = dict(element.attrib), properties_of(element)
        shape = _shape(element)
        source = element.get("template")
        if source is None:
            return told, own, shape
        base = self._template(source, _number(element.get("id", "")))
        if base is None:
            return told, own, shape
        return (
            {**base.attrib, **told},
            {**properties_of(base), **own},
            shape or _shape(base),
        )

    def _template(self, source: str, number: int) -> ET.Element | None:
        if source in self._templates or len(self._templates) >= MOST_TEMPLATES:
            return self._templates.get(source)
        self._templates[source] = None
        target, safe = inside(self.folder, self.folder, source)
        where = f"object {number} (of a template) template"
        if target is None:
            stands = "no such file, " + shown(source) if safe else shown(source)
            expected = "a template in the level's folder"
            self._tell(where, stands, expected, "detach it from its template", "L422")
            return None
        root = read_xml(target, self.found, source, "template")
        inner = root.find("object") if root is not None else None
        if root is not None and inner is None:
            self._tell(where, "no object in it", "a template of an object", "make it anew", "L422")
        self._templates[source] = inner
        return inner


def properties_of(element: ET.Element) -> dict[str, str]:
    """The properties of an element as texts."""
    return {
        each.get("name", "")[:60]: each.get("value", each.text or "")[:400]
        for each in element.findall("properties/property")
    }


def _where(told: Mapping[str, str], kind: str) -> str:
    named = f"{kind[:30] or 'no class'} {told.get('name', '')[:40]}".rstrip()
    return f"object {_number(told.get('id', ''))} ({named})"


def _shape(element: ET.Element) -> str:
    return next((each.tag for each in element if each.tag in _SHAPES), "")


def _number(text: str) -> int:
    return int(text) if len(text) < 10 and text.isascii() and text.isdecimal() else 0


def _tiles(text: str) -> int:
    return int(text) if len(text) < 4 and text.isascii() and text.isdecimal() else 1


def class_defaults(folder: Place, found: Found) -> Defaults:
    """What the Tiled project in the level's folder says that classes have without being told."""
    projects = [name for name in _names(folder) if name.endswith(".tiled-project")]
    if not projects:
        return {}
    name = projects[0]
    before = len(found)
    raw = read_bytes(folder / name, name, found, MOST_PROJECT)
    if len(found) > before:
        return {}
    try:
        told = json.loads(raw.decode("utf-8-sig"))
        return {
            str(each["name"]): {
                str(member["name"]): _text(member.get("value"))
                for member in each.get("members", [])
                if member.get("value") not in (None, "")
            }
            for each in told.get("propertyTypes", [])
            if each.get("type") == "class"
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        fix = "take it out of the folder, or save it again in Tiled"
        text = " ".join(str(error).split())[:80]
        found.append(Problem(name, "the file", text, "a Tiled project", fix, "L423"))
        return {}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)[:400] if isinstance(value, (str, int, float)) else ""


def _names(folder: Place) -> list[str]:
    if isinstance(folder, Path):
        try:
            return sorted(each.name for each in folder.iterdir())
        except OSError:
            return []
    return folder.names()
