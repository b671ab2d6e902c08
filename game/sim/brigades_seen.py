"""A brigade as the office sees it: its people and work in full, its store as far as it is known."""

from typing import Any

import numpy as np

from game.sim import fieldwork
from game.sim.ledger import Account
from game.sim.level import SUMMER, Level
from game.sim.notebook import Notebook
from game.sim.orders import Orders
from game.sim.params import Params
from game.sim.rules.labour import hands as able_hands
from game.sim.seeing import crops_on_land
from game.sim.state import State, Tally
from game.sim.view_parts import Directive, Figure, UnitView


def month_of(state: State) -> int:
    """The month that a view speaks of: at the desk, the last of the season just worked out."""
    return state.month - 1 if state.desk else state.month


def directive_at(level: Level, month: int) -> Directive:
    """The part of the track that is said aloud in a month."""
    track = level.track
    at = min(month, level.months - 1)
    return Directive(
        climate_pm=int(track.climate_pm[at]),
        steel_pm=int(track.steel_pm[at]),
        works_pm=int(track.works_pm[at]),
        technique_pm=int(track.technique_pm[at]),
        halls=int(track.halls[at]),
        free_meals=int(track.free_meals[at]),
        plots=int(track.plots[at]),
        search=int(track.search[at]),
        gates=int(track.gates[at]),
    )


def unit_view(
    level: Level,
    params: Params,
    state: State,
    orders: Orders,
    u: int,
    book: Notebook | None,
) -> UnitView:
    """One brigade of the first run, with a notebook in closed books and without one in open books.

    Its true harvest is there only where the office may know it.
    """
    tally = state.tally[0, :, u]
    days = fieldwork.days_ahead(state, level, params, orders, 3 if not state.desk else 1)
    there = np.maximum(1, state.labour_days)
    need = np.minimum(fieldwork.MOST_NEED_PM, days * 1000 // there)
    store = store_figure(state, u, book)
    knows = store.kind != "estimate"
    harvest = 0 if level.season(month_of(state) // 3) in (0, SUMMER) else 1
    true_kg, left_kg = int(tally[Tally.HARVEST_KG]), int(tally[Tally.UNHARVESTED_KG])
    known = harvest_figure(state, u, true_kg, None if knows else book)
    return UnitView(
        name=level.units[u],
        fields_need_pm=int(need[0, u]),
        fields_days=int(days[0, u]),
        labour_days=int(there[0, u]),
        land=crops_on_land(level, state, u),
        land_ares=int(level.land_ares[u]),
        store=store,
        hidden_kg=int(state.grain_kg[0, Account.HIDDEN, u]) if knows else None,
        seed_kg=int(state.grain_kg[0, Account.SEED, u]),
        watered_pm=int(fieldwork.watered_pm(state, level)[0, u]),
        harvest=known,
        unharvested_kg=unharvested_seen(known, true_kg, left_kg),
        last_said_kg=int(state.last_said_kg[0, harvest, u]),
        **_people(level, params, state, orders, u),
        **_ordered(orders, u),
        **_counts(state, u),
    )


_AS_IT_STANDS = ("soil_pm", "plots_pm", "tools_pm", "animals", "forest_pm", "effort_pm")
_COUNTED = {
    "said_kg": Tally.SAID_KG,
    "reported_kg": Tally.REPORTED_KG,
    "taken_kg": Tally.PROCURED_KG,
    "sold_back_kg": Tally.SOLD_BACK_KG,
    "births": Tally.BIRTHS,
    "deaths": Tally.DEATHS,
    "left": Tally.LEFT,
    "eaten_kg": Tally.EATEN_KG,
    "private_kg": Tally.PRIVATE_KG,
    "to_towns": Tally.TO_TOWNS,
}


def _counts(state: State, u: int) -> dict[str, Any]:
    """What stands in one array or one tally of the brigade, as it is there."""
    stands: dict[str, Any] = {name: int(getattr(state, name)[0, u]) for name in _AS_IT_STANDS}
    kinds = (Tally.DEATHS_CHILDREN, Tally.DEATHS, Tally.DEATHS_OLD)
    children, deaths, old = (int(state.tally[0, kind, u]) for kind in kinds)
    stands["deaths_by_age"] = (children, deaths - children - old, old)
    return stands | {name: int(state.tally[0, kind, u]) for name, kind in _COUNTED.items()}


def _people(level: Level, params: Params, state: State, orders: Orders, u: int) -> dict[str, Any]:
    """Heads, hands, strength, and what they had to eat."""
    ages = [int(number) for number in state.people[0, u]]
    people = sum(ages)
    reserve = int((state.reserve_pm[0, u] * state.people[0, u]).sum()) // max(1, people)
    p = params.labour
    able = able_hands(
        state.people[:1, u : u + 1], p.adult_hands_pm, p.child_hands_pm, p.old_hands_pm
    )
    hands = int(able[0, 0])
    split = tuple(int(pm) for pm in orders.labour_pm[0, u])
    eaten = int(state.tally[0, Tally.EATEN_KG, u] + state.tally[0, Tally.PRIVATE_KG, u])
    return {
        "people": people,
        "children": ages[0],
        "adults": ages[1],
        "old": ages[2],
        "households": people * 1000 // max(1, level.household_size_pm),
        "hands": hands,
        "strength": min(5, (reserve + 199) // 200),
        "reserve_pm": reserve,
        "reserve_by_age": tuple(int(pm) for pm in state.reserve_pm[0, u]),
        "labour_pm": split,
        "at_work": tuple(hands * pm // 1000 for pm in split),
        "eaten_g_day": eaten * 1000 // max(1, people * 90),
    }


def _ordered(orders: Orders, u: int) -> dict[str, Any]:
    """The orders in force for one brigade."""
    return {
        "asked_kg": int(orders.asked_kg[0, u]),
        "crop_pm": tuple(int(pm) for pm in orders.crop_pm[0, u]),
        "technique_pm": tuple(int(pm) for pm in orders.technique_pm[0, u]),
        "hide_pm": int(orders.hide_pm[0, u]),
        "seed_pm": int(orders.seed_pm[0, u]),
        "searched": bool(orders.search[0, u]),
        "weigh": bool(orders.weigh[0, u]),
    }


def harvest_figure(state: State, u: int, true_kg: int, book: Notebook | None) -> Figure:
    """What was brought in: the truth, or what the fields looked like."""
    if book is None:
        return Figure("actual", true_kg, true_kg, true_kg, state.month)
    low, kg, high = book.grown(u)
    return Figure("estimate", low, kg, high, state.month)


def unharvested_seen(known: Figure, true_kg: int, left_kg: int) -> int:
    """What stayed in the fields, kg: what was counted, or by eye a share of what is thought grown.

    The exact amount would give the harvest away, since the usual carelessness leaves a usual share.

    >>> unharvested_seen(Figure("actual", 90_000, 90_000, 90_000, 8), 90_000, 2_345)
    2345
    >>> unharvested_seen(Figure("estimate", 80_000, 110_000, 140_000, 8), 90_000, 2_345)
    2800
    """
    if known.kind == "actual":
        return left_kg
    share_pm = (left_kg * 1000 // max(1, true_kg + left_kg) + 2) // 5 * 5
    if share_pm >= 1000 or not known.kg:  # all of it stands there to be seen
        return (left_kg + 500) // 1000 * 1000
    return known.kg * share_pm // (1000 - share_pm) // 100 * 100


def store_figure(state: State, u: int, book: Notebook | None) -> Figure:
    """A granary as the office knows it: in open books as it is, else as the notebook has it."""
    if book is None:
        true = int(state.grain_kg[0, Account.GRANARY, u])
        return Figure("actual", true, true, true, state.month)
    return book.store(u, state.month)


def added_up(figures: list[Figure]) -> Figure:
    """The figure for all of them; an estimate where they are not of one kind."""
    kinds = {figure.kind for figure in figures}
    kind = kinds.pop() if len(kinds) == 1 else "estimate"
    return Figure(
        kind,
        sum(f.low_kg for f in figures),
        sum(f.kg for f in figures),
        sum(f.high_kg for f in figures),
        min(f.month for f in figures),
    )
