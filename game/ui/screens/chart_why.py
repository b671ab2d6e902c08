"""What stands behind the points of a chart of the two ledgers: the two harvests of each."""

from collections.abc import Sequence

from game.reports import accounts
from game.reports.grain_year import GrainYear, grain_years
from game.sim.views import Figure, HarvestView
from game.ui.screens.telling import gap_text, known
from game.ui.widgets.base import Ask
from game.words import tonnes


def points(harvests: Sequence[HarvestView], *, true: bool = False) -> list[tuple[Ask, ...]]:
    """A year's grain at each point: as it was written, as it was there, the gap, what was taken.

    Args:
        harvests: those of the chart
        true: whether the books of the game are opened, so that its seasons can be asked in turn
    """
    none: list[tuple[Ask, ...]] = [()] if harvests else []
    return [*none, *(_point(one, true=true) for one in grain_years(harvests))]


def _point(one: GrainYear, *, true: bool) -> tuple[Ask, ...]:
    there = Figure("actual" if one.sure else "estimate", one.low_kg, one.actual_kg, one.high_kg, 0)
    year = HarvestView(0, 0, 0, one.reported_kg, there, one.taken_kg, before=False)
    texts = {
        "reported": tonnes(one.reported_kg), "actual": known(there), "gap": gap_text(year),
        "taken": tonnes(one.taken_kg),
    }  # fmt: skip
    return tuple(
        Ask(name, text, true=true, given=accounts.grain_year(name, one))
        for name, text in texts.items()
    )
