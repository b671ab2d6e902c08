"""The maps of the shipped levels can be drawn."""

from collections.abc import Mapping
from typing import Any

import pytest

from game.levelfiles.load import load_all
from game.levelfiles.shipped import Listed, available
from game.ui.map.carts import Carts
from game.ui.map.ground import read
from game.ui.map.scene import Composer


@pytest.mark.parametrize("listed", available(), ids=lambda listed: listed.id)
def test_every_tile_and_place_has_a_picture(
    listed: Listed, known: Mapping[str, Mapping[str, Any]], village: Any
) -> None:
    facts = load_all(listed.path).map
    ground = read(listed.path / "map.tmx")
    assert (ground.width, ground.depth) == (facts.width, facts.depth)
    named = {name for layer in ground.layers for name in layer.values()}
    assert named <= known.keys()
    composer = Composer(facts, ground, known)
    units = tuple(village.make_unit(place.name) for place in facts.of("brigade"))
    scene = composer.compose(village.make_view(units))
    for kind in ("house", "hall", "granary", "office"):
        drawn_as = ("house", "yaodong") if kind == "house" else kind
        shown = sum(item.name.startswith(drawn_as) for item in scene.standing)
        assert shown == len(facts.of(kind))
    assert len(Carts(facts, composer.ground).way_out()) > 1
