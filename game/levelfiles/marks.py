"""Where in a TOML file each key and value stands: tomllib tells only for text that is broken.

The text has been read by tomllib already, so that this walk meets valid TOML alone. A place is
kept by its plain words (`plain`), and what is not there falls back to the table it should be in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.levelfiles.errors import Mark

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\]|\\.)*"'),
    re.compile(r"'[^']*'"),
)
_SEPARATORS = re.compile(r"[\[\].\s\"']+")
DEEPEST = 20

Path = tuple[str, ...]


def plain(key: str) -> str:
    """The words of a place, whatever the brackets and quotes.

    >>> plain('[brigade."Reed Bank"] zeal_pm'), plain("[[track]] 4 from")
    ('brigade Reed Bank zeal_pm', 'track 4 from')
    """
    return " ".join(_SEPARATORS.split(key)).strip()


@dataclass(frozen=True, slots=True)
class Span:
    """Where the key begins and ends, and where its value does, as offsets into the text."""

    key: tuple[int, int]
    value: tuple[int, int]


class Toml:
    """The places of a TOML text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _spans(self) -> dict[str, Span]:
        spans: dict[str, Span] = {}
        try:
            for path, span in _walk(self.text):
                spans.setdefault(plain(" ".join(path)), span)
        except (IndexError, RecursionError):  # never for valid TOML; then it has fewer places
            pass
        return spans

    def mark(self, key: str, *, at_key: bool = False) -> Mark | None:
        """Where a place is, or the table in which it is missing.

        Args:
            key: as problems name it, `[crop.wheat] sow`
            at_key: True: the key itself; False: its value
        """
        words = plain(key).split(" ")
        for count in range(len(words), 0, -1):
            span = self._spans.get(" ".join(words[:count]))
            if span is not None:
                whole = count == len(words)
                return mark(self.text, span.value if whole and not at_key else span.key)
        return None


def mark(text: str, span: tuple[int, int]) -> Mark:
    r"""Line and column of a part of a text.

    >>> mark("a = 1\nturns = 0\n", (14, 15))
    Mark(line=2, column=9, text='turns = 0', length=1)
    """
    start, end = span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first : last if last >= 0 else len(text)].rstrip("\r")
    length = max(1, min(end, first + len(line)) - start)
    return Mark(text.count("\n", 0, start) + 1, start - first + 1, line[:2000], length)


def _walk(text: str) -> Iterator[tuple[Path, Span]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    at = _after(_BLANK, text, 0)
    while at < len(text):
        if text[at] == "[":
            many = text.startswith("[[", at)
            path, end = _key(text, at + 1 + many)
            path = _numbered(path, counts)
            end += 1 + many
            if many:
                counts[path] = counts.get(path, 0) + 1
                path = (*path, str(counts[path]))
            for depth in range(1, len(path) + 1):  # [crop.wheat] is where [crop] is, too
                yield path[:depth], Span((at, end), (at, end))
            table = path
        else:
            path, end = _key(text, at)
            key = (at, at + len(text[at:end].rstrip()))
            start = _after(_SPACE, text, end + 1)
            inside: list[tuple[Path, Span]] = []
            end = _value(text, start, (*table, *path), inside, 0)
            yield (*table, *path), Span(key, (start, end))
            yield from inside
        at = _after(_BLANK, text, end)


def _numbered(path: Path, counts: dict[Path, int]) -> Path:
    """`[track.x]` after `[[track]]` belongs to the piece before it."""
    whole: Path = ()
    for part in path[:-1]:
        whole = (*whole, part)
        if whole in counts:
            whole = (*whole, str(counts[whole]))
    return (*whole, path[-1])


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _key(text: str, at: int) -> tuple[Path, int]:
    """A key with its dots, and where it ends."""
    path: list[str] = []
    while True:
        at = _after(_SPACE, text, at)
        if text[at] in "\"'":
            end = _string(text, at)
            path.append(text[at + 1 : end - 1])
        else:
            end = _after(_BARE, text, at)
            path.append(text[at:end])
        at = _after(_SPACE, text, end)
        if not text.startswith(".", at):
            return tuple(path), at
        at += 1


def _string(text: str, at: int) -> int:
    for pattern in _STRINGS:
        found = pattern.match(text, at)
        if found:
            return found.end()
    return len(text)


def _value(text: str, at: int, path: Path, inside: list[tuple[Path, Span]], deep: int) -> int:
    """Where a value ends; what lies in a list or an inline table is put into `inside`."""
    if deep > DEEPEST:
        raise RecursionError
    if text[at] in "\"'":
        return _string(text, at)
    if text[at] == "[":
        return _list(text, at, path, inside, deep)
    if text[at] == "{":
        return _inline(text, at, path, inside, deep)
    end = _after(_SCALAR, text, at)
    return at + len(text[at:end].rstrip())


def _list(text: str, at: int, path: Path, inside: list[tuple[Path, Span]], deep: int) -> int:
    number, at = 0, _after(_BLANK, text, at + 1)
    while text[at] != "]":
        number += 1
        below: list[tuple[Path, Span]] = []
        own = (*path, str(number))
        end = _value(text, at, own, below, deep + 1)
        inside.append((own, Span((at, end), (at, end))))
        inside += below
        at = _after(_BLANK, text, end)
        if text[at] == ",":
            at = _after(_BLANK, text, at + 1)
    return at + 1


def _inline(text: str, at: int, path: Path, inside: list[tuple[Path, Span]], deep: int) -> int:
    at = _after(_BLANK, text, at + 1)
    while text[at] != "}":
        below: list[tuple[Path, Span]] = []
        name, end = _key(text, at)
        own, key = (*path, *name), (at, at + len(text[at:end].rstrip()))
        start = _after(_BLANK, text, end + 1)
        end = _value(text, start, own, below, deep + 1)
        inside.append((own, Span(key, (start, end))))
        inside += below
        at = _after(_BLANK, text, end)
        if text[at] == ",":
            at = _after(_BLANK, text, at + 1)
    return at + 1
