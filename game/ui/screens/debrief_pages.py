"""The other pages of the debrief, as title, subtitle and widgets."""

from game.bots import BOTS
from game.play.session import Session
from game.reports.chain import HOW
from game.reports.debrief import LIMITS, QUESTIONS, Debrief, debrief
from game.reports.register import DIED
from game.reports.telling import told as fill
from game.reports.when import month_name
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.people_lines import fate, line_of, pages_of
from game.ui.screens.sitting import Sitting
from game.ui.screens.sources import source_widgets
from game.ui.theme import BODY, BODY_BOLD, HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import N_, _, number, season_name, tonnes

Made = tuple[str, str, list[Widget]]
NOTHING = N_("No season has been closed at this desk.")


def people_page(sitting: Sitting, told: Debrief | None) -> Made:
    """Years of people, and the register."""
    if told is None:
        return _("The people"), "", [Label(_(NOTHING), BODY)]
    columns = [
        Column(_("Year"), 2), Column(_("Born"), 2, right=True), Column(_("Died"), 2, right=True),
        Column(_("Left"), 2, right=True), Column(_("At its end"), 2, right=True),
    ]  # fmt: skip
    rows = [
        [str(one.year), number(one.born), number(one.died), number(one.left), number(one.at_end)]
        for one in told.people.years
    ]
    people = told.people
    rows.append(
        [_("Together"), number(people.born), number(people.died), number(people.left),
         number(people.at_end)]
    )  # fmt: skip
    widgets: list[Widget] = [
        Table(_("The people by year"), columns, rows, sums=True),
        Head(_("The register"), "名册", style=HEAD),
    ]
    for page in told.households:
        widgets += _household(sitting, page.id, line_of(sitting, page))
        dated = [fate(sitting, member) for member in page.members if member.turn >= 0]
        if dated:
            widgets.append(Label(" ".join(dated), SECOND))
    sub = _("The households are invented; what befell them was drawn from what befell the brigade.")
    return _("The people"), sub, widgets


def _household(sitting: Sitting, key: str, line: str) -> list[Widget]:
    story = sitting.session.level.words.get(f"{key}.story", "")
    return [Label(line, BODY_BOLD), *([Label(story, SECOND, "ink2")] if story else [])]


def tonnes_page(sitting: Sitting, told: Debrief | None) -> Made:
    """Where all grain came from, and where it went."""
    del sitting
    if told is None:
        return _("Where every tonne went"), "", [Label(_(NOTHING), BODY)]
    widgets: list[Widget] = []
    for came, head, chinese in ((True, _("It came"), "来"), (False, _("It went"), "去")):
        lines = [line for line in told.tonnes if line.came == came]
        whole = sum(line.kg for line in lines)
        rows = [
            [_(line.text), tonnes(line.kg), _("{share}%").format(
                share=number(line.kg * 100 / max(1, whole), 1))]
            for line in lines
        ]  # fmt: skip
        rows.append([_("Together"), tonnes(whole), ""])
        columns = [Column("", 6), Column(_("Grain"), 2, right=True), Column("", 2, right=True)]
        widgets += [Head(head, chinese, style=HEAD), Table(head, columns, rows, sums=True)]
    return (
        _("Where every tonne went"),
        _("From March 1958 on, of raw grain. Both sides are the same to the kilogram."),
        widgets,
    )


def chain_page(sitting: Sitting, told: Debrief | None) -> Made:
    """From target to hunger, in the game's own figures."""
    title = _("From the target to the hunger")
    if told is None or not told.chain:
        return title, "", [Label(_("No autumn harvest was reported at this desk."), BODY)]
    steps = []
    for at, link in enumerate(told.chain):
        values = dict(link.values)
        if "household" in values:
            values["household"] = sitting.word(str(values["household"]))
        steps.append(Step(str(at + 1), "", fill(link.text, values)))
    return (
        title,
        _("The harvest whose two ledgers were furthest apart, in the figures of this desk."),
        [Steps(title, steps, joined=True), Label(_(HOW), PROSE)],
    )


def successor_page(sitting: Sitting, told: Debrief | None) -> Made:
    """What the successor did, apart from what you did."""
    session = sitting.session
    level, turn = session.level, session.removed_turn
    season = season_name(level.season(turn), level.year(turn))
    views = session.true_history
    columns = [
        Column(_("Season"), 3), Column(_("At the desk"), 3), Column(_("People"), 2, right=True),
        Column(_("Died"), 2, right=True), Column(_("In store"), 2, right=True),
    ]  # fmt: skip
    rows = [
        [
            season_name(level.season(at), level.year(at)),
            _("you") if at <= turn else _("Comrade Meng"),
            number(view.people), number(view.deaths), tonnes(view.store.kg),
        ]
        for at, view in enumerate(views)
    ]  # fmt: skip
    pages = told.households if told is not None else pages_of(sitting)
    hit = [page for page in pages if page.count(DIED)] or list(pages[:1])
    lines: list[Widget] = [Label(line_of(sitting, page), SECOND, "ink2") for page in hit[:3]]
    sub = _("You were removed in {season}. What came after is a successor’s.").format(
        season=season.lower()
    )
    return _("After you"), sub, [Table(_("Seasons"), columns, rows), *lines]


LIVES = (("honest", N_("If every report had been true")),
         ("follower", N_("If every directive had been followed")))  # fmt: skip


def lives_page(sitting: Sitting, told: Debrief | None) -> Made:
    """The same village, weather and luck under other hands."""
    title = _("Other lives of the same village")
    if told is None:
        return title, "", [Label(_(NOTHING), BODY)]
    session = sitting.session
    others = [(name, session.another_life(BOTS[bot])) for bot, name in LIVES]
    columns = [
        Column("", 5), Column(_("Reported"), 2, right=True, colour="cinnabar_deep"),
        Column(_("Actual"), 2, right=True, colour="indigo"), Column(_("Taken"), 2, right=True),
        Column(_("Died"), 2, right=True), Column(_("In office until"), 3, right=True),
    ]  # fmt: skip
    rows = [_life(_("As it was at this desk"), session, told)]
    rows += [_life(_(name), other, debrief(other)) for name, other in others]
    widgets: list[Widget] = [Table(title, columns, rows)]
    for (_bot, name), (_name, other) in zip(LIVES, others, strict=True):
        then = Sitting(other, kept=False)
        hit = [page for page in pages_of(then) if page.count(DIED)]
        line = (
            line_of(then, hit[0])
            if hit
            else _("of the households in the register no one died before the winter of 1961.")
        )
        widgets.append(Label(_("{life}: {line}").format(life=_(name), line=line), SECOND, "ink2"))
    if not session.ended:
        widgets.append(Label(_("Your own column ends where you left the desk."), SECOND, "ink2"))
    sub = _("The same seed: the same weather, the same neighbours, the same luck.")
    return title, sub, widgets


def _life(name: str, session: Session, told: Debrief) -> list[str]:
    own = [one for one in told.harvests if not one.before]
    until = _("the end")
    if session.removed_turn >= 0:
        turn = session.removed_turn
        until = season_name(session.level.season(turn), session.level.year(turn)).lower()
    return [
        name, tonnes(sum(one.reported_kg for one in own)),
        tonnes(sum(one.actual.kg for one in own)), tonnes(sum(one.taken_kg for one in own)),
        number(told.people.died), until,
    ]  # fmt: skip


def questions_page(sitting: Sitting, told: Debrief | None) -> Made:
    """Open questions, what a model cannot show, the sources, the honour."""
    del told
    steps = [Step(str(at + 1), "", _(words)) for at, words in enumerate(QUESTIONS)]
    widgets: list[Widget] = [
        Steps(_("Questions"), steps, style=PROSE),
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
    ]
    events = [event for event in sitting.session.level.events if event.voice == "chronicle"]
    widgets.append(Head(_("The country, month by month"), "大事记", style=HEAD))
    for event in events:
        when = month_name(sitting.session.level.calendar(event.month))
        words = _("{month}: {words}").format(month=when, words=sitting.word(event.id))
        widgets.append(Label(words, SECOND))
    widgets += [Head(_("Sources"), "资料", style=HEAD), *source_widgets()]
    return _("Questions and sources"), _("There is no answer to tick."), widgets
