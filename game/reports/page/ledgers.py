"""The chart of the two ledgers: reported dashed in cinnabar, actual solid in indigo, the gap."""

from collections.abc import Sequence

from game.reports.country import COUNTRY, slot_of
from game.reports.grain_year import GrainYear, grain_years
from game.reports.page.ink import COLOURS, NARROW, WIDE, Axes, figure, rulers, svg
from game.sim.views import HarvestView
from game.words import _, number, season_name, tonnes

HIGH, HIGH_NARROW = 400, 330


def chart(harvests: Sequence[HarvestView], key: str, *, narrow: bool = False) -> str:
    """A year's grain at each harvest, with what happened in the country above it."""
    width, height = (NARROW, HIGH_NARROW) if narrow else (WIDE, HIGH)
    first = harvests[0].year
    with figure(width, height) as (made, axes):
        left = 48 if narrow else 56
        made.subplots_adjust(left / width, 34 / height, 1 - 8 / width, 1 - 46 / height)
        top = _lines(axes, harvests, first)
        rulers(axes)
        _axes(axes, harvests, first, top)
        _country(axes, first, top, narrow=narrow)
        _labels(axes, harvests, first, narrow=narrow)
        return svg(made, key, _("A year’s grain at each harvest, in tonnes"), words(harvests))


def slot(harvest: HarvestView, first: int) -> int:
    """The place of a harvest on the axis: two a year."""
    return 2 * (harvest.year - first) + (harvest.season - 1)


def _lines(axes: Axes, harvests: Sequence[HarvestView], first: int) -> float:
    years = grain_years(harvests)
    at = [slot(one.last, first) for one in years]
    reported = [one.reported_kg / 1000 for one in years]
    actual = [one.actual_kg / 1000 for one in years]
    axes.fill_between(
        at, actual, reported, facecolor=COLOURS["wash"], edgecolor=COLOURS["cinnabar"],
        hatch="////", linewidth=0, zorder=2,
    )  # fmt: skip
    axes.plot(at, actual, color=COLOURS["indigo"], linewidth=2.6, zorder=4, marker="o",
              markersize=6.5, markeredgecolor=COLOURS["panel"], markeredgewidth=1)  # fmt: skip
    axes.plot(at, reported, color=COLOURS["cinnabar"], linewidth=2.4, linestyle=(0, (4, 1.6)),
              zorder=5)  # fmt: skip
    axes.plot(at, reported, linestyle="none", marker="D", markersize=7, zorder=6,
              markerfacecolor=COLOURS["panel"], markeredgecolor=COLOURS["cinnabar"],
              markeredgewidth=1.8)  # fmt: skip
    return max([*reported, *actual, 1])


def _axes(axes: Axes, harvests: Sequence[HarvestView], first: int, top: float) -> None:
    years = range(first, harvests[-1].year + 1)
    axes.set_xlim(-0.5, 2 * len(years) - 0.5)
    axes.set_ylim(0, top * 1.1)
    axes.set_xticks([2 * at + 0.5 for at in range(len(years))], [str(year) for year in years])
    axes.locator_params(axis="y", nbins=5)
    axes.yaxis.set_major_formatter(lambda value, _at: number(value))
    for at in range(1, len(years)):
        axes.axvline(2 * at - 0.5, 0, 0.018, color=COLOURS["ink2"], linewidth=1)


def _country(axes: Axes, first: int, top: float, *, narrow: bool) -> None:
    """Numbered discs above the chart, and a dotted line down from each."""
    high = top * 1.1
    last = axes.get_xlim()[1]
    for at, one in enumerate(COUNTRY):
        x = slot_of(one.when, first)
        if not -0.5 <= x <= last:
            continue
        axes.axvline(x, color=COLOURS["ink2"], linewidth=1, linestyle=(0, (1.5, 2.5)), zorder=3)
        axes.annotate(
            str(at + 1), (x, high), (0, 18), textcoords="offset points", ha="center", va="center",
            color=COLOURS["paper"], fontsize=11 if narrow else 12, fontweight="bold",
            annotation_clip=False,
            bbox={"boxstyle": "circle,pad=0.28", "fc": COLOURS["ink"], "ec": COLOURS["ink"]},
        )  # fmt: skip
    if not narrow:
        axes.annotate(
            _("In the country"), (-0.5, high), (0, 18), textcoords="offset points", va="center",
            color=COLOURS["ink2"], fontsize=12, annotation_clip=False,
        )  # fmt: skip


def _labels(
    axes: Axes,
    harvests: Sequence[HarvestView],
    first: int,
    *,
    narrow: bool,
) -> None:
    """The lines are named where they stand, and the widest gap is told."""
    years: list[GrainYear] = grain_years(harvests)
    if not years:
        return
    worst = max(years, key=lambda one: one.gap_kg)
    x = slot(worst.last, first)
    size = 12 if narrow else 13
    box = {"fc": COLOURS["panel"], "ec": "none", "pad": 1.5}
    right = x < 2 * (harvests[-1].year - first) - 1
    axes.annotate(
        _("Reported {amount}").format(amount=tonnes(worst.reported_kg)),
        (x, worst.reported_kg / 1000), (10 if right else -10, 9), textcoords="offset points",
        color=COLOURS["cinnabar-deep"], fontsize=size, fontweight="bold", zorder=8, bbox=box,
        ha="left" if right else "right",
    )  # fmt: skip
    later = [one.actual_kg for one in years[years.index(worst) + 1 : years.index(worst) + 2]]
    falls = right and bool(later) and later[0] < worst.actual_kg
    left = falls or not right  # beside a line that falls there is room at its left
    axes.annotate(
        _("Actual {amount}").format(amount=tonnes(worst.actual_kg)),
        (x, worst.actual_kg / 1000), (-6 if left else 10, -20), textcoords="offset points",
        color=COLOURS["indigo"], fontsize=size, fontweight="bold", zorder=8, bbox=box,
        ha="right" if left else "left",
    )  # fmt: skip


def words(harvests: Sequence[HarvestView]) -> str:
    """The chart for those who can't see it."""
    line = _("{when}: reported {reported}, actual {actual}, taken {taken}.")
    return " ".join(
        line.format(
            when=season_name(one.season, one.year), reported=tonnes(one.reported_kg),
            actual=tonnes(one.actual.kg), taken=tonnes(one.taken_kg),
        )
        for one in harvests
    )  # fmt: skip


def top_of(several: Sequence[Sequence[HarvestView]]) -> int:
    """The highest point of several charts, kg: their one scale."""
    years = [one for harvests in several for one in grain_years(harvests)]
    return max([1, *(max(one.reported_kg, one.actual_kg) for one in years)])


def small(harvests: Sequence[HarvestView], key: str, title: str, top_kg: int) -> str:
    """The same, small, with a scale that several share: one life among others."""
    width, height, first = 280, 190, harvests[0].year
    with figure(width, height) as (made, axes):
        made.subplots_adjust(44 / width, 26 / height, 1 - 6 / width, 1 - 10 / height)
        _lines(axes, harvests, first)
        rulers(axes)
        _axes(axes, harvests, first, top_kg / 1000)
        axes.tick_params(labelsize=11)
        labels = [f"’{str(year)[2:]}" for year in range(first, harvests[-1].year + 1)]
        axes.set_xticks([2 * at + 0.5 for at in range(len(labels))], labels)
        axes.locator_params(axis="y", nbins=3)
        return svg(made, key, title, words(harvests))
