"""The land beyond the map's bounds fades into mist; behind its back edges hills stand in it."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.map import horizon
from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, unproject
from game.ui.theme import Colour

COARSE = 8  # the mist is worked out for every eighth pixel and smoothed
BAND = 256  # pixels that are covered at a time
NEAR, FAR = 0.5, 7.0  # tiles beyond the bounds where it begins, and where there is nothing else


class Mist:
    """A colour that thickens with the distance from the map."""

    def __init__(self, colour: Colour) -> None:
        self.colour = colour
        self._large = pygame.Surface((0, 0), pygame.SRCALPHA)

    def _room(self, size: tuple[int, int]) -> pygame.Surface:
        """A surface that is used again and again: fresh memory takes longer than what it is for."""
        if self._large.get_size() != size:
            self._large = pygame.Surface(size, pygame.SRCALPHA)
        return self._large

    def laid(
        self, on: pygame.Surface, rect: pygame.Rect, size: tuple[int, int], zoom: float
    ) -> Iterator[None]:
        """Cover a part of the flat picture, step by step."""
        corners = (rect.topleft, rect.topright, rect.bottomleft, rect.bottomright)
        if not any(self._depth(x, y, size, zoom) for x, y in corners):
            return
        columns, rows = rect.width // COARSE + 2, rect.height // COARSE + 2
        x = rect.x + (np.arange(columns) - 0.5) * COARSE
        y = rect.y + (np.arange(rows) - 0.5) * COARSE
        across, down = x[:, None] / (HALF_WIDTH * zoom), y[None, :] / (HALF_HEIGHT * zoom)
        a, b = (across + down) / 2, (down - across) / 2
        beyond = np.maximum(np.maximum(-a, -b), np.maximum(a - size[0], b - size[1]))
        share = ((beyond - NEAR) / (FAR - NEAR)).clip(0, 1)
        if share.min() < 1:
            yield from self._veil(on, share)
        else:
            on.fill(self.colour)
        yield
        yield from horizon.laid(on, rect, size, zoom, self.colour)

    def _veil(self, on: pygame.Surface, share: npt.NDArray[np.float64]) -> Iterator[None]:
        """Lay the mist over land that is seen through it."""
        columns, rows = share.shape
        veil = pygame.Surface((columns, rows), pygame.SRCALPHA)
        veil.fill((*self.colour, 0))
        alpha = pygame.surfarray.pixels_alpha(veil)
        alpha[:] = np.rint(255 * share * share * (3 - 2 * share)).astype(np.uint8)
        del alpha  # unlocks the surface
        yield
        large = self._room((columns * COARSE, rows * COARSE))
        pygame.transform.smoothscale(veil, large.get_size(), large)
        for top in range(0, large.get_height(), BAND):
            yield
            on.blit(large, (-COARSE, top - COARSE), (0, top, large.get_width(), BAND))

    @staticmethod
    def _depth(x: float, y: float, size: tuple[int, int], zoom: float) -> int:
        """How thick it is at a point, 0 to 255."""
        a, b = unproject(x, y, zoom)
        beyond = max(-a, -b, a - size[0], b - size[1])
        share = min(1.0, max(0.0, (beyond - NEAR) / (FAR - NEAR)))
        return round(255 * share * share * (3 - 2 * share))
