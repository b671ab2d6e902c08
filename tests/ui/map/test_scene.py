"""What the map shows, read from the draw list."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.levelfiles.place import MapFacts, Place
from game.sim.views import Directive, Figure, LandShare, ProjectView, View
from game.ui.map import buildings, fields, woods
from game.ui.map.figures import HANDS_PER_FIGURE, figures
from game.ui.map.ground import Ground, masked, straightened
from game.ui.map.landscape import LOOKS, PLAIN
from game.ui.map.scene import Composer, Scene

Known = Mapping[str, Mapping[str, Any]]


@pytest.fixture
def composer(facts: MapFacts, ground: Ground, known: Known) -> Composer:
    return Composer(facts, ground, known)


def names(scene: Scene) -> Counter[str]:
    every = (*scene.flat, *scene.standing, *scene.moving)
    return Counter(item.name for item in every)


def count(scene: Scene, prefix: str) -> int:
    return sum(number for name, number in names(scene).items() if name.startswith(prefix))


@pytest.mark.parametrize("hands", [0, 2, 13, 40, 90, 400])
def test_figures_are_in_proportion(hands: int) -> None:
    assert abs(figures(hands) * HANDS_PER_FIGURE - hands) <= HANDS_PER_FIGURE


@pytest.mark.parametrize("season", range(4))
def test_labour_given_is_labour_seen(composer: Composer, village: Any, season: int) -> None:
    at_work = (90, 40, 30, 16)
    unit = village.make_unit("Upper Lane", at_work=at_work)
    scene = composer.compose(village.make_view((unit,), season=season))
    works = ("fields", "furnaces", "waterworks", "sideline")
    seen = [scene.figures("Upper Lane", work) for work in works]
    assert seen == [figures(hands) for hands in at_work]


def test_the_weak_sit_but_are_counted(composer: Composer, village: Any) -> None:
    unit = village.make_unit("Upper Lane", strength=0)
    scene = composer.compose(village.make_view((unit,)))
    assert scene.figures("Upper Lane", "fields") == figures(unit.at_work[0])
    assert count(scene, "p_sit") >= figures(unit.at_work[0]) // 3


@pytest.mark.parametrize(
    ("grams", "strength", "least", "most"),
    [(700, 5, 0, 0), (350, 4, 0, 0), (254, 3, 0.2, 0.25), (209, 1, 0.3, 0.37), (100, 0, 0.55, 0.6)],
)
def test_the_less_they_eat_the_more_of_them_sit(
    composer: Composer, village: Any, grams: int, strength: int, least: float, most: float
) -> None:
    unit = village.make_unit(
        "Upper Lane", strength=strength, eaten_g_day=grams, at_work=(400, 0, 0, 0)
    )
    scene = composer.compose(village.make_view((unit,), turn=9))
    at_work = [item for item in scene.moving if item.work == "fields"]
    assert len(at_work) == figures(400)
    sitting = [item for item in at_work if item.name.startswith("p_sit")]
    assert least * len(at_work) <= len(sitting) <= most * len(at_work) + 1


def test_hunger_is_a_longer_queue_and_fewer_out_of_doors(composer: Composer, village: Any) -> None:
    def seen(eaten: int, store_gives: int) -> tuple[int, int]:
        units = tuple(
            village.make_unit(unit.name, people=900, eaten_g_day=eaten)
            for unit in village.make_view().units
        )
        forecast = replace(village.make_view().forecast, eat_g_day=store_gives)
        scene = composer.compose(village.make_view(units, turn=8, season=0, forecast=forecast))
        return scene.figures("", "hall"), sum(scene.figures(unit.name, "home") for unit in units)

    enough, thin, hungry = seen(700, 700), seen(700, 120), seen(120, 120)
    assert enough[0] < thin[0] == hungry[0]
    assert enough[1] == thin[1] > hungry[1] > 0


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=8), st.integers(1, 200))
def test_shares_become_whole_tiles(ares: list[int], tiles: int) -> None:
    shares = [LandShare(f"crop{at}", "green", each) for at, each in enumerate(ares)]
    counts = fields.tiles_of_shares(shares, tiles)
    whole = sum(ares)
    assert sum(counts) == (tiles if whole else 0)
    for each, got in zip(ares, counts, strict=True):
        assert not whole or abs(got - each * tiles / whole) < 1


def test_grain_left_standing_is_seen_standing(composer: Composer, village: Any) -> None:
    land = (LandShare("wheat", "rot", 3000), LandShare("maize", "ripe", 6000))
    unit = village.make_unit("Upper Lane", land=land)
    scene = composer.compose(village.make_view((unit,)))
    tiles = len(scene.patches["Upper Lane"])
    rot, ripe = count(scene, "wheat_rot"), count(scene, "maize_ripe")
    assert (
        rot + ripe
        == tiles
        == sum(plot.tiles for plot in composer.facts.fields if plot.unit == "Upper Lane")
    )
    assert abs(rot - tiles / 3) < 1


def test_a_plot_keeps_its_own_crop(facts: MapFacts) -> None:
    plot = next(plot for plot in facts.fields if plot.crop == "maize")
    mine = [each for each in facts.fields if each.unit == plot.unit]
    tiles = sum(each.tiles for each in mine)
    shares = [LandShare("maize", "green", plot.tiles), LandShare("", "plough", tiles - plot.tiles)]
    laid = fields.lay_out(plot.unit, shares, mine)
    own = set(fields.cells_of(plot))
    only = [each for each in mine if each.crop == "maize"]
    if len(only) == 1:
        assert {(each.a, each.b) for each in laid if each.crop == "maize"} == own


@given(st.integers(0, 1000))
def test_felled_forest_is_gone(standing_pm: int) -> None:
    cells = [(a, b) for a in range(10) for b in range(10)]
    states = Counter(woods.states(cells, standing_pm).values())
    shown = states[woods.DENSE] + states[woods.THIN] / 2
    assert abs(shown - standing_pm / 10) <= 1


def test_a_felled_tile_stays_felled() -> None:
    cells = [(a, b) for a in range(8) for b in range(8)]
    for pm in range(1000, 0, -100):
        more, less = woods.states(cells, pm), woods.states(cells, pm - 100)
        order = (woods.DENSE, woods.THIN, woods.STUMPS)
        assert all(order.index(less[cell]) >= order.index(more[cell]) for cell in cells)


def test_a_hill_on_the_map_is_felled_with_its_brigade_s_forest() -> None:
    kinds = ("hill_dense", "hill_b_dense") * 20
    hills = [
        Place(
            "forest",
            "",
            ("ours", "theirs")[at % 2],
            6.0 * at,
            0,
            5,
            5,
            MappingProxyType({"kind": kind}),
        )
        for at, kind in enumerate(kinds)
    ]
    flat = Place("forest", "", "ours", 0, 9, 5, 5)
    order = ("dense", "thin", "stumps")
    before = [0] * len(hills)
    mixed = False
    for pm in range(1000, -1, -50):
        drawn = woods.hills([*hills, flat], {"ours": pm, "theirs": 1000}, 0, LOOKS[PLAIN])
        assert [item.name.startswith("hill_b_") for item in drawn] == [False, True] * 20
        now = [order.index(item.name.rpartition("_")[2]) for item in drawn]
        assert all(late >= early for late, early in zip(now, before, strict=True))
        assert not any(now[1::2]), "another brigade's hills were felled"
        mixed |= len(set(now[::2])) > 1
        before = now
    assert mixed, "all hills thin at once"
    assert set(before[::2]) == {2}


def test_a_cold_hall_has_no_smoke(composer: Composer, village: Any) -> None:
    nothing = Figure("actual", 0, 0, 0, 0)
    warm = names(composer.compose(village.make_view()))
    assert warm["smoke"] == warm["hall"] == 1
    urged = Directive(0, 0, 0, 0, 2, 0, 0, 0, 0)
    for cold in (village.make_view(hall=0, directive=urged), village.make_view(store=nothing)):
        seen = names(composer.compose(cold))
        assert seen["smoke"] == seen["hall"] == 0
        assert seen["hall_closed"] == 1


def test_a_slack_store_has_no_sacks_before_it(composer: Composer, village: Any) -> None:
    def seen(tonnes: int) -> tuple[int, ...]:
        store = Figure("actual", *[tonnes * 1000] * 3, 0)
        units = tuple(
            village.make_unit(unit.name, store=store) for unit in village.make_view().units
        )
        drawn = names(composer.compose(village.make_view(units, store=store)))
        things = ("sacks", "cart", "straw", "cart_empty", "granary_slack")
        return tuple(int(drawn[thing] > 0) for thing in things)

    assert seen(200) == (1, 1, 1, 0, 0)
    assert seen(9) == (0, 0, 1, 1, 1)
    assert seen(0) == (0, 0, 0, 1, 1)


def test_there_is_no_hall_before_halls_are_called_for(composer: Composer, village: Any) -> None:
    plain = names(composer.compose(village.make_view(hall=0)))
    assert plain["hall"] == plain["hall_closed"] == plain["smoke"] == 0


def test_furnaces_are_counted_and_lit(composer: Composer, village: Any) -> None:
    lit = names(composer.compose(village.make_view(furnaces=3)))
    cold = names(composer.compose(village.make_view(furnaces=3, furnaces_lit=False)))
    assert (lit["furnace_lit"], lit["furnace_cold"]) == (3, 0)
    assert (cold["furnace_lit"], cold["furnace_cold"]) == (0, 3)


def test_no_furnace_stands_outside_its_yard(composer: Composer, village: Any) -> None:
    yard = composer.facts.of("furnaces")[0]
    many = composer.compose(village.make_view(furnaces=60))
    assert names(many)["furnace_lit"] == len(buildings.furnace_spots(yard)) < 60
    for a, b in buildings.furnace_spots(yard):
        assert yard.a < a <= yard.a + yard.w + 0.5
        assert yard.b < b <= yard.b + yard.d + 0.25


@pytest.mark.parametrize(("done", "picture"), [(100, "dam_0"), (300, "dam_1"), (1000, "dam_3")])
def test_the_dam_grows(composer: Composer, village: Any, done: int, picture: str) -> None:
    view = village.make_view(projects=(ProjectView("dam", done, 0, True),))
    assert names(composer.compose(view))[picture] == 1


def test_families_that_left_are_closed_doors(composer: Composer, village: Any) -> None:
    def shut(view: View) -> int:
        seen = names(composer.compose(view))
        return sum(number for name, number in seen.items() if name.endswith("_shut"))

    view: View = village.make_view()
    composer.at_start = {unit.name: unit.people for unit in view.units}
    first, *rest = view.units
    houses = sum(place.unit == first.name for place in composer.facts.of("house"))
    assert shut(view) == 0
    gone = replace(view, units=(replace(first, people=0), *rest))
    assert shut(gone) == houses > 0
    half = replace(view, units=(replace(first, people=first.people // 2), *rest))
    scene = composer.compose(half)
    assert 0 < shut(half) < houses
    closed = {(item.a, item.b) for item in scene.standing if item.name.endswith("_shut")}
    outside = [item for item in scene.moving if item.work in {"home", "sideline"} and not item.way]
    assert any(item.unit == first.name for item in outside)
    for item in outside:  # nobody stands before a closed door
        assert not any(a - 2 <= item.a <= a and 0 <= item.b - b < 1 for a, b in closed), item


def test_animals_go_when_there_is_nothing_to_eat(composer: Composer, village: Any) -> None:
    def scene(grams: int, animals: int) -> Scene:
        unit = village.make_unit("Upper Lane", eaten_g_day=grams, animals=animals)
        return composer.compose(village.make_view((unit,), turn=6))

    assert count(scene(500, 12), "hen") > 0 < count(scene(500, 12), "ox")
    assert count(scene(200, 0), "hen") == count(scene(200, 0), "ox") == 0


def test_animals_come_back_no_sooner_than_the_herd(composer: Composer, village: Any) -> None:
    composer.herds = {"Upper Lane": 100}

    def left(animals: int) -> tuple[int, int]:
        unit = village.make_unit("Upper Lane", eaten_g_day=900, animals=animals)
        village_now = composer.compose(village.make_view((unit,), turn=6))
        hens = [item for item in village_now.standing if item.name == "hen"]
        return count(village_now, "hen") - len(hens), count(village_now, "ox")

    assert left(100) == (4, 3)
    assert left(75) == (2, 2)
    assert left(43) == (0, 1)
    assert left(20) == (0, 0)


def test_every_sprite_is_in_the_atlas(composer: Composer, village: Any, known: Known) -> None:
    for season in range(4):
        scene = composer.compose(village.make_view(season=season, forest_pm=300, left_all=500))
        still = [item for item in scene.moving if item.frames == 1]
        for item in (*scene.flat, *scene.standing, *still):
            assert item.name in known, item
        for item in scene.moving:
            for frame in range(item.frames if item.frames > 1 else 0):
                assert f"{item.name}.{frame}" in known, item
    assert all(name in known for tile in composer.tiles.values() for name in tile)


def test_the_same_view_gives_the_same_scene(
    facts: MapFacts, ground: Ground, known: Known, village: Any
) -> None:
    one = Composer(facts, ground, known).compose(village.make_view())
    other = Composer(facts, ground, known).compose(village.make_view())
    assert one == other


def test_nobody_stands_in_the_river(composer: Composer, village: Any) -> None:
    scene = composer.compose(village.make_view())
    diggers = [
        item
        for item in (*scene.standing, *scene.moving)
        if item.work == "waterworks" and not item.way
    ]
    assert diggers
    assert all((int(item.a), int(item.b)) in composer.free for item in diggers)


def test_ways_follow_the_roads(ground: Ground) -> None:
    way = ground.way((11, 24), (28, 10))
    assert way[0] == (11, 24)
    assert way[-1] == (28, 10)
    assert straightened(((0, 0), (0, 1), (0, 2))) == ((0, 0), (0, 2))
    assert masked("road", [(0, 0), (1, 0), (1, 1), (0, 1)])[0, 0] == "road_15"
