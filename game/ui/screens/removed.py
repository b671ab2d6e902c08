"""A plain page: the secretary has been removed from office."""

from game.ui.screen import Replace
from game.ui.screens import flow
from game.ui.screens.page import Page
from game.ui.screens.sitting import Sitting
from game.ui.theme import PROSE, SECOND
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.words import _, season_name


class Removed(Page):
    """What happened, and what happens now."""

    NARROW = 760

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(_("You have been removed from office"))
        self.sitting = sitting
        level, turn = sitting.session.level, sitting.session.removed_turn
        season = season_name(level.season(turn), level.year(turn)).lower()
        self.body.add(
            Label(
                _(
                    "In {season} the county committee met about {place}. Your figures were read"
                    " out, and those of your neighbours. You have been removed. Comrade Meng sits"
                    " at your desk now."
                ).format(season=season, place=sitting.place),
                PROSE,
            ),
            Label(
                _(
                    "The village goes on without you. Comrade Meng does what the county asks. The"
                    " debrief shows your part and his, and keeps them apart."
                ),
                PROSE,
            ),
            Label(
                _("Comrade Meng is invented. Removal for low or honest figures is documented; see"
                  " the sources."),
                SECOND,
                "ink2",
            ),
        )  # fmt: skip
        self.add_feet(Button(_("To the debrief"), self._on, "seal", key="debrief"))

    def _on(self) -> None:
        if not self.sitting.session.ended:
            self.sitting.session.succeed()
            self.sitting.forget()
            self.sitting.keep()
        self.go(Replace(flow.debrief(self.sitting)))
