"""Every mechanism can be switched off, and then what it does is not done."""

from dataclasses import replace

import pytest

from game.sim.arrays import ints
from game.sim.ledger import Account
from game.sim.orders import ALLOWED, COMPULSORY, LET_GO, NONE, STOPPED
from game.sim.stages import Stage
from game.sim.state import Ever, Past, State, digest
from tests.sim.cases import coefficients, hamlets, wide, without
from tests.villages import ordered, play

ROUND = coefficients()

STRAINED = replace(
    wide(
        hamlets(
            turns=8, climate_pm=900, fear_pm=300, steel_pm=100, halls=2, stage=3, plots=0, gates=1
        )
    ),
    granary_kg=ints([250_000, 250_000]),
    last_harvest_kg=ints([[90_000, 90_000], [130_000, 130_000]]),
    weather_pm=ints([1000, 500, 500, 500]),
)
STAGES = ints([Stage.COMMUNE] * 9 + [Stage.THREE_LEVELS] * 15)
STRAINED = replace(STRAINED, track=replace(STRAINED.track, stage=STAGES))
"""A hard climate over villages with something to take, and communes that give back after it."""
PROMISING = coefficients({"quota": {"export_pm": 100, "norm_kg_head": 100}})
STRAIN = ordered(
    STRAINED, labour_pm=[550, 300, 50, 100], hall=COMPULSORY, free_meals=1, furnaces=10,
    scrap_pm=500, technique_pm=[600, 600], plots=ALLOWED, ration_g=450, leavers=LET_GO,
)  # fmt: skip


@pytest.mark.parametrize("channel", sorted({*ROUND.channels.__dataclass_fields__} - {"relief"}))
def test_each_channel_changes_a_strained_year(channel: str) -> None:
    on = play(STRAINED, STRAIN, params=PROMISING, turns=6)[-1]
    off = play(STRAINED, STRAIN, params=without(channel, PROMISING), turns=6)[-1]
    assert digest(on) != digest(off)


def test_what_the_channels_are_for() -> None:
    on = play(STRAINED, STRAIN, params=PROMISING, turns=6)[-1]

    def off(channel: str) -> State:
        return play(STRAINED, STRAIN, params=without(channel, PROMISING), turns=6)[-1]

    harvest = int(on.ever[0, Ever.HARVEST_KG].sum())
    for channel in ("labour", "weather", "technique", "effort", "hunger"):
        assert int(off(channel).ever[0, Ever.HARVEST_KG].sum()) > harvest, channel
    for channel in ("boasting", "ratchet"):
        said = off(channel).past_kg[0, 2:, Past.SAID]
        assert int(said.sum()) < int(on.past_kg[0, 2:, Past.SAID].sum()), channel
    assert (off("tools").animals == STRAINED.animals).all()
    early = play(STRAINED, STRAIN, params=PROMISING, turns=3)[-1]
    assert (early.animals < STRAINED.animals).all()
    assert int(off("furnaces").ever[0, Ever.IRON_GOOD_KG].sum()) == 0
    assert int(off("leaving").ever[0, Ever.LEFT].sum()) == 0 < int(on.ever[0, Ever.LEFT].sum())
    assert int(off("politics").standing_pm[0]) == 600
    abroad = (int(each.grain_kg[0, Account.EXPORTED].sum()) for each in (on, off("exports")))
    assert next(abroad) > next(abroad)
    assert int(off("quota").believed_kg.sum()) < int(on.believed_kg.sum())
    assert int(off("recovery").effort_pm.sum()) < int(on.effort_pm.sum())


def test_stopped_people_stay_and_some_of_them_die() -> None:
    hungry = {"ration_g": 150, "plots": NONE}
    gone = play(STRAINED, ordered(STRAINED, leavers=LET_GO, **hungry), params=PROMISING, turns=3)[
        -1
    ]
    held = play(STRAINED, ordered(STRAINED, leavers=STOPPED, **hungry), params=PROMISING, turns=3)[
        -1
    ]
    assert held.ever[0, Ever.LEFT].sum() < gone.ever[0, Ever.LEFT].sum()
    assert held.ever[0, Ever.DEATHS].sum() > gone.ever[0, Ever.DEATHS].sum()
