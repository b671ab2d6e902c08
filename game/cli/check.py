"""Check levels: every problem at once, with file, line, place, found, expected and fix.

Exit code 0: nothing was found that matters; 2: a level can't be played (or, with --strict, anything
was found). Each code has a page in docs/problems/.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import given
from game.cli.trouble import Trouble, writable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.levelfiles.errors import Problem
    from game.levelfiles.findings import Findings

FOUND = 2


def declare(parser: ArgumentParser) -> None:
    """What may follow `check`."""
    parser.add_argument(
        "paths", metavar="LEVEL", nargs="*", help="folder or zip of a level, or its name; "
        "without any: all levels that are found",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text",
        help="how findings are written (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--baseline", metavar="FILE", type=Path, help="tell only what is not in this file"
    )
    parser.add_argument(
        "--write-baseline", metavar="FILE", type=Path, help="write what is found into a baseline"
    )
    parser.add_argument(
        "--strict", action="store_true", help="warnings and hints count as errors do"
    )
    given.declare_levels(parser)


def run(args: Namespace) -> int:
    """Print all that is found; return 2 if something has to be mended."""
    from game.levelfiles import formats
    from game.levelfiles.errors import Severity
    from game.levelfiles.findings import look
    from game.levelfiles.shipped import available

    paths = args.paths or [str(each.path) for each in available(headless=True)]
    known = _known(args.baseline)
    told: dict[str, list[Problem]] = {}
    looked: dict[str, Findings] = {}
    for path in paths:
        looked[path] = look(_folder(path))
        ident = Path(path).name
        fresh = [p for p in looked[path].problems if formats.print_of(ident, p) not in known]
        told[path] = fresh
    if args.write_baseline:
        out = writable(args.write_baseline, "--write-baseline")
        every = [(Path(path).name, each) for path, found in told.items() for each in found]
        out.write_text(formats.baseline(every), "utf-8")
    if args.format == "text":
        _print(looked, told)
    else:
        print(getattr(formats, f"as_{args.format}")(told))
    if not args.paths:
        told["texts of the game"] = _of_the_game(args.format)
    matters = [
        each
        for found in told.values()
        for each in found
        if args.strict or each.severity is Severity.ERROR
    ]
    return FOUND if matters else 0


def _of_the_game(form: str) -> "list[Problem]":
    """The words and the chronicle that every level shares, held against docs/depiction.md."""
    from game.levelfiles.lint import shipped_texts

    found = shipped_texts()
    for each in found:
        print(each, file=sys.stderr)
    if form == "text" and not found:
        print("texts of the game: words and chronicle: no problems found")
    return found


def _folder(path: str) -> Path:
    """The folder of a level; one that has no level.toml is still looked at."""
    from game.levelfiles.shipped import find

    folder = Path(path)
    try:
        given = folder.is_dir()
    except (OSError, ValueError):
        given = False
    return folder if given else find(path)


def _known(path: Path | None) -> frozenset[str]:
    from game.levelfiles import formats

    if path is None:
        return frozenset()
    fix = "write one with --write-baseline FILE"
    try:
        return formats.read_baseline(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"--baseline {path} can't be read ({error}); {fix}") from error


def _print(looked: "dict[str, Findings]", told: "Mapping[str, Sequence[Problem]]") -> None:
    """Findings on stderr, then a line for each level on stdout."""
    from game.levelfiles.errors import Severity

    for path, found in told.items():
        for each in found:
            print(each, file=sys.stderr)
        counts = {one: sum(each.severity is one for each in found) for one in Severity}
        text = ", ".join(f"{n} {one}{'s' if n > 1 else ''}" for one, n in counts.items() if n)
        if text:
            about = f"docs/problems/{found[0].code}.md"
            print(f"{path}: {text}; each code has a page, as {about}", file=sys.stderr)
        loaded = looked[path].loaded
        if loaded is not None and not found:
            level = loaded.level
            people = int(level.people.sum())
            size = f"{len(level.units)} brigades, {people} people, {level.turns} seasons"
            print(f"{level.id}: {size}: no problems found")
