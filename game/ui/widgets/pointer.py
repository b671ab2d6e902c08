"""A slip of paper that points at a thing on the screen and says one short line about it."""

from collections.abc import Callable, Iterable

import pygame

from game.ui.theme import PROSE, SMALL, Theme
from game.ui.widgets import ink
from game.ui.widgets.button import Button
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.words import _

WIDES, PAD, FOOT = (276, 420, 600), 14, 32  # logical px; wider where it hides less
AWAY = 34  # from the thing to the slip: room for the arrow
EDGE, NEAR_EDGE = 22, 6  # that is kept from the edge of the window
ROOMY = 500  # the least side of a window in which the edge can be wide
HEAD = 9  # length of the arrow's head
GRID = 14  # places that are tried along a side of the window
BARE = 1.5  # what it costs to cover a pixel of the map, where something is to be seen, too
FAR = 45  # pixels that may be covered to be one pixel nearer


class Slip(Panel):
    """The paper below the words; the pointer rests on it, so that no click falls through."""

    role = "note"


class Pointer(Group):
    """The slip, its words and two buttons; an arrow and a frame where it points.

    Args:
        on_go: The first button: read on, or go to the thing.
        on_leave: The second one: put the guide away.
    """

    role = "note"

    def __init__(self, on_go: Callable[[], None], on_leave: Callable[[], None]) -> None:
        self.slip = Slip("")
        self.words = Label("", PROSE, key="guide")
        self.count = Label("", SMALL, "ink2", key="guide_count")
        self.leave = Button(
            _("Leave the guide"), on_leave, key="guide_leave",
            hint=_("The menu (Escape) brings it back."),
        )  # fmt: skip
        self.go = Button(_("Go on"), on_go, key="guide_go", action="guide")
        self.target: pygame.Rect | None = None
        super().__init__(self.slip, self.words, self.count, self.leave, self.go, key="guide_slip")

    def say(self, words: str, count: str, go: str, hint: str) -> None:
        """Take the words of another step."""
        self.words.set(words)
        self.count.set(count)
        self.slip.name = words
        self.go.name, self.go.hint = go, hint
        self.go.touch()

    # ---- places

    def settle(
        self, target: pygame.Rect | None, area: pygame.Rect, theme: Theme,
        others: Iterable[tuple[pygame.Rect, int]],
    ) -> None:  # fmt: skip
        """Stand beside the target, where least of the others (rectangle, weight) is hidden."""
        self.theme, self.target = theme, target
        edge = theme.px(EDGE if min(area.size) >= theme.px(ROOMY) else NEAR_EDGE)
        inside, hidden = area.inflate(-2 * edge, -2 * edge), list(others)
        box = min(
            (self._box(self._size(theme.px(wide), inside.width), inside, hidden) for wide in WIDES),
            key=lambda each: self._cost(each, hidden),
        )
        self._fill(box)

    def _size(self, wanted: int, most: int) -> tuple[int, int]:
        """The slip at a width: narrower only where the window is."""
        theme, px = self.theme, self.theme.px
        row = self.leave.width(theme) + self.go.width(theme) + px(8)
        wide = min(max(wanted, row + 2 * px(PAD)), most)
        inner = wide - 2 * px(PAD)
        high = self.words.height(inner, theme) + self.count.height(inner, theme)
        return wide, high + self._feet(inner) + px(2 * PAD + 12)

    def _feet(self, inner: int) -> int:
        """The height of the buttons: beside each other, or one above the other."""
        go, leave = self._high(self.go, inner), self._high(self.leave, inner)
        if not self.go.visible:
            return leave
        return max(go, leave) if self._in_a_row(inner) else go + leave + self.theme.px(6)

    def _high(self, button: Button, inner: int) -> int:
        return max(self.theme.px(FOOT), button.height(inner, self.theme))

    def _in_a_row(self, inner: int) -> bool:
        theme = self.theme
        return self.leave.width(theme) + self.go.width(theme) + theme.px(8) <= inner

    def _fill(self, box: pygame.Rect) -> None:
        """Paper, words and buttons at a place."""
        theme, px = self.theme, self.theme.px
        self.rect = box
        self.slip.place(box, theme)
        left, inner = box.left + px(PAD), box.width - 2 * px(PAD)
        high = self.count.height(inner, theme)
        self.count.place(pygame.Rect(left, box.top + px(PAD - 4), inner, high), theme)
        text = pygame.Rect(left, box.top + px(PAD - 2) + high, inner, 0)
        text.height = self.words.height(inner, theme)
        self.words.place(text, theme)
        top = box.bottom - self._feet(inner) - px(PAD - 2)
        if self._in_a_row(inner):
            go = self.go.width(theme)
            foot = self._feet(inner)
            self.go.place(pygame.Rect(left + inner - go, top, go, foot), theme)
            self.leave.place(pygame.Rect(left, top, self.leave.width(theme), foot), theme)
            return
        for button in (self.go, self.leave):
            if button.visible:
                tall = self._high(button, inner)
                button.place(pygame.Rect(left, top, inner, tall), theme)
                top += tall + px(6)

    def _box(
        self, size: tuple[int, int], inside: pygame.Rect, others: list[tuple[pygame.Rect, int]]
    ) -> pygame.Rect:
        """The best of the places round the target; the foot of the area if there is none."""
        box = pygame.Rect((0, 0), size)
        target, away = self.target, self.theme.px(AWAY)
        if target is None:
            box.midbottom = (inside.centerx, inside.bottom - self.theme.px(70))
            return box.clamp(inside)
        places = [
            box.move(target.right + away, target.centery - box.height // 2),
            box.move(target.left - away - box.width, target.centery - box.height // 2),
            box.move(target.centerx - box.width // 2, target.top - away - box.height),
            box.move(target.centerx - box.width // 2, target.bottom + away),
        ]
        right, down = inside.width - box.width, inside.height - box.height
        places += [
            box.move(inside.left + right * x // GRID, inside.top + down * y // GRID)
            for x in range(GRID + 1)
            for y in range(GRID + 1)
        ]
        clamped = [place.clamp(inside) for place in places]
        return min(clamped, key=lambda place: self._cost(place, others))

    def _cost(
        self, place: pygame.Rect, others: list[tuple[pygame.Rect, int]]
    ) -> tuple[float, int, int]:
        if self.target is None:
            return 0.0, place.width, place.left
        cost, top, left = _cost(place, self.target, others, self.theme.px(AWAY))
        return cost + place.width * place.height * BARE, top, left

    # ---- drawing

    def draw(self, on: pygame.Surface) -> None:
        """A frame round the thing, an arrow to it, the slip."""
        if not self.visible or not self.rect.width:
            return
        if self.target is not None:
            self._draw_frame(on, self.target)
            self._draw_arrow(on, self.target)
        super().draw(on)

    def _draw_frame(self, on: pygame.Surface, target: pygame.Rect) -> None:
        theme = self.theme
        frame = target.inflate(2 * theme.px(5), 2 * theme.px(5)).clip(on.get_rect())
        ink.edge(on, theme.colours.ink, frame, theme.line(4))
        inner = frame.inflate(-2 * theme.line(1), -2 * theme.line(1))
        ink.edge(on, theme.colours.ember, inner, theme.line(2))

    def _draw_arrow(self, on: pygame.Surface, target: pygame.Rect) -> None:
        theme, box = self.theme, self.rect
        frame = target.inflate(2 * theme.px(6), 2 * theme.px(6))
        if frame.colliderect(box):
            return
        start, end = _between(box, frame)
        far = pygame.Vector2(end) - pygame.Vector2(start)
        if far.length() < theme.px(HEAD):
            return
        along = far.normalize() * theme.px(HEAD)
        beside = pygame.Vector2(-along.y, along.x) * 0.55
        root = pygame.Vector2(end) - along
        area = pygame.Rect(start, (1, 1)).union(pygame.Rect(end, (1, 1))).inflate(
            4 * theme.px(HEAD), 4 * theme.px(HEAD)
        )  # fmt: skip
        fine, at = ink.Fine(area.size), pygame.Vector2(area.topleft)
        tail, neck, point = start - at, root - at, end - at
        fine.line([(tail.x, tail.y), (neck.x, neck.y)], theme.colours.ink, 2 * theme.scale)
        sides = (neck + beside, neck - beside)
        fine.shape([(point.x, point.y), *((one.x, one.y) for one in sides)], theme.colours.ink)
        fine.stamp(on, area.topleft)


def _cost(
    place: pygame.Rect, target: pygame.Rect, others: list[tuple[pygame.Rect, int]], away: int
) -> tuple[float, int, int]:
    """What a place would hide, the thing itself above all, and how far off it is."""
    lost = [(place.clip(other), weight) for other, weight in others]
    hidden = place.clip(target.inflate(away, away))
    start, end = _between(place, target)
    covered = 50 * hidden.width * hidden.height + sum(
        one.width * one.height * weight for one, weight in lost
    )
    return covered + FAR * max(0.0, (end - start).length() - away), place.top, place.left


def _between(box: pygame.Rect, frame: pygame.Rect) -> tuple[pygame.Vector2, pygame.Vector2]:
    """From the edge of one rectangle to the nearest edge of another."""
    ends = []
    for one, other in ((box, frame), (frame, box)):
        low, high = max(box.left, frame.left), min(box.right, frame.right)
        x = (low + high) / 2 if low <= high else (
            one.right if one.centerx < other.centerx else one.left
        )  # fmt: skip
        low, high = max(box.top, frame.top), min(box.bottom, frame.bottom)
        y = (low + high) / 2 if low <= high else (
            one.bottom if one.centery < other.centery else one.top
        )  # fmt: skip
        ends.append(pygame.Vector2(x, y))
    return ends[0], ends[1]
