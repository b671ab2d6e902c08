"""params.toml -> Params: every coefficient with value, unit, range and source."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any, get_type_hints

from game.levelfiles.check import Found, Values, read_toml, take, unknown
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import PARAM, PARAM_CHANGE
from game.levelfiles.sources import check_source
from game.places import levels
from game.sim.params import Params
from game.sim.whole import Table, table

FILE = "_standard/params.toml"
MOST_POINTS = 40
MOST_X = 100_000


def sections() -> dict[str, dict[str, Any]]:
    """Section -> coefficient -> its type: int, Table, or a tuple of three."""
    kinds = get_type_hints(Params)
    return {section: get_type_hints(kind) for section, kind in kinds.items()}


def read_params(changes: object, file: str, known: Collection[str], found: Found) -> Params | None:
    """The standard coefficients with a level's own changes; None where one is missing."""
    tables = read_toml(levels() / FILE, FILE, found)
    entries = _entries(tables, known, found)
    _change(entries, changes, file, known, found)
    built: dict[str, Any] = {}
    for section, names in sections().items():
        values = {name: _read(entries, section, name, kind, found) for name, kind in names.items()}
        if any(value is None for value in values.values()):
            return None
        built[section] = get_type_hints(Params)[section](**values)
    return Params(**built)


def read_entries(known: Collection[str], found: Found) -> dict[tuple[str, str], Values]:
    """(section, coefficient) -> value, unit, range, source, note; for tables and the debrief."""
    return _entries(read_toml(levels() / FILE, FILE, found), known, found)


def _entries(
    tables: Mapping[str, Any], known: Collection[str], found: Found
) -> dict[tuple[str, str], Values]:
    entries: dict[tuple[str, str], Values] = {}
    unknown(tables, list(sections()), FILE, "", found)
    for section, names in sections().items():
        stands = tables.get(section, {})
        if not isinstance(stands, Mapping):
            text = "a table of coefficients"
            found.append(Problem(FILE, f"[{section}]", shown(stands), text, code="L206"))
            continue
        unknown(stands, list(names), FILE, f"[{section}]", found)
        for name in names:
            where = f"[{section}.{name}]"
            if name not in stands:
                fix = f"add {where} with value, unit, low, high, source"
                found.append(Problem(FILE, where, "nothing", "a coefficient", fix, "L202"))
                continue
            entry = take(stands[name], PARAM, FILE, where, found)
            check_source(entry["source"], known, FILE, where, found)
            entries[section, name] = {**entry, "file": FILE, "where": where}
    return entries


def _change(
    entries: dict[tuple[str, str], Values],
    changes: object,
    file: str,
    known: Collection[str],
    found: Found,
) -> None:
    """Put a level's own values in the place of the standard ones; unit and range stay."""
    if not isinstance(changes, Mapping):
        found.append(Problem(file, "[params]", shown(changes), "a table", code="L206"))
        return
    unknown(changes, list(sections()), file, "[params]", found)
    for section, names in sections().items():
        stands = changes.get(section, {})
        if not isinstance(stands, Mapping):
            where = f"[params.{section}]"
            found.append(Problem(file, where, shown(stands), "a table", code="L206"))
            continue
        unknown(stands, list(names), file, f"[params.{section}]", found)
        for name in names:
            if name not in stands or (section, name) not in entries:
                continue
            where = f"[params.{section}.{name}]"
            changed = take(stands[name], PARAM_CHANGE, file, where, found)
            check_source(changed["source"], known, file, where, found)
            entries[section, name] |= {**changed, "file": file, "where": where}


def _read(
    entries: Mapping[tuple[str, str], Values], section: str, name: str, kind: object, found: Found
) -> Any:  # noqa: ANN401
    entry = entries.get((section, name))
    if entry is None:
        return None
    value, low, high = entry["value"], entry["low"], entry["high"]
    span = f"of {entry['unit']}, {low} to {high}"
    if kind is Table:
        if _is_table(value, low, high):
            return table(value)
        text = f"points [[x, y], ...] with rising x (0 to {MOST_X}) and y {span}"
    elif kind is int:
        if type(value) is int and low <= value <= high:
            return value
        text = f"a whole number {span}"
    else:
        if _is_list(value, 3, low, high):
            return tuple(value)
        text = f"three whole numbers {span}"
    fix = "" if value != [] else "write at least two points"
    where = f"{entry['where']} value"
    found.append(Problem(entry["file"], where, shown(value), text, fix, "L221"))
    return None


def _is_list(value: object, length: int, low: int, high: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) == length
        and all(type(each) is int and low <= each <= high for each in value)
    )


def _is_table(value: object, low: int, high: int) -> bool:
    if not isinstance(value, list) or not 2 <= len(value) <= MOST_POINTS:
        return False
    if not all(_is_list(point, 2, min(0, low), max(MOST_X, high)) for point in value):
        return False
    rising = all(a[0] < b[0] for a, b in pairwise(value))
    inside = all(0 <= x <= MOST_X and low <= y <= high for x, y in value)
    return rising and inside


def known_coefficient(text: str) -> str:
    """The line `fix` for `section.name` that isn't known; used by the command line.

    >>> known_coefficient("harvest.sheds_pm")
    "did you mean 'harvest.shed_pm'?"
    """
    names = [f"{section}.{name}" for section, each in sections().items() for name in each]
    return nearest(text, names, one_of(sections()))


def count() -> int:
    """How many coefficients the model has.

    >>> count() > 100
    True
    """
    return sum(len(fields(kind)) for kind in get_type_hints(Params).values())
