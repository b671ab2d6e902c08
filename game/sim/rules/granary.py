"""Granary: seed and feed kept back, store losses, grain sold back to the village."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Book, Move
from game.sim.level import AUTUMN, SUMMER
from game.sim.state import State, Tally, replace
from game.sim.whole import added, between, part, share

SUMMER_MONTH, LATE_AUTUMN = 6, 11
FEED_MONTHS, YEAR = 8, 12
DAYS_TO_GRAIN = (30, 30, 210, 120)
"""Days from the close of each season, spring first, to the next grain."""


def seed_needed(state: State, given: Given) -> Ints:
    """Seed for all that is not in the ground yet, kg, (R, U)."""
    need = np.zeros_like(state.labour_days)
    p = given.params
    close = given.orders.technique_pm[:, :, 0] * p.channels.technique
    factor = 1000 + part(close, p.crop.close_seed_pm - 1000)
    for c, crop in enumerate(given.level.crops):
        area = given.level.land_ares * given.orders.crop_pm[:, :, c] // 1000
        waiting = np.maximum(0, area - state.sown_ares[:, :, c])
        need += waiting * crop.seed_kg_ha // 100
    return part(need, factor)


def keep(state: State, given: Given) -> Outcome:
    """Seed and feed come first from a harvest, as the office holds to it; stores lose a part."""
    granary = state.grain_kg[:, Account.GRANARY]
    seed, feed = state.grain_kg[:, Account.SEED], state.grain_kg[:, Account.FEED]
    want_seed = part(seed_needed(state, given), given.orders.seed_pm)
    freed = np.maximum(0, seed - want_seed)
    gathering = SUMMER_MONTH <= given.calendar_month <= LATE_AUTUMN
    to_seed = np.minimum(granary, np.maximum(0, want_seed - seed)) if gathering else seed * 0
    left = granary - to_seed
    want_feed = state.animals * given.params.granary.feed_animal_kg_month * FEED_MONTHS
    months_left = max(1, LATE_AUTUMN + 1 - given.calendar_month)
    wants = np.maximum(0, want_feed - feed) // months_left
    to_feed = np.minimum(left, wants) if gathering else seed * 0
    loss_pm = given.params.granary.loss_month_pm
    lost = part(left - to_feed + freed, loss_pm)
    hidden = state.grain_kg[:, Account.HIDDEN]
    lost_hidden = part(hidden, given.params.granary.hidden_loss_month_pm)
    moves = (
        Move(Account.SEED, Account.GRANARY, freed),
        Move(Account.GRANARY, Account.SEED, to_seed),
        Move(Account.GRANARY, Account.FEED, to_feed),
        Move(Account.GRANARY, Account.LOST_STORE, lost),
        Move(Account.HIDDEN, Account.LOST_STORE, lost_hidden),
        Move(Account.SOLD_BACK, Account.GRANARY, state.grain_kg[:, Account.SOLD_BACK].copy()),
    )
    return Outcome(state, moves)


def weigh(state: State, given: Given) -> Outcome:
    """The scales go out: what a granary holds is written down with its date."""
    weighed = given.orders.weigh == 1
    kg = np.where(weighed, state.grain_kg[:, Account.GRANARY], state.weighed_kg)
    when = np.where(weighed, given.month + 1, state.weighed_month)
    return Outcome(replace(state, weighed_kg=frozen(kg), weighed_month=frozen(when)))


def sell_back(state: State, given: Given) -> Outcome:
    """The county sells grain back: what was planned with the purchase, and what is known to lack.

    What is known is what the books say, and of the true want as much as people dare to tell. It
    comes after towns and after what was promised abroad. Deliveries of the season come first, so
    what is granted arrives in the month after.
    """
    p, level = given.params.granary, given.level
    days = DAYS_TO_GRAIN[level.season(given.month // 3)]
    pool = state.grain_kg[:, Account.STATE]
    planned = np.minimum(_planned(state, given, pool.sum(axis=1)), pool.sum(axis=1))
    into = share(planned, _known_lack(state, given))
    norm = added(state.people) * p.sell_back_g_day * days // 1000
    lack = _told_lack(state, given, norm - into)
    willing = int(level.track.relief_pm[_when_known(given)]) * given.params.channels.relief
    # One commune is asked as a whole; districts apart, each for itself.
    whole = np.maximum(0, lack if level.apart else lack.sum(axis=1, keepdims=True))
    wanted = part(whole, willing).sum(axis=1)
    # Towns come first, and exports: what they want until the next harvest is not for the villages.
    first = _first(state, given, days // 30)
    granted = np.minimum(wanted, np.maximum(0, pool.sum(axis=1) - planned - first))
    into = into + share(granted, np.maximum(0, lack))
    out = _from_pool(granted + planned, pool)
    tally = state.tally.copy(order="K")
    tally[:, Tally.SOLD_BACK_KG] += into
    state = replace(state, tally=frozen(tally))
    return Outcome(state, (Move(Account.STATE, Account.SOLD_BACK, out, into),))


def _planned(state: State, given: Given, pool: Ints) -> Ints:
    """What is sold back as the year's plan has it, kg, (R,).

    The plan is made with the quota, so it stands where the carts bring less. Of what the state
    has beyond a year of its own wants and a reserve, a share is released too; a county, whose
    wants are not in the level, keeps it for others.
    """
    p = given.params.granary
    bought = state.tally[:, (Tally.PLANNED_KG, Tally.PROCURED_KG)].sum(axis=2).max(axis=1)
    plan = part(bought, p.resale_pm)
    wants = _first(state, given, YEAR)
    beyond = pool - plan - wants - part(wants, p.reserve_pm)
    return np.asarray(plan + part(np.maximum(0, beyond), p.spare_pm))


def _first(state: State, given: Given, months: int) -> Ints:
    """What towns and exports want of the state in some months, kg, (R,)."""
    cities = given.level.track.cities_kg[given.month : given.month + months]
    towns = int(cities.sum()) + int(cities[-1]) * (months - len(cities))  # past the level's end
    ships = state.export_kg * given.params.channels.exports * months // YEAR
    return np.asarray(ships + towns * given.params.granary.towns_first_pm // 1000)


def _when_known(given: Given) -> int:
    """The month from which news has come up through the tiers by now."""
    return max(0, given.month - sum(tier.delay_months for tier in given.level.tiers))


def _told_lack(state: State, given: Given, norm: Ints) -> Ints:
    """What the county is told that a brigade lacks beside a norm, kg, (R, U); below 0: has over.

    The lack by the books, before the carts came: by them nobody is given back what was just
    demanded. Of the true lack, after the carts, as much as could be told when the news set out; an
    appeal shows all of it.
    """
    harvested = given.level.season(given.month // 3) in (SUMMER, AUTUMN)
    written = state.tally[:, Tally.WRITTEN_KG] if harvested else state.books_kg[:, Book.STORE]
    true = state.grain_kg[:, Account.GRANARY]
    asks = given.orders.ask_back[:, None] == 1
    candour_pm = np.where(asks, 1000, given.candour_pm(_when_known(given)))
    by_books, told = norm - written, part(np.maximum(0, norm - true), candour_pm)
    return np.where(told > 0, np.maximum(by_books, told), by_books)


def _known_lack(state: State, given: Given) -> Ints:
    """How much a brigade is believed to lack in a year, kg, (R, U), never quite nothing.

    Belief changes slowly, so the same places are sold grain year after year.
    """
    people = added(state.people)
    norm = people * given.params.quota.norm_kg_head
    lack = np.maximum(0, norm - state.believed_kg.sum(axis=1))
    return np.asarray(lack + people)


def _from_pool(granted: Ints, pool: Ints) -> Ints:
    """Take a total from the units' stores in the county in order, kg, (R, U)."""
    before = np.cumsum(pool, axis=1) - pool
    return np.asarray(between(granted[:, None] - before, 0, pool))
