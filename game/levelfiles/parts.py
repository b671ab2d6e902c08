"""The parts of a level from the tables of level.toml: crops, works, neighbours, events, people."""

from collections.abc import Mapping, Sequence
from typing import Any

from game.levelfiles.check import Found, Values, by_month, month_of, take
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import (
    ACCOUNTS,
    CONDITION,
    CROP,
    EVENT,
    HOUSEHOLD,
    MOST,
    MOST_KG,
    NEIGHBOUR,
    PROJECT,
    TIER,
    Key,
)  # fmt: skip
from game.levelfiles.sources import Source, check_source
from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.level import Condition, Crop, Event, Household, Neighbour, Project, Tier

FILE = "level.toml"
_CROP_NUMBERS = ("yield_kg_ha", "seed_kg_ha", "sow_days_ha", "tend_days_ha", "reap_days_ha")


def tables_of(tables: Mapping[str, Any], kind: str, found: Found) -> Mapping[str, Any]:
    """The tables of a kind by their id; empty, and a problem, where there are too many."""
    stands = tables.get(kind, {})
    if not isinstance(stands, Mapping):
        text = f"tables such as [{kind}.ID]"
        found.append(Problem(FILE, f"[{kind}]", shown(stands), text, code="L206"))
        return {}
    if len(stands) > MOST[kind]:
        text = f"at most {MOST[kind]}"
        found.append(Problem(FILE, f"[{kind}]", str(len(stands)), text, code="L207"))
        return {}
    return stands


def rows(
    tables: Mapping[str, Any], kind: str, keys: Sequence[Key], found: Found
) -> dict[str, Values]:
    """Each table of a kind, held against its keys."""
    stands = tables_of(tables, kind, found)
    return {
        name: take(table, keys, FILE, f"[{kind}.{name}]", found) for name, table in stands.items()
    }


def crops(
    tables: Mapping[str, Any], sources: Mapping[str, Source], found: Found
) -> tuple[tuple[Crop, ...], dict[str, int], dict[str, tuple[str, int]]]:
    """The crops; the share of each that is in the ground at first; what follows on whose fields."""
    read = rows(tables, "crop", CROP, found)
    made: list[Crop] = []
    for name, row in read.items():
        where = f"[crop.{name}]"
        check_source(row["source"], sources, FILE, where, found)
        sow, tend, reap = (
            ints(by_month(row[part], FILE, f"{where} {part}", found))
            for part in ("sow", "tend", "reap")
        )
        plain = {key: row[key] for key in _CROP_NUMBERS}
        made.append(Crop(id=name, **plain, sow_pm=sow, tend_pm=tend, reap_pm=reap))
    if not made:
        fix = "add a table such as [crop.wheat]"
        found.append(Problem(FILE, "[crop]", "no crops", "one or more", fix, "L217"))
    follows = {name: (row["after"], row["after_pm"]) for name, row in read.items() if row["after"]}
    for name, (first, _) in follows.items():
        known(first, [n for n in read if n != name], f"[crop.{name}] after", found, "crop")
    return tuple(made), {name: row["in_the_ground_pm"] for name, row in read.items()}, follows


def projects(tables: Mapping[str, Any], units: Sequence[str], found: Found) -> tuple[Project, ...]:
    """The large works."""
    made: list[Project] = []
    for name, row in rows(tables, "project", PROJECT, found).items():
        where = f"[project.{name}] serves"
        for unit, share in row["serves"].items():
            known(unit, units, where, found)
            if type(share) is not int or not 0 <= share <= 1000:
                text = "a whole number of per mille, 0 to 1000"
                found.append(Problem(FILE, f"{where} {unit}", shown(share), text, code="L209"))
                row["serves"] = {}
                break
        serves = [row["serves"].get(unit, 0) for unit in units]
        made.append(Project(name, row["need_days"], ints(serves), row["firm_pm"], row["salt_pm"]))
    return tuple(made)


def neighbours(tables: Mapping[str, Any], found: Found) -> tuple[Neighbour, ...]:
    """The communes next door."""
    read = rows(tables, "neighbour", NEIGHBOUR, found)
    return tuple(Neighbour(name, row["zeal_pm"], row["yield_pm"]) for name, row in read.items())


def tiers(tables: Mapping[str, Any], found: Found) -> tuple[Tier, ...]:
    """The offices above ours, the nearest first."""
    return tuple(Tier(id=name, **row) for name, row in rows(tables, "tier", TIER, found).items())


def events(
    tables: Mapping[str, Any],
    sources: Mapping[str, Source],
    start: tuple[int, int],
    months: int,
    found: Found,
    units: Sequence[str] = (),
) -> tuple[Event, ...]:
    """The dated things that are told, by month."""
    made: list[Event] = []
    for name, row in rows(tables, "event", EVENT, found).items():
        where = f"[event.{name}]"
        check_source(row["source"], sources, FILE, where, found)
        month = month_of(row["month"], start)
        if row["month"] and not 0 <= month < months:
            text = f"a month of the level: {months} from {start[0]}-{start[1]:02d}"
            found.append(Problem(FILE, f"{where} month", shown(row["month"]), text, code="L211"))
        when = _when(row["when"], f"{where} when", units, found)
        made.append(Event(name, month, row["voice"], row["source"], row["fictional"], when))
    return tuple(sorted(made, key=lambda event: event.month))


def _when(table: Values | None, where: str, units: Sequence[str], found: Found) -> Condition | None:
    """The condition of an event: an account and its bounds, nothing that is executed."""
    if table is None:
        return None
    before = len(found)
    row = take(table, CONDITION, FILE, where, found)
    below, least = row["below_kg"], row["at_least_kg"]
    if below is None and least is None and len(found) == before:
        text = "below_kg, at_least_kg, or both"
        found.append(Problem(FILE, where, "no bound", text, "add below_kg = 20000", "L224"))
    unit = -1
    if row["brigade"]:
        known(row["brigade"], units, f"{where} brigade", found)
        unit = units.index(row["brigade"]) if row["brigade"] in units else -1
    account = Account[row["account"].upper()] if row["account"] in ACCOUNTS else Account.GRANARY
    return Condition(account, unit, least or 0, MOST_KG if below is None else below)


def households(
    tables: Mapping[str, Any], units: Sequence[str], found: Found
) -> tuple[Household, ...]:
    """The named households of the register."""
    made: list[Household] = []
    for name, row in rows(tables, "household", HOUSEHOLD, found).items():
        known(row["brigade"], units, f"[household.{name}] brigade", found)
        unit = units.index(row["brigade"]) if row["brigade"] in units else 0
        made.append(Household(name, unit, tuple(row["ages"])))
    return tuple(made)


def known(name: str, names: Sequence[str], where: str, found: Found, kind: str = "brigade") -> None:
    """Refuse the name of a brigade, or of another kind, that has no table."""
    if name not in names:
        fix = nearest(name, names, f"add a [{kind}] with this name")
        found.append(Problem(FILE, where, shown(name), one_of(names), fix, "L219"))


def weather(table: object, years: Sequence[int], found: Found) -> list[int]:
    """The weather index of each year: `1958 = 1040`."""
    if not isinstance(table, Mapping):
        text = "a table such as 1958 = 1040"
        found.append(Problem(FILE, "[weather]", shown(table), text, code="L206"))
        return [1000] * len(years)
    names = [str(year) for year in years]
    for name in table:
        if name not in names:
            text = "a year that the level does not reach"
            where = f"[weather] {name}"
            found.append(Problem(FILE, where, text, one_of(names), "take it out", "L216"))
    found_years = []
    for name in names:
        value = table.get(name)
        if type(value) is not int or not 300 <= value <= 1500:
            text = "a whole number of per mille, 300 to 1500"
            stands = "nothing" if value is None else shown(value)
            found.append(Problem(FILE, f"[weather] {name}", stands, text, code="L215"))
            value = 1000
        found_years.append(value)
    return found_years
