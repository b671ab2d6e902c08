"""The picture of the window on a task bar."""

import pygame

from game.ui.theme import Colours


def seal() -> pygame.Surface:
    """An open ledger in its two inks."""
    drawn, inks = pygame.Surface((32, 32), pygame.SRCALPHA), Colours()
    pygame.draw.rect(drawn, inks.ink, (1, 4, 30, 24))
    for left, colour in ((2, inks.cinnabar), (17, inks.indigo)):
        pygame.draw.rect(drawn, inks.panel, (left, 5, 13, 22))
        for top in (9, 14, 19):
            pygame.draw.rect(drawn, colour, (left + 2, top, 9, 3))
    return drawn
