"""Claim: kept games come out the same with numpy 1.26 and with the newest.

Makes an environment for each with venv and pip (too slow for a test), plays the kept games in each
and compares the digests after every turn, and with those that the saves recorded. Python 3.11 or
3.12 is needed: numpy 1.26 has no wheels for later ones.
"""

import json
import os
import subprocess
import sys
import venv
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = sorted((ROOT / "tests/golden").glob("*.save.jsonl"))
VERSIONS = ("numpy==1.26.4", "numpy")
OTHERS = ("platformdirs", "babel", "rich")
"""What the core's front door imports beside numpy."""
PLAYED = """
import json, sys, warnings
warnings.simplefilter("error")
from pathlib import Path
import numpy
from game.play import saves
from game.sim.state import digest
games = {}
for path in sys.argv[1:]:
    loaded = saves.replay(Path(path))
    name = Path(path).name.partition(".")[0]
    games[name] = [digest(state) for state in loaded.session.states]
    games[name + " as recorded"] = loaded.difference is None
print(json.dumps({"numpy": numpy.__version__, "games": games}))
"""

Played = dict[str, list[str] | bool]


def played(version: str, folder: Path) -> tuple[str, Played]:
    """The version that pip chose, and what the games came to.

    Raises:
        SystemExit: the environment could not be made, or a game could not be played.
    """
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = None
    for command in (
        [python, "-m", "pip", "install", "--quiet", version, *OTHERS],
        [python, "-c", PLAYED, *GOLDEN],
    ):
        done = subprocess.run(
            [str(each) for each in command],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=900,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        )  # fmt: skip
        if done.returncode:
            print(f"{version}: {done.stderr.strip()[-2000:]}", file=sys.stderr)
            raise SystemExit(2)
    assert done is not None
    found = json.loads(done.stdout)
    return str(found["numpy"]), found["games"]


def main() -> int:
    """Print a line for each game; return 1 when one differs."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the digests there as well")
    args = parser.parse_args()
    with TemporaryDirectory(prefix="two-ledgers-numpy-") as place:
        found = dict(
            played(version, Path(place) / str(number)) for number, version in enumerate(VERSIONS)
        )
    (old, first), (new, second) = found.items()
    same = first == second
    for name, digests in first.items():
        if isinstance(digests, list):
            equal = "the same" if second[name] == digests else "DIFFERS"
            recorded = "as recorded" if first[f"{name} as recorded"] else "not as recorded"
            print(f"{name:<28}{len(digests):>3} turns, numpy {old} and {new}: {equal}; {recorded}")
    if args.json:
        args.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
