"""The debrief: what was written and what was there, the people, every tonne, and why."""

from collections.abc import Callable

import pygame

from game.reports.debrief import Debrief as Told
from game.reports.debrief import debrief as tell
from game.ui.screen import Push, Replace
from game.ui.screens import flow
from game.ui.screens.bands import Band, Made, spread, whole, widgets_of
from game.ui.screens.debrief_decisions import decisions_page
from game.ui.screens.debrief_first import TwoLedgers
from game.ui.screens.debrief_last import after_page, questions_page
from game.ui.screens.debrief_lives import lives_page
from game.ui.screens.debrief_pages import chain_page, people_page, successor_page
from game.ui.screens.debrief_tonnes import EveryTonne
from game.ui.screens.debrief_why import Books
from game.ui.screens.debrief_work import Work, Writing
from game.ui.screens.page import Page
from game.ui.screens.sitting import Sitting
from game.ui.screens.why import answering
from game.ui.theme import SECOND, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Tabs
from game.ui.widgets.label import Label
from game.words import _

NOTES = 700  # logical px of a window with notes on the chart


class Debrief(Page):
    """Pages, turned by tabs; it begins with the picture of the two ledgers."""

    WIDE = 1000

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(_("What was written, and what was there"), " ")
        self.sitting = sitting
        self.told: Told | None = tell(sitting.session) if sitting.session.states else None
        self.work = Work(sitting)
        self.writing: Writing | None = None
        self.bands: list[Band] = []
        self.books = Books(sitting, self.told) if self.told is not None else None
        self.first = TwoLedgers(sitting, self.told, self.books)
        self.wait = Label("", SECOND, "ink2", key="wait")
        self.tonnes = EveryTonne(self.books)
        answering(self.form, lambda: sitting.session, sitting.word)
        self._pages = self._made()
        self.tabs = Tabs(_("Pages"), list(self._pages), 0, self.turn_to, key="pages")
        none = None if self.told is not None else _("No season has been closed at this desk.")
        self.save = Button(
            _("Save as a page"), self._save, key="save_page", reason=none,
            hint=_("One HTML file with all of this, to be read offline and printed."),
        )  # fmt: skip
        self.book = Button(_("Chronicle"), self._chronicle, key="chronicle")
        self.again = Button(_("Begin again"), self._again, "seal", key="again")
        self.time = Button(
            _("Timeline"),
            self._timeline,
            key="timeline",
            hint=_("Go back to a season and decide otherwise from there"),
        )
        self.add_feet(self.save, self.time, self.book, self.again)
        self.form.on_escape = self._again
        self.turn_to(0)
        self.form.focus_on(self.tabs, ring=False)

    def _made(self) -> dict[str, Callable[[], Made]]:
        """What stands on each page, by its name on the tabs."""
        sitting = self.sitting
        pages: dict[str, Callable[[], Made]] = {
            _("Two ledgers"): self._two_ledgers,
            _("The people"): lambda: people_page(sitting, self.books, self.work.whole),
            _("Every tonne"): self.tonnes.page,
            _("The chain"): lambda: chain_page(sitting, self.books),
        }
        if sitting.session.removed_turn >= 0:
            pages[_("After you")] = lambda: successor_page(sitting, self.books)
        return pages | {
            _("Decisions"): lambda: decisions_page(sitting, self.work.whole),
            _("Other lives"): lambda: lives_page(sitting, self.work.whole),
            _("Afterwards"): after_page,
            _("Questions"): lambda: questions_page(sitting, self.work.whole),
        }

    def _two_ledgers(self) -> Made:
        level = self.sitting.session.level
        told = _(
            "{place}, {first}–{last}. Each harvest with the one before it, in tonnes. Its figures"
            " are invented; those of the country follow the later official series."
        ).format(
            place=self.sitting.place, first=level.start_year - 1, last=level.year(level.turns - 1)
        )
        return _("What was written, and what was there"), told, [whole(*self.first.widgets())]

    # ---- pages

    @property
    def names(self) -> list[str]:
        """The pages, as the tabs name them."""
        return list(self._pages)

    @property
    def _waits(self) -> bool:
        """Whether the page that is shown still wants what is being worked out."""
        wanting = {_("The people"), _("Decisions"), _("Other lives"), _("Questions")}
        name = self.tabs.options[self.tabs.chosen]
        return self.told is not None and self.work.whole is None and name in wanting

    def turn_to(self, page: int) -> None:
        """Show a page."""
        title, sub, self.bands = list(self._pages.values())[page]()
        self.title.set(title)
        self.subtitle.set(sub)
        self.wait.visible = self._waits
        self.wait.set(self.work.said)
        self.body.children = [self.tabs, self.wait, *widgets_of(self.bands)]
        self.body.offset = 0
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def finish(self) -> None:
        """Work everything out at once: for pictures and tests."""
        if self.told is not None:
            self.work.finish()
        self.turn_to(self.tabs.chosen)

    def update(self, seconds: float) -> bool:
        """Work a little in each frame."""
        changed = super().update(seconds)
        if self.writing is not None:
            if not self.writing.step():
                self._written(self.writing)
            return True
        if self._waits:
            if not self.work.step():
                self.turn_to(self.tabs.chosen)
                announce(self.title.name)
            else:
                self.wait.set(self.work.said)
            return True
        return changed

    # ---- what it does

    def _save(self) -> None:
        self.writing = Writing(self.work)
        self.note.set(self.writing.said)
        self.save.allow(_("The page is being written."))
        announce(self.writing.said)
        self.layout(self.size, self.theme)

    def _written(self, writing: Writing) -> None:
        self.writing = None
        self.save.allow()
        self.note.set(writing.said)
        announce(writing.said)
        self.layout(self.size, self.theme)

    def _chronicle(self) -> None:
        self.go(Push(flow.chronicle()))

    def _timeline(self) -> None:
        from game.ui.screens.timeline import Timeline

        self.go(Push(Timeline(self.sitting)))

    def _again(self) -> None:
        self.go(Replace(flow.title()))

    # ---- places

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """As every page; the chart carries its notes where it is wide."""
        self.first.set_notes(area.width >= theme.px(NOTES))
        super().arrange(area, theme)

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The first page as it spreads itself, the others in bands."""
        high = self.tabs.height(area.width, theme)
        self.tabs.place(pygame.Rect(area.left, area.top, area.width, high), theme)
        top = area.top + high + theme.px(10)
        rest = pygame.Rect(area.left, top, area.width, area.bottom - top)
        if self.tabs.chosen == 0:
            return self.first.spread(rest, theme)
        bands = [whole(self.wait), *self.bands] if self.wait.visible else self.bands
        return spread(bands, rest, theme)
