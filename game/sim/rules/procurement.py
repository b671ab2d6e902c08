"""Procurement: what is taken against the report, and in which order of claims."""

from dataclasses import dataclass

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.level import AUTUMN, Level
from game.sim.state import State, Tally, replace
from game.sim.whole import added, part, ratio_pm, share
from game.sim.why import Factor, Why

SEVEN_MONTHS, SIX_WEEKS = 210, 45
"""Days from the close of the autumn harvest to the next wheat, and of the summer one to autumn."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What follows from a written figure."""

    demanded_kg: Ints  # (R, U)
    withheld_kg: Ints  # (R, U) of it, by the order to deliver less
    forced_kg: Ints  # (R, U) of that, asked for all the same
    floor_kg: Ints  # (R, U) what coercion leaves
    taken_kg: Ints  # (R, U)


def demand(state: State, given: Given, reported: Ints) -> Ints:
    """What the county asks for against a written figure, kg, (R, U).

    The quota stands whatever the harvest; a taller report only adds to it. Shared over brigades by
    what is reported of them, or by what the office asked of each.
    """
    p, level = given.params.quota, given.level
    h = given.harvest
    written = reported.sum(axis=1)
    # What is believed of this harvest moves only a part of the way to what is written of it.
    believed = state.believed_kg[:, h].sum(axis=1)
    if not given.params.channels.quota:
        written = state.tally[:, Tally.HARVEST_KG].sum(axis=1)
    basis = believed + (written - believed) * p.written_pm // 1000
    year = state.believed_kg.sum(axis=(1, 2)) - believed + basis
    people = state.people.sum(axis=(1, 2))
    above = np.maximum(0, year - p.norm_kg_head * people)
    pm = p.base_pm + p.surplus_pm * above // np.maximum(1, year)
    against = part(part(basis, pm), given.take_pm)
    # What was promised abroad is asked for on top, each harvest its part.
    against = against + part(state.export_kg, ratio_pm(basis, year))
    whole = np.maximum(state.quota_kg, against)
    collect = given.params.procurement.collect_pm
    # In a hard climate the second, hoped-for figure is the one that is collected.
    whole = part(whole, 1000 + collect * given.taking_pressure_pm // 1000)
    if not given.params.channels.procurement:
        truth = state.tally[:, Tally.HARVEST_KG].sum(axis=1)
        whole = part(truth, p.base_pm)
    climate = int(level.track.climate_pm[given.month])
    # A plea is heard as far as the climate is mild.
    eased = part(whole, 1000 - (1000 - min(1000, climate)) // 2)
    whole = np.where(given.orders.plead == 1, eased, whole)
    weights = np.where(
        given.orders.asked_kg.sum(axis=1, keepdims=True) > 0, given.orders.asked_kg, reported
    )
    return share(whole, weights)


def days_ahead(level: Level, month: int) -> int:
    """Days that what is left must last, from the close of a harvest season to the next grain."""
    return SEVEN_MONTHS if level.season(month // 3) == AUTUMN else SIX_WEEKS


def _days_to_last(level: Level, month: int) -> Ints:
    """The same for each unit, (U,): districts apart look to their own next main harvest."""
    if not level.apart:
        return np.full(len(level.units), days_ahead(level, month), dtype=np.int64)
    return level.months_to_main_harvest(level.calendar(month + 1)[1]) * 30


def taking(state: State, given: Given, reported: Ints) -> Taking:
    """What would be taken against a written figure; the desk's forecast asks this too."""
    p, level = given.params.procurement, given.level
    demanded = demand(state, given, reported)
    days = _days_to_last(level, given.month)
    pressure = given.taking_pressure_pm
    hard = level.hardness_pm * given.felt_pressure_pm // 1000
    floor = added(state.people) * p.floor_g_day * days // 1000
    floor = part(floor, 1000 - p.coercion.at(hard))
    can = np.maximum(0, state.grain_kg[:, Account.GRANARY] - floor)
    willing = given.orders.deliver_pm
    forced = part(1000 - willing, p.enforce.at(np.array(pressure, dtype=np.int64)))
    whole = demanded.sum(axis=1)
    offered = share(part(whole, willing), demanded)
    wanted = share(part(whole, willing + forced), demanded)
    first = np.minimum(can, wanted)
    # The commune answers as a whole: what one brigade hasn't got is taken from those that have.
    short = (wanted - first).sum(axis=1)
    rest = can - first
    more = share(np.minimum(short, rest.sum(axis=1)), rest)
    taken = first + np.minimum(more, rest)
    # What is still wanting is looked for below the floor too: the more, the taller the illusion.
    last = added(state.people) * p.last_g_day * days // 1000
    below = np.maximum(0, state.grain_kg[:, Account.GRANARY] - taken - last)
    force_pm = p.unmet_pm * pressure // 1000
    wanting = part((wanted - taken).sum(axis=1), force_pm)
    deep = np.minimum(share(np.minimum(wanting, below.sum(axis=1)), below), below)
    return Taking(demanded, demanded - offered, wanted - offered, floor, taken + deep)


def take(state: State, given: Given) -> Outcome:
    """The carts leave."""
    p = given.params.procurement
    taken = taking(state, given, state.tally[:, Tally.REPORTED_KG])
    out = part(taken.taken_kg, p.trade_pm)
    tally = state.tally.copy(order="K")
    tally[:, Tally.DEMANDED_KG] = taken.demanded_kg
    tally[:, Tally.PROCURED_KG] = taken.taken_kg
    tally[:, Tally.PLANNED_KG] = share(state.quota_kg, taken.demanded_kg)
    # Whoever grew it remembers the last harvests too.
    gone = ratio_pm(taken.taken_kg, np.maximum(1, state.tally[:, Tally.HARVEST_KG]))
    taken_pm = state.taken_pm + (gone - state.taken_pm) // 2
    moves = (
        Move(Account.GRANARY, Account.STATE, taken.taken_kg),
        Move(Account.STATE, Account.EXPORTED, out),
    )
    whys: tuple[Why, ...] = ()
    if given.keep_why:
        wanted = taken.demanded_kg - taken.withheld_kg + taken.forced_kg
        parts = (
            Factor("demanded", None, taken.demanded_kg),
            Factor("held_back", None, -taken.withheld_kg),
            Factor("taken_all_the_same", None, taken.forced_kg),
            Factor("not_found", None, taken.taken_kg - wanted),
        )
        whys = (Why("procured", "kg", parts, adds_up=True),)
    state = replace(state, tally=frozen(tally), taken_pm=frozen(taken_pm))
    return Outcome(state, moves, why=whys)


def search(state: State, given: Given) -> Outcome:
    """Hidden grain is looked for: by the office where it was told to, by others in a campaign.

    What is found goes to the state; a unit that is searched trusts less and works less.
    """
    if given.month % 3 != 2:
        return Outcome(state)
    p, q = given.params.procurement, given.params.politics
    hidden = state.grain_kg[:, Account.HIDDEN]
    ordered = given.orders.search == 1
    campaign = int(given.level.track.search[given.month])
    luck = given.draws.whole("procurement.search", 0, 999)
    by_others = (luck < q.hidden_found_pm) & (campaign == 1)
    searched = ordered | by_others
    found = np.where(searched, part(hidden, p.found_pm), 0)
    effort = state.effort_pm - np.where(searched, p.search_effort_pm, 0)
    tally = state.tally.copy(order="K")
    tally[:, Tally.FOUND_KG] += np.where(by_others & ~ordered, found, 0)
    state = replace(state, effort_pm=frozen(np.maximum(100, effort)), tally=frozen(tally))
    return Outcome(state, (Move(Account.HIDDEN, Account.STATE, found),))
