"""The note on the map: what stands in the fields of the chosen brigade, or how many furnaces."""

from typing import NamedTuple

from game.levelfiles.place import FALLOW
from game.sim.views import LandShare, UnitView
from game.ui.map.fields import Patch
from game.ui.map.grid import Spot
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


class Note(NamedTuple):
    """What a callout says."""

    text: str
    sub: str
    icon: str
    at: Spot


def told_share(shares: tuple[LandShare, ...]) -> LandShare | None:
    """The share of the land that is worth a word: what is ripe, else the largest."""
    for stage in URGENT:
        found = [share for share in shares if share.stage == stage and share.ares]
        if found:
            return max(found, key=lambda share: share.ares)
    return max(shares, key=lambda share: share.ares, default=None)


def _nearest(patches: list[Patch], share: LandShare, home: Spot) -> Spot | None:
    """A point near a hamlet on which a share stands; not at the rim, where roofs may hide it."""
    tiles = {
        (patch.a, patch.b)
        for patch in patches
        if (patch.crop, patch.stage) == (share.crop, share.stage)
    }
    inside = {(a, b) for a, b in tiles if {(a + 1, b), (a, b + 1), (a + 1, b + 1)} <= tiles}
    spots = [(a + 1.0, b + 1.0) for a, b in inside] or [(a + 0.5, b + 0.5) for a, b in tiles]
    return min(
        spots, key=lambda spot: (spot[0] - home[0]) ** 2 + (spot[1] - home[1]) ** 2, default=None
    )


def _of_fields(sitting: Sitting, unit: UnitView, scene: Scene, home: Spot) -> Note | None:
    share = told_share(unit.land)
    at = _nearest(scene.patches.get(unit.name, []), share, home) if share else None
    if share is None or at is None:
        return None
    crop = sitting.word(share.crop) if share.crop else ""
    text = _(STAGES.get(share.stage, "{crop}")).format(crop=crop)
    sub = _("{part} of {all} hectares").format(
        part=number(share.ares / HECTARE), all=number(unit.land_ares / HECTARE)
    )
    return Note(text[:1].upper() + text[1:], sub, "grain", at)


def _of_furnaces(sitting: Sitting) -> Note | None:
    view, yards = sitting.view, sitting.loaded.map.of("furnaces")
    if not view.furnaces_lit or not yards:
        return None
    yard = yards[0]
    sub = _("{good} of usable iron, {poor} of unusable").format(
        good=tonnes(view.iron_good_kg), poor=tonnes(view.iron_poor_kg)
    )
    text = _("Furnaces: {count}").format(count=number(view.furnaces))
    return Note(text, sub, "furnace", (yard.a + 0.6, yard.b + yard.d - 0.4))


def note(sitting: Sitting, scene: Scene) -> Note | None:
    """What the map should point at now, if at anything."""
    if sitting.selected is None:
        return _of_furnaces(sitting)
    unit = next((one for one in sitting.view.units if one.name == sitting.selected), None)
    if unit is None:
        return None
    return _of_fields(sitting, unit, scene, sitting.loaded.map.centre(unit.name))
