"""The line of a note on the map ends on the thing that it names, where that can be seen."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game import places
from game.bots import BOTS, SUCCESSOR
from game.play.bundle import from_folder
from game.play.session import Session
from game.ui.map.grid import Spot, project
from game.ui.map.marks import Callout
from game.ui.map.pictures import SOLID, Pictures
from game.ui.map.pieces import Index, pieces_of
from game.ui.map.scene import Scene
from game.ui.screens.notes import HECTARE, note, told_share
from game.ui.screens.sitting import Sitting
from game.ui.theme import Theme
from game.words import number

LEVELS = ("first_harvest", "willow_bend", "terraces", "dry_hills")
TURNS = (1, 2, 3, 4, 7)


def moments(name: str) -> Iterator[tuple[Sitting, Scene]]:
    """A village at several seasons, with the scene that the map draws of it."""
    session = Session.of(from_folder(places.levels() / name), 1958, successor=SUCCESSOR)
    for turn in TURNS:
        session.play_on(BOTS["historical"], turn - session.turn)
        if session.ended:
            return
        sitting = Sitting(session, kept=False)
        village = sitting.map(Theme())
        village.set_view(sitting.view)
        assert village.scene is not None
        yield sitting, village.scene


class Seen:
    """What stands where in a scene; people left out, who come and go."""

    def __init__(self, scene: Scene) -> None:
        self.pictures = Pictures(scene.season, 1.0)
        items = [item for item in (*scene.standing, *scene.moving) if not item.work]
        still = [replace(each, name=f"{each.name}.0") if each.frames > 1 else each
                 for each in items if not each.way]  # fmt: skip
        self.index = Index(pieces_of(still, self.pictures))

    def uppermost(self, spot: Spot) -> str:
        """What stands at a point and hides all behind it; "" on bare ground."""
        x, y = (round(part) for part in project(*spot))
        shown = ""
        for piece in self.index.within(pygame.Rect(x, y, 1, 1)):
            picture = self.pictures.get(piece.name, piece.mirrored).surface
            at = (x - piece.x, y - piece.y)
            if picture.get_rect().collidepoint(at) and picture.get_at(at).a > SOLID:
                shown = piece.name
        return shown


@pytest.mark.parametrize("name", LEVELS)
def test_a_note_ends_on_what_it_names(name: str) -> None:
    kinds: set[str] = set()
    trouble: list[str] = []
    for sitting, scene in moments(name):
        map_of = Seen(scene)
        for unit in (None, *(each.name for each in sitting.view.units)):
            sitting.selected = unit
            told = note(sitting, scene)
            if told is None:
                continue
            kinds.add(told.icon)
            where = f"turn {sitting.view.turn}, {unit}: {told.text} at {told.at}"
            seen = map_of.uppermost(told.at)
            if unit is None and not seen.startswith("furnace_lit"):
                trouble.append(f"{where} lies on {seen or 'bare ground'}")
            if unit is not None:
                trouble += [f"{where} {each}" for each in _off_field(sitting, scene, told, seen)]
    assert kinds == {"furnace", "grain"}
    assert not trouble, f"{len(trouble)}:\n" + "\n".join(trouble[:9])


@pytest.mark.parametrize("name", LEVELS)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_note_on_the_furnaces_hides_none_of_them(name: str, size: tuple[int, int]) -> None:
    theme, seen = Theme(scale=size[1] / 720), 0
    for sitting, scene in moments(name):
        told = note(sitting, scene)
        if told is None:
            continue
        village = sitting.map(theme)
        camera = village.camera
        camera.view = pygame.Rect((0, 0), size)
        camera.free = camera.view.inflate(-theme.px(560), -theme.px(130))  # between the panels
        box = told.box(camera, theme, village.minimap.rect(camera, theme))
        bodies = [camera.to_screen(*spot) for spot in told.spare]
        assert not [body for body in bodies if box.collidepoint(body)]
        seen += len(bodies) > 1
    assert seen


def _off_field(sitting: Sitting, scene: Scene, told: Callout, seen: str) -> Iterator[str]:
    unit = next(one for one in sitting.view.units if one.name == sitting.selected)
    share = told_share(unit.land)
    assert share is not None
    assert number(share.ares / HECTARE) in told.sub
    here = [each for each in scene.patches[unit.name] if (each.a, each.b) == _tile(told.at)]
    if [(each.crop, each.stage) for each in here] != [(share.crop, share.stage)]:
        yield f"is not on the field: {here}"
    if seen:
        yield f"is hidden by {seen}"


def _tile(spot: Spot) -> tuple[int, int]:
    return int(spot[0]), int(spot[1])
