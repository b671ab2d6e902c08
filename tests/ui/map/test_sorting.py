"""Long things are cut into upright strips: who stands before one is drawn over it all along."""

import pygame
import pytest

from game.ui.map.grid import HALF_WIDTH, project
from game.ui.map.items import block
from game.ui.map.pictures import Pictures

LONG = {
    "dam_0": (6, 3), "dam_3": (6, 3), "hill_dense": (5, 5), "hall": (4, 2), "house_court": (3, 3),
    "bridge_a": (3, 1), "granary": (3, 3),
}  # fmt: skip
OFF = 0.3  # tiles from the wall


def _sides(wide: int, deep: int) -> list[tuple[float, float, bool]]:
    """Points along the four sides, and whether each is before the thing."""
    along_a = [0.1 + at * 0.4 for at in range(int(wide / 0.4))]
    along_b = [0.1 + at * 0.4 for at in range(int(deep / 0.4))]
    return [
        *((a, deep + OFF, True) for a in along_a), *((wide + OFF, b, True) for b in along_b),
        *((a, -OFF, False) for a in along_a), *((-OFF, b, False) for b in along_b),
    ]  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_who_stands_before_it_is_drawn_over_it(screen: pygame.Surface, name: str) -> None:
    del screen
    pictures, (wide, deep) = Pictures("summer", 1.0), LONG[name]
    item = block(name, 10, 20, wide, deep)
    picture = pictures.get(name)
    left = round(project(item.a, item.b)[0]) - picture.ax
    strips = pictures.strips(item)
    assert sum(strip.width for strip in strips) == picture.size[0]
    assert name == "bridge_a" or max(strip.width for strip in strips) <= HALF_WIDTH
    for da, db, before in _sides(wide, deep):
        a, b = 10 + da, 20 + db
        x = project(a, b)[0] - left
        own = [strip for strip in strips if strip.left <= x < strip.left + strip.width]
        for strip in own:
            assert (a + b > strip.key) is before, (da, db, strip)
