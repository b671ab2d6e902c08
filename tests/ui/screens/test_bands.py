"""Columns of a page stand side by side, and level where they are told to."""

import pygame

from game.ui.screens.bands import Band, in_turn, spread, whole, widgets_of
from game.ui.theme import Theme
from game.ui.widgets.effects import Effects, Span
from game.ui.widgets.label import Label
from game.ui.widgets.table import Column

AREA = pygame.Rect(10, 20, 840, 400)


def test_a_band_that_is_level_begins_each_row_on_one_line() -> None:
    long = "A line that is far too long for half of the page, and so it wraps more than once. " * 2
    left, right = (Label(long), Label("a")), (Label("short"), Label("b"))
    for level, same in ((True, True), (False, False)):
        spread([Band((left, right), level=level)], AREA, Theme())
        assert (left[1].rect.top == right[1].rect.top) is same
    assert left[0].rect.left == AREA.left
    assert right[0].rect.right == AREA.right
    assert left[0].rect.right < right[0].rect.left


def test_bands_stand_one_below_the_other_and_are_read_in_order() -> None:
    labels = [Label(str(at)) for at in range(5)]
    bands = [whole(labels[0]), in_turn(labels[1:], 2)]
    end = spread(bands, AREA, Theme())
    assert list(widgets_of(bands)) == labels
    assert labels[0].rect.bottom < labels[1].rect.top == labels[3].rect.top
    assert labels[2].rect.bottom <= end


def test_what_is_kept_together_stays_in_one_column() -> None:
    labels = [Label(str(at)) for at in range(6)]
    band = in_turn(labels, 2, by=2)
    assert [len(column) for column in band.columns] == [4, 2]


def test_more_dead_lie_right_of_the_line_and_fewer_left() -> None:
    rows = [["more", "+40"], ["fewer", "−40"], ["none", "0"]]
    spans = [Span(20, 40, 60), Span(-60, -40, -20), Span(0, 0, 0)]
    table = Effects("Effects", [Column(""), Column("Deaths", right=True)], rows, spans,
                    ("fewer", "more"), share=3)  # fmt: skip
    table.place(pygame.Rect(0, 0, 800, 200), Theme())
    left, right = table.shape(800, Theme()).spans[1]
    zero, more, fewer = (table._place(value) for value in (0, 40, -40))
    assert left < fewer < zero < more < right
    assert round(more - zero) == round(zero - fewer)
