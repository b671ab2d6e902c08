"""What is drawn in parts, copied, widened or worked out before is what would be drawn anew."""

from itertools import pairwise
from typing import Any

import pygame
import pytest

from game.ui.map import canvas, painter
from game.ui.map.bake import Chunks
from game.ui.map.marks import Callout
from game.ui.map.painter import Painter
from game.ui.map.reel import TICKS
from game.ui.map.stage import Stage
from game.ui.map.village import STEP_MOVING, VillageMap


def test_only_what_moved_is_drawn_again(village_map: VillageMap, screen: pygame.Surface) -> None:
    area = screen.get_rect()
    village_map.update(0.2)
    parts = village_map.draw(screen, area)
    assert sum(part.width * part.height for part in parts) < area.width * area.height
    assert all(area.contains(part) for part in parts)
    village_map.reduced_motion = True
    village_map.draw(screen, area)
    village_map.update(0.2)
    assert village_map.draw(screen, area) == []
    village_map.camera.pan(40, 0)
    assert village_map.draw(screen, area) == [area]


def test_what_moves_along_with_the_view_is_what_would_be_drawn_anew(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    area = screen.get_rect()
    ways = [(9, 4), (-3, 0), (0, -7), (-40, 25), (0, 0), (700, 0), (-60, -500), (2000, 0), (5, 5)]
    for at, way in enumerate(3 * ways):
        village_map.camera.pan(*way)
        village_map.update(0.013 * (1 + at % 3))
        village_map.draw(screen, area)
        anew = screen.copy()
        anew.fill("white")
        painter, village_map._painter = village_map._painter, Painter()
        village_map.draw(anew, area)
        village_map._painter = painter
        assert pygame.image.tobytes(screen, "RGB") == pygame.image.tobytes(anew, "RGB"), (at, way)


def _panned(village_map: VillageMap, screen: pygame.Surface, frames: int) -> list[int]:
    """The tick that each frame of a steady movement shows."""
    shown = []
    for _ in range(frames):
        village_map.camera.pan(6, 2)
        village_map.update(1 / 60)
        village_map.draw(screen, screen.get_rect())
        assert village_map._shot is not None
        shown.append(village_map._shot.tick)
    return shown


def test_figures_step_more_slowly_while_the_view_moves_and_never_back(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    moving = _panned(village_map, screen, 60)
    steps = [b - a for a, b in pairwise(moving) if b != a]
    assert set(steps[1:]) == {STEP_MOVING}
    assert 8 <= len(steps) <= TICKS // STEP_MOVING
    resting = []
    for _ in range(30):
        village_map.update(1 / 60)
        village_map.draw(screen, screen.get_rect())
        resting.append(village_map._tick)
    assert resting == sorted(resting)
    assert resting[0] >= moving[-1]
    assert resting[-1] == int(village_map._clock * TICKS)


def test_between_two_ticks_a_moving_view_is_only_copied(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    _panned(village_map, screen, 30)
    worked: list[int] = []
    lay, blits = Chunks.lay, Stage.blits
    monkeypatch.setattr(Chunks, "lay", lambda *given: (worked.append(1), lay(*given))[1])
    monkeypatch.setattr(Stage, "blits", lambda *given: (worked.append(2), blits(*given))[1])
    drawn, found = 0, []
    for _ in range(60):
        before = village_map._tick
        village_map.camera.pan(6, 2)
        village_map.update(1 / 60)
        ahead = worked.count(2)
        worked.clear()
        village_map.draw(screen, screen.get_rect())
        found.append((village_map._tick != before, worked.count(1), worked.count(2), ahead))
        worked.clear()
        drawn += found[-1][0]
    assert drawn >= 8
    for ticked, laid, late, _ahead in found:
        assert (laid > 0) is ticked
        assert not late  # what draws the figures was worked out in another frame
    assert sum(ahead for *_, ahead in found) >= drawn


@pytest.mark.parametrize("in_bands", [False, True])
def test_a_view_that_turns_back_or_leaps_shows_what_is_there(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch, in_bands: bool
) -> None:
    if in_bands:
        monkeypatch.setattr(canvas, "LARGE", 0)
        monkeypatch.setattr(canvas, "BAND", 50)
        village_map._painter = Painter()
    area = screen.get_rect()
    steps = [*[(9, 3)] * 14, *[(-9, -3)] * 9, (300, 0), (-31, 90), *[(50, 20)] * 14, *[(0, 0)] * 4]
    for at, step in enumerate(steps):
        village_map.camera.pan(*step)
        village_map.update(0.3 if at % 8 == 7 or abs(step[0]) > 99 else 1 / 60)
        village_map.draw(screen, area)
        anew = screen.copy()
        painter, village_map._painter = village_map._painter, Painter()
        village_map.draw(anew, area)
        village_map._painter = painter
        assert pygame.image.tobytes(screen, "RGB") == pygame.image.tobytes(anew, "RGB"), at


def test_what_was_foreseen_of_a_view_at_rest_is_what_is_drawn(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = painter.mendings
    monkeypatch.setattr(
        painter, "mendings", lambda shots, *more: (asked.append(len(shots)), real(shots, *more))[1]
    )
    area = screen.get_rect()
    village_map.update(0.5 / TICKS)
    for _ in range(24):
        village_map.update(1 / TICKS)
        village_map.draw(screen, area)
        shown = pygame.image.tobytes(screen, "RGB")
        anew = screen.copy()
        old, village_map._painter = village_map._painter, Painter()
        village_map.draw(anew, area)
        village_map._painter = old
        assert pygame.image.tobytes(anew, "RGB") == shown
    several = [many for many in asked if many > 2]
    assert len(several) >= 4
    assert len(asked) <= 24 // 3  # the others were known


def test_what_lies_over_the_map_follows_view_layer_note_and_selection(
    village_map: VillageMap, screen: pygame.Surface, village: Any
) -> None:
    area = screen.get_rect()
    changes = (
        lambda: village_map.select("East Bank"),
        lambda: setattr(village_map, "note", Callout("Wheat, ripe", "soon", "grain", (8, 20))),
        lambda: setattr(village_map, "overlay", "hunger"),
        lambda: village_map.set_view(village.make_view()),
        lambda: setattr(village_map, "note", None),
        lambda: village_map.camera.set_zoom(3),
        lambda: village_map.camera.pan(90, 30),
    )
    for change in changes:
        change()
        village_map.update(0.9)
        village_map.draw(screen, area)
        window = village_map.camera.window()
        cached = village_map._above(area, window)
        anew = village_map._laid_over(area)
        assert cached.rects == anew.rects
        assert village_map._above(area, window) is cached
    assert len(cached.rects) >= 1


def test_between_two_ticks_the_figures_stay_the_same_with_brackets_and_carts_too(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    village_map.select("East Bank")
    village_map.play_carts(70_000)
    village_map.update(400.5 / TICKS)  # ticks beyond the numbers that Python keeps
    shots = []
    for _ in range(3):
        village_map.camera.pan(3, 0)
        village_map.update(0.1 / TICKS)
        village_map.draw(screen, screen.get_rect())
        assert village_map._shot is not None
        shots.append(village_map._shot.all)
    assert shots[0] is shots[1] is shots[2]
    village_map.update(1 / TICKS)
    village_map.draw(screen, screen.get_rect())
    assert village_map._shot.all is not shots[0]


def test_carts_come_and_go_while_the_view_rests(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    area, counts = screen.get_rect(), set()
    village_map.camera.center_on(*village_map.carts.way_out()[-1])
    village_map.play_carts(70_000)
    for _ in range(100):
        village_map.update(0.3)
        village_map.draw(screen, area)
        assert village_map._shot is not None
        counts.add(len(village_map._shot.all.keys))
        anew = screen.copy()
        painter, village_map._painter = village_map._painter, Painter()
        village_map.draw(anew, area)
        village_map._painter = painter
        assert pygame.image.tobytes(screen, "RGB") == pygame.image.tobytes(anew, "RGB")
    assert len(counts) > 3


def test_drawing_in_parts_is_drawing_the_whole(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    for _ in range(4):
        village_map.update(0.17)
        village_map.draw(screen, screen.get_rect())
    in_parts = pygame.image.tobytes(screen, "RGB")
    village_map._painter = Painter()
    village_map.draw(screen, screen.get_rect())
    assert pygame.image.tobytes(screen, "RGB") == in_parts
