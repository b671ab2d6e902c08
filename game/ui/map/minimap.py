"""The whole map in a corner: what stands on it, and which part of it is in the window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pygame

from game.levelfiles.place import MapFacts
from game.ui.map.camera import Camera
from game.ui.map.fields import Patch
from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, Spot, project, unproject
from game.ui.map.ground import Ground
from game.ui.map.items import Cell, Item
from game.ui.theme import Colour, Colours, Theme, mix, rgb
from game.ui.widgets.ink import Fine, edge

WIDE = 146  # logical pixels
PAD, INSET = 6, 10
LEAST = 3.2  # times its own size that the free part of the window has to be, to hold it
_INK = Colours()
GROUND = {
    "grass": _INK.leaf, "terrace": _INK.leaf, "loess": _INK.dun, "water": rgb("8DB4B4"),
    "earth": mix(_INK.dun, _INK.paper, 0.3), "road": mix(_INK.dun, _INK.paper, 0.55),
    "gulch": _INK.earth, "cliff": _INK.earth, "step": _INK.earth,
}  # fmt: skip
GRASS: dict[str, Colour] = {
    "autumn": mix(_INK.straw, _INK.dun, 0.5), "winter": mix(_INK.dun, _INK.frost, 0.6),
}  # fmt: skip
"""Where it is not green."""
STAGES: dict[str, Colour] = {
    "ripe": _INK.gold, "rot": _INK.ash, "green": _INK.jade,
    "sprout": mix(_INK.earth, _INK.leaf, 0.5), "plough": _INK.earth_deep,
    "stubble": _INK.straw, "fallow": _INK.dun,
}  # fmt: skip
WOODS = {"dense": _INK.pine, "thin": mix(_INK.pine, _INK.dun, 0.5), "stumps": _INK.earth}


@dataclass(frozen=True)
class Lie:
    """What is drawn small: the colour of each tile, and where houses stand."""

    tiles: Mapping[Cell, Colour]
    roofs: tuple[Spot, ...]


def lie_of(
    facts: MapFacts, ground: Ground, patches: Iterable[Patch], standing: Iterable[Item],
    season: str = "summer",
) -> Lie:  # fmt: skip
    """The colours of a scene."""
    lying = GROUND | dict.fromkeys(("grass", "terrace"), GRASS.get(season, GROUND["grass"]))
    tiles: dict[Cell, Colour] = {}
    for layer in ground.layers:
        for cell, name in layer.items():
            colour = lying.get(name.partition(".")[0].partition("_")[0])
            if colour is not None:
                tiles[cell] = colour
    for patch in patches:
        tiles[patch.a, patch.b] = STAGES.get(patch.stage, _INK.dun)
    for item in standing:
        if item.name.startswith("forest_"):
            state = item.name.partition(".")[0].rpartition("_")[2]
            tiles[round(item.a), round(item.b)] = WOODS[state]
        elif item.name.rpartition("_")[2] in WOODS:
            tiles |= dict.fromkeys(_round(item), WOODS[item.name.rpartition("_")[2]])
    for a, b in list(tiles):
        if not (0 <= a < facts.width and 0 <= b < facts.depth):
            del tiles[a, b]  # woods go on beyond the bounds
    roofs = tuple(
        (place.a + place.w / 2, place.b + place.d / 2)
        for place in facts.places
        if place.kind in {"house", "hall", "office", "granary", "school"}
    )
    return Lie(tiles, roofs)


def _round(hill: Item) -> Iterable[Cell]:
    """The tiles of a hill, which is anchored at its front corner."""
    reach = hill.span[0] / 2
    middle = (hill.a - reach, hill.b - reach)
    around = range(-int(reach) - 1, int(reach) + 1)
    for da in around:
        for db in around:
            cell = (int(middle[0]) + da, int(middle[1]) + db)
            if (cell[0] + 0.5 - middle[0]) ** 2 + (cell[1] + 0.5 - middle[1]) ** 2 <= reach**2:
                yield cell


class MiniMap:
    """Draws the map small, with a frame round what is seen; a press on it goes there."""

    def __init__(self, width: int, depth: int) -> None:
        self.width, self.depth = width, depth
        self.lie: Lie | None = None
        self._held = False  # a press began on it
        self._drawn: tuple[object, ...] = ()
        self._picture = pygame.Surface((1, 1))

    def _zoom(self, theme: Theme) -> float:
        return theme.px(WIDE) / ((self.width + self.depth) * HALF_WIDTH)

    def rect(self, camera: Camera, theme: Theme) -> pygame.Rect | None:
        """Where it lies; None where there is no room for it."""
        if camera.free is None or self.lie is None:
            return None
        zoom, pad = self._zoom(theme), theme.px(PAD)
        high = round((self.width + self.depth) * HALF_HEIGHT * zoom)
        box = pygame.Rect(0, 0, theme.px(WIDE) + 2 * pad, high + 2 * pad)
        if camera.free.width < LEAST * box.width or camera.free.height < LEAST * box.height:
            return None
        inset = theme.px(INSET)
        box.bottomright = (camera.free.right - inset, camera.free.bottom - inset)
        return box

    def spot(self, point: tuple[int, int], camera: Camera, theme: Theme) -> Spot | None:
        """The point of the land under a point of it."""
        box = self.rect(camera, theme)
        if box is None or not box.collidepoint(point):
            return None
        zoom, pad = self._zoom(theme), theme.px(PAD)
        left = box.left + pad + self.depth * HALF_WIDTH * zoom
        return unproject(point[0] - left, point[1] - box.top - pad, zoom)

    def on_event(self, event: pygame.event.Event, camera: Camera, theme: Theme) -> bool:
        """Whether a press, or a drag that began with one, was on it: the camera goes there."""
        if event.type == pygame.MOUSEBUTTONUP and self._held:
            self._held = False
            return True
        pressed = event.type == pygame.MOUSEBUTTONDOWN and event.button == 1
        if not pressed and not (event.type == pygame.MOUSEMOTION and self._held):
            return False
        spot = self.spot(event.pos, camera, theme)
        self._held = self._held or spot is not None
        if spot is not None:
            camera.center_on(*spot)
        return self._held

    def _painted(self, size: tuple[int, int], theme: Theme) -> pygame.Surface:
        """The sheet with the land on it; kept until something changes."""
        key = (size, id(self.lie), theme)
        if key == self._drawn or self.lie is None:
            return self._picture
        zoom, pad = self._zoom(theme), theme.px(PAD)
        off = pad + self.depth * HALF_WIDTH * zoom
        fine = Fine(size)
        for (a, b), colour in self.lie.tiles.items():
            corners = [
                project(*at, zoom) for at in ((a, b), (a + 1, b), (a + 1, b + 1), (a, b + 1))
            ]
            fine.shape([(x + off, y + pad) for x, y in corners], colour)
        for roof in self.lie.roofs:
            x, y = project(*roof, zoom)
            fine.disc((x + off, y + pad), 1.3 * theme.scale, theme.colours.ink)
        picture = pygame.Surface(size)
        if pygame.display.get_surface():
            picture = picture.convert()
        picture.fill(theme.colours.panel)
        fine.stamp(picture)
        pygame.draw.rect(picture, theme.colours.ink, picture.get_rect(), theme.line(1.2))
        self._drawn, self._picture = key, picture
        return picture

    def draw(
        self, on: pygame.Surface, camera: Camera, theme: Theme, marked: Spot | None = None
    ) -> None:
        """Lay it in its corner."""
        box = self.rect(camera, theme)
        if box is None or not box.colliderect(on.get_clip()):
            return
        on.blit(self._painted(box.size, theme), box)
        zoom, pad = self._zoom(theme), theme.px(PAD)
        share = zoom / camera.zoom
        left = box.left + pad + self.depth * HALF_WIDTH * zoom
        shown = (camera.free or camera.view).move(-camera.origin()[0], -camera.origin()[1])
        seen = pygame.Rect(
            round(left + shown.x * share), round(box.top + pad + shown.y * share),
            round(shown.width * share), round(shown.height * share),
        ).clip(box.inflate(-4, -4))  # fmt: skip
        edge(on, theme.colours.paper, seen, theme.line(3))
        edge(on, theme.colours.ink, seen, theme.line(1.2))
        if marked is not None:
            x, y = project(*marked, zoom)
            pygame.draw.circle(on, theme.colours.paper, (left + x, box.top + pad + y), theme.px(4))
            pygame.draw.circle(
                on, theme.colours.cinnabar, (left + x, box.top + pad + y), theme.px(3)
            )
