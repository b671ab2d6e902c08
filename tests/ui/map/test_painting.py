"""What is drawn in parts, copied, widened or worked out before is what would be drawn anew."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.ui.map import painter, village
from game.ui.map.bake import Chunks
from game.ui.map.canvas import Canvas
from game.ui.map.marks import Callout
from game.ui.map.painter import Painter
from game.ui.map.panes import STRIPS
from game.ui.map.reel import TICKS
from game.ui.map.village import FLOWING, STEP_MOVING, VillageMap

if TYPE_CHECKING:
    from game.ui.map.cast import Shot


@pytest.fixture(autouse=True)
def in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made ready between frames is made ready, however busy the machine is."""
    monkeypatch.setattr(village, "AHEAD_MOVING", 1.0)


def _is_what_would_be_drawn_anew(village_map: VillageMap, screen: pygame.Surface) -> bool:
    """Whether a screen shows, strip by strip, what a new painter draws of the same instant."""
    area, kept = screen.get_rect(), village_map._painter
    stage, reel = village_map._stage()
    window = village_map.camera.window()
    shots: list[Shot | None] = [village_map._figures(reel, window)]
    strips = [area]
    if not kept.settled:
        strips = kept._panes.strips(area)
        shots = [canvas.shot for canvas in kept._panes._canvases]
        assert any(shot is not village_map._shot.all for shot in shots)
    for shot, strip in zip(shots, strips, strict=True):
        anew = pygame.Surface(screen.get_size())
        anew.fill("white")
        above = village_map._above(area, window)
        assert shot is not None
        Painter().draw(anew, area, window, stage, shot, above, ())
        shown, wanted = screen.subsurface(strip), anew.subsurface(strip)
        if pygame.image.tobytes(shown, "RGB") != pygame.image.tobytes(wanted, "RGB"):
            return False
    return True


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
        assert _is_what_would_be_drawn_anew(village_map, screen), (at, way)


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


def test_a_frame_of_a_moving_view_lays_at_most_a_strip_and_works_out_what_follows_in_another(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    _panned(village_map, screen, 30)
    strip, frames = screen.get_height() // STRIPS, 120
    laid: list[int] = []
    worked: list[int] = []
    lay, work_out = Chunks.lay, Canvas._worked_out

    def counted(chunks: Chunks, on: pygame.Surface, window: pygame.Rect, at: Any) -> None:
        if window.height >= strip and window.width >= screen.get_width():  # not a narrow rim
            laid.append(window.height)
        lay(chunks, on, window, at)

    monkeypatch.setattr(Chunks, "lay", counted)
    monkeypatch.setattr(
        Canvas, "_worked_out", lambda *given: (worked.append(1), work_out(*given))[1]
    )
    drawn = 0
    for _ in range(frames):
        laid.clear()
        worked.clear()
        village_map.camera.pan(6, 2)
        village_map.update(1 / 60)
        village_map.draw(screen, screen.get_rect())
        assert len(laid) <= 1
        assert not (laid and worked)
        assert all(height < 1.3 * strip for height in laid)
        drawn += len(laid)
    ticks = frames * TICKS // STEP_MOVING // 60
    assert (ticks - 2) * STRIPS <= drawn <= (ticks + 1) * STRIPS


@pytest.mark.parametrize("ahead", [0.0, 1.0])
def test_each_strip_has_its_turn_where_frames_are_few_or_have_no_time(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch, ahead: float
) -> None:
    monkeypatch.setattr(village, "AHEAD_MOVING", ahead)
    drawn: list[Canvas] = []
    real = Canvas._fresh
    monkeypatch.setattr(Canvas, "_fresh", lambda *given: (drawn.append(given[0]), real(*given))[1])
    seconds, frames = 0.98 * FLOWING, 240
    for at in range(frames):
        village_map.camera.pan(*((4, 2) if at // 40 % 2 else (-4, -2)))
        village_map.update(seconds)
        village_map.draw(screen, screen.get_rect())
        assert at % 9 or _is_what_would_be_drawn_anew(village_map, screen), at
    ticks = frames * seconds * TICKS / STEP_MOVING
    for each in village_map._painter._panes._canvases:
        assert ticks / 2 < drawn.count(each) <= ticks + 2


def test_a_view_that_turns_is_foreseen_anew(
    village_map: VillageMap, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    _panned(village_map, screen, 30)
    worked: list[int] = []
    drawn: list[int] = []
    work_out, draw = Canvas._worked_out, Canvas._fresh
    monkeypatch.setattr(
        Canvas, "_worked_out", lambda *given: (worked.append(1), work_out(*given))[1]
    )
    monkeypatch.setattr(Canvas, "_fresh", lambda *given: (drawn.append(1), draw(*given))[1])
    for _ in range(90):
        village_map.camera.pan(-8, -4)
        village_map.update(1 / 60)
        village_map.draw(screen, screen.get_rect())
    assert len(worked) <= len(drawn) + 2 * STRIPS


def test_a_view_that_begins_to_move_shows_nothing_older_than_what_was_seen(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    area = screen.get_rect()
    _panned(village_map, screen, 30)
    for zoom in (None, 3, None, 2):
        for _ in range(3):  # it rests
            village_map.update(1 / TICKS)
            village_map.draw(screen, area)
        last = village_map._shot
        assert last is not None
        if zoom is not None:
            village_map.camera.set_zoom(zoom)
        for at in range(9):
            village_map.camera.pan(5, 2)
            if at == 6:
                village_map.camera.set_zoom(1)
            village_map.update(1 / 60)
            village_map.draw(screen, area)
            assert _is_what_would_be_drawn_anew(village_map, screen)
            now = village_map._shot
            assert now is not None
            for each in village_map._painter._panes._canvases:
                assert each.shot is last.all or each.shot is now.all
            if village_map._painter.settled:
                last = now


def test_where_the_view_stops_all_of_it_shows_the_same_instant(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    stopped = 0
    for pause in range(5, 17):
        _panned(village_map, screen, pause)
        stopped += not village_map._painter.settled
        village_map.update(0.001)
        village_map.draw(screen, screen.get_rect())
        assert village_map._painter.settled
        assert _is_what_would_be_drawn_anew(village_map, screen)
    assert stopped


def test_long_frames_and_single_pictures_are_drawn_whole(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    for seconds in [0.05] * 12 + [0.2] * 6:
        village_map.camera.pan(6, 2)
        village_map.update(seconds)
        village_map.draw(screen, screen.get_rect())
        assert village_map._painter.settled
    _panned(village_map, screen, 12)
    for _ in range(8):
        village_map.camera.pan(6, 2)
        village_map._tick += STEP_MOVING
        village_map.draw(screen, screen.get_rect())
        assert village_map._painter.settled


def test_a_view_that_turns_back_or_leaps_shows_what_is_there(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    area = screen.get_rect()
    steps = [*[(9, 3)] * 14, *[(-9, -3)] * 9, (300, 0), (-31, 90), *[(50, 20)] * 14, *[(0, 0)] * 4]
    for at, step in enumerate(steps):
        village_map.camera.pan(*step)
        village_map.update(0.3 if at % 8 == 7 or abs(step[0]) > 99 else 1 / 60)
        village_map.draw(screen, area)
        assert _is_what_would_be_drawn_anew(village_map, screen), at


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
        assert _is_what_would_be_drawn_anew(village_map, screen)
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
        assert _is_what_would_be_drawn_anew(village_map, screen)
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
