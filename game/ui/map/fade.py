"""The picture of the last season, which fades away over the new one."""

import pygame

SECONDS = 0.6  # of a change of season


class Fade:
    """Nothing, or a picture that is seen for a moment yet."""

    def __init__(self) -> None:
        self.picture: pygame.Surface | None = None
        self.left = 0.0  # seconds

    def begin(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """From a part of a surface as it is now; what doesn't lie on it can't fade."""
        if surface.get_rect().contains(rect):
            self.picture, self.left = surface.subsurface(rect).copy(), SECONDS

    def stop(self) -> None:
        """Nothing is to be seen of it any more."""
        self.picture, self.left = None, 0.0

    def update(self, seconds: float) -> bool:
        """Let time pass; True if there was something to be seen until now."""
        was = self.picture is not None
        self.left = max(0.0, self.left - seconds)
        if not self.left:
            self.stop()
        return was

    def draw(self, on: pygame.Surface, rect: pygame.Rect) -> None:
        """What is left of it."""
        if self.picture is not None:
            self.picture.set_alpha(round(255 * self.left / SECONDS))
            on.blit(self.picture, rect)
