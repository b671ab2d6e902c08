"""The table that `run` prints: a line for each harvest, over one run or many."""

import sys
from io import StringIO
from shutil import get_terminal_size

import numpy as np
from rich.console import Console
from rich.table import Table

from game.play.totals import Line, Totals
from game.reports.register import hardest_hit, register, sentence, tolls
from game.sim.arrays import Ints
from game.words import N_, _, number, percent, season_name

WIDTH = 160
"""Columns where the output is a file or a pipe: nothing is wrapped there."""
WIDE = 132
"""Columns from which medians have their range beside them."""
NAMED = 3
"""Households that stand beside the figures."""


def show(totals: Totals, title: str, seed: int, first_run: int) -> None:
    """Print the table, what became of the office, and households from the register."""
    width = get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    # Written at once and printed plainly: rich ends the program where a pipe is closed early.
    console = Console(highlight=False, width=width, file=StringIO(), color_system=None)
    runs = len(totals.of("people", 0))
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column(_("Harvest"))
    for name in (
        _("Reported, t"), _("Actual, t"), _("Gap"), _("Taken, t"), _("People"), _("Deaths since"),
    ):  # fmt: skip
        table.add_column(name, justify="right")
    for line in totals.lines():
        table.add_row(*_cells(totals, line, ranges=width >= WIDE))
    console.print(table)
    if runs > 1 and width >= WIDE:
        console.print(_("Medians, with the range from 5 to 95 % of {runs} runs.").format(runs=runs))
    elif runs > 1:
        text = _("Medians of {runs} runs; {columns} columns show the range as well.")
        console.print(text.format(runs=runs, columns=WIDE))
    console.print(_office(totals))
    _households(console, totals, seed, first_run)
    assert isinstance(console.file, StringIO)
    print("\n".join(line.rstrip() for line in console.file.getvalue().splitlines()))


def _cells(totals: Totals, line: Line, *, ranges: bool) -> list[str]:
    level = totals.level
    name = season_name(line.turn, level.year(0), level.season(0))
    people = [_middle(line.people, ranges), _middle(line.deaths, ranges)]
    if not line.harvest:
        return [_("{season} (end)").format(season=name), "", "", "", "", *people]
    gap_pm = (line.reported_kg - line.actual_kg) * 1000 // np.maximum(1, line.actual_kg)
    return [
        name,
        _middle(line.reported_kg // 1000, ranges),
        _middle(line.actual_kg // 1000, ranges),
        _share(gap_pm, ranges),
        _middle(line.procured_kg // 1000, ranges),
        *people,
    ]


def _middle(values: Ints, ranges: bool) -> str:
    """The figure of one run, or median and range of many."""
    if len(values) == 1:
        return number(int(values[0]))
    low, middle, high = _band(values)
    if not ranges:
        return number(middle)
    return f"{number(middle)} ({number(low)}-{number(high)})"


def _share(values: Ints, ranges: bool) -> str:
    low, middle, high = _band(values)
    sign = "+" if middle > 0 else ""
    if len(values) == 1 or not ranges:
        return sign + percent(middle)
    return f"{sign}{percent(middle)} ({percent(low)} to {percent(high)})"


def _band(values: Ints) -> tuple[int, int, int]:
    """5 %, median, 95 %: members of the sample, so that nothing is rounded differently.

    >>> _band(np.arange(101))
    (5, 50, 95)
    """
    ranked = np.sort(values)
    last = len(ranked) - 1
    return int(ranked[last * 5 // 100]), int(ranked[last // 2]), int(ranked[-(-last * 95 // 100)])


def _office(totals: Totals) -> str:
    removed = totals.of("removed", totals.turns - 1)
    gone = removed[removed >= 0]
    level = totals.level
    if len(removed) == 1 and len(gone):
        when = season_name(int(gone[0]), level.year(0), level.season(0))
        return _("The secretary was removed at the end of {season}; a successor went on.").format(
            season=when
        )
    if len(removed) == 1:
        return _("The secretary was in office to the end.")
    return _("The secretary was removed in {gone} of {runs} runs.").format(
        gone=len(gone), runs=len(removed)
    )


def _households(console: Console, totals: Totals, seed: int, run: int) -> None:
    """No figure of deaths stands without people from the register."""
    level = totals.level
    pages = register(level, seed, run, tolls(level, totals.first))
    if not pages:
        return
    console.print(_("From the register of run {run}:").format(run=run))
    for page in hardest_hit(pages, NAMED):
        text, values = sentence(page)
        console.print("  " + _(text).format(**values))


TITLE = N_("{level}, policy {policy}, seed {seed}, {runs}")
