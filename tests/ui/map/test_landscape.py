"""What a map's landscape changes, and what is seen of a canal."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from game.levelfiles.place import FieldPlot, MapFacts, Place
from game.sim.views import LandShare, ProjectView
from game.ui.map import canals, fields
from game.ui.map.ground import Ground
from game.ui.map.landscape import LOOKS
from game.ui.map.scene import Composer, Scene

Known = Mapping[str, Mapping[str, Any]]
PLACE = {"project": "ditch"}


def _beginnings(scene: Scene) -> Counter[str]:
    every = (*scene.flat, *scene.standing)
    return Counter(item.name.rpartition("_")[0] for item in every)


@pytest.fixture
def with_canal(facts: MapFacts, ground: Ground, known: Known) -> Composer:
    """Ten tiles along a, on free ground."""
    ditch = Place("canal", "Ditch", "", 15, 25, 10, 1, PLACE)
    return Composer(replace(facts, places=(*facts.places, ditch)), ground, known)


@pytest.mark.parametrize(
    ("done_pm", "state", "chosen", "seen"),
    [
        (0, 0, False, {}),
        (0, 0, True, {"canal_staked": 10}),
        (300, 0, True, {"canal_dry": 3, "canal_staked": 7}),
        (300, 0, False, {"canal_dry": 3}),
        (1000, 1, False, {"canal_wet": 10}),
        (1000, 2, False, {"canal_dry": 10}),
    ],
)
def test_a_canal_is_dug_as_far_as_the_work_has_come(
    with_canal: Composer, village: Any, done_pm: int, state: int, chosen: bool, seen: dict[str, int]
) -> None:
    projects = (ProjectView("ditch", done_pm, state, chosen),)
    found = _beginnings(with_canal.compose(village.make_view(projects=projects)))
    assert {name: found[name] for name in found if name.startswith("canal")} == seen


def test_a_canal_leads_on_to_its_neighbours_and_to_water(
    with_canal: Composer, village: Any
) -> None:
    view = village.make_view(projects=(ProjectView("ditch", 1000, 1, False),))
    drawn = canals.items({"ditch": [(3, 3), (4, 3)]}, view, {(5, 3)}, with_canal.known)
    assert [item.name for item in drawn] == ["canal_wet_04", "canal_wet_05"]


@pytest.mark.parametrize("landscape", LOOKS)
def test_a_landscape_has_its_own_ground_and_woods(
    facts: MapFacts, ground: Ground, known: Known, village: Any, landscape: str
) -> None:
    composer = Composer(replace(facts, landscape=landscape), ground, known)
    look = LOOKS[landscape]
    scene = composer.compose(village.make_view())
    bare = [names[0] for cell, names in composer.tiles.items() if not composer.floor.inside(cell)]
    assert {name.partition(".")[0] for name in bare} == {look.ground}
    assert _beginnings(scene)[look.woods]
    assert {item.name for item in (*scene.flat, *scene.standing)} <= known.keys()
    for names in composer.tiles.values():
        assert names[0].startswith(("grass", "loess", "terrace"))


def test_a_field_on_a_slope_has_walls_at_its_front(
    facts: MapFacts, known: Known, village: Any
) -> None:
    plot = facts.fields[0]
    unit = village.make_unit(plot.unit)
    patches = fields.lay_out(plot.unit, unit.land, [plot])
    level = Counter(item.name for item in fields.items(patches, [plot], known))
    cells = set(fields.cells_of(plot))
    sloping = Counter(item.name for item in fields.items(patches, [plot], known, cells))
    assert not level["ledge_sw"]
    assert (sloping["ledge_sw"], sloping["ledge_se"]) == (plot.w, plot.d)
    assert not sloping["bund_sw"]
    assert sloping["bund_nw"] == level["bund_nw"] == plot.d


def test_bunds_lie_on_every_combination_of_a_plots_edges() -> None:
    """Four edges, laid over each other, are the sixteen masks: from no bund to one all round."""
    sizes = ((3, 3), (1, 3), (3, 1), (1, 1))
    plots = [FieldPlot("U", "wheat", 6 * at, 0, w, d, w * d) for at, (w, d) in enumerate(sizes)]
    shares = [LandShare("wheat", "green", sum(plot.tiles for plot in plots))]
    laid = fields.lay_out("U", shares, plots)
    seen: dict[tuple[float, float], set[str]] = {(patch.a, patch.b): set() for patch in laid}
    for item in fields.items(laid, plots, ()):
        if item.name.startswith("bund_"):
            seen[item.a, item.b].add(item.name.removeprefix("bund_"))
    for plot in plots:
        for a, b in fields.cells_of(plot):
            ends = {"nw": a == plot.a, "ne": b == plot.b, "se": a == plot.a + plot.w - 1,
                    "sw": b == plot.b + plot.d - 1}  # fmt: skip
            assert seen[a, b] == {side for side, at_edge in ends.items() if at_edge}
    assert len({frozenset(sides) for sides in seen.values()}) == 16
