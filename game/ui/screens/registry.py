"""Every screen and dialog of the game by name: for pictures, and for the tests that walk them all.

A new screen needs a line here. `tests/ui/screens/test_registry.py` fails for a class of screen that
no line makes; `tests/ui/layout` then sets it at every size, scale and language.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.screen import Screen
from game.ui.screens import flow

if TYPE_CHECKING:
    from game.play.session import Session
    from game.ui.screens.lives_kept import Life
    from game.ui.screens.sitting import Sitting
    from game.ui.screens.village import Village


def _settings() -> Screen:
    from game.ui.screens.settings import SettingsPage

    return SettingsPage()


def _keys() -> Screen:
    from game.ui.screens.key_page import KeyPage

    return KeyPage()


def _sound() -> Screen:
    from game.ui.screens.sound_page import SoundPage

    return SoundPage()


def _sources() -> Screen:
    from game.ui.screens.sources import Sources

    return Sources()


def _briefing(sitting: "Sitting") -> Screen:
    from game.ui.screens.briefing import Briefing

    return Briefing(sitting)


def _village(sitting: "Sitting") -> "Village":
    from game.ui.screens.village import Village

    return Village(sitting)


def _brigade(sitting: "Sitting") -> "Village":
    sitting.selected = sitting.view.units[-1].name
    return _village(sitting)


def _orders(sitting: "Sitting") -> "Village":
    return _village(sitting).with_orders()


def _brigade_orders(sitting: "Sitting") -> "Village":
    sitting.selected = sitting.view.units[0].name
    made = _village(sitting).with_orders()
    made.drawer.tabs.choose(1)
    return made


def _all_brigades(sitting: "Sitting") -> "Village":
    made = _village(sitting).with_orders()
    made.drawer.tabs.choose(1)
    return made


def _menu(sitting: "Sitting") -> "Village":
    made = _village(sitting)
    made.form.on_escape()  # type: ignore[misc]
    return made


def _why(sitting: "Sitting") -> "Village":
    made = _village(sitting)
    asked = made.top.stats[-1]
    assert made.form.on_ask is not None
    made.form.on_ask(asked.name, asked.asks)
    return made


def _message(sitting: "Sitting") -> "Village":
    made = _village(sitting)
    made.bottom.message.press()
    return made


def _ledger(sitting: "Sitting") -> Screen:
    from game.ui.screens.ledger import Ledger

    return Ledger(sitting)


def _months(sitting: "Sitting") -> Screen:
    if sitting.session.ended:
        return _figures(sitting)
    return flow.months(sitting, sitting.end_season())


def _report(sitting: "Sitting") -> Screen:
    return flow.desk(sitting) if _to_the_desk(sitting) else _figures(sitting)


def _carts(sitting: "Sitting") -> Screen:
    if not _to_the_desk(sitting):
        return _figures(sitting)
    sitting.close()
    return flow.carts(sitting)


def _figures(sitting: "Sitting") -> Screen:
    """The season just ended; one is played if there is none."""
    if not sitting.session.history:
        sitting.end_season()
    if sitting.session.phase == "desk":
        sitting.close()
    return flow.figures(sitting)


def _to_the_desk(sitting: "Sitting") -> bool:
    """Play seasons until a harvest is to be reported; False if none comes any more."""
    session = sitting.session
    while session.phase == "season" and not session.ended:
        sitting.end_season()
    return session.phase == "desk"


def _removed(sitting: "Sitting") -> Screen:
    from game.ui.screens.removed import Removed

    return Removed(sitting)


def _family(sitting: "Sitting") -> "list[Life]":
    """The game and two lives that were taken from it, one from the other."""
    from game.bots import BOTS
    from game.play.lives import branched
    from game.play.told import of_session
    from game.ui.screens.lives_kept import Life

    first = sitting.session
    found = [first]
    if first.turn > 1:
        found.append(branched(first, first.turn // 2, "Every report true"))
        found[-1].play_on(BOTS["honest"], 2)
        found.append(branched(found[-1], first.turn // 2 + 1, "The halls closed early"))
        found[-1].play_on(BOTS["cautious"], 1)
    return [Life(each.game_id, each.branch, of_session(each), each) for each in found]


def _timeline(sitting: "Sitting") -> Screen:
    from game.ui.screens.timeline import Timeline

    return Timeline(sitting, lives=_family(sitting))


def _name_of_a_life(sitting: "Sitting") -> Screen:
    from game.ui.screens.timeline import Timeline

    made = Timeline(sitting, lives=_family(sitting))
    made.rename.press()
    return made


def _beside(sitting: "Sitting") -> Screen:
    from game.ui.screens.beside import Beside

    return Beside(sitting, _family(sitting))


def _looking_back(sitting: "Sitting") -> Screen:
    from game.ui.screens.lives_kept import looking

    lives = _family(sitting)
    return _village(looking(sitting, lives[0], sitting.session.turn // 2))


def _since(sitting: "Sitting") -> Screen:
    """With every kind of note."""
    from dataclasses import replace

    from game.play.notes import TEXTS, Note
    from game.play.told import of_session
    from game.ui.screens.since import Since

    values = {
        "format": "1", "files": "level.toml, map.tmx", "level": "my_village", "reason": "turns",
        "orders": "ration, weigh",
    }  # fmt: skip
    notes = [Note(kind, 0, values) for kind in TEXTS]
    told = of_session(sitting.session)
    other = [replace(one, people=one.people + 1) for one in told]
    return Since(
        sitting.session.level, notes, own_branch=True, then=flow.stands(sitting), told=other,
        now=told,
    )  # fmt: skip


def _debrief(sitting: "Sitting") -> Screen:
    """With all that it works out while one reads."""
    from game.ui.screens.debrief import Debrief

    made = Debrief(sitting)
    made.finish()
    return made


PLAIN: dict[str, Callable[[], Screen]] = {
    "note": flow.note,
    "title": flow.title,
    "choose": flow.choose,
    "settings": _settings,
    "sound": _sound,
    "keys": _keys,
    "sources": _sources,
    "chronicle": flow.chronicle,
    "saved": flow.saved,
}
"""Screens that show no game."""
OF_GAME: dict[str, "Callable[[Sitting], Screen]"] = {
    "briefing": _briefing,
    "map": _village,
    "brigade": _brigade,
    "orders": _orders,
    "brigade_orders": _brigade_orders,
    "all_brigades": _all_brigades,
    "menu": _menu,
    "why": _why,
    "message": _message,
    "months": _months,
    "report": _report,
    "carts": _carts,
    "season": _figures,
    "ledger": _ledger,
    "removed": _removed,
    "since": _since,
    "timeline": _timeline,
    "name_of_a_life": _name_of_a_life,
    "lives_beside": _beside,
    "looking_back": _looking_back,
    "debrief": _debrief,
}
"""Screens that show a game; one that stands later in it plays on to get there."""
SCREENS = (*PLAIN, *OF_GAME)


def build(screen: str, session: "Session | None" = None, layer: str | None = None) -> Screen:
    """A screen as the game would show it.

    Args:
        screen: One of `SCREENS`.
        session: The game that is shown; None for screens that show none. It may be played on.
        layer: What lies over the map; None leaves it bare.

    Raises:
        ValueError: for a screen that there is not, or one that needs a game.
    """
    if screen in PLAIN:
        return PLAIN[screen]()
    if screen not in OF_GAME:
        raise ValueError(f"there is no screen {screen!r}; there are {', '.join(SCREENS)}")
    if session is None:
        raise ValueError(f"the screen {screen!r} shows a game: give a session")
    from game.ui.screens.sitting import Sitting

    sitting = Sitting(session, kept=False)
    sitting.layer = layer
    return OF_GAME[screen](sitting)
