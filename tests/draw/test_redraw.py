"""Every sprite, icon, texture and tileset drawn anew, beside what lies on disk.

A processor may round a soft edge otherwise than the one that drew the files, so a few pixels may
be off by a little; a line that moved, or a colour that changed, is more than that.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

np = pytest.importorskip("numpy")
image = pytest.importorskip("PIL.Image")
pytest.importorskip("skia")

from assets.draw import tilesets
from assets.draw.atlas import ATLAS, SCALES, changes_while_warm, drawn, entry, scale_number
from assets.draw.icons import write_icons
from assets.draw.pigments import SEASONS
from assets.draw.sprites import SPRITES
from assets.draw.textures import write_textures
from tests.draw.test_atlas import index_of, season_of

if TYPE_CHECKING:
    from pathlib import Path

    from assets.draw.atlas import Cell

NEAR, FEW, ALWAYS = 12, 0.01, 2
"""Parts of 255 that a channel may be off; the share of a picture's pixels that may be more, and
how many may be in the smallest."""


@cache
def sheet(stem: str) -> Any:
    with image.open(ATLAS / f"{stem}.png") as opened:
        return np.asarray(opened.convert("RGBA")).astype(np.int32)


def differs(stored: Any, fresh: Any) -> bool:
    """Whether two pictures are not the same to the eye; what is transparent has no colour."""
    if stored.shape != fresh.shape:
        return True
    off = np.zeros(stored.shape[:2], dtype=bool)
    for part in range(3):
        weighed = [each[..., part] * each[..., 3] // 255 for each in (stored, fresh)]
        off |= np.abs(weighed[0] - weighed[1]) > NEAR
    off |= np.abs(stored[..., 3] - fresh[..., 3]) > NEAR
    seen = (stored[..., 3] > 0).sum()
    return bool(off.sum() > ALWAYS + FEW * seen)


def stale(cells: dict[str, Cell], season: str, sprites: dict[str, Any]) -> list[str]:
    """Scales at which a sprite is not what lies on disk, by picture, size or anchor."""
    found = []
    for scale, cell in cells.items():
        at = sprites[scale][cell.sprite.name]
        x, y = at["x"], at["y"]
        fresh = cell.pixels.astype(np.int32)
        stored = sheet(at["sheet"])[y : y + at["h"], x : x + at["w"]]
        told = {key: value for key, value in at.items() if key != "sheet"}
        if told != entry(cell, (x, y), scale_number(scale)) or differs(stored, fresh):
            found.append(f"{cell.sprite.name} in {season} at {scale}")
    return found


@pytest.fixture(scope="module")
def summer() -> dict[str, tuple[dict[str, Cell], bool]]:
    """Every sprite drawn in summer, and whether it looks otherwise in spring and autumn."""
    return {name: changes_while_warm(sprite) for name, sprite in SPRITES.items()}


def on_disk(season: str) -> dict[str, Any]:
    return {scale: season_of(f"{season}@{scale}")["sprites"] for scale in SCALES}


def test_summer_is_what_the_scripts_draw(summer: dict[str, tuple[dict[str, Cell], bool]]) -> None:
    sprites = on_disk("summer")
    assert sprites["1x"].keys() == SPRITES.keys()
    wrong = [
        each for cells, _changes in summer.values() for each in stale(cells, "summer", sprites)
    ]
    assert not wrong
    shared = index_of("warm@1x")["sprites"].keys()
    assert shared == {name for name, (_cells, changes) in summer.items() if not changes}


@pytest.mark.parametrize("season", ["spring", "autumn", "winter"])
def test_the_other_seasons_are_what_the_scripts_draw(season: str) -> None:
    sprites = on_disk(season)
    own = index_of(f"{season}@1x")["sprites"]
    wrong = [each for name in own for each in stale(drawn(SPRITES[name], SEASONS[season]), season,
                                                    sprites)]  # fmt: skip
    assert not wrong
    assert season != "winter" or own.keys() == SPRITES.keys()


def _same_files(written: Path, names: list[str]) -> None:
    """Files as on disk; what has an index is held against it cell by cell."""
    for name in names:
        if not name.endswith((".png", ".bmp")):
            assert (written / name).read_text("utf-8") == (ATLAS / name).read_text("utf-8"), name
            continue
        with image.open(written / name) as fresh, image.open(ATLAS / name) as stored:
            both = [np.asarray(each.convert("RGBA")).astype(np.int32) for each in (stored, fresh)]
        assert both[0].shape == both[1].shape, name
        stem = name.removesuffix(".png")
        cells = index_of(stem)["sprites"] if f"{stem}.json" in names else {}
        for cell, at in cells.items():
            rows, columns = slice(at["y"], at["y"] + at["h"]), slice(at["x"], at["x"] + at["w"])
            assert not differs(*(each[rows, columns] for each in both)), f"{cell} of {name}"
        assert cells or not differs(*both), name


def test_icons_and_textures_are_what_the_scripts_draw(tmp_path: Path) -> None:
    write_icons(tmp_path)
    write_textures(tmp_path)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert {"icons@20.png", "icons@20.json", "paper.bmp", "cloth.png", "grain.png"} <= {*names}
    _same_files(tmp_path, names)


def test_tilesets_are_what_the_scripts_draw(
    summer: dict[str, tuple[dict[str, Cell], bool]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tilesets, "_cell", lambda name: summer[name][0]["1x"])
    tilesets.write_tilesets(tmp_path)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len(names) == 8
    _same_files(tmp_path, names)


def test_a_line_that_moved_is_seen() -> None:
    at = season_of("summer@1x")["sprites"]["p_hoe_1.0"]
    stored = sheet(at["sheet"])[at["y"] : at["y"] + at["h"], at["x"] : at["x"] + at["w"]]
    moved = np.roll(stored, 1, axis=1)
    paler = stored.copy()
    paler[..., 0] = np.minimum(255, paler[..., 0] + 20)
    assert not differs(stored, stored)
    assert differs(stored, moved)
    assert differs(stored, paler)
    assert differs(stored, stored[1:])
