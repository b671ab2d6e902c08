"""Level: what never changes during a game: units, land, people at the start, calendar, events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from game.sim.arrays import Ints, ints

SEASONS = ("spring", "summer", "autumn", "winter")
MONTHS_A_TURN = 3
MAIN_HARVEST = 5
"""A harvest is a main one where it is at least a fifth of the year's grain."""
SUMMER, AUTUMN = 1, 2
"""The two seasons (0 spring to 3 winter) in which a harvest is reported and taken."""


@dataclass(frozen=True, slots=True)
class Crop:
    """One crop and its calendar. Months are 1 to 12; a list of shares by month sums to 1000."""

    id: str
    yield_kg_ha: int  # raw grain at 1957 inputs, kg / ha sown
    seed_kg_ha: int  # kg / ha
    sow_days_ha: int  # labour-days / ha to plough and sow
    tend_days_ha: int  # labour-days / ha over all tending months together
    reap_days_ha: int  # labour-days / ha to reap, carry and thresh
    sow_pm: Ints  # (12,) share of the area sown in each calendar month, per mille
    tend_pm: Ints  # (12,) share of the tending done in each calendar month, per mille
    reap_pm: Ints  # (12,) share of the area ripe in each calendar month, per mille

    @property
    def in_ground(self) -> tuple[bool, ...]:
        """Calendar months (0 to 11) at whose end it holds land: from sowing until it is ripe."""
        held, holds = False, [False] * 12
        for month in (*range(12), *range(12)):  # twice round, for crops that stand over the winter
            if self.sow_pm[month]:
                held = True
            elif self.reap_pm[month]:
                held = False
            holds[month] = held
        return tuple(holds)


@dataclass(frozen=True, slots=True)
class Project:
    """One of the large works on the map: a dam, a canal."""

    id: str
    need_days: int  # labour-days until it is done
    serves_pm: Ints  # (U,) share of each unit's land that it can water, per mille
    firm_pm: int  # chance that unhurried work stands a summer's high water, per mille
    salt_pm: int = 0  # soil lost in a year on all the land it waters, for want of drains


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A commune next door: it is heard of, never seen."""

    id: str
    zeal_pm: int  # how readily it boasts, 0 to 1000
    yield_pm: int  # its 1957 yield beside ours, per mille


@dataclass(frozen=True, slots=True)
class Tier:
    """An office above ours: county, province, centre. Reports pass up through it, targets down.

    It keeps two targets: the one it was given, and the one it hopes for, which is the first of the
    tier below; so targets grow on the way down. It likes good news, so reports grow on the way up.
    """

    id: str
    target_pm: int  # what it adds to a target at full climate
    taste_pm: int  # what it adds to a report at full climate
    delay_months: int  # how long bad news lies on its desk


@dataclass(frozen=True, slots=True)
class Condition:
    """When an event is told: grain of the true books between two bounds. Data, never code."""

    account: int  # a ledger.Account
    unit: int  # -1: all together
    least_kg: int  # it holds this or more
    below_kg: int  # and less than this

    def holds(self, grain_kg: Ints) -> bool:
        """Whether it holds for the balances of one run, (A, U), kg.

        >>> Condition(0, -1, 10, 20).holds(np.array([[7, 5]]))
        True
        """
        held = grain_kg[self.account]
        kg = int(held.sum() if self.unit < 0 else held[self.unit])
        return self.least_kg <= kg < self.below_kg


@dataclass(frozen=True, slots=True)
class Event:
    """A dated thing that is told: a directive, a meeting, a telephone call. It changes no number.

    What an event changes stands in the track, so that the words can be rewritten freely.
    """

    id: str  # also the key of its words
    month: int  # months since the level began
    voice: str  # telephone, loudspeaker, newspaper, courier, chronicle
    source: str  # key in docs/sources.md
    fictional: bool
    when: Condition | None = None  # None: always


@dataclass(frozen=True, slots=True)
class Household:
    """A named household whose people are followed through the years in the register."""

    id: str  # also the key of its words
    unit: int
    ages: tuple[int, ...]  # age group of each member: 0 children, 1 working age, 2 old


@dataclass(frozen=True, slots=True)
class Track:
    """The dated climate and directives: one value for each month of the level, each (M,).

    Per mille, except where said. It is an input of the model (docs/model.md): no output, report,
    procurement, death or birth is in it.
    """

    climate_pm: Ints  # pressure for good news and big figures
    fear_pm: Ints  # what a doubter has to fear
    steel_pm: Ints  # share of hands the county wants at furnaces
    works_pm: Ints  # share of hands the county wants at waterworks
    technique_pm: Ints  # close planting and deep ploughing asked for
    halls: Ints  # dining halls: 0 left to the village, 1 urged, 2 required
    free_meals: Ints  # 1 while eating without limit is proclaimed
    plots: Ints  # private plots: 0 forbidden, 1 frowned on, 2 allowed
    search: Ints  # 1 during a campaign against hidden grain
    gates: Ints  # 1 while people who leave are to be stopped
    relief_pm: Ints  # readiness to sell grain back to villages
    take_pm: Ints  # how far procurement is cut (1000 = not cut)
    stage: Ints  # who owns and keeps the accounts: stages.Stage, 0 to 5
    rectify_pm: Ints  # how hard offices are held to account for the dead of their villages
    towns_pm: Ints  # people who move to towns a year (below 0: come back), per mille of all
    cities_kg: Ints  # what towns elsewhere want of our grain in a month, kg
    imports_kg: Ints  # grain bought abroad in a month, kg
    opens: Ints  # (M, number of order kinds) 1 where an order can be given; see orders.KINDS


@dataclass(frozen=True, slots=True)
class Level:
    """What never changes. Built by `levelfiles.load`, and by tests directly."""

    id: str
    start_year: int
    start_month: int  # 3 = March: the first season is spring
    turns: int
    units: tuple[str, ...]
    crops: tuple[Crop, ...]
    projects: tuple[Project, ...]
    neighbours: tuple[Neighbour, ...]
    tiers: tuple[Tier, ...]  # from the one above our office to the centre
    events: tuple[Event, ...]
    households: tuple[Household, ...]
    track: Track
    weather_pm: Ints  # (years,) by calendar year from start_year, 1000 = as in 1957
    people: Ints  # (U, G) at the start
    household_size_pm: int  # persons per household, per mille (4500 = 4.5)
    land_ares: Ints  # (U,) arable land
    crop_plan_pm: Ints  # (U, C) share of the land that each crop has at the start
    soil_pm: Ints  # (U,) quality of the land beside the crop's usual yield
    forest_ares: Ints  # (U,)
    zeal_pm: Ints  # (U,) how readily the brigade's cadre boasts
    hardness_pm: Ints  # (U,) how hard he takes from his own people
    radical_pm: Ints  # (U,) how far the climate is felt there, 1000 = as in the track
    toil_pm: Ints  # (U,) labour-days on a hectare beside the crop's usual
    apart: bool  # True: units are districts, each stretches its own store; False: one commune
    animals: Ints  # (U,) draught animals
    granary_kg: Ints  # (U,)
    seed_kg: Ints  # (U,)
    feed_kg: Ints  # (U,)
    county_kg: int  # state grain in the county that can be sold back
    sown_pm: Ints  # (U, C) share of the land already under each crop when the level begins
    last_harvest_kg: Ints  # (H, U) what each unit brought in in the year before: the first belief
    furnaces: int  # standing at the start
    standing_pm: int  # the county's opinion of the secretary at the start
    weighings: int  # granaries that can be weighed in a season
    lead_months: Ints = field(default_factory=lambda: ints([]))
    """(U,) by how many months a place hears a hard climate before the rest; empty: none does."""
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def months(self) -> int:
        """Months from the first to the last."""
        return self.turns * MONTHS_A_TURN

    def months_to_main_harvest(self, calendar_month: int) -> Ints:
        """Months until each unit's next harvest of a fifth of the year or more, (U,), 1 to 12.

        The month that brings it is counted whole.
        """
        by_month = np.zeros((12, len(self.units)), dtype=np.int64)
        for c, crop in enumerate(self.crops):
            by_month += crop.reap_pm[:, None] * self.crop_plan_pm[:, c] * crop.yield_kg_ha
        main = by_month * MAIN_HARVEST >= by_month.sum(axis=0)
        ahead = np.roll(main, 1 - calendar_month, axis=0)
        return np.asarray(np.argmax(ahead, axis=0) + 1, dtype=np.int64)

    def harvest_turn(self, k: int) -> int:
        """The turn of a harvest; 0 and 1 are those of the year before the level: -1 for both."""
        brought = [t for t in range(4 * k + 4) if self.season(t) in (SUMMER, AUTUMN)]
        before = len(self.last_harvest_kg)
        return -1 if k < before else brought[k - before]

    def harvest_time(self, k: int) -> tuple[int, int]:
        """Year and season of a harvest; 0 and 1 are those of the year before the level."""
        turn = self.harvest_turn(k)
        if turn < 0:
            return self.start_year - 1, (SUMMER, AUTUMN)[k]
        return self.year(turn), self.season(turn)

    def calendar(self, month: int) -> tuple[int, int]:
        """Year and calendar month (1 to 12) of a month of the level."""
        whole = self.start_year * 12 + self.start_month - 1 + month
        return whole // 12, whole % 12 + 1

    def season(self, turn: int) -> int:
        """Season of a turn: 0 spring, 1 summer, 2 autumn, 3 winter."""
        return ((self.start_month // MONTHS_A_TURN) - 1 + turn) % 4

    def year(self, turn: int) -> int:
        """Calendar year in which a turn begins."""
        return self.calendar(turn * MONTHS_A_TURN)[0]
