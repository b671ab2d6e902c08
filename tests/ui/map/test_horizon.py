"""Ranges stand in the mist behind the map's back edges, and only there."""

import pygame
import pytest

from game.ui.map.grid import project
from game.ui.map.horizon import RANGES, foot
from game.ui.map.mist import FAR, Mist

SIZE = (30, 20)
AIR, LAND = (230, 226, 210), (90, 140, 60)


def _laid(rect: pygame.Rect, zoom: float) -> pygame.Surface:
    part = pygame.Surface(rect.size)
    part.fill(LAND)
    for _step in Mist(AIR).laid(part, rect, SIZE, zoom):
        pass
    return part


def test_no_range_covers_land_that_is_seen_through_the_mist() -> None:
    assert [each.beyond for each in RANGES] == sorted((e.beyond for e in RANGES), reverse=True)
    assert min(each.beyond for each in RANGES) >= FAR
    for a, b in ((0, 0), (12, 0), (30, 0), (0, 7), (0, 20)):
        x, edge = project(a, b)
        for each in RANGES:
            assert foot(x, SIZE, each.beyond) <= edge - 32 * FAR


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_what_is_drawn_does_not_depend_on_how_the_picture_is_cut(zoom: float) -> None:
    whole = pygame.Rect(-256, -512, 512, 512)
    one = _laid(whole, zoom)
    left = _laid(pygame.Rect(-256, -512, 256, 512), zoom)
    other = [
        (x, y)
        for x in range(0, 248, 4)
        for y in range(0, 512, 4)
        if max(abs(p - q) for p, q in zip(one.get_at((x, y)), left.get_at((x, y)), strict=True)) > 2
    ]
    assert len(other) < 20  # a line's soft rim, here and there


def test_behind_the_map_stand_ranges_and_before_it_is_mist_alone() -> None:
    back = _laid(pygame.Rect(-256, -512, 512, 512), 1.0)
    front = _laid(pygame.Rect(-256, 50 * 16 + 288, 512, 512), 1.0)

    def tones(part: pygame.Surface) -> set[tuple[int, ...]]:
        return {tuple(part.get_at((256, y))[:3]) for y in range(256)}

    assert len(tones(back)) > 10
    assert tones(front) == {AIR}
