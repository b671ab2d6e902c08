"""The parts of a harvest: what was grown, said, written, taken, demanded and sold back."""

from collections.abc import Callable

from game.sim.ledger import Account
from game.sim.parts_told import Told, at, of_figure, ranged, summed
from game.sim.view_parts import Figure, HarvestView, UnitView
from game.sim.why import Chain, Parts, Why

HELD_BACK = ("held_back", "taken_all_the_same")
"""Told only where less than what is demanded was ordered to be delivered."""


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
        return ranged(told, "harvest", lambda each: each.harvest)
    each = told.now.units[unit]
    if each.harvest.kind == "estimate":
        return _made_of(each.said_kg, each.harvest, "harvest", each.name)
    chain = Chain("harvest", "kg", each.name)
    for why in of_figure(told, "harvest"):
        for factor in why.factors:
            chain.add(factor.name, at(factor.amount, unit))
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
            chain.start(factor.name, at(factor.amount, unit))
        else:
            chain.share(factor.name, at(factor.pm, unit))
    return chain.done(at(why.factors[-1].amount, unit))


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
    for why in of_figure(told, "harvest"):
        for factor in why.factors:
            sums[factor.name] += at(factor.amount, unit)
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
    whys = of_figure(told, "procured")
    if last is not None and last.before and unit is None:
        return [chain.start("taken_over", value).done()]
    for factor in (factor for why in whys for factor in why.factors):
        amount = at(factor.amount, unit)
        if amount or factor.name not in HELD_BACK:
            lent = factor.name == "not_found" and amount > 0
            chain.add("for_others" if lent else factor.name, amount)
    if chain.total != value or not chain.steps:
        chain = Chain("taken", "kg", told.name(unit)).start("in_the_books", value)
    return [chain.done()]


def was_demanded(told: Told, unit: int | None) -> list[Parts]:
    """What the county asked for against the report of a harvest that is closed."""
    factors = [factor for why in of_figure(told, "procured") for factor in why.factors]
    asked = [factor for factor in factors if factor.name == "demanded"]
    chain = Chain("was_demanded", "kg", told.name(unit))
    for u in told.units if unit is None else (unit,):
        for factor in asked:
            chain.add(told.now.units[u].name, at(factor.amount, u))
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
            chain.add(f"month.{month}.{year}", at(into, unit))
    return [(chain if chain.steps else chain.start("granted", each.sold_back_kg))
            .done(each.sold_back_kg)]  # fmt: skip
