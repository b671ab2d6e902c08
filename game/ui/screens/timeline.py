"""The timeline: every season that was played, every life of the seed, to look at or to branch."""

import pygame

from game.play import saves
from game.play.lives import branched, why_not
from game.play.session import Session
from game.play.told import Told
from game.reports.register import hardest_hit
from game.ui import keys
from game.ui.screen import Only, Pop, Push
from game.ui.screens import flow, lives_kept
from game.ui.screens.chart_why import points
from game.ui.screens.debrief_why import lines
from game.ui.screens.lives_kept import Life
from game.ui.screens.naming import ask_name
from game.ui.screens.page import Page, stack
from game.ui.screens.people_lines import line_after
from game.ui.screens.save_words import BEGAN_FROM, harvests_of, season_facts, season_of_turn
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Facts
from game.ui.screens.telling import chart_hint, chart_lines, chart_name, tonnes_of
from game.ui.screens.why import answering
from game.ui.theme import PROSE, SECOND, Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.dialog import ask
from game.ui.widgets.label import Label
from game.ui.widgets.lives import Lives
from game.ui.widgets.panel import Head
from game.words import _

GRAIN = ("reported", "actual", "taken")
PEOPLE = ("people_all", "births", "deaths", "left", "standing")
"""The figures of a closed season, as `season_facts` has them."""
LEAST_CHART = 110  # logical px


class Timeline(Page):
    """The tree of lives above; below it the marked season, and what can be done with it.

    Args:
        sitting: The game that is played.
        turn: The season that is marked first; the present one if none is given.
        lives: Those of the family; read from the shelf if none are given.
    """

    where = keys.TIMELINE
    WIDE = 960

    def __init__(
        self, sitting: Sitting, turn: int | None = None, lives: list[Life] | None = None
    ) -> None:
        super().__init__(
            _("Timeline"),
            _("Go back to any season, look at it, and decide otherwise from there. The same orders"
              " bring the same weather and chance."),
        )  # fmt: skip
        self.sitting = sitting
        self.lives = lives_kept.of_family(sitting) if lives is None else lives
        level = sitting.session.level
        seasons = [season_of_turn(level, each) for each in range(level.turns)]
        years = [level.year(each) for each in range(level.turns)]
        rows = lives_kept.rows(self.lives, sitting.session)
        self.tree = Lives(
            _("Lives of this seed"), rows, seasons, years, lambda _row, _turn: self._tell(),
            self.look, key="tree",
            hint=_("Arrows choose a season, Enter looks at it."),
        )  # fmt: skip
        self.head = Head("", "")
        self.facts = Facts(_("The season"), key="facts")
        self.house = Label("", PROSE, key="house")
        self.said = Label("", SECOND, "ink2", key="said")
        self.chart_head = Head(chart_name(), "粮食")
        lines = chart_lines((), level.turns, level.start_year)
        self.chart = Chart(chart_name(), lines, text=tonnes_of, hint=chart_hint(), key="chart")
        self.do_head = Head(_("What you can do"), "")
        self.look_button = Button(
            _("Look at this season"), self.look, key="look", action="look",
            hint=_("The village as it was, with its orders. Nothing can be changed there."),
        )  # fmt: skip
        self.branch = Button(
            _("Branch from its beginning"), self._branch, key="branch", action="branch",
            hint=_("Another life of the same seed, from this season on."),
        )  # fmt: skip
        self.desk = Button(
            _("Branch from its report desk"), lambda: self._branch(desk=True), key="desk",
            hint=_("The season stays as it was worked out; the report is written anew."),
        )  # fmt: skip
        self.take = Button(_("Go on with this life"), self._take, key="take")
        self.rename = Button(_("Rename this life"), self._rename, key="rename")
        self.deeds = [self.look_button, self.branch, self.desk, self.take, self.rename]
        self.body.add(
            self.tree, self.head, self.facts, self.house, self.said, self.do_head, *self.deeds,
            self.chart_head, self.chart,
        )  # fmt: skip
        self.beside = Button(_("Lives side by side"), self._beside, key="beside", action="beside")
        self.add_feet(self.beside, Button(_("Back"), self._back, "seal", key="back"))
        self.form.on_escape = self._back
        answering(self.form, self._asked, sitting.word)
        at = next(i for i, one in enumerate(self.lives) if one.session is sitting.session)
        self._mark(at, sitting.session.turn if turn is None else turn)
        self.form.focus_on(self.tree, ring=False)

    def _mark(self, row: int, turn: int) -> None:
        """Mark a season of a life; one that it shares with its parent is the parent's."""
        rows = lives_kept.rows(self.lives, self.sitting.session)
        last = self.sitting.session.level.turns - 1
        self.tree.show(rows, row, min(rows[row].come, last))
        self.tree.select(row, min(turn, last))
        self._tell()

    @property
    def life(self) -> Life:
        """The life that is marked."""
        return self.lives[self.tree.row]

    @property
    def turn(self) -> int:
        """The season that is marked."""
        return self.tree.turn

    # ---- what it shows

    def _tell(self) -> None:
        """The marked season, and what can be done with it."""
        turn, told = self.turn, self.life.told
        self.head.set(self.tree.seasons[turn], self.life.name)
        season = told[turn] if turn < len(told) else None
        self.facts.visible = season is not None
        if season is not None:
            facts = season_facts(season)
            self.facts.show(facts)
            asked = [*(GRAIN if season.harvest_kind else ()), *PEOPLE]
            self.facts.can_tell(*(
                Ask(figure, fact.value, turn=turn)
                for figure, fact in zip(asked, facts, strict=True)
            ))  # fmt: skip
        self._tell_people(season)
        self._tell_grain()
        self.said.set(self._said(season, turn))
        mine = self.life.session is self.sitting.session
        reason = self._reason(turn, desk=False)
        self.look_button.allow(None if turn <= len(told) else reason)
        self.branch.allow(reason)
        self.desk.allow(self._reason(turn, desk=True))
        self.take.allow(_("This is the game that is played.") if mine else None)
        alone = _("There is only one life so far: branch from a season to have another.")
        self.beside.allow(alone if len(self.lives) < 2 else None)
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _tell_people(self, season: Told | None) -> None:
        """Where deaths are told, a household stands beside them."""
        self.house.visible = season is not None
        if season is None:
            return
        try:
            pages = self.life.pages(self.turn + 1)
        except saves.SaveError as error:
            self.house.set(str(error))
            return
        self.house.set(line_after(self.sitting, pages))
        level = self.sitting.session.level
        self.house.can_tell(*lines(hardest_hit(pages, 1), level))

    def _tell_grain(self) -> None:
        """The two ledgers of the life, up to the marked season."""
        level = self.sitting.session.level
        calendar = [(level.year(turn), level.season(turn)) for turn in range(level.turns)]
        known = harvests_of(self.life.told[: self.turn + 1], calendar)
        before = self.sitting.session.at_start().harvests
        self.chart.show(chart_lines([*before, *known], level.turns, level.start_year))
        self.chart.points_tell(points([*before, *known]))

    def _asked(self) -> Session | None:
        """The life that is marked, for its figures; one that can't be opened has none."""
        try:
            return self.life.opened()
        except saves.SaveError:
            return None

    def _said(self, season: Told | None, turn: int) -> str:
        if turn >= len(self.life.told):
            return _("This season is under way.")
        if season is None:
            return _("This save was written before its figures were kept; look at it to see them.")
        if self.life.differs:
            return _("Under the rules of today this life comes out differently from what was kept.")
        if self.life.branch.turn == turn and self.life.branch.parent:
            return _("This life begins here.")
        return _("As the office knew it then.")

    def _reason(self, turn: int, *, desk: bool) -> str | None:
        """Why no branch can be taken from a season; asked of the session where it is at hand."""
        session = self.life.session
        if session is None:
            told = self.life.told
            if desk and turn < len(told) and (one := told[turn]) is not None:
                why = "" if one.harvest_kind else _("no harvest was reported in this season")
            else:
                why = "" if turn <= len(told) else _("this season has not come yet")
        else:
            why = _(text) if (text := why_not(session, turn, desk=desk)) else ""
        return why[:1].upper() + why[1:] + "." if why else None

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The tree above, the season and the deeds below it."""
        px = theme.px
        high = min(self.tree.height(area.width, theme), max(area.height - px(250), px(64)))
        self.tree.place(pygame.Rect(area.left, area.top, area.width, high), theme)
        top = area.top + high + px(16)
        wide = (area.width - px(40)) // 2
        left = pygame.Rect(area.left, top, wide, area.bottom - top)
        end = stack([self.head, self.facts, self.house, self.said], left, theme, 8)
        right = pygame.Rect(area.right - wide, top, wide, area.bottom - top)
        head = self.do_head.height(wide, theme)
        self.do_head.place(pygame.Rect(right.left, right.top, wide, head), theme)
        top = self._place_deeds(right, right.top + head + px(12), theme)
        head = self.chart_head.height(wide, theme)
        self.chart_head.place(pygame.Rect(right.left, top, wide, head), theme)
        room = max(px(LEAST_CHART), area.bottom - top - head - px(8))
        self.chart.place(pygame.Rect(right.left, top + head + px(6), wide, room), theme)
        return max(end, self.chart.rect.bottom)

    def _place_deeds(self, column: pygame.Rect, top: int, theme: Theme) -> int:
        """Two in a row, as high as their words need; returns where what follows begins."""
        px, gap = theme.px, theme.px(10)
        each = (column.width - gap) // 2
        for at in range(0, len(self.deeds), 2):
            pair = self.deeds[at : at + 2]
            high = max(px(36), *(button.height(each, theme) for button in pair))
            for side, button in enumerate(pair):
                x = column.left + side * (each + gap)
                button.place(pygame.Rect(x, top, each, high), theme)
            top += high + px(8)
        return top + px(6)

    # ---- what it does

    def _opened(self) -> Session | None:
        """The marked life's session, or None after saying why it can't be opened."""
        try:
            return self.life.opened()
        except saves.SaveError as error:
            ask(self.form, _("This game can't be opened"), str(error), [(_("Back"), None)])
            return None

    def look(self) -> None:
        """The village as it was in the marked season."""
        if self._opened() is None or self.turn > len(self.life.told):
            return
        past = lives_kept.looking(self.sitting, self.life, self.turn)
        self.go(Push(flow.village(past)))

    def _branch(self, *, desk: bool = False) -> None:
        """Ask for a name, then begin another life from the marked season."""
        session = self._opened()
        if session is None:
            return
        reason = why_not(session, self.turn, desk=desk)
        if reason:  # known only now that the save was played again
            ask(self.form, self.branch.name, _(reason), [(_("Back"), None)])
            return
        name = _(BEGAN_FROM).format(season=self.tree.seasons[self.turn])
        ask_name(
            self.form, _("Another life"), name, lambda told: self._begin(session, told, desk=desk),
            suggested=True,
        )  # fmt: skip

    def _begin(self, session: Session, name: str, *, desk: bool) -> None:
        self.sitting.keep()
        other = Sitting(branched(session, self.turn, name, desk=desk), self.sitting.kept)
        other.keep()
        self.go(Only(flow.stands(other)))

    def _take(self) -> None:
        session = self._opened()
        if session is not None:
            self.sitting.keep()
            self.go(Only(flow.stands(Sitting(session, self.sitting.kept))))

    def _rename(self) -> None:
        session = self._opened()
        if session is not None:
            ask_name(self.form, _("Rename this life"), self.life.name, self._named)

    def _named(self, name: str) -> None:
        life = self.life
        assert life.session is not None
        life.branch = life.session.branch = life.branch.named(name)
        if life.session is self.sitting.session:
            self.sitting.keep()
        elif self.sitting.kept:
            try:
                saves.autosave(life.session)
            except saves.SaveError as error:
                ask(self.form, _("The game was not saved"), str(error), [(_("Back"), None)])
        self.tree.show(lives_kept.rows(self.lives, self.sitting.session), self.tree.row, self.turn)
        self._tell()

    def _beside(self) -> None:
        from game.ui.screens.beside import Beside

        self.go(Push(Beside(self.sitting, self.lives)))

    def _back(self) -> None:
        self.go(Pop())
