"""`python main.py levers`: what is printed, written and refused."""

import json
from pathlib import Path

import pytest

from game.cli.levers import tables, verdicts
from game.cli.main import entry
from game.play.lever_runs import MEASURES, Band, Findings
from tests.levers.test_lever_runs import EITHER, FEWER, LEVEL, MORE, effect


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, object]]:
    import contextlib
    import io

    out = tmp_path_factory.mktemp("levers") / "levers.json"
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        assert entry(["levers", "willow_bend", "--runs", "2", "--out", str(out)]) == 0
    return text.getvalue(), json.loads(out.read_text("utf-8"))


def test_it_can_be_read_in_a_hundred_columns(printed: tuple[str, dict[str, object]]) -> None:
    text, _ = printed
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "…" not in text
    for head in ("Harvest, t a year", "Deaths per 1000", "Standing", "Turns in office", "Iron, t"):
        assert head in text
    for verdict in ("Placebo", "Dominates", "No price", "Information only"):
        assert f"\n{verdict}" in text
    assert "weigh granaries in turn" in text.partition("Information only")[2]


def test_the_file_has_every_lever_and_every_measure(
    printed: tuple[str, dict[str, object]],
) -> None:
    text, plain = printed
    names = {measure.name for measure in MEASURES}
    assert set(plain["measures"]) == set(plain["unchanged"]) == names  # type: ignore[call-overload]
    for lever in plain["levers"]:  # type: ignore[attr-defined]
        assert set(lever["difference"]) == names
        assert lever["name"] in " ".join(text.split())
        bands = lever["difference"].values()
        assert all(each["low"] <= each["middle"] <= each["high"] for each in bands)
    assert (plain["runs"], plain["seed"], plain["policy"]) == (2, 1958, "historical")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["levers", "nowhere"], "no level 'nowhere'"),
        (["levers", "willow_bend", "--runs", "1"], "from 2 to"),
        (["levers", "willow_bend", "--runs", "many"], "whole number"),
        (["levers", "willow_bend", "--out", "no/such/folder/x.json"], "there is no folder"),
        (["levers"], "LEVEL"),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert entry(arguments) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert len(told.err.strip().splitlines()) == 1
    assert not told.out


def test_verdicts_name_orders() -> None:
    base = {measure.name: Band(1, 2, 3) for measure in MEASURES}
    winner = effect(deaths=FEWER, standing=MORE, delivered=MORE)
    lines = verdicts(LEVEL, Findings(base, (winner, effect(), effect(tells=True, iron=EITHER))))
    assert sum("x" in line.partition("): ")[2] for line in lines[:2]) == 2
    assert lines[0].startswith("Placebo (another order, nothing moved in 2 years): x")
    assert lines[-1] == "But it did move something: x."


def test_weights_are_told_in_a_unit_that_fits() -> None:
    base = {measure.name: Band(0, 0, 0) for measure in MEASURES}
    base["harvest"] = Band(0, 400_000_000_000, 0)
    base["iron"] = Band(0, 30_000_000, 0)
    heads = [head for columns in tables(LEVEL, base).values() for _, head, *_ in columns]
    assert "Harvest, Mt a year" in heads
    assert "Iron, kt" in heads
    assert "Delivered, t a year" in heads
