import re
from pathlib import Path

import pytest

from game.cli.main import entry
from game.play.saves import save
from tests.play.games import new, played


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("saves")
    return [
        save(played(policy, 6, 1), folder / f"{policy}.save.jsonl")
        for policy in ("historical", "honest")
    ]


def test_a_save_becomes_a_page_with_tables_beside_it(
    saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = saves[0].read_bytes()
    out = tmp_path / "debrief.html"
    assert entry(["report", str(saves[0]), "--out", str(out)]) == 0
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    tables = tmp_path / "debrief-tables"
    assert (tables / "dictionary.csv").is_file()
    assert (tables / "flows.csv").is_file()
    assert "deaths" in capsys.readouterr().out
    assert saves[0].read_bytes() == before
    assert saves[0].with_name("historical.otherwise.json").is_file()
    again = tmp_path / "again.html"
    assert entry(["report", str(saves[0]), "--out", str(again), "--no-csv"]) == 0
    assert again.read_bytes() == out.read_bytes()
    assert not (tmp_path / "again-tables").exists()


def test_several_saves_lie_side_by_side(
    saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "class.html"
    assert entry(["compare", *map(str, saves), "--out", str(out)]) == 0
    text = out.read_text("utf-8")
    assert "Desk B" in text
    assert "honest.save" not in text
    assert "Desk A: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["report", "nowhere.jsonl"], "nowhere.jsonl"),
        (["compare", "one.jsonl"], "2 to 26"),
        (["chronicle", "zzzz"], "zzzz"),
    ],
)
def test_bad_input_is_one_line(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert entry(words) == 2
    error = capsys.readouterr().err.strip()
    assert told in error
    assert "\n" not in error


def test_a_game_without_a_closed_season_has_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(new(), tmp_path / "new.save.jsonl")
    assert entry(["report", str(path), "--out", str(tmp_path / "x.html")]) == 2
    assert "no season" in capsys.readouterr().err


def test_without_matplotlib_the_command_says_how_to_get_it(
    saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert entry(["report", str(saves[0]), "--out", str(tmp_path / "x.html")]) == 2
    error = capsys.readouterr().err
    assert "pip install" in error
    assert error.count("\n") == 1


def test_the_chronicle_speaks_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry(["chronicle", "two", "ledgers"]) == 0
    out = capsys.readouterr().out
    assert "两本账" in out
    assert "Source: " in out
    assert entry(["chronicle"]) == 0
    assert len(re.findall(r"\n", capsys.readouterr().out)) >= 40
