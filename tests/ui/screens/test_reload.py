"""F5 on the main screen: the village of the edited level, or what is wrong with it."""

from pathlib import Path

import pygame
import pytest

from game.levelfiles.newlevel import make, template
from game.play.session import Session
from game.ui.screen import Replace
from game.ui.screens.reloading import SHOWN, told
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from game.ui.theme import Theme

F5 = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode="", scancode=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make("red_bank", tmp_path, template())


@pytest.fixture
def village(folder: Path) -> Village:
    pygame.display.set_mode((1280, 720))
    session = Session.begin(folder, 3)
    session.end_season()
    screen = Village(Sitting(session, kept=False))
    screen.layout((1280, 720), Theme(1.0))
    return screen


def swap(folder: Path, old: str, new: str) -> None:
    path = folder / "level.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_edited_village_stands_in_the_same_season(village: Village, folder: Path) -> None:
    turn = village.sitting.view.turn
    swap(folder, 'title = "Red Bank"', 'title = "Redder Bank"')
    swap(folder, "animals = 60", "animals = 10")
    wanted = village.on_event(F5)
    assert isinstance(wanted, Replace)
    assert isinstance(wanted.screen, Village)
    fresh = wanted.screen.sitting
    assert fresh.loaded.title == "Redder Bank"
    assert fresh.view.turn == turn
    assert fresh.session.level.animals[0] == 10
    assert not fresh.kept


def test_a_broken_level_is_told_and_the_game_goes_on(village: Village, folder: Path) -> None:
    before = village.sitting.session
    swap(folder, "zeal_pm = 640", "zeal_pm = 6400")
    assert village.on_event(F5) is None
    assert village.form.modal is not None
    assert village.sitting.session is before


def test_a_dialog_has_room_for_the_first_problems() -> None:
    from game.levelfiles.errors import LevelError, Problem

    problems = [Problem("level.toml", f"k{n}", "3", "4", "write 4", "L204") for n in range(5)]
    text = told(LevelError(problems))
    assert text.startswith("level.toml: k0: 3; write 4 (L204)")
    assert text.count("write 4") == SHOWN
    assert text.endswith("2 more problems.")
