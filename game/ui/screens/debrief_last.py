"""The last pages of the debrief: what came after, questions and sources."""

from game.levelfiles.chronicle import chronicle
from game.reports.debrief import LIMITS
from game.reports.marks import NAMES, citation
from game.reports.questions import own
from game.reports.when import dated, month_name, years_of
from game.reports.whole import Whole
from game.ui.screens import debrief_why as why
from game.ui.screens.bands import Band, Made, in_turn, whole
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.sitting import Sitting
from game.ui.screens.sources import source_widgets
from game.ui.theme import BODY, HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.ui.widgets.year_line import Lasted, YearLine
from game.words import _, language, number


def after_page() -> Made:
    """The epilogue: a line of years, and plain sourced lines."""
    told, lasted = [], []
    for at, line in enumerate(chronicle(language()).epilogue, start=1):
        head = _("{when} ({mark})").format(when=dated(line.when), mark=_(NAMES[line.mark]))
        source = _("Source: {citation}").format(citation=citation(line.source))
        one = Steps(head, [Step(str(at), head, line.text, source)], style=PROSE)
        one.quotes = True
        told.append(one)
        lasted.append(Lasted(str(at), *years_of(line.when)))
    line_of_years = YearLine(_("When it was, on a line of years"), lasted, key="years")
    return _("Afterwards"), _("What came of it in the country."), [
        whole(line_of_years), in_turn(told, 2),
    ]  # fmt: skip


def questions_page(sitting: Sitting, found: Whole | None) -> Made:
    """Open questions, what rests on what, what a model cannot show, the sources, the honour."""
    title, sub = _("Questions and sources"), _("There is no answer to tick.")
    if found is None:
        return title, sub, []
    mine = [why.question(figures) for _text, figures in own(found.found, found.decisions)]
    steps = [Step(str(at + 1), "", words) for at, words in enumerate(found.questions)]
    asked: list[Widget] = []
    if mine:
        here = Steps(_("About this desk"), steps[: len(mine)], style=PROSE)
        here.rows_tell(mine)
        asked += [Head(_("About this desk"), "本社", style=HEAD), here]
    every = Steps(_("About everyone who knew"), steps[len(mine) :], style=PROSE)
    asked += [Head(_("About everyone who knew"), "众人", style=HEAD), every]
    rests = (*_marks(found), *_limits(), *_memory())
    events = _events(sitting)
    return title, sub, [
        Band((tuple(asked), rests), (11, 9)),
        *([whole(Head(_("The country, month by month"), "大事记", style=HEAD)), in_turn(events, 2)]
          if events else []),
        whole(Head(_("Sources"), "资料", style=HEAD)), in_turn(source_widgets(), 2, by=2),
    ]  # fmt: skip


def _marks(found: Whole) -> tuple[Widget, ...]:
    """What is documented, estimated, invented."""
    columns = [Column(_("What"), 8), Column(_("Mark"), 3), Column(_("How many"), 2, right=True)]
    rows = [[_(one.text), _(NAMES[one.mark]), number(one.count)] for one in found.marks]
    table = Table(_("Documented, estimated, invented"), columns, rows)
    table.rows_tell([why.mark(one) for one in found.marks])
    return Head(_("Documented, estimated, invented"), "史实与虚构", style=HEAD), table


def _limits() -> tuple[Widget, ...]:
    return (
        Head(_("What a model cannot show"), "局限", style=HEAD),
        *(Label(_(words), BODY) for words in LIMITS),
    )


def _memory() -> tuple[Widget, ...]:
    words = _(
        "Of those who died in these years most have no stone and no line in any book. Yang"
        " Jisheng, whose father was one of them, called his account of the famine"
        " Tombstone (墓碑)."
    )
    return Head(_("In memory"), "纪念", style=HEAD), Label(words, PROSE)


def _events(sitting: Sitting) -> list[Widget]:
    """The dated events of the country, in the level's words."""
    level = sitting.session.level
    found: list[Widget] = []
    for event in level.events:
        if event.voice == "chronicle":
            when = month_name(level.calendar(event.month))
            words = _("{month}: {words}").format(month=when, words=sitting.word(event.id))
            found.append(Label(words, SECOND, quotes=True))
    return found
