"""Ten thousand broken levels: `python benchmarks/fuzz_levels.py [--count N] [--first N]`.

Each number gives one mutation (bytes, TOML trees, XML trees) of a level that new-level makes. Only
findings may come out, the checker and the loader have to agree, and nothing may be written. Prints
how many, what was found, and the slowest. Exit code 1 otherwise.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from game.levelfiles.errors import LevelError, Severity  # noqa: E402
from game.levelfiles.findings import look  # noqa: E402
from game.levelfiles.load import load  # noqa: E402
from game.levelfiles.newlevel import make, template  # noqa: E402
from tests.levelfiles.mutate import mutated  # noqa: E402

EVERY = 10
"""Of so many, one is loaded as well, to see that the loader agrees."""
WANTED_S = 0.2


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def agrees(folder: Path, sound: bool) -> bool:
    """Whether the loader takes what the checker takes."""
    try:
        load(folder)
    except LevelError:
        return not sound
    return sound


def main() -> int:
    """Try them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    args = parser.parse_args()
    codes: Counter[str] = Counter()
    times: list[tuple[float, int]] = []
    sound = bad = 0
    with tempfile.TemporaryDirectory() as home:
        folder = make("village", Path(home), template())
        whole = snapshot(folder)
        for number in range(args.first, args.first + args.count):
            file, content = mutated(number, lambda name: whole[str(folder / name)])
            path = folder / file
            path.write_bytes(content)
            start = time.process_time()
            try:
                found = look(folder)
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                bad += 1
                print(f"{number}: {file}: {type(error).__name__}: {str(error)[:200]}")
                path.write_bytes(whole[str(path)])
                continue
            times.append((time.process_time() - start, number))
            sound += found.sound
            codes.update({each.code for each in found.problems})
            if found.sound != (not found.of(Severity.ERROR)) or (
                number % EVERY == 0 and not agrees(folder, found.sound)
            ):
                bad += 1
                print(f"{number}: {file}: checker and loader differ")
            path.write_bytes(whole[str(path)])
        if snapshot(folder) != whole:
            bad += 1
            print("something was written")
    times.sort(reverse=True)
    middle = times[len(times) // 2][0]
    print(
        f"{args.count} mutations: {args.count - sound - bad} refused, {sound} still sound, "
        f"{bad} wrong"
    )
    print(f"{len(codes)} codes seen: {', '.join(sorted(codes))}")
    slow = sum(each > WANTED_S for each, _ in times)
    print(
        f"processor time: median {middle * 1000:.0f} ms, slowest {times[0][0] * 1000:.0f} ms "
        f"(number {times[0][1]}); over {WANTED_S} s: {slow}"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
