"""Changes: what a counterfactual batch does otherwise. Each turns one thing off and says what.

The seeds are the same as those of the batch it is held against, so a difference is its effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from game.levelfiles.check import Found, month_of, take, unknown
from game.levelfiles.coefficients import sections
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import TRACK, Key, Kind
from game.sim.arrays import frozen
from game.sim.level import Level
from game.sim.params import Channels, Params

FILE = "validation.toml"
CHANNELS = tuple(field.name for field in fields(Channels))
TRACKS = {key.name: key for key in TRACK}
PLAIN = tuple(
    f"{section}.{name}"
    for section, names in sections().items()
    for name, kind in names.items()
    if kind is int
)
"""Coefficients that are one number: those that a change may set."""

_KEYS = (
    Key("words", Kind.TEXT, "", 1, 200, "what is otherwise"),
    Key("without", Kind.TEXTS, "", 0, 15, "channels that are switched off", ()),
    Key("begin", Kind.MONTH, "", 0, 0, "first month of it; empty: the level's first", ""),
    Key("end", Kind.MONTH, "", 0, 0, "first month after it; empty: to the end", ""),
    Key("touches", Kind.TEXT, "", 0, 600, "what it touches beside the one term", ""),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a batch does otherwise, between two months."""

    id: str
    words: str
    without: tuple[str, ...] = ()
    begin: str = ""
    end: str = ""
    touches: str = ""
    weather: Mapping[int, int] | None = None  # year -> per mille
    track: Mapping[str, int] | None = None  # what the directives say instead
    numbers: Mapping[str, int] | None = None  # section.coefficient -> value

    def months(self, level: Level) -> tuple[int, int]:
        """First month of the change and the first after it."""
        start = (level.start_year, level.start_month)
        first = month_of(self.begin, start) if self.begin else 0
        last = month_of(self.end, start) if self.end else level.months
        return max(0, first), min(last, level.months)

    def level(self, level: Level) -> Level:
        """The level with its weather and its directives changed."""
        first, last = self.months(level)
        weather = level.weather_pm.copy()
        for year, pm in (self.weather or {}).items():
            if 0 <= year - level.start_year < len(weather):
                weather[year - level.start_year] = pm
        columns = {}
        for name, value in (self.track or {}).items():
            column = getattr(level.track, name).copy()
            column[first:last] = value
            columns[name] = frozen(column)
        track = replace(level.track, **columns)
        return replace(level, weather_pm=frozen(weather), track=track)

    def params(self, params: Params, level: Level, month: int) -> Params:
        """The coefficients in a month: channels are off while the change holds."""
        first, last = self.months(level)
        if not first <= month < last:
            return params
        for name, value in (self.numbers or {}).items():
            section, key = name.split(".")
            changed = replace(getattr(params, section), **{key: value})
            params = replace(params, **{section: changed})
        return without(params, self.without)


def without(params: Params, names: tuple[str, ...]) -> Params:
    """The coefficients with some channels switched off."""
    off = dict.fromkeys(names, 0)
    return replace(params, channels=replace(params.channels, **off))


NOTHING = Change("", "the runs as they are")


def changes(tables: object, found: Found) -> Mapping[str, Change]:
    """The counterfactuals of a file, by name; problems are added to `found`."""
    if not isinstance(tables, Mapping):
        found.append(Problem(FILE, "[change]", shown(tables), "tables [change.NAME]"))
        return {}
    return {name: _change(name, table, found) for name, table in tables.items()}


def _change(name: str, table: object, found: Found) -> Change:
    where = f"[change.{name}]"
    plain = table if isinstance(table, Mapping) else {}
    rest = {
        key: value for key, value in plain.items() if key not in ("weather", "track", "numbers")
    }
    values = take(rest, _KEYS, FILE, where, found)
    for channel in values["without"]:
        if channel not in CHANNELS:
            fix = nearest(channel, CHANNELS)
            found.append(Problem(FILE, f"{where} without", shown(channel), one_of(CHANNELS), fix))
    track = _numbers(plain.get("track", {}), f"{where} track", found)
    unknown(track, list(TRACKS), FILE, f"{where} track", found)
    weather = _numbers(plain.get("weather", {}), f"{where} weather", found)
    years = {int(year): pm for year, pm in weather.items() if year.isdecimal()}
    if len(years) < len(weather):
        found.append(Problem(FILE, f"{where} weather", shown(weather), "years as keys"))
    numbers = _numbers(plain.get("numbers", {}), f"{where} numbers", found)
    unknown(numbers, PLAIN, FILE, f"{where} numbers", found)
    return Change(
        id=name,
        **{**values, "without": tuple(values["without"])},
        weather=years,
        track=track,
        numbers=numbers,
    )


def _numbers(table: Any, where: str, found: Found) -> dict[str, int]:  # noqa: ANN401
    good = isinstance(table, Mapping) and all(type(each) is int for each in table.values())
    if not good:
        found.append(Problem(FILE, where, shown(table), "a table of whole numbers"))
        return {}
    return {str(key): int(value) for key, value in table.items()}
