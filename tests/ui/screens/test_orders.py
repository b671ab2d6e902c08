"""Orders at the desk: what can't stand says why, and every order can be taken back."""

import pygame
import pytest

from game.bots import BOTS
from game.sim.orders import Order
from game.ui import presses
from game.ui.app import App
from game.ui.screen import Replace
from game.ui.screens.brigades import moved
from game.ui.screens.county_set import CountySet
from game.ui.screens.months import OVER, Months
from game.ui.screens.offers import COMMUNE, TITLES
from game.ui.screens.report_desk import ReportDesk
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from game.ui.widgets.announce import lines
from tests.ui.screens.conftest import Make, click, press


@pytest.fixture
def village(app: App, game: Make) -> Village:
    screen = Village(Sitting(game(), kept=False))
    app.start(screen)
    app.frame(0)
    return screen


def test_refusal_is_shown_and_said(app: App, village: Village) -> None:
    slider = village.form.find("labour1")
    assert slider.reason == "There are no furnaces or waterworks to send hands to yet."
    lines.clear()
    click(app, slider.rect.center)
    assert village.form.tooltip.visible
    assert village.form.tooltip.name == slider.reason
    assert any("no furnaces" in line for line in lines)
    assert not village.sitting.session.given


def test_first_season_shows_four_orders(village: Village) -> None:
    """Labour at the left; the ration, the scales and what is asked of a brigade in the drawer."""
    village._orders()
    assert [row.offer.kind for row in village.drawer.rows] == ["ration"]
    village.drawer.tabs.choose(1)
    assert [row.offer.kind for row in village.drawer.rows] == ["weigh", "asked"]


def test_what_a_season_brings_is_said(game: Make) -> None:
    screen = Village(Sitting(game(2), kept=False)).with_orders()
    assert screen.bottom.orders.name == "Orders · 9 new"
    told = screen.drawer.page.children[0].name
    assert told.startswith("New in this season: Dining hall")
    titles = {row.title.name for row in screen.drawer.rows}
    assert {"Ration", "Furnaces · new"} <= titles
    later = Village(Sitting(game(4), kept=False)).with_orders()
    assert later.bottom.orders.name == "Orders"


def test_what_the_county_sets_is_said_first(game: Make) -> None:
    screen = Village(Sitting(game(2), kept=False)).with_orders()
    assert {"labour", "hall"} <= set(screen.sitting.view.set_by_county)
    voice, told = screen.bottom.messages()[0]
    assert voice == "The county’s work team"
    assert "labour" in told
    assert "dining hall" in told
    quiet = Village(Sitting(game(0), kept=False))
    assert not quiet.sitting.view.set_by_county
    assert quiet.bottom.messages()[0][0] != voice


def opened_by_the_county(app: App, screen: Village) -> CountySet:
    app.start(screen)
    app.frame(0)
    click(app, screen.bottom.message.rect.center)
    app.frame(0)
    dialog = screen.form.modal
    assert dialog is not None
    return next(one for one in dialog.middle if isinstance(one, CountySet))  # type: ignore[attr-defined]


def test_what_stood_before_is_ordered_again_in_one_stroke(app: App, game: Make) -> None:
    screen = Village(Sitting(game(4), kept=False))
    session, sitting = screen.sitting.session, screen.sitting
    before = session.closed[-1].in_force
    assert "labour" in sitting.county_changed()
    rows = opened_by_the_county(app, screen)
    assert rows.kinds == sitting.county_changed()
    assert len(rows.kinds) > 1
    button = next(one for one in screen.form.modal.walk() if one.name == "Set all back")  # type: ignore[union-attr]
    click(app, button.rect.center)
    assert screen.form.modal is not None  # one sees what came of it
    assert (sitting.view.orders.labour_pm == before.labour_pm).all()
    assert all(row.chosen == 1 for row in rows.rows)
    assert sitting.undo()
    assert not session.given


def test_one_order_is_set_back_and_taken_up_again(app: App, game: Make) -> None:
    screen = Village(Sitting(game(4), kept=False))
    sitting = screen.sitting
    rows = opened_by_the_county(app, screen)
    row = rows.rows[rows.kinds.index("labour")]
    assert "furnaces" in row.options[0]
    screen.form.modal.focus_on(row)  # type: ignore[union-attr]
    before, after = sitting.before_and_set()
    press(app, pygame.K_RIGHT)
    assert (sitting.view.orders.labour_pm == before.labour_pm).all()
    assert (sitting.view.orders.technique_pm == after.technique_pm).all()
    press(app, pygame.K_LEFT)
    assert (sitting.view.orders.labour_pm == after.labour_pm).all()


def test_only_what_the_county_changed_is_told(game: Make) -> None:
    """Where an office obeys, most of a new directive stands already."""
    session = game(0)
    session.play_on(BOTS["idle"], 4)
    screen = Village(Sitting(session, kept=False)).with_orders()
    changed, asked = screen.sitting.county_changed(), screen.sitting.view.set_by_county
    assert set(changed) < set(asked)
    _voice, told = screen.bottom.messages()[0]
    for kind in asked:
        assert (f" {TITLES[kind].lower()}" in told) == (kind in changed)
    marked = [row.offer.kind for row in screen.drawer.rows if "set by the county" in row.title.name]
    assert set(marked) == {kind for kind in changed if kind in {each.kind for each in COMMUNE}}


def test_how_land_and_grain_are_held_is_told(game: Make) -> None:
    before, after = (Village(Sitting(game(turns), kept=False)) for turns in (0, 3))
    assert before.top.place_name.hint.endswith("Land and grain: higher co-operative.")
    assert after.top.place_name.hint.endswith("Land and grain: people's commune.")


def test_scales_are_refused_when_they_are_out(app: App, game: Make) -> None:
    sitting = Sitting(game(5, False), kept=False)
    sitting.end_season()
    desk = ReportDesk(sitting)
    app.start(desk)
    app.frame(0)
    for at in range(3):
        click(app, desk.scales[at].rect.center)
    assert sitting.view.weighings_left == 0
    assert desk.scales[0].reason is not None
    assert "scales are out" in (desk.scales[5].reason or "")
    assert sitting.view.units[0].harvest.kind == "actual"
    assert sitting.view.units[5].harvest.kind == "estimate"


def test_one_drag_is_one_order_to_undo(app: App, village: Village) -> None:
    village.select("Pine Ridge")
    slider = village.left.sliders[3]
    app.frame(0)
    start = slider.rect.left + slider.rect.width // 10, slider.rect.centery
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    for step in range(1, 6):
        spot = (start[0] + step * 8, start[1])
        motion = pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(8, 0), buttons=(1, 0, 0))
        app.on_event(motion)
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))
    assert village.form.modal is None  # a drag is no question
    unit = next(u for u in village.sitting.view.units if u.name == "Pine Ridge")
    assert unit.labour_pm[3] > 200
    assert sum(unit.labour_pm) <= 1000
    press(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    unit = next(u for u in village.sitting.view.units if u.name == "Pine Ridge")
    assert unit.labour_pm == (900, 0, 0, 100)
    press(app, pygame.K_y, mod=pygame.KMOD_CTRL)
    unit = next(u for u in village.sitting.view.units if u.name == "Pine Ridge")
    assert unit.labour_pm[3] > 200


def test_all_brigades_at_once(village: Village) -> None:
    village.left.sliders[0].change(500)
    assert {unit.labour_pm[0] for unit in village.sitting.view.units} == {500}
    assert village.sitting.undo()
    assert {unit.labour_pm[0] for unit in village.sitting.view.units} == {900}


def test_hands_without_a_task_are_told(village: Village) -> None:
    notice = village.left.notice
    assert "no task" not in notice.name
    village.left.sliders[3].change(0)
    village.left.sliders[0].change(900)
    hands = sum(unit.hands for unit in village.sitting.view.units)
    at_work = sum(sum(unit.at_work) for unit in village.sitting.view.units)
    assert notice.name == f"{hands - at_work} hands have no task."
    village.left.sliders[0].change(100)
    at_work = sum(sum(unit.at_work) for unit in village.sitting.view.units)
    assert notice.name.endswith(f"are missing, and {hands - at_work:,} have no task.")


def test_figure_can_be_typed(app: App, game: Make) -> None:
    sitting = Sitting(game(1), kept=False)
    sitting.end_season()
    desk = ReportDesk(sitting)
    app.start(desk)
    for digit in "1300":
        press(app, ord(digit), digit)
    assert sitting.view.report_kg == 1_300_000
    before = sitting.view.forecast.demanded_kg
    press(app, pygame.K_BACKSPACE)
    assert sitting.view.report_kg == 130_000
    assert sitting.view.forecast.demanded_kg < before


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("0.54", 540), ("0,54", 540), (".5", 500), ("0.5.4", 540), ("0.5432", 543), ("1", 900)],
)
def test_a_ration_is_typed_as_it_is_shown(
    app: App, village: Village, typed: str, grams: int
) -> None:
    village._orders()
    ration = village.form.find("ration")
    village.form.focus_on(ration)
    for each in typed:
        press(app, ord(each), each)
    assert ration.value == grams
    assert village.sitting.view.ration_g == grams


def test_keys_choose_brigades(app: App, village: Village) -> None:
    press(app, pygame.K_n)
    first = village.sitting.selected
    press(app, pygame.K_n)
    assert first != village.sitting.selected
    press(app, pygame.K_n, mod=pygame.KMOD_SHIFT)
    assert village.sitting.selected == first


def test_a_held_key_does_not_press_the_next_screen(app: App, game: Make) -> None:
    app.start(Village(Sitting(game(), kept=False)))
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_e, unicode="e", mod=0)
    for _repeat in range(4):
        app.on_event(down)
    assert type(app.screen).__name__ == "SeasonFigures"


def test_a_click_that_was_aimed_at_the_last_screen_presses_nothing_on_the_next(
    app: App, game: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(presses, "perf_counter", lambda: now[0])
    sitting = Sitting(game(1), kept=False)
    app.start(Months(sitting, sitting.end_season()))
    app.on_event(pygame.event.Event(OVER))
    desk = app.screen
    assert isinstance(desk, ReportDesk)
    app.frame(0.02)
    send = desk.form.find("send")
    click(app, send.rect.center)  # meant for "Skip", which lay there
    assert app.screen is desk
    now[0] += 0.5
    click(app, send.rect.center)
    assert app.screen is not desk


def test_a_button_that_went_down_on_another_screen_is_not_released_on_this_one(
    app: App, game: Make
) -> None:
    sitting = Sitting(game(1), kept=False)
    views = sitting.end_season()
    app.start(Months(sitting, views))
    spot = {"pos": (600, 300), "button": 1}
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, **spot))
    app.apply(Replace(Months(sitting, views)))
    shown = app.screen
    app.on_event(pygame.event.Event(pygame.MOUSEBUTTONUP, **spot))
    assert app.screen is shown
    click(app, spot["pos"])
    assert app.screen is not shown


@pytest.mark.parametrize(
    ("shares", "which", "value"), [((900, 0, 0, 100), 1, 1000), ((250, 250, 250, 250), 2, 900)]
)
def test_shares_never_pass_the_whole(shares: tuple[int, ...], which: int, value: int) -> None:
    new = moved(shares, which, value)
    assert new[which] == value
    assert sum(new) == 1000


def test_refused_order_is_not_given(game: Make) -> None:
    sitting = Sitting(game(), kept=False)
    why = sitting.give([Order("hall", None, (2,))])
    assert why == "Nobody thinks of this before 9/1958."
    assert not sitting.session.given
