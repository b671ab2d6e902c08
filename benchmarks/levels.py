"""Claim: the levels differ in what goes wrong and in what a good secretary does.

From the historical policy one order is changed at a time, on the same runs of each level; the page
sets beside one another what each order does to deaths and to the harvest. With `--markdown FILE`
it writes docs/levels.md.
"""

import sys
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.bots import BOTS, SUCCESSOR  # noqa: E402
from game.levelfiles.shipped import available  # noqa: E402
from game.play import lever_runs  # noqa: E402
from game.play.bundle import from_folder  # noqa: E402
from game.play.lever_runs import Band, Effect  # noqa: E402
from game.play.levers import levers  # noqa: E402

RUNS, SEED, POLICY = 60, 1958, "historical"
SHOWN = (
    "hands: furnaces to fields", "hands: waterworks to fields", "technique not at all",
    "hall closed", "free meals never", "plots allowed", "leavers let go", "search no brigade",
    "report the truth", "a tenth of the land fallow",
)  # fmt: skip
"""Orders that every long level has."""
WORKS = "works: "
THOUSAND = 1000
TOP = 4


@dataclass(frozen=True)
class Found:
    """What the orders did on one level."""

    level: str
    people: int
    years: int
    base: dict[str, Band]
    effects: dict[str, Effect]


def measure(name: str, path: Path, runs: int) -> Found:
    """Play the levers that are shown, and the level's own works."""
    opened = from_folder(path)
    level = opened.level
    chosen = [each for each in levers(level) if each.name in SHOWN or each.name.startswith(WORKS)]
    found = lever_runs.measure(
        level, opened.params, BOTS[POLICY], SUCCESSOR, SEED, runs, chosen=chosen
    )
    return Found(
        name, int(level.people.sum()), level.turns // 4, dict(found.base),
        {each.lever.name: each for each in found.effects},
    )  # fmt: skip


def deaths(found: Found, order: str) -> float:
    """Median difference in deaths, per 1000 people."""
    return found.effects[order].by["deaths"].middle * THOUSAND / found.people


def harvest(found: Found, order: str) -> float:
    """Median difference in the harvest, per cent of the unchanged policy's."""
    return found.effects[order].by["harvest"].middle * 100 / found.base["harvest"].middle


def cell(found: Found, order: str) -> str:
    """Deaths and harvest, or a dash where the level has no such order."""
    if order not in found.effects or not found.effects[order].differs:
        return "-"
    return f"{deaths(found, order):+.1f}; {harvest(found, order):+.1f} %"


def page(every: list[Found], runs: int) -> str:
    """The text of the page."""
    names = [each.level for each in every]
    own = sorted({order for each in every for order in each.effects if order.startswith(WORKS)})
    lines = [
        "# How the levels differ",
        "",
        "Written by `python benchmarks/levels.py --markdown docs/levels.md`; change it there.",
        f"From the {POLICY} policy one order is changed, on the same {runs} runs of seed {SEED}:",
        "the median difference in deaths per 1000 people over the level, and in the harvest.",
        "",
        f"| Order | {' | '.join(names)} |",
        "|---|" + "---:|" * len(names),
    ]
    lines += [
        f"| {order} | " + " | ".join(cell(each, order) for each in every) + " |"
        for order in (*SHOWN, *own)
    ]
    lines += ["", "## What helps most where", ""]
    lines += [sentence(each) for each in every]
    return "\n".join(lines) + "\n"


def sentence(found: Found) -> str:
    """The orders that save most on a level."""
    ranked = sorted((order for order in found.effects if found.effects[order].differs),
                    key=lambda order: deaths(found, order))[:TOP]  # fmt: skip
    told = ", ".join(f"{order} ({deaths(found, order):+.1f})" for order in ranked)
    return f"- {found.level}: {told}."


def main() -> int:
    """Print the page, or write it."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    args = parser.parse_args()
    every = [measure(each.id, each.path, args.runs) for each in available()]
    text = page([each for each in every if each.years > 1], args.runs)
    if args.markdown:
        args.markdown.write_text(text, "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
