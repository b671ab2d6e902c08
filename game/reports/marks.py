"""Marks: what in a game is documented, what is estimated, what is assumed, what is invented."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.levelfiles.coefficients import read_entries
from game.levelfiles.keys import ASSUMPTION
from game.levelfiles.sources import Source, shipped_sources
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


def marks(level: Level) -> tuple[Mark, ...]:
    """What a level's facts and figures rest on."""
    known = shipped_sources()
    events = [event for event in level.events if not event.fictional]
    seen = sum(_is_seen(known, event.source) for event in events)
    calls = len(level.events) - len(events)
    entries = read_entries(list(known), [])
    sources = [str(entry["source"]) for entry in entries.values()]
    assumed = sources.count(ASSUMPTION)
    found = sum(_is_seen(known, source) for source in sources)
    rest = len(sources) - assumed - found
    lines = (
        Mark(DOCUMENTED, N_("dated events of the country, seen in the source named"), seen),
        Mark(DOCUMENTED, N_("coefficients of the model, seen in the source named"), found),
        Mark(ESTIMATED, N_("dated events told from memory of the literature"), len(events) - seen),
        Mark(ESTIMATED, N_("coefficients told from memory of the literature"), rest),
        Mark(ASSUMED, N_("coefficients of the model that are assumptions"), assumed),
        Mark(INVENTED, N_("telephone calls and words of the county office"), calls),
        Mark(INVENTED, N_("brigades of this commune, with their leaders"), len(level.units)),
        Mark(INVENTED, N_("neighbouring communes"), len(level.neighbours)),
        Mark(INVENTED, N_("named households"), len(level.households)),
    )
    return tuple(line for line in lines if line.count)


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
