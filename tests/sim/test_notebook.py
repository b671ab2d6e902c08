"""Twin of game/sim/notebook.py; that it reads no granary is a law (tests/laws)."""

from typing import Any

import pytest

from game.sim import notebook, turn
from game.sim.arrays import Ints, ints
from game.sim.ledger import Account, Book
from game.sim.notebook import Notebook
from game.sim.orders import Orders, at_start
from game.sim.state import State, Tally
from game.sim.state import replace as changed
from tests.sim.cases import APR, JUN, MAR, MAY, coefficients, hamlets, state_of
from tests.villages import ordered

LEVEL = hamlets(climate_pm=500)
ROUND = coefficients()
START = {"books": {Book.STORE: [100_000, 50_000]}, "grain": {Account.GRANARY: [77, 0]}}


def orders(**given: Any) -> Orders:
    return ordered(LEVEL, **given) if given else at_start(LEVEL, 1)


def range_of(book: Notebook, unit: int = 0) -> list[int]:
    return [int(kg) for kg in book.kg[:, unit]]


def eaten(state: State, kg: Ints, month: int) -> State:
    """A month later, with so much eaten in the season so far and nothing else changed."""
    tally = state.tally.copy()
    tally[0, Tally.EATEN_KG] = kg
    return changed(state, tally=ints(tally), month=month)


def month(book: Notebook, before: State, after: State, given: Orders) -> Notebook:
    return notebook.month(book, LEVEL, ROUND, before, after, given)


def test_it_begins_with_what_is_written_and_not_with_what_is_there() -> None:
    book = notebook.begin(LEVEL, state_of(LEVEL, MAR, **START))
    assert range_of(book) == [90_000, 100_000, 105_000]
    assert book.store(0, MAR).basis == (("written_store", 90_000, 105_000),)
    assert book.store(0, MAR).kind == "estimate"


def test_a_month_takes_off_what_the_kitchens_were_to_give_and_what_is_lost() -> None:
    before = state_of(LEVEL, MAR, **START)
    given = orders(ration_g=500)
    heads = int((before.people[0, 0] * [600, 1000, 800]).sum())
    drawn = heads * 500 * 30 // 1_000_000
    after = eaten(before, ints([drawn, drawn]), APR)
    book = month(notebook.begin(LEVEL, before), before, after, given)
    # The animals have eaten 500 kg, and there is as much fodder as before: it came from the store.
    assert range_of(book) == [
        89_500 - 1_432 - drawn * 1060 // 1000, 99_500 - 796 - drawn,
        104_500 - 209 - drawn * 980 // 1000,
    ]  # fmt: skip
    assert book.store(0, APR).basis[0][0] == "written_store"
    low, high = (sum(line[end] for line in book.store(0, APR).basis) for end in (1, 2))
    assert [low, high] == [book.store(0, APR).low_kg, book.store(0, APR).high_kg]


def test_a_kitchen_that_gave_less_than_it_was_to_had_nothing_more() -> None:
    before = state_of(LEVEL, MAR, **START)
    given = orders(ration_g=500)
    drawn = int((before.people[0, 0] * [600, 1000, 800]).sum()) * 500 * 30 // 1_000_000
    after = eaten(before, ints([drawn - 1, drawn]), APR)
    book = month(notebook.begin(LEVEL, before), before, after, given)
    assert range_of(book, 0) == [0, 0, 0]
    assert range_of(book, 1)[2] > 0
    assert book.store(0, APR).basis == (("found_empty", 0, 0),)
    # In the second month of a season the tally holds the first month too.
    again = month(book, after, eaten(after, ints([drawn, 2 * drawn]), MAY), given)
    assert range_of(again, 0) == [0, 0, 0]


def test_scales_tell_the_store_and_what_came_in_and_the_carts_are_taken_off() -> None:
    desk = state_of(
        LEVEL, JUN + 3, desk=True, grain={Account.GRANARY: [60_000, 5_000]},
        tally={Tally.HARVEST_KG: [40_000, 1], Tally.SAID_KG: [90_000, 80_000]},
    )  # fmt: skip
    given = orders(weigh=[1, 0])
    begun = notebook.begin(LEVEL, desk)
    seen = notebook.weighed(begun, desk, given)
    assert seen.store(0, desk.month).kind == "weighed"
    assert range_of(seen) == [60_000] * 3
    assert seen.grown(0) == (40_000, 40_000, 40_000)
    assert range_of(seen, 1) == range_of(begun, 1)
    tally = desk.tally.copy()
    tally[0, Tally.PROCURED_KG] = [25_000, 0]
    after = changed(desk, desk=False, tally=ints(tally))
    closed = notebook.close(begun, LEVEL, desk, after, given)
    store = closed.store(0, after.month)
    assert (store.kind, store.kg) == ("weighed", 35_000)
    assert store.basis == (("weighed_then", 60_000, 60_000), ("to.state", -25_000, -25_000))
    # A month on it is a range again, and the scales and their date still stand in it.
    later = month(closed, after, eaten(after, ints([10**6] * 2), after.month + 1), given)
    store = later.store(0, after.month + 1)
    assert (store.kind, store.month, store.basis[0]) == (
        "estimate", after.month, ("weighed_then", 60_000, 60_000),
    )  # fmt: skip
    assert store.weighed_kg == 60_000
    assert store.low_kg < store.kg < store.high_kg < 35_000


@pytest.mark.parametrize(("scales", "kind"), [([1, 1], "weighed"), ([1, 0], "estimate")])
def test_a_harvest_stays_known_as_it_was_known_at_its_desk(scales: list[int], kind: str) -> None:
    start = turn.begin(LEVEL, ROUND, 1, ints([0]))
    book, state, given = notebook.begin(LEVEL, start), start, orders(weigh=scales)
    for _season in range(2):
        steps = turn.season(state, LEVEL, ROUND, given, 1, ints([0]))
        for step in steps:
            book, state = month(book, state, step.state, given), step.state
        last = turn.close(state, LEVEL, ROUND, given, 1, ints([0])).state
        book, state = notebook.close(book, LEVEL, state, last, given), last
    (harvest,) = book.harvests
    true = int(state.tally[0, Tally.HARVEST_KG].sum())
    assert harvest.kind == kind
    assert harvest.low_kg <= true <= harvest.high_kg
    assert (harvest.low_kg == harvest.high_kg == true) is (kind == "weighed")
    for step in turn.season(state, LEVEL, ROUND, given, 1, ints([0])):
        book, state = month(book, state, step.state, given), step.state
    assert book.harvests == (harvest,)
    assert book.grown(0) != (true, true, true)
