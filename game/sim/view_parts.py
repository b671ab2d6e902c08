"""What views are made of: plain frozen data, and nothing that a seat may not know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.sim.arrays import Ints
from game.sim.level import Event, Level
from game.sim.orders import Orders
from game.sim.why import Why

WEIGHED_THEN = "weighed_then"
"""The line with which a store that was weighed is reckoned."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of grain as a seat knows it."""

    kind: str  # "actual" (open books), "weighed", "estimate"
    low_kg: int
    kg: int  # the figure, or the middle of the estimate
    high_kg: int
    month: int  # when it was true
    basis: tuple[tuple[str, int, int], ...] = ()  # lines that add up to its ends: see notebook

    @property
    def weighed_kg(self) -> int | None:
        """What the scales showed in `month`, from which the figure is reckoned; None: no scales."""
        if not self.basis or self.basis[0][0] != WEIGHED_THEN:
            return None
        return self.basis[0][1]


@dataclass(frozen=True, slots=True)
class LandShare:
    """Part of a unit's land, by what stands on it. The shares add up to the unit's land."""

    crop: str  # id of the crop; "" for bare land
    stage: str  # plough, sprout, green, ripe, rot (left standing), stubble, fallow
    ares: int


@dataclass(frozen=True, slots=True)
class UnitView:
    """One brigade, seen from the commune's office."""

    name: str
    people: int
    children: int
    adults: int
    old: int
    households: int
    hands: int  # able hands
    strength: int  # 0 to 5, as the eye judges it
    reserve_pm: int  # the same in per mille
    labour_pm: tuple[int, int, int, int]  # fields, furnaces, waterworks, sideline
    at_work: tuple[int, int, int, int]  # hands sent there
    fields_need_pm: int  # share of the hands that the fields will want in the season's worst month
    asked_kg: int
    crop_pm: tuple[int, ...]  # order of Level.crops
    technique_pm: tuple[int, int]
    hide_pm: int
    seed_pm: int
    searched: bool
    weigh: bool
    land: tuple[LandShare, ...]
    land_ares: int
    soil_pm: int
    plots_pm: int  # private plots that are dug, beside all of 1957
    watered_pm: int  # of its land has water, from works that hold and from ditches
    tools_pm: int
    animals: int
    forest_pm: int
    effort_pm: int
    store: Figure  # common granary
    hidden_kg: int | None  # None in closed books unless weighed
    seed_kg: int
    harvest: (
        Figure  # brought in at the last harvest of the season just ended; 0 when there was none
    )
    unharvested_kg: int
    said_kg: int  # what it said of it
    reported_kg: int
    taken_kg: int
    sold_back_kg: int
    last_said_kg: int  # a year ago
    births: int  # in the season just ended, as are the next two
    deaths: int
    left: int
    eaten_g_day: int  # what a head had to eat a day, common and private together
    eaten_kg: int = 0  # in the season just ended, from the common store
    private_kg: int = 0  # and from plots, sideline, gathering
    to_towns: int = 0  # taken on in towns in the season just ended; below 0: came back
    deaths_by_age: tuple[int, int, int] = (0, 0, 0)  # children, working age, old
    reserve_by_age: tuple[int, int, int] = (0, 0, 0)  # per mille, in the same order
    fields_days: int = 0  # days of work that the fields will want in the season's worst month
    labour_days: int = 0  # days of work that there are in a month


@dataclass(frozen=True, slots=True)
class HarvestView:
    """One harvest of the chart."""

    year: int
    season: int  # 1 summer, 2 autumn
    said_kg: int
    reported_kg: int
    actual: Figure
    taken_kg: int
    before: bool  # True for the year before the level began


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A large work."""

    id: str
    done_pm: int
    state: int  # 0 unfinished, 1 holds, 2 failed
    chosen: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What a neighbouring commune is said to have brought in."""

    id: str
    pm: int  # beside its true harvest of 1957
    kg: int  # as if on our land


@dataclass(frozen=True, slots=True)
class Directive:
    """What the county wants just now: the part of the track that is said aloud."""

    climate_pm: int
    steel_pm: int
    works_pm: int
    technique_pm: int
    halls: int
    free_meals: int
    plots: int
    search: int
    gates: int


class Reckoned(NamedTuple):
    """What would follow from a report if as much were in store."""

    taken_kg: int
    left_kg: int
    eat_g_day: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would follow from a report: the office's own reckoning at the desk."""

    report_kg: int
    demanded_kg: int  # what the county will ask for against that figure
    taken_kg: int  # what can be found for it
    seed_kg: int
    feed_kg: int
    left_kg: int  # to eat until the next harvest
    eat_g_day: int  # a head and day until then
    days: int = 0  # until then
    ends: tuple[Reckoned, Reckoned] | None = None  # where the stores are known as ranges
    withheld_kg: int = 0  # of what is demanded, by the order to deliver less
    forced_kg: int = 0  # of that, asked for all the same


@dataclass(frozen=True, slots=True)
class View:
    """One run, seen from the commune's office, at the beginning of a season or at the desk."""

    month: int
    turn: int
    turns: int
    season: int  # 0 spring to 3 winter; at the desk, the season just worked out
    year: int
    desk: bool
    harvest_due: bool  # at the desk: a report is to be written
    ended: bool
    open_books: bool
    units: tuple[UnitView, ...]
    people: int
    people_at_start: int
    households: int
    hands: int
    births: int  # in the season just ended
    deaths: int
    left: int
    deaths_all: int  # since the level began
    left_all: int
    births_all: int
    store: Figure
    kcal_day: int  # a head, in the season just ended (in the first: what the ration gives)
    ration_g: int
    first: int
    hall: int
    free_meals: int
    plots: int
    leavers: int
    furnaces: int
    furnaces_wanted: int
    furnaces_lit: bool
    scrap_pm: int
    wood_pm: int
    iron_good_kg: int  # made since the level began
    iron_poor_kg: int
    forest_pm: int  # of the commune's forest still standing
    standing_pm: int
    standing: str  # trusted, steady, watched, accused, removed
    removed_turn: int  # -1 while in office
    quota_kg: int  # asked for the coming (at the desk: this) harvest
    hoped_kg: int  # the county's second figure
    said_kg: int  # sum of what the brigades said
    report_kg: int  # written by the player; -1 not yet
    deliver_pm: int
    plead: bool
    ask_back: bool
    harvests: tuple[HarvestView, ...]
    forecast: Forecast
    projects: tuple[ProjectView, ...]
    claims: tuple[Claim, ...]
    directive: Directive
    events: tuple[Event, ...]  # of the season under way
    weighings_left: int
    carts_kg: int  # grain that left for the state when the last harvest was closed
    accounts_kg: Mapping[str, int]  # the actual ledger by account name; empty in closed books
    why: tuple[Why, ...]  # the parts of the figures, see why.py
    orders: Orders  # in force
    stage: str  # who owns and keeps the accounts: one of stages.WORDS, to be translated
    stage_id: str  # the same as a level file writes it: one of stages.NAMES
    set_by_county: tuple[str, ...]  # kinds of orders that a new directive set this season


@dataclass(frozen=True, slots=True)
class Seen:
    """All runs, seen from the office, as arrays: what a bot decides on."""

    level: Level
    orders: Orders  # in force; a bot returns a changed copy
    month: int
    turn: int
    season: int  # 0 spring to 3 winter
    desk: bool
    harvest_due: bool
    people: Ints  # (R, U)
    hands: Ints  # (R, U)
    reserve_pm: Ints  # (R, U)
    fields_need_pm: Ints  # (R, U)
    said_kg: Ints  # (R, U) at the desk: this harvest
    harvest_kg: Ints  # (R, U) brought in this season; what an honest office writes
    granary_kg: Ints  # (R, U)
    need_kg_month: Ints  # (R, U) what keeps the people whole for a month
    need_g_day: int  # the same for a working person, g / day
    months_to_harvest: int
    last_said_kg: Ints  # (R, U) a year ago, of the same harvest
    last_reported_kg: Ints  # (R,)
    quota_kg: Ints  # (R,)
    hoped_kg: Ints  # (R,)
    claims_pm: Ints  # (R, N)
    standing_pm: Ints  # (R,)
    removed: Ints  # (R,)
    directive: Directive
