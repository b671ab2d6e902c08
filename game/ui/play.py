"""Play: the game in its window, from the content note on."""

import os
from pathlib import Path

import pygame

from game.ui.app import DEFAULT, App
from game.ui.screen import Screen

SHARE = 4 * 0.9  # quarters of a scale in the part of the screen that a window may take
QUIT = "TWO_LEDGERS_QUIT_AFTER_FIRST_FRAME"


def play(
    folder: Path | None = None,
    seed: int | None = None,
    open_books: bool = True,
    size: tuple[int, int] | None = None,
    ui_scale: int | None = None,
) -> int:
    """Open the window and play.

    Args:
        folder: A level's folder: its briefing follows the note. None goes to the title.
        seed: Of the game; 1 if none is given.
        open_books: Whether what was there is shown.
        size: Of the window.
        ui_scale: Percent; None follows the settings.

    Returns:
        The exit code.
    """
    app = App(size or first_size(), ui_scale=ui_scale / 100 if ui_scale else None)
    first = _first(folder, seed, open_books)
    if os.environ.get(QUIT) == "1":
        app.start(first)
        app.frame(0)
        return 0
    from game.ui.warm import warm

    app.run(first, warm)
    return 0


def first_size() -> tuple[int, int]:
    """The window's size where none is given: the design, larger by quarters on a large screen.

    So a screen of 3840 x 2160 pixels begins with a window that can be read, at 250 %.
    """
    pygame.display.init()
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return DEFAULT
    quarters = min(wide * SHARE // DEFAULT[0], high * SHARE // DEFAULT[1])
    scale = max(4, int(quarters)) / 4
    return round(DEFAULT[0] * scale), round(DEFAULT[1] * scale)


def _first(folder: Path | None, seed: int | None, open_books: bool) -> Screen:
    from game.ui.screens import flow
    from game.ui.screens.wanted import Wanted, want

    seed = 1 if seed is None else seed
    want(Wanted(seed, open_books))
    if folder is None:
        return flow.note()
    return flow.note(flow.begin(folder, seed, open_books))
