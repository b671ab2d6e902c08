"""The draw list: plain data, so that a test can read what the map shows."""

from dataclasses import dataclass

from game.ui.map.grid import Spot

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One picture on the map. What stands further to the front (a + b) covers what is behind."""

    name: str  # sprite; with frames, the name without its number
    a: float  # where its anchor stands
    b: float
    key: float  # a + b of its front
    span: Cell = (0, 0)  # footprint in tiles, for what is cut into upright strips to be sorted
    dx: float = 0.0  # pixels at zoom 1
    dy: float = 0.0
    frames: int = 1
    fps: float = 0.0
    phase: float = 0.0  # frames, or pixels along the way
    mirrored: bool = False
    way: tuple[Spot, ...] = ()  # walkers go to and fro along it
    unit: str = ""
    work: str = ""  # for people: fields, furnaces, waterworks, sideline, hall, home


def foot(name: str, a: float, b: float, **more: object) -> Item:
    """Something small that stands on a point."""
    return Item(name, a, b, a + b, **more)  # type: ignore[arg-type]


def tile(name: str, a: int, b: int) -> Item:
    """A tile, anchored at its back corner."""
    return Item(name, a, b, a + b)


def block(name: str, a: float, b: float, w: float, d: float, **more: object) -> Item:
    """A building on a footprint, anchored at its front corner."""
    span = (max(1, round(w)), max(1, round(d)))
    return Item(name, a + w, b + d, a + b + w + d, span, **more)  # type: ignore[arg-type]
