"""The small map: what it shows, and going where it is pressed."""

from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.levelfiles.place import MapFacts
from game.ui.map.ground import Ground
from game.ui.map.items import block
from game.ui.map.minimap import STAGES, WOODS, lie_of
from game.ui.map.village import VillageMap
from game.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

FREE = pygame.Rect(0, 40, 640, 360)


@pytest.fixture
def shown(screen: pygame.Surface, facts: MapFacts, ground: Ground, village: Any) -> VillageMap:
    found = VillageMap(facts, ground, Theme())
    found.set_view(village.make_view())
    found.camera.view, found.camera.free = screen.get_rect(), FREE
    found.draw(screen, screen.get_rect())
    return found


def _box(shown: VillageMap) -> pygame.Rect:
    box = shown.minimap.rect(shown.camera, shown.theme)
    assert box is not None
    return box


def _press(kind: int, at: tuple[int, int]) -> pygame.event.Event:
    more: Mapping[str, Any] = (
        {"buttons": (1, 0, 0), "rel": (0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    )
    return pygame.event.Event(kind, pos=at, **more)


def test_a_press_goes_there_and_a_drag_follows(shown: VillageMap) -> None:
    box = _box(shown)
    middle = shown.minimap.spot(box.center, shown.camera, shown.theme)
    assert middle is not None
    assert abs(middle[0] - shown.facts.width / 2) < 1
    assert abs(middle[1] - shown.facts.depth / 2) < 1
    assert shown.on_event(_press(pygame.MOUSEBUTTONDOWN, box.center)) is None
    assert shown.camera.at == pytest.approx(middle)
    right = (box.centerx + 20, box.centery)
    shown.on_event(_press(pygame.MOUSEMOTION, right))
    assert shown.camera.at[0] > middle[0]
    assert shown.camera.at[1] < middle[1]
    shown.on_event(_press(pygame.MOUSEBUTTONUP, right))
    stayed = shown.camera.at
    shown.on_event(_press(pygame.MOUSEMOTION, box.center))
    assert shown.camera.at == stayed


def test_it_gives_way_where_there_is_no_room(shown: VillageMap) -> None:
    shown.camera.free = pygame.Rect(0, 0, 300, 360)
    assert shown.minimap.rect(shown.camera, shown.theme) is None
    shown.camera.free = None
    assert shown.minimap.rect(shown.camera, shown.theme) is None


def test_it_shows_what_stands_and_what_was_felled(shown: VillageMap, village: Any) -> None:
    lie = shown.minimap.lie
    assert lie is not None
    plot = shown.facts.fields[0]
    assert lie.tiles[plot.a, plot.b] in STAGES.values()
    before = sum(colour == WOODS["dense"] for colour in lie.tiles.values())
    felled = tuple(
        village.make_unit(place.name, forest_pm=0) for place in shown.facts.of("brigade")
    )
    shown.set_view(village.make_view(felled, forest_pm=0))
    after = shown.minimap.lie
    assert after is not None
    assert before
    assert not sum(colour == WOODS["dense"] for colour in after.tiles.values())
    assert sum(colour == WOODS["stumps"] for colour in after.tiles.values()) >= before
    assert all(0 <= a < shown.facts.width and 0 <= b < shown.facts.depth for a, b in after.tiles)


def test_a_hill_is_a_round_wood(facts: MapFacts, ground: Ground) -> None:
    drawn = lie_of(facts, ground, [], [block("hill_b_thin", 3, 4, 5, 5)]).tiles
    bare = lie_of(facts, ground, [], []).tiles
    changed = {cell for cell, colour in drawn.items() if bare.get(cell) != colour}
    assert {drawn[cell] for cell in changed} == {WOODS["thin"]}
    assert changed == {
        (a, b) for a in range(3, 8) for b in range(4, 9) if abs(a - 5) + abs(b - 6) < 4
    }
