"""The form: order of the focus, refusals, tooltips, dialogs, hit areas, scrolling."""

from collections import deque

import pygame
import pytest

from game.ui.screens.small import Fact, Facts
from game.ui.theme import Theme
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import ask
from game.ui.widgets.form import Form
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.toggle import Toggle
from tests.ui.hands import down, key, move, up, wheel

TAB = key(pygame.K_TAB)
BACK = key(pygame.K_TAB, pygame.KMOD_LSHIFT)
ENTER = key(pygame.K_RETURN)


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def form(pressed: list[str], theme: Theme) -> Form:
    one = Button("One", lambda: pressed.append("one"), key="one", shortcut=pygame.K_o)
    two = Button("Two", lambda: pressed.append("two"), key="two", reason="The scales are away.")
    three = Button("Three", lambda: pressed.append("three"), key="three", hint="It is the third.")
    form = Form(Panel("Sheet"), one, Label("Words"), two, three)
    form.place(pygame.Rect(0, 0, 400, 300), theme)
    for at, button in enumerate((one, two, three)):
        button.place(pygame.Rect(20, 20 + 60 * at, 100, 20), theme)
    form.children[0].place(pygame.Rect(0, 0, 400, 300), theme)
    return form


def test_tab_goes_round_in_order_and_back(form: Form) -> None:
    keys = []
    for event in (TAB, TAB, TAB, TAB, BACK):
        form.on_event(event)
        keys.append(form.focus.key if form.focus else None)
    assert keys == ["one", "two", "three", "one", "three"]


def test_hidden_widgets_are_passed_over(form: Form) -> None:
    form.find("two").visible = False
    form.on_event(TAB)
    form.on_event(TAB)
    assert form.focus is not None
    assert form.focus.key == "three"


def test_keys_and_pointer_press(form: Form, pressed: list[str]) -> None:
    form.on_event(TAB)
    form.on_event(ENTER)
    form.on_event(down(30, 145))
    form.on_event(up(30, 145))
    form.on_event(key(pygame.K_o))
    assert pressed == ["one", "three", "one"]


def test_letting_go_elsewhere_presses_nothing(form: Form, pressed: list[str]) -> None:
    form.on_event(down(30, 25))
    form.on_event(up(300, 25))
    assert pressed == []


def test_hit_areas_are_at_least_32_pixels(form: Form, pressed: list[str]) -> None:
    form.on_event(down(30, 15))  # five pixels above the button
    form.on_event(up(30, 15))
    assert pressed == ["one"]


def test_a_refused_button_says_why_and_does_nothing(
    form: Form, pressed: list[str], heard: deque[str]
) -> None:
    form.on_event(down(30, 85))
    assert pressed == []
    assert form.tooltip.visible
    assert form.tooltip.name == "The scales are away."
    assert "The scales are away." in heard[-1]


def test_a_tooltip_comes_after_a_rest_and_goes_with_the_pointer(form: Form) -> None:
    form.on_event(move(30, 145))
    form.update(0.1)
    assert not form.tooltip.visible
    form.update(0.5)
    assert form.tooltip.name == "It is the third."
    form.on_event(move(300, 250))
    assert not form.tooltip.visible


def test_how_a_thing_is_used_is_told_twice(theme: Theme) -> None:
    switches = [Toggle(f"Number {at}") for at in range(4)]
    form = Form(*switches)
    form.place(pygame.Rect(0, 0, 400, 300), theme)
    for at, each in enumerate(switches):
        each.place(pygame.Rect(20, 20 + 50 * at, 200, 32), theme)
    told = []
    for _each in switches:
        form.on_event(TAB)
        form.update(1.0)
        told.append(form.tooltip.visible)
    assert told == [True, True, False, False]


def test_tooltips_stay_on_the_screen(form: Form) -> None:
    form.find("three").rect.bottomright = (398, 298)
    form.focus_on(form.find("three"))
    form.update(1)
    assert form.rect.contains(form.tooltip.rect)


def test_the_focus_ring_is_indigo(form: Form, theme: Theme) -> None:
    surface = pygame.Surface((400, 300))
    form.focus_on(form.find("one"))
    form.draw(surface)
    assert surface.get_at((70, 16))[:3] == theme.colours.indigo


def test_a_dialog_takes_all_events_until_it_is_answered(form: Form, pressed: list[str]) -> None:
    answers: list[str] = []
    ask(form, "End?", "Sure?", [("No", None), ("Yes", lambda: answers.append("yes"))])
    form.on_event(down(30, 25))
    form.on_event(up(30, 25))
    assert pressed == []
    form.on_event(ENTER)
    assert answers == ["yes"]
    assert form.modal is None


def test_escape_takes_the_first_answer(form: Form) -> None:
    answers: list[str] = []
    ask(form, "End?", "Sure?", [("No", lambda: answers.append("no")), ("Yes", None)])
    form.on_event(key(pygame.K_ESCAPE))
    assert answers == ["no"]


def test_nothing_is_drawn_again_while_nothing_changes(form: Form) -> None:
    surface = pygame.Surface((400, 300))
    form.update(0)
    form.draw(surface)
    assert not form.update(1)
    form.find("one").touch()
    assert form.update(0)


@pytest.fixture
def view(theme: Theme) -> ScrollView:
    buttons = [Button(str(at), key=str(at)) for at in range(10)]
    view = ScrollView(*buttons)
    view.place(pygame.Rect(0, 0, 200, 100), theme)
    for at, button in enumerate(buttons):
        button.place(pygame.Rect(0, 40 * at, 100, 32), theme)
    view.settle(400)
    return view


def test_scrolling_stops_at_both_ends(view: ScrollView) -> None:
    view.scroll_to(9999)
    assert view.offset == 300
    assert view.children[-1].rect.bottom == 92
    view.scroll_to(-5)
    assert view.offset == 0


def test_the_focus_scrolls_into_view(view: ScrollView, theme: Theme) -> None:
    form = Form(view)
    form.place(pygame.Rect(0, 0, 200, 100), theme)
    form.focus_on(view.children[7])
    assert view.rect.contains(view.children[7].rect)


def test_what_is_scrolled_away_cannot_be_hit(view: ScrollView) -> None:
    assert view.at((10, 50)) is view.children[1]
    assert view.at((10, 150)) is None


def test_the_wheel_turns_the_view_under_the_pointer(view: ScrollView, theme: Theme) -> None:
    form = Form(view)
    form.place(pygame.Rect(0, 0, 200, 100), theme)
    form.on_event(move(150, 50))
    assert form.on_event(wheel(-1))
    assert view.offset == 48


def test_what_lies_over_a_widget_lies_over_its_ring(form: Form, theme: Theme) -> None:
    slip = Panel("Slip")
    form.children.append(slip)
    slip.place(pygame.Rect(70, 0, 200, 200), theme)
    form.on_event(TAB)
    assert form.focus is not None
    assert form.focus.ringed
    on = pygame.Surface((400, 300))
    form.draw(on)
    ringed = {
        x: any(on.get_at((x, y))[:3] == theme.colours.indigo for y in range(10, 22))
        for x in (40, 100)
    }
    assert ringed == {40: True, 100: False}


def test_what_is_printed_beside_it_is_no_tooltip(form: Form, theme: Theme) -> None:
    label = form.children[2]
    assert isinstance(label, Label)
    label.place(pygame.Rect(200, 20, 190, 20), theme)
    for words, shown in (("Note: It is the third.", False), ("Another line.", True)):
        label.set(words)
        form.focus_on(form.find("three"))
        form.update(0.6)
        assert form.tooltip.visible is shown
        form.focus_on(None)


def test_a_tooltip_lies_where_nothing_is_written(theme: Theme) -> None:
    """A row is as wide as the page, but its words stand at its ends."""
    button = Button("Deliver", key="deliver", hint="Less keeps grain here.")
    row, foot = Facts("Left", [Fact("A person", "9 t")], key="row"), Label("Words " * 30)
    form = Form(row, button, foot)
    form.place(pygame.Rect(0, 0, 900, 300), theme)
    row.place(pygame.Rect(20, 60, 860, 40), theme)
    button.place(pygame.Rect(20, 110, 860, 40), theme)
    foot.place(pygame.Rect(20, 160, 860, 60), theme)
    form.focus_on(button)
    form.update(0.6)
    tip = form.tooltip
    assert tip.visible
    assert tip.rect.colliderect(row.rect)
    held = row._looks().subsurface(tip.rect.clip(row.rect).move(4 - 20, 4 - 60))
    assert not pygame.mask.from_surface(held).count()


def test_what_a_row_of_buttons_has_in_common_is_told_twice(theme: Theme) -> None:
    told = "Send the scales there."
    buttons = [Button(f"Weigh {at}", key=str(at), hint=told) for at in range(4)]
    form = Form(*buttons, Button("Other", hint="Another thing."))
    form.place(pygame.Rect(0, 0, 900, 300), theme)
    for at, each in enumerate(form.children):
        each.place(pygame.Rect(20, 20 + 50 * at, 100, 32), theme)
    seen = []
    for each in form.children:
        form.focus_on(each)
        form.update(0.6)
        seen.append(form.tooltip.visible)
    assert seen == [True, True, False, False, True]
