"""What lies over a screen without being one of its widgets: notes on the map, the guide's slip."""

import itertools
from collections.abc import Iterator

import pygame
import pytest

from game import words
from game.bots import BOTS, SUCCESSOR
from game.places import levels
from game.play.bundle import Opened, from_folder
from game.play.session import Session
from game.ui.screen import FormScreen
from game.ui.screens import flow
from game.ui.screens.ledger import Ledger
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from game.ui.theme import Theme
from game.ui.tutorial import Companion
from tests.ui.layout.rules import SLACK, Placed, alone, together
from tests.ui.layout.test_layout import LANGUAGES, SHOWN, combinations
from tests.ui.layout.words_set import without_ink, words_of

LEAST = (430, 260)  # logical px of a window in which slip and thing fit beside each other
BESIDE = (640, 360)  # of one in which a note on the map has room, too


@pytest.fixture(scope="module")
def opened() -> Opened:
    return from_folder(levels() / "willow_bend")


def of_the_note(village: Village, size: tuple[int, int]) -> Iterator[str]:
    """Trouble with the note on the map: words beside its paper, paper outside the free map."""
    theme, camera = village.theme, village.sheet.map.camera
    told = village.sheet.map.note
    free = camera.free or camera.view
    if told is None or free.width < theme.px(120):
        return
    camera.center_on(*told.at)
    small = village.sheet.map.minimap.rect(camera, theme)
    box = told.box(camera, theme, small)
    if not free.contains(box):
        yield f"the note {tuple(box)} leaves the free map {tuple(free)}"
    if small is not None and box.colliderect(small):
        yield f"the note {tuple(box)} lies on the small map {tuple(small)}"
    with without_ink() as recorder:
        told.draw(pygame.Surface(size), camera, theme, small)
        found = list(recorder.found)
    for text, area in found:
        if not box.contains(area.inflate(theme.px(SLACK), theme.px(SLACK))):
            yield f"{text!r} at {tuple(area)} stands out of the note {tuple(box)}"
    for one, other in itertools.pairwise(found):
        if one.area.clip(other.area).height > theme.px(1):
            yield f"{one.text!r} lies on {other.text!r}"
    if camera.free is not None and camera.free.collidepoint(camera.to_screen(*told.at)) != bool(
        found
    ):
        yield "the note is not written where its place can be seen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_on_the_map_everywhere(language: str, opened: Opened) -> None:
    """Of the furnaces, and of a brigade's fields."""
    words.use(language)
    session = Session.of(opened, 7, True, successor=SUCCESSOR)
    session.play_on(BOTS["historical"], 6)
    sitting = Sitting(session, kept=False)
    village, written = Village(sitting), 0
    found: list[str] = []
    for size, scale in combinations(language):
        for chosen in (None, session.level.units[0]):
            sitting.selected = chosen
            village.layout(size, Theme(scale, reduced_motion=True))
            written += village.sheet.map.note is not None
            where = f"{size[0]}x{size[1]} at {scale:.0%}, {chosen}:"
            found += [f"{where} {trouble}" for trouble in of_the_note(village, size)]
    assert written, "no note was ever there"
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])


# ---- the guide


def guided() -> Iterator[tuple[str, FormScreen]]:
    """Every screen of First Harvest on which the guide has something to say, step by step."""
    game = Sitting(
        Session.begin(levels() / "first_harvest", 3, True, successor=SUCCESSOR), kept=False
    )
    for step in game.guide.steps:
        while game.session.turn < step.turn or (
            step.screen == "desk" and game.session.phase != "desk"
        ):
            game.close() if game.session.phase == "desk" else game.end_season()
        made = {
            "village": flow.village, "desk": flow.desk, "carts": flow.carts,
            "figures": flow.figures, "ledger": Ledger,
        }[step.screen]  # fmt: skip
        game.guide.at = game.guide.steps.index(step)
        yield step.id, made(game)  # type: ignore[misc]


def of_the_slip(screen: FormScreen, slip: Companion, size: tuple[int, int]) -> Iterator[str]:
    """Trouble with the guide's slip: its own words and buttons, and what it points at."""
    window = pygame.Rect((0, 0), size)
    mine = [Placed(each, None, window) for each in slip.walk()]
    with without_ink() as recorder:
        for each in mine:
            each.words = words_of(each.widget, recorder, pygame.Surface((1, 1)))
    for each in mine:
        yield from alone(each, window)
        if not slip.rect.contains(each.widget.rect):
            yield f"{each.name} leaves the slip {tuple(slip.rect)}"
    yield from together([each for each in mine if each.widget.role != "panel"])
    roomy = min(size[0] / LEAST[0], size[1] / LEAST[1]) >= slip.theme.scale
    roomier = min(size[0] / BESIDE[0], size[1] / BESIDE[1]) >= slip.theme.scale
    for kept in screen.kept_free() if roomier else ():
        if slip.rect.colliderect(kept):
            yield f"the slip {tuple(slip.rect)} hides the note on the map, {tuple(kept)}"
    if slip.target is not None and roomy:
        seen = slip.target.clip(window)
        hidden = slip.rect.clip(seen)
        if 2 * hidden.width * hidden.height > seen.width * seen.height:
            yield f"the slip {tuple(slip.rect)} hides what it points at, {tuple(slip.target)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_slip_everywhere(language: str) -> None:
    words.use(language)
    found: list[str] = []
    seen = 0
    for name, screen in guided():
        for size, scale in combinations(language):
            screen.layout(size, Theme(scale, reduced_motion=True))
            slip = next(one for one in screen.form.children if isinstance(one, Companion))
            if not slip.visible:
                found.append(f"{name}: not shown")
                continue
            seen += 1
            where = f"{name} {size[0]}x{size[1]} at {scale:.0%}:"
            found += [f"{where} {trouble}" for trouble in of_the_slip(screen, slip, size)]
    assert seen
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:SHOWN])
