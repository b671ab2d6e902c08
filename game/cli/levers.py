"""From the historical policy, change one order at a time, and say what comes of it."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from game.cli import given
from game.cli.trouble import whole, writable

if TYPE_CHECKING:
    from rich.table import Table

    from game.play.lever_runs import Band, Effect, Findings
    from game.sim.level import Level

RUNS, MOST_RUNS = 60, 10_000
POLICY = "historical"
WIDTH = 100
TALL = 100
"""From here on a figure has no decimals."""


def declare(parser: ArgumentParser) -> None:
    """What may follow `levers`."""
    given.declare_level(parser)
    given.declare_seed(parser)
    parser.add_argument(
        "--runs", metavar="R", type=whole(2, MOST_RUNS), default=RUNS,
        help="how many for each order (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--out", metavar="FILE.json", type=Path, help="write every figure there as well"
    )


def run(args: Namespace) -> int:
    """Play every lever, print three tables and the verdicts."""
    if args.out is not None:
        writable(args.out, "--out")
    opened = given.opened(args.level)
    from game.bots import BOTS, SUCCESSOR
    from game.play import lever_runs
    from game.play.levers import levers

    level = opened.level
    with _progress(len(levers(level)) + 1) as step:
        findings = lever_runs.measure(
            level, opened.params, BOTS[POLICY], SUCCESSOR, args.seed, args.runs, on_games=step
        )
    _show(level, findings, args)
    if args.out is not None:
        text = json.dumps(_plain(level, findings, args), ensure_ascii=False, indent=2)
        args.out.write_text(text + "\n", "utf-8")
    return 0


@contextmanager
def _progress(games: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=games)
        yield lambda done: bar.advance(task, done)


Column = tuple[str, str, float, str]
"""Measure, head, what one of it is in the table, and how it is written."""


def _weight(head: str, measure: str, base: "Band", years: float) -> Column:
    """A weight in the largest of t, kt and Mt that leaves figures to compare."""
    name, kg = next(
        (name, kg)
        for name, kg in (("Mt", 1e9), ("kt", 1e6), ("t", 1e3))
        if name == "t" or base.middle / years >= 10 * kg
    )
    return measure, head.format(unit=name), 1 / kg / years, ",.1f" if name == "t" else ",.2f"


def tables(level: "Level", base: Mapping[str, "Band"]) -> dict[str, tuple[Column, ...]]:
    """The three tables: title and columns."""
    years, people = level.turns / 4, int(level.people.sum())
    return {
        "The village": (
            _weight("Harvest, {unit} a year", "harvest", base["harvest"], years),
            ("deaths", "Deaths per 1000", 1000 / people, ",.1f"),
            ("left", "Left per 1000", 1000 / people, ",.1f"),
        ),
        "The office": (
            ("standing", "Standing", 1, ",.0f"),
            ("in_office", "Turns in office", 1, ",.0f"),
            _weight("Delivered, {unit} a year", "delivered", base["delivered"], years),
        ),
        "Iron": (
            _weight("Iron, {unit}", "iron", base["iron"], 1),
            _weight("of it usable, {unit}", "good_iron", base["good_iron"], 1),
        ),
    }


def _show(level: "Level", findings: "Findings", args: Namespace) -> None:
    from rich.console import Console

    # A pipe gets a fixed width; rich ends the program where a pipe is closed early.
    width = max(WIDTH, get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
    console = Console(highlight=False, width=width, file=StringIO(), color_system=None)
    console.print(
        f"{level.id}: the {POLICY} policy with one order changed, {args.runs} runs, seed "
        f"{args.seed}.\nDifference to the unchanged policy on the same runs: median, and 5 to 95 %."
    )
    for title, columns in tables(level, findings.base).items():
        console.print()
        console.print(_table(findings, title, columns))
    console.print()
    for line in verdicts(level, findings):
        console.print(line, markup=False)
    assert isinstance(console.file, StringIO)
    print("\n".join(line.rstrip() for line in console.file.getvalue().splitlines()))


def _table(findings: "Findings", title: str, columns: tuple[Column, ...]) -> "Table":
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Order", no_wrap=True)
    for _name, head, *_how in columns:
        table.add_column(head, justify="right", no_wrap=True)
    table.add_row("(unchanged)", *(_cell(findings.base[column[0]], column) for column in columns))
    for effect in findings.effects:
        if effect.differs:
            cells = [_cell(effect.by[column[0]], column, "+") for column in columns]
            table.add_row(effect.lever.name, *cells)
    return table


def _cell(band: "Band", column: Column, sign: str = "") -> str:
    """The median, and the band where it is not the same.

    >>> from game.play.lever_runs import Band
    >>> _cell(Band(-1500, 200, 3500), ("harvest", "t", 0.001, ",.1f"), "+")
    '+0.2 (-1.5..3.5)'
    """
    _name, _head, one, how = column

    def written(value: int) -> str:
        figure, digits = value * one, int(how[-2])
        if abs(figure) >= TALL:
            return f"{figure:,.0f}"
        return format(round(figure, digits) + 0.0, how)  # + 0.0: no minus before a zero

    if sign and band.nil:
        return "0"
    plus = sign if band.middle > 0 else ""
    if band.low == band.high:
        return plus + written(band.middle)
    return f"{plus}{written(band.middle)} ({written(band.low)}..{written(band.high)})"


def verdicts(level: "Level", findings: "Findings") -> list[str]:
    """What follows from the effects, a line each."""
    effects = findings.effects
    told = [e for e in effects if e.differs and e.lever.tells]
    same = [e for e in effects if not e.differs]
    years = level.turns / 4
    lines = [
        _line(
            f"Placebo (another order, nothing moved in {years:g} years)",
            [e for e in effects if e.placebo],
        ),
        _line(
            "Dominates (fewer deaths, better standing and more delivered, by the medians)",
            [e for e in effects if e.dominates],
        ),
        _line(
            "Of these on every side of the band",
            [e for e in effects if e.surely],
        ),
        _line(
            "No price (clearly better on one of the three, clearly worse on none)",
            [e for e in effects if e.free],
        ),
        _line("Faint (every band holds zero)", [e for e in effects if e.faint]),
        _line("Information only: it brings knowledge and moves nothing", told),
        _line("As the policy orders already, or not open here", same),
    ]
    moved = [e.lever.name for e in told if any(not b.nil for b in e.by.values())]
    if moved:
        lines.append(f"But it did move something: {', '.join(moved)}.")
    return lines


def _line(what: str, effects: list["Effect"]) -> str:
    return f"{what}: {', '.join(e.lever.name for e in effects) or 'none'}."


def _plain(level: "Level", findings: "Findings", args: Namespace) -> dict[str, object]:
    """Everything as plain data."""
    from dataclasses import asdict

    from game.play.lever_runs import MEASURES

    return {
        "level": level.id,
        "policy": POLICY,
        "seed": args.seed,
        "runs": args.runs,
        "turns": level.turns,
        "people": int(level.people.sum()),
        "measures": {m.name: {"unit": m.unit, "about": m.about} for m in MEASURES},
        "unchanged": {name: asdict(band) for name, band in findings.base.items()},
        "levers": [
            {
                "order": e.lever.kind.name,
                "name": e.lever.name,
                "differs": e.differs,
                "information_only": e.lever.tells,
                "placebo": e.placebo,
                "faint": e.faint,
                "dominates": e.dominates,
                "surely": e.surely,
                "no_price": e.free,
                "difference": {name: asdict(band) for name, band in e.by.items()},
            }
            for e in findings.effects
        ],
    }
