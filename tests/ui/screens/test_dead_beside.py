"""Where a message counts the dead, a household of the register stands in the same message."""

from game import places
from game.bots import BOTS, SUCCESSOR
from game.levelfiles.tone import counts_dead
from game.play.bundle import from_folder
from game.play.session import Session
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village


def test_an_event_that_counts_the_dead_is_read_beside_a_household() -> None:
    opened = from_folder(places.levels() / "dry_hills")
    (event,) = (each for each in opened.level.events if each.id == "one_county")
    session = Session.of(opened, 1, successor=SUCCESSOR)
    session.play_on(BOTS["historical"], event.month // 3)
    sitting = Sitting(session, kept=False)
    bar = Village(sitting).bottom
    names = [opened.level.words[each.id] for each in opened.level.households]
    counting = [text for _voice, text in bar.messages() if counts_dead(text)]
    assert counting
    assert all(any(name in text for name in names) for text in counting)
    at = next(i for i, (_v, text) in enumerate(bar.messages()) if text in counting)
    bar.current = at
    assert bar._event() == "one_county"  # it still leads to its entry of the chronicle
