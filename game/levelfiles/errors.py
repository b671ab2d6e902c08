"""What is wrong with a level: file, key, found, expected, fix; every problem at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that its author can put right."""

    file: str  # as the author knows it: level.toml, map.tmx, words.en.toml
    key: str  # where in the file
    found: str
    expected: str
    fix: str = ""

    def __str__(self) -> str:
        """The problem as it is printed.

        >>> print(Problem("level.toml", "turns", "0", "a whole number of turns, 1 to 40"))
        level.toml: turns
          found:    0
          expected: a whole number of turns, 1 to 40
        """
        lines = [
            f"{self.file}: {self.key}",
            f"  found:    {self.found}",
            f"  expected: {self.expected}",
        ]
        if self.fix:
            lines.append(f"  fix:      {self.fix}")
        return "\n".join(lines)


class LevelError(Exception):
    """A level that can't be played, with all its problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


def one_of(names: Iterable[str], most: int = 24) -> str:
    """The known names, for the line `expected`.

    >>> one_of(["wheat", "maize"])
    'one of maize, wheat'
    """
    known = sorted(names)
    if not known:
        return "none"
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return "one of " + ", ".join(known[:most]) + more


def nearest(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """The line `fix` for a name that isn't known.

    >>> nearest("whaet", ["wheat", "maize"])
    "did you mean 'wheat'?"
    """
    known = list(names)
    near = get_close_matches(name[:80], known, n=1, cutoff=0.6)
    if not near:
        lower = {each.lower(): each for each in known}
        near = [lower[n] for n in get_close_matches(name[:80].lower(), lower, n=1, cutoff=0.6)]
    return f"did you mean '{near[0]}'?" if near else otherwise


def shown(value: object, most: int = 60) -> str:
    """A value as its author wrote it, cut where it is long.

    >>> shown(True), shown("a" * 99, 5)
    ('true', "'aaaa...")
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, (str, int, float)) else f"{_word(value)}"
    return text if len(text) <= most else text[:most] + "..."


def _word(value: object) -> str:
    if isinstance(value, dict):
        return f"a table of {len(value)} keys"
    if isinstance(value, list):
        return str(value) if len(value) <= 12 and _flat(value) else f"a list of {len(value)}"
    return f"{type(value).__name__} {value}"


def _flat(value: list[object]) -> bool:
    return all(isinstance(each, (str, int, float)) for each in value)
