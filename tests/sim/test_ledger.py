"""Twin of game/sim/ledger.py."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.ledger import Account, Book, Move, OverdrawnError, enter, post

ACCOUNTS = len(Account)


def balances(kg: int, units: int = 2) -> np.ndarray:
    return np.full((1, ACCOUNTS, units), kg, dtype=np.int64)


def kilograms(*kg: int) -> np.ndarray:
    return np.array([kg], dtype=np.int64)


def test_a_move_takes_from_one_and_gives_to_another() -> None:
    before = balances(100)
    after = post(before, "rule", (Move(Account.GRANARY, Account.STATE, kilograms(30, 0)),))
    assert after[0, Account.GRANARY].tolist() == [70, 100]
    assert after[0, Account.STATE].tolist() == [130, 100]
    assert (before == 100).all()
    assert after.sum() == before.sum()
    assert not after.flags.writeable


def test_moves_follow_one_another() -> None:
    moves = (
        Move(Account.GRANARY, Account.STATE, kilograms(100, 100)),
        Move(Account.STATE, Account.EXPORTED, kilograms(200, 200)),
    )
    assert post(balances(100), "rule", moves)[0, Account.EXPORTED].tolist() == [300, 300]
    with pytest.raises(OverdrawnError):
        post(balances(100), "rule", moves[::-1])


def test_units_may_give_and_others_receive() -> None:
    move = Move(Account.STATE, Account.SOLD_BACK, kilograms(50, 0), kilograms(10, 40))
    after = post(balances(100), "rule", (move,))
    assert after[0, Account.STATE].tolist() == [50, 100]
    assert after[0, Account.SOLD_BACK].tolist() == [110, 140]


def test_an_overdraft_names_rule_account_run_and_unit() -> None:
    with pytest.raises(
        OverdrawnError, match=r"^people\.eat took 7 kg too much from GRANARY \(run 0, unit 1\)$"
    ):
        post(
            balances(100), "people.eat", (Move(Account.GRANARY, Account.EATEN, kilograms(1, 107)),)
        )


def test_the_books_have_the_same_rules() -> None:
    books = np.zeros((1, len(Book), 2), dtype=np.int64)
    claimed = post(books, "report.write", (Move(Book.CLAIMED, Book.STORE, kilograms(9, 9)),))
    assert claimed[0, Book.CLAIMED].tolist() == [-9, -9]
    with pytest.raises(OverdrawnError, match="STORE"):
        post(claimed, "x", (Move(Book.STORE, Book.EATEN, kilograms(10, 0)),))


OPEN = (Account.SOIL, Account.EXPORTED)
"""Grain comes from the soil, and is bought from the world outside."""


@pytest.mark.parametrize("source", [a for a in Account if a not in OPEN])
def test_only_the_soil_and_the_world_outside_may_go_below_zero(source: Account) -> None:
    for account in OPEN:
        after = post(balances(0), "x", (Move(account, Account.FIELD, kilograms(5, 5)),))
        assert after[0, account].tolist() == [-5, -5]
    target = Account.EATEN if source is not Account.EATEN else Account.SOIL
    with pytest.raises(OverdrawnError, match=source.name):
        post(balances(0), "x", (Move(source, target, kilograms(1, 0)),))


def test_negative_and_uneven_moves_are_refused() -> None:
    with pytest.raises(ValueError, match="negative amount to EATEN"):
        post(balances(9), "x", (Move(Account.CANTEEN, Account.EATEN, kilograms(-1, 0)),))
    uneven = Move(Account.STATE, Account.SOLD_BACK, kilograms(5, 0), kilograms(5, 1))
    with pytest.raises(ValueError, match="made or lost grain on the way to SOLD_BACK"):
        post(balances(9), "x", (uneven,))
    hidden = Move(Account.STATE, Account.SOLD_BACK, kilograms(5, 0), kilograms(6, -1))
    with pytest.raises(ValueError, match="negative"):
        post(balances(9), "x", (hidden,))


def test_open_books_refuse_a_move_that_would_change_with_them() -> None:
    books = balances(9)
    whole = Move(Account.SOLD_BACK, Account.GRANARY, books[:, Account.SOLD_BACK])
    with pytest.raises(ValueError, match="copy it"):
        enter(books, "x", (whole,))
    enter(books, "x", (Move(whole.source, whole.target, whole.kg.copy()),))
    assert books[0, Account.GRANARY].tolist() == [18, 18]
    assert books[0, Account.SOLD_BACK].tolist() == [0, 0]


def test_one_run_may_not_pay_for_another() -> None:
    two = np.full((2, ACCOUNTS, 1), 9, dtype=np.int64)
    move = Move(Account.STATE, Account.SOLD_BACK, np.array([[5], [0]]), np.array([[0], [5]]))
    with pytest.raises(ValueError, match="made or lost"):
        post(two, "x", (move,))


@given(
    st.lists(
        st.tuples(st.sampled_from(Account), st.sampled_from(Account), st.integers(0, 10**10)),
        max_size=12,
    )
)
def test_whatever_is_posted_the_sum_stays_and_no_stock_is_negative(
    listed: list[tuple[Account, Account, int]],
) -> None:
    before = balances(10**10)
    moves = tuple(Move(a, b, kilograms(kg, kg // 2)) for a, b, kg in listed)
    try:
        after = post(before, "x", moves)
    except OverdrawnError:
        return
    assert after.sum() == before.sum()
    closed = [a for a in Account if a not in OPEN]
    assert (after[:, closed] >= 0).all()
