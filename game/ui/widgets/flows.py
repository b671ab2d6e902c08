"""Where something came from and where it went: bands as wide as their amounts, joined in one.

Every band carries its name and its amount, and some are hatched: nothing hangs on colour alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import SECOND, SECOND_BOLD, Theme, mix
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, pressed_key
from game.ui.widgets.ink import Fine, Point
from game.words import _

NAMES, LEAST, GAP = 250, 330, 7  # logical px: names, least height, between bands
EDGE, LEADER = 4, 22  # logical px: the foot of a band, the line from it to its name
BEND = 14  # pieces of a band's edge


@dataclass(frozen=True)
class Band:
    """One band.

    Attributes:
        name: What it is.
        amount: How wide it is.
        text: How that reads.
        colour: A pigment.
        hatched: Whether it is hatched as well.
        out: Whether it went; else it came.
        asks: Why it is so much.
    """

    name: str
    amount: int
    text: str
    colour: str
    hatched: bool = False
    out: bool = False
    asks: tuple[Ask, ...] = ()


@dataclass
class _Set:
    """A band as it is set: its edges at the outer side and in the middle, its label."""

    band: Band
    top: float
    high: float
    inner: float
    name: list[str]
    text: list[str]
    label: pygame.Rect

    @property
    def one_line(self) -> bool:
        """Whether name and amount stand side by side."""
        return not self.text


class Flows(Widget):
    """Arrows go from band to band; "?" asks the one that is marked."""

    role = "chart"
    focusable = True

    def __init__(self, name: str, *, hint: str = "", key: str = "") -> None:
        super().__init__(name, hint=hint, key=key)
        self.bands: tuple[Band, ...] = ()
        self.picked: int | None = None

    def show(self, bands: Sequence[Band]) -> None:
        """Take new bands; those of nothing are not drawn."""
        kept = tuple(band for band in bands if band.amount > 0)
        if kept == self.bands:
            return
        self.bands, self.picked = kept, None
        self.asks = tuple(ask for band in kept for ask in band.asks)
        self.touch()

    def asked(self) -> tuple[Ask, ...]:
        """Of the marked band, else of the first."""
        return self.bands[self.picked or 0].asks if self.bands else ()

    @property
    def value_text(self) -> str:
        """The marked band, else all of them."""
        if self.picked is not None:
            return self._told(self.bands[self.picked])
        came = "; ".join(self._told(band) for band in self.bands if not band.out)
        went = "; ".join(self._told(band) for band in self.bands if band.out)
        return _("It came: {came}. It went: {went}.").format(came=came, went=went)

    @staticmethod
    def _told(band: Band) -> str:
        return _("{name} {amount}").format(name=band.name, amount=band.text)

    def pick(self, at: int) -> None:
        """Mark a band and read it."""
        if not self.bands:
            return
        self.picked = min(max(0, at), len(self.bands) - 1)
        self.touch()
        announce(self.value_text)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Arrows and a click mark a band; left and right go to the other side."""
        if is_click(event):
            at = self._under(event.pos)
            if at is not None:
                self.pick(at)
            return True
        key = pressed_key(event)
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_HOME: -99, pygame.K_END: 99}
        if key in steps:
            self.pick(-1 + max(0, steps[key]) if self.picked is None else self.picked + steps[key])
            return True
        if key in {pygame.K_LEFT, pygame.K_RIGHT}:
            side = [at for at, band in enumerate(self.bands) if band.out is (key == pygame.K_RIGHT)]
            if side and self.picked not in side:
                self.pick(side[0])
            return True
        return False

    # ---- places

    def _names(self, width: int, theme: Theme) -> int:
        """The width of the names at each side."""
        return min(theme.px(NAMES), width * 36 // 100)

    def _lines(self, band: Band, width: int, theme: Theme) -> tuple[list[str], list[str]]:
        """Lines of the name and of the amount; none of the amount where one line holds both."""
        room = self._names(width, theme) - theme.px(EDGE + LEADER + 4)
        both = fonts.width_of(band.name, SECOND, theme) + theme.px(8)
        if both + fonts.width_of(band.text, SECOND_BOLD, theme) <= room:
            return [band.name], []
        return (
            fonts.lines_of(band.name, SECOND, theme, room),
            fonts.lines_of(band.text, SECOND_BOLD, theme, room),
        )

    def _label(self, band: Band, width: int, theme: Theme) -> int:
        return sum(map(len, self._lines(band, width, theme))) * theme.leading(SECOND) + theme.px(4)

    def height(self, width: int, theme: Theme) -> int:
        """High enough for all names of a side."""
        sides = [
            sum(self._label(band, width, theme) for band in self.bands if band.out is out)
            for out in (False, True)
        ]
        return max(theme.px(LEAST), *sides)

    def _set(self, box: pygame.Rect) -> Iterator[_Set]:
        for out in (False, True):
            yield from self._side([band for band in self.bands if band.out is out], box)

    def _side(self, bands: list[Band], box: pygame.Rect) -> Iterator[_Set]:
        """The bands of one side, their labels pushed apart where bands are thin."""
        if not bands:
            return
        theme, gap = self.theme, self.theme.px(GAP)
        most = max(len([b for b in self.bands if b.out is out]) for out in (False, True))
        whole = max(1, sum(band.amount for band in bands))
        room = box.height - gap * (most - 1)
        top = box.top + (box.height - room - gap * (len(bands) - 1)) / 2
        inner = box.top + (box.height - room) / 2
        made: list[_Set] = []
        names = self._names(box.width, theme)
        for band in bands:
            high = room * band.amount / whole
            name, text = self._lines(band, box.width, theme)
            tall = self._label(band, box.width, theme)
            left = box.right - names if band.out else box.left
            middle = top + high / 2
            label = pygame.Rect(left, round(middle - tall / 2), names, tall)
            made.append(_Set(band, top, high, inner, name, text, label))
            top, inner = top + high + gap, inner + high
        low = box.top
        for one in made:
            one.label.top = max(one.label.top, low)
            low = one.label.bottom
        high_most = box.bottom
        for one in reversed(made):
            one.label.bottom = min(one.label.bottom, high_most)
            high_most = one.label.top
        yield from made

    def _ends(self, box: pygame.Rect, *, out: bool) -> tuple[int, int]:
        """Where a side's bands begin, and where they meet."""
        names = self._names(box.width, self.theme)
        return (box.right - names if out else box.left + names), box.centerx

    def _edges(self, one: _Set, box: pygame.Rect) -> list[Point]:
        """The outline of a band: two bent edges between its side and the middle."""
        outer, middle = self._ends(box, out=one.band.out)
        over, under = [], []
        for piece in range(BEND + 1):
            t = piece / BEND
            ease = t * t * (3 - 2 * t)
            x = outer + (middle - outer) * t
            y = one.top + (one.inner - one.top) * ease
            over.append((x, y))
            under.append((x, y + one.high))
        return [*over, *reversed(under)]

    def _under(self, spot: tuple[int, int]) -> int | None:
        """The band under a point: on its label, or on itself."""
        for at, one in enumerate(self._set(self.rect)):
            outer, middle = self._ends(self.rect, out=one.band.out)
            if one.label.collidepoint(spot):
                return at
            t = (spot[0] - outer) / ((middle - outer) or 1)
            if 0 <= t <= 1:
                top = one.top + (one.inner - one.top) * t * t * (3 - 2 * t)
                if top <= spot[1] <= top + max(one.high, 3):
                    return at
        return None

    # ---- picture

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Bands, then the middle, then names over them."""
        made = list(self._set(box))
        fine = Fine(box.size)
        for at, one in enumerate(made):
            self._band(fine, one, box, marked=at == self.picked)
        fine.stamp(on, box.topleft)
        if made:
            room = sum(one.high for one in made if not one.band.out)
            top = min(one.inner for one in made)
            line = pygame.Rect(box.centerx - 1, round(top), self.theme.line(2), round(room))
            pygame.draw.rect(on, self.theme.colours.ink, line)
        for at, one in enumerate(made):
            self._name(on, one, box, marked=at == self.picked)

    def _band(self, fine: Fine, one: _Set, box: pygame.Rect, *, marked: bool) -> None:
        colours, scale = self.theme.colours, self.theme.scale
        points = [(x - box.left, y - box.top) for x, y in self._edges(one, box)]
        tone = getattr(colours, one.band.colour)
        fine.shape(points, tone)
        if one.band.hatched:
            fine.hatch(points, mix(tone, colours.ink, 0.55), 1.3 * scale, 7 * scale, 0.9)
        edge = colours.ink if marked else colours.panel
        fine.line(points, edge, (2.4 if marked else 1) * scale, closed=True)
        outer, _middle = self._ends(box, out=one.band.out)
        left = outer - box.left - (0 if one.band.out else self.theme.px(EDGE))
        foot = pygame.Rect(left, 0, self.theme.px(EDGE), 0)
        top, low = one.top - box.top, one.top - box.top + max(one.high, 1.5)
        corners = [(foot.left, top), (foot.right, top), (foot.right, low), (foot.left, low)]
        fine.shape(corners, colours.ink)

    def _name(self, on: pygame.Surface, one: _Set, box: pygame.Rect, *, marked: bool) -> None:
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        outer, _middle = self._ends(box, out=one.band.out)
        way = 1 if one.band.out else -1
        if marked:
            pygame.draw.rect(on, mix(colours.paper2, colours.panel, 0.25), one.label)
        own, spot = one.top + one.high / 2, one.label.centery
        edge, end = outer + way * px(EDGE), outer + way * px(EDGE + LEADER)
        fine = Fine((px(LEADER), box.height))
        left, top = min(edge, end), box.top
        bend = way * px(4)
        way_points = [(edge, own), (edge + bend, own), (end - bend, spot), (end, spot)]
        fine.line([(x - left, y - top) for x, y in way_points], colours.ink2, theme.line(1))
        fine.stamp(on, (round(left), top))
        align = "left" if one.band.out else "right"
        x = end + way * px(4)
        base = one.label.top + px(2) + theme.leading(SECOND) * 0.76
        if one.one_line:
            first, second = one.band.name, one.band.text
            put = fonts.width_of(first, SECOND, theme) + px(8)
            if one.band.out:
                fonts.put(on, first, (x, base), SECOND, theme)
                fonts.put(on, second, (x + put, base), SECOND_BOLD, theme)
            else:
                put = fonts.width_of(second, SECOND_BOLD, theme) + px(8)
                fonts.put(on, second, (x, base), SECOND_BOLD, theme, align=align)
                fonts.put(on, first, (x - put, base), SECOND, theme, align=align)
            return
        fonts.put_lines(on, one.name, (x, base), SECOND, theme, align=align)
        base += len(one.name) * theme.leading(SECOND)
        fonts.put_lines(on, one.text, (x, base), SECOND_BOLD, theme, align=align)
