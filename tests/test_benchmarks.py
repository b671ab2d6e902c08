"""Benchmarks and level scripts ask the game for nothing that it does not have any more."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("benchmarks", "levels/_tools")
    for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_a_script_asks_for_is_there(script: str) -> None:
    tree = ast.parse((ROOT / script).read_text("utf-8"))
    asked = [
        (each.module, name.name)
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and each.module and each.module.startswith("game")
        for name in each.names
    ]
    for module, name in asked:
        found = import_module(module)
        if not hasattr(found, name):
            import_module(f"{module}.{name}")


def test_there_are_scripts_to_look_at() -> None:
    assert len(SCRIPTS) > 15
