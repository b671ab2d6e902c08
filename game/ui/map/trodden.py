"""Ways that feet have made on bare ground: from each door to the threshing floor, and to a road."""

from collections.abc import Collection, Iterable
from math import ceil, dist

from game.levelfiles.place import MapFacts, Place
from game.ui.map.buildings import WITH_DOORS
from game.ui.map.caves import opens_along_a
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.items import Cell, Item, foot

STEP = 0.34  # tiles from one trodden spot to the next
BEND = 1.1  # tiles by which a way may lie beside the straight line
FARTHEST = 15.0  # tiles: nobody has trodden a way of their own farther
VARIANTS = 2


def door(place: Place) -> Spot:
    """A step before the door of a building."""
    if opens_along_a(place):
        return place.a + place.w + 0.45, place.b + place.d / 2
    return place.a + place.w / 2, place.b + place.d + 0.45


def middle(place: Place) -> Spot:
    """The middle of a place."""
    return place.a + place.w / 2, place.b + place.d / 2


def nearest(spot: Spot, others: Iterable[Spot]) -> Spot | None:
    """The nearest of some points, if it is near enough to walk to."""
    found = min(others, key=lambda other: (dist(spot, other), other), default=None)
    return found if found is not None and dist(spot, found) <= FARTHEST else None


def ways(facts: MapFacts, roads: Collection[Cell], blocked: Collection[Cell]) -> list[Item]:
    """The trodden spots of all ways; none on a tile that is blocked."""
    floors = [middle(place) for place in facts.of("threshing")]
    corners = [(float(a), float(b)) for a, b in roads]
    legs: list[tuple[Spot, Spot | None]] = []
    for place in facts.places:
        if place.kind in WITH_DOORS:
            start = door(place)
            legs.append((start, nearest(start, floors) or nearest(start, corners)))
    legs += [(floor, nearest(floor, corners)) for floor in floors]
    return [
        foot(f"trod.{pick(VARIANTS, 'trod', *spot)}", *spot)
        for start, end in legs
        if end is not None
        for spot in _way(start, end)
        if (int(spot[0]), int(spot[1])) not in blocked
    ]


def _way(start: Spot, end: Spot) -> list[Spot]:
    """Points along a bent line."""
    bend = BEND * (2 * chance("bend", *start) - 1)
    da, db = end[0] - start[0], end[1] - start[1]
    long = dist(start, end) or 1.0
    aside = (-db / long * bend, da / long * bend)
    steps = max(1, ceil(long / STEP))
    found = []
    for step in range(steps + 1):
        share = step / steps
        off = 4 * share * (1 - share) + 0.08 * (chance("off", step, *start) - 0.5)
        found.append((round(start[0] + da * share + aside[0] * off, 2),
                      round(start[1] + db * share + aside[1] * off, 2)))  # fmt: skip
    return found
