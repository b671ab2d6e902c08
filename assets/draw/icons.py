"""Icons on a 20 x 20 grid, 1.5 ink line, at most two flat pigments; and the team portraits."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from .atlas import Pixels, averaged, packed, paint_fine, save_json, save_png
from .canvas import Brush, Point, Shape, arc, polygon
from .people import JACKETS, Figure, idle
from .pigments import (
    BRICK,
    CINNABAR,
    DUN,
    EARTH,
    EMBER,
    GOLD,
    INDIGO,
    INDIGO_LIGHT,
    INK,
    INK_SOFT,
    LEAF,
    OCHRE,
    PAPER,
    PAPER_DARK,
    PINE,
    RIVER_DEEP,
    SEASONS,
    SKIN,
    TILE,
    TILE_DEEP,
    WALL,
    mix,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES = (16, 20, 24, 30, 40, 60)
GRID = 20
PORTRAIT = (38, 40)
FINE = 4
LINE = 1.5


def _stroke(brush: Brush, shape: Shape, width: float = LINE, colour: str = INK) -> None:
    brush.line(shape, width, colour, wobble=0)


def _solid(brush: Brush, shape: Shape, colour: str, width: float = LINE) -> None:
    brush.cut(shape, colour, width, wobble=0)


def _closed_curves(start: Point, *bends: tuple[float, ...]) -> Shape:
    """A closed outline of quadratic (4 numbers) and straight (2 numbers) parts."""
    path = polygon([start], closed=False)
    for bend in bends:
        if len(bend) == 2:
            path.lineTo(*bend)
        else:
            path.quadTo(*bend)
    path.close()
    return path


def grain(brush: Brush) -> None:
    _stroke(brush, [(10, 19), (10, 6)])
    for y in (5, 9, 13):
        for side in (-1, 1):
            kernel = _closed_curves((10, y + 3), (10 + side * 6.5, y + 2, 10 + side * 5, y - 3),
                                    (10 + side * 0.5, y - 1, 10, y + 3))  # fmt: skip
            _solid(brush, kernel, GOLD, 1.2)
    _solid(brush, _closed_curves((10, 1), (13, 4, 10, 7), (7, 4, 10, 1)), GOLD, 1.2)


def furnace(brush: Brush) -> None:
    _solid(brush, [(4, 18.8), (6.5, 6), (13.5, 6), (16, 18.8)], BRICK)
    _solid(brush, [(7.5, 18.8), (7.5, 15.2), (10, 12.8), (12.5, 15.2), (12.5, 18.8)], EMBER)
    puff = polygon([(8.8, 4.6)], closed=False)
    puff.cubicTo(7.4, 1.6, 12.2, 3.2, 12.6, 0.9)
    _stroke(brush, puff, 1.3, INK_SOFT)


def water(brush: Brush) -> None:
    _solid(brush, [(1.5, 18.5), (6, 7), (12, 7), (14, 18.5)], DUN)
    for y in (10.5, 14.5, 18.5):
        wave = polygon([(12.5, y - 1)], closed=False)
        wave.cubicTo(14.5, y - 3.2, 16.5, y + 1.4, 19, y - 1)
        _stroke(brush, wave, LINE, RIVER_DEEP)
    for line in ([(6, 7), (6, 2.5)], [(12, 7), (12, 2.5)], [(4.5, 2.5), (13.5, 2.5)]):
        _stroke(brush, line)


def basket(brush: Brush) -> None:
    _stroke(brush, arc(10, 9.25, 5.5, 7.75, 180, 180))
    _solid(brush, [(2, 9), (18, 9), (15.5, 18.5), (4.5, 18.5)], OCHRE)
    _stroke(brush, [(3, 12.3), (17, 12.3)], 1.1)
    _stroke(brush, [(3.8, 15.4), (16.2, 15.4)], 1.1)


def bowl(brush: Brush) -> None:
    dish = polygon([(1.5, 9), (18.5, 9)], closed=False)
    dish.cubicTo(18, 15, 14.5, 17.5, 12.5, 17.5)
    dish.lineTo(7.5, 17.5)
    dish.cubicTo(5.5, 17.5, 2, 15, 1.5, 9)
    dish.close()
    _solid(brush, dish, WALL)
    for x, top in ((6, 2.5), (10, 1.5), (14, 2.5)):
        _stroke(brush, [(x, 5.5), (x + 0.6, top)], 1.2, INK_SOFT)


def anvil(brush: Brush) -> None:
    _solid(brush, [(2, 7), (18, 7), (13.5, 11), (12.5, 15), (15, 18), (5, 18), (7.5, 15),
                   (6.5, 11)], TILE)  # fmt: skip


def people(brush: Brush) -> None:
    for dx, cloth in ((4.5, INDIGO_LIGHT), (-4.5, EARTH), (0, INDIGO)):
        body = polygon([(5 + dx, 18.5)], closed=False)
        body.cubicTo(5 + dx, 11, 15 + dx, 11, 15 + dx, 18.5)
        body.close()
        _solid(brush, body, cloth, 1.3)
        brush.oval(10 + dx, 8.4, 2.9, 3, SKIN, 1.3)


def letter(brush: Brush) -> None:
    _solid(brush, [(1.5, 4), (18.5, 4), (18.5, 16.5), (1.5, 16.5)], WALL)
    _stroke(brush, [(1.5, 4), (10, 11), (18.5, 4)])
    brush.oval(10, 12, 2.3, 2.3, CINNABAR)


def warning(brush: Brush) -> None:
    _solid(brush, [(10, 2), (18.5, 17.5), (1.5, 17.5)], EMBER)
    _stroke(brush, [(10, 7.5), (10, 12.3)], 1.9)
    brush.oval(10, 15, 1.1, 1.1, INK)


def page(brush: Brush) -> None:
    _solid(brush, [(3, 2.5), (13, 2.5), (17, 6.5), (17, 17.5), (3, 17.5)], WALL)
    for y, end in ((8, 13), (11, 13), (14, 11)):
        _stroke(brush, [(6, y), (end, y)], 1.2)


def scale(brush: Brush) -> None:
    for line in ([(2, 6), (18, 6)], [(10, 2), (10, 17)], [(6, 17.5), (14, 17.5)]):
        _stroke(brush, line)
    for x in (4, 16):
        _stroke(brush, [(x - 2.8, 12), (x, 6), (x + 2.8, 12)], 1.1)
        _solid(brush, _closed_curves((x - 3.2, 12), (x, 16.5, x + 3.2, 12)), GOLD)


def eye(brush: Brush) -> None:
    _solid(brush, _closed_curves((1, 10), (10, 1.5, 19, 10), (10, 18.5, 1, 10)), WALL)
    brush.oval(10, 10, 3, 3, INK)


def seed(brush: Brush) -> None:
    _stroke(brush, [(10, 11.5), (10, 6)])
    for side in (-1, 1):
        leaf = _closed_curves((10, 7), (10 + side * 1.5, 1.5, 10 + side * 7, 2),
                              (10 + side * 6.5, 7, 10, 7))  # fmt: skip
        _solid(brush, leaf, LEAF, 1.3)
    _solid(brush, _closed_curves((10, 10.5), (15.5, 12, 15, 15.5), (13.5, 19, 10, 19),
                                 (6.5, 19, 5, 15.5), (4.5, 12, 10, 10.5)), OCHRE)  # fmt: skip


def cart(brush: Brush) -> None:
    _solid(brush, [(5, 6), (19, 6), (17, 12), (7, 12)], OCHRE)
    _stroke(brush, [(6, 11), (1, 15.5)])
    brush.oval(12, 14.5, 4, 4, PAPER, LINE)
    brush.oval(12, 14.5, 1, 1, INK)
    for turn in (0, math.pi / 3, 2 * math.pi / 3):
        dx, dy = 3.6 * math.cos(turn), 3.6 * math.sin(turn)
        _stroke(brush, [(12 - dx, 14.5 - dy), (12 + dx, 14.5 + dy)], 0.9)


def tree(brush: Brush) -> None:
    _stroke(brush, [(10, 18.8), (10, 14)], 2.2)
    _stroke(brush, [(6, 18.8), (14, 18.8)])
    _solid(
        brush, [(10, 1), (15.5, 8.2), (12.9, 8.2), (17, 14), (3, 14), (7.1, 8.2), (4.5, 8.2)], PINE
    )


def telephone(brush: Brush) -> None:
    _solid(brush, [(4, 18.5), (6, 9), (14, 9), (16, 18.5)], TILE_DEEP)
    brush.oval(10, 13.8, 2.6, 2.6, WALL, 1.2)
    _solid(brush, _closed_curves((1.5, 8.5), (1.5, 2.5, 10, 2.5), (18.5, 2.5, 18.5, 8.5),
                                 (14.5, 8.5), (14.5, 6.2, 10, 6.2), (5.5, 6.2, 5.5, 8.5)),
           TILE)  # fmt: skip


def book(brush: Brush) -> None:
    for side in (-1, 1):
        leaf = _closed_curves((10, 5), (10 + side * 4, 2, 10 + side * 8.5, 3.5),
                              (10 + side * 8.5, 15.5), (10 + side * 4, 14, 10, 17))  # fmt: skip
        _solid(brush, leaf, WALL if side < 0 else PAPER)
        for y in (7.5, 10.5):
            _stroke(brush, [(10 + side * 2.6, y), (10 + side * 6.2, y - 1)], 1.0)


def _turning_arrow(brush: Brush, side: int) -> None:
    path = polygon([(10 + side * 5.5, 7)], closed=False)
    path.lineTo(10 - side * 1, 7)
    path.cubicTo(10 - side * 8.5, 7, 10 - side * 8.5, 16.5, 10 - side * 1, 16.5)
    path.lineTo(10 + side * 3.5, 16.5)
    _stroke(brush, path, 1.9)
    head = [(10 + side * 3.6, 2.6), (10 + side * 8.4, 7), (10 + side * 3.6, 11.4)]
    _solid(brush, head, INDIGO_LIGHT, 1.3)


def undo(brush: Brush) -> None:
    _turning_arrow(brush, -1)


def redo(brush: Brush) -> None:
    _turning_arrow(brush, 1)


def gear(brush: Brush) -> None:
    outline = []
    for tooth in range(8):
        for step, reach in ((-0.2, 8.8), (0.2, 8.8), (0.32, 6.4), (0.68, 6.4)):
            turn = math.tau * (tooth + step * 0.9) / 8
            outline.append((10 + reach * math.cos(turn), 10 + reach * math.sin(turn)))
    _solid(brush, outline, TILE, 1.4)
    brush.oval(10, 10, 2.7, 2.7, PAPER, 1.4)


def clock(brush: Brush) -> None:
    brush.oval(10, 10, 8.3, 8.3, WALL, LINE)
    _stroke(brush, [(10, 5), (10, 10), (13.6, 12.2)])
    for turn in range(4):
        dx, dy = math.cos(turn * math.pi / 2), math.sin(turn * math.pi / 2)
        _stroke(brush, [(10 + 6.9 * dx, 10 + 6.9 * dy), (10 + 6.4 * dx, 10 + 6.4 * dy)], 1.1)


ICONS: dict[str, Callable[[Brush], None]] = {
    "grain": grain, "furnace": furnace, "water": water, "basket": basket, "bowl": bowl,
    "anvil": anvil, "people": people, "letter": letter, "warning": warning, "page": page,
    "scale": scale, "eye": eye, "seed": seed, "cart": cart, "tree": tree, "telephone": telephone,
    "book": book, "undo": undo, "redo": redo, "gear": gear, "clock": clock,
}  # fmt: skip
_HEADWEAR = ("straw", "scarf", "cap", "straw")


def portrait(team: int, brush: Brush) -> None:
    """A team leader, in a ruled box."""
    wide, tall = PORTRAIT
    box = [(0.5, 0.5), (wide - 0.5, 0.5), (wide - 0.5, tall - 0.5), (0.5, tall - 0.5)]
    brush.fill(box, mix(PAPER_DARK, PAPER, 0.3))
    with brush.inside(box), brush.moved(wide / 2, tall - 0.5, 1.75):
        figure = Figure(brush, JACKETS[team])
        figure.headwear = _HEADWEAR[team]
        idle(figure, 0)
    brush.line(box, 1, INK_SOFT, closed=True, wobble=0)


def _cell(draw: Callable[[Brush], None], wide: int, tall: int, zoom: float) -> Pixels:
    def zoomed(brush: Brush) -> None:
        brush.wobbling = False
        brush.canvas.scale(zoom, zoom)
        draw(brush)

    return averaged(paint_fine(zoomed, (0, 0, wide, tall), SEASONS["summer"], FINE), FINE)


def write_icons(folder: Path) -> None:
    """One small atlas per icon size; the portraits are 38 x 40 where an icon is 20."""
    for size in SIZES:
        zoom = size / GRID
        cells = {name: _cell(draw, size, size, zoom) for name, draw in ICONS.items()}
        wide, tall = round(PORTRAIT[0] * zoom), round(PORTRAIT[1] * zoom)
        for team in range(len(JACKETS)):
            cells[f"team.{team}"] = _cell(partial(portrait, team), wide, tall, zoom)
        sheet_width = size * 12
        places, height = packed({name: (c.shape[1], c.shape[0]) for name, c in cells.items()},
                                sheet_width)  # fmt: skip
        sheet = np.zeros((height, sheet_width, 4), np.uint8)
        records: dict[str, dict[str, int]] = {}
        for name, pixels in cells.items():
            x, y = places[name]
            sheet[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
            records[name] = {"x": x, "y": y, "w": pixels.shape[1], "h": pixels.shape[0], "ax": 0,
                             "ay": 0}  # fmt: skip
        records["team.0"]["variants"] = len(JACKETS)
        save_png(sheet, folder / f"icons@{size}.png")
        save_json({"scale": zoom, "sprites": records}, folder / f"icons@{size}.json")
