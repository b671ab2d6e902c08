"""Orders: one decision of one person, and the same as arrays.

An `Order` is frozen, textual, and can say why it can't stand. `Orders` is what all orders given so
far amount to; labour, ration and the like stay as they were until they are changed, the rest (a
weighing, a report) is for one turn. The interface greys out a button with the same `refusal` that
the session asks again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from game.sim.arrays import Ints, columns_apart, frozen
from game.sim.level import MONTHS_A_TURN, Level

FIELDS, FURNACES, WORKS, SIDELINE = range(4)
"""The four places where hands are sent, in the order of `Orders.labour_pm`."""

EQUAL, BY_POINTS, WEAK_FIRST = range(3)
CLOSED, VOLUNTARY, COMPULSORY = range(3)
NONE, TOLERATED, ALLOWED = range(3)
LET_GO, STOPPED = range(2)
AS_SAID = -1
"""A report that was not written: the county is told what the brigades said."""


def N_(text: str) -> str:  # noqa: N802
    """Mark words for the catalogues. The core does not translate: `words` does."""
    return text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of order. This table is the only place that knows its range."""

    name: str
    array: str  # field of Orders
    each: bool  # True: for one unit; False: for the commune
    values: int  # how many numbers; -1: one for each crop
    low: int
    high: int
    most_sum: int = 0  # the numbers together may not pass this; 0: no such bound
    desk: bool = False  # True: given at the report desk
    once: bool = False  # True: for one turn


KINDS: tuple[Kind, ...] = (
    Kind("labour", "labour_pm", True, 4, 0, 1000, most_sum=1000),
    Kind("asked", "asked_kg", True, 1, 0, 100_000_000_000),
    Kind("crops", "crop_pm", True, -1, 0, 1000),
    Kind("technique", "technique_pm", True, 2, 0, 1000),
    Kind("hide", "hide_pm", True, 1, 0, 400),
    Kind("seed", "seed_pm", True, 1, 0, 1000),
    Kind("search", "search", True, 1, 0, 1, once=True),
    Kind("weigh", "weigh", True, 1, 0, 1, once=True),
    Kind("ration", "ration_g", False, 1, 0, 900),
    Kind("first", "first", False, 1, EQUAL, WEAK_FIRST),
    Kind("hall", "hall", False, 1, CLOSED, COMPULSORY),
    Kind("free_meals", "free_meals", False, 1, 0, 1),
    Kind("plots", "plots", False, 1, NONE, ALLOWED),
    Kind("furnaces", "furnaces", False, 1, 0, 40),
    Kind("scrap", "scrap_pm", False, 1, 0, 1000),
    Kind("wood", "wood_pm", False, 1, 0, 1000),
    Kind("works", "works", False, 1, 0, 9),
    Kind("leavers", "leavers", False, 1, LET_GO, STOPPED),
    Kind("report", "report_kg", False, 1, AS_SAID, 1_000_000_000, desk=True, once=True),
    Kind("deliver", "deliver_pm", False, 1, 0, 1000, desk=True, once=True),
    Kind("plead", "plead", False, 1, 0, 1, desk=True, once=True),
    Kind("ask_back", "ask_back", False, 1, 0, 1, desk=True, once=True),
)
KIND = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Order:
    """One decision: its kind, the unit it is for (None: the commune), and its numbers."""

    kind: str
    unit: str | None
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order can't stand: words to translate, and what to fill in."""

    text: str
    values: dict[str, object]

    def __str__(self) -> str:
        """The refusal in English, for logs and tests.

        >>> str(Refusal("{most} at most", {"most": 3}))
        '3 at most'
        """
        return self.text.format(**self.values)


@dataclass(frozen=True, slots=True)
class Orders:
    """What all orders amount to, for one turn. Arrays are closed for writing."""

    labour_pm: Ints  # (R, U, 4) fields, furnaces, waterworks, sideline; what is left rests
    asked_kg: Ints  # (R, U) the commune's own target for the next harvest
    crop_pm: Ints  # (R, U, C) share of the land; what is left lies fallow
    technique_pm: Ints  # (R, U, 2) close planting, deep ploughing: how far to comply
    hide_pm: Ints  # (R, U) share of the harvest put aside
    seed_pm: Ints  # (R, U) share of the seed needed that is held back
    search: Ints  # (R, U) 1: search this unit for hidden grain
    weigh: Ints  # (R, U) 1: weigh this unit's granary
    ration_g: Ints  # (R,) raw grain a day for a working person, g
    first: Ints  # (R,) EQUAL, BY_POINTS, WEAK_FIRST
    hall: Ints  # (R,) CLOSED, VOLUNTARY, COMPULSORY
    free_meals: Ints  # (R,) 1: eating without limit
    plots: Ints  # (R,) NONE, TOLERATED, ALLOWED
    furnaces: Ints  # (R,) furnaces wanted
    scrap_pm: Ints  # (R,) share of iron made from pots and tools; the rest from ore
    wood_pm: Ints  # (R,) share of fuel from the forest; the rest is bought coal
    works: Ints  # (R,) 0 none, p + 1 project p
    leavers: Ints  # (R,) LET_GO, STOPPED
    report_kg: Ints  # (R,) the figure for the county; AS_SAID: what the brigades said
    deliver_pm: Ints  # (R,) share of what is demanded that is delivered
    plead: Ints  # (R,) 1: plead for a lower quota, admitting the true figure
    ask_back: Ints  # (R,) 1: ask for grain to be sold back


def at_start(level: Level, runs: int) -> Orders:
    """The orders in force when the level begins: all hands to the fields and the sideline."""
    units = len(level.units)

    def each(value: int) -> Ints:
        return frozen(np.full((runs, units), value, dtype=np.int64))

    def one(value: int) -> Ints:
        return frozen(np.full(runs, value, dtype=np.int64))

    labour = np.zeros((runs, units, 4), dtype=np.int64)
    labour[:, :, FIELDS], labour[:, :, SIDELINE] = 900, 100
    shape = (runs, units, len(level.crops))
    return Orders(
        labour_pm=frozen(labour),
        asked_kg=each(0),
        crop_pm=frozen(np.broadcast_to(level.crop_plan_pm, shape).copy()),
        technique_pm=frozen(np.zeros((runs, units, 2), dtype=np.int64)),
        hide_pm=each(0),
        seed_pm=each(1000),
        search=each(0),
        weigh=each(0),
        ration_g=one(700),
        first=one(EQUAL),
        hall=one(CLOSED),
        free_meals=one(0),
        plots=one(ALLOWED if int(level.track.plots[0]) else NONE),
        furnaces=one(level.furnaces),
        scrap_pm=one(0),
        wood_pm=one(1000),
        works=one(0),
        leavers=one(LET_GO),
        report_kg=one(AS_SAID),
        deliver_pm=one(1000),
        plead=one(0),
        ask_back=one(0),
    )


def laid_out(orders: Orders) -> Orders:
    """The same orders with shares that rules read column by column lying so in memory."""
    kinds = ("labour_pm", "crop_pm", "technique_pm")
    return replace(orders, **{kind: columns_apart(getattr(orders, kind)) for kind in kinds})


def renewed(orders: Orders) -> Orders:
    """The orders at the beginning of the next turn: what was for one turn is over."""
    fresh = {"report_kg": AS_SAID, "deliver_pm": 1000}
    changes = {
        kind.array: frozen(np.full_like(getattr(orders, kind.array), fresh.get(kind.array, 0)))
        for kind in KINDS
        if kind.once
    }
    return replace(orders, **changes)


def given(level: Level, orders: Orders, listed: Sequence[Order], run: int = 0) -> Orders:
    """The orders after a list of decisions for one run; the list is not asked for refusals."""
    arrays = {f.name: getattr(orders, f.name).copy() for f in fields(Orders)}
    for order in listed:
        kind = KIND[order.kind]
        row = arrays[kind.array][run]
        values = order.values if kind.values != 1 else order.values[0]
        if order.unit is None:
            arrays[kind.array][run] = values
        else:
            row[level.units.index(order.unit)] = values
    return Orders(**{name: frozen(array) for name, array in arrays.items()})


def listed(level: Level, before: Orders, after: Orders, run: int, *, desk: bool) -> list[Order]:
    """The decisions that lead from one state of orders to another, for one run."""
    found: list[Order] = []
    for kind in KINDS:
        if kind.desk != desk and not (desk and kind.name == "weigh"):
            continue
        old, new = getattr(before, kind.array)[run], getattr(after, kind.array)[run]
        if not kind.each:
            if int(old) != int(new):
                found.append(Order(kind.name, None, (int(new),)))
            continue
        for u, name in enumerate(level.units):
            if (old[u] != new[u]).any():
                found.append(Order(kind.name, name, tuple(np.atleast_1d(new[u]).tolist())))
    return found


def opens(level: Level, kind: str) -> int:
    """The month from which an order of a kind can be given; past the level's end: never."""
    column = level.track.opens[:, KINDS.index(KIND[kind])]
    return int(np.argmax(column)) if column.any() else level.months


def refusal(
    order: Order, level: Level, turn: int, *, desk: bool, before: Sequence[Order] = ()
) -> Refusal | None:
    """Why this order can't stand, or None.

    Args:
        order: the decision
        level: the level
        turn: the turn it is given in
        desk: True at the report desk, False among the season's orders
        before: the orders already given in this turn
    """
    kind = KIND.get(order.kind)
    if kind is None:
        return Refusal(N_("there is no order called {kind}"), {"kind": order.kind})
    return (
        _wrong_place(order, kind, level, desk=desk)
        or _wrong_numbers(order, kind, level)
        or _too_early(order, kind, level, turn)
        or _too_many(order, level, before)
    )


def _wrong_place(order: Order, kind: Kind, level: Level, *, desk: bool) -> Refusal | None:
    if kind.each and order.unit not in level.units:
        return Refusal(N_("there is no brigade called {unit}"), {"unit": order.unit})
    if not kind.each and order.unit is not None:
        return Refusal(N_("this order is for the whole commune"), {})
    if kind.desk and not desk:
        return Refusal(N_("this is decided at the report desk, after the harvest"), {})
    if desk and not kind.desk and kind.name != "weigh":
        return Refusal(N_("the season is over; this can be ordered in the next one"), {})
    return None


def _wrong_numbers(order: Order, kind: Kind, level: Level) -> Refusal | None:
    count = len(level.crops) if kind.values == -1 else kind.values
    if len(order.values) != count:
        return Refusal(N_("this order takes {count} numbers"), {"count": count})
    for value in order.values:
        if not kind.low <= value <= kind.high:
            values: dict[str, object] = {"value": value, "low": kind.low, "high": kind.high}
            return Refusal(N_("{value} is out of range: {low} to {high}"), values)
    if kind.most_sum and sum(order.values) > kind.most_sum:
        over = (sum(order.values) - kind.most_sum) // 10
        return Refusal(N_("the shares are {over} % more than there is"), {"over": over})
    if kind.name == "crops":
        return _crowded(order, level)
    if kind.name == "works" and order.values[0] > len(level.projects):
        return Refusal(N_("there is no such project on this map"), {})
    return None


def _crowded(order: Order, level: Level) -> Refusal | None:
    """Two crops can share land in a year only if one is reaped before the other is sown."""
    for month in range(12):
        pairs = zip(level.crops, order.values, strict=True)
        taken = sum(pm for crop, pm in pairs if crop.in_ground[month])
        if taken > 1000:
            values: dict[str, object] = {"month": month + 1, "over": (taken - 1000) // 10}
            text = N_("in month {month} the crops take {over} % more land than there is")
            return Refusal(text, values)
    return None


def _too_early(order: Order, kind: Kind, level: Level, turn: int) -> Refusal | None:
    last_month = turn * MONTHS_A_TURN + MONTHS_A_TURN - 1
    month = opens(level, order.kind)
    sends_early = kind.name == "labour" and any(
        order.values[place] and opens(level, name) > last_month
        for place, name in ((FURNACES, "furnaces"), (WORKS, "works"))
    )
    if sends_early:
        return Refusal(N_("there are no furnaces or waterworks to send hands to yet"), {})
    if month <= last_month:
        return None
    if month >= level.months:
        return Refusal(N_("this order is not given in this level"), {})
    year, number = level.calendar(month)
    return Refusal(
        N_("nobody thinks of this before {month}/{year}"), {"month": number, "year": year}
    )


def _too_many(order: Order, level: Level, before: Sequence[Order]) -> Refusal | None:
    if order.kind != "weigh" or not order.values[0]:
        return None
    units = {o.unit for o in before if o.kind == "weigh" and o.values[0]} | {order.unit}
    if len(units) <= level.weighings:
        return None
    return Refusal(N_("the scales are out: {most} granaries a season"), {"most": level.weighings})
