"""The menu of the main screen: out of the game, or to what stands beside it."""

from typing import TYPE_CHECKING

from game.ui.screen import Push, Replace
from game.ui.screens import flow
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.words import _

if TYPE_CHECKING:
    from game.ui.screens.village import Village


class MenuDialog(Dialog):
    """A dialog whose buttons stand one below the other."""

    stacked = True


def open_menu(village: "Village") -> None:
    """Open it over the village."""
    close, sitting = village.form.close, village.sitting

    def leaving(screen: str) -> None:
        close()
        if screen == "settings":
            from game.ui.screens.settings import SettingsPage

            village.go(Push(SettingsPage()))
        elif screen == "debrief":
            village.go(Replace(flow.debrief(sitting)))
        elif screen == "guide":
            sitting.guide.toggle(village)
        elif screen == "timeline":
            village.timeline()
        elif screen == "title":
            sitting.keep()
            village.go(Replace(flow.title()))

    buttons = [
        Button(_("To the title"), lambda: leaving("title"), key="to_title"),
        Button(_("Leave for the debrief"), lambda: leaving("debrief"), key="to_debrief"),
        Button(_("Timeline"), lambda: leaving("timeline"), key="to_timeline"),
        Button(_("Settings"), lambda: leaving("settings"), key="to_settings"),
        Button(_("Go on"), close, "seal", key="go_on"),
    ]
    guide = sitting.guide
    if guide.step is not None:
        told = _("Show the guide") if guide.left else _("Put the guide away")
        buttons.insert(-1, Button(told, lambda: leaving("guide"), key="guide_again"))
    text = _(
        "The game is saved after each season. The debrief can be opened at any time; it shows"
        " what has been written so far, and what was there."
    )
    village.form.open(MenuDialog(_("Menu"), text, buttons, on_escape=close))
