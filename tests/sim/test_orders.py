"""Twin of game/sim/orders.py."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import orders as law
from game.sim.arrays import ints
from game.sim.orders import AS_SAID, KINDS, Kind, Order, Orders, at_start, refusal
from tests.sim.cases import hamlets

LEVEL = hamlets()
ONE, TWO = LEVEL.units
ALL_OPEN = {kind.name for kind in KINDS}


def refused(order: Order, turn: int = 0, *, desk: bool = False, **more: Any) -> str | None:
    found = refusal(order, more.pop("level", LEVEL), turn, desk=desk, **more)
    return None if found is None else str(found)


def closed(name: str, until: int) -> Any:
    """The level with one kind of order opened only from a month on."""
    opens = LEVEL.track.opens.copy()
    opens[:until, [kind.name for kind in KINDS].index(name)] = 0
    return replace(LEVEL, track=replace(LEVEL.track, opens=ints(opens)))


GOOD = {
    "labour": (500, 200, 100, 200), "asked": (90_000,), "crops": (500, 400),
    "technique": (0, 1000), "hide": (400,), "seed": (0,), "search": (1,), "weigh": (1,),
    "ration": (900,), "first": (2,), "hall": (2,), "free_meals": (1,), "plots": (0,),
    "furnaces": (40,), "scrap": (1000,), "wood": (0,), "works": (1,), "leavers": (1,),
    "report": (10**9,), "deliver": (0,), "plead": (1,), "ask_back": (1,),
}  # fmt: skip


def good(kind: Kind) -> Order:
    return Order(kind.name, ONE if kind.each else None, GOOD[kind.name])


def test_every_kind_has_its_case_here() -> None:
    assert set(GOOD) == ALL_OPEN


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_good_order_stands(kind: Kind) -> None:
    assert refused(good(kind), desk=kind.desk) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_bound_is_the_last_that_stands(kind: Kind) -> None:
    count = len(good(kind).values)
    for wrong in (kind.low - 1, kind.high + 1):
        order = replace(good(kind), values=(wrong,) + (0,) * (count - 1))
        text = f"{wrong} is out of range: {kind.low} to {kind.high}"
        assert refused(order, desk=kind.desk) == text
    if kind.name != "works":
        for right in (kind.low, kind.high):
            order = replace(good(kind), values=(right,) + (0,) * (count - 1))
            assert refused(order, desk=kind.desk) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_has_its_place_time_and_count(kind: Kind) -> None:
    order = good(kind)
    if kind.each:
        nowhere = "there is no brigade called Nowhere"
        assert refused(replace(order, unit="Nowhere"), desk=kind.desk) == nowhere
        assert refused(replace(order, unit=None)) == "there is no brigade called None"
    else:
        whole = "this order is for the whole commune"
        assert refused(replace(order, unit=ONE), desk=kind.desk) == whole
    if kind.desk:
        assert refused(order) == "this is decided at the report desk, after the harvest"
    elif kind.name != "weigh":
        over = "the season is over; this can be ordered in the next one"
        assert refused(order, desk=True) == over
    else:
        assert refused(order, desk=True) is None
    count = len(order.values)
    more = replace(order, values=(*order.values, 0))
    assert refused(more, desk=kind.desk) == f"this order takes {count} numbers"
    assert refused(replace(order, values=()), desk=kind.desk) == f"this order takes {count} numbers"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_opens_with_its_month(kind: Kind) -> None:
    late, never = closed(kind.name, 7), closed(kind.name, LEVEL.months)
    assert law.opens(late, kind.name) == 7
    assert law.opens(never, kind.name) == LEVEL.months
    order = replace(good(kind), values=(0,) * len(GOOD[kind.name]))
    # Month 7 is October 1958, in turn 2.
    early = "nobody thinks of this before 10/1958"
    assert refused(order, 1, desk=kind.desk, level=late) == early
    assert refused(order, 2, desk=kind.desk, level=late) is None
    assert refused(order, 7, desk=kind.desk, level=never) == "this order is not given in this level"


def test_there_are_no_other_orders() -> None:
    assert refused(Order("pray", None, (1,))) == "there is no order called pray"


def test_hands_add_up_to_what_there_is() -> None:
    assert refused(Order("labour", ONE, (250, 250, 250, 250))) is None
    many = Order("labour", ONE, (1000, 0, 0, 30))
    assert refused(many) == "the shares are 3 % more than there is"


def test_crops_that_stand_at_once_share_the_land() -> None:
    assert refused(Order("crops", ONE, (500, 500))) is None
    text = refused(Order("crops", ONE, (1000, 200)))
    assert text is not None
    assert "20 % more" in text


def test_works_are_on_the_map() -> None:
    assert refused(Order("works", None, (0,))) is None
    assert refused(Order("works", None, (2,))) == "there is no such project on this map"


@pytest.mark.parametrize(("kind", "place"), [("furnaces", 1), ("works", 2)])
def test_no_hands_are_sent_where_there_is_nothing_yet(kind: str, place: int) -> None:
    level = closed(kind, 7)
    sent = tuple(100 if p == place else 0 for p in range(4))
    text = "there are no furnaces or waterworks to send hands to yet"
    assert refused(Order("labour", ONE, sent), 1, level=level) == text
    assert refused(Order("labour", ONE, sent), 2, level=level) is None
    assert refused(Order("labour", ONE, (900, 0, 0, 100)), 1, level=level) is None


def test_the_scales_are_few() -> None:
    first, second = Order("weigh", ONE, (1,)), Order("weigh", TWO, (1,))
    assert refused(second) is None
    assert refused(second, before=[first]) == "the scales are out: 1 granaries a season"
    assert refused(first, before=[first]) is None
    assert refused(Order("weigh", TWO, (0,)), before=[first]) is None
    other = [Order("search", ONE, (1,)), Order("weigh", ONE, (0,))]
    assert refused(second, before=other) is None


def test_orders_at_the_start_and_for_one_turn() -> None:
    begun = at_start(LEVEL, 2)
    assert begun.labour_pm.sum(axis=2).tolist() == [[1000, 1000]] * 2
    assert begun.crop_pm[1].tolist() == LEVEL.crop_plan_pm.tolist()
    assert begun.report_kg.tolist() == [AS_SAID] * 2
    kept = law.given(
        LEVEL, begun, [Order("ration", None, (300,)), Order("report", None, (5,))], run=1
    )
    kept = law.given(LEVEL, kept, [Order("search", TWO, (1,)), Order("plead", None, (1,))], run=1)
    assert kept.search.tolist() == [[0, 0], [0, 1]]
    fresh = law.renewed(kept)
    assert fresh.ration_g.tolist() == [begun.ration_g[0], 300]
    for name in ("search", "weigh", "report_kg", "deliver_pm", "plead", "ask_back"):
        assert np.array_equal(getattr(fresh, name), getattr(begun, name)), name


def test_every_array_of_orders_has_a_kind() -> None:
    assert {kind.array for kind in KINDS} == {f.name for f in fields(Orders)}


@st.composite
def standing_orders(draw: st.DrawFn, *, desk: bool) -> Orders:
    """Orders for two runs in which anything within its range may stand."""
    base = at_start(LEVEL, 2)
    changes = {}
    for kind in KINDS:
        if kind.desk == desk:
            array = getattr(base, kind.array)
            values = st.integers(kind.low, kind.high)
            size = array.size
            drawn = draw(st.lists(values, min_size=size, max_size=size))
            keep = draw(st.booleans())
            changes[kind.array] = array if keep else ints(np.reshape(drawn, array.shape))
    return replace(base, **changes)


def same(one: Orders, two: Orders, run: int) -> bool:
    return all(
        np.array_equal(getattr(one, f.name)[run], getattr(two, f.name)[run]) for f in fields(Orders)
    )


@settings(max_examples=50, deadline=None)
@given(st.data(), st.booleans(), st.integers(0, 1))
def test_listed_and_given_are_inverse(data: st.DataObject, desk: bool, run: int) -> None:
    before = data.draw(standing_orders(desk=desk))
    after = data.draw(standing_orders(desk=desk))
    found = law.listed(LEVEL, before, after, run, desk=desk)
    again = law.given(LEVEL, before, found, run)
    assert same(again, after, run)
    assert same(again, before, 1 - run)
    assert law.listed(LEVEL, again, after, run, desk=desk) == []
    assert law.listed(LEVEL, before, before, run, desk=desk) == []
    assert not again.labour_pm.flags.writeable


def test_a_weighing_at_the_desk_is_listed() -> None:
    before = at_start(LEVEL, 1)
    order = Order("weigh", ONE, (1,))
    assert refused(order, desk=True) is None
    after = law.given(LEVEL, before, [order])
    assert law.listed(LEVEL, before, after, 0, desk=True) == [order]
