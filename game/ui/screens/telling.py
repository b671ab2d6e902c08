"""How figures of a view read: refusals, standings, voices, amounts that are known or reckoned."""

from collections.abc import Sequence

from game.reports.grain_year import GrainYear, grain_years
from game.reports.when import month_name
from game.sim.level import Level
from game.sim.orders import Refusal
from game.sim.views import Figure, Forecast, HarvestView, View
from game.ui.widgets.chart import Lines
from game.words import N_, _, kilograms, number, season_name, tonnes

STANDINGS = {
    "trusted": N_("Trusted"),
    "steady": N_("Steady"),
    "watched": N_("Watched"),
    "accused": N_("Accused"),
    "removed": N_("Removed"),
}
VOICES = {
    "telephone": N_("County office, by telephone"),
    "loudspeaker": N_("Loudspeaker in the village: the words of the campaign"),
    "newspaper": N_("Newspaper: the words of the campaign"),
    "courier": N_("County office, by courier"),
    "chronicle": N_("Chronicle: what happened in the country"),
}
SEEN = {
    "weighed_then": N_("weighed, end of {month}"),
    "found_empty": N_("empty floor, end of {month}"),
}
"""How the reckoning of a store began, where it began with something that was seen."""
WORKS = (N_("Fields"), N_("Furnaces"), N_("Waterworks"), N_("Sideline"))
WORK_ICONS = ("grain", "furnace", "water", "basket")
LAYERS = {
    None: N_("No layer"),
    "gap": N_("Gap between reported and actual"),
    "hunger": N_("Hunger"),
    "labour": N_("Labour short"),
    "harvest": N_("Harvest left standing"),
    "forest": N_("Forest"),
}


def refused(refusal: Refusal) -> str:
    """A refusal in the language of the player, as a sentence."""
    told = _(refusal.text).format(**refusal.values)
    return told[:1].upper() + told[1:] + ("" if told.endswith(".") else ".")


def standing(view: View) -> str:
    """What the county thinks of the secretary, in a word."""
    return _(STANDINGS.get(view.standing, view.standing))


def season_of(view: View) -> str:
    """Season and year of a view; the winter that begins in December bears that year."""
    return season_name(view.season, view.year)


def harvest_name(harvest: HarvestView) -> str:
    """Season and year of a harvest."""
    return season_name(harvest.season, harvest.year)


def known(figure: Figure) -> str:
    """An amount, or the range in which the office thinks it lies.

    >>> known(Figure("estimate", 12_000, 20_000, 31_000, 3)), known(Figure("actual", 9, 9, 9, 0))
    ('12 to 31 t', '0 t')
    """
    if figure.kind == "estimate" and figure.low_kg != figure.high_kg:
        return _("{low} to {high} t").format(
            low=number(round(figure.low_kg / 1000)), high=number(round(figure.high_kg / 1000))
        )
    return tonnes(figure.kg)


def reckoned(forecast: Forecast, what: str) -> str:
    """Tonnes that would be taken or left: as many as the stores, as they are known, would give.

    >>> reckoned(Forecast(9, 9, 5_000, 0, 0, 12_000, 90), "left_kg")
    '12 t'
    """
    if forecast.ends is None:
        return tonnes(getattr(forecast, what))
    low, high = (getattr(end, what) for end in forecast.ends)
    return _("{low} to {high} t").format(
        low=number(round(low / 1000)), high=number(round(high / 1000))
    )


def food(forecast: Forecast) -> str:
    """What a head would have a day until the next harvest.

    >>> food(Forecast(9, 9, 5_000, 0, 0, 12_000, 90))
    '0.09 kg'
    """
    if forecast.ends is None:
        return kilograms(forecast.eat_g_day)
    low, high = (end.eat_g_day for end in forecast.ends)
    return _("{low} to {high} kg").format(low=number(low / 1000, 2), high=number(high / 1000, 2))


def known_short(figure: Figure) -> str:
    """The same with a dash, where there is little room."""
    if figure.kind == "estimate" and figure.low_kg != figure.high_kg:
        return _("{low}–{high} t").format(
            low=number(round(figure.low_kg / 1000)), high=number(round(figure.high_kg / 1000))
        )
    return tonnes(figure.kg)


def seen_last(figure: Figure, level: Level) -> str:
    """When somebody last saw what lies in a granary: by the scales, or as an empty floor."""
    how = figure.basis[0][0] if figure.basis else ""
    if how not in SEEN:
        return _("never")
    month = month_name(level.calendar(max(0, figure.month - 1)))
    return _(SEEN[how]).format(month=month)


def weighed_last(figure: Figure, level: Level) -> str:
    """When a granary was on the scales for the last time, and what it held; "" where it never was.

    A store that is reckoned from an empty floor or from old papers has no such date.
    """
    if figure.weighed_kg is None:
        return ""
    month = month_name(level.calendar(max(0, figure.month - 1)))
    return _("Weighed at the end of {month}: {amount}.").format(
        month=month, amount=tonnes(figure.weighed_kg)
    )


def gap_text(harvest: HarvestView) -> str:
    """What was written beyond what was there."""
    figure = harvest.actual
    if figure.kind == "estimate" and figure.low_kg != figure.high_kg:
        low, high = harvest.reported_kg - figure.high_kg, harvest.reported_kg - figure.low_kg
        return _("{low} to {high} t").format(
            low=number(round(low / 1000)), high=number(round(high / 1000))
        )
    return tonnes(harvest.reported_kg - figure.kg)


def chart_name() -> str:
    """What the chart of the two ledgers shows."""
    return _("Grain, two harvests a year")


def chart_hint() -> str:
    """Why a point is two harvests."""
    return _(
        "Each point is a harvest with the one before it: the grain of a year. So summers and"
        " autumns, which differ by nature, can be compared."
    )


def chart_lines(harvests: Sequence[HarvestView], turns: int, first_year: int) -> Lines:
    """The two ledgers as the chart takes them, in tonnes: a year's grain at each harvest."""
    years = [str(first_year - 1 + each) for each in range(1 + -(-turns // 4))]
    told = grain_years(harvests)
    none = [None] if harvests else []
    return Lines(
        reported=[*none, *(one.reported_kg / 1000 for one in told)],
        actual=[*none, *(one.actual_kg / 1000 if one.sure else None for one in told)],
        estimate=[
            *none,
            *(None if one.sure else (one.low_kg / 1000, one.high_kg / 1000) for one in told),
        ],
        slots=2 * len(years),
        years=years,
        points=[*("" for _one in none), *(year_name(one) for one in told)],
        unit=_("tonnes, a year’s grain"),
    )


def year_name(year: GrainYear) -> str:
    """Both harvests of a year's grain."""
    return _("{harvest} with {before}").format(
        harvest=harvest_name(year.last), before=harvest_name(year.first).lower()
    )


def tonnes_of(value: float) -> str:
    """A value of the chart."""
    return tonnes(round(value * 1000))
