"""The map on a headless screen: camera, baked squares, what is drawn again, clicks."""

from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.levelfiles.place import MapFacts
from game.ui.map import bake
from game.ui.map.bake import CHUNK
from game.ui.map.camera import STEPS, Camera
from game.ui.map.marks import Callout
from game.ui.map.overlays import KINDS
from game.ui.map.pictures import Pictures
from game.ui.map.village import VillageMap


@given(st.floats(0, 30), st.floats(0, 30), st.integers(0, len(STEPS) - 1))
def test_a_point_comes_back_from_the_screen(a: float, b: float, step: int) -> None:
    camera = Camera(30, 30, step=step)
    camera.center_on(12, 17)
    assert camera.to_tile(*camera.to_screen(a, b)) == pytest.approx((a, b), abs=1e-6)


def test_the_camera_stays_over_the_land() -> None:
    camera = Camera(30, 30)
    camera.pan(-99_999, -50)
    assert 0 <= camera.at[0] <= 30
    assert 0 <= camera.at[1] <= 30


def test_zoom_keeps_what_is_under_the_pointer() -> None:
    camera = Camera(30, 30)
    camera.center_on(15, 15)
    before = camera.to_tile(300, 200)
    assert camera.set_zoom(camera.step + 1, (300, 200))
    assert camera.to_tile(300, 200) == pytest.approx(before, abs=0.05)
    assert not camera.set_zoom(99) or camera.step == len(STEPS) - 1


DRAG = (
    (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": (300, 300)}),
    (pygame.MOUSEMOTION, {"buttons": (1, 0, 0), "pos": (340, 320), "rel": (40, 20)}),
)
ENDS = {
    "let go": (pygame.MOUSEBUTTONUP, {"button": 1, "pos": (340, 320)}),
    "let go outside": (pygame.MOUSEMOTION, {"buttons": (0, 0, 0), "pos": (9, 9), "rel": (0, 0)}),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("still", [True, False])
def test_a_throw_has_momentum_but_under_reduced_motion(end: str, still: bool) -> None:
    camera = Camera(30, 30, reduced_motion=still, edge_pan=False)
    camera.center_on(15, 15)
    for kind, more in (*DRAG, ENDS[end]):
        camera.on_event(pygame.event.Event(kind, more))
    camera.reduced_motion = False  # what was thrown under it doesn't glide later either
    assert camera.update(0.1) is not still


def test_squares_are_baked_once_and_the_oldest_are_dropped(
    village_map: VillageMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunks = village_map._stage()[0].chunks
    before = chunks.baked
    window = village_map.camera.window()
    chunks.lay(pygame.Surface(window.size), window, (0, 0))
    assert chunks.baked == before
    monkeypatch.setattr(bake, "MOST_HELD", 3)
    for column in range(20, 26):
        chunks.get(column, 0)
    assert chunks.baked == before + 6
    assert len(chunks) <= before + 1


def test_a_square_that_is_baked_in_slices_is_the_same_as_one_baked_at_once(
    village_map: VillageMap,
) -> None:
    chunks = village_map._stage()[0].chunks
    window = village_map.camera.window().move(1500, 0)
    slices = 0
    while chunks.ahead(window, (8, 0), 0.0):
        slices += 1
    assert slices > 10 * len(chunks._held)
    at = next(reversed(chunks._held))
    in_slices = pygame.image.tobytes(chunks.get(*at), "RGB")
    chunks._held.clear()
    assert pygame.image.tobytes(chunks.get(*at), "RGB") == in_slices


def test_the_memory_of_a_dropped_square_is_used_again_and_nothing_of_its_picture_is_left(
    village_map: VillageMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunks = village_map._stage()[0].chunks
    window = village_map.camera.window()
    while chunks.ahead(window, (0, 0), 0.0):
        pass
    assert len(chunks._spare) == bake.SPARE  # fetched at rest
    cell = (window.centerx // CHUNK, window.centery // CHUNK)
    fresh = pygame.image.tobytes(chunks.get(*cell), "RGB")
    monkeypatch.setattr(bake, "MOST_HELD", 1)
    made: list[int] = []
    square = bake.square
    monkeypatch.setattr(bake, "square", lambda side: (made.append(side), square(side))[1])
    for column in range(bake.SPARE + 4):
        chunks.get(cell[0] + 1 + column, cell[1])
    assert cell not in chunks._held
    assert pygame.image.tobytes(chunks.get(*cell), "RGB") == fresh
    assert not made


def test_what_lies_ahead_is_baked_first(village_map: VillageMap) -> None:
    chunks = village_map._stage()[0].chunks
    window = village_map.camera.window()
    for toward in ((30, 0), (-30, 0), (0, 30)):
        column, row = chunks._wanted(window, toward) or (0, 0)
        middle = (column * CHUNK + CHUNK // 2, row * CHUNK + CHUNK // 2)
        way = [(middle[at] - window.center[at]) * toward[at] for at in (0, 1)]
        assert sum(way) > 0, toward


def test_nothing_is_black_beyond_the_bounds(
    village_map: VillageMap, screen: pygame.Surface
) -> None:
    for corner in ((0, 0), (30, 0), (0, 30), (30, 30)):
        village_map.camera.center_on(*corner)
        village_map.draw(screen, screen.get_rect())
        for x, y in ((0, 0), (600, 0), (0, 360), (600, 360), (300, 0), (300, 360)):
            shade = pygame.transform.average_color(screen, pygame.Rect(x, y, 40, 40))
            assert sum(shade[:3]) > 240


def test_tab_goes_round_the_hamlets(village_map: VillageMap) -> None:
    seen = [village_map.next_unit() for _ in village_map.units]
    assert seen == village_map.units
    assert village_map.next_unit() == village_map.units[0]
    assert village_map.next_unit(back=True) == village_map.units[-1]


def test_a_click_on_a_field_is_its_brigade(village_map: VillageMap, facts: MapFacts) -> None:
    plot = facts.fields[0]
    village_map.camera.center_on(plot.a, plot.b)
    x, y = village_map.camera.to_screen(plot.a + 0.5, plot.b + 0.5)
    point = (round(x), round(y))
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": point})
    up = pygame.event.Event(pygame.MOUSEBUTTONUP, {"button": 1, "pos": point})
    assert village_map.on_event(down) is None
    assert village_map.on_event(up) == plot.unit == village_map.selected


def test_no_slip_peeps_out_from_below_a_panel(
    village_map: VillageMap, facts: MapFacts, screen: pygame.Surface
) -> None:
    village_map.overlay = "hunger"
    camera = village_map.camera
    camera.view, camera.free = screen.get_rect(), screen.get_rect().inflate(-300, -120)
    told = set()
    for unit in village_map.units:
        village_map.look_at(unit)
        for _step in range(12):
            camera.pan(17, 9)
            for box, _draw in village_map._overlay.slips(camera, village_map.theme, None):
                assert camera.free.contains(box.inflate(-8, -8))
                told.add(box.size)
    assert told


@pytest.mark.parametrize("kind", KINDS)
def test_overlays_have_colour_pattern_and_number(
    village_map: VillageMap, screen: pygame.Surface, facts: MapFacts, kind: str
) -> None:
    village_map.overlay = kind
    signs = village_map._overlay.signs()
    assert [sign.unit for sign in signs] == village_map.units
    assert all(sign.text for sign in signs)
    washed = {(item.a, item.b) for item in village_map._overlay.washes()}
    assert washed
    if kind != "forest":
        assert washed == set(village_map.composer.plots)
    village_map.draw(screen, screen.get_rect())
    with pytest.raises(ValueError, match="no overlay"):
        village_map.overlay = "score"


def test_a_new_season_fades_unless_motion_is_reduced(
    village_map: VillageMap, screen: pygame.Surface, village: Any
) -> None:
    village_map.set_view(village.make_view(season=3))
    assert village_map._fade.left > 0
    village_map.update(0.7)
    village_map.draw(screen, screen.get_rect())
    assert village_map._fade.picture is None
    village_map.reduced_motion = True
    village_map.set_view(village.make_view(season=0))
    assert not village_map._fade.left


def test_carts_leave_with_the_grain(village_map: VillageMap, screen: pygame.Surface) -> None:
    village_map.play_carts(0)
    assert not village_map.carts.busy(village_map._clock)
    village_map.play_carts(20_000)
    assert village_map.carts.busy(village_map._clock)
    pictures = Pictures("autumn", 1.0)
    village_map.update(3)
    assert village_map.carts.poses(village_map._clock, pictures, still=False)
    village_map.draw(screen, screen.get_rect())
    village_map.update(300)
    assert not village_map.carts.busy(village_map._clock)


@pytest.mark.parametrize("still", [True, False])
@pytest.mark.parametrize(("tonnes", "carts"), [(0, 0), (3, 1), (62, 3), (118, 6), (176, 9)])
def test_there_are_as_many_carts_on_the_road_as_the_grain_asks_for(
    village_map: VillageMap, tonnes: int, carts: int, still: bool
) -> None:
    village_map.play_carts(tonnes * 1000)
    pictures = Pictures("autumn", 1.0)
    clock = village_map._clock
    train = village_map.carts
    poses = train.poses(clock, pictures, still=still)
    assert len(poses) == 2 * carts  # each with who leads it
    assert carts == 0 or train.busy(clock)
    way = train.way_out()
    loaded = [pose for pose in poses[::2] if pose.rect.width > 30]
    assert len(loaded) == carts
    assert len({pose.rect.center for pose in loaded}) == carts  # one behind the other
    for a, b in way:  # along roads and yards, and off the map
        assert min(abs(a - x) + abs(b - y) for x, y in village_map.composer.ground.paths) < 0.1
    assert min(way[-1]) <= 0 or max(way[-1]) >= village_map.facts.width
    later = train.poses(clock + 2, pictures, still=still)
    moved = [one.rect.center != other.rect.center for one, other in zip(poses, later, strict=False)]
    assert not any(moved) if still else all(moved)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_every_zoom_draws(village_map: VillageMap, screen: pygame.Surface, step: int) -> None:
    village_map.camera.set_zoom(step)
    village_map.select("East Bank")
    village_map.note = Callout("Wheat, ripe", "11 days before the rains", "grain", (8, 20))
    assert village_map.draw(screen, screen.get_rect()) == [screen.get_rect()]


def test_an_order_moves_people_and_bakes_nothing(
    village_map: VillageMap, screen: pygame.Surface, village: Any
) -> None:
    chunks = village_map._stage()[0].chunks
    baked = chunks.baked
    units = tuple(village.make_unit(name, at_work=(10, 90, 10, 10)) for name in village_map.units)
    village_map.set_view(village.make_view(units))
    village_map.draw(screen, screen.get_rect())
    assert village_map._stage()[0].chunks is chunks
    assert chunks.baked == baked
    assert village_map.scene is not None
    assert village_map.scene.figures(village_map.units[0], "furnaces") == 7
