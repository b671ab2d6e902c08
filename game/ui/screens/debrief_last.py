"""The last pages of the debrief: decisions, other lives, what came after, questions and sources."""

from game.levelfiles.chronicle import chronicle
from game.reports.debrief import LIMITS
from game.reports.decisions import lines_of
from game.reports.lives import Life
from game.reports.marks import NAMES, citation
from game.reports.telling import signed, signed_tonnes
from game.reports.when import dated, month_name, season_of
from game.reports.whole import Whole
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.sitting import Sitting
from game.ui.screens.sources import source_widgets
from game.ui.theme import BODY, BODY_BOLD, HEAD, PROSE, SECOND, SMALL
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import _, language, number, tonnes

Made = tuple[str, str, list[Widget]]


def decisions_page(sitting: Sitting, whole: Whole | None) -> Made:
    """Those that mattered most, each undone on the same seed."""
    title = _("Decisions that mattered most")
    sub = _("Each undone alone on the same seed; the other orders as they were. Effects overlap.")
    if whole is None or not whole.decisions:
        none = [] if whole is None else [
            Label(_("No decision of this game changed what came of it."), BODY)
        ]  # fmt: skip
        return title, sub, [*none]
    level = sitting.session.level
    columns = [
        Column("", 9), Column(_("Deaths"), 2, right=True), Column(_("Range"), 3, right=True),
        Column(_("Harvest"), 3, right=True), Column(_("Taken"), 3, right=True),
    ]  # fmt: skip
    rows, widgets = [], []
    for at, one in enumerate(whole.decisions, start=1):
        low, high = one.deaths_range
        name = _("{number}. {words}").format(number=at, words=one.words)
        rows.append([
            name, signed(one.deaths),
            _("{low} to {high}").format(low=signed(low), high=signed(high)),
            signed_tonnes(one.harvest_kg), signed_tonnes(one.taken_kg),
        ])  # fmt: skip
        widgets.append(
            Step(str(at), one.words, " ".join(lines_of(level, whole.found.removed_turn, one)))
        )  # fmt: skip
    note = _(
        "Otherwise less as it was. The range is over {lucks} courses of weather and chance under"
        " the same orders. Only the ration follows the store."
    ).format(lucks=number(whole.beyond.lucks))
    return title, sub, [
        Table(title, columns, rows), Label(note, SECOND, "ink2"), Steps(title, widgets),
    ]  # fmt: skip


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
    widgets: list[Widget] = [Table(title, columns, rows)]
    for one in whole.lives:
        widgets.append(Label(one.name, BODY_BOLD))
        if one.about:
            widgets.append(Label(one.about, SECOND))
        widgets.append(Label(" ".join(one.households), SECOND, "ink2"))
    if not sitting.session.ended:
        widgets.append(Label(_("Your own column ends where you left the desk."), SECOND, "ink2"))
    return title, sub, widgets


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
            Label(name, BODY_BOLD), Label(line.text, PROSE),
            Label(_("Source: {citation}").format(citation=citation(line.source)), SMALL, "ink2"),
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
    widgets: list[Widget] = [
        Steps(_("Questions"), steps, style=PROSE),
        Head(_("Documented, estimated, invented"), "史实与虚构", style=HEAD),
        Table(_("Documented, estimated, invented"), columns, rows),
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
            widgets.append(Label(words, SECOND))
    widgets += [Head(_("Sources"), "资料", style=HEAD), *source_widgets()]
    return title, sub, widgets
