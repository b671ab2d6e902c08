"""The free coefficients of a level: those whose source is `assumption`."""

from dataclasses import dataclass
from pathlib import Path

from game.levelfiles.check import Found, read_toml
from game.levelfiles.coefficients import read_entries
from game.levelfiles.keys import ASSUMPTION
from game.levelfiles.sources import shipped_sources

SWITCHES = "channels"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient as the level has it."""

    section: str
    name: str
    value: object
    unit: str
    low: int
    high: int
    source: str

    @property
    def numbers(self) -> int:
        """How many numbers it is: the points of a table, 1 of a plain one."""
        return len(self.value) if isinstance(self.value, list) else 1


def coefficients(folder: Path) -> list[Coefficient]:
    """All coefficients of a level but the switches, with its own changes."""
    found: Found = []
    entries = read_entries(shipped_sources().keys(), found)
    own = read_toml(folder / "level.toml", "level.toml", found).get("params", {})
    listed: list[Coefficient] = []
    for (section, name), entry in entries.items():
        if section == SWITCHES:
            continue
        merged = {**entry, **own.get(section, {}).get(name, {})}
        listed.append(Coefficient(
            section, name, merged["value"], merged["unit"],
            merged["low"], merged["high"], merged["source"],
        ))  # fmt: skip
    return listed


def free(folder: Path) -> list[Coefficient]:
    """Those that have no source."""
    return [each for each in coefficients(folder) if each.source == ASSUMPTION]


def sentence(folder: Path) -> str:
    """How many there are, in a sentence."""
    every, chosen = coefficients(folder), free(folder)
    tables = [each for each in chosen if isinstance(each.value, list)]
    points = sum(each.numbers for each in tables)
    return (
        f"{len(chosen)} of {len(every)} coefficients are free (source: assumption); "
        f"{len(tables)} of them are tables with {points} points in all."
    )


def listed(folder: Path) -> str:
    """A line for each free coefficient, and the count."""
    lines = [
        f"{each.section}.{each.name} = {each.value} {each.unit} ({each.low} to {each.high})"
        for each in free(folder)
    ]
    return "\n".join([*lines, "", sentence(folder)])
