"""All that is announced, as lines in a file: for a program that speaks, or writes braille."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from game.ui.widgets import announce

TERMINAL = Path("-")


def spoken_to(path: Path) -> AbstractContextManager[None]:
    """Write each announced line to a file or a named pipe as it comes; `-` is the terminal.

    A reader that goes away is forgotten: the game goes on.

    Raises:
        OSError: the file can't be written.
    """
    if path == TERMINAL:
        return _listening(sys.stdout)
    return _listening(path.open("a", encoding="utf-8", buffering=1), ours=True)


@contextmanager
def _listening(out: TextIO, *, ours: bool = False) -> Iterator[None]:
    def write(line: str) -> None:
        try:
            print(" ".join(line.split()), file=out, flush=True)
        except OSError:
            announce.sinks.remove(write)

    announce.sinks.append(write)
    try:
        yield
    finally:
        if write in announce.sinks:
            announce.sinks.remove(write)
        if ours:
            with suppress(OSError):  # what the reader did not take
                out.close()
