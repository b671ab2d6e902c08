"""Lever runs: paired differences on the same seeds, and verdicts that follow from them."""

from collections.abc import Mapping

import numpy as np
import pytest

from game.bots import BOTS, SUCCESSOR
from game.play import batch, lever_runs
from game.play.lever_runs import MEASURES, Band, Effect, Findings, band
from game.play.levers import Lever, levers
from game.sim.arrays import Ints
from game.sim.level import Level
from game.sim.orders import KIND, Orders
from game.sim.state import Ever
from game.sim.views import Seen
from tests.villages import standard, village

LEVEL = village(3, 8)
LEVERS = {lever.name: lever for lever in levers(LEVEL)}
NOTHING = Lever(KIND["ration"], "as before", lambda _seen, before: before)


def measured(*chosen: Lever, runs: int = 5, level: Level = LEVEL) -> Findings:
    return lever_runs.measure(
        level, standard(), BOTS["historical"], SUCCESSOR, 9, runs, chosen=chosen
    )


def alone(lever: Lever, runs: int) -> Ints:
    """Deaths by run where the lever is played by itself, without its neighbours in the batch."""

    def policy(seen: Seen) -> Orders:
        from dataclasses import replace

        orders = BOTS["historical"](seen)
        return replace(orders, **{lever.kind.array: lever.on(seen, orders)})

    last: list[batch.Season] = []
    batch.run(
        LEVEL, standard(), policy, 9, batch.all_runs(0, runs), 8, last.append, successor=SUCCESSOR
    )
    return last[-1].state.ever[:, Ever.DEATHS].sum(axis=1)


def test_side_by_side_is_the_same_as_one_after_the_other() -> None:
    chosen = [LEVERS["ration 15 % less"], LEVERS["hide a fifth"], LEVERS["plots allowed"]]
    findings = measured(*chosen)
    unchanged = alone(NOTHING, 5)
    assert findings.base["deaths"] == band(unchanged)
    for effect in findings.effects:
        assert effect.by["deaths"] == band(alone(effect.lever, 5) - unchanged)


def test_how_many_are_played_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [LEVERS["seed held back 50 %"], LEVERS["deliver 60 %"], LEVERS["hall compulsory"]]
    whole = measured(*chosen)
    monkeypatch.setattr(lever_runs, "ELEMENTS", 1)
    assert measured(*chosen) == whole


def test_an_order_that_changes_nothing_is_no_placebo_but_the_same() -> None:
    (effect,) = measured(NOTHING).effects
    assert not effect.differs
    assert not effect.placebo
    assert not effect.faint
    assert all(each.nil for each in effect.by.values())


def test_weighing_is_told_apart_from_placebos() -> None:
    (effect,) = measured(LEVERS["weigh granaries in turn"]).effects
    assert effect.differs
    assert all(each.nil for each in effect.by.values())
    assert not effect.placebo


def test_less_seed_is_less_harvest_in_every_run() -> None:
    (effect,) = measured(LEVERS["seed held back 50 %"]).effects
    assert effect.by["harvest"].high < 0
    assert effect.by["harvest"].clear


def test_games_are_counted_as_they_are_played() -> None:
    told: list[int] = []
    lever_runs.measure(
        LEVEL, standard(), BOTS["idle"], SUCCESSOR, 1, 2, chosen=[NOTHING], on_games=told.append
    )
    assert sum(told) == 2


def effect(differs: bool = True, tells: bool = False, **by: Band) -> Effect:
    zero = {measure.name: Band(0, 0, 0) for measure in MEASURES}
    lever = Lever(KIND["weigh" if tells else "ration"], "x", lambda _s, before: before, tells)
    return Effect(lever, differs, {**zero, **by})


FEWER, MORE, EITHER = Band(-9, -5, -1), Band(1, 5, 9), Band(-1, 2, 5)


def test_a_placebo_moves_nothing_although_it_differs() -> None:
    assert effect().placebo
    assert not effect(differs=False).placebo
    assert not effect(tells=True).placebo
    assert not effect(iron=EITHER).placebo
    assert effect(iron=EITHER).faint
    assert not effect(iron=MORE).faint


@pytest.mark.parametrize(
    ("by", "dominates", "surely", "free"),
    [
        ({"deaths": FEWER, "standing": MORE, "delivered": MORE}, True, True, True),
        ({"deaths": FEWER, "standing": EITHER, "delivered": MORE}, True, False, True),
        ({"deaths": FEWER, "standing": FEWER, "delivered": MORE}, False, False, False),
        ({"deaths": FEWER}, False, False, True),
        ({"deaths": MORE, "standing": MORE, "delivered": MORE}, False, False, False),
        ({"harvest": MORE}, False, False, False),
    ],
)
def test_an_order_dominates_where_all_three_get_better(
    by: Mapping[str, Band], dominates: bool, surely: bool, free: bool
) -> None:
    found = effect(**by)
    assert (found.dominates, found.surely, found.free) == (dominates, surely, free)


def test_a_band_is_made_of_members_of_the_sample() -> None:
    assert band(np.array([7])) == Band(7, 7, 7)
    assert band(np.array([3, -1])) == Band(-1, -1, 3)
    values = np.array([5, 1, 9, 7, 3])
    assert {band(values).low, band(values).middle, band(values).high} <= set(values.tolist())
    assert band(np.arange(-50, 51)) == Band(-45, 0, 45)


def test_who_is_removed_has_no_standing_left() -> None:
    state = type("State", (), {"removed": np.array([-1, 3]), "standing_pm": np.array([400, 600])})
    end = lever_runs.End(LEVEL, state, np.zeros(2, dtype=np.int64))  # type: ignore[arg-type]
    by_name = {measure.name: measure for measure in MEASURES}
    assert by_name["standing"].take(end).tolist() == [400, 0]
    assert by_name["in_office"].take(end).tolist() == [8, 4]
