import pytest

from game import places
from game.bots import BOTS
from game.play.session import Session
from game.play.so_far import DESK, ENDED, SEASON
from game.sim.orders import Order
from game.sim.state import digest
from tests.play.games import LEVEL, new, played

RATION = Order("ration", None, (450,))


def labour(session: Session, fields: int) -> Order:
    return Order("labour", session.level.units[0], (fields, 0, 0, 100))


def at_desk() -> Session:
    session = new()
    session.end_season()
    session.end_season()
    return session


def test_a_game_begins_in_its_first_season() -> None:
    session = Session.begin(places.levels() / LEVEL, 3, open_books=False)
    view = session.view()
    assert (view.turn, session.phase, view.open_books) == (0, SEASON, False)
    assert session.game_id


def test_orders_are_undone_and_redone_without_end() -> None:
    session = new()
    before = session.view()
    for grams in range(400, 500, 5):
        assert session.give(Order("ration", None, (grams,))) is None
    assert session.view().ration_g == 495
    for _ in range(20):
        session.undo()
    assert not session.can_undo
    assert session.undo() is None
    assert session.view().ration_g == before.ration_g
    for _ in range(20):
        session.redo()
    assert session.redo() is None
    assert session.view().ration_g == 495


def test_a_new_order_forgets_what_was_undone() -> None:
    session = new()
    session.give(RATION)
    session.undo()
    session.give(labour(session, 700))
    assert not session.can_redo


def test_undo_leaves_nothing_behind() -> None:
    plain, changed = new(), new()
    changed.give(labour(changed, 100))
    changed.undo()
    plain.end_season()
    changed.end_season()
    assert digest(plain.state) == digest(changed.state)


def test_a_refused_order_is_not_given() -> None:
    session = new()
    refused = session.give(Order("ration", None, (5000,)))
    assert refused is not None
    assert "out of range" in str(refused)
    assert session.given == ()


def test_a_season_without_harvest_is_closed_at_once() -> None:
    session = new()
    months = session.end_season()
    assert len(months) == 3
    assert (session.turn, session.phase) == (1, SEASON)
    assert len(session.history) == 1


def test_a_harvest_season_ends_at_the_desk() -> None:
    session = at_desk()
    assert session.phase == DESK
    assert session.view().harvest_due
    assert session.give(Order("report", None, (1_000_000,))) is None
    view = session.close()
    assert view.harvests[-1].reported_kg == 1_000_000
    assert (session.phase, session.turn) == (SEASON, 2)


def test_season_orders_are_refused_at_the_desk_and_the_other_way_round() -> None:
    session = new()
    assert session.refusal(Order("report", None, (1,))) is not None
    assert at_desk().refusal(RATION) is not None


def test_what_was_weighed_at_the_desk_stays_seen() -> None:
    session = at_desk()
    unit = session.level.units[1]
    session.give(Order("report", None, (900_000,)))
    assert session.give(Order("weigh", unit, (1,))) is None
    session.undo()  # the report
    assert [order.kind for order in session.given] == ["weigh"]
    assert not session.can_undo
    assert session.refusal(Order("weigh", unit, (0,))) is not None


def test_a_weighing_at_the_desk_shows_at_once_in_closed_books() -> None:
    session = Session.begin(places.levels() / LEVEL, 3, open_books=False)
    session.end_season()
    session.end_season()
    unit = session.level.units[1]
    assert session.view().units[1].store.kind == "estimate"
    session.give(Order("weigh", unit, (1,)))
    assert session.view().units[1].store.kind == "weighed"


def test_the_scales_of_season_and_desk_are_the_same() -> None:
    session = new()
    session.end_season()
    most = session.level.weighings
    units = session.level.units
    for unit in units[: most - 1]:
        assert session.give(Order("weigh", unit, (1,))) is None
    session.end_season()
    assert session.give(Order("weigh", units[most - 1], (1,))) is None
    assert session.refusal(Order("weigh", units[most], (1,))) is not None


def test_a_weighing_that_was_called_off_needs_no_scales() -> None:
    session = new()
    units, most = session.level.units, session.level.weighings
    for unit in units[:most]:
        session.give(Order("weigh", unit, (1,)))
    assert session.refusal(Order("weigh", units[most], (1,))) is not None
    session.give(Order("weigh", units[0], (0,)))
    assert session.refusal(Order("weigh", units[most], (1,))) is None


def test_standing_orders_persist_and_single_ones_do_not() -> None:
    session = new()
    session.give(RATION)
    session.give(Order("weigh", session.level.units[0], (1,)))
    session.end_season()
    view = session.view()
    assert view.ration_g == 450
    assert not view.units[0].weigh


def test_phases_can_not_be_left_by_the_wrong_door() -> None:
    session = new()
    with pytest.raises(ValueError, match="no desk"):
        session.close()
    desk = at_desk()
    with pytest.raises(ValueError, match="can't be ended"):
        desk.end_season()


def test_after_the_last_turn_nothing_can_be_ordered() -> None:
    session = played()
    assert session.phase == ENDED
    assert session.ended
    assert session.refusal(RATION) is not None
    assert len(session.history) == session.level.turns
    assert len(session.entries) == session.level.turns


def removed_game() -> Session:
    """A game in which somebody refuses everything until the office is lost."""
    session = new()
    while session.removed_turn < 0 and not session.ended:
        session.end_season()
        if session.phase == DESK:
            session.give(Order("report", None, (0,)))
            session.give(Order("deliver", None, (0,)))
            session.close()
    return session


def test_a_successor_takes_the_desk_after_a_removal() -> None:
    session = removed_game()
    assert 0 <= session.removed_turn < session.level.turns
    assert session.refusal(RATION) is not None
    own = session.turn
    later = session.succeed()
    assert session.ended
    assert len(later) == session.level.turns - own
    assert [one.succeeded for one in session.closed].index(True) == own


@pytest.mark.parametrize("policy", sorted(BOTS))
def test_every_bot_gives_orders_that_stand(policy: str) -> None:
    assert played(policy, seed=11).ended


def test_another_life_meets_the_same_weather() -> None:
    session = played("historical", turns=4)
    other = session.another_life(BOTS["honest"])
    assert other.ended
    assert other.seed == session.seed
    assert digest(other.state) != digest(session.state)


def test_closed_books_reckon_with_the_harvest_on_the_desk() -> None:
    session = Session.begin(places.levels() / LEVEL, 1, open_books=False)
    session.end_season()
    if session.view().desk:
        session.close()
    session.end_season()
    view = session.view()
    assert view.harvest_due
    assert not any(unit.store.kind == "weighed" for unit in view.units)
    lines = [{n: (low, high) for n, low, high in unit.store.basis} for unit in view.units]
    low, high = (sum(line["harvests_since"][end] for line in lines) for end in (0, 1))
    assert 0 < low < high <= view.said_kg
    assert view.forecast.left_kg + view.forecast.taken_kg == view.store.kg
    assert view.forecast.eat_g_day > 0
