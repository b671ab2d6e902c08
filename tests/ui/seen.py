"""Colours as people with other eyes see them, and how far apart they are.

Simulation after Machado, Oliveira and Fernandes (2009) at full severity, in linear light; distance
as CIE76 in Lab (D65); contrast as in WCAG 2.
"""

from game.ui.theme import Colour

Matrix = tuple[tuple[float, float, float], ...]
EYES: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}


def linear(part: int) -> float:
    """A channel from 0 to 255 as light."""
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def light(colour: Colour, eyes: str = "usual") -> tuple[float, float, float]:
    """The three channels as light that such eyes take in, each 0 to 1."""
    whole = [linear(part) for part in colour]
    seen = [sum(a * b for a, b in zip(row, whole, strict=True)) for row in EYES[eyes]]
    red, green, blue = (min(max(part, 0.0), 1.0) for part in seen)
    return red, green, blue


def lab(colour: Colour, eyes: str) -> tuple[float, float, float]:
    """Lightness and two axes of hue."""
    red, green, blue = light(colour, eyes)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: Colour, other: Colour, eyes: str) -> float:
    """How far two colours are from each other; about 2 can just be told apart side by side."""
    pairs = zip(lab(one, eyes), lab(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def contrast(one: Colour, other: Colour, eyes: str = "usual") -> float:
    """From 1, the same, to 21, black on white."""
    shades = []
    for colour in (one, other):
        red, green, blue = light(colour, eyes)
        shades.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(shades) + 0.05) / (min(shades) + 0.05)
