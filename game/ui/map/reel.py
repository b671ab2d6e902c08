"""Where figures are, tick by tick: several ticks are worked out at a time, before their turn."""

from typing import NamedTuple

import pygame

from game.ui.map.cast import Cast, Shot

TICKS = 20  # times a second that what moves by itself takes a new place: a walker's pixel
AT_ONCE = 4  # ticks that are looked ahead: numpy asks a price by the call, too
AROUND = 320  # pixels round a window within which figures are reckoned with


class Stretch(NamedTuple):
    """Some ticks of those who are near a window."""

    area: pygame.Rect  # within which all of them are there
    near: Cast
    still: bool
    shots: dict[int, Shot]


class Reel:
    """Shots of a cast, tick by tick: several ticks are worked out at a time, before their turn."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._now: Stretch | None = None
        self._next: Stretch | None = None

    @property
    def near(self) -> Cast:
        """Those who are reckoned with now."""
        return self._now.near if self._now is not None else self.cast

    def at(self, tick: int, window: pygame.Rect, *, still: bool, step: int = 1) -> Shot:
        """The figures of a window at a tick.

        Args:
            tick: Now.
            window: What is seen.
            still: Whether they stand, as under reduced motion.
            step: After how many ticks the next will be wanted.
        """
        found = self._holding(tick, window)
        if found is None or found.still != still:
            found = self._worked_out(tick, window, still, step)
        if found is not self._now:
            self._now, self._next = found, None
        return found.shots[tick]

    def known(self, tick: int, window: pygame.Rect) -> Shot | None:
        """The figures of a window at a tick to come, if they are worked out."""
        found = self._holding(tick, window)
        return found.shots[tick] if found is not None else None

    def coming(self, shown: Shot, tick: int) -> list[Shot]:
        """What follows a shot that is shown, from a tick on, of the same cast and worked out."""
        now, after = self._now, self._next
        if now is None or after is None or after.near is not now.near:
            return []
        found = [*([now.shots[tick]] if tick in now.shots else []), *after.shots.values()]
        return [shot for shot in found if shot is not shown]

    def _holding(self, tick: int, window: pygame.Rect) -> Stretch | None:
        """The stretch in which a tick of a window is worked out: the latest."""
        for stretch in (self._next, self._now):
            if stretch is not None and tick in stretch.shots and stretch.area.contains(window):
                return stretch
        return None

    def ahead(self, tick: int, window: pygame.Rect, step: int = 1) -> bool:
        """Work out a tick to come, and those after it, while there is time; False if they are."""
        now, after = self._now, self._next
        if now is None or (after is not None and tick in after.shots):
            return False
        if tick in now.shots and now.area.contains(window.inflate(AROUND, AROUND)):
            return False
        self._next = self._worked_out(tick, window, now.still, step)
        return True

    def _worked_out(self, tick: int, window: pygame.Rect, still: bool, step: int) -> Stretch:
        now = self._now
        if now is not None and now.area.contains(window.inflate(AROUND, AROUND)):
            area, near = now.area, now.near
        else:
            area = window.inflate(2 * AROUND, 2 * AROUND)
            near = self.cast.within(area)
        ticks = range(tick, tick + AT_ONCE, step)
        shots = near.shots([at / TICKS for at in ticks], still=still)
        return Stretch(area, near, still, dict(zip(ticks, shots, strict=True)))
