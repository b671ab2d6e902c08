"""Baking: all that stands still in a season, drawn once into squares that are kept while in use."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, project, unproject
from game.ui.map.items import Cell, Item
from game.ui.map.mist import Mist
from game.ui.map.paper import grain
from game.ui.map.pictures import Pictures
from game.ui.theme import Colour

CHUNK = 512  # pixels
MOST_HELD = 80
CELL = 256  # pixels of the index


@dataclass(frozen=True, slots=True)
class Piece:
    """A standing picture, or a strip of one, at its place in the flat picture."""

    key: float
    order: int
    name: str
    mirrored: bool
    x: int
    y: int
    left: int
    width: int
    height: int

    @property
    def rect(self) -> pygame.Rect:
        """The part of the flat picture that it takes."""
        return pygame.Rect(self.x + self.left, self.y, self.width, self.height)


def pieces_of(items: Iterable[Item], pictures: Pictures) -> list[Piece]:
    """Standing things in the order in which they are drawn."""
    found = []
    for order, item in enumerate(items):
        left, top = _corner(item, pictures)
        high = pictures.get(item.name, item.mirrored).size[1]
        found += [
            Piece(
                strip.key, order, item.name, item.mirrored, left, top, strip.left, strip.width, high
            )
            for strip in pictures.strips(item)
        ]
    found.sort(key=lambda piece: (piece.key, piece.order, piece.left))
    return found


class Index:
    """Pieces by where they are."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._cells: dict[Cell, list[int]] = {}
        self._rects = [piece.rect for piece in pieces]
        for at in range(len(pieces)):
            for cell in _cells_of(self._rects[at]):
                self._cells.setdefault(cell, []).append(at)

    def within(self, rect: pygame.Rect) -> list[Piece]:
        """The pieces that touch a part of the flat picture, back to front."""
        found: set[int] = set()
        for cell in _cells_of(rect):
            found.update(self._cells.get(cell, ()))
        return [self.pieces[at] for at in sorted(found) if rect.colliderect(self._rects[at])]


def _cells_of(rect: pygame.Rect) -> Iterable[tuple[int, int]]:
    across = range(rect.left // CELL, (rect.right - 1) // CELL + 1)
    down = range(rect.top // CELL, (rect.bottom - 1) // CELL + 1)
    return [(x, y) for x in across for y in down]


@dataclass(frozen=True)
class Still:
    """What is baked: the ground tile by tile, what lies on it, what stands."""

    tiles: Mapping[Cell, tuple[str, ...]]
    flat: tuple[Item, ...]
    standing: tuple[Item, ...]
    size: tuple[int, int]
    base: Colour


class Chunks:
    """The flat picture of one scene at one zoom, in squares made when first seen.

    Below zoom 1 a square is drawn at twice the size and averaged: small tiles would show seams.
    """

    def __init__(self, still: Still, pictures: Pictures, mist: Mist) -> None:
        self.still, self.pictures, self.mist = still, pictures, mist
        self.index = Index(pieces_of(still.standing, pictures))
        self._times = 2 if pictures.zoom < 1 else 1
        self._large = pictures.at_zoom(pictures.zoom * self._times)
        self._upright = (
            self.index if self._times == 1 else Index(pieces_of(still.standing, self._large))
        )
        self._flat = Index(_whole(still.flat, self._large))
        self._held: OrderedDict[Cell, pygame.Surface] = OrderedDict()
        self.baked = 0

    def __len__(self) -> int:
        return len(self._held)

    def get(self, column: int, row: int) -> pygame.Surface:
        """One square, baked if need be."""
        held = self._held.get((column, row))
        if held is None:
            held = self._held[column, row] = self._bake(column, row)
            if len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end((column, row))
        return held

    def ahead(self, window: pygame.Rect) -> bool:
        """Bake one square that a window will want; False if all are there."""
        wanted = squares(window)
        missing = [at for at in wanted if at not in self._held]
        if not missing or len(wanted) > MOST_HELD:
            return False
        self.get(*missing[0])
        return True

    def lay(self, on: pygame.Surface, window: pygame.Rect, at: tuple[int, int]) -> None:
        """Put a part of the flat picture on a surface."""
        for column, row in squares(window):
            part = pygame.Rect(column * CHUNK, row * CHUNK, CHUNK, CHUNK).clip(window)
            spot = (part.x - window.x + at[0], part.y - window.y + at[1])
            on.blit(self.get(column, row), spot, part.move(-column * CHUNK, -row * CHUNK))

    def _bake(self, column: int, row: int) -> pygame.Surface:
        self.baked += 1
        side = CHUNK * self._times
        rect = pygame.Rect(column * side, row * side, side, side)
        drawn = _opaque(rect.size)
        drawn.fill(self.still.base)
        self._tiles(drawn, rect)
        for index in (self._flat, self._upright):
            self._pieces(drawn, rect, index)
        self.mist.lay(drawn, rect, self.still.size, self._large.zoom)
        if self._times > 1:
            drawn = pygame.transform.smoothscale(drawn, (CHUNK, CHUNK), _opaque((CHUNK, CHUNK)))
        grain(drawn, drawn.get_rect(), (-column * CHUNK, -row * CHUNK))
        return drawn

    def _tiles(self, drawn: pygame.Surface, rect: pygame.Rect) -> None:
        """The ground, layer by layer: no tile covers what lies a layer above."""
        pictures, tiles = self._large, self.still.tiles
        layers: list[list[tuple[pygame.Surface, tuple[int, int]]]] = []
        for a, b in _seen(rect, pictures.zoom):
            x, y = project(a, b, pictures.zoom)
            for level, name in enumerate(tiles.get((a, b), ())):
                if level == len(layers):
                    layers.append([])
                picture = pictures.get(name)
                spot = (round(x) - picture.ax - rect.x, round(y) - picture.ay - rect.y)
                layers[level].append((picture.surface, spot))
        for blits in layers:
            drawn.fblits(blits)

    def _pieces(self, drawn: pygame.Surface, rect: pygame.Rect, index: Index) -> None:
        drawn.fblits(
            [
                (_part(self._large.get(piece.name, piece.mirrored).surface, piece),
                 (piece.x + piece.left - rect.x, piece.y - rect.y))
                for piece in index.within(rect)
            ]
        )  # fmt: skip


def _opaque(size: tuple[int, int]) -> pygame.Surface:
    """A surface in the format of the screen."""
    return pygame.Surface(size).convert() if pygame.display.get_surface() else pygame.Surface(size)


def _part(surface: pygame.Surface, piece: Piece) -> pygame.Surface:
    """The whole picture, or the strip that the piece is."""
    if piece.width == surface.get_width():
        return surface
    return surface.subsurface((piece.left, 0, piece.width, piece.height))


def _corner(item: Item, pictures: Pictures) -> Cell:
    """The upper left pixel of a picture on the flat picture."""
    picture = pictures.get(item.name, item.mirrored)
    x, y = project(item.a, item.b, pictures.zoom)
    return (
        round(x + item.dx * pictures.zoom) - picture.ax,
        round(y + item.dy * pictures.zoom) - picture.ay,
    )


def _whole(items: Iterable[Item], pictures: Pictures) -> list[Piece]:
    """Flat things, in the order given."""
    return [
        Piece(at, at, item.name, item.mirrored, *_corner(item, pictures), 0,
              *pictures.get(item.name).size)
        for at, item in enumerate(items)
    ]  # fmt: skip


def squares(window: pygame.Rect) -> list[tuple[int, int]]:
    """The squares that a window touches.

    >>> squares(pygame.Rect(-10, 0, 20, 20))
    [(-1, 0), (0, 0)]
    """
    return [
        (column, row)
        for row in range(window.top // CHUNK, (window.bottom - 1) // CHUNK + 1)
        for column in range(window.left // CHUNK, (window.right - 1) // CHUNK + 1)
    ]


def _seen(rect: pygame.Rect, zoom: float) -> list[Cell]:
    """The tiles in a part of the flat picture, from back to front."""
    wide, high = HALF_WIDTH * zoom, HALF_HEIGHT * zoom
    first, last = int(rect.top / high) - 3, int(rect.bottom / high) + 3
    found: list[Cell] = []
    for total in range(first, last):
        middle = unproject(rect.centerx, total * high, zoom)
        reach = int(rect.width / wide / 2) // 2 + 3
        row = range(int(middle[0]) - reach, int(middle[0]) + reach + 1)
        found += [(a, total - a) for a in row]
    return found
