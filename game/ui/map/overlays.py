"""Overlays: one figure a brigade, shown on its land by colour, by pattern and as a number."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.levelfiles.place import MapFacts
from game.sim.views import UnitView, View
from game.ui import fonts
from game.ui.map import fields, woods
from game.ui.map.camera import Camera
from game.ui.map.grid import project
from game.ui.map.items import Item, tile
from game.ui.map.pictures import Picture, Pictures
from game.ui.theme import SMALL, VALUE, Colour, Colours, Theme, mix
from game.ui.widgets.ink import Fine, edge
from game.words import _, number, tonnes

Drawing = tuple[pygame.Rect, Callable[[pygame.Surface], None]]
"""Where something reaches that lies over the map, and what draws it."""
LEVELS = 5  # 0 nothing to see, 4 the worst
LINES = (0, 2, 3, 5, 5)  # strokes a tile at each level; the last is crossed
WASH = (40, 70, 100, 130, 155)  # alpha
STROKE_INK, STROKE = 0.7, 0.85  # of ink in a stroke, and its cover: seen on any ground by any eyes


def _level(value: float, steps: tuple[float, float, float, float]) -> int:
    """How many steps a value has passed.

    >>> _level(0.3, (0.05, 0.2, 0.5, 1))
    2
    """
    return sum(value >= step for step in steps)


def gap(unit: UnitView) -> tuple[int, str]:
    """What was reported beyond what was brought in; a range where that is not known."""
    known, reported = unit.harvest, unit.reported_kg
    if not known.high_kg and not reported:
        return 0, _("no harvest")
    steps = (0.05, 0.25, 0.6, 1.2)
    if not known.low_kg:  # of nothing there is no share
        told = _("up to {amount}") if known.high_kg else "{amount}"
        level = _level(reported / known.kg - 1, steps) if known.kg else LEVELS - 1
        return level, told.format(amount=tonnes(reported))
    middle = max(known.kg, known.low_kg)
    least, share, most = (f"{(reported / kg - 1) * 100:+.0f}" for kg in (
        known.high_kg, middle, known.low_kg
    ))  # fmt: skip
    told = _("{pc} %").format(pc=share)
    if known.kind == "estimate" and least != most:
        told = _("{least} to {most} %").format(least=least, most=most)
    return _level(reported / middle - 1, steps), told


def hunger(unit: UnitView) -> tuple[int, str]:
    """What a head had to eat a day."""
    grams = unit.eaten_g_day
    lacking = _level(500 - grams, (50, 130, 220, 300))
    return lacking, _("{grams} g a day").format(grams=number(grams))


def labour(unit: UnitView) -> tuple[int, str]:
    """Hands that the fields will want and do not have."""
    lacking = max(0, unit.fields_need_pm - unit.labour_pm[0])
    hands = lacking * unit.hands // 1000
    text = _("{hands} short").format(hands=number(hands)) if hands else _("enough hands")
    return _level(lacking, (30, 120, 250, 400)), text


def harvest(unit: UnitView) -> tuple[int, str]:
    """Ripe grain left standing."""
    whole = unit.harvest.kg + unit.unharvested_kg
    if not whole:
        return 0, _("no harvest")
    left = number(unit.unharvested_kg / 1000, 1)
    level = _level(unit.unharvested_kg / whole, (0.02, 0.1, 0.25, 0.5))
    return level, _("{tonnes} t left").format(tonnes=left)


def forest(unit: UnitView) -> tuple[int, str]:
    """Forest that has been felled."""
    left = _("{pc} % stands").format(pc=unit.forest_pm // 10)
    return _level(1000 - unit.forest_pm, (50, 250, 500, 800)), left


KINDS: dict[str, tuple[Callable[[UnitView], tuple[int, str]], Colour]] = {
    "gap": (gap, Colours().cinnabar),
    "hunger": (hunger, Colours().earth_deep),
    "labour": (labour, Colours().tile),
    "harvest": (harvest, Colours().ochre),
    "forest": (forest, Colours().pine),
}
OF_A_HARVEST = {"gap", "harvest"}
"""What is counted when a harvest is brought in, and says nothing of another season."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is said of one brigade."""

    unit: str
    at: tuple[float, float]
    level: int
    text: str


def wash(kind: str, level: int, zoom: float) -> Picture:
    """A tile of colour and strokes; the strokes run on from tile to tile."""
    colour = KINDS[kind][1]
    wide, high = round(64 * zoom), round(32 * zoom)
    fine = Fine((wide + 2, high + 2))
    off = wide / 2 + 1

    def point(a: float, b: float) -> tuple[float, float]:
        x, y = project(a, b, zoom)
        return x + off, y + 1

    fine.shape([point(0, 0), point(1, 0), point(1, 1), point(0, 1)], colour, WASH[level] / 255)
    ink = mix(colour, Colours().ink, STROKE_INK)
    strokes = LINES[level]
    for at in range(strokes):
        share = (at + 0.5) / strokes
        fine.line([point(0, share), point(1, share)], ink, max(1.0, 1.2 * zoom), alpha=STROKE)
        if level == LEVELS - 1:
            fine.line([point(share, 0), point(share, 1)], ink, max(1.0, 1.2 * zoom), alpha=STROKE)
    surface = pygame.Surface((wide + 2, high + 2), pygame.SRCALPHA)
    fine.stamp(surface)
    return Picture(surface, round(off), 1)


class Overlay:
    """The overlay that is chosen, if any."""

    def __init__(self, facts: MapFacts) -> None:
        self.facts = facts
        self._kind: str | None = None
        self._view: View | None = None
        self._harvested: View | None = None
        self._hamlets = facts.of("brigade")
        self._signs: list[Sign] | None = None

    @property
    def kind(self) -> str | None:
        """One of KINDS, or None."""
        return self._kind

    @kind.setter
    def kind(self, kind: str | None) -> None:
        if kind is not None and kind not in KINDS:
            raise ValueError(f"no overlay {kind!r}; there are {', '.join(KINDS)}")
        self._kind = kind
        self._signs = None

    def set_view(self, view: View, harvested: View | None = None) -> None:
        """Take the figures of a view, and of what was known when the last harvest was in."""
        self._view, self._harvested = view, harvested
        self._signs = None

    def signs(self) -> list[Sign]:
        """The number of each brigade and where it stands."""
        if self._kind is None or self._view is None:
            return []
        if self._signs is None:
            self._signs = self._told(self._kind, self._view)
        return self._signs

    def _told(self, kind: str, view: View) -> list[Sign]:
        then = self._harvested if kind in OF_A_HARVEST else view
        told = {unit.name: KINDS[kind][0](unit) for unit in (then.units if then else ())}
        if then is None:
            told = {unit.name: (0, _("no harvest yet")) for unit in view.units}
        elif kind == "hunger" and not view.turn:
            told = {unit.name: (0, _("not known yet")) for unit in view.units}
        if kind == "forest":
            without = told.keys() - {place.unit for place in self.facts.of("forest")}
            told |= dict.fromkeys(without, (0, _("no woods")))
        return [
            Sign(place.name, (place.a, place.b), *told[place.name])
            for place in self._hamlets
            if place.name in told
        ]

    def washes(self) -> list[Item]:
        """Coloured tiles over each brigade's fields or woods."""
        found = []
        for sign in self.signs():
            name = f"wash.{self._kind}.{sign.level}"
            if self._kind == "forest":
                cells = [
                    cell
                    for place in self.facts.of("forest", sign.unit)
                    for cell in woods.cells_of(place)
                ]
            else:
                plots = [plot for plot in self.facts.fields if plot.unit == sign.unit]
                cells = [cell for plot in plots for cell in fields.cells_of(plot)]
            found += [tile(name, a, b) for a, b in cells]
        return found

    def dressed(self, pictures: Pictures) -> Pictures:
        """The same pictures and those of the overlay."""
        for level in range(LEVELS if self._kind else 0):
            pictures.add(f"wash.{self._kind}.{level}", partial(wash, str(self._kind), level))
        return pictures

    def slips(self, camera: Camera, theme: Theme, selected: str | None) -> list[Drawing]:
        """The numbers; without an overlay and from afar, the names alone."""
        signs = self.signs()
        if not signs:
            signs = [
                Sign(place.name, (place.a, place.b), 0, "")
                for place in self._hamlets
                if camera.zoom < theme.scale or place.name == selected
            ]
        found: list[Drawing] = []
        free = camera.free or camera.view
        for sign in signs:
            spot = camera.to_screen(*sign.at)
            if not free.inflate(-theme.px(2), -theme.px(2)).collidepoint(spot):
                continue  # a slip whose hamlet a panel hides would only peep out from below it
            box = slip_box(spot, sign.unit, sign.text, theme).clamp(free)
            draw = partial(slip, box=box, name=sign.unit, text=sign.text, theme=theme)
            found.append((box.inflate(8, 8), draw))
        return found


def slip_box(at: tuple[float, float], name: str, text: str, theme: Theme) -> pygame.Rect:
    """Where a slip of paper lies above a point."""
    wide = max(fonts.width_of(name, SMALL, theme), fonts.width_of(text, VALUE, theme))
    box = pygame.Rect(0, 0, wide + 2 * theme.px(9), theme.px(40 if text else 22))
    box.center = (round(at[0]), round(at[1] - theme.px(30)))
    return box


def slip(on: pygame.Surface, box: pygame.Rect, name: str, text: str, theme: Theme) -> None:
    """A slip of paper with a name and a number."""
    if not box.inflate(8, 8).colliderect(on.get_clip()):
        return
    colours = theme.colours
    pygame.draw.rect(on, colours.ink2, box.move(theme.px(2), theme.px(2)))
    pygame.draw.rect(on, colours.panel, box)
    edge(on, colours.ink, box, theme.line(1.2))
    ink = colours.ink2 if text else colours.ink
    fonts.put(on, name, (box.centerx, box.top + theme.px(15)), SMALL, theme, ink, "center")
    fonts.put(on, text, (box.centerx, box.bottom - theme.px(8)), VALUE, theme, align="center")
