"""Reads a TOML file and holds a table against its keys. Problems are gathered, never raised."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import MONTH_NAMES, REQUIRED, Key, Kind
from game.levelfiles.zipped import ZipPlace

MOST_BYTES = 256_000
"""No text of a level is larger than this: a fifth of a second to read. A map has its own bound."""
MOST_UNKNOWN = 12
"""Unknown keys of one table that are told one by one."""
MOST_HEADERS = 2000
_HEADERS = re.compile(r"^[ \t]*\[", re.MULTILINE)
_DOTTED = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){20}""")
ENOUGH = 200
"""Problems after which reading stops: so many have one cause."""

Values: TypeAlias = dict[str, Any]
Found: TypeAlias = list[Problem]


class EnoughError(Exception):
    """So many problems that reading on tells nothing more."""


class Gathered(list[Problem]):
    """Problems, up to a number that a person can still read."""

    def append(self, problem: Problem) -> None:
        """Add one.

        Raises:
            EnoughError: there are too many already.
        """
        if len(self) >= ENOUGH:
            raise EnoughError
        super().append(problem)


_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def read_bytes(path: Path | ZipPlace, name: str, found: Found, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file; empty, and a problem, where it can't be read or is too large."""
    try:
        size = path.stat().st_size
        if size > most:
            fix = "this is not what a level needs; look for what was pasted in by mistake"
            text = f"at most {most} bytes"
            found.append(Problem(name, "the file", f"{size} bytes", text, fix, "L102"))
            return b""
        return path.read_bytes()
    except FileNotFoundError:
        fix = f"add a file {path.name} to the folder {path.parent.name}"
        found.append(Problem(name, "the file", "no such file", "a file", fix, "L101"))
    except OSError as error:
        text = error.strerror or "an error"
        found.append(Problem(name, "the file", text, "a file that can be read", code="L103"))
    return b""


def _too_much(text: str) -> str:
    """What would keep a reader of TOML busy for minutes, or fill the memory, however short."""
    headers = len(_HEADERS.findall(text))
    if headers > MOST_HEADERS:
        return f"{headers} headers; at most {MOST_HEADERS}"
    return "a name of very many parts, a.a.a..." if _DOTTED.search(text) else ""


def read_toml(path: Path | ZipPlace, name: str, found: Found) -> Values:
    """The tables of a TOML file; empty, and a problem, where it is broken."""
    before = len(found)
    raw = read_bytes(path, name, found)
    if len(found) > before:
        return {}
    try:
        text = raw.decode("utf-8")
        if much := _too_much(text):
            fix = "look for what was pasted many times"
            found.append(Problem(name, "the file", much, "a file of a level", fix, "L102"))
            return {}
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        fix = "save the file as UTF-8"
        text = f"a byte that is not UTF-8, at {error.start}"
        found.append(Problem(name, "the file", text, "text in UTF-8", fix, "L104"))
    except (ValueError, RecursionError, OverflowError) as error:
        fix = "look at that line, and at the one before it"
        text = str(error) if isinstance(error, ValueError) else "tables nested too deep"
        found.append(Problem(name, "the file", text, "TOML", fix, "L105"))
    return {}


def take(
    table: object, keys: Sequence[Key], file: str, where: str, found: Found, *, partly: bool = False
) -> Values:
    """Hold a table against its keys.

    Args:
        table: what stands in the file
        keys: what may stand there
        file: named in problems
        where: the table as it is written in the file, `[crop.wheat]`; empty for the top
        found: problems are added here
        partly: True where a missing key is no problem (it is left out)

    Returns:
        A value for every key, a harmless one where there was a problem, so that reading goes on.
    """
    if not isinstance(table, Mapping):
        text = f"a table with the keys {', '.join(key.name for key in keys)}"
        found.append(Problem(file, where, shown(table), text, code="L206"))
        table = {key.name: harmless(key) for key in keys}
    known = [key.name for key in keys]
    unknown(table, known, file, where, found)
    values: Values = {}
    for key in keys:
        spot = f"{where} {key.name}".strip()
        if key.name in table:
            values[key.name] = _value(table[key.name], key, file, spot, found)
        elif partly:
            continue
        elif key.default is REQUIRED:
            fix = f"add {key.name}: {key.help}"
            found.append(Problem(file, spot, "nothing", expected(key), fix, "L202"))
            values[key.name] = harmless(key)
        else:
            values[key.name] = key.default
    return values


def unknown(
    table: Mapping[str, Any], known: Sequence[str], file: str, where: str, found: Found
) -> None:
    """Refuse keys that this version doesn't know."""
    strange = [name for name in table if name not in known]
    for name in strange[:MOST_UNKNOWN]:
        fix = nearest(name, known, "take it out")
        spot = f"{where} {name[:60]}".strip()
        text = "a key this version does not know"
        found.append(Problem(file, spot, text, one_of(known), fix, "L201"))
    more = len(strange) - MOST_UNKNOWN
    if more > 0:
        text = f"{more} more keys that this version does not know"
        found.append(Problem(file, where, text, one_of(known), "take them out", "L201"))


def expected(key: Key) -> str:
    """What a key wants, in words."""
    of = f" of {key.unit}" if key.unit else ""
    span = f"{key.low} to {key.high}"
    return {
        Kind.WHOLE: f"a whole number{of}, {span}",
        Kind.TEXT: f"a text of {span} characters",
        Kind.NAME: one_of(key.choices) if key.choices else "a name",
        Kind.YES_NO: "true or false",
        Kind.MONTH: 'a month, "YYYY-MM"',
        Kind.SHARES: "a table such as { sep = 400, oct = 600 }",
        Kind.BY_BRIGADE: 'a table such as { "Reed Bank" = 500 }',
        Kind.TEXTS: f"a list of {span} texts",
        Kind.WHOLES: f"a list of {span} whole numbers, {key.each[0]} to {key.each[1]}",
        Kind.POINTS: "a whole number, or points [[x, y], ...]",
        Kind.CONDITION: 'a condition such as { account = "granary", below_kg = 20000 }',
    }[key.kind]


def harmless(key: Key) -> Any:  # noqa: ANN401 - as many types as there are kinds of key
    """A value that lets reading go on after a problem."""
    if key.default is not REQUIRED:
        return key.default
    empty: dict[Kind, object] = {
        Kind.WHOLE: max(key.low, min(key.high, 1)),
        Kind.YES_NO: False,
        Kind.SHARES: {},
        Kind.BY_BRIGADE: {},
        Kind.TEXTS: [],
        Kind.WHOLES: [key.each[0]] * max(1, key.low),
        Kind.POINTS: 0,
    }
    return empty.get(key.kind, "")


def _value(value: object, key: Key, file: str, spot: str, found: Found) -> Any:  # noqa: ANN401
    if _fits(value, key):
        return value
    fix = _written(value, key)
    if file.endswith(".tmx") and key.kind is Kind.WHOLE and isinstance(value, str):
        fix = "give it the type int in Tiled, and a whole number"
    found.append(Problem(file, spot, shown(value), expected(key), fix, _code(value, key)))
    return harmless(key)


def _written(value: object, key: Key) -> str:
    """How to write a value of this kind; empty where the range is all that is wrong."""
    if key.choices and isinstance(value, str):
        return nearest(value, key.choices)
    if key.kind is Kind.WHOLE and isinstance(value, float):
        return "write it without a decimal point"
    if key.kind is Kind.WHOLE and isinstance(value, str):
        return "write it without quotes"
    return {
        Kind.TEXT: "write it in quotes, neither empty nor too long",
        Kind.YES_NO: "write true or false, without quotes",
        Kind.MONTH: 'write year and month in quotes, "1958-09"',
        Kind.SHARES: "write { sep = 400, oct = 600 }",
        Kind.BY_BRIGADE: 'write { "Reed Bank" = 500 }',
        Kind.TEXTS: 'write a list, ["one", "two"]',
        Kind.WHOLES: "write a list of whole numbers, [2, 1, 0]",
        Kind.CONDITION: 'write { account = "granary", below_kg = 20000 }',
    }.get(key.kind, "")


def _code(value: object, key: Key) -> str:
    """Out of range, not one of the choices, or of the wrong kind."""
    if key.kind is Kind.WHOLE and type(value) is int:
        return "L204"
    return "L205" if key.choices and isinstance(value, str) else "L203"


def _fits(value: object, key: Key) -> bool:
    fits = False
    match value:
        case bool():
            fits = key.kind is Kind.YES_NO
        case int():
            fits = key.kind is Kind.POINTS or (
                key.kind is Kind.WHOLE and key.low <= value <= key.high
            )
        case str():
            fits = _text_fits(value, key)
        case dict():
            fits = key.kind in (Kind.SHARES, Kind.BY_BRIGADE, Kind.CONDITION)
        case list():
            fits = key.kind is Kind.POINTS or _list_fits(value, key)
    return fits


def _text_fits(value: str, key: Key) -> bool:
    if key.kind is Kind.MONTH:
        return _MONTH.fullmatch(value) is not None
    fits = key.kind in (Kind.TEXT, Kind.NAME) and key.low <= len(value) <= key.high
    return fits and (not key.choices or value in key.choices)


def _list_fits(value: list[object], key: Key) -> bool:
    if not key.low <= len(value) <= key.high:
        return False
    if key.kind is Kind.TEXTS:
        return all(isinstance(each, str) for each in value)
    low, high = key.each
    numbers = [each for each in value if type(each) is int and low <= each <= high]
    return key.kind is Kind.WHOLES and len(numbers) == len(value)


def month_of(text: str, start: tuple[int, int]) -> int:
    """Months from the start of the level; negative before it.

    >>> month_of("1959-01", (1958, 3))
    10
    """
    fits = _MONTH.fullmatch(text)
    if fits is None:
        return 0
    return (int(fits[1]) - start[0]) * 12 + int(fits[2]) - start[1]


def by_month(value: Values, file: str, spot: str, found: Found) -> list[int]:
    """Twelve shares from `{ sep = 400, oct = 600 }`; they have to sum to 1000."""
    unknown(value, MONTH_NAMES, file, spot, found)
    shares = [0] * 12
    for place, name in enumerate(MONTH_NAMES):
        share = value.get(name, 0)
        if type(share) is not int or not 0 <= share <= 1000:
            text = "a whole number of per mille, 0 to 1000"
            found.append(Problem(file, f"{spot} {name}", shown(share), text, code="L209"))
            return shares
        shares[place] = share
    if sum(shares) != 1000:
        fix = "share out what is missing, or take away what is over"
        text = "shares that sum to 1000"
        found.append(Problem(file, spot, f"a sum of {sum(shares)}", text, fix, "L208"))
    return shares
