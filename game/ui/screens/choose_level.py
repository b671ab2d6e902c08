"""The choice of a level, of open or closed books, and of a seed."""

from typing import TYPE_CHECKING

import pygame

from game.levelfiles.errors import LevelError
from game.levelfiles.load import read
from game.levelfiles.shipped import Listed, available, clash
from game.ui.screen import Replace
from game.ui.screens.briefing import paragraphs
from game.ui.screens.level_picture import LevelList, LevelPicture
from game.ui.screens.page import Page, stack
from game.ui.screens.reloading import told
from game.ui.screens.typed import NumberEntry
from game.ui.screens.wanted import wanted
from game.ui.theme import PROSE, SECOND, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.dialog import ask
from game.ui.widgets.label import Label
from game.ui.widgets.listbox import Row
from game.ui.widgets.panel import Head
from game.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.widgets.base import Widget

MOST_SEED = 99_999
LANGUAGES = {"en": "English", "zh": "中文", "de": "Deutsch", "fr": "français", "es": "español"}
"""Languages by their own names."""
PICTURE = 160  # logical px: the least height of the village's picture


class ChooseLevel(Page):
    """Levels on the left, how to play on the right."""

    WIDE = 900

    def __init__(self, levels: list[Listed] | None = None) -> None:
        super().__init__(_("A new game"), _("Which village, and how much is known."))
        self.levels = available() if levels is None else levels
        self.left_head = Head(_("Villages"), "村庄")
        self.list = LevelList(_("Villages"), self._rows(), key="levels")
        self.list.on_open = self._on if self.levels else None
        begin = wanted()
        self.books = Choice(
            _("Books"),
            [_("Open books"), _("Closed books")],
            int(not begin.open_books),
            self._explain,
            key="books",
        )
        self.books_note = Label("", SECOND, "ink2")
        self.seed = NumberEntry(
            _("Seed"), begin.seed, low=0, high=max(MOST_SEED, begin.seed), step=1, large=100,
            key="seed", hint=_("Type a number, or use the arrows."),
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
        self.about = Label("", SECOND, "ink2", key="about")
        self.opening = Label("", PROSE, key="opening")  # how the briefing begins
        self._begins: dict[int, str] = {}
        self.wrong: dict[int, str] = {
            at: clash(each).found for at, each in enumerate(self.levels) if each.trouble
        }
        self._asked = 0  # levels that were looked into so far
        self._stands = False
        self.body.add(
            self.left_head, self.list, self.opening, self.about, self.picture, *self.right
        )
        none = None if self.levels else _("There is no level in the folder of levels.")
        self.add_feet(
            Button(_("Back"), self._back, key="back"),
            Button(_("Read the briefing"), self._on, "seal", key="begin", reason=none),
        )
        self.form.on_escape = self._back
        self._explain(self.books.chosen)

    def update(self, seconds: float) -> bool:
        """The picture of the village is drawn once the screen stands."""
        moved = super().update(seconds)
        chosen = self.list.selected
        if self._stands and self.levels and chosen is not None and self.picture.of != chosen:
            self.picture.show(chosen, self.levels[chosen].path)
            self._tell_about(chosen)
            moved = True
        moved = (self._stands and self._ask_next()) or moved
        self._stands = True
        return moved

    def _ask_next(self) -> bool:
        """Look into one more level, a level a frame: a broken one is faded and says why."""
        if self._asked >= len(self.levels):
            return False
        at, self._asked = self._asked, self._asked + 1
        if at not in self.wrong:
            loaded, problems = read(self.levels[at].path)
            if loaded is None:
                self.wrong[at] = told(LevelError(problems[:1]))
            else:
                texts = [words for kind, words in paragraphs(loaded.briefing) if kind == "text"]
                self._begins[at] = texts[0] if texts else ""
        self.list.show(self._rows(), self.list.selected)
        if at == self.list.selected:
            self._tell_about(at)
        return True

    def _tell_about(self, at: int) -> None:
        """Who made it, its version and languages; of a broken one, what is wrong first."""
        each = self.levels[at]
        if at in self.wrong:
            text = _("It can't be opened: {reason}").format(reason=self.wrong[at])
        else:
            names = ", ".join(LANGUAGES.get(one, one) for one in each.languages)
            parts = [_("Version {version}").format(version=each.version), names]
            text = " · ".join(part for part in (*parts, ", ".join(each.authors)) if part)
        self.about.set(text)
        self.opening.set(self._begins.get(at, ""))
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _rows(self) -> list[Row]:
        """Title and subtitle of each; what can't be opened is faded."""
        wrong = getattr(self, "wrong", {})
        return [
            Row(
                each.title,
                _("can't be opened")
                if at in wrong
                else _("{place}, {years}").format(place=each.subtitle_zh, years=each.years)
                if each.subtitle_zh and each.years
                else each.subtitle_zh or each.years,
                portrait="grain",
                picture=each.thumbnail,
                faded=at in wrong,
            )
            for at, each in enumerate(self.levels)
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
        """The villages at the left; how to play and a look at the village at the right."""
        px = theme.px
        half = (area.width - px(40)) // 2
        self.left_head.place(pygame.Rect(area.left, area.top, half, px(28)), theme)
        high = self.list.height(half, theme)
        self.list.place(pygame.Rect(area.left, area.top + px(36), half, high), theme)
        top = self.list.rect.bottom + px(10)
        begins = pygame.Rect(area.left, top, half, self.opening.height(half, theme))
        self.opening.place(begins, theme)
        right = pygame.Rect(area.right - half, area.top, half, area.height)
        below = stack(self.right, right, theme, 10) + px(16)
        tall = self.about.height(half, theme)
        room = max(px(PICTURE), area.bottom - below - tall - px(8))
        self.picture.place(pygame.Rect(right.left, below, half, room), theme)
        top = self.picture.rect.bottom + px(8)
        self.about.place(pygame.Rect(right.left, top, half, tall), theme)
        return max(self.list.rect.bottom, self.opening.rect.bottom, self.about.rect.bottom)

    def _back(self) -> None:
        from game.ui.screens import flow

        self.go(Replace(flow.title()))

    def _on(self) -> None:
        from game.ui.screens import flow

        chosen = self.levels[self.list.selected or 0]
        if chosen.trouble:
            error = LevelError([clash(chosen)])
            ask(self.form, _("This level can't be opened"), told(error), [(_("Back"), None)])
            return
        self.try_to(lambda: flow.begin(chosen.path, self.seed.value, self.books.chosen == 0))

    def try_to(self, make: "Callable[[], object]") -> None:
        """Open the game, or say what is wrong with the level."""
        try:
            screen = make()
        except LevelError as error:
            ask(self.form, _("This level can't be opened"), told(error), [(_("Back"), None)])
            return
        self.go(Replace(screen))  # type: ignore[arg-type]
