"""The middle of a page: every tonne, the chain, the decisions, the other lives."""

from collections.abc import Sequence
from functools import partial

from game.reports.chain import HOW, whose
from game.reports.decisions import (
    NO_DECISION,
    NOT_YOURS,
    ONE_TRUE_FIGURE,
    SUCCESSORS,
    Decision,
    lines_of,
    true_figure_costs,
)
from game.reports.lives import Life
from game.reports.page import bars, flow, html, ledgers
from game.reports.page.html import num
from game.reports.paths import CAME, NAMES, SHORT, WENT
from game.reports.telling import signed, signed_tonnes, told
from game.reports.touched import untouched
from game.reports.when import season_of
from game.reports.whole import Whole
from game.words import _, number, tonnes


def every_tonne(whole: Whole) -> str:
    """Flows from field to state, store, table, seed, fodder, loss."""
    one, sums = whole.together, sum(getattr(whole.together, name) for name in WENT)
    line = _(
        "Of {grown} that grew in the common fields, {state} were taken by the state and {sold} were"
        " sold back. {table} were eaten from the common store."
    ).format(
        grown=tonnes(one.grown), state=tonnes(one.state), sold=tonnes(one.sold_back),
        table=tonnes(one.table),
    )  # fmt: skip
    heads = [_("What"), *(num(str(year.year)) for year in whole.years), num(_("All years"))]
    rows = []
    for names, last in ((CAME, _("Came, together")), (WENT, _("Went, together"))):
        for name in names:
            cells = [num(tonnes(getattr(year, name))) for year in (*whole.years, one)]
            rows.append([_(NAMES[name]), *cells])
        both = [sum(getattr(year, name) for name in names) for year in (*whole.years, one)]
        rows.append([last, *(num(tonnes(kg)) for kg in both)])
    note = _(
        "From the entries of the ledger, of raw grain. What came and what went are the same to the"
        " kilogram: {kg} kg."
    ).format(kg=number(sums))
    shares = _("Years run from March to February. What is told is a share of all that there was.")
    lines = [line.text for line in whole.found.tonnes]
    county = html.table(
        _("The same with the county’s stores counted in"),
        [_("What"), num(_("Came")), num(_("Went"))],
        [
            [_(line.text), num(tonnes(line.kg) if line.came else ""),
             num("" if line.came else tonnes(line.kg))]
            for line in whole.found.tonnes
        ],
    )  # fmt: skip
    return html.section(
        "tonnes", _("Where every tonne went"), "粮食去向",
        html.paragraph(line, "lead"),
        html.figure(
            _("All grain of the village, from the first spring to the last winter"), "flow",
            partial(flow.chart, one), note,
            html.table(_("The village’s grain, year by year"), heads, rows),
        ),
        html.figure(
            _("Where each year’s grain went"), "shares",
            partial(bars.years_of_grain, whole.years), shares,
            colours=html.key_of([(bars.PARTS[name], _(SHORT[name])) for name in WENT]),
        ),
        html.folded(_("With the county’s stores"), county) if lines else "",
    )  # fmt: skip


def chain(whole: Whole) -> str:
    """From the target to the hunger, in this game's figures."""
    links = whole.found.chain
    if not links:
        return html.section(
            "chain", _("From the target to the hunger"), "因果",
            html.paragraph(_("No autumn harvest was reported at this desk.")),
        )  # fmt: skip
    words = whole.level.words
    items = []
    for link in links:
        values = dict(link.values)
        if "household" in values:
            values["household"] = words.get(str(values["household"]), values["household"])
        items.append(("", told(link.text, values)))
    return html.section(
        "chain", _("From the target to the hunger"), "因果",
        html.paragraph(whose(links, whole.found.removed_turn)),
        html.steps(items, "chain"),
        html.paragraph(_(HOW)),
    )  # fmt: skip


def decisions(whole: Whole) -> str:
    """Those that mattered most, each undone on the same seed."""
    chosen = [one for one in whole.decisions if not one.successor]
    later = _successors(whole)
    if not chosen:
        return html.section(
            "decisions", _("Decisions that mattered most"), "抉择",
            html.paragraph(_(NO_DECISION)), later,
        )  # fmt: skip
    intro = _(
        "Each decision was undone, one at a time, and the game was played again on the same seed:"
        " {lucks} times, once under its own weather and chance and then under others. All other"
        " orders stay as they were given. Only the ration follows the store. Effects overlap and"
        " can’t be added up."
    ).format(lucks=number(whole.beyond.lucks))
    note = _(
        "Dot: under the game’s own weather and chance. Band: over all of them; by their mean they"
        " are put in order. Left of the line fewer people would have died, right of it more."
    )
    return html.section(
        "decisions", _("Decisions that mattered most"), "抉择",
        html.paragraph(intro),
        html.figure(
            _("Deaths, if one decision had been otherwise"), "effects",
            partial(bars.effects, chosen), note, _table(whole, chosen),
        ),
        html.steps([_step(whole, one) for one in chosen]),
        html.paragraph(_(ONE_TRUE_FIGURE)) if true_figure_costs(chosen) else "",
        _untouched(whole, chosen),
        later,
    )  # fmt: skip


def _successors(whole: Whole) -> str:
    """What the successor decided, apart: none of it is the secretary's."""
    later = [one for one in whole.decisions if one.successor]
    if not later:
        return ""
    steps = html.steps([_step(whole, one) for one in later])
    words = html.paragraph(_(NOT_YOURS))
    more = _untouched(whole, later)
    return f"{html.third(_(SUCCESSORS))}{words}{steps}{more}{_table(whole, later)}"


def _untouched(whole: Whole, chosen: Sequence[Decision]) -> str:
    """One line for those that touched no household of the register."""
    touches = [one.touched for one in chosen]
    text, _figures = untouched(whole.level, touches, whole.found.households)
    return html.paragraph(text, "quiet") if text else ""


def _table(whole: Whole, chosen: Sequence[Decision]) -> str:
    heads = [_("Decision"), num(_("Deaths")), num(_("Range")), num(_("Harvest")), num(_("Taken")),
             num(_("Left")), _("The office")]  # fmt: skip
    rows = [_row(whole, at, one) for at, one in enumerate(chosen)]
    return html.table(_("Otherwise, less as it was"), heads, rows)


def _row(whole: Whole, at: int, one: Decision) -> list[object]:
    low, high = one.deaths_range
    office = (
        _("in office") if one.removed_turn < 0
        else _("removed in {season}").format(season=season_of(whole.level, one.removed_turn))
    )  # fmt: skip
    return [
        _("{number}. {words}").format(number=at + 1, words=one.words), num(signed(one.deaths)),
        num(_("{low} to {high}").format(low=signed(low), high=signed(high))),
        num(signed_tonnes(one.harvest_kg)), num(signed_tonnes(one.taken_kg)), num(signed(one.left)),
        office,
    ]  # fmt: skip


def _step(whole: Whole, one: Decision) -> tuple[str, str]:
    return one.words, "\n".join(lines_of(whole.level, whole.found.removed_turn, one))


def lives(whole: Whole) -> str:
    """The same village, weather and luck under other hands."""
    return html.section(
        "lives", _("Other lives of the same village"), "另一种可能",
        html.paragraph(_("The same seed: the same weather, the same neighbours, the same chance.")),
        side_by_side(whole.lives, whole),
        lives_table(whole.lives, whole),
    )  # fmt: skip


def side_by_side(several: tuple[Life, ...], whole: Whole) -> str:
    """A small chart for each, on one scale."""
    top = ledgers.top_of([one.harvests for one in several])
    parts = []
    for at, one in enumerate(several):
        drawn = ledgers.small(one.harvests, f"life-{at}", one.name, top)
        people = _("{died} people died, {left} left.").format(
            died=number(one.died), left=number(one.left)
        )
        words = [html.paragraph(one.about, "quiet")] if one.about else []
        lines = [html.paragraph(line, "quiet") for line in one.households]
        office = html.paragraph(until(whole, one), "quiet") if one.removed_turn >= 0 else ""
        parts.append(
            f"<div>{html.third(one.name)}{drawn}{html.paragraph(people)}{''.join(lines)}{office}"
            f"{''.join(words)}</div>"
        )
    return f'<div class="lives">{"".join(parts)}</div>'


def until(whole: Whole, one: Life) -> str:
    """How long the secretary was in office."""
    if one.removed_turn < 0:
        return _("In office to the end.")
    return _("Removed in {season}; the rest is a successor’s.").format(
        season=season_of(whole.level, one.removed_turn)
    )


def lives_table(several: tuple[Life, ...], whole: Whole) -> str:
    """The same in figures."""
    heads = [_("Life"), num(_("Reported"), "written"), num(_("Actual"), "there"), num(_("Taken")),
             num(_("Born")), num(_("Died")), num(_("Left")), _("The office")]  # fmt: skip
    rows = [
        [
            one.name, num(tonnes(one.reported_kg), "written"), num(tonnes(one.actual_kg), "there"),
            num(tonnes(one.taken_kg)), num(number(one.born)), num(number(one.died)),
            num(number(one.left)), until(whole, one),
        ]
        for one in several
    ]  # fmt: skip
    return html.table(_("All harvests together"), heads, rows)
