"""Views: what one seat may know. All that the window, the bots and a class ever read.

`seen` gives arrays over runs, for bots and batches; `seat` gives one run in plain numbers, for a
person. In closed books the true figures of unweighed granaries are not in the view: they are
replaced by an office's estimate, which rests on reports and on what was weighed, and widens.
"""

from dataclasses import replace

import numpy as np

from game.sim import fieldwork
from game.sim.arrays import frozen
from game.sim.draws import Draws
from game.sim.given import Given
from game.sim.ledger import Account, Book
from game.sim.level import AUTUMN, SUMMER, Level
from game.sim.orders import AS_SAID, Orders
from game.sim.params import Params
from game.sim.rules import procurement
from game.sim.rules.labour import hands as able_hands
from game.sim.seeing import crops_on_land, past_harvests, standing_word
from game.sim.state import State, Tally
from game.sim.view_parts import (
    Claim,
    Directive,
    Figure,
    Forecast,
    HarvestView,
    LandShare,
    ProjectView,
    Seen,
    UnitView,
    View,
)
from game.sim.whole import added, share
from game.sim.why import Why

__all__ = [
    "Claim",
    "Directive",
    "Figure",
    "Forecast",
    "HarvestView",
    "LandShare",
    "ProjectView",
    "Seen",
    "UnitView",
    "View",
    "seat",
    "seen",
]

MOST_STORE_KG_HEAD = 220
KCAL_KG = 2700
"""Food energy of a kilogram of unhusked mixed grain, kcal (constants.csv: recalled, 2500-3000)."""


def seen(level: Level, params: Params, state: State, orders: Orders) -> Seen:
    """All runs, as arrays, with the office's full knowledge: for bots and batches."""
    month = _month(state)
    season = level.season(month // 3)
    people = added(state.people)
    labour, canteen = params.labour, params.canteen
    heads = state.people * np.array([canteen.child_pm, 1000, canteen.old_pm], dtype=np.int64)
    harvest = 0 if season in (3, 0, SUMMER) else 1
    return Seen(
        level=level,
        orders=orders,
        month=month,
        turn=month // 3,
        season=season,
        desk=state.desk,
        harvest_due=state.desk and season in (SUMMER, AUTUMN),
        people=people,
        hands=able_hands(
            state.people, labour.adult_hands_pm, labour.child_hands_pm, labour.old_hands_pm
        ),
        reserve_pm=added(state.reserve_pm) // 3,
        fields_need_pm=fieldwork.need_ahead_pm(state, level, params, orders, 3),
        said_kg=state.tally[:, Tally.SAID_KG],
        harvest_kg=state.tally[:, Tally.HARVEST_KG],
        granary_kg=state.grain_kg[:, Account.GRANARY],
        need_kg_month=added(heads) * canteen.need_g_day * 30 // 1_000_000,
        need_g_day=canteen.need_g_day,
        months_to_harvest=months_to_harvest(level, state.month),
        last_said_kg=state.last_said_kg[:, harvest],
        last_reported_kg=state.last_reported_kg[:, harvest],
        quota_kg=state.quota_kg,
        hoped_kg=state.hoped_kg,
        claims_pm=state.neighbours_pm,
        standing_pm=state.standing_pm,
        removed=state.removed,
        directive=_directive(level, month),
    )


def months_to_harvest(level: Level, month: int) -> int:
    """Months until grain of the next harvest can be eaten; the month that brings it counts whole.

    At least 1, so that a store is never reckoned to last for ever.
    """
    for ahead in range(12):
        calendar = level.calendar(month + ahead)[1]
        if any(int(crop.reap_pm[calendar - 1]) for crop in level.crops):
            return ahead + 1
    return 12


def _month(state: State) -> int:
    """The month that a view speaks of: at the desk, the last of the season just worked out."""
    return state.month - 1 if state.desk else state.month


def _directive(level: Level, month: int) -> Directive:
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


def seat(
    level: Level,
    params: Params,
    state: State,
    orders: Orders,
    *,
    open_books: bool,
    why: tuple[Why, ...] = (),
) -> View:
    """One run (the first row), seen from the commune's office.

    Args:
        level: the level
        params: coefficients
        state: at the beginning of a season or month, or at the desk
        orders: in force
        open_books: True: true figures are shown beside reported ones
        why: the parts of the last step's figures; left out in closed books, since they tell all
    """
    month = _month(state)
    season = level.season(min(month, level.months - 1) // 3)
    due = state.desk and season in (SUMMER, AUTUMN)
    stores = [
        _store(state, params, orders, u, open_books=open_books) for u in range(len(level.units))
    ]
    units = tuple(
        _unit(level, params, state, orders, u, stores[u], open_books=open_books)
        for u in range(len(level.units))
    )
    people = int(state.people[0].sum())
    eaten = int((state.tally[0, Tally.EATEN_KG] + state.tally[0, Tally.PRIVATE_KG]).sum())
    g_day = eaten * 1000 // max(1, people * 90) if eaten else int(orders.ration_g[0])
    forest = int((level.forest_ares * state.forest_pm[0]).sum())
    report = int(orders.report_kg[0])
    accounts = {a.name.lower(): int(state.grain_kg[0, a].sum()) for a in Account}
    weighed = {u for u in range(len(units)) if int(orders.weigh[0, u])}
    return View(
        month=state.month,
        turn=month // 3,
        turns=level.turns,
        season=season,
        year=level.calendar(month)[0],
        desk=state.desk,
        harvest_due=due,
        ended=state.month >= level.months and not state.desk,
        open_books=open_books,
        units=units,
        people=people,
        people_at_start=int(level.people.sum()),
        households=people * 1000 // max(1, level.household_size_pm),
        hands=sum(unit.hands for unit in units),
        births=sum(unit.births for unit in units),
        deaths=sum(unit.deaths for unit in units),
        left=sum(unit.left for unit in units),
        deaths_all=int(state.ever[0, 1].sum()),
        left_all=int(state.ever[0, 2].sum()),
        births_all=int(state.ever[0, 0].sum()),
        store=_add(stores),
        kcal_day=g_day * KCAL_KG // 1000,
        ration_g=int(orders.ration_g[0]),
        first=int(orders.first[0]),
        hall=int(orders.hall[0]),
        free_meals=int(orders.free_meals[0]),
        plots=int(orders.plots[0]),
        leavers=int(orders.leavers[0]),
        furnaces=int(state.furnaces[0]),
        furnaces_wanted=int(orders.furnaces[0]),
        furnaces_lit=bool(state.furnaces[0]) and bool(orders.labour_pm[0, :, 1].any()),
        scrap_pm=int(orders.scrap_pm[0]),
        wood_pm=int(orders.wood_pm[0]),
        iron_good_kg=int(state.ever[0, 3].sum()),
        iron_poor_kg=int(state.iron_poor_kg[0].sum()),
        forest_pm=forest // max(1, int(level.forest_ares.sum())),
        standing_pm=int(state.standing_pm[0]),
        standing=standing_word(int(state.standing_pm[0])),
        removed_turn=int(state.removed[0]),
        quota_kg=int(state.quota_kg[0]),
        hoped_kg=int(state.hoped_kg[0]),
        said_kg=sum(unit.said_kg for unit in units),
        report_kg=report,
        deliver_pm=int(orders.deliver_pm[0]),
        plead=bool(orders.plead[0]),
        ask_back=bool(orders.ask_back[0]),
        harvests=past_harvests(level, state, open_books=open_books),
        forecast=_forecast(level, params, state, orders, stores, due=due),
        projects=tuple(
            ProjectView(
                project.id,
                min(1000, int(state.works_days[0, p]) * 1000 // max(1, project.need_days)),
                int(state.works_state[0, p]),
                int(orders.works[0]) == p + 1,
            )
            for p, project in enumerate(level.projects)
        ),
        claims=_claims(level, state, season),
        directive=_directive(level, month),
        events=tuple(e for e in level.events if e.month // 3 == month // 3),
        weighings_left=level.weighings - len(weighed),
        carts_kg=sum(unit.taken_kg for unit in units),
        accounts_kg=accounts if open_books else {},
        why=why if open_books else (),
        orders=orders,
    )


def _claims(level: Level, state: State, season: int) -> tuple[Claim, ...]:
    harvest = 0 if season in (3, 0, SUMMER) else 1
    usual = int(level.last_harvest_kg[harvest].sum())
    return tuple(
        Claim(n.id, pm, usual * pm // 1000 * n.yield_pm // 1000)
        for n, pm in zip(level.neighbours, state.neighbours_pm[0].tolist(), strict=True)
    )


def _unit(
    level: Level,
    params: Params,
    state: State,
    orders: Orders,
    u: int,
    store: Figure,
    *,
    open_books: bool,
) -> UnitView:
    people = int(state.people[0, u].sum())
    tally = state.tally[0, :, u]
    reserve = int((state.reserve_pm[0, u] * state.people[0, u]).sum()) // max(1, people)
    labour = params.labour
    hands = int(
        able_hands(
            state.people[:1, u : u + 1],
            labour.adult_hands_pm,
            labour.child_hands_pm,
            labour.old_hands_pm,
        )[0, 0]
    )
    split = [int(pm) for pm in orders.labour_pm[0, u]]
    eaten = int(tally[Tally.EATEN_KG] + tally[Tally.PRIVATE_KG])
    need = fieldwork.need_ahead_pm(state, level, params, orders, 3 if not state.desk else 1)
    knows = open_books or (store.kind == "weighed" and store.month == state.month)
    return UnitView(
        name=level.units[u],
        people=people,
        children=int(state.people[0, u, 0]),
        adults=int(state.people[0, u, 1]),
        old=int(state.people[0, u, 2]),
        households=people * 1000 // max(1, level.household_size_pm),
        hands=hands,
        strength=min(5, (reserve + 199) // 200),
        reserve_pm=reserve,
        labour_pm=(split[0], split[1], split[2], split[3]),
        at_work=(
            hands * split[0] // 1000,
            hands * split[1] // 1000,
            hands * split[2] // 1000,
            hands * split[3] // 1000,
        ),
        fields_need_pm=int(need[0, u]),
        asked_kg=int(orders.asked_kg[0, u]),
        crop_pm=tuple(int(pm) for pm in orders.crop_pm[0, u]),
        technique_pm=(int(orders.technique_pm[0, u, 0]), int(orders.technique_pm[0, u, 1])),
        hide_pm=int(orders.hide_pm[0, u]),
        seed_pm=int(orders.seed_pm[0, u]),
        searched=bool(orders.search[0, u]),
        weigh=bool(orders.weigh[0, u]),
        land=crops_on_land(level, state, u),
        land_ares=int(level.land_ares[u]),
        soil_pm=int(state.soil_pm[0, u]),
        tools_pm=int(state.tools_pm[0, u]),
        animals=int(state.animals[0, u]),
        forest_pm=int(state.forest_pm[0, u]),
        effort_pm=int(state.effort_pm[0, u]),
        store=store,
        hidden_kg=int(state.grain_kg[0, Account.HIDDEN, u]) if knows else None,
        seed_kg=int(state.grain_kg[0, Account.SEED, u]),
        harvest=_harvest_figure(level, state, u, int(tally[Tally.HARVEST_KG]), knows=knows),
        unharvested_kg=int(tally[Tally.UNHARVESTED_KG]),
        said_kg=int(tally[Tally.SAID_KG]),
        reported_kg=int(tally[Tally.REPORTED_KG]),
        taken_kg=int(tally[Tally.PROCURED_KG]),
        sold_back_kg=int(tally[Tally.SOLD_BACK_KG]),
        last_said_kg=int(
            state.last_said_kg[0, 0 if level.season(_month(state) // 3) < 2 else 1, u]
        ),
        births=int(tally[Tally.BIRTHS]),
        deaths=int(tally[Tally.DEATHS]),
        left=int(tally[Tally.LEFT]),
        eaten_g_day=eaten * 1000 // max(1, people * 90),
    )


def _harvest_figure(level: Level, state: State, u: int, true_kg: int, *, knows: bool) -> Figure:
    if knows:
        return Figure("actual", true_kg, true_kg, true_kg, state.month)
    said = int(state.tally[0, Tally.SAID_KG, u])
    low = said * (1000 - 450 * int(_directive(level, _month(state)).climate_pm) // 1000) // 1000
    return Figure("estimate", low, (low + said) // 2, said, state.month)


def _store(state: State, params: Params, orders: Orders, u: int, *, open_books: bool) -> Figure:
    """A granary as the office knows it: weighed, or reckoned from reports, rations and carts."""
    true = int(state.grain_kg[0, Account.GRANARY, u])
    if open_books:
        return Figure("actual", true, true, true, state.month)
    if int(orders.weigh[0, u]) and state.desk:
        return Figure("weighed", true, true, true, state.month)
    when = int(state.weighed_month[0, u])
    if when == state.month:
        kg = int(state.weighed_kg[0, u])
        return Figure("weighed", kg, kg, kg, when)
    if when < 0:
        # Nobody keeps more than a year's food: an office that never weighed can say that much.
        year = int(state.people[0, u].sum()) * MOST_STORE_KG_HEAD
        written = min(year, int(state.books_kg[0, Book.STORE, u]))
        return Figure("estimate", written * 3 // 10, written * 13 // 20, written, -1)
    since = state.month - when
    heads = int(
        (
            state.people[0, u] * np.array([params.canteen.child_pm, 1000, params.canteen.old_pm])
        ).sum()
    )
    used = heads * int(orders.ration_g[0]) * 30 // 1_000_000 * since
    kg = max(0, int(state.weighed_kg[0, u]) - used)
    written = max(kg, int(state.books_kg[0, Book.STORE, u]))
    low = kg * max(100, 1000 - 80 * since) // 1000
    return Figure("estimate", low, kg, kg + (written - kg) * min(1000, 120 * since) // 1000, when)


def _add(figures: list[Figure]) -> Figure:
    kinds = {figure.kind for figure in figures}
    kind = kinds.pop() if len(kinds) == 1 else "estimate"
    return Figure(
        kind,
        sum(f.low_kg for f in figures),
        sum(f.kg for f in figures),
        sum(f.high_kg for f in figures),
        min(f.month for f in figures),
    )


def _forecast(
    level: Level,
    params: Params,
    state: State,
    orders: Orders,
    stores: list[Figure],
    *,
    due: bool,
) -> Forecast:
    """The office's reckoning: with what it knows of the stores, not with what is in them."""
    known = state.grain_kg.copy()
    known[0, Account.GRANARY] = [figure.kg for figure in stores]
    people = max(1, int(state.people[0].sum()))
    seed = int(state.grain_kg[0, Account.SEED].sum())
    feed = int(state.grain_kg[0, Account.FEED].sum())
    store = sum(figure.kg for figure in stores)
    said = state.tally[:, Tally.SAID_KG]
    chosen = int(orders.report_kg[0])
    report = int(said[0].sum()) if chosen == AS_SAID else chosen
    if not due:
        months = months_to_harvest(level, min(state.month, level.months - 1))
        days = max(procurement.SIX_WEEKS, 30 * months)
        quota = int(state.quota_kg[0])
        return Forecast(report, quota, quota, seed, feed, store, store * 1000 // (people * days))
    month = state.month - 1
    draws = Draws(0, np.zeros(1, dtype=np.int64), len(level.units), month)
    given = Given(level, params, orders, draws, month)
    blind = replace(state, grain_kg=frozen(known))
    taking = procurement.taking(blind, given, share(np.array([report]), said))
    taken = int(taking.taken_kg.sum())
    days = procurement.days_ahead(level, month)
    left = store - taken
    demanded = int(taking.demanded_kg.sum())
    return Forecast(report, demanded, taken, seed, feed, left, left * 1000 // (people * days))
