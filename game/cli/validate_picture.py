"""The validation as a picture: the model's band beside published points, in small multiples."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from game.play.validation import metrics
from game.play.validation.figures import Figures, Floats
from game.play.validation.judge import Outcome
from game.play.validation.rows import Published, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, INDIGO, CINNABAR, PAPER, GREY = "#22262B", "#2F4B7C", "#C23B27", "#FBF8F1", "#8A8578"
YEARS = (1957, 1958, 1959, 1960, 1961, 1962)
SIZE = (10.5, 6.6)
FONTS = ["Noto Sans", "DejaVu Sans"]

_Series = Callable[[Figures, int], Floats]

PANELS: tuple[tuple[str, str, _Series], ...] = (
    ("output", "Grain output, 1957 = 100", lambda f, y: metrics.output(f, y, 1957)),
    ("procured", "Gross procurement, % of the harvest", lambda f, y: metrics.procured(f, y, 0)),
    ("kept", "Kept a rural head, kg raw grain", lambda f, y: metrics.kept(f, y, 0)),
    (
        "deaths", "Rural deaths above 1957, per 1000 and year",
        lambda f, y: metrics.death_rate_above(f, y, 1957),
    ),
    ("births", "Births beside 1957", lambda f, y: metrics.births(f, y, 1957)),
    (
        "reported", "Heard by the centre / brought in",
        lambda f, y: metrics.heard_over_actual(f, y, 0),
    ),
)  # fmt: skip


def bands(figures: Figures, series: _Series) -> Floats:
    """5 %, median and 95 % of a series, (3, years)."""
    values = [np.percentile(series(figures, year), [5, 50, 95]) for year in YEARS]
    return np.asarray(values, dtype=np.float64).T


def draw(outcome: Outcome, sheet: Sheet, path: Path) -> None:
    """Write the picture; its kind follows from the name's ending."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    style: dict[Any, Any] = {
        "font.family": "sans-serif", "font.sans-serif": FONTS, "font.size": 9,
        "svg.hashsalt": "two-ledgers", "svg.fonttype": "path", "axes.edgecolor": GREY,
        "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK,
        "figure.facecolor": PAPER, "axes.facecolor": PAPER,
    }  # fmt: skip
    with mpl.rc_context(style):
        figure, axes = plt.subplots(2, 3, figsize=SIZE)
        for axis, (name, title, series) in zip(axes.flat, PANELS, strict=True):
            points = [each for each in sheet.published if each.panel == name]
            _panel(axis, title, bands(outcome.batches[""], series), points)
        figure.suptitle(
            "Two Ledgers held against published national series", x=0.06, ha="left",
            fontsize=13, fontweight="bold",
        )  # fmt: skip
        figure.text(0.06, 0.02, _caption(outcome, sheet), fontsize=7.2, color=GREY, va="bottom")
        figure.subplots_adjust(
            left=0.06, right=0.985, top=0.855, bottom=0.19, wspace=0.22, hspace=0.5
        )
        none = {"Date": None} if path.suffix.lower() == ".svg" else None
        figure.savefig(path, dpi=130, metadata=none)
        plt.close(figure)


def _panel(axis: "Axes", title: str, band: Floats, points: list[Published]) -> None:
    axis.set_title(title, loc="left", fontsize=9.5, fontweight="bold", color=INK, pad=17)
    axis.fill_between(YEARS, band[0], band[2], color=INDIGO, alpha=0.22, linewidth=0)
    axis.plot(YEARS, band[1], color=INDIGO, linewidth=1.8)
    axis.annotate(
        "model", (YEARS[-1], band[1][-1]), (5, 0), textcoords="offset points",
        color=INDIGO, fontsize=8, va="center",
    )  # fmt: skip
    for each in points:
        years = sorted(each.points)
        values = [each.points[year] for year in years]
        strength = 0.45 if each.hollow else 0.9
        axis.plot(years, values, "--", linewidth=0.9, color=CINNABAR, alpha=strength)
        axis.plot(
            years, values, "o", markersize=4.5, color=INK,
            markerfacecolor=PAPER if each.hollow else INK,
        )  # fmt: skip
    axis.set_xlim(YEARS[0] - 0.3, YEARS[-1] + 0.95)
    axis.set_xticks(YEARS)
    axis.margins(y=0.14)
    axis.grid(axis="y", color=GREY, alpha=0.25, linewidth=0.6)
    for side in ("top", "right", "left"):
        axis.spines[side].set_visible(False)
    axis.tick_params(length=0)
    _legend(axis, points)


def _legend(axis: "Axes", points: list[Published]) -> None:
    """What the dots are, in a line under the title."""
    words = "     ".join(f"{'○' if each.hollow else '●'} {each.words}" for each in points)
    axis.text(
        0, 1.035, words, transform=axis.transAxes, fontsize=7.2, color=INK, va="bottom",
        fontfamily="DejaVu Sans",
    )  # fmt: skip


def _caption(outcome: Outcome, sheet: Sheet) -> str:
    from textwrap import fill

    first, last = int(outcome.runs[0]), int(outcome.runs[-1])
    names = sorted({each.source for each in sheet.published})
    cited = "; ".join(sheet.sources[name].citation for name in names if name in sheet.sources)
    text = (
        f"Line and band: median and 5 to 95 % of {len(outcome.runs)} runs ({first} to {last}) of "
        "the historical policy, 22 provinces. Dots: published. Years are calendar years; "
        f"procurement by grain year. Sources: {cited}."
    )
    return fill(text, 175)
