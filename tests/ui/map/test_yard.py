"""The furnace yard: what is being built there, and people spread about the work and doing it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from game.levelfiles.place import MapFacts
from game.ui.map import yard
from game.ui.map.figures import figures
from game.ui.map.ground import Ground
from game.ui.map.items import Item
from game.ui.map.scene import Composer, Scene

Known = Mapping[str, Mapping[str, Any]]
BUSY = ("shovel", "carry", "walk", "hoe", "bend", "stand")


@pytest.fixture
def composer(facts: MapFacts, ground: Ground, known: Known) -> Composer:
    return Composer(facts, ground, known)


def _at_furnaces(village: Any, hands: int, **more: Any) -> Any:
    names = ("Upper Lane", "Lower Lane", "East Bank", "Mill Corner")
    units = tuple(village.make_unit(name, at_work=(0, hands, 0, 0)) for name in names)
    return village.make_view(units, **{"wood_pm": 1000, **more})


def _names(scene: Scene) -> Counter[str]:
    return Counter(item.name for item in scene.standing)


def _people(scene: Scene) -> list[Item]:
    return [item for item in scene.moving if item.work == "furnaces"]


def test_furnaces_that_are_wanted_rise_while_hands_build_them(
    composer: Composer, village: Any
) -> None:
    wanted = _names(composer.compose(_at_furnaces(village, 90, furnaces=1, furnaces_wanted=3)))
    assert (wanted["furnace_rising"], wanted["bricks"]) == (2, 1)
    nobody = _names(composer.compose(_at_furnaces(village, 0, furnaces=0, furnaces_wanted=3)))
    assert not {"furnace_rising", "bricks", "ore"} & nobody.keys()
    done = _names(composer.compose(_at_furnaces(village, 90, furnaces=3, furnaces_wanted=3)))
    assert not done["furnace_rising"]
    assert done["ore"] == done["pots"] == 1


@pytest.mark.parametrize("built", [0, 4])
@pytest.mark.parametrize("hands", [20, 90, 330])
def test_people_are_spread_about_the_furnaces(
    composer: Composer, village: Any, built: int, hands: int
) -> None:
    view = _at_furnaces(village, hands, furnaces=built, furnaces_wanted=4)
    scene = composer.compose(view)
    people = _people(scene)
    assert len(people) == 4 * figures(hands)
    poses = Counter(item.name.split("_")[1] for item in people)
    assert set(poses) <= set(BUSY)
    assert max(poses.values()) <= 0.7 * len(people) + 1
    still = [item for item in people if not item.way]
    apart = [abs(p.a - q.a) + abs(p.b - q.b) for p, q in combinations(still, 2)]
    assert min(apart, default=1) > 0.2
    tiles = Counter((int(item.a), int(item.b)) for item in still)
    assert max(tiles.values(), default=0) <= 4
    on_the_way = [item for item in people if item.way]
    phases = [item.phase for item in on_the_way]
    assert len(set(phases)) == len(phases)


def test_those_at_a_furnace_face_it(composer: Composer, village: Any) -> None:
    scene = composer.compose(_at_furnaces(village, 90, furnaces=1, furnaces_wanted=1))
    fire = next(item for item in scene.moving if item.name == "furnace_lit")
    heart = (fire.a - fire.b) * 32
    near = [
        item for item in _people(scene)
        if not item.way and item.name.startswith("p_shovel")
        and abs(item.a - fire.a + 0.5) + abs(item.b - fire.b + 0.5) < 1.2
    ]  # fmt: skip
    assert near
    for item in near:
        assert item.mirrored == ((item.a - item.b) * 32 > heart)


def test_wood_is_felled_where_wood_is_burnt(composer: Composer, village: Any) -> None:
    def felling(**more: Any) -> int:
        woods = {cell for _unit, cells in composer.woods for cell in cells}
        edge = {(a + da, b + db) for a, b in woods for da, db in ((1, 0), (0, 1))}
        scene = composer.compose(_at_furnaces(village, 90, furnaces=4, **more))
        return sum((int(p.a), int(p.b)) in edge and not p.way for p in _people(scene))

    assert felling() >= 2
    assert felling(wood_pm=0) == 0


def test_heaps_lie_on_free_ground_beside_the_yard(composer: Composer) -> None:
    fires = [(18.0, 7.0), (19.6, 7.0)]
    found = yard.heap_spots(composer.facts, composer.ground, composer.free, fires)
    assert len(found) == len(yard.HEAPS)
    for a, b in found:
        cell = (int(a), int(b))
        assert cell in composer.free
        assert cell not in composer.ground.built
        assert cell not in composer.plots


def test_a_yard_holds_straw_and_a_cart_until_furnaces_are_wanted(
    composer: Composer, village: Any
) -> None:
    def lying(**more: Any) -> Counter[str]:
        view = _at_furnaces(village, 0, **more)
        return Counter(item.name for item in yard.harvest_things(composer.facts, view))

    before = lying(furnaces=0, furnaces_wanted=0)
    assert before["straw"] > 1
    assert before["cart_empty"] == 1
    empty = replace(village.make_view().store, kg=0)
    assert not lying(furnaces=0, furnaces_wanted=0, store=empty)["straw"]
    assert not lying(furnaces=0, furnaces_wanted=2)
    assert not lying(furnaces=2, furnaces_wanted=0)
