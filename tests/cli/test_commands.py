import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__, places
from game.bots import BOTS
from game.cli.main import entry
from game.cli.parsing import COMMANDS
from tests.play.test_saves import lines_of, write

ROOT = Path(__file__).parent.parent.parent
NEEDED = (
    "run", "turn", "year", "season", "unit", "people", "births", "deaths", "left", "hands",
    "fields_pm", "furnaces_pm", "works_pm", "sideline_pm", "harvest_kg", "unharvested_kg",
    "reported_kg", "quota_kg", "procured_kg", "sold_back_kg", "eaten_kg", "store_kg", "hidden_kg",
    "seed_kg", "iron_good_kg", "iron_poor_kg", "forest_pm", "reserve_pm", "standing_pm",
)  # fmt: skip


def run(*arguments: object) -> int:
    return entry([str(each) for each in arguments])


def test_the_csv_has_a_row_for_each_run_turn_and_unit(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("run", "willow_bend", "--runs", 2, "--turns", 3, "--out", out) == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(NEEDED) <= set(rows[0])
    assert tuple(rows[0])[: len(NEEDED)] == NEEDED
    units = {row["unit"] for row in rows}
    assert len(rows) == 2 * 3 * len(units)
    assert {row["season"] for row in rows} == {"spring", "summer", "autumn"}


def test_the_columns_are_documented() -> None:
    from game.play.columns import page

    assert (ROOT / "docs/run-columns.md").read_text("utf-8") == page()


@pytest.mark.parametrize("policy", sorted(BOTS))
def test_the_same_bytes_twice(tmp_path: Path, policy: str) -> None:
    files = [tmp_path / f"{n}.csv" for n in (1, 2)]
    for file in files:
        assert run("run", "willow_bend", "--policy", policy, "--seed", 5, "--out", file) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_run_seven_of_eight_is_run_seven_alone(tmp_path: Path) -> None:
    eight, alone = tmp_path / "8.csv", tmp_path / "1.csv"
    run("run", "willow_bend", "--runs", 8, "--out", eight)
    run("run", "willow_bend", "--runs", 1, "--first-run", 7, "--out", alone)
    header, *rows = eight.read_text("utf-8").splitlines()
    assert alone.read_text("utf-8").splitlines() == [
        header, *(row for row in rows if row.startswith("7,")),
    ]  # fmt: skip


def test_the_table_and_people_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "willow_bend") == 0
    printed = capsys.readouterr().out
    for word in ("Reported", "Actual", "Gap", "Taken", "People", "Deaths", "Autumn 1958", "Winter"):
        assert word in printed
    assert "From the register" in printed
    assert "people" in printed.partition("From the register")[2]


def test_medians_and_ranges_over_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "willow_bend", "--runs", 20, "--turns", 3) == 0
    assert "from 5 to 95 % of 20 runs" in capsys.readouterr().out


def test_a_nation_has_no_desk_to_keep(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "game.save.jsonl"
    assert run("run", "nation", "--turns", 1, "--save", path) == 2
    assert "--save keeps a game at a desk" in capsys.readouterr().err
    assert not path.exists()


def test_a_saved_run_is_replayed_and_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = tmp_path / "game.save.jsonl"
    assert run("run", "willow_bend", "--runs", 3, "--first-run", 4, "--save", save) == 0
    assert run("replay", save, "--verify") == 0
    assert "run 4" in capsys.readouterr().out
    assert run("replay", save, "--table") == 0
    assert "turn 15: winter 1961" in capsys.readouterr().out
    lines = lines_of(save)
    lines[1]["digest"] = "x"
    write(save, lines)
    assert run("replay", save, "--verify") == 1
    assert "turn 0 differs" in capsys.readouterr().out


def test_lists_have_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("policies") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(BOTS)
    assert run("levels") == 0
    assert "willow_bend" in capsys.readouterr().out


def test_a_sound_level_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", places.levels() / "willow_bend") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(command, "--help")
    assert caught.value.code == 0
    assert "usage: two-ledgers" in capsys.readouterr().out


def test_main_py_and_the_module_are_the_same() -> None:
    for start in (["main.py"], ["-m", "game"]):
        done = subprocess.run(
            [sys.executable, *start, "--version"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == f"two-ledgers {__version__}\n"


def copied(tmp_path: Path, old: str, new: str) -> Path:
    folder = tmp_path / "willow_bend"
    shutil.copytree(places.levels() / "willow_bend", folder)
    file = folder / "level.toml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return folder


def bad_inputs(tmp_path: Path) -> dict[str, tuple[list[object], str]]:
    """Arguments, and a part of what is said about them."""
    (tmp_path / "noise.save").write_text("no save at all\n", "utf-8")
    misspelt = copied(tmp_path, "weighings", "weihgings")
    level = "willow_bend"
    return {
        "unknown command": (["rnu", level], "did you mean 'run'?"),
        "unknown option": (["run", level, "--sed", "3"], "--sed"),
        "unknown level": (["run", "willow_bnd"], "did you mean 'willow_bend'?"),
        "no level": (["run"], "LEVEL"),
        "level with a misspelt key": (["run", misspelt], "weighings"),
        "unknown policy": (["run", level, "--policy", "honst"], "did you mean 'honest'?"),
        "negative seed": (["run", level, "--seed", "-1"], "from 0 on"),
        "seed of words": (["run", level, "--seed", "lucky"], "whole number"),
        "vast seed": (["run", level, "--seed", "9" * 30], "whole number"),
        "no runs": (["run", level, "--runs", "0"], "from 1"),
        "too many turns": (["run", level, "--turns", "99"], "at most 16"),
        "out in no folder": (["run", level, "--out", tmp_path / "no" / "x.csv"], "no folder"),
        "out is a folder": (["run", level, "--out", tmp_path], "is a folder"),
        "save in no folder": (["run", level, "--save", tmp_path / "no" / "x"], "no folder"),
        "corrupt save": (["replay", tmp_path / "noise.save"], "not a save"),
        "missing save": (["replay", tmp_path / "missing"], "can't be read"),
        "unknown screen": (["shot", level, "--screen", "moon", "--out", "x.png"], "moon"),
        "no size": (["shot", level, "--size", "big", "--out", "x.png"], "1280x720"),
        "no picture": (["shot", level, "--out", tmp_path / "x.txt"], ".png"),
        "shot without file": (["shot", level], "--out"),
        "no such page": (
            ["shot", level, "--screen", "ledger", "--page", "9", "--out", tmp_path / "x.png"],
            "this screen has",
        ),
        "page of a map": (["shot", level, "--page", "2", "--out", tmp_path / "x.png"], "has 1 ("),
        "unknown level to play": (["play", "nowhere"], "willow_bend"),
    }


NAMES = (
    "unknown command", "unknown option", "unknown level", "no level", "level with a misspelt key",
    "unknown policy", "negative seed", "seed of words", "vast seed", "no runs", "too many turns",
    "out in no folder", "out is a folder", "save in no folder", "corrupt save", "missing save",
    "unknown screen", "no size", "no picture", "shot without file", "no such page",
    "page of a map", "unknown level to play",
)  # fmt: skip


def test_no_bad_input_is_left_out(tmp_path: Path) -> None:
    assert set(NAMES) == set(bad_inputs(tmp_path))


@pytest.mark.parametrize("name", NAMES)
def test_bad_input_is_told_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, part = bad_inputs(tmp_path)[name]
    assert run(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    lines = printed.err.splitlines()
    assert len(lines) == 1, printed.err
    assert part in lines[0]
    assert "Traceback" not in printed.err


def test_check_tells_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copied(tmp_path, "weighings", "weihgings")
    text = (folder / "level.toml").read_text("utf-8").replace("furnaces", "furnases", 1)
    (folder / "level.toml").write_text(text, "utf-8")
    assert run("check", folder) == 2
    said = capsys.readouterr().err
    assert said.count("found:") >= 2
    assert "expected:" in said
    assert "fix:" in said


def test_an_unwritable_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    assert run("run", "willow_bend", "--out", "/dev/full") == 2
    assert "can't be written" in capsys.readouterr().err


def test_a_bug_is_called_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(folder: object) -> None:
        raise ZeroDivisionError("nobody divided\nproperly")

    monkeypatch.setattr("game.play.bundle.load", broken)
    assert run("run", "willow_bend") == 70
    said = capsys.readouterr().err
    assert "bug" in said
    assert "CONTRIBUTING.md" in said
    assert len(said.splitlines()) == 1
    with pytest.raises(ZeroDivisionError):
        run("run", "willow_bend", "--debug")


def test_without_a_display_a_run_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.cli.play.has_display", lambda: False)
    assert entry([]) == 0
    said = capsys.readouterr().out
    assert "no display" in said
    assert "Autumn 1958" in said
