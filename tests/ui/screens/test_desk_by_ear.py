"""The report desk, and what lies over other screens, by keyboard and by ear."""

from collections.abc import Callable

import pygame
import pytest

from game.bots import BOTS
from game.play.notes import RULES, Note
from game.ui.app import App
from game.ui.screen import FormScreen
from game.ui.screens import flow
from game.ui.screens.debrief import Debrief
from game.ui.screens.removed import Removed
from game.ui.screens.report_desk import ReportDesk
from game.ui.screens.season_figures import SeasonFigures
from game.ui.screens.since import Since
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from game.ui.settings import Settings
from game.ui.widgets import announce
from tests.ui.screens.conftest import Make, press


def heard(app: App, *keys: int, unicode: str = "", mod: int = 0) -> list[str]:
    """What is said after some keys."""
    announce.lines.clear()
    for key in keys:
        press(app, key, unicode, mod)
    app.frame(0.02)
    return list(announce.lines)


@pytest.fixture
def at_desk(game: Make) -> Callable[[App], ReportDesk]:
    """The desk of the second summer, in closed books."""

    def start(app: App) -> ReportDesk:
        sitting = Sitting(game(5, False), kept=False)
        sitting.end_season()
        desk = ReportDesk(sitting)
        app.start(desk)
        app.frame(0)
        return desk

    return start


def take(app: App, key: str) -> None:
    """Press a button of the menu."""
    assert isinstance(app.screen, FormScreen)
    menu = app.screen.form.modal
    assert menu is not None, "there is no menu"
    menu.focus_on(menu.find(key))
    press(app, pygame.K_RETURN)


def test_escape_at_the_desk_opens_the_menu_and_leads_back(
    app: App, at_desk: Callable[[App], ReportDesk]
) -> None:
    desk = at_desk(app)
    press(app, pygame.K_LEFT)
    figure = desk.sitting.view.report_kg
    assert heard(app, pygame.K_ESCAPE)[0].startswith("Menu. ")
    take(app, "to_settings")
    press(app, pygame.K_ESCAPE)
    assert app.screen is desk
    assert desk.writing.figure.value == desk.sitting.view.report_kg == figure
    press(app, pygame.K_ESCAPE)
    take(app, "to_debrief")
    assert isinstance(app.screen, Debrief)


def test_escape_after_the_season_and_after_removal(app: App, game: Make) -> None:
    app.start(SeasonFigures(Sitting(game(2), kept=False)))
    press(app, pygame.K_ESCAPE)
    take(app, "go_on")
    assert isinstance(app.screen, SeasonFigures)
    session = game(0)
    while session.removed_turn < 0 and not session.ended:
        session.play_turn(BOTS["honest"])
    assert session.removed_turn >= 0
    announce.lines.clear()
    app.start(flow.next_season(Sitting(session, kept=False)))
    assert isinstance(app.screen, Removed)
    said = list(announce.lines)
    assert any("You have been removed. Comrade Meng" in line for line in said)
    assert any(line.startswith("What lowered the standing: ") for line in said)
    press(app, pygame.K_ESCAPE)
    take(app, "to_debrief")
    assert isinstance(app.screen, Debrief)
    assert session.ended  # the successor has played on, as from the page's own button


def test_undo_says_what_it_took_back(app: App, at_desk: Callable[[App], ReportDesk]) -> None:
    desk = at_desk(app)
    before = desk.writing.figure.value_text
    press(app, pygame.K_PAGEUP)
    after = desk.writing.figure.value_text
    assert before != after
    told = heard(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert told == [f"Order taken back. The figure for the county: {before}"]
    told = heard(app, pygame.K_y, mod=pygame.KMOD_CTRL)
    assert told == [f"Order given again. The figure for the county: {after}"]
    desk.form.focus_on(desk.writing.deliver)
    press(app, pygame.K_LEFT)
    told = heard(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert told == ["Order taken back. Deliver of what is demanded: 100%"]
    for _each in range(2):
        told = heard(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert told == ["There is no order to take back"]


def test_the_scales_are_heard(app: App, at_desk: Callable[[App], ReportDesk]) -> None:
    desk = at_desk(app)
    left = desk.sitting.view.weighings_left
    desk.form.focus_on(desk.scales[1])
    told = heard(app, pygame.K_RETURN)
    unit = desk.sitting.view.units[1]
    shown = desk.table.rows[1][4]
    assert told == [f"{unit.name} was weighed: {shown}. {left - 1} weighings are left."]
    assert unit.name in heard(app, pygame.K_RETURN)[0]  # refused, and of which brigade


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_focus_is_in_sight_in_large_letters(
    scale: float, at_desk: Callable[[App], ReportDesk]
) -> None:
    app = App((1280, 720), Settings(reduced_motion=True), scale, keep=lambda _settings: None)
    desk = at_desk(app)
    form, figure = desk.form, desk.writing.figure
    assert not form.sees(figure)
    assert desk.body.offset == 0
    assert form.focus is desk.table
    assert form.sees(desk.table)
    form.focus_on(figure)
    assert form.sees(figure)
    desk.body.scroll_to(0)
    app.frame(1.0)
    assert not form.tooltip.visible  # of what is out of sight
    press(app, pygame.K_LEFT)
    assert form.sees(figure)
    desk.body.scroll_to(0)
    press(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert form.sees(figure)
    app.frame(1.0)
    assert form.tooltip.visible


def test_each_order_says_what_it_is_about(app: App, game: Make) -> None:
    village = Village(Sitting(game(8), kept=False)).with_orders()
    app.start(village)
    for tab in (0, 1):
        village.drawer.tabs.choose(tab)
        assert village.drawer.rows
        for row in village.drawer.rows:
            for control in row.controls:
                told = control.described()
                assert told.startswith(row.title.name)
                assert row.note.name.rstrip(".") in told
    village.drawer.tabs.choose(0)
    iron = village.form.find("scrap").described()
    assert iron.startswith("Iron from pots and tools: of the iron, slider: ")


def test_one_comes_back_to_the_message_that_stands_there(app: App, game: Make) -> None:
    village = Village(Sitting(game(8), kept=False))
    app.start(village)
    heard(app, pygame.K_m)
    told = heard(app, pygame.K_m)[-1]
    assert "(3 of " in told
    heard(app, pygame.K_b)
    assert heard(app, pygame.K_ESCAPE)[0].endswith(told)


def test_after_a_dialog_one_hears_what_has_the_focus(app: App, game: Make) -> None:
    village = Village(Sitting(game(8, False), kept=False))
    app.start(village)
    chart = village.right.chart
    village.form.focus_on(chart)
    heard(app, pygame.K_SLASH, unicode="?")
    heard(app, pygame.K_F1)
    over = heard(app, pygame.K_ESCAPE)  # the chronicle, which lay over the dialog
    assert over[-1] == "Close, button"
    assert over[0].startswith(chart.name)
    assert heard(app, pygame.K_ESCAPE) == [chart.described()]
    assert heard(app, pygame.K_LEFT)[-1].count(" between ") == 1  # the band of what was not weighed


def test_what_changed_since_a_save_is_read_out(app: App, game: Make) -> None:
    announce.lines.clear()
    note = Note(RULES, 3)
    app.start(Since(game(0).level, [note], own_branch=True, then=flow.title()))
    said = list(announce.lines)
    assert any("from winter 1958 on" in line.lower() for line in said)
    assert any("Later seasons of this game are kept." in line for line in said)
    assert said[-1] == "Go on, button"
