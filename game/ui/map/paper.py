"""The uneven ink of a print: it lies on the screen and does not move with the map."""

from functools import cache

import pygame

from game.places import assets


@cache
def sheet() -> pygame.Surface | None:
    """The texture, to be laid edge to edge; None if it is not there."""
    try:
        picture = pygame.image.load(str(assets() / "atlas" / "grain.png"))
    except (OSError, pygame.error):
        return None
    return picture.convert_alpha() if pygame.display.get_surface() else picture


def grain(on: pygame.Surface, area: pygame.Rect) -> None:
    """Lay the texture over a part of a surface, as far as its clip allows."""
    texture = sheet()
    if texture is None:
        return
    width, height = texture.get_size()
    part = on.get_clip().clip(area)
    for x in range(part.left // width * width, part.right, width):
        for y in range(part.top // height * height, part.bottom, height):
            seen = pygame.Rect(x, y, width, height).clip(part)
            on.blit(texture, seen, seen.move(-x, -y))
