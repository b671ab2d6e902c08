"""The debrief works things out while one reads, and is saved as a page."""

from pathlib import Path

import pygame
import pytest

from game.ui.app import App
from game.ui.screens.debrief import Debrief
from game.ui.screens.debrief_work import Work, Writing
from game.ui.screens.sitting import Sitting
from game.ui.screens.why import PartsTable
from game.ui.widgets import announce
from game.ui.widgets.table import Table
from tests.ui.screens.conftest import Make, click, press


def shown(app: App, game: Make, turns: int = 6) -> Debrief:
    screen = Debrief(Sitting(game(turns), kept=False))
    app.start(screen)
    app.frame(0.02)
    return screen


def words(screen: Debrief) -> str:
    return " ".join(f"{each.name} {each.value_text}" for each in screen.widgets())


def test_decisions_are_undone_while_the_window_goes_on(app: App, game: Make) -> None:
    screen = shown(app, game)
    assert screen.work.whole is None  # nothing is worked out before it is asked for
    at = screen.tabs.options.index("Decisions")
    screen.tabs.choose(at)
    assert "season 1 of 6" in screen.work.said or screen.wait.visible
    frames = 0
    while screen.work.whole is None:
        app.frame(0.02)
        frames += 1
        assert frames < 100
    assert frames >= 6
    app.frame(0.02)
    assert any(isinstance(each, Table) for each in screen.body.children)
    assert "Otherwise:" in words(screen)


def test_every_page_names_a_household_beside_its_dead(app: App, game: Make) -> None:
    screen = shown(app, game, 12)
    screen.finish()
    names = [screen.sitting.word(house.id) for house in screen.sitting.session.level.households]
    for at, name in enumerate(screen.tabs.options):
        screen.tabs.choose(at)
        told = words(screen)
        if name in {"Two ledgers", "The people", "The chain", "Decisions", "Other lives"}:
            assert any(each in told for each in names), name
        assert told


def test_it_is_saved_as_a_page(app: App, game: Make, tmp_path: Path) -> None:
    screen = shown(app, game, 2)
    button = screen.form.find("save_page")
    screen.form.focus_on(button)
    press(app, pygame.K_RETURN)
    assert not button.enabled
    frames = 0
    while screen.writing is not None:
        app.frame(0.02)
        frames += 1
        assert frames < 100
    pages = list(tmp_path.rglob("pages/*.html"))
    assert len(pages) == 1
    assert pages[0].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert str(pages[0]) in screen.note.name
    assert any(str(pages[0]) in line for line in announce.lines)
    assert button.enabled


def test_without_matplotlib_the_page_says_how_to_get_it(
    game: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    writing = Writing(Work(Sitting(game(2), kept=False)))
    writing.finish()
    assert writing.failed
    assert "pip install" in writing.said


def test_a_folder_that_cannot_be_written_is_told(
    game: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", "utf-8")
    monkeypatch.setattr("game.places.user_data", lambda: blocked)
    writing = Writing(Work(Sitting(game(2), kept=False)))
    writing.finish()
    assert writing.failed
    assert "can’t be written" in writing.said


def test_before_any_season_there_is_nothing_to_save(app: App, game: Make) -> None:
    screen = shown(app, game, 0)
    assert not screen.save.enabled
    for at in range(len(screen.tabs.options)):
        screen.tabs.choose(at)
        app.frame(0.02)


def test_a_click_on_a_band_opens_what_it_is_made_of(app: App, game: Make) -> None:
    screen = shown(app, game, 16)
    screen.tabs.choose(screen.names.index("Every tonne"))
    app.frame(0.02)
    flows = screen.tonnes.flows
    taken = next(
        at for at, band in enumerate(flows.bands) if band.name == "Taken or found by the state"
    )
    label = list(flows._set(flows.rect))[taken].label
    click(app, label.center)
    assert flows.picked == taken
    assert screen.form.modal is not None
    table = screen.form.modal.inside
    assert isinstance(table, PartsTable)
    opened = table.accounts[0]
    assert opened.figure == "path.state"
    assert opened.value == flows.bands[taken].amount
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_UP)
    assert flows.picked == taken - 1
