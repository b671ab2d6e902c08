"""Hands of a player: keys and pointer as events."""

import pygame


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def move(x: int, y: int) -> pygame.event.Event:
    return pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0))


def down(x: int, y: int) -> pygame.event.Event:
    return pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)


def up(x: int, y: int) -> pygame.event.Event:
    return pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1)


def wheel(y: int) -> pygame.event.Event:
    return pygame.Event(pygame.MOUSEWHEEL, y=y, x=0)
