"""Saved games, the timeline, looking back, branching, lives side by side: by the keyboard."""

import shutil
from pathlib import Path

import pygame
import pytest

from game.bots import BOTS, SUCCESSOR
from game.play import saves
from game.play.lives import branched
from game.play.told import of_session
from game.reports import branches
from game.sim.orders import Order
from game.ui.app import App
from game.ui.screens import flow
from game.ui.screens.beside import Beside
from game.ui.screens.report_desk import ReportDesk
from game.ui.screens.saved import SavedGames
from game.ui.screens.since import Since
from game.ui.screens.sitting import Sitting
from game.ui.screens.timeline import Timeline
from game.ui.screens.title import Title
from game.ui.screens.village import Village
from game.ui.widgets import announce
from game.ui.widgets.base import Widget
from game.ui.widgets.table import Table
from game.ui.widgets.textline import TextLine
from tests.ui.screens.conftest import Make, click, press

OLD = Path(__file__).parents[2] / "play" / "old_saves"


def go_to(app: App, key: str) -> Widget:
    """Tab until a widget has the focus."""
    assert app.screen is not None
    form = app.screen.form.modal or app.screen.form  # type: ignore[attr-defined]
    for _each in range(60):
        if form.focus is not None and form.focus.key == key:
            return form.focus
        press(app, pygame.K_TAB)
    raise AssertionError(f"the keyboard can't reach {key}")


def type_in(app: App, text: str) -> None:
    app.on_event(pygame.event.Event(pygame.TEXTINPUT, text=text))


def played(app: App, game: Make, turns: int = 7) -> Village:
    session = game(turns)
    saves.autosave(session)
    app.start(Village(Sitting(session)))
    app.frame(0.02)
    assert isinstance(app.screen, Village)
    return app.screen


def on_timeline(app: App) -> Timeline:
    assert isinstance(app.screen, Timeline)
    return app.screen


def test_branching_from_a_season_and_going_back_to_the_first_life(app: App, game: Make) -> None:
    first = played(app, game).sitting.session
    press(app, pygame.K_t)
    line = on_timeline(app)
    assert (line.tree.row, line.turn) == (0, 7)
    for _each in range(4):
        press(app, pygame.K_LEFT)
    assert line.turn == 3
    assert announce.lines[-1] == "Winter 1958, The first life"
    go_to(app, "branch")
    press(app, pygame.K_RETURN)
    for _each in range(40):
        press(app, pygame.K_BACKSPACE)
    type_in(app, "Every report")
    type_in(app, " true\n")
    press(app, pygame.K_t, "t")  # a key of the screen is no key while one types
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    assert len(app.stack) == 1
    other = app.screen.sitting.session
    assert (other.turn, other.branch.name) == (3, "Every report true")
    assert other.branch.parent == first.game_id
    assert [one.digest for one in other.closed] == [one.digest for one in first.closed[:3]]
    kin = saves.family(first.branch.family)
    assert {one.turn for one in kin} == {3, 7}

    press(app, pygame.K_t)
    line = on_timeline(app)
    assert [row.name for row in line.tree.rows] == ["The first life", "Every report true"]
    assert line.tree.rows[1].parent == 0
    press(app, pygame.K_UP)
    assert line.tree.row == 0
    go_to(app, "take")
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    assert app.screen.sitting.session.game_id == first.game_id
    assert app.screen.sitting.session.turn == 7


def test_looking_back_shows_all_and_changes_nothing(app: App, game: Make) -> None:
    session = played(app, game).sitting.session
    before = [one.digest for one in session.closed]
    press(app, pygame.K_t)
    for _each in range(3):
        press(app, pygame.K_LEFT)
    press(app, pygame.K_RETURN)
    past = app.screen
    assert isinstance(past, Village)
    assert past.sitting.view.turn == 4
    assert past.sitting.view.people == session.history[3].people
    reason = past.sitting.give([Order("ration", None, (300,))])
    assert reason is not None
    assert "This season is over" in reason
    assert not past.left.sliders[0].enabled
    press(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert past.sitting.session.given == session.closed[4].orders
    press(app, pygame.K_o)
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_ESCAPE)
    on_timeline(app)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Village)
    assert not app.screen.sitting.past
    assert [one.digest for one in session.closed] == before


def test_branching_from_the_desk_opens_the_desk(app: App, game: Make) -> None:
    played(app, game)
    press(app, pygame.K_t)
    line = on_timeline(app)
    line.tree.select(0, 5)  # summer 1959
    assert line.desk.enabled
    line.desk.press()
    app.frame(0.02)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, ReportDesk)
    assert app.screen.sitting.session.turn == 5


def test_the_letter_of_the_shortcut_does_not_stand_in_the_name(app: App, game: Make) -> None:
    """A real key sends its letter after itself: to the line that it has just opened."""
    played(app, game)
    press(app, pygame.K_t)
    screen = on_timeline(app)
    event, letter = pygame.event.Event, pygame.TEXTINPUT
    app.on_event(event(pygame.KEYDOWN, key=pygame.K_n, unicode="n", mod=0))
    app.on_event(event(letter, text="n"))
    line = screen.form.modal and screen.form.modal.focus
    assert isinstance(line, TextLine)
    assert line.text == "From Winter 1959"
    app.on_event(event(pygame.KEYUP, key=pygame.K_n, mod=0))
    app.on_event(event(pygame.KEYDOWN, key=pygame.K_n, unicode="n", mod=0))
    app.on_event(event(letter, text="n"))
    assert line.text == "n"  # what is typed takes the place of what was only suggested


def test_a_season_without_harvest_has_no_desk_to_branch_from(app: App, game: Make) -> None:
    played(app, game)
    press(app, pygame.K_t)
    line = on_timeline(app)
    line.tree.select(0, 3)
    assert line.desk.reason == "No harvest was reported in this season."
    line.tree.select(0, 15)
    assert line.turn == 7  # not beyond what has come


def test_the_strip_of_the_top_bar_opens_the_season_under_the_pointer(app: App, game: Make) -> None:
    screen = played(app, game)
    strip = screen.top.seasons
    click(app, (strip.rect.left + 30, strip.rect.centery))
    assert on_timeline(app).turn == 2


def test_a_life_is_renamed_in_its_save_too(app: App, game: Make) -> None:
    session = played(app, game).sitting.session
    press(app, pygame.K_t)
    go_to(app, "rename")
    press(app, pygame.K_RETURN)
    type_in(app, ", as it was")
    press(app, pygame.K_RETURN)
    assert on_timeline(app).tree.rows[0].name == "The first life, as it was"
    (kept,) = saves.family(session.branch.family)
    assert kept.branch is not None
    assert kept.branch.name == "The first life, as it was"


def test_lives_side_by_side_are_the_sums_of_the_report(app: App, game: Make) -> None:
    village = played(app, game)
    session = village.sitting.session
    other = branched(session, 3, "other")
    other.play_on(BOTS["honest"], 6)
    saves.autosave(other)
    press(app, pygame.K_t)
    press(app, pygame.K_c)
    page = app.screen
    assert isinstance(page, Beside)
    assert page.upto.value == 7
    told = of_session(session)
    mine = branches.life("The first life", told, 7)
    assert mine is not None
    assert mine.deaths == sum(view.deaths for view in session.history)
    assert mine.people == session.history[6].people
    harvests = [view for view in session.history if view.harvests][-1].harvests
    own = [one for one in harvests if not one.before]
    assert mine.reported_kg == sum(one.reported_kg for one in own)
    assert mine.harvest_kg == sum(one.actual.kg for one in own)
    assert mine.excess_low <= mine.excess_high <= mine.deaths
    assert page.table.rows[0][4] == str(mine.deaths)
    press(app, pygame.K_RIGHT)
    press(app, pygame.K_RIGHT)
    assert [row[0] for row in page.table.rows] == ["other"]
    assert page.missing.visible
    assert page.houses[0].name.startswith("other: ")


def test_what_is_beyond_the_usual_is_worked_by_hand() -> None:
    session = Season(10_000, 300), Season(10_000, 100)
    # Half a year of 10,000 people: 54 usual deaths as registered, 90 by the later estimate.
    assert branches.excess(session) == (400 - 90, 400 - 54)
    assert branches.excess([Season(10_000, 10)]) == (0, 0)


class Season:
    """As `Told`, with two figures."""

    def __init__(self, people: int, deaths: int) -> None:
        self.people, self.deaths = people, deaths
        self.left = self.births = self.standing_pm = self.reported_kg = self.taken_kg = 0
        self.harvest_low_kg = self.harvest_kg = self.harvest_high_kg = 0


# ---- saved games


def test_the_list_opens_with_broken_saves_and_says_why(app: App, game: Make) -> None:
    saves.autosave(game(3))
    shelf = saves.folder()
    (shelf / "broken.save.jsonl").write_text("Dear diary\n", "utf-8")
    app.start(Title())
    app.frame(0.02)
    go_to(app, "saved")
    press(app, pygame.K_RETURN)
    page = app.screen
    assert isinstance(page, SavedGames)
    assert len(page.list.rows) == 2
    assert page.list.rows[0].faded
    assert page.reason.name == "This is not a save."
    press(app, pygame.K_RETURN)
    assert app.screen is page
    assert not page.open.enabled
    press(app, pygame.K_DOWN)
    assert page.told.visible
    assert "Winter 1958" in page.told.value_text
    go_to(app, "open")
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)


def test_an_old_save_tells_what_differs_before_it_goes_on(app: App) -> None:
    shelf = saves.folder()
    shelf.mkdir(parents=True)
    path = shelf / "old.save.jsonl"
    shutil.copy(OLD / "format1-frozen-coefficients.save.jsonl", path)
    text = path.read_bytes()
    app.start(flow.go_on(path))
    app.frame(0.02)
    page = app.screen
    assert isinstance(page, Since)
    assert any("rules of today" in widget.name for widget in page.widgets())
    press(app, pygame.K_RETURN)
    assert app.screen is not page
    assert path.read_bytes() == text


def test_going_on_from_an_older_season_says_that_later_ones_stay(app: App, game: Make) -> None:
    session = game(4)
    saves.autosave(session)
    older = branched(session, 2)
    older.game_id, older.branch = session.game_id, session.branch
    path = saves.autosave(older)
    app.start(flow.go_on(path))
    assert isinstance(app.screen, Since)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    mine = app.screen.sitting.session
    assert mine.branch.parent == session.game_id
    assert mine.branch.name == "From Autumn 1958"


def test_a_full_disk_is_told_and_the_game_goes_on(
    app: App, game: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.start(Village(Sitting(game(0))))
    app.frame(0.02)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    go_to(app, "end")
    press(app, pygame.K_RETURN)
    told = " ".join(widget.name for widget in app.screen.widgets())  # type: ignore[union-attr]
    assert "The game was not saved" in told
    assert "No space left on device" in told
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    assert app.screen.sitting.session.turn == 1


def test_closing_the_window_keeps_the_orders_of_the_season(app: App, game: Make) -> None:
    app.start(Village(Sitting(game(2))))
    assert isinstance(app.screen, Village)
    app.screen.sitting.give([Order("ration", None, (433,))])
    app.on_event(pygame.event.Event(pygame.QUIT))
    path = saves.newest()
    assert path is not None
    assert saves.load(path, SUCCESSOR).given[-1].values == (433,)


def test_what_was_recorded_stands_beside_what_comes_out_now(
    app: App, game: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.sim import turn as core

    session = game(6)
    path = saves.autosave(session)
    rules = tuple(rule for rule in core.MONTH if core.rule_name(rule) != "crop.tend")
    monkeypatch.setattr(core, "MONTH", rules)
    app.start(flow.go_on(path))
    page = app.screen
    assert isinstance(page, Since)
    table = next(each for each in page.widgets() if each.key == "differs")
    assert isinstance(table, Table)
    last = table.rows[-1]
    assert last[1] == f"{session.history[-1].people:,}"
    assert table.rows[1][1] != table.rows[1][2]


def test_the_debrief_leads_back_to_any_season(app: App, game: Make) -> None:
    from game.ui.screens.registry import build

    session = game(16)
    app.start(build("debrief", session))
    app.frame(0.02)
    go_to(app, "timeline")
    press(app, pygame.K_RETURN)
    line = on_timeline(app)
    assert line.turn == 15
    line.tree.select(0, 2)
    line.branch.press()
    app.frame(0.02)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Village)
    assert app.screen.sitting.session.turn == 2
