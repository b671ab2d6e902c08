"""A small commune of four brigades with the layout of the concept picture, and views of it."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import json
from collections.abc import Iterator
from types import MappingProxyType, SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest

from game.levelfiles.place import FieldPlot, MapFacts, Place
from game.places import assets
from game.sim.orders import Orders
from game.sim.views import (
    Directive,
    Figure,
    Forecast,
    LandShare,
    ProjectView,
    UnitView,
    View,
)
from game.ui import atlas
from game.ui.map.ground import Ground, masked
from game.ui.map.village import VillageMap
from game.ui.theme import Theme

UNITS = ("Upper Lane", "Lower Lane", "East Bank", "Mill Corner")
SIZE = 30
_PLOTS = [
    (6, 11, 8, 13), (8, 11, 11, 13), (12, 11, 14, 13), (14, 11, 17, 13), (17, 11, 20, 14),
    (20, 11, 24, 13), (5, 13, 8, 16), (8, 13, 11, 16), (12, 13, 15, 16), (15, 13, 17, 17),
    (17, 14, 20, 17), (20, 13, 24, 17), (5, 16, 7, 20), (7, 16, 11, 19), (12, 16, 15, 19),
    (15, 17, 18, 20), (18, 17, 22, 20), (22, 17, 26, 20), (7, 19, 11, 22), (3, 20, 7, 24),
    (12, 19, 15, 23), (15, 20, 19, 23), (19, 20, 23, 23), (7, 22, 11, 26), (21, 4, 24, 8),
    (24, 2, 28, 8),
]  # fmt: skip
_CROPS = ("wheat", "maize", "wheat", "rice", "millet", "wheat", "sorghum", "sweet_potato")


def _place(cls: str, a: float, b: float, w: float, d: float, unit: str = "", **more: str) -> Place:
    return Place(cls, more.get("kind", cls), unit, a, b, w, d, MappingProxyType(dict(more)))


def make_facts() -> MapFacts:
    """The places of the concept picture."""
    houses = [
        (5.9, 6.3, "house_tile", 0), (8.6, 6.9, "house_thatch", 0), (5.2, 3.4, "house_thatch", 1),
        (9.2, -0.2, "house_tile", 1), (12.2, 14.0, "house_thatch", 1),
        (15.7, 0.8, "house_thatch", 2),
        (18.8, 2.6, "house_tile", 2), (7.0, 0.4, "house_court", 3), (2, 10.2, "house_thatch", 3),
    ]  # fmt: skip
    places = [
        *(
            Place("brigade", name, name, *at, 0, 0)
            for name, at in zip(UNITS, ((8, 8), (7, 4), (17, 3), (6, 2)), strict=True)
        ),
        *(
            _place("house", a, b, 3 if "court" in kind else 2, 3 if "court" in kind else 2,
                   UNITS[unit], kind=kind)
            for a, b, kind, unit in houses
        ),
        _place("hall", 7, 3.4, 4, 2), _place("office", 12, 0.6, 3, 3),
        _place("granary", 12.2, 3.1, 3, 3), _place("threshing", 12, 6, 3, 3),
        _place("furnaces", 16, 5, 4, 4), _place("workshop", 15.4, 3.9, 2, 2),
        _place("bridge", 2.8, 8.5, 3, 1, kind="bridge_a"),
        _place("dam", 1, 0, 6, 3, project="dam"),
        *(_place("prop", a, b, 0, 0, kind=kind) for a, b, kind in (
            (12.15, 8.45, "speaker"), (7, 8.6, "slogan"), (14.6, 5.8, "straw"),
            (12.5, 5.7, "sacks"),
            (15.9, 7.8, "firewood"), (13.75, 8.55, "cart"), (10.6, 8.0, "hen"),
        )),
        _place("forest", 14, -0.0, 1, 1, UNITS[2]), _place("forest", 22, 0, 8, 2, UNITS[2]),
        _place("forest", 0, 14, 3, 10, UNITS[3]),
    ]  # fmt: skip
    plots = tuple(
        FieldPlot(UNITS[at % 4], _CROPS[at % len(_CROPS)], a, b, a1 - a, b1 - b, 1000)
        for at, (a, b, a1, b1) in enumerate(_PLOTS)
    )
    return MapFacts(SIZE, SIZE, 100, 100, tuple(places), plots)


def make_ground() -> Ground:
    """A river with a bridge, two crossing roads, trodden yards."""
    river = {(a, b) for b in range(-2, SIZE + 2) for a in (4, 5) if b < 25}
    river = {(a - (1 if b > 6 else 0) - (1 if b > 16 else 0), b) for a, b in river}
    roads = {(a, 10) for a in range(-2, SIZE + 2) if (a, 10) not in river}
    roads |= {(11, b) for b in range(2, 27)} | {(16, b) for b in range(5, 10)}
    earth = {(a, b) for a in range(6, 11) for b in range(6, 10)}
    earth |= {(a, b) for a in range(12, 20) for b in range(4, 10)}
    layers = (masked("earth", earth), masked("road", roads), masked("water", river))
    bridge = frozenset({(3, 10), (4, 10)})
    return Ground(SIZE, SIZE, layers, bridge)


def make_orders() -> Orders:
    """Orders that say nothing: the map does not read them."""
    nothing = np.zeros(1, dtype=np.int64)
    return Orders(**dict.fromkeys(Orders.__dataclass_fields__, nothing))


def make_unit(name: str, **changed: object) -> UnitView:
    """A brigade of 310 people."""
    figure = Figure("actual", 60_000, 60_000, 60_000, 0)
    values: dict[str, object] = dict.fromkeys(UnitView.__dataclass_fields__, 0) | {
        "name": name, "people": 310, "children": 110, "adults": 160, "old": 40, "households": 72,
        "hands": 150, "strength": 5, "reserve_pm": 1000, "labour_pm": (600, 150, 150, 100),
        "at_work": (90, 22, 22, 16), "fields_need_pm": 500, "asked_kg": 0, "crop_pm": (1000,),
        "technique_pm": (0, 0), "hide_pm": 0, "seed_pm": 1000, "searched": False, "weigh": False,
        "land": (LandShare("wheat", "ripe", 3000), LandShare("maize", "green", 2000),
                 LandShare("rice", "sprout", 1000), LandShare("millet", "green", 1500),
                 LandShare("sorghum", "green", 1000), LandShare("", "plough", 500)),
        "land_ares": 9000, "soil_pm": 1000, "tools_pm": 1000, "animals": 12, "forest_pm": 1000,
        "effort_pm": 1000, "store": figure, "hidden_kg": 0, "seed_kg": 1000,
        "harvest": figure, "unharvested_kg": 0, "said_kg": 60_000, "reported_kg": 60_000,
        "taken_kg": 10_000, "sold_back_kg": 0, "last_said_kg": 60_000, "births": 1, "deaths": 1,
        "left": 0, "eaten_g_day": 520,
    }  # fmt: skip
    return UnitView(**{**values, **changed})  # type: ignore[arg-type]


def make_view(units: tuple[UnitView, ...] | None = None, **changed: object) -> View:
    """A view of the commune in a quiet summer, with some values changed."""
    units = units if units is not None else tuple(make_unit(name) for name in UNITS)
    values: dict[str, object] = dict.fromkeys(View.__dataclass_fields__, 0)
    values |= {
        "turn": 1, "turns": 16, "season": 1, "year": 1958, "units": units, "people": 1240,
        "people_at_start": 1240, "households": 286,
        "store": Figure("actual", 200_000, 200_000, 200_000, 0),
        "kcal_day": 2050, "ration_g": 500, "hall": 1, "furnaces": 4, "furnaces_lit": True,
        "forest_pm": 1000, "standing": "steady", "harvests": (),
        "forecast": Forecast(0, 0, 0, 0, 0, 0, 0), "projects": (ProjectView("dam", 680, 0, True),),
        "claims": (), "directive": Directive(0, 0, 0, 0, 0, 0, 0, 0, 0), "events": (),
        "accounts_kg": {}, "why": (), "orders": make_orders(), "desk": False, "ended": False,
    }  # fmt: skip
    return View(**{**values, **changed})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def village() -> SimpleNamespace:
    """What makes units and views, for tests that change them."""
    return SimpleNamespace(make_unit=make_unit, make_view=make_view)


@pytest.fixture
def facts() -> MapFacts:
    return make_facts()


@pytest.fixture
def ground() -> Ground:
    return make_ground()


@pytest.fixture
def known() -> dict[str, dict[str, object]]:
    sprites: dict[str, dict[str, object]] = {}
    for stem in ("warm", "summer"):
        path = assets() / "atlas" / f"{stem}@1x.json"
        sprites |= json.loads(path.read_text(encoding="utf-8"))["sprites"]
    return sprites


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    yield pygame.display.set_mode((640, 400))
    atlas.forget()
    pygame.display.quit()


@pytest.fixture
def village_map(
    screen: pygame.Surface, facts: MapFacts, ground: Ground, village: Any
) -> VillageMap:
    made = VillageMap(facts, ground, Theme())
    made.set_view(village.make_view())
    made.draw(screen, screen.get_rect())
    return made
