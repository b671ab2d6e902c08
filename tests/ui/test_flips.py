"""How a frame is shown is chosen by what was measured on the machine, and stands in no way."""

import os
from pathlib import Path

import pygame
import pytest

from game.ui import flips


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A driver that shows something, and an empty place to keep figures."""
    monkeypatch.setattr(flips, "file", lambda: tmp_path / "kept" / "frames.json")
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    monkeypatch.setattr(pygame.display, "flip", lambda: None)
    monkeypatch.delenv(flips.HINT, raising=False)
    return tmp_path / "kept" / "frames.json"


def start(monkeypatch: pytest.MonkeyPatch) -> str | None:
    """What one start takes, after it measured it."""
    monkeypatch.delenv(flips.HINT, raising=False)
    way = flips.choose()
    if way is not None:
        assert os.environ[flips.HINT] == way
        flips.measure(way)
    return way


def test_each_way_is_tried_then_the_quicker_is_taken(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [start(monkeypatch) for _ in range(4)] == ["0", "0", "1", "1"]
    flips.keep(seen, "x11", {"0": [0.9, 0.8], "1": [0.7, 5.0]})
    before = seen.read_bytes()
    assert start(monkeypatch) == "1"
    assert seen.read_bytes() == before  # what is known is not measured again
    flips.keep(seen, "wayland", {"0": [1.0], "1": []})
    assert flips.kept(seen, "x11") == {"0": [0.9, 0.8], "1": [0.7, 5.0]}


def test_what_the_player_set_stands(seen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(flips.HINT, "0")
    assert flips.choose() is None
    assert not seen.exists()


def test_a_driver_that_shows_nothing_is_not_measured(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "dummy")
    assert start(monkeypatch) is None
    assert not seen.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x11": 3}', '{"x11": {"0": "fast"}}'])
def test_a_file_that_says_nothing_is_written_anew(
    seen: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    seen.parent.mkdir()
    seen.write_text(text, "utf-8")
    assert start(monkeypatch) == "0"
    assert len(flips.kept(seen, "x11")["0"]) == 1


def test_a_folder_that_can_not_be_written_is_no_trouble(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen.parent.write_text("a file where the folder should be", "utf-8")
    assert start(monkeypatch) == "0"
