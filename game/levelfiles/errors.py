"""What is wrong with a level: file, place, found, expected, fix; every problem at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

FAR = 2
"""Edits up to which a misspelt name is still taken for another."""
LONGEST_LINE = 110
"""Characters of a source line that are shown."""


class Severity(StrEnum):
    """How much it matters: an error refuses the level; a warning or a hint does not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


_BY_LETTER = {"L": Severity.ERROR, "W": Severity.WARNING, "H": Severity.HINT}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a file something stands, and the line itself. Line and column begin at 1."""

    line: int
    column: int
    text: str
    length: int = 1  # how many characters the caret underlines

    def __str__(self) -> str:
        """The line with a caret under the place.

        >>> print(Mark(11, 9, "turns = 0"))
           11 | turns = 0
              |         ^
        """
        start = max(0, self.column - 60) if len(self.text) > LONGEST_LINE else 0
        text = self.text[start : start + LONGEST_LINE]
        before = text[: self.column - 1 - start]
        pad = "".join("\t" if sign == "\t" else " " * _wide(sign) for sign in before)
        under = "^" * max(1, min(self.length, len(text) - len(before)))
        return f"{self.line:>5} | {text}\n      | {pad}{under}"


def _wide(sign: str) -> int:
    """Columns a sign takes in a terminal: Chinese ones take two."""
    from unicodedata import east_asian_width

    return 2 if east_asian_width(sign) in ("W", "F") else 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that its author can put right.

    `code` names the page docs/problems/CODE.md; its letter says how much it matters.
    """

    file: str  # as the author knows it: level.toml, map.tmx, words.en.toml
    key: str  # where in the file
    found: str
    expected: str
    fix: str = ""
    code: str = "L200"
    mark: Mark | None = field(default=None, compare=False)

    @property
    def severity(self) -> Severity:
        """Whether the level can be played all the same."""
        return _BY_LETTER.get(self.code[:1], Severity.ERROR)

    @property
    def place(self) -> str:
        """File, line and column, as editors make them a link.

        >>> Problem("level.toml", "turns", "0", "more", mark=Mark(11, 9, "turns = 0")).place
        'level.toml:11:9'
        """
        return f"{self.file}:{self.mark.line}:{self.mark.column}" if self.mark else self.file

    def __str__(self) -> str:
        """The problem as it is printed.

        >>> print(Problem("level.toml", "turns", "0", "a whole number", code="L204"))
        level.toml: error L204: turns
          found:    0
          expected: a whole number
        """
        lines = [f"{self.place}: {self.severity} {self.code}: {self.key}"]
        if self.mark:
            lines.append(str(self.mark))
        lines += [f"  found:    {self.found}", f"  expected: {self.expected}"]
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


def edits(one: str, two: str, most: int = FAR) -> int:
    """How many signs have to be put in, taken out, changed or swapped; `most` + 1 for more.

    >>> edits("whaet", "wheat"), edits("wheet", "wheat"), edits("rice", "wheat")
    (1, 1, 3)
    """
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for at, sign in enumerate(one, 1):
        above, row = row, [at]
        for to, other in enumerate(two, 1):
            cost = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (sign != other))
            if at > 1 < to and sign == two[to - 2] and one[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)  # two neighbours swapped
            row.append(cost)
        before = above
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def meant(name: str, names: Iterable[str]) -> str | None:
    """The known name that was meant: at most two edits away, or much alike.

    >>> meant("hardnes_pm", ["zeal_pm", "hardness_pm"]), meant("x", ["wheat"])
    ('hardness_pm', None)
    """
    short = name[:80]
    lower, best = short.lower(), None
    nearest_by = (FAR + 1, 0.0)
    for each in names:
        far = edits(lower, each.lower()[:80])
        if far >= max(1, len(each)):
            far = FAR + 1
        alike = SequenceMatcher(None, lower, each.lower()).ratio()
        if (far <= FAR or alike >= 0.7) and (best is None or (far, -alike) < nearest_by):
            best, nearest_by = each, (far, -alike)
    return best


def nearest(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """The line `fix` for a name that isn't known.

    >>> nearest("whaet", ["wheat", "maize"])
    "did you mean 'wheat'?"
    """
    near = meant(name, names)
    return otherwise if near is None else f"did you mean {near!r}?"


def shown(value: object, most: int = 60) -> str:
    """A value as its author wrote it, cut where it is long.

    >>> shown(True), shown("a" * 99, 5)
    ('true', "'aaaa...")
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        value = value[: most + 1]
    text = _number(value) if isinstance(value, (str, int, float)) else f"{_word(value)}"
    return text if len(text) <= most else text[:most] + "..."


def _number(value: float | str) -> str:
    if isinstance(value, int) and abs(value) >= 10**40:
        return f"a number of {value.bit_length()} bits"  # its digits would take long to write
    return repr(value)


def _word(value: object) -> str:
    if isinstance(value, dict):
        return f"a table of {len(value)} keys"
    if isinstance(value, list):
        return str(value) if len(value) <= 12 and _flat(value) else f"a list of {len(value)}"
    return f"{type(value).__name__} {value}"


def _flat(value: list[object]) -> bool:
    return all((isinstance(each, str) and len(each) < 80) or _small(each) for each in value)


def _small(value: object) -> bool:
    return isinstance(value, float) or (isinstance(value, int) and abs(value) < 10**40)
