"""Loads what the game needs after the content note, while the note is read.

The first frame does without the core, numpy and the level reader. A thread imports them; a player
who is faster than the thread waits for the rest of it, as an import waits for an import.
"""

from importlib import import_module
from threading import Thread

LATER = (
    "numpy",
    "game.bots",
    "game.play.saves",
    "game.play.session",
    "game.ui.screens.title",
    "game.ui.screens.choose_level",
    "game.ui.screens.briefing",
    "game.ui.screens.settings",
    "game.ui.screens.sources",
    "game.ui.screens.village",
    "game.ui.screens.months",
    "game.ui.screens.report_desk",
    "game.ui.screens.carts",
    "game.ui.screens.season_figures",
    "game.ui.screens.removed",
    "game.ui.screens.debrief",
)


def warm() -> Thread:
    """Begin to load; the thread ends by itself."""
    thread = Thread(target=_load, name="warm", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for name in LATER:
        import_module(name)
