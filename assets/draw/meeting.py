"""How ground tiles meet: each pixel of the ground is one tile's, and looks in the game as in Tiled.

The game and Tiled round otherwise when they blend: on one soft pixel at most one part of 255
apart, on two above each other it could be two. So a tile ends sharply with its diamond, where it
would lie half over its neighbour; what is too faint to be seen is left out; and the colours of
soft edges are moved, by less than can be seen, to where both round alike.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from .canvas import TILE_W

if TYPE_CHECKING:
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]
    Table = npt.NDArray[np.int64]

FAINT = 8  # alpha below which a pixel of the ground is left out
GROUNDS = np.arange(60, 236)  # what a channel of the ground may be on which a soft edge lies
FARTHEST, UNSEEN = 6, 0.75  # parts of 255: how far a colour is moved, and what of it may be seen
_PARTS = np.arange(256)


def own(pixels: Pixels, left: float, top: float, scale: float) -> Pixels:
    """Only what lies in a tile's diamond, without what is too faint to be seen.

    Args:
        pixels: Straight alpha, (height, width, 4).
        left: Of the picture from the tile's back corner, in pixels at 1x.
        top: The same.
        scale: Pixels per pixel at 1x.
    """
    height, width = pixels.shape[:2]
    x = left * scale + np.arange(width) + 0.5
    y = (top * scale + np.arange(height) + 0.5)[:, None]
    a, b = (2 * y + x) / (TILE_W * scale), (2 * y - x) / (TILE_W * scale)
    inside = (a > 0) & (a < 1) & (b > 0) & (b < 1)
    kept = inside & (pixels[..., 3] >= FAINT)
    return np.where(kept[..., None], pixels, 0).astype(np.uint8)


def by_tiled(colour: Table, alpha: int, ground: Table) -> Table:
    """A channel blended as Qt does it: two products, each rounded to the nearest."""
    products = colour * alpha, ground * (255 - alpha)
    first, second = ((each + (each >> 8) + 128) >> 8 for each in products)
    return first + second


def by_game(colour: Table, alpha: int, ground: Table) -> Table:
    """A channel blended as pygame does it: one sum, cut off."""
    return (colour * (alpha + 1) + ground * (256 - alpha)) >> 8


@cache
def _choices(tint: int) -> Pixels:
    """For each alpha and colour the colour near it for which most grounds are blended alike.

    Args:
        tint: What the game multiplies the colour with before it is blended; 255 is nothing.
    """
    shown = _PARTS if tint == 255 else (_PARTS * tint + 255) >> 8
    chosen = np.tile(_PARTS.astype(np.uint8), (256, 1))
    steps = np.arange(-FARTHEST, FARTHEST + 1)
    beside = np.clip(_PARTS[:, None] + steps, 0, 255)
    for alpha in range(1, 255):
        both = (by(shown[:, None], alpha, GROUNDS) for by in (by_tiled, by_game))
        unlike = np.not_equal(*both).mean(axis=1)
        cost = unlike[beside] + 1e-4 * abs(steps)
        cost[:, abs(steps) * alpha > UNSEEN * 255] = 2
        chosen[alpha] = np.take_along_axis(beside, cost.argmin(axis=1)[:, None], axis=1)[:, 0]
    return chosen


def settled(pixels: Pixels, tint: tuple[int, int, int] | None) -> Pixels:
    """The same with the colours of what is soft moved to where Tiled and the game round alike."""
    moved = pixels.copy()
    for part, share in enumerate(tint or (255, 255, 255)):
        moved[..., part] = _choices(share)[pixels[..., 3], pixels[..., part]]
    return np.where(pixels[..., 3:] > 0, moved, 0).astype(np.uint8)
