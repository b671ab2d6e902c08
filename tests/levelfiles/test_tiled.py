"""Maps that were made to hurt are refused before anything is unpacked or opened."""

import base64
import re
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest

from game.levelfiles.load import load_all
from game.levelfiles.tiled import read_map
from tests.levelfiles.conftest import Broken, told


def layer(village: Path, attributes: str, text: str) -> None:
    """Write the ground in another way."""
    path = village / "map.tmx"
    whole = path.read_text("utf-8")
    data = f"<data {attributes}>{text}</data>"
    path.write_text(re.sub(r"<data.*?</data>", data, whole, count=1, flags=re.DOTALL), "utf-8")


def ground(village: Path) -> np.ndarray:
    raw = read_map(village, [])
    assert raw is not None
    return raw.ground


@pytest.mark.parametrize("compression", ["", "zlib"])
def test_base64_says_the_same_as_csv(village: Path, compression: str) -> None:
    before = ground(village)
    raw = before.astype("<u4").tobytes()
    packed = base64.b64encode(zlib.compress(raw) if compression else raw).decode()
    named = f' compression="{compression}"' if compression else ""
    layer(village, f'encoding="base64"{named}', f"\n   {packed}\n  ")
    assert (ground(village) == before).all()
    load_all(village)


def test_a_zlib_bomb_is_not_unpacked(village: Path) -> None:
    bomb = base64.b64encode(zlib.compress(bytes(500_000_000), 9)).decode()
    layer(village, 'encoding="base64" compression="zlib"', bomb)
    tracemalloc.start()
    text = told(village)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "map.tmx: layer ground\n  found:    more tile ids" in text
    assert most < 60_000_000


def test_a_doctype_is_refused(broken: Broken) -> None:
    bomb = '<!DOCTYPE map [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<map '
    assert broken("map.tmx", "<map ", bomb) == (
        "map.tmx: the file\n"
        "  found:    a DOCTYPE\n"
        "  expected: a map without one\n"
        "  fix:      take it out; Tiled never writes one"
    )


def test_a_doctype_in_another_encoding_is_refused(village: Path) -> None:
    text = (village / "map.tmx").read_text("utf-8")
    text = text.replace('encoding="UTF-8"?>', 'encoding="cp037"?><!DOCTYPE map []>')
    (village / "map.tmx").write_bytes(text.encode("cp037"))
    assert told(village).startswith("map.tmx: the file\n")


@pytest.mark.parametrize(
    "path",
    ["../../../../etc/passwd", "/etc/passwd", "../secret.tsx", "a\\0b", "C:/secret.tsx", "~/x.tsx"],
)
def test_a_path_that_leads_out_is_refused(village: Path, path: str) -> None:
    (village.parent / "secret.tsx").write_text("<tileset/>", "utf-8")
    text = (village / "map.tmx").read_text("utf-8")
    text = re.sub(r'source="[^"]*ground.tsx"', lambda _: f'source="{path}"', text)
    (village / "map.tmx").write_text(text, "utf-8")
    assert told(village).startswith("map.tmx: tileset\n  found:    ")
    assert "expected: a file in the level's folder or in the game's assets" in told(village)


def test_a_picture_of_a_tileset_that_leads_out_is_refused(village: Path) -> None:
    tsx = '<tileset tilecount="60"><image source="../../../etc/passwd"/></tileset>'
    (village / "own.tsx").write_text(tsx, "utf-8")
    text = (village / "map.tmx").read_text("utf-8")
    text = re.sub(r'source="[^"]*ground.tsx"', 'source="own.tsx"', text)
    (village / "map.tmx").write_text(text, "utf-8")
    assert told(village) == (
        "own.tsx: picture\n"
        "  found:    '../../../etc/passwd'\n"
        "  expected: a file in the level's folder or in the game's assets\n"
        "  fix:      copy the file into the level's folder, or use the game's tiles"
    )


def test_a_link_that_leads_out_is_refused(village: Path) -> None:
    (village.parent / "secret.tsx").write_text("<tileset/>", "utf-8")
    try:
        (village / "own.tsx").symlink_to(village.parent / "secret.tsx")
    except OSError:
        pytest.skip("no links on this system")
    text = (village / "map.tmx").read_text("utf-8")
    text = re.sub(r'source="[^"]*ground.tsx"', 'source="own.tsx"', text)
    (village / "map.tmx").write_text(text, "utf-8")
    assert "map.tmx: tileset" in told(village)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('width="60" height="60" tilew', 'width="65535" height="60" tilew', "map width"),
        ('width="60" height="60" tilew', 'width="60" height="-3" tilew', "map height"),
        ('orientation="isometric"', 'orientation="hexagonal"', "map orientation"),
        ('infinite="0"', 'infinite="1"', "map infinite"),
        ('tilewidth="64"', 'tilewidth="63"', "map tilewidth"),
        ('encoding="csv"', 'encoding="csv" compression="zstd"', "layer ground"),
        ('name="ground"', 'name="floor"', "layers"),
        ('name="places"', 'name="things"', "object layers"),
        ('firstgid="1"', 'firstgid="x"', "tileset"),
        ('name="ares_per_tile" type="int" value="146"', 'name="ares" value="200"', "map ares"),
        ('name="ares_per_tile" type="int" value="146"', 'name="ares_per_tile" value="many"', "map"),
    ],
)
def test_a_map_of_another_kind_is_refused(broken: Broken, old: str, new: str, line: str) -> None:
    assert f": {line}" in broken("map.tmx", old, new)


@pytest.mark.parametrize("cell", ["-1", "99999", "4294967296000", "1.5", "x", ""])
def test_a_tile_that_is_not_one_is_refused(village: Path, cell: str) -> None:
    cells = ["1"] * (60 * 60)
    cells[77] = cell
    layer(village, 'encoding="csv"', ",".join(cells))
    assert "map.tmx: layer ground" in told(village)


def test_a_layer_that_is_short_is_refused(village: Path) -> None:
    layer(village, 'encoding="csv"', "1,1,1")
    text = "found:    3 tile ids, or broken ones\n  expected: 3600 tile ids, whole numbers"
    assert text in told(village)


def test_turned_tiles_are_the_same_tiles(village: Path) -> None:
    before = ground(village)
    turned = before | (1 << 31)
    layer(village, 'encoding="csv"', ",".join(map(str, turned.ravel().tolist())))
    assert (ground(village) == before).all()


@pytest.mark.parametrize("number", ["nan", "inf", "1e9", "9" * 400, "--3", "0x10"])
def test_an_object_nowhere_is_refused(village: Path, number: str) -> None:
    text = (village / "map.tmx").read_text("utf-8")
    text = re.sub(r'(type="office" x=)"[\d.]+"', rf'\1"{number}"', text)
    (village / "map.tmx").write_text(text, "utf-8")
    assert "(office Commune office) x\n" in told(village)


def test_a_picture_stands_with_its_front_corner(village: Path) -> None:
    office = load_all(village).map.of("office")[0]
    text = (village / "map.tmx").read_text("utf-8")
    found = re.search(r'<object id="\d+" name="Commune office".*?</object>', text, re.DOTALL)
    assert found
    x, y = (office.a + office.w) * 32, (office.b + office.d) * 32
    tile = (
        f'<object id="9" name="Commune office" type="office" gid="1001" x="{x}" y="{y}" '
        f'width="184" height="132"><properties><property name="w" value="{office.w:g}"/>'
        f'<property name="d" value="{office.d:g}"/><property name="kind" value="office"/>'
        "</properties></object>"
    )
    (village / "map.tmx").write_text(text.replace(found[0], tile), "utf-8")
    assert load_all(village).map.of("office")[0] == office


def test_a_map_is_read_fast(village: Path) -> None:
    read_map(village, [])
    start = time.perf_counter()
    read_map(village, [])
    assert time.perf_counter() - start < 0.5


def test_deep_nesting_is_refused(village: Path) -> None:
    (village / "map.tmx").write_text("<map>" + "<a>" * 100_001, "utf-8")
    assert "expected: at most 60000" in told(village)


def test_a_map_that_is_something_else(village: Path) -> None:
    (village / "map.tmx").write_text("<html></html>", "utf-8")
    assert "found:    'html'" in told(village)
    (village / "map.tmx").write_text("", "utf-8")
    assert "map.tmx: the file\n  found:    nothing" in told(village)
