"""The three months of a season, as they pass on the map; and what the carts' screen shares."""

import pygame

from game.reports.when import month_name
from game.sim.views import View
from game.ui.screen import Action, FormScreen, Replace
from game.ui.screens import flow
from game.ui.screens.map_sheet import MapSheet
from game.ui.screens.page import TIGHT
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY, PAGE, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import ScrollView
from game.words import _

A_MONTH = 2.5  # seconds
OVER = pygame.USEREVENT + 7  # the scene has been shown to its end
SKIPS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE)


class MapScene(FormScreen):
    """The map in the whole window and a slip of paper with a few words; a click goes on."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.sheet = MapSheet(sitting)
        self.sheet.marked = False
        self.slip = Panel("")
        self.head = Label("", PAGE, align="center", key="head")
        self.words = Label("", BODY, align="center", key="words")
        self.page = ScrollView(self.head, self.words, name=_("What happens"))
        self.on = Button(_("Go on"), self.skip, "seal", key="go_on", hint=_("Enter or Space"))
        self.form.add(self.slip, self.page, self.on)

    def skip(self) -> None:
        """Go on at once."""

    def seen(self) -> View | None:
        """The view that the map shows; None for that of the sitting."""
        return None

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """The slip in the middle of the upper edge; the button below it at the right."""
        px = theme.px
        edge = px(24 if area.width > px(TIGHT) else 8)
        button = min(max(px(140), self.on.width(theme)), area.width - 2 * edge)
        foot = max(px(36), self.on.height(button, theme))
        self.on.place(
            pygame.Rect(area.right - button - edge, area.bottom - foot - edge, button, foot), theme
        )
        free = pygame.Rect(area.left, area.top, area.width, self.on.rect.top - px(4) - area.top)
        self.sheet.arrange(area, free, theme, self.seen())
        self.words.visible = bool(self.words.name)
        longest = max(self.head.width(theme), self.words.width(theme) if self.words.visible else 0)
        pad = px(30 if area.width > px(TIGHT) else 14)
        wide = min(px(720), area.width - 2 * edge, longest + 2 * pad + px(2))
        inner = wide - 2 * pad
        head = self.head.height(inner, theme)
        words = self.words.height(inner, theme) + px(4) if self.words.visible else 0
        slip = pygame.Rect(0, edge, wide, 0)
        slip.height = min(head + words + px(30), self.on.rect.top - 2 * edge)
        slip.centerx = area.centerx
        self.slip.place(slip, theme)
        left, top = slip.left + pad, slip.top + px(12)
        self.page.place(pygame.Rect(left, top, inner + px(12), slip.height - px(22)), theme)
        self.head.place(pygame.Rect(left, top, inner, head), theme)
        self.words.place(pygame.Rect(left, top + head + px(4), inner, words), theme)
        self.page.settle(head + words + px(4))

    def backdrop(self, surface: pygame.Surface) -> None:
        """The map."""
        self.sheet.draw(surface)

    def redraw(self, surface: pygame.Surface) -> list[pygame.Rect] | None:
        """Where people walked, and what the panels tell anew."""
        return self.sheet.redraw(surface, self.form)

    def update(self, seconds: float) -> bool:
        """The map lives."""
        moved = self.form.update(seconds)
        return self.sheet.update(seconds) or moved

    def due(self) -> float | None:
        """When the map will move."""
        return self.sheet.due()

    def on_event(self, event: pygame.event.Event) -> Action | None:
        """Any press goes on."""
        pressed = event.type == OVER or (event.type == pygame.KEYDOWN and event.key in SKIPS)
        clicked = event.type == pygame.MOUSEBUTTONUP and event.button == 1
        if pressed or clicked:
            self.skip()
        else:
            self.form.on_event(event)
        wanted, self._next = self._next, None
        return wanted


class Months(MapScene):
    """Three months, then what comes after them."""

    def __init__(self, sitting: Sitting, views: tuple[View, ...]) -> None:
        super().__init__(sitting)
        self.views, self.at, self.gone = views, -1, 0.0
        self.first_month = views[0].month - 1
        self.on.name = _("Skip")
        self._show(0)
        self.announce_on_enter = self.head.name

    def _show(self, at: int) -> None:
        self.at, self.gone = at, 0.0
        calendar = self.sitting.session.level.calendar(self.first_month + at)
        self.head.set(month_name(calendar))
        if at:  # the first is said when the screen is shown
            announce(self.head.name)

    def seen(self) -> View:
        """The month's view."""
        return self.views[self.at]

    def update(self, seconds: float) -> bool:
        """A month passes."""
        self.gone += seconds
        if self.gone >= A_MONTH:
            if self.at + 1 < len(self.views):
                self._show(self.at + 1)
                self.layout(self.size, self.theme)
                return True
            pygame.event.post(pygame.event.Event(OVER))
        return super().update(seconds)

    def skip(self) -> None:
        """To the desk, or the figures."""
        self.go(Replace(flow.after_months(self.sitting)))
