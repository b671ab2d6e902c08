"""All that is to be said of a level, for people who make one: errors, warnings and hints.

The command, the game and the tests ask this one function. A level loads exactly when there is no
error, since both rest on `load.read`.
"""

from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.errors import Problem, Severity
from game.levelfiles.load import Loaded, read
from game.levelfiles.locate import pointed
from game.levelfiles.plausible import likely
from game.levelfiles.zipped import opened

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@dataclass(frozen=True, slots=True)
class Findings:
    """A level, where it can be played, and all that was found."""

    loaded: Loaded | None
    problems: tuple[Problem, ...]

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """Those of one severity."""
        return tuple(each for each in self.problems if each.severity is severity)

    @property
    def sound(self) -> bool:
        """Whether the level can be played."""
        return self.loaded is not None


def look(folder: Path) -> Findings:
    """Read a level and say all that there is to say; warnings that its author ignores left out.

    Args:
        folder: the level's folder, or a zip of it
    """
    loaded, problems = read(folder)
    if loaded is not None:
        home = opened(folder) if folder.suffix == ".zip" else folder
        found = [each for each in likely(loaded, home) if each.code not in loaded.ignore]
        problems = pointed(found, home)
    return Findings(loaded, tuple(sorted(problems, key=lambda each: _ORDER[each.severity])))
