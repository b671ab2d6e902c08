"""The debrief: what was written and what was there, the people, every tonne, the chain."""

import pygame

from game.reports.debrief import Debrief as Told
from game.reports.debrief import debrief as tell
from game.ui.screen import FormScreen, Replace
from game.ui.screens import flow
from game.ui.screens.debrief_first import TwoLedgers
from game.ui.screens.debrief_pages import (
    chain_page,
    lives_page,
    people_page,
    questions_page,
    successor_page,
    tonnes_page,
)  # fmt: skip
from game.ui.screens.page import fitted, row_right, stack
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, PAGE, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Tabs
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, Rule, lay_paper
from game.ui.widgets.scroll import ScrollView
from game.words import _

EDGE, SIDE = 14, 48


class Debrief(FormScreen):
    """Pages, turned by tabs at the foot; it begins with the picture of the two ledgers."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.told: Told | None = tell(sitting.session) if sitting.session.states else None
        self.sheet = Panel("", plain=True)
        self.title, self.sub = Label("", PAGE, key="title"), Label("", BODY, "ink2")
        self.names = [
            _("Two ledgers"), _("The people"), _("Every tonne"), _("The chain"),
            *([_("After you")] if sitting.session.removed_turn >= 0 else []),
            _("Other lives"), _("Questions"),
        ]  # fmt: skip
        self.tabs = Tabs(_("Pages"), self.names, 0, self.turn_to, key="pages")
        self.foot = Rule("strong")
        self.again = Button(_("Begin again"), self._again, "seal", key="again")
        self.first = TwoLedgers(sitting, self.told)
        self.body = ScrollView(name=_("Page"), key="body")
        self.form.add(
            self.sheet, self.title, self.sub, self.first, self.body, self.foot, self.tabs,
            self.again,
        )  # fmt: skip
        self.form.on_escape = self._again
        self.form.focus_on(self.tabs, ring=False)
        self.turn_to(0)
        self.announce_on_enter = self.title.name

    # ---- pages

    def turn_to(self, page: int) -> None:
        """Show a page."""
        name = self.names[page]
        self.first.visible = page == 0
        self.body.visible = page != 0
        title, sub, widgets = self._page(name)
        self.title.set(title)
        self.sub.set(sub)
        self.body.children, self.body.offset = widgets, 0
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _page(self, name: str) -> tuple[str, str, list[Widget]]:
        place = self.sitting.place
        if name == _("Two ledgers"):
            told = _(
                "{place}, 1957–1961. Each harvest with the one before it, in tonnes. Its figures"
                " are invented; those of the country follow the later official series."
            ).format(place=place)
            return _("What was written, and what was there"), told, []
        made = {
            _("The people"): people_page, _("Every tonne"): tonnes_page,
            _("The chain"): chain_page, _("After you"): successor_page,
            _("Other lives"): lives_page, _("Questions"): questions_page,
        }[name]  # fmt: skip
        return made(self.sitting, self.told)

    def _again(self) -> None:
        self.go(Replace(flow.title()))

    # ---- places

    def backdrop(self, surface: pygame.Surface) -> None:
        """Paper to the edges."""
        lay_paper(surface, surface.get_rect(), self.theme)

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Never larger than the window can show."""
        super().layout(size, fitted(size, theme))

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Frame, title, the page, tabs and the seal at the foot."""
        px = theme.px
        self.sheet.place(area.inflate(-2 * px(EDGE), -2 * px(EDGE)), theme)
        inner = area.inflate(-2 * px(SIDE), 0)
        title = self.title.height(inner.width, theme)
        self.title.place(pygame.Rect(inner.left, px(34), inner.width, title), theme)
        sub = self.sub.height(inner.width, theme)
        self.sub.place(pygame.Rect(inner.left, px(36) + title, inner.width, sub), theme)
        foot = area.bottom - px(64)
        left = row_right([self.again], inner.right, foot, theme)
        wide = min(left - inner.left - px(8), px(940))
        high = self.tabs.height(wide, theme)
        self.tabs.place(pygame.Rect(inner.left, foot + px(36) - high, wide, high), theme)
        self.foot.visible = not self.first.visible
        self.foot.place(pygame.Rect(inner.left, foot - px(10), inner.width, theme.line(1)), theme)
        top = px(46) + title + sub
        page = pygame.Rect(inner.left, top, inner.width, foot - px(16) - top)
        if self.first.visible:
            self.first.arrange(page, theme)
            return
        self.body.place(page, theme)
        column = page.copy()
        column.width = min(page.width - px(14), px(900))
        self.body.settle(stack(self.body.children, column, theme, 8) - page.top)
