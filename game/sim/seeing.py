"""Seeing: what can be seen from the office window and in old reports, in plain words and shares."""

from game.sim.arrays import Ints
from game.sim.level import AUTUMN, SUMMER, Level
from game.sim.state import Past, State
from game.sim.view_parts import Figure, HarvestView, LandShare

SPRING_WORK = (3, 4, 5, 6)
"""Calendar months in which bare land is ploughed, waiting for seed."""
WINTER = (11, 12, 1, 2)

STANDINGS = ((750, "trusted"), (500, "steady"), (300, "watched"), (0, "accused"))


def claimed_harvest(season: int, *, desk: bool) -> int:
    """Of which harvest neighbours' figures are told: the last that is closed, or is at the desk.

    >>> [claimed_harvest(season, desk=False) for season in range(4)]  # from spring to winter
    [1, 1, 0, 1]
    >>> claimed_harvest(SUMMER, desk=True), claimed_harvest(AUTUMN, desk=True)
    (0, 1)
    """
    return 0 if season == (SUMMER if desk else AUTUMN) else 1


def standing_word(standing_pm: int) -> str:
    """The county's opinion in a word.

    >>> standing_word(640)
    'steady'
    """
    return next(word for least, word in STANDINGS if standing_pm >= least)


def crops_on_land(level: Level, state: State, u: int) -> tuple[LandShare, ...]:
    """What stands on a unit's land; the shares add up to its land exactly."""
    month = min(state.month, level.months - 1)
    calendar = level.calendar(month)[1]
    shares: list[LandShare] = []
    bare = int(level.land_ares[u])
    for c, crop in enumerate(level.crops):
        sown, ripe = int(state.sown_ares[0, u, c]), int(state.ripe_ares[0, u, c])
        bare -= sown + ripe
        waiting = "ripe" if int(crop.reap_pm[calendar - 1]) else "rot"
        if ripe:
            shares.append(LandShare(crop.id, waiting, ripe))
        if sown:
            shares.append(LandShare(crop.id, _stage(crop.sow_pm, crop.reap_pm, calendar), sown))
    for stage, areas in (("rot", state.left_ares), ("stubble", state.stubble_ares)):
        for c, crop in enumerate(level.crops):
            area = min(bare, int(areas[0, u, c]))
            if area > 0:
                shares.append(LandShare(crop.id, stage, area))
                bare -= area
    if bare > 0:
        shares.append(LandShare("", "plough" if calendar in SPRING_WORK else "fallow", bare))
    return tuple(shares)


def _stage(sow: Ints, reap: Ints, calendar: int) -> str:
    """How a crop in the ground looks at the beginning of a month."""
    if reap[calendar - 1]:
        return "ripe"
    if sow[calendar - 2] or sow[calendar - 1] or calendar in WINTER:
        return "sprout"
    return "green"


def past_harvests(
    level: Level, state: State, known: tuple[Figure, ...] | None
) -> tuple[HarvestView, ...]:
    """The harvests of the chart: the year before the level, then each that was reported.

    Args:
        level: the level
        state: now
        known: in closed books, each harvest of the level as it was known when it was reported
    """
    found = []
    for k in range(state.harvests):
        actual, said, reported, taken = (int(kg) for kg in state.past_kg[0, k, : Past.HEARD])
        before = k < len(level.last_harvest_kg)
        year, season = level.harvest_time(k)
        figure = Figure("actual", actual, actual, actual, state.month)
        if known is not None and not before:
            figure = known[k - len(level.last_harvest_kg)]
        found.append(HarvestView(year, season, said, reported, figure, taken, before))
    return tuple(found)
