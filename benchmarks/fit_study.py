"""What `fit.py` tries: the level with coefficients changed, and how far its rows are off."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from game.bots import BOTS, SUCCESSOR
from game.levelfiles.check import Found, read_toml
from game.levelfiles.errors import LevelError
from game.levelfiles.load import _headless
from game.levelfiles.shipped import find
from game.play.batch import all_runs
from game.play.validation import batches, judge, rows
from game.play.validation.changes import NOTHING
from game.play.validation.judge import MOST_MISS, Result, half_width
from game.sim.level import Level
from game.sim.params import Params

SEED = 1962
FIRST_RUN = 0

SEARCHED: Mapping[str, tuple[float, float]] = {
    "report.asked_pull_pm": (100, 900),
    "report.heard_pull_pm": (100, 900),
    "report.neighbour_step_pm": (100, 1200),
    "report.neighbour_back_pm": (50, 600),
    "report.correct_pm": (100, 900),
    "report.fear_weight_pm": (0, 600),
    "quota.base_pm": (160, 230),
    "quota.surplus_pm": (150, 700),
    "quota.norm_kg_head": (280, 380),
    "quota.believe_up_pm": (80, 600),
    "quota.written_pm": (0, 500),
    "procurement.collect_pm": (100, 800),
    "procurement.unmet_pm": (0, 600),
    "land.herd_hunger_loss_pm": (10, 90),
    "crop.best_land_pm": (0, 800),
    "quota.believe_down_pm": (50, 600),
    "quota.fear_down_pm": (0, 1000),
    "procurement.floor_g_day": (250, 500),
    "procurement.coercion": (0.6, 1.6),
    "granary.sell_back_g_day": (200, 500),
    "canteen.need_g_day": (780, 860),
    "canteen.free_pm": (1100, 1800),
    "stages.effort": (0.9, 1.1),
    "labour.taken_effort": (0.3, 2.0),
    "quota.export_pm": (20, 120),
    "granary.reserve_pm": (200, 900),
    "report.candour": (0.5, 1.2),
    "labour.effort_back_pm": (20, 150),
    "labour.capacity": (0.9, 1.1),
    "harvest.shed_pm": (200, 800),
    "crop.tend_floor_pm": (400, 800),
    "crop.close_yield": (0.9, 1.1),
    "people.death_reserve": (0.6, 1.6),
    "people.reserve_fall": (0.97, 1.03),
    "people.reserve_work_pm": (0, 120),
}
"""Coefficients without a source and the bounds between which they are tried. Bounds of a table are
factors on its y, for all points alike. Others are left as they are."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One set of coefficients and what it came to."""

    point: tuple[float, ...]  # 0 to 1 between the bounds, in the order of SEARCHED
    objective: float  # of the fit rows
    test: float  # the same sum over the test rows: looked at, never searched
    passed: int  # test rows that pass
    medians: Mapping[str, float]


class Study:
    """The level with coefficients changed, as often as is asked."""

    def __init__(self, name: str, runs: int, *, counterfactuals: bool) -> None:
        self.folder = find(name)
        found: Found = []
        self.tables = read_toml(self.folder / "level.toml", "level.toml", found)
        self.standard = read_toml(
            self.folder.parent / "_standard" / "params.toml", "params.toml", found
        )
        self.sheet = rows.read(self.folder)
        self.runs = all_runs(FIRST_RUN, runs)
        self.counterfactuals = counterfactuals
        self.names = [name for name in SEARCHED if self._known(name)]

    def _known(self, name: str) -> bool:
        section, key = name.split(".")
        return key in self.standard.get(section, {})

    def stands(self, name: str) -> Any:
        """The value of a coefficient as the level has it."""
        section, key = name.split(".")
        own = self.tables.get("params", {}).get(section, {})
        return own.get(key, self.standard[section][key])["value"]

    def bounds(self, name: str) -> tuple[float, float]:
        """Between what a coefficient is tried; where it stands now is always inside."""
        low, high = SEARCHED[name]
        value = self.stands(name)
        if isinstance(value, list):
            return low, high
        section, key = name.split(".")
        entry = self.standard[section][key]
        low, high = max(low, entry["low"]), min(high, entry["high"])
        return min(low, float(value)), max(high, float(value))

    def start(self) -> tuple[float, ...]:
        """Where the coefficients stand now, between their bounds."""
        found = []
        for name in self.names:
            low, high = self.bounds(name)
            value = 1.0 if isinstance(self.stands(name), list) else float(self.stands(name))
            found.append(min(1.0, max(0.0, (value - low) / (high - low))))
        return tuple(found)

    def values(self, point: Iterable[float]) -> dict[str, Any]:
        """The coefficients of a point; numbers are whole, tables are scaled inside their range."""
        found: dict[str, Any] = {}
        for name, part in zip(self.names, point, strict=True):
            low, high = self.bounds(name)
            scaled = low + part * (high - low)
            stands = self.stands(name)
            if isinstance(stands, list):
                section, key = name.split(".")
                entry = self.standard[section][key]
                found[name] = [
                    [x, int(min(entry["high"], max(entry["low"], y * scaled)))] for x, y in stands
                ]
            else:
                found[name] = round(scaled)
        return found

    def level(self, values: Mapping[str, Any]) -> tuple[Level, Params]:
        """The level built anew with these coefficients: its start depends on them too."""
        params = {section: dict(keys) for section, keys in self.tables.get("params", {}).items()}
        for name, value in values.items():
            section, key = name.split(".")
            params.setdefault(section, {})[key] = {"value": value, "source": "assumption"}
        found: Found = []
        loaded = _headless(self.folder, {**self.tables, "params": params}, found)
        if found or loaded is None:
            raise LevelError(found)
        return loaded.level, loaded.params

    def results(self, point: Iterable[float]) -> tuple[Result, ...]:
        """All rows that can be worked out: with the counterfactuals, or without them."""
        level, params = self.level(self.values(point))
        wanted = [NOTHING, *(self.sheet.needed() if self.counterfactuals else ())]
        played = {
            change.id: batches.figures(
                level, params, BOTS["historical"], SUCCESSOR, self.runs, change, seed=SEED
            )
            for change in wanted
        }
        return judge.results(self.sheet, played)

    def tried(self, point: tuple[float, ...]) -> Tried:
        """What a point comes to."""
        found = self.results(point)
        return Tried(
            point,
            objective([each for each in found if each.row.use == "fit"]),
            objective([each for each in found if each.row.use == "test"]),
            sum(each.row.use == "test" and each.verdict == judge.PASS for each in found),
            {each.row.id: each.median for each in found if each.row.modelled},
        )


def miss(result: Result) -> float:
    """Distance from the target (or the middle of the span), in half widths."""
    row = result.row
    if not row.modelled:
        return 0.0
    if np.isnan(result.median):
        return MOST_MISS
    if row.low is None or row.high is None:
        return result.miss
    middle = row.target if row.target is not None else (row.low + row.high) / 2
    return min(MOST_MISS, abs(result.median - middle) / half_width(row))


def objective(results: Iterable[Result]) -> float:
    """Sum of squared misses.

    >>> objective([])
    0.0
    """
    return float(sum((miss(each) ** 2 for each in results), 0.0))
