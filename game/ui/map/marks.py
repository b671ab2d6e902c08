"""Marks on the map: the brackets round a hamlet, and notes with a line to what they speak of."""

from dataclasses import dataclass
from functools import cache

import pygame

from game.levelfiles.place import MapFacts
from game.ui import atlas, fonts
from game.ui.map.camera import Camera
from game.ui.map.grid import Spot, project
from game.ui.map.stage import ON_THE_GROUND, Pose
from game.ui.theme import BODY_BOLD, SMALL, Theme, Type
from game.ui.widgets.ink import Fine, edge

Box = tuple[float, float, float, float]
ARM = 0.85  # tiles, the length of a bracket's arms
HALO, LINE = 4.4, 2.2
HAMLET_REACH = 4.5  # tiles round a hamlet's middle that are still it
REACH = 2.6  # tiles round a hamlet that has no houses
HIGH, PAD, ICON, EDGES = 46, 14, 22, 10
BODY = 34  # of a furnace
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


def _end(box: pygame.Rect, at: Spot) -> Spot:
    """Where the line from a point meets a note."""
    x, y = at
    if box.top <= y <= box.bottom:
        return (box.left if x < box.left else box.right), box.centery
    quarter = box.width // 4
    across = box.right - quarter if x > box.right else box.left + quarter
    return across, box.top if y < box.top else box.bottom


@dataclass(frozen=True)
class Callout:
    """A note on the map.

    Attributes:
        text: What it says.
        sub: The line below.
        icon: Its picture.
        at: What it speaks of.
        spare: What it speaks of as well, and had better not lie on.
    """

    text: str
    sub: str
    icon: str
    at: Spot
    spare: tuple[Spot, ...] = ()

    def seen(self, camera: Camera) -> bool:
        """Whether what it speaks of can be seen; else it is not drawn."""
        return (camera.free or camera.view).collidepoint(camera.to_screen(*self.at))

    def box(self, camera: Camera, theme: Theme, keep_off: pygame.Rect | None = None) -> pygame.Rect:
        """Where the note lies: in the free part of the window, and off the small map."""
        bounds = (camera.free or camera.view).inflate(-theme.px(16), -theme.px(16))
        lines = self._lines(bounds.width, theme)
        wide = max(fonts.width_of(line, style, theme) for line, style in lines)
        high = sum(theme.leading(style) for _line, style in lines) + theme.px(EDGES)
        x, y = camera.to_screen(*self.at)
        box = pygame.Rect(0, 0, wide + self._beside(theme), max(theme.px(HIGH), high))
        below = box.move(round(x + theme.px(14)) - box.centerx, round(y + theme.px(DROP)))
        above = below.move(0, round(y - theme.px(RISE - HIGH)) - below.bottom)
        left = box.move(round(x) - theme.px(DROP) - box.right, round(y) - box.centery)
        right = left.move(2 * theme.px(DROP) + box.width, 0)
        places = [below, left, above, right]
        if keep_off is not None and below.right > keep_off.left - theme.px(8):
            places.insert(1, below.move(keep_off.left - theme.px(8) - below.right, 0))
        spared = [camera.to_screen(*spot) for spot in self.spare]
        costs = []
        for rank, place in enumerate(places):
            kept = place.clamp(bounds)
            near = kept.inflate(theme.px(BODY), theme.px(BODY))
            cost = self._trouble(place, kept, (x, y), keep_off, theme)
            costs.append((cost + sum(map(near.collidepoint, spared)), rank))
        return places[min(costs)[1]].clamp(bounds)

    @staticmethod
    def _trouble(
        wanted: pygame.Rect, box: pygame.Rect, at: Spot, keep_off: pygame.Rect | None, theme: Theme
    ) -> int:
        """How bad a place is: on what is kept free, on its own point, its line across the former.

        Args:
            wanted: the place.
            box: the same, in the window.
            at: the point.
            keep_off: what is kept free.
            theme: for distances.
        """
        dot = pygame.Rect(0, 0, theme.px(24), theme.px(24))
        dot.center = round(at[0]), round(at[1])
        found = 2 * box.colliderect(dot) + (wanted.topleft != box.topleft)
        if keep_off is not None:
            near = keep_off.inflate(theme.px(8), theme.px(8))
            found += 8 * box.colliderect(near) + 4 * bool(near.clipline(at, _end(box, at)))
        return found

    def _beside(self, theme: Theme) -> int:
        """What edges and picture take of the width."""
        return 2 * theme.px(PAD) + (theme.px(ICON + 10) if self.icon else 0)

    def _lines(self, width: int, theme: Theme) -> list[tuple[str, Type]]:
        """What stands on it, wrapped where the window is narrow."""
        room = max(theme.px(ICON), width - self._beside(theme))
        told = ((self.text, BODY_BOLD), (self.sub, SMALL))
        return [
            (line, style) for text, style in told if text
            for line in fonts.lines_of(text, style, theme, room)
        ]  # fmt: skip

    def reach(
        self, camera: Camera, theme: Theme, keep_off: pygame.Rect | None = None
    ) -> pygame.Rect:
        """All that it may cover: the note, its shadow, the line and the dot."""
        x, y = camera.to_screen(*self.at)
        dot = pygame.Rect(
            round(x) - theme.px(6), round(y) - theme.px(6), theme.px(12), theme.px(12)
        )
        return self.box(camera, theme, keep_off).inflate(theme.px(10), theme.px(10)).union(dot)

    def draw(
        self, on: pygame.Surface, camera: Camera, theme: Theme, keep_off: pygame.Rect | None = None
    ) -> None:
        """Lay it over everything, if what it speaks of can be seen."""
        if not self.seen(camera):
            return
        box, colours = self.box(camera, theme, keep_off), theme.colours
        x, y = camera.to_screen(*self.at)
        pygame.draw.line(on, colours.ink, (x, y), _end(box, (x, y)), theme.line(1.5))
        pygame.draw.aacircle(on, colours.cinnabar, (round(x), round(y)), theme.line(3.5))
        shadow = pygame.Surface(box.size, pygame.SRCALPHA)
        shadow.fill((*colours.ink, 66))
        on.blit(shadow, box.move(theme.px(3), theme.px(3)))
        pygame.draw.rect(on, colours.panel, box)
        edge(on, colours.ink, box, theme.line(1.5))
        inside = box.inflate(-theme.px(8), -theme.px(8))
        edge(on, colours.rule, inside, theme.line(1))
        if self.icon:
            size = theme.px(ICON)
            on.blit(
                atlas.icon(self.icon, size), (box.left + theme.px(PAD), box.centery - size // 2)
            )
        self._write(on, box, camera, theme)

    def _write(self, on: pygame.Surface, box: pygame.Rect, camera: Camera, theme: Theme) -> None:
        """Its lines, in the middle of its height."""
        bounds = (camera.free or camera.view).inflate(-theme.px(16), -theme.px(16))
        lines = self._lines(bounds.width, theme)
        left = box.left + self._beside(theme) - theme.px(PAD)
        top = box.centery - sum(theme.leading(style) for _line, style in lines) / 2
        for line, style in lines:
            base = top + theme.leading(style) / 2 + fonts.size_of(style, theme) * 0.36
            ink = theme.colours.ink if style is BODY_BOLD else theme.colours.ink2
            fonts.put(on, line, (left, base), style, theme, ink)
            top += theme.leading(style)
