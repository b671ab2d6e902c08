"""What stands behind each figure of the debrief: its parts, from the true books that it opens."""

from collections.abc import Iterable, Iterator, Sequence

from game.reports import accounts, country, decisions, lives, paths
from game.reports.chain import Link
from game.reports.debrief import Debrief
from game.reports.decisions import Decision
from game.reports.lives import Life
from game.reports.marks import Mark, citation
from game.reports.register import Page
from game.reports.tables import Tonnes
from game.reports.telling import shown, signed, signed_tonnes
from game.reports.whole import Beyond
from game.sim.level import Level
from game.sim.why import Chain, Parts
from game.ui.screens.people_lines import household_asks
from game.ui.screens.sitting import Sitting
from game.ui.widgets.base import Ask
from game.words import _, number, percent_exact, tonnes

Asks = tuple[Ask, ...]
CHAIN = {
    "quota_kg": "quota", "hoped_kg": "hoped", "said_kg": "said", "report_kg": "reported",
    "actual_kg": "actual", "lost_kg": "unharvested", "asked_kg": "was_demanded",
    "taken_kg": "taken", "store_kg": "store", "food_g": "eaten_g",
}  # fmt: skip
"""A value of the chain, and the figure of its season."""


def given(text: str, *parts: Parts, own: bool = True) -> Ask:
    """A figure with its parts at hand; `own`: its seasons can be opened, as they are this game's.

    Args:
        text: how it reads
        parts: its account, or the two ends of a range
        own: False for a figure of another life
    """
    return Ask(parts[0].figure, text, true=own, given=parts)


class Books:
    """The true books of a game, for all pages of its debrief.

    Args:
        sitting: the game
        told: its debrief
    """

    def __init__(self, sitting: Sitting, told: Debrief) -> None:
        self.session, self.told = sitting.session, told
        self.level, self.views = sitting.session.level, sitting.session.true_history
        self.entries, self.states = self.session.entries, self.session.states
        self.moved = paths.by_turn(self.entries)

    def turn(self, figure: str, text: str, turn: int) -> Ask:
        """A figure of one season."""
        return Ask(figure, text, None, turn, true=True)

    # ---- grain

    def path(self, name: str, turns: Sequence[int], text: str, of: str) -> Ask:
        """An amount of the village's grain in some turns in a row."""
        return given(
            text, paths.parts_of(self.level, self.moved, self.states, name, turns, of)
        )  # fmt: skip

    def turns_of(self, year: int) -> list[int]:
        """The turns of a year that were played."""
        return [turn for turn in range(len(self.states)) if self.level.year(turn) == year]

    # ---- people

    def people(self, texts: Sequence[str]) -> Asks:
        """Those at the beginning, born, at the end, gone and dead, as they read."""
        every, level, views = range(len(self.views)), self.level, self.views
        start = Chain("people_at_start", "persons")
        for name, count in zip(level.units, level.people.sum(axis=1), strict=True):
            start.add(name, int(count))
        made = (
            start.done(), accounts.counted("births", level, views, every),
            accounts.roll(level, views), accounts.counted("left", level, views, every),
            accounts.counted("deaths", level, views, every),
        )  # fmt: skip
        return tuple(given(text, one) for text, one in zip(texts, made, strict=True))

    def year(self, year: int | None) -> Asks:
        """A row of the people's table; None: all years together."""
        turns = range(len(self.views)) if year is None else self.turns_of(year)
        found = [
            given(number(one.value), one)
            for one in (
                accounts.counted(name, self.level, self.views, turns)
                for name in ("births", "deaths", "left")
            )
        ]
        last = self.views[-1 if year is None else turns[-1]]
        if year is None:
            return (*found, given(number(last.people), accounts.roll(self.level, self.views)))
        return (*found, self.turn("people_all", number(last.people), turns[-1]))

    def household(self, page: Page) -> Asks:
        """The figures of a household's line."""
        return household_asks(page, self.level)

    # ---- the chain

    def link(self, link: Link) -> Asks:
        """The figures of one link."""
        if link.key == "household":
            name = str(link.values["household"])
            return next((self.household(p) for p in self.told.households if p.name == name), ())
        asks = []
        for name, value in link.values.items():
            text = shown(name, value)
            if name in link.given:
                asks.append(given(text, link.given[name]))
            elif name == "claim_kg":
                claims = self.views[link.turn].claims
                tallest = max(claims, key=lambda claim: claim.kg)
                asks.append(self.turn(f"claim.{tallest.id}", text, link.turn))
            elif name in CHAIN:
                asks.append(self.turn(CHAIN[name], text, link.turn))
        return tuple(asks)


def lines(pages: Sequence[Page], level: Level) -> Asks:
    """The figures of several households' lines, of any life."""
    return tuple(flat(household_asks(page, level) for page in pages))


def question(figures: Sequence[tuple[str, tuple[Parts, ...]]]) -> Asks:
    """The figures of a question about this game."""
    return tuple(given(text, *parts) for text, parts in figures)


def tonnes_line(line: Tonnes, whole: int) -> Asks:
    """A line of the account of all grain: how much, and its share."""
    one = accounts.total("every_tonne", "kg", line.parts, _(line.text))
    share = accounts.share(_(line.text), line.kg, whole)
    return given(tonnes(line.kg), one), given(percent_exact(share.value), share)


def together(lines: Sequence[Tonnes]) -> Ask:
    """All lines of one side."""
    one = accounts.total("every_tonne", "kg", [(f"={_(line.text)}", line.kg) for line in lines])
    return given(tonnes(one.value), one)


def decision(one: Decision) -> Asks:
    """The figures of a decision's row: what is told of it, and what came of it."""
    found = decisions.accounts(one)
    return (
        *(given(text, *parts) for text, parts in one.amounts[:1]),
        *_dead(one),
        given(signed_tonnes(one.harvest_kg), *found["harvest"], own=False),
        given(signed_tonnes(one.taken_kg), *found["taken"], own=False),
    )


def _dead(one: Decision) -> Asks:
    """How many more or fewer would have died, and its range."""
    found, (low, high) = decisions.accounts(one), one.deaths_range
    span = _("{low} to {high}").format(low=signed(low), high=signed(high))
    return (
        given(signed(one.deaths), *found["deaths"], own=False),
        given(span, *found["range"], own=False),
    )


def decision_chosen(one: Decision) -> Asks:
    """The figures of what was decided, and of what stands in its place."""
    return tuple(given(text, *parts) for text, parts in one.amounts)


def decision_dead(one: Decision) -> Asks:
    """The figures of what came of it, with those of the households beside it."""
    return (*_dead(one), *(given(text, parts, own=False) for text, parts in one.beside))


def decision_words(one: Decision) -> Asks:
    """All of them."""
    more = (*one.amounts[1:], *((text, (parts,)) for text, parts in one.beside))
    return (*decision(one), *(given(text, *parts, own=False) for text, parts in more))


def lucks(one: Beyond) -> Ask:
    """How often the game was played under the same orders."""
    amounts = [("own_luck", 1), ("other_lucks", one.lucks - 1)]
    return given(number(one.lucks), accounts.total("lucks", "number", amounts))


def usual(one: Beyond) -> Ask:
    """Deaths of a usual year: what the model has, beside what was registered."""
    source = _("the model’s rates by age, for people who are fed")
    return given(number(one.usual_pm), accounts.primary("usual_pm", "number", one.usual_pm, source))


def life(one: Life, *, own: bool) -> Asks:
    """A row of the other lives."""
    found = lives.accounts(one)
    texts = {
        "reported": tonnes(one.reported_kg), "actual": tonnes(one.actual_kg),
        "taken": tonnes(one.taken_kg), "died": number(one.died), "left": number(one.left),
    }  # fmt: skip
    return tuple(given(text, *found[name], own=own) for name, text in texts.items())


def mark(one: Mark) -> Asks:
    """How many there are of something, by what they are."""
    parts = accounts.total("counted", "number", [(f"={name}", count) for name, count in one.of])
    return (given(number(one.count), parts),)


def events() -> list[Asks]:
    """The figures of the country's dated events: they are nobody's sum here, and have a source."""
    found: list[Asks] = [() for _one in country.COUNTRY]
    claim = country.CLAIMS[0]
    found[0] = (
        given("375", accounts.country_claim(claim, citation(claim.source))),
        given("198", accounts.country_grain(1958, citation(country.GRAIN_SOURCE))),
    )
    found[2] = (given("144", accounts.country_grain(1960, citation(country.GRAIN_SOURCE))),)
    return found


def excess() -> Ask:
    """The range of the historians' estimates."""
    low, high = country.EXCESS_DEATHS
    return given(
        _("{low} to {high}").format(low=number(low), high=number(high)), *accounts.estimates()
    )


def flat(asks: Iterable[Asks]) -> Iterator[Ask]:
    """All of them, one after the other."""
    for each in asks:
        yield from each
