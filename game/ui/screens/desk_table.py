"""The ledger page of the report desk: a row for each brigade, and their sum."""

from collections.abc import Callable, Sequence

from game.sim.views import View
from game.ui.screens.telling import known
from game.ui.widgets.base import Ask
from game.ui.widgets.compare import Amount
from game.ui.widgets.table import Column
from game.words import _, number, tonnes


def columns(view: View) -> list[Column]:
    """Heads and their shares of the width."""
    there = _("Brought in") if view.open_books else _("Brought in, as known")
    return [
        Column(_("Brigade"), 24),
        Column(_("Asked"), 13, right=True),
        Column(_("Last year"), 14, right=True),
        Column(_("Says"), 14, right=True, colour="cinnabar_deep"),
        Column(there, 20, right=True, colour="indigo"),
        Column(_("Left in the field"), 17, right=True),
    ]


def rows(view: View) -> list[list[str]]:
    """What each hands in."""
    made = [
        [
            unit.name,
            tonnes(unit.asked_kg) if unit.asked_kg else "–",
            tonnes(unit.last_said_kg),
            tonnes(unit.said_kg),
            known(unit.harvest),
            tonnes(unit.unharvested_kg),
        ]
        for unit in view.units
    ]
    return [*made, _sums(view)]


def compared(view: View, word: Callable[[str], str]) -> list[Amount]:
    """What is there, what is about to be written, and what the neighbours are said to have."""
    low = sum(unit.harvest.low_kg for unit in view.units)
    high = sum(unit.harvest.high_kg for unit in view.units)
    written = view.said_kg if view.report_kg < 0 else view.report_kg
    there = tonnes(low) if low == high else _range(low, high)
    return [
        Amount(_("Brought in here"), low, high, there, "indigo"),
        Amount(_("Your figure"), written, written, tonnes(written), "cinnabar_deep", hatched=True),
        *(
            Amount(word(one.id), one.kg, one.kg, tonnes(one.kg), "ash", hatched=True)
            for one in view.claims
        ),
    ]


def _range(low: int, high: int) -> str:
    return _("{low} to {high} t").format(
        low=number(round(low / 1000)), high=number(round(high / 1000))
    )


def _sums(view: View) -> list[str]:
    low = sum(unit.harvest.low_kg for unit in view.units)
    high = sum(unit.harvest.high_kg for unit in view.units)
    there = tonnes(low) if low == high else _range(low, high)
    asked = sum(unit.asked_kg for unit in view.units)
    return [
        _("Together"),
        tonnes(asked) if asked else "–",
        tonnes(sum(unit.last_said_kg for unit in view.units)),
        tonnes(view.said_kg),
        there,
        tonnes(sum(unit.unharvested_kg for unit in view.units)),
    ]


FIGURES = ("asked", "last_said", "said", "harvest", "unharvested")


def asks(cells: Sequence[Sequence[str]], units: int) -> list[list[Ask]]:
    """The figures of each row: a brigade's, and of the last row the commune's."""
    return [
        [
            Ask(figure, text, at if at < units else None)
            for figure, text in zip(FIGURES, row[1:], strict=True)
            if text != "–"
        ]
        for at, row in enumerate(cells)
    ]
