"""Going back, looking, and living on in another way."""

import pytest

from game.bots import BOTS
from game.play.lives import branched, rewound, why_not
from game.play.so_far import DESK, ENDED, SEASON
from game.sim.orders import Order
from game.sim.state import differing
from tests.play.games import new, played

STAYS = 7  # a seed with which a careful office keeps its desk


def digests(session):  # noqa: ANN001, ANN201
    return [one.digest for one in session.closed]


@pytest.mark.parametrize("turn", [0, 1, 5, 9, 15])
def test_the_same_orders_give_the_same_luck(turn: int) -> None:
    """A branch that changes nothing comes out the same, to the last kilogram."""
    whole = played("cautious", seed=STAYS)
    assert whole.removed_turn < 0
    branch = branched(whole, turn)
    for one in whole.closed[turn:]:
        if branch.turn > turn:
            branch.follow(one.orders)
        branch.end_season()
        if branch.phase == DESK:
            branch.follow(one.desk or ())
            branch.close()
    assert digests(branch) == digests(whole)


def test_another_order_changes_no_luck() -> None:
    """One ration less in a branch: the same claims of the neighbours, which chance alone makes."""
    whole = played("honest", 9)
    branch = branched(whole, 4)
    branch.give(Order("ration", None, (300,)))
    while branch.turn < 9:
        branch.end_season()
        if branch.phase == DESK:
            branch.close()
    assert digests(branch)[:4] == digests(whole)[:4]
    assert digests(branch)[8] != digests(whole)[8]
    for one, other in zip(branch.closed, whole.closed, strict=True):
        assert one.state.neighbours_pm.tolist() == other.state.neighbours_pm.tolist()


def test_looking_back_shows_the_season_with_its_orders() -> None:
    whole = played("historical", 7)
    past = rewound(whole, 4)
    assert (past.turn, past.phase, past.game_id) == (4, SEASON, "test")
    assert past.given == whole.closed[4].orders
    assert differing(past.state, whole.closed[3].state) is None
    assert past.view().people == whole.history[3].people
    assert past.last_turn() == (whole.history[2], whole.history[3])
    assert whole.turn == 7


def test_looking_back_at_the_very_beginning_and_at_the_end() -> None:
    whole = played("honest")
    first, last = rewound(whole, 0), rewound(whole, 16)
    assert first.history == []
    assert last.phase == ENDED
    assert digests(last) == digests(whole)


def test_what_was_decided_in_the_season_under_way_goes_into_a_branch() -> None:
    session = new(game_id="g")
    session.give(Order("ration", None, (444,)))
    branch = branched(session, 0, "other")
    assert branch.given == session.given
    branch.undo()
    assert session.given != branch.given
    assert (branch.branch.parent, branch.branch.name) == ("g", "other")
    assert branch.game_id != "g"


def test_a_branch_from_the_desk_keeps_the_season_and_what_was_weighed() -> None:
    session = new(game_id="g")
    session.end_season()
    session.end_season()
    unit = session.level.units[0]
    session.give(Order("weigh", unit, (1,)))
    session.give(Order("report", None, (900_000,)))
    session.close()
    other = branched(session, 1, desk=True)
    assert other.phase == DESK
    assert [order.kind for order in other.given] == ["weigh", "report"]
    other.undo()
    assert [order.kind for order in other.given] == ["weigh"]  # what was seen stays seen
    other.give(Order("report", None, (500_000,)))
    other.close()
    assert other.closed[1].orders == session.closed[1].orders
    assert other.history[1].harvests[-1].reported_kg == 500_000
    assert session.history[1].harvests[-1].reported_kg == 900_000


def test_where_no_branch_can_be_taken_the_reason_is_told() -> None:
    whole = played("honest")
    assert "over" in why_not(whole, 16)
    assert "not come" in why_not(played(turns=2), 3)
    assert "harvest" in why_not(whole, 0, desk=True)
    assert why_not(whole, 1, desk=True) == ""
    with pytest.raises(ValueError, match="over"):
        branched(whole, 16)
    with pytest.raises(ValueError, match="not come"):
        rewound(played(turns=2), 3)


def test_nobody_branches_from_another_secretarys_seasons() -> None:
    removed = next(
        session
        for seed in range(1, 40)
        if (session := played("honest", seed=seed)).removed_turn >= 0
    )
    at = removed.removed_turn
    assert why_not(removed, at) == ""
    assert "another secretary" in why_not(removed, at + 1)


def test_undo_and_redo_have_no_end_within_a_season() -> None:
    session = new()
    for kilo in range(300, 600):
        assert session.give(Order("ration", None, (kilo,))) is None
    while session.can_undo:
        session.undo()
    assert session.given == ()
    while session.can_redo:
        session.redo()
    assert [order.values[0] for order in session.given] == list(range(300, 600))


def test_bots_play_on_in_a_branch() -> None:
    branch = branched(played("zealot", 8), 2, "truth")
    branch.play_on(BOTS["honest"])
    assert branch.ended
