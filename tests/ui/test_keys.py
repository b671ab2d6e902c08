"""Keys can be changed, say what they collide with, and never lock anyone out."""

from pathlib import Path

import pygame
import pytest

from game.ui import keys, settings
from game.ui.app import App
from game.ui.keys import ACTIONS, DESK, FIXED, VILLAGE, Keys
from game.ui.screen import FormScreen as Screen
from game.ui.screens.key_page import KeyPage
from game.ui.settings import Settings
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from tests.ui.hands import key


@pytest.fixture(autouse=True)
def _first_keys() -> object:
    keys.use({})
    yield
    keys.use({})


def test_first_keys_do_not_collide_and_have_names() -> None:
    first = Keys()
    assert all(keys.parts(action.first) is not None for action in ACTIONS)
    assert not any(first.collisions(action.id) for action in ACTIONS)
    assert not {action.first for action in ACTIONS} & set(FIXED)


def test_another_key_does_it_and_the_first_one_does_not() -> None:
    keys.use({"orders": "x"})
    turned = keys.translate(key(pygame.K_x), VILLAGE)
    assert (turned.key, turned.raw.key) == (pygame.K_o, pygame.K_x)
    up = keys.translate(pygame.event.Event(pygame.KEYUP, key=pygame.K_x, mod=0), VILLAGE)
    assert up.key == pygame.K_o
    assert keys.translate(key(pygame.K_o), VILLAGE).key == pygame.K_UNKNOWN
    assert keys.translate(key(pygame.K_o)).key == pygame.K_o, "elsewhere it means nothing special"


def test_a_key_means_different_things_on_different_screens() -> None:
    keys.use({"send": "x"})
    assert keys.translate(key(pygame.K_x), DESK).key == pygame.K_s
    assert keys.translate(key(pygame.K_x), VILLAGE).key == pygame.K_x
    assert keys.translate(key(pygame.K_s), VILLAGE).key == pygame.K_s


def test_with_control_and_typed_letters_stay() -> None:
    keys.use({"undo": "u", "orders": "5"})
    turned = keys.translate(key(pygame.K_u), VILLAGE)
    assert turned.key == pygame.K_z
    assert turned.mod & pygame.KMOD_CTRL
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_5, mod=0, unicode="5")
    assert keys.translate(event, VILLAGE).unicode == "5"


def test_collisions_only_where_screens_meet() -> None:
    both = Keys({"orders": "l"})
    assert [other.id for other in both.collisions("orders")] == ["layers"]
    assert [other.id for other in both.collisions("layers")] == ["orders"]
    assert not Keys({"send": "o"}).collisions("send")
    assert Keys({"undo": "o"}).collisions("orders")


def test_unknown_choices_are_left_out() -> None:
    told = {"orders": "no such key", "nothing": "x", "layers": "ctrl+"}
    assert Keys(told).chosen == {}


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[App, KeyPage]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    app = App((1280, 720), Settings(reduced_motion=True))
    shown = KeyPage()
    app.start(shown)
    return app, shown


def test_a_key_is_taken_kept_and_told(page: tuple[App, KeyPage], heard: list[str]) -> None:
    app, shown = page
    row = shown.rows["orders"]
    shown.form.focus_on(row)
    app.on_event(key(pygame.K_RETURN))
    assert row.takes_keys
    app.on_event(key(pygame.K_l))
    assert settings.load().keys == {"orders": "l"}
    assert "Next map layer" in row.value_text
    assert "Orders" in shown.rows["layers"].value_text
    assert any("The same key as: Next map layer" in line for line in heard)
    button = Button("Orders", action="orders", hint="All other orders")
    assert button.tip == "All other orders (L)"
    app.on_event(key(pygame.K_BACKSPACE))
    assert settings.load().keys == {}
    assert not row.trouble


def test_tab_and_escape_cannot_be_given_away(page: tuple[App, KeyPage]) -> None:
    app, shown = page
    row = shown.rows["end"]
    shown.form.focus_on(row)
    for code, refused in ((pygame.K_TAB, True), (pygame.K_ESCAPE, False)):
        app.on_event(key(pygame.K_RETURN))
        app.on_event(key(code))
        assert row.told == "e"
        assert ("always means" in row.trouble) is refused
    assert app.screen is shown, "Escape ended the waiting, not the page"


def test_a_changed_key_can_be_changed_again(page: tuple[App, KeyPage]) -> None:
    app, shown = page
    keys.use({"orders": "x"})
    row = shown.rows["end"]
    shown.form.focus_on(row)
    app.on_event(key(pygame.K_RETURN))
    app.on_event(key(pygame.K_o))
    assert row.told == "o", "the key as it was pressed, not what it was turned into"


def test_of_two_with_one_key_the_hint_names_the_one_that_works() -> None:
    keys.use({"layers": "o"})
    assert keys.translate(key(pygame.K_o), VILLAGE).key == pygame.K_o
    assert Button("Orders", action="orders", hint="All other orders").tip == "All other orders (O)"
    assert Button("Map layers", action="layers", hint="A figure").tip == "A figure"
    assert Button("Map layers", action="layers").tip == ""
    keys.use({"layers": "f2"})
    assert not keys.shown("layers")
    assert keys.shown("read") == "F2"
    assert all(Keys().works(action.id) for action in ACTIONS)


def test_who_leaves_with_a_key_given_twice_is_asked_once(page: tuple[App, KeyPage]) -> None:
    app, shown = page
    below = Screen()
    app.stack.insert(0, below)
    row = shown.rows["reload"]
    shown.form.focus_on(row)
    app.on_event(key(pygame.K_RETURN))
    app.on_event(key(pygame.K_o))
    app.frame(0)
    body = shown.body.rect
    assert row.trouble
    assert body.contains(row.outline()), "the row and its red line are in sight"
    app.on_event(key(pygame.K_RETURN))
    app.on_event(key(pygame.K_ESCAPE))
    assert row.trouble, "nothing was changed: it still collides"
    app.on_event(key(pygame.K_ESCAPE))
    dialog = shown.form.modal
    assert isinstance(dialog, Dialog)
    assert (
        "“Reload a level that is being edited” has the same key as “Orders”: O." in dialog.question
    )
    app.on_event(key(pygame.K_ESCAPE))
    assert shown.form.modal is None
    assert app.screen is shown
    app.on_event(key(pygame.K_ESCAPE))
    app.on_event(key(pygame.K_RETURN))
    assert app.screen is shown
    assert shown.form.focus is row, "stay: at the row that has no key"
    app.on_event(key(pygame.K_ESCAPE))
    app.on_event(key(pygame.K_LEFT))
    app.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=pygame.KMOD_SHIFT))
    app.on_event(key(pygame.K_RETURN))
    assert app.screen is below


def test_who_leaves_without_is_not_asked(page: tuple[App, KeyPage]) -> None:
    app, _shown = page
    below = Screen()
    app.stack.insert(0, below)
    app.on_event(key(pygame.K_ESCAPE))
    assert app.screen is below


def test_a_refusal_has_room_for_its_line(page: tuple[App, KeyPage]) -> None:
    app, shown = page
    row = shown.rows["end"]
    shown.form.focus_on(row)
    before = row.rect.height
    app.on_event(key(pygame.K_RETURN))
    app.on_event(key(pygame.K_TAB))
    assert row.trouble
    assert row.rect.height > before
