"""Every coefficient has value, unit, range and source, and out of range is refused."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from game.levelfiles import coefficients
from game.levelfiles.coefficients import FILE, count, read_entries, read_params, sections
from game.levelfiles.keys import ASSUMPTION, CONFIDENCE
from game.levelfiles.sources import read_sources
from game.places import levels
from game.sim.whole import Table
from tests.levelfiles.conftest import told

TABLES = tomllib.loads((levels() / FILE).read_text("utf-8"))
NAMES = [(section, name) for section, names in sections().items() for name in names]
SOURCES = read_sources([])


def test_the_file_and_the_core_name_the_same() -> None:
    assert {(s, n) for s, names in TABLES.items() for n in names} == set(NAMES)
    assert len(NAMES) == count()


@pytest.mark.parametrize(("section", "name"), NAMES)
def test_a_coefficient_is_complete(section: str, name: str) -> None:
    entry = TABLES[section][name]
    assert {"value", "unit", "low", "high", "source", "note"} == set(entry)
    assert entry["low"] < entry["high"]
    assert entry["source"] == ASSUMPTION or entry["source"] in SOURCES
    assert entry["note"]


def test_they_load_without_a_problem() -> None:
    found = []
    params = read_params({}, "level.toml", SOURCES, found)
    assert found == []
    assert params is not None
    assert params.canteen.need_g_day == TABLES["canteen"]["need_g_day"]["value"]
    assert isinstance(params.people.death_reserve, Table)
    assert isinstance(params.people.death_base, tuple)


def test_tables_over_months_have_all_twelve() -> None:
    for name in ("plot_g_day", "gather_g_day"):
        assert [x for x, _ in TABLES["canteen"][name]["value"]] == list(range(1, 13))


def test_tables_go_the_right_way() -> None:
    params = read_params({}, "level.toml", SOURCES, [])
    assert params is not None
    rising = (params.people.reserve_fall, params.people.birth_reserve, params.labour.capacity)
    falling = (params.people.death_reserve, params.people.leave_reserve)
    for each in (*rising, params.procurement.coercion):
        assert (np.diff(each.y) >= 0).all()
        assert each.y[-1] > each.y[0]
    for each in falling:
        assert (np.diff(each.y) <= 0).all()
        assert each.y[-1] < each.y[0]


def test_every_channel_is_on() -> None:
    assert all(entry["value"] == 1 for entry in TABLES["channels"].values())


BAD = [
    ("harvest.shed_pm", "5000", "found:    5000\n  expected: a whole number of per mille, "),
    ("harvest.shed_pm", '"many"', "found:    'many'\n  expected: a whole number, or points"),
    ("harvest.shed_pm", "[[0, 1], [2, 3]]", "found:    a list of 2\n  expected: a whole number of"),
    ("crop.close_yield", "800", "found:    800\n  expected: points [[x, y], ...] with rising x"),
    ("crop.close_yield", "[[0, 1000]]", "found:    a list of 1\n  expected: points"),
    ("crop.close_yield", "[]", "fix:      write at least two points"),
    ("crop.close_yield", "[[500, 900], [0, 1000]]", "with rising x"),
    ("crop.close_yield", "[[0, 1000], [0, 900]]", "with rising x"),
    ("crop.close_yield", "[[0, 1000], [500, 900, 3]]", "with rising x"),
    ("crop.close_yield", "[[0, 1000], [500, 9e2]]", "with rising x"),
    ("crop.close_yield", "[[0, 1000], [500, 900000]]", "with rising x"),
    ("people.death_base", "[900, 450]", "expected: three whole numbers of per million and month"),
]


@pytest.mark.parametrize(("name", "value", "text"), BAD)
def test_a_value_that_does_not_fit(village: Path, name: str, value: str, text: str) -> None:
    path = village / "level.toml"
    added = f'\n[params.{name}]\nvalue = {value}\nsource = "assumption"\n'
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    message = told(village)
    assert message.startswith(f"level.toml: [params.{name}] value\n  ")
    assert text in message


def test_a_coefficient_that_is_not_known(village: Path) -> None:
    path = village / "level.toml"
    added = '\n[params.harvest.sheds_pm]\nvalue = 1\nsource = "assumption"\n'
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    assert told(village) == (
        "level.toml: [params.harvest] sheds_pm\n"
        "  found:    a key this version does not know\n"
        "  expected: one of careless_pm, hurry_pm, shed_pm\n"
        "  fix:      did you mean 'shed_pm'?"
    )


def test_a_change_without_a_source(village: Path) -> None:
    path = village / "level.toml"
    added = "\n[params.harvest.shed_pm]\nvalue = 500\n"
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    assert told(village).startswith("level.toml: [params.harvest.shed_pm] source\n")


def test_a_broken_standard_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (levels() / FILE).read_text("utf-8")
    text = re.sub(r"\[harvest\.shed_pm\]\nvalue = \d+", "[harvest.shed_pm]\nvalue = 9999", text)
    text = re.sub(r"\[harvest\.hurry_pm\].*?\n\n", "", text, flags=re.DOTALL)
    (tmp_path / "_standard").mkdir()
    (tmp_path / FILE).write_text(text, "utf-8")
    monkeypatch.setattr(coefficients, "levels", lambda: tmp_path)
    found = []
    assert read_params({}, "level.toml", SOURCES, found) is None
    told = "\n".join(map(str, found))
    assert "_standard/params.toml: error L202: [harvest.hurry_pm]\n  found:    nothing" in told
    assert "_standard/params.toml: error L221: [harvest.shed_pm] value\n  found:    9999" in told


def test_entries_for_the_debrief() -> None:
    entries = read_entries(SOURCES, [])
    assert set(entries) == set(NAMES)
    assert entries["harvest", "shed_pm"]["unit"] == "per mille"


def test_every_source_says_how_far_it_was_seen() -> None:
    found = []
    for key, source in read_sources(found).items():
        assert source.citation, key
        assert source.where, key
        assert source.confidence in CONFIDENCE
    assert found == []
