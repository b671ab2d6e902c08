"""A map's objects -> brigades, fields, forest and places; whatever does not fit is a problem."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from game.levelfiles.check import Found, Values, take
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import MAP, PLACES, Key, Kind
from game.levelfiles.objects import MapObject
from game.levelfiles.place import FALLOW, FieldPlot, MapFacts, Place
from game.levelfiles.tiled import FILE, RawMap
from game.sim.arrays import Ints

LARGEST_FIELD = 12  # tiles along a side


@dataclass(frozen=True, slots=True)
class Names:
    """What level.toml knows, so that the map can be held against it."""

    brigades: Collection[str]
    crops: Collection[str]
    projects: Collection[str]
    strange: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """(key, name that is not known) -> the places that say it: told once, not for every field."""


def read_facts(raw: RawMap, names: Names, found: Found) -> MapFacts:
    """The facts of a map."""
    size = take(_typed(raw.properties, MAP), MAP, FILE, "map", found)
    places: list[Place] = []
    fields: list[FieldPlot] = []
    taken = np.zeros((raw.depth, raw.width), dtype=np.int64)
    for each in raw.objects:
        where = str(each)
        if each.kind not in PLACES:
            fix = nearest(each.kind, PLACES, "set its class in Tiled")
            spot = f"{where} class"
            found.append(Problem(FILE, spot, shown(each.kind), one_of(PLACES), fix, "L413"))
            continue
        keys = PLACES[each.kind]
        values = take(_typed(each.properties, keys), keys, FILE, where, found)
        if not _on_the_map(each, raw, where, found):
            continue
        if each.kind == "field":
            plot = _plot(each, values, names, where, found)
            _lay(plot, taken, where, found)
            fields.append(plot)
        else:
            places.append(_place(each, values, names, where))
    _tell_strange(names, found)
    if raw.placed:
        _brigades(places, names, found)
    return MapFacts(
        width=raw.width,
        depth=raw.depth,
        ares_per_tile=size["ares_per_tile"],
        forest_ares_per_tile=size["forest_ares_per_tile"],
        places=tuple(places),
        fields=tuple(fields),
        landscape=size["landscape"],
    )


def _typed(properties: Mapping[str, str], keys: Collection[Key]) -> dict[str, object]:
    """Tiled keeps every property as text: whole numbers are read here."""
    whole = {key.name for key in keys if key.kind is Kind.WHOLE}
    typed: dict[str, object] = dict(properties)
    for name in whole & typed.keys():
        text = properties[name]
        if text.isascii() and text.isdecimal() and len(text) < 10:
            typed[name] = int(text)
    return typed


def _on_the_map(each: MapObject, raw: RawMap, where: str, found: Found) -> bool:
    inside = (
        0 <= each.a <= raw.width
        and 0 <= each.b <= raw.depth
        and each.w >= 0
        and each.d >= 0
        and each.a + each.w <= raw.width
        and each.b + each.d <= raw.depth
    )
    if not inside:
        spot = f"tile {each.a:g}, {each.b:g}, {each.w:g} x {each.d:g} tiles"
        expected = f"inside the map of {raw.width} x {raw.depth} tiles"
        found.append(Problem(FILE, where, spot, expected, "move it onto the map", "L415"))
    return inside


def _plot(each: MapObject, values: Values, names: Names, where: str, found: Found) -> FieldPlot:
    _known(values["brigade"], names.brigades, "brigade", where, names)
    if names.crops:
        _known(values["crop"], [*names.crops, FALLOW], "crop", where, names)
    a, b, w, d = (round(value) for value in (each.a, each.b, each.w, each.d))
    exact = (a, b, w, d) == (each.a, each.b, each.w, each.d)
    if not exact or not (1 <= w <= LARGEST_FIELD and 1 <= d <= LARGEST_FIELD):
        spot = f"tile {each.a:g}, {each.b:g}, {each.w:g} x {each.d:g} tiles"
        expected = f"whole tiles, 1 to {LARGEST_FIELD} a side"
        fix = "turn on View > Snapping > Snap to Grid and draw it again"
        found.append(Problem(FILE, where, spot, expected, fix, "L416"))
    return FieldPlot(values["brigade"], values["crop"], a, b, w, d, values["quality_pm"])


def _lay(plot: FieldPlot, taken: Ints, where: str, found: Found) -> None:
    spot = taken[plot.b : plot.b + plot.d, plot.a : plot.a + plot.w]
    if spot.any():
        text = f"{int(spot.sum())} tiles that are another field's too"
        fix = "move one of the two"
        found.append(Problem(FILE, where, text, "fields that don't overlap", fix, "L417"))
    taken[plot.b : plot.b + plot.d, plot.a : plot.a + plot.w] = 1


def _place(each: MapObject, values: Values, names: Names, where: str) -> Place:
    unit = each.name if each.kind == "brigade" else str(values.get("brigade", ""))
    if each.kind == "brigade":
        _known(unit, names.brigades, "name", where, names)
    elif unit:
        _known(unit, names.brigades, "brigade", where, names)
    if "project" in values:
        _known(values["project"], names.projects or (" ",), "project", where, names)
    kept = MappingProxyType({key: value for key, value in values.items() if key != "brigade"})
    return Place(each.kind, each.name, unit, each.a, each.b, each.w, each.d, kept)


def _known(name: str, known: Collection[str], key: str, where: str, names: Names) -> None:
    """Remember a name that level.toml doesn't have; where it has none at all, it is told there."""
    if name and known and name not in known:
        names.strange.setdefault((key, name), []).append(where)


def _tell_strange(names: Names, found: Found) -> None:
    of = {"crop": [*names.crops, FALLOW], "project": names.projects}
    for (key, name), places in names.strange.items():
        known = of.get(key, names.brigades)
        more = len(places) - 1
        text = shown(name) + (f", here and on {more} more objects" if more else "")
        fix = nearest(name, known, f"add it to level.toml, or change the {key} here")
        found.append(Problem(FILE, f"{places[0]} {key}", text, one_of(known), fix, "L418"))


def _brigades(places: list[Place], names: Names, found: Found) -> None:
    """Every brigade of level.toml stands on the map, once."""
    on_map = [place.name for place in places if place.kind == "brigade"]
    for name in names.brigades:
        count = on_map.count(name)
        if count != 1:
            text = "not on the map" if count == 0 else f"{count} times on the map"
            fix = f"place one point of class brigade with the name {name!r}"
            key = f'[brigade."{name}"]'
            expected = "one brigade on map.tmx"
            found.append(Problem("level.toml", key, text, expected, fix, "L419"))
