"""F5: the level is read anew, the turn and the orders stay."""

from pathlib import Path

import pytest

from game.bots import BOTS
from game.levelfiles.errors import LevelError
from game.levelfiles.newlevel import make, template
from game.play.reload import reloaded
from game.play.session import Session
from game.play.so_far import DESK
from game.sim.orders import Order


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make("red_bank", tmp_path, template())


def begun(folder: Path, turns: int) -> Session:
    session = Session.begin(folder, 5)
    session.play_on(BOTS["historical"], turns)
    return session


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_level_that_has_not_changed_is_the_same_game(folder: Path) -> None:
    session = begun(folder, 3)
    again = reloaded(session)
    assert not again.changed
    assert again.dropped == 0
    assert [one.digest for one in again.session.closed] == [one.digest for one in session.closed]
    assert again.session.game_id == session.game_id


def test_an_edited_level_keeps_the_turn_and_the_orders(folder: Path) -> None:
    session = begun(folder, 3)
    refused = session.give(Order("ration", None, (321,)))
    assert refused is None
    edit(folder, "level.toml", "granary_kg = 44000", "granary_kg = 54000")
    edit(folder, "words.en.toml", "I can see the floor", "The floor shows")
    again = reloaded(session)
    assert again.changed
    assert again.session.turn == 3
    assert again.session.given == session.given
    assert again.session.level.words["floor_shows"].endswith("The floor shows.”")
    assert again.session.closed[0].digest != session.closed[0].digest
    assert [o.orders for o in again.session.closed] == [o.orders for o in session.closed]


def test_the_report_desk_is_kept(folder: Path) -> None:
    session = begun(folder, 1)
    session.end_season()
    assert session.phase == DESK
    session.give(Order("report", None, (90_000,)))
    edit(folder, "level.toml", "zeal_pm = 640", "zeal_pm = 20")
    again = reloaded(session).session
    assert (again.phase, again.turn, again.given) == (DESK, 1, session.given)


def test_what_can_no_longer_be_ordered_is_counted(folder: Path) -> None:
    session = Session.begin(folder, 5)
    session.give(Order("ration", None, (321,)))
    edit(folder, "level.toml", 'ration = "1958-03"', 'ration = "1959-03"')
    again = reloaded(session)
    assert (again.dropped, again.session.given) == (1, ())


def test_a_broken_level_leaves_the_game_alone(folder: Path) -> None:
    session = begun(folder, 2)
    edit(folder, "level.toml", "turns = 8", "turns = eight")
    with pytest.raises(LevelError) as error:
        reloaded(session)
    assert error.value.problems[0].place == "level.toml:12:9"
    assert session.turn == 2


def test_a_level_that_ends_before_the_turn(folder: Path) -> None:
    session = begun(folder, 3)
    edit(folder, "level.toml", "turns = 8 # seasons", "turns = 3")
    text = (folder / "level.toml").read_text("utf-8")
    (folder / "level.toml").write_text(
        text.replace("1960 = 957\n", "").replace("1959 = 985\n", ""), "utf-8"
    )
    with pytest.raises(LevelError):
        reloaded(session)
