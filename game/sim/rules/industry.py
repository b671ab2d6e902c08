"""Industry: furnaces, iron by quality, tools, fuel, forest."""

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.orders import FURNACES
from game.sim.state import State, Tally, replace
from game.sim.whole import added, between, part, ratio_pm, share


def smelt(state: State, given: Given) -> Outcome:
    """Build the furnaces that are wanted, then feed them: iron, felled forest, melted tools."""
    p, orders = given.params.industry, given.orders
    days = part(state.labour_days, orders.labour_pm[:, :, FURNACES])
    days = days * given.params.channels.furnaces
    furnaces, built = _build(state, given, days.sum(axis=1))
    if given.level.apart:  # a district has as many as its hands can feed
        built = np.zeros_like(built)
    if not days.any():  # no iron; halls may still burn wood
        _, forest = _fell(state, given, days)
        return Outcome(replace(state, furnaces=frozen(furnaces), forest_pm=frozen(forest)))
    left_pm = 1000 - ratio_pm(built * p.furnace_days, days.sum(axis=1), 1000)
    days = np.where((built > 0)[:, None], part(days, left_pm[:, None]), days)
    coal_pm = 1000 - orders.wood_pm
    days_tonne = p.days_tonne * (1000 + part(coal_pm, p.coal_days_pm)) // 1000
    iron = days * 1000 // np.maximum(1, days_tonne)[:, None]
    most = furnaces * p.furnace_kg_month
    fits_pm = ratio_pm(most, iron.sum(axis=1))
    fits_pm = np.full_like(fits_pm, 1000) if given.level.apart else fits_pm
    iron = part(iron, fits_pm[:, None])
    iron, forest = _fell(state, given, iron)
    scrap = part(iron, orders.scrap_pm[:, None])
    luck = given.draws.whole("industry.heat", -p.noise_pm, p.noise_pm)
    good = part(scrap, p.good_scrap_pm) + part(iron - scrap, p.good_ore_pm)
    good = between(part(good, 1000 + luck), 0, iron)
    people = np.maximum(1, added(state.people))
    melted = np.minimum(state.tools_pm, scrap * p.scrap_tool_pm // people)
    melted = melted * given.params.channels.tools
    poor = iron - good
    state = replace(
        state,
        furnaces=frozen(furnaces),
        forest_pm=frozen(forest),
        tools_pm=frozen(state.tools_pm - melted),
        iron_good_kg=frozen(state.iron_good_kg + good),
        iron_poor_kg=frozen(state.iron_poor_kg + poor),
    )
    return Outcome(state, counts=((Tally.IRON_GOOD_KG, good), (Tally.IRON_POOR_KG, poor)))


def _build(state: State, given: Given, days: Ints) -> tuple[Ints, Ints]:
    """Furnaces standing after this month's building, and how many were built, both (R,)."""
    wanted = given.orders.furnaces
    can = days // given.params.industry.furnace_days
    built = between(wanted - state.furnaces, 0, can)
    return np.minimum(state.furnaces, wanted) + built, built


def _fell(state: State, given: Given, iron: Ints) -> tuple[Ints, Ints]:
    """Iron for which there is fuel, and the forest that is left after it, both (R, U).

    The whole commune's forest is felled, in proportion to what stands.
    """
    p, level = given.params.industry, given.level
    stands = level.forest_ares * state.forest_pm
    ares = part(iron.sum(axis=1) * p.wood_ares_tonne, given.orders.wood_pm)  # thousandths
    halls = added(state.people).sum(axis=1) * p.hall_wood_ares
    halls = np.where(given.orders.hall > 0, halls, 0) * given.params.channels.halls
    felled = np.minimum(ares, stands.sum(axis=1))
    fuel_pm = np.where(ares > 0, ratio_pm(felled, ares), 1000)
    felled = np.minimum(ares + halls, stands.sum(axis=1))
    iron = part(iron, fuel_pm[:, None])
    each = share(felled, stands)
    # Rounded up, so that small fellings are not for nothing.
    gone = -(-each // np.maximum(1, level.forest_ares))
    return iron, np.maximum(0, state.forest_pm - gone)


def mend(state: State, given: Given) -> Outcome:
    """Pooled tools wear out; good iron mends them, and households get back what is left."""
    p = given.params.industry
    if not given.params.channels.tools:
        return Outcome(state)
    stages = given.params.stages
    worn = given.by_stage(stages.tool_wear)
    tools = np.maximum(0, state.tools_pm - worn)
    # What was pooled and not ruined comes back to those who used it, and is cared for again.
    tools = tools + part(1000 - tools, given.by_stage(stages.tools_back))
    people = np.maximum(1, added(state.people))
    per_pm = np.maximum(1, people * p.mend_kg_pm // 1000)
    mended = np.minimum(1000 - tools, state.iron_good_kg // per_pm)
    # A workshop mends a little each month, however much iron lies in the yard.
    mended = np.minimum(mended, p.mend_most_pm)
    return Outcome(
        replace(
            state,
            tools_pm=frozen(tools + mended),
            iron_good_kg=frozen(state.iron_good_kg - mended * per_pm),
        )
    )
