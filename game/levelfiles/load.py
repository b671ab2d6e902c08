"""`load(folder)` -> Level and Params, or LevelError with every problem. Begin here."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from game.levelfiles import parts
from game.levelfiles.check import (
    EnoughError,
    Found,
    Gathered,
    Values,
    read_toml,
    take,
    unknown,
)  # fmt: skip
from game.levelfiles.coefficients import read_params
from game.levelfiles.errors import LevelError, Problem, shown
from game.levelfiles.keys import BRIGADE, LEVEL, TABLES
from game.levelfiles.land import count_land, facts_of_land
from game.levelfiles.locate import pointed
from game.levelfiles.mapfacts import Names, read_facts
from game.levelfiles.nation import nation_level, read_nation
from game.levelfiles.place import MapFacts
from game.levelfiles.sources import Source, own_sources, read_sources
from game.levelfiles.text import Ids, briefing, read_words
from game.levelfiles.tiled import read_map
from game.levelfiles.tilesets import Place
from game.levelfiles.track import read_track
from game.levelfiles.tutorial import Step, read_tutorial
from game.levelfiles.zipped import ZipError, ZipPlace, opened
from game.levelfiles.zipped import problem as zip_problem
from game.sim.arrays import Ints, frozen, ints
from game.sim.level import MONTHS_A_TURN, Level
from game.sim.params import Params

FILE = "level.toml"
_PLAIN = ("turns", "household_size_pm", "county_kg", "furnaces", "standing_pm", "weighings")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that a level folder says."""

    folder: Path
    level: Level
    params: Params
    map: MapFacts
    title: str
    subtitle_zh: str
    version: str
    authors: tuple[str, ...]
    briefing: str  # English; other languages with text.briefing
    ids: Ids
    tutorial: tuple[Step, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)  # the game's and its own
    ignore: tuple[str, ...] = ()  # codes that its author does not want to be told


def load(folder: Path) -> tuple[Level, Params]:
    """Read and check a level.

    Raises:
        LevelError: with every problem in the folder.
    """
    whole = load_all(folder)
    return whole.level, whole.params


def load_all(folder: Path) -> Loaded:
    """Read and check a level, with its map and its briefing.

    Args:
        folder: the level's folder, or a zip of it

    Raises:
        LevelError: with every problem in the folder.
    """
    loaded, problems = read(folder)
    if loaded is None:
        raise LevelError(problems)
    return loaded


def read(folder: Path) -> tuple[Loaded | None, list[Problem]]:
    """A level, and all that keeps it from being played; None where there is something."""
    found: Found = Gathered()
    try:
        home = opened(folder) if folder.suffix == ".zip" else folder
    except ZipError as error:
        return None, [zip_problem(folder, error)]
    if not home.is_dir():
        fix = "a level is a folder with level.toml, map.tmx, words.en.toml and briefing.en.md"
        problem = Problem(str(folder), "the folder", "no such folder", "a folder", fix, "L109")
        return None, [problem]
    loaded: Loaded | None = None
    with suppress(EnoughError):
        tables = read_toml(home / FILE, FILE, found)
        if not found:
            loaded = (_headless if "province" in tables else _loaded)(home, tables, found)
    if not found and loaded is not None:
        return replace(loaded, folder=folder), []
    return None, pointed(found, home)


def _loaded(folder: Place, tables: Mapping[str, Any], found: Found) -> Loaded | None:
    sources = {**read_sources(found), **own_sources(tables, found)}
    brigades = _brigades(tables, found)
    units = tuple(brigades)
    crops, in_the_ground, follows = parts.crops(tables, sources, found)
    top, dated = _dated(tables, sources, found, units)
    told = dated | {
        "projects": parts.projects(tables, units, found),
        "neighbours": parts.neighbours(tables, found),
        "tiers": parts.tiers(tables, found),
        "households": parts.households(tables, units, found),
    }
    params = read_params(tables.get("params", {}), FILE, sources, found)
    facts = _map(folder, units, [c.id for c in crops], [p.id for p in told["projects"]], found)
    tutorial = read_tutorial(folder, top["turns"], facts, found)
    with_ids = told | {"tutorial": {step.id: step for step in tutorial}.values()}
    ids = _ids(units, [crop.id for crop in crops], with_ids, found)
    words = read_words(folder, ids, found)
    story = briefing(folder, "en", found)
    if found or facts is None or params is None:
        return None
    land = count_land(facts, units, [crop.id for crop in crops], follows)
    level = Level(
        id=named(folder),
        units=units,
        crops=crops,
        words=words,
        apart=False,
        **told,
        **{name: top[name] for name in _PLAIN},
        **_people(brigades),
        **facts_of_land(land, crops, in_the_ground, _column(brigades, "last_year_pm")),
    )
    return Loaded(
        folder=Path(),
        level=level,
        params=params,
        map=facts,
        title=top["title"],
        subtitle_zh=top["subtitle_zh"],
        version=top["version"],
        authors=tuple(top["authors"]),
        briefing=story,
        ids=ids,
        tutorial=tuple(tutorial),
        sources=sources,
        ignore=tuple(top["ignore"]),
    )


def _headless(folder: Place, tables: Mapping[str, Any], found: Found) -> Loaded | None:
    """A level of provinces: no map, no words, no briefing; see nation.py."""
    sources = {**read_sources(found), **own_sources(tables, found)}
    crops, in_the_ground, _ = parts.crops(tables, sources, found)
    top, dated = _dated(tables, sources, found)
    told = dated | {
        "id": named(folder),
        "crops": crops,
        "projects": (),
        "neighbours": parts.neighbours(tables, found),
        "tiers": parts.tiers(tables, found),
        "households": (),
        **{name: top[name] for name in _PLAIN},
    }
    params = read_params(tables.get("params", {}), FILE, sources, found)
    read = read_nation(tables, crops, sources, found)
    if found or read is None or params is None:
        return None
    drawn, plans = read
    months = tables["drawn"]["months_in_store"]
    return Loaded(
        folder=Path(),
        level=nation_level(told, drawn, plans, in_the_ground, params, months),
        params=params,
        map=MapFacts(0, 0, 1, 1, (), ()),
        title=top["title"],
        subtitle_zh=top["subtitle_zh"],
        version=top["version"],
        authors=tuple(top["authors"]),
        briefing="",
        ids=Ids({}),
        sources=sources,
        ignore=tuple(top["ignore"]),
    )


def named(folder: Place) -> str:
    """The id of a level: the name of its folder, or of its zip."""
    return folder.name if isinstance(folder, ZipPlace) else folder.resolve().name


def _dated(
    tables: Mapping[str, Any],
    sources: Mapping[str, Source],
    found: Found,
    units: tuple[str, ...] = (),
) -> tuple[Values, dict[str, Any]]:
    """The top of the file, and all that has to lie between the first month and the last."""
    names = [key.name for key in LEVEL]
    unknown(tables, [*names, *TABLES], FILE, "", found)
    before = len(found)
    top = take({name: tables[name] for name in names if name in tables}, LEVEL, FILE, "", found)
    start = _start(top["start"], found)
    # Where the length itself is broken, dates can't be held against it: they wait for the next try.
    late = found if len(found) == before else []
    months = top["turns"] * MONTHS_A_TURN
    last_year = (start[0] * 12 + start[1] - 1 + months - 1) // 12
    weather = parts.weather(tables.get("weather"), range(start[0], last_year + 1), late)
    return top, {
        "start_year": start[0],
        "start_month": start[1],
        "events": parts.events(tables, sources, start, months, late, units),
        "track": read_track(tables.get("track"), tables.get("orders"), start, months, late),
        "weather_pm": ints(weather),
    }


def _people(brigades: dict[str, Values]) -> dict[str, Any]:
    ages = [_column(brigades, key) for key in ("children", "adults", "old")]
    plain = (
        *("zeal_pm", "hardness_pm", "radical_pm", "toil_pm"),
        *("animals", "granary_kg", "seed_kg", "feed_kg"),
    )
    columns = {name: _column(brigades, name) for name in plain}
    return {"people": frozen(np.stack(ages, axis=1)), **columns}


def _start(text: str, found: Found) -> tuple[int, int]:
    if not text:
        return 1958, 3
    year, month = int(text[:4]), int(text[5:])
    if not 1900 <= year <= 2000 or month % MONTHS_A_TURN:
        expected = "the first month of a season, 1900 to 2000: March, June, September, December"
        found.append(Problem(FILE, "start", shown(text), expected, code="L223"))
        return 1958, 3
    return year, month


def _brigades(tables: Mapping[str, Any], found: Found) -> dict[str, Values]:
    read = {
        name: take(table, BRIGADE, FILE, f'[brigade."{name}"]', found)
        for name, table in parts.tables_of(tables, "brigade", found).items()
    }
    if not read:
        fix = 'begin each with a line such as [brigade."Reed Bank"]'
        text = "one or more brigades"
        found.append(Problem(FILE, "[brigade]", "no brigades", text, fix, "L217"))
    return read


def _map(
    folder: Place, units: tuple[str, ...], crops: list[str], projects: list[str], found: Found
) -> MapFacts | None:
    raw = read_map(folder, found)
    if raw is None:
        return None
    facts = read_facts(raw, Names(units, crops, projects), found)
    for unit in units if raw.placed else ():
        if not any(plot.unit == unit for plot in facts.fields):
            fix = f"draw a field with the property brigade = {unit}"
            key = f'[brigade."{unit}"]'
            text = "one or more fields"
            found.append(Problem(FILE, key, "no field on the map", text, fix, "L420"))
    return facts


def _column(rows: Mapping[str, Values], name: str) -> Ints:
    return ints([row[name] for row in rows.values()])


def _ids(units: tuple[str, ...], crops: list[str], told: Mapping[str, Any], found: Found) -> Ids:
    """All ids by section. An id is the key of its words, so it may be used once."""
    by_section = {"brigades": units, "crops": crops} | {
        kind: [each.id for each in told[kind]]
        for kind in ("projects", "neighbours", "events", "households", "tutorial")
    }
    where: dict[str, str] = {"level": "level"}
    for section, names in by_section.items():
        for name in names:
            if name in where:
                text = f"{name!r} in {where[name]} and in {section}"
                spot, fix = f"[{section.rstrip('s')}.{name}]", "rename one"
                found.append(Problem(FILE, spot, text, "an id that is used once", fix, "L218"))
            where[name] = section
    return Ids(by_section)
