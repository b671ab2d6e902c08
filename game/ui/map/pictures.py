"""Sprites of one season at one zoom: scaled, tinted for winter, mirrored, cut; each made once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pygame

from game.ui import atlas
from game.ui.map.items import Item

WINTER_TINT = (0xE0, 0xE5, 0xEA)
SOLID = 223  # alpha above which a pixel hides what is behind it
STRIP = 32  # pixels at zoom 1: the width of the upright pieces of a long building


@dataclass(frozen=True, slots=True)
class Picture:
    """A sprite ready to be laid down: its anchor is a pixel of the surface, or beside it."""

    surface: pygame.Surface
    ax: int
    ay: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.surface.get_size()


@dataclass(frozen=True, slots=True)
class Strip:
    """An upright piece of a picture with its own place in the order."""

    left: int  # within the picture
    width: int
    key: float


class Pictures:
    """The sheet of a season at a zoom."""

    def __init__(self, season: str, zoom: float) -> None:
        self.season, self.zoom = season, zoom
        self._sheet = atlas.season(season, max(zoom, 1.0) if zoom != 0.75 else 1.5)
        self._factor = zoom / self._sheet.scale if self._sheet else 1.0
        self._makers: dict[str, Callable[[float], Picture]] = {}
        self._held: dict[tuple[str, bool], Picture] = {}
        self._solid: dict[tuple[str, bool], pygame.Surface] = {}
        self._tight: dict[tuple[str, bool, int, int], pygame.Rect] = {}
        self._moving: dict[tuple[str, bool], Picture] = {}

    def at_zoom(self, zoom: float) -> "Pictures":
        """The same season at another zoom, with what was added, made anew."""
        if zoom == self.zoom:
            return self
        other = Pictures(self.season, zoom)
        for name, make in self._makers.items():
            other.add(name, make)
        return other

    @cached_property
    def names(self) -> Mapping[str, object]:
        """The sprites that there are."""
        return self._sheet.sprites if self._sheet else {}

    def get(self, name: str, mirrored: bool = False) -> Picture:
        """A picture; a mirrored one keeps its foot on the same point."""
        held = self._held.get((name, mirrored))
        if held is None:
            held = self._held[name, mirrored] = self._made(name, mirrored)
        return held

    def _made(self, name: str, mirrored: bool) -> Picture:
        if name in self._makers:
            return self._makers[name](self.zoom)
        sheet = self._sheet
        if sheet is None:
            return Picture(pygame.Surface((1, 1), pygame.SRCALPHA), 0, 0)
        sprite = sheet.sprite(name)
        picture, (ax, ay) = sprite.picture.copy(), sprite.anchor
        if self._factor != 1:
            factor = self._factor
            size = (
                max(1, round(picture.get_width() * factor)),
                max(1, round(picture.get_height() * factor)),
            )
            picture = pygame.transform.smoothscale(picture, size)
            ax, ay = round(ax * factor), round(ay * factor)
        if self.season == "winter":
            picture.fill(WINTER_TINT, special_flags=pygame.BLEND_RGB_MULT)
        if mirrored:
            picture = pygame.transform.flip(picture, True, False)
            ax = picture.get_width() - ax
        return Picture(picture, ax, ay)

    def moving(self, name: str, mirrored: bool = False) -> Picture:
        """The same with its colours multiplied by its alpha: what moves is drawn faster so."""
        held = self._moving.get((name, mirrored))
        if held is None:
            plain = self.get(name, mirrored)
            held = Picture(plain.surface.premul_alpha(), plain.ax, plain.ay)
            self._moving[name, mirrored] = held
        return held

    def add(self, name: str, make: Callable[[float], Picture]) -> None:
        """Take in a picture that no sheet has; it is made for a zoom."""
        self._makers[name] = make

    def solid(self, name: str, mirrored: bool = False) -> pygame.Surface:
        """Only what hides: no shadow, smoke or soft edge. It can be laid over itself unseen."""
        held = self._solid.get((name, mirrored))
        if held is None:
            surface = self.get(name, mirrored).surface
            mask = pygame.mask.from_surface(surface, SOLID)
            held = surface.copy()  # of its own format, whatever the window's is by now
            held.fill((0, 0, 0, 0))
            mask.to_surface(held, setsurface=surface, unsetcolor=(0, 0, 0, 0))
            self._solid[name, mirrored] = held
        return held

    def tight(self, name: str, mirrored: bool, left: int, width: int) -> pygame.Rect:
        """Where an upright strip of a picture is solid; empty where it is nowhere."""
        held = self._tight.get((name, mirrored, left, width))
        if held is None:
            whole = self.solid(name, mirrored)
            strip = whole.subsurface((left, 0, width, whole.get_height()))
            held = self._tight[name, mirrored, left, width] = strip.get_bounding_rect()
            held.x += left
        return held

    def strips(self, item: Item) -> list[Strip]:
        """A building in upright pieces, so that it sorts right along its whole length."""
        picture = self.get(item.name, item.mirrored)
        wide = picture.size[0]
        step = round(STRIP * self.zoom)
        if not any(item.span):
            return [Strip(0, wide, item.key)]
        front = picture.ax + round(item.dx * self.zoom)
        cuts = sorted({0, wide, *(x for x in range(front % step, wide, step) if x > 0)})
        strips = []
        for left, right in pairwise(cuts):
            off = ((left + right) / 2 - front) / step
            reach = item.span[1] if off > 0 else item.span[0]
            strips.append(Strip(left, right - left, item.key - min(abs(off), reach)))
        return strips
