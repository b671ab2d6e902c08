"""The other pages of the debrief, as title, subtitle and widgets."""

from game.reports.chain import HOW
from game.reports.debrief import Debrief
from game.reports.paths import CAME, SHORT, WENT, paths
from game.reports.register import DIED
from game.reports.telling import told as fill
from game.reports.whole import Whole, beyond_words
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.people_lines import fate, line_of, pages_of
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, BODY_BOLD, HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import N_, _, number, season_name, tonnes

Made = tuple[str, str, list[Widget]]
NOTHING = N_("No season has been closed at this desk.")


def people_page(sitting: Sitting, told: Debrief | None, whole: Whole | None) -> Made:
    """Years of people, the range of deaths beyond the usual, and the register."""
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
        *([Label(beyond_words(whole.beyond), BODY)] if whole is not None else []),
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
    if told is None:
        return _("Where every tonne went"), "", [Label(_(NOTHING), BODY)]
    widgets: list[Widget] = [*_years(sitting)]
    for came, head, chinese in (
        (True, _("With the county’s stores: it came"), "来"),
        (False, _("With the county’s stores: it went"), "去"),
    ):
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


def _years(sitting: Sitting) -> list[Widget]:
    """The village's own grain, year by year."""
    session = sitting.session
    years = paths(session.level, session.entries, session.states)
    columns = [Column("", 6), *(Column(str(year.year), 2, right=True) for year in years)]
    made: list[Widget] = []
    for names, head, chinese in (
        (CAME, _("The village, year by year: it came"), "来"),
        (WENT, _("The village, year by year: it went"), "去"),
    ):
        rows = [
            [_(SHORT[name]), *(tonnes(getattr(year, name)) for year in years)] for name in names
        ]  # fmt: skip
        sums = [sum(getattr(year, name) for name in names) for year in years]
        rows.append([_("Together"), *(tonnes(kg) for kg in sums)])
        made += [Head(head, chinese, style=HEAD), Table(head, columns, rows, sums=True)]
    return made


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
