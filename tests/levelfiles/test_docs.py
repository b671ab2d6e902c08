"""The written pages, schemas and the Tiled project are what the tables say."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.levelfiles import documents, reference, schema, tiledproject
from game.levelfiles.codes import codes
from game.levelfiles.keys import PLACES, REQUIRED, SECTIONS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "game/levelfiles").glob("*.py"))
STALE = "run: python -m game.levelfiles.documents"


@pytest.mark.parametrize("name", sorted(documents.documents()))
def test_what_is_written_is_fresh(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == documents.documents()[name], STALE


def test_no_page_is_left_of_a_code_that_is_gone() -> None:
    assert documents.stale(ROOT) == [], STALE


def test_a_stale_file_is_noticed_and_written(tmp_path: Path) -> None:
    documents.write(tmp_path)
    assert documents.stale(tmp_path) == []
    (tmp_path / "levels/schema.json").write_text("{}", "utf-8")
    (tmp_path / "docs/problems/L999.md").write_text("old", "utf-8")
    assert documents.stale(tmp_path) == ["levels/schema.json", "docs/problems/L999.md"]
    documents.write(tmp_path)
    assert documents.stale(tmp_path) == []


def test_every_key_is_in_the_page() -> None:
    text = reference.page()
    for section in SECTIONS:
        for key in section.keys:
            assert f"| `{key.name}` |" in text
            assert key.help
    for kind in PLACES:
        assert f"| `{kind}` |" in text


def _codes_of(call: ast.Call) -> list[ast.expr]:
    """Where a Problem gets its code: the sixth value, or `code=`."""
    return [*call.args[5:6], *(each.value for each in call.keywords if each.arg == "code")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_problem_has_a_code(path: Path) -> None:
    calls = [each for each in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)]  # fmt: skip
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "Problem":
            assert _codes_of(call), f"{path.name}:{call.lineno}"


def test_every_code_is_given_somewhere_and_has_a_page() -> None:
    given = {
        code
        for path in FILES
        if not path.name.startswith("codes")
        for code in re.findall(r'"([LWH][0-9]{3})"', path.read_text("utf-8"))
    }
    assert given == set(codes())


def test_the_schema_knows_every_key() -> None:
    told: dict[str, Any] = json.loads(schema.level_schema())["properties"]
    for section in SECTIONS:
        name = re.match(r"\[+([a-z]+)[\].]", section.title)
        if section.file != "level.toml" or name is None or name[1] == "params":
            continue
        table = told[name[1]]
        inner = table.get("items") or table.get("additionalProperties") or table
        assert set(inner["properties"]) == {key.name for key in section.keys}, section.title
        assert inner["additionalProperties"] is False


def test_the_tiled_project_has_every_class_and_default() -> None:
    types = {each["name"]: each for each in json.loads(tiledproject.project())["propertyTypes"]}
    for kind, keys in PLACES.items():
        members = {each["name"]: each["value"] for each in types[kind]["members"]}
        assert set(members) == {key.name for key in keys}
        for key in keys:
            if key.default is not REQUIRED:
                assert members[key.name] == key.default
    assert {"wheat", "rice", "fallow"} <= set(types["crop"]["values"])
    assert {"house_thatch", "granary", "poplar.0"} <= set(types["picture"]["values"])
    assert len({each["id"] for each in types.values()}) == len(types)
