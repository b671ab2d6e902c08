"""Every screen at two sizes: inside the window, nothing clipped, nothing on each other."""

from itertools import combinations

import pygame
import pytest

from game.ui.app import App
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import SCREENS, build
from game.ui.theme import HIT
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.gauge import Figure, Stat
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.table import Table
from tests.ui.screens.conftest import Make

SIZES = [(1280, 720), (1920, 1080)]
CASES = [(0, True), (7, True), (7, False), (16, True)]


def shown(screen: Screen, size: tuple[int, int], contrast: bool = False) -> App:
    app = App(size, Settings(reduced_motion=True, high_contrast=contrast), keep=lambda _s: None)
    app.start(screen)
    app.frame(0)
    return app


def scrolled(widgets: list[Widget]) -> set[int]:
    """Widgets inside a window on taller content."""
    found: set[int] = set()

    def inside(group: Group, deep: bool) -> None:
        for child in group.children:
            if deep:
                found.add(id(child))
            if isinstance(child, Group):
                inside(child, deep or isinstance(child, ScrollView))

    for widget in widgets:
        if isinstance(widget, ScrollView):
            inside(widget, True)
    return found


def check(screen: Screen, size: tuple[int, int]) -> None:
    window = pygame.Rect((0, 0), size)
    widgets = [each for each in screen.widgets() if each.visible]
    views = [w for w in widgets if isinstance(w, ScrollView)]
    free = scrolled([*widgets, *_hidden_views(screen)])
    for widget in widgets:
        if id(widget) not in free and widget.role != "panel" and widget.rect.width:
            assert window.contains(widget.rect), f"{widget.name!r} {widget.rect} leaves the window"
        fits(widget)
    usable = [w for w in widgets if w.focusable and id(w) not in free and w not in views]
    for widget in usable:
        small = min(widget.rect.size)
        assert small >= widget.theme.px(HIT) - 14 * widget.theme.scale, f"{widget.name!r} is small"
    for one, other in combinations(usable, 2):
        both = one.rect.clip(other.rect)
        assert both.width * both.height == 0, f"{one.name!r} lies on {other.name!r}"


def _hidden_views(screen: Screen) -> list[Widget]:
    """Views that do not scroll are not among the walked widgets."""
    found: list[Widget] = []

    def walk(group: Group) -> None:
        for child in group.children:
            if isinstance(child, ScrollView):
                found.append(child)
            if isinstance(child, Group):
                walk(child)

    walk(screen.form)  # type: ignore[attr-defined]
    return found


def fits(widget: Widget) -> None:
    """Its words have the room they need."""
    theme, rect = widget.theme, widget.rect
    if not rect.width:
        return
    if isinstance(widget, Label | Head | Notice):
        need = widget.height(rect.width, theme)
        assert need <= rect.height + theme.px(1), f"{widget.name!r} needs {need}, has {rect.height}"
    if isinstance(widget, Button) and type(widget) is Button:
        need = widget.width(theme) - theme.px(16)
        assert need <= rect.width, f"{widget.name!r} needs {need}, has {rect.width}"
    if isinstance(widget, Stat | Figure):
        need = widget.width(theme)
        assert need <= rect.width + theme.px(2), f"{widget.name!r} needs {need}, has {rect.width}"
    if isinstance(widget, Table):
        cells(widget)


def cells(table: Table) -> None:
    """Neighbouring cells of a row do not run into each other."""
    from game.ui import fonts
    from game.ui.theme import SECOND, SECOND_BOLD, SMALL

    spans = table.spans(table.rect)
    rows = [[column.name for column in table.columns], *table.rows]
    for number, row in enumerate(rows):
        last = table.sums and number == len(rows) - 1
        style = SMALL if number == 0 else (SECOND_BOLD if last else SECOND)
        end = table.rect.left - 1
        for column, (left, right), cell in zip(table.columns, spans, row, strict=False):
            wide = fonts.width_of(cell, style, table.theme)
            begin = right - wide if column.right else left
            assert not cell or begin > end, f"{table.name!r}: {cell!r} runs into its neighbour"
            if cell:
                end = begin + wide
        assert end <= table.rect.right + 2, f"{table.name!r}: {row!r} leaves the table"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["title", "note", "choose", "settings", "sources"])
def test_plain_screens(name: str, size: tuple[int, int]) -> None:
    screen = build(name, None)
    shown(screen, size)
    check(screen, size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("turns", "books"), CASES)
def test_screens_of_a_game(game: Make, turns: int, books: bool, size: tuple[int, int]) -> None:
    names = ["debrief", "ledger", "season"] if turns == 16 else [
        "map", "orders", "report", "season", "briefing", "ledger", "carts", "months", "debrief",
    ]  # fmt: skip
    for name in names:
        screen = build(name, game(turns, books))
        shown(screen, size)
        check(screen, size)


@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_debrief_and_the_ledger(game: Make, size: tuple[int, int]) -> None:
    session = game(16)
    for name in ("debrief", "ledger"):
        screen = build(name, session)
        shown(screen, size)
        for page in range(len(screen.tabs.options)):  # type: ignore[attr-defined]
            screen.tabs.choose(page)  # type: ignore[attr-defined]
            check(screen, size)


@pytest.mark.parametrize("size", SIZES)
def test_brigade_orders(game: Make, size: tuple[int, int]) -> None:
    from game.ui.screens.village import Village

    screen = build("orders", game(7, False))
    assert isinstance(screen, Village)
    shown(screen, size)
    screen.select("Pine Ridge")
    screen.drawer.tabs.choose(1)
    check(screen, size)
    assert any(row.offer.kind == "crops" for row in screen.drawer.rows)


@pytest.mark.parametrize("scale", [75, 125, 150, 200, 300])
def test_larger_text_stays_in_the_window(game: Make, scale: int) -> None:
    session = game(3)
    for name in ("map", "orders", "season", "debrief", "ledger", "note", "settings", "choose"):
        screen = build(name, None if name in {"note", "settings", "choose"} else session)
        app = App((1280, 720), Settings(reduced_motion=True), scale / 100, lambda _s: None)
        app.start(screen)
        app.frame(0)
        check(screen, (1280, 720))


def test_small_window(game: Make) -> None:
    for name in ("map", "report", "season", "debrief", "carts"):
        screen = build(name, game(1))
        shown(screen, (1024, 600))
        check(screen, (1024, 600))


def test_all_screens_are_known() -> None:
    with pytest.raises(ValueError, match="there is no screen"):
        build("nothing", None)
    assert "map" in SCREENS
