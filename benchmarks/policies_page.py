"""The page docs/policies.md: what each policy comes to on each level, and what follows.

Written by `python benchmarks/policies.py --markdown docs/policies.md`. Excess deaths are those
above the level's base rate: what the same runs come to when nobody does anything and hunger takes
nobody (`[channels] hunger = 0`, policy idle).
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from game.bots import ABOUT, BOTS, SUCCESSOR
from game.play import batch
from game.play.bundle import Opened
from game.play.totals import Totals
from game.sim.params import Params

HARD_HIT = (50.0, 250.0)
"""Excess deaths per 1000 over the famine in hard-hit counties: an assumption from the literature as
remembered (Xinyang about 120, Fengyang 150 to 250, a province such as Anhui 180); not a source."""
BOASTING, HONEST, CAREFUL, HISTORICAL = "zealot", "honest", "cautious", "historical"
IDLE = "idle"
HALF = 0.5
LONG = 8
"""Turns from which on a level is long enough for an office to be lost in it."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lives:
    """What one policy came to in each run, (R,)."""

    deaths: Floats  # per 1000 of those at the start
    excess: Floats  # the same, above the base rate
    left: Floats
    reported: dict[int, Floats]  # beside what was brought in, by year
    in_office: Floats  # turns
    standing: Floats  # at the end; 0 where removed
    removed: float  # share of runs


@dataclass(frozen=True, slots=True)
class Stay:
    """A level and how every policy fared on it."""

    level: str
    turns: int
    base: float  # deaths per 1000 without hunger, median
    lives: dict[str, Lives]


def totals(opened: Opened, params: Params, policy: str, seed: int, runs: int) -> Totals:
    """Play one policy."""
    found = Totals(opened.level)
    batch.run(
        opened.level, params, BOTS[policy], seed, batch.all_runs(0, runs), opened.level.turns,
        found.add, successor=SUCCESSOR,
    )  # fmt: skip
    return found


def deaths_per_1000(opened: Opened, found: Totals) -> Floats:
    """Deaths from the first day to the last."""
    all_deaths = np.stack([found.of("deaths", turn) for turn in range(found.turns)]).sum(axis=0)
    return np.asarray(all_deaths * 1000.0 / int(opened.level.people.sum()))


def stay(opened: Opened, seed: int, runs: int) -> Stay:
    """Play all policies on a level, on the same runs."""
    fed = replace(opened.params, channels=replace(opened.params.channels, hunger=0))
    base = deaths_per_1000(opened, totals(opened, fed, "idle", seed, runs))
    lives = {
        name: _lives(opened, totals(opened, opened.params, name, seed, runs), base) for name in BOTS
    }
    return Stay(opened.level.id, opened.level.turns, float(np.median(base)), lives)


def _lives(opened: Opened, found: Totals, base: Floats) -> Lives:
    level, last = opened.level, found.turns - 1
    deaths = deaths_per_1000(opened, found)
    left = np.stack([found.of("left", turn) for turn in range(found.turns)]).sum(axis=0)
    removed = found.of("removed", last)
    said: dict[int, Floats] = {}
    true: dict[int, Floats] = {}
    for line in found.lines():
        if line.harvest:
            year = level.year(line.turn)
            said[year] = said.get(year, np.float64(0)) + line.reported_kg
            true[year] = true.get(year, np.float64(0)) + line.actual_kg
    return Lives(
        deaths=deaths,
        excess=deaths - base,
        left=np.asarray(left * 1000.0 / int(level.people.sum())),
        reported={year: said[year] / np.maximum(1, true[year]) for year in said},
        in_office=np.where(removed < 0, level.turns, removed + 1).astype(np.float64),
        standing=np.where(removed < 0, found.of("standing_pm", last), 0).astype(np.float64),
        removed=float((removed >= 0).mean()),
    )


def middle(values: Floats) -> float:
    """The median."""
    return float(np.median(values))


def band(values: Floats) -> str:
    """Median and 5 to 95 %."""
    low, mid, high = np.percentile(values, (5, 50, 95))
    return f"{mid:,.1f} ({low:,.1f} to {high:,.1f})"


def checks(stays: list[Stay], hard_hit: tuple[float, float]) -> list[tuple[str, bool]]:
    """What should follow from the mechanisms, as sentences, and whether it does."""
    found: list[tuple[str, bool]] = []
    for each in stays:
        found += _checks(each)
        if each.level == "willow_bend":
            low, high = hard_hit
            excess = middle(each.lives[HISTORICAL].excess)
            text = (
                f"On willow_bend the historical policy's excess deaths ({excess:.1f} per 1000) lie "
                f"in the range of hard-hit counties ({low:g} to {high:g}, an assumption)."
            )
            found.append((text, low <= excess <= high))
    return found


def _checks(each: Stay) -> list[tuple[str, bool]]:
    lives, level = each.lives, each.level
    medians = {name: middle(life.excess) for name, life in lives.items()}
    boasts, best = medians[BOASTING], min(medians, key=lambda name: medians[name])
    careful = lives[CAREFUL]
    history, saved = medians[HISTORICAL], medians[HISTORICAL] - medians[CAREFUL]
    share = saved / history if history > 0 else 0.0
    never = (
        f"On {level} boasting never gives the village its best outcome: {boasts:.1f} excess deaths "
        f"per 1000; the best is {best} with {medians[best]:.1f}."
    )
    costs = (
        f"On {level} boasting costs more lives than honesty ({boasts:.1f} and "
        f"{medians[HONEST]:.1f} per 1000 in excess)."
    )
    idle = (
        f"On {level} to give no orders is no way out: the county gives them ({medians[IDLE]:.1f} "
        f"per 1000 in excess, {medians[HONEST]:.1f} for honesty)."
    )
    office, costly = _price(each)
    saves = (
        f"On {level} the careful policy saves at least half of the historical one's excess deaths "
        f"({share:.0%} of {history:.1f} per 1000)."
    )
    loss = (
        f"On {level} the careful policy is not free of loss ({medians[CAREFUL]:.1f} per 1000 in "
        f"excess, {middle(careful.left):.1f} left)."
    )
    return [
        (never, best != BOASTING),
        (costs, boasts > medians[HONEST]),
        (idle, medians[IDLE] > medians[HONEST]),
        (office, costly),
        (saves, history > 0 and share >= HALF),
        (loss, medians[CAREFUL] > 0 or middle(careful.left) > 0),
    ]


def _price(each: Stay) -> tuple[str, bool]:
    """What honesty costs: the office; in a level of a year or so, standing."""
    honest, boasting = each.lives[HONEST], each.lives[BOASTING]
    if each.turns >= LONG:
        text = (
            f"On {each.level} honesty costs the office: removed in {honest.removed:.0%} of runs, "
            f"{middle(honest.in_office):.0f} of {each.turns} turns in office."
        )
        return text, honest.removed >= HALF
    mine, other = middle(honest.standing), middle(boasting.standing)
    text = (
        f"On {each.level} honesty costs standing: {mine:.0f} of 1,000, where boasting has "
        f"{other:.0f}."
    )
    return text, mine < other


def page(stays: list[Stay], found: list[tuple[str, bool]], seed: int, runs: int) -> str:
    """The text of the page."""
    lines = [
        "# Policies",
        "",
        "Written by `python benchmarks/policies.py --markdown docs/policies.md`; change it there.",
        f"Every policy on the same {runs} runs of seed {seed}: medians, with 5 to 95 % of runs.",
        "Deaths and departures are per 1000 of the people at the start, over the whole level.",
        "Excess deaths are those above the base rate: the same runs when nobody does anything and",
        "hunger takes nobody. Standing is 0 where the secretary was removed.",
        "",
        *(f"- **{name}**: {about}" for name, about in ABOUT.items()),
    ]
    for each in stays:
        lines += ["", *_section(each)]
    lines += ["", "## What follows", "", *sentences(found)]
    return "\n".join(lines) + "\n"


def sentences(found: list[tuple[str, bool]]) -> list[str]:
    """The checks, a line each."""
    return [f"- {'true' if holds else 'FALSE'}: {text}" for text, holds in found]


def _section(each: Stay) -> list[str]:
    years = list(next(iter(each.lives.values())).reported)
    heads = [
        "Policy", "Deaths", "Excess deaths", "People left",
        *(f"Reported / actual {year}" for year in years),
        "Turns in office", "Standing", "Removed",
    ]  # fmt: skip
    lines = [
        f"## {each.level}",
        "",
        f"{each.turns} turns; base rate {each.base:.1f} deaths per 1000 over all of them.",
        "",
        f"| {' | '.join(heads)} |",
        "|---|" + "---:|" * (len(heads) - 1),
    ]
    for name, life in each.lives.items():
        cells = [
            name, band(life.deaths), band(life.excess), band(life.left),
            *(f"{middle(life.reported[year]):.2f}" for year in years),
            f"{middle(life.in_office):.0f}", f"{middle(life.standing):.0f}", f"{life.removed:.0%}",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines
