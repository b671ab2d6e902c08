"""Links: from a widget or a message to the entry of the chronicle that its words name."""

from typing import TYPE_CHECKING

from game.ui import keys
from game.words import _, language

if TYPE_CHECKING:
    from game.levelfiles.chronicle import Entry
    from game.ui.widgets.base import Widget


def entries_of(text: str, event: str = "") -> "list[Entry]":
    """The entries that a text leads to: that of its event first, then those it names.

    Args:
        text: a message, a hint
        event: the id of a level's event, if the text is one
    """
    from game.levelfiles.chronicle import chronicle  # here: the first frame does without it

    book = chronicle(language())
    own = book.of_event(event) if event else None
    found = [own] if own is not None else []
    return found + [entry for entry in book.linked(text) if entry is not own]


def entry_of(widget: "Widget | None") -> "Entry | None":
    """The entry that a widget's name or hint leads to."""
    if widget is None or not widget.linked:
        return None
    found = entries_of(f"{widget.name}. {widget.hint}")
    return found[0] if found else None


def tip_of(widget: "Widget") -> str:
    """A widget's tooltip, with the way to the chronicle where its words stand there."""
    tip = widget.tip
    if not widget.enabled or not (tip or widget.focusable):
        return tip
    entry = entry_of(widget)
    key = keys.shown("chronicle")
    if entry is None or not key:
        return tip
    line = _("{key}: {term} in the chronicle").format(key=key, term=entry.english)
    return _("{tip} · {line}").format(tip=tip, line=line) if tip else line
