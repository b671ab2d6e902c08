"""Shows all of Willow Bend in all four seasons; `render.py` asks what memory that took."""

import pygame

from benchmarks import render_scenes as scenes
from game.play.closed import as_ordered


def show_all() -> None:
    """Pan over the whole map at 1280 x 720, each season once."""
    pygame.display.init()
    pygame.font.init()
    screen = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
    sitting = scenes.sitting()
    from game.ui.theme import Theme

    shown = sitting.map(Theme())
    shown.camera.view = screen.get_rect()
    for _season in range(4):
        shown.set_view(sitting.view)
        for a in range(0, shown.facts.width + 1, 8):
            for b in range(0, shown.facts.depth + 1, 8):
                shown.camera.center_on(a, b)
                shown.update(1.0)
                shown.draw(screen, screen.get_rect())
        sitting.session.play_turn(as_ordered)
        sitting.forget()
