"""Decisions: those of a game that mattered most, each undone on the same seed, in words.

The runs come from `play.otherwise`; here they are told. An effect is what would have been otherwise
less what was: fewer deaths are below zero. It stands with its range over other lucks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.reports.accounts import less
from game.reports.telling import shown, signed, signed_tonnes, told
from game.reports.touched import Figures, touched
from game.reports.weighed_like import ChangeLike, OtherwiseLike, SumsLike, WeighedLike
from game.reports.when import season_of, when
from game.sim.level import Level
from game.sim.why import Chain, Parts
from game.words import N_, _, _n, number


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision and its effect: what would have been otherwise, less what was."""

    theme: str
    taken: bool
    words: str  # what was decided, and when
    undone: str  # what stands in its place
    deaths: int
    deaths_range: tuple[int, int]  # over all lucks
    harvest_kg: int
    harvest_range: tuple[int, int]
    taken_kg: int
    left: int
    removed_turn: int  # in that life; -1: never
    household: str  # the brigade that differs most, and households of the register in both lives
    touched: bool  # whether any household is different
    successor: bool  # whether it was a successor's, after the secretary's removal
    was: SumsLike  # what the game itself came to
    then: SumsLike  # and that life
    amounts: tuple[tuple[str, tuple[Parts, ...]], ...]  # figures in the words, and their parts
    beside: tuple[tuple[str, Parts], ...]  # those of the household's line


MOST, MOST_OF_A_SUCCESSOR = 9, 4
NO_DECISION = N_("No decision of yours changed what came of it.")
SUCCESSORS = N_("Comrade Meng’s, after your removal")
NOT_YOURS = N_("These were given by the successor. They are not yours, and stand apart.")
ONE_TRUE_FIGURE = N_(
    "One true figure among tall ones is punished, and the quota, set by what was believed before,"
    " stands all the same: so it need not save lives, and here it would have cost some. What an"
    " office does that writes the truth from the first harvest on stands under “Other lives”."
)
A_THEME = {"ration": 1}
"""How many decisions of one theme are told; else two."""
HALLS = (N_("closed"), N_("voluntary"), N_("compulsory"))
WORDS = {
    "steel": N_("{share_pm} of all hands at the furnaces, {when}"),
    "works": N_("{share_pm} of all hands at waterworks, {when}"),
    "land": N_("{share_pm} of the usual land sown, {when}"),
    "technique": N_("Close planting and deep ploughing at {share_pm} of what was asked, {when}"),
    "hide": N_("{share_pm} of the harvest put aside, {when}"),
    "seed": N_("{share_pm} of the seed kept, {when}"),
    "search": N_("Searches for hidden grain, {when}"),
    "hall": N_("Dining halls {choice}, {when}"),
    "free_meals": N_("Meals without limit, {when}"),
    "plots": N_("Private plots not allowed, {when}"),
    "scrap": N_("Pots and tools fed to the furnaces, {when}"),
    "first": N_("Meals not shared equally, {when}"),
    "leavers": N_("People stopped on the road, {when}"),
    "report": N_("{report_kg} written for the county, {when}"),
    "deliver": N_("{share_pm} of what was demanded delivered, {when}"),
    "plead": N_("A plea for a lower quota, {when}"),
    "ask_back": N_("Asking for grain to be sold back, {when}"),
    "kept_half": N_("All of it delivered, against a demand of {asked_kg}, {when}"),
    "no_plea": N_("No plea for a lower quota, against a demand of {asked_kg}, {when}"),
    "ration": N_("A ration of {food_g} a working day, {when}"),
}
UNDONE = {
    "steel": N_("those hands in the fields"),
    "works": N_("those hands in the fields"),
    "land": N_("all of the usual land sown"),
    "technique": N_("sown and ploughed as before"),
    "hide": N_("nothing put aside"),
    "seed": N_("all of the seed kept"),
    "search": N_("no search"),
    "hall": N_("no dining halls"),
    "free_meals": N_("meals by ration"),
    "plots": N_("plots allowed"),
    "scrap": N_("no pots and tools given"),
    "first": N_("equal shares"),
    "leavers": N_("people let go"),
    "report": N_("what had been brought in"),
    "deliver": N_("all of it delivered"),
    "plead": N_("no plea"),
    "ask_back": N_("not asked"),
    "kept_half": N_("half of it kept back"),
    "no_plea": N_("a plea, admitting the true figure"),
    "ration": N_("the ration of the season before, {instead_g}"),
}


def true_figure_costs(chosen: Sequence[Decision]) -> bool:
    """Whether a single true figure would have cost lives, among some: it wants a word."""
    return any(one.theme in {"report", "no_plea"} and one.deaths > 0 for one in chosen)


def decisions(level: Level, seed: int, run: int, weighed: WeighedLike) -> tuple[Decision, ...]:
    """Those that mattered most, by deaths; of one theme no more than two.

    The secretary's stand first, then those of a successor: they are never mixed.

    Args:
        level: the level
        seed: of the game
        run: its run number
        weighed: the game and each of its decisions undone
    """
    found: dict[bool, list[Decision]] = {False: [], True: []}
    told_of: dict[tuple[bool, str], int] = {}
    base = weighed.as_it_was
    for other in weighed.others:
        theme = other.change.successor, other.change.theme
        most = MOST_OF_A_SUCCESSOR if theme[0] else MOST
        if (
            len(found[theme[0]]) >= most
            or told_of.get(theme, 0) >= A_THEME.get(theme[1], 2)
            or not other.seasons
            or not any(_moved(base, other.sums))
        ):
            continue
        told_of[theme] = told_of.get(theme, 0) + 1
        line = touched(level, seed, run, weighed.seasons, other.seasons)
        found[theme[0]].append(_decision(level, base, other, line))
    return (*found[False], *found[True])


def _moved(base: SumsLike, other: SumsLike) -> tuple[bool, ...]:
    return base.deaths != other.deaths, base.harvest_kg != other.harvest_kg


def _decision(
    level: Level,
    base: SumsLike,
    other: OtherwiseLike,
    line: tuple[str, Figures, bool],
) -> Decision:
    change, sums = other.change, other.sums
    values: dict[str, object] = {
        "share_pm": _share(change), "report_kg": change.value, "asked_kg": change.value,
        "food_g": change.value, "when": when(level, change.turns),
        "choice": _halls(change),
    }  # fmt: skip
    deaths = [b - a for a, b in zip(base.deaths, sums.deaths, strict=True)]
    harvest = [b - a for a, b in zip(base.harvest_kg, sums.harvest_kg, strict=True)]
    undone = told(UNDONE[change.theme], {"instead_g": change.instead})
    return Decision(
        change.theme, change.taken, told(WORDS[change.theme], values), undone,
        deaths[0], (min(deaths), max(deaths)), harvest[0], (min(harvest), max(harvest)),
        sums.taken_kg[0] - base.taken_kg[0], sums.left[0] - base.left[0], sums.removed[0],
        line[0], line[2], change.successor, base, sums, _amounts(change), line[1],
    )  # fmt: skip


def _halls(change: ChangeLike) -> str:
    """How the halls stood, or how at first and how later."""
    least, most = (_(HALLS[min(2, value)]) for value in (change.least, change.most))
    return least if least == most else _("{low} or {high}").format(low=least, high=most)


def _share(change: ChangeLike) -> str:
    """What stood, or from where to where where it differed by season."""
    least, most = (shown("share_pm", value) for value in (change.least, change.most))
    return least if least == most else _("{low} to {high}").format(low=least, high=most)


KG = {"report": "ordered", "kept_half": "demanded", "no_plea": "demanded"}
"""Decisions whose figure is an amount of grain, and where it comes from; the others are shares."""


def _amounts(change: ChangeLike) -> tuple[tuple[str, tuple[Parts, ...]], ...]:
    """The figures that a decision's words tell: what a person ordered has no parts."""
    theme = change.theme
    if theme == "ration":
        return tuple(
            (shown("food_g", value), (Chain("ration", "g").start(name, value).done(),))
            for value, name in ((change.value, "ordered"), (change.instead, "ordered_before"))
        )
    if theme in KG:
        parts = Chain("decided", "kg").start(KG[theme], change.value).done()
        return ((shown("report_kg", change.value), (parts,)),)
    if "{share_pm}" in WORDS[theme]:
        low, high = ("low", change.least), ("high", change.most)
        one = shown("share_pm", change.least) == shown("share_pm", change.most)
        told_of = tuple(
            Chain("decided", "pm", bound=bound).start("ordered", value).done()
            for bound, value in ([("", change.least)] if one else [low, high])
        )
        return ((_share(change), told_of),)
    return ()


def accounts(one: Decision) -> dict[str, tuple[Parts, ...]]:
    """The parts of a decision's figures: what would have been, less what was."""
    deaths = [b - a for a, b in zip(one.was.deaths, one.then.deaths, strict=True)]
    ends = []
    for bound, end in (("low", min(deaths)), ("high", max(deaths))):
        at = deaths.index(end)
        ends.append(less("deaths", "persons", one.then.deaths[at], one.was.deaths[at], bound))
    return {
        "deaths": (less("deaths", "persons", one.then.deaths[0], one.was.deaths[0]),),
        "range": tuple(ends),
        "harvest": (less("harvest", "kg", one.then.harvest_kg[0], one.was.harvest_kg[0]),),
        "taken": (less("taken", "kg", one.then.taken_kg[0], one.was.taken_kg[0]),),
    }


def sums(one: Decision) -> dict[str, tuple[Parts, Parts]]:
    """What both lives came to: deaths, harvest and what was taken, as it was and in that life."""
    found = {}
    for name, figure, unit in (
        ("deaths", "deaths", "persons"), ("harvest_kg", "harvest", "kg"),
        ("taken_kg", "taken", "kg"),
    ):  # fmt: skip
        found[figure] = (
            Chain(figure, unit).start("as_it_was", getattr(one.was, name)[0]).done(),
            Chain(figure, unit).start("in_that_life", getattr(one.then, name)[0]).done(),
        )
    return found


class InWords(NamedTuple):
    """A decision undone, sentence by sentence; what there is nothing to say of is empty."""

    instead: str
    dead: str
    grain: str
    removed: str
    household: str  # beside the dead


def in_words(level: Level, removed_turn: int, one: Decision) -> InWords:
    """What stands in a decision's place, what would have come of it, and a household in both lives.

    Args:
        level: the level
        removed_turn: of the game itself; another removal is told
        one: the decision
    """
    instead = _("Otherwise: {undone}.").format(undone=one.undone)
    if not one.taken:
        instead = f"{_('This was open, and was not done.')} {instead}"
    low, high = one.deaths_range
    dead = _("{deaths} would have died ({low} to {high}).").format(
        deaths=fewer(one.deaths), low=signed(low), high=signed(high)
    )
    grain = _("Harvest {harvest}, taken by the state {taken}.").format(
        harvest=signed_tonnes(one.harvest_kg), taken=signed_tonnes(one.taken_kg)
    )
    removed = ""
    if one.removed_turn >= 0 and one.removed_turn != removed_turn:
        season = season_of(level, one.removed_turn)
        removed = _("The secretary is removed in {season}.").format(season=season)
    return InWords(instead, dead, grain, removed, one.household)


def lines_of(level: Level, removed_turn: int, one: Decision) -> list[str]:
    """The same in three lines."""
    told = in_words(level, removed_turn, one)
    second = " ".join(each for each in (told.dead, told.grain, told.removed) if each)
    return [each for each in (told.instead, second, told.household) if each]


def fewer(deaths: int) -> str:
    """A difference of people in words.

    >>> fewer(-12), fewer(1), fewer(0)
    ('12 people fewer', '1 person more', 'As many people')
    """
    count = abs(deaths)
    if not count:
        return _("As many people")
    if deaths < 0:
        return _n("{count} person fewer", "{count} people fewer", count).format(count=number(count))
    return _n("{count} person more", "{count} people more", count).format(count=number(count))
