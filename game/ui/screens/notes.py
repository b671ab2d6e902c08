"""The note on the map: what stands in the fields of the chosen brigade, or how many furnaces."""

from collections.abc import Iterable

import pygame

from game.levelfiles.place import FALLOW, Place
from game.sim.views import LandShare, UnitView
from game.ui.map.fields import Patch
from game.ui.map.grid import Spot, project
from game.ui.map.marks import Callout
from game.ui.map.scene import Scene
from game.ui.screens.sitting import Sitting
from game.words import N_, _, number, tonnes

STAGES = {
    "rot": N_("{crop}, ripe and left standing"),
    "ripe": N_("{crop}, ripe"),
    "green": N_("{crop}, growing"),
    "sprout": N_("{crop}, sown"),
    "stubble": N_("{crop}, reaped"),
    "plough": N_("Ploughed land"),
    FALLOW: N_("Land left fallow"),
}
"""In the order in which they matter to the office."""
URGENT = ("rot", "ripe")
HECTARE = 100  # ares
ROOF, CROWN = 34, 52  # pixels at zoom 1 of a roof and of a tree above the ground
TREES = ("tree", "poplar", "bamboo")
FURNACE, BODY = "furnace_lit", 0.9  # tiles from its front corner to the middle of its body


def told_share(shares: tuple[LandShare, ...]) -> LandShare | None:
    """The share of the land that is worth a word: what is ripe, else the largest."""
    for stage in URGENT:
        found = [share for share in shares if share.stage == stage and share.ares]
        if found:
            return max(found, key=lambda share: share.ares)
    return max(shares, key=lambda share: share.ares, default=None)


def _covers(scene: Scene) -> list[tuple[float, pygame.Rect]]:
    """What buildings and trees hide of the map, roughly, in pixels at zoom 1; and their keys."""
    found = []
    for item in scene.standing:
        (wide, deep), (a, b), high = item.span, (item.a, item.b), ROOF
        if item.name.startswith(TREES):
            wide, deep, high = 1, 1, CROWN
        elif not wide:
            continue
        left, right = project(a - wide, b)[0], project(a, b - deep)[0]
        top, bottom = project(a - wide, b - deep)[1] - high, project(a, b)[1]
        found.append((item.key, pygame.Rect(left, top, right - left, bottom - top)))
    return found


def _seen(spots: Iterable[tuple[float, Spot]], scene: Scene) -> Spot | None:
    """The first of several points, each with its key, that nothing before it hides; else the first.

    Buildings and trees count; who walks by does not.
    """
    every, covers = list(spots), _covers(scene)
    for key, spot in every:
        at = project(*spot)
        if not any(other > key and cover.collidepoint(at) for other, cover in covers):
            return spot
    return every[0][1] if every else None


def _nearest(patches: list[Patch], share: LandShare, home: Spot, scene: Scene) -> Spot | None:
    """A point near a hamlet on which a share stands, and that nothing hides."""
    tiles = {
        (patch.a, patch.b)
        for patch in patches
        if (patch.crop, patch.stage) == (share.crop, share.stage)
    }
    inside = {(a, b) for a, b in tiles if {(a + 1, b), (a, b + 1), (a + 1, b + 1)} <= tiles}
    spots = [(a + 1.0, b + 1.0) for a, b in inside] or [(a + 0.5, b + 0.5) for a, b in tiles]
    near = sorted(spots, key=lambda spot: (spot[0] - home[0]) ** 2 + (spot[1] - home[1]) ** 2)
    return _seen(((sum(spot), spot) for spot in near), scene)


def _of_fields(sitting: Sitting, unit: UnitView, scene: Scene, home: Spot) -> Callout | None:
    share = told_share(unit.land)
    patches = scene.patches.get(unit.name, [])
    at = _nearest(patches, share, home, scene) if share else None
    if share is None or at is None:
        return None
    crop = sitting.word(share.crop) if share.crop else ""
    text = _(STAGES.get(share.stage, "{crop}")).format(crop=crop)
    sub = _("{part} of {all} hectares").format(
        part=number(share.ares / HECTARE), all=number(unit.land_ares / HECTARE)
    )
    return Callout(text[:1].upper() + text[1:], sub, "grain", at)


def _fires(scene: Scene, yard: Place) -> list[tuple[float, Spot]]:
    """A point on each furnace of a yard, the foremost first, with its key."""
    fires = [
        item for item in scene.moving
        if item.name == FURNACE and 0 <= item.a - yard.a <= yard.w + 1
        and 0 <= item.b - yard.b <= yard.d + 1
    ]  # fmt: skip
    fires.sort(key=lambda item: -item.key)
    return [(item.key, (item.a - BODY, item.b - BODY)) for item in fires]


def _of_furnaces(sitting: Sitting, scene: Scene) -> Callout | None:
    view, yards = sitting.view, sitting.loaded.map.of("furnaces")
    if not view.furnaces_lit or not yards:
        return None
    fires = _fires(scene, yards[0])
    at = _seen(fires, scene)
    if at is None:
        return None
    sub = _("{good} of usable iron, {poor} of unusable").format(
        good=tonnes(view.iron_good_kg), poor=tonnes(view.iron_poor_kg)
    )
    text = _("Furnaces: {count}").format(count=number(view.furnaces))
    return Callout(text, sub, "furnace", at, tuple(spot for _key, spot in fires))


def note(sitting: Sitting, scene: Scene) -> Callout | None:
    """What the map should point at now, if at anything."""
    if sitting.selected is None:
        return _of_furnaces(sitting, scene)
    unit = next((one for one in sitting.view.units if one.name == sitting.selected), None)
    if unit is None:
        return None
    return _of_fields(sitting, unit, scene, sitting.loaded.map.centre(unit.name))
