"""The village of the title's two pictures: what lies and stands where, and who is about.

One country, cut by the spine of the book: the left page shows its western half in the summer of
1958, the right page its eastern half in the winter of 1959. Tiles are counted as on the maps.
"""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[str, float, float]
Origin = tuple[float, float]

PLOTS = (
    (7, 11, 9, 13), (9, 11, 12, 13), (13, 11, 15, 13), (15, 11, 18, 13), (18, 11, 21, 13),
    (21, 11, 25, 13), (25, 11, 29, 13), (6, 13, 9, 16), (9, 13, 12, 16), (13, 13, 16, 16),
    (16, 13, 19, 16), (19, 13, 22, 16), (6, 16, 9, 19), (9, 16, 12, 19), (13, 16, 16, 19),
    (16, 16, 19, 20), (6, 19, 9, 23), (9, 19, 12, 22), (13, 19, 16, 23), (9, 22, 12, 26),
    (-2, 12, 2, 14), (-2, 14, 1, 17), (-6, 12, -2, 14), (-6, 14, -2, 18), (-2, 17, 1, 20),
    (-2, 6, 2, 9), (21, 5, 24, 9), (24, 3, 28, 9), (22, 1, 25, 3), (25, -1, 29, 3), (1, 20, 5, 24),
    (28, 3, 31, 9), (29, -2, 32, 3),
)  # fmt: skip
HILLS = (
    ("hill", -3.6, 0.2), ("hill_b", -6.6, 2.6), ("hill", -9.4, 6.0), ("hill_b", -5.4, -3.0),
    ("hill_b", 6.2, -6.6), ("hill", 9.8, -8.2), ("hill_b", 13.4, -5.6), ("hill", 15.6, -9.2),
    ("hill", 18.2, -5.4), ("hill_b", 21.2, -9.6), ("hill", 22.8, -6.0), ("hill_b", 12.2, -12.0),
    ("hill", -9.4, -0.4), ("hill_b", 18.0, -13.0),
)  # fmt: skip
FOREST = ((1, 2), (0, 3), (1, 1), (-1, 4), (-2, 5), (-3, 6), (2, 1), (9, -4), (11, -4), (10, -4))
HOUSES: tuple[Place, ...] = (
    ("office", 12.45, 0.8), ("house_court", 7.25, 0.65), ("house_tile", 9.5, -1.2),
    ("house_tile", 6.4, 6.6), ("house_thatch", 12.7, -2.4), ("house_thatch", 16.1, 0.9),
    ("house_tile", 19.3, 2.9), ("house_tile", 17.4, -1.7), ("house_thatch", -2.0, 10.0),
    ("workshop", 16.1, 4.1), ("hall", 7.3, 4.0),
)  # fmt: skip
TREES: tuple[Place, ...] = (
    ("tree.0", 5.8, 6.2), ("tree.2", 11.2, 3.6), ("tree.1", 6.8, 2.9), ("tree.1", 11.2, 8.5),
    ("tree.0", 5.8, 9.0), ("poplar.0", 12.3, 0.1), ("tree.2", 15.4, -0.3), ("tree.0", 18.6, 2.5),
    ("poplar.1", 11.2, 1.2), ("tree.2", 20.6, 6.2), ("tree.0", 21.0, 8.8), ("poplar.0", 21.6, 3.6),
    ("tree.3", 8.2, -0.9), ("tree.3", 1.2, 10.9), ("tree.2", 2.6, 8.6), ("tree.0", 2.4, 16.6),
    ("poplar.1", 2.2, 19.0), ("tree.2", 15.4, 3.6), ("tree.0", 7.4, 0.1), ("tree.3", 5.8, 1.7),
    ("tree.2", 21.4, 1.0), ("tree.3", 2.7, 4.4), ("tree.1", -3.8, 11.2), ("tree.0", 1.6, 5.6),
)  # fmt: skip
ROADSIDE = (7.6, 9.4, 10.9, 13.2, 14.8, 16.6, 18.4, 20.4, 22.6, 24.8)
SUMMER_CROPS = (
    "rice_planted", "wheat_ripe", "wheat_ripe", "field_plough", "wheat_green", "wheat_ripe",
    "rice_planted", "wheat_ripe", "wheat_green", "rice_planted", "wheat_ripe", "maize_green",
    "wheat_ripe", "rice_planted", "wheat_green", "wheat_ripe", "rice_planted", "wheat_ripe",
    "wheat_ripe", "wheat_green", "wheat_green", "rice_planted", "wheat_ripe", "wheat_green",
    "wheat_ripe", "field_plough", "wheat_ripe", "wheat_green", "wheat_ripe", "rice_planted",
    "wheat_ripe", "wheat_ripe", "wheat_green",
)  # fmt: skip
WINTER_CROPS = (
    "field_fallow", "wheat_rot", "field_fallow", "field_plough", "field_fallow", "wheat_rot",
    "field_stubble", "field_fallow", "wheat_rot", "field_fallow", "field_fallow", "wheat_rot",
    "field_fallow", "field_fallow", "field_stubble", "field_fallow", "field_fallow", "wheat_rot",
    "field_fallow", "field_fallow", "field_fallow", "field_fallow", "wheat_rot", "field_fallow",
    "field_fallow", "field_plough", "field_fallow", "wheat_rot", "field_stubble", "field_fallow",
    "field_fallow", "field_fallow", "wheat_rot",
)  # fmt: skip


@dataclass(frozen=True)
class Village:
    """One page: which half of the country it shows, and how things stand there."""

    season: str
    origin: Origin  # where tile (0, 0) lies in the picture, before zooming
    crops: tuple[str, ...]
    buildings: tuple[Place, ...]
    standing: tuple[Place, ...]
    hill: str
    forest: str
    smoke: bool


def _crowd(*people: tuple[str, float, float]) -> tuple[Place, ...]:
    """People by their pose and place; jackets in turn."""
    frames = {"hoe": 2, "bend": 2, "shovel": 2, "carry": 4, "walk": 4}
    found = []
    for at, (pose, a, b) in enumerate(people):
        frame = f".{at % frames[pose]}" if pose in frames else ""
        found.append((f"p_{pose}_{at % 4}{frame}", a, b))
    return tuple(found)


SUMMER = Village(
    "summer",
    (509.5, 74.0),
    SUMMER_CROPS,
    (*HOUSES, ("house_thatch", 9.0, 7.1), ("house_thatch", 5.5, 3.5), ("slogan.0", 6.6, 8.7),
     ("granary", 12.5, 3.3), ("threshing_full", 12.8, 6.4), ("dam_2", 1.0, -2.3)),
    (*TREES, *((f"poplar.{index % 2}", a, 10.9) for index, a in enumerate(ROADSIDE)),
     ("duck", 4.3, 6.9), ("duck", 4.7, 7.3), ("duck", 4.1, 7.7), ("duck", 3.6, 14.4),
     ("duck", 3.9, 14.9), ("hen", 11.0, 8.8), ("hen", 8.4, 9.2), ("ox", 14.2, 12.1),
     ("cart", 14.2, 9.4), ("sacks", 13.0, 6.2), ("straw", 15.4, 6.6), ("speaker", 12.6, 9.1),
     ("reeds.0", 3.5, 16.0), ("reeds.1", 5.6, 9.4), ("reeds.1", 5.2, 12.4), ("reeds.0", 3.4, 18.0),
     *_crowd(
         ("hoe", 9.8, 11.8), ("bend", 10.6, 12.5), ("bend", 7.7, 12.2), ("bend", 8.2, 12.6),
         ("bend", 7.4, 14.0), ("bend", 7.0, 15.4), ("bend", 8.1, 16.6), ("hoe", 10.2, 14.2),
         ("stand", 11.0, 14.9), ("hoe", 10.0, 17.4), ("bend", 11.2, 17.9), ("carry", 12.0, 11.2),
         ("carry", 12.1, 13.2), ("walk", 11.9, 15.0), ("carry", 12.1, 17.2), ("carry", 7.6, 10.0),
         ("carry", 9.0, 10.1), ("walk", 10.4, 9.8), ("carry", 4.3, 10.0), ("walk", 1.0, 10.0),
         ("carry", -1.2, 9.8), ("idle", 9.5, 6.4), ("idle", 10.0, 6.7), ("walk", 10.8, 6.3),
         ("walk", 8.7, 6.8), ("sit", 8.1, 6.8), ("walk", 11.6, 5.6), ("shovel", 3.0, -0.2),
         ("carry", 3.8, 0.0), ("shovel", 4.8, -0.1), ("carry", 5.9, 0.4), ("carry", 2.2, 0.6),
         ("bend", -1.0, 13.0), ("bend", 0.4, 12.8), ("hoe", -0.6, 15.6), ("bend", -4.4, 13.2),
         ("bend", 7.2, 20.4), ("hoe", 7.9, 21.2), ("bend", 10.4, 20.4), ("bend", 2.6, 21.6),
     )),
    hill="dense", forest="dense", smoke=True,
)  # fmt: skip

WINTER = Village(
    "winter",
    (-195.0, 74.0),
    WINTER_CROPS,
    (*HOUSES, ("house_thatch_shut", 9.0, 7.1), ("house_thatch_shut", 5.5, 3.5),
     ("slogan.2", 6.6, 8.7), ("granary_slack", 12.5, 3.3), ("threshing_empty", 12.8, 6.4),
     ("dam_3", 1.0, -2.3), ("furnace_cold", 16.6, 5.9), ("furnace_cold", 18.2, 6.4),
     ("furnace_cold", 16.6, 7.5), ("furnace_cold", 18.3, 8.1)),
    (*((name if index % 3 else "stump.0", a, b) for index, (name, a, b) in enumerate(TREES)),
     *((f"poplar.{index % 2}" if index % 2 else "stump.1", a, 10.9)
       for index, a in enumerate(ROADSIDE)),
     ("speaker", 12.6, 9.1), ("firewood", 16.0, 8.4),
     *_crowd(
         ("stand", 13.4, 3.4), ("walk", 14.2, 8.8), ("hoe", 14.2, 13.0), ("sit", 18.4, 3.1),
         ("walk", 19.6, 10.1), ("stand", 21.8, 10.0), ("bend", 23.2, 6.6),
     )),
    hill="stumps", forest="stumps", smoke=False,
)  # fmt: skip
