"""Going back: the same orders give the same luck, whatever was taken back or branched."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from game.play.lives import branched, why_not
from game.play.session import Session
from game.play.so_far import DESK
from game.sim.orders import Order
from tests.play.games import new, opened

TURNS = 4
UNITS = opened().level.units
few = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
order = st.one_of(
    st.builds(lambda g: Order("ration", None, (g,)), st.integers(0, 900)),
    st.builds(lambda u, pm: Order("hide", u, (pm,)), st.sampled_from(UNITS), st.integers(0, 400)),
    st.builds(lambda u, pm: Order("seed", u, (pm,)), st.sampled_from(UNITS), st.integers(0, 1000)),
    st.builds(lambda u: Order("weigh", u, (1,)), st.sampled_from(UNITS)),
    st.builds(lambda kg: Order("report", None, (kg,)), st.integers(0, 5_000_000)),
    st.builds(lambda pm: Order("deliver", None, (pm,)), st.integers(0, 1000)),
)
"""Orders of all kinds that bear on grain; those that can't stand in a phase are refused."""
orders = st.lists(order, max_size=6)
seasons = st.lists(st.tuples(orders, orders), min_size=TURNS, max_size=TURNS)


def decided(session: Session, some: list[Order]) -> None:
    for each in some:
        session.give(each)


def turn(session: Session, season: list[Order], desk: list[Order]) -> None:
    decided(session, season)
    session.end_season()
    if session.phase == DESK:
        decided(session, desk)
        session.close()


def digests(session: Session) -> list[str]:
    return [one.digest for one in session.closed]


@few
@given(seasons, st.integers(0, 2**32), st.integers(0, TURNS - 1))
def test_a_branch_with_the_same_orders_comes_out_the_same(
    given_orders: list[tuple[list[Order], list[Order]]], seed: int, at: int
) -> None:
    whole = new(seed)
    for season, desk in given_orders:
        turn(whole, season, desk)
    assume(not why_not(whole, at))  # where the office was lost before, nobody can branch
    branch = branched(whole, at)
    for number, (season, desk) in enumerate(given_orders[at:]):
        turn(branch, season if number else [], desk)  # the first season's stand in it already
    assert digests(branch) == digests(whole)


@few
@given(orders, orders, st.integers(0, 30), st.integers(0, 30))
def test_undo_and_redo_are_a_stack_and_leave_no_trace(
    some: list[Order], other: list[Order], back: int, forth: int
) -> None:
    session, plain = new(), new()
    decided(session, some)
    taken = list(session.given)
    for _step in range(back):
        session.undo()
    assert list(session.given) == taken[: max(0, len(taken) - back)]
    for _step in range(forth):
        session.redo()
    stands = taken[: min(len(taken), max(0, len(taken) - back) + forth)]
    assert list(session.given) == stands
    decided(session, other)
    decided(plain, [*stands, *other])
    assert session.given == plain.given
    session.end_season()
    plain.end_season()
    assert digests(session) == digests(plain)
