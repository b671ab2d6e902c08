"""Writes all that follows from the tables: `python -m game.levelfiles.documents`.

The format's page, the page of each code, the sources, the schemas for editors and the Tiled project
come from keys.py and codes.py. `--check` writes nothing and fails where a file is stale.
"""

import sys
from pathlib import Path

from game.levelfiles import reference, schema, sources, tiledproject
from game.levelfiles.codes import Code, codes
from game.levelfiles.errors import Problem

ROOT = Path(__file__).resolve().parents[2]
HEAD = """# Problems and their codes

Written by `python -m game.levelfiles.documents` from `game/levelfiles/codes_text.py` and
`codes_map.py`: change them there.

`python main.py check FOLDER` tells every problem of a level at once, each with a code. A level
with an error (L) is not opened. Warnings (W) are likely mistakes, hints (H) are advice; both let it
be played, and `ignore = ["W503"]` at the top of level.toml silences those that are meant.

| Code | |
|---|---|
"""


def documents() -> dict[str, str]:
    """All written files by their path below the project, and what they should hold."""
    told = codes()
    rows = "\n".join(f"| [{code}]({code}.md) | {each.title} |" for code, each in told.items())
    pages = {
        "docs/level-format.md": reference.page(),
        "docs/sources.md": sources.page(sources.shipped_sources()),
        "docs/problems/README.md": f"{HEAD}{rows}\n",
        "levels/schema.json": schema.level_schema(),
        "levels/words-schema.json": schema.words_schema(),
        "levels/two-ledgers.tiled-project": tiledproject.project(),
    }
    return pages | {f"docs/problems/{code}.md": _page(code, each) for code, each in told.items()}


def _page(code: str, about: Code) -> str:
    kind = Problem("", "", "", "", code=code).severity
    matters = {
        "error": "The level is not opened until it is mended.",
        "warning": "Likely a mistake; the level can be played. "
        f'If it is meant: `ignore = ["{code}"]` at the top of level.toml.',
        "hint": f'Advice; the level can be played. To silence it: `ignore = ["{code}"]`.',
    }[kind]
    return (
        f"# {code}: {about.title}\n\n{about.why}\n\n**To mend it.** {about.mend}\n\n"
        f"{matters} [All codes](README.md) · [The level format](../level-format.md)\n"
    )


def stale(root: Path) -> list[str]:
    """The files that are not what the tables say; with those of codes that are gone."""
    wanted = documents()
    gone = {f"docs/problems/{path.name}" for path in (root / "docs/problems").glob("*.md")}
    wrong = [
        name
        for name, text in wanted.items()
        if not (root / name).is_file() or (root / name).read_text("utf-8") != text
    ]
    return wrong + sorted(gone - wanted.keys())


def write(root: Path) -> None:
    """Write them all, and take away pages of codes that are gone."""
    (root / "docs/problems").mkdir(parents=True, exist_ok=True)
    (root / "levels").mkdir(exist_ok=True)
    for name in stale(root):
        (root / name).unlink(missing_ok=True)
    for name, text in documents().items():
        (root / name).write_text(text, "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write, or only look."""
    if "--check" not in arguments:
        write(ROOT)
        return 0
    wrong = stale(ROOT)
    for name in wrong:
        sys.stderr.write(f"{name} is stale: run python -m game.levelfiles.documents\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
