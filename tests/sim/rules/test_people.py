"""Twin of game/sim/rules/people.py."""

import numpy as np
import pytest

from game.sim.orders import LET_GO, STOPPED
from game.sim.rules import people
from game.sim.state import Ever, Tally
from game.sim.whole import table
from tests.sim.cases import coefficients, given_in, hamlets, row, state_of, without

LEVEL = hamlets()
MILLION = [1_000_000] * 3


@pytest.mark.parametrize(
    ("reserve", "change", "after", "beyond"),
    [(900, -120, 780, 0), (50, -100, 0, 50), (950, 100, 1000, 0), (0, -345, 0, 345)],
)
def test_reserve_after(reserve: int, change: int, after: int, beyond: int) -> None:
    body, month = np.array([reserve]), np.array([change])
    assert people.reserve_after(body, month).tolist() == [after]
    assert people.beyond(body, month).tolist() == [beyond]


def test_half_the_food_wears_all_down_and_those_who_work_most() -> None:
    state = state_of(LEVEL, fed_pm=500)
    after = people.weaken(state, given_in(LEVEL, labour_pm=[500, 500, 0, 0])).state
    # The table gives 800 - 1000 = -200; work takes half of 100 from adults.
    assert row(after.reserve_pm) == [[800, 750, 800]] * 2
    resting = people.weaken(state, given_in(LEVEL, labour_pm=[0, 0, 0, 0])).state
    assert row(resting.reserve_pm) == [[800, 800, 800]] * 2


def test_enough_food_holds_and_more_heals() -> None:
    held = people.weaken(state_of(LEVEL, fed_pm=1000, reserve_pm=700), given_in(LEVEL)).state
    assert row(held.reserve_pm) == [[700] * 3] * 2
    healed = people.weaken(state_of(LEVEL, fed_pm=1250, reserve_pm=700), given_in(LEVEL)).state
    assert row(healed.reserve_pm) == [[750] * 3] * 2


def test_a_wasted_body_needs_less() -> None:
    params = coefficients({"people": {"adapt_pm": 400}})
    state = state_of(LEVEL, fed_pm=800, reserve_pm=500)
    given = given_in(LEVEL, params=params, labour_pm=[0, 0, 0, 0])
    # Half gone, it needs a fifth less: 800 of 800 is enough, and 800 of 1000 costs 80.
    assert row(people.weaken(state, given).state.reserve_pm) == [[500] * 3] * 2
    whole = state_of(LEVEL, fed_pm=800, reserve_pm=1000)
    assert row(people.weaken(whole, given).state.reserve_pm) == [[920] * 3] * 2


def test_nine_months_are_remembered_newest_first() -> None:
    state = state_of(LEVEL, fed_pm=500, reserve_past_pm=[10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    after = people.weaken(state, given_in(LEVEL, labour_pm=[0, 0, 0, 0])).state
    assert row(after.reserve_past_pm)[0] == [800, 10, 9, 8, 7, 6, 5, 4, 3, 2]


def test_fertility_falls_with_the_strength_of_those_of_working_age_and_comes_back_slowly() -> None:
    params = coefficients({"people": {"fertile_back_pm": 70}})
    given = given_in(LEVEL, labour_pm=[0, 0, 0, 0], params=params)
    strong = state_of(LEVEL, reserve_pm=[0, 1000, 0], reserve_past_pm=400)
    assert row(people.weaken(strong, given).state.reserve_past_pm)[0][0] == 470
    weak = state_of(LEVEL, reserve_pm=[1000, 300, 1000], reserve_past_pm=900)
    assert row(people.weaken(weak, given).state.reserve_past_pm)[0][0] == 300


def test_furnaces_and_earthworks_take_more_than_other_work() -> None:
    params = coefficients({"people": {"heavy_pm": 500}})
    falls = []
    for hands in ([1000, 0, 0, 0], [0, 1000, 0, 0], [0, 0, 1000, 0]):
        given = given_in(LEVEL, labour_pm=hands, params=params)
        after = people.weaken(state_of(LEVEL, fed_pm=500), given).state
        falls.append(1000 - row(after.reserve_pm)[0][1])
    # 200 for want of food, 100 x 0.5 for full work, half as much again for heavy work.
    assert falls == [250, 275, 275]


@pytest.mark.parametrize(
    ("reserve", "deaths"),
    # A million each: 1 000, 500, 3 000 a month; four times at half the reserve, thirty at none.
    [(1000, 4_500), (500, 18_000), (750, 11_250), (0, 135_000)],
)
def test_deaths_rise_as_the_reserve_falls(reserve: int, deaths: int) -> None:
    state = state_of(LEVEL, people=MILLION, reserve_pm=reserve)
    after = people.die(state, given_in(LEVEL)).state
    tally = row(after.tally)
    assert tally[Tally.DEATHS] == [deaths, deaths]
    assert tally[Tally.DEATHS_CHILDREN][0] * 3 == tally[Tally.DEATHS_OLD][0] == deaths * 2 // 3
    assert int(after.people[0, 0].sum()) == 3_000_000 - deaths


STARVING = {
    "starve": table([[100, 0], [300, 200_000]]), "starve_age_pm": (1200, 600, 2000),
}  # fmt: skip


@pytest.mark.parametrize(
    ("reserve", "fed", "work", "deaths"),
    [
        # No food takes 400. Of 100 that leaves 300 too much, 200 in a thousand by the table: a
        # million each lose 240 000, 120 000 and 400 000 by their weights.
        (100, 0, 0, [240_000, 120_000, 400_000]),
        # Work takes 100 more of the adults: the table's end.
        (100, 0, 1000, [240_000, 120_000, 400_000]),
        # Of 200 it leaves 200 too much, half of that; with work 300 for adults.
        (200, 0, 0, [120_000, 60_000, 200_000]),
        (200, 0, 1000, [120_000, 120_000, 200_000]),
        # Of 300 it leaves 100, and half the food takes 200 of a body that has 150: the table's 0.
        (300, 0, 0, [0, 0, 0]),
        (150, 500, 0, [0, 0, 0]),
        # Nothing is left, and 200 are missing; whoever has enough loses nothing.
        (0, 500, 0, [120_000, 60_000, 200_000]),
        (0, 1000, 0, [0, 0, 0]),
    ],
)
def test_what_hunger_takes_beyond_the_body_takes_lives(
    reserve: int, fed: int, work: int, deaths: list[int]
) -> None:
    given = given_in(LEVEL, params=coefficients({"people": STARVING}), labour_pm=[work, 0, 0, 0])
    before = state_of(LEVEL, people=MILLION, reserve_pm=reserve, fed_pm=fed)
    after = people.weaken(before, given).state
    assert row(before.people - after.people) == [deaths, deaths]
    tally = row(after.tally)
    assert tally[Tally.DEATHS] == [sum(deaths)] * 2
    assert (tally[Tally.DEATHS_CHILDREN][0], tally[Tally.DEATHS_OLD][0]) == (deaths[0], deaths[2])


def test_no_more_starve_than_there_are_and_nobody_without_the_channel() -> None:
    most = {"people": STARVING | {"starve": table([[0, 0], [100, 1_000_000]])}}
    state = state_of(LEVEL, people=[3, 1, 2], reserve_pm=0, fed_pm=0)
    after = people.weaken(state, given_in(LEVEL, params=coefficients(most))).state
    assert row(after.people)[0][::2] == [0, 0]
    assert int(after.tally[:, Tally.DEATHS].sum() + after.people.sum()) == 12
    off = coefficients(most | {"channels": {"hunger": 0}})
    assert people.weaken(state, given_in(LEVEL, params=off)).state.people.sum() == 12


def test_the_hunger_channel_takes_hunger_out_of_the_deaths() -> None:
    state = state_of(LEVEL, people=MILLION, reserve_pm=0)
    off = people.die(state, given_in(LEVEL, params=without("hunger"))).state
    assert row(off.tally)[Tally.DEATHS] == [4_500, 4_500]


def test_small_villages_lose_no_deaths_to_rounding() -> None:
    runs = 2_000
    state = state_of(LEVEL, people=[400, 500, 100], runs=runs)
    after = people.die(state, given_in(LEVEL, runs=tuple(range(runs)))).state
    # 0.4 + 0.25 + 0.3 of a person a month and village; one standard error is about 45 of 3 800.
    assert abs(int(after.tally[:, Tally.DEATHS].sum()) - 3_800) < 250


def test_no_more_die_than_there_are() -> None:
    params = coefficients({"people": {"death_base": (900_000, 900_000, 900_000)}})
    state = state_of(LEVEL, people=[3, 1, 0], reserve_pm=0)
    after = people.die(state, given_in(LEVEL, params=params)).state
    assert after.people.sum() == 0
    assert row(after.tally)[Tally.DEATHS] == [4, 4]


@pytest.mark.parametrize(("past", "births"), [(1000, 3_000), (500, 1_500), (0, 0)])
def test_births_follow_the_strength_of_nine_months_ago(past: int, births: int) -> None:
    # 36 per thousand and year of 1 000 000 people, of whom half are of working age: 3 000 a month.
    state = state_of(LEVEL, people=[400_000, 500_000, 100_000], reserve_past_pm=[777] * 9 + [past])
    after = people.be_born(state, given_in(LEVEL)).state
    assert row(after.tally)[Tally.BIRTHS] == [births, births]
    assert int(after.people[0, 0].sum()) == 1_000_000 + births


def test_children_grow_up_and_people_grow_old() -> None:
    state = state_of(LEVEL, people=[1_800, 4_800, 0], reserve_past_pm=0)
    after = people.be_born(state, given_in(LEVEL)).state
    assert row(after.people) == [[1_790, 4_800, 10]] * 2


def test_nobody_is_born_to_nobody() -> None:
    after = people.be_born(state_of(LEVEL, people=0), given_in(LEVEL)).state
    assert after.people.sum() == 0


@pytest.mark.parametrize(
    ("leavers", "left", "stopped", "died"),
    # At half the reserve 10 000 of a million would go: 0.7, 1.3 and 0.3 of that by age.
    [(LET_GO, 23_000, 0, 0), (STOPPED, 4_600, 18_400, 1_840)],
)
def test_hungry_people_leave_or_are_stopped(
    leavers: int, left: int, stopped: int, died: int
) -> None:
    state = state_of(LEVEL, people=MILLION, reserve_pm=500)
    after = people.leave(state, given_in(LEVEL, leavers=leavers)).state
    tally = row(after.tally)
    assert [tally[t][0] for t in (Tally.LEFT, Tally.STOPPED, Tally.DEATHS)] == [left, stopped, died]
    assert int(after.people[0, 0].sum()) == 3_000_000 - left - died


def test_deaths_by_age_are_part_of_all_deaths() -> None:
    state = state_of(LEVEL, people=[1_000_000, 0, 0], reserve_pm=500)
    tally = row(people.leave(state, given_in(LEVEL, leavers=STOPPED)).state.tally)
    assert tally[Tally.DEATHS_CHILDREN] == tally[Tally.DEATHS]


def test_the_fed_stay_and_so_do_all_without_the_channel() -> None:
    fed = state_of(LEVEL, people=MILLION, reserve_pm=1000)
    assert row(people.leave(fed, given_in(LEVEL)).state.tally)[Tally.LEFT] == [0, 0]
    hungry = state_of(LEVEL, people=MILLION, reserve_pm=0)
    off = people.leave(hungry, given_in(LEVEL, params=without("leaving")))
    assert off.state is hungry


def test_no_more_leave_than_there_are() -> None:
    params = coefficients({"people": {"stopped_death_pm": 1000, "stopped_pm": 1000}})
    state = state_of(LEVEL, people=[1, 1, 0], reserve_pm=0, runs=300)
    given = given_in(LEVEL, params=params, runs=tuple(range(300)), leavers=STOPPED)
    after = people.leave(state, given).state
    assert (after.people >= 0).all()
    assert int(after.people.sum()) + int(after.tally[:, Tally.DEATHS].sum()) == 1_200


def test_the_register_is_carried_on() -> None:
    state = state_of(LEVEL, tally={Tally.BIRTHS: [3, 4], Tally.PROCURED_KG: 500, Tally.LEFT: 2})
    once = people.register(state, given_in(LEVEL)).state
    twice = people.register(once, given_in(LEVEL)).state
    assert row(twice.ever)[Ever.BIRTHS] == [6, 8]
    assert row(twice.ever)[Ever.PROCURED_KG] == [1_000, 1_000]
    assert row(twice.ever)[Ever.LEFT] == [4, 4]
    assert row(twice.ever)[Ever.DEATHS] == [0, 0]


@pytest.mark.parametrize(
    ("yearly_pm", "adults", "children"),
    # 1 000 000 people: 12 per thousand and year are 1 000 a month, four fifths of working age.
    [(12, 800, 200), (-12, -800, -200), (0, 0, 0)],
)
def test_towns_take_people_on_and_send_them_back(
    yearly_pm: int, adults: int, children: int
) -> None:
    level = hamlets(towns_pm=yearly_pm)
    state = state_of(level, people=[400_000, 500_000, 100_000])
    after = people.move(state, given_in(level)).state
    assert row(after.people) == [[400_000 - children, 500_000 - adults, 100_000]] * 2
    assert row(after.tally)[Tally.TO_TOWNS] == [adults + children] * 2
    off = people.move(state, given_in(level, params=without("labour")))
    assert off.state is state


def test_towns_take_no_more_than_there_are() -> None:
    level = hamlets(towns_pm=12_000)
    state = state_of(level, people=[[10, 1, 500], [0, 0, 0]])
    after = people.move(state, given_in(level)).state
    assert row(after.people) == [[0, 0, 500], [0, 0, 0]]
    assert row(after.tally)[Tally.TO_TOWNS] == [11, 0]
