"""Every figure of every screen says why: its parts, read from the dialog, give it exactly."""

import re
from collections.abc import Iterator
from dataclasses import replace
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
from game.ui.screens import registry
from game.ui.screens.registry import build
from game.ui.screens.why import PartsTable, open_why, parts_asked
from game.ui.screens.why_words import FIGURES as NAMES
from game.ui.screens.why_words import PARTS, part_name
from game.ui.settings import Settings
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.chart import Chart
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.table import Column, Table
from tests.ui.screens.conftest import Make, press

DOCUMENTS = {
    "note", "title", "choose", "briefing", "settings", "sound", "keys", "sources", "chronicle",
}  # fmt: skip
"""Screens that show no game: settings, a level's words, words with sources. Others are visited."""
SCREENS = tuple(name for name in registry.SCREENS if name not in DOCUMENTS)
ONCE = {
    "saved", "orders", "brigade_orders", "all_brigades", "menu", "why", "message", "months",
    "looking_back", "since", "name_of_a_life", "timeline", "lives_beside", "briefing", "removed",
}  # fmt: skip
"""Screens that are visited in few moments: most show the map once more."""
SLOW = {"debrief"}  # decisions are weighed for it
MOMENTS = (0, 1, 5, 6, 16)
READ = (6,)  # the moment at which all dialogs are read, in every language
LATE = (6, 16)  # moments at which the screens of `ONCE` and `SLOW` are visited
LANGUAGES = sorted({*words.languages(), words.PSEUDO})
DECIDED = {"stepper", "slider", "toggle", "choice", "tabs", "text field", "timeline", "list"}
"""Roles that show what is decided or chosen here; a figure on one of them is still asked."""
PARTS_THEMSELVES = {"standing"}  # its rows are the parts that its figure has
SCALES = {Decimal(1000), Decimal(10_000)}  # "617 of 1,000": what a figure is out of
DATED = re.compile(
    r"\b\d{1,2} (?:[A-Z][a-z]+ )?(?=1[89]\d\d|20\d\d)|\d\d:\d\d|[A-Z][a-z]+ \d{1,2}, "
    r"|\b(?:1[89]|20)\d\d(?:[-–]\d\d)?\b|\b\d+ of 16\b|\bformat \d\b|\bF\d\b|\b\d+\.(?= )"
)
"""Years, seasons of the strip at the top, formats of saves, numbers of a list."""


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
    """The screen as it is, then each other page of it, and what its choices turn."""
    yield
    tabs = getattr(screen, "tabs", None)
    if tabs is not None:
        for page in range(1, len(tabs.options)):
            tabs.choose(page)
            yield
            turned = {each.key: each for each in every(screen.form) if each.visible}
            if "which" in turned:
                for _each in range(3):
                    screen.which.change(screen.which.value - 1)
                    yield
            if "which_year" in turned:
                for at in range(1, len(screen.tonnes.which.options)):
                    screen.tonnes.which.choose(at)
                    yield


def shown(name: str, session: Session) -> Any:
    """A screen of a game, or of none; the list of saves with one in it."""
    if name == "saved":
        from game.play import saves
        from game.ui.screens.saved import SavedGames

        saves.autosave(session)
        return SavedGames()
    return build(name, session)


def visited(session: Session) -> Iterator[tuple[str, Any, Session]]:
    """Every screen that shows a game, at a moment of it, each page of it."""
    late = session.turn in LATE
    for name in SCREENS:
        if (name in ONCE or name in SLOW) and not late:
            continue
        if session.ended and name in {"map", "brigade", "report", "carts", "months", *ONCE} - {
            "timeline", "lives_beside", "removed", "saved",
        }:  # fmt: skip
            continue
        mine = rewound(session, session.turn)
        screen = shown(name, mine)
        mine = screen.sitting.session if hasattr(screen, "sitting") else mine
        app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
        app.start(screen)
        for _page in pages(screen):
            yield name, screen, mine


def sessions(
    game: Make, *, open_books: bool, moments: tuple[int, ...] = MOMENTS
) -> Iterator[Session]:
    """One game at several moments; one that lasts to the level's end."""
    whole = game(0, open_books)
    whole.play_on(BOTS["historical"])
    for turn in moments:
        yield rewound(whole, min(turn, whole.turn))


def asked(session: Session, *, read: bool = False) -> Iterator[tuple[str, Widget, Ask, Session]]:
    """Every figure of every screen at a moment; `read`: a number that can't be asked fails."""
    for name, screen, mine in visited(session):
        for widget in [each for each in every(screen.form) if each.visible]:
            wanting = without_account(widget) if read else set()
            assert not wanting, f"{name}: {widget.role} {widget.name!r} has no account: {wanting}"
            for ask in widget.asks:
                yield name, widget, ask, mine


def accounts(
    session: Session, ask: Ask, kept: dict[tuple[int, Ask], tuple[Parts, ...]]
) -> tuple[Parts, ...]:
    """The parts of a figure as the dialog has them; those of a closed season are looked up once."""
    key = id(session.opened) if ask.turn is not None else id(session), replace(ask, text="")
    if key not in kept or (ask.turn is None and not ask.given):
        kept[key] = parts_asked(session, ask)
    return kept[key]


# ---- reading numbers as a person does


def numbers(text: str, language: str) -> list[Decimal]:
    """The numbers in a text, in the signs of a language."""
    group, point, text = ",", ".", text.replace("−", "-")
    if language not in {"en", words.PSEUDO}:
        from babel.numbers import get_decimal_symbol, get_group_symbol

        group, point = get_group_symbol(language), get_decimal_symbol(language)
    found = re.findall(rf"[-−]?\d(?:[\d{re.escape(group)}]*\d)?(?:{re.escape(point)}\d+)?", text)
    plain = (one.replace(group, "").replace(point, ".").replace("−", "-") for one in found)
    return [Decimal(one) for one in plain]


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
    return Decimal(1000) if one.unit in {"kg", "g", "kt"} else Decimal(1)


def _rounding(one: Parts, number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    scale = 1000 if one.unit in {"kg", "g", "kt"} else (10 if one.unit == "pm" else 0)
    return Decimal(scale) * Decimal(10) ** exponent / 2


def without_account(widget: Widget) -> set[Decimal]:
    """The numbers that a widget shows and that none of its figures tells."""
    if widget.quotes or (widget.role in DECIDED and not widget.asks):
        return set()
    if widget.key in PARTS_THEMSELVES:
        return set() if widget.asks else {Decimal(0)}
    told = {abs(each) for ask in widget.asks for each in numbers(ask.text, "en")}
    if any(not ask.text for ask in widget.asks):
        return set()  # a bar or boxes: its figures are told when they are asked
    found = {abs(each) for text in readable(widget) for each in numbers(DATED.sub("", text), "en")}
    return found - told - SCALES


def readable(widget: Widget) -> Iterator[str]:
    """All that can be read on a widget."""
    if isinstance(widget, Table):
        for row in widget.rows:
            yield from row
    elif isinstance(widget, Chart):
        for at in range(widget.lines.count):
            yield widget.point_text(at)
    elif widget.role in {"text", "figures", "button"} and widget.key != "message":
        yield widget.name
        yield widget.value_text
    elif widget.role not in {"panel", "picture", "scroll"}:
        yield widget.value_text


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
