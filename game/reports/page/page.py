"""The page of one game: all sections, in one file."""

from collections.abc import Callable

from game import __version__
from game.reports.page import first, html, last, middle
from game.reports.page.style import css
from game.reports.whole import Whole
from game.words import _, language

MOST_BYTES = 2_000_000
"""A page is larger than this never."""


def page(whole: Whole, progress: Callable[[str], None] | None = None) -> str:
    """The whole page as HTML.

    Args:
        whole: all that there is to say
        progress: told which section is being written

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    sections: tuple[Callable[[Whole], str], ...] = (
        first.two_ledgers, first.beside, first.people, middle.every_tonne, middle.chain,
        first.after, middle.decisions, middle.lives, _afterwards, last.marks, last.questions,
        last.sources, _memory,
    )  # fmt: skip
    made = []
    for each in sections:
        if progress is not None:
            progress(each.__name__)
        made.append(each(whole))
    body = f"{first.header(whole)}<main>{''.join(made)}</main>{last.footer(whole, __version__)}"
    title = _("Two Ledgers: {place}").format(place=whole.game.place)
    return html.document(title, language(), css(), body)


def _afterwards(_whole: Whole) -> str:
    return last.afterwards()


def _memory(_whole: Whole) -> str:
    return last.memory()
