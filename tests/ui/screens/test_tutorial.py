"""The guide of First Harvest: all of it by keyboard; left and taken up again."""

from pathlib import Path

import pygame
import pytest

from game.bots import SUCCESSOR
from game.places import levels
from game.play.session import Session
from game.ui import settings
from game.ui.app import App
from game.ui.screen import FormScreen
from game.ui.screens import flow
from game.ui.screens.debrief import Debrief
from game.ui.screens.sitting import Sitting
from game.ui.settings import Settings
from game.ui.tutorial import Companion
from game.ui.widgets import announce
from tests.ui.screens.conftest import click, press

LEVEL = levels() / "first_harvest"


def sitting(turns: int = 0) -> Sitting:
    session = Session.begin(LEVEL, 3, True, successor=SUCCESSOR)
    made = Sitting(session, kept=False)
    for _turn in range(turns):
        made.end_season()
        if session.phase == "desk":
            made.close()
    return made


def companion(app: App) -> Companion | None:
    assert isinstance(app.screen, FormScreen)
    found = [one for one in app.screen.form.children if isinstance(one, Companion)]
    return found[0] if found and found[0].visible else None


def rest(app: App) -> None:
    for _frame in range(3):
        app.frame(0.2)


def do_the_act(app: App, act: str) -> None:
    """What a person at the keyboard does: G goes to the thing, then the thing is used."""
    press(app, pygame.K_g)
    keys = {
        "next": (), "order": (pygame.K_RIGHT,), "select": (pygame.K_DOWN,),
        "why": (pygame.K_DOWN, pygame.K_RETURN), "screen": (pygame.K_RETURN,),
    }.get(act, (pygame.K_RETURN,))  # fmt: skip
    for key in keys:
        press(app, key)
    form = app.screen.form if isinstance(app.screen, FormScreen) else None
    if act == "why" and form is not None and form.modal is not None:
        press(app, pygame.K_ESCAPE)
    rest(app)


def test_every_step_by_keyboard_to_the_debrief(app: App) -> None:
    game = sitting()
    app.start(flow.village(game))
    seen = []
    for _step in range(200):
        rest(app)
        shown = companion(app)
        if isinstance(app.screen, Debrief) and game.guide.step is None:
            break
        if shown is None:  # a screen between two steps: go on as one would
            on = {"Ledger": pygame.K_ESCAPE, "Village": pygame.K_e}
            press(app, on.get(type(app.screen).__name__, pygame.K_RETURN))
            continue
        step = game.guide.step
        assert step is not None
        if step.id not in seen:
            seen.append(step.id)
            assert shown.words.name == game.word(step.id)
            assert game.word(step.id) in announce.lines
            if step.point[0]:
                assert shown.target is not None, f"{step.id} points at nothing"
                assert not shown.rect.colliderect(shown.target), f"{step.id} hides its thing"
        do_the_act(app, step.until[0])
    assert [step.id for step in game.guide.steps] == seen


def test_months_that_are_shown_pass_over_nothing() -> None:
    app = App((1280, 720), Settings(), keep=lambda _settings: None)
    game = sitting()
    app.start(flow.village(game))
    press(app, pygame.K_e)
    assert type(app.screen).__name__ == "Months"
    rest(app)
    press(app, pygame.K_RETURN)
    rest(app)
    shown = companion(app)
    assert shown is not None
    assert game.guide.step is not None
    assert (game.guide.step.turn, game.guide.step.screen) == (1, "figures")


def test_a_book_that_is_closed_again_stops_nobody(app: App) -> None:
    game = sitting(turns=3)
    app.start(flow.village(game))
    rest(app)
    assert game.guide.step is not None
    assert game.guide.step.until == ("screen", "ledger")
    press(app, pygame.K_b)
    rest(app)
    assert game.guide.step.screen == "ledger"
    press(app, pygame.K_ESCAPE)  # without reading what the guide says there
    rest(app)
    shown = companion(app)
    assert shown is not None
    assert (game.guide.step.turn, game.guide.step.screen) == (3, "village")


def test_an_act_done_otherwise_counts_too(app: App) -> None:
    game = sitting()
    app.start(flow.village(game))
    press(app, pygame.K_g)
    assert game.guide.step is not None
    assert game.guide.step.until == ("order", "labour")
    from game.sim.orders import Order

    assert game.give([Order("labour", "Pear Hill", (800, 0, 0, 200))]) is None
    rest(app)
    assert game.guide.step.until[0] == "select"


def test_an_ended_season_passes_over_its_steps(app: App) -> None:
    game = sitting()
    app.start(flow.village(game))
    press(app, pygame.K_e)
    rest(app)
    assert game.guide.step is not None
    assert game.guide.step.turn == 1


def test_left_and_taken_up_again_where_it_was(tmp_path: Path) -> None:
    app = App((1280, 720), Settings(reduced_motion=True))
    game = sitting()
    app.start(flow.village(game))
    rest(app)
    press(app, pygame.K_g)
    shown = companion(app)
    assert shown is not None
    click(app, shown.leave.rect.center)
    rest(app)
    assert companion(app) is None
    assert settings.load().guide is False
    assert game.guide.at == 1
    again = sitting()  # another game, as after a new start: it stays away
    app.start(flow.village(again))
    rest(app)
    assert companion(app) is None
    app.start(flow.village(game))
    press(app, pygame.K_ESCAPE)
    menu = app.screen.form.modal  # type: ignore[union-attr]
    assert menu is not None
    menu.focus_on(menu.find("guide_again"))
    press(app, pygame.K_RETURN)
    rest(app)
    assert settings.load().guide is True
    assert companion(app) is not None
    assert game.guide.at == 1


def test_the_settings_put_it_away_and_bring_it_back() -> None:
    app = App((1280, 720), Settings(reduced_motion=True))
    game = sitting()
    app.start(flow.village(game))
    for shown in (False, True):
        press(app, pygame.K_ESCAPE)
        menu = app.screen.form.modal  # type: ignore[union-attr]
        assert menu is not None
        menu.focus_on(menu.find("to_settings"))
        press(app, pygame.K_RETURN)
        page = app.screen
        assert isinstance(page, FormScreen)
        page.form.focus_on(page.form.find("guide_on"))
        press(app, pygame.K_SPACE)
        press(app, pygame.K_ESCAPE)
        rest(app)
        assert (companion(app) is not None) == shown


def test_a_resumed_game_goes_on_at_its_season(app: App) -> None:
    app.start(flow.village(sitting(turns=2)))
    rest(app)
    shown = companion(app)
    assert shown is not None
    assert shown.guide.step is not None
    assert (shown.guide.step.turn, shown.guide.step.screen) == (2, "village")


@pytest.mark.parametrize("scale", [0.75, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080)])
def test_the_slip_lies_in_the_window_at_every_size(size: tuple[int, int], scale: float) -> None:
    app = App(size, Settings(reduced_motion=True), scale, keep=lambda _settings: None)
    app.start(flow.village(sitting()))
    rest(app)
    shown = companion(app)
    assert shown is not None
    assert pygame.Rect((0, 0), size).contains(shown.rect)
    theme = shown.theme
    assert shown.words.rect.height >= shown.words.height(shown.words.rect.width, theme)
    assert shown.words.rect.bottom <= shown.go.rect.top
    assert not shown.leave.rect.colliderect(shown.go.rect)


def test_where_panels_are_pages_the_right_one_is_opened() -> None:
    app = App((1280, 720), Settings(reduced_motion=True), 1.5, keep=lambda _settings: None)
    game = sitting()
    app.start(flow.village(game))
    rest(app)
    for key, act in (("labour0", pygame.K_RIGHT), ("brigades", pygame.K_DOWN)):
        press(app, pygame.K_g)
        shown = companion(app)
        assert shown is not None
        form = app.screen.form  # type: ignore[union-attr]
        assert form.focus is not None
        assert form.focus.key == key
        assert shown.target == form.focus.rect
        press(app, act)
        rest(app)
    assert game.guide.step is not None
    assert game.guide.step.until[0] == "orders"


def test_a_level_without_a_tutorial_has_no_guide(app: App) -> None:
    session = Session.begin(levels() / "willow_bend", 1, True, successor=SUCCESSOR)
    app.start(flow.village(Sitting(session, kept=False)))
    rest(app)
    assert companion(app) is None
