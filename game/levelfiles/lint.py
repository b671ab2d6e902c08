"""Lint: what texts may not say, by docs/depiction.md. Asked of levels, catalogues and chronicle.

Two rules can be checked by a machine. No word of games that are won stands in what people read,
except in a slogan of the time, in quotation marks. And no number of the village's dead stands
without a household beside it.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from game.levelfiles.chronicle import Chronicle, folder, read
from game.levelfiles.errors import Problem
from game.levelfiles.tilesets import Place
from game.places import assets
from game.sim.level import Level

WORDS = (
    "score", "scores", "scored", "scoring", "highscore", "high score", "win", "wins", "winner",
    "winners", "winning", "won", "victory", "victories", "victorious", "rank", "ranks", "ranked",
    "ranking", "leaderboard", "badge", "badges", "achievement", "achievements", "trophy", "loser",
    "losers", "game over", "level up", "bonus", "combo", "power-up", "unlocked",
)  # fmt: skip
CHINESE = ("得分", "比分", "高分", "胜利", "获胜", "赢", "输了", "排名", "排行榜", "成就", "徽章",
           "奖杯", "通关", "过关", "连击")  # fmt: skip
SAID = (
    "Nothing in this level can be won",
    "There is no score, no rank and no victory",
)
"""Sentences that say that there is nothing of the kind."""
_BANNED = re.compile(
    rf"\b({'|'.join(map(re.escape, sorted(WORDS, key=len, reverse=True)))})\b"
    rf"|{'|'.join(map(re.escape, CHINESE))}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_DEAD = re.compile(
    r"\b\d[\d,.]*\s+(?:[a-z]+\s+){0,2}(?:have |had )?(?:died|dead|deaths?)\b"
    r"|\b(?:died|dead|deaths?)\b[^.]{0,12}\b\d[\d,]*\b"
    r"|\b\d[\d,]*\s*人?(?:死亡|死了|饿死)",
    re.IGNORECASE,
)
PLACES = ("{died}", "{deaths}", "{count_died}")
"""Places of a message that are filled with a number of dead."""
BESIDE = ("household", "hardest_hit", "register_lines", "line_of", "line_after", "lines_of")
"""One of these stands in every file of the game that tells such a number."""


def banned(text: str) -> list[str]:
    """The words of games that are won in a text, outside quotation marks.

    >>> banned("You win with 12 points"), banned("“Strive for victory!” says the loudspeaker")
    (['win'], [])
    """
    for said in SAID:
        text = text.replace(said, "")
    return [hit[0] for hit in _BANNED.finditer(_QUOTED.sub(" ", text))]


def counts_dead(text: str) -> bool:
    """Whether a text tells a number of dead.

    >>> counts_dead("12 people died in the winter"), counts_dead("many died in 1960")
    (True, True)
    >>> counts_dead("People died.")
    False
    """
    return _DEAD.search(_QUOTED.sub(" ", text)) is not None


def level_texts(level: Level, home: Place) -> Iterator[Problem]:
    """What a level's words, in all its languages, should not say."""
    from game.levelfiles.plausible import languages

    documented = {event.id for event in level.events if not event.fictional}
    names = _names(level)
    for language in languages(home):
        file = f"words.{language}.toml"
        for where, text in _strings(home, file):
            yield from _score(file, where, text)
            key = where.rpartition(" ")[2]
            if key not in documented and counts_dead(text) and not _mentions(text, names):
                yield _dead(file, where)
        briefing = f"briefing.{language}.md"
        text = _text(home, briefing)
        yield from _score(briefing, "the text", text)
    for where, text in _strings(home, "tutorial.toml"):
        yield from _score("tutorial.toml", where, text)


def _names(level: Level) -> set[str]:
    keys = [name for each in level.households for name in (each.id, f"{each.id}.zh")]
    return {level.words[key] for key in keys if key in level.words}


def _mentions(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


def _score(file: str, where: str, text: str) -> Iterator[Problem]:
    for word in dict.fromkeys(banned(text)):
        expected = "none of the words of games that are won, but in a quoted slogan"
        fix = "say what happened instead"
        yield Problem(file, where, repr(word), expected, fix, "W512")


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
            found += _score(str(path.relative_to(home)), repr(text[:60]), text)
    for path in sorted(folder().glob("words.*.toml")):
        for where, text in _strings(path.parent, path.name):
            found += _score(path.name, where, text)
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
        source = path.read_text("utf-8")
        if not any(place in source for place in PLACES) or path == Path(__file__):
            continue
        said = [text for text in _literals(source) if any(place in text for place in PLACES)]
        if said and not any(name in source for name in BESIDE):
            found.append(_dead(str(path.relative_to(home)), repr(said[0][:60])))
    return found


def _literals(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
