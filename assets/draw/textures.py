"""Tileable surfaces: the panels' paper, the map's print grain, and the cloth behind the title."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PIL import Image

from .atlas import Pixels, averaged, paint_fine, save_png
from .canvas import Brush, blob
from .pigments import CLOTH, CLOTH_SPOT, PANEL, PAPER, SEASONS, channels

if TYPE_CHECKING:
    from pathlib import Path

Field = npt.NDArray[np.float64]
SIZE = 512
SPECK = 0.15  # the most bare paper that shows through the ink
PANEL_SHARE = 0.55
FINE = 4


def noise(cells: int, key: str) -> Field:
    """Smooth value noise 0..1 that repeats over SIZE pixels."""
    raw = hashlib.shake_256(key.encode()).digest(cells * cells)
    lattice = np.frombuffer(raw, np.uint8).reshape(cells, cells) / 255
    place = np.arange(SIZE) * cells / SIZE
    low = place.astype(int)
    share = place - low
    share = share * share * (3 - 2 * share)
    low, high = low % cells, (low + 1) % cells
    down, right = share[:, None], share[None, :]
    top = lattice[low][:, low] * (1 - right) + lattice[low][:, high] * right
    bottom = lattice[high][:, low] * (1 - right) + lattice[high][:, high] * right
    return top * (1 - down) + bottom * down


def print_fields(key: str, share: float) -> tuple[Field, Field]:
    """How much bare paper shows (0..0.15), and how much the ink lightens or darkens (+-3 %)."""
    fine, middle, broad = noise(320, key + "fine"), noise(102, key + "mid"), noise(9, key + "big")
    specks = np.clip((fine * 0.6 + middle * 0.4 - 0.60) * 3.2, 0, 1) * SPECK * share
    grain = ((fine - 0.5) * 0.04 + (middle - 0.5) * 0.028 + (broad - 0.5) * 0.05) * share
    return specks, grain


def printed(pixels: Pixels, key: str = "map") -> Pixels:
    """A straight-alpha picture as it would look printed on the paper."""
    specks, grain = print_fields(key, 1.0)
    tall, wide = pixels.shape[:2]
    repeats = (-(-tall // SIZE), -(-wide // SIZE))
    specks = np.tile(specks, repeats)[:tall, :wide, None]
    grain = np.tile(grain, repeats)[:tall, :wide, None]
    colour = pixels[..., :3] * (1 - specks) + np.array(channels(PAPER)) * specks
    colour = np.clip(np.rint(colour * (1 + grain)), 0, 255)
    return np.concatenate([colour, pixels[..., 3:]], axis=2).astype(np.uint8)


def paper() -> Pixels:
    flat = np.empty((SIZE, SIZE, 3))
    flat[:] = channels(PANEL)
    specks, grain = print_fields("panel", PANEL_SHARE)
    warm = flat * (1 - specks[..., None]) + np.array(channels(PAPER)) * specks[..., None]
    return np.clip(np.rint(warm * (1 + grain[..., None])), 0, 255).astype(np.uint8)


def grain_overlay() -> Pixels:
    """The print texture as one layer for plain alpha blending: specks, light and dark grain."""
    specks, grain = print_fields("map", 1.0)
    light, dark = np.maximum(grain, 0), np.maximum(-grain, 0)
    alpha = specks + light + dark
    white = np.full(3, 255.0)
    colour = np.array(channels(PAPER)) * specks[..., None] + white * light[..., None]
    colour = colour / np.maximum(alpha, 1e-6)[..., None]
    layers = np.concatenate([np.rint(colour), np.rint(alpha * 255)[..., None]], axis=2)
    return np.clip(layers, 0, 255).astype(np.uint8)


CLOTH_COLUMNS, CLOTH_ROWS, CLOTH_STEP = 6, 6, (42, 36)


def _cloth(brush: Brush) -> None:
    """Indigo cloth, resist-dyed with plum blossom."""
    step_x, step_y = CLOTH_STEP
    wide, tall = CLOTH_COLUMNS * step_x, CLOTH_ROWS * step_y
    brush.fill([(0, 0), (wide, 0), (wide, tall), (0, tall)], CLOTH)
    for row in range(-1, CLOTH_ROWS + 1):
        for column in range(-1, CLOTH_COLUMNS + 1):
            x, y = column * step_x + (step_x / 2 if row % 2 else 0), row * step_y
            key = (column % CLOTH_COLUMNS, row % CLOTH_ROWS)
            for petal in range(5):
                turn = petal * math.tau / 5 - math.pi / 2
                spot = blob(x + 6.2 * math.cos(turn), y + 6.2 * math.sin(turn), 3.1, 2.8,
                            (*key, petal), 7, 0.12)  # fmt: skip
                brush.fill(spot, CLOTH_SPOT, 0.34)
            brush.oval(x, y, 1.8, 1.8, CLOTH_SPOT, alpha=0.34)
            for dx, dy in ((21, 0), (10.5, 18), (-10.5, 18)):
                brush.oval(x + dx, y + dy, 1.1, 1.1, CLOTH_SPOT, alpha=0.26)


def cloth() -> Pixels:
    box = (0, 0, CLOTH_COLUMNS * CLOTH_STEP[0], CLOTH_ROWS * CLOTH_STEP[1])
    return averaged(paint_fine(_cloth, box, SEASONS["summer"], FINE), FINE)[..., :3]


def write_textures(folder: Path) -> None:
    # the first frame needs it: a plain bitmap loads in a twentieth of the time of a PNG
    Image.fromarray(paper()[..., :3]).save(folder / "paper.bmp")
    save_png(grain_overlay(), folder / "grain.png")
    save_png(cloth(), folder / "cloth.png")
