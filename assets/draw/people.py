"""The villagers: about 19 pixels tall, facing right; a quarter larger than the houses ask for.

Nobody is drawn starving. Hard times show in who is not there, in padded clothes, in a queue.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import skia

from .canvas import Brush, Point, blob, curve
from .pigments import (
    ASH,
    BLOSSOM,
    CINNABAR_DEEP,
    EARTH_DEEP,
    GOLD,
    INDIGO,
    INK,
    OCHRE,
    SKIN,
    STRAW,
    TILE,
    TILE_DEEP,
    WALL,
    Colour,
    mix,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable

JACKETS: tuple[Colour, ...] = (INDIGO, EARTH_DEEP, TILE_DEEP, mix(CINNABAR_DEEP, EARTH_DEEP, 0.45))
TROUSERS = mix(INK, INDIGO, 0.3)
STILL, WALK, WORK = 1, 4, 2
POSES: dict[str, int] = {
    "stand": STILL, "idle": STILL, "sit": STILL, "queue": STILL,
    "walk": WALK, "carry": WALK, "hoe": WORK, "bend": WORK, "shovel": WORK,
}  # fmt: skip
_TORSO = [(-3, -6.4), (-3.2, -12.6), (-1.6, -14), (1.6, -14), (3.2, -12.6), (3, -6.4)]
_PADDED = [(-3.6, -5.4), (-3.9, -12), (-1.8, -14), (1.8, -14), (3.9, -12), (3.6, -5.4)]


class Figure:
    """One villager in one jacket, drawn from the ground up."""

    def __init__(self, brush: Brush, jacket: Colour) -> None:
        self.brush = brush
        self.padded = brush.snow
        self.headwear = "padded" if brush.snow else "straw"
        self.jacket = mix(jacket, ASH, 0.18) if brush.snow else jacket

    def shadow(self, reach: float = 7) -> None:
        self.brush.shade(blob(4.5, -0.6, reach, 2.3, "figure", 8))

    def limb(self, points: list[Point], width: float, colour: Colour) -> None:
        self.brush.line(points, width, colour, wobble=0)

    def legs(self, back: float, front: float, lift: float = 0) -> None:
        width = 2.7 if self.padded else 2.3
        self.limb([(-0.8, -7), (back, -lift if back < 0 else 0)], width, TROUSERS)
        self.limb([(0.8, -7), (front, 0)], width, TROUSERS)

    def stride(self, frame: int) -> float:
        """Legs of a four-frame walk; returns how much the body bobs."""
        back, front, lift, bob = ((-3, 3, 0, 0), (-1.2, 1, 1.4, 0.7), (-2.8, 2.8, 0, 0),
                                  (-0.8, 1.4, 0.9, 0.7))[frame % WALK]  # fmt: skip
        self.legs(back, front, lift)
        return bob

    def torso(self, outline: list[Point] | None = None, bob: float = 0) -> None:
        shape = outline or (_PADDED if self.padded else _TORSO)
        shape = [(x, y - bob) for x, y in shape]
        self.brush.cut(shape, self.jacket, 0.9, wobble=0)
        if outline is None:
            half = 3.2 if self.padded else 2.8
            self.brush.fill([(0.8, -6.6 - bob), (1, -13.6 - bob), (half, -12.4 - bob),
                             (half - 0.2, -6.2 - bob)], mix(self.jacket, INK, 0.28))  # fmt: skip
            if self.padded:
                self.brush.line([(-3.2, -9 - bob), (3.2, -9 - bob)], 0.5,
                                mix(self.jacket, INK, 0.45), wobble=0)  # fmt: skip

    def arm(self, points: list[Point]) -> None:
        self.limb(points, 2.0 if self.padded else 1.7, mix(self.jacket, INK, 0.12))

    def head(self, x: float, y: float) -> None:
        self.brush.oval(x, y, 2.5, 2.7, SKIN, 0.7)
        shape, colour = {
            "padded": ([(x - 2.9, y + 0.6), (x - 2.5, y - 2.6), (x, y - 3.4), (x + 2.2, y - 2.8),
                        (x + 3.4, y - 0.9), (x - 1.2, y - 0.9), (x - 1.5, y + 1.6)],
                       mix(self.jacket, INK, 0.25)),
            "cap": ([(x - 2.6, y - 0.8), (x - 2, y - 3), (x + 2, y - 3), (x + 3.4, y - 0.8)],
                    mix(self.jacket, INK, 0.15)),
            "scarf": ([(x - 2.8, y + 1), (x - 2.5, y - 2.6), (x + 1.5, y - 3), (x + 2, y - 1.6),
                       (x - 0.6, y - 0.8), (x - 1, y + 2)], mix(CINNABAR_DEEP, BLOSSOM, 0.5)),
            "straw": ([(x - 5, y - 0.6), (x, y - 5.2), (x + 5, y - 0.6), (x + 2, y + 0.5),
                       (x - 2, y + 0.5)], STRAW),
        }[self.headwear]  # fmt: skip
        self.brush.cut(shape, colour, 0.8, wobble=0)
        if self.headwear == "straw":
            self.brush.fill([(x + 0.4, y - 4.8), (x + 4.7, y - 0.6), (x + 1.6, y + 0.2)],
                            mix(STRAW, INK, 0.24))  # fmt: skip

    def tool(self, points: list[Point], width: float = 1.2, colour: Colour = EARTH_DEEP) -> None:
        self.limb(points, width, colour)


def stand(figure: Figure, _frame: int) -> None:
    figure.shadow()
    figure.legs(-1.7, 1.7)
    figure.torso()
    figure.arm([(2.8, -12), (5, -9)])
    figure.tool([(5, -18), (5, 0)], 1.1)
    figure.head(0, -16)


def idle(figure: Figure, _frame: int) -> None:
    figure.shadow()
    figure.legs(-1.7, 1.7)
    figure.torso()
    figure.arm([(-2.9, -12), (-4, -8)])
    figure.arm([(2.9, -12), (4, -8)])
    figure.head(0, -16)


def queue(figure: Figure, _frame: int) -> None:
    """Waiting with a bowl held in both hands."""
    figure.shadow()
    figure.legs(-1.3, 1.3)
    figure.torso()
    figure.arm([(-2.6, -11.6), (-0.6, -8.6), (3, -9)])
    figure.arm([(2.9, -11.6), (3.8, -9)])
    bowl = skia.Path()
    bowl.moveTo(2.2, -10.6)
    bowl.lineTo(6.4, -10.6)
    bowl.quadTo(5.8, -7.8, 4.3, -7.8)
    bowl.quadTo(2.8, -7.8, 2.2, -10.6)
    bowl.close()
    figure.brush.cut(bowl, WALL, 0.7, wobble=0)
    figure.head(0.3, -15.8)


def sit(figure: Figure, _frame: int) -> None:
    figure.shadow(6)
    figure.torso([(-3.2, -1), (-3.4, -7), (-1.6, -8.6), (1.6, -8.6), (3.4, -7), (3.2, -1)])
    figure.limb([(-2.6, -0.6), (4.4, -0.6)], 2.6, TROUSERS)
    figure.arm([(2.6, -6.6), (4, -2.6)])
    figure.head(0.4, -10.6)


def walk(figure: Figure, frame: int) -> None:
    figure.shadow()
    bob = figure.stride(frame)
    figure.torso(bob=bob)
    swing = (1.6, 0.3, -1.4, 0)[frame % WALK]
    figure.arm([(-2.9, -12 - bob), (-3.6 - swing * 0.6, -8 - bob)])
    figure.arm([(2.9, -12 - bob), (3.6 + swing * 0.6, -8.4 - bob)])
    figure.head(0.4, -16 - bob)


def carry(figure: Figure, frame: int) -> None:
    """Two baskets on a shoulder pole that gives with the step."""
    brush = figure.brush
    figure.shadow(9)
    bob = figure.stride(frame)
    figure.torso(bob=bob)
    give = -0.8 * bob
    end_y = -11.6 - give
    brush.line(curve((-13, end_y), (0, -15.7 - bob), (13, end_y)), 1.3, EARTH_DEEP, wobble=0)
    for side in (-1, 1):
        x, rim = 12 * side, -5.2 - give
        brush.line([(x, end_y), (x - 2.4, rim)], 0.6, wobble=0)
        brush.line([(x, end_y), (x + 2.4, rim)], 0.6, wobble=0)
        brush.cut([(x - 3.2, rim), (x + 3.2, rim), (x + 2.4, rim + 3.8), (x - 2.4, rim + 3.8)],
                  OCHRE, 0.8, wobble=0)  # fmt: skip
        brush.oval(x, rim, 3.2, 1.2, mix(EARTH_DEEP, GOLD, 0.5), 0.7)
    figure.arm([(2.5, -12 - bob), (5.2, -13.4 - bob)])
    figure.head(0.2, -16.8 - bob)


def hoe(figure: Figure, frame: int) -> None:
    figure.shadow()
    figure.legs(-3, 2.6)
    figure.torso([(-2.6, -6.4), (-1.6, -12.6), (0.4, -13.8), (3.6, -12), (2.8, -6.2)])
    if frame % WORK:  # the blade in the ground
        figure.tool([(0.6, -11.4), (11.4, -2.4)])
        figure.tool([(11.4, -2.6), (9.6, 0.2)], 2, TILE_DEEP)
        figure.arm([(2.6, -11.8), (6, -7.4)])
        figure.arm([(0.6, -12.4), (2.6, -9.8)])
    else:
        figure.tool([(6.6, -8.5), (-7, -20)])
        figure.tool([(-7, -20), (-9.4, -17.2)], 2, TILE_DEEP)
        figure.arm([(2.8, -11.6), (3.6, -10.4)])
        figure.arm([(0, -12.8), (-2, -15.4)])
    figure.head(2.2, -15.8)


def bend(figure: Figure, frame: int) -> None:
    """Reaping, doubled over, sickle forward and back."""
    figure.shadow()
    figure.legs(-2.6, -0.4)
    figure.torso([(-3.6, -6), (-3.2, -9.6), (4, -11.4), (6, -9), (4.6, -7.4), (-1, -5.4)])
    reach = 1.8 if frame % WORK else 0
    hand = (6.4 + reach, -2.6 - reach * 0.3)
    figure.arm([(4.6, -8.4), hand])
    sickle = curve(hand, (hand[0] + 3.6, hand[1] - 0.4), (hand[0] + 3, hand[1] + 2.2))
    figure.brush.line(sickle, 1.0, TILE_DEEP, wobble=0)
    figure.head(7.4 + reach * 0.3, -9.6)


def shovel(figure: Figure, frame: int) -> None:
    figure.shadow()
    figure.legs(-3, 2.6)
    figure.torso()
    turn = -0.5 if frame % WORK else 0.0

    def swung(x: float, y: float) -> Point:
        """The shovel turns about the lower hand."""
        dx, dy = x - 3, y + 6
        return (3 + dx * math.cos(turn) - dy * math.sin(turn),
                -6 + dx * math.sin(turn) + dy * math.cos(turn))  # fmt: skip

    figure.tool([swung(-4, -11), swung(8, -1)])
    blade = [swung(7, -2.6), swung(10, -0.6), swung(8.6, 1), swung(6, -1)]
    figure.brush.cut(blade, TILE, 0.7, wobble=0)
    if turn:
        figure.brush.oval(*swung(8.6, -2.4), 2.2, 1.4, EARTH_DEEP, 0.5)
    figure.arm([(2.6, -12), (3, -6.6)])
    figure.head(1, -16)


DRAW: dict[str, Callable[[Figure, int], None]] = {
    "stand": stand, "idle": idle, "sit": sit, "queue": queue, "walk": walk, "carry": carry,
    "hoe": hoe, "bend": bend, "shovel": shovel,
}  # fmt: skip


def person(brush: Brush, pose: str, jacket: int, frame: int = 0) -> None:
    """A villager with the feet at (0, 0)."""
    DRAW[pose](Figure(brush, JACKETS[jacket]), frame)
