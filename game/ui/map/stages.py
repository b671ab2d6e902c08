"""What is baked of a scene, and its figures: one of each for a zoom and a layer in use."""

from collections.abc import Mapping

from game.levelfiles.place import MapFacts
from game.ui.map.bake import Chunks, Still
from game.ui.map.cast import Cast
from game.ui.map.items import Cell
from game.ui.map.mist import Mist
from game.ui.map.overlays import Overlay
from game.ui.map.pictures import Pictures
from game.ui.map.reel import Reel
from game.ui.map.scene import Scene
from game.ui.map.stage import Stage
from game.ui.theme import Colour, rgb

KEPT = 3  # zooms and layers
BASES: dict[str, tuple[Colour, Colour]] = {
    "spring": (rgb("BFC98B"), rgb("E6E6CC")),
    "summer": (rgb("BBC08A"), rgb("E4E2C8")),
    "autumn": (rgb("CDBB7C"), rgb("EBDFC0")),
    "winter": (rgb("B0AC9C"), rgb("CCCDC9")),
}
"""Ground and mist of each season, as they come out on paper."""


class Stages:
    """Made when they are asked for, and kept while they are in use.

    Args:
        facts: The map.
        tiles: The pictures of its ground, lowest first.
        overlay: The layer that lies over it.
    """

    def __init__(
        self, facts: MapFacts, tiles: Mapping[Cell, tuple[str, ...]], overlay: Overlay
    ) -> None:
        self._facts, self._tiles, self._overlay = facts, tiles, overlay
        self._held: dict[tuple[str, float, str | None], tuple[Stage, Reel]] = {}

    def change(self, scene: Scene, *, lasts: bool) -> None:
        """Another scene is shown; if what stands and lies in it lasts, only the figures change."""
        if not lasts or self._overlay.kind:
            self._held.clear()
            return
        for key, (stage, reel) in self._held.items():
            cast = Cast(scene.moving, reel.cast.pictures, stage.covers)
            self._held[key] = (stage, Reel(cast))

    def of(self, scene: Scene, zoom: float) -> tuple[Stage, Reel]:
        """What is baked of the scene that is shown, and its figures."""
        key = (scene.season, zoom, self._overlay.kind)
        held = self._held.get(key)
        if held is None:
            if len(self._held) >= KEPT:
                self._held.pop(next(iter(self._held)))
            held = self._held[key] = self._made(scene, zoom)
        return held

    def _made(self, scene: Scene, zoom: float) -> tuple[Stage, Reel]:
        pictures = self._overlay.dressed(Pictures(scene.season, zoom))
        ground, mist = BASES[scene.season]
        still = Still(
            self._tiles, (*scene.flat, *self._overlay.washes()), scene.standing,
            (self._facts.width, self._facts.depth), ground,
        )  # fmt: skip
        stage = Stage(Chunks(still, pictures, Mist(mist)))
        return stage, Reel(Cast(scene.moving, pictures, stage.covers))
