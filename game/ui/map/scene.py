"""From the map's facts and a view to a draw list: everything the village shows, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.levelfiles.place import MapFacts
from game.sim.level import SEASONS
from game.sim.views import View
from game.ui.map import animals, buildings, canals, fields, people, trodden, woods, yard
from game.ui.map.buildings import Known
from game.ui.map.fields import Patch
from game.ui.map.floor import OUTSIDE, Floor
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.ground import Ground
from game.ui.map.items import Cell, Item, block, foot
from game.ui.map.landscape import LOOKS
from game.ui.map.setting import Setting

LONE_TREES, LONE_OUTSIDE = 0.035, 0.10
DRIFTS = 0.09  # share of the open tiles under snow that stays, in winter
HILL_STEP = 9  # tiles from one hill behind the map to the next


@dataclass(frozen=True)
class Scene:
    """One season of the village."""

    season: str
    flat: tuple[Item, ...]  # lies on the ground: fields, yards, bridges; in drawing order
    standing: tuple[Item, ...]  # buildings, trees; sorted by key
    moving: tuple[Item, ...]  # people, animals, smoke, fire
    patches: Mapping[str, list[Patch]]

    def figures(self, unit: str, work: str) -> int:
        """How many people of a brigade are seen at a work."""
        every = (*self.standing, *self.moving)
        return sum(item.unit == unit and item.work == work for item in every)


@dataclass(frozen=True)
class _Lasting:
    """What stays the same while orders are given."""

    view: View
    setting: Setting
    flat: tuple[Item, ...]
    standing: tuple[Item, ...]
    moving: tuple[Item, ...]


def _unmoved(view: View) -> tuple[object, ...]:
    """All of a view that fields, buildings and trees depend on."""
    units = tuple(
        (unit.name, unit.people, unit.land, unit.animals, unit.forest_pm, unit.store, unit.harvest,
         unit.eaten_g_day)
        for unit in view.units
    )  # fmt: skip
    return (
        view.turn, view.season, units, view.people, view.people_at_start, view.left_all, view.hall,
        view.store, view.furnaces, view.furnaces_lit, view.furnaces_wanted, yard.worked(view),
        view.forest_pm, view.projects,
    )  # fmt: skip


class Composer:
    """Makes scenes of one map. What stays the same in all of them is worked out once."""

    def __init__(self, facts: MapFacts, ground: Ground, known: Known) -> None:
        self.facts, self.known = facts, known
        self.ground = replace(
            ground,
            bridges=ground.bridges | buildings.bridge_corners(facts),
            blocked=buildings.under_roofs(facts),
        )
        self.look = LOOKS[facts.landscape]
        self.floor = Floor(self.ground, facts.width, facts.depth, self.look, known)
        self.plots = {cell: plot for plot in facts.fields for cell in fields.cells_of(plot)}
        self.woods = [
            (place.unit, [cell for cell in woods.cells_of(place) if self._is_open(cell)])
            for place in facts.of("forest")
            if not woods.is_hill(place)
        ]
        self.taken = self._taken()
        self.free = self._free()
        self.tiles = self.floor.tiles()
        self.stepped = frozenset(
            cell
            for cell, names in self.tiles.items()
            if any(n.startswith("terrace") for n in names)
        )
        self.canals = canals.cells(facts)
        self.hills = self._hills()
        self.beyond = self._woods_beyond()
        self.trees = self._trees()
        self.stains = self._stains()
        self.drifts = self._drifts()
        self.reeds = tuple(woods.reeds(self.ground.water, self.ground.roads, known))
        self.at_start: Mapping[str, int] = {}  # people of each brigade, if it is known
        self.herds: Mapping[str, int] = {}  # and its draught animals
        self._last: _Lasting | None = None

    def _is_open(self, cell: Cell) -> bool:
        return cell not in self.ground.built and cell not in self.plots

    def _taken(self) -> frozenset[Cell]:
        """Tiles on which nothing may grow by itself."""
        found = set(self.plots) | set(self.ground.built)
        for place in self.facts.of("forest"):
            found |= set(woods.cells_of(place))
        for place in self.facts.places:
            if place.kind in {"forest", "brigade", "prop"}:
                continue
            for a in range(int(place.a) - 1, int(place.a + place.w) + 2):
                found |= {(a, b) for b in range(int(place.b) - 1, int(place.b + place.d) + 2)}
        return frozenset(found)

    def _free(self) -> frozenset[Cell]:
        """Tiles on which people may stand and work, though it is no field."""
        wet = {
            (a + da, b + db)
            for a, b in self.ground.water
            for da, db in ((0, 0), (-1, 0), (0, -1), (-1, -1))
        }
        blocked = {
            cell
            for place in self.facts.places
            if place.kind not in {"brigade", "prop", "furnaces", "canal"}
            for cell in woods.cells_of(place)
        }
        return frozenset(self.floor.area(0)) - wet - blocked - set(self.plots)

    def compose(self, view: View) -> Scene:
        """The village as a view shows it. What orders cannot change is kept from the last time."""
        kept = self._last
        if kept is None or _unmoved(kept.view) != _unmoved(view):
            kept = self._last = self._lasting(view)
        setting = replace(kept.setting, view=view)
        people_and_animals = [*people.crowd(setting), *animals.animals(setting)]
        moving = sorted((*kept.moving, *people_and_animals), key=lambda item: item.key)
        return Scene(SEASONS[view.season], kept.flat, kept.standing, tuple(moving), setting.patches)

    def _lasting(self, view: View) -> "_Lasting":
        """Fields, buildings, trees."""
        patches = {
            unit.name: fields.lay_out(unit.name, unit.land, self.facts.fields)
            for unit in view.units
        }
        fires, coming = buildings.furnaces(self.facts, view), yard.rising(self.facts, view)
        every = (*fires, *coming)
        heaps = tuple(yard.heap_spots(self.facts, self.ground, self.free, every))
        setting = Setting(
            self.facts, self.ground, view, patches, self.free, every, heaps, self.herds,
            buildings.shut_houses(self.facts, view, self.at_start),
        )  # fmt: skip
        built = buildings.build(self.facts, view, self.known, fires, setting.shut)
        grown = [patch for each in patches.values() for patch in each]
        flat = (
            *self.stains,
            *(self.drifts if view.season == buildings.WINTER else ()),
            *fields.items(grown, self.facts.fields, self.known, self.stepped),
            *canals.items(self.canals, view, self.ground.built, self.known),
            *built.flat,
        )
        standing = [
            *built.standing, *yard.items(self.facts, coming, heaps, view), *self._growth(view),
            *self.reeds,
        ]  # fmt: skip
        standing.sort(key=lambda item: item.key)
        return _Lasting(view, setting, flat, tuple(standing), built.moving)

    def _stains(self) -> list[Item]:
        """Broad patches of other ground, and the ways that feet have made."""
        name = self.look.stain
        if f"{name}.0" not in self.known:
            return []
        found = [
            foot(f"{name}.{pick(4, 'patch', a, b)}", a + 0.5, b + 0.5)
            for a, b in self.floor.area(OUTSIDE)
            if chance("stain", a, b) < self.look.stains and not self._covered(a, b)
        ]
        if self.look.trodden:
            rough = {cell for cell, names in self.tiles.items() if len(names) > 1}
            blocked = set(self.plots) | self.ground.built | self._roofed() | rough
            found += trodden.ways(self.facts, self.ground.roads, blocked)
        return found

    def _drifts(self) -> list[Item]:
        """Snow that lies in winter where nobody walks much, close to houses too."""
        if self.look.trodden or "patch.0" not in self.known:
            return []
        shut = self.ground.built | set(self.plots)
        return [
            foot(f"patch.{1 + 2 * pick(2, 'snow', a, b)}", a + 0.5, b + 0.5)
            for a, b in self.floor.area(0)
            if chance("snow", a, b) < DRIFTS
            and not any((a + da, b + db) in shut for da in (-1, 0, 1) for db in (-1, 0, 1))
        ]

    def _covered(self, a: int, b: int) -> bool:
        """Whether a stain would lie over a road or water, or on grass over or beside anything."""
        near = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1))
        kept = self.ground.built if self.look.trodden else self.taken
        return any((a + da, b + db) in kept for da, db in near)

    def _growth(self, view: View) -> list[Item]:
        """Woods, trees by the roads and houses, trees alone."""
        standing_pm = {unit.name: unit.forest_pm for unit in view.units}
        found: list[Item] = []
        for unit, cells in self.woods:
            states = woods.states(cells, standing_pm.get(unit, view.forest_pm))
            found += woods.items(states, self.known, self.look)
        found += woods.hills(self.facts.of("forest"), standing_pm, view.forest_pm, self.look)
        found += woods.items(woods.states(self.beyond, view.forest_pm), self.known, self.look)
        left_pm = view.forest_pm
        found += [woods.tree(*kind, spot, left_pm) for kind, spot in self.trees]
        name = self.look.hill_picture(left_pm)
        if name in self.known:
            found += [block(name, a, b, 5, 5) for a, b in self.hills]
        return found

    def _trees(self) -> list[woods.Planted]:
        """Where trees stood at the start."""
        yards = self.ground.earth
        inside = [cell for cell in self.floor.area(0) if cell not in yards]
        beyond = set(self.beyond)
        outside = [
            cell for cell in self.floor.area(OUTSIDE)
            if not self.floor.inside(cell) and cell not in beyond and len(self.tiles[cell]) == 1
            and not self._on_a_hill(cell)
        ]  # fmt: skip
        doors = buildings.doorways(self.facts)
        found = [
            *woods.roadside(self.ground.roads, self.taken, self.look),
            *woods.scattered(inside, self.taken, LONE_TREES, self.look),
            *woods.scattered(outside, (), LONE_OUTSIDE, self.look),
            *woods.by_houses(
                self.facts.of("house"),
                self._roofed() | set(self.plots) | self.ground.built,
                self.look,
            ),
        ]
        return [each for each in found if (int(each[1][0]), int(each[1][1])) not in doors]

    def _woods_beyond(self) -> list[Cell]:
        """Woods at the map's rim go on outside and thin out."""
        wooded = {cell for _unit, cells in self.woods for cell in cells}
        found = []
        for cell in self.floor.area(OUTSIDE):
            rim = self._clamped(cell)
            far = max(abs(cell[0] - rim[0]), abs(cell[1] - rim[1]))
            if not far or self._on_a_hill(cell):
                continue
            if rim in wooded and chance("beyond", *cell) > (far - 2) / 8:
                found.append(cell)
        return found

    def _hills(self) -> list[Spot]:
        """Back corners of the hills behind the map's back edges, half in the mist."""
        found = []
        for edge, long in (("a", self.facts.depth), ("b", self.facts.width)):
            for at in range(-4, long, HILL_STEP):
                along = at + 3 * chance("hill", edge, at)
                back = -7.0 - 3 * chance("hill back", edge, at)
                rim = min(max(int(along) + 2, 0), long - 1)
                if ((0, rim) if edge == "a" else (rim, 0)) not in self.ground.built:
                    found.append((back, along) if edge == "a" else (along, back))
        return found

    def _on_a_hill(self, cell: Cell) -> bool:
        return any(a - 1 <= cell[0] <= a + 5 and b - 1 <= cell[1] <= b + 5 for a, b in self.hills)

    def _clamped(self, cell: Cell) -> Cell:
        return (
            min(max(cell[0], 0), self.facts.width - 1),
            min(max(cell[1], 0), self.facts.depth - 1),
        )

    def _roofed(self) -> frozenset[Cell]:
        """Tiles under buildings."""
        return frozenset(
            cell
            for place in self.facts.places
            if place.kind not in {"forest", "brigade", "prop"}
            for cell in woods.cells_of(place)
        )
