"""All that is announced, as lines in a file: for a program that speaks, or writes braille."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from game.ui.screen import FormScreen, Screen
from game.ui.widgets import announce

TERMINAL = Path("-")
SILENT = {"panel", "rule", "scroll", "ornament", "picture", "note"}
"""Roles of what carries no words of its own."""
PROSE = {"text", "heading", "notice", "figures"}


def read_out(screen: "FormScreen", *, text_alone: bool = False) -> list[str]:
    """All that stands on a screen, or in its dialog, in the order of Tab.

    Args:
        screen: What is shown.
        text_alone: Leave out what is there to be used.
    """
    found: list[str] = []
    headed = False
    for widget in screen.widgets():
        if widget.role in SILENT or not widget.rect.width:
            continue
        if text_alone and widget.role not in PROSE:
            continue
        lines = [line for line in widget.read() if line]
        if headed and lines and lines[0].startswith(found[-1]):
            found.pop()  # a head, and what it stands over, by the same name
        found += lines
        headed = widget.role == "heading" and bool(lines)
    title = screen.announce_on_enter
    return found[1:] if text_alone and found[:1] == [title] else found


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


def where(screen: Screen) -> Iterator[str]:
    """A screen's name, its text if it is there to be read, and what has the focus."""
    if not isinstance(screen, FormScreen):
        yield screen.announce_on_enter
        return
    form = screen.form.modal or screen.form
    if form is not screen.form:
        yield form.spoken()  # a dialog that was left open: one comes back to it
    else:
        yield screen.announce_on_enter
        if screen.reads_out:
            yield from read_out(screen, text_alone=True)
    if form.focus is not None:
        yield form.focus.described()
