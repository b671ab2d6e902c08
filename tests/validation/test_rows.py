import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import places
from game.levelfiles.errors import LevelError
from game.levelfiles.load import load
from game.play.validation import judge, metrics, rows
from game.play.validation.changes import Change, without
from game.play.validation.judge import FAIL, OPEN, PASS, Result, judged
from game.play.validation.rows import FILE, Row

NATION = places.levels() / "nation"

ROW = {
    "id": "output", "group": "Output", "words": "Output 1958", "metric": "output",
    "year": 1958, "base": 1957, "target": 101, "tolerance": 5, "use": "fit",
    "source": "national_series",
}  # fmt: skip


def problems(tables: dict[str, Any]) -> list[str]:
    found: list[Any] = []
    rows.sheet_of(tables, found)
    return [str(each) for each in found]


def one(**changes: object) -> dict[str, Any]:
    return {"row": [{**ROW, **changes}]}


def test_the_shipped_rows_load_and_name_what_exists() -> None:
    sheet = rows.read(NATION)
    assert len(sheet.rows) > 40
    for row in sheet.rows:
        assert row.metric in metrics.METRICS or not row.modelled
        assert row.source in sheet.sources
        assert row.low is not None or row.high is not None
        if row.metric in metrics.PAIRED:
            assert row.change in sheet.changes
        if not row.modelled:
            assert row.use == "test"
    assert {row.use for row in sheet.rows} == set(rows.USES)
    assert set(sheet.changes) == {row.change for row in sheet.rows} - {""}


def test_every_row_of_the_design_stands_there() -> None:
    ids = {row.id for row in rows.read(NATION).rows}
    years = range(1957, 1963)
    wanted = {f"output_{year}" for year in years if year > 1957}
    wanted |= {f"gross_{year}" for year in years} | {f"net_{year}" for year in years}
    wanted |= {f"deaths_{year}" for year in years if year > 1957}
    wanted |= {"kept_1957", "kept_1959", "kept_1960", "reported_1958", "reported_1959"}
    wanted |= {"excess_deaths", "births_1961", "births_1962", "births_1963"}
    wanted |= {"output_1961_near_1960", "output_1962_above_1961", "left_1958", "iron_unusable"}
    wanted |= {"loss_no_diversion", "loss_no_over_procurement", "loss_mean_weather"}
    wanted |= {"loss_all_three", "deaths_mean_weather", "deaths_no_exports", "deaths_true_quota"}
    wanted |= {"feast_months", "halls_closed"}
    wanted |= {f"rural_urban_{year}" for year in (1958, 1960, 1962)}
    assert wanted <= ids


def test_only_fit_rows_of_the_design_are_fit() -> None:
    fit = {row.id for row in rows.read(NATION).rows if row.use == "fit"}
    assert fit == {
        "output_1958", "output_1959", "reported_1958", "gross_1957", "gross_1958", "gross_1959",
        "deaths_1960", "left_1958", "iron_unusable",
    }  # fmt: skip


def test_target_and_tolerance_are_bounds() -> None:
    sheet = rows.sheet_of(one(), [])
    assert (sheet.rows[0].low, sheet.rows[0].high) == (96, 106)
    ratio = rows.sheet_of(one(target=0.71, tolerance=0.06), []).rows[0]
    assert (ratio.low, ratio.high) == (0.65, 0.77)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (one(metric="outptu"), "did you mean 'output'?"),
        (one(source="nobody"), "source"),
        (one(use="guess"), "use"),
        (one(target="much"), "a number"),
        (one(change="magic"), "magic"),
        (one(metric="deaths_removed"), "a change where the metric"),
        ({"row": []}, "no rows"),
        ({"row": [ROW, ROW]}, "an id used once"),
        ({"row": [{k: v for k, v in ROW.items() if k != "tolerance"}]}, "no bounds"),
        (one(low=3, high=1, tolerance=5, target=2), None),
        ({**one(), "change": {"x": {"words": "x", "without": ["wether"]}}}, "weather"),
        ({**one(), "change": {"x": {"words": "x", "track": {"hall": 1}}}}, "hall"),
        ({**one(), "change": {"x": {"words": "x", "weather": {"soon": 1}}}}, "years as keys"),
        ({**one(), "change": {"x": {"words": "x", "numbers": {"quota.base": 1}}}}, "base_pm"),
        ({**one(), "change": 7}, "tables"),
        ({**one(), "rows": []}, "a key this version does not know"),
    ],
)
def test_a_bad_file_is_told(tables: dict[str, Any], said: str | None) -> None:
    found = problems(tables)
    if said is None:
        assert found == []
    else:
        assert len(found) >= 1
        assert any(said in each for each in found)


def test_a_level_without_rows_is_an_error_and_no_trace() -> None:
    with pytest.raises(LevelError):
        rows.read(places.levels() / "willow_bend")


def row(**changes: Any) -> Row:
    return replace(rows.sheet_of(one(), []).rows[0], **changes)


def test_a_median_inside_passes_and_outside_fails() -> None:
    good = judged(row(), np.array([99.0, 100.0, 105.0, 120.0, 100.0]))
    assert (good.median, good.verdict) == (100.0, PASS)
    assert good.miss == 0
    bad = judged(row(), np.array([80.0, 86.0, 90.0]))
    assert bad.verdict == FAIL
    assert bad.miss == pytest.approx(2.0)  # ten below 96, and half of the span is five
    # 1.2533 sd / sqrt(R), sd of 80, 86, 90 being 4.1096
    assert bad.error == pytest.approx(1.2533 * 4.10960934 / 3**0.5)


def test_no_value_is_a_failure() -> None:
    none = judged(row(), np.array([np.nan, np.nan]))
    assert none.verdict == FAIL
    assert none.miss == judge.MOST_MISS
    few = judged(row(), np.array([100.0, np.nan, np.nan]))
    assert few.verdict == FAIL


def test_a_row_with_one_bound() -> None:
    above = row(target=None, low=0.1, high=None)
    assert judged(above, np.array([0.2, 3.0, 900.0])).verdict == PASS
    assert judged(above, np.array([-0.2, 0.0, 0.0])).verdict == FAIL
    below = row(target=None, low=None, high=-4.0)
    assert judged(below, np.array([-5.0])).verdict == PASS
    assert judged(below, np.array([5.0])).verdict == FAIL


def test_a_row_that_is_not_modelled_counts_for_nothing() -> None:
    sheet = rows.sheet_of(one(metric="none"), [])
    found = judge.results(sheet, {})
    assert [each.verdict for each in found] == [OPEN]
    outcome = judge.Outcome(found, {}, np.arange(2))
    assert outcome.failed == ()
    assert isinstance(found[0], Result)


def test_a_change_turns_off_what_it_says_and_nothing_else() -> None:
    level, params = load(NATION)
    none = without(params, ("exports", "weather"))
    for field in fields(params.channels):
        off = field.name in ("exports", "weather")
        assert getattr(none.channels, field.name) == (0 if off else 1)
    assert replace(none, channels=params.channels) == params

    change = Change(
        "x", "x", begin="1959-01", end="1960-12", without=("exports",), weather={1959: 1000},
        track={"halls": 2},
    )  # fmt: skip
    other = change.level(level)
    assert other.weather_pm.tolist() == [
        1000 if year == 2 else pm for year, pm in enumerate(level.weather_pm.tolist())
    ]
    first, last = 22, 45  # months from March 1957
    assert (other.track.halls[first:last] == 2).all()
    assert (other.track.halls[:first] == level.track.halls[:first]).all()
    assert (other.track.halls[last:] == level.track.halls[last:]).all()
    assert (other.track.plots == level.track.plots).all()
    assert change.params(params, level, first - 1) == params
    assert change.params(params, level, first).channels.exports == 0
    assert change.params(params, level, last) == params
    fixed = replace(change, without=(), numbers={"quota.base_pm": 246})
    assert fixed.params(params, level, first).quota == replace(params.quota, base_pm=246)
    assert fixed.params(params, level, first).harvest == params.harvest


def test_the_file_says_what_its_keys_are(tmp_path: Path) -> None:
    text = (NATION / FILE).read_text("utf-8")
    assert set(tomllib.loads(text)) == {"row", "change", "published", "source"}
    (tmp_path / FILE).write_text("row = [", "utf-8")
    with pytest.raises(LevelError):
        rows.read(tmp_path)
