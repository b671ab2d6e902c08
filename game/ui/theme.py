"""Colours, type sizes and spacing of the interface, at one scale.

Everything is given in logical pixels of a 1280 x 720 window and multiplied by the scale. Cinnabar
is what is written for the county, indigo is what is in the barn; nothing else uses that pair.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Colour = tuple[int, int, int]

SCALES_PC = range(75, 301, 5)
STEPS_PC = (75, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300)
"""The scales that one press of a key goes through."""
DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 720
PROJECTED = 1.5  # times the window's own scale, in projector mode


def rgb(hexadecimal: str) -> Colour:
    """A colour from its six hexadecimal digits.

    >>> rgb("C23B27")
    (194, 59, 39)
    """
    red, green, blue = (int(hexadecimal[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; share 0 is the first, 1 the other.

    >>> mix((0, 0, 0), (100, 200, 50), 0.5)
    (50, 100, 25)
    """
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Colours(NamedTuple):
    """The pigments. All other colours are mixes of two."""

    paper: Colour = rgb("F3EAD6")
    paper2: Colour = rgb("E8DABD")
    panel: Colour = rgb("F6EEDC")
    field: Colour = rgb("FBF6EA")
    rule: Colour = rgb("C9A994")
    ink: Colour = rgb("2B2521")
    ink2: Colour = rgb("6A5E54")
    cinnabar: Colour = rgb("C23B27")
    seal: Colour = rgb("AC311F")  # paper on it reads at 4.5 with any eyes; B93623 was 4.2
    cinnabar_deep: Colour = rgb("8E2A1E")
    indigo: Colour = rgb("25405C")
    indigo_light: Colour = rgb("5B7C94")
    cloth: Colour = rgb("22344A")
    ochre: Colour = rgb("CB9A3E")
    straw: Colour = rgb("E3C77C")
    gold: Colour = rgb("D9A93F")
    ember: Colour = rgb("F0A63C")
    earth: Colour = rgb("B98F62")
    earth_deep: Colour = rgb("8C6746")
    loam: Colour = rgb("74533B")
    brick: Colour = rgb("B0664A")
    leaf: Colour = rgb("9DB26B")
    jade: Colour = rgb("7FA67E")
    pine: Colour = rgb("44695A")
    river: Colour = rgb("8DB4B4")
    tile: Colour = rgb("767D7E")
    tile_deep: Colour = rgb("4F5759")
    wall: Colour = rgb("EDE2CB")
    blossom: Colour = rgb("DDA29A")
    frost: Colour = rgb("C9CCC6")
    ash: Colour = rgb("9B948A")
    dun: Colour = rgb("C2B08C")


HIGH_CONTRAST = Colours(
    panel=rgb("FFFDF6"),
    field=rgb("FFFFFF"),
    rule=rgb("7A6455"),
    ink=rgb("14100D"),
    ink2=rgb("3B332C"),
    cinnabar=rgb("A82A18"),
    seal=rgb("8E2A1E"),
    cinnabar_deep=rgb("6E1A10"),
    indigo=rgb("152E49"),
)


class Type(NamedTuple):
    """A face and its size in logical pixels."""

    face: str
    size: float


TITLE = Type("serif-bold", 62)  # the title screen
PAGE = Type("serif-bold", 30)  # the head of a full page
FIGURE = Type("serif-bold", 20)  # a number that matters
TURN = Type("serif-bold", 19)  # the season in the top bar
HEAD = Type("serif-bold", 17)  # the head of a panel
SUBTITLE = Type("serif", 12.5)  # the Chinese beside a head: ornament
SEAL = Type("serif-bold", 16)  # the one seal button of a screen
BUTTON = Type("sans-medium", 13.5)
VALUE = Type("sans-bold", 15)  # figures of the top bar
BODY = Type("sans", 14)
BODY_MEDIUM = Type("sans-medium", 14)
BODY_BOLD = Type("sans-bold", 14)
PROSE = Type("serif", 14)  # letters, quotations, briefing
SECOND = Type("sans", 13)
SECOND_MEDIUM = Type("sans-medium", 13)
SECOND_BOLD = Type("sans-bold", 13)
SMALL = Type("sans", 12)  # the smallest
SMALL_BOLD = Type("sans-bold", 12)

LINE_HEIGHT = 1.42
PADDING = 14
GUTTER = 12
HIT = 32  # the least size of what can be pressed


def whole_scale(wanted: float) -> float:
    """The nearest scale that is offered: 75 to 300 % in steps of 5.

    >>> whole_scale(1.52), whole_scale(9), whole_scale(0.1)
    (1.5, 3.0, 0.75)
    """
    percent = 5 * round(wanted * 20)
    return min(max(percent, SCALES_PC[0]), SCALES_PC[-1]) / 100


def next_scale(scale: float, steps: int) -> float:
    """Some steps up or down; a scale between two steps goes to the nearest one that way.

    >>> next_scale(1.0, 1), next_scale(1.05, 1), next_scale(1.05, -1), next_scale(3.0, 1)
    (1.1, 1.1, 1.0, 3.0)
    """
    percent = round(scale * 100)
    way = [each for each in STEPS_PC if (each - percent) * steps > 0]
    if not way:
        return whole_scale(scale)
    return sorted(way, key=lambda each: abs(each - percent))[min(abs(steps), len(way)) - 1] / 100


def scale_for(height: int, width: int | None = None) -> float:
    """The scale that shows the design whole in a window of this size.

    >>> scale_for(720), scale_for(1080), scale_for(800), scale_for(800, 1280)
    (1.0, 1.5, 1.1, 1.0)
    """
    whole = height * 20 // DESIGN_HEIGHT
    if width is not None:
        whole = min(whole, width * 20 // DESIGN_WIDTH)
    return whole_scale(whole / 20)


@dataclass(frozen=True)
class Theme:
    """How everything looks at one scale."""

    scale: float = 1.0
    high_contrast: bool = False
    reduced_motion: bool = False
    projector: bool = False

    @cached_property
    def colours(self) -> Colours:
        """The pigments, darker ones if more contrast is wanted."""
        return HIGH_CONTRAST if self.high_contrast else Colours()

    def px(self, logical: float) -> int:
        """Logical pixels as pixels of the screen."""
        return round(logical * self.scale)

    def line(self, logical: float = 1) -> int:
        """The width of a line: whole pixels, never none."""
        return max(1, int(logical * self.scale + 0.5))

    def leading(self, style: Type) -> int:
        """The distance from one line of text to the next."""
        return round(style.size * LINE_HEIGHT * self.scale)
