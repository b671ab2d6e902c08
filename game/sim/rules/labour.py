"""Labour: hands for the next month, and where they are sent."""

import numpy as np

from game.sim import fieldwork
from game.sim.arrays import Ints, beside, frozen
from game.sim.given import Given, Outcome
from game.sim.orders import ALLOWED, CLOSED, COMPULSORY, FIELDS, FURNACES, WORKS
from game.sim.state import State, Tally, replace
from game.sim.whole import added, between, part
from game.sim.why import Factor, Why


def hands(people: Ints, adult_pm: int, child_pm: int, old_pm: int) -> Ints:
    """Able hands among people, (R, U, G) -> (R, U).

    >>> hands(np.array([[[100, 200, 50]]]), 850, 60, 250)
    array([[188]])
    """
    weights = np.array([child_pm, adult_pm, old_pm], dtype=np.int64)
    return np.asarray(added(people * weights) // 1000)


def send(state: State, given: Given) -> Outcome:
    """The hands sent to the fields reap first, then sow, then tend."""
    work = fieldwork.wanted(state, given.level, given.params, given.orders, given.calendar_month)
    share = given.orders.labour_pm[:, :, FIELDS]
    if not given.params.channels.labour:
        share = share + given.orders.labour_pm[:, :, FURNACES] + given.orders.labour_pm[:, :, WORKS]
    days = part(state.labour_days, share)
    reap = np.minimum(days, work.reap_days)
    sow = np.minimum(days - reap, work.sow_days)
    tend = np.minimum(days - reap - sow, work.tend_days)
    spent = reap + sow + tend
    counts = ((Tally.FIELD_DAYS, spent), (Tally.FIELD_DAYS_SHORT, work.days - spent))
    field_days = beside((reap, sow, tend))
    return Outcome(replace(state, field_days=frozen(field_days)), counts=counts)


def muster(state: State, given: Given) -> Outcome:
    """Count what the hands can do next month, and let effort move towards what it settles at."""
    p = given.params.labour
    capacity = p.capacity.at(state.reserve_pm)
    if not given.params.channels.hunger:
        capacity = np.full_like(capacity, 1000)
    weights = np.array([p.child_hands_pm, p.adult_hands_pm, p.old_hands_pm], dtype=np.int64)
    able = added(state.people * weights * capacity) // 1_000_000
    days = able * p.days_month
    days = part(days, 1000 - _elsewhere_pm(given))
    effort = state.effort_pm
    whys: tuple[Why, ...] = ()
    if given.params.channels.effort:
        parts = _effort_parts(state, given)
        target = between(sum((amount for _, amount in parts), np.zeros_like(effort)), 100, 1000)
        effort = effort + (target - effort) * p.effort_back_pm // 1000
        effort = between(effort, 100, 1000)
        whys = _why(given, parts, effort)
    return Outcome(replace(state, labour_days=frozen(days), effort_pm=frozen(effort)), why=whys)


def _elsewhere_pm(given: Given) -> Ints:
    """Hands that run the halls and that plots take, per mille, (R, 1)."""
    p, q = given.params.labour, given.params.canteen
    hall = given.orders.hall[:, None]
    halls = np.where(hall == COMPULSORY, q.hall_labour_pm, q.hall_labour_pm // 2)
    halls = np.where(hall == CLOSED, 0, halls) * given.params.channels.halls
    plots = np.where(given.orders.plots[:, None] == ALLOWED, p.plots_hands_pm, 0)
    plots = plots * given.params.channels.plots
    return np.asarray(halls + plots)


def _effort_parts(state: State, given: Given) -> tuple[tuple[str, Ints], ...]:
    """What effort per labour-day settles at, as parts of a sum, per mille, (R, 1) or (R, U).

    Who owns what is grown, whether one may cook at home and has a plot, and how much of the harvest
    is taken away. Source: Lin 1990 for the direction (effort falls with pooled work and closed
    exit); the levels are assumptions.
    """
    p, q, stages = given.params.labour, given.params.canteen, given.params.stages
    hall = given.orders.hall[:, None]
    strain = np.where(hall == COMPULSORY, q.hall_effort_pm * 10, 0)
    strain = strain * given.params.channels.halls
    strain = part(strain, np.minimum(1000, given.level.radical_pm))
    plots = np.where(given.orders.plots[:, None] == ALLOWED, p.plots_effort_pm, 0)
    plots = plots * given.params.channels.plots
    return (
        (f"stage_{given.stage.name.lower()}", np.full_like(plots, given.by_stage(stages.effort))),
        ("halls", -strain),
        ("plots", plots),
        ("taken_away", p.taken_effort.at(state.taken_pm)),
    )


def _why(given: Given, parts: tuple[tuple[str, Ints], ...], effort: Ints) -> tuple[Why, ...]:
    """Effort moves only a part of the way each month: what is still to come stands beside it."""
    if not given.keep_why:
        return ()
    shape = effort.shape
    kept = tuple(Factor(name, None, np.broadcast_to(amount, shape)) for name, amount in parts)
    rest = effort - sum((each.amount for each in kept), np.zeros_like(effort))
    return (Why("effort", "pm", (*kept, Factor("not_yet", None, rest)), adds_up=True),)
