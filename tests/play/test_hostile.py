"""Hostile saves: the list always opens, and what is opened is told in one sentence."""

import contextlib
import os
import re
from pathlib import Path
from typing import Any

from game.bots import BOTS
from game.play import notes, record, saves, shelf
from game.play.bundle import STANDARD, Bundle
from game.play.record import sealed
from game.sim.orders import Order
from tests.play.games import LEVEL, played
from tests.play.test_saves import lines_of


def _with_level(head: dict[str, Any], **values: str) -> str:
    """A save whose embedded level says something else, under a fingerprint that is right."""
    files = dict(record.bundle(Path("x"), head).files)
    text = files["level.toml"].decode("utf-8")
    for key, value in values.items():
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    return _with_files(head, {**files, "level.toml": text.encode()})


def _with_files(head: dict[str, Any], files: dict[str, bytes]) -> str:
    whole = {name: record.packed(content) for name, content in files.items()}
    return sealed([{**head, "files": whole, "level_digest": Bundle(LEVEL, files).digest}])


def test_hostile_files_open_neither_a_pipe_nor_a_bomb(tmp_path: Path) -> None:
    """Each of them hung, crashed or filled the memory once, in the list or when it was opened."""
    head = lines_of(saves.autosave(played(turns=1), tmp_path))[0]
    zeros = record.packed(b"\0" * 19_000_000)
    hostile = {
        "turns": _with_level(head, turns="1_000_000_000"),
        "no turns": _with_level(head, turns="0"),
        "start": _with_level(head, start='"99999999-77"'),
        "bomb": sealed([{**head, "files": {f"f{each}": zeros for each in range(9)}}]),
        "name": sealed([{**head, "level": "a\0b"}]),
        "seed": sealed([{**head, "seed": 10**4000}]),
        "utf-16": sealed([head]).encode("utf-16").decode("latin-1"),
    }
    for name, text in hostile.items():
        (tmp_path / f"{name}{shelf.ENDING}").write_text(text, "utf-8")
    (tmp_path / f"device{shelf.ENDING}").symlink_to("/dev/zero")
    (tmp_path / f"loop{shelf.ENDING}").symlink_to(tmp_path / f"loop{shelf.ENDING}")
    count = len(hostile) + 2
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / f"pipe{shelf.ENDING}")
        count += 1
    found = saves.listing(tmp_path)
    assert sum(each.broken for each in found) == count == len(found) - 1
    for each in found:
        with contextlib.suppress(saves.SaveError):  # nothing else comes out, and it comes to an end
            saves.load(each.path)


def test_what_a_save_says_of_itself_stays_one_short_line(tmp_path: Path) -> None:
    head = lines_of(saves.autosave(played(turns=1), tmp_path))[0]
    path = tmp_path / f"long{shelf.ENDING}"
    path.write_text(
        _with_level({**head, "written": "x\n" * 3000}, title=f'"{"W" * 5000}"'), "utf-8"
    )
    kept = saves.kept(path)
    assert not kept.broken
    assert len(kept.title) <= 40
    assert kept.when.startswith("20")


def test_coefficients_that_are_none_fall_back_on_the_level_of_today(tmp_path: Path) -> None:
    head = lines_of(saves.autosave(played(turns=1), tmp_path))[0]
    files = dict(record.bundle(Path("x"), head).files)
    path = tmp_path / f"odd{shelf.ENDING}"
    for content in (b"[[[", b"crop = 3\n[x]\ny = 4"):
        path.write_text(_with_files(head, {**files, STANDARD: content}), "utf-8")
        assert [note.kind for note in saves.replay(path).notes] == [notes.LEVEL_TODAY]


def test_one_game_in_two_windows_writes_over_neither(tmp_path: Path) -> None:
    one = played(turns=2)
    saves.autosave(one, tmp_path)
    other = saves.load(saves.newest(tmp_path) or tmp_path)
    one.play_on(BOTS["zealot"], 1)
    other.play_on(BOTS["honest"], 1)
    assert saves.autosave(one, tmp_path) == saves.autosave(other, tmp_path)
    ends = {lines_of(each.path)[-1]["digest"] for each in saves.listing(tmp_path)}
    assert {one.closed[-1].digest, other.closed[-1].digest} <= ends
    # The same seasons under other orders of the season under way are the same game.
    other.give(Order("ration", None, (450,)))
    before = len(saves.listing(tmp_path))
    saves.autosave(other, tmp_path)
    assert len(saves.listing(tmp_path)) == before
