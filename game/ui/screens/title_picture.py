"""The open ledger on blue cloth: what was reported at the left, what was there at the right."""

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.places import assets
from game.ui import fonts
from game.ui.theme import TITLE, Theme, Type, mix
from game.ui.widgets import ink
from game.ui.widgets.panel import lay_paper
from game.words import _

if TYPE_CHECKING:
    from pathlib import Path

WIDE, HIGH = 1280, 720  # the design
BOOK = (46, 34, 1188, 656)
FOLD = 640
PICTURE_TOP, FADED = 174, 66
SUBTITLE = Type("serif", 18)
CAPTION = Type("serif-bold", 19)
ORNAMENT = Type("serif", 15)
STAMP = Type("serif-black", 23)


def _picture(stem: str, scale: float) -> pygame.Surface | None:
    """The drawing nearest above a scale."""
    folder = assets() / "pictures"
    offered = [(1.0, "1x"), (1.5, "1.5x"), (2.0, "2x")]
    best = next((name for size, name in offered if size >= scale), "2x")
    path: Path = folder / f"{stem}@{best}.png"
    try:
        return pygame.image.load(str(path)).convert_alpha()
    except (OSError, pygame.error):
        return None


def _faded(picture: pygame.Surface, size: tuple[int, int], rise: int) -> pygame.Surface:
    """A picture that grows out of bare paper at its top."""
    drawn = pygame.transform.smoothscale(picture, size) if picture.get_size() != size else picture
    drawn = drawn.copy()
    veil = pygame.Surface(size, pygame.SRCALPHA)
    veil.fill((255, 255, 255, 255))
    for y in range(min(rise, size[1])):
        veil.fill((255, 255, 255, round(255 * y / max(1, rise))), (0, y, size[0], 1))
    drawn.blit(veil, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return drawn


def book(size: tuple[int, int], theme: Theme) -> pygame.Rect:
    """The whole design in the middle of a window."""
    box = pygame.Rect(0, 0, theme.px(WIDE), theme.px(HIGH))
    box.center = (size[0] // 2, size[1] // 2)
    return box


@lru_cache(maxsize=2)
def backdrop(size: tuple[int, int], theme: Theme, *, titled: bool = True) -> pygame.Surface:
    """Cloth, book and pictures, drawn once for a size; the title stands elsewhere if not here."""
    sheet = pygame.Surface(size)
    _cloth(sheet, theme)
    area, px = book(size, theme), theme.px
    pages = pygame.Rect(area.left + px(BOOK[0]), area.top + px(BOOK[1]), px(BOOK[2]), px(BOOK[3]))
    _edges(sheet, pages, theme)
    lay_paper(sheet, pages, theme)
    fold = area.left + px(FOLD)
    frame = pygame.Rect(0, pages.top + px(26), 0, pages.height - px(68))
    frame.left, frame.width = pages.left + px(26), fold - px(24) - pages.left - px(26)
    other = frame.move(fold + px(24) - frame.left, 0)
    other.width = pages.right - px(26) - other.left
    for stem, box in (("title_summer", frame), ("title_winter", other)):
        _page(sheet, stem, box, area.top, theme)
    _gutter(sheet, fold, pages, theme)
    ink.frame(sheet, pages, theme.colours.ink, 1.5 * theme.scale)
    if titled:
        _words(sheet, area, pages, theme)
    return sheet


def _cloth(sheet: pygame.Surface, theme: Theme) -> None:
    sheet.fill(theme.colours.cloth)
    try:
        tile = pygame.image.load(str(assets() / "atlas" / "cloth.png")).convert()
    except (OSError, pygame.error):
        return
    if theme.scale != 1:
        tile = pygame.transform.smoothscale_by(tile, theme.scale)
    for x in range(0, sheet.get_width(), tile.get_width()):
        for y in range(0, sheet.get_height(), tile.get_height()):
            sheet.blit(tile, (x, y))


def _edges(sheet: pygame.Surface, pages: pygame.Rect, theme: Theme) -> None:
    """The edges of the leaves below."""
    colours = theme.colours
    for step in (9, 6, 3):
        leaf = pages.inflate(2 * theme.px(step), 0)
        leaf.height += theme.px(step)
        fill = mix(colours.paper2, colours.earth, 0.12 * (step % 2) + 0.1)
        ink.box(sheet, leaf, fill, colours.ink, 1)


def _page(sheet: pygame.Surface, stem: str, box: pygame.Rect, top: int, theme: Theme) -> None:
    """One picture in its ruled frame."""
    px, colours = theme.px, theme.colours
    picture = _picture(stem, theme.scale)
    begin = top + px(PICTURE_TOP)
    if picture is not None:
        size = (box.width, box.bottom - begin)
        sheet.blit(_faded(picture, size, px(FADED)), (box.left, begin))
    ink.frame(sheet, box, colours.ink, 1.4 * theme.scale)
    outer = box.inflate(2 * px(4), 2 * px(4))
    pygame.draw.rect(sheet, colours.rule, outer, theme.line(1))


def _gutter(sheet: pygame.Surface, fold: int, pages: pygame.Rect, theme: Theme) -> None:
    """The shadow of the fold and its stitches."""
    px, wide = theme.px, theme.px(70)
    shade = pygame.Surface((2 * wide, pages.height), pygame.SRCALPHA)
    for x in range(2 * wide):
        near = 1 - abs(x - wide) / wide
        shade.fill((*theme.colours.ink, round(107 * near)), (x, 0, 1, pages.height))
    sheet.blit(shade, (fold - wide, pages.top))
    pygame.draw.rect(sheet, theme.colours.ink, (fold, pages.top, theme.line(1.2), pages.height))
    for y in range(pages.top + px(30), pages.bottom - px(10), px(64)):
        fine = ink.Fine((px(10), px(14)))
        ends = ((2 * theme.scale, 2 * theme.scale), (8 * theme.scale, 11 * theme.scale))
        fine.line(ends, theme.colours.wall, 2 * theme.scale)
        fine.stamp(sheet, (fold - px(5), y))


def _words(sheet: pygame.Surface, area: pygame.Rect, pages: pygame.Rect, theme: Theme) -> None:
    """Title, subtitle, stamp, and the captions of both pages."""
    px, colours = theme.px, theme.colours
    left, top = area.left, area.top
    fonts.put(sheet, _("Two Ledgers"), (left + px(96), top + px(134)), TITLE, theme)
    line = _("A village in the Great Leap Forward, 1958–1961")
    fonts.put(sheet, line, (left + px(98), top + px(165)), SUBTITLE, theme)
    stamp = pygame.Rect(left + px(552), top + px(78), px(36), px(92))
    pygame.draw.rect(sheet, colours.cinnabar, stamp)
    for at, sign in enumerate("两本账"):
        spot = (stamp.centerx, top + px(104 + at * 28))
        fonts.put(sheet, sign, spot, STAMP, theme, colours.paper, "center")
    captions = (
        (72, _("Reported"), "上报", colours.cinnabar_deep),
        (664, _("Actual"), "实有", colours.indigo),
    )
    for x, words, chinese, colour in captions:
        spot = (left + px(x), pages.bottom - px(16))
        wide = fonts.put(sheet, words, spot, CAPTION, theme, colour)
        beside = (spot[0] + wide + px(10), spot[1])
        fonts.put(sheet, chinese, beside, ORNAMENT, theme, colours.ink2)
