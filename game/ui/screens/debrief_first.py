"""The first page of the debrief: the chart, the country, the dining hall in bowls."""

from collections.abc import Sequence

import pygame

from game.reports.country import COUNTRY, slot_of
from game.reports.debrief import Debrief
from game.reports.grain_year import grain_years
from game.reports.register import DIED, hardest_hit
from game.sim.views import HarvestView
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.people_lines import line_of, pages_of
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import chart_hint, chart_lines, chart_name, tonnes_of, year_name
from game.ui.theme import BODY, HEAD, PROSE, SECOND, Theme
from game.ui.widgets.bowls import Bowls
from game.ui.widgets.chart import Chart, Lines, Note
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Rule
from game.words import _, number, tonnes

BOWLS_ACROSS = 62
PERSONS = (10, 20, 25, 50, 75, 100, 150, 200, 250, 500, 1000)


def persons_a_bowl(people: int) -> int:
    """The least round number with which two rows are enough.

    >>> persons_a_bowl(1240), persons_a_bowl(8100)
    (10, 75)
    """
    return next((each for each in PERSONS if people <= each * 2 * BOWLS_ACROSS), PERSONS[-1])


def lines_of(harvests: Sequence[HarvestView], turns: int, first_year: int) -> Lines:
    """The chart with its events and notes."""
    plain = chart_lines(harvests, turns, first_year)
    notes: list[Note] = []
    years = grain_years(harvests)
    if len(years) > 1:
        worst = max(range(len(years)), key=lambda at: years[at].gap_kg)
        one = years[worst]
        notes.append(
            Note(
                worst + 1, "reported",
                _("You reported {amount}").format(amount=tonnes(one.reported_kg)),
                _("the barns held {amount}").format(amount=tonnes(one.actual_kg)),
            )
        )  # fmt: skip
        later = max(range(1, len(years)), key=lambda at: years[at].taken_kg)
        taken = years[later]
        if taken.taken_kg:
            notes.append(
                Note(
                    later + 1, "actual",
                    _("{taken} of {actual} taken").format(
                        taken=tonnes(taken.taken_kg), actual=tonnes(taken.actual_kg)
                    ),
                    year_name(taken),
                )
            )  # fmt: skip
    events = [(slot_of(one.when, first_year - 1), str(at + 1)) for at, one in enumerate(COUNTRY)]
    return Lines(
        reported=plain.reported, actual=plain.actual, slots=plain.slots, years=plain.years,
        points=plain.points, unit=plain.unit, events=events, events_name=_("In the country"),
        notes=notes,
    )  # fmt: skip


class TwoLedgers(Group):
    """Chart, country, bowls."""

    def __init__(self, sitting: Sitting, told: Debrief | None) -> None:
        self.sitting, self.told = sitting, told
        level = sitting.session.level
        harvests = told.harvests if told is not None else sitting.session.at_start().harvests
        self.chart = Chart(
            chart_name(), lines_of(harvests, level.turns, level.start_year), big=True,
            text=tonnes_of, hint=chart_hint(), key="chart",
        )  # fmt: skip
        self.country = Head(_("The country, in the same years"), style=HEAD)
        self.steps = Steps(
            _("The country"),
            [Step(str(at + 1), _(one.head), _(one.words)) for at, one in enumerate(COUNTRY)],
        )
        self.line = Rule()
        low, high = told.excess_millions if told is not None else (15, 45)
        self.excess = Label(
            _(
                "Historians’ estimates of excess deaths in China, 1958–62, run from about {low} to"
                " {high} million."
            ).format(low=low, high=high),
            PROSE,
        )
        self.bar = Rule("strong")
        start = told.people.at_start if told is not None else sitting.view.people
        born = told.people.born if told is not None else 0
        end = told.people.at_end if told is not None else sitting.view.people
        each = persons_a_bowl(start + born)
        self.hall = Label(
            _("The dining hall, at {count} people to a bowl").format(count=number(each)), HEAD
        )
        self.bowls = Bowls(_("The people"), start + born, end, each, key="bowls")
        self.people = Label(self._people(), BODY, align="right", key="people")
        self.named = Label(self._named(), SECOND, "ink2", key="named")
        super().__init__(
            self.chart, self.country, self.steps, self.line, self.excess, self.bar,
            self.hall, self.people, self.bowls, self.named,
        )  # fmt: skip

    def _people(self) -> str:
        if self.told is None:
            return ""
        people, level = self.told.people, self.sitting.session.level
        last_year = self.told.people.years[-1].year
        return _(
            "{start} people ate here in {first}, and {born} were born. {end} answered the roll in"
            " {last}. {left} had left; {died} had died."
        ).format(
            start=number(people.at_start), first=level.start_year, born=number(people.born),
            end=number(people.at_end), last=last_year, left=number(people.left),
            died=number(people.died),
        )  # fmt: skip

    def _named(self) -> str:
        """Households beside the number of the dead."""
        if self.told is None:
            return _("No season has been closed at this desk.")
        pages = self.told.households or pages_of(self.sitting)
        hit = [page for page in hardest_hit(pages, 2) if page.count(DIED)] or list(pages[:1])
        return " ".join(line_of(self.sitting, page) for page in hit)

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Chart at the left, the country at the right, the bowls below both."""
        px = theme.px
        right = min(px(360), area.width // 3)
        hall = self.hall.height(area.width, theme)
        self.bowls.theme = theme
        bowls = self.bowls.height(area.width, theme)
        named = self.named.height(area.width, theme)
        below = hall + bowls + named + px(30)
        top = area.bottom - below
        self.bar.place(pygame.Rect(area.left, top, area.width, theme.line(1.2)), theme)
        top += px(8)
        wide = self.hall.width(theme)
        self.hall.place(pygame.Rect(area.left, top, wide, hall), theme)
        room = area.width - wide - px(20)
        words = self.people.height(room, theme)
        self.people.place(pygame.Rect(area.right - room, top + hall - words, room, words), theme)
        top += hall + px(8)
        self.bowls.place(pygame.Rect(area.left, top, area.width, bowls), theme)
        top += bowls + px(5)
        self.named.place(pygame.Rect(area.left, top, area.width, named), theme)
        chart = pygame.Rect(area.left - px(8), area.top, area.width - right - px(32), 0)
        chart.height = area.bottom - below - px(8) - chart.top
        self.chart.place(chart, theme)
        self._country(pygame.Rect(area.right - right, area.top, right, chart.height), theme)

    def _country(self, box: pygame.Rect, theme: Theme) -> None:
        px, top = theme.px, box.top
        for widget, gap in (
            (self.country, 8), (self.steps, 6), (self.line, 6), (self.excess, 0)
        ):  # fmt: skip
            high = widget.height(box.width, theme)
            widget.place(pygame.Rect(box.left, top, box.width, high), theme)
            top += high + px(gap)
