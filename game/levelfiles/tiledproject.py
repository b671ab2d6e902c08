"""The Tiled project of the levels: classes of objects with their properties, and lists to choose.

Open `levels/two-ledgers.tiled-project` in Tiled, and a field offers its brigade, crop and quality.
Defaults stand here once; Tiled leaves them out of a map, and the reader fills them in again.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from game.levelfiles.keys import PLACES, REQUIRED, Key, Kind
from game.levelfiles.place import FALLOW
from game.places import assets

COLOURS = {
    "brigade": "#ffb23a2e", "field": "#ffc9a24b", "forest": "#ff4f6b45", "dam": "#ff5d7f91",
    "canal": "#ff5d7f91", "granary": "#ff8a6a3c", "hall": "#ff9b4b3c", "office": "#ff2f4a6d",
    "furnaces": "#ff4a3a33", "house": "#ff8d857a", "prop": "#ffa9a294",
}  # fmt: skip
OTHER = "#ff6f6a60"
PICTURE, CROP = "picture", "crop"


def pictures() -> tuple[str, ...]:
    """The pictures that an object can ask for, from the tilesets of objects and forest."""
    found: list[str] = []
    for name in ("objects", "forest"):
        text = (assets() / "atlas" / f"{name}.tsx").read_text("utf-8")
        found += re.findall(r'<tile id="[0-9]+" type="([^"]+)"', text)
    return tuple(found)


def crops() -> tuple[str, ...]:
    """The crops that have pictures of their own, and fallow."""
    text = (assets() / "atlas" / "fields.tsx").read_text("utf-8")
    found = re.findall(r'type="([a-z_]+)_ripe\.0"', text)
    return (*sorted(set(found)), FALLOW)


def project(folders: Sequence[str] = (".", "../assets/atlas")) -> str:
    """The text of levels/two-ledgers.tiled-project, or of a project with other folders."""
    enums = [_enum(1, CROP, crops()), _enum(2, PICTURE, pictures())]
    classes = [_class(number, kind) for number, kind in enumerate(PLACES, start=3)]
    whole = {
        "automappingRulesFile": "",
        "commands": [],
        "compatibilityVersion": 1100,
        "extensionsPath": "extensions",
        "folders": list(folders),
        "properties": [],
        "propertyTypes": [*enums, *classes],
    }
    return json.dumps(whole, indent=4) + "\n"


def _enum(number: int, name: str, values: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "storageType": "string",
        "type": "enum",
        "values": list(values),
        "valuesAsFlags": False,
    }


def _class(number: int, kind: str) -> dict[str, Any]:
    return {
        "color": COLOURS.get(kind, OTHER),
        "drawFill": True,
        "id": number,
        "members": [_member(key) for key in PLACES[kind]],
        "name": kind,
        "type": "class",
        "useAs": ["property", "object"],
    }


def _member(key: Key) -> dict[str, Any]:
    if key.kind is Kind.WHOLE:
        value: object = 0 if key.default is REQUIRED else key.default
        return {"name": key.name, "type": "int", "value": value}
    made: dict[str, Any] = {"name": key.name, "type": "string", "value": ""}
    if key.name == "crop":
        made["propertyType"] = CROP
    elif key.name == "kind":
        made["propertyType"] = PICTURE
    return made
