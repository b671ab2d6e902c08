"""Presses: whether a key is meant for what is shown now, or for what stood there before."""

from time import perf_counter

import pygame

from game.ui.screen import FormScreen, Screen


def typing_in(screen: Screen | None) -> object:
    """What would take a letter: the focus of the screen, or of a dialog on it."""
    form = screen.form if isinstance(screen, FormScreen) else None
    while form is not None and form.modal is not None:
        form = form.modal
    return form and form.focus


CALM = 0.4  # seconds in which a screen that came by itself takes no click: it was for the last one


class Presses:
    """Keys and buttons that are held, and letters that come after a key has moved the focus."""

    def __init__(self) -> None:
        self._down: dict[int, Screen | None] = {}  # mouse buttons, and where they went down
        self._calm = 0.0  # until when clicks are not taken, on the clock of `perf_counter`
        self._held: dict[int, Screen | None] = {}  # keys that are down, and where they went down
        self._stray = False  # a key has just moved the focus: its letter is not for the new one

    def stale(self, event: pygame.event.Event, screen: Screen | None) -> bool:
        """Whether it is not meant for this screen, but for another on which it began."""
        if event.type == pygame.MOUSEBUTTONDOWN:
            early = perf_counter() < self._calm
            self._down[event.button] = None if early else screen
            return early
        if event.type == pygame.MOUSEBUTTONUP:
            return self._down.pop(event.button, screen) is not screen
        if event.type == pygame.KEYUP:
            self._held.pop(event.key, None)
        if event.type != pygame.KEYDOWN:
            return False
        return self._held.setdefault(event.key, screen) is not screen

    def came(self) -> None:
        """A screen has come by itself, as after the months: nobody can have aimed at it yet."""
        self._calm = perf_counter() + CALM

    def stray(self, event: pygame.event.Event) -> bool:
        """Whether this is the letter of a shortcut that has just opened a line to type in."""
        return event.type == pygame.TEXTINPUT and self._stray

    def moved(self, event: pygame.event.Event, moved: bool) -> None:
        """Note whether an event moved what takes letters."""
        self._stray = event.type == pygame.KEYDOWN and moved
