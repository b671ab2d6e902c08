"""The chart: labels never overlap, nothing hangs on colour alone, a new point grows in order."""

from math import hypot

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.theme import Theme
from game.ui.widgets.bar import Part, SplitBar
from game.ui.widgets.base import Ask
from game.ui.widgets.bowls import Bowls
from game.ui.widgets.chart import Chart, Lines, Note
from game.ui.widgets.chart_layout import ceiling, tick_step, ticks
from game.ui.widgets.chart_picture import ChartPicture
from game.ui.widgets.chart_places import ChartPlaces
from game.ui.widgets.compare import Amount, Compare
from game.ui.widgets.form import Form
from game.ui.widgets.seasons import Seasons
from tests.ui.hands import down, key, move, up

AREA = pygame.Rect(10, 10, 264, 228)
YEARS = ("1957", "1958", "1959", "1960")


def drawn(lines: Lines, scale: float = 1.0, *, big: bool = False) -> Chart:
    chart = Chart("Grain", lines, big=big)
    width, height = (800, 396) if big else AREA.size
    chart.place(pygame.Rect(10, 10, int(width * scale), int(height * scale)), Theme(scale))
    chart.draw(pygame.Surface((10, 10)))
    return chart


VALUES = st.integers(0, 600)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=8), st.sampled_from([1.0, 1.5]))
def test_the_names_of_both_lines_stand_apart_and_inside(
    harvests: list[tuple[int, int]], scale: float
) -> None:
    reported, actual = zip(*harvests, strict=True)
    chart = drawn(Lines(reported, actual, years=YEARS, unit="tonnes"), scale)
    assert not chart.labels["reported"].colliderect(chart.labels["actual"])
    assert all(chart.rect.contains(area) for area in chart.labels.values())


@pytest.mark.parametrize("size", [(368, 190), (340, 170), (264, 228), (560, 300)])
def test_where_the_lines_leave_little_room_each_name_stands_nearer_to_its_own(
    size: tuple[int, int],
) -> None:
    reported = (None, 2800, 3600, 7000, 7000, 6600, 6950, 6950, 6000, 3600)
    actual = (None, 2800, 2800, 2850, 2500, 1400, 1250, 850, 720, 900)
    chart = Chart("Grain", Lines(reported, actual, slots=10, years=YEARS, unit="tonnes"))
    chart.place(pygame.Rect((10, 10), size), Theme())
    chart.draw(pygame.Surface((10, 10)))
    places = ChartPlaces(chart)
    plot = places.plot(chart.rect)

    def far(values: tuple[int | None, ...], spot: tuple[int, int]) -> float:
        """From a spot to a line, which is looked at in many places."""
        steps = [at / 20 for at in range(20 * len(values) - 19)]
        found = [(places.x(plot, at), places.between(plot, values, at)) for at in steps]
        return min(hypot(x - spot[0], y - spot[1]) for x, y in found if y is not None)

    for name, own, other in (("reported", reported, actual), ("actual", actual, reported)):
        spot = chart.labels[name].center
        assert far(own, spot) < far(other, spot), name


def test_it_draws_with_notes_events_and_an_estimate() -> None:
    lines = Lines(
        reported=(120, 142, 176, 410),
        actual=(120, 142, None, None),
        estimate=(None, None, (130, 160), (90, 190)),
        slots=10,
        years=YEARS,
        events=((2.5, "1"),),
        events_name="In the country",
        notes=(Note(3, "reported", "You reported 410 t", "the barn held 162"),),
    )
    assert set(drawn(lines, big=True).labels) == {"reported", "actual"}


@given(st.integers(0, 10**7))
def test_ticks_are_few_and_below_the_top(largest: int) -> None:
    top = ceiling(largest)
    assert top > largest
    assert 2 <= len(ticks(top)) <= 6
    assert top <= max(2, 1.2 * largest + tick_step(max(1, largest)))


def test_the_gap_between_the_lines_is_hatched() -> None:
    chart = drawn(Lines((100, 300), (100, 100), slots=2, years=("1957", "1958")))
    surface = pygame.Surface((300, 260))
    chart.draw(surface)
    plot = ChartPicture(chart).plot(chart.rect)
    x = round(ChartPicture(chart).x(plot, 0.8))
    top, bottom = (round(ChartPicture(chart).y(plot, value)) for value in (240, 115))
    column = {surface.get_at((x, y))[:3] for y in range(top, bottom)}
    assert Theme().colours.field not in column
    assert len(column) > 4


def test_a_new_point_grows_reported_first_and_actual_second() -> None:
    chart = drawn(Lines((100, 120), (100, 110), slots=8, years=YEARS))
    chart.change(reported=(100, 120, 200), actual=(100, 110, 90))
    picture = ChartPicture(chart)
    assert picture.grown == 0
    assert chart.update(0.25)
    assert 0 < chart.grown <= 0.5
    chart.update(0.3)
    assert chart.grown == 1
    assert not chart.update(0.1)


def test_with_reduced_motion_the_chart_appears_drawn() -> None:
    chart = Chart("Grain", Lines((100,), (100,)))
    chart.place(AREA, Theme(reduced_motion=True))
    chart.show(Lines((100, 120), (100, 90)))
    assert chart.grown == 1


def test_arrows_read_the_harvests(heard: list[str]) -> None:
    chart = drawn(Lines((120, 176), (120, 148), points=("Summer 1957", "Autumn 1958")))
    chart.on_event(key(pygame.K_LEFT))
    assert heard[-1] == "Autumn 1958: reported 176, actual 148, gap 28"
    chart.on_event(key(pygame.K_LEFT))
    assert chart.value_text.startswith("Summer 1957")


def test_the_pointer_picks_a_harvest_for_the_tooltip() -> None:
    chart = drawn(Lines((120, 176), (120, None), slots=8, points=("A", "B")))
    plot = ChartPicture(chart).plot(chart.rect)
    chart.on_event(move(plot.left + plot.width * 3 // 16, plot.centery))
    assert chart.tip == "B: reported 176, not weighed"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=5), st.integers(10, 700))
def test_the_parts_of_a_bar_fill_it(amounts: list[int], width: int) -> None:
    bar = SplitBar("Grain", [Part("x", amount, str(amount), "ochre") for amount in amounts])
    edges = bar.edges(pygame.Rect(5, 0, width, 20))
    assert edges[0] == 5
    assert edges == sorted(edges)
    assert edges[-1] == (5 + width if sum(amounts) else 5)


@pytest.mark.parametrize(("before", "now"), [(1240, 1012), (5, 0), (0, 0)])
def test_bowls_count_the_missing(before: int, now: int) -> None:
    there, every = Bowls("Hall", before, now).bowls
    assert 0 <= there <= every
    assert every >= 1


def test_the_season_strip_fills_up_to_the_present() -> None:
    strip = Seasons(1)
    strip.place(pygame.Rect(0, 0, 254, 32), Theme())
    surface = pygame.Surface((254, 32))
    strip.draw(surface)
    assert surface.get_at((6, 11))[:3] == Theme().colours.leaf
    assert surface.get_at((20, 11))[:3] == Theme().colours.jade
    assert surface.get_at((34, 11))[:3] == (0, 0, 0)
    assert strip.value_text == "Summer 1958, 2 of 16"


def told(*figures: str) -> tuple[Ask, ...]:
    return tuple(Ask(figure, figure.title()) for figure in figures)


def asked_chart() -> tuple[Chart, Form, list[str]]:
    """A chart with an account for each figure of its points; and the figures that were asked."""
    chart = Chart("Grain", Lines((100, 300), (100, 100), slots=2, years=("1957", "1958")))
    chart.points_tell([told("reported", "actual", "gap"), told("reported", "actual", "gap")])
    form, opened = Form(chart), []
    form.on_ask = lambda _name, asks: opened.append(" ".join(ask.figure for ask in asks))
    form.place(pygame.Rect(0, 0, 400, 300), Theme())
    chart.place(AREA, Theme())
    return chart, form, opened


def click(form: Form, spot: tuple[float, float]) -> None:
    at = (round(spot[0]), round(spot[1]))
    for event in (move(*at), down(*at), up(*at)):
        form.on_event(event)


QUESTION = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_QUESTION, mod=0, unicode="?")


def test_a_click_on_the_hatched_band_asks_about_the_gap_and_on_a_line_about_the_line() -> None:
    chart, form, opened = asked_chart()
    places = ChartPlaces(chart)
    plot = places.plot(chart.rect)
    x = places.x(plot, 1)
    for value in (200, 300, 100, 20):
        click(form, (x, places.y(plot, value)))
    assert opened == ["gap", "reported", "actual", "reported actual gap"]
    between = (places.x(plot, 0.8), places.y(plot, 180))
    click(form, between)
    assert opened[-1] == "gap"


def test_up_and_down_go_from_line_to_line_and_each_can_be_asked() -> None:
    chart, form, opened = asked_chart()
    form.focus_on(chart)
    for _each in range(4):
        form.on_event(key(pygame.K_DOWN))
        form.on_event(QUESTION)
    assert opened == ["reported", "actual", "gap", "reported actual gap"]
    form.on_event(key(pygame.K_UP))
    assert chart.tip == "2: gap Gap"
    form.on_event(key(pygame.K_LEFT))
    assert chart.tip == "1: gap Gap"


def test_the_band_of_what_may_be_there_is_asked_as_what_was_there() -> None:
    chart, form, opened = asked_chart()
    chart.show(Lines((300, 300), (100, None), ((None), (60, 160)), slots=2))
    places = ChartPlaces(chart)
    plot = places.plot(chart.rect)
    for value in (110, 220):
        click(form, (places.x(plot, 1), places.y(plot, value)))
    assert opened == ["actual", "gap"]


def test_each_bar_can_be_asked_alone() -> None:
    bars = Compare("Grain")
    bars.show([Amount("Here", 9, 9, "9 t", "indigo"), Amount("There", 4, 4, "4 t", "ash")])
    two = [Part("Taken", 3, "3 t", "ochre"), Part("Left", 1, "1 t", "indigo")]
    parts = SplitBar("Split", two)
    for widget in (bars, parts):
        widget.rows_tell([told("first"), told("second")])
        form, opened = Form(widget), []
        form.on_ask = lambda _name, asks, opened=opened: opened.append(asks)
        form.place(pygame.Rect(0, 0, 400, 300), Theme())
        widget.place(pygame.Rect(0, 0, 300, widget.height(300, Theme())), Theme())
        for _told, areas in widget.marks(widget.rect):
            click(form, areas[0].center)
        assert opened == [told("first"), told("second")]
        widget.pick(None)
        form.focus_on(widget)
        for _each in range(2):
            form.on_event(key(pygame.K_DOWN))
            form.on_event(QUESTION)
        assert opened[2:] == [told("first"), told("second")]
