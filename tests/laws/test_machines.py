"""Kept games come out the same on machines without vector units.

`NPY_DISABLE_CPU_FEATURES` makes numpy take its plain loops in place of those for AVX and the like,
as it does by itself on a processor that lacks them. It is read when numpy is imported, so the games
are played in a process of their own. For other versions of numpy: benchmarks/numpy_versions.py.
"""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOLDEN = sorted((ROOT / "tests/golden").glob("*.save.jsonl"))
PLAYED = r"""
import json, sys
from pathlib import Path
try:
    from numpy._core._multiarray_umath import __cpu_features__ as has
except ImportError:  # numpy 1
    from numpy.core._multiarray_umath import __cpu_features__ as has
from game.play import saves
from game.sim.state import digest
games = {}
for path in sys.argv[1:]:
    session = saves.replay(Path(path)).session
    games[Path(path).name] = [digest(state) for state in session.states]
print(json.dumps({"features": [name for name, on in has.items() if on], "games": games}))
"""


def dispatched() -> list[str]:
    """Features that numpy has loops for, beyond those it can't do without, and this machine has."""
    try:
        from numpy._core import _multiarray_umath as inner
    except ImportError:  # numpy 1
        from numpy.core import _multiarray_umath as inner  # type: ignore[no-redef]
    return [name for name in inner.__cpu_dispatch__ if inner.__cpu_features__.get(name)]


@cache
def played(disabled: str) -> tuple[list[str], dict[str, list[str]]]:
    """The features that were on, and the digest after every turn of every kept game."""
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": disabled, "PYTHONPATH": str(ROOT)}
    if not disabled:
        del environment["NPY_DISABLE_CPU_FEATURES"]
    done = subprocess.run(
        [sys.executable, "-c", PLAYED, *map(str, GOLDEN)],
        capture_output=True, text=True, timeout=300, check=False, cwd=ROOT, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["features"], found["games"]


@pytest.mark.skipif(not dispatched(), reason="numpy has no vector loops to switch off here")
def test_kept_games_are_the_same_without_vector_units() -> None:
    names = dispatched()
    with_all, games = played("")
    without, plainly = played(" ".join(names))
    assert set(names) <= set(with_all)
    assert not set(names) & set(without)  # they were really off
    assert len(games) == len(GOLDEN) >= 3
    assert all(len(digests) >= 5 for digests in games.values())
    assert plainly == games


@pytest.mark.skipif(len(dispatched()) < 2, reason="numpy has at most one kind of vector loop here")
def test_kept_games_are_the_same_without_the_widest_vectors() -> None:
    widest = dispatched()[-1]
    without, some = played(widest)
    assert widest not in without
    assert some == played("")[1]


def test_the_process_plays_what_the_saves_say() -> None:
    """Digests that the process tells are those that a game played here comes to."""
    from game.play import saves
    from game.sim.state import digest

    session = saves.replay(GOLDEN[0]).session
    assert played("")[1][GOLDEN[0].name] == [digest(state) for state in session.states]
