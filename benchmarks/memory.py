"""Claim: `run --out` holds one block of runs, however many there are.

Plays a level for 2,000 and for 10,000 runs, each in a process of its own, and compares the most
memory that each ever had. The rows are written to a file and thrown away.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
FEW, MANY = 2_000, 10_000
LIMIT = 1.2
"""Most that the larger may need beside the smaller."""
CHILD = """
import resource, sys
from game.cli.main import entry
code = entry(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
raise SystemExit(code)
"""


def most_memory(runs: int, turns: int) -> int:
    """The most memory that a run of the command had, KiB (on macOS bytes: only ratios count).

    Raises:
        SystemExit: the command failed.
    """
    with TemporaryDirectory(prefix="two-ledgers-memory-") as folder:
        arguments = ["run", "willow_bend", "--runs", runs, "--turns", turns]
        arguments += ["--out", Path(folder) / "out.csv"]
        done = subprocess.run(
            [sys.executable, "-c", CHILD, *map(str, arguments)],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=900,
        )  # fmt: skip
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(2)
    return int(done.stderr.split()[-1])


def main() -> int:
    """Print a table; return 1 when the limit is passed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--turns", type=int, default=16, help="of each run (default: all 16)")
    args = parser.parse_args()
    few, many = (most_memory(runs, args.turns) for runs in (FEW, MANY))
    ratio = many / few
    print(f"{FEW:>6,} runs{few / 1024:>10,.0f} MiB")
    print(f"{MANY:>6,} runs{many / 1024:>10,.0f} MiB")
    print(f"{'ratio':<11}{ratio:>10.2f}       (at most {LIMIT:.2f})")
    if args.json:
        figures = {"few_kib": few, "many_kib": many, "ratio": ratio, "limit": LIMIT}
        args.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
