"""Rasterising, packing and writing: PNG sheets with a JSON index beside each.

What looks the same in spring, summer and autumn is drawn once and lies in `warm@SCALE`; the rest
of a season lies in `SEASON@SCALE`. Winter has all its own pictures.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image

from .canvas import Brush
from .meeting import own, settled
from .pigments import SEASONS, Season
from .sprites import FLAT, SPRITES, Sprite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Pixels = npt.NDArray[np.uint8]

ROOT = Path(__file__).parents[1]
ATLAS = ROOT / "atlas"
FINE = 6  # everything is drawn at 6x and averaged down, whole pixels to each scale
SCALES: dict[str, int] = {"1x": 6, "1.5x": 4, "2x": 3}  # fine pixels per pixel
SNAP = 2  # cells are cut on even 1x pixels, so that anchors are whole at 1.5x too
PADDING = 2
SAME_WHILE_WARM = {"snow", "shadow", "tint"}
SHEET_WIDTH = 2048


def scale_number(scale: str) -> float:
    return float(scale.removesuffix("x"))


@dataclass(frozen=True)
class Cell:
    """A drawn sprite: straight-alpha pixels, and its left and top in 1x units from the origin."""

    sprite: Sprite
    pixels: Pixels
    left: int
    top: int


def paint_fine(
    draw: Callable[[Brush], None], box: tuple[int, int, int, int], season: Season, fine: int = FINE
) -> Pixels:
    """Premultiplied pixels of a drawing at `fine` times its size."""
    left, top, right, bottom = box
    canvas_pixels = np.zeros(((bottom - top) * fine, (right - left) * fine, 4), np.uint8)
    surface = skia.Surface(
        canvas_pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType
    )
    with surface as canvas:
        canvas.scale(fine, fine)
        canvas.translate(-left, -top)
        draw(Brush(canvas, season))
    return canvas_pixels


def trimmed(fine_pixels: Pixels, left: int, top: int) -> tuple[Pixels, int, int]:
    """Without the empty rim, cut on the snapping grid; and where its corner lies, in 1x units."""
    grid = SNAP * FINE
    seen = fine_pixels[..., 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    y0, y1 = rows[0] // grid * grid, -(-(rows[-1] + 1) // grid) * grid
    x0, x1 = columns[0] // grid * grid, -(-(columns[-1] + 1) // grid) * grid
    return fine_pixels[y0:y1, x0:x1], left + int(x0) // FINE, top + int(y0) // FINE


def averaged(fine_pixels: Pixels, factor: int) -> Pixels:
    """Boxes of factor x factor premultiplied pixels, averaged, as straight alpha."""
    height, width = fine_pixels.shape[0] // factor, fine_pixels.shape[1] // factor
    # Rows first, over what lies together: five times as quick as both ways at once.
    rows = fine_pixels.reshape(height, factor, width * factor * 4).sum(1, dtype=np.uint16)
    sums = rows.reshape(height, width, factor, 4).sum(2, dtype=np.uint32)
    count = factor * factor
    alpha = sums[..., 3:]
    colour = (sums[..., :3] * 255 + alpha // 2) // np.maximum(alpha, 1)
    opacity = (alpha + count // 2) // count
    colour = np.where(opacity > 0, colour, 0)
    return np.concatenate([np.minimum(colour, 255), opacity], axis=2).astype(np.uint8)


class Watched:
    """A season that notes whether a drawing asked for anything that changes while it is warm."""

    def __init__(self, season: Season) -> None:
        self._season = season
        self.asked = False

    def __getattr__(self, name: str) -> object:
        if name not in SAME_WHILE_WARM:
            self.asked = True
        return getattr(self._season, name)


def changes_while_warm(sprite: Sprite) -> tuple[dict[str, Cell], bool]:
    """A sprite drawn in summer, and whether spring or autumn would draw it otherwise."""
    watched = Watched(SEASONS["summer"])
    return drawn(sprite, watched), watched.asked  # type: ignore[arg-type]


def drawn(sprite: Sprite, season: Season) -> dict[str, Cell]:
    """One sprite at every scale."""
    left, top, right, bottom = (side // SNAP * SNAP for side in sprite.box)
    fine_pixels = paint_fine(sprite.draw, (left, top, right, bottom), season)
    pixels, x, y = trimmed(fine_pixels, left, top)
    cells = {}
    for scale, by in SCALES.items():
        made = averaged(pixels, by)
        if sprite.name in FLAT:
            made = settled(own(made, x, y, scale_number(scale)), season.tint)
        cells[scale] = Cell(sprite, made, x, y)
    return cells


def packed(sizes: dict[str, tuple[int, int]], width: int) -> tuple[dict[str, tuple[int, int]], int]:
    """Shelves of cells, tallest first: where each goes, and the height of the sheet."""
    places: dict[str, tuple[int, int]] = {}
    x = y = PADDING
    shelf = 0
    for name in sorted(sizes, key=lambda cell: (-sizes[cell][1], -sizes[cell][0], cell)):
        wide, tall = sizes[name]
        if x + wide + PADDING > width:
            x, y, shelf = PADDING, y + shelf + PADDING, 0
        places[name] = (x, y)
        x += wide + PADDING
        shelf = max(shelf, tall)
    return places, y + shelf + PADDING


def plain_number(value: float) -> float:
    return int(value) if value == int(value) else round(value, 3)


def entry(cell: Cell, place: tuple[int, int], scale: float) -> dict[str, object]:
    sprite = cell.sprite
    ax, ay = sprite.anchor
    record: dict[str, object] = {
        "x": place[0], "y": place[1], "w": cell.pixels.shape[1], "h": cell.pixels.shape[0],
        "ax": plain_number((ax - cell.left) * scale), "ay": plain_number((ay - cell.top) * scale),
    }  # fmt: skip
    if sprite.tiles:
        record["tiles"] = list(sprite.tiles)
    if sprite.frames:
        record["frames"] = sprite.frames
    if sprite.variants:
        record["variants"] = sprite.variants
    if sprite.chimney:
        record["chimney"] = [
            plain_number((sprite.chimney[0] - ax) * scale),
            plain_number((sprite.chimney[1] - ay) * scale),
        ]
    return record


def save_png(pixels: Pixels, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(file, optimize=True)


def save_json(content: object, file: Path) -> None:
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def write_sheet(cells: Iterable[Cell], file: Path, scale: float, season: Season) -> None:
    """One atlas page and its index."""
    by_name = {cell.sprite.name: cell for cell in cells}
    sizes = {name: (cell.pixels.shape[1], cell.pixels.shape[0]) for name, cell in by_name.items()}
    places, height = packed(sizes, SHEET_WIDTH if scale > 1 else SHEET_WIDTH // 2)
    sheet = np.zeros((height, SHEET_WIDTH if scale > 1 else SHEET_WIDTH // 2, 4), np.uint8)
    for name, (x, y) in places.items():
        pixels = by_name[name].pixels
        sheet[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    save_png(sheet, file.with_name(file.name + ".png"))
    content: dict[str, object] = {"scale": plain_number(scale)}
    if season.tint:
        content["tint"] = list(season.tint)
    content["sprites"] = {name: entry(cell, places[name], scale) for name, cell in by_name.items()}
    save_json(content, file.with_name(file.name + ".json"))


Pages = dict[str, list[Cell]]


def _pages() -> Pages:
    return {scale: [] for scale in SCALES}


def _write_pages(pages: Pages, name: str) -> None:
    season = SEASONS[name if name in SEASONS else "summer"]
    for scale, cells in pages.items():
        write_sheet(cells, ATLAS / f"{name}@{scale}", scale_number(scale), season)


def write_warm() -> None:
    """Spring, summer and autumn, and what they share."""
    shared, own = _pages(), {name: _pages() for name in SEASONS if name != "winter"}
    for sprite in SPRITES.values():
        cells, changes = changes_while_warm(sprite)
        for scale, cell in cells.items():
            (own["summer"] if changes else shared)[scale].append(cell)
        for name in ("spring", "autumn") if changes else ():
            for scale, cell in drawn(sprite, SEASONS[name]).items():
                own[name][scale].append(cell)
    for name, pages in {"warm": shared, **own}.items():
        _write_pages(pages, name)


def write_winter() -> None:
    """Every sprite of the winter."""
    pages = _pages()
    for sprite in SPRITES.values():
        for scale, cell in drawn(sprite, SEASONS["winter"]).items():
            pages[scale].append(cell)
    _write_pages(pages, "winter")
