"""Sliders, steppers, choices, lists and tables: plain numbers in, plain numbers out."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import words
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.gauge import Figure, Gauge, Stat
from game.ui.widgets.label import Icon
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head
from game.ui.widgets.seal import Numbered, Seal
from game.ui.widgets.slider import Slider
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.table import Column, Table
from game.ui.widgets.toggle import Toggle
from tests.ui.hands import down, key, move

RIGHT, LEFT = key(pygame.K_RIGHT), key(pygame.K_LEFT)


def placed(widget: Widget, width: int = 200, height: int = 40) -> Widget:
    widget.place(pygame.Rect(0, 0, width, height), Theme())
    return widget


@given(st.integers(-2000, 3000), st.sampled_from([10, 50]), st.integers(0, 20))
def test_a_slider_stands_on_a_step_within_what_is_allowed(value: int, step: int, most: int) -> None:
    slider = Slider("Fields", 0, step=step, most=most * 50)
    slider.change(value)
    assert 0 <= slider.value <= slider.most
    assert slider.value % step == 0


def test_arrows_and_page_keys_move_a_slider() -> None:
    told: list[int] = []
    slider = Slider("Fields", 480, told.append)
    for code in (pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_END, pygame.K_HOME, pygame.K_LEFT):
        slider.on_event(key(code))
    assert told == [490, 590, 1000, 0]


def test_dragging_follows_the_pointer() -> None:
    slider = placed(Slider("Fields", 0))
    slider.on_event(down(100, 30))
    slider.pressed = True
    slider.on_event(move(150, 90))
    assert slider.value == 750


def test_showing_numbers_does_not_call_back() -> None:
    told: list[int] = []
    slider = Slider("Fields", 0, told.append)
    slider.show(300, "120")
    assert told == []
    assert slider.spoken() == "Fields: 30%, 120"


def test_a_stepper_keeps_to_its_bounds() -> None:
    told: list[int] = []
    stepper = Stepper("Report", 148, told.append, low=140, high=150, step=5)
    for event in (RIGHT, RIGHT, key(pygame.K_HOME), LEFT, key(pygame.K_PAGEUP)):
        stepper.on_event(event)
    assert told == [150, 140, 150]


def test_a_stepper_held_down_repeats() -> None:
    stepper = placed(Stepper("Report", 0), height=34)
    stepper.on_event(down(190, 17))
    stepper.pressed = True
    for _ in range(20):
        stepper.update(0.05)
    assert 5 < stepper.value < 12


def test_a_refused_option_is_not_chosen(heard: list[str]) -> None:
    choice = Choice("Hall", ["Closed", "Open"], 0, reasons={1: "Not ordered."})
    choice.on_event(RIGHT)
    assert choice.chosen == 0
    assert heard[-1] == "Not ordered."


def test_segments_cover_the_whole_width() -> None:
    choice = placed(Choice("Hall", ["A", "B", "C"]), width=100)
    areas = choice.segments(choice.rect)
    assert sum(area.width for area in areas) == 100
    choice.on_event(down(areas[2].centerx, 10))
    assert choice.value_text == "C"


def test_a_toggle_toggles() -> None:
    told: list[bool] = []
    toggle = Toggle("Motion", on_change=told.append)
    toggle.on_event(key(pygame.K_SPACE))
    toggle.on_event(key(pygame.K_RETURN))
    assert told == [True, False]


def test_a_list_scrolls_to_the_selected_row(heard: list[str]) -> None:
    told: list[int] = []
    rows = [Row(f"Team {at}", "148 hands", at % 6, "strength") for at in range(10)]
    box = placed(ListBox("Teams", rows, told.append), height=3 * 54)
    for _ in range(5):
        box.on_event(key(pygame.K_DOWN))
    assert told == [0, 1, 2, 3, 4]
    assert box.first == 2
    assert heard[-1] == "Team 4, 148 hands, strength 4 of 5"
    box.on_event(down(10, 10))
    assert box.selected == 2


def test_long_words_make_rows_higher_instead_of_cutting_them() -> None:
    short = ListBox("Teams", [Row("A", "b")])
    long = ListBox("Teams", [Row("A", "many words that need a second line " * 2)])
    assert long.height(200, Theme()) > short.height(200, Theme())


def test_a_table_reads_the_row_with_its_heads(heard: list[str]) -> None:
    columns = [Column("Team", 2), Column("Reported", 1, right=True)]
    table = placed(Table("Grain", columns, [["Upper", "12"], ["Lower", "14"]]), height=100)
    table.on_event(key(pygame.K_DOWN))
    table.on_event(key(pygame.K_DOWN))
    assert heard[-1] == "Team Lower, Reported 14"


def test_a_table_that_is_too_wide_lets_words_wrap_and_then_makes_cards() -> None:
    columns = [Column("Team", 2), Column("Reported to the county", 1, right=True)]
    table = Table("Grain", columns, [["Upper Lane Brigade", "123,456 t"]])
    wide, narrow, card = (table.shape(width, Theme()) for width in (600, 190, 120))
    assert wide.spans[0][1] < wide.spans[1][0]
    assert not narrow.cards
    assert narrow.rows[0] > wide.rows[0], "the name of the team stands on two lines"
    assert card.cards
    assert card.rows[0] > narrow.rows[0]


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.25, 1.5, 2.0, 3.0])
def test_all_can_be_drawn_at_every_scale(scale: float) -> None:
    theme, surface = Theme(scale), pygame.Surface((900, 600))
    for widget in (
        Slider("Fields", 480, icon="grain", count="269", mark=620),
        Stepper("Report", 1),
        Choice("Hall", ["A", "B"]),
        Toggle("Motion", on=True),
        ListBox("Teams", [Row("A", "b", 3, "x", "grain", "team.0")], selected=0),
        Table("Grain", [Column("A")], [["1"]], selected=0),
    ):
        width = max(theme.px(200), widget.width(theme))
        widget.place(pygame.Rect(10, 10, width, widget.height(width, theme)), theme)
        widget.draw(surface)
        assert not widget.stale


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 3.0])
def test_what_is_only_looked_at_is_drawn_in_any_language(scale: float) -> None:
    words.use("pseudo")
    theme, surface = Theme(scale, high_contrast=True), pygame.Surface((900, 600))
    for widget in (
        Head(words._("Your report"), "上报", words._("Labour")),
        Notice(words._("Nothing is hidden.")),
        Stat(words._("Reported"), "61 t", "grain"),
        Figure(words._("Actual"), "148 t", "indigo"),
        Gauge(words._("Actual"), 30, 40, "30 t"),
        Seal("Two Ledgers", "两本账"),
        Numbered("1", words._("Reported"), words._("Actual")),
        Icon("grain", 20),
    ):
        width = max(theme.px(200), widget.width(theme))
        widget.place(pygame.Rect(10, 10, width, widget.height(width, theme)), theme)
        widget.draw(surface)
        assert not widget.stale
