"""Pictures of the screens, without a display: what a player would see."""

import os
from pathlib import Path

from game.play.session import Session
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.screens.registry import SCREENS, build
from game.ui.settings import Settings
from game.ui.widgets.tabs import Tabs

__all__ = ["SCREENS", "build", "shot"]

SETTLED = 8  # frames after which a screen has drawn what it puts off, as a level's picture


def shot(
    screen: str,
    session: Session | None,
    size: tuple[int, int],
    out: Path,
    chosen: Settings | None = None,
    *,
    layer: str | None = None,
    page: int | None = None,
) -> None:
    """Save the picture of a screen.

    Args:
        screen: One of `SCREENS`.
        session: The game that is shown; None for screens that show none.
        size: In pixels.
        out: The PNG.
        chosen: What the player set; motion is reduced if nothing is given.
        layer: What lies over the map, one of `telling.LAYERS`.
        page: Which tab, from 1; None shows the first.

    Raises:
        ValueError: for a screen that there is not, one that needs a game, or a page that a screen
            does not have.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    app = App(size, chosen or Settings(reduced_motion=True))
    made = build(screen, session, layer)
    app.start(made)
    if page is not None:
        _turn_to(made, page)
    for _ in range(SETTLED):
        app.frame(0)
    app.shot(out)


def _turn_to(made: Screen, page: int) -> None:
    tabs = getattr(made, "tabs", None)
    pages = len(tabs.options) if isinstance(tabs, Tabs) else 1
    if page > pages:
        raise ValueError(
            f"--page {page}: this screen has {pages} (the ledger and debrief have tabs)"
        )
    if isinstance(tabs, Tabs):
        tabs.choose(page - 1)
