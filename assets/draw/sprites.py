"""Every cell of the atlas: its name, how it is drawn, and where its anchor lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from . import (
    buildings,
    crops,
    grain_carts,
    granary,
    ground,
    hill,
    nature,
    people,
    props,
    regions,
    seedlings,
    smoke,
    standing,
    works,
    yard,
)
from .registry import (
    FOREST_BOX,
    PERSON_BOX,
    SMALL_BOX,
    SPRITES,
    TILE_BOX,
    Box,
    Sprite,
    add,
    film,
    house,
    indexed,
    row,
)  # fmt: skip

if TYPE_CHECKING:
    from .canvas import Brush

__all__ = [
    "FIELD_ORDER",
    "FLAT",
    "FOREST_ORDER",
    "GROUND_ORDER",
    "OBJECT_ORDER",
    "SPRITES",
    "Sprite",
]
assert regions.__name__  # its cells are on the list as soon as it is read

# ---- ground

row("grass", ground.grass, TILE_BOX, 3)
row("earth", ground.packed_earth, TILE_BOX, 2)
for _mask in range(16):
    for _kind, _draw in ground.MASKED.items():
        if _mask or _kind == "earth":
            add(f"{_kind}_{_mask:02}", partial(indexed, _draw, _mask), TILE_BOX)
for _variant, _letter in enumerate("bcd", start=1):
    add(f"water_15{_letter}", partial(ground.water_mask, mask=15, variant=_variant), TILE_BOX)
row("patch", ground.patch, (-90, -32, 90, 32), 4)
row("gully", ground.gully, TILE_BOX, 2)

# ---- fields

for _name, _plain in crops.PLAIN.items():
    row(_name, _plain, TILE_BOX, 2)


def _stage(crop: str, stage: str, brush: Brush, variant: int) -> None:
    if stage == standing.ROT:
        standing.rot(brush, variant, crop)
    elif crop == "potato":
        seedlings.potato(brush, variant, stage)
    else:
        standing.STANDING[crop](brush, variant, stage)


for _crop in standing.CROPS:
    for _growth in standing.STAGES:
        row(f"{_crop}_{_growth}", partial(_stage, _crop, _growth), TILE_BOX, 2)
for _name, _cut in seedlings.CELLS.items():
    row(_name, _cut, TILE_BOX, 2)
for _side in crops.BUNDS:
    add(f"bund_{_side}", partial(crops.bund, side=_side), TILE_BOX)

# ---- nature


def _tree(brush: Brush, index: int) -> None:
    size, blossoms = ((1.2, False), (1.05, True), (1.3, False), (1.1, True))[index]
    spring = brush.season.name == "spring"
    nature.round_tree(brush, 0, 0, size, ("t", index), blossom=blossoms and spring)


def _pine(brush: Brush, index: int) -> None:
    nature.pine(brush, 0, 0, (1.1, 0.95, 1.2)[index], ("p", index))


def _poplar(brush: Brush, index: int) -> None:
    nature.poplar(brush, 0, 0, (1.0, 0.85)[index], ("q", index))


def _stump(brush: Brush, index: int) -> None:
    nature.stump(brush, 0, 0, (1.05, 0.85)[index])


row("tree", _tree, SMALL_BOX, 4)
row("pine", _pine, SMALL_BOX, 3)
row("poplar", _poplar, SMALL_BOX, 2)
row("stump", _stump, SMALL_BOX, 2)
row("reeds", nature.reeds, SMALL_BOX, 2)


def _forest(state: str, brush: Brush, index: int) -> None:
    nature.forest(brush, state, index)


for _state, _plants in nature.FORESTS.items():
    row(f"forest_{_state}", partial(_forest, _state), FOREST_BOX, len(_plants))
    for _hill, _shape in (("hill", "h1"), ("hill_b", "h3")):
        add(f"{_hill}_{_state}", partial(hill.hill, state=_state, shape=_shape),
             (-200, -60, 230, 200), tiles=(5, 5))  # fmt: skip

# ---- buildings

house("house_thatch", buildings.house_thatch, 2, 2)
house("house_thatch_shut", buildings.house_thatch, 2, 2, shut=True)
house("house_tile", buildings.house_tile, 2, 2)
house("house_tile_shut", buildings.house_tile, 2, 2, shut=True)
house("house_court", buildings.house_court, 3, 3)
house("house_court_shut", buildings.house_court, 3, 3, shut=True)
house("granary", granary.granary, 3, 3)
house("granary_slack", granary.granary, 3, 3, slack=True)
_hall_box: Box = (-88, -80, 208, 116)
for _name, _closed in (("hall", False), ("hall_closed", True)):
    add(_name, partial(buildings.dining_hall, closed=_closed), _hall_box, tiles=(4, 2),
         chimney=buildings.hall_chimney())  # fmt: skip
house("office", buildings.office, 3, 3)
house("workshop", buildings.workshop, 2, 2)
house("school", buildings.school, 3, 2)
house("threshing_full", props.threshing_floor, 3, 3, grain=True)
house("threshing_empty", props.threshing_floor, 3, 3, grain=False)
house("bridge_a", works.bridge, 3, 1, axis="a")
house("bridge_b", works.bridge, 1, 3, axis="b")
for _stage_of_dam in range(4):
    house(f"dam_{_stage_of_dam}", works.dam, 6, 3, stage=_stage_of_dam)

_FURNACE_BOX: Box = (-48, -190, 110, 48)
add("furnace_cold", partial(works.furnace, lit=False), _FURNACE_BOX, tiles=(1, 1))
for _frame in range(8):
    add(f"furnace_lit.{_frame}", partial(works.furnace, lit=True, frame=_frame), _FURNACE_BOX,
         tiles=(1, 1), frames=None if _frame else 8)  # fmt: skip
add("furnace_rising", yard.furnace_rising, (-48, -60, 80, 48), tiles=(1, 1))
film("smoke", smoke.kitchen_smoke, (-20, -80, 60, 8), 8)
for _wear in range(3):
    add(f"slogan.{_wear}", partial(props.slogan_wall, flaked=_wear * 0.42), (-40, -40, 110, 60),
         tiles=(2, 1), variants=None if _wear else 3)  # fmt: skip

# ---- props and people

for _name, _small in {
    "speaker": props.speaker, "straw": props.straw_stack, "sacks": props.sacks,
    "firewood": props.firewood, "pots": props.pots, "cart": props.cart,
    "cart_b": partial(props.cart, mirrored=True), "cart_empty": partial(props.cart, loaded=False),
    "ox": props.ox, "hen": props.hen, "duck": props.duck, "basket": props.basket,
    "notice": props.notice, "ore": yard.ore, "bricks": yard.bricks,
    "flag": partial(buildings.flag, x=0, y=0),
}.items():  # fmt: skip
    add(_name, _small, SMALL_BOX)
for _way in grain_carts.WAYS:
    add(f"cart_{_way}", partial(grain_carts.grain_cart, way=_way), SMALL_BOX)
add("fence", props.fence, (-8, -16, 40, 24))


def _person(pose: str, jacket: int, brush: Brush, frame: int = 0) -> None:
    people.person(brush, pose, jacket, frame)


for _pose, _count in people.POSES.items():
    for _jacket in range(len(people.JACKETS)):
        _cell = f"p_{_pose}_{_jacket}"
        if _count == people.STILL:
            add(_cell, partial(_person, _pose, _jacket), PERSON_BOX)
        else:
            film(_cell, partial(_person, _pose, _jacket), PERSON_BOX, _count)

# ---- Tiled tilesets: the ids are fixed by these orders, so only ever append

_MASKS = range(1, 16)
GROUND_ORDER = (
    "grass.0", "grass.1", "grass.2", "earth.0", "earth.1",
    *(f"earth_{mask:02}" for mask in range(16)),
    *(f"road_{mask:02}" for mask in _MASKS),
    *(f"water_{mask:02}" for mask in _MASKS),
    "water_15b", "gully.0", "gully.1", "water_15c", "water_15d",
    "loess.0", "loess.1", "loess.2", "terrace.0", "terrace.1", "terrace.2",
    *(f"step_{mask:02}" for mask in range(1, 15)),
    *(f"cliff_{mask:02}" for mask in range(1, 15)),
    *(f"gulch_{mask:02}" for mask in _MASKS),
    *(f"canal_{state}_{mask:02}" for state in ("dry", "wet") for mask in range(16)),
)  # fmt: skip
FLAT = frozenset(name for name in GROUND_ORDER if not name.startswith("gully"))
"""Tiles that lie side by side and nowhere on each other; a gully is a stain with a soft rim."""
FIELD_ORDER = (
    *(f"{name}.{variant}" for name in (
        "field_plough", "field_sprout", "field_stubble", "field_fallow", "rice_flooded",
        "rice_planted",
    ) for variant in (0, 1)),
    *(f"{crop}_{stage}.{variant}"
      for crop in ("wheat", "maize", "millet", "sorghum", "sweet_potato", "rice")
      for stage in ("green", "ripe", "rot") for variant in (0, 1)),
    *(f"potato_{stage}.{variant}" for stage in ("green", "ripe", "rot") for variant in (0, 1)),
    *(f"{name}.{variant}" for name in seedlings.CELLS for variant in (0, 1)),
)  # fmt: skip
FOREST_ORDER = (
    "forest_dense.0", "forest_dense.1", "forest_dense.2", "forest_thin.0", "forest_thin.1",
    "forest_stumps.0", "forest_stumps.1",
    *(f"forest_{where}_{state}.{variant}" for where in ("south", "dry")
      for state, count in (("dense", 3), ("thin", 2), ("stumps", 2)) for variant in range(count)),
)  # fmt: skip
OBJECT_ORDER = (
    "house_thatch", "house_tile", "house_court", "granary", "granary_slack", "hall", "hall_closed",
    "office", "workshop", "school", "house_thatch_shut", "house_tile_shut", "threshing_full",
    "threshing_empty", "furnace_cold", "furnace_lit.0", "dam_0", "dam_1", "dam_2", "dam_3",
    "bridge_a", "bridge_b", "slogan.0", "slogan.1", "slogan.2", "hill_dense", "hill_thin",
    "hill_stumps", "speaker", "straw", "sacks", "firewood", "pots", "cart", "cart_b", "cart_empty",
    "ox", "hen", "duck", "flag", "basket", "tree.0", "tree.1", "tree.2", "tree.3", "pine.0",
    "pine.1", "pine.2", "poplar.0", "poplar.1", "stump.0", "stump.1", "reeds.0", "reeds.1",
    "fence", "notice", "hill_b_dense", "hill_b_thin", "hill_b_stumps",
    "yaodong", "yaodong_shut", "house_south", "house_south_shut", "house_south_court", "well",
    "waterwheel", "treadle_pump", "buffalo", "donkey", "bamboo.0", "bamboo.1", "camphor.0",
    "camphor.1", "tea.0", "tea.1", "jujube.0", "jujube.1", "scrub.0", "scrub.1", "hill_loess",
    "hill_b_loess", "house_court_shut", "house_south_court_shut", "furnace_rising", "ore", "bricks",
    "yaodong_b", "yaodong_b_shut", "bank_left", "bank_right", "mudwall_a", "mudwall_b", "millstone",
)  # fmt: skip
