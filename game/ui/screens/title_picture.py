"""The open ledger on blue cloth: what was reported at the left, what was there at the right."""

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.places import assets
from game.ui import fonts
from game.ui.theme import TITLE, Theme, Type, mix
from game.ui.widgets import ink
from game.ui.widgets.base import Widget
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
STAMP_LEFT, CAPTION_BASE = 552, 674


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
    """Cloth, book and pictures, drawn once for a size; the stamp only where the title stands."""
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
        _stamp(sheet, area, theme)
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


def _stamp(sheet: pygame.Surface, area: pygame.Rect, theme: Theme) -> None:
    """The title in Chinese, on cinnabar."""
    px = theme.px
    stamp = pygame.Rect(area.left + px(STAMP_LEFT), area.top + px(78), px(36), px(92))
    pygame.draw.rect(sheet, theme.colours.cinnabar, stamp)
    for at, sign in enumerate("两本账"):
        spot = (stamp.centerx, area.top + px(104 + at * 28))
        fonts.put(sheet, sign, spot, STAMP, theme, theme.colours.paper, "center")


class Lettering(Widget):
    """A line printed on the book: in the design's size, smaller where its words are longer.

    Args:
        text: The words.
        style: Face and size of the design.
        colour: The name of a pigment.
        chinese: Beside them, smaller: ornament.
    """

    role = "text"
    linked = False

    def __init__(self, text: str, style: Type, colour: str = "ink", chinese: str = "") -> None:
        super().__init__(text)
        self.style, self.colour, self.chinese = style, colour, chinese

    def _fitting(self, style: Type, width: int) -> Type:
        wide = max(1, fonts.width_of(self.name, style, self.theme))
        return style if wide <= width else Type(style.face, int(style.size * width / wide * 4) / 4)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """On a baseline at the foot of its place."""
        theme, px = self.theme, self.theme.px
        beside = fonts.width_of(self.chinese, ORNAMENT, theme) + px(10) if self.chinese else 0
        style = self._fitting(self.style, box.width - beside)
        if style.size < self.style.size:  # the ornament goes before the words get small
            beside, style = 0, self._fitting(self.style, box.width)
        base = box.bottom - px(style.size * 0.2)
        colour = getattr(theme.colours, self.colour)
        wide = fonts.put(on, self.name, (box.left, base), style, theme, colour)
        if beside:
            spot = (box.left + wide + px(10), base)
            fonts.put(on, self.chinese, spot, ORNAMENT, theme, theme.colours.ink2)


def lettering() -> tuple[Lettering, Lettering, Lettering, Lettering]:
    """Title, the line below it, and what stands under each of the two pictures."""
    return (
        Lettering(_("Two Ledgers"), TITLE),
        Lettering(_("A village in the Great Leap Forward, 1958–1961"), SUBTITLE),
        Lettering(_("Reported"), CAPTION, "cinnabar_deep", "上报"),
        Lettering(_("Actual"), CAPTION, "indigo", "实有"),
    )


def place_lettering(
    found: tuple[Lettering, ...], design: pygame.Rect, feet: int, theme: Theme
) -> None:
    """Put them on the book; the last ends before the buttons at the foot, from `feet` on."""
    px = theme.px
    spots = (
        (96, 134, STAMP_LEFT - 12), (98, 165, STAMP_LEFT - 12), (72, CAPTION_BASE, FOLD - 24),
        (664, CAPTION_BASE, WIDE),
    )  # fmt: skip
    for each, (left, base, right) in zip(found, spots, strict=True):
        high = px(each.style.size)
        edge = design.left + px(right) if each is not found[-1] else feet - px(10)
        top = design.top + px(base) + px(each.style.size * 0.2) - high
        each.place(
            pygame.Rect(design.left + px(left), top, edge - design.left - px(left), high), theme
        )
