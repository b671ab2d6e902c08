"""The page of one game: all sections, in one file."""

from collections.abc import Callable, Iterable, Iterator

from game import __version__
from game.reports.page import first, html, last, middle
from game.reports.page.style import css
from game.reports.whole import Whole
from game.words import _, language

MOST_BYTES = 2_000_000
"""A page is larger than this never."""


SECTIONS: tuple[Callable[[Whole], str], ...] = (
    first.two_ledgers, first.beside, first.people, middle.every_tonne, middle.chain, first.after,
    middle.decisions, middle.lives, lambda _whole: last.afterwards(), last.marks, last.questions,
    last.sources, lambda _whole: last.memory(),
)  # fmt: skip


def page(whole: Whole) -> str:
    """The whole page as HTML.

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    return joined(whole, parts(whole))


def parts(whole: Whole) -> Iterator[str]:
    """Its sections one by one, for a window that goes on drawing meanwhile.

    Raises:
        MissingPlotterError: matplotlib is not installed.
    """
    for section in SECTIONS:
        yield section(whole)


def joined(whole: Whole, made: Iterable[str]) -> str:
    """The page of its sections."""
    body = f"{first.header(whole)}<main>{''.join(made)}</main>{last.footer(whole, __version__)}"
    title = _("Two Ledgers: {place}").format(place=whole.game.place)
    return html.document(title, language(), css(), body)
