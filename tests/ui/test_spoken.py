"""What is announced reaches a file, line by line, and a reader that goes away harms nothing."""

import os
from pathlib import Path

import pytest

from game.cli.main import entry
from game.ui.spoken import spoken_to
from game.ui.widgets import announce


def test_each_announcement_is_one_line_at_once(tmp_path: Path) -> None:
    file = tmp_path / "spoken.txt"
    with spoken_to(file):
        announce.announce("Summer 1958,\n  Apricot Pool")
        assert file.read_text("utf-8") == "Summer 1958, Apricot Pool\n"
        announce.announce("粮食")
    announce.announce("afterwards")
    assert file.read_text("utf-8") == "Summer 1958, Apricot Pool\n粮食\n"


def test_a_reader_that_goes_away_is_forgotten(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    before = len(announce.sinks)
    with spoken_to(pipe):
        announce.announce("one")
        assert os.read(reader, 100) == b"one\n"
        os.close(reader)
        announce.announce("two")
        announce.announce("three")
        assert len(announce.sinks) == before
    assert announce.lines[-1] == "three"


def test_the_terminal_can_have_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    with spoken_to(Path("-")):
        announce.announce("one")
    assert capsys.readouterr().out == "one\n"


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry(["play", "--spoken", str(tmp_path / "none" / "x")]) == 2
    assert "can't be written (No such file or directory); name a file" in capsys.readouterr().err
