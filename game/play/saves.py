"""Saves: a header and one line of orders a turn. Loading is playing again.

The save carries the level it was started with, so that a changed or missing mod never costs a
game. Nothing here deletes a file; what can't be read is left where it is, or moved aside.
"""

from game.play.listing import Kept, family, kept, listing, newest
from game.play.migrate import migrate
from game.play.notes import Note, weighty
from game.play.record import SaveError
from game.play.replay import Difference, Loaded, load, replay
from game.play.shelf import autosave, folder, has_later
from game.play.writing import dumps, save

__all__ = [
    "Difference", "Kept", "Loaded", "Note", "SaveError",
    "autosave", "dumps", "family", "folder", "has_later", "kept", "listing", "load",
    "migrate", "newest", "replay", "save", "weighty",
]  # fmt: skip
