"""The other pages of the debrief, as title, subtitle and widgets."""

from game.reports.chain import HOW, whose
from game.reports.register import DIED
from game.reports.telling import told as fill
from game.reports.whole import Whole, beyond_words
from game.ui.screens import debrief_why as why
from game.ui.screens.bands import Band, Made, whole
from game.ui.screens.debrief_why import Books
from game.ui.screens.linked import Linked
from game.ui.screens.numbered import Step, Steps
from game.ui.screens.people_lines import fate, line_of
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, BODY_BOLD, HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.compare import Amount
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import N_, _, number, season_name, tonnes

NOTHING = N_("No season has been closed at this desk.")


def people_page(sitting: Sitting, books: Books | None, found: Whole | None) -> Made:
    """Years of people, the range of deaths beyond the usual, and the register."""
    if books is None:
        return _("The people"), "", [whole(Label(_(NOTHING), BODY))]
    told = books.told
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
    table = Table(_("The people by year"), columns, rows, sums=True)
    table.rows_tell([*(books.year(one.year) for one in people.years), books.year(None)])
    years = [table, *([_beyond(found)] if found is not None else [])]
    widgets: list[Widget] = [Head(_("The register"), "名册", style=HEAD)]
    for page in told.households:
        line, *story = _household(sitting, page.id, line_of(sitting, page))
        line.can_tell(*books.household(page))
        widgets += [line, *story]
        dated = [fate(sitting, member) for member in page.gone]
        if dated:
            widgets.append(Label(" ".join(dated), SECOND))
    sub = _("The households are invented; what befell them was drawn from what befell the brigade.")
    return _("The people"), sub, [Band((tuple(years), tuple(widgets)), (9, 11))]


def _beyond(found: Whole) -> Label:
    """Deaths beyond the usual, as a range."""
    one = found.beyond
    told = Label(beyond_words(one), BODY, key="beyond")
    span = _("{low} to {high}").format(low=number(one.low), high=number(one.high))
    if one.high:
        told.can_tell(why.given(span, *one.parts, own=False), why.lucks(one), why.usual(one))
    return told


def _household(sitting: Sitting, key: str, line: str) -> list[Widget]:
    story = sitting.session.level.words.get(f"{key}.story", "")
    return [Label(line, BODY_BOLD), *([Label(story, SECOND, "ink2")] if story else [])]


def chain_page(sitting: Sitting, books: Books | None) -> Made:
    """From target to hunger, in the game's own figures, its grain as bars of one measure."""
    title = _("From the target to the hunger")
    if books is None or not books.told.chain:
        return title, "", [whole(Label(_("No autumn harvest was reported at this desk."), BODY))]
    steps, amounts = [], []
    for at, link in enumerate(books.told.chain):
        values = dict(link.values)
        if "household" in values:
            values["household"] = sitting.word(str(values["household"]))
        steps.append(Step(str(at + 1), "", fill(link.text, values)))
        amounts.append([
            Amount(_(BARS[key][0]), kg, kg, tonnes(kg), BARS[key][1], hatched=BARS[key][2])
            for key, kg in link.values.items() if key in BARS and isinstance(kg, int)
        ])  # fmt: skip
    asks = [books.link(link) for link in books.told.chain]
    last = max(at for at, each in enumerate(amounts) if each) + 1
    grain = Linked(_("The chain in tonnes"), steps[:last], amounts[:last], PROSE)
    grain.rows_tell(asks[:last])
    after = Steps(title, steps[last:], joined=True, style=PROSE)
    after.rows_tell(asks[last:])
    cause = (Head(_("What it took"), "原因", style=HEAD), Label(_(HOW), PROSE))
    sub = whose(books.told.chain, sitting.session.removed_turn)
    return title, sub, [whole(grain), Band(((after,), cause), (47, 53))]


BARS = {
    "quota_kg": (N_("Asked for by the county"), "ash", False),
    "claim_kg": (N_("Said of the neighbours"), "cinnabar_deep", True),
    "report_kg": (N_("Written by the office"), "cinnabar_deep", True),
    "actual_kg": (N_("Brought in"), "indigo", False),
    "lost_kg": (N_("Left in the fields"), "ash", False),
    "asked_kg": (N_("Demanded"), "ash", False),
    "taken_kg": (N_("Taken"), "loam", False),
    "store_kg": (N_("Left in the granaries"), "pine", False),
}
"""What of the chain is drawn as a bar: its name, its pigment, and whether it was only written."""


def successor_page(sitting: Sitting, books: Books | None) -> Made:
    """What the successor did, apart from what you did."""
    if books is None:
        return _("After you"), "", [whole(Label(_(NOTHING), BODY))]
    session = sitting.session
    level, turn = session.level, session.removed_turn
    season = season_name(level.season(turn), level.year(turn))
    views = books.views
    columns = [
        Column(_("Season"), 3), Column(_("At the desk"), 3), Column(_("People"), 2, right=True),
        Column(_("Died"), 2, right=True), Column(_("In store, to eat"), 2, right=True),
    ]  # fmt: skip
    rows = [
        [
            season_name(level.season(at), level.year(at)),
            _("you") if at <= turn else _("Comrade Meng"),
            number(view.people), number(view.deaths), tonnes(view.store.kg),
        ]
        for at, view in enumerate(views)
    ]  # fmt: skip
    pages = books.told.households
    hit = [page for page in pages if page.count(DIED)] or list(pages[:1])
    table = Table(_("Seasons"), columns, rows)
    table.rows_tell([
        (books.turn("people_all", number(view.people), at),
         books.turn("deaths", number(view.deaths), at),
         books.turn("store", tonnes(view.store.kg), at))
        for at, view in enumerate(views)
    ])  # fmt: skip
    lines: list[Widget] = []
    for page in hit[:3]:
        lines.append(Label(line_of(sitting, page), SECOND, "ink2"))
        lines[-1].can_tell(*books.household(page))
    sub = _("You were removed in {season}. What came after is a successor’s.").format(
        season=season.lower()
    )
    return _("After you"), sub, [whole(table, *lines)]
