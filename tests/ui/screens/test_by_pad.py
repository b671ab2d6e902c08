"""From the title to the debrief of First Harvest with a gamepad alone: posted events only."""

import pygame

from game.ui import settings
from game.ui.app import App
from game.ui.screen import FormScreen
from game.ui.screens import flow
from game.ui.screens.debrief import Debrief
from game.ui.screens.village import Village
from game.ui.settings import Settings

RIGHT, LEFT = pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, pygame.CONTROLLER_BUTTON_LEFTSHOULDER
A, B, X = pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B, pygame.CONTROLLER_BUTTON_X
MORE = pygame.CONTROLLER_BUTTON_DPAD_RIGHT
MOST_STEPS = 60  # to anything on a screen


def pad(app: App, *buttons: int) -> None:
    """Buttons go down and up, through the queue of events."""
    for button in buttons:
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, button=button, instance_id=7))
        for event in pygame.event.get():
            app.on_event(event)
        app.frame(0.02)


def focus(app: App) -> str:
    assert isinstance(app.screen, FormScreen)
    held = (app.screen.form.modal or app.screen.form).focus
    return held.key if held is not None else ""


def walk_to(app: App, key: str) -> None:
    """The shoulders go from thing to thing."""
    for _step in range(MOST_STEPS):
        if focus(app) == key:
            return
        pad(app, RIGHT)
    raise AssertionError(f"the pad never comes to {key} on {type(app.screen).__name__}")


def test_title_to_debrief_with_a_pad(app: App) -> None:
    chosen = Settings(reduced_motion=True, guide=False)
    settings.save(chosen)
    app.settings = chosen
    app.start(flow.title())
    app.frame(0)
    pad(app, A)  # a new game
    walk_to(app, "begin")
    pad(app, A)  # the first village: its briefing
    walk_to(app, "begin")
    pad(app, A)
    assert isinstance(app.screen, Village)
    session = app.screen.sitting.session
    assert session.level.id == "first_harvest"
    walk_to(app, "labour0")
    pad(app, MORE)
    pad(app, X)  # the orders
    walk_to(app, "ration")
    pad(app, MORE, MORE, B)
    assert {order.kind for order in session.given} == {"labour", "ration"}
    act = {
        "Village": ("end",), "ReportDesk": ("snap_there", "send"), "CartsLeave": ("go_on",),
        "SeasonFigures": ("continue",),
    }  # fmt: skip
    for _screen in range(40):
        if isinstance(app.screen, Debrief):
            break
        for key in act[type(app.screen).__name__]:
            walk_to(app, key)
            pad(app, A)
    assert isinstance(app.screen, Debrief)
    assert session.ended
    assert all(one.reported_kg == one.actual.kg for one in session.history[-1].harvests)
    before = app.screen.tabs.chosen
    walk_to(app, app.screen.tabs.key)
    pad(app, MORE)
    assert app.screen.tabs.chosen == before + 1
