"""What is different about a saved game since it was saved: told before it goes on, never hidden."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.play.notes import Note
from game.play.told import Told
from game.reports import branches
from game.reports.accounts import turn_part
from game.sim.level import Level
from game.ui.screen import Replace, Screen
from game.ui.screens import flow
from game.ui.screens.beside import harvest_text
from game.ui.screens.page import Page
from game.ui.screens.save_words import note_text
from game.ui.screens.why import answering
from game.ui.theme import PROSE, SECOND
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.table import Column, Table
from game.words import _, number, tonnes

if TYPE_CHECKING:
    from pathlib import Path


class Since(Page):
    """One paragraph for each thing that differs.

    Args:
        level: The level of the game, for its seasons.
        notes: What differs.
        own_branch: Whether the game goes on as a life of its own because later seasons are kept.
        then: The screen on which the game goes on.
        told: What was recorded of its seasons.
        now: What they are now; the two are laid side by side where they differ.
        path: Its file, marked among the saved games where one goes back.
    """

    NARROW = 760
    reads_out = True

    def __init__(
        self,
        level: Level,
        notes: Sequence[Note],
        *,
        own_branch: bool,
        then: Screen,
        told: Sequence[Told | None] = (),
        now: Sequence[Told] = (),
        path: "Path | None" = None,
    ) -> None:
        super().__init__(_("Since this game was saved"))
        self.then, self.path = then, path
        texts = [note_text(note, level) for note in notes]
        if own_branch:
            texts.append(
                _("Later seasons of this game are kept. They stay; from here you go on in a life"
                  " of its own, and the timeline shows both.")
            )  # fmt: skip
        self.body.add(*(Label(text, PROSE) for text in texts))
        if now and tuple(told) != tuple(now):
            self.body.add(*_side_by_side(level, told, now))
        self.body.add(Label(_("The saved file stays as it is."), SECOND, "ink2"))
        self.add_feet(
            Button(_("Back"), self._back, key="back"),
            Button(_("Go on"), self._on, "seal", key="go_on"),
        )
        self.form.on_escape = self._back
        answering(self.form, lambda: None, lambda key: level.words.get(key, key))

    def _back(self) -> None:
        self.go(Replace(flow.saved(self.path)))

    def _on(self) -> None:
        self.go(Replace(self.then))


def _side_by_side(level: Level, told: Sequence[Told | None], now: Sequence[Told]) -> list[Widget]:
    """The sums as they were recorded, and as they are under the rules of today."""
    turns = len(now)
    then, today = (branches.life("", each, turns) for each in (told, now))
    if then is None or today is None:
        return []
    rows = [
        [_("Harvests, as reported"), tonnes(then.reported_kg), tonnes(today.reported_kg)],
        [_("Harvests, as brought in"), harvest_text(then), harvest_text(today)],
        [_("Taken by the state"), tonnes(then.taken_kg), tonnes(today.taken_kg)],
        [_("People at the end"), number(then.people), number(today.people)],
    ]
    columns = [
        Column(_("From the beginning to this save"), 3),
        Column(_("As recorded"), 2, right=True),
        Column(_("As it comes out now"), 2, right=True),
    ]
    table = Table(_("As recorded, and as it comes out now"), columns, rows, key="differs")
    table.rows_tell(_asks(level, told, now, rows))
    return [table]


def _asks(
    level: Level, told: Sequence[Told | None], now: Sequence[Told], rows: Sequence[Sequence[str]]
) -> list[list[Ask]]:
    """The figures of each row, season by season."""
    names = [turn_part(level, at) for at in range(len(now))]
    known = [one for one in told[: len(now)] if one is not None]
    both = [branches.accounts(each, names) for each in (known, list(now))]
    figures = ("reported", "actual", "taken", "people")
    return [
        [
            Ask(figure, text, given=accounts[figure])
            for text, accounts in zip(row[1:], both, strict=True)
        ]
        for figure, row in zip(figures, rows, strict=True)
    ]
