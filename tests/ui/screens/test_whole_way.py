"""From the content note to the debrief, by keyboard and by mouse."""

import pygame
import pytest

from game.bots import BOTS
from game.ui.app import App
from game.ui.screens import flow
from game.ui.screens.briefing import Briefing
from game.ui.screens.carts import CartsLeave
from game.ui.screens.choose_level import ChooseLevel
from game.ui.screens.debrief import Debrief
from game.ui.screens.removed import Removed
from game.ui.screens.report_desk import ReportDesk
from game.ui.screens.season_figures import SeasonFigures
from game.ui.screens.sitting import Sitting
from game.ui.screens.title import Title
from game.ui.screens.village import Village
from tests.ui.screens.conftest import Make, click, press


def on(app: App) -> None:
    """What a person would press to go on."""
    keys = {Village: pygame.K_e, CartsLeave: pygame.K_SPACE}
    press(app, keys.get(type(app.screen), pygame.K_RETURN))


def to_the_debrief(app: App) -> list[str]:
    seen = []
    for _step in range(90):
        seen.append(type(app.screen).__name__)
        if isinstance(app.screen, Debrief):
            return seen
        if isinstance(app.screen, ReportDesk):
            app.screen.form.focus_on(app.screen.form.find("send"))
        on(app)
    raise AssertionError(f"no debrief, but {seen[-5:]}")


def test_keyboard_from_note_to_debrief(app: App) -> None:
    app.start(flow.note())
    app.frame(0)
    for _screen in ("note", "title", "choose", "briefing"):
        press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    seen = to_the_debrief(app)
    assert {"Village", "ReportDesk", "CartsLeave", "SeasonFigures"} <= set(seen)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)
    assert app.screen.saved is not None


def test_return_on_the_list_opens_the_village_that_is_marked(app: App) -> None:
    app.start(flow.choose())
    app.frame(0)
    screen = app.screen
    assert isinstance(screen, ChooseLevel)
    screen.form.focus_on(screen.list)
    press(app, pygame.K_DOWN)
    press(app, pygame.K_DOWN)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Briefing)
    assert app.screen.sitting.session.level.id == screen.levels[2].id == "terraces"


def test_mouse_through_one_year(app: App, game: Make) -> None:
    app.start(Village(Sitting(game(), kept=False)))
    app.frame(0)
    for key in ("end", "continue", "end", "snap_there", "send", "go_on", "continue"):
        assert app.screen is not None
        widget = next(each for each in app.screen.widgets() if each.key == key)
        click(app, widget.rect.center)
    assert isinstance(app.screen, Village)
    assert app.screen.sitting.session.turn == 2
    last = app.screen.sitting.view.harvests[-1]
    assert last.reported_kg == last.actual.kg


def test_removed_then_debrief(app: App, game: Make) -> None:
    session = game(0)
    while session.removed_turn < 0 and not session.ended:
        session.play_turn(BOTS["honest"])
    if session.removed_turn < 0:
        pytest.skip("the level lets this secretary stay")
    app.start(flow.next_season(Sitting(session, kept=False)))
    assert isinstance(app.screen, Removed)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Debrief)
    assert "After you" in app.screen.names
    assert session.ended


def test_leaving_early(app: App, game: Make) -> None:
    app.start(Village(Sitting(game(3), kept=False)))
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Village)
    menu = app.screen.form.modal
    assert menu is not None
    menu.focus_on(menu.find("to_debrief"))
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Debrief)
    for page in range(len(app.screen.names)):
        app.screen.tabs.choose(page)
        app.frame(0)


def test_debrief_before_any_season(app: App, game: Make) -> None:
    app.start(Debrief(Sitting(game(), kept=False)))
    assert isinstance(app.screen, Debrief)
    for page in range(len(app.screen.names)):
        app.screen.tabs.choose(page)
        app.frame(0)


def test_motion_plays_months(game: Make) -> None:
    from game.ui.settings import Settings

    app = App((1280, 720), Settings(), keep=lambda _settings: None)
    app.start(Village(Sitting(game(2), kept=False)))
    app.frame(0)
    press(app, pygame.K_e)
    assert type(app.screen).__name__ == "Months"
    for _frame in range(12):
        app.frame(0.7)
        for event in pygame.event.get():
            app.on_event(event)
    assert isinstance(app.screen, ReportDesk)
    press(app, pygame.K_TAB)
    assert isinstance(app.screen, ReportDesk)


def test_continue_goes_on_where_it_was(app: App, game: Make) -> None:
    sitting = Sitting(game())
    sitting.end_season()
    app.start(flow.title())
    title = app.screen
    assert isinstance(title, Title)
    assert title.buttons[1].name == "Continue · Summer 1958"
    title.form.focus_on(title.buttons[1])
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    assert app.screen.sitting.session.turn == 1


def test_figures_name_people_beside_deaths(app: App, game: Make) -> None:
    app.start(SeasonFigures(Sitting(game(5), kept=False)))
    assert isinstance(app.screen, SeasonFigures)
    app.frame(0)
    assert app.screen.lines
