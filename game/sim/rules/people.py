"""People: strength, births, deaths, departures."""

from collections.abc import Iterable

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.orders import FURNACES, STOPPED, WORKS
from game.sim.state import Ever, State, Tally, replace
from game.sim.whole import added, between, part, rounded

CHILDREN, ADULTS, OLD = AGES = range(3)
STRONG_PM = 850
MOST_INFANT_RISK_PM = 3000
FRAIL_AGAIN_PM, MOST_HARDY_PM = 4, 800
"""Others grow old and weak in time, per mille a month; and some are always weak."""
CHILD_MONTHS, ADULT_MONTHS = 180, 480
"""Months spent as a child (to 15) and at working age (to 55)."""


def reserve_after(reserve: Ints, change_pm: Ints) -> Ints:
    """Body reserve after a month.

    Args:
        reserve: before, per mille, (R, U, G)
        change_pm: what the month's food and work do, per mille

    >>> reserve_after(np.array([900, 50]), np.array([-120, -120]))
    array([780,   0])
    """
    return np.asarray(between(reserve + change_pm, 0, 1000))


def beyond(reserve: Ints, change_pm: Ints) -> Ints:
    """What a month takes that the body does not have any more, per mille of a full reserve.

    >>> beyond(np.array([900, 50, 0]), np.array([-300, -320, 40]))
    array([  0, 270,   0])
    """
    return np.asarray(np.maximum(0, -change_pm - reserve))


def weaken(state: State, given: Given) -> Outcome:
    """A month of food and work changes the body's reserve; what it takes beyond, takes lives."""
    p = given.params.people
    # A lighter body that works less needs less: hunger slows the further it has gone.
    # Reckoned in millionths: in thousandths a step of the need would outweigh one of the reserve.
    need_ppm = 1_000_000 - p.adapt_pm * (1000 - state.reserve_pm)
    change = p.reserve_fall.at(state.fed_pm * 1_000_000 // need_ppm) - 1000
    hungry_pm = np.maximum(0, 1000 - state.fed_pm[:, :, ADULTS])
    labour = given.orders.labour_pm
    heavy = part(labour[:, :, FURNACES] + labour[:, :, WORKS], p.heavy_pm)
    worked_pm = added(labour) + heavy
    change[:, :, ADULTS] -= p.reserve_work_pm * hungry_pm // 1000 * worked_pm // 1000
    reserve = reserve_after(state.reserve_pm, change)
    # Whether children can be conceived goes down with the strength of those of working age at
    # once, and comes back long after their weight.
    slow = np.minimum(reserve[:, :, ADULTS], state.reserve_past_pm[:, :, 0] + p.fertile_back_pm)
    past = np.concatenate((slow[:, :, None], state.reserve_past_pm[:, :, :-1]), axis=2)
    weaker = replace(state, reserve_pm=frozen(reserve), reserve_past_pm=frozen(past))
    if reserve.all() or not given.params.channels.hunger:
        return Outcome(weaker)
    return _starve(weaker, given, beyond(state.reserve_pm, change))


def _starve(state: State, given: Given, beyond_pm: Ints) -> Outcome:
    """Deaths where a month took more than was left of the body: nobody is hardy against that."""
    p = given.params.people
    rate = p.starve.at(beyond_pm)
    if not rate.any():
        return Outcome(state)
    chance = state.people * rate * np.array(p.starve_age_pm, dtype=np.int64) // 1000
    dice = (given.draws.dice(f"people.starve.{g}") for g in AGES)
    deaths = _drawn(state, chance, dice)
    return Outcome(replace(state, people=frozen(state.people - deaths)), counts=_dead(deaths))


def _drawn(state: State, chance: Ints, dice: Iterable[Ints]) -> Ints:
    """Deaths by age, (R, U, G): chance in people times a million, and no more than there are."""
    deaths = np.zeros_like(state.people)
    for g, each in enumerate(dice):
        lost = rounded(chance[:, :, g], 1_000_000, each)
        deaths[:, :, g] = np.minimum(lost, state.people[:, :, g])
    return deaths


def _dead(deaths: Ints) -> tuple[tuple[Tally, Ints], ...]:
    """Deaths by age, (R, U, G), as they are counted."""
    return (
        (Tally.DEATHS, added(deaths)),
        (Tally.DEATHS_CHILDREN, deaths[:, :, CHILDREN]),
        (Tally.DEATHS_OLD, deaths[:, :, OLD]),
    )


def die(state: State, given: Given) -> Outcome:
    """Deaths by age group: a base rate, times what the body's reserve makes of it."""
    p = given.params.people
    reserve = state.reserve_pm
    if not given.params.channels.hunger:
        reserve = np.full_like(reserve, 1000)
    risk = p.death_reserve.at(reserve)
    # The weakest die first: after many deaths the same hunger kills fewer of those who are left.
    risk = 1000 + (risk - 1000) * (1000 - state.hardier_pm[:, :, None]) // 1000
    usual = state.people * np.array(p.death_base, dtype=np.int64)
    dice = (given.draws.dice(f"people.deaths.{g}") for g in AGES)
    deaths = _drawn(state, usual * risk // 1000, dice)
    expected = added(usual // 1000)
    people = frozen(state.people - deaths)
    excess = np.maximum(0, added(deaths) * 1000 - expected)
    gone = excess * p.frail_pm // np.maximum(1, added(state.people))
    hardier = between(state.hardier_pm + gone - FRAIL_AGAIN_PM, 0, MOST_HARDY_PM)
    state = replace(state, people=people, hardier_pm=frozen(hardier))
    return Outcome(state, counts=_dead(deaths))


def be_born(state: State, given: Given) -> Outcome:
    """Births follow the strength of nine months ago; children grow up, and people grow old."""
    p = given.params.people
    people = state.people.copy(order="K")
    fertile = p.birth_reserve.at(state.reserve_past_pm[:, :, -1])
    # In 1957 the birth rate is for all people; it scales with those of working age.
    adults, share = people[:, :, ADULTS], max(1, int(given.level.people[:, ADULTS].sum()))
    whole = int(given.level.people.sum())
    usual = adults * whole // share * p.birth_pm_year
    births = rounded(usual * fertile // 1000, 12_000, given.draws.dice("people.births"))
    put_off = more = np.zeros_like(births)
    if (fertile != 1000).any():
        dice = given.draws.dice("people.put_off")
        put_off = rounded(usual * (1000 - fertile) // 1000, 12_000, dice)
    if state.postponed.any():
        # What was put off is made up in part, by those who are strong again.
        dice = given.draws.dice("people.catch_up")
        more = rounded(state.postponed * p.catch_up_pm * fertile // 1000, 1000, dice)
        more = np.where(fertile >= STRONG_PM, np.minimum(more, state.postponed), 0)
    postponed = state.postponed + np.maximum(0, put_off) - more
    births = births + more
    # Many of the newborn die in any year, more where mothers hunger; with few births, few.
    risk = p.death_reserve.at(state.reserve_past_pm[:, :, 0])
    lost = births * p.infant_pm * np.minimum(risk, MOST_INFANT_RISK_PM)
    lost = np.minimum(births, rounded(lost, 1_000_000, given.draws.dice("people.infants")))
    grown = rounded(people[:, :, CHILDREN], CHILD_MONTHS, given.draws.dice("people.grown"))
    aged = rounded(people[:, :, ADULTS], ADULT_MONTHS, given.draws.dice("people.aged"))
    people[:, :, CHILDREN] += births - lost - grown
    people[:, :, ADULTS] += grown - aged
    people[:, :, OLD] += aged
    state = replace(state, postponed=frozen(postponed), people=frozen(people))
    counts = ((Tally.BIRTHS, births), (Tally.DEATHS, lost), (Tally.DEATHS_CHILDREN, lost))
    return Outcome(state, counts=counts)


def leave(state: State, given: Given) -> Outcome:
    """Hungry people take to the road; where they are stopped, most stay, and some of them die."""
    p = given.params.people
    if not given.params.channels.leaving:
        return Outcome(state)
    rate = p.leave_reserve.at(added(state.reserve_pm) // 3)
    if not rate.any():
        return Outcome(state)
    people = state.people.copy(order="K")
    stopped = given.orders.leavers[:, None] == STOPPED
    counts: list[tuple[Tally, Ints]] = []
    for g, willing in ((CHILDREN, 700), (ADULTS, 1300), (OLD, 300)):
        dice = given.draws.dice(f"people.leave.{g}")
        going = rounded(part(people[:, :, g] * rate, willing), 1_000_000, dice)
        going = np.minimum(going, people[:, :, g])
        held = part(going, p.stopped_pm) * stopped
        people[:, :, g] -= going - held
        counts.append((Tally.LEFT, going - held))
        if not held.any():
            continue
        dice = given.draws.dice(f"people.stopped.{g}")
        lost = np.minimum(rounded(held * p.stopped_death_pm, 1000, dice), held)
        people[:, :, g] -= lost
        counts += [(Tally.STOPPED, held), (Tally.DEATHS, lost)]
        if g != ADULTS:
            counts.append((Tally.DEATHS_CHILDREN if g == CHILDREN else Tally.DEATHS_OLD, lost))
    return Outcome(replace(state, people=frozen(people)), counts=tuple(counts))


def move(state: State, given: Given) -> Outcome:
    """People of working age are taken on in towns, or sent back: the track says how many.

    The town drain is an input (urban population); it is part of the labour channel.
    """
    yearly_pm = int(given.level.track.towns_pm[given.month])
    if not yearly_pm or not given.params.channels.labour:
        return Outcome(state)
    people = state.people.copy(order="K")
    whole = added(people)
    dice = given.draws.dice("people.move")
    number = np.sign(yearly_pm) * rounded(whole * abs(yearly_pm), 12_000, dice)
    adults = people[:, :, ADULTS]
    moved = np.minimum(number * 4 // 5, adults)
    young = np.minimum(number - moved, people[:, :, CHILDREN])
    people[:, :, ADULTS] -= moved
    people[:, :, CHILDREN] -= young
    return Outcome(replace(state, people=frozen(people)), counts=((Tally.TO_TOWNS, moved + young),))


def register(state: State, given: Given) -> Outcome:
    """At a season's end its counts are carried into the register that is never cleared."""
    _ = given
    ever = state.ever.copy(order="K")
    for kept, counted in (
        (Ever.BIRTHS, Tally.BIRTHS),
        (Ever.DEATHS, Tally.DEATHS),
        (Ever.LEFT, Tally.LEFT),
        (Ever.IRON_GOOD_KG, Tally.IRON_GOOD_KG),
        (Ever.HARVEST_KG, Tally.HARVEST_KG),
        (Ever.PROCURED_KG, Tally.PROCURED_KG),
        (Ever.TO_TOWNS, Tally.TO_TOWNS),
    ):
        ever[:, kept] += state.tally[:, counted]
    return Outcome(replace(state, ever=frozen(ever)))
