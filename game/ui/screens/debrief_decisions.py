"""The decisions that mattered most: what was chosen, and what the other choice would have given."""

from collections.abc import Callable, Sequence

from game.reports.decisions import (
    NO_DECISION,
    NOT_YOURS,
    ONE_TRUE_FIGURE,
    SUCCESSORS,
    Decision,
    in_words,
    sums,
    true_figure_costs,
)
from game.reports.telling import signed, signed_tonnes
from game.reports.touched import untouched
from game.reports.whole import Whole
from game.ui.screens import debrief_why as why
from game.ui.screens.bands import Band, Made, in_turn, whole
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, HEAD, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.compare import Amount, Compare
from game.ui.widgets.effects import Effects, Span
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column
from game.words import N_, _, number, tonnes

DRAWN = 3
"""Decisions that are drawn; the others are told in words."""
NAMES, ROW = 76, 18  # logical px of the bars
MEASURES: dict[str, tuple[str, Callable[[int], str], str]] = {
    "deaths": (N_("Died"), number, "ink2"),
    "harvest": (N_("Harvest"), tonnes, "indigo"),
    "taken": (N_("Taken"), tonnes, "loam"),
}
"""What is drawn of a life: its name, how it reads, its pigment."""


def decisions_page(sitting: Sitting, found: Whole | None) -> Made:
    """Those that mattered most, each undone on the same seed."""
    title = _("Decisions that mattered most")
    sub = _("Each undone alone on the same seed; the other orders as they were. Effects overlap.")
    if found is None:
        return title, sub, []
    own = [one for one in found.decisions if not one.successor]
    later = [one for one in found.decisions if one.successor]
    made = _desk(sitting, found, own) if own else [whole(Label(_(NO_DECISION), BODY))]
    if later:
        head = Head(_(SUCCESSORS), "继任", style=HEAD)
        made += [whole(head, Label(_(NOT_YOURS), SECOND, "ink2")), *_desk(sitting, found, later)]
    return title, sub, made


def _desk(sitting: Sitting, found: Whole, chosen: Sequence[Decision]) -> list[Band]:
    """Decisions of one desk: the weightiest drawn, then all as a table, the others in words."""
    level, removed = sitting.session.level, found.found.removed_turn
    drawn = chosen[:DRAWN]
    cards = []
    for at, one in enumerate(drawn):
        told = in_words(level, removed, one)
        head = Steps(one.words, [Step(str(at + 1), one.words, told.instead)])
        more = Label(" ".join(each for each in (told.dead, told.removed, told.household) if each),
                     SECOND)  # fmt: skip
        head.rows_tell([why.decision_chosen(one)])
        more.can_tell(*why.decision_dead(one))
        cards.append((head, *_bars(one, drawn), more))
    made = [Band(tuple(cards), level=True), whole(*_table(found, chosen))]
    steps: list[Widget] = []
    for at, one in enumerate(chosen[DRAWN:], start=DRAWN + 1):
        told = in_words(level, removed, one)
        step = Steps(one.words, [Step(str(at), one.words, " ".join(each for each in told if each))])
        step.rows_tell([why.decision_words(one)])
        steps.append(step)
    return [*made, in_turn(steps, 2)] if steps else made


def _bars(one: Decision, drawn: Sequence[Decision]) -> list[Widget]:
    """Both lives beside one another, each measure on one scale for all that are drawn."""
    made: list[Widget] = []
    found = sums(one)
    for figure, (name, text, colour) in MEASURES.items():
        most = max(parts.value for each in drawn for parts in sums(each)[figure])
        was, then = found[figure]
        bars = Compare(_(name), most=most, names=NAMES, row=ROW, key=f"lives_{figure}")
        bars.show([
            Amount(_(name), was.value, was.value, text(was.value), colour),
            Amount(_("otherwise"), then.value, then.value, text(then.value), colour, hollow=True),
        ])  # fmt: skip
        bars.rows_tell([(why.given(text(each.value), each, own=False),) for each in (was, then)])
        made.append(bars)
    return made


def _table(found: Whole, chosen: Sequence[Decision]) -> list[Widget]:
    """All of them: what would have been otherwise, less what was."""
    columns = [
        Column("", 10), Column(_("Deaths"), 2, right=True), Column(_("Range"), 3, right=True),
        Column(_("Harvest"), 2, right=True), Column(_("Taken"), 2, right=True),
    ]  # fmt: skip
    rows, spans = [], []
    for at, one in enumerate(chosen, start=1):
        low, high = one.deaths_range
        rows.append([
            _("{number}. {words}").format(number=at, words=one.words), signed(one.deaths),
            _("{low} to {high}").format(low=signed(low), high=signed(high)),
            signed_tonnes(one.harvest_kg), signed_tonnes(one.taken_kg),
        ])  # fmt: skip
        spans.append(Span(low, one.deaths, high))
    table = Effects(
        _("Decisions that mattered most"), columns, rows, spans,
        (_("fewer died"), _("more died")), share=8,
    )  # fmt: skip
    table.rows_tell([why.decision(one) for one in chosen])
    note = _(
        "Otherwise less as it was. The range, and the order, are over {lucks} courses of weather"
        " and chance under the same orders. Only the ration follows the store."
    ).format(lucks=number(found.beyond.lucks))
    told = Label(note, SECOND, "ink2")
    told.can_tell(why.lucks(found.beyond))
    made: list[Widget] = [table, told]
    if true_figure_costs(chosen):
        made.append(Label(_(ONE_TRUE_FIGURE), SECOND, key="one_true_figure"))
    touches = [one.touched for one in chosen]
    text, figures = untouched(found.level, touches, found.found.households)
    if not text:
        return made
    others = Label(text, SECOND, "ink2", key="untouched")
    others.can_tell(*(why.given(shown, parts) for shown, parts in figures))
    return [*made, others]
