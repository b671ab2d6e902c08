"""The window: scale, stack, settings, pictures without a screen."""

from pathlib import Path

import pygame
import pytest

from game.ui import atlas, settings
from game.ui.app import App
from game.ui.play import first_size
from game.ui.screen import FormScreen, Pop, Push, Quit, Replace, Restyle
from game.ui.settings import Settings
from game.ui.theme import Theme, scale_for
from game.ui.widgets.button import Button
from tests.ui.hands import key

CTRL = pygame.KMOD_LCTRL


class Page(FormScreen):
    """A screen with one button."""

    def __init__(self, name: str = "page") -> None:
        super().__init__()
        self.announce_on_enter = name
        self.button = Button("Go", lambda: self.go(Push(Page("next"))), "seal", key="go")
        self.form.add(self.button)

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        width = self.button.width(theme)
        self.button.place(pygame.Rect(20, 20, width, self.button.height(width, theme)), theme)


@pytest.fixture
def kept() -> list[Settings]:
    return []


@pytest.fixture
def app(kept: list[Settings]) -> App:
    app = App((1280, 720), Settings(), keep=kept.append)
    app.start(Page())
    return app


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5)])
def test_the_scale_follows_the_height_of_the_window(size: tuple[int, int], scale: float) -> None:
    assert App(size, Settings(), keep=lambda _: None).theme.scale == scale


def test_control_plus_and_minus_change_the_scale_at_once(app: App, kept: list[Settings]) -> None:
    before = app.screen.button.rect.width
    for _ in range(6):
        app.on_event(key(pygame.K_PLUS, CTRL))
    assert app.theme.scale == 2.25
    assert app.screen.button.rect.width > before
    assert kept[-1].ui_scale_pc == 225
    app.on_event(key(pygame.K_MINUS, CTRL))
    assert app.theme.scale == 2.0
    app.on_event(key(pygame.K_0, CTRL))
    assert app.theme.scale == 1.0


def test_the_scale_stays_in_its_range(app: App) -> None:
    app.rescale(999)
    assert app.theme.scale == 3.0
    app.rescale(-999)
    assert app.theme.scale == 0.75


def test_screens_are_pushed_replaced_and_popped(app: App, heard: list[str]) -> None:
    app.screen.form.focus_on(app.screen.button)
    app.on_event(key(pygame.K_RETURN))
    assert [screen.announce_on_enter for screen in app.stack] == ["page", "next"]
    assert heard[-1] == "next"
    app.apply(Replace(Page("other")))
    app.apply(Pop())
    assert app.screen.announce_on_enter == "page"
    app.apply(Pop())
    assert not app.running


def test_quitting_ends_the_game(app: App) -> None:
    app.on_event(pygame.Event(pygame.QUIT))
    assert not app.running
    assert not app.frame(0.1)
    app.apply(Quit())


def test_new_settings_restyle_the_screen(app: App, kept: list[Settings]) -> None:
    app.apply(Restyle(Settings(high_contrast=True, ui_scale_pc=150)))
    assert app.theme == Theme(1.5, high_contrast=True)
    assert app.screen.theme == app.theme
    assert kept


def test_nothing_is_shown_again_while_nothing_changes(app: App) -> None:
    assert app.frame(0.016)
    assert not app.frame(0.016)
    app.on_event(key(pygame.K_TAB))
    assert app.frame(0.016)


def test_a_picture_can_be_taken_without_a_screen(app: App, tmp_path: Path) -> None:
    app.shot(tmp_path / "shot.png")
    shot = pygame.image.load(str(tmp_path / "shot.png"))
    assert shot.get_size() == (1280, 720)
    assert shot.get_at((30, 40))[:3] == app.theme.colours.seal


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    chosen = Settings(ui_scale_pc=125, reduced_motion=True)
    settings.save(chosen, path)
    assert settings.load(path) == chosen


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"ui_scale_pc": "big", "edge_pan": 3}', "\0"])
def test_an_unreadable_file_gives_the_defaults_and_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert settings.load(path) == Settings()
    assert path.read_text(encoding="utf-8") == text


def test_an_unreadable_file_is_set_aside_when_saving(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{broken", encoding="utf-8")
    settings.save(Settings(), path)
    assert (tmp_path / "settings.unreadable.json").read_text(encoding="utf-8") == "{broken"
    assert settings.load(path) == Settings()


def test_unknown_settings_of_a_newer_game_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"volume": 3, "ui_scale_pc": 150}', encoding="utf-8")
    settings.save(Settings(ui_scale_pc=100), path)
    assert '"volume": 3' in path.read_text(encoding="utf-8")


def test_a_missing_icon_is_a_plain_square() -> None:
    assert atlas.icon("no such icon", 20).get_size() == (20, 20)


def test_every_icon_the_widgets_name_is_drawn() -> None:
    if atlas.load("icons@20") is None:
        pytest.skip("the icons are not drawn yet")
    assert atlas.icon("warning", 20) is not atlas._square(20)


def test_the_loop_runs_until_the_window_is_closed(kept: list[Settings]) -> None:
    app = App((640, 400), Settings(), keep=kept.append)
    pygame.event.post(key(pygame.K_TAB))
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run(Page())
    assert not app.running


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1366, 768), (1280, 720)), ((1024, 600), (1280, 720)), ((1920, 1080), (1600, 900)),
        ((3840, 2160), (3200, 1800)),
    ],
)  # fmt: skip
def test_the_first_window_can_be_read_on_a_large_screen(
    screen: tuple[int, int], window: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [screen])
    assert first_size() == window
    assert scale_for(window[1], window[0]) == window[0] / 1280
