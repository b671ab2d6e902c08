"""No window is needed: SDL draws into memory."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from collections.abc import Iterator

import pygame
import pytest

from game import words
from game.ui.theme import Theme
from game.ui.widgets import announce


@pytest.fixture(autouse=True)
def _fresh_pygame() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    pygame.event.clear()
    announce.lines.clear()
    words.use("en")
    yield
    words.use("en")


@pytest.fixture
def theme() -> Theme:
    return Theme(1.0)


@pytest.fixture
def heard() -> list[str]:
    """What was announced, kept up to date."""
    return announce.lines  # type: ignore[return-value]
