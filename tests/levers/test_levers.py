"""Levers: one order at a time, within what can be ordered."""

from dataclasses import replace

import numpy as np
import pytest

from game.bots import BOTS, SUCCESSOR
from game.play import batch
from game.play.levers import HANDS_PM, LAND_PM, Lever, levers
from game.sim import orders as law
from game.sim.arrays import ints
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import FIELDS, FURNACES, KIND, KINDS, SIDELINE, Orders
from game.sim.views import Seen
from tests.play.games import opened
from tests.villages import play, standard, village

HISTORICAL = BOTS["historical"]
LEVERS = {lever.name: lever for lever in levers(opened().level)}


def views(turns: int) -> list[Seen]:
    """What the historical office sees at each of its decisions, one run of the plain."""
    found: list[Seen] = []

    def watched(seen: Seen) -> Orders:
        found.append(seen)
        return HISTORICAL(seen)

    game = opened()
    for _season in batch.block(
        game.level, game.params, watched, SUCCESSOR, 5, batch.all_runs(0, 1), turns
    ):
        pass
    return found


SEEN = views(16)


def test_every_kind_of_order_has_a_lever_and_names_differ() -> None:
    assert {lever.kind.name for lever in LEVERS.values()} == {kind.name for kind in KINDS}
    assert len(LEVERS) == len(levers(opened().level))
    assert [name for name, lever in LEVERS.items() if lever.tells] == ["weigh granaries in turn"]


@pytest.mark.parametrize("lever", LEVERS.values(), ids=lambda lever: lever.name)
def test_what_a_lever_orders_can_stand_and_is_its_kind_alone(lever: Lever) -> None:
    level = opened().level
    for seen in SEEN:
        ordered = HISTORICAL(seen)
        changed = replace(ordered, **{lever.kind.array: lever.on(seen, ordered)})
        listed = law.listed(level, ordered, changed, 0, desk=seen.desk)
        assert {order.kind for order in listed} <= {lever.kind.name}
        for number, order in enumerate(listed):
            refused = law.refusal(order, level, seen.turn, desk=seen.desk, before=listed[:number])
            assert refused is None, f"turn {seen.turn}: {refused}"


def test_the_policy_sees_the_desk_in_harvest_seasons_only() -> None:
    assert {seen.season for seen in SEEN if seen.desk} == {SUMMER, AUTUMN}
    assert len(SEEN) == 16 + 8


def test_hands_are_moved_and_none_are_lost() -> None:
    seen = next(s for s in SEEN if HISTORICAL(s).labour_pm[0, 0, FURNACES] > HANDS_PM)
    before = HISTORICAL(seen)
    after = LEVERS["hands: furnaces to fields"].on(seen, before)
    moved = after - before.labour_pm
    assert (moved[:, :, FIELDS] == HANDS_PM).all()
    assert (moved[:, :, FURNACES] == -HANDS_PM).all()
    rested = LEVERS["hands: fields to rest"].on(seen, before)
    assert (rested.sum(axis=2) == before.labour_pm.sum(axis=2) - HANDS_PM).all()


def test_no_more_hands_are_taken_than_there_are() -> None:
    seen = replace(SEEN[0], orders=SEEN[0].orders)
    labour = np.zeros_like(seen.orders.labour_pm)
    labour[:, :, SIDELINE] = 30
    after = LEVERS["hands: sideline to fields"].on(seen, replace(seen.orders, labour_pm=labour))
    assert (after[:, :, SIDELINE] == 0).all()
    assert (after[:, :, FIELDS] == 30).all()


def test_hands_are_not_sent_to_furnaces_before_there_can_be_any() -> None:
    level = opened().level
    early = next(s for s in SEEN if law.opens(level, "furnaces") >= (s.turn + 1) * 3)
    before = HISTORICAL(early)
    after = LEVERS["hands: fields to furnaces"].on(early, before)
    assert (after == before.labour_pm).all()


def test_more_of_a_crop_is_more_of_it_and_less_of_its_neighbours() -> None:
    seen = next(s for s in SEEN if LEVERS["more maize"].applies(s))
    before = seen.orders
    names = [crop.id for crop in seen.level.crops]
    after = LEVERS["more maize"].on(seen, before)
    maize = names.index("maize")
    grown = before.crop_pm[:, :, maize] > 0
    assert ((after - before.crop_pm)[:, :, maize] == np.where(grown, LAND_PM, 0)).all()
    assert (after.sum(axis=2) <= before.crop_pm.sum(axis=2) + LAND_PM).all()
    assert (np.delete(after, maize, axis=2) <= np.delete(before.crop_pm, maize, axis=2)).all()


def test_where_a_crop_is_not_grown_it_is_not_begun() -> None:
    seen = next(s for s in SEEN if LEVERS["more maize"].applies(s))
    crops = seen.orders.crop_pm.copy()
    crops[:, 0, 0] = 0
    lever = LEVERS[f"more {seen.level.crops[0].id}"]
    assert (lever.on(seen, replace(seen.orders, crop_pm=crops))[:, 0] == crops[:, 0]).all()


def test_reports_are_changed_at_the_desk_and_nowhere_else() -> None:
    season, desk = SEEN[0], next(s for s in SEEN if s.desk)
    less, truth = LEVERS["report a fifth less"], LEVERS["report the truth"]
    assert (less.on(season, season.orders) == season.orders.report_kg).all()
    said = int(desk.said_kg.sum())
    assert less.on(desk, HISTORICAL(desk)).tolist() == [said * 800 // 1000]
    assert truth.on(desk, HISTORICAL(desk)).tolist() == [int(desk.harvest_kg.sum())]
    own = replace(desk.orders, report_kg=ints([1_000_000]))
    assert LEVERS["report a fifth more"].on(desk, own).tolist() == [1_200_000]


def test_ranges_are_kept() -> None:
    seen = next(s for s in SEEN if not s.desk and HISTORICAL(s).furnaces[0] > 0)
    many = replace(HISTORICAL(seen), furnaces=ints([35]), ration_g=ints([890]))
    assert LEVERS["furnaces twice as many"].on(seen, many).tolist() == [KIND["furnaces"].high]
    assert LEVERS["ration 15 % more"].on(seen, many).tolist() == [KIND["ration"].high]


def test_every_granary_comes_onto_the_scales_in_turn() -> None:
    weighed = set()
    for seen in SEEN:
        if not seen.desk:
            array = LEVERS["weigh granaries in turn"].on(seen, seen.orders)
            assert array.sum() <= seen.level.weighings
            weighed |= set(np.flatnonzero(array[0]).tolist())
    assert weighed == set(range(len(opened().level.units)))


def test_a_level_without_projects_has_no_lever_for_them() -> None:
    bare = replace(village(), projects=())
    assert {lever.name for lever in levers(bare) if lever.kind.name == "works"} == {
        "waterworks none"
    }
    assert play(village(turns=1), law.at_start(village(turns=1), 1), params=standard())
