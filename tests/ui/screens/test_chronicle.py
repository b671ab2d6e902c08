"""The chronicle by keyboard: searched, read, followed, reached from messages and by F1."""

import pygame

from game.levelfiles.chronicle import chronicle
from game.ui.app import App
from game.ui.links import entries_of, entry_of, tip_of
from game.ui.screens import flow
from game.ui.screens.chronicle import Chronicle
from game.ui.screens.registry import build
from game.ui.screens.village import Village
from game.ui.widgets import announce
from game.ui.widgets.button import Button
from tests.ui.screens.conftest import Make, press


def typed(app: App, text: str) -> None:
    for sign in text:
        app.on_event(pygame.event.Event(pygame.TEXTINPUT, text=sign))
    app.frame(0.02)


def opened(app: App, key: str = "") -> Chronicle:
    screen = flow.chronicle(key)
    assert isinstance(screen, Chronicle)
    app.start(screen)
    app.frame(0.02)
    return screen


def test_it_is_searched_and_read_by_keyboard(app: App) -> None:
    screen = opened(app)
    assert len(screen.shown) == len(chronicle().entries)
    typed(app, "shitang")
    assert [entry.key for entry in screen.shown][:1] == ["dining_hall"]
    assert any("entr" in line for line in announce.lines)
    while screen.form.focus is not screen.list:
        press(app, pygame.K_TAB)
    press(app, pygame.K_DOWN)
    assert "dining hall" in screen.name.name
    assert "公共食堂" in screen.facts.name
    assert screen.source.name.startswith("Source: ")
    press(app, pygame.K_ESCAPE)
    assert not app.running or app.screen is not screen


def test_a_word_that_is_nowhere_leaves_the_entry_open(app: App) -> None:
    screen = opened(app)
    before = screen.name.name
    typed(app, "zzzz")
    assert screen.shown == []
    assert not screen.list.visible
    assert screen.name.name == before
    for _sign in "zzzz":
        press(app, pygame.K_BACKSPACE)
    assert len(screen.shown) == len(chronicle().entries)


def test_one_entry_leads_to_another(app: App) -> None:
    screen = opened(app, "lushan")
    assert "Lushan" in screen.name.name
    button = screen.form.find("see_anti_right_deviation")
    assert isinstance(button, Button)
    button.press()
    assert "Anti-Right" in screen.name.name


def test_the_kinds_are_shown_alone(app: App) -> None:
    screen = opened(app)
    screen.kind.choose(3)
    assert {entry.kind for entry in screen.shown} == {"meetings"}


def test_f1_opens_it_at_what_has_the_focus(app: App) -> None:
    screen = build("sources")
    app.start(screen)
    app.frame(0.02)
    press(app, pygame.K_F1)
    assert isinstance(app.screen, Chronicle)
    press(app, pygame.K_F1)
    press(app, pygame.K_ESCAPE)
    assert app.screen is screen


def test_words_lead_to_entries() -> None:
    hall = Button("Dining hall", lambda: None, hint="Closed, voluntary or compulsory")
    found = entry_of(hall)
    assert found is not None
    assert found.key == "dining_hall"
    assert "F1" in tip_of(hall)
    assert "F1" in tip_of(Button("Dining hall", lambda: None))
    assert tip_of(Button("Quit", lambda: None, hint="The end")) == "The end"
    assert entries_of("", "lushan_letter")[0].key == "lushan"


def test_a_message_leads_to_its_entry(app: App, game: Make) -> None:
    screen = build("map", game(2))
    assert isinstance(screen, Village)
    app.start(screen)
    app.frame(0.02)
    screen.bottom.more.press()  # past what the county set
    screen.bottom.message.press()
    dialog = screen.form.modal
    assert dialog is not None
    names = [widget.name for widget in dialog.walk() if isinstance(widget, Button)]
    names = [name.removeprefix("In the chronicle: ") for name in names]
    book = [entry.english.lower() for entry in chronicle().entries.values()]
    assert any(name.lower() in book for name in names), names


def test_households_speak_in_every_season(app: App, game: Make) -> None:
    for turns in (0, 3, 8, 12):
        screen = build("map", game(turns))
        assert isinstance(screen, Village)
        told = [text for voice, text in screen.bottom.messages() if voice == "From the village"]
        assert told
        names = [screen.sitting.word(house.id) for house in screen.sitting.session.level.households]
        assert any(name in text for text in told for name in names), told
