"""The list of saved games does what it says: Enter takes the row, and one comes back to it."""

from pathlib import Path

import pygame
import pytest

from game.bots import BOTS
from game.play import saves
from game.play.saves import Kept
from game.ui import play
from game.ui.app import App
from game.ui.screens import flow, wanted
from game.ui.screens.choose_level import ChooseLevel
from game.ui.screens.content_note import ContentNote
from game.ui.screens.saved import SavedGames
from game.ui.screens.since import Since
from game.ui.screens.village import Village
from game.ui.widgets import announce
from tests.ui.screens.conftest import Make, press


def test_enter_on_a_row_takes_it_and_back_comes_back_to_it(app: App, game: Make) -> None:
    session = game(1)
    saves.autosave(session)
    session.play_on(BOTS["historical"], 1)
    saves.autosave(session)
    app.start(flow.saved())
    page = app.screen
    assert isinstance(page, SavedGames)
    assert page.form.focus is page.list
    older = len(page.found) - 1
    assert older > 0
    press(app, pygame.K_END)
    chosen = page.chosen
    assert chosen is page.found[older]
    press(app, pygame.K_RETURN)
    told = app.screen
    assert isinstance(told, Since), "later seasons are kept"
    press(app, pygame.K_ESCAPE)
    again = app.screen
    assert isinstance(again, SavedGames)
    assert again.chosen == chosen
    press(app, pygame.K_HOME)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)


def test_enter_on_a_broken_row_says_why(app: App, tmp_path: Path) -> None:
    heard: list[str] = []
    broken = Kept(tmp_path / "old.json", "An old game", reason="it is cut off")
    assert broken.broken
    page = SavedGames([broken])
    app.start(page)
    announce.sinks.append(heard.append)
    try:
        press(app, pygame.K_RETURN)
    finally:
        announce.sinks.remove(heard.append)
    assert app.screen is page
    assert any("It is cut off." in line for line in heard)


def test_a_marked_row_far_down_is_in_view(app: App, tmp_path: Path) -> None:
    found = [Kept(tmp_path / f"{at}.json", f"Game {at}") for at in range(40)]
    page = SavedGames(found, at=found[30].path)
    app.start(page)
    app.frame(0)
    assert page.list.selected == 30
    assert page.list.first <= 30 < page.list.first + page.list.shown


@pytest.mark.parametrize("seed", [None, 7, 123_456])
def test_a_new_game_begins_with_what_the_command_line_said(app: App, seed: int | None) -> None:
    try:
        first = play._first(None, seed, open_books=seed is None)
        assert isinstance(first, ContentNote)
        app.start(flow.choose())
        page = app.screen
        assert isinstance(page, ChooseLevel)
        assert page.seed.value == (1 if seed is None else seed)
        assert page.books.chosen == (0 if seed is None else 1)
        assert ("only on the day it is weighed" in page.books_note.name) == (seed is not None)
    finally:
        wanted.want(wanted.Wanted())
