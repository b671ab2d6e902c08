"""The atlas on disk: complete, sound, and what the drawing scripts would draw today."""

from __future__ import annotations

import json
import struct
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ASSETS = Path(__file__).parents[2] / "assets"
ATLAS = ASSETS / "atlas"
SEASONS = ("spring", "summer", "autumn", "winter")
SCALES = ("1x", "1.5x", "2x")
PAGES = [f"{season}@{scale}" for season in SEASONS for scale in SCALES]
ICON_SIZES = (16, 20, 24, 30, 40, 60)
SHEETS = (
    *PAGES,
    *(f"warm@{scale}" for scale in SCALES),
    *(f"icons@{size}" for size in ICON_SIZES),
)
CROPS = ("wheat", "maize", "millet", "sorghum", "sweet_potato", "rice", "potato")
ICONS = (
    "grain", "furnace", "water", "basket", "bowl", "anvil", "people", "letter", "warning", "page",
    "scale", "eye", "seed", "cart", "tree", "telephone", "book", "undo", "redo", "gear", "clock",
    "team.0", "team.1", "team.2", "team.3",
)  # fmt: skip
BUILDINGS = {
    "house_thatch": [2, 2], "house_tile": [2, 2], "house_court": [3, 3], "granary": [3, 3],
    "granary_slack": [3, 3], "hall": [4, 2], "hall_closed": [4, 2], "office": [3, 3],
    "workshop": [2, 2], "school": [3, 2], "house_thatch_shut": [2, 2], "house_tile_shut": [2, 2],
    "threshing_full": [3, 3], "threshing_empty": [3, 3], "furnace_cold": [1, 1],
    "furnace_lit.0": [1, 1], "dam_0": [6, 3], "dam_3": [6, 3], "slogan.0": [2, 1],
    "hill_dense": [5, 5], "hill_thin": [5, 5], "hill_stumps": [5, 5], "hill_loess": [5, 5],
    "yaodong": [3, 2], "yaodong_shut": [3, 2], "house_south": [2, 2], "house_south_shut": [2, 2],
    "house_south_court": [3, 3], "house_court_shut": [3, 3], "house_south_court_shut": [3, 3],
    "yaodong_b": [2, 3], "yaodong_b_shut": [2, 3],
}  # fmt: skip
COUNTS = {
    "grass": 3, "earth": 2, "tree": 4, "pine": 3, "poplar": 2, "stump": 2, "gully": 2, "reeds": 2,
    "forest_dense": 3, "forest_thin": 2, "forest_stumps": 2, "furnace_lit": 8, "smoke": 8,
    "slogan": 3, "field_plough": 2, "field_sprout": 2, "field_stubble": 2, "field_fallow": 2,
    **{f"{crop}_sprout": 2 for crop in ("maize", "sorghum", "sweet_potato", "potato")},
    **{f"{crop}_stubble": 2 for crop in ("maize", "sorghum", "sweet_potato", "potato", "rice")},
    "rice_flooded": 2, "rice_planted": 2, "loess": 3, "terrace": 3, "bamboo": 2, "camphor": 2,
    "jujube": 2, "scrub": 2, "tea": 2, "soil": 4, "trod": 2,
    **{f"forest_{where}_{state}": 3 if state == "dense" else 2
       for where in ("south", "dry") for state in ("dense", "thin", "stumps")},
    **{f"{crop}_{stage}": 2 for crop in CROPS for stage in ("green", "ripe", "rot")},
    **{f"p_walk_{jacket}": 4 for jacket in range(4)},
    **{f"p_carry_{jacket}": 4 for jacket in range(4)},
    **{f"p_{pose}_{jacket}": 2 for pose in ("hoe", "bend", "shovel") for jacket in range(4)},
}  # fmt: skip
SINGLE = (
    *(f"earth_{mask:02}" for mask in range(16)),
    *(f"{kind}_{mask:02}" for kind in ("road", "water") for mask in range(1, 16)),
    *(f"bund_{side}" for side in ("nw", "ne", "sw", "se")),
    *(f"p_{pose}_{jacket}" for pose in ("stand", "idle", "sit", "queue") for jacket in range(4)),
    *(f"{wall}_{mask:02}" for wall in ("step", "cliff", "gulch") for mask in range(1, 15)),
    *(f"canal_{state}_{mask:02}" for state in ("dry", "wet", "staked") for mask in range(16)),
    "gulch_15", "ledge_sw", "ledge_se", "well", "waterwheel", "treadle_pump", "buffalo", "donkey",
    "water_15b", "bridge_a", "bridge_b", "speaker", "straw", "sacks", "firewood", "pots", "cart",
    "cart_b", "cart_empty", "cart_se", "cart_nw", "cart_sw", "cart_ne", "ox",
    "hen", "duck", "flag", "basket", "bank_left", "bank_right",
    "mudwall_a", "mudwall_b", "millstone",
)  # fmt: skip


def index_of(page: str) -> dict[str, Any]:
    return json.loads((ATLAS / f"{page}.json").read_text(encoding="utf-8"))


def season_of(page: str) -> dict[str, Any]:
    """The index of a season with what the warm seasons share; each cell knows its sheet."""
    sheets = [page] if page.startswith("winter") else [page, "warm@" + page.split("@")[1]]
    indices = [index_of(sheet) for sheet in sheets]
    names = [set(index["sprites"]) for index in indices]
    assert sum(map(len, names)) == len(set().union(*names))  # none in both
    sprites = {
        name: at | {"sheet": sheet}
        for sheet, index in zip(sheets, indices, strict=True)
        for name, at in index["sprites"].items()
    }
    return indices[0] | {"sprites": sprites}


def png_size(file: Path) -> tuple[int, int]:
    header = file.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:24])
    return width, height


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_same_names(page: str) -> None:
    assert season_of(page)["sprites"].keys() == season_of("summer@1x")["sprites"].keys()
    assert index_of(page)["scale"] == float(page.split("@")[1][:-1])


def test_required_names_are_there() -> None:
    names = season_of("summer@1x")["sprites"].keys()
    rows = [f"{name}.{n}" for name, count in COUNTS.items() for n in range(count)]
    assert not {*rows, *SINGLE, *BUILDINGS} - names


@pytest.mark.parametrize(
    "page",
    [*PAGES, *(f"warm@{scale}" for scale in SCALES), *(f"icons@{size}" for size in ICON_SIZES)],
)
def test_cells_lie_inside_the_picture_and_apart(page: str) -> None:
    wide, tall = png_size(ATLAS / f"{page}.png")
    cells = list(index_of(page)["sprites"].values())
    for cell in cells:
        assert cell["w"] > 0
        assert cell["h"] > 0
        assert 0 <= cell["x"] <= wide - cell["w"]
        assert 0 <= cell["y"] <= tall - cell["h"]
    rows: dict[int, list[tuple[int, int]]] = {}
    for cell in cells:
        rows.setdefault(cell["y"], []).append((cell["x"], cell["w"]))
    for row in rows.values():
        row.sort()
        for (left, width), (following, _) in pairwise(row):
            assert left + width + 2 <= following


def test_rows_of_variants_and_frames_are_counted() -> None:
    sprites = season_of("winter@2x")["sprites"]
    for name, count in COUNTS.items():
        first = sprites[f"{name}.0"]
        assert count in (first.get("frames"), first.get("variants"))
        assert "frames" not in sprites[f"{name}.1"]


@pytest.mark.parametrize("page", PAGES)
def test_footprints_and_anchors(page: str) -> None:
    index = season_of(page)
    scale, sprites = index["scale"], index["sprites"]
    for name, tiles in BUILDINGS.items():
        assert sprites[name]["tiles"] == tiles
        assert sprites[name]["ay"] > 0
    for name in ("grass.0", "road_15", "wheat_ripe.0", "forest_dense.0", "bund_nw"):
        assert "tiles" not in sprites[name]
    grass = sprites["grass.0"]
    assert grass["ax"] == pytest.approx(grass["w"] / 2, abs=2 * scale)
    assert grass["w"] >= 64 * scale
    assert grass["h"] >= 32 * scale
    person = sprites["p_idle_0"]
    assert person["h"] - 4 * scale <= person["ay"] <= person["h"]
    dx, dy = sprites["hall"]["chimney"]
    assert -64 * scale < dx < 64 * scale
    assert -160 * scale < dy < -80 * scale


def test_icons() -> None:
    for size in ICON_SIZES:
        sprites = index_of(f"icons@{size}")["sprites"]
        assert set(ICONS) <= sprites.keys()
        assert (sprites["grain"]["w"], sprites["grain"]["h"]) == (size, size)
        portrait = sprites["team.0"]
        assert (portrait["w"], portrait["h"]) == (round(38 * size / 20), round(40 * size / 20))


@pytest.mark.parametrize(("title", "first"), [("ground", "grass.0"), ("fields", "field_plough.0"),
                                              ("forest", "forest_dense.0"),
                                              ("objects", "house_thatch")])  # fmt: skip
def test_tilesets_name_known_sprites(title: str, first: str) -> None:
    root = ET.fromstring((ATLAS / f"{title}.tsx").read_text(encoding="utf-8"))
    tiles = root.findall("tile")
    assert root.get("version") == "1.10"
    assert [tile.get("id") for tile in tiles] == [str(n) for n in range(len(tiles))]
    assert tiles[0].get("type") == first
    known = season_of("summer@1x")["sprites"].keys()
    assert {tile.get("type") for tile in tiles} <= known


def test_title_pictures() -> None:
    for scale in SCALES:
        sizes = {
            png_size(ASSETS / "pictures" / f"title_{season}@{scale}.png")
            for season in ("summer", "winter")
        }
        assert len(sizes) == 1
        assert sizes.pop()[0] == 544 * float(scale[:-1])


def test_weight() -> None:
    files = [*ATLAS.iterdir(), *(ASSETS / "pictures").iterdir()]
    assert sum(file.stat().st_size for file in files) < 35_000_000


def test_chance_and_colour() -> None:
    pytest.importorskip("skia")
    from assets.draw.canvas import Dice, chance, project
    from assets.draw.pigments import mix

    assert chance("key", 1) == chance("key", 1) != chance("key", 2)
    throws = [Dice("spread", n).unit() for n in range(400)]
    assert 0 <= min(throws) < 0.05
    assert 0.95 < max(throws) < 1
    assert 0.45 < sum(throws) / len(throws) < 0.55
    assert project(1, 0) == (32, 16)
    assert project(0, 1, 5) == (-32, 11)
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
