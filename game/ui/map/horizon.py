"""Faint ranges behind the map's back edges, one behind the other, in the colours of the mist."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, pi

import pygame

from game.ui.map.grid import HALF_HEIGHT, HALF_WIDTH, chance
from game.ui.theme import Colour, mix

FAR_AWAY: Colour = (92, 112, 112)  # what the air leaves of a wooded slope
INKED: Colour = (43, 37, 33)
STEP = 16  # pixels at 1x from one point of an outline to the next
ROUND = 70  # pixels at 1x: the ranges do not turn a corner as sharply as the map
SHELF = 400  # and beyond its side corners they run level after so many
MARGIN = 2  # points of an outline beyond a part of the picture


@dataclass(frozen=True, slots=True)
class Range:
    """One line of hills."""

    beyond: float  # tiles behind the map's edge at which its foot lies
    high: float  # pixels at 1x of its highest tops
    wide: float  # pixels at 1x from one top to the next
    share: float  # of FAR_AWAY in its colour
    bands: int  # in so many steps it fades to the mist below


RANGES = (
    Range(10.2, 92, 190, 0.17, 4),
    Range(8.5, 64, 128, 0.29, 4),
    Range(7.0, 42, 84, 0.40, 4),
)
"""From the farthest to the nearest."""
FADE = 19  # pixels at 1x of one band


@cache
def rise(which: int, x: float, wide: float) -> float:
    """How high a range stands at a place along it, 0 to 1: broad tops with smaller ones on them."""

    def hills(length: float, key: str) -> float:
        at, part = divmod(x / length, 1.0)
        low, high = chance(key, which, at), chance(key, which, at + 1)
        return low + (high - low) * (0.5 - 0.5 * cos(pi * part))

    return 0.64 * hills(wide, "range") + 0.25 * hills(wide / 2.7, "top") + 0.11 * hills(41, "knob")


def foot(x: float, size: tuple[int, int], beyond: float) -> float:
    """The height on the flat picture, at 1x, at which a range begins."""
    reach = size[1] if x < 0 else size[0]
    away = abs(x) - reach * HALF_WIDTH
    if away > 0:
        x = reach * HALF_WIDTH + SHELF * (1 - 1 / (1 + away / SHELF))
    return hypot(x / 2, ROUND) - ROUND - 2 * HALF_HEIGHT * beyond


def laid(
    on: pygame.Surface, rect: pygame.Rect, size: tuple[int, int], zoom: float, mist: Colour
) -> Iterator[None]:
    """Draw the ranges on a part of the flat picture that lies in the mist, step by step.

    `size` is the map's, in tiles along a and b; to the colour of the mist each range fades.
    """
    step = STEP * zoom
    first, last = int(rect.left // step) - MARGIN, int(rect.right // step) + 1 + MARGIN
    along = [at * STEP for at in range(first, last + 1)]
    for which, each in enumerate(RANGES):
        feet = [foot(x, size, each.beyond) * zoom - rect.top for x in along]
        above, below = each.high * zoom, each.bands * FADE * zoom
        near = [at for at, y in enumerate(feet) if -below < y < rect.height + above]
        if not near:
            continue
        crest = [
            (along[at] * zoom - rect.left, feet[at] - above * rise(which, along[at], each.wide))
            for at in range(max(0, near[0] - 1), min(len(along), near[-1] + 2))
        ]
        yield
        yield from _bands(on, crest, each, zoom, mist)


def _bands(
    on: pygame.Surface, crest: list[tuple[float, float]], each: Range, zoom: float, mist: Colour
) -> Iterator[None]:
    """A range from its line downwards, each band nearer to the colour of the mist."""
    tone = mix(mist, FAR_AWAY, each.share)
    for band in range(each.bands):
        share = band / each.bands
        high, low = band * FADE * zoom, (band + 1) * FADE * zoom + 1
        upper = [(x, y + high) for x, y in crest]
        lower = [(x, y + low) for x, y in reversed(crest)]
        pygame.draw.polygon(on, mix(tone, mist, share), [*upper, *lower])
        yield
    pygame.draw.aalines(on, mix(tone, INKED, 0.22), False, crest)
