"""Claim: months of villages as arrays are 100 times plain loops and Mesa, and near their floor.

Everything is measured in one run on one machine, so that ratios hold where seconds don't. Time is
the processor's (other work on the machine counts less), the median of several repeats; two
processes are measured by the clock. The peers are in benchmarks/peers; Mesa is in the extra
`bench`, and where it isn't installed its rows are left out and count as missed.
"""

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from pathlib import Path
from statistics import median
from timeit import repeat
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import counting  # noqa: E402
from benchmarks.peers.plain import Brigade  # noqa: E402
from game.bots import BOTS, SUCCESSOR  # noqa: E402
from game.levelfiles.shipped import find  # noqa: E402
from game.play import batch  # noqa: E402
from game.play.bundle import Opened, from_folder  # noqa: E402
from game.sim import (  # noqa: E402
    directives,
    turn,
    views,
)
from game.sim import orders as law  # noqa: E402
from game.sim.arrays import frozen  # noqa: E402
from game.sim.level import Level  # noqa: E402

VILLAGE, NATION, POLICY, SEED = "willow_bend", "nation", "historical", 1958
TIMES, PEER, FLOOR, PROCESSES = 3, 100.0, 2.5, 1.8
LINEAR = (8.0, 12.0)
ADDS = 1000
"""A month of one village is told in so many additions of eight numbers."""
FREE_LOAD = 0.4
"""Load from which a machine has no two free cores for us."""


def seconds(opened: Opened, runs: int, turns: int) -> tuple[float, float]:
    """Processor time of the months alone, and of all (policy, desk and views too)."""
    level, params, policy = opened.level, opened.params, BOTS[POLICY]
    size, months, begin = max(1, batch.BLOCK // len(level.units)), 0.0, time.process_time()
    for first in range(0, runs, size):
        numbers = batch.all_runs(first, min(size, runs - first))
        state, orders = turn.begin(level, params, SEED, numbers), law.at_start(level, len(numbers))
        for number in range(turns):
            ready = directives.next_season(orders, level, number)
            seen = views.seen(level, params, state, ready)
            orders = batch.decide(seen, policy, SUCCESSOR)
            start = time.process_time()
            state = turn.season(state, level, params, orders, SEED, numbers)[-1].state
            months += time.process_time() - start
            state = turn.close(state, level, params, orders, SEED, numbers).state
    return months, time.process_time() - begin


def core(opened: Opened, runs: int, turns: int, times: int) -> dict[str, float]:
    """Medians for a number of runs, over the first turns of a level."""
    found = [seconds(opened, runs, turns) for _ in range(times)]
    months, whole = (median(each) for each in zip(*found, strict=True))
    worked = runs * len(opened.level.units) * turns * 3
    return {
        "unit_months": worked,
        "month_s": months / (turns * 3),
        "unit_months_a_second": worked / months,
        "with_policy_and_desk": worked / whole,
    }


def widened(level: Level, times: int) -> Level:
    """The same level with every unit several times over."""
    units = len(level.units)

    def wide(value: Any) -> Any:
        if not isinstance(value, np.ndarray) or units not in value.shape:
            return value
        return frozen(np.concatenate([value] * times, axis=value.shape.index(units)))

    changes = {f.name: wide(getattr(level, f.name)) for f in fields(level)}
    projects = tuple(replace(p, serves_pm=wide(p.serves_pm)) for p in level.projects)
    names = tuple(f"{name} {n}" for n in range(times) for name in level.units)
    return replace(level, **{**changes, "units": names, "projects": projects, "households": ()})


def plain_speed(months: int) -> float:
    """Unit-months a second of the plain peer."""
    village = [Brigade(0, number) for number in range(8)]
    start = time.process_time()
    for _month in range(months):
        for brigade in village:
            brigade.month()
    return 8 * months / (time.process_time() - start)


def mesa_speed(runs: int, months: int) -> float | None:
    """Unit-months a second of as many Mesa agents as there are units in all runs."""
    try:
        from benchmarks.peers.mesa_model import Villages
    except ImportError:
        return None
    model = Villages(runs, 8)
    start = time.process_time()
    for _month in range(months):
        model.step()
    return 8 * runs * months / (time.process_time() - start)


def peers(village: Opened, turns: int, times: int, *, quick: bool) -> dict[str, float | None]:
    """The core at R = 1000 and its peers, one after the other in each round.

    A machine that others use is fast in one second and slow in the next: ratios are taken within a
    round, and the median of the rounds counts.
    """
    rounds = []
    for _ in range(times):
        ours = core(village, 1000, turns, 1)["unit_months_a_second"]
        rounds.append((ours, plain_speed(24), mesa_speed(100 if quick else 1000, 2)))
    plain = median(ours / loops for ours, loops, _ in rounds)
    known = [(ours, agents) for ours, _, agents in rounds if agents]
    return {
        "plain": median(loops for _, loops, _ in rounds),
        "mesa": median(agents for _, agents in known) if known else None,
        "beside_plain": plain,
        "beside_mesa": median(ours / agents for ours, agents in known) if known else None,
    }


def floor(opened: Opened, runs: int, turns: int, times: int) -> dict[str, float]:
    """The months of some turns beside the least that their array operations can take."""
    level, params = opened.level, opened.params
    numbers = batch.all_runs(0, runs)
    state, orders = turn.begin(level, params, SEED, numbers), law.at_start(level, runs)
    operations, elements, least, took = 0, 0, 0.0, 0.0
    for number in range(turns):
        ready = directives.next_season(orders, level, number)
        seen = views.seen(level, params, state, ready)
        orders = batch.decide(seen, BOTS[POLICY], SUCCESSOR)
        some = counting.floor(counting.season(level, params, state, orders, SEED, numbers))
        operations, elements, least = operations + some[0], elements + some[1], least + some[2]
        took += shortest(lambda: turn.season(state, level, params, orders, SEED, numbers), times)  # noqa: B023
        state = turn.season(state, level, params, orders, SEED, numbers)[-1].state
        state = turn.close(state, level, params, orders, SEED, numbers).state
    months = turns * 3
    return {
        "operations_a_month": operations / months,
        "elements_a_unit_month": elements / months / runs / len(level.units),
        "floor_s": least / months,
        "took_s": took / months,
        "ratio": took / least,
    }


def shortest(work: Callable[[], object], times: int) -> float:
    """The shortest of several times; the floor is made of shortest times as well."""
    return min(repeat(work, timer=time.process_time, number=1, repeat=max(5, times)))


def work_of_a_process(runs: int) -> int:
    """What each of the processes does."""
    seconds(from_folder(find(VILLAGE)), runs, 2)
    return runs


def two_processes(runs: int) -> tuple[float, float]:
    """How much two processes do in the time of one, and the load before they began."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(work_of_a_process, [10, 10]))  # both have read and imported everything
        begin = time.perf_counter()
        pool.submit(work_of_a_process, runs).result()
        one = time.perf_counter() - begin
        begin = time.perf_counter()
        list(pool.map(work_of_a_process, [runs, runs]))
        two = time.perf_counter() - begin
    return 2 * one / two, load


def eight_adds() -> float:
    """Seconds of 1000 additions of eight numbers."""
    a = np.arange(8, dtype=np.int64)
    return min(repeat(lambda: a + a, number=ADDS, repeat=9))


def grown(small: Opened, large: Opened, runs: int, turns: int, times: int) -> float:
    """How much longer ten times the work takes: the large measured between two of the small."""
    found = []
    for _ in range(times):
        before, much, after = (
            core(opened, count, turns, 1)
            for opened, count in ((small, 1000), (large, runs), (small, 1000))
        )
        one = (before["month_s"] + after["month_s"]) / 2 / before["unit_months"]
        found.append(10 * much["month_s"] / much["unit_months"] / one)
    return median(found)


def measured(*, quick: bool) -> dict[str, Any]:
    """Everything."""
    village, nation = from_folder(find(VILLAGE)), from_folder(find(NATION))
    times, turns = (1, 2) if quick else (TIMES, 4)
    one, thousand = core(village, 1, turns, times + 2), core(village, 1000, turns, times)
    wide = Opened(widened(village.level, 10), village.params, village.bundle, village.folder)
    most = 3000 if quick else 10_000
    figures: dict[str, Any] = {
        "(R, U) = (1, 8)": one,
        "(R, U) = (1000, 8)": thousand,
        f"(R, U) = ({most}, 8)": core(village, most, turns, 1),
        f"(R, U) = (1, {len(nation.level.units)})": core(nation, 1, turns, times + 2),
        "(R, U) = (1000, 80)": core(wide, 1000, turns, 1),
    }
    processes, load = two_processes(1000 if quick else 4000)
    return {
        "core": figures,
        "peers": peers(village, turns, 2 * times + 1, quick=quick),
        "floor": {str(runs): floor(village, runs, 1 if quick else 4, times) for runs in (1, 1000)},
        "linear_in_runs": grown(village, village, most, turns, times),
        "linear_in_units": grown(village, wide, 1000, turns, times),
        "two_processes": processes,
        "load": load,
        "month_in_adds": one["month_s"] / eight_adds(),
    }


Check = tuple[str, float | None, str, bool | None]
"""What, how much, what it should be, and whether it is (None: not judged)."""


def checks(found: dict[str, Any]) -> list[Check]:
    """The ratios that should be reached."""
    lines: list[Check] = []
    for name, key in (("plain Python", "beside_plain"), ("Mesa", "beside_mesa")):
        ratio = found["peers"][key]
        reached = ratio is not None and ratio >= PEER
        lines.append((f"speed at R = 1000 beside {name}", ratio, f"at least {PEER:.0f}", reached))
    for number, each in found["floor"].items():
        text = f"time beside the arithmetic floor, R = {number}"
        lines.append((text, each["ratio"], f"at most {FLOOR}", each["ratio"] <= FLOOR))
    low, high = LINEAR
    runs, units = found["linear_in_runs"], found["linear_in_units"]
    wanted = f"{low:.0f} to {high:.0f}"
    lines.append(("time of ten times the runs", runs, wanted, low <= runs <= high))
    lines.append(("time of ten times the units", units, f"at most {high:.0f}", units <= high))
    free = found["load"] <= FREE_LOAD and (os.cpu_count() or 1) >= 2
    ratio = found["two_processes"]
    note = f"at least {PROCESSES}" + ("" if free else f"; loaded ({found['load']:.2f}), not judged")
    lines.append(("two processes beside one", ratio, note, ratio >= PROCESSES if free else None))
    adds = found["month_in_adds"]
    lines.append((f"a month of one village in {ADDS} adds of 8 numbers", adds, "told only", None))
    milliseconds = found["core"]["(R, U) = (1, 8)"]["month_s"] * 1000
    lines.append(("a month of one village, ms", milliseconds, "at most 1", milliseconds <= 1))
    return lines


def show(found: dict[str, Any], lines: list[Check]) -> None:
    """Print the tables."""
    print(f"{'':<22}{'unit-months/s':>15}{'with policy, desk':>19}{'ms a month':>12}")
    for name, row in found["core"].items():
        speeds = f"{row['unit_months_a_second']:>15,.0f}{row['with_policy_and_desk']:>19,.0f}"
        print(f"{name:<22}{speeds}{row['month_s'] * 1000:>12.2f}")
    plain, mesa = found["peers"]["plain"], found["peers"]["mesa"]
    print(f"{'plain Python':<22}{plain:>15,.0f}")
    print(f"{'Mesa, 8000 agents':<22}" + (f"{mesa:>15,.0f}" if mesa else "  not installed"))
    for runs, row in found["floor"].items():
        least, took = row["floor_s"] * 1000, row["took_s"] * 1000
        print(
            f"\nR = {runs}: {row['operations_a_month']:,.0f} array operations a month, "
            f"{row['elements_a_unit_month']:,.0f} elements a unit-month;\n  they take "
            f"{least:.2f} ms at the least, the month took {took:.2f}"
        )
    print()
    for what, ratio, wanted, reached in lines:
        verdict = {True: "reached", False: "MISSED", None: ""}[reached]
        shown = "none" if ratio is None else f"{ratio:,.2f}"
        print(f"{what:<46}{shown:>9}   {wanted:<36}{verdict}")


def main() -> int:
    """Print everything; return 1 when a ratio is missed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--quick", action="store_true", help="smaller and fewer, in ten seconds")
    args = parser.parse_args()
    found = measured(quick=args.quick)
    lines = checks(found)
    show(found, lines)
    if args.json:
        judged = [{"what": w, "ratio": r, "wanted": t, "reached": ok} for w, r, t, ok in lines]
        args.json.write_text(json.dumps({**found, "checks": judged}, indent=2) + "\n", "utf-8")
    return 1 if any(reached is False for *_, reached in lines) else 0


if __name__ == "__main__":
    raise SystemExit(main())
