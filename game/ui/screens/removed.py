"""A plain page: the secretary has been removed from office, and for what."""

from game.reports.register import hardest_hit
from game.reports.removal import REASONS, named, reasons
from game.ui.screen import Replace
from game.ui.screens import flow, menu
from game.ui.screens.page import Page
from game.ui.screens.people_lines import household_asks, line_of, pages_of
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.why import answering
from game.ui.screens.why_words import part_name
from game.ui.theme import PROSE, SECOND
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.words import _, number, season_name

MOST = 4
"""How many parts of the standing are named."""


class Removed(Page):
    """What happened, and what happens now."""

    NARROW = 760
    reads_out = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(_("You have been removed from office"))
        self.sitting = sitting
        session = sitting.session
        level, turn = session.level, session.removed_turn
        season = season_name(level.season(turn), level.year(turn)).lower()
        whys = [one.why for one in session.closed]
        self.reasons = reasons(level, whys, turn) if turn >= 0 else []
        said = _(REASONS[self.reasons[0][0]]) if self.reasons else ""
        told = _(
            "In {season} the county committee met about {place}. {said} You have been removed."
            " Comrade Meng sits at your desk now."
        ).format(season=season, place=sitting.place, said=said)
        self.body.add(
            Label(told.replace("  ", " "), PROSE),
            *self._parts(),
            *self._household(),
            Label(
                _(
                    "The village goes on without you. Comrade Meng does what the county asks. The"
                    " debrief shows your part and his, and keeps them apart."
                ),
                PROSE,
            ),
            Label(
                _("Comrade Meng is invented. Removal for low or honest figures, and from the end of"
                  " 1960 for deaths, is documented; see the sources."),
                SECOND,
                "ink2",
            ),
        )  # fmt: skip
        answering(self.form, lambda: sitting.session, sitting.word)
        self.add_feet(Button(_("To the debrief"), self._on, "seal", key="debrief"))
        self.form.on_escape = lambda: menu.open_menu(self, sitting, self._on)

    def _household(self) -> list[Widget]:
        """The household that lost most, beside what is said of the dead."""
        hit = hardest_hit(pages_of(self.sitting), 1)
        if not hit:
            return []
        line = Label(line_of(self.sitting, hit[0]), PROSE, key="household")
        line.can_tell(*household_asks(hit[0], self.sitting.session.level))
        return [line]

    def _parts(self) -> list[Widget]:
        """What lowered the standing most, in the county's own points."""
        facts, asks = [], []
        for key, account in self.reasons[:MOST]:
            name = part_name(key, self.sitting.word)
            text = f"−{number(-account.value)}"
            facts.append(Fact(name[:1].upper() + name[1:], text))
            asks.append(Ask("standing", text, true=True, given=(named(account, name),)))
        if not facts:
            return []
        shown = Facts(_("What lowered the standing"), facts, key="reasons")
        shown.can_tell(*asks)
        words = _("What lowered your standing with the county in the year before, in its points:")
        return [Label(words, SECOND, "ink2"), shown]

    def _on(self) -> None:
        if not self.sitting.session.ended:
            self.sitting.session.succeed()
            self.sitting.forget()
            self.sitting.keep()
        self.go(Replace(flow.debrief(self.sitting)))
