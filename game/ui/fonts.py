"""Text as pictures: the faces of the game, cached, measured, wrapped and set on a baseline.

The shipped fonts carry narrow quotation marks, ellipsis and middle dot (assets/fonts/subset.py).
Beside a Chinese character the wide form is right, and is taken from a private code point.
"""

from collections import OrderedDict
from functools import cache, lru_cache

import pygame

from game.places import assets
from game.ui.theme import Colour, Theme, Type

FACES = ("serif", "serif-bold", "serif-black", "sans", "sans-medium", "sans-bold")
NARROWED = "‘’“”…·"
WIDE_FROM = 0xE000
TIMES = 4  # glyphs are set this much larger and averaged: unhinted, at quarters of a pixel
KEPT = 3000  # pieces of text held as pictures
_WIDE = {mark: chr(WIDE_FROM + at) for at, mark in enumerate(NARROWED)}
_pictures: OrderedDict[tuple[str, str, float, Colour], pygame.Surface] = OrderedDict()


@cache
def font(face: str, size: int) -> pygame.font.Font:
    """One face at one size in pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    path = assets() / "fonts" / f"{face}.otf"
    return pygame.font.Font(str(path) if path.is_file() else None, size)


def _fine(face: str, size: float) -> pygame.font.Font:
    return font(face, round(size * TIMES))


def forget() -> None:
    """Drop all fonts and pictures: the scale changed, or the window closes."""
    font.cache_clear()
    measure.cache_clear()
    _wrapped.cache_clear()
    _pictures.clear()


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def widened(text: str) -> str:
    """The text with wide marks beside Chinese characters, narrow ones elsewhere.

    >>> widened("It’s") == "It’s", widened("“粮食”") == "“粮食”"
    (True, False)
    """
    if not text.isascii():  # the name of a file may hold bytes that are no sign of any script
        text = text.encode("utf-8", "replace").decode("utf-8")
    if not any(mark in text for mark in NARROWED):
        return text
    held = list(text)
    for at, mark in enumerate(text):
        if mark in _WIDE and any(_is_chinese(c) for c in text[max(0, at - 1) : at + 2]):
            held[at] = _WIDE[mark]
    return "".join(held)


@lru_cache(maxsize=20_000)
def measure(text: str, face: str, size: float) -> int:
    """The width of one line in pixels."""
    return -(-_fine(face, size).size(widened(text))[0] // TIMES) if text else 0


def ascent(face: str, size: float) -> int:
    """From the top of a picture of text to its baseline."""
    return -(-_fine(face, size).get_ascent() // TIMES)


def picture(text: str, face: str, size: float, colour: Colour) -> pygame.Surface:
    """One line of text, drawn once and then remembered. Do not draw on it."""
    key = (text, face, size, colour)
    held = _pictures.get(key)
    if held is not None:
        _pictures.move_to_end(key)
        return held
    large = _fine(face, size).render(widened(text), antialias=True, color=colour)
    top = ascent(face, size) * TIMES - _fine(face, size).get_ascent()
    width, height = -(-large.get_width() // TIMES), -(-(large.get_height() + top) // TIMES)
    sheet = pygame.Surface((width * TIMES, height * TIMES), pygame.SRCALPHA)
    sheet.fill((*colour, 0))
    sheet.blit(large, (0, top))
    drawn = pygame.transform.smoothscale(sheet, (width, height))
    _pictures[key] = drawn
    if len(_pictures) > KEPT:
        _pictures.popitem(last=False)
    return drawn


def _breaks(before: str, after: str) -> bool:
    return before == " " or _is_chinese(after) or (_is_chinese(before) and after != " ")


def _pieces(text: str) -> list[str]:
    """Where a line may break: at spaces, and between Chinese characters."""
    pieces: list[str] = []
    for character in text:
        if not pieces or _breaks(pieces[-1][-1], character):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _cut(word: str, face: str, size: float, width: int) -> list[str]:
    """A word too long for a line, in parts that fit."""
    parts = [""]
    for character in word:
        if parts[-1] and measure(parts[-1] + character, face, size) > width:
            parts.append("")
        parts[-1] += character
    return parts


def wrap(text: str, face: str, size: float, width: int) -> list[str]:
    """The text in lines no wider than the width. Line breaks in it are kept; nothing is lost."""
    return list(_wrapped(text, face, size, width))


@lru_cache(maxsize=4000)
def _wrapped(text: str, face: str, size: float, width: int) -> tuple[str, ...]:
    if "\n" not in text and measure(text.rstrip(), face, size) <= width:
        return (text.rstrip(),)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if measure((line + piece).rstrip(), face, size) <= width:
                line += piece
                continue
            if line:
                lines.append(line.rstrip())
            *whole, line = _cut(piece, face, size, width)
            lines += whole
        lines.append(line.rstrip())
    return tuple(lines)


def size_of(style: Type, theme: Theme) -> float:
    """The size of a style in pixels of the screen, in quarters."""
    return round(style.size * theme.scale * TIMES) / TIMES


def width_of(text: str, style: Type, theme: Theme) -> int:
    """The width of one line in a style."""
    return measure(text, style.face, size_of(style, theme))


def lines_of(text: str, style: Type, theme: Theme, width: int) -> list[str]:
    """The text wrapped in a style."""
    return wrap(text, style.face, size_of(style, theme), width)


def put(
    on: pygame.Surface,
    text: str,
    at: tuple[float, float],
    style: Type,
    theme: Theme,
    colour: Colour | None = None,
    align: str = "left",
) -> int:
    """Set one line with its baseline at a point; return its width.

    Args:
        on: Where to draw.
        text: One line.
        at: x of the left end, the middle or the right end as `align` says; y of the baseline.
        style: Face and size.
        theme: Scale and colours.
        colour: Ink, if none is given.
        align: "left", "center" or "right".
    """
    if not text:
        return 0
    size = size_of(style, theme)
    drawn = picture(text, style.face, size, colour or theme.colours.ink)
    width = drawn.get_width()
    back = {"left": 0, "center": width / 2, "right": width}[align]
    on.blit(drawn, (round(at[0] - back), round(at[1]) - ascent(style.face, size)))
    return width


def put_lines(
    on: pygame.Surface,
    lines: list[str],
    at: tuple[float, float],
    style: Type,
    theme: Theme,
    colour: Colour | None = None,
    align: str = "left",
) -> None:
    """Set lines below each other; the first has its baseline at the point."""
    for number, line in enumerate(lines):
        put(on, line, (at[0], at[1] + number * theme.leading(style)), style, theme, colour, align)
