"""The first page of the debrief: the chart, the country, the dining hall in bowls."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.reports import accounts
from game.reports.country import COUNTRY, slot_of
from game.reports.debrief import Debrief
from game.reports.grain_year import GrainYear, grain_years
from game.reports.register import DIED, hardest_hit
from game.reports.register import Page as Register
from game.sim.views import HarvestView
from game.ui.screens import debrief_why as why
from game.ui.screens.chart_why import points
from game.ui.screens.debrief_why import Books
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.people_lines import line_of, pages_of
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import chart_hint, chart_lines, chart_name, tonnes_of, year_name
from game.ui.theme import BODY, HEAD, PROSE, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.bowls import Bowls
from game.ui.widgets.chart import Chart, Lines, Note
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Rule
from game.words import _, number, tonnes

BOWLS_ACROSS = 62
LEAST_CHART = 250  # logical px
PERSONS = (10, 20, 25, 50, 75, 100, 150, 200, 250, 500, 1000)


def persons_a_bowl(people: int) -> int:
    """The least round number with which two rows are enough.

    >>> persons_a_bowl(1240), persons_a_bowl(8100)
    (10, 75)
    """
    return next((each for each in PERSONS if people <= each * 2 * BOWLS_ACROSS), PERSONS[-1])


def lines_of(
    harvests: Sequence[HarvestView],
    turns: int,
    first_year: int,
    mine: Callable[[GrainYear], bool] = lambda _one: True,
) -> Lines:
    """The chart with its events and notes; `mine` says whose report a year ends with."""
    plain = chart_lines(harvests, turns, first_year)
    notes: list[Note] = []
    years = grain_years(harvests)
    if len(years) > 1:
        worst = max(range(len(years)), key=lambda at: years[at].gap_kg)
        one = years[worst]
        notes.append(
            Note(
                worst + 1, "reported",
                (_("You reported {amount}") if mine(one) else _("Comrade Meng reported {amount}"))
                .format(amount=tonnes(one.reported_kg)),
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


class TwoLedgers:
    """Chart, country, bowls: the widgets of the first page, and how they are spread."""

    def __init__(self, sitting: Sitting, told: Debrief | None, books: Books | None) -> None:
        self.sitting, self.told = sitting, told
        level = sitting.session.level
        harvests = told.harvests if told is not None else sitting.session.at_start().harvests
        self.chart = Chart(
            chart_name(), lines_of(harvests, level.turns, level.start_year, self._mine), big=True,
            text=tonnes_of, hint=chart_hint(), key="chart",
        )  # fmt: skip
        self.notes = self.chart.lines.notes
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
        self.named = Label(self._named(), PROSE, key="named")
        self._tell(books, each)

    def _mine(self, year: GrainYear) -> bool:
        """Whether the last harvest of a year was still reported by the player."""
        level, turn = self.sitting.session.level, self.sitting.session.removed_turn
        if turn < 0:
            return True
        return (year.last.year, year.last.season) <= (level.year(turn), level.season(turn))

    def _tell(self, books: Books | None, each: int) -> None:
        """Say what stands behind each figure."""
        self.steps.rows_tell(why.events())
        self.excess.can_tell(why.excess())
        if books is None or self.told is None:
            return
        people, harvests = self.told.people, self.told.harvests
        self.chart.points_tell(points(harvests, true=True))
        figures = (people.at_start, people.born, people.at_end, people.left, people.died)
        roll = books.people([number(count) for count in figures])
        self.people.can_tell(*roll)
        everyone = accounts.roll(books.level, books.views, all_of_them=True)
        self.bowls.can_tell(roll[2], why.given(number(everyone.value), everyone))
        two_rows = accounts.bowl(everyone.value, 2 * BOWLS_ACROSS, each)
        self.hall.can_tell(why.given(number(each), two_rows))
        self.named.can_tell(*why.flat(books.household(page) for page in self._hit()))

    def set_notes(self, shown: bool) -> None:
        """Notes stand on the chart where it is wide enough for them."""
        self.chart.lines = replace(self.chart.lines, notes=self.notes if shown else ())
        self.chart.touch()

    def widgets(self) -> list[Widget]:
        """In the order in which they are read."""
        return [
            self.chart, self.country, self.steps, self.line, self.excess, self.bar, self.hall,
            self.people, self.bowls, self.named,
        ]  # fmt: skip

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
        return " ".join(line_of(self.sitting, page) for page in self._hit())

    def _hit(self) -> list[Register]:
        """The two that lost most."""
        pages = self.told.households if self.told is not None else ()
        hit = [page for page in hardest_hit(pages, 2) if page.count(DIED)]
        return hit or list((pages or pages_of(self.sitting))[:1])

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Chart at the left, the country at the right, the bowls below both; returns the end."""
        px = theme.px
        right = min(px(430), area.width * 2 // 5)
        beside = pygame.Rect(area.right - right, area.top, right, 0)
        told = self._country(beside, theme)
        below = self._hall(pygame.Rect(area.left, 0, area.width, 0), theme, place=False)
        high = max(told - area.top, area.height - below - px(10), px(LEAST_CHART))
        chart = pygame.Rect(area.left, area.top, area.width - right - px(32), high)
        self.chart.place(chart, theme)
        rest = pygame.Rect(area.left, area.top + high + px(6), area.width, 0)
        return rest.top + self._hall(rest, theme, place=True)

    def _country(self, box: pygame.Rect, theme: Theme) -> int:
        px, top = theme.px, box.top
        for widget, gap in (
            (self.country, 4), (self.steps, 2), (self.line, 4), (self.excess, 0)
        ):  # fmt: skip
            high = widget.height(box.width, theme)
            widget.place(pygame.Rect(box.left, top, box.width, high), theme)
            top += high + px(gap)
        return top

    def _hall(self, area: pygame.Rect, theme: Theme, *, place: bool) -> int:
        """The dining hall below both: how high it is."""
        px, self.bowls.theme = theme.px, theme
        wide = self.hall.width(theme) + px(24)
        hall = self.hall.height(wide, theme)
        room = area.width - wide
        told = self.people.height(room, theme)
        bowls, named = (each.height(area.width, theme) for each in (self.bowls, self.named))
        line = px(7) + max(hall, told)
        if place:
            left, top = area.topleft
            self.bar.place(pygame.Rect(left, top, area.width, theme.line(1.2)), theme)
            self.hall.place(pygame.Rect(left, top + px(7), wide, hall), theme)
            people = pygame.Rect(left + wide, top + line - told, room, told)
            self.people.place(people, theme)
            self.bowls.place(pygame.Rect(left, top + line + px(6), area.width, bowls), theme)
            low = top + line + px(10) + bowls
            self.named.place(pygame.Rect(left, low, area.width, named), theme)
        return line + px(10) + bowls + named
