"""Report: what a brigade says it brought in, what the commune writes, and the books kept on it.

The only rules that write the reported ledger.
"""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Book, Move
from game.sim.orders import AS_SAID
from game.sim.state import Past, State, Tally, replace
from game.sim.whole import added, between, part, share
from game.sim.why import Factor, Why

DAYS = 30
MOST_PRESSURE_PM = 1200
SEED_NORM_PM = 170
"""Seed and feed of a harvest, as the books have it."""


def pressure_pm(given: Given) -> Ints:
    """The climate with the fear that backs it, as each unit feels it, per mille, (U,)."""
    weight = given.params.report.fear_weight_pm
    return np.asarray(given.felt_climate_pm + part(given.felt_fear_pm, weight))


def claim(truth: Ints, asked: Ints, heard: Ints, zeal_pm: Ints, pull: tuple[int, int]) -> Ints:
    """A brigade's figure before anyone looks at last year's.

    It leans from the truth towards what was asked for and towards what the neighbours are said to
    have; so it rises with both, and the lean is smaller where the truth is tall.

    Args:
        truth: brought in, kg, (R, U)
        asked: harvest that the quota asked of it implies, kg, (R, U)
        heard: its own usual harvest at the neighbours' claimed rates, kg, (R, U)
        zeal_pm: readiness to please, climate included, per mille, (R, U)
        pull: weights of `asked` and `heard`, per mille

    >>> one = lambda kg: np.array([[kg]])
    >>> claim(one(1000), one(1600), one(2000), one(500), (500, 500))
    array([[1400]])
    """
    lean = pull[0] * np.maximum(0, asked - truth) + pull[1] * np.maximum(0, heard - truth)
    return np.asarray(truth + lean // 1000 * zeal_pm // 1000)


def heard_above(figure: Ints, given: Given) -> Ints:
    """What the centre hears of a figure: every tier that likes good news adds to it, kg."""
    for tier in given.level.tiers:
        figure = part(figure, 1000 + tier.taste_pm * given.climate_pm // 1000)
    return figure


def implied_harvest(state: State, given: Given) -> Ints:
    """The harvest that what is asked of a brigade takes for granted, kg, (R, U).

    What the county believes of it, raised as far as the office asks for more than the quota.
    """
    asked = given.orders.asked_kg.sum(axis=1)
    raised = np.minimum(3000, asked * 1000 // np.maximum(1, state.quota_kg))
    return part(state.believed_kg[:, given.harvest], raised[:, None])


def hand_in(state: State, given: Given) -> Outcome:
    """At a harvest's end the brigades hand in their figures."""
    p, level, h = given.params.report, given.level, given.harvest
    truth = state.tally[:, Tally.HARVEST_KG]
    pressure = pressure_pm(given)
    said = truth
    usual = np.broadcast_to(level.last_harvest_kg[h], truth.shape)
    if given.params.channels.boasting:
        zeal = level.zeal_pm + given.draws.whole("report.zeal", -150, 150)
        zeal = between(zeal, 0, None) * np.minimum(pressure, MOST_PRESSURE_PM) // 1000
        asked = implied_harvest(state, given)
        heard = part(usual, state.neighbours_pm.max(axis=1, keepdims=True, initial=0))
        said = claim(truth, asked, heard, zeal, (p.asked_pull_pm, p.heard_pull_pm))
        # Nobody dares more than this beside what the fields can be seen to give.
        said = np.minimum(said, part(np.maximum(truth, usual), p.most_pm))
    if given.params.channels.ratchet:
        dares_not = pressure >= p.ratchet_climate_pm
        said = np.maximum(said, np.where(dares_not, state.last_said_kg[:, h], 0))
    tally = state.tally.copy(order="K")
    tally[:, Tally.SAID_KG] = said
    return Outcome(replace(state, tally=frozen(tally)))


def write(state: State, given: Given) -> Outcome:
    """The commune writes one figure; its parts follow what the brigades said."""
    said = state.tally[:, Tally.SAID_KG]
    chosen = given.orders.report_kg
    # An honest plea admits the true figure, whatever was written.
    figure = np.where(chosen == AS_SAID, said.sum(axis=1), chosen)
    truth = state.tally[:, Tally.HARVEST_KG].sum(axis=1)
    figure = np.where(given.orders.plead == 1, np.minimum(figure, truth), figure)
    reported = share(figure, said)
    h = given.harvest
    tally, past = state.tally.copy(order="K"), state.past_kg.copy()
    tally[:, Tally.REPORTED_KG] = reported
    written = state.books_kg[:, Book.STORE] + reported - part(reported, SEED_NORM_PM)
    tally[:, Tally.WRITTEN_KG] = written
    k = state.harvests
    past[:, k, Past.ACTUAL] = truth
    past[:, k, Past.SAID] = said.sum(axis=1)
    past[:, k, Past.REPORTED] = figure
    past[:, k, Past.HEARD] = heard_above(figure, given)
    last_said, last_reported = state.last_said_kg.copy(order="K"), state.last_reported_kg.copy()
    last_said[:, h], last_reported[:, h] = said, figure
    state = replace(
        state,
        tally=frozen(tally),
        past_kg=frozen(past),
        harvests=k + 1,
        last_said_kg=frozen(last_said),
        last_reported_kg=frozen(last_reported),
    )
    seed = part(reported, SEED_NORM_PM)
    moves = (
        Move(Book.CLAIMED, Book.STORE, reported),
        Move(Book.STORE, Book.SEED, seed),
    )
    return Outcome(state, books=moves, why=_why(given, truth, said, figure))


def _why(given: Given, truth: Ints, said: Ints, figure: Ints) -> tuple[Why, ...]:
    if not given.keep_why:
        return ()
    whole = said.sum(axis=1)
    parts = (
        Factor("brought_in", None, truth),
        Factor("added_by_brigades", None, whole - truth),
        Factor("added_by_the_office", None, figure - whole),
    )
    return (Why("reported", "kg", parts, adds_up=True),)


def correct(state: State, given: Given) -> Outcome:
    """In a calm season between harvests, last year's figures are gone over and come down a part.

    So they did in the spring of 1959, towards what was usual before the Leap; where the truth can
    be told, as in 1961, the year of investigation, towards that. In a hard climate nobody dares to.
    """
    climate = int(given.level.track.climate_pm[given.month])
    p = given.params.report
    if climate >= p.ratchet_climate_pm:
        return Outcome(state)
    pm = p.correct_pm * (1000 - climate) // 1000
    said, written, believed = (
        state.last_said_kg.copy(order="K"),
        state.last_reported_kg.copy(order="K"),
        state.believed_kg.copy(order="K"),
    )
    candour = given.candour_pm(given.month)
    for h in range(2):
        before = int(given.level.last_harvest_kg[h].sum())
        truth = state.past_kg[:, state.harvests - 1 - (state.harvests - 1 - h) % 2, Past.ACTUAL]
        usual = before - part(np.maximum(0, before - truth), candour)
        was = np.maximum(1, written[:, h])
        over = np.maximum(0, written[:, h] - usual)
        keep_pm = 1000 - part(over, pm) * 1000 // was
        written[:, h] = part(written[:, h], keep_pm)
        said[:, h] = part(said[:, h], keep_pm[:, None])
        believed[:, h] = part(believed[:, h], keep_pm[:, None])
    claims = state.neighbours_pm - part(np.maximum(0, state.neighbours_pm - 1000), pm)
    # Brigades that know their own stores write off a part of what is only on paper.
    store = state.books_kg[:, Book.STORE]
    paper = np.maximum(0, store - state.grain_kg[:, Account.GRANARY])
    written_off = Move(Book.STORE, Book.CLAIMED, part(paper, pm))
    return Outcome(
        replace(
            state,
            last_said_kg=frozen(said),
            last_reported_kg=frozen(written),
            believed_kg=frozen(believed),
            neighbours_pm=frozen(claims),
        ),
        books=(written_off,),
    )


def enter_deliveries(state: State, given: Given) -> Outcome:
    """What left on the carts is taken off the written store as well."""
    _ = given
    taken = np.minimum(state.books_kg[:, Book.STORE], state.tally[:, Tally.PROCURED_KG])
    past = state.past_kg.copy(order="K")
    past[:, state.harvests - 1, Past.TAKEN] = state.tally[:, Tally.PROCURED_KG].sum(axis=1)
    state = replace(state, past_kg=frozen(past))
    return Outcome(state, books=(Move(Book.STORE, Book.DELIVERED, taken),))


def enter_resale(state: State, given: Given) -> Outcome:
    """What is sold back is written into the store again."""
    _ = given
    back = np.minimum(state.books_kg[:, Book.DELIVERED], state.tally[:, Tally.SOLD_BACK_KG])
    return Outcome(state, books=(Move(Book.DELIVERED, Book.STORE, back),))


def keep_books(state: State, given: Given) -> Outcome:
    """Every month the books eat by the norm, whatever was on the table."""
    norm = added(state.people) * given.params.report.norm_g_day * DAYS // 1000
    eaten = np.minimum(norm, state.books_kg[:, Book.STORE])
    return Outcome(state, books=(Move(Book.STORE, Book.EATEN, eaten),))
