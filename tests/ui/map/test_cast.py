"""Where figures are, and what has to be drawn again when they move."""

from typing import Any

import numpy as np
import pygame
import pytest

from game.ui.map.cast import Cast
from game.ui.map.items import Item
from game.ui.map.painter import boxes_of, touched
from game.ui.map.pictures import Pictures
from game.ui.map.stage import WALK_SPEED

WINDOW = pygame.Rect(-4000, -4000, 8000, 8000)
LEG = float(np.hypot(4 * 32, 4 * 16))  # pixels along a, for four tiles


def _walker(**more: Any) -> Item:
    return Item("p_walk_0", 0, 0, 0, frames=4, fps=6, way=((0, 0), (4, 0)), **more)


@pytest.fixture
def pictures(screen: pygame.Surface) -> Pictures:
    del screen
    return Pictures("summer", 1.0)


@pytest.mark.parametrize(
    ("gone", "a"), [(0, 0.0), (0.25, 1.0), (0.75, 3.0), (1.5, 2.0), (2.0, 0.0), (2.25, 1.0)]
)
def test_a_walker_goes_to_and_fro(pictures: Pictures, gone: float, a: float) -> None:
    cast = Cast([_walker()], pictures)
    clock = gone * LEG / WALK_SPEED + 1e-9
    shot = cast.shot(clock, WINDOW)
    picture = pictures.moving(f"p_walk_0.{int(clock * 6) % 4}", mirrored=gone % 2 > 1)
    assert shot.keys[0] == pytest.approx(a, abs=1e-6)
    assert shot.table[shot.pictures[0]] is picture.surface
    left, top = round(32 * a) - picture.ax, round(16 * a) - picture.ay
    assert shot.boxes[0].tolist() == [left, top, left + picture.size[0], top + picture.size[1]]


def test_under_reduced_motion_a_walker_stands_where_it_was_going(pictures: Pictures) -> None:
    walkers = [_walker(), _walker(phase=LEG / 4)]
    shot = Cast(walkers, pictures).shot(3.3, WINDOW, still=True)
    assert shot.keys.tolist() == pytest.approx([4, 3])  # not all on one spot
    assert shot.table[shot.pictures[0]] is pictures.moving("p_idle_0").surface


def test_figures_come_from_the_back_to_the_front(pictures: Pictures) -> None:
    stand = [Item(f"p_stand_{at}", at, 3 - 2 * at, 3 - at) for at in range(3)]
    shot = Cast([stand[0], _walker(phase=LEG), stand[2]], pictures).shot(0, WINDOW)
    assert shot.keys[shot.seen].tolist() == sorted(shot.keys.tolist())
    assert len(Cast(stand, pictures).shot(0, pygame.Rect(5000, 5000, 9, 9)).seen) == 0


def test_what_lies_half_in_a_changed_part_is_drawn_whole_with_all_that_it_touches() -> None:
    row = [pygame.Rect(left, 0, 10, 10) for left in (0, 8, 16, 60)]
    rects = [*row, pygame.Rect(2, 2, 3, 3)]
    found = touched(boxes_of(rects), boxes_of([pygame.Rect(0, 0, 9, 9)]))
    assert found is not None
    chosen, parts = found
    assert chosen.tolist() == [True, True, True, False, True]
    assert [4, 4, 5, 5] not in parts.tolist()
    assert len(parts) == 4  # the small one lies within another
