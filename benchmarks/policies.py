"""Claim: on no level does boasting leave a village better off than telling the truth.

Plays every policy on the same seeds and compares medians: reports, deaths, standing, office.
With `--markdown FILE` it writes docs/policies.md over all playable levels, and says as plain
sentences what follows from it.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import policies_page  # noqa: E402
from game.bots import BOTS, SUCCESSOR  # noqa: E402
from game.levelfiles.shipped import available, find  # noqa: E402
from game.play import batch  # noqa: E402
from game.play.bundle import Opened, from_folder  # noqa: E402
from game.play.totals import Totals  # noqa: E402
from game.sim.arrays import Ints  # noqa: E402

RUNS, SEED = 200, 1958
LIMIT = 1.0
"""Least that deaths under the boasting policy may be beside those under the honest one."""


def middle(values: Ints) -> int:
    """The median as a whole number."""
    return int(np.median(values))


def added(parts: list[Ints]) -> Ints:
    """The sum over the lines, run by run."""
    return np.asarray(np.stack(parts).sum(axis=0))


def figures(opened: Opened, policy: str, runs: int) -> dict[str, int]:
    """Medians over the runs of one policy."""
    level, totals = opened.level, Totals(opened.level)
    numbers = batch.all_runs(0, runs)
    batch.run(
        level, opened.params, BOTS[policy], SEED, numbers, level.turns, totals.add,
        successor=SUCCESSOR,
    )  # fmt: skip
    lines = totals.lines()
    harvests = [line for line in lines if line.harvest]
    autumns = [line for line in harvests if level.season(line.turn) == 2]
    reported = added([line.reported_kg for line in harvests])
    actual = added([line.actual_kg for line in harvests])
    deaths = added([line.deaths for line in lines])
    left = added([line.left for line in lines])
    removed = totals.of("removed", totals.turns - 1)
    peak = max(middle(line.reported_kg * 1000 // np.maximum(1, line.actual_kg)) for line in autumns)
    return {
        "harvest_t": middle(actual) // 1000,
        "reported_t": middle(reported) // 1000,
        "reported_pm": middle(reported * 1000 // np.maximum(1, actual)),
        "autumn_peak_pm": peak,
        "taken_t": middle(added([line.procured_kg for line in harvests])) // 1000,
        "deaths_per_1000": middle(deaths * 1000 // int(level.people.sum())),
        "left_per_1000": middle(left * 1000 // int(level.people.sum())),
        "turns_in_office": middle(np.where(removed < 0, level.turns, removed + 1)),
        "kept_office_pm": int((removed < 0).sum()) * 1000 // runs,
        "standing_pm": middle(totals.of("standing_pm", totals.turns - 1)),
    }


def write(path: Path, runs: int) -> int:
    """Write the page over all playable levels; return 1 when something does not hold."""
    stays = [policies_page.stay(from_folder(each.path), SEED, runs) for each in available()]
    found = policies_page.checks(stays, policies_page.HARD_HIT)
    path.write_text(policies_page.page(stays, found, SEED, runs), "utf-8")
    print("\n".join(policies_page.sentences(found)))
    return 0 if all(holds for _, holds in found) else 1


def main() -> int:
    """Print a table; return 1 when a boasting village is better off."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("level", nargs="?", default="willow_bend")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument(
        "--markdown", type=Path, metavar="FILE", help="write docs/policies.md over all levels"
    )
    args = parser.parse_args()
    if args.markdown:
        return write(args.markdown, args.runs)
    opened = from_folder(find(args.level))
    table = {policy: figures(opened, policy, args.runs) for policy in BOTS}
    names = list(next(iter(table.values())))
    print(f"{args.level}, medians of {args.runs} runs, seed {SEED}")
    print(" ".join([f"{'':<12}", *(f"{name:>16}" for name in names)]))
    for policy, row in table.items():
        print(" ".join([f"{policy:<12}", *(f"{row[name]:>16,}" for name in names)]))
    ratio = table["zealot"]["deaths_per_1000"] / max(1, table["honest"]["deaths_per_1000"])
    print(f"deaths, zealot beside honest: {ratio:.2f} (at least {LIMIT:.2f})")
    if args.json:
        args.json.write_text(
            json.dumps({"policies": table, "ratio": ratio}, indent=2) + "\n", "utf-8"
        )
    return 0 if ratio >= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
