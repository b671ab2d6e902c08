"""Rows: what the level is held against, read from the level's `validation.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.levelfiles.check import Found, Values, read_toml, take, unknown
from game.levelfiles.errors import LevelError, Problem, nearest, one_of, shown
from game.levelfiles.keys import SOURCE, Key, Kind
from game.levelfiles.sources import Source, check_source, shipped_sources
from game.play.validation.changes import Change, changes
from game.play.validation.metrics import METRICS, PAIRED

FILE = "validation.toml"
USES = ("fit", "test", "check")
NOT_MODELLED = "none"
"""The metric of a row that the model can't answer yet: it is printed, and counts for nothing."""

_WORDS = Key("words", Kind.TEXT, "", 1, 200, "what the row says")
_SOURCE = Key("source", Kind.TEXT, "", 1, 60, "a key of [source.KEY] or of sources.toml")
_KEYS = (
    Key("id", Kind.TEXT, "", 1, 60, "its name"),
    Key("group", Kind.TEXT, "", 1, 80, "the heading it stands under"),
    _WORDS,
    Key("metric", Kind.TEXT, "", 1, 60, "a name in metrics.py, or none"),
    Key("unit", Kind.TEXT, "", 0, 20, "printed behind figures", ""),
    Key("year", Kind.WHOLE, "", 0, 2100, "year the metric is asked for", 0),
    Key("base", Kind.WHOLE, "", 0, 2100, "year it is held against", 0),
    Key("change", Kind.TEXT, "", 0, 60, "name of a [change.NAME]; empty: the runs as they are", ""),
    Key("use", Kind.NAME, "", 1, 10, "fit, test or check", choices=USES),
    _SOURCE,
    Key("note", Kind.TEXT, "", 0, 1200, "printed under the table", ""),
)
_NUMBERS = ("target", "tolerance", "low", "high")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a metric, and the span in which its median has to lie."""

    id: str
    group: str
    words: str
    metric: str
    unit: str
    year: int
    base: int
    change: str
    use: str
    source: str
    note: str
    target: float | None
    low: float | None  # the median has to lie inside; None: no bound
    high: float | None

    @property
    def modelled(self) -> bool:
        """Whether the model has an answer."""
        return self.metric != NOT_MODELLED


@dataclass(frozen=True, slots=True)
class Published:
    """A published series for the picture."""

    id: str
    panel: str  # which small picture it stands in
    words: str
    hollow: bool  # True: a second series, drawn as rings
    points: Mapping[int, float]  # year -> value
    source: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of a validation file."""

    rows: tuple[Row, ...]
    changes: Mapping[str, Change]
    published: tuple[Published, ...]
    sources: Mapping[str, Source]

    def needed(self) -> list[Change]:
        """The counterfactuals that a row asks for."""
        asked = {row.change for row in self.rows if row.modelled}
        return [change for name, change in self.changes.items() if name in asked]


def read(folder: Path) -> Sheet:
    """Read the validation file of a level.

    Raises:
        LevelError: with every problem in it.
    """
    found: Found = []
    tables = read_toml(folder / FILE, FILE, found)
    if found:
        raise LevelError(found)
    sheet = sheet_of(tables, found)
    if found:
        raise LevelError(found)
    return sheet


def sheet_of(tables: Mapping[str, Any], found: Found) -> Sheet:
    """The sheet of tables; problems are added to `found`."""
    unknown(tables, ("row", "change", "published", "source"), FILE, "", found)
    own = {
        name: Source(**take(table, SOURCE, FILE, f"[source.{name}]", found))
        for name, table in tables.get("source", {}).items()
    }
    sources = {**shipped_sources(), **own}
    known = changes(tables.get("change", {}), found)
    rows = tuple(
        _row(table, f"[[row]] {place + 1}", sources, known, found)
        for place, table in enumerate(tables.get("row", []))
    )
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            found.append(Problem(FILE, "[[row]] id", shown(row.id), "an id used once"))
        seen.add(row.id)
    if not rows:
        found.append(Problem(FILE, "[[row]]", "no rows", "one or more rows"))
    published = tuple(_published(each, sources, found) for each in tables.get("published", []))
    return Sheet(rows, known, published, sources)


def _row(
    table: object,
    where: str,
    sources: Mapping[str, Source],
    known: Mapping[str, Change],
    found: Found,
) -> Row:
    plain = table if isinstance(table, Mapping) else {}
    values = take({k: v for k, v in plain.items() if k not in _NUMBERS}, _KEYS, FILE, where, found)
    where = f"{where} ({values['id']})"
    check_source(values["source"], sources, FILE, where, found)
    if values["metric"] not in (*METRICS, NOT_MODELLED):
        fix = nearest(values["metric"], METRICS, "write it in metrics.py")
        text = one_of((*METRICS, NOT_MODELLED))
        found.append(Problem(FILE, f"{where} metric", shown(values["metric"]), text, fix))
    if values["change"] and values["change"] not in known:
        fix = nearest(values["change"], known)
        found.append(Problem(FILE, f"{where} change", values["change"], one_of(known), fix))
    if (values["metric"] in PAIRED) != bool(values["change"]) and values["metric"] in METRICS:
        text = "a change where the metric holds two batches against one another, none elsewhere"
        found.append(Problem(FILE, f"{where} change", shown(values["change"]), text))
    bounds: Values = {**values, **_span(plain, where, found)}
    return Row(**bounds)


def _span(table: Mapping[str, Any], where: str, found: Found) -> dict[str, float | None]:
    """Target and bounds: `target` with `tolerance`, or `low`, `high` or both."""
    numbers = {name: table[name] for name in _NUMBERS if name in table}
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            found.append(Problem(FILE, f"{where} {name}", shown(value), "a number"))
            return {"target": None, "low": None, "high": None}
    target, tolerance = numbers.get("target"), numbers.get("tolerance")
    low, high = numbers.get("low"), numbers.get("high")
    if target is not None and tolerance is not None:
        low, high = round(target - tolerance, 6), round(target + tolerance, 6)
        return {"target": target, "low": low, "high": high}
    if low is None and high is None:
        text = "target and tolerance, or low, or high, or both"
        found.append(Problem(FILE, where, "no bounds", text))
    if low is not None and high is not None and low > high:
        found.append(Problem(FILE, f"{where} low", shown(low), f"at most high, {high}"))
    return {"target": target, "low": low, "high": high}


_PUBLISHED = (
    Key("id", Kind.TEXT, "", 1, 60, "its name"),
    Key("panel", Kind.TEXT, "", 1, 60, "the small picture it stands in"),
    _WORDS,
    Key("hollow", Kind.YES_NO, "", 0, 0, "a second series", default=False),
    _SOURCE,
)


def _published(table: object, sources: Mapping[str, Source], found: Found) -> Published:
    plain = table if isinstance(table, Mapping) else {}
    rest = {name: value for name, value in plain.items() if name != "points"}
    values: Values = take(rest, _PUBLISHED, FILE, "[[published]]", found)
    check_source(values["source"], sources, FILE, f"[[published]] {values['id']}", found)
    points = plain.get("points", {})
    good = isinstance(points, Mapping) and all(
        str(year).isdecimal() and isinstance(value, int | float) for year, value in points.items()
    )
    if not good:
        text = "a table such as { 1958 = 101.3 }"
        where = f"[[published]] {values['id']} points"
        found.append(Problem(FILE, where, shown(points), text))
        points = {}
    return Published(**values, points={int(year): float(value) for year, value in points.items()})
