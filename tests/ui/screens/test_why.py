"""Every figure of every screen says why: its parts, read from the dialog, give it exactly."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game import words
from game.levelfiles.load import load_all
from game.levelfiles.place import MapFacts
from game.play.explained import parts
from game.play.session import Session
from game.sim.parts_of import FIGURES
from game.sim.why import Parts, reckon
from game.ui.app import App
from game.ui.map.village import VillageMap, open_map
from game.ui.screens import sitting
from game.ui.screens.registry import build
from game.ui.screens.why import PartsTable, open_why, parts_asked
from game.ui.screens.why_words import FIGURES as NAMES
from game.ui.screens.why_words import PARTS, part_name
from game.ui.theme import Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.table import Column, Table
from tests.ui.screens.conftest import Make, press
from tests.ui.screens.why_reading import agrees, amount, without_account, worked_out
from tests.ui.screens.why_visits import READ, asked, sessions

LANGUAGES = sorted({*words.languages(), words.PSEUDO})


@pytest.fixture(autouse=True, scope="module")
def one_village() -> Iterator[None]:
    """The level is read once and its map opened once, for the many sittings of these tests.

    No figure stands on the map's own picture; its notes tell what the panels tell.
    """
    maps: dict[object, VillageMap] = {}

    def opened(folder: Path, facts: MapFacts, theme: Theme) -> VillageMap:
        if folder not in maps:
            maps[folder] = open_map(folder, facts, theme)
        return maps[folder]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sitting, "load_all", cache(load_all))
        patch.setattr(sitting, "open_map", opened)
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


def spoken(session: Session) -> Any:
    """The words of the level."""
    return lambda key: session.level.words.get(key, key)


def accounts(
    session: Session, ask: Ask, kept: dict[tuple[int, Ask], tuple[Parts, ...]]
) -> tuple[Parts, ...]:
    """The parts of a figure as the dialog has them; those of a closed season are looked up once."""
    key = id(session.opened) if ask.turn is not None else id(session), replace(ask, text="")
    if key not in kept or (ask.turn is None and not ask.given):
        kept[key] = parts_asked(session, ask)
    return kept[key]


# ---- the laws


@pytest.mark.parametrize("open_books", [True, False])
def test_every_figure_of_every_screen_is_given_exactly_by_its_parts(
    game: Make, open_books: bool, record_property: Any
) -> None:
    """And every number that can be read on a screen is one of them: see `without_account`."""
    count, figures, unknown = 0, set(), 0
    for session in sessions(game, open_books=open_books):
        kept: dict[tuple[int, Ask], tuple[Parts, ...]] = {}
        for name, widget, ask, mine in asked(session, read=True):
            found = accounts(mine, ask, kept)
            where = f"{name}: {widget.name!r} {ask}"
            assert found, where
            for account in found:
                assert reckon(account.steps) == account.value, where
                left_over = [step for step in account.steps if step.op == "rest"]
                assert all(abs(step.by) <= 3 for step in left_over), where
                unknown += not account.known
            assert agrees(ask, found, "en"), f"{where} {found}"
            count += 1
            figures.add((ask.figure, ask.unit))
    record_property("figures", count)
    print(f"open books {open_books}: {count} figures shown, {len(figures)} different ones")  # noqa: T201
    assert count > 3500
    assert (unknown > 0) is not open_books or open_books


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("open_books", [True, False])
def test_the_dialog_gives_the_figure_in_every_language(
    game: Make, language: str, open_books: bool
) -> None:
    words.use(language)
    read: set[Ask] = set()
    for session in sessions(game, open_books=open_books, moments=READ):
        for name, _widget, ask, mine in asked(session):
            key = replace(ask, text="")
            if key in read and name != "report":
                continue
            read.add(key)
            form = Group()
            opened: list[Any] = []
            form.open = opened.append  # type: ignore[attr-defined]
            form.close = lambda: None  # type: ignore[attr-defined]
            open_why(form, mine, spoken(mine), "?", [ask])  # type: ignore[arg-type]
            table = opened[0].inside
            assert isinstance(table, PartsTable)
            heads = [*sorted(table.heads), len(table.rows)]
            for account, begin, end in zip(table.accounts, heads, heads[1:], strict=False):
                rows = table.rows[begin + 1 : end]
                assert worked_out(rows, language) == account.value, (ask, rows)
                assert amount(table.rows[begin][2], language) == account.value


@pytest.mark.parametrize("open_books", [True, False])
def test_every_part_has_a_name(game: Make, open_books: bool) -> None:
    for session in sessions(game, open_books=open_books):
        for figure in FIGURES:
            for account in parts(session, figure):
                for step in account.steps:
                    told = part_name(step.name, spoken(session))
                    known = step.name in session.level.units or step.name in PARTS
                    crop = step.name.partition(".")[2] in session.level.words
                    assert known or crop or "." in step.name, f"{figure}: {step.name} has no words"
                    assert "_" not in told, told
    assert set(FIGURES) <= set(NAMES)


def test_a_figure_without_an_account_is_found() -> None:
    assert without_account(Label("Of 7,800 people 921 died."))
    assert not without_account(Label("In autumn 1960, as in 1958–61."))
    half = Label("Of 7,800 people 921 died.")
    half.can_tell(Ask("people", "7,800"))
    assert without_account(half) == {Decimal(921)}
    columns = [Column(""), Column("", right=True), Column("", right=True)]
    table = Table("", columns, [["People", "7,800", "921"]])
    assert without_account(table) == {Decimal(7800), Decimal(921)}
    table.rows_tell([[Ask("people", "7,800"), Ask("deaths", "921")]])
    assert not without_account(table)


def test_what_can_not_be_known_is_there_and_says_so(game: Make) -> None:
    session = game(6, False)
    for account in parts(session, "store", 0):
        assert account.bound
        assert not account.known
        assert account.steps[-1].op == "?"
    (reported,) = parts(session, "reported")
    assert [step.op for step in reported.steps][:2] == ["=", "?"]
    truth = session.states[-1].tally[0].sum()
    assert truth not in [step.by for step in reported.steps]


def test_a_question_mark_asks_whatever_has_the_focus(app: App, game: Make) -> None:
    screen: Any = build("map", game(6))
    app.start(screen)
    for key, figure in (("kcal", "kcal"), ("split", "taken"), ("labour0", "share0")):
        screen.form.focus_on(screen.form.find(key))
        press(app, 0, "?")
        table = screen.form.modal.inside
        assert table.accounts[0].figure == figure
        press(app, 27)
        assert screen.form.modal is None


def test_enter_on_a_brigade_opens_its_own_parts(app: App, game: Make) -> None:
    import pygame

    screen: Any = build("map", game(6))
    app.start(screen)
    screen.form.focus_on(screen.form.find("hands"))
    press(app, pygame.K_RETURN, "\r")
    dialog = screen.form.modal
    dialog.focus_on(dialog.inside)
    press(app, pygame.K_DOWN)
    press(app, pygame.K_DOWN)
    press(app, pygame.K_RETURN, "\r")
    deeper = screen.form.modal.inside.accounts[0]
    assert (deeper.figure, deeper.brigade) == ("hands", screen.sitting.view.units[0].name)
    assert deeper.value == screen.sitting.view.units[0].hands


def test_kcal_worked_by_hand(game: Make) -> None:
    session = game(6)
    view = session.view()
    (account,) = parts(session, "kcal")
    kg = sum(unit.eaten_kg + unit.private_kg for unit in view.units)
    assert account.value == kg * 1000 // (view.people * 90) * 2700 // 1000 == view.kcal_day


def test_batches_do_not_pay_for_parts(game: Make) -> None:
    from game.sim import turn
    from game.sim.arrays import ints
    from game.sim.orders import at_start

    session = game(0)
    given = (session.level, session.params, at_start(session.level, 2), 1, ints([0, 1]))
    begun = turn.begin(session.level, session.params, 1, ints([0, 1]))
    assert all(step.why == () for step in turn.season(begun, *given))


def test_turning_a_knob_opens_no_dialog(app: App, game: Make) -> None:
    import pygame

    from tests.ui.screens.conftest import click

    screen: Any = build("map", game(6))
    app.start(screen)
    app.frame(0.02)
    slider = screen.form.find("labour0")
    click(app, slider.rect.center)
    press(app, pygame.K_RETURN, "\r")
    assert screen.form.modal is None
    click(app, screen.form.find("kcal").rect.center)
    assert screen.form.modal is not None
