"""The ground as the level's map has it: names of tile pictures, and the roads among them."""

import json
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytmx

from game.levelfiles.tiled import plain
from game.ui.map.grid import Spot
from game.ui.map.items import Cell

CORNERS = ((1, 0, 0), (2, 1, 0), (4, 1, 1), (8, 0, 1))
"""Bit of a mask, and the corner of the tile that it covers."""
_BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1))
_DIAGONAL = ((1, 1), (-1, -1), (1, -1), (-1, 1))


@dataclass(frozen=True)
class Ground:
    """Layers of tile names, lowest first."""

    width: int
    depth: int
    layers: tuple[Mapping[Cell, str], ...]
    bridges: frozenset[Cell] = frozenset()  # corners where a road crosses water
    blocked: frozenset[Cell] = frozenset()  # corners that lie under a building
    _ways: dict[tuple[Cell, Cell], tuple[Spot, ...]] = field(
        default_factory=dict, compare=False, repr=False, init=False
    )
    _near: dict[Spot, Cell | None] = field(
        default_factory=dict, compare=False, repr=False, init=False
    )

    def _covered(self, kind: str) -> frozenset[Cell]:
        """The corners of tiles that a masked kind of ground covers."""
        return frozenset(
            (a + da, b + db)
            for layer in self.layers
            for (a, b), name in layer.items()
            if name.startswith((f"{kind}_", f"{kind}."))
            for bit, da, db in CORNERS
            if _mask(name) & bit
        )

    @cached_property
    def paths(self) -> frozenset[Cell]:
        """Where one walks: roads, bridges and trodden yards."""
        return (self.roads | self.earth) - self.blocked

    @cached_property
    def roads(self) -> frozenset[Cell]:
        """The corners that lie on a road."""
        return self._covered("road") | self.bridges

    @cached_property
    def water(self) -> frozenset[Cell]:
        """The corners that lie in water."""
        return self._covered("water")

    @cached_property
    def earth(self) -> frozenset[Cell]:
        """The corners of trodden yards."""
        return self._covered("earth")

    @cached_property
    def built(self) -> frozenset[Cell]:
        """Tiles where a road or water is."""
        return frozenset(
            cell
            for layer in self.layers
            for cell, name in layer.items()
            if name.startswith(("road_", "water_")) and _mask(name)
        )

    def road_near(self, spot: Spot) -> Cell | None:
        """The corner of a road or yard nearest to a point."""
        if spot not in self._near:
            self._near[spot] = min(
                self.paths,
                key=lambda at: ((at[0] - spot[0]) ** 2 + (at[1] - spot[1]) ** 2, at),
                default=None,
            )
        return self._near[spot]

    def way(self, start: Spot, end: Spot) -> tuple[Spot, ...]:
        """Along the roads from near one point to near another; empty if they don't meet."""
        first, last = self.road_near(start), self.road_near(end)
        if first is None or last is None or first == last:
            return ()
        if (first, last) not in self._ways:
            self._ways[first, last] = self._sought(first, last)
        return self._ways[first, last]

    def _sought(self, first: Cell, last: Cell) -> tuple[Spot, ...]:
        """The shortest way over the paths."""
        came: dict[Cell, Cell] = {first: first}
        waiting = deque([first])
        while waiting and last not in came:
            at = waiting.popleft()
            for da, db in _BESIDE + _DIAGONAL:
                beside = (at[0] + da, at[1] + db)
                if beside in self.paths and beside not in came:
                    came[beside] = at
                    waiting.append(beside)
        if last not in came:
            return ()
        steps = [last]
        while steps[-1] != first:
            steps.append(came[steps[-1]])
        return straightened(tuple(reversed(steps)))


def straightened(steps: tuple[Cell, ...]) -> tuple[Spot, ...]:
    """The same way without the points between two turns.

    >>> straightened(((0, 0), (1, 0), (2, 0), (2, 1)))
    ((0, 0), (2, 0), (2, 1))
    """
    kept: list[Cell] = []
    for at, step in enumerate(steps):
        if 0 < at < len(steps) - 1:
            before, after = steps[at - 1], steps[at + 1]
            if (step[0] - before[0], step[1] - before[1]) == (
                after[0] - step[0],
                after[1] - step[1],
            ):
                continue
        kept.append(step)
    return tuple(kept)


def _mask(name: str) -> int:
    if "." in name:
        return 15  # a variant of the whole tile
    digits = "".join(sign for sign in name.partition("_")[2] if sign.isdigit())
    return int(digits) if digits else 0


def masked(kind: str, corners: Iterable[Cell]) -> dict[Cell, str]:
    """The tiles that draw a kind of ground over a set of covered corners.

    >>> masked("road", [(1, 1)])[(1, 1)], masked("road", [(1, 1)])[(0, 0)]
    ('road_01', 'road_04')
    """
    masks: dict[Cell, int] = {}
    for a, b in corners:
        for bit, da, db in CORNERS:
            masks[a - da, b - db] = masks.get((a - da, b - db), 0) | bit
    return {cell: f"{kind}_{mask:02d}" for cell, mask in masks.items()}


def _by_place(sheet: Path) -> dict[tuple[int, int], str]:
    """Sprite names by where they lie in a sheet."""
    about = sheet.with_suffix(".json")
    if not about.is_file():
        return {}
    sprites = json.loads(about.read_text(encoding="utf-8"))["sprites"]
    return {(at["x"], at["y"]): name for name, at in sprites.items()}


def read(path: Path) -> Ground:
    """The tile layers of a checked Tiled map as names. No picture is loaded here.

    Raises:
        LevelError: the map can't be used.
    """
    seen: list[tuple[str, tuple[int, int, int, int] | None]] = []

    def lazily(filename: str, _colorkey: object, **_more: object) -> object:
        def part(rect: tuple[int, int, int, int] | None = None, _flags: object = None) -> int:
            seen.append((filename, rect))
            return len(seen) - 1

        return part

    tmx = pytmx.TiledMap(image_loader=lazily)
    tmx.filename = str(path)
    tmx.parse_xml(plain(path.parent))  # what was checked, and not a byte more
    sheets: dict[str, dict[tuple[int, int], str]] = {}

    def name_of(gid: int) -> str:
        told = tmx.get_tile_properties_by_gid(gid) or {}
        for key in ("sprite", "name", "type", "class"):
            if told.get(key):
                return str(told[key])
        at = tmx.images[gid]
        filename, rect = seen[at] if isinstance(at, int) else ("", None)
        if rect is None:
            return Path(filename).stem
        held = sheets.setdefault(filename, _by_place(Path(filename)))
        return held.get((int(rect[0]), int(rect[1])), "grass.0")

    names: dict[int, str] = {}
    layers = []
    for layer in tmx.visible_layers:
        if isinstance(layer, pytmx.TiledTileLayer):
            used = {(a, b): gid for a, b, gid in layer.iter_data() if gid}
            for gid in set(used.values()) - names.keys():
                names[gid] = name_of(gid)
            layers.append({cell: names[gid] for cell, gid in used.items()})
    return Ground(tmx.width, tmx.height, tuple(layers))
