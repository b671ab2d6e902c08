"""The one way for words that should be heard: speech could take them from here."""

from collections import deque
from collections.abc import Callable

Sink = Callable[[str], None]

lines: deque[str] = deque(maxlen=50)  # the last lines, for tests and a message log
sinks: list[Sink] = [lines.append]


def announce(text: str) -> None:
    """Give a line to all who listen."""
    if text:
        for sink in sinks:
            sink(text)
