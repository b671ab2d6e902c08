"""What the map shows of real games: each claim is read from the draw list and held to the view."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from game.bots import BOTS, SUCCESSOR
from game.levelfiles.shipped import available
from game.play.bundle import Opened, from_folder
from game.play.session import Session
from game.sim.views import View
from game.ui.map import buildings, woods, yard
from game.ui.map.carts import Carts
from game.ui.map.figures import figures
from game.ui.map.ground import read
from game.ui.map.people import WORKS
from game.ui.map.scene import Composer, Scene
from game.ui.map.setting import distance, middle

Known = Mapping[str, Mapping[str, Any]]
LEVELS = {listed.id: listed.path for listed in available()}
TURNS = (2, 7, 9, 11)


@cache
def opened(level: str) -> Opened:
    return from_folder(LEVELS[level])


@pytest.fixture(scope="module")
def composers() -> dict[str, Composer]:
    return {}


@pytest.fixture(params=LEVELS)
def composer(
    request: pytest.FixtureRequest, composers: dict[str, Composer], known: Known
) -> Composer:
    """One map a level, as the window has it."""
    level = request.param
    if level not in composers:
        from game.levelfiles.load import load_all

        facts = load_all(LEVELS[level]).map
        made = composers[level] = Composer(facts, read(LEVELS[level] / "map.tmx"), known)
        started = opened(level).level
        people = started.people.sum(axis=1)
        made.at_start = {
            name: int(count) for name, count in zip(started.units, people, strict=True)
        }
    return composers[level]


@pytest.fixture(params=["historical", "zealot"])
def seen(
    request: pytest.FixtureRequest, composer: Composer, composers: dict[str, Composer]
) -> Iterator[tuple[Composer, list[tuple[View, Scene]]]]:
    """A few seasons of a game, and what is drawn of each."""
    level = next(name for name, made in composers.items() if made is composer)
    session = Session.of(opened(level), 1958, successor=SUCCESSOR)
    found = []
    for turn in TURNS:
        more = min(turn, session.level.turns) - session.turn
        if more > 0 and not session.ended:
            session.play_on(BOTS[request.param], more)
        view = session.view()
        found.append((view, composer.compose(view)))
    return composer, found


def _count(scene: Scene) -> Counter[str]:
    every = (*scene.flat, *scene.standing, *scene.moving)
    return Counter(item.name for item in every)


def test_what_is_drawn_is_what_the_view_says(
    seen: tuple[Composer, list[tuple[View, Scene]]],
) -> None:
    composer, seasons = seen
    for view, scene in seasons:
        drawn = _count(scene)
        _labour(view, scene)
        _buildings(composer, view, drawn)
        _land(composer, view, scene)
        _hunger(view, scene, drawn)
        _on_firm_ground(composer, scene)


def _hunger(view: View, scene: Scene, drawn: Counter[str]) -> None:
    """Read by absence, and from who sits: never from a body, a grave or a sign."""
    most = max(unit.eaten_g_day for unit in view.units)
    if view.turn and most < buildings.SCARCE_G - 50:
        assert drawn["hen"] == drawn["duck"] == 0
        at_work = [item for item in scene.moving if item.work in {"fields", "furnaces"}]
        sitting = sum(item.name.startswith("p_sit") for item in at_work)
        assert 0.1 <= sitting / len(at_work) <= 0.6
    if view.season in {0, 3}:
        assert not drawn["threshing_full"]


def _labour(view: View, scene: Scene) -> None:
    for unit in view.units:
        shown = [scene.figures(unit.name, work) for work in WORKS]
        assert shown == [figures(hands) for hands in unit.at_work], unit.name


def _buildings(composer: Composer, view: View, drawn: Counter[str]) -> None:
    facts = composer.facts
    halls = len(facts.of("hall"))
    warm = view.hall > 0 and view.store.kg > 0
    assert drawn["smoke"] == drawn["hall"] == (halls if warm else 0)
    room = sum(len(buildings.furnace_spots(place)) for place in facts.of("furnaces"))
    lit = view.furnaces_lit and view.furnaces > 0
    assert drawn["furnace_lit"] == (min(room, view.furnaces) if lit else 0)
    assert drawn["furnace_cold"] == (0 if lit else min(room, view.furnaces))
    coming = max(0, min(room, view.furnaces_wanted) - min(room, view.furnaces))
    assert drawn["furnace_rising"] == (coming if yard.worked(view) else 0)
    due = 0.0  # of each brigade's houses as many as there are fewer of its people
    for unit in view.units:
        before, houses = composer.at_start[unit.name], len(facts.of("house", unit.name))
        due += houses * max(0, before - unit.people) / before
    shut = sum(count for name, count in drawn.items() if name.endswith("_shut"))
    # Each brigade rounds a little later than the one before: a quarter of a house at worst.
    assert abs(shut - due) <= max(1.0, len(view.units) / 4)


def _land(composer: Composer, view: View, scene: Scene) -> None:
    for unit in view.units:
        tiles = scene.patches[unit.name]
        whole = sum(share.ares for share in unit.land)
        shown = Counter((patch.crop, patch.stage) for patch in tiles)
        for share in unit.land:
            wanted = share.ares * len(tiles) / whole
            same = [
                each for each in unit.land if (each.crop, each.stage) == (share.crop, share.stage)
            ]
            assert len(same) > 1 or abs(shown[share.crop, share.stage] - wanted) < 1
    left = {unit.name: unit.forest_pm for unit in view.units}
    for unit_name, cells in composer.woods:
        states = Counter(woods.states(cells, left.get(unit_name, view.forest_pm)).values())
        stands = states[woods.DENSE] + states[woods.THIN] / 2
        assert abs(stands - len(cells) * left.get(unit_name, view.forest_pm) / 1000) <= 1


def _on_firm_ground(composer: Composer, scene: Scene) -> None:
    """Nobody who stands or sits is in the water or on a roof."""
    wet = {
        cell
        for cell in composer.ground.water
        if {(cell[0] + 1, cell[1]), (cell[0], cell[1] + 1), (cell[0] + 1, cell[1] + 1)}
        <= composer.ground.water
    }
    firm = composer.ground.paths | composer.ground.bridges
    for item in scene.moving:
        if item.name.startswith("p_") and not item.way:
            cell = (int(item.a // 1), int(item.b // 1))
            assert cell not in wet or cell in firm, item


def test_nobody_walks_through_a_furnace(composer: Composer) -> None:
    carts = Carts(composer.facts, composer.ground)
    fires = [fire for place in composer.facts.of("furnaces")
             for fire in buildings.furnace_spots(place)]  # fmt: skip
    yards = [middle(place) for place in composer.facts.of("furnaces")]
    homes = [middle(place) for place in composer.facts.of("brigade")]
    ways = [carts.way_out(), *(composer.ground.way(home, yards[0]) for home in homes)]
    assert all(len(way) > 1 for way in ways[:1])
    for way in ways:
        for (a, b), (c, d) in pairwise(way):
            steps = round(4 * max(abs(c - a), abs(d - b)))
            for at in range(steps + 1):
                spot = (a + (c - a) * at / steps, b + (d - b) * at / steps)
                assert all(distance(spot, (x - 0.5, y - 0.5)) > 0.6**2 for x, y in fires), spot
