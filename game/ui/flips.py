"""Which way of showing a frame is quicker on this machine.

SDL brings a picture to the screen by the window system's plain copy or by a texture of the graphics
driver (SDL_FRAMEBUFFER_ACCELERATION). Which is quicker differs from machine to machine, and can't
be changed while a window stands. So each start measures the way that it used, once its first frame
is seen; the first starts try each in turn, and all later ones take the better.
"""

import os
from pathlib import Path
from time import perf_counter

import pygame

HINT = "SDL_FRAMEBUFFER_ACCELERATION"
WAYS = ("0", "1")  # a plain copy, a texture
STARTS, FLIPS = 2, 9  # starts that try each way; frames shown to measure one
UNSEEN = {"dummy", "offscreen"}  # drivers that show nothing

Times = dict[str, list[float]]
"""Milliseconds a frame by way, one of each start that tried it."""


def file() -> Path:
    """Where it is kept what was measured: beside the settings."""
    from game.ui import settings

    return settings.file().with_name("frames.json")


def choose() -> str | None:
    """Take the way of this start, before a window is opened; None where there is no choice."""
    driver = pygame.display.get_driver()
    if driver in UNSEEN or os.environ.get(HINT):
        return None
    way = best(kept(file(), driver))
    os.environ[HINT] = way
    return way


def best(times: Times) -> str:
    """The way that was tried too seldom, else the one that took less.

    >>> best({}), best({"0": [2.0, 2.1]}), best({"0": [2.0, 2.1], "1": [0.4, 3.0]})
    ('0', '1', '1')
    """
    untried = [way for way in WAYS if len(times.get(way, [])) < STARTS]
    return untried[0] if untried else min(WAYS, key=lambda way: min(times[way]))


def measure(way: str) -> None:
    """Show the same frame a few times more, and keep what that took if it is still asked for."""
    driver, path = pygame.display.get_driver(), file()
    times = kept(path, driver)
    if len(times.get(way, [])) >= STARTS:
        return
    took = []
    for _ in range(FLIPS):
        begun = perf_counter()
        pygame.display.flip()
        took.append(1000 * (perf_counter() - begun))
    keep(path, driver, {**times, way: [*times.get(way, []), round(sorted(took)[FLIPS // 2], 3)]})


def _table(path: Path) -> dict[str, object]:
    import json  # here: the first start of all has no file to read

    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def kept(path: Path, driver: str) -> Times:
    """What was measured with a driver; nothing where the file says nothing usable."""
    told = _table(path).get(driver) if path.is_file() else None
    if not isinstance(told, dict):
        return {}
    return {
        way: [float(one) for one in told[way] if isinstance(one, int | float)]
        for way in WAYS
        if isinstance(told.get(way), list)
    }


def keep(path: Path, driver: str, times: Times) -> None:
    """Write it down; where that can't be done it is measured again the next time."""
    import json

    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps({**_table(path), driver: times}, indent=2) + "\n", "utf-8")
        new.replace(path)
    except OSError:
        return
