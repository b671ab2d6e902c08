"""A pad plays through the focus: posted events, as a device would send them."""

import pygame
import pytest

from game.ui.app import App
from game.ui.screen import FormScreen, Pop
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.slider import Slider

LONG = 0.5


class Plain(FormScreen):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.share = Slider("Fields", 500)
        self.choice = Choice("Hall", ["Closed", "Open"])
        self.button = Button("Go", lambda: self.done.append("go"))
        self.form.add(self.share, self.choice, self.button)
        self.form.on_escape = lambda: self.go(Pop())

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        for at, widget in enumerate((self.share, self.choice, self.button)):
            widget.place(pygame.Rect(20, 20 + 60 * at, 200, 40), theme)


@pytest.fixture
def app() -> App:
    made = App((640, 400), Settings(reduced_motion=True), keep=lambda _s: None)
    made.start(Plain())
    return made


def press(app: App, button: int, kind: int = pygame.CONTROLLERBUTTONDOWN) -> None:
    """A button goes down and up, through the queue of events."""
    up = pygame.CONTROLLERBUTTONUP if kind == pygame.CONTROLLERBUTTONDOWN else pygame.JOYBUTTONUP
    for each in (kind, up):
        pygame.event.post(pygame.event.Event(each, button=button, instance_id=7))
    pump(app)


def pump(app: App) -> None:
    for event in pygame.event.get():
        app.on_event(event)


def test_cross_walks_and_changes_a_presses(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Plain)
    press(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    assert screen.form.focus is screen.share
    assert screen.share.ringed
    press(app, pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
    assert screen.share.value == 510
    press(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    press(app, pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
    assert screen.choice.chosen == 1
    press(app, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)
    assert screen.form.focus is screen.button
    press(app, pygame.CONTROLLER_BUTTON_A)
    assert screen.done == ["go"]
    press(app, pygame.CONTROLLER_BUTTON_LEFTSHOULDER)
    assert screen.form.focus is screen.choice
    press(app, pygame.CONTROLLER_BUTTON_B)
    assert not app.running


def test_a_stick_held_over_repeats_and_stops(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Plain)
    screen.form.focus_on(screen.share)
    axis = {"axis": pygame.CONTROLLER_AXIS_LEFTX, "instance_id": 7}
    pygame.event.post(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis, value=30_000))
    pump(app)
    assert screen.share.value == 510
    app.frame(LONG)
    app.frame(LONG)
    assert screen.share.value == 530
    pygame.event.post(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis, value=300))
    pump(app)
    app.frame(LONG)
    assert screen.share.value == 530


def test_a_pad_without_names_has_a_hat_and_numbers(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Plain)
    for value in ((0, -1), (0, 0), (1, 0), (0, 0)):
        pygame.event.post(pygame.event.Event(pygame.JOYHATMOTION, value=value, instance_id=3))
    pump(app)
    assert screen.form.focus is screen.share
    assert screen.share.value == 510
    press(app, 5, pygame.JOYBUTTONDOWN)
    assert screen.form.focus is screen.choice


def test_a_pad_that_is_pulled_out_lets_go(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Plain)
    screen.form.focus_on(screen.share)
    pygame.event.post(pygame.event.Event(pygame.JOYHATMOTION, value=(1, 0), instance_id=3))
    pygame.event.post(pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    pump(app)
    app.frame(LONG)
    app.frame(LONG)
    assert screen.share.value == 510


def test_unknown_buttons_and_devices_are_left_alone(app: App) -> None:
    app.pad.open()
    for event in (
        pygame.event.Event(pygame.JOYBUTTONDOWN, button=33, instance_id=3),
        pygame.event.Event(pygame.JOYAXISMOTION, axis=2, value=1.0, instance_id=3),
        pygame.event.Event(pygame.JOYDEVICEADDED, device_index=99),
    ):
        app.on_event(event)
    assert app.running
