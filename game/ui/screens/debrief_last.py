"""The last pages of the debrief: decisions, other lives, what came after, questions and sources."""

from collections.abc import Sequence
from dataclasses import replace

from game.levelfiles.chronicle import chronicle
from game.reports.debrief import LIMITS
from game.reports.decisions import NO_DECISION, NOT_YOURS, SUCCESSORS, Decision, lines_of
from game.reports.grain_year import GrainYear, grain_years
from game.reports.lives import Life
from game.reports.marks import NAMES, citation
from game.reports.questions import own
from game.reports.telling import signed, signed_tonnes
from game.reports.when import dated, month_name, season_of
from game.reports.whole import Whole
from game.ui.screens import debrief_why as why
from game.ui.screens.chart_why import points
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.sitting import Sitting
from game.ui.screens.sources import source_widgets
from game.ui.screens.telling import chart_hint, chart_lines, tonnes_of
from game.ui.theme import BODY, BODY_BOLD, HEAD, PROSE, SECOND, SMALL
from game.ui.widgets.base import Widget
from game.ui.widgets.chart import Chart
from game.ui.widgets.chart_layout import ceiling
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import _, language, number, tonnes

Made = tuple[str, str, list[Widget]]


def decisions_page(sitting: Sitting, whole: Whole | None) -> Made:
    """Those that mattered most, each undone on the same seed."""
    title = _("Decisions that mattered most")
    sub = _("Each undone alone on the same seed; the other orders as they were. Effects overlap.")
    if whole is None:
        return title, sub, []
    own = [one for one in whole.decisions if not one.successor]
    later = [one for one in whole.decisions if one.successor]
    none: list[Widget] = [Label(_(NO_DECISION), BODY)]
    made = _told(sitting, whole, own) if own else none
    if later:
        made += [
            Head(_(SUCCESSORS), "继任", style=HEAD), Label(_(NOT_YOURS), SECOND, "ink2"),
            *_told(sitting, whole, later),
        ]  # fmt: skip
    return title, sub, made


def _told(sitting: Sitting, whole: Whole, chosen: Sequence[Decision]) -> list[Widget]:
    """Decisions of one desk: a table, and each in words."""
    level, title = sitting.session.level, _("Decisions that mattered most")
    columns = [
        Column("", 9), Column(_("Deaths"), 2, right=True), Column(_("Range"), 3, right=True),
        Column(_("Harvest"), 3, right=True), Column(_("Taken"), 3, right=True),
    ]  # fmt: skip
    rows, steps = [], []
    for at, one in enumerate(chosen, start=1):
        low, high = one.deaths_range
        name = _("{number}. {words}").format(number=at, words=one.words)
        rows.append([
            name, signed(one.deaths),
            _("{low} to {high}").format(low=signed(low), high=signed(high)),
            signed_tonnes(one.harvest_kg), signed_tonnes(one.taken_kg),
        ])  # fmt: skip
        steps.append(
            Step(str(at), one.words, " ".join(lines_of(level, whole.found.removed_turn, one)))
        )  # fmt: skip
    note = _(
        "Otherwise less as it was. The range is over {lucks} courses of weather and chance under"
        " the same orders. Only the ration follows the store."
    ).format(lucks=number(whole.beyond.lucks))
    table, words = Table(title, columns, rows), Steps(title, steps)
    table.rows_tell([why.decision(one) for one in chosen])
    words.steps_tell([why.decision_words(one) for one in chosen])
    told = Label(note, SECOND, "ink2")
    told.can_tell(why.lucks(whole.beyond))
    return [table, told, words]


def lives_page(sitting: Sitting, whole: Whole | None) -> Made:
    """The same village, weather and luck under other hands."""
    title = _("Other lives of the same village")
    sub = _("The same seed: the same weather, the same neighbours, the same chance.")
    if whole is None:
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
        for one in whole.lives
    ]  # fmt: skip
    table = Table(title, columns, rows)
    table.rows_tell([why.life(one, own=not at) for at, one in enumerate(whole.lives)])
    widgets: list[Widget] = [table]
    level = sitting.session.level
    for at, one in enumerate(whole.lives):
        lines = chart_lines(one.harvests, level.turns, level.start_year)
        top = max(1, *(each.reported_kg for life in whole.lives for each in _years(life))) / 1000
        chart = Chart(
            _("{life}: the two ledgers").format(life=one.name), replace(lines, top=ceiling(top)),
            text=tonnes_of, hint=chart_hint(), key=f"life{at}",
        )  # fmt: skip
        chart.points_tell(points(one.harvests, true=not at))
        widgets += [Label(one.name, BODY_BOLD, key=LIFE), chart]
        if one.about:
            widgets.append(Label(one.about, SECOND))
        if one.removed_turn >= 0:
            season = season_of(level, one.removed_turn)
            told_of = _("Removed in {season}; the rest is a successor’s.").format(season=season)
            widgets.append(Label(told_of, SECOND))
        told = Label(" ".join(one.households), SECOND, "ink2")
        told.can_tell(*why.lines(one.pages, sitting.session.level))
        widgets.append(told)
    if not sitting.session.ended:
        widgets.append(Label(_("Your own column ends where you left the desk."), SECOND, "ink2"))
    return title, sub, widgets


LIFE = "life"
"""The key of a life's name: in a wide window each begins a column of its own."""


def _years(one: Life) -> list[GrainYear]:
    return grain_years(one.harvests)


def _until(sitting: Sitting, one: Life) -> str:
    if one.removed_turn < 0:
        return _("the end")
    return season_of(sitting.session.level, one.removed_turn)


def after_page() -> Made:
    """The epilogue, in plain sourced lines."""
    widgets: list[Widget] = []
    for line in chronicle(language()).epilogue:
        name = _("{when} ({mark})").format(when=dated(line.when), mark=_(NAMES[line.mark]))
        widgets += [
            Label(name, BODY_BOLD), Label(line.text, PROSE, quotes=True),
            Label(_("Source: {citation}").format(citation=citation(line.source)), SMALL, "ink2",
                  quotes=True),
        ]  # fmt: skip
    return _("Afterwards"), _("What came of it in the country."), widgets


def questions_page(sitting: Sitting, whole: Whole | None) -> Made:
    """Open questions, what rests on what, what a model cannot show, the sources, the honour."""
    title, sub = _("Questions and sources"), _("There is no answer to tick.")
    if whole is None:
        return title, sub, []
    steps = [Step(str(at + 1), "", words) for at, words in enumerate(whole.questions)]
    columns = [Column(_("What"), 8), Column(_("Mark"), 3), Column(_("How many"), 2, right=True)]
    rows = [[_(one.text), _(NAMES[one.mark]), number(one.count)] for one in whole.marks]
    asked = Steps(_("Questions"), steps, style=PROSE)
    mine = [why.question(figures) for _text, figures in own(whole.found, whole.decisions)]
    asked.steps_tell([*mine, *(() for _step in steps[len(mine) :])])
    table = Table(_("Documented, estimated, invented"), columns, rows)
    table.rows_tell([why.mark(one) for one in whole.marks])
    widgets: list[Widget] = [
        asked,
        Head(_("Documented, estimated, invented"), "史实与虚构", style=HEAD),
        table,
        Head(_("What a model cannot show"), "局限", style=HEAD),
        *(Label(_(words), BODY) for words in LIMITS),
        Head(_("In memory"), "纪念", style=HEAD),
        Label(
            _(
                "Of those who died in these years most have no stone and no line in any book. Yang"
                " Jisheng, whose father was one of them, called his account of the famine"
                " Tombstone (墓碑)."
            ),
            PROSE,
        ),
        Head(_("The country, month by month"), "大事记", style=HEAD),
    ]
    for event in sitting.session.level.events:
        if event.voice == "chronicle":
            when = month_name(sitting.session.level.calendar(event.month))
            words = _("{month}: {words}").format(month=when, words=sitting.word(event.id))
            widgets.append(Label(words, SECOND, quotes=True))
    widgets += [Head(_("Sources"), "资料", style=HEAD), *source_widgets()]
    return title, sub, widgets
