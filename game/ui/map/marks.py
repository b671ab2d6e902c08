"""Marks on the map: the brackets round a hamlet, and notes with a line to what they speak of."""

from dataclasses import dataclass
from functools import cache

import pygame

from game.levelfiles.place import MapFacts
from game.ui import atlas, fonts
from game.ui.map.camera import Camera
from game.ui.map.grid import Spot, project
from game.ui.map.stage import ON_THE_GROUND, Pose
from game.ui.theme import BODY_BOLD, SMALL, Theme
from game.ui.widgets.ink import Fine

Box = tuple[float, float, float, float]
ARM = 0.85  # tiles, the length of a bracket's arms
HALO, LINE = 4.4, 2.2
HAMLET_REACH = 4.5  # tiles round a hamlet's middle that are still it
REACH = 2.6  # tiles round a hamlet that has no houses
HIGH, PAD, ICON = 46, 14, 22
DROP, RISE = 78, 124  # from the dot to the box, below or above


def hamlet(facts: MapFacts, unit: str) -> Box:
    """The rectangle of a brigade's houses: two corners in tiles."""
    a, b = facts.centre(unit)
    houses = [
        house
        for house in facts.of("house", unit)
        if abs(house.a - a) < 2.5 * REACH and abs(house.b - b) < 2.5 * REACH
    ]
    if not houses:
        return a - REACH, b - REACH, a + REACH, b + REACH
    return (
        min(house.a for house in houses) - 0.4,
        min(house.b for house in houses) - 0.4,
        max(house.a + max(house.w, 2) for house in houses) + 0.4,
        max(house.b + max(house.d, 2) for house in houses) + 0.4,
    )


def hamlet_at(facts: MapFacts, spot: Spot) -> str | None:
    """The brigade whose hamlet is at a point."""
    a, b = spot
    near = [((place.a - a) ** 2 + (place.b - b) ** 2, place.name) for place in facts.of("brigade")]
    distance, name = min(near, default=(HAMLET_REACH**2 + 1, ""))
    return name if distance <= HAMLET_REACH**2 else None


@cache
def _corner(turn_a: int, turn_b: int, zoom: float, theme: Theme) -> tuple[pygame.Surface, Spot]:
    """A bracket whose arms run along a and b; and where its corner is in the picture."""
    arms = [project(ARM * turn_a, 0, zoom), (0.0, 0.0), project(0, ARM * turn_b, zoom)]
    edge = HALO * max(zoom, 1)
    left = min(x for x, _ in arms) - edge
    top = min(y for _, y in arms) - edge
    size = (
        round(max(x for x, _ in arms) + edge - left),
        round(max(y for _, y in arms) + edge - top),
    )
    fine = Fine(size)
    points = [(x - left, y - top) for x, y in arms]
    width = max(zoom, 0.8)
    fine.line(points, theme.colours.paper, HALO * width)
    fine.line(points, theme.colours.cinnabar, LINE * width)
    drawn = pygame.Surface(size, pygame.SRCALPHA)
    fine.stamp(drawn)
    return drawn.premul_alpha(), (-left, -top)


def brackets(box: Box, zoom: float, theme: Theme) -> list[Pose]:
    """Four corners on the ground; all that stands covers them."""
    found = []
    for a, turn_a in ((box[0], 1), (box[2], -1)):
        for b, turn_b in ((box[1], 1), (box[3], -1)):
            picture, corner = _corner(turn_a, turn_b, zoom, theme)
            x, y = project(a, b, zoom)
            spot = (round(x - corner[0]), round(y - corner[1]))
            found.append(Pose(ON_THE_GROUND, picture, picture.get_rect(topleft=spot)))
    return found


@dataclass(frozen=True)
class Callout:
    """A note on the map."""

    text: str
    sub: str
    icon: str
    at: Spot

    def _box(self, camera: Camera, theme: Theme) -> pygame.Rect:
        wide = max(
            fonts.width_of(self.text, BODY_BOLD, theme), fonts.width_of(self.sub, SMALL, theme)
        )
        wide += 2 * theme.px(PAD) + (theme.px(ICON + 10) if self.icon else 0)
        bounds = (camera.free or camera.view).inflate(-theme.px(16), -theme.px(16))
        x, y = camera.to_screen(*self.at)
        box = pygame.Rect(0, 0, wide, theme.px(HIGH))
        box.midtop = (round(x + theme.px(14)), round(y + theme.px(DROP)))
        if box.bottom > bounds.bottom:
            box.top = round(y - theme.px(RISE))
        return box.clamp(bounds)

    def reach(self, camera: Camera, theme: Theme) -> pygame.Rect:
        """All that it may cover: the note, its shadow, the line and the dot."""
        x, y = camera.to_screen(*self.at)
        dot = pygame.Rect(
            round(x) - theme.px(6), round(y) - theme.px(6), theme.px(12), theme.px(12)
        )
        return self._box(camera, theme).inflate(theme.px(10), theme.px(10)).union(dot)

    def draw(self, on: pygame.Surface, camera: Camera, theme: Theme) -> None:
        """Lay it over everything, if what it speaks of can be seen."""
        if not (camera.free or camera.view).collidepoint(camera.to_screen(*self.at)):
            return
        box, colours = self._box(camera, theme), theme.colours
        x, y = camera.to_screen(*self.at)
        end = (box.left + box.width // 4, box.top if y < box.top else box.bottom)
        pygame.draw.line(on, colours.ink, (x, y), end, theme.line(1.5))
        pygame.draw.aacircle(on, colours.cinnabar, (round(x), round(y)), theme.line(3.5))
        shadow = pygame.Surface(box.size, pygame.SRCALPHA)
        shadow.fill((*colours.ink, 66))
        on.blit(shadow, box.move(theme.px(3), theme.px(3)))
        pygame.draw.rect(on, colours.panel, box)
        pygame.draw.rect(on, colours.ink, box, theme.line(1.5))
        inside = box.inflate(-theme.px(8), -theme.px(8))
        pygame.draw.rect(on, colours.rule, inside, theme.line(1))
        left = box.left + theme.px(PAD)
        if self.icon:
            size = theme.px(ICON)
            on.blit(atlas.icon(self.icon, size), (left, box.centery - size // 2))
            left += theme.px(ICON + 10)
        base = box.top + theme.px(21 if self.sub else 28)
        fonts.put(on, self.text, (left, base), BODY_BOLD, theme)
        fonts.put(on, self.sub, (left, box.top + theme.px(36)), SMALL, theme, colours.ink2)
