"""The window: its size and scale, the clock, the event loop and the stack of screens."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import pygame

from game import words
from game.ui import flips, fonts, gamepad, keys, settings, tidy
from game.ui.links import entry_of
from game.ui.presses import Presses, typing_in
from game.ui.screen import Action, FormScreen, Only, Pop, Push, Quit, Replace, Restyle, Screen
from game.ui.seal import seal
from game.ui.settings import Settings
from game.ui.spoken import read_out, where
from game.ui.theme import PROJECTED, Theme, next_scale, scale_for, whole_scale
from game.ui.widgets.announce import announce
from game.words import _

if TYPE_CHECKING:
    from game.ui.heard import Ears

FRAMES = 60  # a second, while something moves
IDLE = 0.08  # seconds: longest wait for an event while nothing moves
NAP = 1 / 60  # seconds between two looks for an event: SDL itself looks a thousand times a second
SMALLEST = (640, 400)
DEFAULT = (1280, 720)
STEPS = {
    pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1, pygame.K_0: 0, pygame.K_KP_0: 0,
}  # fmt: skip
"""Keys that make everything larger or smaller, and the one that goes back."""
REDRAWN = {pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED}


class App:
    """A window with a stack of screens.

    Args:
        size: Of the window in pixels.
        chosen: Settings of the player; read from their file if none are given.
        ui_scale: Overrides the scale of the settings, as 1.5 for 150 %.
        keep: Called with new settings when a key changed them; None writes them to their file.
    """

    def __init__(
        self,
        size: tuple[int, int] = DEFAULT,
        chosen: Settings | None = None,
        ui_scale: float | None = None,
        keep: Callable[[Settings], None] | None = None,
    ) -> None:
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        pygame.display.init()
        pygame.font.init()
        self.settings = chosen if chosen is not None else settings.load()
        self._keep = keep or settings.save
        self._forced = ui_scale
        self._windowed = size
        self.stack: list[Screen] = []
        self.running = True
        self._dirty = True
        self.pad = gamepad.Gamepad()
        self.ears: Ears | None = None  # who plays the sounds; after the first frame
        keys.use(self.settings.keys)
        self.presses = Presses()
        self._way = flips.choose()
        self.surface = self._open(size)
        self.theme = self._theme()

    def _open(self, size: tuple[int, int]) -> pygame.Surface:
        pygame.display.set_caption("Two Ledgers 两本账")
        pygame.display.set_icon(seal())
        pygame.key.set_repeat(350, 45)
        if self.settings.fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        size = (max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1]))
        return pygame.display.set_mode(size, pygame.RESIZABLE)

    def _theme(self) -> Theme:
        told = self.settings
        usual = scale_for(self.surface.get_height(), self.surface.get_width())
        if told.projector:
            usual = whole_scale(usual * PROJECTED)
        scale = self._forced or told.ui_scale_pc / 100 or usual
        return Theme(scale, told.high_contrast, told.reduced_motion, told.projector)

    @property
    def screen(self) -> Screen | None:
        """The screen on top."""
        return self.stack[-1] if self.stack else None

    def apply(self, action: Action | None) -> None:
        """Do what a screen asked for. This alone changes the stack."""
        if action is None:
            return
        if isinstance(action, Quit):
            self._leave()
        elif isinstance(action, Pop):
            self.stack.pop()
        elif isinstance(action, Push):
            self.stack.append(action.screen)
        elif isinstance(action, Replace):
            self.stack[-1:] = [action.screen]
        elif isinstance(action, Only):
            self.stack[:] = [action.screen]
        elif isinstance(action, Restyle):
            self._change(action.settings)
        self._layout()
        if self.screen is not None and isinstance(action, Push | Replace | Only | Pop):
            self._say_where()
        self.running = bool(self.stack)

    def _say_where(self) -> None:
        """Where one is now."""
        for line in where(self.screen) if self.screen is not None else ():
            announce(line)

    def _leave(self) -> None:
        for screen in self.stack:
            if isinstance(screen, FormScreen):
                screen.on_leave()
        self.stack.clear()

    def _layout(self) -> None:
        self.theme = self._theme()
        if self.screen is not None:
            if self.ears is not None:
                self.ears.join(self.screen)
            self.screen.layout(self.surface.get_size(), self.theme)
        self._dirty = True

    def rescale(self, steps: int) -> None:
        """Make everything larger or smaller by some steps; 0 goes back to the window's own."""
        percent = round(next_scale(self.theme.scale, steps) * 100) if steps else 0
        self._forced = None
        fonts.forget()
        self._change(replace(self.settings, ui_scale_pc=percent))
        announce(_("Size {percent}%").format(percent=round(self.theme.scale * 100)))

    def _change(self, new: Settings) -> None:
        """Take settings, keep them, and show everything with them."""
        old, self.settings = self.settings, new
        if new.ui_scale_pc != old.ui_scale_pc:
            self._forced = None
            fonts.forget()
        if new.fullscreen != old.fullscreen:
            self._windowed = self._windowed if old.fullscreen else self.surface.get_size()
            self.surface = self._open(self._windowed)
        if new.language != old.language:
            words.use(new.language)
        keys.use(new.keys)
        if self.ears is not None:
            self.ears.use(new)
        self._keep(new)
        self._layout()

    def _global_key(self, event: pygame.event.Event) -> bool:
        """Keys that work on every screen."""
        if isinstance(self.screen, FormScreen) and self.screen.form.every_key:
            return False
        if event.key == pygame.K_F11:
            self._change(replace(self.settings, fullscreen=not self.settings.fullscreen))
            return True
        if event.key == pygame.K_F1:
            self._explain()
            return True
        if event.key == pygame.K_F2:
            self._read_out()
            return True
        if event.key == pygame.K_F4 and event.mod & pygame.KMOD_ALT:
            self.apply(Quit())
            return True
        return bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and self._size_key(event)

    def _read_out(self) -> None:
        """Say all that stands on the screen."""
        for line in read_out(self.screen) if isinstance(self.screen, FormScreen) else ():
            announce(line)

    def _size_key(self, event: pygame.event.Event) -> bool:
        """Larger, smaller, or as the window."""
        if event.key in STEPS:
            self.rescale(STEPS[event.key])
        return event.key in STEPS

    def _explain(self) -> None:
        """Open the chronicle at what the pointer or the focus is on; else at its beginning."""
        from game.ui.screens import flow
        from game.ui.screens.chronicle import Chronicle

        if isinstance(self.screen, Chronicle) or not isinstance(self.screen, FormScreen):
            return
        form = self.screen.form
        entry = entry_of(form.hover) or entry_of(form.focus)
        self.apply(Push(flow.chronicle(entry.key if entry is not None else "")))

    def on_event(self, event: pygame.event.Event) -> None:
        """One event: the window's own, a pad's, a global key, or the screen's."""
        if event.type in gamepad.EVENTS:
            for meant in self.pad.events(event):
                self._one(meant)
        else:
            self._one(keys.translate(event, getattr(self.screen, "where", keys.EVERYWHERE)))

    def _one(self, event: pygame.event.Event) -> None:
        """An event, if it is meant for what is shown."""
        if self.presses.stray(event):
            return
        before = typing_in(self.screen)
        self._told(event)
        self.presses.moved(event, typing_in(self.screen) is not before)

    def _told(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.apply(Quit())
        elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            self.surface = pygame.display.get_surface() or self.surface
            self._layout()
        elif self.presses.stale(event, self.screen):
            pass
        elif event.type in REDRAWN or (event.type == pygame.KEYDOWN and self._global_key(event)):
            self._dirty = True
        elif self.screen is not None:
            shown = self.screen
            self.apply(shown.on_event(event))
            if event.type >= pygame.USEREVENT and self.screen is not shown:
                self.presses.came()

    def frame(self, seconds: float) -> bool:
        """Let time pass and draw if something changed; True if it did."""
        for again in self.pad.update(seconds):
            self._one(again)
        if self.screen is None:
            return False
        if self.ears is not None:
            self.ears.update(seconds, self.screen)
        moved = self.screen.update(seconds) or self._dirty
        if self._dirty:
            self.screen.draw(self.surface)
            pygame.display.flip()
            self._dirty = False
        elif moved:
            parts = self.screen.redraw(self.surface)
            pygame.display.flip() if parts is None else pygame.display.update(parts)
        return moved

    def start(self, first: Screen) -> None:
        """Put the first screen on the stack without running yet."""
        self.apply(Push(first))

    def run(self, first: Screen, then: Callable[[], object] | None = None) -> None:
        """Show a screen and go on until the last one is left; `then` is called once it is seen."""
        self.start(first)
        clock = pygame.time.Clock()
        moved = self.frame(0)
        if then is not None:
            then()
        if self._way is not None:
            flips.measure(self._way)
        self.pad.open()
        self.listen().start()
        while self.running:
            for event in pygame.event.get() if moved else self.pause():
                self.on_event(event)
            gone, began = clock.tick(FRAMES) / 1000, perf_counter()
            moved = self.frame(gone)
            tidy.after(perf_counter() - began)
        if self.ears is not None:
            self.ears.stop()
        pygame.display.quit()

    def pause(self) -> list[pygame.event.Event]:
        """Wait until something happens or is due; what happened."""
        due = self.screen.due() if self.screen is not None else None
        until = perf_counter() + (IDLE if due is None else min(due, IDLE))
        while True:
            found = pygame.event.get()
            left = until - perf_counter()
            if found or left <= 0:
                return found
            sleep(min(NAP, left))

    def listen(self) -> "Ears":
        """Let sounds follow the screens from now on; they are heard once the ears `start`."""
        from game.ui.heard import Ears  # here: the first frame does without

        self.ears = Ears(self.settings)
        self._layout()
        return self.ears

    def shot(self, path: Path | str) -> None:
        """Save a picture of the screen on top."""
        if self.screen is None:
            raise ValueError("there is no screen to take a picture of; call start(screen) first")
        self.screen.update(0)
        picture = pygame.Surface(self.surface.get_size())
        self.screen.draw(picture)
        pygame.image.save(picture, str(path))
