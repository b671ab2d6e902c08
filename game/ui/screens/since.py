"""What is different about a saved game since it was saved: told before it goes on, never hidden."""

from collections.abc import Sequence

from game.play.notes import Note
from game.sim.level import Level
from game.ui.screen import Replace, Screen
from game.ui.screens import flow
from game.ui.screens.page import Page
from game.ui.screens.save_words import note_text
from game.ui.theme import PROSE, SECOND
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.words import _


class Since(Page):
    """One paragraph for each thing that differs.

    Args:
        level: The level of the game, for its seasons.
        notes: What differs.
        own_branch: Whether the game goes on as a life of its own because later seasons are kept.
        then: The screen on which the game goes on.
    """

    NARROW = 760

    def __init__(
        self, level: Level, notes: Sequence[Note], *, own_branch: bool, then: Screen
    ) -> None:
        super().__init__(_("Since this game was saved"))
        self.then = then
        told = [note_text(note, level) for note in notes]
        if own_branch:
            told.append(
                _("Later seasons of this game are kept. They stay; from here you go on in a life"
                  " of its own, and the timeline shows both.")
            )  # fmt: skip
        self.body.add(*(Label(text, PROSE) for text in told))
        self.body.add(Label(_("The saved file stays as it is."), SECOND, "ink2"))
        self.add_feet(
            Button(_("Back"), self._back, key="back"),
            Button(_("Go on"), self._on, "seal", key="go_on"),
        )
        self.form.on_escape = self._back

    def _back(self) -> None:
        self.go(Replace(flow.saved()))

    def _on(self) -> None:
        self.go(Replace(self.then))
