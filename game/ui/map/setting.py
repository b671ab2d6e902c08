"""What the placing of people and animals needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.levelfiles.place import MapFacts, Place
from game.sim.views import UnitView, View
from game.ui.map.fields import Patch
from game.ui.map.grid import Spot
from game.ui.map.ground import Ground
from game.ui.map.items import Cell


@dataclass(frozen=True)
class Setting:
    """What the placing of people needs to know."""

    facts: MapFacts
    ground: Ground
    view: View
    patches: dict[str, list[Patch]]
    free: frozenset[Cell]  # tiles on which one can stand, but nothing is sown
    fires: tuple[Spot, ...]  # front corners of the furnaces, with those being built
    heaps: tuple[Spot, ...] = ()  # of what is fed to them
    herds: Mapping[str, int] = field(default_factory=dict)  # draught animals at the start, if known
    shut: frozenset[int] = frozenset()  # places that are closed doors, by their number
    _near: dict[tuple[Spot, int], list[Cell]] = field(default_factory=dict, compare=False)

    def home(self, unit: UnitView) -> Spot:
        """The middle of a hamlet."""
        if self.facts.of("brigade", unit.name):
            return self.facts.centre(unit.name)
        return self.facts.width / 2, self.facts.depth / 2

    def open_houses(self, unit: UnitView) -> list[Place]:
        """The houses of a brigade in which somebody lives."""
        return [
            place
            for at, place in enumerate(self.facts.places)
            if place.kind == "house" and place.unit == unit.name and at not in self.shut
        ]

    def nearest(self, kind: str, spot: Spot) -> Place | None:
        """The place of a kind that is nearest to a point."""
        return min(
            self.facts.of(kind), key=lambda place: distance(middle(place), spot), default=None
        )

    def free_near(self, spot: Spot, count: int) -> list[Cell]:
        """The free tiles nearest to a point."""
        if (spot, count) not in self._near:
            order = sorted(self.free, key=lambda cell: (distance(cell, spot), cell))
            self._near[spot, count] = order[: max(1, count)]
        return self._near[spot, count]


def middle(place: Place) -> Spot:
    """The middle of a place."""
    return place.a + place.w / 2, place.b + place.d / 2


def distance(one: Spot, other: Spot) -> float:
    """Square of the distance in tiles."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
