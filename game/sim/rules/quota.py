"""Quota: what is asked, from what was said, never from what was there."""

from collections.abc import Sequence

import numpy as np

from game.sim.arrays import Ints, frozen
from game.sim.given import Given, Outcome
from game.sim.level import AUTUMN, SUMMER
from game.sim.state import State, Tally, replace
from game.sim.whole import part, ratio_pm
from game.sim.why import Factor, Why


def asked_pm(
    believed_year_kg: Ints, people: Ints, base_pm: int, surplus_pm: int, norm: int
) -> Ints:
    """Share of a believed harvest that is asked: more, the more is believed above the norm.

    Args:
        believed_year_kg: both harvests of a year as the county believes them, kg, (R,)
        people: persons, (R,)
        base_pm: share asked at the norm, per mille
        surplus_pm: share asked of what is believed above the norm, per mille
        norm: believed grain a head and year, kg

    >>> asked_pm(np.array([400_000]), np.array([1000]), 250, 400, 300)
    array([350])
    """
    above = np.maximum(0, believed_year_kg - norm * people)
    return np.asarray(base_pm + surplus_pm * above // np.maximum(1, believed_year_kg))


def promised(believed_year_kg: Ints, people: Ints, norm: int, export_pm: int) -> Ints:
    """What is promised abroad for a year: a share of what is believed above the norm, kg, (R,).

    >>> promised(np.array([400_000]), np.array([1000]), 300, 50)
    array([5000])
    """
    return part(np.maximum(0, believed_year_kg - norm * people), export_pm)


def believe(state: State, given: Given) -> Outcome:
    """The county's belief follows reports: up quickly, down slowly, and more slowly under fear."""
    p, h = given.params.quota, given.harvest
    down = p.believe_down_pm * (1000 - p.fear_down_pm * given.fear_pm // 1000) // 1000
    reported = state.tally[:, Tally.REPORTED_KG]
    for tier in given.level.tiers:
        reported = part(reported, 1000 + tier.taste_pm * given.climate_pm // 1000)
    believed = state.believed_kg.copy(order="K")
    gap = reported - believed[:, h]
    speed = np.where(gap > 0, p.believe_up_pm, down)
    if not given.params.channels.quota:  # the county knows what was brought in
        gap, speed = state.tally[:, Tally.HARVEST_KG] - believed[:, h], np.full_like(gap, 1000)
    # // rounds down for negative gaps too; both ends are whole kilograms, so nothing drifts.
    believed[:, h] = believed[:, h] + gap * speed // 1000
    return Outcome(replace(state, believed_kg=frozen(believed)))


def ask(state: State, given: Given) -> Outcome:
    """Set two figures for the coming harvest: the one to be met and the one hoped for."""
    p, level = given.params.quota, given.level
    season = level.season(given.month // 3)
    coming = {SUMMER: 1, AUTUMN: 0}.get(season, given.harvest)
    people = state.people.sum(axis=(1, 2))
    year = state.believed_kg.sum(axis=(1, 2))
    pm = asked_pm(year, people, p.base_pm, p.surplus_pm, p.norm_kg_head)
    believed = state.believed_kg[:, coming].sum(axis=1)
    base = part(part(believed, pm), given.take_pm)
    export = promised(year, people, p.norm_kg_head, p.export_pm) * given.params.channels.exports
    for_export = part(export, ratio_pm(believed, year))
    quota = base + for_export
    # From the centre down, each tier passes on what it hopes for as what must be met.
    tiers_pm = [1000 + tier.target_pm * given.climate_pm // 1000 for tier in level.tiers]
    for tier_pm in tiers_pm:
        quota = part(quota, tier_pm)
    hope_pm = 1000 + p.pressure_pm * given.climate_pm // 1000
    hoped = part(quota, hope_pm)
    state = replace(state, quota_kg=frozen(quota), hoped_kg=frozen(hoped), export_kg=frozen(export))
    if not given.keep_why:
        return Outcome(state)
    tiers = [(f"tier.{tier.id}", pm) for tier, pm in zip(level.tiers, tiers_pm, strict=True)]
    home = _chain(believed, [("asked_share", pm), ("take_share", given.take_pm)])
    whys = (
        Why("quota", "kg", (
            Factor("believed_above", None, believed), *home,
            Factor("for_export", None, for_export), *_chain(base + for_export, tiers),
        )),
        Why("hoped", "kg", (
            Factor("quota", None, quota), *_chain(quota, [("hope_share", hope_pm)]),
        )),
    )  # fmt: skip
    return Outcome(state, why=whys)


def _chain(kg: Ints, steps: Sequence[tuple[str, Ints | int]]) -> list[Factor]:
    """What an amount is multiplied by, one factor after the other."""
    factors = []
    for name, pm in steps:
        kg = part(kg, pm)
        factors.append(Factor(name, np.broadcast_to(pm, kg.shape), kg))
    return factors
