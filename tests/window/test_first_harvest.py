"""First Harvest in a real window, from the title to the debrief: once by mouse, once by keyboard.

Nothing is judged by pixels. The keyboard player goes by what the game announces, as one who cannot
see it; the mouse player knows where things are from the same screens laid out beside the window.
Whether a game was played is read from its save.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.play import saves
from game.play.session import Session
from game.ui.app import App
from game.ui.screen import FormScreen
from game.ui.screens import flow
from game.ui.screens.debrief import Debrief
from game.ui.screens.months import MapScene
from game.ui.screens.report_desk import ReportDesk
from game.ui.screens.village import Village
from game.ui.settings import Settings
from game.ui.widgets.listbox import ListBox
from tests.ui.screens.conftest import click, own_home
from tests.window.desk import ROOT, SIZE, Desk, missing

__all__ = ["own_home"]
pytestmark = [pytest.mark.window, pytest.mark.skipif(bool(missing()), reason=missing())]

LEVEL, SEASONS = "First Harvest", 5
MOVES = 60  # of a hand, at most, on the way to the debrief


def said(part: str) -> Callable[[str], bool]:
    return lambda line: part.lower() in line.lower()


def check(home: Path) -> Session:
    """The game that was kept was played to its end, and comes out the same when played again."""
    found = sorted((home / "data").rglob("*.save.jsonl"))
    assert found, "no game was saved"
    save = max(found, key=lambda path: saves.load(path).turn)
    env = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    again = subprocess.run(
        [sys.executable, "main.py", "replay", str(save), "--verify"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert again.returncode == 0, again.stdout + again.stderr
    assert f"first_harvest, seed 1, run 0, {SEASONS} of {SEASONS} turns" in again.stdout
    assert f"all {SEASONS} turns come out as recorded" in again.stdout
    session = saves.load(save)
    assert session.ended
    return session


def reported(session: Session) -> list[tuple[int, int]]:
    """What was written and what was there, at each harvest of the game."""
    told = session.view().harvests
    return [(one.reported_kg, one.actual.kg) for one in told if not one.before]


# ---- by keyboard, by ear -------------------------------------------------------------------------


def tab_to(desk: Desk, name: str) -> None:
    """Tab until the thing is announced."""
    for step in range(40):
        late = desk.forget()  # what came after the last look
        if step and any(line.startswith(name) for line in late):
            return
        desk.key("Tab")
        heard = [desk.hear(lambda _line: True, f"anything on the way to {name}")]
        time.sleep(0.05)
        if any(line.startswith(name) for line in [*heard, *desk.forget()]):
            return
    raise AssertionError(f"Tab does not reach {name}")


def season_by_keyboard(desk: Desk, turn: int) -> None:
    """From the village to the next village, or to the debrief."""
    desk.hear(said(", Apricot Pool"), f"the village in season {turn}")
    if turn == 0:
        desk.hear(said("all the grain in the common stores"), "the guide")
        desk.key("g")  # read on; the guide goes to what it points at
        desk.hear(said("Fields, slider"), "the thing that is pointed at")
        desk.key("Left", "Left", "Left")
        desk.hear(said("Three brigades"), "the guide's next step, after the act")
    desk.key("e")
    desk.hear(lambda line: line.split()[0] in MONTHS, "a month")
    desk.key("Return")
    head = desk.hear(lambda line: said("in figures")(line) or said("report desk")(line), "an end")
    if "report desk" in head:
        tab_to(desk, "What is there")
        desk.key("Return")
        tab_to(desk, "Send the report")
        desk.key("Return")
        desk.hear(said("Taken:"), "the carts")
        desk.key("space")
        desk.hear(said("in figures"), "the figures")
    desk.key("Return")


MONTHS = ("March", "June", "September", "December")


def test_by_keyboard(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.hear(said("Before you begin"), "the content note")
        desk.key("Return")
        desk.hear(said("Two Ledgers"), "the title")
        desk.key("Return")
        desk.hear(said("A new game"), "the choice of a level")
        desk.hear(said("Read the briefing"), "what has the focus")
        tab_to(desk, "Villages")
        for _other in range(12):
            if desk.last.partition(": ")[2].startswith(LEVEL) or desk.last.startswith(LEVEL):
                break
            desk.key("Down")
            desk.hear(lambda _line: True, "the next village")
        tab_to(desk, "Read the briefing")
        desk.key("Return")
        desk.hear(said("Apricot Pool, March 1958"), "the briefing")
        desk.key("Return")
        for turn in range(SEASONS):
            season_by_keyboard(desk, turn)
        desk.hear(said("What was written, and what was there"), "the debrief")
        assert desk.quit() == 0, desk.log()
    session = check(tmp_path)
    assert any(order.kind == "labour" for order in session.closed[0].orders)
    assert all(written == there for written, there in reported(session))


# ---- by mouse ------------------------------------------------------------------------------------


class Twin:
    """The same game without a window: it knows where on its screens things are."""

    def __init__(self) -> None:
        self.app = App(SIZE, Settings(), keep=lambda _settings: None)
        self.app.start(flow.note())
        self.app.frame(0)

    @property
    def screen(self) -> FormScreen:
        assert isinstance(self.app.screen, FormScreen)
        return self.app.screen

    def spot(self, key: str) -> tuple[int, int]:
        """The middle of a thing."""
        found = next(one for one in self.screen.widgets() if one.key == key)
        return found.rect.center

    def level_row(self) -> tuple[int, int]:
        """The row of the level in the list of villages."""
        box = next(one for one in self.screen.widgets() if isinstance(one, ListBox))
        at = next(at for at, row in enumerate(box.rows) if row.name == LEVEL)
        return box.rect.centerx, box.rect.top + (2 * at + 1) * box.rect.height // (2 * box.shown)


def press(desk: Desk, twin: Twin, spot: tuple[int, int]) -> None:
    """Click in the window and beside it, and wait until the window has followed."""
    before = twin.screen
    desk.forget()
    desk.click(spot)
    click(twin.app, spot)
    twin.app.frame(0.2)
    if twin.screen is not before:
        desk.hear(said(twin.screen.announce_on_enter), type(twin.screen).__name__)
        time.sleep(0.25)  # it is announced before it is drawn


def move(desk: Desk, twin: Twin, done: set[str]) -> None:
    """One movement of the mouse on the way to the debrief."""
    screen = twin.screen
    if isinstance(screen, Village):
        if "selected" not in done:
            done.add("selected")
            press(desk, twin, twin.spot("brigades"))
        press(desk, twin, twin.spot("end"))
    elif isinstance(screen, ReportDesk):
        press(desk, twin, twin.spot("snap_said"))
        press(desk, twin, twin.spot("send"))
    elif isinstance(screen, MapScene):
        press(desk, twin, twin.spot("go_on"))
    else:
        press(desk, twin, twin.spot("continue"))


def test_by_mouse(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        twin = Twin()
        desk.hear(said("Before you begin"), "the content note")
        time.sleep(0.3)
        press(desk, twin, twin.spot("continue"))
        press(desk, twin, twin.spot("new"))
        press(desk, twin, twin.level_row())
        press(desk, twin, twin.spot("begin"))
        press(desk, twin, twin.spot("begin"))
        assert isinstance(twin.screen, Village)
        assert twin.screen.sitting.session.level.id == "first_harvest"
        done: set[str] = set()
        for _move in range(MOVES):
            if isinstance(twin.screen, Debrief):
                break
            move(desk, twin, done)
        assert isinstance(twin.screen, Debrief)
        assert desk.quit() == 0, desk.log()
    session = check(tmp_path)
    assert session.closed[-1].digest == twin.screen.sitting.session.closed[-1].digest
    assert all(written > there for written, there in reported(session))
    pygame.display.quit()
