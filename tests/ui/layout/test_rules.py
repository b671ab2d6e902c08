"""The rules see what they are there for: each test plants one fault and finds it named."""

import pygame
import pytest

from game.ui import fonts
from game.ui.screen import FormScreen
from game.ui.theme import BODY, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scroll import ScrollView
from tests.ui.layout.rules import problems

SIZE = (640, 400)
LONG = "A sentence that needs several lines where the paper is narrow"


class Sheet(FormScreen):
    """Widgets at given places."""

    def __init__(self, *things: tuple[Widget, tuple[int, int, int, int]]) -> None:
        super().__init__()
        self.things = things
        self.form.add(*(widget for widget, _rect in things))

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        del area
        for widget, rect in self.things:
            widget.place(pygame.Rect(rect), theme)


def told(*things: tuple[Widget, tuple[int, int, int, int]]) -> str:
    screen = Sheet(*things)
    screen.layout(SIZE, Theme())
    return "\n".join(problems(screen, SIZE))


def test_a_good_screen_has_no_problems() -> None:
    assert not told(
        (Label("Grain"), (20, 20, 200, 20)), (Button("Send", key="send"), (20, 60, 120, 36))
    )


@pytest.mark.parametrize(
    ("things", "wanted"),
    [
        ([(Label(LONG), (20, 20, 120, 20))], "stands out"),
        ([(Label("One"), (20, 20, 90, 20)), (Label("Two"), (30, 22, 90, 20))], "lies on"),
        ([(Button("Send"), (20, 20, 120, 24))], "hit area of (120, 24)"),
        ([(Button("Send"), (600, 20, 120, 36))], "leaves the window"),
        ([(Button("Send"), (0, 0, 0, 0))], "has no place"),
        ([(Button("A"), (20, 20, 90, 36)), (Button("B"), (100, 30, 90, 36))], "lies on Button"),
    ],
)
def test_faults_are_named(
    things: list[tuple[Widget, tuple[int, int, int, int]]], wanted: str
) -> None:
    assert wanted in told(*things)


def scrolled(content: int, wide: int = 180) -> str:
    label = Label(LONG, BODY)
    page = ScrollView(label, name="page")

    class Scrolled(Sheet):
        def arrange(self, area: pygame.Rect, theme: Theme) -> None:
            super().arrange(area, theme)
            label.place(pygame.Rect(20, 20, wide, label.height(wide, theme)), theme)
            page.settle(content)

    screen = Scrolled((page, (20, 20, 200, 50)))
    screen.layout(SIZE, Theme())
    return "\n".join(problems(screen, SIZE))


def test_a_page_that_ends_too_early_hides_its_last_lines() -> None:
    assert not scrolled(120)
    assert "can't be scrolled to" in scrolled(40)
    assert "sideways" in scrolled(120, wide=300)


def test_words_of_one_widget_on_each_other_are_seen() -> None:
    class Careless(Widget):
        def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
            fonts.put(on, "Reported", (box.left, box.top + 15), BODY, self.theme)
            fonts.put(on, "410 t", (box.left + 40, box.top + 15), BODY, self.theme)

    assert "'Reported' lies on '410 t'" in told((Careless("figure"), (20, 20, 200, 22)))
