import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.play import otherwise, otherwise_kept
from game.play.otherwise import Weighed, weigh
from game.play.session import Session
from game.play.undone import Change, changes
from game.reports.decisions import decisions
from game.sim.orders import FIELDS, FURNACES, Order
from game.sim.state import Tally, digest
from tests.play.games import new, played


@pytest.fixture(scope="module")
def game() -> Session:
    return played("historical", seed=1)


@pytest.fixture(scope="module")
def weighed(game: Session) -> Weighed:
    return weigh(game, 3)


@pytest.mark.parametrize("policy", ["historical", "zealot", "cautious"])
def test_the_row_without_a_change_is_the_game_itself(policy: str) -> None:
    """To the last bit: removal and successor included."""
    session = played(policy, seed=1)
    batch = otherwise.Weighing(session, 1)
    for one in session.closed:
        batch.step()
        assert digest(batch.state, 0) == one.digest


def test_the_sums_of_the_game_are_those_of_its_states(game: Session, weighed: Weighed) -> None:
    def total(which: Tally) -> int:
        return sum(int(state.tally[0, which].sum()) for state in game.states)

    own = weighed.as_it_was
    assert own.deaths[0] == total(Tally.DEATHS)
    assert own.harvest_kg[0] == total(Tally.HARVEST_KG)
    assert own.taken_kg[0] == total(Tally.PROCURED_KG)
    assert own.left[0] == total(Tally.LEFT)
    assert len(own.deaths) == 3


def test_one_decision_undone_is_the_same_game_played_with_that_order(game: Session) -> None:
    """Hands to the furnaces in one autumn: played again by hand, by the orders of the save."""
    session = new(seed=11, game_id="hands")
    first = session.level.units[0]
    for _turn in range(2):
        session.end_season()
        if session.phase == "desk":
            session.close()
    session.follow([Order("labour", first, (500, 400, 0, 100))])
    session.end_season()
    session.close()
    found = weigh(session, 1)
    steel = next(one for one in found.others if one.change.theme == "steel")
    assert steel.change.turns == (2,)

    stood = session.closed[2].in_force.labour_pm[0].tolist()
    other = new(seed=11, game_id="fields")
    for turn in range(3):
        if turn == 2:
            other.follow([
                Order("labour", unit, (hands[FIELDS] + hands[FURNACES], 0, hands[2], hands[3]))
                for unit, hands in zip(session.level.units, stood, strict=True)
            ])  # fmt: skip
        other.end_season()
        if other.phase == "desk":
            other.close()
    assert not other.closed[2].in_force.labour_pm[0, :, FURNACES].any()
    by_hand = sum(int(state.tally[0, Tally.HARVEST_KG].sum()) for state in other.states)
    assert steel.sums.harvest_kg[0] == by_hand > found.as_it_was.harvest_kg[0]


def test_a_game_without_decisions_has_none_to_undo() -> None:
    session = new(seed=3)
    session.end_season()
    assert session.closed
    assert changes(session.level, [session.closed[0].in_force], session.states) == []


def test_decisions_stand_in_the_order_of_their_weight(weighed: Weighed) -> None:
    base = sum(weighed.as_it_was.deaths)
    weights = [abs(sum(one.sums.deaths) - base) for one in weighed.others]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
    assert all(one.seasons for one in weighed.others[: otherwise.KEPT])


def test_what_differed_by_season_is_told_from_where_to_where() -> None:
    session = new(seed=11, game_id="spans")
    for share in (0, 0, 20, 900, 850, 850, 850):  # two seasons before anybody thinks of it
        for unit in session.level.units:
            assert not share or session.give(Order("technique", unit, (share, share))) is None
        session.end_season()
        if session.phase == "desk":
            session.close()
    orders = [one.in_force for one in session.closed]
    (change,) = (
        one for one in changes(session.level, orders, session.states) if one.theme == "technique"
    )
    assert (change.value, change.least, change.most) == (20, 20, 900)
    assert len(change.turns) == 5
    told = decisions(session.level, session.seed, session.run, weigh(session, 2))
    words = next(one for one in told if one.theme == "technique")
    assert words.words.startswith("Close planting and deep ploughing at 2% to 90% of what was")
    ((text, parts),) = words.amounts
    assert text == "2% to 90%"
    assert [(one.bound, one.value) for one in parts] == [("low", 20), ("high", 900)]


def test_they_are_kept_beside_the_save_and_read_again(game: Session, tmp_path: Path) -> None:
    cache = otherwise_kept.beside(tmp_path / "a.save.jsonl")
    steps: list[tuple[int, int]] = []
    first = otherwise_kept.kept(game, cache, lambda done, of: steps.append((done, of)), 2)
    assert steps[-1] == (16, 16)
    steps.clear()
    again = otherwise_kept.kept(game, cache, lambda done, of: steps.append((done, of)), 2)
    assert again == first
    assert not steps


@pytest.mark.parametrize("text", ["", "{", "[]", '{"of": 1}', "\x00"])
def test_a_damaged_or_foreign_file_is_weighed_again(
    game: Session, tmp_path: Path, text: str
) -> None:
    cache = tmp_path / "a.otherwise.json"
    cache.write_text(text, "utf-8")
    assert otherwise_kept.kept(game, cache, None, 1).others
    assert json.loads(cache.read_text("utf-8"))["weighed"]


def test_another_game_is_never_taken_for_this_one(game: Session, tmp_path: Path) -> None:
    cache = tmp_path / "a.otherwise.json"
    otherwise_kept.kept(game, cache, None, 1)
    other = played("cautious", turns=4, seed=1)
    assert otherwise_kept.kept(other, cache, None, 1) == weigh(other, 1)


def test_a_change_is_told_by_what_stood(weighed: Weighed) -> None:
    hall = [one.change for one in weighed.others if one.change.theme == "hall"]
    assert hall
    assert all(isinstance(change, Change) and change.value in {1, 2} for change in hall)
    assert replace(hall[0]).turns == tuple(range(hall[0].turns[0], hall[0].turns[-1] + 1))


@pytest.mark.parametrize(("policy", "seed"), [("historical", 1), ("honest", 1)])
def test_a_successors_decisions_are_never_the_secretarys(policy: str, seed: int) -> None:
    session = played(policy, seed=seed)
    removed = session.removed_turn
    assert 0 <= removed < len(session.closed) - 1
    found = changes(session.level, [one.in_force for one in session.closed], session.states)
    assert any(one.successor for one in found)
    assert any(not one.successor for one in found)
    for one in found:
        hands = {turn > removed for turn in one.turns}
        assert hands == {one.successor}, one


def test_without_a_removal_every_decision_is_the_secretarys() -> None:
    session = played("cautious", seed=1)
    assert session.removed_turn < 0
    found = changes(session.level, [one.in_force for one in session.closed], session.states)
    assert found
    assert not any(one.successor for one in found)
