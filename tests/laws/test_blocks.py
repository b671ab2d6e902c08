"""Runs are worked out in blocks: the size changes no result, and one block is held at a time."""

import gc
import weakref
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.bots import BOTS, SUCCESSOR
from game.cli.main import entry
from game.play import batch
from game.play.columns import Rows
from game.play.totals import Totals
from game.sim.state import State, digest
from tests.play.games import opened
from tests.villages import standard, village

quick = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
LEVEL = village(3, 9)


def digests(policy: str, count: int, size: int | None, first: int = 0) -> dict[int, str]:
    """The digest of each run after its last turn."""
    found: dict[int, str] = {}

    def on_season(season: batch.Season) -> None:
        for row, run in enumerate(season.runs.tolist()):
            found[run] = digest(season.state, row)

    batch.run(
        LEVEL, standard(), BOTS[policy], 11, batch.all_runs(first, count), 9, on_season,
        successor=SUCCESSOR, size=size,
    )  # fmt: skip
    return found


@quick
@given(
    st.sampled_from(sorted(BOTS)), st.integers(1, 12), st.integers(1, 14), st.integers(0, 10**12)
)
def test_any_size_of_block_gives_the_same_games(
    policy: str, count: int, size: int, first: int
) -> None:
    assert digests(policy, count, size, first) == digests(policy, count, count, first)


def test_the_size_that_is_taken_by_itself_follows_runs_times_units(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sizes: list[int] = []
    for block, wanted in ((6, [2, 2, 1]), (1, [1] * 5), (10**6, [5])):
        sizes.clear()
        monkeypatch.setattr(batch, "BLOCK", block)
        batch.run(
            LEVEL, standard(), BOTS["idle"], 1, batch.all_runs(0, 5), 1,
            lambda season: sizes.append(len(season.runs)), successor=SUCCESSOR,
        )  # fmt: skip
        assert sizes == wanted


@pytest.mark.parametrize("policy", ["historical", "zealot"])
def test_the_csv_has_the_same_bytes_for_any_block(
    policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for block in (8, 24, 16_000):
        monkeypatch.setattr(batch, "BLOCK", block)
        files.append(tmp_path / f"{block}.csv")
        arguments = ["run", "willow_bend", "--runs", 7, "--policy", policy, "--out", files[-1]]
        assert entry([str(each) for each in arguments]) == 0
    assert files[0].read_bytes() == files[1].read_bytes() == files[2].read_bytes()
    assert files[0].read_text("utf-8").count("\n") == 1 + 7 * 16 * 8


def arrays(state: State) -> list[np.ndarray]:
    values = (getattr(state, field.name) for field in fields(State))
    return [value for value in values if isinstance(value, np.ndarray) and value.ndim > 1]


def test_what_a_block_was_is_let_go_before_the_next_is_told() -> None:
    """As `run --out` gathers them: the totals of all runs, the rows of one block."""
    game, turns, held = opened(), 5, []
    totals, rows = Totals(game.level), Rows()
    alive: list[int] = []

    def on_season(season: batch.Season) -> None:
        gc.collect()
        if season.turn == 0 and held:
            alive.append(sum(ref() is not None for ref in held))
            held.clear()
        held.extend(weakref.ref(array) for array in arrays(season.state))
        totals.add(season)
        rows.add(season)
        if season.turn == turns - 1:
            assert len(list(rows.lines())) == len(season.runs) * turns * len(game.level.units)

    batch.run(
        game.level, game.params, BOTS["historical"], 3, batch.all_runs(0, 8), turns, on_season,
        successor=SUCCESSOR, size=2,
    )  # fmt: skip
    # What is left of a block is its last state: the level's constant arrays and the one in hand.
    kept = len(arrays(totals.first[0]))
    assert len(alive) == 3
    assert all(number <= 2 * kept for number in alive), (alive, kept)


def test_totals_keep_no_block_alive() -> None:
    game, turns = opened(), 4
    totals, held = Totals(game.level), []

    def on_season(season: batch.Season) -> None:
        totals.add(season)
        held.extend(weakref.ref(array) for array in arrays(season.state))

    batch.run(
        game.level, game.params, BOTS["idle"], 3, batch.all_runs(0, 3), turns, on_season,
        successor=SUCCESSOR, size=3,
    )  # fmt: skip
    gc.collect()
    assert len(held) > 20 * turns
    assert not [ref() for ref in held if ref() is not None]
