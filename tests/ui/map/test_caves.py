"""Rows of cave dwellings end where they should; ways lead from their doors."""

from dataclasses import replace
from math import dist

from game.levelfiles.load import load_all
from game.levelfiles.place import MapFacts, Place
from game.levelfiles.shipped import find
from game.ui.map import buildings, caves, trodden
from game.ui.map.fields import cells_of
from game.ui.map.ground import read

ALONG_A, ALONG_B = {"kind": "yaodong"}, {"kind": "yaodong_b"}


def _row(a: float, b: float, count: int) -> list[Place]:
    """Caves side by side along a, whose face begins at (a, b)."""
    return [Place("house", "", "U", a + 3 * k, b - 2, 3, 2, ALONG_A) for k in range(count)]


def _wing(a: float, b: float, count: int) -> list[Place]:
    """The same along b."""
    return [Place("house", "", "U", a - 2, b + 3 * k, 2, 3, ALONG_B) for k in range(count)]


def _ends(facts: MapFacts, *places: Place) -> set[tuple[str, float, float]]:
    found = caves.ends(replace(facts, places=places))
    return {(item.name, item.a, item.b) for item in found}


def test_a_row_has_an_end_at_either_side_and_none_between(facts: MapFacts) -> None:
    wanted = {("bank_left", 10.0, 8.0), ("bank_right", 19.0, 8.0)}
    assert _ends(facts, *_row(10, 8, 3)) == wanted
    assert len(_ends(facts, *_row(10, 8, 1), *_row(14, 8, 1))) == 4


def test_where_two_rows_meet_in_a_corner_neither_ends(facts: MapFacts) -> None:
    nook = _ends(facts, *_row(10, 8, 2), *_wing(10, 8, 2))
    assert nook == {("bank_right", 16.0, 8.0), ("bank_left", 10.0, 14.0)}
    spur = _ends(facts, *_row(10, 8, 2), *_wing(16, 2, 2))  # round a corner that juts out
    assert spur == {("bank_left", 10.0, 8.0), ("bank_right", 16.0, 2.0)}


def test_nothing_stands_before_the_doors_of_a_cave(facts: MapFacts) -> None:
    doors = buildings.doorways(replace(facts, places=tuple(_wing(10, 8, 1))))
    assert doors == {(a, b) for a in (10, 11) for b in (8, 9, 10)}


def test_from_each_door_in_the_loess_feet_have_made_a_way() -> None:
    folder = find("dry_hills")
    facts, ground = load_all(folder).map, read(folder / "map.tmx")
    sown = {cell for plot in facts.fields for cell in cells_of(plot)}
    ways = trodden.ways(facts, ground.roads, sown)
    spots = [(item.a, item.b) for item in ways]
    assert not {(int(a), int(b)) for a, b in spots} & sown
    houses = facts.of("house")
    near = [min(dist(trodden.door(house), spot) for spot in spots) < 0.5 for house in houses]
    assert all(near)
    for floor in facts.of("threshing"):
        assert min(dist(trodden.middle(floor), spot) for spot in spots) < 0.5
