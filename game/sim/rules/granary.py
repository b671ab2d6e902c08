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
        Move(Account.SOLD_BACK, Account.GRANARY, state.grain_kg[:, Account.SOLD_BACK]),
    )
    return Outcome(state, moves)


def weigh(state: State, given: Given) -> Outcome:
    """The scales go out: what a granary holds is written down with its date."""
    weighed = given.orders.weigh == 1
    kg = np.where(weighed, state.grain_kg[:, Account.GRANARY], state.weighed_kg)
    when = np.where(weighed, given.month + 1, state.weighed_month)
    return Outcome(replace(state, weighed_kg=frozen(kg), weighed_month=frozen(when)))


def sell_back(state: State, given: Given) -> Outcome:
    """The county sells grain back where the books say a brigade lacks it, as far as it is willing.

    A plea shows the true store instead of the written one. Deliveries of the season come first, so
    what is granted arrives in the month after.
    """
    p, level = given.params.granary, given.level
    season = level.season(given.month // 3)
    days = {AUTUMN: 210, 3: 120, 0: 30}.get(season, 90)
    norm = added(state.people) * p.sell_back_g_day * days // 1000
    # What was there before the carts counts: nobody is given back what was just demanded.
    taken = state.tally[:, Tally.PROCURED_KG]
    harvested = season in (SUMMER, AUTUMN)
    written = state.tally[:, Tally.WRITTEN_KG] if harvested else state.books_kg[:, Book.STORE]
    true = state.grain_kg[:, Account.GRANARY] + taken
    asks = given.orders.ask_back[:, None] == 1
    lack = norm - np.where(asks, np.minimum(written, true), written)
    pool = state.grain_kg[:, Account.STATE]
    # Resale as every year comes to those who are known to lack grain, whatever the books say.
    usual = part(state.tally[:, Tally.PROCURED_KG].sum(axis=1), p.resale_pm)
    towns = level.track.cities_kg[given.month : given.month + YEAR]
    beyond = np.maximum(0, pool.sum(axis=1) - usual - int(towns.sum()) - level.county_kg // 2)
    usual = np.minimum(usual + part(beyond, p.spare_pm), pool.sum(axis=1))
    into = share(usual, _known_lack(state, given))
    delay = sum(tier.delay_months for tier in level.tiers)
    willing = int(level.track.relief_pm[max(0, given.month - delay)])
    # One commune is asked as a whole; districts apart, each for itself.
    whole = np.maximum(0, lack if level.apart else lack.sum(axis=1, keepdims=True))
    wanted = part(whole, willing).sum(axis=1)
    # Towns come first: what they want until the next harvest is not for the villages.
    towns = level.track.cities_kg[given.month : given.month + days // 30]
    first = int(towns.sum()) * p.towns_first_pm // 1000
    spare = np.maximum(0, pool.sum(axis=1) - usual - first)
    granted = np.minimum(wanted, spare)
    into = into + share(granted, np.maximum(0, lack))
    granted = granted + usual
    out = _from_pool(granted, pool)
    tally = state.tally.copy(order="K")
    tally[:, Tally.SOLD_BACK_KG] += into
    state = replace(state, tally=frozen(tally))
    return Outcome(state, (Move(Account.STATE, Account.SOLD_BACK, out, into),))


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
