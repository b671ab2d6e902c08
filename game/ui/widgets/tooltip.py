"""A slip of paper beside what it explains; it never lies on that, nor on what has the focus."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, Theme
from game.ui.widgets import ink
from game.ui.widgets.base import Widget

WIDEST = 280  # logical px of text
PAD, EDGE, GAP = 8, 4, 8  # logical px: inside, to the window, to what it explains
SHADOW = 3
ALONG = (0, 1, 0.5, 0.65, 0.35)  # of an edge: where a slip may lie
SPARSE = 5  # words cover about a fifth of their place


class Inked(NamedTuple):
    """What is written somewhere.

    Attributes:
        mask: Every pixel that it covers.
        at: Where the mask begins on the screen.
        seen: As far as it is seen.
        weight: How much it matters that it is hidden.
    """

    mask: pygame.Mask
    at: tuple[int, int]
    seen: pygame.Rect
    weight: int

    def hidden(self, slip: pygame.Rect) -> int:
        """How much of it lies under a slip, in pixels."""
        under = slip.clip(self.seen)
        if not under.width or not under.height:
            return 0
        whole = pygame.Mask(under.size, fill=True)
        off = (under.x - self.at[0], under.y - self.at[1])
        return self.weight * self.mask.overlap_area(whole, off)


class Tooltip(Widget):
    """The text of a hint or a refusal; the form shows and hides it."""

    role = "tooltip"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []

    def show(
        self, text: str, beside: pygame.Rect, screen: pygame.Rect, theme: Theme,
        keep_off: Sequence[pygame.Rect] = (), words: Sequence[Inked] = (),
    ) -> None:  # fmt: skip
        """Appear where there is room, and where least is hidden; nowhere if there is no room.

        Args:
            text: What it says.
            beside: What it explains, as far as it is seen.
            screen: The window.
            theme: For its size.
            keep_off: What it must not hide either.
            words: What it had better not hide.
        """
        self.name = text
        self._lines = fonts.lines_of(text, SECOND, theme, theme.px(WIDEST))
        wide = max(fonts.width_of(line, SECOND, theme) for line in self._lines)
        high = len(self._lines) * theme.leading(SECOND)
        size = (wide + 2 * theme.px(PAD), high + 2 * theme.px(PAD) - theme.px(4))
        room = screen.inflate(-2 * theme.px(EDGE), -2 * theme.px(EDGE))
        place = _best(size, room, theme, (beside, *keep_off), words)
        self.visible = place is not None
        if place is not None:
            self.place(place, theme)
            self.touch()

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Paper, frame, shadow, text."""
        theme, colours = self.theme, self.theme.colours
        ink.shade(on, box.move(theme.px(2), theme.px(2)), colours.ink, 0.26)
        ink.box(on, box, colours.field, colours.ink, 1.2 * theme.scale)
        first = box.top + theme.px(PAD + SECOND.size)
        fonts.put_lines(on, self._lines, (box.left + theme.px(PAD), first), SECOND, theme)


def _best(
    size: tuple[int, int], room: pygame.Rect, theme: Theme, off: Sequence[pygame.Rect],
    words: Sequence[Inked],
) -> pygame.Rect | None:  # fmt: skip
    """The first of the places that hides nothing it must not, and of words the least."""
    best, least = None, 0.0
    for rank, place in enumerate(_places(size, off[0], theme.px(GAP))):
        slip = place.clamp(room)
        if not room.contains(slip) or slip.inflate(2 * SHADOW, 2 * SHADOW).collidelist(off) >= 0:
            continue
        hidden = sum(each.hidden(slip) for each in words) / max(1, _area(slip))
        cost = hidden * SPARSE + rank / 100
        if best is None or cost < least:
            best, least = slip, cost
    return best


def _places(size: tuple[int, int], beside: pygame.Rect, gap: int) -> Iterator[pygame.Rect]:
    """Below, above, right and left of a rectangle, along its edges."""
    box = pygame.Rect((0, 0), size)
    near = beside.inflate(2 * gap, 2 * gap)
    lefts = [beside.left + round((beside.width - box.width) * share) for share in ALONG]
    tops = (beside.top, beside.bottom - box.height, beside.centery - box.height // 2)
    yield from (box.move(left, near.bottom) for left in lefts)
    yield from (box.move(left, near.top - box.height) for left in lefts)
    yield from (box.move(near.right + gap, top) for top in tops)
    yield from (box.move(near.left - gap - box.width, top) for top in tops)


def _area(rect: pygame.Rect) -> int:
    return rect.width * rect.height
