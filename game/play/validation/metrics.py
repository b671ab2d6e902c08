"""Metrics: what a row measures, in each run, from national figures. A row names one of these.

A plain metric looks at one batch. A paired one holds a batch against another with the same seeds
and one thing changed; `one` is the batch as it is, `other` the changed one.
"""

from collections.abc import Callable, Mapping

import numpy as np

from game.play.validation.figures import COVER_FROM, Figures, Floats

RURAL_1957 = 547_040_000
"""Rural people at the end of 1957 (national series), to whom the level's deaths are scaled."""
LOSS_YEARS = (1958, 1959, 1960, 1961)
DEATH_YEARS = (1958, 1959, 1960, 1961, 1962)
BASE = 1957
SUMMER, AUTUMN = (6, 7, 8), (9, 10, 11)
CENSORED = (1959, 6)

Metric = Callable[[Figures, int, int], Floats]
Paired = Callable[[Figures, Figures, int, int], Floats]


def _over(part: Floats, whole: Floats) -> Floats:
    """A ratio; not a number where there is nothing to hold it against."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def output(figures: Figures, year: int, base: int) -> Floats:
    """Grain brought in in a calendar year, base year = 100."""
    return 100 * _over(_harvest(figures, year), _harvest(figures, base))


def _harvest(figures: Figures, year: int) -> Floats:
    return figures.total("harvest_kg", figures.in_year(year))


def output_step(figures: Figures, year: int, base: int) -> Floats:
    """Grain index of a year less that of the year before, 1957 = 100."""
    return output(figures, year, BASE) - output(figures, base, BASE)


def heard_over_actual(figures: Figures, year: int, _base: int) -> Floats:
    """What the centre heard of a year's harvests beside what was brought in."""
    when = figures.in_year(year)
    return _over(figures.total("heard_kg", when), figures.total("actual_kg", when))


def procured(figures: Figures, year: int, _base: int) -> Floats:
    """Gross procurement of a grain year, % of the calendar year's harvest."""
    return 100 * _over(_gross(figures, year), _harvest(figures, year))


def _gross(figures: Figures, year: int) -> Floats:
    return figures.total("procured_kg", figures.in_grain_year(year))


def _net(figures: Figures, year: int) -> Floats:
    return _gross(figures, year) - figures.total("sold_back_kg", figures.in_grain_year(year))


def net_over_gross(figures: Figures, year: int, _base: int) -> Floats:
    """Procurement after what was sold back, beside procurement, in a grain year."""
    return _over(_net(figures, year), _gross(figures, year))


def kept(figures: Figures, year: int, _base: int) -> Floats:
    """Grain kept in the country a rural head: harvest less net procurement, kg raw."""
    people = figures.people_at(year, 12)
    return _over(_harvest(figures, year) - _net(figures, year), people)


def death_rate(figures: Figures, year: int, _base: int) -> Floats:
    """Deaths a year and thousand rural people."""
    return figures.rate("deaths", figures.in_year(year))


def death_rate_above(figures: Figures, year: int, base: int) -> Floats:
    """Rural death rate of a year less that of the base year, per 1000."""
    return death_rate(figures, year, 0) - death_rate(figures, base, 0)


def excess(figures: Figures) -> Floats:
    """Deaths of 1958-62 beyond the rate of 1957, scaled to the rural people of 1957, millions."""
    usual = figures.rate("deaths", figures.in_year(BASE))
    whole = np.zeros(figures.runs)
    for year in DEATH_YEARS:
        when = figures.in_year(year)
        people = figures.of["people"][:, when].mean(axis=1)
        years = int(when.sum()) / 12
        whole += figures.total("deaths", when) - usual / 1000 * people * years
    start = np.asarray(figures.of["people"][:, 0], dtype=np.float64)
    return whole * RURAL_1957 / np.maximum(1, start) / 1e6


def excess_deaths(figures: Figures, _year: int, _base: int) -> Floats:
    """As `excess`."""
    return excess(figures)


def births(figures: Figures, year: int, base: int) -> Floats:
    """Birth rate of a year beside that of the base year."""
    one, other = (figures.rate("births", figures.in_year(each)) for each in (year, base))
    return _over(one, other)


def left_in_field(figures: Figures, year: int, base: int) -> Floats:
    """Autumn crop that was not brought in, beyond the share that reaping always spills, %."""
    return _unharvested(figures, year) - _unharvested(figures, base)


def _unharvested(figures: Figures, year: int) -> Floats:
    when = figures.in_year(year) & np.isin(figures.month, AUTUMN)
    lost, brought = (figures.total(name, when) for name in ("unharvested_kg", "harvest_kg"))
    return 100 * _over(lost, lost + brought)


def iron_unusable(figures: Figures, year: int, _base: int) -> Floats:
    """Native iron of a year that is of no use, %."""
    when = figures.in_year(year)
    poor, good = (figures.total(name, when) for name in ("iron_poor_kg", "iron_good_kg"))
    return 100 * _over(poor, poor + good)


def _loss(figures: Figures) -> Floats:
    lost = [100 - output(figures, year, BASE) for year in LOSS_YEARS]
    return np.asarray(np.sum(lost, axis=0), dtype=np.float64)


def loss_removed(one: Figures, other: Figures, _year: int, _base: int) -> Floats:
    """Share of the sum of (100 - index) of 1958-61 that is gone with the change, %."""
    return 100 * _over(_loss(one) - _loss(other), _loss(one))


def deaths_removed(one: Figures, other: Figures, _year: int, _base: int) -> Floats:
    """Share of the excess deaths of 1958-62 that is gone with the change, %."""
    return 100 * _over(excess(one) - excess(other), excess(one))


def short_month(figures: Figures) -> Floats:
    """Months after November 1958 until a unit first has less than a month's food, censored.

    The mean over all units; one that is never short counts as short in June 1959.
    """
    first = figures.year * 12 + figures.month >= COVER_FROM[0] * 12 + COVER_FROM[1]
    when = first & (figures.year * 12 + figures.month < CENSORED[0] * 12 + CENSORED[1])
    return np.asarray((1000 - figures.of["short_pm"][:, when]).sum(axis=1) / 1000)


def months_earlier(one: Figures, other: Figures, _year: int, _base: int) -> Floats:
    """By how many months stores run short earlier as it is than with the change."""
    return short_month(other) - short_month(one)


def summer_deaths_saved(one: Figures, other: Figures, year: int, _base: int) -> Floats:
    """By how much deaths of June to August are lower as it is than with the change, %."""
    when = one.in_year(year) & np.isin(one.month, SUMMER)
    here, there = one.total("deaths", when), other.total("deaths", when)
    return 100 * _over(there - here, there)


def summer_harvest_ratio(one: Figures, other: Figures, year: int, _base: int) -> Floats:
    """Summer harvest of a year as it is beside that with the change."""
    when = one.in_year(year) & np.isin(one.month, SUMMER)
    return _over(one.total("harvest_kg", when), other.total("harvest_kg", when))


PLAIN: Mapping[str, Metric] = {
    each.__name__: each
    for each in (
        output, output_step, heard_over_actual, procured, net_over_gross, kept, death_rate,
        death_rate_above, excess_deaths, births, left_in_field, iron_unusable,
    )
}  # fmt: skip
PAIRED: Mapping[str, Paired] = {
    each.__name__: each
    for each in (
        loss_removed, deaths_removed, months_earlier, summer_deaths_saved, summer_harvest_ratio,
    )
}  # fmt: skip
METRICS = (*PLAIN, *PAIRED)
"""The names that a row may give."""


def measured(name: str, one: Figures, other: Figures | None, year: int, base: int) -> Floats:
    """A metric in each run, (R,).

    Raises:
        ValueError: a paired metric without a second batch.
    """
    if name in PLAIN:
        return PLAIN[name](one, year, base)
    if other is None:
        raise ValueError(f"the metric {name} holds two batches against one another")
    return PAIRED[name](one, other, year, base)
