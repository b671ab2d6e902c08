"""Writes what the broken levels tell into their files: `python -m tests.levelfiles.accept`."""

import json
import tempfile
from pathlib import Path

from game.levelfiles.findings import look
from tests.levelfiles.corpus import HERE, Case, cases, line_of

HEAD = "# Broken levels; see tests/levelfiles/corpus.py. `told` is what their authors read.\n"


def written(group: list[Case]) -> str:
    """The text of one file."""
    parts = [HEAD]
    for case in group:
        with tempfile.TemporaryDirectory() as home:
            told = [line_of(each) for each in look(case.made(Path(home))).problems]
        rows = {"name": case.name, "file": case.file, **case.change}
        parts += ["\n[[case]]\n"]
        parts += [f"{key} = {_text(value)}\n" for key, value in rows.items()]
        parts += ["told = [\n", *(f"    {_text(each)},\n" for each in told), "]\n"]
    return "".join(parts)


def _text(value: str) -> str:
    """A text of TOML: plain quotes where they do, else JSON's, which TOML reads too."""
    plain = "'" not in value and "\n" not in value and value.isprintable()
    return f"'{value}'" if plain else json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write all files anew."""
    by_group: dict[str, list[Case]] = {}
    for case in cases():
        by_group.setdefault(case.group, []).append(case)
    for group, members in by_group.items():
        (HERE / f"{group}.toml").write_text(written(members), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
