"""tutorial.toml: what is read, and what is refused in which words."""

from pathlib import Path

import pytest

from game.levelfiles.errors import LevelError
from game.levelfiles.load import load_all
from game.places import levels

WORDS = '\n[tutorial]\nlook = "Look."\n'
STEP = '[[step]]\nid = "look"\nturn = 0\nscreen = "village"\npoint = "map hall"\nuntil = "next"\n'


def with_step(village: Path, step: str, words: str = WORDS) -> Path:
    (village / "tutorial.toml").write_text(step, "utf-8")
    file = village / "words.en.toml"
    file.write_text(file.read_text("utf-8") + words, "utf-8")
    return village


def told(village: Path) -> list[str]:
    with pytest.raises(LevelError) as raised:
        load_all(village)
    return [f"{one.file} {one.key}: {one.found} | {one.fix}" for one in raised.value.problems]


def test_a_level_may_do_without(village: Path) -> None:
    assert load_all(village).tutorial == ()


def test_a_step_and_its_words(village: Path) -> None:
    loaded = load_all(with_step(village, STEP))
    (step,) = loaded.tutorial
    assert (step.id, step.point, step.until) == ("look", ("map", "hall"), ("next", ""))
    assert loaded.level.words["look"] == "Look."


def test_a_step_without_words_is_told(village: Path) -> None:
    assert told(with_step(village, STEP, ""))[0].startswith(
        "words.en.toml [tutorial] look: nothing"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"next"', '"order labor"', "tutorial.toml [[step]] 1 until: 'labor' | did you mean"),
        ('"next"', '"dance"', "tutorial.toml [[step]] 1 until: 'dance' | "),
        ('"next"', '"next please"', "tutorial.toml [[step]] 1 until: 'next please' | did you"),
        ('"next"', '"screen villag"', "tutorial.toml [[step]] 1 until: 'villag' | did you mean"),
        ("turn = 0", "turn = 17", "tutorial.toml [[step]] 1 turn: 17 | "),
        ('"village"', '"vilage"', "tutorial.toml [[step]] 1 screen: 'vilage' | did you mean"),
        ("map hall", "map hal", "tutorial.toml [[step]] 1 point: 'hal' | did you mean 'hall'?"),
        ("map hall", "hall", "tutorial.toml [[step]] 1 point: 'hall' | "),
        ("turn = 0", "turn = 0\nwait = 3", "tutorial.toml [[step]] 1 wait: a key this version"),
    ],
)  # fmt: skip
def test_what_is_refused(village: Path, old: str, new: str, expected: str) -> None:
    assert told(with_step(village, STEP.replace(old, new, 1)))[0].startswith(expected)


def test_steps_are_in_the_order_of_the_seasons(village: Path) -> None:
    two = STEP.replace("turn = 0", "turn = 2") + STEP.replace("look", "again")
    found = told(with_step(village, two, WORDS + 'again = "Again."\n'))
    assert found == ["tutorial.toml [[step]] 2 turn: 0 | sort the steps by season"]


def test_a_broken_file_is_told_and_no_more(village: Path) -> None:
    assert len(told(with_step(village, "[[step]\n", ""))) <= 2
    assert "at most" in told(with_step(village, "step = 3\n", ""))[0] or told(village)


def test_first_harvest_teaches_to_the_last_season() -> None:
    steps = load_all(levels() / "first_harvest").tutorial
    assert {step.screen for step in steps} == {"village", "desk", "carts", "figures", "ledger"}
    assert steps[-1].until == ("end", "")
    assert steps[-1].turn == 4  # the debrief is left to itself
    assert [step.turn for step in steps] == sorted(step.turn for step in steps)
