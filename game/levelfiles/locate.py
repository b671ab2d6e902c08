"""Gives every problem its line, column and source line: asked only when there is one."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from game.levelfiles.codes import FIXES, codes
from game.levelfiles.errors import Mark, Problem
from game.levelfiles.marks import Toml, mark
from game.levelfiles.tilesets import Place
from game.levelfiles.xmlfile import MOST_BYTES
from game.places import levels

Text = Callable[[str], str]
"""The text of a file of the level by its name; empty where it can't be read."""

_TOLD = re.compile(r"line ([0-9]{1,7}), column ([0-9]{1,7})")
_BYTE = re.compile(r"not UTF-8, at ([0-9]{1,9})")
_OBJECT = re.compile(r"object ([0-9]{1,9}) \(.*\)(?: at tile [-0-9., x]+)? ?([a-z_A-Z0-9]*)$")
_EACH_OBJECT = re.compile(r'<object\b[^>]*?\bid="([0-9]{1,9})"[^>]*>')
_LAYER = re.compile(r"layer '?(.*?)'?(?: tile ([0-9]+), ([0-9]+))?$")
_MAP = re.compile(r"map ([a-z_]+)$")


class Locator:
    """Finds places in the files of one level; each file is read once."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._texts: dict[str, str] = {}
        self._toml: dict[str, Toml] = {}
        self._objects: dict[str, dict[int, re.Match[str]]] = {}

    def pointed(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems with their marks, each with something to do."""
        return [
            replace(
                each, mark=each.mark or self._mark(each), fix=each.fix or FIXES.get(each.code, "")
            )
            for each in problems
        ]

    def _mark(self, problem: Problem) -> Mark | None:
        text = self._read(problem.file)
        if not text:
            return None
        if problem.key == "the file":
            return _as_told(problem, text)
        if problem.file.endswith(".toml"):
            code = codes().get(problem.code)
            at_key = code is not None and code.at_key
            toml = self._toml.setdefault(problem.file, Toml(text))
            return toml.mark(problem.key, at_key=at_key)
        if problem.file.endswith((".tmx", ".tsx", ".tx")):
            return self._in_xml(problem, text)
        return None

    def _in_xml(self, problem: Problem, text: str) -> Mark | None:
        """The element that a place of a map is about."""
        key = problem.key
        if told := _OBJECT.fullmatch(key):
            if problem.file not in self._objects:  # all in one walk: there may be thousands
                found = ((int(each[1]), each) for each in _EACH_OBJECT.finditer(text))
                self._objects[problem.file] = dict(reversed(list(found)))
            start = self._objects[problem.file].get(int(told[1]))
            return _object(text, start, told[2]) if start else None
        if told := _MAP.fullmatch(key):
            return _attribute(text, "map", told[1])
        if told := _LAYER.fullmatch(key):
            return _layer(text, told)
        if key.startswith(("tileset", "picture", "template")):
            name = re.search(r"'([^']*)'", problem.found)
            if name and name[1] and (at := text.find(f'source="{name[1]}"')) >= 0:
                return mark(text, (at + 8, at + 8 + len(name[1])))
        return None

    def _read(self, file: str) -> str:
        if file not in self._texts:
            self._texts[file] = self._text(file)
        return self._texts[file]


def _as_told(problem: Problem, text: str) -> Mark | None:
    """The place that the parser itself has named, in its message."""
    told = _TOLD.search(problem.found)
    if told is None:
        if "end of document" in problem.found:
            return _mark_line(text, max(1, len(text.splitlines())), 1)
        return None
    expat = not problem.file.endswith(".toml")  # which counts columns from 0
    return _mark_line(text, int(told[1]), int(told[2]) + expat)


def _mark_line(text: str, line: int, column: int) -> Mark | None:
    lines = text.splitlines()
    return Mark(line, column, lines[line - 1][:2000]) if 0 < line <= len(lines) else None


def _object(text: str, start: re.Match[str], word: str) -> Mark | None:
    if word in ("x", "y", "width", "height", "name", "class", "type", "rotation", "template"):
        names = "(?:class|type)" if word == "class" else word
        inside = re.search(rf'\b{names}="([^"]*)"', start[0])
        if inside:
            return mark(text, (start.start() + inside.start(1), start.start() + inside.end(1)))
    elif word and not start[0].endswith("/>"):
        end = text.find("</object>", start.end())
        own = re.compile(rf'<property\b[^>]*\bname="{re.escape(word)}"[^>]*>')
        if inside := own.search(text, start.end(), max(end, start.end())):
            return mark(text, inside.span())
    return mark(text, start.span())


def _attribute(text: str, tag: str, name: str) -> Mark | None:
    element = re.search(rf"<{tag}\b[^>]*>", text)
    if element is None:
        return None
    inside = re.search(rf'\b{name}="([^"]*)"', element[0])
    if inside:
        return mark(text, (element.start() + inside.start(1), element.start() + inside.end(1)))
    own = re.search(rf'<property\b[^>]*\bname="{re.escape(name)}"[^>]*>', text)
    return mark(text, own.span() if own else element.span())


def _layer(text: str, told: re.Match[str]) -> Mark | None:
    start = re.search(rf'<layer\b[^>]*\bname="{re.escape(told[1])}"[^>]*>', text)
    if start is None:
        return None
    data = re.compile(r'<data\b[^>]*encoding="csv"[^>]*>([^<]*)').search(text, start.end())
    if told[2] is None or data is None:
        return mark(text, start.span())
    width = re.search(r'\bwidth="([0-9]{1,4})"', start[0])
    number = int(told[3]) * int(width[1] if width else 0) + int(told[2])
    commas = [data.start(1) - 1, *(at.start() for at in re.finditer(",|$", data[1]))]
    ends = [commas[0], *(data.start(1) + at for at in commas[1:])]
    for place, (before, end) in enumerate(pairwise(ends)):
        if place == number:
            cell = text[before + 1 : end]
            begin = before + 1 + len(cell) - len(cell.lstrip())
            return mark(text, (begin, begin + max(1, len(cell.strip()))))
    return mark(text, start.span())


def pointed(found: Iterable[Problem], home: Place) -> list[Problem]:
    """The problems with line and column, as far as they have any."""

    def text(name: str) -> str:
        path: Place = home / name
        if name.startswith("_standard/"):
            path = levels() / name
        with suppress(OSError, ValueError):
            if path.is_file() and path.stat().st_size <= MOST_BYTES:
                return path.read_bytes().decode("utf-8-sig", errors="replace")
        return ""

    return Locator(text).pointed(found)
