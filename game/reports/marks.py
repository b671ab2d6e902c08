"""Marks: what in a game is documented, what is estimated, what is assumed, what is invented."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from game.levelfiles.coefficients import read_entries
from game.levelfiles.keys import ASSUMPTION
from game.levelfiles.sources import Source, shipped_sources
from game.reports.when import month_name
from game.sim.level import Level
from game.words import N_

DOCUMENTED, ESTIMATED, ASSUMED, INVENTED = "documented", "estimated", "assumed", "invented"
NAMES = {
    DOCUMENTED: N_("documented"), ESTIMATED: N_("estimated"),
    ASSUMED: N_("assumed"), INVENTED: N_("invented"),
}  # fmt: skip
SEEN = ("found", "found-computed")
SURE = {
    "found": N_("seen in the document named"),
    "found-computed": N_("worked out from the document named"),
    "computed": N_("worked out"),
    "recalled": N_("from memory of the literature, not yet looked up"),
    "assumption": N_("assumption"),
}
"""How sure we are of a source, for people."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One line: how it is marked, what it is (words to translate), how many there are."""

    mark: str
    text: str
    count: int
    of: tuple[tuple[str, int], ...]  # what is counted, in words, and how many of each


def marks(level: Level) -> tuple[Mark, ...]:
    """What a level's facts and figures rest on."""
    known = shipped_sources()
    events = [event.source for event in level.events if not event.fictional]
    calls = [month_name(level.calendar(event.month)) for event in level.events if event.fictional]
    entries = read_entries(list(known), [])
    sources = [str(entry["source"]) for entry in entries.values()]
    found = [source for source in sources if _is_seen(known, source)]
    rest = [source for source in sources if source != ASSUMPTION and not _is_seen(known, source)]
    assumed = [
        name[0].replace("_", " ")
        for name, entry in entries.items()
        if entry["source"] == ASSUMPTION
    ]
    seen = [source for source in events if _is_seen(known, source)]
    told = [source for source in events if not _is_seen(known, source)]
    names = level.words
    lines = (
        _mark(DOCUMENTED, N_("dated events of the country, seen in the source named"),
              _cited(seen)),
        _mark(DOCUMENTED, N_("coefficients of the model, seen in the source named"), _cited(found)),
        _mark(ESTIMATED, N_("dated events told from memory of the literature"), _cited(told)),
        _mark(ESTIMATED, N_("coefficients told from memory of the literature"), _cited(rest)),
        _mark(ASSUMED, N_("coefficients of the model that are assumptions"), assumed),
        _mark(INVENTED, N_("telephone calls and words of the county office"), calls),
        _mark(INVENTED, N_("brigades of this commune, with their leaders"), level.units),
        _mark(INVENTED, N_("neighbouring communes"),
              [names.get(one.id, one.id) for one in level.neighbours]),
        _mark(INVENTED, N_("named households"),
              [names.get(one.id, one.id) for one in level.households]),
    )  # fmt: skip
    return tuple(line for line in lines if line.count)


def _mark(mark: str, text: str, names: Sequence[str]) -> Mark:
    """A line that counts names, each with how often it comes."""
    of = tuple((name, names.count(name)) for name in dict.fromkeys(names))
    return Mark(mark, text, len(names), of)


def _cited(keys: Sequence[str]) -> list[str]:
    return [citation(key) for key in keys]


def citation(key: str) -> str:
    """A source as it is cited: author, title, place and year, as far as they are known."""
    known = shipped_sources()
    return known[key].citation if key in known else key


def _is_seen(known: Mapping[str, Source], key: str) -> bool:
    return key in known and known[key].confidence in SEEN


def used(level: Level, more: Collection[str] = ()) -> dict[str, Source]:
    """The sources that a level's events and coefficients name, and some more, by key."""
    known = shipped_sources()
    keys = {event.source for event in level.events} | set(more)
    keys |= {str(entry["source"]) for entry in read_entries(list(known), []).values()}
    return {key: known[key] for key in sorted(keys) if key in known}
