"""Where figures are, and what has to be drawn again when they move."""

from typing import Any

import numpy as np
import pygame
import pytest

from game.ui.map.cast import Cast
from game.ui.map.covers import boxes_of
from game.ui.map.items import Item
from game.ui.map.mending import grown, mendings, touched
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
    (shot,) = cast.shots([clock])
    picture = pictures.moving(f"p_walk_0.{int(clock * 6) % 4}", mirrored=gone % 2 > 1)
    assert shot.keys[0] == pytest.approx(a, abs=1e-6)
    assert shot.table[shot.pictures[0]] is picture.surface
    left, top = round(32 * a) - picture.ax, round(16 * a) - picture.ay
    assert shot.boxes[0].tolist() == [left, top, left + picture.size[0], top + picture.size[1]]


def test_under_reduced_motion_a_walker_stands_where_it_was_going(pictures: Pictures) -> None:
    walkers = [_walker(), _walker(phase=LEG / 4)]
    (shot,) = Cast(walkers, pictures).shots([3.3], still=True)
    assert shot.keys.tolist() == pytest.approx([4, 3])  # not all on one spot
    assert shot.table[shot.pictures[0]] is pictures.moving("p_idle_0").surface


def test_figures_come_from_the_back_to_the_front(pictures: Pictures) -> None:
    stand = [Item(f"p_stand_{at}", at, 3 - 2 * at, 3 - at) for at in range(3)]
    (shot,) = Cast([stand[0], _walker(phase=LEG), stand[2]], pictures).shots([0])
    assert shot.keys[shot.within(WINDOW)].tolist() == sorted(shot.keys.tolist())
    assert len(shot.within(pygame.Rect(5000, 5000, 9, 9))) == 0


def test_what_lies_on_something_changed_is_drawn_again_and_what_lies_on_that() -> None:
    rects = [pygame.Rect(left, 0, 10, 10) for left in (0, 8, 16, 60, 70)]
    changed = np.array([True, False, False, False, False])
    one = np.zeros(5, dtype=np.int64)
    assert touched(boxes_of(rects), changed, one).tolist() == [True, True, True, False, False]
    two = np.array([0, 1, 0, 0, 0])  # the second belongs to another tick
    assert touched(boxes_of(rects), changed, two).tolist() == [True, False, False, False, False]


def test_who_left_the_window_is_wiped_out_and_who_stood_still_is_not_drawn(
    pictures: Pictures,
) -> None:
    cast = Cast([_walker(), Item("p_stand_1", 1, 1, 2)], pictures)
    then, now = cast.shots([0.0, 1.0])
    _step, which, boxes, changed = grown([then, now], WINDOW)
    order = which.tolist()
    assert sorted(order) == [0, 1]
    assert dict(zip(order, changed.tolist(), strict=True)) == {0: True, 1: False}
    both = [
        *np.minimum(now.boxes[0, :2], then.boxes[0, :2]),
        *np.maximum(now.boxes[0, 2:], then.boxes[0, 2:]),
    ]
    assert boxes[order.index(0)].tolist() == both
    assert boxes[order.index(1)].tolist() == now.boxes[1].tolist()
    left, top, _right, bottom = then.boxes[0].tolist()
    where_it_was = pygame.Rect(left, top, 1, bottom - top)
    assert now.boxes[0, 0] > left  # the walker is gone from there
    assert 0 in grown([then, now], where_it_was)[1]
    beyond = pygame.Rect(both[2], top, 9, 9)
    assert 0 not in grown([then, now], beyond)[1]


def test_several_ticks_at_once_are_each_by_itself(pictures: Pictures) -> None:
    ways = [((at % 5, at // 5), (6 - at % 5, at // 5)) for at in range(25) if at % 5 != 3]
    walkers = [
        Item("p_walk_0", *way[0], at, frames=4, fps=6, phase=7.0 * at, way=way)
        for at, way in enumerate(ways)
    ]
    shots = Cast(walkers, pictures).shots([at / 20 for at in range(6)])
    window, above = pygame.Rect(-90, -30, 330, 170), boxes_of([pygame.Rect(-30, 30, 40, 40)])
    together = mendings(shots, window, above)
    assert len(together) == 5
    for at, found in enumerate(together):
        (alone,) = mendings(shots[at : at + 2], window, above)
        assert found is not None
        assert alone is not None
        assert found.figures.tolist() == alone.figures.tolist()
        assert found.parts == alone.parts
        assert found.above == alone.above
        assert all(window.contains(part) for part in found.parts)
    assert any(found is not None and found.figures.size for found in together)
