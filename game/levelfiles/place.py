"""What a map says, in tiles: the interface draws it; land and units are counted from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

FALLOW = "fallow"
"""The crop of a field that rests."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something that stands on the map. `a` runs down to the right, `b` down to the left."""

    kind: str  # class of the object: hall, granary, house ...
    name: str
    unit: str  # brigade it belongs to; empty: the commune
    a: float
    b: float
    w: float  # tiles along a; 0 for a point
    d: float  # tiles along b
    properties: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class FieldPlot:
    """A field: one brigade's, one crop at the start of the level."""

    unit: str
    crop: str  # id of a crop, or fallow
    a: int
    b: int
    w: int
    d: int
    quality_pm: int

    @property
    def tiles(self) -> int:
        """Size in tiles."""
        return self.w * self.d


@dataclass(frozen=True, slots=True)
class MapFacts:
    """The map of a level as plain facts."""

    width: int  # tiles along a
    depth: int  # tiles along b
    ares_per_tile: int
    forest_ares_per_tile: int
    places: tuple[Place, ...]  # everything but fields, in the order of the file
    fields: tuple[FieldPlot, ...]
    landscape: str = "plain"  # plain, terraces or loess: how the country about it is drawn

    def of(self, kind: str, unit: str | None = None) -> tuple[Place, ...]:
        """The places of a kind, of one unit where it is named."""
        return tuple(
            place for place in self.places if place.kind == kind and unit in (None, place.unit)
        )

    def centre(self, unit: str) -> tuple[float, float]:
        """The middle of a brigade's hamlet, in tiles."""
        return next((p.a, p.b) for p in self.of("brigade", unit))
