"""What a screen is: it lays itself out, takes events, and says what should happen next."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

import pygame

from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.form import Form
from game.ui.widgets.shown import redraw


class Screen(Protocol):
    """One screen on the stack of the window."""

    announce_on_enter: str  # said when it is shown

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Place everything. Called on entering, and when the size or the theme changes."""

    def on_event(self, event: pygame.event.Event) -> "Action | None":
        """React; say what should happen next."""

    def update(self, seconds: float) -> bool:
        """Let time pass; True if it must be drawn again."""

    def due(self) -> float | None:
        """Seconds until something moves by itself; None if nothing will."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all of it."""

    def redraw(self, surface: pygame.Surface) -> list[pygame.Rect] | None:
        """Draw what changed since the last time, and return where; None: all of it."""

    def widgets(self) -> Iterable[Widget]:
        """All widgets that are visible, for tests and speech."""


class Push(NamedTuple):
    """Show a screen above this one."""

    screen: Screen


class Pop:
    """Go back to the screen below; the last one ends the game."""


class Replace(NamedTuple):
    """Show a screen instead of this one."""

    screen: Screen


class Only(NamedTuple):
    """Show a screen and leave all others."""

    screen: Screen


class Quit:
    """End the game."""


class Restyle(NamedTuple):
    """Keep new settings and show everything with them."""

    settings: Settings


Action = Push | Pop | Replace | Only | Quit | Restyle


class FormScreen:
    """A screen that is a form: subclasses make widgets in `__init__` and place them in `arrange`.

    A button's callback calls `self.go(Push(...))`; the window does it after the event.
    """

    announce_on_enter = ""
    reads_out = False  # whether its text is read out when it is shown: a page of prose
    where = ""  # the kind of screen, for keys that only some know; see `game.ui.keys`

    def __init__(self) -> None:
        self.form = Form()
        self.size = (0, 0)
        self.theme = Theme()
        self._next: Action | None = None

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Place the widgets; to be written by each screen."""

    def kept_free(self) -> list[pygame.Rect]:
        """What is shown beside the widgets, and must not be hidden by what is laid over them."""
        return []

    def backdrop(self, surface: pygame.Surface) -> None:
        """Draw what lies below the widgets."""
        surface.fill(self.theme.colours.panel)

    def on_leave(self) -> None:
        """The window is being closed while this screen is on the stack."""

    def show_focus(self) -> None:
        """Scroll to what has the focus: the screen is opened, or its size has changed."""
        if self.form.focus is not None:
            self.form.reveal(self.form.focus)

    def bring(self, key: str) -> None:
        """Bring a widget into sight that may stand on a page that is turned away."""

    def go(self, action: Action) -> None:
        """Say what should happen after this event."""
        self._next = action

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Place everything for a size and a theme."""
        anew = (self.size, self.theme) != (size, theme)
        self.size, self.theme = size, theme
        area = pygame.Rect((0, 0), size)
        self.form.place(area, theme)
        self.arrange(area, theme)
        sitting = getattr(self, "sitting", None)
        if sitting is not None:
            sitting.guide.join(self)
        if anew:
            self.show_focus()

    def on_event(self, event: pygame.event.Event) -> Action | None:
        """Hand the event to the form; return what a callback asked for."""
        self.form.on_event(event)
        wanted, self._next = self._next, None
        return wanted

    def update(self, seconds: float) -> bool:
        """Let time pass."""
        return self.form.update(seconds)

    def due(self) -> float | None:
        """Seconds until something moves by itself; None if nothing will."""
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Backdrop, then widgets."""
        self.backdrop(surface)
        self.form.draw(surface)

    def redraw(self, surface: pygame.Surface) -> list[pygame.Rect] | None:
        """Draw only what changed, where that can be told."""
        return redraw(self.form, surface, self.backdrop)

    def widgets(self) -> list[Widget]:
        """All visible widgets, those of an open dialog alone if there is one."""
        return list((self.form.modal or self.form).walk())
