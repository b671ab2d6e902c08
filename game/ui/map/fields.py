"""Fields: each brigade's land shared out over its plots tile by tile, as it stands now."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from game.levelfiles.place import FALLOW, FieldPlot
from game.sim.views import LandShare
from game.ui.map.grid import pick
from game.ui.map.items import Cell, Item, tile

STAGES = ("ripe", "rot", "green", "sprout", "plough", "stubble", FALLOW)
"""The order in which a plot is filled."""
GROWN = ("green", "ripe", "rot")
VARIANTS = 2
TALL = ("maize", "sorghum")
DRAWN = ("wheat", "maize", "millet", "sorghum", "sweet_potato", "potato", "rice")
"""Crops that have pictures."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One tile of a plot and what stands on it."""

    a: int
    b: int
    unit: str
    crop: str
    stage: str


def cells_of(plot: FieldPlot) -> list[Cell]:
    """The tiles of a plot, along its rows."""
    return [(a, b) for b in range(plot.b, plot.b + plot.d) for a in range(plot.a, plot.a + plot.w)]


def tiles_of_shares(shares: Sequence[LandShare], tiles: int) -> list[int]:
    """Whole tiles for each share; together all the tiles, each within one of its due.

    >>> tiles_of_shares([LandShare("wheat", "ripe", 70), LandShare("wheat", "rot", 35)], 10)
    [7, 3]
    """
    whole = sum(share.ares for share in shares)
    if not whole:
        return [0] * len(shares)
    counts = [share.ares * tiles // whole for share in shares]
    rests = sorted(range(len(shares)), key=lambda at: (-(shares[at].ares * tiles % whole), at))
    for at in rests[: tiles - sum(counts)]:
        counts[at] += 1
    return counts


def _rank(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


def _matches(plot: FieldPlot, crop: str, stage: str) -> bool:
    return plot.crop == crop or (plot.crop == FALLOW and stage == FALLOW)


def lay_out(unit: str, shares: Sequence[LandShare], plots: Iterable[FieldPlot]) -> list[Patch]:
    """What stands on each tile of a brigade's plots. A plot keeps its own crop while it can."""
    own = sorted((plot for plot in plots if plot.unit == unit), key=lambda plot: (plot.b, plot.a))
    cells = [(cell, plot) for plot in own for cell in cells_of(plot)]
    counts = tiles_of_shares(shares, len(cells))
    left: dict[tuple[str, str], int] = {}
    for count, share in sorted(
        zip(counts, shares, strict=True), key=lambda pair: _rank(pair[1].stage)
    ):
        left[share.crop, share.stage] = left.get((share.crop, share.stage), 0) + count
    found: dict[Cell, Patch] = {}
    for own_crop in (True, False):
        for cell, plot in cells:
            if cell in found:
                continue
            for (crop, stage), count in left.items():
                if count and (not own_crop or _matches(plot, crop, stage)):
                    found[cell] = Patch(*cell, unit, crop, stage)
                    left[crop, stage] -= 1
                    break
    return [found[cell] for cell, _plot in cells if cell in found]


def looks_like(crop: str) -> str:
    """The crop whose pictures show a crop, by its name; wheat where none is like it.

    >>> looks_like("late_rice"), looks_like("tubers"), looks_like("oats")
    ('rice', 'sweet_potato', 'wheat')
    """
    if crop in DRAWN:
        return crop
    kin = {"tubers": "sweet_potato", "coarse": "maize"}.get(crop, crop)
    return next((drawn for drawn in DRAWN if kin.endswith(drawn)), DRAWN[0])


def picture(patch: Patch, known: Collection[str], own: str = "") -> str:
    """The sprite of a tile; `own` is the plot's crop, for land that waits for it."""
    variant = pick(VARIANTS, "crop", patch.a, patch.b)
    stage, crop = patch.stage, looks_like(patch.crop or own)
    wet = {"sprout": "planted", "plough": "flooded"} if crop == "rice" else {}
    name = f"{crop}_{wet.get(stage, stage)}.{variant}"
    return name if (patch.crop or stage in wet) and name in known else f"field_{stage}.{variant}"


def items(
    patches: Iterable[Patch], plots: Iterable[FieldPlot], known: Collection[str],
    stepped: Collection[Cell] = (),
) -> list[Item]:  # fmt: skip
    """Crops from back to front, with the bunds round the plots.

    On a slope (`stepped`) a wall hangs from a plot's front edge, over the next plot that lies
    lower. A bund before or behind low crops is laid on last, so that it shows; tall crops stand
    over it.
    """
    bounds = {cell: plot for plot in plots for cell in cells_of(plot)}
    crops = {(patch.a, patch.b): patch for patch in patches}
    drawn: list[Item] = []
    last: list[Item] = []
    for (a, b), patch in sorted(crops.items(), key=lambda each: (sum(each[0]), each[0])):
        behind, before = _edges(patch, bounds[a, b])
        own = drawn if _is_tall(patch) else last
        own += [tile(f"bund_{side}", a, b) for side in behind]
        drawn.append(tile(picture(patch, known, bounds[a, b].crop), a, b))
        for side, cell in before.items():
            if (a, b) in stepped and f"ledge_{side}" in known:
                last.append(tile(f"ledge_{side}", a, b))
                continue
            (drawn if _is_tall(crops.get(cell)) else last).append(tile(f"bund_{side}", a, b))
    return drawn + last


def _edges(patch: Patch, plot: FieldPlot) -> tuple[list[str], dict[str, Cell]]:
    """The bunds at a tile's back, and those at its front with the tiles beyond."""
    a, b = patch.a, patch.b
    behind = [side for side, at_edge in (("nw", a == plot.a), ("ne", b == plot.b)) if at_edge]
    before = {}
    if b == plot.b + plot.d - 1:
        before["sw"] = (a, b + 1)
    if a == plot.a + plot.w - 1:
        before["se"] = (a + 1, b)
    return behind, before


def _is_tall(patch: Patch | None) -> bool:
    return patch is not None and looks_like(patch.crop) in TALL and patch.stage in GROWN
