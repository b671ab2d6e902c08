"""Judge: each row's median, its error, its band, and whether it lies where it should."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from game.play.closed import Bot
from game.play.validation.batches import SEED, figures
from game.play.validation.changes import NOTHING, Change
from game.play.validation.figures import Figures, Floats
from game.play.validation.metrics import measured
from game.play.validation.rows import Row, Sheet
from game.sim.arrays import Ints
from game.sim.level import Level
from game.sim.params import Params

MEDIAN_ERROR = 1.2533
"""Standard error of a median of a normal sample, beside that of its mean."""
PASS, FAIL, OPEN = "pass", "FAIL", "not modelled"


@dataclass(frozen=True, slots=True)
class Result:
    """What a row came to. Figures are nan where the model has none."""

    row: Row
    median: float
    error: float
    low: float  # 5 %
    high: float  # 95 %
    verdict: str

    @property
    def miss(self) -> float:
        """How far the median lies outside its bounds, in half widths of them; 0 inside."""
        if self.verdict != FAIL:
            return 0.0
        if np.isnan(self.median):
            return MOST_MISS
        low, high = self.row.low, self.row.high
        outside = max(
            (low or 0) - self.median if low is not None else 0.0,
            self.median - (high or 0) if high is not None else 0.0,
        )
        return min(MOST_MISS, outside / half_width(self.row))


MOST_MISS = 20.0


def half_width(row: Row) -> float:
    """Half of a row's span; for a row with one bound, a tenth of it, or 1 where it is small."""
    if row.low is not None and row.high is not None:
        return max(1e-9, (row.high - row.low) / 2)
    bound = row.low if row.low is not None else row.high
    size = abs(bound or 0)
    return size / 10 if size >= 1 else 1.0


def judged(row: Row, values: Floats) -> Result:
    """The result of a row whose metric has these values, (R,)."""
    known = values[~np.isnan(values)]
    if not len(known):
        nan = float("nan")
        return Result(row, nan, nan, nan, nan, FAIL)
    median = float(np.median(known))
    error = MEDIAN_ERROR * float(known.std()) / len(known) ** 0.5
    low, high = (float(each) for each in np.percentile(known, [5, 95]))
    inside = (row.low is None or median >= row.low) and (row.high is None or median <= row.high)
    # A value that some runs don't have is no value to rest a row on.
    whole = len(known) * 2 > len(values)
    return Result(row, median, error, low, high, PASS if inside and whole else FAIL)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a validation came to."""

    results: tuple[Result, ...]
    batches: Mapping[str, Figures]  # "" is the runs as they are
    runs: Ints
    seed: int = SEED

    @property
    def failed(self) -> tuple[Result, ...]:
        """The rows that fail."""
        return tuple(each for each in self.results if each.verdict == FAIL)


def results(sheet: Sheet, batches: Mapping[str, Figures]) -> tuple[Result, ...]:
    """Every row held against the figures; rows whose batch is not there are left out."""
    nan = float("nan")
    found: list[Result] = []
    for row in sheet.rows:
        if not row.modelled:
            found.append(Result(row, nan, nan, nan, nan, OPEN))
        elif row.change in batches:
            other = batches[row.change] if row.change else None
            values = measured(row.metric, batches[""], other, row.year, row.base)
            found.append(judged(row, values))
    return tuple(found)


def validate(
    level: Level,
    params: Params,
    sheet: Sheet,
    policy: Bot,
    successor: Bot,
    runs: Ints,
    on_turn: Callable[[int], None] | None = None,
    seed: int = SEED,
) -> Outcome:
    """Play the validation runs as they are and with every change, and judge every row."""
    wanted: list[Change] = [NOTHING, *sheet.needed()]
    batches = {
        change.id: figures(
            level, params, policy, successor, runs, change, seed=seed, on_turn=on_turn
        )
        for change in wanted
    }
    return Outcome(results(sheet, batches), batches, runs, seed)
