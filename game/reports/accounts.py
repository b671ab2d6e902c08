"""Accounts: the parts of a debrief's figures, where they are sums that no single view has.

A step is named by a season, by an account of the ledger, by a key of `ui.screens.why_words`, or,
behind "=", in words. Doing the steps gives the figure exactly.
"""

from collections.abc import Callable, Iterable, Sequence

from game.reports import country
from game.reports.grain_year import GrainYear
from game.reports.register import ADULT, CHILD, DIED, LEFT, OLD, Page
from game.sim.level import Level
from game.sim.views import HarvestView, View
from game.sim.why import Chain, Parts
from game.words import _

SEASON = "season."
"""Before the name of a step that is a season: `season.2.1958` is autumn 1958."""
Amounts = Iterable[tuple[str, int]]
AGES = {CHILD: "children", ADULT: "working_age", OLD: "the_old"}


def season_part(year: int, season: int) -> str:
    """The name of a step that is a season.

    >>> season_part(1958, 2)
    'season.2.1958'
    """
    return f"{SEASON}{season}.{year}"


def turn_part(level: Level, turn: int) -> str:
    """The same for a turn of a level."""
    return season_part(level.year(turn), level.season(turn))


def turn_of(level: Level, name: str) -> int | None:
    """The turn that a step is named by; None for other names, and for seasons before the level."""
    if not name.startswith(SEASON):
        return None
    return next((turn for turn in range(level.turns) if turn_part(level, turn) == name), None)


def total(figure: str, unit: str, amounts: Amounts, of: str = "", bound: str = "") -> Parts:
    """A sum.

    Args:
        figure: its key
        unit: of all its parts
        amounts: names and amounts; nothing is said of nothing
        of: what it is the sum of, in words
        bound: "low" or "high" where it is one end of a range

    >>> total("born", "persons", [("season.0.1958", 3), ("season.1.1958", 4)]).value
    7
    """
    chain = Chain(figure, unit, of, bound)
    for name, amount in amounts:
        if amount:
            chain.add(name, amount)
    if not chain.steps:
        chain.start("nothing", 0)
    return chain.done()


def less(figure: str, unit: str, then: int, was: int, bound: str = "") -> Parts:
    """A difference between two lives: what would have been, less what was."""
    chain = Chain(figure, unit, "", bound).start("in_that_life", then)
    return chain.add("as_it_was", -was).done()


# ---- grain


def _name(one: HarvestView) -> str:
    return season_part(one.year, one.season)


def harvests(
    figure: str, found: Sequence[HarvestView], of: str = ""
) -> tuple[Parts, ...]:  # fmt: skip
    """Harvests together, one figure of each: said, reported, actual, taken or gap.

    What is only estimated has two ends.
    """
    if figure in {"actual", "gap"} and any(_wide(one) for one in found):
        return tuple(
            total(figure, "kg", [(_name(one), value(one)) for one in found], of, bound)
            for bound, value in _ENDS[figure]
        )
    return (total(figure, "kg", [(_name(one), _VALUES[figure](one)) for one in found], of),)


def _wide(one: HarvestView) -> bool:
    return one.actual.low_kg != one.actual.high_kg


_Value = Callable[[HarvestView], int]
_VALUES: dict[str, _Value] = {
    "said": lambda one: one.said_kg,
    "reported": lambda one: one.reported_kg,
    "actual": lambda one: one.actual.kg,
    "taken": lambda one: one.taken_kg,
    "gap": lambda one: one.reported_kg - one.actual.kg,
}
_ENDS: dict[str, tuple[tuple[str, _Value], ...]] = {
    "actual": (("low", lambda one: one.actual.low_kg), ("high", lambda one: one.actual.high_kg)),
    "gap": (
        ("low", lambda one: one.reported_kg - one.actual.high_kg),
        ("high", lambda one: one.reported_kg - one.actual.low_kg),
    ),
}


def grain_year(figure: str, year: GrainYear, of: str = "") -> tuple[Parts, ...]:
    """A point of the chart: two harvests in a row."""
    return harvests(figure, (year.first, year.last), of)


# ---- people


COUNTED: dict[str, Callable[[View], int]] = {
    "births": lambda view: view.births,
    "deaths": lambda view: view.deaths,
    "left": lambda view: view.left,
}


def counted(figure: str, level: Level, views: Sequence[View], turns: Iterable[int]) -> Parts:
    """Births, deaths or departures of some seasons."""
    value = COUNTED[figure]
    return total(
        figure, "persons", [(turn_part(level, turn), value(views[turn])) for turn in turns]
    )


def roll(level: Level, views: Sequence[View], *, all_of_them: bool = False) -> Parts:
    """All who were ever here; or those who answered the roll at the end."""
    chain = Chain("people_ever" if all_of_them else "people_left", "persons")
    chain.start("people_at_start", int(level.people.sum()))
    last = views[-1]
    chain.add("born", last.births_all)
    if all_of_them:
        return chain.done()
    chain.add("died", -last.deaths_all).add("left", -last.left_all)
    return chain.add("to_towns", last.people - chain.total).done()


def household(page: Page, level: Level) -> dict[str, Parts]:
    """One household of the register: its people by age, and what became of them by season."""
    ages = [member.age for member in page.members]
    found = {
        "members": total(
            "members", "persons", [(AGES[age], ages.count(age)) for age in AGES], page.name
        )
    }
    for fate, figure in ((DIED, "household_died"), (LEFT, "household_left")):
        turns = [member.turn for member in page.members if member.fate == fate]
        amounts = [(turn_part(level, turn), turns.count(turn)) for turn in sorted(set(turns))]
        found[fate] = total(figure, "persons", amounts, page.name)
    chain = Chain("household_there", "persons", page.name).start("members", len(page.members))
    chain.add("died", -page.count(DIED)).add("left", -page.count(LEFT))
    found["there"] = chain.done()
    return found


def scales(most: int, left: int) -> Parts:
    """How many granaries can still be weighed in a season."""
    chain = Chain("scales", "number").start("of_the_season", most)
    return chain.add("given_out", left - most).done()


def share(name: str, kg: int, whole: int) -> Parts:
    """A share of all grain, in thousandths."""
    chain = Chain("share", "pm", name).start(f"={name}", kg, "kg").times("thousandths", 1000)
    return chain.over("together", max(1, whole), "kg").done()


def bowl(people: int, bowls: int, each: int) -> Parts:
    """How many people a bowl stands for."""
    chain = Chain("bowl", "persons").start("people_ever", people)
    chain.over("bowls_in_two_rows", bowls)
    return chain.add("to_a_round_number", each - chain.total).done()


# ---- the country: figures that are nobody's sum here


def primary(figure: str, unit: str, value: int, source: str, of: str = "") -> Parts:
    """A figure that is given: its one part is where it stands written."""
    return Chain(figure, unit, of).start(f"={source}", value).done()


def country_grain(year: int, source: str) -> Parts:
    """A harvest of the country, by the later official series, in thousand tonnes."""
    return primary("country_grain", "kt", country.GRAIN_KT[year], source, str(year))


def country_claim(claim: country.Claim, source: str) -> Parts:
    """A harvest of the country, as it was published before it was taken back."""
    return primary("country_claim", "kt", claim.grain_kt, source, f"{claim.year}, {_(claim.when)}")


def estimates() -> tuple[Parts, Parts]:
    """Deaths beyond the usual in the country: whose estimate is the least and the most told."""
    low, high = country.EXCESS_DEATHS
    least = next(one for one in country.ESTIMATES if one.low == low)
    most = next(one for one in country.ESTIMATES if one.high == high)
    return (
        Chain("country_excess", "millions", "", "low").start(f"={least.who}", low).done(),
        Chain("country_excess", "millions", "", "high").start(f"={most.who}", high).done(),
    )
