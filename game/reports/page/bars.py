"""The other charts: the country beside the commune, people, decisions, years of grain."""

from collections.abc import Sequence

from game.reports.country import GRAIN_KT
from game.reports.debrief import PeopleYear, Year
from game.reports.decisions import Decision
from game.reports.page.ink import COLOURS, NARROW, WIDE, Axes, figure, rulers, svg
from game.reports.paths import NAMES, WENT, Path
from game.words import _, number, percent, tonnes

PARTS = {
    "table": "indigo", "plots_eaten": "jade", "state": "ochre", "seed": "earth", "fodder": "straw",
    "lost_field": "ash", "lost_store": "loam", "closing": "river",
}  # fmt: skip
HATCH = {"state": "", "lost_field": "//", "lost_store": "\\\\", "plots_eaten": "..", "fodder": "--"}


def beside_country(years: Sequence[Year], key: str, *, narrow: bool = False) -> str:
    """The commune's and the country's grain, each beside its own of 1957."""
    width, height = (NARROW, 300) if narrow else (WIDE, 320)
    base = next((one for one in years if one.year == min(GRAIN_KT)), years[0])
    at = [one.year for one in years]
    own = [one.actual_kg * 100 / max(1, base.actual_kg) for one in years]
    wrote = [one.reported_kg * 100 / max(1, base.reported_kg) for one in years]
    country = [(one.country_kt or 0) * 100 / GRAIN_KT[min(GRAIN_KT)] for one in years]
    claims = [
        (claim.year, claim.grain_kt * 100 / GRAIN_KT[min(GRAIN_KT)])
        for one in years
        for claim in one.country_claims
    ]
    with figure(width, height) as (made, axes):
        made.subplots_adjust(46 / width, 34 / height, 1 - 12 / width, 1 - 14 / height)
        axes.plot(at, wrote, color=COLOURS["cinnabar"], linewidth=2, linestyle=(0, (4, 1.6)))
        axes.plot(at, wrote, "D", mfc=COLOURS["panel"], mec=COLOURS["cinnabar"], ms=6, mew=1.6)
        axes.plot(at, own, color=COLOURS["indigo"], linewidth=2.4, marker="o", ms=6)
        axes.plot(at, country, color=COLOURS["ink2"], linewidth=1.8, marker="s", ms=5)
        axes.plot(*zip(*claims, strict=True), "D", mfc=COLOURS["panel"], mec=COLOURS["ink2"], ms=7,
                  mew=1.4, zorder=5) if claims else None  # fmt: skip
        rulers(axes)
        axes.set_xticks(at, [str(year) for year in at])
        axes.set_xlim(at[0] - 0.3, at[-1] + 0.3)
        axes.set_ylim(0, max(*own, *wrote, *(each for _year, each in claims), 100) * 1.1)
        axes.locator_params(axis="y", nbins=5)
        axes.axhline(100, color=COLOURS["ink2"], linewidth=0.8, linestyle=(0, (1, 2)))
        title = _("Grain beside that of 1957, the year 1957 being 100")
        told = " ".join(
            _("{year}: this commune wrote {wrote}, had {own}; the country had {country}.").format(
                year=year, wrote=number(w), own=number(o), country=number(c)
            )
            for year, w, o, c in zip(at, wrote, own, country, strict=True)
        )
        return svg(made, key, title, told)


def people(
    years: Sequence[PeopleYear], usual: float, household: str, key: str, *, narrow: bool = False
) -> str:
    """Births and deaths by year; a line where the deaths of a usual year would be."""
    width, height = (NARROW, 240) if narrow else (WIDE, 260)
    with figure(width, height) as (made, axes):
        made.subplots_adjust(46 / width, 30 / height, 1 - 12 / width, 1 - 26 / height)
        at = list(range(len(years)))
        axes.bar([each - 0.2 for each in at], [one.born for one in years], 0.36,
                 facecolor=COLOURS["panel"], edgecolor=COLOURS["ink2"], linewidth=1.4)  # fmt: skip
        axes.bar([each + 0.2 for each in at], [one.died for one in years], 0.36,
                 facecolor=COLOURS["ink2"], edgecolor=COLOURS["ink2"])  # fmt: skip
        axes.axhline(usual, color=COLOURS["ink"], linewidth=1.2, linestyle=(0, (1.5, 2)))
        most = max(*(one.born for one in years), *(one.died for one in years), 1)
        for place, one in enumerate(years):
            for shift, value in ((-0.2, one.born), (0.2, one.died)):
                axes.annotate(number(value), (place + shift, value), (0, 3), ha="center",
                              textcoords="offset points", fontsize=11, zorder=6,
                              bbox={"fc": COLOURS["panel"], "ec": "none", "pad": 0.6})  # fmt: skip
        rulers(axes)
        axes.set_xticks(at, [str(one.year) for one in years])
        axes.set_ylim(0, most * 1.18)
        axes.locator_params(axis="y", nbins=4)
        title = _("Born and died, by year")
        told = " ".join(
            _("{year}: {born} born, {died} died.").format(
                year=one.year, born=number(one.born), died=number(one.died)
            )
            for one in years
        )
        return svg(made, key, title, f"{told} {household}".strip())


def effects(chosen: Sequence[Decision], key: str, *, narrow: bool = False) -> str:
    """Each decision undone: how many more or fewer would have died, with its range."""
    width = NARROW if narrow else WIDE
    height = 46 + 38 * len(chosen)
    with figure(width, height) as (made, axes):
        made.subplots_adjust(34 / width, 34 / height, 1 - 14 / width, 1 - 8 / height)
        for place, one in enumerate(reversed(chosen)):
            low, high = one.deaths_range
            axes.plot([low, high], [place, place], color=COLOURS["ash"], linewidth=7,
                      solid_capstyle="butt", zorder=2)  # fmt: skip
            axes.plot([one.deaths], [place], "o", color=COLOURS["ink"], ms=8, zorder=4)
            axes.annotate(_signed(one.deaths), (one.deaths, place), (0, 8), ha="center",
                          textcoords="offset points", fontsize=11.5)  # fmt: skip
        rulers(axes)
        axes.grid(axis="x", color=COLOURS["rule"], linewidth=0.7)
        axes.axvline(0, color=COLOURS["ink"], linewidth=1.3, zorder=3)
        count = len(chosen)
        axes.set_yticks(range(count), [str(count - at) for at in range(count)])
        axes.set_ylim(-0.6, count - 0.3)
        axes.margins(x=0.1)
        axes.locator_params(axis="x", nbins=4 if narrow else 7)
        axes.xaxis.set_major_formatter(lambda value, _at: _signed(round(value)))
        title = _("Deaths if one decision had been otherwise, less the deaths as it was")
        told = " ".join(
            _("{number}. {words}: {change}, from {low} to {high}.").format(
                number=at + 1, words=one.words, change=_signed(one.deaths),
                low=_signed(one.deaths_range[0]), high=_signed(one.deaths_range[1]),
            )
            for at, one in enumerate(chosen)
        )  # fmt: skip
        return svg(made, key, title, told)


def _signed(value: int) -> str:
    return f"+{number(value)}" if value > 0 else number(value).replace("-", "−")


def years_of_grain(years: Sequence[Path], key: str, *, narrow: bool = False) -> str:
    """Where each year's grain went, as shares of all that there was."""
    width = NARROW if narrow else WIDE
    height = 30 + 54 * len(years)
    with figure(width, height) as (made, axes):
        made.subplots_adjust(46 / width, 26 / height, 1 - 20 / width, 1 - 4 / height)
        for place, one in enumerate(reversed(years)):
            _row(axes, place, one, narrow=narrow)
        axes.set_facecolor("none")
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.tick_params(length=0, pad=6)
        axes.set_yticks(range(len(years)), [str(one.year) for one in reversed(years)])
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(each) for each in range(0, 1001, 250)])
        told = " ".join(f"{one.year}: {_shares(one)}." for one in years)
        return svg(made, key, _("Where the village’s grain went, year by year"), told)


def _row(axes: Axes, place: int, one: Path, *, narrow: bool) -> None:
    whole = max(1, sum(getattr(one, name) for name in WENT))
    begun = 0.0
    for name in WENT:
        share = getattr(one, name) / whole
        axes.barh(place, share, 0.62, begun, facecolor=COLOURS[PARTS[name]],
                  edgecolor=COLOURS["panel"], linewidth=1.2, hatch=HATCH.get(name))  # fmt: skip
        if share > (0.11 if narrow else 0.045):
            dark = name in {"table", "lost_store"}
            axes.annotate(percent(round(share * 1000)), (begun + share / 2, place), ha="center",
                          va="center", fontsize=11.5, fontweight="bold",
                          color=COLOURS["panel" if dark else "ink"])  # fmt: skip
        begun += share


def _shares(one: Path) -> str:
    return ", ".join(
        _("{what} {amount}").format(what=_(NAMES[name]).lower(), amount=tonnes(getattr(one, name)))
        for name in WENT
        if getattr(one, name)
    )
