"""The same grain lasts as long in the office's reckoning at the desk and when it is left."""

import pytest

from game.levelfiles.shipped import available
from game.play.session import Session

LEVELS = {listed.id: listed.path for listed in available()}
YEARS = 2


@pytest.mark.parametrize("open_books", [True, False])
@pytest.mark.parametrize("level_id", sorted(LEVELS))
def test_leaving_the_desk_changes_nothing_of_a_days_food(level_id: str, open_books: bool) -> None:
    session = Session.begin(LEVELS[level_id], 1, open_books=open_books)
    desks = 0
    for _season in range(min(4 * YEARS, session.level.turns)):
        session.end_season()
        desk = session.view()
        if not desk.desk:
            continue
        session.close()
        then = session.view()
        if not desk.harvest_due:
            continue
        desks += 1
        assert then.forecast.days == desk.forecast.days
        grams = then.forecast.left_kg * 1000 // (then.people * desk.forecast.days)
        assert then.forecast.eat_g_day == grams
        if open_books:
            assert then.store.kg == desk.forecast.left_kg
            assert abs(then.forecast.eat_g_day - desk.forecast.eat_g_day) <= 1
    assert desks
