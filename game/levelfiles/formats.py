"""Findings as text, JSON, SARIF or GitHub annotations, and a baseline of those that are known."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from game import __version__
from game.levelfiles.codes import codes
from game.levelfiles.errors import Problem, Severity

FORMATS = ("text", "json", "sarif", "github")
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
Told = Mapping[str, Sequence[Problem]]
"""Findings by the path of their level."""


def print_of(ident: str, problem: Problem) -> str:
    """A fingerprint that stays while lines move: level, file, place, code and what was found."""
    parts = (ident, problem.file, problem.key, problem.code, problem.found)
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def read_baseline(text: str) -> frozenset[str]:
    """The fingerprints of a baseline.

    Raises:
        ValueError: it is none.
    """
    told = json.loads(text)
    known = told.get("known") if isinstance(told, dict) else None
    if isinstance(known, list):
        return frozenset(map(str, known))
    raise ValueError("no list with the name 'known'")


def baseline(told: Iterable[tuple[str, Problem]]) -> str:
    """The text of a baseline: later checks tell only what is new."""
    known = sorted({print_of(ident, problem) for ident, problem in told})
    return json.dumps({"known": known}, indent=1) + "\n"


def as_json(told: Told) -> str:
    """A list of findings, one object each."""
    rows = [{"level": path, **_row(problem)} for path, found in told.items() for problem in found]
    return json.dumps({"version": __version__, "problems": rows}, indent=1, ensure_ascii=False)


def _row(problem: Problem) -> dict[str, Any]:
    mark = problem.mark
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "file": problem.file,
        "line": mark.line if mark else None,
        "column": mark.column if mark else None,
        "place": problem.key,
        "source": mark.text if mark else None,
        "found": problem.found,
        "expected": problem.expected,
        "fix": problem.fix,
        "page": f"docs/problems/{problem.code}.md",
    }


def as_github(told: Told) -> str:
    """Lines that a GitHub Action shows beside the changed files."""
    lines = []
    for path, found in told.items():
        for each in found:
            at = f",line={each.mark.line},col={each.mark.column}" if each.mark else ""
            text = f"{each.key}: found {each.found}; expected {each.expected}"
            text += f"; {each.fix}" if each.fix else ""
            kind = _GITHUB[each.severity]
            file = _escaped(f"{path}/{each.file}").replace(",", "%2C").replace(":", "%3A")
            lines.append(f"::{kind} file={file}{at},title={each.code}::{_escaped(text)}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_sarif(told: Told) -> str:
    """SARIF 2.1.0: for code scanning, and for editors that show problems."""
    used = sorted({each.code for found in told.values() for each in found})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": codes()[code].title},
            "fullDescription": {"text": codes()[code].why},
            "help": {"text": codes()[code].mend},
        }
        for code in used
    ]
    results = [_result(path, each) for path, found in told.items() for each in found]
    driver = {"name": "two-ledgers check", "version": __version__, "rules": rules}
    whole = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False)


def _result(path: str, problem: Problem) -> dict[str, Any]:
    text = f"{problem.key}: found {problem.found}; expected {problem.expected}"
    place: dict[str, Any] = {"artifactLocation": {"uri": f"{path}/{problem.file}"}}
    if problem.mark:
        line, column = problem.mark.line, problem.mark.column
        place["region"] = {"startLine": line, "startColumn": column}
    return {
        "ruleId": problem.code,
        "level": _SARIF[problem.severity],
        "message": {"text": f"{text}; {problem.fix}" if problem.fix else text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"twoLedgers/v1": print_of(path, problem)},
    }
