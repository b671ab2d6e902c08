"""Cells of the atlas that belong to a landscape: terraced rice hills, and the loess."""

from __future__ import annotations

from functools import partial

from . import caves, channels, dwellings, farmyard, herds, hill, plants, slopes, water_works
from .canvas import Brush
from .pigments import EARTH, mix
from .registry import FOREST_BOX, SMALL_BOX, TILE_BOX, add, house, indexed, row

row("loess", slopes.loess, TILE_BOX, 3)
row("terrace", slopes.terrace, TILE_BOX, 3)
for _kind, _draw in slopes.WALLS.items():
    for _mask in range(1, 16):
        if _mask < 15 or _kind == "gulch":
            add(f"{_kind}_{_mask:02}", partial(indexed, _draw, _mask), TILE_BOX)
for _side in slopes.LEDGES:
    add(f"ledge_{_side}", partial(slopes.ledge, side=_side), TILE_BOX)
for _mask in range(16):
    add(f"canal_dry_{_mask:02}", partial(channels.canal, mask=_mask, wet=False), TILE_BOX)
    add(f"canal_wet_{_mask:02}", partial(channels.canal, mask=_mask, wet=True), TILE_BOX)
    add(f"canal_staked_{_mask:02}", partial(channels.staked, mask=_mask), TILE_BOX)

house("yaodong", caves.yaodong, 3, 2)
house("yaodong_shut", caves.yaodong, 3, 2, shut=True)
house("yaodong_b", caves.yaodong, 2, 3, lit=False)
house("yaodong_b_shut", caves.yaodong, 2, 3, lit=False, shut=True)
add("bank_left", partial(caves.bank_end, lit=True), (-110, -90, 40, 40))
add("bank_right", partial(caves.bank_end, lit=False), (-40, -110, 130, 40))
add("mudwall_a", partial(farmyard.mud_wall, lit=True), (-24, -24, 96, 56))
add("mudwall_b", partial(farmyard.mud_wall, lit=False), (-96, -24, 32, 56))
add("millstone", farmyard.millstone, SMALL_BOX)
row("soil", farmyard.soil, (-96, -40, 96, 40), 4)
row("trod", farmyard.trodden, (-24, -14, 24, 14), 2)
house("house_south", dwellings.house_south, 2, 2)
house("house_south_shut", dwellings.house_south, 2, 2, shut=True)
house("house_south_court", dwellings.house_south_court, 3, 3)
house("house_south_court_shut", dwellings.house_south_court, 3, 3, shut=True)


def _plant(name: str, brush: Brush, index: int) -> None:
    draw, sizes = plants.PLANTS[name]
    draw(brush, 0, 0, sizes[index], (name, index))


for _name in plants.PLANTS:
    row(_name, partial(_plant, _name), SMALL_BOX, 2)
row("tea", plants.tea, TILE_BOX, 2)


def _forest(where: str, state: str, brush: Brush, index: int) -> None:
    plants.forest(brush, where, state, index)


for _where, _states in plants.FORESTS.items():
    for _state, _plants in _states.items():
        row(f"forest_{_where}_{_state}", partial(_forest, _where, _state), FOREST_BOX, len(_plants))


def _loess_hill(brush: Brush, shape: str) -> None:
    """A bare tableland in steps."""
    ground = slopes.loess_tone(brush.season)
    season = brush.season.changed(hill=ground, hill_side=mix(ground, EARTH, 0.5))
    hill.hill(Brush(brush.canvas, season), "bare", shape)


for _hill, _shape in (("hill_loess", "h1"), ("hill_b_loess", "h3")):
    add(_hill, partial(_loess_hill, shape=_shape), (-200, -60, 230, 200), tiles=(5, 5))

for _name, _small in {
    "well": water_works.well, "waterwheel": water_works.water_wheel,
    "treadle_pump": water_works.treadle_pump, "buffalo": herds.buffalo, "donkey": herds.donkey,
}.items():  # fmt: skip
    add(_name, _small, SMALL_BOX)
