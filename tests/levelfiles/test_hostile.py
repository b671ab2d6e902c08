"""Files made to hurt: one LevelError, within bounded time and memory, and nothing is written.

Time is asked for loosely here (a busy machine); benchmarks/fuzz_levels.py prints it.
"""

import base64
import gzip
import io
import json
import os
import stat
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from game.levelfiles import layers, zipped
from game.levelfiles.check import ENOUGH
from game.levelfiles.errors import LevelError
from game.levelfiles.findings import look
from game.levelfiles.load import load_all
from game.levelfiles.shipped import available, clash
from tests.levelfiles.conftest import told
from tests.levelfiles.corpus import Case

MOST_BYTES = 50_000_000
Broken = Callable[[Path], None]


@pytest.fixture
def level(tmp_path: Path) -> Path:
    return Case("", "", "level.toml", {"find": "turns = 8", "put": "turns = 8"}, ()).made(tmp_path)


def ground(folder: Path, attributes: str, text: str) -> None:
    path = folder / "map.tmx"
    whole = path.read_text("utf-8")
    start, end = whole.index("<data"), whole.index("</data>")
    path.write_text(f"{whole[:start]}<data {attributes}>{text}{whole[end:]}", "utf-8")


def bomb(packer: Callable[[bytes], bytes], compression: str) -> Broken:
    def make(folder: Path) -> None:
        packed = base64.b64encode(packer(bytes(300_000_000))).decode()
        ground(folder, f'encoding="base64" compression="{compression}"', packed)

    return make


def other_layer(folder: Path) -> None:
    packed = base64.b64encode(zlib.compress(bytes(300_000_000), 9)).decode()
    data = f'<data encoding="base64" compression="zlib">{packed}</data>'
    layer = f'<group><layer name="far" width="40" height="40">{data}</layer></group>'
    swap(folder, "map.tmx", " <objectgroup", f" {layer}\n <objectgroup")


def swap(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def written(file: str, text: str) -> Broken:
    return lambda folder: (folder / file).write_text(text, "utf-8") and None


HOSTILE: dict[str, Broken] = {
    "a zlib bomb": bomb(lambda raw: zlib.compress(raw, 9), "zlib"),
    "a gzip bomb": bomb(lambda raw: gzip.compress(raw, 9), "gzip"),
    "a bomb in another layer, in a group": other_layer,
    "a TOML that is too long": written("level.toml", "#" * 300_000),
    "a map that is too long": written("map.tmx", " " * 2_500_001),
    "tables nested deep": written("level.toml", "a = " + "[" * 100_000),
    "dotted keys nested deep": written("level.toml", ".".join("a" * 60_000) + " = 1"),
    "inline tables nested deep": written("level.toml", "a = " + "{a = " * 50_000),
    "as many keys as there is room for": written(
        "level.toml", "\n".join(f"k{n} = {n}" for n in range(20_000))
    ),
    "as many tables": written("level.toml", "\n".join(f"[brigade.b{n}]" for n in range(14_000))),
    "as many crops as may be, each wrong": written(
        "level.toml", "\n".join(f"[crop.c{n}]\n" + "x = 1\n" for n in range(12))
    ),
    "an array of tables": written("level.toml", "[[track]]\n" * 25_000),
    "a number of many digits": written("level.toml", "turns = " + "9" * 200_000),
    "a hexadecimal number of many digits": written("level.toml", "turns = 0x" + "f" * 200_000),
    "a title that is a novel": written("level.toml", 'title = "' + "x" * 250_000 + '"'),
    "a key that is a novel": written("level.toml", "x" * 250_000 + " = 1"),
    "words for ten thousand things": written(
        "words.en.toml", "[events]\n" + "\n".join(f'e{n} = "x"' for n in range(12_000))
    ),
    "elements nested deep": written("map.tmx", "<map>" + "<a>" * 59_000),
    "as many elements as may be": written("map.tmx", "<map>" + "<a/>" * 59_000 + "</map>"),
    "as many attributes": written(
        "map.tmx", "<map " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/>"
    ),
    "an attribute that is a novel": written("map.tmx", '<map width="' + "9" * 2_400_000 + '"/>'),
    "eight thousand objects off the map": lambda folder: swap(
        folder, "map.tmx", "</objectgroup>",
        "".join(f'<object id="{n}" type="x{n}" x="-9"/>' for n in range(7_800)) + "</objectgroup>",
    ),
    "more objects than may be": lambda folder: swap(
        folder, "map.tmx", "</objectgroup>", "<object/>" * 9_000 + "</objectgroup>"
    ),
    "a csv of a million": lambda folder: ground(folder, 'encoding="csv"', "1," * 900_000),
    "a project of brackets": written("own.tiled-project", "[" * 390_000),
    "a lone surrogate": written("words.en.toml", '[level]\nplace = "\\ud800"'),
}  # fmt: skip


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_in_bounds(level: Path, made: Broken) -> None:
    made(level)
    before = sorted(level.parent.rglob("*"))
    tracemalloc.start()
    try:
        found = look(level)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not found.sound
    assert 1 <= len(found.problems) <= ENOUGH
    assert most < MOST_BYTES
    assert sorted(level.parent.rglob("*")) == before
    assert len("\n".join(map(str, found.problems))) < 400_000


def test_a_locked_file_is_told(level: Path) -> None:
    def locked(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    with patch.object(Path, "read_bytes", locked):
        assert "level.toml: the file\n  found:    Permission denied" in told(level)


def test_the_codes_of_files(level: Path) -> None:
    (level / "briefing.en.md").write_bytes(b"\xff\xfe")
    swap(level, "words.en.toml", "[level]", "[level] #" + "x" * 260_000)
    assert {each.code for each in look(level).problems} == {"L104", "L102"}


# Zips ---------------------------------------------------------------------------------------------


def packed(level: Path, home: str = "village/", **more: bytes) -> Path:
    path = level.parent / "village.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for each in sorted(level.rglob("*")):
            if each.is_file():
                whole.write(each, home + each.relative_to(level).as_posix())
        for name, content in more.items():
            whole.writestr(name, content)
    return path


@pytest.mark.parametrize("home", ["", "village/"])
def test_a_zip_is_the_level(level: Path, home: str) -> None:
    path = packed(level, home)
    told = {each.code for each in look(path).problems}
    assert told <= {"H601"}  # the tiles are the game's: only Tiled would miss them
    one, two = load_all(path), load_all(level)
    assert (one.level.land_ares == two.level.land_ares).all()
    assert (one.level.words, one.briefing, one.title) == (two.level.words, two.briefing, two.title)
    assert one.level.id == "village"
    listed = available(path.parent)
    assert {each.id for each in listed} == {"village"}
    assert len(listed) == 2
    assert clash(listed[1]).code == "L226"


@pytest.mark.parametrize("name", ["../ab", "/etcx", "C:/ab", "..\\ab"])
def test_a_zip_with_a_name_that_leads_out(level: Path, name: str) -> None:
    path = packed(level, entry=b"x")  # zipfile cleans names when it writes: put it in by hand
    path.write_bytes(path.read_bytes().replace(b"entry", name.encode()))
    found = look(path).problems
    assert [each.code for each in found] == ["L110"], found
    assert "leads out" in found[0].found


def test_a_zip_with_one_name_twice(level: Path) -> None:
    path = packed(level)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as whole:
        whole.writestr("village/level.toml", b"x")
    assert "two files with one name" in look(path).problems[0].found


def test_a_zip_bomb_is_not_unpacked(level: Path) -> None:
    path = packed(level, home="", big=bytes(40_000_000))
    assert "more than 32000000 bytes" in str(look(path).problems[0])


def test_a_zip_that_lies_about_its_sizes(level: Path) -> None:
    (level / "map.tmx").write_bytes(b" " * 30_000_000)
    path = packed(level)
    raw = bytearray(path.read_bytes())
    size = (30_000_000).to_bytes(4, "little")
    at = raw.find(size)
    while at >= 0:
        raw[at : at + 4] = (1000).to_bytes(4, "little")
        at = raw.find(size, at + 1)
    path.write_bytes(raw)
    tracemalloc.start()
    found = look(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not found.sound
    assert most < MOST_BYTES


def test_a_zip_with_a_link(level: Path) -> None:
    path = packed(level)
    entry = zipfile.ZipInfo("village/words.zh.toml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as whole:
        whole.writestr(entry, "/etc/passwd")
    assert "is a link" in str(look(path).problems[0])


def test_a_zip_with_a_list_of_names_without_end(level: Path) -> None:
    path = level.parent / "many.zip"
    with zipfile.ZipFile(path, "w") as whole:
        for number in range(3_000):
            whole.writestr(f"{number}.txt", b"")
    assert "list of names" in str(look(path).problems[0])


@pytest.mark.parametrize("raw", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_a_zip_that_is_none(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "torn.zip"
    path.write_bytes(raw)
    assert [each.code for each in look(path).problems] == ["L110"]
    assert available(tmp_path)[0].trouble


def test_a_zip_that_is_torn_inside(level: Path) -> None:
    path = packed(level)
    raw = bytearray(path.read_bytes())
    raw[60:200] = os.urandom(140)
    path.write_bytes(raw)
    with pytest.raises(LevelError):
        load_all(path)


def test_places_in_a_zip() -> None:
    archive = zipped.Archive(Path("x.zip"), {"tiles/a.tsx": zipfile.ZipInfo("tiles/a.tsx")})
    place = zipped.ZipPlace(archive, "tiles/a.tsx")
    assert (place.name, place.suffix, place.is_file()) == ("a.tsx", ".tsx", True)
    assert place.parent.is_dir()
    assert not (place.parent / "../../x").is_file()
    with pytest.raises(FileNotFoundError):
        (place.parent / "b.tsx").stat()


# Zstandard ----------------------------------------------------------------------------------------


def test_zstd_says_the_same_where_it_can_be_read(level: Path) -> None:
    newer = sys.version_info >= (3, 14)
    zstd = pytest.importorskip("compression.zstd" if newer else "backports.zstd")
    before = load_all(level).map
    cells = (level / "map.tmx").read_text("utf-8").split("<data")[1].split(">")[1].split("<")[0]
    bits = np.fromstring("".join(cells.split()), dtype=np.int64, sep=",").astype("<u4").tobytes()
    ground(
        level,
        'encoding="base64" compression="zstd"',
        base64.b64encode(zstd.compress(bits)).decode(),
    )
    assert load_all(level).map == before
    packed_bomb = base64.b64encode(zstd.compress(bytes(300_000_000))).decode()
    ground(level, 'encoding="base64" compression="zstd"', packed_bomb)
    tracemalloc.start()
    assert [each.code for each in look(level).problems] == ["L407"]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_BYTES


def test_zstd_that_nothing_reads(level: Path) -> None:
    ground(level, 'encoding="base64" compression="zstd"', "KLUv/QBYAAA=")
    with patch.object(layers, "import_module", side_effect=ImportError):
        found = look(level).problems
    assert [each.code for each in found] == ["L425"]
    assert "install backports.zstd" in found[0].fix


# Templates and class defaults ---------------------------------------------------------------------


def test_a_template_is_filled_in(level: Path) -> None:
    before = load_all(level).map
    first = before.of("house")[0]
    text = (level / "map.tmx").read_text("utf-8")
    start = text.index('  <object id="8" type="house"')
    end = text.index("</object>", start) + len("</object>")
    inner = text[start:end]
    template = '<template><object type="house" width="64" height="64">'
    template += inner[inner.index("<properties>") : inner.index("</properties>") + 13]
    (level / "house.tx").write_text(f"{template}</object></template>", "utf-8")
    x, y = first.a * 32, first.b * 32
    new = f'  <object id="8" template="house.tx" x="{x:g}" y="{y:g}"/>'
    (level / "map.tmx").write_text(text[:start] + new + text[end:], "utf-8")
    assert load_all(level).map == before


def test_defaults_of_a_class_come_from_the_tiled_project(level: Path) -> None:
    import re

    path = level / "map.tmx"
    path.write_text(re.sub(r' *<property name="quality_pm"[^>]*>\n', "", path.read_text("utf-8")))
    assert {plot.quality_pm for plot in load_all(level).map.fields} == {1000}
    members = [{"name": "quality_pm", "type": "int", "value": 870}]
    project = {"propertyTypes": [{"type": "class", "name": "field", "members": members}]}
    (level / "own.tiled-project").write_text(json.dumps(project), "utf-8")
    assert {plot.quality_pm for plot in load_all(level).map.fields} == {870}


def test_gzip_says_the_same(level: Path) -> None:
    before = load_all(level).map
    cells = (level / "map.tmx").read_text("utf-8").split("<data")[1].split(">")[1].split("<")[0]
    bits = np.fromstring("".join(cells.split()), dtype=np.int64, sep=",").astype("<u4").tobytes()
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb") as file:
        file.write(bits)
    ground(
        level, 'encoding="base64" compression="gzip"', base64.b64encode(held.getvalue()).decode()
    )
    assert load_all(level).map == before
