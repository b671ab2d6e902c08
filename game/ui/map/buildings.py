"""Buildings and works as they stand now: full or slack, lit or cold, open or shut."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game.levelfiles.place import MapFacts, Place
from game.sim.views import Figure, UnitView, View
from game.ui.map import caves
from game.ui.map.grid import Spot, chance, pick
from game.ui.map.items import Cell, Item, block, foot
from game.ui.map.landscape import LOOKS
from game.ui.map.woods import tree

Known = Mapping[str, Mapping[str, Any]]
"""Sprites that there are, with what the atlas says of each."""

FRAMES, SMOKE_FPS = 8, 6.0
SLACK_KG = 45  # grain a head below which the silos stand slack
FINE_G, SCARCE_G = 500, 350  # food a head and day below which fowl go, then all animals
STAGES_PM = (250, 600, 1000)  # a large work done so far: the next picture from here
FURNACE_STEP = 1.6  # tiles from one furnace to the next
FOOT = 0.8  # tiles from the middle of a furnace to where one can walk past
WINTER = 3
PLAIN = ("office", "school", "workshop")
FLAT = ("threshing", "bridge")
WITH_DOORS = (*PLAIN, "hall", "house", "granary")
TREES = {
    "tree": ("tree", 4), "willow": ("tree", 4), "pine": ("pine", 3), "poplar": ("poplar", 2),
    "bamboo": ("bamboo", 2), "camphor": ("camphor", 2), "jujube": ("jujube", 2),
    "scrub": ("scrub", 2), "tea": ("tea", 2),
}  # fmt: skip
DRAUGHT = ("ox", "buffalo", "donkey")


@dataclass(frozen=True)
class Built:
    """What is drawn of the places."""

    flat: tuple[Item, ...]
    standing: tuple[Item, ...]
    moving: tuple[Item, ...]


def footprint(known: Known, name: str) -> tuple[int, int]:
    """Tiles that a building takes."""
    w, d = known.get(name, {}).get("tiles", (1, 1))
    return int(w), int(d)


def standing_on(name: str, place: Place, known: Known) -> Item:
    """A building in the middle of its place."""
    w, d = footprint(known, name)
    return block(name, place.a + (place.w - w) / 2, place.b + (place.d - d) / 2, w, d)


def shut_houses(facts: MapFacts, view: View, at_start: Mapping[str, int]) -> frozenset[int]:
    """Which houses are shut: as many of all as there are fewer people than at the start.

    Each brigade shuts its first house a little later than the one before it, so that the sum is
    right from the first family on; and a house that is shut stays so while fewer people are left.
    """
    now = {unit.name: unit.people for unit in view.units}
    shut: list[int] = []
    units = sorted({place.unit for place in facts.of("house")}, key=chance)
    for which, unit in enumerate(units):
        houses = [at for at, place in enumerate(facts.places)
                  if place.kind == "house" and place.unit == unit]  # fmt: skip
        people = now.get(unit, view.people)
        before = at_start.get(unit, people if unit in now else view.people_at_start)
        gone = len(houses) * max(0, before - people) / max(1, before)
        count = min(len(houses), int(gone + (which + 0.5) / len(units)))
        shut += sorted(houses, key=lambda at: (chance("left", at), at))[:count]
    return frozenset(shut)


def _house(place: Place, shut: bool, known: Known, houses: tuple[str, str]) -> str:
    kind = str(place.properties.get("kind", "")) or place.name
    name = next(
        (each for each in (kind, f"house_{kind}") if each in known),
        houses[chance("roof", place.a, place.b) >= 0.55],
    )
    return f"{name}_shut" if shut and f"{name}_shut" in known else name


def _slack(place: Place, view: View, units: Mapping[str, UnitView]) -> bool:
    unit = units.get(place.unit)
    store, people = (unit.store, unit.people) if unit else (view.store, view.people)
    return store.kg < SLACK_KG * max(1, people)


def _threshed(place: Place, view: View, units: Mapping[str, UnitView]) -> bool:
    unit = units.get(place.unit)
    brought: list[Figure] = [unit.harvest] if unit else [each.harvest for each in view.units]
    return view.season != WINTER and any(figure.kg > 0 for figure in brought)


def hall_is_warm(view: View) -> bool:
    """Whether the dining halls cook."""
    return view.hall > 0 and view.store.kg > 0


def hall_picture(view: View) -> str:
    """The dining hall; a plain long house before halls were called for, and after them."""
    if hall_is_warm(view):
        return "hall"
    return "school" if view.hall == 0 and view.directive.halls == 0 else "hall_closed"


def dam_picture(done_pm: int) -> str:
    """The picture of a large work.

    >>> dam_picture(0), dam_picture(700), dam_picture(1000)
    ('dam_0', 'dam_2', 'dam_3')
    """
    return f"dam_{sum(done_pm >= stage for stage in STAGES_PM)}"


def furnace_spots(place: Place) -> list[Spot]:
    """Front corners of the furnaces that a yard has room for, row by row.

    Where more stand than can be drawn, a note on the map tells their number.
    """
    rows = 1 + max(0, int((place.d - 1.2) / FURNACE_STEP))
    columns = 1 + max(0, int((place.w - 1.2) / FURNACE_STEP))
    spots = [
        (place.a + 1.2 + column * FURNACE_STEP + 0.5 * (row % 2),
         place.b + 1.2 + row * FURNACE_STEP + 0.25 * chance("furnace", column, row))
        for row in range(rows)
        for column in range(columns)
    ]  # fmt: skip
    return sorted(spots, key=lambda spot: (chance("which", *spot), spot))


def shares(count: int, places: int) -> list[int]:
    """A count over places, as even as can be.

    >>> shares(5, 2)
    [3, 2]
    """
    return [count // places + (at < count % places) for at in range(places)] if places else []


def furnaces(facts: MapFacts, view: View) -> list[Spot]:
    """Where the front corner of each furnace that is drawn stands."""
    yards = facts.of("furnaces")
    return [
        spot
        for yard, count in zip(yards, shares(view.furnaces, len(yards)), strict=True)
        for spot in furnace_spots(yard)[:count]
    ]


def _furnace_items(spots: Iterable[Spot], lit: bool) -> tuple[list[Item], list[Item]]:
    if not lit:
        return [Item("furnace_cold", a, b, a + b - 0.5) for a, b in spots], []
    return [], [
        Item(
            "furnace_lit", a, b, a + b - 0.5, frames=FRAMES, fps=SMOKE_FPS,
            phase=float(pick(FRAMES, "flame", a, b)),
        )
        for a, b in spots
    ]  # fmt: skip


def _smoke(hall: Item, known: Known) -> Item:
    dx, dy = known.get("hall", {}).get("chimney", (0, -100))
    phase = float(pick(FRAMES, "smoke", hall.a, hall.b))
    return Item(
        "smoke", hall.a, hall.b, hall.key + 0.2, dx=dx, dy=dy, frames=FRAMES, fps=SMOKE_FPS,
        phase=phase,
    )  # fmt: skip


def _work(place: Place, view: View) -> str | None:
    """The picture of a dam, or None where nothing has been begun."""
    wanted = place.properties.get("project")
    for project in view.projects:
        if project.id == wanted:
            begun = project.done_pm > 0 or project.chosen
            return dam_picture(project.done_pm if project.state != 2 else 300) if begun else None
    return None


def _simple(
    place: Place, at: int, view: View, shut: Collection[int], known: Known, houses: tuple[str, str]
) -> str | None:
    """The picture of a place that is one building; None where there is nothing to see."""
    units = {unit.name: unit for unit in view.units}
    if place.kind == "dam":
        return _work(place, view)
    if place.kind == "house":
        return _house(place, at in shut, known, houses)
    if place.kind == "bridge":
        kind = str(place.properties.get("kind", ""))
        return kind if kind in known else ("bridge_a" if place.w >= place.d else "bridge_b")
    return {
        "hall": hall_picture(view),
        "granary": "granary_slack" if _slack(place, view, units) else "granary",
        "threshing": "threshing_full" if _threshed(place, view, units) else "threshing_empty",
        **{kind: kind for kind in PLAIN},
    }.get(place.kind)


def _prop(place: Place, view: View) -> Item | None:
    """A small thing, if the times still leave it there."""
    kind = (str(place.properties.get("kind", "")) or place.name).partition(".")[0]
    units = {unit.name: unit for unit in view.units}
    unit = units.get(place.unit)
    food = unit.eaten_g_day if unit else min((each.eaten_g_day for each in view.units), default=0)
    first_year = view.turn < 4
    if kind in {"hen", "duck"} and not first_year and food < FINE_G:
        return None
    if kind in DRAUGHT and ((unit and not unit.animals) or (not first_year and food < SCARCE_G)):
        return None
    a, b = place.a + place.w / 2, place.b + place.d / 2
    if kind in TREES:
        return tree(*TREES[kind], (a, b), view.forest_pm)
    if kind == "slogan":
        age = min(2, max(0, view.turn // 4))
        return block(f"slogan.{age}", a - 1, b - 0.5, 2, 1)
    slack = view.store.kg < SLACK_KG * max(1, view.people)
    if kind == "cart" and slack:
        kind = "cart_empty"
    if (kind == "sacks" and slack) or (kind == "straw" and view.store.kg <= 0):
        return None
    return foot(kind, a, b, mirrored=kind in {"hen", "duck", *DRAUGHT} and chance("m", a, b) < 0.5)


def doorways(facts: MapFacts) -> frozenset[Cell]:
    """Tiles on which no tree stands: the threshing floors, and before the doors of buildings."""
    found: set[Cell] = set()
    for place in facts.places:
        left, right = int(place.a), int(place.a + place.w)
        back, front = int(place.b), int(place.b + place.d)
        if place.kind == "threshing":
            found |= {(a, b) for a in range(left, right + 1) for b in range(back, front + 1)}
        elif caves.opens_along_a(place):
            found |= {(a, b) for a in (right, right + 1) for b in range(back, front)}
        elif place.kind in WITH_DOORS:
            found |= {(a, b) for a in range(left, right) for b in (front, front + 1)}
    return frozenset(found)


def _hides(place: Place, doors: Collection[Cell]) -> bool:
    """Whether a tree would stand before a door or on a threshing floor."""
    kind = (str(place.properties.get("kind", "")) or place.name).partition(".")[0]
    return kind in TREES and (int(place.a + place.w / 2), int(place.b + place.d / 2)) in doors


def build(
    facts: MapFacts, view: View, known: Known, fires: Iterable[Spot], shut: Collection[int]
) -> Built:
    """All places as they are now; `fires` is where the furnaces stand, `shut` closed doors."""
    doors = doorways(facts)
    flat: list[Item] = []
    standing, moving = _furnace_items(fires, view.furnaces_lit)
    standing += [end for end in caves.ends(facts) if end.name in known]
    for at, place in enumerate(facts.places):
        if place.kind == "prop":
            prop = None if _hides(place, doors) else _prop(place, view)
            standing += [prop] if prop and prop.name in known else []
            continue
        name = _simple(place, at, view, shut, known, LOOKS[facts.landscape].houses)
        if name is None or name not in known:
            continue
        item = standing_on(name, place, known)
        (flat if place.kind in FLAT else standing).append(item)
        if name == "hall":
            moving.append(_smoke(item, known))
    return Built(tuple(flat), tuple(standing), tuple(moving))


def bridge_corners(facts: MapFacts) -> frozenset[Cell]:
    """The corners along the middle of each bridge."""
    found: set[Cell] = set()
    for place in facts.of("bridge"):
        across = place.w >= place.d
        middle = round(place.b + place.d / 2) if across else round(place.a + place.w / 2)
        if across:
            found |= {(a, middle) for a in range(int(place.a) - 1, int(place.a + place.w) + 2)}
        else:
            found |= {(middle, b) for b in range(int(place.b) - 1, int(place.b + place.d) + 2)}
    return frozenset(found)


def under_roofs(facts: MapFacts) -> frozenset[Cell]:
    """Corners inside a building, on the grain of a threshing floor, or at the foot of a furnace."""
    open_air = {"forest", "brigade", "prop", "furnaces", "canal", "bridge"}
    roofed = {
        (a, b)
        for place in facts.places
        if place.kind not in open_air
        for a in range(int(place.a) + 1, int(place.a + place.w))
        for b in range(int(place.b) + 1, int(place.b + place.d))
    }
    for yard in facts.of("furnaces"):
        for a, b in furnace_spots(yard):  # a round foot, a tile and a half wide
            roofed |= {
                (at, beside)
                for at in range(int(a) - 1, int(a) + 2)
                for beside in range(int(b) - 1, int(b) + 2)
                if abs(at - a + 0.5) < FOOT and abs(beside - b + 0.5) < FOOT
            }
    return frozenset(roofed)
