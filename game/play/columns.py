"""Columns: what a line of `run --out` holds. docs/run-columns.md is written from this table."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from game.play.batch import Season
from game.sim.arrays import Ints
from game.sim.ledger import Account
from game.sim.level import SEASONS
from game.sim.orders import FIELDS, FURNACES, SIDELINE, WORKS
from game.sim.state import Tally


class Column(NamedTuple):
    """One column: its name, what it is, and how it is taken from a season, (R, U)."""

    name: str
    unit: str
    about: str
    take: Callable[[Season], Ints]


def _tally(which: Tally) -> Callable[[Season], Ints]:
    return lambda season: season.state.tally[:, which]


def _grain(which: Account) -> Callable[[Season], Ints]:
    return lambda season: season.state.grain_kg[:, which]


def _sent(place: int) -> Callable[[Season], Ints]:
    return lambda season: season.orders.labour_pm[:, :, place]


def _each(values: Ints, season: Season) -> Ints:
    """A figure of the commune (R,), for each of its units."""
    return np.broadcast_to(values[:, None], (len(season.runs), len(season.level.units)))


COLUMNS: tuple[Column, ...] = (
    Column("people", "persons", "at the end of the season", lambda s: s.state.people.sum(axis=2)),
    Column("births", "persons", "in the season", _tally(Tally.BIRTHS)),
    Column("deaths", "persons", "in the season", _tally(Tally.DEATHS)),
    Column("left", "persons", "who left in the season", _tally(Tally.LEFT)),
    Column("hands", "persons", "able to work when the season began", lambda s: s.seen.hands),
    Column("fields_pm", "per mille", "of the hands, ordered to the fields", _sent(FIELDS)),
    Column("furnaces_pm", "per mille", "ordered to furnaces", _sent(FURNACES)),
    Column("works_pm", "per mille", "ordered to waterworks", _sent(WORKS)),
    Column("sideline_pm", "per mille", "ordered to sideline work", _sent(SIDELINE)),
    Column("harvest_kg", "kg", "brought in during the season, in truth", _tally(Tally.HARVEST_KG)),
    Column("unharvested_kg", "kg", "ripe and never brought in", _tally(Tally.UNHARVESTED_KG)),
    Column(
        "reported_kg", "kg", "written for the county (harvest seasons)", _tally(Tally.REPORTED_KG)
    ),
    Column("quota_kg", "kg", "demanded against the report", _tally(Tally.DEMANDED_KG)),
    Column("procured_kg", "kg", "taken", _tally(Tally.PROCURED_KG)),
    Column("sold_back_kg", "kg", "sold back to the village", _tally(Tally.SOLD_BACK_KG)),
    Column("eaten_kg", "kg", "eaten from the common store", _tally(Tally.EATEN_KG)),
    Column("store_kg", "kg", "in the common granary at the end", _grain(Account.GRANARY)),
    Column("hidden_kg", "kg", "put aside, at the end", _grain(Account.HIDDEN)),
    Column("seed_kg", "kg", "seed kept, at the end", _grain(Account.SEED)),
    Column("iron_good_kg", "kg", "usable iron made in the season", _tally(Tally.IRON_GOOD_KG)),
    Column("iron_poor_kg", "kg", "unusable iron made in the season", _tally(Tally.IRON_POOR_KG)),
    Column("forest_pm", "per mille", "of its forest still standing", lambda s: s.state.forest_pm),
    Column("reserve_pm", "per mille", "body reserve, 1000 = whole", lambda s: s.after.reserve_pm),
    Column(
        "standing_pm", "per mille", "the county's opinion of the office (the same for all units)",
        lambda s: _each(s.state.standing_pm, s),
    ),
    Column("said_kg", "kg", "what the brigade said it brought in", _tally(Tally.SAID_KG)),
    Column("private_kg", "kg", "food from plots, sideline, gathering", _tally(Tally.PRIVATE_KG)),
    Column("need_kg", "kg", "what would have kept the people whole", _tally(Tally.NEED_KG)),
    Column("stopped", "persons", "held back on the road", _tally(Tally.STOPPED)),
    Column("tools_pm", "per mille", "tools beside those of 1957", lambda s: s.state.tools_pm),
    Column("effort_pm", "per mille", "effort per labour-day", lambda s: s.state.effort_pm),
    Column("plots_pm", "per mille", "private plots that are dug", lambda s: s.state.plots_pm),
    Column(
        "stage", "number", "of collectivisation: 0 family farms to 5 accounts kept by the team",
        lambda s: _each(np.full(len(s.runs), s.level.track.stage[s.turn * 3 + 2]), s),
    ),
    Column("soil_pm", "per mille", "soil beside that of 1957", lambda s: s.state.soil_pm),
    Column(
        "removed_turn", "turn", "in which the secretary was removed; -1: in office",
        lambda s: _each(s.state.removed, s),
    ),
)  # fmt: skip

KEYS = ("run", "turn", "year", "season", "unit")
HEADER = ",".join((*KEYS, *(column.name for column in COLUMNS)))


def table(season: Season) -> Ints:
    """All figures of a season, (R, U, columns)."""
    return np.stack([column.take(season) for column in COLUMNS], axis=2)


class Rows:
    """Gathers the seasons of one block of runs and gives them out run by run, turn by turn."""

    def __init__(self) -> None:
        self._seasons: list[tuple[Ints, str, tuple[str, ...], Ints]] = []

    def add(self, season: Season) -> None:
        """Keep the figures of a season, and let its state go."""
        level, turn = season.level, season.turn
        when = f"{turn},{level.year(turn)},{SEASONS[level.season(turn)]}"
        names = tuple(map(quoted, level.units))
        self._seasons.append((season.runs, when, names, table(season)))

    def lines(self) -> Iterator[str]:
        """Lines of CSV, and forget them: by run, then turn, then unit."""
        for row in range(len(self._seasons[0][0]) if self._seasons else 0):
            for runs, when, names, figures in self._seasons:
                for unit, values in zip(names, figures[row].tolist(), strict=True):
                    yield f"{runs[row]},{when},{unit},{','.join(map(str, values))}\n"
        self._seasons.clear()


def quoted(name: str) -> str:
    """A name as CSV wants it.

    >>> print(quoted('Reed Bank'), quoted('North, Old'))
    Reed Bank "North, Old"
    """
    if any(sign in name for sign in ',"\n\r'):
        return '"' + name.replace('"', '""') + '"'
    return name


def page() -> str:
    """The text of docs/run-columns.md."""
    lines = [
        "# Columns of `run --out`",
        "",
        "Written by `python -m game.play.columns` from the table in that file; change it there.",
        "One line for each run, turn and unit, in that order. Whole numbers only; the same level,",
        "seed and policy give the same bytes.",
        "",
        "| Column | Unit | What it is |",
        "|---|---|---|",
        "| `run` | number | of the run; chance is a function of it |",
        "| `turn` | number | from 0 |",
        "| `year`, `season` | | in which the turn begins: spring, summer, autumn, winter |",
        "| `unit` | name | of the brigade |",
    ]
    lines += [f"| `{column.name}` | {column.unit} | {column.about} |" for column in COLUMNS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    Path("docs/run-columns.md").write_text(page(), "utf-8")
