"""The validation as a table on the terminal, as Markdown and as JSON."""

import json
import math
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size

import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.play.validation import batches
from game.play.validation.judge import FAIL, OPEN, PASS, Outcome, Result
from game.play.validation.metrics import LOSS_YEARS, excess
from game.play.validation.rows import Row, Sheet
from game.sim.turn import RULES_VERSION

WIDTH = 150
"""Columns where the output is a file or a pipe."""
HEADS = ("", "Target", "Inside", "Median ± s.e.", "5 to 95 %", "Verdict", "Use", "Source")
STYLES = {PASS: "green", FAIL: "bold red", OPEN: "dim"}


def decimals_of(value: float) -> int:
    """How many decimals a figure of this size can carry."""
    return 0 if abs(value) >= 200 else 1 if abs(value) >= 10 else 2


def plain(value: float | None, unit: str = "") -> str:
    """A figure with as many decimals as it can carry.

    >>> plain(101.3), plain(0.71), plain(-3.0), plain(None), plain(295.4, "kg")
    ('101.3', '0.71', '-3', '', '295 kg')
    """
    if value is None or math.isnan(value):
        return ""
    text = f"{value:.{decimals_of(value)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return f"{text} {unit}".rstrip()


def span(row: Row) -> str:
    """The bounds of a row, in words.

    >>> from types import SimpleNamespace as Bounds
    >>> span(Bounds(low=1, high=3)), span(Bounds(low=33.3, high=None))
    ('1 to 3', '33.3 or more')
    """
    if row.high is None:
        return f"{plain(row.low)} or more"
    if row.low is None:
        return f"{plain(row.high)} or less"
    return f"{plain(row.low)} to {plain(row.high)}"


def cells(result: Result) -> tuple[str, ...]:
    """A row of the table, one text a column."""
    row = result.row
    figures = ("", "")
    if not math.isnan(result.median):
        places = decimals_of(result.median)
        middle, error, low, high = (
            f"{each:.{places}f}" for each in (result.median, result.error, result.low, result.high)
        )
        figures = (f"{middle} ± {error}", f"{low} to {high}")
    elif result.verdict == FAIL:
        figures = ("no value", "")
    words = f"{row.words}, {row.unit}" if row.unit else row.words
    return (words, plain(row.target), span(row), *figures, result.verdict, row.use, row.source)


def summary(results: Sequence[Result]) -> list[str]:
    """How many rows pass, by use.

    >>> summary([])
    []
    """
    lines: list[str] = []
    for use in ("fit", "test", "check"):
        held = [each for each in results if each.row.use == use and each.verdict != OPEN]
        if held:
            good = sum(each.verdict == PASS for each in held)
            lines.append(f"{use}: {good} of {len(held)} rows pass")
    return lines


def notes(outcome: Outcome, sheet: Sheet) -> list[str]:
    """What stands under the table: notes of rows, and what each counterfactual touches."""
    lines = [f"{each.row.words}: {each.row.note}" for each in outcome.results if each.row.note]
    touching = [each for each in sheet.needed() if each.touches]
    return lines + [f"{each.id} ({each.words}): {each.touches}" for each in touching]


CHANGE_HEADS = (
    "Batch", "Output 1958-61", "Gross procurement 1958-61, Mt", "Excess deaths, million",
    "Towns fed 1958-61, Mt",
)  # fmt: skip


def change_cells(outcome: Outcome, sheet: Sheet) -> list[tuple[str, ...]]:
    """Who goes short with a change: medians of output, takings, deaths and what towns ate."""
    found: list[tuple[str, ...]] = []
    for name, figures in outcome.batches.items():
        when = np.isin(figures.year, LOSS_YEARS)
        totals = [
            float(np.median(figures.total(each, when))) / 1e9
            for each in ("harvest_kg", "procured_kg", "cities_kg")
        ]
        deaths = float(np.median(excess(figures)))
        words = sheet.changes[name].words if name else "as it is"
        found.append(
            (words, f"{totals[0]:.0f}", f"{totals[1]:.0f}", f"{deaths:.1f}", f"{totals[2]:.0f}")
        )
    return found


def title(level: str, outcome: Outcome) -> str:
    """What was played."""
    first, last = int(outcome.runs[0]), int(outcome.runs[-1])
    draft = "" if outcome.seed == batches.SEED else " (a draft: not the validation seeds)"
    return f"{level}, historical policy, runs {first} to {last} of seed {outcome.seed}{draft}"


def show(level: str, outcome: Outcome, sheet: Sheet, footer: Sequence[str]) -> None:
    """Print the table."""
    terminal = sys.stdout.isatty()
    width = max(get_terminal_size().columns, 110) if terminal else WIDTH
    # Written at once and printed plainly: rich ends the program where a pipe is closed early.
    console = Console(
        highlight=False, width=width, file=StringIO(), force_terminal=terminal, color_system="auto"
    )
    table = Table(title=title(level, outcome), title_justify="left", box=None, pad_edge=False)
    for place, head in enumerate(HEADS):
        table.add_column(head, justify="right" if 1 <= place <= 4 else "left", overflow="fold")
    group = ""
    for result in outcome.results:
        if result.row.group != group:
            group = result.row.group
            table.add_row(Text(group, style="bold"))
        texts = [Text(each) for each in cells(result)]
        texts[0].pad_left(2)
        texts[5].stylize(STYLES[result.verdict])
        table.add_row(*texts)
    console.print(table)
    if len(outcome.batches) > 1:
        console.print(_batches(outcome, sheet))
    for line in (*notes(outcome, sheet), "", *summary(outcome.results), *footer):
        console.print(line, markup=False)
    assert isinstance(console.file, StringIO)
    print("\n".join(line.rstrip() for line in console.file.getvalue().splitlines()))


def _batches(outcome: Outcome, sheet: Sheet) -> Table:
    table = Table(
        title="\nThe batches beside one another: who goes short when less is taken",
        title_justify="left",
        box=None,
        pad_edge=False,
    )
    for place, head in enumerate(CHANGE_HEADS):
        table.add_column(head, justify="right" if place else "left")
    for line in change_cells(outcome, sheet):
        table.add_row(*line)
    return table


def markdown(level: str, outcome: Outcome, sheet: Sheet, footer: Sequence[str]) -> str:
    """The table as Markdown, for docs/model.md."""
    lines = [f"{title(level, outcome)}.", "", "| Row | " + " | ".join(HEADS[1:]) + " |"]
    lines.append("|---|" + "---|" * (len(HEADS) - 1))
    group = ""
    for result in outcome.results:
        if result.row.group != group:
            group = result.row.group
            lines.append(f"| **{group}** |" + " |" * (len(HEADS) - 1))
        texts = list(cells(result))
        texts[5] = f"**{texts[5]}**" if result.verdict == FAIL else texts[5]
        lines.append("| " + " | ".join(texts) + " |")
    lines += ["", "| " + " | ".join(CHANGE_HEADS) + " |", "|---|" + "---:|" * 4]
    lines += ["| " + " | ".join(each) + " |" for each in change_cells(outcome, sheet)]
    lines += ["", *(f"- {each}" for each in notes(outcome, sheet)), ""]
    lines += [" · ".join((*summary(outcome.results), *footer))]
    return "\n".join(lines) + "\n"


def as_json(level: str, outcome: Outcome, footer: Sequence[str]) -> str:
    """The table for other programs; figures that are not there are null."""
    first = int(outcome.runs[0])
    whole = {
        "level": level,
        "policy": "historical",
        "rules_version": RULES_VERSION,
        "seed": outcome.seed,
        "runs": [first, first + len(outcome.runs) - 1],
        "rows": [_row(each) for each in outcome.results],
        "notes": list(footer),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _row(result: Result) -> dict[str, object]:
    row = result.row
    numbers = {
        name: None if math.isnan(value) else round(value, 6)
        for name, value in (
            ("median", result.median), ("error", result.error),
            ("p5", result.low), ("p95", result.high),
        )
    }  # fmt: skip
    kept = ("id", "words", "unit", "metric", "year", "base", "change", "target", "low", "high")
    rest = {"use": row.use, "source": row.source, "note": row.note, "verdict": result.verdict}
    return {**{name: getattr(row, name) for name in kept}, **numbers, **rest}


def write(path: Path, text: str) -> None:
    """Write a file as text."""
    path.write_text(text, "utf-8", newline="\n")
