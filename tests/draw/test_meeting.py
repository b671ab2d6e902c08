"""How ground tiles meet: no gap between them, and in colours that two programs blend alike."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

np = pytest.importorskip("numpy")
image = pytest.importorskip("PIL.Image")
pytest.importorskip("skia")

from assets.draw.atlas import ATLAS, SCALES, scale_number
from assets.draw.meeting import FAINT, GROUNDS, by_game, by_tiled, own, settled
from assets.draw.pigments import SEASONS
from assets.draw.sprites import FLAT
from tests.draw.test_atlas import season_of

OPEN = ("grass.0", "earth.1", "loess.2", "terrace.1", "road_15", "water_15", "gulch_15")


@pytest.mark.parametrize("scale", [scale_number(scale) for scale in SCALES])
def test_neighbours_leave_no_gap_and_share_no_pixel(scale: float) -> None:
    wide, high = round(80 * scale), round(48 * scale)
    solid = own(np.full((high, wide, 4), 255, np.uint8), -40, -8, scale)[..., 3] > 0
    times = np.zeros((high * 3, wide * 3), dtype=np.int64)
    for a, b in ((0, 0), (1, 0), (0, 1), (1, 1)):
        x, y = round((1 + a - b) * 32 * scale), round((a + b) * 16 * scale)
        times[y : y + high, x : x + wide] += solid
    assert times.max() == 1
    assert times.sum() == 4 * solid.sum() == 4 * round(64 * scale) * round(32 * scale) // 2


@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
@pytest.mark.parametrize("scale", SCALES)
def test_on_disk_no_ground_tile_leaves_its_diamond(season: str, scale: str) -> None:
    sprites, sheets, times = season_of(f"{season}@{scale}")["sprites"], {}, scale_number(scale)
    for name in FLAT:
        at = sprites[name]
        if at["sheet"] not in sheets:
            with image.open(ATLAS / f"{at['sheet']}.png") as opened:
                sheets[at["sheet"]] = np.asarray(opened.convert("RGBA"))
        stored = sheets[at["sheet"]][at["y"] : at["y"] + at["h"], at["x"] : at["x"] + at["w"]]
        kept = own(stored, -at["ax"] / times, -at["ay"] / times, times)
        assert (kept == stored).all(), name
        if name in OPEN:
            area = round(64 * times) * round(32 * times) // 2
            assert (stored[..., 3] == 255).sum() == area, name


def test_the_game_blends_as_the_drawing_says() -> None:
    every = np.arange(256)
    colours, grounds = (part.copy() for part in np.meshgrid(every, every, indexing="ij"))
    for alpha in (1, 9, 66, 128, 200, 254):
        above = pygame.Surface((256, 256), pygame.SRCALPHA)
        pixels, opacity = pygame.surfarray.pixels3d(above), pygame.surfarray.pixels_alpha(above)
        pixels[:] = colours[..., None]
        opacity[:] = alpha
        del pixels, opacity
        below = pygame.Surface((256, 256), 0, 32)
        pygame.surfarray.blit_array(below, np.repeat(grounds[..., None], 3, axis=2))
        below.fblits([(above, (0, 0))])
        shown = pygame.surfarray.array3d(below)[..., 0]
        assert (shown == by_game(colours, alpha, grounds)).all(), alpha


def unlike(colour: Any, alpha: int) -> Any:
    """The share of grounds on which Tiled and the game show a colour otherwise."""
    both = (by(colour[:, None], alpha, GROUNDS) for by in (by_tiled, by_game))
    return np.not_equal(*both).mean(axis=1)


def as_shown(pixels: Any, tint: tuple[int, int, int] | None) -> Any:
    """The colours as the game has them when it comes to blending."""
    held = pygame.Surface(pixels.shape[:2], 0, 32)
    pygame.surfarray.blit_array(held, pixels[..., :3])
    if tint is not None:
        held.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
    return pygame.surfarray.array3d(held).astype(np.int64)


@pytest.mark.parametrize("tint", [None, SEASONS["winter"].tint])
def test_settled_colours_look_the_same_and_differ_less(tint: tuple[int, int, int] | None) -> None:
    soft = np.zeros((256, 256, 4), np.uint8)  # alpha, colour
    soft[..., :3] = np.arange(256)[:, None]
    soft[..., 3] = np.arange(256)[:, None]
    moved = settled(soft, tint)
    seen = abs(moved[..., :3].astype(int) - soft[..., :3]) * soft[..., 3:] / 255
    assert seen.max() < 1
    assert (moved[255] == soft[255]).all()
    assert not moved[0].any()
    before, after = (
        sum(
            unlike(shown[alpha, :, part], alpha).mean()
            for alpha in range(FAINT, 255)
            for part in range(3)
        )
        for shown in (as_shown(soft, tint), as_shown(moved, tint))
    )
    assert after < before * 0.6
