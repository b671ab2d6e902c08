"""Fit free coefficients on rows marked `fit`, on seeds that validation never sees.

    python benchmarks/fit.py --minutes 20 --out fit.json

A random and coordinate search: what is tried is a point between the bounds of SEARCHED; what counts
is the sum of squared misses of the fit rows, each miss in half widths of its row. The ten best sets
within MARGIN of the best are kept: their spread says how little the rows identify, and what the
test rows make of them is printed beside it. At the end one coefficient at a time is moved to its
bounds around the best set: the six that matter most.
"""

import json
import time
from argparse import ArgumentParser
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Self

import numpy as np
from fit_study import SEED, Study, Tried

from game.play.validation import batches
from game.sim.draws import Draws

RUNS = 6
KEPT = 10
MARGIN = 1.0
"""Sets whose objective lies within this of the best fit as well: one row by one half width."""
DIFFERENT, IN = 0.1, 3
"""Two sets count as two where they differ by a tenth of the span in three coefficients or more."""
STEPS = (0.25, 0.12, 0.05)


def near(point: tuple[float, ...], number: int, step: float) -> tuple[float, ...]:
    """A point beside another: a third of its coefficients moved by up to a step."""
    draws = Draws(SEED, np.array([number], dtype=np.int64), len(point), 0)
    moved = draws.whole("fit.moved", 0, 2)[0] == 0
    far = draws.whole("fit.far", -1000, 1000)[0] / 1000 * step
    return tuple(
        min(1.0, max(0.0, part + float(by))) if go else part
        for part, by, go in zip(point, far, moved, strict=True)
    )


def anywhere(size: int, number: int) -> tuple[float, ...]:
    """A point drawn evenly between all bounds."""
    draws = Draws(SEED, np.array([number], dtype=np.int64), size, 1)
    return tuple(float(each) / 1000 for each in draws.whole("fit.anywhere", 0, 1000)[0])


def search(study: Study, minutes: float, processes: int) -> list[Tried]:
    """All that was tried: the present set, a sixth at random, then steps from the ten best."""
    until = time.monotonic() + minutes * 60
    begun = time.monotonic()
    found = [study.tried(study.start())]
    print(f"as it stands: {found[0].objective:.1f}", flush=True)
    number = 0
    with ProcessPoolExecutor(processes) if processes > 1 else _Here() as pool:
        while time.monotonic() < until:
            spent = (time.monotonic() - begun) / (minutes * 60)
            best = sorted(found, key=lambda each: each.objective)[:KEPT]
            points = []
            for _ in range(processes):
                number += 1
                step = STEPS[min(len(STEPS) - 1, int(spent * len(STEPS)))]
                parent = best[number % len(best)].point
                fresh = number % 6 == 0
                size = len(parent)
                points.append(anywhere(size, number) if fresh else near(parent, number, step))
            found += pool.map(study.tried, points)
            if number // 25 > (number - processes) // 25:
                print(f"{number} tried, best {best[0].objective:.1f}", flush=True)
    return found


class _Here:
    """One process: the same `map`, without a pool."""

    map = staticmethod(map)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        return None


def sensitivity(study: Study, best: Tried) -> list[tuple[str, float, float, float]]:
    """How far the objective and the test sum move when one coefficient goes to a bound."""
    found = []
    for place, name in enumerate(study.names):
        ends = []
        for end in (0.0, 1.0):
            point = (*best.point[:place], end, *best.point[place + 1 :])
            ends.append(study.tried(point))
        fit = max(abs(each.objective - best.objective) for each in ends)
        test = max(abs(each.test - best.test) for each in ends)
        deaths = abs(ends[0].medians["excess_deaths"] - ends[1].medians["excess_deaths"])
        found.append((name, fit, test, deaths))
    return sorted(found, key=lambda each: -each[1])


def equals(ranked: list[Tried]) -> list[Tried]:
    """The best sets that fit as well and differ from one another, at most ten."""
    found: list[Tried] = []
    for each in ranked:
        if each.objective > ranked[0].objective + MARGIN or len(found) == KEPT:
            break
        apart = all(
            sum(abs(a - b) >= DIFFERENT for a, b in zip(each.point, one.point, strict=True)) >= IN
            for one in found
        )
        if apart:
            found.append(each)
    return found


def print_spread(study: Study, best: list[Tried]) -> dict[str, list[float]]:
    """Each coefficient's best value and its spread over the sets that fit as well."""
    print("\nCoefficient: best, and the spread of the sets that fit as well (factor for a table)")
    spread = {}
    for place, name in enumerate(study.names):
        low, high = study.bounds(name)
        scaled = [low + each.point[place] * (high - low) for each in best]
        spread[name] = [min(scaled), max(scaled)]
        print(f"  {name:32} {scaled[0]:8.4g}   {min(scaled):8.4g} to {max(scaled):8.4g}")
    return spread


def print_rows(study: Study, best: list[Tried]) -> dict[str, list[float]]:
    """The medians of every row under those sets."""
    print("\nRows under those sets: spread of medians (fit rows first)")
    under = {}
    for row in sorted(study.sheet.rows, key=lambda each: each.use != "fit"):
        values = [each.medians.get(row.id, np.nan) for each in best]
        if not np.isnan(values).all():
            under[row.id] = [float(np.nanmin(values)), float(np.nanmax(values))]
            inside = f"[{row.low}, {row.high}]"
            print(
                f"  {row.use:5} {row.id:26} {under[row.id][0]:8.2f} to {under[row.id][1]:8.2f}  "
                f"{inside}"
            )
    return under


def print_matters(study: Study, best: Tried) -> list[tuple[str, float, float, float]]:
    """The six coefficients that matter most."""
    print("\nWhat matters most: greatest change of the fit sum, of the test sum, of excess deaths")
    matters = sensitivity(study, best)
    for name, fit, test, deaths in matters[:6]:
        print(f"  {name:32} {fit:9.1f} {test:9.1f} {deaths:7.1f} million")
    return matters


def report(study: Study, found: list[Tried]) -> dict[str, Any]:
    """Print the ten best, their spread, the test rows under them, and what matters most."""
    ranked = sorted(found, key=lambda each: each.objective)
    best = equals(ranked)
    print(
        f"\n{len(found)} sets tried; {len(best)} within {MARGIN} of the best "
        f"({ranked[0].objective:.2f}; as it stands {found[0].objective:.2f})"
    )
    print("objectives: " + ", ".join(f"{each.objective:.1f}" for each in best))

    spread = print_spread(study, best)
    under = print_rows(study, best)
    matters = print_matters(study, best[0])
    return {
        "seed": SEED, "runs": len(study.runs), "tried": len(found), "margin": MARGIN,
        "objectives": [each.objective for each in best],
        "sets": [study.values(each.point) for each in best], "spread": spread,
        "rows": under, "matters": matters,
    }  # fmt: skip


def main() -> None:
    """Search, print, write."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--level", default="nation")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument(
        "--counterfactuals", action="store_true", help="work out their test rows too (8 x slower)"
    )
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    study = Study(args.level, args.runs, counterfactuals=args.counterfactuals)
    assert batches.SEED != SEED, "the validation seeds are not for fitting"
    whole = report(study, search(study, args.minutes, args.processes))
    if args.out is not None:
        args.out.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
