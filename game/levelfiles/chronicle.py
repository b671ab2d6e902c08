"""The chronicle: terms, campaigns, meetings, techniques, institutions, and what came after.

Facts and links stand in assets/chronicle/*.toml, words in words.<language>.toml beside them. Every
entry has a source and a mark; a documented one rests on a source that was seen.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.levelfiles.check import Found, Values, read_toml, take
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import ASSUMPTION, REQUIRED, Key, Kind
from game.levelfiles.sources import Source, check_source, read_sources
from game.places import assets, levels

KINDS = ("terms", "campaigns", "meetings", "techniques", "institutions")
EPILOGUE = "epilogue"
DOCUMENTED, ESTIMATED, INVENTED = "documented", "estimated", "invented"
MARKS = (DOCUMENTED, ESTIMATED, INVENTED)
SEEN = ("found", "found-computed")
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
WHEN = re.compile(rf"({_DAY}(\.\.{_DAY})?)?")
"""A year, a month or a day, or two of them with ".." between; nothing: at any time."""
_BARE = (
    Key("when", Kind.TEXT, "", 0, 22, "a year, month or day, or two with .. between"),
    Key("mark", Kind.NAME, "", 1, 12, "how sure it is", REQUIRED, MARKS),
    Key("source", Kind.TEXT, "", 1, 60, "a key of sources.toml, or assumption"),
)
KEYS = (
    Key("zh", Kind.TEXT, "", 1, 40, "the Chinese term"),
    Key("pinyin", Kind.TEXT, "", 1, 80, "with tones"),
    Key("english", Kind.TEXT, "", 1, 80, "the accepted English"),
    *_BARE,
    Key("see", Kind.TEXTS, "", 0, 8, "keys of other entries", ()),
    Key("events", Kind.TEXTS, "", 0, 12, "events of the levels that it explains", ()),
    Key("match", Kind.TEXTS, "", 0, 8, "other words that lead to it", ()),
)
LONGEST = 900


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `text` is in the language that was asked for."""

    key: str
    kind: str
    zh: str
    pinyin: str
    english: str
    when: str
    mark: str
    source: str
    see: tuple[str, ...]
    events: tuple[str, ...]
    match: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class After:
    """One line of the epilogue."""

    key: str
    when: str
    mark: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All entries, by kind and then as they stand in the files, and the epilogue."""

    entries: Mapping[str, Entry]
    epilogue: tuple[After, ...]

    def search(self, text: str) -> list[Entry]:
        """The entries in which a word occurs, those that bear it in their name first."""
        wanted = plain(text)
        if not wanted:
            return list(self.entries.values())
        named, told = [], []
        for entry in self.entries.values():
            names = plain(" ".join((entry.english, entry.zh, entry.pinyin, *entry.match)))
            if wanted in names:
                named.append(entry)
            elif wanted in plain(entry.text):
                told.append(entry)
        return named + told

    def of_event(self, event: str) -> Entry | None:
        """The entry that explains an event of a level."""
        return next((each for each in self.entries.values() if event in each.events), None)

    def linked(self, text: str) -> list[Entry]:
        """The entries whose names occur in a text, in the order in which they occur."""
        low = text.lower()
        found: list[tuple[int, Entry]] = []
        for entry in self.entries.values():
            spots = [
                hit.start()
                for name in (entry.english, *entry.match)
                if (hit := re.search(rf"\b{re.escape(name.lower())}\b", low)) is not None
            ]
            if spots:
                found.append((min(spots), entry))
        return [entry for _at, entry in sorted(found, key=lambda each: each[0])]


def plain(text: str) -> str:
    """A text for comparing: small letters, no tones, no typographic quotes.

    >>> plain("Rénmín Gōngshè ’58")
    "renmin gongshe '58"
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).strip()


def folder() -> Path:
    """Where the chronicle stands."""
    return assets() / "chronicle"


@cache
def chronicle(language: str = "en") -> Chronicle:
    """The shipped chronicle; what isn't translated stays English."""
    return read(folder(), language, [])


def read(home: Path, language: str, found: Found) -> Chronicle:
    """A chronicle's files, with every problem in them.

    Args:
        home: its folder
        language: of the words
        found: problems are added to it
    """
    known = read_sources(found)
    tables = {kind: _tables(home, f"{kind}.toml", KEYS, found) for kind in KINDS}
    after = _tables(home, f"{EPILOGUE}.toml", _BARE, found)
    words = _words(home, language, found)
    ids = [key for kind in KINDS for key in tables[kind]]
    _spoken("entries", ids, words, found)
    _spoken(EPILOGUE, list(after), words, found)
    for file, values in (*tables.items(), (EPILOGUE, after)):
        for key, value in values.items():
            _sourced(f"{file}.toml", key, value, known, found)
    events = event_ids()
    for kind in KINDS:
        for key, value in tables[kind].items():
            _names(f"{kind}.toml", f"[{key}] see", value["see"], ids, found)
            _names(f"{kind}.toml", f"[{key}] events", value["events"], events, found)
    told = words.get("entries", {})
    entries = {
        key: _entry(key, kind, value, told.get(key, ""))
        for kind in KINDS
        for key, value in tables[kind].items()
    }
    spoken = words.get(EPILOGUE, {})
    lines = tuple(
        After(key, value["when"], value["mark"], value["source"], spoken.get(key, ""))
        for key, value in after.items()
    )
    return Chronicle(entries, lines)


def _entry(key: str, kind: str, value: Values, text: str) -> Entry:
    lists = {name: tuple(value[name]) for name in ("see", "events", "match")}
    return Entry(key=key, kind=kind, text=text, **{**value, **lists})


def _tables(home: Path, file: str, keys: tuple[Key, ...], found: Found) -> dict[str, Values]:
    tables = read_toml(home / file, file, found)
    return {key: take(table, keys, file, f"[{key}]", found) for key, table in tables.items()}


def _words(home: Path, language: str, found: Found) -> dict[str, dict[str, str]]:
    """English words, with those of another language over them."""
    english: dict[str, Any] = read_toml(home / "words.en.toml", "words.en.toml", found)
    other: dict[str, Any] = {}
    path = home / f"words.{language}.toml"
    if language != "en" and path.is_file():
        try:
            other = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            text = "a file that can't be read"
            found.append(Problem(path.name, "the file", text, "words in TOML", str(error), "L105"))
    sections = ("entries", EPILOGUE)
    return {name: {**english.get(name, {}), **other.get(name, {})} for name in sections}


def _spoken(
    section: str, ids: Sequence[str], words: Mapping[str, Mapping[str, str]], found: Found
) -> None:
    """Each id has words, and no words are left over."""
    file, told = "words.en.toml", words.get(section, {})
    for key in ids:
        text = told.get(key)
        if not isinstance(text, str) or not 1 <= len(text) <= LONGEST:
            expected = f"a text of 1 to {LONGEST} characters"
            found.append(Problem(file, f"[{section}] {key}", shown(text), expected, code="L302"))
    for key in told:
        if key not in ids:
            fix = nearest(key, ids, "take it out")
            where = f"[{section}] {key}"
            found.append(Problem(file, where, "words of nothing", "an id", fix, "L301"))


def _sourced(file: str, key: str, value: Values, known: Mapping[str, Source], found: Found) -> None:
    """A source that can be looked up, and a mark that it bears out."""
    check_source(value["source"], known, file, f"[{key}]", found)
    if not WHEN.fullmatch(value["when"]):
        expected = '"YYYY", "YYYY-MM" or "YYYY-MM-DD", or two with ".." between'
        where = f"[{key}] when"
        found.append(Problem(file, where, shown(value["when"]), expected, code="L502"))
    source, mark = value["source"], value["mark"]
    seen = source in known and known[source].confidence in SEEN
    wrong = (mark == DOCUMENTED and not seen) or (mark == INVENTED) != (source == ASSUMPTION)
    if wrong and (source in known or source == ASSUMPTION):
        expected = "documented only with a source that was seen, invented only with an assumption"
        found.append(Problem(file, f"[{key}] mark", shown(mark), expected, code="L501"))


def _names(
    file: str, where: str, names: Sequence[str], known: Collection[str], found: Found
) -> None:
    for name in names:
        if name not in known:
            fix = nearest(name, list(known), "take it out")
            expected = one_of(sorted(known)[:6])
            found.append(Problem(file, where, shown(name), expected, fix, "L503"))


def event_ids() -> set[str]:
    """The ids of the events of all shipped levels."""
    found: set[str] = set()
    for path in sorted(levels().glob("*/level.toml")):
        try:
            found |= set(tomllib.loads(path.read_text("utf-8")).get("event", {}))
        except (OSError, ValueError):
            continue
    return found
