"""Tabs are a choice that is drawn as flaps; see `choice`."""

from game.ui.widgets.choice import Tabs

__all__ = ["Tabs"]
