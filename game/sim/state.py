"""State: all that changes, as whole-number arrays closed for writing."""

from dataclasses import dataclass, fields
from enum import IntEnum
from hashlib import sha256

import numpy as np

from game.sim.arrays import Ints, columns_apart, rows_apart
from game.sim.ledger import Account, Book
from game.sim.level import Level


class Tally(IntEnum):
    """What is counted over a season, by unit; cleared when the next one begins."""

    BIRTHS = 0
    DEATHS = 1
    LEFT = 2
    STOPPED = 3
    HARVEST_KG = 4  # brought in
    UNHARVESTED_KG = 5  # lost standing or left behind
    SAID_KG = 6  # what the brigade said
    REPORTED_KG = 7  # its part of the figure for the county
    DEMANDED_KG = 8
    PROCURED_KG = 9
    SOLD_BACK_KG = 10
    EATEN_KG = 11  # from the common store
    PRIVATE_KG = 12  # from plots, sideline, gathering
    NEED_KG = 13  # what would have kept people whole
    SOWN_KG = 14  # seed put into the ground
    IRON_GOOD_KG = 15
    IRON_POOR_KG = 16
    FIELD_DAYS_SHORT = 17  # labour-days that the fields wanted and did not get
    FIELD_DAYS = 18  # labour-days worked in the fields
    FOUND_KG = 19  # hidden grain that was found
    DEATHS_OLD = 20
    DEATHS_CHILDREN = 21
    TO_TOWNS = 22  # moved to towns; below 0: came back
    WRITTEN_KG = 24  # the written store of a harvest season, before its deliveries
    CITIES_KG = 23  # what towns elsewhere ate of our grain
    PLANNED_KG = 25  # the standing quota, asked before the harvest was reported


UNFINISHED, HOLDS, FAILED = range(3)
"""What may have become of a large work."""


class Ever(IntEnum):
    """What is counted from the first day to the last, by unit."""

    BIRTHS = 0
    DEATHS = 1
    LEFT = 2
    IRON_GOOD_KG = 3
    HARVEST_KG = 4
    PROCURED_KG = 5
    TO_TOWNS = 6


class Past(IntEnum):
    """What is kept of each harvest, for the whole commune."""

    ACTUAL = 0
    SAID = 1
    REPORTED = 2
    TAKEN = 3
    HEARD = 4  # at the centre, after every tier has added to it


@dataclass(frozen=True)  # no slots: `replace` copies the whole dictionary at once
class State:
    """All that changes. R runs, U units, C crops, G age groups, P projects, N neighbours."""

    month: int  # months since the start
    desk: bool  # True between the last month of a season and its close
    grain_kg: Ints  # (R, A, U) the actual ledger
    books_kg: Ints  # (R, B, U) the reported ledger
    people: Ints  # (R, U, G)
    reserve_pm: Ints  # (R, U, G) body reserve, 1000 = whole
    reserve_past_pm: Ints  # (R, U, 10) reserve that counts for births, this month first
    fed_pm: Ints  # (R, U, G) food beside need in the last month
    hardier_pm: Ints  # (R, U) how far the weakest are dead already: 0 at first
    postponed: Ints  # (R, U) births that hunger put off
    labour_days: Ints  # (R, U) what all hands can work in the coming month
    field_days: Ints  # (R, U, 3) of it spent on reaping, sowing, tending
    effort_pm: Ints  # (R, U)
    sown_ares: Ints  # (R, U, C) in the ground
    vigour_pm: Ints  # (R, U, C) how well it came up, 1000 = as usual
    ripe_ares: Ints  # (R, U, C) ripe and not yet reaped
    standing_kg: Ints  # (R, U, C) ripe grain; over crops it is the account FIELD
    stubble_ares: Ints  # (R, U, C) reaped since the spring
    left_ares: Ints  # (R, U, C) never reaped
    soil_pm: Ints  # (R, U)
    tools_pm: Ints  # (R, U)
    animals: Ints  # (R, U)
    forest_pm: Ints  # (R, U)
    iron_good_kg: Ints  # (R, U) usable iron in the yard
    iron_poor_kg: Ints  # (R, U) the rest, since the level began
    furnaces: Ints  # (R,)
    ditches_ppm: Ints  # (R, U) land watered by small works, per million
    plots_pm: Ints  # (R, U) private plots that are dug, beside all of 1957
    taken_pm: Ints  # (R, U) share of a harvest that was taken away, over the last few
    export_kg: Ints  # (R,) promised abroad for the year, and not shipped yet
    works_days: Ints  # (R, P) labour-days put in
    works_rush_days: Ints  # (R, P) most put in within one season
    works_state: Ints  # (R, P) UNFINISHED, HOLDS, FAILED
    believed_kg: Ints  # (R, H, U) the county's belief of each harvest
    last_said_kg: Ints  # (R, H, U) what was said a year ago
    last_reported_kg: Ints  # (R, H) what was written a year ago
    quota_kg: Ints  # (R,) asked of the commune for the coming harvest
    hoped_kg: Ints  # (R,) the county's second figure for it
    neighbours_pm: Ints  # (R, N) their last claim, 1000 = their true harvest of 1957
    standing_pm: Ints  # (R,)
    removed: Ints  # (R,) turn in which the secretary was removed; -1 while in office
    weighed_kg: Ints  # (R, U) granary on the day it was weighed
    weighed_month: Ints  # (R, U) that month; -1: never
    past_kg: Ints  # (R, K, 5) harvests since the year before the start, see Past
    harvests: int  # how many of them are filled
    tally: Ints  # (R, T, U) see Tally
    ever: Ints  # (R, E, U) since the level began, see Ever

    @property
    def turn(self) -> int:
        """The turn under way."""
        return (self.month - (1 if self.desk else 0)) // 3


_NAMES = frozenset(f.name for f in fields(State))


def replace(state: State, **changes: object) -> State:
    """What dataclasses.replace does, ten times faster: rules replace thirty times a month.

    Raises:
        TypeError: a state has no such field.
    """
    if not changes.keys() <= _NAMES:
        raise TypeError(f"no field of a state: {sorted(changes.keys() - _NAMES)}")
    changed = object.__new__(State)
    changed.__dict__.update(state.__dict__, **changes)
    return changed


USUAL_TAKEN_PM = 240
"""Share of a harvest taken in the years before: gross purchases of 1957 were 24.6 % of it."""
_WHOLE = ("reserve_pm", "fed_pm")  # (R, U, G)
_EACH = {  # (R, U): what it is at first
    "hardier_pm": 0, "postponed": 0, "labour_days": 0, "effort_pm": 1000, "tools_pm": 1000,
    "forest_pm": 1000, "iron_good_kg": 0, "iron_poor_kg": 0, "taken_pm": USUAL_TAKEN_PM,
    "weighed_kg": 0, "weighed_month": -1, "ditches_ppm": 0,
}  # fmt: skip
_BY_CROP = {"vigour_pm": 1000, "ripe_ares": 0, "standing_kg": 0, "stubble_ares": 0, "left_ares": 0}
_ONE = {"quota_kg": 0, "hoped_kg": 0, "export_kg": 0, "removed": -1}  # (R,)


def fresh(level: Level, runs: int) -> State:
    """The state in which a level begins, for a number of runs."""
    units = len(level.units)

    def full(shape: tuple[int, ...], value: int = 0) -> Ints:
        return columns_apart(np.full((runs, *shape), value, dtype=np.int64))

    def same(array: Ints) -> Ints:
        return columns_apart(np.broadcast_to(array, (runs, *array.shape)))

    shapes = ((_EACH, (units,)), (_BY_CROP, (units, len(level.crops))), (_ONE, ()))
    plain = {name: full(shape, v) for table, shape in shapes for name, v in table.items()}
    last = level.last_harvest_kg
    return State(
        month=0,
        desk=False,
        grain_kg=rows_apart(_grain(level, runs)),
        books_kg=rows_apart(_books(level, runs)),
        people=same(level.people),
        **{name: full((units, 3), 1000) for name in _WHOLE},
        reserve_past_pm=full((units, 10), 1000),
        field_days=full((units, 3)),
        sown_ares=same(level.land_ares[:, None] * level.sown_pm // 1000),
        soil_pm=same(level.soil_pm),
        animals=same(level.animals),
        plots_pm=full((units,), 1000 if int(level.track.plots[0]) else 0),
        furnaces=full((), level.furnaces),
        **{
            name: full((len(level.projects),))
            for name in ("works_days", "works_rush_days", "works_state")
        },
        believed_kg=rows_apart(same(last)),
        last_said_kg=rows_apart(same(last)),
        last_reported_kg=same(last.sum(axis=1)),
        neighbours_pm=full((len(level.neighbours),), 1000),
        standing_pm=full((), level.standing_pm),
        past_kg=rows_apart(_past(level, runs)),
        harvests=2,
        tally=rows_apart(np.zeros((runs, len(Tally), units), dtype=np.int64)),
        ever=rows_apart(np.zeros((runs, len(Ever), units), dtype=np.int64)),
        **plain,
    )


def _grain(level: Level, runs: int) -> Ints:
    """The actual ledger on the first day, (R, A, U)."""
    grain = np.zeros((runs, len(Account), len(level.units)), dtype=np.int64)
    grain[:, Account.GRANARY] = level.granary_kg
    grain[:, Account.SEED] = level.seed_kg
    grain[:, Account.FEED] = level.feed_kg
    grain[:, Account.STATE, 0] = level.county_kg
    return grain


def _books(level: Level, runs: int) -> Ints:
    """The reported ledger on the first day, (R, B, U): what is written is what is there."""
    books = np.zeros((runs, len(Book), len(level.units)), dtype=np.int64)
    books[:, Book.STORE] = level.granary_kg
    books[:, Book.SEED] = level.seed_kg
    return books


def _past(level: Level, runs: int) -> Ints:
    """The harvests of the year before, and room for those to come, (R, K, 5)."""
    past = np.zeros((runs, 2 + 2 * (level.turns // 4 + 1), len(Past)), dtype=np.int64)
    for harvest in range(2):
        total = level.last_harvest_kg[harvest].sum()
        past[:, harvest, [Past.ACTUAL, Past.SAID, Past.REPORTED, Past.HEARD]] = total
    return past


def digest(state: State, run: int = 0) -> str:
    """A short fingerprint of one run, the same alone and in company."""
    bits = sha256(f"{state.month} {int(state.desk)} {state.harvests}".encode())
    for f in fields(State):
        value = getattr(state, f.name)
        if isinstance(value, np.ndarray):
            bits.update(f.name.encode())
            bits.update(np.ascontiguousarray(value[run], dtype="<i8").tobytes())
    return bits.hexdigest()[:16]


def differing(one: State, other: State, run: int = 0) -> str | None:
    """The name of the first array in which two states differ, or None."""
    for f in fields(State):
        a, b = getattr(one, f.name), getattr(other, f.name)
        same = (a[run] == b[run]).all() if isinstance(a, np.ndarray) else a == b
        if not same:
            return f.name
    return None
