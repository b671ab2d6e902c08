"""The page on every tonne: bands from field to state, store, table, loss, then tables."""

from game.reports import accounts
from game.reports.page.bars import HATCH, PARTS
from game.reports.page.flow import CAME_COLOURS
from game.reports.paths import CAME, SHORT, WENT, Path, paths, whole
from game.ui.screens import debrief_why as why
from game.ui.screens.bands import Made
from game.ui.screens.bands import whole as column
from game.ui.screens.debrief_why import Books
from game.ui.theme import BODY, HEAD
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.flows import Band, Flows
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.table import Column, Table
from game.words import _, percent, percent_exact, tonnes


class EveryTonne:
    """The village's grain as bands, of all years or of one; below it the figures as tables."""

    def __init__(self, books: Books | None) -> None:
        self.books = books
        self.years: list[Path] = []
        if books is None:
            return
        self.years = paths(books.level, books.entries, books.states)
        names = [_("All years"), *(str(one.year) for one in self.years)]
        self.which = Choice(_("Years"), names, 0, lambda _at: self._show(), key="which_year")
        self.flows = Flows(
            _("Where every tonne of the village’s grain came from and went"), key="flows",
            hint=_("Arrows go from band to band; ? opens what a band is made of."),
        )  # fmt: skip
        self._show()

    def page(self) -> Made:
        """Title, subtitle, widgets."""
        title = _("Where every tonne went")
        if self.books is None:
            return title, "", [column(Label(_("No season has been closed at this desk."), BODY))]
        sub = _("From March 1958 on, of raw grain. Both sides are the same to the kilogram.")
        return title, sub, [column(self.which, self.flows, *self._tables(), *self._county())]

    def _show(self) -> None:
        """The bands of the chosen years."""
        assert self.books is not None
        at = self.which.chosen
        one = self.years[at - 1] if at else whole(self.years)
        turns = self.books.turns_of(one.year) if at else list(range(len(self.books.states)))
        sums = max(1, sum(getattr(one, name) for name in CAME))
        bands = []
        for names, colours in ((CAME, CAME_COLOURS), (WENT, PARTS)):
            for name in names:
                kg, out = getattr(one, name), names is WENT
                share = percent(kg * 1000 // sums)
                text = _("{amount}, {share}").format(amount=tonnes(kg), share=share)
                part = accounts.share(_(SHORT[name]), kg, sums)
                asks = (
                    self.books.path(name, turns, tonnes(kg), self.which.value_text),
                    why.given(share, part),
                )
                hatched = out and bool(HATCH.get(name))
                bands.append(Band(_(SHORT[name]), kg, text, colours[name], hatched, out, asks))
        self.flows.show(bands)

    def _tables(self) -> list[Widget]:
        """The same, year by year."""
        books = self.books
        assert books is not None
        columns = [Column("", 6), *(Column(str(one.year), 2, right=True) for one in self.years)]
        made: list[Widget] = []
        for names, side, head, chinese in (
            (CAME, "came", _("The village, year by year: it came"), "来"),
            (WENT, "went", _("The village, year by year: it went"), "去"),
        ):
            rows, asks = [], []
            for name in (*names, side):
                own = names if name == side else (name,)
                kg = [sum(getattr(one, each) for each in own) for one in self.years]
                label = _("Together") if name == side else _(SHORT[name])
                rows.append([label, *(tonnes(each) for each in kg)])
                asks.append([
                    books.path(name, books.turns_of(one.year), tonnes(each), str(one.year))
                    for one, each in zip(self.years, kg, strict=True)
                ])  # fmt: skip
            table = Table(head, columns, rows, sums=True)
            table.rows_tell(asks)
            made += [Head(head, chinese, style=HEAD), table]
        return made

    def _county(self) -> list[Widget]:
        """All grain, with the county's stores counted in."""
        assert self.books is not None
        made: list[Widget] = []
        for came, head, chinese in (
            (True, _("With the county’s stores: it came"), "来"),
            (False, _("With the county’s stores: it went"), "去"),
        ):
            lines = [line for line in self.books.told.tonnes if line.came == came]
            sums = sum(line.kg for line in lines)
            rows = [
                [_(line.text), tonnes(line.kg), percent_exact(line.kg * 1000 // max(1, sums))]
                for line in lines
            ]
            rows.append([_("Together"), tonnes(sums), ""])
            columns = [Column("", 6), Column(_("Grain"), 2, right=True), Column(_("Share"), 2,
                       right=True)]  # fmt: skip
            table = Table(head, columns, rows, sums=True)
            table.rows_tell([*(why.tonnes_line(line, sums) for line in lines),
                             (why.together(lines),)])  # fmt: skip
            made += [Head(head, chinese, style=HEAD), table]
        return made
