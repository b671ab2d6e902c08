"""The chart of the two ledgers: what was written, what was there, and the gap between them.

Reported is always cinnabar, dashed, with hollow diamonds; actual is indigo, solid, with filled
dots; the gap is hatched and both lines carry their names. So nothing hangs on colour alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pygame

from game.ui.theme import Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, pressed_key
from game.ui.widgets.chart_layout import ceiling
from game.ui.widgets.chart_picture import ChartPicture
from game.words import N_, _, number

GROWING = 0.5  # seconds in which a new point is drawn, reported first
Value = float | None
PARTS = {
    "reported": N_("{harvest}: reported {amount}"), "gap": N_("{harvest}: gap {amount}"),
    "actual": N_("{harvest}: actual {amount}"), "taken": N_("{harvest}: taken {amount}"),
}  # fmt: skip
"""What of a point can be asked alone: the two lines, what lies between them, what was taken."""


@dataclass(frozen=True)
class Note:
    """Words at one point of a line."""

    at: int  # number of the harvest
    line: str  # "reported" or "actual"
    title: str
    more: str = ""


@dataclass(frozen=True)
class Lines:
    """What a chart shows. Values are in one unit; None means not known."""

    reported: Sequence[Value] = ()
    actual: Sequence[Value] = ()
    estimate: Sequence[tuple[float, float] | None] = ()  # low and high where nothing was weighed
    slots: int = 8  # harvests that the axis has room for
    years: Sequence[str] = ()  # below the axis, evenly
    points: Sequence[str] = ()  # the name of each harvest, for the ear and the tooltip
    unit: str = ""  # above the axis
    top: float | None = None  # of the axis; None takes it from the values
    events: Sequence[tuple[float, str]] = ()  # place in harvests (may lie between), number
    events_name: str = ""
    notes: Sequence[Note] = ()

    @property
    def highest(self) -> float:
        """The top of the axis."""
        bands = [band[1] for band in self.estimate if band is not None]
        values = [value for value in (*self.reported, *self.actual, *bands) if value is not None]
        return self.top if self.top is not None else ceiling(max(values, default=1))

    @property
    def count(self) -> int:
        """How many harvests have a value."""
        return max(len(self.reported), len(self.actual))


class Chart(Widget):
    """The chart, growing by a point a harvest.

    Args:
        name: What it shows.
        lines: The values.
        big: The size and notes of the debrief.
        text: How a value reads in tooltip and speech.
        hint: The tooltip away from any point.
        key: What the screen calls it.
    """

    role = "chart"
    gives_way = True
    focusable = True

    def __init__(
        self,
        name: str,
        lines: Lines,
        *,
        big: bool = False,
        text: Callable[[float], str] = number,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.lines, self.big, self.text = lines, big, text
        self.picked: int | None = None
        self.part: str | None = None  # of the picked point: one line, or the gap between them
        self.point_asks: list[tuple[Ask, ...]] = []
        self.grown = 1.0  # 0 to 1: how far the newest point is drawn
        self.labels: dict[str, pygame.Rect] = {}  # where the names of the lines stand, for tests

    def points_tell(self, asks: Sequence[Sequence[Ask]]) -> None:
        """Say which figures each point shows."""
        self.point_asks = [tuple(each) for each in asks]
        self.asks = tuple(ask for each in self.point_asks for ask in each)

    def asked(self) -> tuple[Ask, ...]:
        """The figures of the picked point, or of the one part of it; else of the last point."""
        if not self.point_asks:
            return self.asks
        at = len(self.point_asks) - 1 if self.picked is None else self.picked
        asks = self.point_asks[min(at, len(self.point_asks) - 1)]
        return tuple(ask for ask in asks if ask.figure == self.part) or asks

    def show(self, lines: Lines) -> None:
        """Take new values; a new point is drawn over half a second."""
        if lines == self.lines:
            return
        if lines.count > self.lines.count and not self.theme.reduced_motion:
            self.grown = 0.0
        self.lines = lines
        self.touch()

    def change(self, **values: object) -> None:
        """Take some new values and keep the rest."""
        self.show(replace(self.lines, **values))  # type: ignore[arg-type]

    @property
    def value_text(self) -> str:
        """The point that is picked, else the last."""
        at = self.lines.count - 1 if self.picked is None else self.picked
        return self.point_text(at) if at >= 0 else ""

    def read(self) -> list[str]:
        """Its name and every point."""
        return [self.name, *(self.point_text(at) for at in range(self.lines.count))]

    @property
    def tip(self) -> str:
        """What stands at the picked point, or in the one part of it."""
        if self.picked is None:
            return super().tip
        return self._part_text() or self.point_text(self.picked)

    def _part_text(self) -> str:
        """The picked part in words, as its figure reads."""
        asks = self.asked()
        if self.part is None or self.picked is None or len(asks) != 1:
            return ""
        lines, at = self.lines, self.picked
        return _(PARTS[self.part]).format(
            harvest=lines.points[at] if at < len(lines.points) else str(at + 1),
            amount=asks[0].text,
        )

    def point_text(self, at: int) -> str:
        """One harvest in words."""
        lines = self.lines
        name = lines.points[at] if at < len(lines.points) else str(at + 1)
        reported = lines.reported[at] if at < len(lines.reported) else None
        actual = lines.actual[at] if at < len(lines.actual) else None
        if reported is not None and actual is not None:
            return _("{harvest}: reported {reported}, actual {actual}, gap {gap}").format(
                harvest=name,
                reported=self.text(reported),
                actual=self.text(actual),
                gap=self.text(reported - actual),
            )
        band = lines.estimate[at] if at < len(lines.estimate) else None
        if reported is not None and band is not None:
            return _("{harvest}: reported {reported}, actual between {low} and {high}").format(
                harvest=name, reported=self.text(reported),
                low=self.text(band[0]), high=self.text(band[1]),
            )  # fmt: skip
        if reported is not None:
            return _("{harvest}: reported {reported}, not weighed").format(
                harvest=name, reported=self.text(reported)
            )
        if actual is not None:
            return _("{harvest}: actual {actual}, nothing reported").format(
                harvest=name, actual=self.text(actual)
            )
        return name

    def height(self, width: int, theme: Theme) -> int:
        """A chart is four fifths as high as wide, and never wider than a page."""
        return min(width * 4 // 5, theme.px(400))

    def pick(self, at: int | None, part: str | None = None) -> bool:
        """Point out one harvest, or one part of it; True if that is new."""
        if at is not None:
            at = min(max(0, at), self.lines.count - 1)
        if (at, part) == (self.picked, self.part):
            return False
        self.picked, self.part = at, part
        self.touch()
        return True

    def on_event(self, event: pygame.event.Event) -> bool:
        """The pointer or the arrows pick a harvest, and up and down one part of it."""
        if event.type == pygame.MOUSEMOTION and self.lines.count:
            return self.pick(*ChartPicture(self).under(self.rect, event.pos))
        if is_click(event) and self.lines.count:
            self.pick(*ChartPicture(self).under(self.rect, event.pos))
            return False
        moves = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_HOME: -99, pygame.K_END: 99}
        key, last = pressed_key(event), self.lines.count - 1
        if last < 0:
            return False
        if key in {pygame.K_UP, pygame.K_DOWN}:
            parts = self._parts(last if self.picked is None else self.picked)
            at = parts.index(self.part) + (1 if key == pygame.K_DOWN else -1)
            self.pick(last if self.picked is None else self.picked, parts[at % len(parts)])
        elif key in moves:
            self.pick((last + 1 if self.picked is None else self.picked) + moves[key], self.part)
        else:
            return False
        announce(self._part_text() or self.value_text)
        return True

    def _parts(self, at: int) -> list[str | None]:
        """What of a point can be asked alone, from above; None: all of it."""
        asks = self.point_asks[at] if at < len(self.point_asks) else ()
        return [None, *(ask.figure for ask in asks if ask.figure in PARTS)]

    def update(self, seconds: float) -> bool:
        """Draw the newest point a little farther."""
        if self.grown >= 1:
            return False
        self.grown = 1.0 if self.theme.reduced_motion else min(1, self.grown + seconds / GROWING)
        self.touch()
        return True

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Hand over to the picture."""
        picture = ChartPicture(self)
        picture.paint(on, box)
        offset = (self.rect.x - box.x, self.rect.y - box.y)
        self.labels = {name: area.move(offset) for name, area in picture.labels.items()}
