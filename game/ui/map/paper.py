"""The uneven ink of a print: it is baked into the map, as into a sheet of paper."""

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


def grained(picture: pygame.Surface, at: tuple[int, int]) -> pygame.Surface:
    """A picture whose pixels are all clear or solid, with the grain of the place it lies on."""
    plain = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    plain.fill((0, 0, 0, 255))
    plain.blit(picture, (0, 0))
    off = (-at[0], -at[1])
    grain(plain, plain.get_rect(), off)
    held = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    return pygame.mask.from_surface(picture).to_surface(
        held, setsurface=plain, unsetcolor=(0, 0, 0, 0)
    )


def grain(on: pygame.Surface, area: pygame.Rect, off: tuple[int, int] = (0, 0)) -> None:
    """Lay the texture over a part of a surface, as far as its clip allows.

    `off` is where the corner of a sheet lies, from the corner of the surface.
    """
    texture = sheet()
    if texture is None:
        return
    width, height = texture.get_size()
    part = on.get_clip().clip(area)
    left = part.left - (part.left - off[0]) % width
    top = part.top - (part.top - off[1]) % height
    for x in range(left, part.right, width):
        for y in range(top, part.bottom, height):
            seen = pygame.Rect(x, y, width, height).clip(part)
            on.blit(texture, seen, seen.move(-x, -y))
