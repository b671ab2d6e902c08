"""The chart of all grain, from the field to where it ended: bands as wide as their tonnes."""

from game.reports.page.bars import HATCH, PARTS
from game.reports.page.ink import COLOURS, NARROW, WIDE, Axes, figure, svg
from game.reports.paths import CAME, NAMES, SHORT, WENT, Path
from game.words import _, percent, tonnes

CAME_COLOURS = {"opening": "river", "grown": "straw", "plots": "jade", "sold_back": "ochre"}
GAP, LEAST = 0.022, 0.012
"""Between bands, and the least height at which a band is labelled, as shares of the whole."""


def chart(path: Path, key: str, *, narrow: bool = False) -> str:
    """What came at the left, what went at the right, joined in the village's books."""
    width, height = (NARROW, 520) if narrow else (WIDE, 430)
    came = [(name, getattr(path, name)) for name in CAME if getattr(path, name)]
    went = [(name, getattr(path, name)) for name in WENT if getattr(path, name)]
    whole = max(1, sum(kg for _name, kg in came))
    with figure(width, height) as (made, axes):
        made.subplots_adjust(0, 0, 1, 1)
        axes.set_axis_off()
        axes.set_xlim(0, width)
        room = 1 + GAP * (len(went) - 1)
        axes.set_ylim(-0.02, room + 0.02)
        left, right = (106, width - 132) if narrow else (232, width - 262)
        middle = (left + right) / 2
        _side(axes, came, whole, left, middle, CAME_COLOURS, room, out=False)
        _side(axes, went, whole, right, middle, PARTS, room, out=True)
        axes.plot([middle, middle], [(room - 1) / 2, (room + 1) / 2], color=COLOURS["ink"],
                  linewidth=1.6)  # fmt: skip
        _names(axes, came, whole, left - 8, room, narrow=narrow, out=False)
        _names(axes, went, whole, right + 8, room, narrow=narrow, out=True)
        told = _("It came: {came}. It went: {went}.").format(came=_told(came), went=_told(went))
        return svg(
            made, key, _("Where every tonne of the village’s grain came from and went"), told
        )


def _tops(parts: list[tuple[str, int]], whole: int, room: float) -> list[tuple[float, float]]:
    """Top and height of each band on its outer side, centred."""
    high = 1 + GAP * (len(parts) - 1)
    top = (room + high) / 2
    found = []
    for _name, kg in parts:
        found.append((top, kg / whole))
        top -= kg / whole + GAP
    return found


def _side(
    axes: Axes, parts: list[tuple[str, int]], whole: int, outer: float, middle: float,
    colours: dict[str, str], room: float, *, out: bool,
) -> None:  # fmt: skip
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path as Line

    inner = (room + 1) / 2
    for (name, kg), (top, high) in zip(parts, _tops(parts, whole, room), strict=True):
        share, bend = kg / whole, (outer + middle) / 2
        points = [
            (middle, inner), (bend, inner), (bend, top), (outer, top), (outer, top - high),
            (bend, top - high), (bend, inner - share), (middle, inner - share), (middle, inner),
        ]  # fmt: skip
        codes = [Line.MOVETO, *[Line.CURVE4] * 3, Line.LINETO, *[Line.CURVE4] * 3, Line.CLOSEPOLY]
        axes.add_patch(
            PathPatch(
                Line(points, codes), facecolor=COLOURS[colours[name]], linewidth=0.8,
                edgecolor=COLOURS["panel"], hatch=HATCH.get(name) if out else None,
            )
        )  # fmt: skip
        edge = outer if out else outer - 4
        axes.add_patch(Rectangle((edge, top - high), 4, high, facecolor=COLOURS["ink"]))
        inner -= share


def _names(
    axes: Axes, parts: list[tuple[str, int]], whole: int, x: float, room: float,
    *, narrow: bool, out: bool,
) -> None:  # fmt: skip
    """Names beside the bands, pushed apart where bands are thin."""
    step = 0.088 if narrow else 0.062
    tops = _tops(parts, whole, room)
    wanted = [top - high / 2 for top, high in tops]
    spots: list[float] = []
    for at, spot in enumerate(wanted):
        spots.append(min(spot, spots[-1] - step) if at else min(spot, room - step / 2))
    over = step / 2 - spots[-1]
    if over > 0:  # too low: push up from the foot
        spots[-1] += over
        for at in range(len(spots) - 2, -1, -1):
            spots[at] = max(spots[at], spots[at + 1] + step)
    for (name, kg), spot, (top, high) in zip(parts, spots, tops, strict=True):
        words = _wrapped(_(SHORT[name]), 15) if narrow else _(SHORT[name])
        amount = f"{tonnes(kg)}, {percent(kg * 1000 // whole)}"
        ha = "left" if out else "right"
        own = top - high / 2
        if abs(own - spot) > LEAST:
            edge = x - 4 if out else x + 4
            axes.plot([edge, x], [own, spot], color=COLOURS["ink2"], linewidth=0.7)
        line = f"{words}\n{amount}" if narrow else f"{words}  {amount}"
        axes.annotate(line, (x + (3 if out else -3), spot), ha=ha, va="center",
                      fontsize=12 if narrow else 12.5, linespacing=1.15)  # fmt: skip


def _wrapped(text: str, width: int) -> str:
    from textwrap import wrap

    return "\n".join(wrap(text, width))


def _told(parts: list[tuple[str, int]]) -> str:
    return "; ".join(f"{_(NAMES[name]).lower()}, {tonnes(kg)}" for name, kg in parts)
