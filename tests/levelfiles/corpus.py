"""The broken levels of tests/levelfiles/broken/: small changes to the level that new-level makes.

Each case is data: a file, what is changed in it, and every finding that its author must read, as
`CODE file:place | line with ^ before the column | fix`. `python -m tests.levelfiles.accept` writes
the findings anew: read the difference before you keep it.
"""

import re
import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.errors import Problem
from game.places import assets, levels

HERE = Path(__file__).parent / "broken"
NAME = "village"
ATLAS = "../../assets/atlas"


@dataclass(frozen=True, slots=True)
class Case:
    """One broken level."""

    group: str
    name: str
    file: str
    change: Mapping[str, str]  # find + put, append, whole, or nothing: the file is taken away
    told: tuple[str, ...]

    def made(self, home: Path) -> Path:
        """The level, broken."""
        folder = home / NAME
        shutil.copytree(levels() / "_template", folder)
        path = folder / self.file
        if not self.change:
            path.unlink()
        elif "whole" in self.change:
            path.write_text(self.change["whole"], "utf-8")
        else:
            path.write_text(self._changed(path.read_text("utf-8")), "utf-8")
        drawn = folder / "map.tmx"
        if drawn.is_file():  # the tiles are still the game's
            text = drawn.read_text("utf-8").replace(ATLAS, f"{assets()}/atlas")
            drawn.write_text(text, "utf-8")
        return folder

    def _changed(self, text: str) -> str:
        if "append" in self.change:
            return text + self.change["append"]
        put = self.change["put"]
        if "pattern" in self.change:
            times = 0 if self.change.get("times") == "all" else 1
            made, count = re.subn(self.change["pattern"], put, text, count=times)
        else:
            find = self.change["find"]
            made, count = text.replace(find, put, 1), text.count(find)
        assert count, (
            f"{self.name}: {self.file} no longer has what is changed; this case must follow"
        )
        return made


def cases() -> list[Case]:
    """All of them, in the order of the files."""
    found = []
    for path in sorted(HERE.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["case"]:
            change = {key: row[key] for key in row if key not in ("name", "file", "told")}
            found.append(Case(path.stem, row["name"], row["file"], change, tuple(row["told"])))
    return found


def line_of(problem: Problem) -> str:
    """A finding as the cases write it."""
    source = ""
    if problem.mark:
        text, at = problem.mark.text, problem.mark.column - 1
        source = f"{text[:at]}^{text[at:]}".strip().replace(f"{assets()}/atlas", ATLAS)
        if len(source) > 100:
            start = max(0, source.index("^") - 40)
            source = f"...{source[start : start + 90]}..."
    return " | ".join((f"{problem.code} {problem.file}: {problem.key}", source, problem.fix))
