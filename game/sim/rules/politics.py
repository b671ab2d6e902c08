"""Politics: what the neighbours claim, and what the county thinks of the secretary."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import ALLOWED, CLOSED, COMPULSORY, FURNACES, LET_GO, WORKS
from game.sim.state import Ever, State, Tally, replace
from game.sim.whole import between, part, ratio_pm
from game.sim.why import Factor, Why

STEADY_PM = 600
CAMPAIGN_PM = 300
"""Share of hands that a campaign in full swing wants."""
MOST_CLAIM_PM = 2800


def hear(state: State, given: Given) -> Outcome:
    """Before each harvest is reported, the neighbours make their claims: they outbid one another.

    A claim rises with the climate and with the tallest claim about, ours included; in a mild
    climate it comes back towards what was there.
    """
    season = given.level.season(given.month // 3)
    if season not in (SUMMER, AUTUMN) or given.month % 3 != 2 or not given.level.neighbours:
        return Outcome(state)
    p, track = given.params.report, given.level.track
    climate = int(track.climate_pm[given.month])
    zeal = np.array([n.zeal_pm for n in given.level.neighbours], dtype=np.int64)
    luck = given.draws.whole("politics.boast", 700, 1300, columns=len(zeal))
    usual = max(1, int(given.level.last_harvest_kg[given.harvest].sum()))
    ours = state.last_reported_kg[:, given.harvest] * 1000 // usual
    tallest = np.maximum(state.neighbours_pm.max(axis=1), np.minimum(ours, MOST_CLAIM_PM))
    over = part(tallest[:, None] - state.neighbours_pm, 300)
    # The taller a claim is already, the less can be added before it is laughed at.
    room_pm = np.maximum(0, MOST_CLAIM_PM - state.neighbours_pm) * 1000 // (MOST_CLAIM_PM - 1000)
    push = p.neighbour_step_pm * zeal * climate // 1_000_000 * luck // 1000 * room_pm // 1000
    rising = state.neighbours_pm + part(over, climate) + push
    calm = 1000 - climate
    back = part(state.neighbours_pm - 1000, p.neighbour_back_pm * max(0, calm) // 1000)
    claims = between(rising - back, 900, MOST_CLAIM_PM)
    return Outcome(replace(state, neighbours_pm=frozen(claims)))


def judge(state: State, given: Given) -> Outcome:
    """At a season's end the county forms its opinion, as a sum of parts."""
    if not given.params.channels.politics:
        return Outcome(state)
    parts = [
        *_harvest_parts(state, given),
        *_labour_parts(given),
        *_order_parts(state, given),
        *_dead(state, given),
    ]
    climate = int(given.level.track.climate_pm[given.month])
    calm = given.params.politics.calm_pm * (1000 - min(1000, climate)) // 1000
    drift = between(STEADY_PM - state.standing_pm, -calm, calm)
    parts.append(("calm", drift))
    change = sum((amount for _, amount in parts), np.zeros_like(state.standing_pm))
    standing = between(state.standing_pm + change, 0, 1000)
    gone = (standing < given.params.politics.removed_pm) & (state.removed < 0)
    removed = np.where(gone, given.month // 3, state.removed)
    # A successor begins as one who is not yet judged.
    standing = np.where(gone, STEADY_PM, standing)
    whys: tuple[Why, ...] = ()
    if given.keep_why:
        kept = tuple(Factor(name, None, amount) for name, amount in parts)
        whys = (Why("standing", "pm", kept, adds_up=True),)
    state = replace(state, standing_pm=frozen(standing), removed=frozen(removed))
    return Outcome(state, why=whys)


def _harvest_parts(state: State, given: Given) -> list[tuple[str, Ints]]:
    """What the report and the deliveries do to standing; nothing outside the harvest seasons."""
    p, track = given.params.politics, given.level.track
    if given.level.season(given.month // 3) not in (SUMMER, AUTUMN):
        return []
    climate = int(track.climate_pm[given.month])
    reported = state.tally[:, Tally.REPORTED_KG].sum(axis=1)
    pressure = given.params.quota.pressure_pm * climate // 1000
    looked_for = part(state.believed_kg[:, given.harvest].sum(axis=1), 1000 + pressure)
    met_pm = ratio_pm(reported, looked_for)
    short_pm = np.minimum(1000, (1000 - met_pm) * 2)
    praise = np.where(met_pm == 1000, p.praise_pm * climate // 1000, 0)
    low = -(p.low_report_pm * short_pm // 1000 * climate // 1000)
    demanded = state.tally[:, Tally.DEMANDED_KG].sum(axis=1)
    taken = state.tally[:, Tally.PROCURED_KG].sum(axis=1)
    missed_pm = 1000 - ratio_pm(taken, demanded)
    missed = -(p.missed_pm * missed_pm // 1000 * (300 + climate) // 1300)
    plead = -(given.orders.plead * p.plead_pm * climate // 1000)
    return [("praise", praise), ("low_report", low), ("missed", missed), ("plead", plead)]


def _labour_parts(given: Given) -> list[tuple[str, Ints]]:
    p, track = given.params.politics, given.level.track
    labour = given.orders.labour_pm
    found: list[tuple[str, Ints]] = []
    for name, place, wanted, weight in (
        ("steel", FURNACES, int(track.steel_pm[given.month]), p.steel_pm),
        ("works", WORKS, int(track.works_pm[given.month]), p.works_pm),
    ):
        if wanted:
            given_pm = labour[:, :, place].sum(axis=1) // labour.shape[1]
            short = 1000 - ratio_pm(given_pm, np.full_like(given_pm, wanted))
            # A campaign weighs as much as it wants: a token furnace is hardly missed.
            heavy = min(1000, wanted * 1000 // CAMPAIGN_PM)
            found.append((name, -(weight * short // 1000 * heavy // 1000)))
    return found


def _order_parts(state: State, given: Given) -> list[tuple[str, Ints]]:
    p, track, orders = given.params.politics, given.level.track, given.orders
    month = given.month
    climate = int(track.climate_pm[month])
    halls, plots = int(track.halls[month]), int(track.plots[month])
    required = {
        2: np.where(orders.hall == COMPULSORY, 0, np.where(orders.hall == CLOSED, 2, 1)),
        1: np.where(orders.hall == CLOSED, 1, 0),
    }.get(halls, orders.hall * 0)
    frowned = {
        0: np.where(orders.plots == ALLOWED, 2, orders.plots),
        1: np.where(orders.plots == ALLOWED, 1, 0),
    }.get(plots, orders.plots * 0)
    asked = int(track.technique_pm[month])
    done = orders.technique_pm.sum(axis=(1, 2)) // (2 * orders.technique_pm.shape[1])
    slack = 1000 - ratio_pm(done, np.full_like(done, asked)) if asked else orders.hall * 0
    gates = int(track.gates[month]) * (orders.leavers == LET_GO)
    found = (state.tally[:, Tally.FOUND_KG].sum(axis=1) > 0).astype(np.int64)
    # Six in a thousand on the road in a season are seen by everybody.
    left = state.tally[:, Tally.LEFT].sum(axis=1)
    seen = np.minimum(1000, left * 160_000 // np.maximum(1, state.people.sum(axis=(1, 2))))
    return [
        ("halls", -(p.halls_pm * required // 2 * climate // 1000)),
        ("plots", -(p.plots_pm * frowned // 2 * climate // 1000)),
        ("technique", -(p.technique_pm * slack // 1000 * climate // 1000)),
        ("gates", -(p.gates_pm * gates * seen // 1000)),
        ("hidden", -(p.hidden_pm * found)),
    ]


def _dead(state: State, given: Given) -> list[tuple[str, Ints]]:
    """In a rectification the offices of places where very many died have to answer for it.

    It was late and by place: Xinyang's leaders were removed in the winter of 1960, after the dead
    could no longer be denied (timeline.csv). It asks about deaths, not about figures.
    """
    rectify = int(given.level.track.rectify_pm[given.month])
    if not rectify:
        return []
    p, base = given.params.politics, given.params.people
    start = np.maximum(1, int(given.level.people.sum()))
    rate = sum(int(given.level.people[:, g].sum()) * each for g, each in enumerate(base.death_base))
    dead, born = (
        (state.ever[:, ever] + state.tally[:, tally]).sum(axis=1)
        for ever, tally in ((Ever.DEATHS, Tally.DEATHS), (Ever.BIRTHS, Tally.BIRTHS))
    )
    usual = rate * (given.month + 1) // 1_000_000 + part(born, base.infant_pm)
    above = np.maximum(0, (dead - usual) * 1000 // start - p.dead_from_pm)
    above = np.where(state.removed < 0, above, 0)  # a successor answers for none of it
    return [("dead", -np.minimum(1000, above * p.dead_pm * rectify // 1000))]
