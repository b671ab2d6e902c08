"""The menu of a running season: out of the game, or to what stands beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.screen import FormScreen, Pop, Push, Replace
from game.ui.screens import flow
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.words import _

if TYPE_CHECKING:
    from game.ui.screens.sitting import Sitting


class MenuDialog(Dialog):
    """A dialog whose buttons stand one below the other."""

    stacked = True


def open_menu(
    over: FormScreen, sitting: "Sitting", to_debrief: Callable[[], None] | None = None
) -> None:
    """Open it over a screen.

    Args:
        over: The screen; one comes back to it as it was.
        sitting: The game.
        to_debrief: Leaves for the debrief, where a screen has its own way there.
    """
    close = over.form.close

    def leaving(screen: str) -> None:
        close()
        if screen == "settings":
            from game.ui.screens.settings import SettingsPage

            over.go(Push(SettingsPage()))
        elif screen == "debrief":
            leave = to_debrief or (lambda: over.go(Replace(flow.debrief(sitting))))
            leave()
        elif screen == "guide":
            sitting.guide.toggle(over)
        elif screen == "timeline":
            from game.ui.screens.timeline import Timeline

            over.go(Pop() if sitting.past else Push(Timeline(sitting)))
        elif screen == "title":
            sitting.keep()
            over.go(Replace(flow.title()))

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
    over.form.open(MenuDialog(_("Menu"), text, buttons, on_escape=close))
