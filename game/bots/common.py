"""What the characters at the desk share: only orders that are open, rations that last."""

from dataclasses import replace

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.level import AUTUMN, MONTHS_A_TURN, SUMMER
from game.sim.orders import AS_SAID, FIELDS, FURNACES, KINDS, SIDELINE, WORKS, Kind, Orders, opens
from game.sim.views import Seen
from game.sim.whole import part

LEAST_RATION_G = 120
"""No bot goes below this while there is grain."""
LOOKED_FOR_PM = 400
"""Share of a usual harvest that an office looks to keep and eat, before it is in."""
HANDS_A_FURNACE = 150
SLACK_PM = 60
"""Hands kept in the fields beyond what the worst month of the season will want."""

_BY_ARRAY: dict[str, Kind] = {kind.array: kind for kind in KINDS}


def is_open(seen: Seen, kind: str) -> bool:
    """Whether an order of a kind can be given in this turn."""
    return opens(seen.level, kind) < (seen.turn + 1) * MONTHS_A_TURN


def put(seen: Seen, **wanted: Ints | int) -> Orders:
    """The orders in force with some changed: what isn't open stays as it is, ranges are kept.

    Args:
        seen: what the bot decides on
        wanted: fields of Orders; a plain number is for every unit and run
    """
    changes: dict[str, Ints] = {}
    for array, value in wanted.items():
        kind = _BY_ARRAY[array]
        if kind.desk != seen.desk or not is_open(seen, kind.name):
            continue
        old: Ints = getattr(seen.orders, array)
        low = AS_SAID if kind.name == "report" else kind.low
        new = np.broadcast_to(np.clip(np.asarray(value, dtype=np.int64), low, kind.high), old.shape)
        changes[array] = frozen(new.copy())
    return replace(seen.orders, **changes)


def labour(
    seen: Seen, furnaces_pm: Ints | int, works_pm: Ints | int, *, fields_first: bool
) -> Ints:
    """Shares of hands for the four places, (R, U, 4).

    Args:
        seen: what the bot decides on
        furnaces_pm: hands wanted at furnaces, per mille; nothing before they exist
        works_pm: hands wanted at waterworks, per mille
        fields_first: True: the fields get what they want before the others
    """
    fires = np.full_like(seen.hands, 0) + (furnaces_pm if is_open(seen, "furnaces") else 0)
    ditches = np.full_like(seen.hands, 0) + (works_pm if is_open(seen, "works") else 0)
    need = np.minimum(1000, seen.fields_need_pm + SLACK_PM)
    room = 1000 - need if fields_first else np.full_like(need, 900)
    asked = np.maximum(1, fires + ditches)
    over = fires + ditches > room
    fires = np.where(over, room * fires // asked, fires)
    ditches = np.where(over, room * ditches // asked, ditches)
    rest = 1000 - fires - ditches
    sideline = np.clip(rest - need, 50, 200)
    shares = np.zeros((*seen.hands.shape, 4), dtype=np.int64)
    shares[:, :, FIELDS] = np.maximum(0, rest - sideline)
    shares[:, :, FURNACES], shares[:, :, WORKS] = fires, ditches
    shares[:, :, SIDELINE] = np.minimum(rest, sideline)
    return shares


def furnaces(seen: Seen, furnaces_pm: Ints | int) -> Ints:
    """Furnaces for so many hands, (R,); at least what is there already."""
    hands = (seen.hands * (np.zeros_like(seen.hands) + furnaces_pm) // 1000).sum(axis=1)
    return np.asarray(np.maximum(seen.orders.furnaces, -(-hands // HANDS_A_FURNACE)))


def project(seen: Seen, works_pm: int) -> Ints:
    """The works to dig at, (R,): the one under way, or the first where hands are wanted."""
    begin = 1 if works_pm and seen.level.projects else 0
    return np.where(seen.orders.works > 0, seen.orders.works, begin)


def ration(seen: Seen, least_g: int = LEAST_RATION_G) -> Ints:
    """Grain a day for a working person with which the store lasts to the next harvest, g, (R,).

    In summer what is looked for of the wheat, less the quota, is counted in. In autumn people eat
    while the grain is there: what is left in the store is what the carts take.
    """
    month = seen.need_kg_month.sum(axis=1)
    store, months = seen.granary_kg.sum(axis=1), seen.months_to_harvest
    if months == 1:
        months = MONTHS_A_TURN
        looked_for = np.minimum(seen.last_said_kg.sum(axis=1), usual_kg(seen))
        store = store + part(looked_for, LOOKED_FOR_PM)
    lasts = store * seen.need_g_day // np.maximum(1, month * months)
    # Rounding to tens keeps orders few.
    return np.asarray(np.clip(lasts // 10 * 10, least_g, seen.need_g_day))


def usual_kg(seen: Seen) -> int:
    """What our own land gave at this harvest in the year before the level began, kg."""
    return int(seen.level.last_harvest_kg[harvest(seen)].sum())


def harvest(seen: Seen) -> int:
    """0 for the summer harvest, 1 for the autumn one."""
    return 0 if seen.season == SUMMER else 1


def tallest_kg(seen: Seen) -> Ints:
    """The tallest neighbour's claim as if on our land, kg, (R,)."""
    if not seen.claims_pm.shape[1]:
        return np.asarray(seen.harvest_kg.sum(axis=1))
    return part(seen.claims_pm.max(axis=1), usual_kg(seen))


def brought_in_kg(seen: Seen) -> Ints:
    """What was truly brought in, kg, (R,)."""
    return np.asarray(seen.harvest_kg.sum(axis=1))


def own_target_kg(seen: Seen, whole_kg: Ints) -> Ints:
    """A target for the commune shared over brigades as their last figures were, kg, (R, U)."""
    said = np.maximum(1, seen.last_said_kg)
    return np.asarray(whole_kg[:, None] * (said * 1000 // said.sum(axis=1, keepdims=True)) // 1000)


def short_of_food(seen: Seen, share_pm: int) -> Ints:
    """1 where the quota would leave less than a share of the need to the next harvest, (R,)."""
    months = 7 if seen.season == AUTUMN else 3
    left = seen.granary_kg.sum(axis=1) - seen.quota_kg
    few = left * 1000 < seen.need_kg_month.sum(axis=1) * months * share_pm
    return np.asarray(few, dtype=np.int64)
