"""A turn by ear alone: what is announced tells where one is, what stands there, and what came."""

import pygame

from game.places import levels
from game.play.session import Session
from game.ui import settings
from game.ui.app import App
from game.ui.screens import flow
from game.ui.screens.sitting import Sitting
from game.ui.settings import Settings
from game.ui.widgets import announce
from tests.ui.screens.conftest import press


def heard(app: App, *keys: int) -> list[str]:
    """What is said after some keys."""
    announce.lines.clear()
    for key in keys:
        press(app, key)
    app.frame(0.2)
    return list(announce.lines)


def at_the_desk() -> tuple[App, Sitting]:
    chosen = Settings(reduced_motion=True, guide=False)
    settings.save(chosen)
    app = App((1280, 720), chosen)
    game = Sitting(Session.begin(levels() / "first_harvest", 3, True), kept=False)
    app.start(flow.village(game))
    return app, game


def test_pages_of_prose_are_read_when_they_are_shown() -> None:
    app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
    announce.lines.clear()
    app.start(flow.note())
    said = list(announce.lines)
    assert said[0] == "Before you begin"
    assert any("Tens of millions of people died" in line for line in said)
    assert said[-1] == "Continue, button"


def test_a_turn_by_ear() -> None:
    announce.lines.clear()
    app, game = at_the_desk()
    first = list(announce.lines)
    assert first[0].startswith("Spring 1958, Apricot Pool. County office, by courier: Yesterday")
    told = len(app.screen.bottom.messages())  # type: ignore[union-attr]
    assert first[0].endswith(f"(1 of {told})")
    assert f"(2 of {told})" in heard(app, pygame.K_m)[-1]
    assert heard(app, pygame.K_n)[-1].startswith("Apricot Pool, 446 hands")
    press(app, pygame.K_n, mod=pygame.KMOD_SHIFT)
    whole = heard(app, pygame.K_F2)
    for line in ("in store: 143 t", "county view: Steady", "The next message, button"):
        assert line in whole
    assert any(line.startswith("Fields, slider: 90%") and "wanted:" in line for line in whole)
    app.screen.form.focus_on(app.screen.form.find("labour0"))  # type: ignore[union-attr]
    assert heard(app, pygame.K_LEFT)[0].startswith("89%, ")
    after = heard(app, pygame.K_e)
    opening = next(line for line in after if line.startswith("Spring 1958, in figures. "))
    for told in ("In the common granaries: ", "People: ", "Died: ", "county: Steady"):
        assert told in opening
    assert after[-1] == "Continue, button"
    told = heard(app, pygame.K_F2)
    assert any(line.startswith("In the common granaries, Before 143 t, Now ") for line in told)
    heard(app, pygame.K_RETURN)
    heard(app, pygame.K_e)
    desk = heard(app, pygame.K_F2)
    assert any(line.startswith("Brigade Pear Hill, ") and ", Says " in line for line in desk), desk
    app.screen.form.focus_on(app.screen.form.find("figure"))  # type: ignore[union-attr]
    assert heard(app, pygame.K_LEFT)[-1].endswith(" t")
    assert game.session.given
