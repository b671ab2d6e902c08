"""The choice of a level, of open or closed books, and of a seed."""

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.levelfiles.errors import LevelError
from game.levelfiles.shipped import Listed, available
from game.ui.screen import Replace
from game.ui.screens.level_picture import LevelPicture
from game.ui.screens.page import Page, stack
from game.ui.screens.typed import NumberEntry
from game.ui.theme import SECOND, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.dialog import ask
from game.ui.widgets.label import Label
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.panel import Head
from game.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.widgets.base import Widget

MOST_SEED = 99_999
PICTURE = 160  # logical px: the least height of the village's picture


class ChooseLevel(Page):
    """Levels on the left, how to play on the right."""

    WIDE = 900

    def __init__(self, levels: list[Listed] | None = None) -> None:
        super().__init__(_("A new game"), _("Which village, and how much is known."))
        self.levels = available() if levels is None else levels
        self.left_head = Head(_("Villages"), "村庄")
        self.list = ListBox(_("Villages"), self._rows(), selected=0, key="levels")
        self.books = Choice(
            _("Books"), [_("Open books"), _("Closed books")], 0, self._explain, key="books"
        )
        self.books_note = Label("", SECOND, "ink2")
        self.seed = NumberEntry(
            _("Seed"), 1, low=0, high=MOST_SEED, step=1, large=100, key="seed",
            hint=_("Type a number, or use the arrows."),
        )  # fmt: skip
        self.right: list[Widget] = [
            Head(_("What you will see"), "账本"),
            self.books,
            self.books_note,
            Head(_("Seed"), "种子"),
            self.seed,
            Label(
                _(
                    "The same village with the same seed has the same weather and the same"
                    " neighbours. Only the decisions differ."
                ),
                SECOND,
                "ink2",
            ),
        ]
        self.picture = LevelPicture()
        self._stands = False
        self.body.add(self.left_head, self.list, self.picture, *self.right)
        none = None if self.levels else _("There is no level in the folder of levels.")
        self.add_feet(
            Button(_("Back"), self._back, key="back"),
            Button(_("Read the briefing"), self._on, "seal", key="begin", reason=none),
        )
        self.form.on_escape = self._back
        self._explain(0)

    def update(self, seconds: float) -> bool:
        """The picture of the village is drawn once the screen stands."""
        moved = super().update(seconds)
        chosen = self.list.selected
        if self._stands and self.levels and chosen is not None and self.picture.of != chosen:
            self.picture.show(chosen, self.levels[chosen].path)
            moved = True
        self._stands = True
        return moved

    def _rows(self) -> list[Row]:
        """Title and subtitle of each."""
        return [
            Row(
                each.title,
                _("{place}, {years}").format(place=each.subtitle_zh, years=each.years)
                if each.subtitle_zh and each.years
                else each.subtitle_zh or each.years,
                portrait="grain",
            )
            for each in self.levels
        ]

    def _explain(self, books: int) -> None:
        open_ = _(
            "Both lines of the chart are drawn: what was written for the county, and what was"
            " there. For a first game, and for showing to others."
        )
        closed = _(
            "What was there is known only on the day it is weighed. The rest is an estimate that"
            " widens with time. The debrief opens the true books."
        )
        self.books_note.set(closed if books else open_)
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Two columns."""
        px = theme.px
        half = (area.width - px(40)) // 2
        self.left_head.place(pygame.Rect(area.left, area.top, half, px(28)), theme)
        high = self.list.height(half, theme)
        self.list.place(pygame.Rect(area.left, area.top + px(40), half, high), theme)
        top = self.list.rect.bottom + px(14)
        room = max(px(PICTURE), area.bottom - top)
        self.picture.place(pygame.Rect(area.left, top, half, room), theme)
        right = pygame.Rect(area.right - half, area.top, half, area.height)
        return max(self.picture.rect.bottom, stack(self.right, right, theme, 10))

    def _back(self) -> None:
        from game.ui.screens import flow

        self.go(Replace(flow.title()))

    def _on(self) -> None:
        from game.ui.screens import flow

        chosen = self.levels[self.list.selected or 0]
        self.try_to(lambda: flow.begin(chosen.path, self.seed.value, self.books.chosen == 0))

    def try_to(self, make: "Callable[[], object]") -> None:
        """Open the game, or say what is wrong with the level."""
        try:
            screen = make()
        except LevelError as error:
            ask(self.form, _("This level can't be opened"), str(error), [(_("Back"), None)])
            return
        self.go(Replace(screen))  # type: ignore[arg-type]


def is_level(path: Path) -> bool:
    """Whether a folder looks like a level."""
    return (path / "level.toml").is_file()
