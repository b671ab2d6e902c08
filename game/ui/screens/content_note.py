"""The content note: the first screen in every mode."""

from game.ui.screen import Quit, Replace, Screen
from game.ui.screens.page import Page
from game.ui.theme import BODY, HEAD, PROSE
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.words import _


class ContentNote(Page):
    """Plain words on what the game shows.

    Args:
        then: The screen behind it; the title if none is given.
    """

    NARROW = 760
    reads_out = True

    def __init__(self, then: Screen | None = None) -> None:
        super().__init__(_("Before you begin"))
        self.then = then
        self.body.add(
            Label(
                _(
                    "This game is about the Great Leap Forward in China, 1958 to 1961, and the"
                    " famine that came with it. Tens of millions of people died. The game shows"
                    " how it came about, in one invented commune, from the desk where its reports"
                    " were written."
                ),
                PROSE,
            ),
            Head(_("What is shown"), style=HEAD),
            Label(
                _(
                    "Hunger, and deaths from hunger, told in plain sentences and figures. People"
                    " who leave, are searched, or are stopped on the road, told in words. There"
                    " are no pictures of the dead or the starving, and no violence is acted out."
                    " Words of the campaigns of those years are quoted; they are labelled as such."
                ),
                BODY,
            ),
            Head(_("Who it is for"), style=HEAD),
            Label(
                _(
                    "From 14 years on with a teacher, from 16 alone. If your family lived through"
                    " these years, it may be close to you. You can leave for the debrief at any"
                    " time: press Escape, then “Leave for the debrief”."
                ),
                BODY,
            ),
            Head(_("What it is not"), style=HEAD),
            Label(
                _(
                    "The commune, its brigades and its households are invented. The dated events"
                    " of the country carry their sources. No historian has reviewed this yet. A"
                    " model cannot show what it was like."
                ),
                BODY,
            ),
        )
        self.add_feet(
            Button(_("Quit"), lambda: self.go(Quit()), key="quit"),
            Button(_("Continue"), self._on, "seal", key="continue"),
        )
        self.form.on_escape = lambda: self.go(Quit())

    def _on(self) -> None:
        from game.ui.screens import flow

        self.go(Replace(self.then or flow.title()))
