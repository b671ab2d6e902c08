"""The land beyond the map's bounds fades into mist."""

import pygame

from game.ui.map.grid import unproject
from game.ui.theme import Colour

COARSE = 8  # the mist is worked out for every eighth pixel and smoothed
NEAR, FAR = 0.5, 9.0  # tiles beyond the bounds where it begins, and where there is nothing else


class Mist:
    """A colour that thickens with the distance from the map."""

    def __init__(self, colour: Colour) -> None:
        self.colour = colour

    def lay(
        self, on: pygame.Surface, rect: pygame.Rect, size: tuple[int, int], zoom: float
    ) -> None:
        """Cover a part of the flat picture."""
        corners = (rect.topleft, rect.topright, rect.bottomleft, rect.bottomright)
        if not any(self._depth(x, y, size, zoom) for x, y in corners):
            return
        columns, rows = rect.width // COARSE + 2, rect.height // COARSE + 2
        veil = pygame.Surface((columns, rows), pygame.SRCALPHA)
        for row in range(rows):
            for column in range(columns):
                x, y = rect.x + (column - 0.5) * COARSE, rect.y + (row - 0.5) * COARSE
                alpha = self._depth(x, y, size, zoom)
                veil.set_at((column, row), (*self.colour, alpha))
        large = pygame.transform.smoothscale(veil, (columns * COARSE, rows * COARSE))
        on.blit(large, (-COARSE, -COARSE))

    @staticmethod
    def _depth(x: float, y: float, size: tuple[int, int], zoom: float) -> int:
        """How thick it is at a point, 0 to 255."""
        a, b = unproject(x, y, zoom)
        beyond = max(-a, -b, a - size[0], b - size[1])
        share = min(1.0, max(0.0, (beyond - NEAR) / (FAR - NEAR)))
        return round(255 * share * share * (3 - 2 * share))
