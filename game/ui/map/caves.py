"""Rows of cave dwellings: where the bank that they are dug into runs out."""

from collections.abc import Iterable

from game.levelfiles.place import MapFacts, Place
from game.ui.map.grid import Spot
from game.ui.map.items import Cell, Item

FACING_A = "yaodong_b"  # the doors look along a; of plain `yaodong` along b
LEFT, RIGHT = "bank_left", "bank_right"
REACH = 3  # tiles from where a row ends to where its bank has come down


def is_cave(place: Place) -> bool:
    """Whether a house is a cave."""
    return place.kind == "house" and str(place.properties.get("kind", "")).startswith("yaodong")


def opens_along_a(place: Place) -> bool:
    """Whether the doors of a building are at its side towards a."""
    return str(place.properties.get("kind", "")).startswith(FACING_A)


def front(place: Place) -> tuple[Spot, Spot]:
    """The left and the right end of a cave's face, as one stands before it."""
    a, b = place.a + place.w, place.b + place.d
    return ((a, b), (a, place.b)) if opens_along_a(place) else ((place.a, b), (a, b))


def ends(facts: MapFacts) -> list[Item]:
    """The slopes at both ends of each row; none where another cave goes on or turns the corner.

    To the left of a face the bank comes down facing b, to the right facing a, whichever way the
    caves look: a row that faces a has its left end before it, one that faces b its right end.
    """
    faces = [front(place) for place in facts.of("house") if is_cave(place)]
    return [
        *_free((left for left, _ in faces), {right for _, right in faces}, LEFT, (REACH, 0)),
        *_free((right for _, right in faces), {left for left, _ in faces}, RIGHT, (0, REACH)),
    ]


def _free(spots: Iterable[Spot], met: set[Spot], name: str, span: Cell) -> list[Item]:
    return [Item(name, a, b, a + b, span) for a, b in spots if (a, b) not in met]
