"""What a map's landscape decides: the ground of its country, its trees, woods and hills."""

from dataclasses import dataclass

Kind = tuple[str, int]
"""A tree's picture, and how many variants it has."""

PLAIN, TERRACES, LOESS = "plain", "terraces", "loess"


@dataclass(frozen=True, slots=True)
class Look:
    """How one landscape is drawn."""

    ground: str  # the tile that lies under everything
    woods: str  # prefix of the pictures of woodland
    lone: tuple[Kind, Kind, Kind]  # trees on open ground: most, some, few
    by_house: Kind
    by_road: Kind
    hill: str  # a hill behind the map; the state of the woods follows where there is one
    houses: tuple[str, str]  # where the map does not say which: the poorer, the richer
    stain: str = "patch"  # broad patches of other ground
    stains: float = 0.05  # share of the open tiles under one
    trodden: bool = False  # bare ground shows where people walk

    def hill_picture(self, forest_pm: int, other: bool = False) -> str:
        """A hill of either shape, by how much of the forest stands."""
        state = "dense" if forest_pm > 600 else "thin" if forest_pm > 200 else "stumps"
        name = self.hill.format(state=state)
        return name.replace("hill_", "hill_b_", 1) if other else name


LOOKS = {
    PLAIN: Look(
        "grass", "forest", (("tree", 4), ("pine", 3), ("poplar", 2)), ("tree", 4), ("poplar", 2),
        "hill_{state}", ("house_thatch", "house_tile"),
    ),
    TERRACES: Look(
        "grass", "forest_south", (("tree", 4), ("camphor", 2), ("bamboo", 2)), ("bamboo", 2),
        ("camphor", 2), "hill_{state}", ("house_thatch", "house_south"),
    ),
    LOESS: Look(
        "loess", "forest_dry", (("scrub", 2), ("jujube", 2), ("tree", 4)), ("jujube", 2),
        ("poplar", 2), "hill_loess", ("house_thatch", "house_tile"), "soil", 0.075, trodden=True,
    ),
}  # fmt: skip
