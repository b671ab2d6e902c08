"""Every figure of every screen says why: its parts, read from the dialog, give it exactly."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from game import words
from game.bots import BOTS
from game.play.explained import parts
from game.play.lives import rewound
from game.play.session import Session
from game.sim.parts_of import FIGURES
from game.sim.why import Parts, reckon
from game.ui.app import App
from game.ui.screens.registry import build
from game.ui.screens.why import PartsTable, open_why
from game.ui.screens.why_words import FIGURES as NAMES
from game.ui.screens.why_words import PARTS, part_name
from game.ui.settings import Settings
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.group import Group
from tests.ui.screens.conftest import Make, press

SCREENS = ("map", "brigade", "report", "carts", "season", "ledger")
MOMENTS = (0, 1, 5, 6, 16)
READ = (5, 6)  # moments at which all texts are read, in every language
KNOBS = {"deliver"}  # sliders that are decisions
LANGUAGES = sorted({*words.languages(), words.PSEUDO})
NOT_FIGURES = {
    "stepper", "toggle", "choice", "tabs", "list", "text field", "progress", "picture", "panel",
    "button", "timeline",
}  # fmt: skip
"""Roles that show decisions, names and dates; lists and buttons with figures still tell them."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


def spoken(session: Session) -> Any:
    """The words of the level."""
    return lambda key: session.level.words.get(key, key)


def every(widget: Widget) -> Iterator[Widget]:
    yield widget
    if isinstance(widget, Group):
        for child in widget.children:
            yield from every(child)


def pages(screen: Any) -> Iterator[None]:
    """The screen as it is, then each other page of it."""
    yield
    tabs = getattr(screen, "tabs", None)
    if tabs is not None:
        for page in range(1, len(tabs.options)):
            tabs.choose(page)
            yield
            if page == 1:
                for _each in range(3):
                    screen.which.change(screen.which.value - 1)
                    yield


def sessions(
    game: Make, *, open_books: bool, moments: tuple[int, ...] = MOMENTS
) -> Iterator[Session]:
    """One game at several moments; one that lasts to the level's end."""
    whole = game(0, open_books)
    whole.play_on(BOTS["historical"])
    for turn in moments:
        yield rewound(whole, min(turn, whole.turn))


def asked(session: Session) -> Iterator[tuple[str, Widget, Ask, Session]]:
    """Every figure of every screen at a moment."""
    for name in SCREENS:
        if session.ended and name in {"map", "brigade", "report", "carts"}:
            continue
        mine = rewound(session, session.turn)
        screen: Any = build(name, mine)
        app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
        app.start(screen)
        for _page in pages(screen):
            for widget in [each for each in every(screen.form) if each.visible]:
                for ask in widget.asks:
                    yield name, widget, ask, mine


# ---- reading numbers as a person does


def numbers(text: str, language: str) -> list[Decimal]:
    """The numbers in a text, in the signs of a language."""
    group, point = ",", "."
    if language not in {"en", words.PSEUDO}:
        from babel.numbers import get_decimal_symbol, get_group_symbol

        group, point = get_group_symbol(language), get_decimal_symbol(language)
    found = re.findall(rf"-?\d(?:[\d{re.escape(group)}]*\d)?(?:{re.escape(point)}\d+)?", text)
    return [Decimal(one.replace(group, "").replace(point, ".")) for one in found]


def amount(text: str, language: str) -> int:
    """An amount in its smallest unit: a percentage in thousandths."""
    (value,) = numbers(text, language)
    whole = value * 10 if "%" in text else value
    assert whole == int(whole), text
    return int(whole)


def worked_out(rows: list[list[str]], language: str) -> int:
    """A figure from the texts of its parts alone; each part's amount must follow from it."""
    total = weighed = weights = 0
    for at, (_name, by, told) in enumerate(rows):
        sign = next((one for one in by if one in "+−×÷"), "")
        given = numbers(by, language)
        if not numbers(told, language):
            continue  # there is such a part, and it can't be known
        if sign in {"+", "−"}:
            total += int(given[0]) * (1 if sign == "+" else -1)
        elif sign == "×":
            total = int(total * given[0] // 1)
        elif sign == "÷":
            total //= int(given[0])
        elif len(given) == 2:
            share = int(given[0] * 10) if "%" in by else int(given[0])
            weighed, weights = weighed + share * int(given[1]), weights + int(given[1])
            total = weighed // max(1, weights)
        else:  # the first, or a floor or ceiling
            assert at == 0 or not by, by
            total = amount(told, language)
        assert amount(told, language) == total, (rows, at)
    return total


def agrees(ask: Ask, accounts: tuple[Parts, ...], language: str) -> bool:
    """The text on the screen is the figure that the parts give, as far as it is rounded there."""
    told = numbers(ask.text, language)
    if not told:
        return True  # a word, or boxes
    ranged = [one for one in accounts if one.bound]
    values = ranged[:2] if len(told) == 2 else accounts[:1]
    return len(told) == len(values) and all(
        abs(number * _scale(one, ask.text) - one.value) <= _rounding(one, number)
        for number, one in zip(told, values, strict=True)
    )


def _scale(one: Parts, text: str) -> Decimal:
    if one.unit == "pm" and "%" in text:
        return Decimal(10)
    return Decimal(1000) if one.unit in {"kg", "g"} else Decimal(1)


def _rounding(one: Parts, number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    scale = 1000 if one.unit in {"kg", "g"} else (10 if one.unit == "pm" else 0)
    return Decimal(scale) * Decimal(10) ** exponent / 2


# ---- the laws


@pytest.mark.parametrize("open_books", [True, False])
def test_every_figure_of_every_screen_is_given_exactly_by_its_parts(
    game: Make, open_books: bool, record_property: Any
) -> None:
    shown, figures, unknown = 0, set(), 0
    for session in sessions(game, open_books=open_books):
        for name, widget, ask, mine in asked(session):
            accounts = parts(mine, ask.figure, ask.unit, ask.turn)
            where = f"{name}: {widget.name!r} {ask}"
            assert accounts, where
            for account in accounts:
                assert reckon(account.steps) == account.value, where
                left_over = [step for step in account.steps if step.op == "rest"]
                assert all(abs(step.by) <= 3 for step in left_over), where
                unknown += not account.known
            assert agrees(ask, accounts, "en"), f"{where} {accounts}"
            shown += 1
            figures.add((ask.figure, ask.unit))
    record_property("figures", shown)
    print(f"open books {open_books}: {shown} figures shown, {len(figures)} different ones")  # noqa: T201
    assert shown > 1500
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
            key = Ask(ask.figure, "", ask.unit, ask.turn)
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


@pytest.mark.parametrize("open_books", [True, False])
def test_no_figure_stands_on_a_screen_without_an_account(game: Make, open_books: bool) -> None:
    """Whatever shows a number besides decisions, names and dates can be asked."""
    for session in sessions(game, open_books=open_books, moments=READ):
        for name in SCREENS:
            screen: Any = build(name, rewound(session, session.turn))
            app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
            app.start(screen)
            for widget in [each for each in every(screen.form) if each.visible]:
                digits = re.search(r"\d", re.sub(r"\b19[56]\d\b", "", widget.value_text))
                if widget.role in NOT_FIGURES or widget.key in KNOBS or not digits:
                    continue
                assert widget.asks, f"{name}: {widget.role} {widget.name!r}: {widget.value_text}"


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
