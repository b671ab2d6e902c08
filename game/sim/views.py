"""Views: what one seat may know. All that the window, the bots and a class ever read.

`seen` gives arrays over runs, for bots and batches; `seat` gives one run in plain numbers, for a
person. In closed books the true figures of unweighed granaries are not in the view: they are
replaced by an office's estimate, which rests on reports and on what was weighed, and widens.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from game.sim import directives, fieldwork, notebook, stages
from game.sim.arrays import frozen
from game.sim.brigades_seen import (
    added_up,
    directive_at,
    month_of,
    unit_view,
)
from game.sim.draws import Draws
from game.sim.given import Given
from game.sim.ledger import Account
from game.sim.level import AUTUMN, SUMMER, Event, Level
from game.sim.notebook import Notebook
from game.sim.orders import AS_SAID, Orders
from game.sim.params import Params
from game.sim.rules import procurement
from game.sim.rules.labour import hands as able_hands
from game.sim.seeing import claimed_harvest, past_harvests, standing_word
from game.sim.state import Ever, State, Tally
from game.sim.view_parts import (
    Claim,
    Directive,
    Figure,
    Forecast,
    HarvestView,
    LandShare,
    ProjectView,
    Reckoned,
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

KCAL_KG = 2700
"""Food energy of a kilogram of unhusked mixed grain, kcal (constants.csv: recalled, 2500-3000)."""


Asked = tuple[int, ...]
"""What is demanded, what of it is withheld, and what of that is asked for all the same, kg."""

TOLD_TO_ALL = ("standing", "procured")
"""Figures whose parts an office knows in closed books too: what it wrote, was asked, and gave."""


def seen(level: Level, params: Params, state: State, orders: Orders) -> Seen:
    """All runs, as arrays, with the office's full knowledge: for bots and batches."""
    month = month_of(state)
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
        directive=directive_at(level, month),
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


def seat(
    level: Level,
    params: Params,
    state: State,
    orders: Orders,
    book: Notebook | None,
    why: tuple[Why, ...] = (),
) -> View:
    """One run (the first row), seen from the commune's office.

    Args:
        level: the level
        params: coefficients
        state: at the beginning of a season or month, or at the desk
        orders: in force
        book: in closed books, what the office reckons with; None: the books are open, and true
            figures are shown beside reported ones
        why: the parts of the last step's figures; in closed books only those that tell nothing of
            what is there
    """
    month = month_of(state)
    season = level.season(min(month, level.months - 1) // 3)
    due = state.desk and season in (SUMMER, AUTUMN)
    every = range(len(level.units))
    open_books = book is None
    if book is not None and state.desk:
        book = notebook.weighed(book, state, orders)
    units = tuple(unit_view(level, params, state, orders, u, book) for u in every)
    stores = [unit.store for unit in units]
    accounts = {a.name.lower(): int(state.grain_kg[0, a].sum()) for a in Account}
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
        store=added_up(stores),
        harvests=past_harvests(level, state, None if book is None else book.harvests),
        forecast=_forecast(level, params, state, orders, stores, due=due),
        projects=_projects(level, state, orders),
        claims=_claims(level, state, season, desk=state.desk),
        directive=directive_at(level, month),
        events=_told(level, state, month // 3),
        accounts_kg=accounts if open_books else {},
        why=tuple(part for part in why if open_books or part.figure in TOLD_TO_ALL),
        orders=orders,
        **_stage(level, params, month, desk=state.desk),
        **_people(level, state, orders, units),
        **_office(level, state, units),
        **_in_force(level, orders),
    )


def _told(level: Level, state: State, turn: int) -> tuple[Event, ...]:
    """The events of a turn whose condition, if they have one, holds just now."""
    due = (event for event in level.events if event.month // 3 == turn)
    return tuple(e for e in due if e.when is None or e.when.holds(state.grain_kg[0]))


def _stage(level: Level, params: Params, month: int, *, desk: bool) -> dict[str, Any]:
    """Who owns and keeps the accounts, and what the county's work team has just set."""
    stage = stages.at(level, params, month)
    told = () if desk or month % 3 else directives.told(level, month // 3)
    return {"stage": stages.WORDS[stage], "stage_id": stages.NAMES[stage], "set_by_county": told}


def _people(
    level: Level, state: State, orders: Orders, units: tuple[UnitView, ...]
) -> dict[str, Any]:
    """The commune's people, and what they had to eat."""
    people = int(state.people[0].sum())
    eaten = int((state.tally[0, Tally.EATEN_KG] + state.tally[0, Tally.PRIVATE_KG]).sum())
    g_day = eaten * 1000 // max(1, people * 90) if eaten else int(orders.ration_g[0])
    return {
        "people": people,
        "people_at_start": int(level.people.sum()),
        "households": people * 1000 // max(1, level.household_size_pm),
        "hands": sum(unit.hands for unit in units),
        "births": sum(unit.births for unit in units),
        "deaths": sum(unit.deaths for unit in units),
        "left": sum(unit.left for unit in units),
        "births_all": int(state.ever[0, Ever.BIRTHS].sum()),
        "deaths_all": int(state.ever[0, Ever.DEATHS].sum()),
        "left_all": int(state.ever[0, Ever.LEFT].sum()),
        "kcal_day": g_day * KCAL_KG // 1000,
    }


def _office(level: Level, state: State, units: tuple[UnitView, ...]) -> dict[str, Any]:
    """What the county asks and thinks, what was taken, iron and forest."""
    standing, forest = int(state.standing_pm[0]), level.forest_ares * state.forest_pm[0]
    return {
        "standing_pm": standing,
        "standing": standing_word(standing),
        "removed_turn": int(state.removed[0]),
        "quota_kg": int(state.quota_kg[0]),
        "hoped_kg": int(state.hoped_kg[0]),
        "said_kg": sum(unit.said_kg for unit in units),
        "carts_kg": sum(unit.taken_kg for unit in units),
        "furnaces": int(state.furnaces[0]),
        "furnaces_lit": bool(state.furnaces[0]) and any(unit.labour_pm[1] for unit in units),
        "iron_good_kg": int(state.ever[0, Ever.IRON_GOOD_KG].sum()),
        "iron_poor_kg": int(state.iron_poor_kg[0].sum()),
        "forest_pm": int(forest.sum()) // max(1, int(level.forest_ares.sum())),
    }


def _in_force(level: Level, orders: Orders) -> dict[str, Any]:
    """The commune's orders."""
    plain = ("ration_g", "first", "hall", "free_meals", "plots", "leavers", "scrap_pm", "wood_pm")
    return {
        **{name: int(getattr(orders, name)[0]) for name in (*plain, "report_kg", "deliver_pm")},
        "furnaces_wanted": int(orders.furnaces[0]),
        "plead": bool(orders.plead[0]),
        "ask_back": bool(orders.ask_back[0]),
        "weighings_left": level.weighings - int(orders.weigh[0].sum()),
    }


def _projects(level: Level, state: State, orders: Orders) -> tuple[ProjectView, ...]:
    return tuple(
        ProjectView(
            project.id,
            min(1000, int(state.works_days[0, p]) * 1000 // max(1, project.need_days)),
            int(state.works_state[0, p]),
            int(orders.works[0]) == p + 1,
        )
        for p, project in enumerate(level.projects)
    )


def _claims(level: Level, state: State, season: int, *, desk: bool) -> tuple[Claim, ...]:
    harvest = claimed_harvest(season, desk=desk)
    usual = int(level.last_harvest_kg[harvest].sum())
    return tuple(
        Claim(n.id, pm, usual * pm // 1000 * n.yield_pm // 1000)
        for n, pm in zip(level.neighbours, state.neighbours_pm[0].tolist(), strict=True)
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
    seed = int(state.grain_kg[0, Account.SEED].sum())
    feed = int(state.grain_kg[0, Account.FEED].sum())
    said = state.tally[:, Tally.SAID_KG]
    chosen = int(orders.report_kg[0])
    report = int(said[0].sum()) if chosen == AS_SAID else chosen
    people = max(1, int(state.people[0].sum()))
    # At the desk too the days to the harvest itself, not those of the floor that the taking leaves:
    # the same grain must not last longer once the desk is left.
    days = max(procurement.SIX_WEEKS, 30 * months_to_harvest(level, state.month))

    def reckoned(stores_kg: list[int]) -> tuple[Asked, Reckoned]:
        """What is demanded, and what would follow, if so much lay in each store."""
        store = sum(stores_kg)
        if not due:  # the carts have left, or will not come this season
            quota = int(state.quota_kg[0])
            return (quota, 0, 0), Reckoned(quota, store, store * 1000 // (people * days))
        known = state.grain_kg.copy()
        known[0, Account.GRANARY] = stores_kg
        month = state.month - 1
        draws = Draws(0, np.zeros(1, dtype=np.int64), len(level.units), month)
        given = Given(level, params, orders, draws, month)
        blind = replace(state, grain_kg=frozen(known))
        taking = procurement.taking(blind, given, share(np.array([report]), said))
        taken = int(taking.taken_kg.sum())
        left = store - taken
        eat = left * 1000 // (people * days)
        asked = (taking.demanded_kg, taking.withheld_kg, taking.forced_kg)
        return tuple(int(each.sum()) for each in asked), Reckoned(taken, left, eat)

    (demanded, withheld, forced), then = reckoned([figure.kg for figure in stores])
    ends = None
    if any(figure.low_kg != figure.high_kg for figure in stores):
        low = reckoned([figure.low_kg for figure in stores])[1]
        high = reckoned([figure.high_kg for figure in stores])[1]
        ends = (low, high)
    return Forecast(
        report, demanded, then.taken_kg, seed, feed, then.left_kg, then.eat_g_day, days, ends,
        withheld, forced,
    )  # fmt: skip
