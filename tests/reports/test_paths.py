from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bots import BOTS
from game.reports.paths import CAME, NAMES, SHORT, VILLAGE, WENT, balance, paths, whole
from game.sim.ledger import Account, Entry, Move
from tests.play.games import opened, played


@settings(max_examples=6, deadline=None)
@given(policy=st.sampled_from(sorted(BOTS)), seed=st.integers(0, 10_000))
def test_what_came_is_what_went_in_every_year(policy: str, seed: int) -> None:
    session = played(policy, 8, seed)
    years = paths(session.level, session.entries, session.states)
    assert [balance(year) for year in years] == [0] * len(years)
    assert balance(whole(years)) == 0
    for before, after in pairwise(years):
        assert before.closing == after.opening


def test_the_parts_are_those_of_the_tally() -> None:
    session = played("historical", seed=1)
    one = whole(paths(session.level, session.entries, session.states))
    own = [each for each in session.true_history[-1].harvests if not each.before]
    assert one.grown - one.lost_field == sum(each.actual.kg for each in own)
    assert one.state == sum(each.taken_kg for each in own)  # no search found anything in this game
    last = session.states[-1].grain_kg[0]
    assert one.closing == int(last[list(VILLAGE)].sum())


def test_a_year_worked_by_hand() -> None:
    """100 grown, 10 lost, 30 taken, 5 back, 40 eaten: 25 more in the store than before."""
    session = played("honest", 1, 3)
    level = session.level
    before = session.states[0].grain_kg[0, list(VILLAGE)].sum()

    def move(source: Account, target: Account, kg: int) -> Entry:
        amounts = np.zeros((1, len(level.units)), dtype=np.int64)
        amounts[0, 0] = kg
        return Entry(0, "by.hand", Move(source, target, amounts))

    moves = (
        move(Account.SOIL, Account.FIELD, 100), move(Account.FIELD, Account.LOST_FIELD, 10),
        move(Account.FIELD, Account.GRANARY, 90), move(Account.GRANARY, Account.STATE, 30),
        move(Account.SOLD_BACK, Account.GRANARY, 5), move(Account.GRANARY, Account.CANTEEN, 40),
        move(Account.CANTEEN, Account.EATEN, 40),
    )  # fmt: skip
    (year,) = paths(level, [moves], session.states)
    assert (year.grown, year.lost_field, year.state, year.sold_back, year.table) == (
        100, 10, 30, 5, 40,
    )  # fmt: skip
    assert year.closing == before
    start = opened().level
    stores = int(start.granary_kg.sum() + start.seed_kg.sum() + start.feed_kg.sum())
    assert balance(year) == stores + 25 - year.closing


@pytest.mark.parametrize("names", [NAMES, SHORT])
def test_every_part_has_a_name(names: dict[str, str]) -> None:
    assert set(names) == {*CAME, *WENT}
