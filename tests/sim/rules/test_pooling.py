"""Twin of game/sim/rules/pooling.py."""

from dataclasses import replace

import pytest

from game.sim.ledger import Account
from game.sim.rules import pooling
from game.sim.stages import Stage
from tests.sim.cases import given_in, hamlets, moved, posted, row, state_of, without

COMMUNE = hamlets(stage=int(Stage.COMMUNE))


def test_half_of_what_is_above_the_mean_goes_to_those_below() -> None:
    state = state_of(COMMUNE, grain={Account.GRANARY: [90_000, 10_000]})
    outcome = pooling.level_out(state, given_in(COMMUNE))
    # 50 000 each would be even: half of 40 000 goes over.
    assert row(posted(state, outcome).grain_kg)[Account.GRANARY] == [70_000, 30_000]
    # 20 of 90 thousand, of 100 per mille for all of it.
    assert row(outcome.state.effort_pm) == [978, 1000]
    off = pooling.level_out(state, given_in(COMMUNE, params=without("effort")))
    assert row(off.state.effort_pm) == [1000, 1000]


def test_it_is_reckoned_by_the_head() -> None:
    people = [[0, 300, 0], [0, 100, 0]]
    state = state_of(COMMUNE, people=people, grain={Account.GRANARY: [30_000, 10_000]})
    assert moved(pooling.level_out(state, given_in(COMMUNE)), Account.GRANARY, Account.GRANARY) == [
        [0, 0]
    ]


@pytest.mark.parametrize("stage", [each for each in Stage if each is not Stage.COMMUNE])
def test_only_the_commune_levels(stage: Stage) -> None:
    level = hamlets(stage=int(stage))
    state = state_of(level, grain={Account.GRANARY: [90_000, 10_000]})
    assert pooling.level_out(state, given_in(level)).moves == ()


def test_nothing_is_carried_between_districts() -> None:
    apart = replace(COMMUNE, apart=True)
    state = state_of(apart, grain={Account.GRANARY: [90_000, 10_000]})
    assert pooling.level_out(state, given_in(apart)).moves == ()


def test_empty_stores_and_nobody() -> None:
    state = state_of(COMMUNE, people=0, grain={Account.GRANARY: [7, 0]})
    outcome = pooling.level_out(state, given_in(COMMUNE))
    assert (posted(state, outcome).grain_kg >= 0).all()
    assert posted(state, outcome).grain_kg[0, Account.GRANARY].sum() == 7
