"""Panning by drag, throw, edge and key; zoom steps that are kept."""

from typing import Any

import pygame
import pytest

from game.ui.map.camera import Camera
from game.ui.map.village import VillageMap

VIEW = pygame.Rect(0, 40, 640, 360)
SECOND = 10  # tenths


@pytest.fixture(params=[False, True], ids=["moving", "reduced motion"])
def camera(request: pytest.FixtureRequest) -> Camera:
    made = Camera(30, 30, reduced_motion=request.param)
    made.view = pygame.Rect(VIEW)
    made.center_on(15, 15)
    return made


def _send(camera: Camera, kind: int, pos: tuple[int, int], **more: Any) -> None:
    camera.on_event(pygame.event.Event(kind, pos=pos, **more))


def test_a_drag_takes_the_land_along_and_a_throw_slides_on(camera: Camera) -> None:
    grabbed = camera.to_tile(300, 300)
    _send(camera, pygame.MOUSEBUTTONDOWN, (300, 300), button=1)
    _send(camera, pygame.MOUSEMOTION, (340, 320), buttons=(1, 0, 0), rel=(40, 20))
    assert camera.to_tile(340, 320) == pytest.approx(grabbed, abs=0.05)
    assert not camera.update(0.1)  # held, it stays under the hand
    _send(camera, pygame.MOUSEBUTTONUP, (340, 320), button=1)
    slid = [camera.update(0.1) for _ in range(6 * SECOND)]
    assert slid[0] is not camera.reduced_motion
    assert not slid[-1]  # friction


@pytest.mark.parametrize(
    ("pos", "toward"),
    [((2, 200), (-1, 0)), ((638, 200), (1, 0)), ((300, 41), (0, -1)), ((300, 398), (0, 1)),
     ((638, 398), (1, 1)), ((300, 200), (0, 0)), ((300, 20), (0, 0))],
)  # fmt: skip
def test_the_pointer_at_the_edge_moves_the_view(
    camera: Camera, pos: tuple[int, int], toward: tuple[int, int]
) -> None:
    def pushed() -> tuple[int, int]:
        before = camera.origin()
        camera.update(0.1)
        x, y = camera.origin()
        return before[0] - x, before[1] - y

    def signs(of: tuple[int, int]) -> tuple[int, ...]:
        return tuple((each > 0) - (each < 0) for each in of)

    _send(camera, pygame.MOUSEMOTION, pos, buttons=(0, 0, 0), rel=(0, 0))
    assert signs(pushed()) == toward
    _send(camera, pygame.MOUSEMOTION, (300, 200), buttons=(0, 0, 0), rel=(0, 0))
    assert pushed() == (0, 0)
    camera.edge_pan = False
    _send(camera, pygame.MOUSEMOTION, pos, buttons=(0, 0, 0), rel=(0, 0))
    assert pushed() == (0, 0)


def test_a_key_moves_the_view_while_it_is_held(camera: Camera) -> None:
    before = camera.origin()
    camera.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0))
    assert camera.update(0.1)
    assert camera.origin()[0] < before[0]
    camera.on_event(pygame.event.Event(pygame.KEYUP, key=pygame.K_RIGHT, mod=0))
    assert not camera.update(0.1)


def test_a_zoom_step_that_was_seen_is_kept(village_map: VillageMap, screen: pygame.Surface) -> None:
    shown = village_map
    step, spot = shown.camera.step, shown.camera.at
    kept = shown._stage()[0].chunks
    for other in (step + 1, step - 1):
        shown.camera.set_zoom(other)
        shown.draw(screen, screen.get_rect())
    shown.camera.set_zoom(step)
    shown.camera.at = spot
    baked = kept.baked
    shown.draw(screen, screen.get_rect())
    assert shown._stage()[0].chunks is kept
    assert kept.baked == baked
