"""A copy of Willow Bend that a test may break."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.levelfiles.errors import LevelError
from game.levelfiles.load import load
from game.places import assets, levels

Broken = Callable[..., str]


@pytest.fixture
def village(tmp_path: Path) -> Path:
    return copied(tmp_path)


def copied(home: Path) -> Path:
    """The level in another folder; its tilesets are still the game's."""
    folder = home / "village"
    shutil.copytree(levels() / "willow_bend", folder)
    change(folder, "map.tmx", "../../assets/atlas", f"{assets()}/atlas", times=-1)
    return folder


def change(folder: Path, file: str, old: str, new: str, times: int = 1) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is no longer in {file}: this test has to follow"
    path.write_text(text.replace(old, new, times), "utf-8")


def told(folder: Path) -> str:
    """What the author of a broken level reads, without codes and source lines (see broken/)."""
    with pytest.raises(LevelError) as error:
        load(folder)
    return words_of(error.value)


def words_of(error: LevelError) -> str:
    """The words of the problems alone."""
    bare = re.compile(r"^(?P<file>[^\n]*?)(?::\d+:\d+)?: (?:error|warning|hint) [LWH]\d+: ")
    texts = [str(replace(each, mark=None)) for each in error.problems]
    return "\n".join(bare.sub(r"\g<file>: ", text) for text in texts)


@pytest.fixture
def broken(village: Path) -> Broken:
    """Make one change to a file of the level, and get what its author reads."""

    def make(file: str, old: str, new: str) -> str:
        change(village, file, old, new)
        return told(village)

    return make
