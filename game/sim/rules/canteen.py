"""Canteen: who eats how much, from the common store and from what no ledger shows."""

import numpy as np

from game.sim.arrays import Ints, frozen, ints
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Move
from game.sim.orders import ALLOWED, BY_POINTS, COMPULSORY, SIDELINE, TOLERATED, WEAK_FIRST
from game.sim.state import State, Tally, replace
from game.sim.whole import added, part

DAYS = 30
MOST_FED_PM = 3000
WEIGHTS = tuple(
    ints(groups)[:, None] for groups in ((850, 1100, 850), (1120, 900, 1120), (1000,) * 3)
)
"""Children's, adults' and old people's claims by work points, the weak first, and even, (G, 1)."""


def heads(people: Ints, child_pm: int, old_pm: int) -> Ints:
    """People as thousandths of a working person's need, (R, U, G) -> (R, U, G).

    >>> heads(np.array([[[100, 200, 50]]]), 650, 800)
    array([[[ 65000, 200000,  40000]]])
    """
    return np.asarray(people * np.array([child_pm, 1000, old_pm], dtype=np.int64))


def private_kg(state: State, given: Given, kitchen_pm: Ints) -> Ints:
    """Food from plots, sideline and gathering in a month, kg, (R, U).

    Args:
        state: before the meals
        given: orders and coefficients
        kitchen_pm: what the kitchens give beside the need, per mille, (R, U)
    """
    p = given.params.canteen
    people = added(state.people)
    month = np.array([given.calendar_month], dtype=np.int64)
    full = int(p.plot_g_day.at(month)[0])
    rate = part(state.plots_pm, full) * given.params.channels.plots
    gather = int(p.gather_g_day.at(month)[0])
    # With nothing in the kitchen all look for food, whatever work they were sent to.
    want = p.gather_want.at(kitchen_pm)
    hands = np.maximum(given.orders.labour_pm[:, :, SIDELINE], want)
    gathered = np.minimum(gather * hands // 100, p.gather_most_g_day)
    half_strength = added(state.reserve_pm) // 6
    gathered = part(gathered, 500 + half_strength) * given.params.channels.plots
    return np.asarray(people * (rate + gathered) * DAYS // 1000)


def dig_plots(state: State, given: Given) -> Outcome:
    """Plots are taken away in a day; given back, they are dug again bit by bit."""
    p, plots = given.params.canteen, given.orders.plots[:, None]
    may = np.where(plots == ALLOWED, 1000, np.where(plots == TOLERATED, p.tolerated_pm, 0))
    if (may == state.plots_pm).all():
        return Outcome(state)
    dug = np.minimum(may, state.plots_pm + p.plots_dug_pm)
    return Outcome(replace(state, plots_pm=frozen(dug)))


def given_out(state: State, given: Given) -> tuple[Ints, Ints]:
    """What the kitchens draw in a month when the store has it, and how much of it is eaten, kg.

    Both follow from heads and orders alone, (R, U).
    """
    p = given.params.canteen
    whole = added(heads(state.people, p.child_pm, p.old_pm))
    wanted, waste_pm = _wanted(state, given, whole, _need_kg(whole, given))
    drawn = part(wanted, 1000 + waste_pm)
    return drawn, drawn - part(drawn, waste_pm)


def _need_kg(whole: Ints, given: Given) -> Ints:
    """What would keep so many thousandths of a working person whole for a month, kg."""
    return np.asarray(whole * given.params.canteen.need_g_day * DAYS // 1_000_000)


def _wanted(state: State, given: Given, whole: Ints, need: Ints) -> tuple[Ints, Ints]:
    """What is to be eaten from the common store, kg, and what halls waste, per mille, (R, U)."""
    p, orders = given.params.canteen, given.orders
    hall = orders.hall[:, None] * given.params.channels.halls
    free = (orders.free_meals[:, None] == 1) & (hall > 0)
    ration = whole * orders.ration_g[:, None] * DAYS // 1_000_000
    if given.level.apart:
        ration = np.minimum(ration, _stretched(state, given))
    # Where the campaign is felt less, fewer eat in the halls.
    eats_pm = np.minimum(1000, given.level.radical_pm)
    waste_pm = np.where(hall == COMPULSORY, p.waste_pm * eats_pm // 1000, 0)
    if not free.any():
        return ration, waste_pm
    feast = part(need, 1000 + (p.free_pm - 1000) * eats_pm // 1000)
    return np.where(free, feast, ration), waste_pm


def serve(state: State, given: Given) -> Outcome:
    """Share out the month's food."""
    p = given.params.canteen
    need_heads = heads(state.people, p.child_pm, p.old_pm)
    whole = added(need_heads)
    need = _need_kg(whole, given)
    wanted, waste_pm = _wanted(state, given, whole, need)
    drawn = part(wanted, 1000 + waste_pm)
    granary = state.grain_kg[:, Account.GRANARY]
    common = np.minimum(drawn, granary)
    hidden = np.minimum(state.grain_kg[:, Account.HIDDEN], np.maximum(0, wanted - common))
    wasted = part(common, waste_pm)
    kitchen = common - wasted + hidden
    private = private_kg(state, given, kitchen * 1000 // np.maximum(1, need))
    # In the worst hunger people eat what was kept for the animals.
    hunger = np.maximum(0, part(need, p.feed_below_pm) - (kitchen + private))
    feed = np.minimum(state.grain_kg[:, Account.FEED], hunger)
    eaten = kitchen + feed
    fed = _shares(given, need_heads, eaten + private)
    counts = ((Tally.EATEN_KG, eaten), (Tally.PRIVATE_KG, private), (Tally.NEED_KG, need))
    moves = (
        Move(Account.GRANARY, Account.CANTEEN, common),
        Move(Account.HIDDEN, Account.CANTEEN, hidden),
        Move(Account.FEED, Account.CANTEEN, feed),
        Move(Account.CANTEEN, Account.LOST_STORE, wasted),
        Move(Account.CANTEEN, Account.EATEN, eaten),
        Move(Account.SOIL, Account.PRIVATE, private),
        Move(Account.PRIVATE, Account.EATEN, private),
    )
    return Outcome(replace(state, fed_pm=frozen(fed)), moves, counts=counts)


def _stretched(state: State, given: Given) -> Ints:
    """What a month may take of a district's own store so that it lasts to its next harvest, kg.

    In the month of a harvest people eat while the grain is there.
    """
    months = given.level.months_to_main_harvest(given.calendar_month % 12 + 1)
    # A hall that everybody has to eat in eats by the norm until the bottom is in sight.
    in_sight = given.orders.hall[:, None] * given.params.channels.halls == COMPULSORY
    months = np.where(in_sight, np.minimum(months, given.params.canteen.hall_months), months)
    return np.asarray(state.grain_kg[:, Account.GRANARY] // months)


def _shares(given: Given, need_heads: Ints, food: Ints) -> Ints:
    """Food beside need for each age group, per mille, (R, U, G)."""
    p, first = given.params.canteen, given.orders.first
    points, weak, even = WEIGHTS
    weight = np.where(first == BY_POINTS, points, np.where(first == WEAK_FIRST, weak, even))
    claims = added(need_heads * weight.T[:, None] // 1000)
    # Thousandths of a gram a day over thousandths of a head: small units lose nothing.
    grams = food * 1_000_000 // DAYS
    each = grams * weight[:, :, None] // np.maximum(1, claims) // p.need_g_day  # (G, R, U)
    return np.moveaxis(np.minimum(MOST_FED_PM, each), 0, -1)
