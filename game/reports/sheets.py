"""Sheets: a debrief as tables for a spreadsheet, each column with what it is."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from game.levelfiles.chronicle import chronicle
from game.reports.marks import citation
from game.reports.paths import CAME, NAMES, WENT
from game.reports.register import fate
from game.reports.whole import Whole
from game.sim.level import SEASONS

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, what a row is, its columns, and its rows."""

    name: str
    row: str  # what one row is
    columns: Mapping[str, tuple[str, str]]  # name: unit, what it is
    rows: Callable[[Whole], Sequence[Cells]]


def _harvests(whole: Whole) -> Sequence[Cells]:
    return [
        (one.year, SEASONS[one.season], one.said_kg, one.reported_kg, one.actual.kg, one.taken_kg,
         int(one.before))
        for one in whole.found.harvests
    ]  # fmt: skip


def _years(whole: Whole) -> Sequence[Cells]:
    found = {one.year: one for one in whole.found.people.years}
    return [
        (one.year, one.reported_kg, one.actual_kg, one.taken_kg,
         "" if one.country_kt is None else one.country_kt,
         "; ".join(str(claim.grain_kt) for claim in one.country_claims),
         *((found[one.year].born, found[one.year].died, found[one.year].left,
            found[one.year].at_end) if one.year in found else ("", "", "", "")))
        for one in whole.found.years
    ]  # fmt: skip


def _grain(whole: Whole) -> Sequence[Cells]:
    return [(one.year, *(getattr(one, name) for name in (*CAME, *WENT))) for one in whole.years]


def _flows(whole: Whole) -> Sequence[Cells]:
    return [
        (one.year, one.rule, one.source.name.lower(), one.target.name.lower(), one.kg)
        for one in whole.found.flows
    ]


def _decisions(whole: Whole) -> Sequence[Cells]:
    return [
        (at + 1, one.theme, one.words, one.undone, int(one.taken), one.deaths, *one.deaths_range,
         one.harvest_kg, one.taken_kg, one.left, one.removed_turn, int(one.successor))
        for at, one in enumerate(whole.decisions)
    ]  # fmt: skip


def _register(whole: Whole) -> Sequence[Cells]:
    return [
        (page.id, page.name, page.unit, member.number, ("child", "adult", "old")[member.age],
         member.fate, member.turn, fate(whole.level, member) if member.turn >= 0 else "")
        for page in whole.found.households
        for member in page.members
    ]  # fmt: skip


def _seasons(whole: Whole) -> Sequence[Cells]:
    removed = whole.found.removed_turn
    return [
        (one.turn, one.year, SEASONS[one.season], one.people, one.died, one.store_kg,
         int(0 <= removed < one.turn))
        for one in whole.found.seasons
    ]  # fmt: skip


def _lives(whole: Whole) -> Sequence[Cells]:
    return [
        (one.name, one.reported_kg, one.actual_kg, one.taken_kg, one.born, one.died, one.left,
         one.removed_turn)
        for one in whole.lives
    ]  # fmt: skip


def _epilogue(_whole: Whole) -> Sequence[Cells]:
    return [
        (one.when, one.mark, one.source, citation(one.source), one.text)
        for one in chronicle().epilogue
    ]


_YEAR = {"year": ("year", "calendar year")}
_FATE = "turn of it; -1: still there"
SHEETS = (
    Sheet("harvests", "a harvest", {
        **_YEAR, "season": ("name", "summer or autumn"),
        "said_kg": ("kg", "what the brigades said"),
        "reported_kg": ("kg", "what the office wrote for the county"),
        "actual_kg": ("kg", "what had been brought in"), "taken_kg": ("kg", "taken by the state"),
        "before": ("0 or 1", "1: in the year before the level began"),
    }, _harvests),
    Sheet("years", "a calendar year", {
        **_YEAR, "reported_kg": ("kg", "both harvests, as reported"),
        "actual_kg": ("kg", "both, as brought in"), "taken_kg": ("kg", "both, taken by the state"),
        "country_kt": ("thousand t", "the country's grain, later official series"),
        "country_claims_kt": ("thousand t", "what was published at the time, oldest first"),
        "born": ("persons", "March to February"), "died": ("persons", "March to February"),
        "left": ("persons", "who left"), "at_end": ("persons", "in February"),
    }, _years),
    Sheet("seasons", "a season that was played", {
        "turn": ("turn", "from 0 on"), **_YEAR, "season": ("name", "spring to winter"),
        "people": ("persons", "at its end"), "died": ("persons", "in it"),
        "store_kg": ("kg", "in the common granaries at its end"),
        "successor": ("0 or 1", "1: a successor sat at the desk"),
    }, _seasons),
    Sheet("grain", "a year of the village's grain, March to February", {
        **_YEAR, **{f"{name}_kg": ("kg", NAMES[name].lower()) for name in (*CAME, *WENT)},
    }, _grain),
    Sheet("flows", "grain that a rule moved between two accounts in a calendar year", {
        **_YEAR, "rule": ("name", "step of the model, file and function"),
        "source": ("name", "account it left"), "target": ("name", "account it came to"),
        "kg": ("kg", "how much"),
    }, _flows),
    Sheet("decisions", "a decision undone on the same seed, the weightiest first", {
        "number": ("number", "as on the page"), "theme": ("name", "what it was about"),
        "decision": ("words", "what was decided"), "undone": ("words", "what stands in its place"),
        "taken": ("0 or 1", "0: it was open and was not done"),
        "deaths": ("persons", "otherwise less as it was, under the game's own chance"),
        "deaths_low": ("persons", "least over all courses of chance"),
        "deaths_high": ("persons", "most over all courses of chance"),
        "harvest_kg": ("kg", "otherwise less as it was"),
        "taken_kg": ("kg", "by the state; otherwise less as it was"),
        "left": ("persons", "who left; otherwise less as it was"),
        "removed_turn": ("turn", "of the secretary's removal in that life; -1: never"),
        "successor": ("0 or 1", "1: it was a successor's, after the secretary's removal"),
    }, _decisions),
    Sheet("register", "a person of a named household, all invented", {
        "household": ("key", "of the level"), "name": ("name", "of the household"),
        "brigade": ("name", "where it lives"), "member": ("number", "place in the household"),
        "age": ("name", "child, adult or old when the level began"),
        "fate": ("name", "there, died or left"), "turn": ("turn", _FATE),
        "words": ("words", "the same as a sentence"),
    }, _register),
    Sheet("lives", "a life of the same level and seed", {
        "life": ("words", "whose hands it was in"), "reported_kg": ("kg", "all harvests"),
        "actual_kg": ("kg", "all harvests"), "taken_kg": ("kg", "by the state"),
        "born": ("persons", "from the first to the last season"), "died": ("persons", "the same"),
        "left": ("persons", "the same"),
        "removed_turn": ("turn", "of the secretary's removal; -1: in office to the end"),
    }, _lives),
    Sheet("epilogue", "a line on what came after", {
        "when": ("date", "or two dates"), "mark": ("name", "documented or estimated"),
        "source": ("key", "of docs/sources.md"), "citation": ("words", "the source as it is cited"),
        "text": ("words", "what came"),
    }, _epilogue),
)  # fmt: skip


def text(sheet: Sheet, whole: Whole) -> str:
    """A table as CSV: UTF-8, commas, one head line, whole numbers."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows(whole))
    return out.getvalue()


def dictionary() -> str:
    """What every column of every table is, as CSV."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("file", "row", "column", "unit", "what"))
    for sheet in SHEETS:
        for name, (unit, what) in sheet.columns.items():
            writer.writerow((f"{sheet.name}.csv", sheet.row, name, unit, what))
    return out.getvalue()


def files(whole: Whole) -> dict[str, str]:
    """All tables and their dictionary, by file name."""
    return {
        **{f"{sheet.name}.csv": text(sheet, whole) for sheet in SHEETS},
        "dictionary.csv": dictionary(),
    }
