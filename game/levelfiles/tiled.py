"""Safe reader of a Tiled map: sizes, paths and bytes are checked before anything is unpacked.

It never imports pytmx, which accepts broken maps in silence and unpacks a small file into
gigabytes. The window gives pytmx what `plain` makes of the checked map, and nothing else.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

from game.levelfiles.check import Found
from game.levelfiles.errors import LevelError, Problem, meant, one_of, shown
from game.levelfiles.layers import Layer, read_layers
from game.levelfiles.objects import LAYER as PLACES
from game.levelfiles.objects import MapObject, Reader, class_defaults, properties_of
from game.levelfiles.tilesets import Place, Tileset, read_tilesets
from game.levelfiles.xmlfile import layers_of, read_xml
from game.sim.arrays import Ints, frozen

FILE = "map.tmx"
GROUND = "ground"
TILE_W, TILE_H = 64, 32
LEAST, MOST = 8, 256  # tiles along a side


@dataclass(frozen=True, slots=True)
class RawMap:
    """A map that is safe to look at; whether it makes sense is asked in `mapfacts`."""

    width: int
    depth: int
    properties: Mapping[str, str]
    layers: tuple[Layer, ...]
    tilesets: tuple[Tileset, ...]
    objects: tuple[MapObject, ...]
    placed: bool = True  # whether there is a layer of places

    @property
    def ground(self) -> Ints:
        """The tile ids of the layer `ground`, (depth, width)."""
        nothing = frozen(np.zeros((self.depth, self.width), dtype=np.int64))
        return next((layer.gids for layer in self.layers if layer.name == GROUND), nothing)

    def names(self) -> Mapping[int, str]:
        """The names of the tiles by their global id, as `road_03`."""
        return {
            each.ids.start + local: name
            for each in self.tilesets
            for local, name in each.names.items()
            if name
        }


def read_map(folder: Place, found: Found) -> RawMap | None:
    """Read map.tmx; None, and problems, where it can't be used."""
    before = len(found)
    root = read_xml(folder / FILE, found, FILE, "map")
    if root is None:
        return None
    width = _size(root, "width", found)
    depth = _size(root, "height", found)
    _shape(root, found)
    defaults = class_defaults(folder, found)
    tilesets = read_tilesets(root, folder, FILE, found)
    if len(found) > before:
        return None
    layers = read_layers(root, (width, depth), [each.ids for each in tilesets], FILE, found)
    _one_ground(layers, found)
    objects = Reader(folder, FILE, found).read(root, defaults)
    groups = [each.get("name") for each in layers_of(root, "objectgroup")]
    own = {**defaults.get("map", {}), **properties_of(root)}
    return RawMap(
        width, depth, own, tuple(layers), tuple(tilesets), objects, groups.count(PLACES) == 1
    )


def _size(root: ET.Element, name: str, found: Found) -> int:
    text = root.get(name, "")
    if re.fullmatch("[0-9]{1,6}", text) and LEAST <= int(text) <= MOST:
        return int(text)
    fix = "resize the map in Tiled: Map > Resize Map"
    expected = f"{LEAST} to {MOST} tiles"
    found.append(Problem(FILE, f"map {name}", shown(text), expected, fix, "L401"))
    return LEAST


def _shape(root: ET.Element, found: Found) -> None:
    wanted = {
        "orientation": ("isometric", "make a new map with Orientation: Isometric", "L402"),
        "infinite": ("0", "untick Infinite in Map > Map Properties", "L403"),
        "tilewidth": (str(TILE_W), "set Tile Width in Map > Map Properties", "L404"),
        "tileheight": (str(TILE_H), "set Tile Height in Map > Map Properties", "L404"),
    }
    for name, (value, fix, code) in wanted.items():
        stands = root.get(name, "0" if name == "infinite" else "")
        if stands != value:
            found.append(Problem(FILE, f"map {name}", shown(stands), shown(value), fix, code))


def _one_ground(layers: list[Layer], found: Found) -> None:
    names = [layer.name for layer in layers]
    if names.count(GROUND) == 1:
        return
    near = meant(GROUND, set(names) - {GROUND})
    fix = f"name the layer {near!r} {GROUND!r}" if near else f"name one layer {GROUND!r}"
    expected = f"one tile layer with the name {GROUND!r}"
    found.append(Problem(FILE, "layers", one_of(names), expected, fix, "L405"))


def plain(folder: Path) -> ET.Element:
    """The tile layers of a map as the simplest TMX, for pytmx: checked, unpacked, by full paths.

    Raises:
        LevelError: the map can't be used.
    """
    found: Found = []
    raw = read_map(folder, found)
    if raw is None or found:
        raise LevelError(found)
    size = {"width": str(raw.width), "height": str(raw.depth)}
    tiles = {"tilewidth": str(TILE_W), "tileheight": str(TILE_H)}
    root = ET.Element("map", {"version": "1.10", "orientation": "isometric", **size, **tiles})
    for each in raw.tilesets:
        whole = ET.SubElement(root, "tileset", {**each.whole.attrib})
        whole.attrib.pop("source", None)
        whole.set("firstgid", str(each.ids.start))
        whole.extend(deepcopy(each.whole))
        for image in whole.iter("image"):
            image.set("source", str(Path(str(each.home)) / image.get("source", "")))
    for number, layer in enumerate(raw.layers, start=1):
        shown_ = {"id": str(number), "name": layer.name, "visible": str(int(layer.visible))}
        element = ET.SubElement(root, "layer", {**shown_, **size})
        data = ET.SubElement(element, "data", {"encoding": "csv"})
        data.text = ",".join(map(str, layer.gids.ravel().tolist()))
    return root
