"""Lint: what texts may not say, by docs/depiction.md. Asked of levels, catalogues and chronicle.

Three rules can be checked by a machine. No word of games that are won stands in what people read,
and none that is too light, too loud or too lurid, except in a slogan of the time, in quotation
marks. And no number of dead stands without a household beside it. Here, too, is asked whether the
fonts can print it all.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from game.levelfiles.chronicle import Chronicle, folder, read
from game.levelfiles.errors import Problem
from game.levelfiles.glyphs import lacking
from game.levelfiles.tilesets import Place
from game.levelfiles.tone import banned, counts_dead, unfit
from game.places import assets
from game.sim.level import Level

BESIDE = ("household", "hardest_hit", "register_lines", "line_of", "line_after", "lines_of")
"""One of these stands in every file of the game that tells a number of dead."""
SHOWN_IN = {
    "reports/branches.py": ("ui/screens/beside.py", "reports/page/compare.py"),
    "reports/country.py": ("reports/page/first.py", "ui/screens/debrief_first.py"),
    "reports/whole.py": ("reports/page/first.py", "reports/page/compare.py",
                         "ui/screens/debrief_pages.py"),
}  # fmt: skip
"""Files that hold such a text for others, which show it beside a household."""


def level_texts(level: Level, home: Place) -> Iterator[Problem]:
    """What a level's words, in all its languages, should not say."""
    from game.levelfiles.plausible import languages

    documented = {event.id for event in level.events if not event.fictional}
    names = _names(level)
    for language in languages(home):
        file = f"words.{language}.toml"
        for where, text in _strings(home, file):
            yield from _words(file, where, text)
            yield from _signs(file, where, text)
            key = where.rpartition(" ")[2]
            if key not in documented and counts_dead(text) and not _mentions(text, names):
                yield _dead(file, where)
        briefing = f"briefing.{language}.md"
        text = _text(home, briefing)
        yield from _words(briefing, "the text", text)
        yield from _signs(briefing, "the text", text)
    for file in ("tutorial.toml", "level.toml"):
        for where, text in _strings(home, file):
            yield from _words(file, where, text)
            yield from _signs(file, where, text)


def _names(level: Level) -> set[str]:
    keys = [name for each in level.households for name in (each.id, f"{each.id}.zh")]
    return {level.words[key] for key in keys if key in level.words}


def _mentions(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


def _words(file: str, where: str, text: str) -> Iterator[Problem]:
    for word in dict.fromkeys(banned(text)):
        expected = "none of the words of games that are won, but in a quoted slogan"
        fix = "say what happened instead"
        yield Problem(file, where, repr(word), expected, fix, "W512")
    for word in dict.fromkeys(unfit(text)):
        expected = "plain words: no joke, no shout, no gore, but in a quoted slogan"
        yield Problem(file, where, repr(word), expected, "say what happened, quietly", "W514")


def _signs(file: str, where: str, text: str) -> Iterator[Problem]:
    for sign in lacking(text):
        fix = f"write it without {sign}; for a level of the game itself, cut the fonts anew"
        expected = "characters that the fonts of the game have"
        yield Problem(file, where, f"{sign} (U+{ord(sign):04X})", expected, fix, "W515")


def _dead(file: str, where: str) -> Problem:
    fix = "name a household of the level in the same text"
    expected = "a household beside it"
    return Problem(file, where, "a number of dead", expected, fix, "W513")


def _text(home: Place, file: str) -> str:
    try:
        return (home / file).read_bytes().decode("utf-8")
    except (OSError, KeyError, UnicodeDecodeError):
        return ""


def _strings(home: Place, file: str) -> Iterator[tuple[str, str]]:
    """Every text of a TOML file, with where it stands."""
    import tomllib

    try:
        tables = tomllib.loads(_text(home, file))
    except ValueError:
        return
    yield from _walk(tables, "")


def _walk(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where.strip(), value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _walk(inner, f"{where} {key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _walk(inner, f"{where} {at + 1}")


def shipped_texts(language_folder: Path | None = None) -> list[Problem]:
    """What the catalogues of all languages and the chronicle should not say.

    Args:
        language_folder: another folder of catalogues
    """
    found: list[Problem] = []
    home = language_folder or assets() / "words"
    for path in sorted(home.glob("*/LC_MESSAGES/*.po")):
        for text in _messages(path):
            found += _words(str(path.relative_to(home)), repr(text[:60]), text)
            found += _signs(str(path.relative_to(home)), repr(text[:60]), text)
    for path in sorted(folder().glob("words.*.toml")):
        for where, text in _strings(path.parent, path.name):
            found += _words(path.name, where, text)
    for path in sorted(folder().glob("*.toml")):
        for where, text in _strings(path.parent, path.name):
            found += _signs(path.name, where, text)
    book: Chronicle = read(folder(), "en", found)
    found += [_dead("chronicle", one.key) for one in book.entries.values()
              if one.mark == "invented" and counts_dead(one.text)]  # fmt: skip
    return [*found, *deaths_alone()]


def _messages(path: Path) -> Iterator[str]:
    """Every text of a catalogue: what is translated, and the translation."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if not message.id:
            continue  # the head of the file
        for part in (message.id, message.string):
            texts = (part,) if isinstance(part, str) else tuple(part or ())
            yield from (text for text in texts if text)


def deaths_alone(game: Path | None = None) -> list[Problem]:
    """The files of the game that tell a number of dead and never name a household.

    Args:
        game: the folder of the source; the game's own if it is left out
    """
    home = game or Path(__file__).resolve().parents[1]
    found = []
    for path in sorted(home.rglob("*.py")):
        source, file = path.read_text("utf-8"), path.relative_to(home).as_posix()
        if path.parent == Path(__file__).parent or file.startswith("cli/"):
            continue  # what is said about such texts, and tables of many runs
        said = [text for text in _literals(source) if counts_dead(text)]
        if said and not _names_a_household(home, file, source):
            found.append(_dead(file, repr(said[0][:60])))
    return found


def _names_a_household(home: Path, file: str, source: str) -> bool:
    sources = [source]
    if (shown := SHOWN_IN.get(file)) and not any(name in source for name in BESIDE):
        sources = [(home / each).read_text("utf-8") for each in shown]
    return all(any(name in each for name in BESIDE) for each in sources)


def _literals(source: str) -> Iterator[str]:
    """Every text of a program but what explains it to its readers."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
