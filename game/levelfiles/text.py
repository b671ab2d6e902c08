"""The words of a level: words.<lang>.toml and briefing.<lang>.md, apart from all numbers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.levelfiles.check import Found, read_bytes, read_toml
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.tilesets import Place

LONGEST = 1200  # characters of one text
MOST_QUESTIONS = 12
SECTIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "level": (("place",), ("note",)),
    "brigades": ((), ("zh", "note")),
    "crops": (("name",), ("zh", "note")),
    "projects": (("name",), ("zh", "note")),
    "neighbours": (("name",), ("zh", "note")),
    "events": (("text",), ("note",)),
    "households": (("name", "story"), ("zh",)),
    "tutorial": (("text",), ()),
    "questions": (("text",), ()),
}
"""Section -> keys that have to be there, keys that may be."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids that words are written for, by section."""

    by_section: Mapping[str, Collection[str]]


def read_words(folder: Place, ids: Ids, found: Found) -> Mapping[str, str]:
    """The English words, all of them: `id` for the name or text itself, `id.key` for the rest."""
    return MappingProxyType(_flat(folder, "en", ids, found, whole=True))


def words_in(folder: Place, language: str, english: Mapping[str, str], ids: Ids) -> dict[str, str]:
    """The words in a language; what isn't translated stays English. Broken words are left out."""
    if language == "en" or not (folder / f"words.{language}.toml").is_file():
        return dict(english)
    return {**english, **_flat(folder, language, ids, [], whole=False)}


def words_of(folder: Place, language: str, ids: Ids) -> dict[str, str]:
    """The words of one language alone, as far as they are there."""
    return _flat(folder, language, ids, [], whole=False)


def briefing(folder: Place, language: str, found: Found) -> str:
    """The briefing in a language, or in English."""
    name = f"briefing.{language}.md"
    if language != "en" and not (folder / name).is_file():
        name = "briefing.en.md"
    raw = read_bytes(folder / name, name, found)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = f"a byte that is not UTF-8, at {error.start}"
        fix = "save the file as UTF-8"
        found.append(Problem(name, "the file", text, "text in UTF-8", fix, "L104"))
        return ""


def _flat(folder: Place, language: str, ids: Ids, found: Found, *, whole: bool) -> dict[str, str]:
    file = f"words.{language}.toml"
    before = len(found)
    tables = read_toml(folder / file, file, found)
    if len(found) > before:
        return {}
    words: dict[str, str] = {}
    for section in tables:
        if section not in SECTIONS:
            fix = nearest(section, SECTIONS, "take it out")
            text = "a section this version does not know"
            found.append(Problem(file, f"[{section}]", text, one_of(SECTIONS), fix, "L304"))
    for section in SECTIONS:
        stands = tables.get(section, {})
        if not isinstance(stands, Mapping):
            found.append(Problem(file, f"[{section}]", shown(stands), "a table", code="L206"))
            continue
        if section == "questions":  # a level's own, in the place of the game's
            _questions(stands, file, words, found)
            continue
        _section(section, stands, ids.by_section.get(section, ()), file, words, found, whole)
    return words


def _section(
    section: str,
    stands: Mapping[str, object],
    ids: Collection[str],
    file: str,
    words: dict[str, str],
    found: Found,
    whole: bool,
) -> None:
    must, may = SECTIONS[section]
    if section == "level":
        stands, ids = {"level": stands}, ("level",)
    for name in stands:
        if name not in ids:
            fix = nearest(name, ids, "take it out, or add it to level.toml")
            text = f"words for {name[:40]!r}, which is not in level.toml"
            spot = f"[{section}] {name[:40]}"
            found.append(Problem(file, spot, text, one_of(ids), fix, "L301"))
    for name in ids:
        entry = stands.get(name, {})
        table = entry if isinstance(entry, Mapping) else {must[0] if must else "note": entry}
        where = f"[{section}] {name}"
        for key in table:
            if key not in (*must, *may):
                fix = nearest(key, (*must, *may), "take it out")
                text = "a key this version does not know"
                known = one_of((*must, *may))
                found.append(Problem(file, f"{where}.{key}", text, known, fix, "L201"))
        for key in (*must, *may):
            itself = key in ("name", "text")
            spot = where if itself else f"{where}.{key}"
            if key not in table:
                if key in must and whole:
                    fix = f"write it in [{section}]"
                    found.append(Problem(file, spot, "nothing", "a text", fix, "L302"))
                continue
            _keep(table[key], file, spot, words, name if itself else f"{name}.{key}", found)


def _questions(
    stands: Mapping[str, object], file: str, words: dict[str, str], found: Found
) -> None:
    """Questions of the debrief, in the order in which they stand."""
    if len(stands) > MOST_QUESTIONS:
        text_ = f"at most {MOST_QUESTIONS}"
        found.append(Problem(file, "[questions]", str(len(stands)), text_, code="L207"))
    for number, (name, text) in enumerate(list(stands.items())[:MOST_QUESTIONS], start=1):
        _keep(text, file, f"[questions] {name[:40]}", words, f"question {number}", found)


def questions_of(words: Mapping[str, str]) -> tuple[str, ...]:
    """The questions that a level asks itself; empty where it leaves them to the game.

    >>> questions_of({"question 1": "Who kept the key?", "wheat": "Wheat"})
    ('Who kept the key?',)
    """
    keys = (f"question {number}" for number in range(1, MOST_QUESTIONS + 1))
    return tuple(words[key] for key in keys if key in words)


def _keep(
    value: object, file: str, spot: str, words: dict[str, str], key: str, found: Found
) -> None:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST:
        text = f"a text of 1 to {LONGEST} characters"
        found.append(Problem(file, spot, shown(value), text, code="L303"))
        return
    words[key] = value
