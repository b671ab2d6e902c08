"""Through Tiled and back: what it saves loads as the same level. Skipped where it is missing."""

import os
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from game.levelfiles.findings import look
from game.levelfiles.load import Loaded, load_all
from game.levelfiles.newlevel import make, template
from game.levelfiles.shipped import available, find

TILED = shutil.which("tiled")
pytestmark = pytest.mark.skipif(TILED is None, reason="Tiled is not installed")
SOURCES = ["", *[each.id for each in available()]]


def exported(folder: Path, *options: str) -> str:
    """Let Tiled open the map and save it again in its place; what it said."""
    assert TILED
    saved = folder / "again.tmx"
    command = [TILED, "--export-map", *options, "tmx", str(folder / "map.tmx"), str(saved)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(folder)}
    told = subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=True)
    saved.replace(folder / "map.tmx")
    return told.stdout + told.stderr


def same(one: Loaded, two: Loaded) -> None:
    assert one.map == two.map
    for each in fields(one.level):
        first, second = getattr(one.level, each.name), getattr(two.level, each.name)
        if isinstance(first, np.ndarray):
            assert (first == second).all(), each.name


@pytest.mark.parametrize("name", SOURCES)
def test_tiled_saves_the_same_level(name: str, tmp_path: Path) -> None:
    folder = make("village", tmp_path, find(name) if name else template())
    before = load_all(folder)
    told = exported(folder)
    assert "error" not in told.lower(), told
    assert "warning" not in told.lower(), told
    same(before, load_all(folder))
    assert not look(folder).problems


@pytest.mark.parametrize("option", ["--embed-tilesets", "--resolve-types-and-properties"])
def test_other_ways_of_saving(option: str, tmp_path: Path) -> None:
    folder = make("village", tmp_path, template())
    before = load_all(folder)
    exported(folder, option)
    same(before, load_all(folder))


@pytest.mark.parametrize("packed", ["base64", "base64,zlib", "base64,gzip", "base64,zstd"])
def test_other_ways_of_packing_layers(packed: str, tmp_path: Path) -> None:
    if packed.endswith("zstd"):
        pytest.importorskip("backports.zstd", reason="no Zstandard in this Python")
    folder = make("village", tmp_path, template())
    before = load_all(folder)
    encoding, _, compression = packed.partition(",")
    named = f'<data encoding="{encoding}"'
    named += f' compression="{compression}"' if compression else ""
    raw = before_raw(folder, compression)
    text = (folder / "map.tmx").read_text("utf-8")
    start, end = text.index("<data"), text.index("</data>")
    (folder / "map.tmx").write_text(f"{text[:start]}{named}>{raw}{text[end:]}", "utf-8")
    exported(folder)  # Tiled reads it, and keeps the way it is packed
    text = (folder / "map.tmx").read_text("utf-8")
    assert f'encoding="{encoding}"' in text
    assert (f'compression="{compression}"' in text) == bool(compression)
    same(before, load_all(folder))


def before_raw(folder: Path, compression: str) -> str:
    import base64
    import gzip
    import zlib

    from game.levelfiles.tiled import read_map

    raw = read_map(folder, [])
    assert raw is not None
    bits = raw.ground.astype("<u4").tobytes()
    if compression == "zstd":
        from backports import zstd

        bits = zstd.compress(bits)
    elif compression:
        bits = (gzip if compression == "gzip" else zlib).compress(bits)
    return base64.b64encode(bits).decode()
