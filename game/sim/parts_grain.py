"""The parts of every figure of grain: what came and went, what was said, what is reckoned."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.sim.ledger import Account, Entry
from game.sim.level import SUMMER, Level
from game.sim.params import Params
from game.sim.view_parts import Figure, HarvestView, Reckoned, UnitView, View
from game.sim.why import Chain, Parts, Step, Why


@dataclass(frozen=True, slots=True)
class Told:
    """What a seat knows of a season: the views before and after it, and what moved in it."""

    level: Level
    params: Params
    before: View | None  # None: there was nothing before
    now: View
    entries: tuple[Entry, ...] = ()  # of the actual ledger; empty in closed books
    why: tuple[Why, ...] = ()

    @property
    def units(self) -> range:
        """The brigades."""
        return range(len(self.now.units))

    def name(self, unit: int | None) -> str:
        """A brigade's name; "" for the commune."""
        return "" if unit is None else self.now.units[unit].name


def summed(
    told: Told, figure: str, unit: str, value: Callable[[UnitView], int], bound: str = ""
) -> Parts:
    """A figure of the commune as the sum of its brigades'."""
    chain = Chain(figure, unit, bound=bound)
    for each in told.now.units:
        chain.add(each.name, value(each))
    return chain.done()


def _whys(told: Told, figure: str) -> list[Why]:
    return [why for why in told.why if why.figure == figure]


def _at(array: object, unit: int | None) -> int:
    row = np.asarray(array)[0]
    return int(row.sum()) if unit is None or row.ndim == 0 else int(row[unit])


# ---- accounts


def account(told: Told, name: str, unit: int | None = None) -> list[Parts]:
    """An account of the actual ledger: what stood in it, what came and what went in the season."""
    which = Account[name.upper()]
    now = told.now.accounts_kg[name]
    chain = Chain(f"account.{name}", "kg")
    if told.before is None:
        return [chain.start("taken_over", now).done()]
    chain.start("stood_before", told.before.accounts_kg[name])
    return [_moved(told, chain, which, unit).done(now)]


def _moved(told: Told, chain: Chain, which: Account, unit: int | None) -> Chain:
    """Add what came and went, by the account at the other end."""
    sums: dict[str, int] = {}
    for entry in told.entries:
        move = entry.move
        into = move.kg if move.into_kg is None else move.into_kg
        if move.target is which:
            key = f"from.{move.source.name.lower()}"
            sums[key] = sums.get(key, 0) + _at(into, unit)
        if move.source is which:
            key = f"to.{move.target.name.lower()}"
            sums[key] = sums.get(key, 0) - _at(move.kg, unit)
    for key, kg in sums.items():
        chain.add(key, kg)
    return chain


# ---- stores


def store(told: Told, unit: int | None) -> list[Parts]:
    """The common granaries: the entries of the season, or what the office reckons with."""
    if unit is None and told.now.store.kind == "actual":
        return [*_common_store(told), *_ranged(told, "store", lambda each: each.store)]
    if unit is None:
        return _ranged(told, "store", lambda each: each.store)
    return _granary(told, told.now.units[unit].store, unit)


def _common_store(told: Told) -> list[Parts]:
    """The commune's store as the entries of the season."""
    chain, now = Chain("store", "kg"), told.now.store.kg
    if told.before is None:
        return [chain.start("taken_over", now).done()]
    chain.start("stood_before", told.before.store.kg)
    return [_moved(told, chain, Account.GRANARY, None).done(now)]


def _ranged(told: Told, figure: str, of: Callable[[UnitView], Figure]) -> list[Parts]:
    """The sum over brigades: one figure, or the two ends of a range."""
    exact = all(of(each).low_kg == of(each).high_kg for each in told.now.units)
    if exact:
        return [summed(told, figure, "kg", lambda each: of(each).kg)]
    ends = (
        summed(told, figure, "kg", lambda each: of(each).low_kg, "low"),
        summed(told, figure, "kg", lambda each: of(each).high_kg, "high"),
    )
    return [replace(end, steps=(*end.steps, _unknown(end))) for end in ends]


def _unknown(end: Parts) -> Step:
    """What is really there: a part of every range, and not to be known."""
    return Step("really_there", "?", 0, end.unit, end.value)


def _granary(told: Told, known: Figure, unit: int) -> list[Parts]:
    name = told.name(unit)
    if known.kind == "actual":
        chain = Chain("store", "kg", name)
        if told.before is None:
            return [chain.start("taken_over", known.kg).done()]
        chain.start("stood_before", told.before.units[unit].store.kg)
        return [_moved(told, chain, Account.GRANARY, unit).done(known.kg)]
    if known.low_kg == known.high_kg:
        return [_reckoned(Chain("store", "kg", name), known).done(known.kg)]
    low, high = Chain("store", "kg", name, "low"), Chain("store", "kg", name, "high")
    for chain in (low, high):
        _reckoned(chain, known).hidden("lost_and_eaten")
    return [low.done(known.low_kg), high.done(known.high_kg)]


def _reckoned(chain: Chain, known: Figure) -> Chain:
    """The lines of the notebook that add up to an end of a range."""
    for name, low_kg, high_kg in known.basis:
        chain.add(name, high_kg if chain.bound == "high" else low_kg)
    return chain


def _ends(told: Told) -> list[tuple[str, int, Reckoned]]:
    """What would follow, with the store it follows from: one, or the two ends of a range."""
    now, forecast = told.now.store, told.now.forecast
    if forecast.ends is None:
        one = Reckoned(forecast.taken_kg, forecast.left_kg, forecast.eat_g_day)
        return [("", now.kg, one)]
    low, high = forecast.ends
    return [("low", now.low_kg, low), ("high", now.high_kg, high)]


def would_be_taken(told: Told, _unit: int | None) -> list[Parts]:
    """At the desk: what the carts would take against the figure."""
    demanded = told.now.forecast.demanded_kg
    return [
        Chain("would_be_taken", "kg", bound=bound)
        .start("demanded", demanded)
        .add("not_found", then.taken_kg - demanded)
        .done()
        for bound, _store, then in _ends(told)
    ]


def claim(told: Told, name: str) -> list[Parts]:
    """What a neighbour is said to have, as if it had grown on our land."""
    claims = {one.id: one for one in told.now.claims}
    neighbours = {one.id: one for one in told.level.neighbours}
    harvest = 0 if told.now.season in (3, 0, SUMMER) else 1
    usual = int(told.level.last_harvest_kg[harvest].sum())
    chain = Chain(f"claim.{name}", "kg").start("our_usual_harvest", usual)
    chain.share("as_they_boast", claims[name].pm).share("their_land", neighbours[name].yield_pm)
    return [chain.done(claims[name].kg)]


def past(told: Told, place: int, what: str) -> list[Parts]:
    """A harvest that was taken over with the desk."""
    one = told.now.harvests[place]
    kg = {"said": one.said_kg, "reported": one.reported_kg, "actual": one.actual.kg}
    value = kg["reported"] - kg["actual"] if what == "gap" else kg[what]
    return [Chain(what, "kg").start("taken_over", value).done()]


def seed_and_feed(told: Told, _unit: int | None) -> list[Parts]:
    """What is kept for sowing and for the animals."""
    forecast = told.now.forecast
    chain = Chain("seed_and_feed", "kg").start("kept_as_seed", forecast.seed_kg)
    return [chain.add("kept_as_feed", forecast.feed_kg).done()]


def seed(told: Told, unit: int | None) -> list[Parts]:
    """Seed in store."""
    if unit is None:
        return [summed(told, "seed", "kg", lambda each: each.seed_kg)]
    each = told.now.units[unit]
    chain = Chain("seed", "kg", each.name)
    if told.before is None or not told.now.open_books:
        return [chain.start("counted", each.seed_kg).done()]
    chain.start("stood_before", told.before.units[unit].seed_kg)
    return [_moved(told, chain, Account.SEED, unit).done(each.seed_kg)]


def left_to_eat(told: Told, _unit: int | None) -> list[Parts]:
    """At the desk: the store as it is known, less what would be taken."""
    return [
        Chain("left_to_eat", "kg", bound=bound)
        .start("in_store", store)
        .add("to.state", then.left_kg - store)
        .done()
        for bound, store, then in _ends(told)
    ]


def eat_g_day(told: Told, _unit: int | None) -> list[Parts]:
    """What is left, shared out evenly until the next harvest."""
    days, people = told.now.forecast.days, max(1, told.now.people)
    return [
        Chain("eat_g_day", "g", bound=bound)
        .start("left_to_eat", then.left_kg, "kg")
        .times("g_kg", 1000)
        .over("people", people, "persons")
        .over("days_to_harvest", days, "days")
        .done(then.eat_g_day)
        for bound, _store, then in _ends(told)
    ]


# ---- a harvest


def said(told: Told, unit: int | None) -> list[Parts]:
    """What the brigades hand in."""
    if unit is None:
        return [summed(told, "said", "kg", lambda each: each.said_kg)]
    each = told.now.units[unit]
    chain = Chain("said", "kg", each.name)
    if each.harvest.kind == "actual":
        chain.start("brought_in", each.harvest.kg).add("added_by_brigades",
                                                       each.said_kg - each.harvest.kg)  # fmt: skip
        return [chain.done()]
    return [chain.start("handed_in", each.said_kg).hidden("brought_in").done()]


def last_said(told: Told, unit: int | None) -> list[Parts]:
    """What the papers of last year say."""
    if unit is None:
        return [summed(told, "last_said", "kg", lambda each: each.last_said_kg)]
    each = told.now.units[unit]
    return [Chain("last_said", "kg", each.name).start("in_last_papers", each.last_said_kg).done()]


def asked(told: Told, unit: int | None) -> list[Parts]:
    """What this office asks of the brigades."""
    if unit is None:
        return [summed(told, "asked", "kg", lambda each: each.asked_kg)]
    each = told.now.units[unit]
    return [Chain("asked", "kg", each.name).start("ordered", each.asked_kg).done()]


def harvest(told: Told, unit: int | None) -> list[Parts]:
    """What was brought in: month by month; or what an office makes of what was said."""
    if unit is None:
        return _ranged(told, "harvest", lambda each: each.harvest)
    each = told.now.units[unit]
    if each.harvest.kind == "estimate":
        return _made_of(each.said_kg, each.harvest, "harvest", each.name)
    chain = Chain("harvest", "kg", each.name)
    for why in _whys(told, "harvest"):
        for factor in why.factors:
            chain.add(factor.name, _at(factor.amount, unit))
    if not chain.steps:
        chain.start("nothing_ripe", each.harvest.kg)
    crops = [why for why in told.why if why.figure.startswith("standing.")]
    grown = [_grown(why, unit, each.name) for why in crops]
    return [chain.done(each.harvest.kg), *(parts for parts in grown if parts.value)]


def _grown(why: Why, unit: int, name: str) -> Parts:
    """What a crop gave in a month: its usual yield, and what it was multiplied by."""
    chain = Chain(why.figure, why.unit, name)
    for factor in why.factors:
        if factor.pm is None:
            chain.start(factor.name, _at(factor.amount, unit))
        else:
            chain.share(factor.name, _at(factor.pm, unit))
    return chain.done(_at(why.factors[-1].amount, unit))


def _made_of(said_kg: int, known: Figure, figure: str, brigade: str = "") -> list[Parts]:
    """A range under a figure that was handed in."""
    made = []
    for bound, end in (("low", known.low_kg), ("high", known.high_kg)):
        chain = Chain(figure, "kg", brigade, bound).start("handed_in", said_kg)
        chain.add("more_than_it_looked", end - said_kg)
        made.append(chain.hidden("brought_in").done())
    return made


def unharvested(told: Told, unit: int | None) -> list[Parts]:
    """What never came in: spilt, shed, or left standing."""
    if unit is None:
        return [summed(told, "unharvested", "kg", lambda each: each.unharvested_kg)]
    each = told.now.units[unit]
    chain = Chain("unharvested", "kg", each.name)
    sums = dict.fromkeys(("ripe", "still_standing", "lost_in_field"), 0)
    for why in _whys(told, "harvest"):
        for factor in why.factors:
            sums[factor.name] += _at(factor.amount, unit)
    if not any(sums.values()):
        return [chain.start("seen", each.unharvested_kg).done()]
    chain.start("ripe", sums["ripe"]).add("still_standing", sums["still_standing"])
    return [chain.add("brought_in", -sum(sums.values())).done(each.unharvested_kg)]


def last_of(told: Told) -> HarvestView | None:
    """The last harvest of the chart."""
    return told.now.harvests[-1] if told.now.harvests else None


def reported(told: Told, unit: int | None) -> list[Parts]:
    """What was written for the county at the last harvest."""
    last = last_of(told)
    if unit is not None:
        each = told.now.units[unit]
        chain = Chain("reported", "kg", each.name)
        if each.harvest.kind == "actual":
            chain.start("brought_in", each.harvest.kg)
            chain.add("added_by_brigades", each.said_kg - each.harvest.kg)
        else:
            chain.start("handed_in", each.said_kg).hidden("brought_in")
        return [chain.add("added_by_the_office", each.reported_kg - each.said_kg).done()]
    if last is None:
        return []
    if last.before:
        return [Chain("reported", "kg").start("taken_over", last.reported_kg).done()]
    chain = Chain("reported", "kg")
    if last.actual.kind != "estimate":
        chain.start("brought_in", last.actual.kg)
        chain.add("added_by_brigades", last.said_kg - last.actual.kg)
    else:
        chain.start("handed_in", last.said_kg).hidden("brought_in")
    return [chain.add("added_by_the_office", last.reported_kg - last.said_kg).done()]


def actual(told: Told, _unit: int | None) -> list[Parts]:
    """What was brought in at the last harvest."""
    last = last_of(told)
    if last is None:
        return []
    if last.before:
        return [Chain("actual", "kg").start("taken_over", last.actual.kg).done()]
    if last.actual.kind == "estimate":
        return _made_of(last.said_kg, last.actual, "actual")
    return [_of_the_season(told, "actual", last.actual.kg, lambda each: each.harvest.kg)]


def _of_the_season(told: Told, figure: str, value: int, of: Callable[[UnitView], int]) -> Parts:
    """By brigade where the harvest was in the season just ended; else as the books have it."""
    parts = summed(told, figure, "kg", of)
    if parts.value == value:
        return parts
    return Chain(figure, "kg").start("in_the_books", value).done()


def gap(told: Told, _unit: int | None) -> list[Parts]:
    """What was written and was not there."""
    last = last_of(told)
    if last is None:
        return []
    known = last.actual
    ends = [("", known.kg)] if known.low_kg == known.high_kg else [
        ("low", known.high_kg), ("high", known.low_kg),
    ]  # fmt: skip
    return [
        Chain("gap", "kg", bound=bound).start("reported", last.reported_kg).add("brought_in", -kg)
        .done()
        for bound, kg in ends
    ]  # fmt: skip


def taken(told: Told, unit: int | None) -> list[Parts]:
    """What the state took at the last harvest."""
    last = last_of(told)
    value = told.now.units[unit].taken_kg if unit is not None else (last.taken_kg if last else 0)
    chain = Chain("taken", "kg", told.name(unit))
    whys = _whys(told, "procured")
    if last is not None and last.before and unit is None:
        return [chain.start("taken_over", value).done()]
    for factor in (factor for why in whys for factor in why.factors):
        chain.add(factor.name, _at(factor.amount, unit))
    if chain.total != value or not chain.steps:
        chain = Chain("taken", "kg", told.name(unit)).start("in_the_books", value)
    return [chain.done()]


def was_demanded(told: Told, unit: int | None) -> list[Parts]:
    """What the county asked for against the report of a harvest that is closed."""
    factors = [factor for why in _whys(told, "procured") for factor in why.factors]
    asked = [factor for factor in factors if factor.name == "demanded"]
    chain = Chain("was_demanded", "kg", told.name(unit))
    for u in told.units if unit is None else (unit,):
        for factor in asked:
            chain.add(told.now.units[u].name, _at(factor.amount, u))
    if not chain.steps:
        chain.start("nothing", 0)
    return [chain.done()]


def carts(told: Told, _unit: int | None) -> list[Parts]:
    """What left on the carts in this season."""
    return [summed(told, "carts", "kg", lambda each: each.taken_kg)]


def sold_back(told: Told, unit: int | None) -> list[Parts]:
    """What the state sold back."""
    if unit is None:
        return [summed(told, "sold_back", "kg", lambda each: each.sold_back_kg)]
    each = told.now.units[unit]
    chain = Chain("sold_back", "kg", each.name)
    for entry in told.entries:
        if entry.move.target is Account.SOLD_BACK:
            year, month = told.level.calendar(entry.month)
            into = entry.move.kg if entry.move.into_kg is None else entry.move.into_kg
            chain.add(f"month.{month}.{year}", _at(into, unit))
    return [(chain if chain.steps else chain.start("granted", each.sold_back_kg))
            .done(each.sold_back_kg)]  # fmt: skip
