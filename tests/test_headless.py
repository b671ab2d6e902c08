"""Nothing but the window loads pygame: a static contract doesn't see what pytmx does on import."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import sys
from game.cli.main import entry
code = entry({arguments!r})
loaded = {{name.partition(".")[0] for name in sys.modules}} & {{"pygame", "pytmx", "skia", "PIL"}}
assert not loaded, loaded
raise SystemExit(code)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "willow_bend", "--turns", "1"],
        ["check", "willow_bend"],
        ["levels"],
        ["policies"],
    ],
    ids=" ".join,
)
def test_commands_load_no_window(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(arguments=arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_last_resort_without_display_loads_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    if not sys.platform.startswith("linux"):
        pytest.skip("elsewhere there is always a display")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(arguments=[])],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert "`two-ledgers run" in done.stdout
    assert "`two-ledgers shot" in done.stdout
    assert "Autumn 1958" in done.stdout
