"""Every screen, at every scale, size and language: read whole, hit easily, nothing on anything.

The registry of screens says what there is; a screen that turns pages is walked page by page.
"""

from collections.abc import Iterator

import pygame
import pytest

from game import words
from game.bots import BOTS, SUCCESSOR
from game.places import levels
from game.play.bundle import Opened, from_folder
from game.play.session import Session
from game.ui.screen import FormScreen
from game.ui.screens.page import Page
from game.ui.screens.registry import OF_GAME, PLAIN, build
from game.ui.theme import PROJECTED, Theme, scale_for, whole_scale
from game.ui.widgets.choice import Tabs
from tests.ui.layout import plans
from tests.ui.layout.rules import problems

SCALES = (0.75, 1.0, 1.5, 2.0, 3.0)
SIZES = ((1024, 600), (1280, 720), (1920, 1080), (3840, 2160))
LANGUAGES = ("en", words.PSEUDO)
WHEN = {"map": 7, "season": 6, "report": 7, "ledger": 16, "debrief": 16}  # turns played before
CLOSED = {"report", "orders", "brigade_orders"}  # shown with closed books: more stands on them
SHOWN = 6  # problems told at most


@pytest.fixture(scope="module")
def opened() -> Opened:
    return from_folder(levels() / "willow_bend")


def combinations(language: str) -> list[tuple[tuple[int, int], float]]:
    """All sizes with all scales in English; every other pair in the long language.

    So each pair of size, scale and language is met, and the window that is smallest for its scale.
    """
    pairs = [(size, scale) for size in SIZES for scale in SCALES]
    if language == "en":
        return pairs
    places = [(SIZES.index(size) + SCALES.index(scale)) % 2 for size, scale in pairs]
    return [pair for pair, odd in zip(pairs, places, strict=True) if not odd]


def made(name: str, opened: Opened) -> FormScreen:
    session = None
    if name in OF_GAME:
        session = Session.of(opened, 7, name not in CLOSED, successor=SUCCESSOR)
        session.play_on(BOTS["historical"], WHEN.get(name, 3))
    screen = build(name, session)
    assert isinstance(screen, FormScreen)
    return screen


def pages(screen: FormScreen) -> Iterator[str]:
    """Turn every page that the screen has; the name of the one that is shown."""
    turned = [each for each in screen.widgets() if isinstance(each, Tabs)]
    if not turned:
        yield ""
    for tabs in turned:
        for at in range(len(tabs.options)):
            tabs.choose(at)
            yield tabs.options[at]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*PLAIN, *OF_GAME])
def test_every_screen_everywhere(name: str, language: str, opened: Opened) -> None:
    words.use(language)
    screen = made(name, opened)
    found = plans.moved(name, plans.laid_out(screen)) if language == "en" else []
    pygame.display.set_mode(SIZES[0])
    for size, scale in combinations(language):
        screen.layout(size, Theme(scale, reduced_motion=True))
        if screen.theme.scale != scale:
            found.append(f"{size} shows {screen.theme.scale:.0%} where {scale:.0%} is set")
        for page in pages(screen):
            where = f"{size[0]}x{size[1]} at {scale:.0%} {page}:"
            found += [f"{where} {trouble}" for trouble in problems(screen, size)]
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])


def test_the_plan_of_a_screen_is_held() -> None:
    plan = plans.kept()["season"]
    (thing, rect), *others = plan
    wider = [rect[0], rect[1], rect[2] + plans.SLACK + 1, rect[3]]
    assert plans.moved("season", plan) == []
    assert thing in plans.moved("season", [(thing, wider), *others])[0]
    assert thing in plans.moved("season", others)[0]
    assert plans.kept().keys() == {*PLAIN, *OF_GAME}


@pytest.mark.parametrize(("turns", "books"), [(0, True), (9, False)])
def test_every_stage_of_a_game(turns: int, books: bool, opened: Opened) -> None:
    """Early and late, in open and in closed books, at the sizes most people have."""
    found: list[str] = []
    for name in OF_GAME:
        session = Session.of(opened, 11, books, successor=SUCCESSOR)
        session.play_on(BOTS["historical"], turns)
        if session.ended and name not in {"season", "ledger"}:
            continue
        screen = build(name, session)
        assert isinstance(screen, FormScreen)
        for size, scale in (((1366, 768), 1.05), ((1280, 720), 1.25)):
            screen.layout(size, Theme(scale, reduced_motion=True))
            for page in pages(screen):
                where = f"{name} {size[0]}x{size[1]} at {scale:.0%} {page}:"
                found += [f"{where} {trouble}" for trouble in problems(screen, size)]
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])


def test_a_long_note_stays_on_its_page(opened: Opened) -> None:
    """Why a game could not be saved may be long; it lies neither on the frame nor on the rule."""
    screen = made("season", opened)
    assert isinstance(screen, Page)
    screen.note.set(
        "The game was not saved: " + "the disc is full, and nothing more can be kept. " * 2
    )
    found: list[str] = []
    for size, scale in combinations("en"):
        screen.layout(size, Theme(scale, reduced_motion=True))
        found += [f"{size} at {scale:.0%} {trouble}" for trouble in problems(screen, size)]
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_for_a_projector(size: tuple[int, int], opened: Opened) -> None:
    """Larger text and one panel at a time, on the screens of a turn."""
    found: list[str] = []
    usual = scale_for(size[1], size[0])
    theme = Theme(whole_scale(usual * PROJECTED), reduced_motion=True, projector=True)
    for name in ("map", "orders", "message", "report", "season", "carts"):
        screen = made(name, opened)
        screen.layout(size, theme)
        for page in pages(screen):
            found += [f"{name} {size} {page}: {trouble}" for trouble in problems(screen, size)]
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])
