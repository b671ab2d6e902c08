"""Named households: they come again and again in what the village tells."""

from collections import Counter

import pytest

from game.bots import BOTS, SUCCESSOR
from game.places import levels
from game.play.session import Session
from game.reports.register import DIED, LEFT, Member, Page
from game.ui.screens.people_lines import (
    TOLD,
    as_it_is,
    fate,
    in_turn,
    pages_of,
    register_lines,
    village_messages,
)
from game.ui.screens.sitting import Sitting

PLAYED = ("first_harvest", "willow_bend", "terraces", "dry_hills")


@pytest.mark.parametrize("level", PLAYED)
def test_every_household_recurs_in_the_messages_of_a_whole_game(level: str) -> None:
    session = Session.begin(levels() / level, 3, successor=SUCCESSOR)
    names = {house.id: session.level.words[house.id] for house in session.level.households}
    assert 8 <= len(names) <= 12
    told: Counter[str] = Counter()
    while not session.ended:
        messages = village_messages(Sitting(session, kept=False))
        assert messages
        told.update({key for key, name in names.items() if any(name in one for one in messages)})
        session.play_on(BOTS["historical"], 1)
    assert min(told[key] for key in names) >= TOLD, told


def test_turns_go_round() -> None:
    pages = [Page(str(at), str(at), "", ()) for at in range(5)]
    told = [(page.id, before) for turn in range(5) for page, before in in_turn(pages, turn, 5)]
    assert told == [(str(at % 5), at // 5) for at in range(10)]


def test_a_house_without_people_is_closed(game: object) -> None:
    session = game(2)  # type: ignore[operator]
    sitting = Sitting(session, kept=False)
    unit = session.level.units[0]
    gone = Page("x", "Zhao", unit, (Member(0, 1, DIED, 0), Member(1, 1, LEFT, 1)))
    assert as_it_is(sitting, gone) == f"Zhao, {unit}: the door is closed."
    there = Page("x", "Zhao", unit, (Member(0, 1, "there", -1),))
    assert "all are at home" in as_it_is(sitting, there)


def test_who_died_or_left_in_another_season_is_told_with_its_time() -> None:
    session = Session.begin(levels() / "terraces", 3, successor=SUCCESSOR)
    sitting, seen = Sitting(session, kept=False), set()
    while not session.ended:
        session.play_on(BOTS["historical"], 1)
        turn = len(session.history) - 1
        told = [line.name for line in register_lines(sitting, turn)]
        pages = pages_of(sitting)
        touched = [page for page in pages if any(one.turn == turn for one in page.members)]
        none = "In this season nobody of the named households died or left."
        assert (none in told) == (not touched)
        for page in pages:
            at = [n for n, line in enumerate(told) if line.startswith(f"{page.name}, {page.unit}")]
            for member in page.gone if at else ():
                seen.add((bool(touched), member.turn < turn))
                assert fate(sitting, member) in told[at[0] + 1]
    assert {(False, True), (True, False), (True, True)} <= seen
