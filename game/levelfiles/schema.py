"""JSON Schemas of level.toml and words.*.toml, written from the table of keys.

Editors read them by the `#:schema` line at the top of a file, and then complete names, show help
and mark what does not fit while it is typed. The checker stays the judge: a schema can't know that
shares sum to 1000, or which brigades there are.
"""

import json
from typing import Any

from game.levelfiles import keys, text
from game.levelfiles.check import expected
from game.levelfiles.coefficients import sections
from game.levelfiles.keys import MONTH_NAMES, MOST, REQUIRED, Key, Kind
from game.sim.orders import KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"
MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$"
_SHARE = {"type": "integer", "minimum": 0, "maximum": 1000}
_BY_ID = {
    "brigade": keys.BRIGADE, "crop": keys.CROP, "project": keys.PROJECT, "tier": keys.TIER,
    "neighbour": keys.NEIGHBOUR, "event": keys.EVENT, "household": keys.HOUSEHOLD,
    "source": keys.SOURCE, "zone": keys.ZONE, "province": keys.PROVINCE,
}  # fmt: skip
"""Tables of tables: kind -> the keys of each."""

Json = dict[str, Any]


def level_schema() -> str:
    """The text of levels/schema.json."""
    top = _properties(keys.LEVEL)
    top |= {kind: _by_id(kind, each) for kind, each in _BY_ID.items()}
    top |= {
        "track": _track(),
        "orders": _orders(),
        "weather": {
            "type": "object",
            "description": "the harvest of each calendar year at equal inputs; 1957 is 1000",
            "patternProperties": {"^[0-9]{4}$": {**_SHARE, "minimum": 300, "maximum": 1500}},
            "additionalProperties": False,
        },
        "params": _params(),
        "drawn": _table(keys.DRAWN),
    }
    whole = {
        "title": "A level of Two Ledgers",
        "description": "Written by python -m game.levelfiles.documents from keys.py",
        "type": "object",
        "properties": top,
        "required": [key.name for key in keys.LEVEL if key.default is REQUIRED],
        "additionalProperties": False,
        "definitions": {"coefficient": _table(keys.PARAM_CHANGE)},
    }
    return _written(whole)


def words_schema() -> str:
    """The text of levels/words-schema.json."""
    whole = {
        "title": "Words of a level of Two Ledgers",
        "description": "Written by python -m game.levelfiles.documents",
        "type": "object",
        "properties": {section: _words(section) for section in text.SECTIONS},
        "additionalProperties": False,
    }
    return _written(whole)


def _written(whole: Json) -> str:
    return json.dumps({"$schema": DRAFT, **whole}, indent=1, ensure_ascii=False) + "\n"


def _words(section: str) -> Json:
    must, may = text.SECTIONS[section]
    one = {"type": "string", "minLength": 1, "maxLength": text.LONGEST}
    named = dict.fromkeys((*must, *may), one)
    table = {"type": "object", "properties": named, "additionalProperties": False}
    return table if section == "level" else {
        "type": "object", "additionalProperties": {"anyOf": [one, table]},
    }  # fmt: skip


def _properties(table: tuple[Key, ...]) -> Json:
    return {key.name: _key(key) for key in table}


def _table(table: tuple[Key, ...], *, partly: bool = False) -> Json:
    needed = [key.name for key in table if key.default is REQUIRED]
    return {
        "type": "object",
        "properties": _properties(table),
        "required": needed[:1] if partly else needed,
        "additionalProperties": False,
    }


def _by_id(kind: str, table: tuple[Key, ...]) -> Json:
    return {"type": "object", "maxProperties": MOST[kind], "additionalProperties": _table(table)}


def _track() -> Json:
    piece = _table((keys.FROM, *keys.TRACK), partly=True)
    about = "dated climate and directives: a piece names what changes, the first names all"
    return {"type": "array", "minItems": 1, "description": about, "items": piece}


def _orders() -> Json:
    month = {"type": "string", "pattern": MONTH}
    named = {kind.name: {**month, "description": f"from when {kind.name} can be given"}
             for kind in KINDS}  # fmt: skip
    return {"type": "object", "properties": named, "additionalProperties": False}


def _params() -> Json:
    change = {"$ref": "#/definitions/coefficient"}
    return {
        "type": "object",
        "description": "coefficients that this level changes; see levels/_standard/params.toml",
        "properties": {
            section: {
                "type": "object",
                "properties": dict.fromkeys(names, change),
                "additionalProperties": False,
            }
            for section, names in sections().items()
        },
        "additionalProperties": False,
    }


def _key(key: Key) -> Json:
    about = f"{key.help} ({expected(key)}; since {key.since})"
    made: Json = {"description": about, **_kind(key)}
    if key.default is not REQUIRED and key.default not in (None, "", {}, ()):
        made["default"] = key.default
    return made


def _kind(key: Key) -> Json:
    text_ = {"type": "string", "minLength": key.low, "maxLength": key.high}
    shares = {"type": "object", "additionalProperties": _SHARE}
    whole = {"type": "integer"}
    each = {**whole, "minimum": key.each[0], "maximum": key.each[1]}
    span = {"minItems": key.low, "maxItems": key.high}
    made: dict[Kind, Json] = {
        Kind.WHOLE: {**whole, "minimum": key.low, "maximum": key.high},
        Kind.TEXT: text_,
        Kind.NAME: {"enum": list(key.choices)} if key.choices else text_,
        Kind.YES_NO: {"type": "boolean"},
        Kind.MONTH: {"type": "string", "pattern": MONTH},
        Kind.SHARES: {
            "type": "object",
            "properties": dict.fromkeys(MONTH_NAMES, _SHARE),
            "additionalProperties": False,
        },
        Kind.BY_BRIGADE: shares,
        Kind.TEXTS: {"type": "array", "items": {"type": "string"}, **span},
        Kind.WHOLES: {"type": "array", "items": each, **span},
        Kind.POINTS: {"anyOf": [whole, {"type": "array"}]},
    }
    return _table(keys.CONDITION) if key.kind is Kind.CONDITION else made[key.kind]
