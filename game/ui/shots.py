"""Pictures of the screens, without a display: what a player would see."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.session import Session
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.screens.sitting import Sitting

SCREENS = (
    "title", "map", "report", "season", "debrief",
    "note", "choose", "briefing", "orders", "ledger", "settings", "sources", "carts", "months",
)  # fmt: skip


def shot(
    screen: str,
    session: Session | None,
    size: tuple[int, int],
    out: Path,
    ui_scale: int | None = None,
) -> None:
    """Save the picture of a screen.

    Args:
        screen: One of `SCREENS`.
        session: The game that is shown; None for screens that show none.
        size: In pixels.
        out: The PNG.
        ui_scale: Percent; None follows the height.

    Raises:
        ValueError: for a screen that there is not, or one that needs a game.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    app = App(size, Settings(reduced_motion=True), ui_scale / 100 if ui_scale else None)
    app.start(build(screen, session))
    app.shot(out)


def build(screen: str, session: Session | None) -> Screen:
    """The screen as the game would show it."""
    from game.ui.screens import flow
    from game.ui.screens.settings import SettingsPage
    from game.ui.screens.sources import Sources

    plain: dict[str, Callable[[], Screen]] = {
        "title": flow.title,
        "note": flow.note,
        "choose": flow.choose,
        "settings": SettingsPage,
        "sources": Sources,
    }
    if screen in plain:
        return plain[screen]()
    if screen not in SCREENS:
        raise ValueError(f"there is no screen {screen!r}; there are {', '.join(SCREENS)}")
    if session is None:
        raise ValueError(f"the screen {screen!r} shows a game: give a session")
    return _of_game(screen, session)


def _of_game(screen: str, session: Session) -> Screen:
    from game.ui.screens import flow
    from game.ui.screens.briefing import Briefing
    from game.ui.screens.ledger import Ledger
    from game.ui.screens.sitting import Sitting
    from game.ui.screens.village import Village

    sitting = Sitting(session, kept=False)
    if screen == "briefing":
        return Briefing(sitting)
    if screen in {"map", "orders"}:
        made = Village(sitting)
        if screen == "orders":
            made.drawer.visible = True
            made.drawer.rebuild()
        return made
    if screen == "months":
        return flow.months(sitting, sitting.end_season())
    if screen == "ledger":
        return Ledger(sitting)
    if screen == "debrief":
        return flow.debrief(sitting)
    return _of_harvest(screen, sitting)


def _of_harvest(screen: str, sitting: "Sitting") -> Screen:
    """The desk, the carts or the figures; the season is played to its end where it must be."""
    from game.ui.screens import flow

    if screen == "season" and sitting.session.history:
        return flow.figures(sitting)
    while sitting.session.phase == "season":
        sitting.end_season()
    if screen == "report" and sitting.session.phase == "desk":
        return flow.desk(sitting)
    if sitting.session.phase == "desk":
        sitting.close()
    return flow.carts(sitting) if screen == "carts" else flow.figures(sitting)
