"""Removal: why the county took the desk away, from the parts of the standing and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from game.reports.accounts import total, turn_part
from game.sim.level import Level
from game.sim.why import Parts, Why
from game.words import N_

YEAR = 4
"""Seasons that are looked back on."""
REASONS = {
    "low_report": N_("Your figures were read out, and those of your neighbours: yours were lower."),
    "missed": N_("The list of deliveries that had been missed was read out."),
    "plead": N_("Your plea for a lower quota was read out."),
    "steel": N_("It was asked why so few hands stood at the furnaces."),
    "works": N_("It was asked why so few hands were at the waterworks."),
    "halls": N_("It was asked why the dining halls were not as the county wanted them."),
    "plots": N_("It was asked who had let the private plots be."),
    "technique": N_("It was asked why you had not planted close and ploughed deep."),
    "gates": N_("It was asked who had let people leave the village."),
    "dead": N_("It was told how many had died in the commune. The county asked who was to blame"
               " for it, and named the office."),
    "hidden": N_("Grain that had been put aside was found, and weighed before the committee."),
}  # fmt: skip
"""What the committee said, by the part of the standing that fell most."""


def reasons(level: Level, whys: Sequence[Sequence[Why]], turn: int) -> list[tuple[str, Parts]]:
    """What lowered the standing in the year before a removal, the weightiest first.

    Args:
        level: the level
        whys: what a session keeps of each closed turn
        turn: of the removal

    Returns:
        The key of each part that fell, and its account season by season.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for at in range(max(0, turn - YEAR + 1), turn + 1):
        for why in whys[at]:
            for factor in why.factors if why.figure == "standing" else ():
                amount = int(factor.amount[0])
                found.setdefault(factor.name, []).append((turn_part(level, at), amount))
    sums = [
        (name, total("standing", "points", amounts))
        for name, amounts in found.items()
        if name in REASONS
    ]
    fallen = [(name, account) for name, account in sums if account.value < 0]
    return sorted(fallen, key=lambda each: each[1].value)


def named(account: Parts, name: str) -> Parts:
    """The same account with the name of its part, in words."""
    return replace(account, brigade=name)
