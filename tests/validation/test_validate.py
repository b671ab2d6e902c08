import json
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from game import places
from game.bots import BOTS, SUCCESSOR
from game.cli import validate_free, validate_table
from game.cli.main import entry
from game.levelfiles.load import load
from game.play import batch
from game.play.validation import batches, judge, rows
from game.play.validation.changes import NOTHING, Change
from game.play.validation.figures import Figures
from game.sim.arrays import Ints
from game.sim.state import Ever

NATION = places.levels() / "nation"
PASSES = """
[[row]]
id = "output"
group = "Output"
words = "Output 1958"
metric = "output"
year = 1958
base = 1957
low = 1
high = 1000
use = "fit"
source = "national_series"
"""
FAILS = PASSES.replace("high = 1000", "high = 2")


def run(*arguments: object) -> int:
    return entry([str(each) for each in arguments])


@pytest.fixture
def nation(tmp_path: Path) -> Path:
    """A copy of the nation that can be held against other rows."""
    folder = tmp_path / "nation"
    folder.mkdir()
    (folder / "level.toml").write_bytes((NATION / "level.toml").read_bytes())
    return folder


def played(runs: Ints, change: Change = NOTHING, size: int = 40) -> Figures:
    level, params = load(NATION)
    return batches.figures(
        level, params, BOTS["historical"], SUCCESSOR, runs, change, seed=3, size=size
    )


def test_exit_codes(nation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (nation / "validation.toml").write_text(PASSES, "utf-8")
    assert run("validate", "--level", nation, "--runs", 2) == 0
    assert "pass" in capsys.readouterr().out
    (nation / "validation.toml").write_text(FAILS, "utf-8")
    assert run("validate", "--level", nation, "--runs", 2) == 1
    said = capsys.readouterr().out
    assert "FAIL" in said
    assert "fit: 0 of 1 rows pass" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("--runs", 201),
        ("--runs", 1),
        ("--level", "nowhere"),
        ("--level", "willow_bend"),
        ("--out", "/nowhere/x.json"),
        ("--picture", "x.gif"),
    ],
)
def test_bad_input_is_one_line(
    arguments: tuple[object, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("validate", *arguments) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


def test_a_draft_plays_other_seeds(nation: Path, tmp_path: Path) -> None:
    (nation / "validation.toml").write_text(FAILS, "utf-8")
    seeds, medians = set(), set()
    for option in ((), ("--draft",)):
        out = tmp_path / "v.json"
        assert run("validate", "--level", nation, "--runs", 2, "--out", out, *option) == 1
        whole = json.loads(out.read_text("utf-8"))
        seeds.add(whole["seed"])
        medians.add(whole["rows"][0]["median"])
    assert seeds == {batches.SEED, batches.DRAFT_SEED}
    assert len(medians) == 2


def test_a_broken_row_is_told(nation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (nation / "validation.toml").write_text(PASSES.replace('"output"\ny', '"outptu"\ny'), "utf-8")
    assert run("validate", "--level", nation) == 2
    assert "did you mean 'output'?" in capsys.readouterr().err


def test_the_files_say_what_the_table_says(nation: Path, tmp_path: Path) -> None:
    (nation / "validation.toml").write_text(FAILS, "utf-8")
    out, page = tmp_path / "v.json", tmp_path / "v.md"
    assert run("validate", "--level", nation, "--runs", 3, "--out", out, "--markdown", page) == 1
    whole = json.loads(out.read_text("utf-8"))
    assert whole["seed"] == 1961
    assert whole["runs"] == [900_000, 900_002]
    (row,) = whole["rows"]
    assert row["verdict"] == "FAIL"
    assert row["p5"] <= row["median"] <= row["p95"]
    level, params = load(nation)
    runs = batch.all_runs(900_000, 3)
    figures = batches.figures(level, params, BOTS["historical"], SUCCESSOR, runs)
    output = [figures.total("harvest_kg", figures.in_year(year)) for year in (1957, 1958)]
    assert row["median"] == pytest.approx(float(np.median(100 * output[1] / output[0])))
    lines = page.read_text("utf-8").splitlines()
    assert any(line.startswith("| Output 1958 |") and "**FAIL**" in line for line in lines)


def test_the_picture(nation: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    (nation / "validation.toml").write_bytes((NATION / "validation.toml").read_bytes())
    sheet = rows.read(nation)
    figures = played(batch.all_runs(0, 2))
    outcome = judge.Outcome((), {"": figures}, batch.all_runs(0, 2))
    from game.cli.validate_picture import PANELS, bands, draw

    for kind in ("svg", "png"):
        draw(outcome, sheet, tmp_path / f"v.{kind}")
        assert (tmp_path / f"v.{kind}").stat().st_size > 10_000
    panels = {name for name, _title, _series in PANELS}
    assert {each.panel for each in sheet.published} == panels
    for _name, _title, series in PANELS:
        low, middle, high = bands(figures, series)
        assert (low <= middle).all()
        assert (middle <= high).all()


def test_without_matplotlib_it_says_how(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert run("validate", "--picture", tmp_path / "v.svg") == 2
    assert "two-ledgers[bench]" in capsys.readouterr().err


def test_a_run_is_the_same_in_any_block_and_in_a_batch() -> None:
    runs = batch.all_runs(5, 3)
    whole, parted = played(runs), played(runs, size=2)
    for name, array in whole.of.items():
        assert (array == parted.of[name]).all(), name
    level, params = load(NATION)
    last = list(batch.block(level, params, BOTS["historical"], SUCCESSOR, 3, runs, level.turns))[
        -1
    ].state
    assert (last.ever[:, Ever.DEATHS].sum(axis=1) == whole.of["deaths"].sum(axis=1)).all()
    assert (last.ever[:, Ever.BIRTHS].sum(axis=1) == whole.of["births"].sum(axis=1)).all()
    assert (last.ever[:, Ever.PROCURED_KG].sum(axis=1) == whole.of["procured_kg"].sum(axis=1)).all()
    assert (last.people.sum(axis=(1, 2)) == whole.of["people"][:, -1]).all()


def test_a_change_begins_when_it_says() -> None:
    runs = batch.all_runs(0, 2)
    as_it_is = played(runs)
    sunny = played(runs, Change("x", "x", weather={1961: 2000}))
    before = as_it_is.year < 1961
    for name, array in as_it_is.of.items():
        assert (array[:, before] == sunny.of[name][:, before]).all(), name
    here, there = (each.total("harvest_kg", each.in_year(1961)).sum() for each in (as_it_is, sunny))
    assert there > here * 1.5


def test_the_validation_runs_are_not_for_fitting() -> None:
    sys.path.insert(0, str(places.levels().parent / "benchmarks"))
    try:
        fit_study = import_module("fit_study")
    finally:
        sys.path.pop(0)
    assert fit_study.SEED != batches.SEED
    study = fit_study.Study("nation", 2, counterfactuals=False)
    level, params = study.level(study.values(study.start()))
    plain, stands = load(NATION)
    assert repr(params) == repr(stands)
    assert (level.toil_pm == plain.toil_pm).all()
    # The search may move a coefficient, and the level is built anew with it.
    values = study.values(study.start()) | {"canteen.need_g_day": 600}
    assert study.level(values)[1].canteen.need_g_day == 600
    row = rows.read(NATION).rows[0]
    result = judge.judged(replace(row, target=100.0, low=95.0, high=105.0), np.array([110.0]))
    assert fit_study.miss(result) == 2.0
    assert fit_study.objective([result, result]) == 8.0


def test_free_coefficients_are_counted() -> None:
    every, free = validate_free.coefficients(NATION), validate_free.free(NATION)
    assert 0 < len(free) < len(every)
    assert not any(each.section == "channels" for each in every)
    own = {each.section + "." + each.name: each for each in every}
    assert own["crop.commune_noise_pm"].value == load(NATION)[1].crop.commune_noise_pm
    assert validate_free.sentence(NATION).startswith(f"{len(free)} of {len(every)} ")


def test_parameters_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("validate", "--parameters") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("harvest.shed_pm = ") for line in lines)
    assert lines[-1] == validate_free.sentence(NATION)


def test_run_without_a_channel_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", "willow_bend", "--turns", 4) == 0
    plain = capsys.readouterr().out
    assert run("run", "willow_bend", "--turns", 4, "--without", "weather,boasting") == 0
    other = capsys.readouterr().out
    assert "--without weather,boasting" in other
    assert plain.splitlines()[2:] != other.splitlines()[2:]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--without", "wether"), "did you mean 'weather'?"),
        (("--without", "weather,,halls"), "no channel ''"),
        (("--without", "weather", "--save", "x.jsonl"), "--save"),
    ],
)
def test_run_without_an_unknown_channel_is_one_line(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    where = [str(tmp_path / each) if each.endswith(".jsonl") else each for each in arguments]
    assert run("run", "willow_bend", *where) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert said in lines[0]


def test_figures_in_words() -> None:
    assert validate_table.plain(0.709) == "0.71"
    assert validate_table.plain(float("nan")) == ""
    assert validate_table.plain(-0.001) == "0"
