"""Ink: figures by matplotlib, turned into SVG that lies in a page and follows its light and dark.

matplotlib is no part of the game; it comes with the extra `report`. Colours are drawn as those of
the light page and then named as the page's variables, so that one drawing serves both.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import StringIO
from typing import Any, TypeAlias

from game.places import assets

COLOURS = {
    "paper": "#f3ead6", "panel": "#fbf6ea", "rule": "#c9a994", "ink": "#2b2521", "ink2": "#6a5e54",
    "cinnabar": "#c23b27", "cinnabar-deep": "#8e2a1e", "indigo": "#25405c",
    "indigo-light": "#5b7c94", "ochre": "#cb9a3e", "straw": "#e3c77c", "earth": "#b98f62",
    "loam": "#74533b", "jade": "#7fa67e", "pine": "#44695a", "river": "#8db4b4", "ash": "#9b948a",
    "wash": "#ecd3c4",
}  # fmt: skip
"""Name on the page, colour on paper."""
Axes: TypeAlias = Any
"""matplotlib's axes, or its figure: the game is checked without matplotlib."""
WIDE, NARROW = 860, 380
"""Widths of a chart, CSS pixels: one for a desk, one for a phone."""
_PER_INCH = 72


class MissingPlotterError(Exception):
    """matplotlib is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "the charts of a page are drawn by matplotlib, which is not installed; install it with "
            '`python -m pip install "two-ledgers[report]"`, or `python -m pip install matplotlib`'
        )


def ready() -> None:
    """Find out whether charts can be drawn, before anything is worked out.

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    from importlib.util import find_spec

    if find_spec("matplotlib") is None:
        raise MissingPlotterError


@contextmanager
def figure(width: int, height: int) -> Iterator[tuple[Axes, Axes]]:
    """A figure and its axes, in CSS pixels, in the type and the colours of the game.

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    ready()
    import matplotlib as mpl
    from matplotlib.figure import Figure

    names = _faces()
    style: dict[Any, Any] = {
        "font.family": [names["sans"]], "font.size": 13, "svg.fonttype": "none",
        "axes.edgecolor": COLOURS["ink"], "axes.labelcolor": COLOURS["ink2"],
        "text.color": COLOURS["ink"], "xtick.color": COLOURS["ink2"],
        "ytick.color": COLOURS["ink2"], "axes.spines.top": False, "axes.spines.right": False,
        "hatch.linewidth": 0.7, "lines.solid_capstyle": "round", "axes.unicode_minus": True,
        "svg.hashsalt": "two ledgers", "axes.linewidth": 1.0, "path.simplify": True,
    }  # fmt: skip
    with mpl.rc_context(style):
        made = Figure(figsize=(width / _PER_INCH, height / _PER_INCH))
        made.patch.set_alpha(0)
        yield made, made.add_subplot()


def _faces() -> dict[str, str]:
    """The game's own faces, so that the drawing is measured in the type that it is shown in."""
    from matplotlib.font_manager import FontProperties, fontManager

    found = {}
    for face in ("sans", "sans-bold", "serif-bold"):
        path = assets() / "fonts" / f"{face}.otf"
        if str(path) not in {entry.fname for entry in fontManager.ttflist}:
            fontManager.addfont(str(path))
        found[face] = FontProperties(fname=str(path)).get_name()
    return found


def svg(made: Axes, key: str, title: str, words: str) -> str:
    """A figure as inline SVG with a name and a description.

    Args:
        made: matplotlib's figure
        key: a name that no other drawing on the page has
        title: what it is
        words: what it says, for those who can't see it
    """
    out = StringIO()
    made.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
    head = re.match(r"<svg[^>]*>", text)
    assert head is not None
    box = re.search(r'viewBox="([^"]*)"', head[0])
    assert box is not None
    begun = (
        f'<svg class="drawing" viewBox="{box[1]}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(words)}</desc>'
    )
    inside = text[head.end() :].replace("xlink:href", "href")
    return begun + _own_names(_named(_short(inside)), key)


def _named(text: str) -> str:
    """Colours as the variables of the page."""
    for name, colour in COLOURS.items():
        text = re.sub(re.escape(colour), f"var(--{name})", text, flags=re.IGNORECASE)
    return text


def _own_names(text: str, key: str) -> str:
    """Names inside the drawing that no other drawing has."""
    names = set(re.findall(r'\bid="([^"]+)"', text))
    used = set(re.findall(r"#([\w-]+)", text))
    for name in sorted(names - used, key=len, reverse=True):
        text = text.replace(f' id="{name}"', "")
    for name in sorted(names & used, key=len, reverse=True):
        text = text.replace(f'id="{name}"', f'id="{key}-{name}"')
        text = re.sub(rf"#{re.escape(name)}(?![\w-])", f"#{key}-{name}", text)
    return text


def _short(text: str) -> str:
    """Numbers to two decimals, less white space."""
    text = re.sub(r"(\d+\.\d{2})\d+", r"\1", text)
    return re.sub(r">\s+<", "><", re.sub(r"[ \t]*\n[ \t]*", "\n", text))


def rulers(axes: Axes, *, left: bool = False) -> None:
    """Light horizontal lines, a strong foot, no frame at the left."""
    axes.set_facecolor(COLOURS["panel"])
    axes.grid(axis="y", color=COLOURS["rule"], linewidth=0.7)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(left)
    axes.tick_params(axis="both", length=0, pad=6)
    axes.spines["bottom"].set_linewidth(1.4)
