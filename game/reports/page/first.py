"""The first sections of a page: the two ledgers, the country beside them, the people."""

from functools import partial

from game.reports import country
from game.reports.page import bars, bowls, html, ledgers
from game.reports.page.html import num
from game.reports.register import Page, fate, sentence
from game.reports.telling import told
from game.reports.when import season_of
from game.reports.whole import Whole, beyond_words
from game.words import _, number, percent, season_name, tonnes


def header(whole: Whole) -> str:
    """Title, what the page is, and the note that stands before everything."""
    game, level = whole.game, whole.level
    sub = _("{place}, {first} to {last}. Level {level}, seed {seed}.").format(
        place=game.place, first=level.start_year, last=level.year(max(0, game.turns - 1)),
        level=game.level, seed=game.seed,
    )  # fmt: skip
    care = _(
        "This page tells of a famine in which people died, many of them children and old people."
        " The village and its people are invented. The famine is not."
    )
    return (
        f'<header class="top"><h1>{_("What was written, and what was there")}</h1>'
        f'{html.paragraph(sub, "sub")}<div class="care">{html.paragraph(care, "lead")}</div>'
        f"{contents(whole)}</header>"
    )


def contents(whole: Whole) -> str:
    """Where to find what."""
    removed = [("after", _("After you"))] if whole.found.removed_turn >= 0 else []
    names = [
        ("ledgers", _("Two ledgers")), ("country", _("The country")), ("people", _("The people")),
        ("tonnes", _("Every tonne")), ("chain", _("The chain")), *removed,
        ("decisions", _("Decisions")), ("lives", _("Other lives")), ("afterwards", _("Afterwards")),
        ("marks", _("What is documented")), ("questions", _("Questions")),
        ("sources", _("Sources")),
    ]  # fmt: skip
    items = "".join(f'<li><a href="#{key}">{name}</a></li>' for key, name in names)
    return f'<nav aria-label="{_("On this page")}"><ul>{items}</ul></nav>'


def two_ledgers(whole: Whole) -> str:
    """The chart of the two ledgers, with the country's dates below it."""
    harvests = whole.found.harvests
    wide = max(harvests, key=lambda one: one.reported_kg - one.actual.kg)
    line = _(
        "In {when} this office wrote {reported} for the county. {actual} had been brought in, and"
        " {taken} were taken."
    ).format(
        when=season_name(wide.season, wide.year).lower(), reported=tonnes(wide.reported_kg),
        actual=tonnes(wide.actual.kg), taken=tonnes(wide.taken_kg),
    )  # fmt: skip
    heads = [_("Harvest"), num(_("Reported"), "written"), num(_("Actual"), "there"), num(_("Gap")),
             num(_("Taken")), num(_("Of what was there"))]  # fmt: skip
    rows = [
        [
            season_name(one.season, one.year), num(tonnes(one.reported_kg), "written"),
            num(tonnes(one.actual.kg), "there"), num(tonnes(one.reported_kg - one.actual.kg)),
            *(num("–" if one.before else told) for told in (
                tonnes(one.taken_kg), percent(one.taken_kg * 1000 // max(1, one.actual.kg)),
            )),
        ]
        for one in harvests
    ]  # fmt: skip
    note = _(
        "Dashed, with open diamonds: what the office reported. Solid, with dots: what was there."
        " Hatched: the gap. Each point is a harvest with the one before it, the grain of a year, so"
        " that summers and autumns can be compared; the harvests of 1957 were before the level."
    )
    return html.section(
        "ledgers", _("Two ledgers"), "两本账",
        html.paragraph(line, "lead"),
        html.figure(
            _("A year’s grain at each harvest, in tonnes"), "grain",
            partial(ledgers.chart, harvests), note,
            html.table(_("Each harvest"), heads, rows),
        ),
        html.steps([(_(one.head), _(one.words)) for one in country.COUNTRY]),
    )  # fmt: skip


def beside(whole: Whole) -> str:
    """The country's published series."""
    years = whole.found.years
    heads = [
        _("Year"), num(_("Written here"), "written"), num(_("Brought in here"), "there"),
        num(_("Taken here")), num(_("The country, later series")), _("As claimed"),
    ]  # fmt: skip
    rows = []
    for one in years:
        claims = "; ".join(
            _("{amount} million t ({when})").format(
                amount=number(claim.grain_kt / 1000), when=_(claim.when)
            )
            for claim in one.country_claims
        )
        later = "" if one.country_kt is None else _("{amount} million t").format(
            amount=number(one.country_kt / 1000, 1)
        )  # fmt: skip
        rows.append([
            str(one.year), num(tonnes(one.reported_kg), "written"),
            num(tonnes(one.actual_kg), "there"), num(tonnes(one.taken_kg)), num(later), claims,
        ])  # fmt: skip
    note = _(
        "Each line is set to 100 in 1957. The open grey diamonds are what was published for the"
        " country at the time and taken back later."
    )
    low, high = whole.found.excess_millions
    return html.section(
        "country", _("Beside the country"), "全国",
        html.figure(
            _("Grain, 1957 = 100"), "index", partial(bars.beside_country, years), note,
            html.table(_("Year by year"), heads, rows),
            html.key_of([
                ("cinnabar", _("written here")), ("indigo", _("brought in here")),
                ("ink2", _("the country, as known later")), ("panel", _("the country, as claimed")),
            ]),
        ),
        html.third(_("How many died in the country")),
        html.paragraph(_(whole.found.excess_text).format(low=low, high=high)),
        html.folded(_("Who estimates what"), _estimates()),
        html.folded(_("Births and deaths, registered and estimated"), _rates()),
    )  # fmt: skip


def _estimates() -> str:
    rows = []
    for one in country.ESTIMATES:
        low, high = (number(each, 0 if each == int(each) else 1) for each in (one.low, one.high))
        amount = low if one.low == one.high else _("{low} to {high}").format(low=low, high=high)
        rows.append([one.who, num(amount), _(one.note) if one.note else ""])
    heads = [_("Author"), num(_("Millions")), ""]
    return html.table(_("Deaths beyond the usual, 1958 to 1962"), heads, rows)


def _rates() -> str:
    heads = [
        _("Year"), num(_("Births, registered")), num(_("Deaths, registered")),
        num(_("Births, Banister")), num(_("Deaths, Banister")),
    ]  # fmt: skip
    rows = [
        [str(one.year), num(number(one.births, 1)), num(number(one.deaths, 1)),
         num(number(one.births_estimated, 1)), num(number(one.deaths_estimated, 1))]
        for one in country.RATES
    ]  # fmt: skip
    return html.table(
        _("Per 1,000 people. Two bases that must not be mixed."), heads, rows
    )  # fmt: skip


def people(whole: Whole) -> str:
    """The dining hall in bowls, births and deaths, and the register."""
    found, level = whole.found.people, whole.level
    line = _(
        "{start} people ate here in {first}, and {born} were born. {end} answered the roll in"
        " {last}. {left} had left; {died} had died."
    ).format(
        start=number(found.at_start), first=level.start_year, born=number(found.born),
        end=number(found.at_end), last=found.years[-1].year, left=number(found.left),
        died=number(found.died),
    )  # fmt: skip
    everyone, hit = found.at_start + found.born, whole.lives[0].households
    each = bowls.persons_a_bowl(everyone)
    usual = found.at_start * whole.beyond.usual_pm / 1000
    heads = [_("Year"), num(_("Born")), num(_("Died")), num(_("Left")), num(_("At its end"))]
    rows = [
        [str(one.year), num(number(one.born)), num(number(one.died)), num(number(one.left)),
         num(number(one.at_end))]
        for one in found.years
    ]  # fmt: skip
    rows.append([_("Together"), num(number(found.born)), num(number(found.died)),
                 num(number(found.left)), num(number(found.at_end))])  # fmt: skip
    return html.section(
        "people", _("The people"), "人",
        html.paragraph(line, "lead"),
        html.paragraph(" ".join(hit), "quiet"),
        html.figure(
            _("The dining hall, at {count} people to a bowl").format(count=number(each)), "bowls",
            partial(bowls.chart, everyone, found.at_end),
            _("A full bowl: people who are there. An outline: people who left or died."),
        ),
        html.figure(
            _("Born and died, by year"), "years",
            partial(bars.people, found.years, usual, " ".join(hit)),
            _("Outline: born. Filled: died. Dotted: the deaths of a usual year."),
            html.table(_("The people by year"), heads, rows, sums=True),
        ),
        html.paragraph(beyond_words(whole.beyond)),
        html.third(_("The register")),
        html.paragraph(
            _("The households are invented. What befell them was drawn from what befell their"
              " brigade."), "quiet",
        ),
        "".join(_household(whole, page) for page in whole.found.households),
    )  # fmt: skip


def _household(whole: Whole, page: Page) -> str:
    story = whole.level.words.get(f"{page.id}.story", "")
    fates = " ".join(fate(whole.level, one) for one in page.gone)
    parts = [html.paragraph(told(*sentence(page)), "name")]
    parts += [html.paragraph(story)] if story else []
    parts += [html.paragraph(fates, "quiet")] if fates else []
    return f'<div class="household">{"".join(parts)}</div>'


def after(whole: Whole) -> str:
    """What came after a removal is a successor's."""
    turn = whole.found.removed_turn
    if turn < 0:
        return ""
    line = _(
        "The secretary was removed in {season}. What came after it, in all figures of this page, is"
        " a successor’s."
    ).format(season=season_of(whole.level, turn))
    heads = [_("Season"), _("At the desk"), num(_("People")), num(_("Died")), num(_("In store"))]
    rows = [
        [
            season_name(one.season, one.year),
            _("you") if one.turn <= turn else _("Comrade Meng"),
            num(number(one.people)), num(number(one.died)), num(tonnes(one.store_kg)),
        ]
        for one in whole.found.seasons
    ]  # fmt: skip
    return html.section(
        "after", _("After you"), "继任", html.paragraph(line),
        html.table(_("Season by season, and who sat at the desk"), heads, rows),
        html.paragraph(" ".join(whole.lives[0].households), "quiet"),
    )  # fmt: skip
