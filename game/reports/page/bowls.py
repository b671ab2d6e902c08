"""The dining hall in bowls: one for so many people; those who no longer eat there are outlines."""

from game.reports.page.ink import COLOURS, NARROW, WIDE, Axes, figure, svg
from game.words import _, number

ACROSS, ACROSS_NARROW = 58, 24
PERSONS = (1, 2, 5, 10, 20, 25, 50, 75, 100, 150, 200, 250, 500, 1000)


def persons_a_bowl(people: int) -> int:
    """The least round number with which two long rows are enough.

    >>> persons_a_bowl(1240), persons_a_bowl(8100)
    (20, 75)
    """
    return next((each for each in PERSONS if people <= each * 2 * ACROSS), PERSONS[-1])


def chart(people: int, left: int, key: str, *, narrow: bool = False) -> str:
    """All who ate here as bowls; those still there are full.

    Args:
        people: all who ate here at some time
        left: those who are still there
        key: a name that no other drawing has
        narrow: for a phone
    """
    each = persons_a_bowl(people)
    count, full = -(-people // each), -(-left // each)
    across = ACROSS_NARROW if narrow else ACROSS
    width = NARROW if narrow else WIDE
    step = width / across
    rows = -(-count // across)
    height = rows * step * 1.25 + 4
    with figure(width, int(height)) as (made, axes):
        made.subplots_adjust(0, 0, 1, 1)
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        for at in range(count):
            x, y = (at % across) * step + step / 2, (at // across) * step * 1.25 + step * 0.62
            _bowl(axes, x, y, step * 0.38, full=at < full)
        title = _("The dining hall, at {count} people to a bowl").format(count=number(each))
        words = _("{full} of {all} bowls are full.").format(full=number(full), all=number(count))
        return svg(made, key, title, words)


def _bowl(axes: Axes, x: float, y: float, size: float, *, full: bool) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Line

    rim, foot = y - size * 0.55, y + size * 0.75
    points = [
        (x - size, rim), (x - size, foot), (x - size * 0.45, foot), (x, foot),
        (x + size * 0.45, foot), (x + size, foot), (x + size, rim), (x - size, rim),
    ]  # fmt: skip
    codes = [Line.MOVETO, *[Line.CURVE4] * 3, *[Line.CURVE4] * 3, Line.CLOSEPOLY]
    points[3] = (x, foot)
    axes.add_patch(
        PathPatch(
            Line(points, codes),
            facecolor=COLOURS["indigo"] if full else "none",
            edgecolor=COLOURS["ink" if full else "ash"],
            linewidth=0.8 if full else 1.0,
            linestyle="-" if full else (0, (2.2, 1.6)),
        )
    )
