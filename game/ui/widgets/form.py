"""A screen's form: order of the focus, who gets which event, tooltips, dialogs, drawing."""

from collections.abc import Callable
from itertools import chain

import pygame

from game.ui.theme import Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget, is_click, is_press, is_release, pressed_key
from game.ui.widgets.cue import cue
from game.ui.widgets.shown import Shown
from game.ui.widgets.tips import Tipping

ARROWS = {pygame.K_UP: -1, pygame.K_LEFT: -1, pygame.K_DOWN: 1, pygame.K_RIGHT: 1}
UP_DOWN = {pygame.K_UP, pygame.K_DOWN}
PRESSED = {"figure", "figures", "text", "chart", "table"}
"""Roles of what only shows figures: a click on them, or Enter, asks why, as "?" does anywhere."""
SIDEWAYS = {"slider", "stepper", "choice", "tabs"}
"""Roles that left and right change; up and down of a pad go on to the next widget."""


class Form(Tipping):
    """All widgets of a screen. It hands events to the right one and keeps the focus.

    Args:
        children: The widgets in the order of Tab.
        on_escape: What Escape does, if anything.
    """

    holds_focus = False  # whether a press beside all widgets leaves the focus where it is

    def __init__(self, *children: Widget, on_escape: Callable[[], None] | None = None) -> None:
        super().__init__(*children)
        self.on_escape = on_escape
        self.on_ask: Callable[[str, tuple[Ask, ...]], None] | None = None
        self.modal: Form | None = None  # a dialog that takes all events
        self.opened = 0  # dialogs so far
        self.also: list[Widget] = []  # their shortcuts hold while they are out of sight
        self._grabbed: Widget | None = None
        self._back = False  # a dialog was closed: what has the focus now is to be said
        self.shown = Shown()

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """The whole screen, so that tooltips stay on it."""
        super().place(rect, theme)
        self._hide_tip()
        self._changed, self._back = True, False  # whoever places it anew says where one is
        if self.modal is not None:
            self.modal.place(rect, theme)

    def open(self, dialog: "Form") -> None:
        """Show a dialog above; it takes all events until `close`."""
        self.modal = dialog
        self.opened += 1
        self._grabbed, self._back = None, False
        self._hide_tip()
        self._changed = True
        dialog.place(self.rect, self.theme)
        announce(dialog.spoken())
        if dialog.focus is not None:
            announce(dialog.focus.described())

    def close(self) -> None:
        """Take the dialog away."""
        self.modal, self._changed = None, True
        self._hide_tip()
        self._back = True
        if self.hover is not None:  # the pointer moved while the dialog had its events
            self.hover.hovered, self.hover = False, None

    def find(self, key: str) -> Widget:
        """The widget of a key. Raises KeyError if there is none."""
        for widget in self.walk():
            if widget.key == key:
                return widget
        raise KeyError(key)

    def focus_on(self, widget: Widget | None, *, ring: bool = True, said: bool = True) -> None:
        """Move the focus; the ring shows it if the keyboard moved it."""
        if self.focus is not None:
            self.focus.focused = self.focus.ringed = False
            self.focus.touch()
        self._hide_tip()
        self._back = False
        if widget is not None and widget is not self.focus and said and self.rect.width:
            announce(widget.described())  # before it stands, whoever shows it will say so
        self.focus = widget
        if widget is not None:
            widget.focused, widget.ringed = True, ring
            widget.touch()
            self.reveal(widget)

    def hold_on(self) -> None:
        """Let go of what no longer stands here: a page was turned, or made anew.

        The focus goes to what has come in its place, if anything has the same key.
        """
        standing = {id(widget) for widget in self.walk()}
        if self.hover is not None and id(self.hover) not in standing:
            self.hover.hovered, self.hover = False, None
            self._hide_tip()
        lost = self.focus
        if lost is None or id(lost) in standing:
            return
        named = (each for each in self.walk() if each.focusable and each.key)
        same = next((each for each in named if each.key == lost.key), None)
        self.focus_on(same, ring=lost.ringed)

    def step_focus(self, step: int) -> None:
        """Tab: the next that can have the focus, or the one before."""
        order = [widget for widget in self.walk() if widget.focusable]
        if not order:
            return
        if self.focus in order:
            self.focus_on(order[(order.index(self.focus) + step) % len(order)])
        else:
            self.focus_on(order[0 if step > 0 else -1])

    def on_event(self, event: pygame.event.Event) -> bool:
        """Hand an event to the widget it is for.

        True if the interface used it; else it is for what lies below, as the map.
        """
        self._changed = self._changed or event.type != pygame.MOUSEMOTION
        if self.modal is not None:
            return self.modal.on_event(event) or True
        self.hold_on()
        if event.type == pygame.MOUSEMOTION:
            return self._moved(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheeled(event)
        if is_click(event):
            return self._clicked(event)
        if is_release(event) and self._grabbed is not None:
            grabbed, self._grabbed = self._grabbed, None
            used = grabbed.on_event(event)
            own = getattr(grabbed, "on_select", None) is not None  # it opens its rows itself
            shows = grabbed.role in PRESSED and not own
            if not used and shows and grabbed.rect.collidepoint(event.pos):
                self._ask()
            grabbed.pressed = False
            grabbed.touch()
            return True
        return self._from_keys(event)

    def _from_keys(self, event: pygame.event.Event) -> bool:
        """Text that was typed goes to the focus alone; keys may be shortcuts too."""
        if event.type == pygame.TEXTINPUT:
            return self.focus is not None and self.focus.on_event(event)
        return event.type == pygame.KEYDOWN and self._typed(event)

    def _moved(self, event: pygame.event.Event) -> bool:
        if self._grabbed is not None:
            self._grabbed.on_event(event)
            return True
        under = self.at(event.pos)
        if under is not self.hover:
            for widget, hovered in ((self.hover, False), (under, True)):
                if widget is not None:
                    widget.hovered = hovered
                    if widget.hovers:
                        widget.touch()
            self.hover, self._rested = under, 0.0
            self._hide_tip()
        elif under is not None and under.on_event(event):
            self._rested = 0.0
            self._hide_tip()
        return under is not None

    def _wheeled(self, event: pygame.event.Event) -> bool:
        if self.hover is not None and self.hover.enabled and self.hover.on_event(event):
            return True
        over = self.hover
        if over is None:
            return False
        any(view.on_event(event) for view in self.views() if over in view.walk())
        return True

    def _clicked(self, event: pygame.event.Event) -> bool:
        under = self.at(event.pos)
        if under is None:
            if not self.holds_focus:
                self.focus_on(None)
            return False
        if under.focusable:
            self.focus_on(under, ring=False)
        if not under.enabled:
            self._refuse(under)
            return True
        under.pressed = True
        self._grabbed = under
        under.touch()
        under.on_event(event)
        return True

    @property
    def every_key(self) -> bool:
        """Whether the widget with the focus wants every key, those of the window too."""
        if self.modal is not None:
            return self.modal.every_key
        return self.focus is not None and self.focus.takes_keys

    def _typed(self, event: pygame.event.Event) -> bool:
        key = pressed_key(event)
        if key == pygame.K_TAB and not self.every_key:
            self.step_focus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return True
        marked = getattr(event, "unicode", "") == "?" and not self.every_key
        used = (marked and self._ask()) or self._stepped_by_pad(event)
        if used or self._used_by_focus(event) or (is_press(event) and self._pressed()):
            return True
        if getattr(event, "pad", False) and event.key in ARROWS:
            self.step_focus(ARROWS[event.key])
            return True
        if key == pygame.K_ESCAPE and self.on_escape is not None:
            self.on_escape()
            return True
        return self._shortcut(event)

    def _pressed(self) -> bool:
        """Enter on a figure asks why; on what can be changed or chosen it does not."""
        return self.focus is not None and self.focus.role in PRESSED and self._ask()

    def _ask(self) -> bool:
        """Ask the widget with the focus why its figures are what they are."""
        asks = self.focus.asked() if self.focus is not None and self.focus.visible else ()
        if not asks or self.on_ask is None or self.focus is None:
            return False
        self.on_ask(self.focus.name, asks)
        return True

    def _stepped_by_pad(self, event: pygame.event.Event) -> bool:
        """The cross of a pad moves the focus where the widget has no use for up and down."""
        if not getattr(event, "pad", False) or event.key not in ARROWS:
            return False
        passes = self.focus is None or (event.key in UP_DOWN and self.focus.role in SIDEWAYS)
        if passes:
            self.step_focus(ARROWS[event.key])
        return passes

    def _used_by_focus(self, event: pygame.event.Event) -> bool:
        if self.focus is None or not self.focus.visible:
            return False
        if not self.focus.enabled and is_press(event):
            self._refuse(self.focus)
            return True
        used = self.focus
        if used.enabled and used.on_event(event):
            used.ringed = True
            if used is self.focus and not self.sees(used):
                self.reveal(used)  # what is changed is seen to change
            return True
        return False

    def _shortcut(self, event: pygame.event.Event) -> bool:
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        for widget in chain(self.walk(), self.also):
            if widget.shortcut == event.key:
                self.focus_on(widget if widget in self.walk() else None)
                if widget.enabled:
                    return widget.on_event(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
                self._refuse(widget)
                return True
        return False

    def _refuse(self, widget: Widget) -> None:
        cue("refused")
        announce(widget.spoken())
        self._show_tip(widget)

    def update(self, seconds: float) -> bool:
        """Let time pass: tooltips, buttons held down, moving charts. True if to be drawn again."""
        if self.modal is not None:
            moved = self.modal.update(seconds)
        else:
            self.hold_on()
            self._say_back()
            self._rest(seconds)
            moved = super().update(seconds)
        changed, self._changed = self._changed, False
        self.shown.whole = self.shown.whole or moved or changed
        return self.shown.whole or any(widget.stale for widget in self.walk())

    def _say_back(self) -> None:
        """After a dialog, say what has the focus; not where its answer led somewhere else."""
        back, self._back = self._back, False
        if back and self.focus is not None:
            announce(self.focus.described())

    def draw(self, on: pygame.Surface) -> None:
        """Draw all with the focus ring, then the tooltip and the dialog.

        What lies over the widget that has the focus, as the guide's slip, lies over its ring, too.
        """
        self.shown.now(self.walk())
        ringed = self.framed()
        for child in self.children if self.visible else ():
            child.draw(on)
            if ringed is not None and any(each is ringed for each in child.walk()):
                self._frame(ringed, on)
        self.tooltip.draw(on)
        if self.modal is not None:
            self.modal.draw(on)
