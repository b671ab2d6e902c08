"""The end of a page: what came after, what is documented, questions, sources, in memory."""

from html import escape

from game.levelfiles.chronicle import After, chronicle
from game.reports import country
from game.reports.marks import NAMES, SURE, citation, used
from game.reports.page import html
from game.reports.page.html import num
from game.reports.when import dated, month_name
from game.reports.whole import Whole
from game.words import _, language, number


def afterwards() -> str:
    """The epilogue, in plain sourced lines."""
    lines = "".join(_after(line) for line in chronicle(language()).epilogue)
    return html.section(
        "afterwards", _("Afterwards"), "后来",
        html.paragraph(_("What came of it in the country. Each line names its source.")),
        f'<div class="afterwards">{lines}</div>',
    )  # fmt: skip


def _after(line: After) -> str:
    return (
        f'<div class="household"><p class="name">{escape(dated(line.when))} {mark(line.mark)}</p>'
        f"{html.paragraph(line.text)}{cited(line.source)}</div>"
    )


def cited(key: str) -> str:
    """A source, cited where it is used, with a way to the list of all."""
    line = escape(_("Source: {citation}").format(citation=citation(key)))
    return f'<p class="quiet"><a href="#s-{key}">{line}</a></p>'


def mark(name: str) -> str:
    """Documented, estimated or invented, as a small sign with its word."""
    return f'<span class="mark {name}">{escape(_(NAMES.get(name, name)))}</span>'


def marks(whole: Whole) -> str:
    """What rests on what, and what a model can't show."""
    rows = [
        [_(NAMES[one.mark]), _(one.text), num(number(one.count))] for one in whole.marks
    ]  # fmt: skip
    note = _(
        "Documented: seen in the source named. Estimated: told from the literature, not yet looked"
        " up. Assumed: a figure of the model for which no source was found. Invented: made up for"
        " this game."
    )
    return html.section(
        "marks", _("Documented, estimated, invented"), "史实与虚构",
        html.paragraph(whole.game.note) if whole.game.note else "",
        html.table(_("How many of each"), [_("Mark"), _("What"), num(_("How many"))], rows),
        html.paragraph(note, "quiet"),
        html.third(_("What a model cannot show")),
        html.listed(whole.limits),
        html.folded(_("The country, month by month"), _months(whole)),
    )  # fmt: skip


def _months(whole: Whole) -> str:
    """Every dated event of the level with its mark and its source."""
    items = []
    sources = used(whole.level)
    for event in whole.level.events:
        seen = event.source in sources and sources[event.source].confidence.startswith("found")
        kind = "invented" if event.fictional else "documented" if seen else "estimated"
        when = month_name(whole.level.calendar(event.month))
        words = whole.level.words.get(event.id, event.id)
        items.append(
            f"<li><b>{escape(when)}</b> {mark(kind)}<br>{escape(words)}"
            f"{cited(event.source) if event.source in sources else ''}</li>"
        )
    return f"<ul>{''.join(items)}</ul>"


def questions(whole: Whole) -> str:
    """For a class. There is no answer to tick."""
    return html.section(
        "questions", _("Questions for a class"), "讨论",
        html.paragraph(_("There is no answer to tick.")),
        html.steps([("", text) for text in whole.questions]),
    )  # fmt: skip


def sources(whole: Whole) -> str:
    """All that the page and the level rest on."""
    own = [line.source for line in chronicle(language()).epilogue]
    own += [country.GRAIN_SOURCE, country.EXCESS_SOURCE, *country.RATES_SOURCES]
    own += [one.source for one in country.COUNTRY]
    own += [claim.source for claim in country.CLAIMS]
    items = "".join(
        f'<li id="s-{key}">{escape(one.citation)}.'
        f' <span class="quiet">{escape(one.where)} ({escape(_(SURE.get(one.confidence, "")))})'
        "</span></li>"
        for key, one in used(whole.level, own).items()
    )
    return html.section(
        "sources", _("Sources"), "资料",
        html.paragraph(_("No historian has reviewed this yet.")),
        f'<ul class="sources">{items}</ul>',
    )  # fmt: skip


def memory() -> str:
    """The closing words."""
    words = _(
        "Of those who died in these years most have no stone and no line in any book. Yang Jisheng,"
        " whose father was one of them, called his account of the famine Tombstone (墓碑)."
    )
    return html.section("memory", _("In memory"), "纪念", html.paragraph(words, "serif lead"))


def footer(whole: Whole, version: str) -> str:
    """What is needed to make the same page again."""
    game = whole.game
    words = _(
        "Two Ledgers {version}. Level {level}, seed {seed}, run {run}, {turns} seasons. This page"
        " asks nothing of any other."
    ).format(version=version, level=game.level, seed=game.seed, run=game.run, turns=game.turns)
    return f"<footer>{html.paragraph(words)}</footer>"
