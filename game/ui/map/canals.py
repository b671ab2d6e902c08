"""Canals: staked out where one is chosen, dug as far as the work has come, wet once it holds."""

from collections.abc import Collection, Mapping

from game.levelfiles.place import MapFacts
from game.sim.views import View
from game.ui.map.items import Cell, Item, tile

SIDES = ((1, -1, 0), (2, 0, -1), (4, 1, 0), (8, 0, 1))
"""Bit of the picture's mask, and the tile beside to which the canal leads on."""
HOLDS = 1


def cells(facts: MapFacts) -> dict[str, list[Cell]]:
    """The tiles of each canal, by its project, in the order in which they are dug."""
    found: dict[str, list[Cell]] = {}
    for place in facts.of("canal"):
        own = found.setdefault(str(place.properties.get("project", "")), [])
        own += [
            (a, b)
            for a in range(int(place.a), int(place.a + place.w))
            for b in range(int(place.b), int(place.b + place.d))
        ]
    return found


def mask(cell: Cell, beside: Collection[Cell]) -> int:
    """To which sides the canal leads on.

    >>> mask((1, 1), {(0, 1), (2, 1)})
    5
    """
    a, b = cell
    return sum(bit for bit, da, db in SIDES if (a + da, b + db) in beside)


def items(
    canals: Mapping[str, list[Cell]], view: View, built: Collection[Cell], known: Collection[str]
) -> list[Item]:
    """What is seen of the canals. `built` are tiles of roads and water, to which they lead."""
    drawn: list[Item] = []
    for project in view.projects:
        own = [cell for cell in canals.get(project.id, []) if cell not in built]
        if not own or not (project.chosen or project.done_pm):
            continue
        dug = len(own) * project.done_pm // 1000
        state = "wet" if project.state == HOLDS else "dry"
        joined = set(canals[project.id]) | set(built)
        for at, cell in enumerate(own):
            if at >= dug and not project.chosen:
                continue
            name = f"canal_{state if at < dug else 'staked'}_{mask(cell, joined):02d}"
            if name in known:
                drawn.append(tile(name, *cell))
    return drawn
