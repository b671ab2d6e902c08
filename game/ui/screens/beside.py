"""Lives side by side: harvest, report, deaths, people and standing up to one season. No verdict."""

import contextlib
from collections.abc import Sequence

from game.play import saves
from game.play.told import Told, of_session
from game.reports import accounts, branches
from game.reports.accounts import turn_part
from game.reports.branches import Life as Sums
from game.reports.marks import citation
from game.reports.register import hardest_hit
from game.sim.seeing import standing_word
from game.sim.views import Figure
from game.ui.screen import Pop
from game.ui.screens import debrief_why as why
from game.ui.screens.lives_kept import Life
from game.ui.screens.page import Page
from game.ui.screens.people_lines import line_of
from game.ui.screens.save_words import season_of_turn
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import STANDINGS, known
from game.ui.screens.why import answering
from game.ui.theme import PROSE, SECOND, SMALL
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.compare import Amount, Compare
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.table import Column, Table
from game.words import _, _n, number, tonnes


class Beside(Page):
    """A table with a row a life, and bars of grain below it; a stepper says up to which season."""

    def __init__(self, sitting: Sitting, lives: Sequence[Life]) -> None:
        super().__init__(
            _("Lives side by side"),
            _("The same village, the same weather, other decisions. All sums run from the first"
              " season to the one that is chosen here."),
        )  # fmt: skip
        self.sitting, self.lives = sitting, list(lives)
        self.told = [seasons_of(one) for one in self.lives]
        most = max(1, branches.most_turns(self.told))
        self.upto = Stepper(
            _("Up to"), most, lambda _turns: self._show(), low=1,
            high=max(1, *(len(each) for each in self.told)), text=self._season, key="upto",
            hint=_("Sums of all seasons up to this one."),
        )  # fmt: skip
        self.table = Table(
            _("Lives side by side"),
            [
                Column(_("Life"), 6),
                Column(_("Reported"), 3, right=True, colour="cinnabar_deep"),
                Column(_("Brought in"), 4, right=True, colour="indigo"),
                Column(_("Taken"), 3, right=True),
                Column(_("Died"), 2, right=True),
                Column(_("Beyond the usual"), 4, right=True),
                Column(_("Left"), 2, right=True),
                Column(_("People"), 3, right=True),
                Column(_("Standing"), 3, right=True),
            ],
            [], key="lives",
        )  # fmt: skip
        self.missing = Label("", SECOND, "ink2", key="missing")
        self.grain_head = Head(_("Grain"), "粮食")
        self.grain = Compare(_("Grain"), key="grain")
        self.people_head = Head(_("Died"), "人口")
        self.people = Compare(_("Died"), key="died")
        self.house_head = Head(_("One household in each life"), "名册")
        self.houses = [Label("", PROSE) for _each in self.lives]
        self.usual = Label(_(branches.USUAL_TEXT), SMALL, "ink2")
        self.body.add(
            self.upto, self.table, self.missing, self.grain_head, self.grain, self.people_head,
            self.people, self.usual, self.house_head, *self.houses,
        )  # fmt: skip
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())
        registered, estimated = branches.USUAL_PER_10000
        self.usual.can_tell(*(
            why.given(number(count), accounts.primary("usual", "number", count, citation(source)))
            for count, source in zip((registered, estimated), branches.USUAL_SOURCES, strict=True)
        ))  # fmt: skip
        answering(self.form, lambda: None, sitting.word)
        self._show()
        self.form.focus_on(self.upto, ring=False)

    def _season(self, turns: int) -> str:
        return season_of_turn(self.sitting.session.level, turns - 1)

    def _show(self) -> None:
        """The sums up to the chosen season."""
        turns = self.upto.value
        found = [
            branches.life(one.name, told, turns)
            for one, told in zip(self.lives, self.told, strict=True)
        ]
        known_lives = [one for one in found if one is not None]
        self.table.show([self._row(one) for one in known_lives])
        short = len(found) - len(known_lives)
        text = _n(
            "{count} life has not come to this season.",
            "{count} lives have not come to this season.",
            short,
        )
        self.missing.set(text.format(count=number(short)) if short else "")
        self.missing.visible = bool(short)
        for each in (self.table, self.grain_head, self.grain, self.people_head, self.people):
            each.visible = bool(known_lives)
        self.usual.visible = bool(known_lives)
        self.grain.show([bar for one in known_lives for bar in _grain(one)])
        self.people.show([_deaths(one) for one in known_lives])
        asks = [self._asks(one, told[:turns]) for one, told in zip(found, self.told, strict=True)]
        known_asks = [each for each in asks if each]
        self.table.rows_tell(known_asks)
        self.grain.rows_tell([(ask,) for each in known_asks for ask in each[:2]])
        self.people.rows_tell([each[3:5] for each in known_asks])
        self._tell_house(turns)
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _asks(self, one: Sums | None, told: Sequence[Told | None]) -> tuple[Ask, ...]:
        """The figures of a life's row, in the order of the columns."""
        seasons = [season for season in told if season is not None]
        if one is None or not seasons:
            return ()
        level = self.sitting.session.level
        found = branches.accounts(seasons, [turn_part(level, at) for at in range(len(seasons))])
        texts = {
            "reported": tonnes(one.reported_kg), "actual": harvest_text(one),
            "taken": tonnes(one.taken_kg), "deaths": number(one.deaths),
            "excess": _span(one.excess_low, one.excess_high), "left": number(one.left),
            "people": number(one.people),
        }  # fmt: skip
        return tuple(why.given(text, *found[name], own=False) for name, text in texts.items())

    def _tell_house(self, turns: int) -> None:
        """The household that lost most in any life, as it is in each of them."""
        found = {one.name: one.pages(turns) for one in self._come(turns)}
        pages = [page for each in found.values() for page in each]
        hit = hardest_hit(pages, 1)
        self.house_head.visible = bool(hit)
        for label in self.houses:
            label.visible = False
        if not hit:
            return
        for label, (name, each) in zip(self.houses, found.items(), strict=False):
            page = next(page for page in each if page.id == hit[0].id)
            line = line_of(self.sitting, page)
            label.set(_("{life}: {line}").format(life=name, line=line))
            label.visible = True
            label.can_tell(*why.lines([page], self.sitting.session.level))

    def _come(self, turns: int) -> list[Life]:
        """The lives that have come to a season and can be opened."""
        found = []
        for one, told in zip(self.lives, self.told, strict=True):
            if len(told) >= turns:
                with contextlib.suppress(saves.SaveError):
                    one.opened()
                    found.append(one)
        return found

    def _row(self, one: Sums) -> list[str]:
        return [
            one.name,
            tonnes(one.reported_kg),
            harvest_text(one),
            tonnes(one.taken_kg),
            number(one.deaths),
            _span(one.excess_low, one.excess_high),
            number(one.left),
            number(one.people),
            _(STANDINGS[standing_word(one.standing_pm)]),
        ]


def seasons_of(one: Life) -> tuple[Told | None, ...]:
    """What is told of a life's seasons; a save that tells nothing is played again."""
    if all(season is not None for season in one.told):
        return one.told
    try:
        return of_session(one.opened())
    except saves.SaveError:
        return one.told


def harvest_text(one: Sums) -> str:
    """What was brought in, or from where to where it may be."""
    kind = "actual" if one.harvest_low_kg == one.harvest_high_kg else "estimate"
    return known(Figure(kind, one.harvest_low_kg, one.harvest_kg, one.harvest_high_kg, 0))


def _span(low: int, high: int) -> str:
    if low == high:
        return number(low)
    return _("{low} to {high}").format(low=number(low), high=number(high))


def _grain(one: Sums) -> list[Amount]:
    """What was written, and what was there, as two bars."""
    return [
        Amount(one.name, one.reported_kg, one.reported_kg,
               _("{amount} reported").format(amount=tonnes(one.reported_kg)), "cinnabar_deep",
               hatched=True),
        Amount("", one.harvest_low_kg, one.harvest_high_kg,
               _("{amount} brought in").format(amount=harvest_text(one)), "indigo"),
    ]  # fmt: skip


def _deaths(one: Sums) -> Amount:
    """All who died; beyond the usual is said as a range."""
    text = _("{count} died; beyond the usual {span}").format(
        count=number(one.deaths), span=_span(one.excess_low, one.excess_high)
    )
    return Amount(one.name, one.deaths, one.deaths, text, "ash")
