"""Baking: all that stands still in a season, drawn once into squares that are kept while in use."""

from collections import OrderedDict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from time import perf_counter

import pygame

from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, unproject
from game.ui.map.items import Cell, Item
from game.ui.map.mist import Mist
from game.ui.map.paper import grain
from game.ui.map.pictures import Pictures
from game.ui.map.pieces import Index, Piece, pieces_of, whole
from game.ui.theme import Colour

CHUNK = 512  # pixels
MOST_HELD = 80
STEP, FEW = 32, 2  # tiles, and pieces, at a time: a step takes a fraction of a millisecond
BAND = 128  # rows of a square that are filled at a time
SPARE = 12  # squares whose memory is fetched while the view rests: a moving one would wait for it
FORESEEN, FARTHEST = 48, 2 * CHUNK  # frames, pixels: how far ahead a moving view is made ready


@dataclass(frozen=True)
class Still:
    """What is baked: the ground tile by tile, what lies on it, what stands."""

    tiles: Mapping[Cell, tuple[str, ...]]
    flat: tuple[Item, ...]
    standing: tuple[Item, ...]
    size: tuple[int, int]
    base: Colour


Blit = tuple[pygame.Surface, tuple[int, int]]
Steps = Generator[None, None, pygame.Surface]
"""The work on one square, which may be left off between two steps."""


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
        self._flat = Index(whole(still.flat, self._large))
        self._held: OrderedDict[Cell, pygame.Surface] = OrderedDict()
        self._making: tuple[Cell, Steps] | None = None
        self._spare: list[pygame.Surface] = []
        self._ready: tuple[int, ...] = ()  # for which view, and what was held, all was there
        self.baked = 0

    def __len__(self) -> int:
        return len(self._held)

    def holds(self, window: pygame.Rect) -> bool:
        """Whether all squares of a part of the flat picture are baked."""
        return all(cell in self._held for cell in squares(window))

    def get(self, column: int, row: int) -> pygame.Surface:
        """One square, baked if need be."""
        cell = (column, row)
        held = self._held.get(cell)
        if held is not None:
            self._held.move_to_end(cell)
            return held
        if self._making is not None and self._making[0] != cell:
            self._go_on()
        if self._making is None:
            self._making = (cell, self._bake(*cell))
        made = self._go_on()
        assert made is not None
        return made

    def ahead(self, window: pygame.Rect, toward: tuple[int, int], until: float) -> bool:
        """Bake up to an instant what a window will want; False if all is there.

        Args:
            window: What is seen now.
            toward: How far the view moves in a frame, in pixels: what lies there comes first.
            until: When to leave off, on the clock of `perf_counter`, in the middle of a square if
                need be.
        """
        if self._ready == (*window, *toward, len(self._held), self.baked):
            return False
        while True:
            if self._making is None:
                wanted = self._wanted(window, toward)
                if wanted is None:
                    if toward == (0, 0) and len(self._spare) < SPARE:
                        self._spare.append(square(CHUNK))
                        return True
                    self._ready = (*window, *toward, len(self._held), self.baked)
                    return False
                self._making = (wanted, self._bake(*wanted))
            if self._go_on(until) is None:
                return True
            if toward != (0, 0):  # a new square begins with fresh memory, which takes a slice
                return True

    def _wanted(self, window: pygame.Rect, toward: tuple[int, int]) -> Cell | None:
        """The missing square that will be seen first: round a window at rest, or where it goes."""
        if toward == (0, 0):
            rings = [window.inflate(ring, ring) for ring in (2 * CHUNK, CHUNK)]
        else:
            dx, dy = (max(-FARTHEST, min(FARTHEST, FORESEEN * step)) for step in toward)
            rings = [window.union(window.move(dx, dy))]
        near = next((found for ring in rings if len(found := squares(ring)) <= MOST_HELD), [])
        missing = [at for at in near if at not in self._held]
        x, y = (middle - CHUNK // 2 for middle in window.center)
        return min(
            missing, key=lambda at: max(abs(at[0] * CHUNK - x), abs(at[1] * CHUNK - y)),
            default=None,
        )  # fmt: skip

    def _go_on(self, until: float = inf) -> pygame.Surface | None:
        """Go on with the square that is being made; None if it is not done in time."""
        assert self._making is not None
        cell, steps = self._making
        try:
            while True:
                next(steps)
                if perf_counter() >= until:
                    return None
        except StopIteration as done:
            self._making = None
            made: pygame.Surface = done.value
        self._held[cell] = made
        if len(self._held) > MOST_HELD:
            _cell, dropped = self._held.popitem(last=False)
            self._spare.append(dropped)
        return made

    def lay(self, on: pygame.Surface, window: pygame.Rect, at: tuple[int, int]) -> None:
        """Put a part of the flat picture on a surface."""
        for column, row in squares(window):
            part = pygame.Rect(column * CHUNK, row * CHUNK, CHUNK, CHUNK).clip(window)
            spot = (part.x - window.x + at[0], part.y - window.y + at[1])
            on.blit(self.get(column, row), spot, part.move(-column * CHUNK, -row * CHUNK))

    def mend(self, on: pygame.Surface, parts: Iterable[pygame.Rect], off: tuple[int, int]) -> None:
        """Put small parts of the flat picture on a surface, all of them moved by `off`."""
        blits = []
        held: dict[Cell, pygame.Surface] = {}
        for part in parts:
            left, top, wide, high = part
            cell = (left // CHUNK, top // CHUNK)
            inside = (left - cell[0] * CHUNK, top - cell[1] * CHUNK, wide, high)
            if inside[0] + wide <= CHUNK and inside[1] + high <= CHUNK:
                square = held.get(cell) or held.setdefault(cell, self.get(*cell))
                blits.append((square, (left + off[0], top + off[1]), inside))
            else:
                self.lay(on, part, (left + off[0], top + off[1]))
        on.blits(blits, doreturn=False)

    def _bake(self, column: int, row: int) -> Steps:
        self.baked += 1
        side = CHUNK * self._times
        rect = pygame.Rect(column * side, row * side, side, side)
        drawn = self._blank(side)
        for top in range(0, side, BAND):  # what is written to first takes longest
            drawn.fill(self.still.base, (0, top, side, BAND))
            yield
        yield from self._tiles(drawn, rect)
        for index in (self._flat, self._upright):
            yield from self._pieces(drawn, rect, index)
        yield
        yield from self.mist.laid(drawn, rect, self.still.size, self._large.zoom)
        if self._times > 1:
            drawn = pygame.transform.smoothscale(drawn, (CHUNK, CHUNK), self._blank(CHUNK))
            yield
        grain(drawn, drawn.get_rect(), (-column * CHUNK, -row * CHUNK))
        return drawn

    def _blank(self, side: int) -> pygame.Surface:
        """A square to draw on."""
        return self._spare.pop() if self._spare and side == CHUNK else square(side)

    def _tiles(self, drawn: pygame.Surface, rect: pygame.Rect) -> Iterator[None]:
        """The ground, layer by layer: no tile covers what lies a layer above."""
        zoom, tiles, get = self._large.zoom, self.still.tiles, self._large.get
        wide, high = HALF_WIDTH * zoom, HALF_HEIGHT * zoom
        left, top = rect.topleft
        layers: list[list[Blit]] = []
        for at, (a, b) in enumerate(_seen(rect, zoom)):
            names = tiles.get((a, b), ())
            x, y = round((a - b) * wide) - left, round((a + b) * high) - top
            for level, name in enumerate(names):
                if level == len(layers):
                    layers.append([])
                picture = get(name)
                layers[level].append((picture.surface, (x - picture.ax, y - picture.ay)))
            if at % STEP == STEP - 1:
                yield
        for blits in layers:
            yield from _laid(drawn, blits)

    def _pieces(self, drawn: pygame.Surface, rect: pygame.Rect, index: Index) -> Iterator[None]:
        blits: list[Blit] = []
        for at, piece in enumerate(index.within(rect)):
            whole = self._large.get(piece.name, piece.mirrored).surface
            spot = (piece.x + piece.left - rect.x, piece.y - rect.y)
            blits.append((_part(whole, piece), spot))
            if at % FEW == FEW - 1:
                yield
        yield from _laid(drawn, blits)


def _laid(drawn: pygame.Surface, blits: Sequence[Blit]) -> Iterator[None]:
    """Lay pictures down, a few at a time."""
    for begin in range(0, len(blits), STEP):
        drawn.fblits(blits[begin : begin + STEP])
        yield


def opaque(size: tuple[int, int]) -> pygame.Surface:
    """A surface in the format of the screen, which pygame chooses by itself where there is one."""
    return pygame.Surface(size)


def square(side: int) -> pygame.Surface:
    """A square in the format of the screen, of a picture that is a pixel wider.

    Rows that begin at multiples of 16 bytes SDL copies past the processor's cache, others through
    it. A floor is drawn on right after it was copied: out of the cache that takes twice as long.
    """
    return opaque((side + 1, side)).subsurface((0, 0, side, side))


def _part(surface: pygame.Surface, piece: Piece) -> pygame.Surface:
    """The whole picture, or the strip that the piece is."""
    if piece.width == surface.get_width():
        return surface
    return surface.subsurface((piece.left, 0, piece.width, piece.height))


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
