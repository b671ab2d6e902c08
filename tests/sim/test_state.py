"""Twin of game/sim/state.py."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account, Book
from game.sim.state import Past, State, differing, digest, fresh
from tests.sim.cases import hamlets, row, state_of

LEVEL = hamlets()
ARRAYS = [f.name for f in fields(State) if isinstance(getattr(fresh(LEVEL, 1), f.name), np.ndarray)]


def test_a_fresh_state_is_the_levels() -> None:
    state = fresh(LEVEL, 3)
    assert state.people[2].tolist() == [[400, 500, 100]] * 2
    grain = row(state.grain_kg)
    assert grain[Account.GRANARY] == [100_000] * 2
    assert grain[Account.SEED] == [8_000] * 2
    assert grain[Account.STATE] == [40_000, 0]
    assert row(state.books_kg)[Book.STORE] == [100_000] * 2
    assert row(state.sown_ares) == [[5_000, 0]] * 2
    assert row(state.believed_kg) == [[50_000] * 2, [80_000] * 2]
    assert row(state.last_reported_kg) == [100_000, 160_000]
    past = state.past_kg[0]
    for kind in Past:
        known = 0 if kind is Past.TAKEN else 1
        assert past[:2, kind].tolist() == [100_000 * known, 160_000 * known], kind.name
    assert past[2:].sum() == 0
    assert row(state.removed) == -1


@pytest.mark.parametrize("turns", range(1, 21))
@pytest.mark.parametrize("start", [3, 6, 9, 12])
def test_there_is_room_for_every_harvest(turns: int, start: int) -> None:
    level = replace(hamlets(turns=turns), start_month=start)
    harvests = sum(level.season(turn) in (1, 2) for turn in range(turns))
    assert fresh(level, 1).past_kg.shape[1] >= 2 + harvests


@pytest.mark.parametrize("name", ARRAYS)
def test_every_array_is_whole_closed_and_in_the_digest(name: str) -> None:
    state = fresh(LEVEL, 2)
    array = getattr(state, name)
    assert array.dtype == np.int64
    assert array.shape[0] == 2
    assert not array.flags.writeable
    changed = array.copy()
    changed[1] += 1
    other = replace(state, **{name: ints(changed)})
    assert digest(other, run=1) != digest(state, run=1)
    assert digest(other, run=0) == digest(state, run=0)
    assert differing(state, other, run=1) == name
    assert differing(state, other, run=0) is None


@pytest.mark.parametrize("change", [{"month": 5}, {"desk": True}, {"harvests": 3}])
def test_the_rest_is_in_the_digest_too(change: dict[str, int]) -> None:
    state = fresh(LEVEL, 1)
    other = replace(state, **change)
    assert digest(other) != digest(state)
    assert differing(state, other) == next(iter(change))


@pytest.mark.parametrize(
    ("month", "desk", "turn"), [(0, False, 0), (2, False, 0), (3, True, 0), (3, False, 1)]
)
def test_a_season_on_the_desk_is_still_its_turn(month: int, desk: bool, turn: int) -> None:
    assert state_of(LEVEL, month, desk=desk).turn == turn
