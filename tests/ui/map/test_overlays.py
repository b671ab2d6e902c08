"""Overlays: each figure by colour, by pattern and as a number, and what is really painted of it."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pygame
import pytest

from game.levelfiles.place import MapFacts
from game.sim.views import Figure
from game.ui.map.overlays import KINDS, LEVELS, OF_A_HARVEST, Overlay, wash
from game.ui.theme import Colour
from tests.ui.seen import EYES, apart
from tests.ui.test_colours import GROUNDS

BROUGHT_IN = Figure("actual", 80_000, 80_000, 80_000, 0)
CASES = {
    "gap": ({"reported_kg": 200_000, "harvest": BROUGHT_IN}, 4, "+150 %"),
    "hunger": ({"eaten_g_day": 254}, 3, "254 g a day"),
    "labour": (
        {"fields_need_pm": 500, "labour_pm": (350, 0, 0, 0), "hands": 200}, 2, "30 short"
    ),
    "harvest": ({"unharvested_kg": 20_000, "harvest": BROUGHT_IN}, 2, "20.0 t left"),
    "forest": ({"forest_pm": 190}, 4, "19 % stands"),
}  # fmt: skip
QUIET = {
    "gap": ({"reported_kg": 80_000, "harvest": BROUGHT_IN}, "+0 %"),
    "hunger": ({"eaten_g_day": 600}, "600 g a day"),
    "labour": ({"fields_need_pm": 300, "labour_pm": (350, 0, 0, 0), "hands": 200}, "enough hands"),
    "harvest": ({"unharvested_kg": 0, "harvest": BROUGHT_IN}, "0.0 t left"),
    "forest": ({"forest_pm": 1000}, "100 % stands"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_has_its_level_and_its_words(kind: str, village: Any) -> None:
    assert CASES.keys() == QUIET.keys() == KINDS.keys()
    changed, level, text = CASES[kind]
    assert KINDS[kind][0](village.make_unit("Upper Lane", **changed)) == (level, text)
    changed, text = QUIET[kind]
    assert KINDS[kind][0](village.make_unit("Upper Lane", **changed)) == (0, text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_wash_lies_on_the_brigade_that_it_speaks_of(
    facts: MapFacts, village: Any, kind: str
) -> None:
    changed, level, text = CASES[kind]
    quiet, calm = QUIET[kind]
    units = (village.make_unit("East Bank", **changed), village.make_unit("Mill Corner", **quiet))
    overlay = Overlay(facts)
    overlay.kind = kind
    view = village.make_view(units)
    overlay.set_view(view, view)
    assert {sign.unit: sign.text for sign in overlay.signs()} == {
        "East Bank": text, "Mill Corner": calm,
    }  # fmt: skip
    tiles = {(item.a, item.b): item.name for item in overlay.washes()}
    if kind != "forest":
        plots = {(plot.a, plot.b): plot.unit for plot in facts.fields}
        for cell, unit in plots.items():
            expected = {"East Bank": f"wash.{kind}.{level}", "Mill Corner": f"wash.{kind}.0"}
            assert tiles.get(cell) == expected.get(unit)
    else:
        assert set(tiles.values()) == {f"wash.forest.{level}", "wash.forest.0"}


@pytest.mark.parametrize(
    ("reported", "low", "kg", "high", "level", "text"),
    [
        (127_000, 71_000, 94_000, 117_000, 2, "+9 to +79 %"),
        (127_000, 0, 50_000, 90_000, 4, "up to 127 t"),
        (127_000, 0, 0, 0, 4, "127 t"),
        (0, 0, 0, 0, 0, "no harvest"),
    ],
)
def test_the_gap_of_a_harvest_that_was_not_weighed(
    village: Any, reported: int, low: int, kg: int, high: int, level: int, text: str
) -> None:
    known = Figure("estimate", low, kg, high, 8)
    unit = village.make_unit("Upper Lane", reported_kg=reported, harvest=known)
    assert KINDS["gap"][0](unit) == (level, text)


def test_out_of_the_harvest_season_the_last_harvest_is_told(facts: MapFacts, village: Any) -> None:
    """The counts of a season begin at nothing: that is no harvest of nothing."""
    none = Figure("actual", 0, 0, 0, 0)
    now = village.make_view((village.make_unit("East Bank", reported_kg=0, harvest=none),))
    overlay = Overlay(facts)
    for kind in sorted(OF_A_HARVEST):
        overlay.kind = kind
        changed, level, text = CASES[kind]
        overlay.set_view(now, village.make_view((village.make_unit("East Bank", **changed),)))
        assert [(sign.level, sign.text) for sign in overlay.signs()] == [(level, text)]
        overlay.set_view(now, None)
        assert [(sign.level, sign.text) for sign in overlay.signs()] == [(0, "no harvest yet")]
    overlay.kind = "hunger"
    overlay.set_view(village.make_view(now.units, turn=0))
    assert [sign.text for sign in overlay.signs()] == ["not known yet"]


def test_a_brigade_without_woods_has_none_that_stand(facts: MapFacts, village: Any) -> None:
    bare = replace(facts, places=tuple(each for each in facts.places if each.kind != "forest"))
    overlay = Overlay(bare)
    overlay.kind = "forest"
    overlay.set_view(village.make_view())
    assert {(sign.level, sign.text) for sign in overlay.signs()} == {(0, "no woods")}
    assert not overlay.washes()


def painted(kind: str, level: int, ground: Colour) -> Counter[Colour]:
    """How often each colour is seen where a wash lies on the ground."""
    picture = wash(kind, level, 2.0)
    below = pygame.Surface(picture.size)
    below.fill(ground)
    below.blit(picture.surface, (0, 0))
    mask = pygame.mask.from_surface(picture.surface, 20)
    return Counter(
        tuple(below.get_at((x, y))[:3])
        for x in range(picture.size[0])
        for y in range(picture.size[1])
        if mask.get_at((x, y))
    )  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
def test_strokes_are_painted_and_more_of_them_the_worse_it_is(
    screen: pygame.Surface, kind: str
) -> None:
    del screen
    for ground in GROUNDS.values():
        covered = []
        for level in range(LEVELS):
            colours = painted(kind, level, ground)
            plain, _count = colours.most_common(1)[0]
            if level == LEVELS - 1:
                strongest = {
                    eyes: max(apart(plain, each, eyes) for each in colours) for eyes in EYES
                }
                by_colour = {eyes: apart(ground, plain, eyes) for eyes in EYES}
                assert all(max(strongest[eyes], by_colour[eyes]) >= 15 for eyes in EYES)
            dark = [each for each in colours if apart(plain, each, "grey") >= 5]
            covered.append(sum(colours[each] for each in dark) / colours.total())
        assert covered == sorted(covered), covered
        assert covered[0] < 0.02
        assert all(more - less > 0.03 for less, more in pairwise(covered))
