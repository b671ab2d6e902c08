"""A small game and a window without a display."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.bots import BOTS, SUCCESSOR
from game.places import levels
from game.play.bundle import Opened, from_folder
from game.play.session import Session
from game.ui.app import App
from game.ui.settings import Settings

Make = Callable[..., Session]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Saves and settings of the tests stay in their own folder."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    yield
    pygame.display.quit()


@pytest.fixture(scope="session")
def opened() -> Opened:
    """The level, read once."""
    return from_folder(levels() / "willow_bend")


@pytest.fixture
def game(opened: Opened) -> Make:
    """A game after some turns of the average office."""

    def make(turns: int = 0, open_books: bool = True, bot: str = "historical") -> Session:
        session = Session.of(opened, 7, open_books, successor=SUCCESSOR)
        session.play_on(BOTS[bot], turns)
        return session

    return make


@pytest.fixture
def app() -> App:
    """A window of 1280 x 720 without motion."""
    return App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)


def press(app: App, key: int, unicode: str = "", mod: int = 0) -> None:
    """A key goes down and up, and a frame is drawn."""
    app.on_event(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=unicode, mod=mod))
    if app.running:
        app.on_event(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
        app.frame(0.02)


def click(app: App, spot: tuple[int, int]) -> None:
    """The left button goes down and up."""
    app.on_event(pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))
    if app.running:
        app.frame(0.02)
