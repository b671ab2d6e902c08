"""The page of several games, side by side: a class that played the same seed.

It is about reports and what came of them. Desks bear letters, in the order in which they were
given: no file name, no name of a pupil, and no order by the dead.
"""

from collections.abc import Callable, Sequence
from string import ascii_uppercase

from game import __version__
from game.reports.decisions import fewer
from game.reports.page import html, last, ledgers
from game.reports.page.html import num
from game.reports.page.style import css
from game.reports.when import season_of
from game.reports.whole import Whole, beyond_words
from game.sim.views import HarvestView
from game.words import N_, _, language, number, percent, season_name, tonnes

MOST = len(ascii_uppercase)
QUESTIONS = (
    N_("Where do the lines of the desks part for the first time, and what was decided there?"),
    N_("Which desk wrote the tallest figure, and what did it know when it wrote it?"),
    N_("What did a low figure cost, and whom?"),
    N_("What did no desk try? Was it open?"),
    N_("For one minute, in silence: write down one question that these pages do not answer."),
)


def letter(at: int) -> str:
    """The name of a desk.

    >>> letter(0), letter(25)
    ('Desk A', 'Desk Z')
    """
    return _("Desk {letter}").format(letter=ascii_uppercase[at])


def page(several: Sequence[Whole]) -> str:
    """The whole page as HTML.

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    title = _("What was written, and what was there")
    sub = _("{count} desks side by side.").format(count=number(len(several)))
    care = _(
        "This page tells of a famine in which people died, many of them children and old people."
        " The village and its people are invented. The famine is not."
    )
    head = (
        f'<header class="top"><h1>{title}</h1>{html.paragraph(sub, "sub")}'
        f'<div class="care">{html.paragraph(care, "lead")}</div>{unlike(several)}</header>'
    )
    body = "".join(
        (_charts(several), _reports(several), _people(several), _weightiest(several), _class(),
         last.afterwards(), last.sources(several[0]), last.memory())
    )  # fmt: skip
    foot = "".join(last.footer(whole, __version__) for whole in several[:1])
    return html.document(title, language(), css(), f"{head}<main>{body}</main>{foot}")


def unlike(several: Sequence[Whole]) -> str:
    """Say so where the games are not of one level and seed: then luck differs as well."""
    levels = {whole.game.level for whole in several}
    seeds = {(whole.game.seed, whole.game.run) for whole in several}
    turns = {whole.game.turns for whole in several}
    lines = []
    if len(levels) > 1:
        lines.append(_("These games are of different levels: their figures can’t be compared."))
    elif len(seeds) > 1:
        lines.append(
            _("These games have different seeds: weather and chance differ as well as decisions.")
        )
    else:
        lines.append(_("One level and one seed: the same weather, the same neighbours."))
    if len(turns) > 1:
        lines.append(_("Not all of them were played to the same season."))
    return "".join(html.paragraph(line) for line in lines)


def _charts(several: Sequence[Whole]) -> str:
    top = ledgers.top_of([whole.found.harvests for whole in several])
    parts = []
    for at, whole in enumerate(several):
        drawn = ledgers.small(whole.found.harvests, f"desk-{at}", letter(at), top)
        game = _("Level {level}, seed {seed}, {turns} seasons.").format(
            level=whole.game.level, seed=whole.game.seed, turns=whole.game.turns
        )
        parts.append(
            f"<div>{html.third(letter(at))}{drawn}{html.paragraph(game, 'quiet')}</div>"
        )  # fmt: skip
    note = _(
        "Dashed, with open diamonds: what the office reported. Solid, with dots: what was there."
        " Each point is a harvest with the one before it. All charts have one scale."
    )
    return html.section(
        "ledgers", _("Two ledgers, desk by desk"), "两本账",
        f'<div class="lives">{"".join(parts)}</div>', html.paragraph(note, "quiet"),
    )  # fmt: skip


def _reports(several: Sequence[Whole]) -> str:
    """Each harvest's report beside what was there, for all desks."""
    names = [letter(at) for at in range(len(several))]
    keys = sorted(
        {(h.year, h.season) for whole in several for h in whole.found.harvests if not h.before}
    )
    rows = []
    for key in keys:
        cells: list[object] = [season_name(key[1], key[0])]
        for whole in several:
            found = [h for h in whole.found.harvests if (h.year, h.season) == key and not h.before]
            if found:
                one = found[0]
                text = _("{reported} / {actual}") if _own(whole, one) else _(
                    "{reported} / {actual} *"
                )  # fmt: skip
                cells.append(num(text.format(
                    reported=tonnes(one.reported_kg), actual=tonnes(one.actual.kg))))  # fmt: skip
            else:
                cells.append("")
        rows.append(cells)
    wrote = [num(_share(whole, lambda one: one.reported_kg)) for whole in several]
    taken = [num(_share(whole, lambda one: one.taken_kg)) for whole in several]
    rows += [
        [_("All, reported beside actual"), *wrote],
        [_("Taken of what was there"), *taken],
    ]
    heads = [_("Harvest"), *(num(name) for name in names)]
    table = html.table(_("Reported / actual, by harvest"), heads, rows)
    note = _("* reported by a successor, after the removal; the last two lines leave these out.")
    removed = any(whole.found.removed_turn >= 0 for whole in several)
    return html.section(
        "reports", _("What was written"), "上报", table,
        html.paragraph(note, "quiet") if removed else "",
    )  # fmt: skip


def _own(whole: Whole, harvest: HarvestView) -> bool:
    """Whether a harvest was reported by the desk itself, not by a successor."""
    removed = whole.found.removed_turn
    if removed < 0:
        return True
    level = whole.level
    last = level.year(removed), level.season(removed)
    return (harvest.year, harvest.season) <= last


def _share(whole: Whole, of: Callable[[HarvestView], int]) -> str:
    """An amount beside what was brought in, over the harvests that the desk reported itself."""
    own = [one for one in whole.found.harvests if not one.before and _own(whole, one)]
    return percent(sum(map(of, own)) * 1000 // max(1, sum(one.actual.kg for one in own)))


def _people(several: Sequence[Whole]) -> str:
    heads = [_("Desk"), num(_("Born")), num(_("Died")), num(_("Left")), _("The office")]
    rows = []
    for at, whole in enumerate(several):
        one, turn = whole.lives[0], whole.found.removed_turn
        office = _("in office to the end") if turn < 0 else _("removed in {season}").format(
            season=season_of(whole.level, turn)
        )  # fmt: skip
        rows.append([
            letter(at), num(number(one.born)), num(number(one.died)), num(number(one.left)), office,
        ])  # fmt: skip
    homes = [f"{letter(at)}: {' '.join(whole.lives[0].households)}"
             for at, whole in enumerate(several)]  # fmt: skip
    ranges = [f"{letter(at)}: {beyond_words(whole.beyond)}" for at, whole in enumerate(several)]
    return html.section(
        "people", _("The people"), "人", html.table(_("People, desk by desk"), heads, rows),
        html.paragraph(_("From the register, at each desk:")), html.listed(homes),
        html.folded(_("Deaths beyond the usual, as ranges"), html.listed(ranges)),
    )  # fmt: skip


def _weightiest(several: Sequence[Whole]) -> str:
    items = []
    for at, whole in enumerate(several):
        for one in [each for each in whole.decisions if not each.successor][:2]:
            line = _("Otherwise: {undone}. {deaths} would have died. {household}").format(
                undone=one.undone, deaths=fewer(one.deaths), household=one.household
            )
            items.append((f"{letter(at)}: {one.words}", line))
    return html.section(
        "decisions", _("Decisions that mattered most"), "抉择",
        html.paragraph(_("Each was undone alone, on the desk’s own seed. Effects overlap.")),
        html.steps(items),
    ) if items else ""  # fmt: skip


def _class() -> str:
    return html.section(
        "questions", _("Questions for a class"), "讨论",
        html.paragraph(_("There is no answer to tick, and no desk came first.")),
        html.steps([("", _(text)) for text in QUESTIONS]),
    )  # fmt: skip
