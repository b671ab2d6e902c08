"""The floor of the picture: which tile pictures lie on each other, on the map and beyond it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from game.ui.map.grid import chance, pick
from game.ui.map.ground import Ground, masked
from game.ui.map.items import Cell
from game.ui.map.landscape import Look

OUTSIDE = 13  # tiles beyond the bounds on which something grows
OPEN = ("grass", "loess", "terrace")
"""Ground on which something else may lie, and nothing under it."""


@dataclass(frozen=True)
class Floor:
    """Names the tiles of one map."""

    ground: Ground
    width: int
    depth: int
    look: Look
    known: Collection[str]

    def area(self, beyond: int) -> Iterable[Cell]:
        """All tiles, and so many outside the bounds."""
        return (
            (a, b)
            for b in range(-beyond, self.depth + beyond)
            for a in range(-beyond, self.width + beyond)
        )

    def inside(self, cell: Cell) -> bool:
        """Whether a tile lies within the bounds."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.depth

    def tiles(self) -> Mapping[Cell, tuple[str, ...]]:
        """Names of pictures for each tile, lowest first."""
        # Where nothing grows, a trodden yard is as bare as the country about it.
        skipped = ("bridge", "earth") if self.look.ground == "loess" else ("bridge",)
        under = {} if "earth" in skipped else masked("earth", self.ground.earth)
        beyond = {
            kind: masked(kind, self._led_on(corners))
            for kind, corners in (("water", self.ground.water), ("road", self.ground.roads))
        }
        found = {}
        for a, b in self.area(OUTSIDE):
            told = [layer[a, b] for layer in self.ground.layers if (a, b) in layer]
            if not self.inside((a, b)):
                told = [each[a, b] for each in beyond.values() if (a, b) in each]
            names = [self._varied(name, a, b) for name in told if not name.startswith(skipped)]
            if (a, b) in self.ground.built and (a, b) in under:
                names.insert(0, under[a, b])
            if not names or not names[0].startswith(OPEN):
                names.insert(0, self._open(a, b))
            found[a, b] = tuple(name for name in names if name in self.known)
        return found

    def _led_on(self, corners: Collection[Cell]) -> Iterable[Cell]:
        """Corners beyond the bounds that a road or river reaches if it is led straight on."""
        return (
            (a, b)
            for b in range(-OUTSIDE, self.depth + OUTSIDE + 1)
            for a in range(-OUTSIDE, self.width + OUTSIDE + 1)
            if (min(max(a, 0), self.width), min(max(b, 0), self.depth)) in corners
        )

    def _open(self, a: int, b: int) -> str:
        """The country's own ground; plain mostly."""
        spread = chance("grass", a, b)
        return f"{self.look.ground}.{0 if spread < 0.6 else 1 + (spread > 0.8)}"

    def _varied(self, name: str, a: int, b: int) -> str:
        if name.partition(".")[0] == self.look.ground:
            return self._open(a, b)
        if name == "earth_15":
            return f"earth.{pick(2, 'earth', a, b)}"
        if name == "water_15" and chance("wave", a, b) < 0.5 and "water_15b" in self.known:
            return "water_15b"
        return name
