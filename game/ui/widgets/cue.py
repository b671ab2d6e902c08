"""The one way for widgets that want to be heard: they name a sound, whoever listens plays it."""

from collections.abc import Callable

Sink = Callable[[str], None]

sinks: list[Sink] = []  # who listens; none in tests and pictures


def cue(name: str) -> None:
    """Name a sound of the interface: tap, tick, stamp, paper, refused."""
    for sink in sinks:
        sink(name)
