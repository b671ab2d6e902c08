"""The sources that events and coefficients name; docs/sources.md is written from them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from game.levelfiles.check import Found, read_toml, take
from game.levelfiles.errors import Problem, nearest, shown
from game.levelfiles.keys import ASSUMPTION, SOURCE
from game.places import levels

FILE = "_standard/sources.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or a dated event comes from."""

    citation: str
    where: str  # an address, or a place
    confidence: str


def read_sources(found: Found) -> Mapping[str, Source]:
    """All sources by their key."""
    tables = read_toml(levels() / FILE, FILE, found)
    return {
        key: Source(**take(table, SOURCE, FILE, f"[{key}]", found)) for key, table in tables.items()
    }


@cache
def shipped_sources() -> Mapping[str, Source]:
    """The sources that come with the game, for the cards that name them."""
    return read_sources([])


def own_sources(tables: Mapping[str, object], found: Found) -> Mapping[str, Source]:
    """The sources that a level brings itself: [source.KEY] of its level.toml."""
    from game.levelfiles.parts import rows

    return {key: Source(**row) for key, row in rows(tables, "source", SOURCE, found).items()}


def check_source(key: str, known: Collection[str], file: str, where: str, found: Found) -> None:
    """Refuse a source that nobody can look up."""
    if key and key != ASSUMPTION and key not in known:
        otherwise = f"add a table [source.{key[:40]}], or write {ASSUMPTION!r}"
        fix = nearest(key, [*known, ASSUMPTION], otherwise)
        expected = f"a [source.KEY] of this level, a key of docs/sources.md, or {ASSUMPTION!r}"
        found.append(Problem(file, f"{where} source", shown(key), expected, fix, "L220"))


def page(sources: Mapping[str, Source]) -> str:
    """The text of docs/sources.md."""
    lines = [
        "# Sources",
        "",
        "Written by `python -m game.levelfiles.documents` from `levels/_standard/sources.toml`;",
        "change it there. A coefficient or an event names one of these keys, or `assumption`.",
        "*found*: seen in the document named. *recalled*: from the literature, not yet looked up.",
        "",
        "| Key | Source | Where | Confidence |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{key}` | {each.citation} | {each.where} | {each.confidence} |"
        for key, each in sorted(sources.items())
    ]
    return "\n".join(lines) + "\n"
