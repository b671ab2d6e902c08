"""The other lives of the same village: a table, and each life as a column."""

from dataclasses import replace

from game.reports.grain_year import GrainYear, grain_years
from game.reports.lives import Life
from game.reports.when import season_of
from game.reports.whole import Whole
from game.ui.screens import debrief_why as why
from game.ui.screens.bands import Band, Made, whole
from game.ui.screens.chart_why import points
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import chart_hint, chart_lines, tonnes_of
from game.ui.theme import BODY_BOLD, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.chart import Chart
from game.ui.widgets.chart_layout import ceiling
from game.ui.widgets.label import Label
from game.ui.widgets.table import Column, Table
from game.words import _, number, tonnes

TALL = 190  # logical px: the height of the chart of one life among several


def lives_page(sitting: Sitting, found: Whole | None) -> Made:
    """The same village, weather and luck under other hands."""
    title = _("Other lives of the same village")
    sub = _("The same seed: the same weather, the same neighbours, the same chance.")
    if found is None:
        return title, sub, []
    columns = [
        Column("", 5), Column(_("Reported"), 2, right=True, colour="cinnabar_deep"),
        Column(_("Actual"), 2, right=True, colour="indigo"), Column(_("Taken"), 2, right=True),
        Column(_("Died"), 2, right=True), Column(_("Left"), 2, right=True),
        Column(_("In office until"), 3, right=True),
    ]  # fmt: skip
    rows = [
        [
            one.name, tonnes(one.reported_kg), tonnes(one.actual_kg), tonnes(one.taken_kg),
            number(one.died), number(one.left), _until(sitting, one),
        ]
        for one in found.lives
    ]  # fmt: skip
    table = Table(title, columns, rows)
    table.rows_tell([why.life(one, own=not at) for at, one in enumerate(found.lives)])
    top = max(1, *(each.reported_kg for one in found.lives for each in _years(one))) / 1000
    told = tuple(_life(sitting, at, one, top) for at, one in enumerate(found.lives))
    made = [whole(table), Band(told, tall=TALL)]
    if not sitting.session.ended:
        words = _("Your own column ends where you left the desk.")
        made.append(whole(Label(words, SECOND, "ink2")))
    return title, sub, made


def _life(sitting: Sitting, at: int, one: Life, top: float) -> tuple[Widget, ...]:
    """One life: its chart, on the scale of all, what it is, and those who were lost in it."""
    level = sitting.session.level
    lines = chart_lines(one.harvests, level.turns, level.start_year)
    chart = Chart(
        _("{life}: the two ledgers").format(life=one.name), replace(lines, top=ceiling(top)),
        text=tonnes_of, hint=chart_hint(), key=f"life{at}",
    )  # fmt: skip
    chart.points_tell(points(one.harvests, true=not at))
    widgets: list[Widget] = [Label(one.name, BODY_BOLD, key="life"), chart]
    if one.about:
        widgets.append(Label(one.about, SECOND))
    if one.removed_turn >= 0:
        season = season_of(level, one.removed_turn)
        told_of = _("Removed in {season}; the rest is a successor’s.").format(season=season)
        widgets.append(Label(told_of, SECOND))
    told = Label(" ".join(one.households), SECOND, "ink2")
    told.can_tell(*why.lines(one.pages, level))
    return (*widgets, told)


def _years(one: Life) -> list[GrainYear]:
    return grain_years(one.harvests)


def _until(sitting: Sitting, one: Life) -> str:
    if one.removed_turn < 0:
        return _("the end")
    return season_of(sitting.session.level, one.removed_turn)
