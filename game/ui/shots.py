"""Pictures of the screens, without a display: what a player would see."""

import os
from pathlib import Path

from game.play.session import Session
from game.ui.app import App
from game.ui.screens.registry import SCREENS, build
from game.ui.settings import Settings

__all__ = ["SCREENS", "build", "shot"]


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
